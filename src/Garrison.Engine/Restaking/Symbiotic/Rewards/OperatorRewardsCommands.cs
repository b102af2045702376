using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>Puts a contract on the chain that pays rewards by roots.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Rewards">Where the chain puts it.</param>
public sealed record DeployOperatorRewards(Address Sender, Address Rewards) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.OperatorRewards.Deploy(Rewards);
}

/// <summary>Pays rewards, and says by a root who has earned how much in all.</summary>
/// <param name="Sender">The network's middleware, who pays.</param>
/// <param name="Rewards">By which contract.</param>
/// <param name="Network">For which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="Amount">How much more, in its smallest unit; may be 0.</param>
/// <param name="Root">The root; zero closes claims.</param>
public sealed record DistributeOperatorRewards(
    Address Sender, Address Rewards, Address Network, Address Token, UInt256 Amount, Hash32 Root)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.OperatorRewards.Distribute(this);
}

/// <summary>Claims what the sender has earned and not yet claimed.</summary>
/// <param name="Sender">Who earned.</param>
/// <param name="Rewards">From which contract.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Network">Of which network.</param>
/// <param name="Token">In which token.</param>
/// <param name="TotalClaimable">All that the root says, in the token's smallest unit.</param>
/// <param name="Proof">The nodes beside the leaf's way up.</param>
public sealed record ClaimOperatorRewards(
    Address Sender,
    Address Rewards,
    Address Recipient,
    Address Network,
    Address Token,
    UInt256 TotalClaimable,
    IReadOnlyList<Hash32> Proof) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.OperatorRewards.Claim(this);
}
