using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>A contract that divides rewards among the holders of a vault.</summary>
/// <param name="Vault">Of which vault; zero when there is no such contract.</param>
/// <param name="AdminFee">What of each reward the admin keeps, at most 1.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct StakerRewardsTerms(Address Vault, Bps AdminFee);

/// <summary>What it is made with.</summary>
/// <param name="Vault">Of which vault.</param>
/// <param name="AdminFeeBps">What of each reward the admin keeps, in 10⁻⁴, at most 10⁴.</param>
/// <param name="DefaultAdmin">Grants and revokes the roles; zero for nobody.</param>
/// <param name="AdminFeeClaimer">Takes the fees; zero for nobody.</param>
/// <param name="AdminFeeSetter">Says what the fee is; zero for nobody.</param>
public sealed record StakerRewardsParameters(
    Address Vault,
    UInt256 AdminFeeBps,
    Address DefaultAdmin,
    Address AdminFeeClaimer,
    Address AdminFeeSetter);

/// <summary>A reward for those who held the vault at a second.</summary>
/// <param name="Amount">How much, without the fee, in the token's smallest unit.</param>
/// <param name="Timestamp">At which second.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RewardDistribution(UInt256 Amount, ulong Timestamp);

internal readonly record struct RewardStream(Address Contract, Address Token, Address Network);

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct StreamAccount(RewardStream Stream, Address Account);

internal readonly record struct ContractToken(Address Contract, Address Token);
