using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>A vault got its queue.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="WithdrawalQueue">Where it is.</param>
public sealed record VaultV2QueueSet(Address Contract, Address WithdrawalQueue) : Event(Contract);

/// <summary>A vault got its delegator.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Delegator">Where it is.</param>
public sealed record VaultV2DelegatorSet(Address Contract, Address Delegator) : Event(Contract);

/// <summary>Assets came into a vault.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Sender">Who paid.</param>
/// <param name="Owner">Who got the shares.</param>
/// <param name="Assets">How many assets.</param>
/// <param name="Shares">How many shares.</param>
public sealed record VaultV2Deposited(
    Address Contract,
    Address Sender,
    Address Owner,
    UInt256 Assets,
    UInt256 Shares) : Event(Contract);

/// <summary>Assets left a vault.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Sender">Who asked.</param>
/// <param name="Receiver">Who was paid.</param>
/// <param name="Owner">Whose shares were burnt.</param>
/// <param name="Assets">How many assets.</param>
/// <param name="Shares">How many shares.</param>
public sealed record VaultV2Withdrawn(
    Address Contract,
    Address Sender,
    Address Receiver,
    Address Owner,
    UInt256 Assets,
    UInt256 Shares) : Event(Contract);

/// <summary>A vault counted its assets, and minted the fee shares that were due.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="NewTotalAssets">What it holds.</param>
/// <param name="ManagementFeeShares">For the time that passed.</param>
/// <param name="PerformanceFeeShares">For the interest.</param>
/// <param name="ProtocolFeeShares">For the protocol.</param>
public sealed record VaultV2InterestAccrued(
    Address Contract,
    UInt256 NewTotalAssets,
    UInt256 ManagementFeeShares,
    UInt256 PerformanceFeeShares,
    UInt256 ProtocolFeeShares) : Event(Contract);

/// <summary>The delegator took assets from a vault.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Assets">How many.</param>
/// <param name="Receiver">For which adapter.</param>
public sealed record VaultV2Pulled(Address Contract, UInt256 Assets, Address Receiver) : Event(Contract);

/// <summary>The delegator brought assets back to a vault.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Assets">How many.</param>
/// <param name="Owner">From which adapter.</param>
public sealed record VaultV2Pushed(Address Contract, UInt256 Assets, Address Owner) : Event(Contract);

/// <summary>A vault asked what the protocol takes from here on.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Receiver">Who gets it.</param>
/// <param name="ManagementFee">Of all assets for each second, in 10⁻¹⁸.</param>
/// <param name="PerformanceFee">Of the interest, in 10⁻¹⁸.</param>
public sealed record VaultV2ProtocolFeeUpdated(
    Address Contract,
    Address Receiver,
    UInt256 ManagementFee,
    UInt256 PerformanceFee) : Event(Contract);

/// <summary>A vault is open to everyone, or to a list.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Status">Whether to a list.</param>
public sealed record VaultV2DepositWhitelistSet(Address Contract, bool Status) : Event(Contract);

/// <summary>Somebody is on the list of a vault, or off it.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Account">Who.</param>
/// <param name="Status">Whether on it.</param>
public sealed record VaultV2DepositorWhitelistStatusSet(Address Contract, Address Account, bool Status)
    : Event(Contract);

/// <summary>A vault has a limit, or none.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Status">Whether it has.</param>
public sealed record VaultV2IsDepositLimitSet(Address Contract, bool Status) : Event(Contract);

/// <summary>The limit of a vault changed.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Limit">All that it may hold after a deposit.</param>
public sealed record VaultV2DepositLimitSet(Address Contract, UInt256 Limit) : Event(Contract);

/// <summary>The fee for time changed.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Fee">For each second, in 10⁻¹⁸.</param>
/// <param name="Receiver">Who gets it.</param>
public sealed record VaultV2ManagementFeeSet(Address Contract, UInt256 Fee, Address Receiver)
    : Event(Contract);

/// <summary>The fee on interest changed.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Fee">In 10⁻¹⁸.</param>
/// <param name="Receiver">Who gets it.</param>
public sealed record VaultV2PerformanceFeeSet(Address Contract, UInt256 Fee, Address Receiver)
    : Event(Contract);

/// <summary>A redemption request has another owner; from the zero address when it was made.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it is.</param>
/// <param name="TokenId">Its number.</param>
public sealed record RequestTransferred(Address Contract, Address From, Address To, ulong TokenId)
    : Event(Contract);

/// <summary>Shares wait to be redeemed.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="Requester">Whose they were.</param>
/// <param name="Receiver">Who owns the request.</param>
/// <param name="Shares">How many.</param>
/// <param name="TokenId">The number of the request.</param>
public sealed record RedemptionRequested(
    Address Contract,
    Address Requester,
    Address Receiver,
    UInt256 Shares,
    ulong TokenId) : Event(Contract);

/// <summary>Shares that waited were redeemed.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="Assets">What they brought.</param>
/// <param name="Shares">How many.</param>
public sealed record QueueFilled(Address Contract, UInt256 Assets, UInt256 Shares) : Event(Contract);

/// <summary>The owner of a request was paid.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="TokenId">The number of the request.</param>
/// <param name="Assets">How much.</param>
/// <param name="Shares">For how many of its shares.</param>
public sealed record RedemptionClaimed(Address Contract, ulong TokenId, UInt256 Assets, UInt256 Shares)
    : Event(Contract);
