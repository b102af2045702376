using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>The addresses of Renzo's contracts, and of two that it sends assets to.</summary>
/// <param name="Token">ezETH.</param>
/// <param name="RestakeManager">Takes deposits and sums up what there is.</param>
/// <param name="DepositQueue">Keeps ether that is not staked, and takes rewards.</param>
/// <param name="WithdrawQueue">Keeps the buffers and the queues.</param>
/// <param name="InstantWithdrawer">Pays at once out of the buffers, for a fee.</param>
/// <param name="StEth">stETH, which can be made into ether at Lido.</param>
/// <param name="LidoQueue">Where stETH waits for that.</param>
/// <param name="Beyond">Where assets go that a delegator with a posted backing restakes, and ether on its way
/// to validators.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RenzoContracts(
    Address Token,
    Address RestakeManager,
    Address DepositQueue,
    Address WithdrawQueue,
    Address InstantWithdrawer,
    Address StEth,
    Address LidoQueue,
    Address Beyond);

/// <summary>What an account may do to Renzo.</summary>
[Flags]
public enum RenzoRoles : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Sets delegators, collateral and fees on rewards.</summary>
    RestakeManagerAdmin = 1,

    /// <summary>Pauses deposits, requests and claims.</summary>
    DepositWithdrawPauser = 2,

    /// <summary>Sets buffers, the cool-down and the white list.</summary>
    WithdrawQueueAdmin = 4,

    /// <summary>Makes stETH of the buffer into ether.</summary>
    RebalanceAdmin = 8,

    /// <summary>Stakes ether of the deposit queue.</summary>
    NativeEthRestakeAdmin = 16,

    /// <summary>Restakes tokens that came as rewards.</summary>
    Erc20RewardsAdmin = 32,

    /// <summary>Chooses feeds.</summary>
    OracleAdmin = 64,

    /// <summary>Owns the instant withdrawer.</summary>
    InstantOwner = 128,

    /// <summary>All of these.</summary>
    All = 255,
}

/// <summary>What the risk oracle may change.</summary>
public enum RenzoRisk : byte
{
    /// <summary>1 stops deposits.</summary>
    DepositPaused,

    /// <summary>1 stops requests.</summary>
    WithdrawRequestPaused,

    /// <summary>1 stops claims.</summary>
    ClaimPaused,

    /// <summary>1 takes the white list its privilege.</summary>
    InstantWithdrawPaused,

    /// <summary>The shortest cool-down, in seconds.</summary>
    WithdrawCooldownPeriod,
}

/// <summary>What holds for all assets.</summary>
/// <param name="IsPaused">Whether the restake manager is: no deposits.</param>
/// <param name="IsQueuePaused">Whether the withdraw queue is: no requests, no claims.</param>
/// <param name="CoolDownSeconds">How old a request has to be.</param>
/// <param name="LastRequest">The number of the last request.</param>
/// <param name="LastRebalance">The number of the last request to Lido.</param>
/// <param name="StEthPending">stETH that waits at Lido.</param>
/// <param name="FeeRecipient">Who earns the fee on rewards; zero for nobody.</param>
/// <param name="FeeBps">The fee on rewards, in 10⁻⁴.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RenzoTerms(
    bool IsPaused,
    bool IsQueuePaused,
    UInt256 CoolDownSeconds,
    ulong LastRequest,
    ulong LastRebalance,
    UInt256 StEthPending,
    Address FeeRecipient,
    UInt256 FeeBps);

/// <summary>What the instant withdrawer keeps to.</summary>
/// <param name="DrawdownBps">How much of a buffer's target it leaves, in 10⁻⁴.</param>
/// <param name="FeeRecipient">Who earns its fees.</param>
/// <param name="MinimumFeeBps">The fee at a full buffer, in 10⁻⁴.</param>
/// <param name="MaximumFeeBps">The fee at the limit, in 10⁻⁴.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RenzoInstantTerms(
    UInt256 DrawdownBps, Address FeeRecipient, UInt256 MinimumFeeBps, UInt256 MaximumFeeBps);

/// <summary>A contract that restakes.</summary>
/// <param name="Operator">Whom it means to be delegated to.</param>
/// <param name="IsOnEigenLayer">Whether that is asked of EigenLayer, rather than posted.</param>
/// <param name="PostedOperator">Whom it is delegated to, where that is posted.</param>
/// <param name="AllocationBps">How much of all it should have, in 10⁻⁴.</param>
/// <param name="Unverified">Ether of validators that no proof showed yet, in wei.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RenzoDelegator(
    Address Operator,
    bool IsOnEigenLayer,
    Address PostedOperator,
    UInt256 AllocationBps,
    UInt256 Unverified);

/// <summary>How much of an asset the withdraw queue should have to spare.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Amount">In its smallest unit; not 0.</param>
public readonly record struct RenzoBufferTarget(Address Asset, UInt256 Amount);
