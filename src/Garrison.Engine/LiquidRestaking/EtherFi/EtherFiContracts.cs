using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>The addresses of ether.fi, and of what it pays or is called by.</summary>
/// <param name="LiquidityPool">Holds the ether that is not staked, and counts all.</param>
/// <param name="EEth">The rebasing token: shares of the pool.</param>
/// <param name="WeEth">The wrapper: one token a share.</param>
/// <param name="WithdrawRequestNft">The queue, and the ether of finalized requests.</param>
/// <param name="RedemptionManager">Redeems at once for a fee.</param>
/// <param name="Admin">Executes what the oracle reports.</param>
/// <param name="Oracle">Where the committee votes.</param>
/// <param name="RateLimiter">How much may be minted and burned in a time.</param>
/// <param name="Blacklister">Who may not take part.</param>
/// <param name="StakingManager">Takes ether for validators, and sends ether back.</param>
/// <param name="Restaker">Holds and restakes stETH.</param>
/// <param name="StEth">Lido's token.</param>
/// <param name="Liquifier">Takes tokens in, and deposits their value.</param>
/// <param name="MembershipManager">May withdraw at once.</param>
/// <param name="Treasury">Gets its part of exit fees.</param>
/// <param name="FeeRecipient">Gets the protocol's fees.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiContracts(
    Address LiquidityPool,
    Address EEth,
    Address WeEth,
    Address WithdrawRequestNft,
    Address RedemptionManager,
    Address Admin,
    Address Oracle,
    Address RateLimiter,
    Address Blacklister,
    Address StakingManager,
    Address Restaker,
    Address StEth,
    Address Liquifier,
    Address MembershipManager,
    Address Treasury,
    Address FeeRecipient);

/// <summary>What no vote and no key changes: the contracts are built with it.</summary>
/// <param name="MaxRebaseAprBps">The most that the accepted yearly rate may be set to, in 10⁻⁴.</param>
/// <param name="MaxRequestsPerReport">How many requests may be finalized at a time.</param>
/// <param name="MaxFinalizedPerDay">The most that the daily cap of finalizations may be set to, in
/// wei.</param>
/// <param name="MaxValidatorsPerDay">The most that the daily cap of approvals may be set to.</param>
/// <param name="StaleReportBlocks">After how many blocks without a report anybody may finalize.</param>
/// <param name="MinQuorum">The fewest members that may decide.</param>
/// <param name="MaxExitFeeSplitBps">The most of an exit fee that the treasury may get, in 10⁻⁴.</param>
/// <param name="MaxExitFeeBps">The most that an exit fee may be, in 10⁻⁴.</param>
/// <param name="MaxLowWatermarkBps">The most of the pool that may be kept from redemptions, in
/// 10⁻⁴.</param>
/// <param name="StalePriceSeconds">How old the price of stETH may be.</param>
/// <param name="MaxPricePremium">How far a stETH may be above an ether, in wei.</param>
/// <param name="InitialDeposit">What a validator is created with, in wei.</param>
/// <param name="MinValidatorSize">The least that one is funded to, in wei.</param>
/// <param name="MaxValidatorSize">The most, in wei.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiLimits(
    int MaxRebaseAprBps,
    uint MaxRequestsPerReport,
    UInt256 MaxFinalizedPerDay,
    ulong MaxValidatorsPerDay,
    ulong StaleReportBlocks,
    uint MinQuorum,
    ushort MaxExitFeeSplitBps,
    ushort MaxExitFeeBps,
    ushort MaxLowWatermarkBps,
    ulong StalePriceSeconds,
    UInt256 MaxPricePremium,
    UInt256 InitialDeposit,
    UInt256 MinValidatorSize,
    UInt256 MaxValidatorSize);

/// <summary>How the oracle counts slots.</summary>
/// <param name="ReportPeriodSlots">How many slots a report spans at least.</param>
/// <param name="ReportStartSlot">The first slot that is reported.</param>
/// <param name="SlotsPerEpoch">Slots of an epoch.</param>
/// <param name="SecondsPerSlot">Seconds of a slot.</param>
/// <param name="GenesisSeconds">When slot 0 began, in seconds since the Unix epoch.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiSlots(
    uint ReportPeriodSlots,
    uint ReportStartSlot,
    uint SlotsPerEpoch,
    uint SecondsPerSlot,
    ulong GenesisSeconds);
