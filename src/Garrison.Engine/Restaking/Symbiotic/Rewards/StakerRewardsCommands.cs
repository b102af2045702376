using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>Puts a contract on the chain that divides rewards among the holders of a vault.</summary>
/// <param name="Sender">The factory that makes it, and so gives the first roles.</param>
/// <param name="Rewards">Where the chain puts it.</param>
/// <param name="Parameters">What it is made with.</param>
public sealed record DeployStakerRewards(Address Sender, Address Rewards, StakerRewardsParameters Parameters)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.StakerRewards.Deploy(Sender, Rewards, Parameters);
}

/// <summary>Pays a reward to those who held a vault at a second.</summary>
/// <param name="Sender">The network's middleware, who pays.</param>
/// <param name="Rewards">By which contract.</param>
/// <param name="Network">For which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
/// <param name="Timestamp">At which second, in the past.</param>
/// <param name="AdminFeeMaxBps">The most that the admin may keep, in 10⁻⁴.</param>
public sealed record DistributeStakerRewards(
    Address Sender,
    Address Rewards,
    Address Network,
    Address Token,
    UInt256 Amount,
    ulong Timestamp,
    UInt256 AdminFeeMaxBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.StakerRewards.Distribute(this);
}

/// <summary>Claims the sender's part of the next rewards of a network in a token.</summary>
/// <param name="Sender">Whose part.</param>
/// <param name="Rewards">From which contract.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Token">In which token.</param>
/// <param name="Network">Of which network.</param>
/// <param name="RewardsMax">How many rewards at most.</param>
public sealed record ClaimStakerRewards(
    Address Sender,
    Address Rewards,
    Address Recipient,
    Address Token,
    Address Network,
    UInt256 RewardsMax) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.StakerRewards.Claim(this);
}

/// <summary>Claims the fees in a token.</summary>
/// <param name="Sender">Who has the role.</param>
/// <param name="Rewards">From which contract.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Token">In which token.</param>
public sealed record ClaimAdminFee(Address Sender, Address Rewards, Address Recipient, Address Token)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.StakerRewards.ClaimAdminFee(Sender, Rewards, Recipient, Token);
}

/// <summary>Says what the fee is.</summary>
/// <param name="Sender">Who has the role.</param>
/// <param name="Rewards">Of which contract.</param>
/// <param name="AdminFeeBps">What of each reward, in 10⁻⁴, at most 10⁴.</param>
public sealed record SetAdminFee(Address Sender, Address Rewards, UInt256 AdminFeeBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.StakerRewards.SetAdminFee(Sender, Rewards, AdminFeeBps);
}
