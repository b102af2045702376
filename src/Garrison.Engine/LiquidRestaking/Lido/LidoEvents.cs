using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>Ether was staked.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="Sender">Who staked.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Shares">For how many shares; the contract logs who referred the sender instead.</param>
public sealed record LidoSubmitted(Address Contract, Address Sender, UInt256 Amount, UInt256 Shares)
    : Event(Contract);

/// <summary>What the pool is worth was set.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="PrePooled">What it was, in wei.</param>
/// <param name="PostPooled">What it is, in wei.</param>
/// <param name="TotalShares">All shares.</param>
public sealed record LidoRebased(
    Address Contract, UInt256 PrePooled, UInt256 PostPooled, UInt256 TotalShares) : Event(Contract);

/// <summary>Shares and ether left the pool.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="From">Whose shares.</param>
/// <param name="Shares">How many.</param>
/// <param name="EtherAmount">How much ether, in wei.</param>
public sealed record LidoWithdrawalsBurnt(
    Address Contract, Address From, UInt256 Shares, UInt256 EtherAmount) : Event(Contract);

/// <summary>Ether left for the deposit contract.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record LidoUnbuffered(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>How many validators were deposited for.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="DepositedValidators">How many in all.</param>
public sealed record LidoDepositedValidatorsChanged(Address Contract, UInt256 DepositedValidators)
    : Event(Contract);

/// <summary>A report saw validators.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="ReportTimestamp">Its time, in seconds.</param>
/// <param name="PreClValidators">How many the last one saw.</param>
/// <param name="PostClValidators">How many it saw.</param>
public sealed record LidoValidatorsUpdated(
    Address Contract, UInt256 ReportTimestamp, UInt256 PreClValidators, UInt256 PostClValidators)
    : Event(Contract);

/// <summary>Ether came from the rewards vault.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record LidoRewardsReceived(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>Ether came from the withdrawal vault.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record LidoWithdrawalsReceived(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>Where the ether is after a report.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="ReportTimestamp">The time of the report, in seconds.</param>
/// <param name="PreClBalance">What the validators were worth, with new deposits, in wei.</param>
/// <param name="PostClBalance">What they are worth, in wei.</param>
/// <param name="WithdrawalsWithdrawn">What came from the withdrawal vault, in wei.</param>
/// <param name="ExecutionLayerRewardsWithdrawn">What came from the rewards vault, in wei.</param>
/// <param name="PostBufferedEther">What is in hand, in wei.</param>
public sealed record LidoEtherDistributed(
    Address Contract,
    UInt256 ReportTimestamp,
    UInt256 PreClBalance,
    UInt256 PostClBalance,
    UInt256 WithdrawalsWithdrawn,
    UInt256 ExecutionLayerRewardsWithdrawn,
    UInt256 PostBufferedEther) : Event(Contract);

/// <summary>A report changed the rate.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="ReportTimestamp">The time of the report, in seconds.</param>
/// <param name="TimeElapsed">Since the last one, in seconds.</param>
/// <param name="PreTotalShares">All shares before.</param>
/// <param name="PreTotalEther">The pool before, in wei.</param>
/// <param name="PostTotalShares">All shares after.</param>
/// <param name="PostTotalEther">The pool after, in wei.</param>
/// <param name="SharesMintedAsFees">Shares that are the fee.</param>
public sealed record LidoTokenRebased(
    Address Contract,
    UInt256 ReportTimestamp,
    UInt256 TimeElapsed,
    UInt256 PreTotalShares,
    UInt256 PreTotalEther,
    UInt256 PostTotalShares,
    UInt256 PostTotalEther,
    UInt256 SharesMintedAsFees) : Event(Contract);

/// <summary>A fall was small enough to be believed.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="ReportTimestamp">The time of the report, in seconds, for the contract's slot.</param>
/// <param name="ClTotalBalance">The validators and the withdrawal vault, in wei.</param>
/// <param name="ClBalanceDecrease">How much was lost in 18 days, in wei.</param>
/// <param name="MaxAllowedClRebaseNegativeSum">How much might have been, in wei.</param>
public sealed record LidoNegativeRebaseAccepted(
    Address Contract,
    UInt256 ReportTimestamp,
    UInt256 ClTotalBalance,
    UInt256 ClBalanceDecrease,
    UInt256 MaxAllowedClRebaseNegativeSum) : Event(Contract);

/// <summary>A second opinion confirmed a fall.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="ReportTimestamp">The time of the report, in seconds, for the contract's slot.</param>
/// <param name="ClBalanceWei">What the validators are worth, in wei.</param>
/// <param name="WithdrawalVaultBalance">What is in the withdrawal vault, in wei.</param>
public sealed record LidoNegativeRebaseConfirmed(
    Address Contract, UInt256 ReportTimestamp, UInt256 ClBalanceWei, UInt256 WithdrawalVaultBalance)
    : Event(Contract);

/// <summary>Shares wait to be burnt.</summary>
/// <param name="Contract">The burner.</param>
/// <param name="IsCover">Whether they cover a loss.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="AmountOfStETH">What they are worth, in wei.</param>
/// <param name="AmountOfShares">How many.</param>
public sealed record LidoBurnRequested(
    Address Contract, bool IsCover, Address RequestedBy, UInt256 AmountOfStETH, UInt256 AmountOfShares)
    : Event(Contract);

/// <summary>Shares that waited are burnt.</summary>
/// <param name="Contract">The burner.</param>
/// <param name="IsCover">Whether they covered a loss.</param>
/// <param name="AmountOfStETH">What they were worth, in wei.</param>
/// <param name="AmountOfShares">How many.</param>
public sealed record LidoBurnt(
    Address Contract, bool IsCover, UInt256 AmountOfStETH, UInt256 AmountOfShares) : Event(Contract);

/// <summary>Shares are gone.</summary>
/// <param name="Contract">stETH.</param>
/// <param name="Account">Whose they were.</param>
/// <param name="PreRebaseTokenAmount">What they were worth, in wei.</param>
/// <param name="PostRebaseTokenAmount">What as many are worth after it, in wei.</param>
/// <param name="SharesAmount">How many.</param>
public sealed record LidoSharesBurnt(
    Address Contract,
    Address Account,
    UInt256 PreRebaseTokenAmount,
    UInt256 PostRebaseTokenAmount,
    UInt256 SharesAmount) : Event(Contract);
