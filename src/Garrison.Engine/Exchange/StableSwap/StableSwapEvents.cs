using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <summary>One coin was swapped for another.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Buyer">Who swapped.</param>
/// <param name="SoldId">The coin that was sold, by its place.</param>
/// <param name="TokensSold">How much of it.</param>
/// <param name="BoughtId">The coin that was bought, by its place.</param>
/// <param name="TokensBought">How much of it.</param>
public sealed record StableSwapped(
    Address Contract, Address Buyer, int SoldId, UInt256 TokensSold, int BoughtId, UInt256 TokensBought)
    : Event(Contract);

/// <summary>Liquidity was paid in.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Provider">Who paid.</param>
/// <param name="TokenAmounts">How much of each coin.</param>
/// <param name="Fees">What was charged of each coin; none at first.</param>
/// <param name="Invariant">The invariant: after fees, or before them in a legacy pool.</param>
/// <param name="TokenSupply">All liquidity afterwards.</param>
public sealed record StableLiquidityAdded(
    Address Contract,
    Address Provider,
    IReadOnlyList<UInt256> TokenAmounts,
    IReadOnlyList<UInt256> Fees,
    UInt256 Invariant,
    UInt256 TokenSupply) : Event(Contract);

/// <summary>Liquidity was paid out in proportion.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Provider">Whose liquidity.</param>
/// <param name="TokenAmounts">How much of each coin.</param>
/// <param name="Fees">None, or zeros in a legacy pool.</param>
/// <param name="TokenSupply">All liquidity afterwards.</param>
public sealed record StableLiquidityRemoved(
    Address Contract,
    Address Provider,
    IReadOnlyList<UInt256> TokenAmounts,
    IReadOnlyList<UInt256> Fees,
    UInt256 TokenSupply) : Event(Contract);

/// <summary>Liquidity was paid out in one coin.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Provider">Whose liquidity.</param>
/// <param name="TokenId">The coin, by its place.</param>
/// <param name="TokenAmount">How much liquidity was burned.</param>
/// <param name="CoinAmount">How much of the coin.</param>
/// <param name="TokenSupply">All liquidity afterwards.</param>
public sealed record StableLiquidityRemovedInOne(
    Address Contract,
    Address Provider,
    int TokenId,
    UInt256 TokenAmount,
    UInt256 CoinAmount,
    UInt256 TokenSupply) : Event(Contract);

/// <summary>Liquidity was paid out in amounts that were asked for.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Provider">Whose liquidity.</param>
/// <param name="TokenAmounts">How much of each coin.</param>
/// <param name="Fees">What was charged of each coin.</param>
/// <param name="Invariant">The invariant: after fees, or before them in a legacy pool.</param>
/// <param name="TokenSupply">All liquidity afterwards.</param>
public sealed record StableLiquidityRemovedImbalanced(
    Address Contract,
    Address Provider,
    IReadOnlyList<UInt256> TokenAmounts,
    IReadOnlyList<UInt256> Fees,
    UInt256 Invariant,
    UInt256 TokenSupply) : Event(Contract);

/// <summary>The amplification begins to move.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="OldA">From here, in hundredths.</param>
/// <param name="NewA">To there, in hundredths.</param>
/// <param name="InitialTime">From this second.</param>
/// <param name="FutureTime">To that second.</param>
public sealed record StableAmplificationRamped(
    Address Contract, ulong OldA, ulong NewA, ulong InitialTime, ulong FutureTime) : Event(Contract);

/// <summary>The amplification stays.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="A">As it is, in hundredths.</param>
/// <param name="T">From this second.</param>
public sealed record StableAmplificationRampStopped(Address Contract, ulong A, ulong T) : Event(Contract);

/// <summary>The fee was set.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Fee">At par, in units of 10⁻¹⁰.</param>
/// <param name="OffpegFeeMultiplier">How often it is taken far from par, in units of 10⁻¹⁰.</param>
public sealed record StableFeeApplied(Address Contract, UInt256 Fee, UInt256 OffpegFeeMultiplier)
    : Event(Contract);

/// <summary>The admin's part of fees was set.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="AdminFee">In units of 10⁻¹⁰.</param>
public sealed record StableAdminFeeApplied(Address Contract, UInt256 AdminFee) : Event(Contract);

/// <summary>The windows of the averages were set.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="MaExpTime">Of prices, in seconds.</param>
/// <param name="DMaTime">Of the invariant, in seconds.</param>
public sealed record StableWindowsSet(Address Contract, UInt256 MaExpTime, UInt256 DMaTime) : Event(Contract);

/// <summary>A pool was given its own admin.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Admin">Who; nobody for the factory's alone.</param>
public sealed record StableAdminSet(Address Contract, Address Admin) : Event(Contract);

/// <summary>Liquidity of a legacy pool was paid out in one coin.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Provider">Whose liquidity.</param>
/// <param name="TokenAmount">How much liquidity was burned.</param>
/// <param name="CoinAmount">How much of the coin.</param>
public sealed record LegacyStableLiquidityRemovedInOne(
    Address Contract, Address Provider, UInt256 TokenAmount, UInt256 CoinAmount) : Event(Contract);

/// <summary>Fees of a legacy pool are announced.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Deadline">From when they can be applied.</param>
/// <param name="Fee">In units of 10⁻¹⁰.</param>
/// <param name="AdminFee">The owner's part, in units of 10⁻¹⁰.</param>
public sealed record LegacyStableFeeCommitted(Address Contract, ulong Deadline, UInt256 Fee, UInt256 AdminFee)
    : Event(Contract);

/// <summary>Fees of a legacy pool were set.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Fee">In units of 10⁻¹⁰.</param>
/// <param name="AdminFee">The owner's part, in units of 10⁻¹⁰.</param>
public sealed record LegacyStableFeeApplied(Address Contract, UInt256 Fee, UInt256 AdminFee)
    : Event(Contract);

/// <summary>An owner of a legacy pool is announced.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Deadline">From when it can take over.</param>
/// <param name="Admin">Who.</param>
public sealed record LegacyStableOwnerCommitted(Address Contract, ulong Deadline, Address Admin)
    : Event(Contract);

/// <summary>A legacy pool has another owner.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Admin">Who.</param>
public sealed record LegacyStableOwnerApplied(Address Contract, Address Admin) : Event(Contract);
