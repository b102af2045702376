using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>What never changes of a vault of version 2.</summary>
/// <param name="Asset">What it takes: a plain token.</param>
/// <param name="Curator">Who holds every role of the vault and of its delegator.</param>
/// <param name="Delegator">The contract that spreads its assets over adapters.</param>
/// <param name="Queue">The contract in which those wait who want to leave.</param>
/// <param name="AssetUnit">10 to the power of the asset's decimals.</param>
/// <param name="VirtualShares">10 to the power of how many decimals 18 is more than the asset's.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct VaultV2(
    Address Asset,
    Address Curator,
    Address Delegator,
    Address Queue,
    UInt256 AssetUnit,
    UInt256 VirtualShares);

/// <summary>What a vault of version 2 is made with.</summary>
/// <param name="Asset">What it takes: a plain token, neither rebasing nor with a fee on transfer.</param>
/// <param name="AssetDecimals">The decimals that the token states, as a fact from outside.</param>
/// <param name="Curator">Who holds every role of the vault and of its delegator.</param>
/// <param name="Delegator">Where the chain puts the delegator.</param>
/// <param name="Queue">Where the chain puts the withdrawal queue.</param>
/// <param name="Rules">Who may deposit, and up to how much.</param>
/// <param name="DepositorToWhitelist">The first who may deposit when not everyone may.</param>
public sealed record VaultV2Configuration(
    Address Asset,
    byte AssetDecimals,
    Address Curator,
    Address Delegator,
    Address Queue,
    VaultV2DepositRules Rules,
    Address DepositorToWhitelist);

/// <summary>Who may deposit into a vault, and up to how much.</summary>
/// <param name="IsWhitelist">Whether only those on a list may.</param>
/// <param name="IsLimit">Whether there is a limit.</param>
/// <param name="Limit">All that the vault may hold after a deposit, in the asset.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct VaultV2DepositRules(bool IsWhitelist, bool IsLimit, UInt256 Limit);

/// <summary>A fee of a vault.</summary>
/// <param name="Rate">In 10⁻¹⁸: of the interest, or of all assets for each second.</param>
/// <param name="Receiver">Who gets the shares; no fee is taken for the zero address.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct VaultV2Fee(UInt256 Rate, Address Receiver)
{
    /// <summary>What may be asked for a second: 5% in a year of 365 days, in 10⁻¹⁸, rounded down.</summary>
    public static UInt256 ManagementRateMax { get; } = 50_000_000_000_000_000UL / (365 * 86_400UL);

    /// <summary>What may be asked of the interest: 20%, in 10⁻¹⁸.</summary>
    public static UInt256 PerformanceRateMax { get; } = 200_000_000_000_000_000UL;

    /// <summary>The rate that is taken: none without a receiver.</summary>
    internal UInt256 Effective => Receiver.IsZero ? UInt256.Zero : Rate;
}

/// <summary>The fees that a curator takes.</summary>
/// <param name="Management">Of all assets, for each second.</param>
/// <param name="Performance">Of the interest.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct VaultV2Fees(VaultV2Fee Management, VaultV2Fee Performance);

/// <summary>The fees that the protocol takes of a vault.</summary>
/// <param name="Receiver">Who gets the shares; no fee is taken for the zero address.</param>
/// <param name="ManagementRate">Of all assets for each second, in 10⁻¹⁸.</param>
/// <param name="PerformanceRate">Of the interest, in 10⁻¹⁸.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct VaultV2ProtocolFee(
    Address Receiver, UInt256 ManagementRate, UInt256 PerformanceRate)
{
    internal VaultV2Fees AsFees => new(new(ManagementRate, Receiver), new(PerformanceRate, Receiver));
}

/// <summary>A vault as its last accrual left it.</summary>
/// <param name="UpdatedAtSeconds">When that was, in seconds since the Unix epoch.</param>
/// <param name="TotalAssets">What was in it, deposits and withdrawals since then counted.</param>
/// <param name="ProtocolFee">What the protocol takes at the next one.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct VaultV2Accounting(
    ulong UpdatedAtSeconds, UInt256 TotalAssets, VaultV2ProtocolFee ProtocolFee);
