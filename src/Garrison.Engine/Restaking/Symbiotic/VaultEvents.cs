using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Collateral became active stake.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Depositor">Who paid.</param>
/// <param name="OnBehalfOf">Who got the shares.</param>
/// <param name="Amount">How much arrived.</param>
/// <param name="Shares">What it minted.</param>
public sealed record VaultDeposited(
    Address Contract, Address Depositor, Address OnBehalfOf, UInt256 Amount, UInt256 Shares)
    : Event(Contract);

/// <summary>Active stake waits to be claimed.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Withdrawer">Whose shares were burned.</param>
/// <param name="Claimer">Who may claim.</param>
/// <param name="Amount">How much.</param>
/// <param name="BurnedShares">Shares of the active stake.</param>
/// <param name="MintedShares">Shares of the epoch's bucket.</param>
public sealed record VaultWithdrawn(
    Address Contract,
    Address Withdrawer,
    Address Claimer,
    UInt256 Amount,
    UInt256 BurnedShares,
    UInt256 MintedShares) : Event(Contract);

/// <summary>A withdrawal was paid.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Claimer">Whose.</param>
/// <param name="Recipient">Who was paid.</param>
/// <param name="Epoch">Of which epoch.</param>
/// <param name="Amount">How much.</param>
public sealed record VaultClaimed(
    Address Contract, Address Claimer, Address Recipient, UInt256 Epoch, UInt256 Amount) : Event(Contract);

/// <summary>Withdrawals were paid.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Claimer">Whose.</param>
/// <param name="Recipient">Who was paid.</param>
/// <param name="Epochs">Of which epochs.</param>
/// <param name="Amount">How much in all.</param>
public sealed record VaultBatchClaimed(
    Address Contract,
    Address Claimer,
    Address Recipient,
    IReadOnlyList<UInt256> Epochs,
    UInt256 Amount) : Event(Contract);

/// <summary>A vault lost collateral to a slash.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Amount">How much the slasher asked for.</param>
/// <param name="CaptureTimestamp">The second whose stake is slashed.</param>
/// <param name="SlashedAmount">How much there was to take.</param>
public sealed record VaultSlashed(
    Address Contract, UInt256 Amount, ulong CaptureTimestamp, UInt256 SlashedAmount) : Event(Contract);

/// <summary>A vault asks, or asks no more, who deposits.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Status">Whether it does.</param>
public sealed record DepositWhitelistSet(Address Contract, bool Status) : Event(Contract);

/// <summary>An account may deposit, or may no more.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Account">Who.</param>
/// <param name="Status">Whether it may.</param>
public sealed record DepositorWhitelistStatusSet(Address Contract, Address Account, bool Status)
    : Event(Contract);

/// <summary>Active stake is limited, or is no more.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Status">Whether it is.</param>
public sealed record IsDepositLimitSet(Address Contract, bool Status) : Event(Contract);

/// <summary>Active stake is limited to something else.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Limit">To what.</param>
public sealed record DepositLimitSet(Address Contract, UInt256 Limit) : Event(Contract);

/// <summary>A vault has its delegator.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Delegator">Which contract.</param>
public sealed record DelegatorSet(Address Contract, Address Delegator) : Event(Contract);

/// <summary>A vault has its slasher.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Slasher">Which contract; zero for none, ever.</param>
public sealed record SlasherSet(Address Contract, Address Slasher) : Event(Contract);
