using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>There is another delegator.</summary>
/// <param name="Contract">The restake manager.</param>
/// <param name="Od">Which.</param>
public sealed record RenzoDelegatorAdded(Address Contract, Address Od) : Event(Contract);

/// <summary>A delegator should have another part of all.</summary>
/// <param name="Contract">The restake manager.</param>
/// <param name="Od">Which.</param>
/// <param name="Allocation">In 10⁻⁴.</param>
public sealed record RenzoAllocationUpdated(
    Address Contract, Address Od, UInt256 Allocation) : Event(Contract);

/// <summary>A token is accepted.</summary>
/// <param name="Contract">The restake manager.</param>
/// <param name="Token">Which.</param>
public sealed record RenzoCollateralAdded(Address Contract, Address Token) : Event(Contract);

/// <summary>Delegators may have more or less of a token.</summary>
/// <param name="Contract">The restake manager.</param>
/// <param name="Token">Which.</param>
/// <param name="Tvl">At most this, in wei; 0 for any.</param>
public sealed record RenzoValueLimitUpdated(Address Contract, Address Token, UInt256 Tvl) : Event(Contract);

/// <summary>Another feed values a token.</summary>
/// <param name="Contract">The restake manager.</param>
/// <param name="Token">Which.</param>
/// <param name="OracleAddress">The feed.</param>
public sealed record RenzoFeedUpdated(
    Address Contract, Address Token, Address OracleAddress) : Event(Contract);

/// <summary>Somebody deposited.</summary>
/// <param name="Contract">The restake manager.</param>
/// <param name="Depositor">Who.</param>
/// <param name="Token">What; zero for ether.</param>
/// <param name="Amount">How much, of a token only what was restaked.</param>
/// <param name="EzETHMinted">For how much ezETH.</param>
/// <param name="ReferralId">Through whom.</param>
public sealed record RenzoDeposited(
    Address Contract,
    Address Depositor,
    Address Token,
    UInt256 Amount,
    UInt256 EzETHMinted,
    UInt256 ReferralId) : Event(Contract);

/// <summary>Ether of a deposit arrived.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record RenzoEtherQueued(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>The deposit queue filled a buffer.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="Token">Of what.</param>
/// <param name="Amount">With how much.</param>
public sealed record RenzoBufferFilled(Address Contract, Address Token, UInt256 Amount) : Event(Contract);

/// <summary>Ether came back from validators.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record RenzoFullWithdrawalReceived(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>Rewards came in.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="Token">What; zero for ether.</param>
/// <param name="Amount">How much after the fee.</param>
public sealed record RenzoRewardsDeposited(Address Contract, Address Token, UInt256 Amount) : Event(Contract);

/// <summary>A fee on rewards was paid.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="Token">What; zero for ether.</param>
/// <param name="Amount">How much.</param>
/// <param name="Destination">To whom.</param>
public sealed record RenzoFeesPaid(
    Address Contract, Address Token, UInt256 Amount, Address Destination) : Event(Contract);

/// <summary>The fee on rewards changed.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="FeeAddress">Who earns it.</param>
/// <param name="FeeBasisPoints">In 10⁻⁴.</param>
public sealed record RenzoFeeConfigUpdated(
    Address Contract, Address FeeAddress, UInt256 FeeBasisPoints) : Event(Contract);

/// <summary>Ether went to a validator.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="OperatorDelegator">Whose.</param>
/// <param name="Pubkey">The validator's key.</param>
/// <param name="AmountStaked">How much, in wei.</param>
/// <param name="AmountQueued">How much stays.</param>
public sealed record RenzoEtherStaked(
    Address Contract, Address OperatorDelegator, string Pubkey, UInt256 AmountStaked, UInt256 AmountQueued)
    : Event(Contract);

/// <summary>Gas was paid back; none here.</summary>
/// <param name="Contract">The deposit queue.</param>
/// <param name="Admin">To whom.</param>
/// <param name="GasRefunded">How much, in wei.</param>
public sealed record RenzoGasRefunded(Address Contract, Address Admin, UInt256 GasRefunded) : Event(Contract);

/// <summary>The buffer of ether was filled.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="Amount">With how much beside what went to requests.</param>
public sealed record RenzoEtherBufferFilled(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>The buffer of a token was filled.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="Asset">Which.</param>
/// <param name="Amount">With how much beside what went to requests.</param>
public sealed record RenzoTokenBufferFilled(
    Address Contract, Address Asset, UInt256 Amount) : Event(Contract);

/// <summary>Requests were filled.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="Amount">With how much.</param>
/// <param name="Asset">Of what.</param>
public sealed record RenzoQueueFilled(Address Contract, UInt256 Amount, Address Asset) : Event(Contract);

/// <summary>A buffer should be larger or smaller.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="OldBufferTarget">What it was.</param>
/// <param name="NewBufferTarget">What it is.</param>
public sealed record RenzoBufferTargetUpdated(
    Address Contract, UInt256 OldBufferTarget, UInt256 NewBufferTarget) : Event(Contract);

/// <summary>Requests have to be older or less old.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="OldCoolDownPeriod">What it was, in seconds.</param>
/// <param name="NewCoolDownPeriod">What it is.</param>
public sealed record RenzoCoolDownUpdated(
    Address Contract, UInt256 OldCoolDownPeriod, UInt256 NewCoolDownPeriod) : Event(Contract);

/// <summary>Some need not wait, or have to again.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="Accounts">Who.</param>
/// <param name="AccountsStatus">Which of the two.</param>
public sealed record RenzoWhitelistUpdated(
    Address Contract, IReadOnlyList<Address> Accounts, IReadOnlyList<bool> AccountsStatus) : Event(Contract);

/// <summary>A request was made.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="WithdrawRequestID">Its number among all.</param>
/// <param name="User">Whose.</param>
/// <param name="ClaimToken">For what.</param>
/// <param name="AmountToRedeem">What it is worth.</param>
/// <param name="EzETHAmountLocked">With how much ezETH.</param>
/// <param name="WithdrawRequestIndex">Its place among the user's.</param>
/// <param name="Queued">Whether it has to wait.</param>
/// <param name="QueueFilled">What was to spare.</param>
public sealed record RenzoRequestCreated(
    Address Contract,
    ulong WithdrawRequestID,
    Address User,
    Address ClaimToken,
    UInt256 AmountToRedeem,
    UInt256 EzETHAmountLocked,
    ulong WithdrawRequestIndex,
    bool Queued,
    UInt256 QueueFilled) : Event(Contract);

/// <summary>A request was paid.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="WithdrawRequest">Which, with what it was paid.</param>
public sealed record RenzoRequestClaimed(Address Contract, RenzoClaim WithdrawRequest) : Event(Contract);

/// <summary>stETH went to Lido.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="RequestId">The request to Lido.</param>
/// <param name="Amount">How much.</param>
public sealed record RenzoRebalanceStarted(
    Address Contract, ulong RequestId, UInt256 Amount) : Event(Contract);

/// <summary>stETH came back as ether.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="RequestId">The request to Lido.</param>
/// <param name="Amount">How much stETH it was.</param>
public sealed record RenzoRebalanceCompleted(
    Address Contract, ulong RequestId, UInt256 Amount) : Event(Contract);

/// <summary>Somebody left at once.</summary>
/// <param name="Contract">The instant withdrawer.</param>
/// <param name="User">Who.</param>
/// <param name="EzEthAmount">With how much ezETH.</param>
/// <param name="RedeemToken">For what.</param>
/// <param name="RedeemAmount">What it was worth.</param>
/// <param name="FeeAmount">What of it was the fee.</param>
public sealed record RenzoInstantWithdrawn(
    Address Contract,
    Address User,
    UInt256 EzEthAmount,
    Address RedeemToken,
    UInt256 RedeemAmount,
    UInt256 FeeAmount) : Event(Contract);

/// <summary>The queue is paused.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="Account">By whom.</param>
public sealed record RenzoPaused(Address Contract, Address Account) : Event(Contract);

/// <summary>The queue is paused no more.</summary>
/// <param name="Contract">The withdraw queue.</param>
/// <param name="Account">By whom.</param>
public sealed record RenzoUnpaused(Address Contract, Address Account) : Event(Contract);

/// <summary>A request as the event of its claim has it.</summary>
/// <param name="CollateralToken">For what.</param>
/// <param name="WithdrawRequestID">Its number among all.</param>
/// <param name="AmountToRedeem">What it was paid.</param>
/// <param name="EzETHLocked">How much ezETH was burned.</param>
/// <param name="CreatedAt">When it was made, in seconds since the Unix epoch.</param>
public readonly record struct RenzoClaim(
    Address CollateralToken,
    ulong WithdrawRequestID,
    UInt256 AmountToRedeem,
    UInt256 EzETHLocked,
    ulong CreatedAt);
