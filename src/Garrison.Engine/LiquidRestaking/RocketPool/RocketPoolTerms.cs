using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.RocketPool;

/// <summary>The contracts of Rocket Pool.</summary>
/// <param name="Admin">Who sets the settings and the members.</param>
/// <param name="Token">rETH, which holds ether for those who leave.</param>
/// <param name="Vault">Holds the deposit pool's ether.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RocketPoolDeployment(Address Admin, Address Token, Address Vault);

/// <summary>The settings of Rocket Pool.</summary>
/// <param name="MinimumDeposit">The least deposit, in wei.</param>
/// <param name="MaximumPoolSize">How much may wait in the pool beyond what nodes ask for, in wei.</param>
/// <param name="DepositFee">The fee on a deposit, of 10¹⁸.</param>
/// <param name="TargetCollateral">Which part of all ether is to stay with rETH, of 10¹⁸.</param>
/// <param name="MaxRateChange">By how much an update may move the rate, of 10¹⁸.</param>
/// <param name="UpdatePeriod">How often updates come, in seconds.</param>
/// <param name="Consensus">Which part of the members must agree, of 10¹⁸.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RocketPoolSettings(
    UInt256 MinimumDeposit,
    UInt256 MaximumPoolSize,
    UInt256 DepositFee,
    UInt256 TargetCollateral,
    UInt256 MaxRateChange,
    ulong UpdatePeriod,
    UInt256 Consensus)
{
    /// <summary>A day between updates, changes of at most 2 %, 51 % of votes, a tenth as collateral: as on
    /// the main network. The fee, the least deposit and the size of the pool are examples.</summary>
    public static RocketPoolSettings Mainnet { get; } = new(
        MinimumDeposit: 10_000_000_000_000_000UL,
        MaximumPoolSize: Wad.Scale * 18_000UL,
        DepositFee: 500_000_000_000_000UL,
        TargetCollateral: 100_000_000_000_000_000UL,
        MaxRateChange: 20_000_000_000_000_000UL,
        UpdatePeriod: 86_400,
        Consensus: 510_000_000_000_000_000UL);
}

/// <summary>What the members last agreed on: the rate.</summary>
/// <param name="Block">At which block.</param>
/// <param name="Timestamp">When it was taken, in seconds.</param>
/// <param name="TotalEther">All ether behind rETH, in wei.</param>
/// <param name="StakingEther">How much of it is staked, in wei.</param>
/// <param name="Supply">The supply of rETH.</param>
public readonly record struct RocketPoolBalances(
    ulong Block, ulong Timestamp, UInt256 TotalEther, UInt256 StakingEther, UInt256 Supply);

/// <summary>A validator that a node asked for.</summary>
/// <param name="Node">Whose bond.</param>
/// <param name="Bond">The bond, in wei: what is lost first.</param>
/// <param name="IsStaking">Whether it has got its 32 ether and has not left.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RocketPoolValidator(Address Node, UInt256 Bond, bool IsStaking);

/// <summary>The refusals of Rocket Pool, by the contracts' texts.</summary>
internal static class RocketPoolRefusals
{
    public static readonly Refusal PoolIsFull =
        new("The deposit pool size after depositing exceeds the maximum size");

    public static readonly Refusal DepositTooSmall =
        new("The deposited amount is less than the minimum deposit size");

    public static readonly Refusal NoBalance =
        new("Cannot calculate rETH token amount while total network balance is zero");

    public static readonly Refusal InvalidMint = new("Invalid token mint amount");
    public static readonly Refusal InvalidBurn = new("Invalid token burn amount");
    public static readonly Refusal InsufficientReth = new("Insufficient rETH balance");
    public static readonly Refusal InsufficientEther = new("Insufficient ETH balance for exchange");
    public static readonly Refusal NotTrusted = new("Invalid trusted node");
    public static readonly Refusal FutureBlock = new("Balances can not be submitted for a future block");
    public static readonly Refusal OldBlock = new("Network balances for a higher block are set");
    public static readonly Refusal Duplicate = new("Duplicate submission from node");
    public static readonly Refusal TooSoon = new("Not enough time has passed");
    public static readonly Refusal TooMuch = new("Change exceeds maximum");

    /// <summary>Ours: who is not the admin.</summary>
    public static readonly Refusal InvalidAddress = new("Invalid address");
    public static readonly Refusal NotAdmin = new("NotAdmin");

    /// <summary>Ours: there is one Rocket Pool in a world.</summary>
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");

    /// <summary>Ours: a bond below 4 ether, or of all 32.</summary>
    public static readonly Refusal InvalidBond = new("InvalidBond");

    /// <summary>Ours: no such validator is staking.</summary>
    public static readonly Refusal NotStaking = new("NotStaking");
}
