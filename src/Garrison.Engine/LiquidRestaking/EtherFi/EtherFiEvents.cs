using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>Shares of eETH moved; from the zero address when they were created.</summary>
/// <param name="Contract">eETH.</param>
/// <param name="From">Who paid.</param>
/// <param name="To">Who received.</param>
/// <param name="SharesValue">How many shares.</param>
public sealed record EtherFiSharesTransferred(
    Address Contract, Address From, Address To, UInt256 SharesValue) : Event(Contract);

/// <summary>Ether or value was deposited.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Sender">Who gets the shares.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Source">Where from: 1 is eETH.</param>
/// <param name="Referral">Whoever is said to have sent it.</param>
public sealed record EtherFiDeposited(
    Address Contract, Address Sender, UInt256 Amount, byte Source, Address Referral) : Event(Contract);

/// <summary>A withdrawal was requested.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Sender">Who asked.</param>
/// <param name="Recipient">Who owns the request.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Source">Where from: 1 is eETH.</param>
public sealed record EtherFiWithdrawn(
    Address Contract, Address Sender, Address Recipient, UInt256 Amount, byte Source) : Event(Contract);

/// <summary>Shares were burned for something else than ether.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="AmountSharesToBurn">How many.</param>
/// <param name="WithdrawalValueInETH">What was paid for them, in wei.</param>
public sealed record EtherFiSharesBurnedForOther(
    Address Contract, UInt256 AmountSharesToBurn, UInt256 WithdrawalValueInETH) : Event(Contract);

/// <summary>A report moved the value outside the pool.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="TotalEthLocked">What stands behind all shares, in wei.</param>
/// <param name="TotalEEthShares">How many shares there are.</param>
public sealed record EtherFiRebased(
    Address Contract, UInt256 TotalEthLocked, UInt256 TotalEEthShares) : Event(Contract);

/// <summary>The fee of a report is paid next.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="ProtocolFees">How much, in wei.</param>
public sealed record EtherFiProtocolFeePaid(Address Contract, UInt256 ProtocolFees) : Event(Contract);

/// <summary>Fees go to another account.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="NewFeeRecipient">Whose.</param>
public sealed record EtherFiFeeRecipientUpdated(Address Contract, Address NewFeeRecipient) : Event(Contract);

/// <summary>The least that may be requested is another.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="MinWithdrawAmount">In wei.</param>
public sealed record EtherFiMinWithdrawSet(Address Contract, UInt256 MinWithdrawAmount) : Event(Contract);

/// <summary>The most that may be requested is another.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="MaxWithdrawAmount">In wei.</param>
public sealed record EtherFiMaxWithdrawSet(Address Contract, UInt256 MaxWithdrawAmount) : Event(Contract);

/// <summary>Ether left the pool for validators: the log of what stands in for the staking
/// manager.</summary>
/// <param name="Contract">The staking manager.</param>
/// <param name="Value">How much, in wei.</param>
public sealed record EtherFiValidatorsFunded(Address Contract, UInt256 Value) : Event(Contract);

/// <summary>A request has another owner; none when it was made or is claimed.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="From">Who owned it.</param>
/// <param name="To">Who owns it.</param>
/// <param name="TokenId">Its number.</param>
public sealed record EtherFiRequestTransferred(
    Address Contract, Address From, Address To, uint TokenId) : Event(Contract);

/// <summary>A request was made.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="RequestId">Its number.</param>
/// <param name="AmountOfEEth">What was asked for, in wei.</param>
/// <param name="ShareOfEEth">The shares of it.</param>
/// <param name="Owner">Who is paid.</param>
public sealed record EtherFiRequestCreated(
    Address Contract, uint RequestId, UInt256 AmountOfEEth, UInt256 ShareOfEEth, Address Owner)
    : Event(Contract);

/// <summary>A request was paid.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="RequestId">Its number.</param>
/// <param name="AmountOfEEth">What was paid, in wei.</param>
/// <param name="ShareOfEEth">The shares that were burned.</param>
/// <param name="Owner">Who was paid.</param>
public sealed record EtherFiRequestClaimed(
    Address Contract, uint RequestId, UInt256 AmountOfEEth, UInt256 ShareOfEEth, Address Owner)
    : Event(Contract);

/// <summary>A request does not count.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="RequestId">Its number.</param>
public sealed record EtherFiRequestInvalidated(Address Contract, uint RequestId) : Event(Contract);

/// <summary>A request counts again.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="RequestId">Its number.</param>
public sealed record EtherFiRequestValidated(Address Contract, uint RequestId) : Event(Contract);

/// <summary>A request that does not count was given to another.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="RequestId">Its number.</param>
public sealed record EtherFiRequestSeized(Address Contract, uint RequestId) : Event(Contract);

/// <summary>eETH was redeemed at once.</summary>
/// <param name="Contract">The redemption manager.</param>
/// <param name="Receiver">Who was paid.</param>
/// <param name="RedemptionAmount">How much eETH, in wei.</param>
/// <param name="FeeAmountToTreasury">What the treasury got, in wei of eETH.</param>
/// <param name="FeeAmountToStakers">What was left to all others, in wei.</param>
/// <param name="Token">What was paid.</param>
public sealed record EtherFiRedeemed(
    Address Contract,
    Address Receiver,
    UInt256 RedemptionAmount,
    UInt256 FeeAmountToTreasury,
    UInt256 FeeAmountToStakers,
    Address Token) : Event(Contract);

/// <summary>What rounding had left was moved.</summary>
/// <param name="Contract">The redemption manager.</param>
/// <param name="Token">Which token.</param>
/// <param name="To">Who got it.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
public sealed record EtherFiDustSwept(
    Address Contract, Address Token, Address To, UInt256 Amount) : Event(Contract);
