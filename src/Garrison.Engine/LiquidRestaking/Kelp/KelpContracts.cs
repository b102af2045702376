using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>The addresses of Kelp's contracts.</summary>
/// <param name="Config">Holds roles, assets, caps and the fee: <c>LRTConfig</c>.</param>
/// <param name="Token">rsETH.</param>
/// <param name="Oracle">Stores the price of rsETH: <c>LRTOracle</c>.</param>
/// <param name="DepositPool">Takes deposits: <c>LRTDepositPool</c>.</param>
/// <param name="WithdrawalManager">Keeps the queue and what is unlocked: <c>LRTWithdrawalManager</c>.</param>
/// <param name="UnstakingVault">Holds what requests are paid from: <c>LRTUnstakingVault</c>.</param>
/// <param name="Treasury">Earns the protocol's fee.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct KelpContracts(
    Address Config,
    Address Token,
    Address Oracle,
    Address DepositPool,
    Address WithdrawalManager,
    Address UnstakingVault,
    Address Treasury);

/// <summary>What an account may do to Kelp.</summary>
[Flags]
public enum KelpRoles : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Sets fees, limits and oracles, and lifts pauses.</summary>
    Admin = 1,

    /// <summary>Sets caps and the delay, pauses, and swaps within the pool.</summary>
    Manager = 2,

    /// <summary>Moves assets, and unlocks the queue.</summary>
    Operator = 4,

    /// <summary>Pauses withdrawals.</summary>
    Pauser = 8,
}

/// <summary>What holds for all assets.</summary>
/// <param name="Price">Ether for one rsETH, times 10¹⁸, as it was last updated; 0 before the first
/// time.</param>
/// <param name="LimitPercent">By how many whole percent an update may move the price; 0 for any.</param>
/// <param name="FeeBps">How much of a rise the treasury earns, in 10⁻⁴.</param>
/// <param name="MinimumDeposit">The least that is accepted, in an asset's smallest unit.</param>
/// <param name="DelayBlocks">How old a request has to be.</param>
/// <param name="ConverterValue">Ether that waits in the converter, in wei.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct KelpTerms(
    UInt256 Price,
    UInt256 LimitPercent,
    UInt256 FeeBps,
    UInt256 MinimumDeposit,
    ulong DelayBlocks,
    UInt256 ConverterValue);

/// <summary>What holds for one asset.</summary>
/// <param name="IsSupported">Whether it is accepted.</param>
/// <param name="PriceOracle">The feed that values it.</param>
/// <param name="Strategy">Where it is restaked; zero for ether.</param>
/// <param name="DepositLimit">The most there may be of it.</param>
/// <param name="MinimumWithdrawal">The least rsETH of a request for it.</param>
/// <param name="SharesUnstaking">Shares that left the strategy and did not arrive yet.</param>
/// <param name="Committed">What requests that are locked expect.</param>
/// <param name="NextUnused">The number of the next request.</param>
/// <param name="NextLocked">The number of the first request that is locked.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct KelpAsset(
    bool IsSupported,
    Address PriceOracle,
    Address Strategy,
    UInt256 DepositLimit,
    UInt256 MinimumWithdrawal,
    UInt256 SharesUnstaking,
    UInt256 Committed,
    ulong NextUnused,
    ulong NextLocked);
