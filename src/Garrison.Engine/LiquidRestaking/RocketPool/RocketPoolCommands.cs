using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.RocketPool;

/// <summary>Makes Rocket Pool, once in a world, with settings close to the main network's.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Deployment">The contracts.</param>
public sealed record DeployRocketPool(Address Sender, RocketPoolDeployment Deployment) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.Deploy(Deployment);
}

/// <summary>Sets the settings.</summary>
/// <param name="Sender">The admin.</param>
/// <param name="Settings">The settings.</param>
public sealed record SetRocketPool(Address Sender, RocketPoolSettings Settings) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.Set(Sender, Settings);
}

/// <summary>Lets an account vote on the balances.</summary>
/// <param name="Sender">The admin.</param>
/// <param name="Member">Which.</param>
public sealed record AddRocketMember(Address Sender, Address Member) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.AddMember(Sender, Member);
}

/// <summary>Votes on what there is.</summary>
/// <param name="Sender">A member.</param>
/// <param name="Block">At which block.</param>
/// <param name="TotalEther">All ether behind rETH, in wei.</param>
/// <param name="StakingEther">How much of it is staked, in wei.</param>
/// <param name="Supply">The supply of rETH.</param>
public sealed record SubmitRocketBalances(
    Address Sender, ulong Block, UInt256 TotalEther, UInt256 StakingEther, UInt256 Supply)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.Submit(
        Sender, Block, TotalEther, StakingEther, Supply);
}

/// <summary>Buys rETH.</summary>
/// <param name="Sender">Who buys.</param>
/// <param name="Value">For how much, in wei.</param>
public sealed record DepositToRocketPool(Address Sender, UInt256 Value) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.Deposit(Sender, Value);
}

/// <summary>Turns rETH into ether at once, or is refused.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="Amount">How much rETH.</param>
public sealed record BurnRocketEther(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.Burn(Sender, Amount);
}

/// <summary>Asks for a validator.</summary>
/// <param name="Sender">The node.</param>
/// <param name="Bond">The bond, in wei: at least 4 ether.</param>
public sealed record DepositRocketBond(Address Sender, UInt256 Bond) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.DepositBond(Sender, Bond);
}

/// <summary>Says what came out of a validator, as an outside fact.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="Id">Which, from 0.</param>
/// <param name="Balance">How much, in wei.</param>
public sealed record ExitRocketValidator(Address Sender, ulong Id, UInt256 Balance) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.RocketPool.Exit(Id, Balance);
}
