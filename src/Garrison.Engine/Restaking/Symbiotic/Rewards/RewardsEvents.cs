using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>A contract divides rewards among the holders of a vault.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Vault">Of which vault.</param>
public sealed record RewardsVaultInitialized(Address Contract, Address Vault) : Event(Contract);

/// <summary>The fee is another.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="AdminFee">What of each reward, in 10⁻⁴.</param>
public sealed record AdminFeeSet(Address Contract, UInt256 AdminFee) : Event(Contract);

/// <summary>A reward was paid to those who held a vault at a second.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Network">For which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="DistributeAmount">How much without the fee, in the token's smallest unit.</param>
/// <param name="AdminFeeAmount">The fee.</param>
/// <param name="Timestamp">At which second.</param>
public sealed record StakerRewardsDistributed(
    Address Contract,
    Address Network,
    Address Token,
    UInt256 DistributeAmount,
    UInt256 AdminFeeAmount,
    ulong Timestamp) : Event(Contract);

/// <summary>A holder was paid its part of rewards.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Network">Of which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="Claimer">Which holder.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="Recipient">Who was paid.</param>
public sealed record StakerRewardsClaimed(
    Address Contract, Address Network, Address Token, Address Claimer, UInt256 Amount, Address Recipient)
    : Event(Contract);

/// <summary>Which rewards a holder was paid its part of.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Network">Of which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="Claimer">Which holder.</param>
/// <param name="FirstClaimedRewardIndex">The number of the first, from 0.</param>
/// <param name="RewardsClaimed">How many.</param>
public sealed record StakerRewardsClaimedExtra(
    Address Contract,
    Address Network,
    Address Token,
    Address Claimer,
    UInt256 FirstClaimedRewardIndex,
    UInt256 RewardsClaimed) : Event(Contract);

/// <summary>Fees were claimed.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Recipient">The token: the contract does not say who was paid.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public sealed record AdminFeeClaimed(Address Contract, Address Recipient, UInt256 Amount) : Event(Contract);

/// <summary>A network paid rewards by a root.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Network">Which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="Amount">How much more, in the token's smallest unit.</param>
/// <param name="Root">The root.</param>
public sealed record OperatorRewardsDistributed(
    Address Contract, Address Network, Address Token, UInt256 Amount, Hash32 Root) : Event(Contract);

/// <summary>What an account has earned was paid.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Recipient">Who was paid.</param>
/// <param name="Network">Of which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="Claimer">Who has earned it.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public sealed record OperatorRewardsClaimed(
    Address Contract, Address Recipient, Address Network, Address Token, Address Claimer, UInt256 Amount)
    : Event(Contract);
