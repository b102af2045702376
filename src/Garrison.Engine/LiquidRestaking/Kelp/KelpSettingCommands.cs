using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>Puts Kelp into a world; the admin's other rights are granted.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Contracts">The addresses.</param>
/// <param name="Admin">Who grants rights.</param>
public sealed record DeployKelp(Address Sender, KelpContracts Contracts, Address Admin) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.Deploy(Contracts, Admin);
}

/// <summary>Says what an account may do.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Account">Who.</param>
/// <param name="Roles">All that it may.</param>
public sealed record GrantKelpRoles(Address Sender, Address Account, KelpRoles Roles) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.GrantRoles(Sender, Account, Roles);
}

/// <summary>Accepts an asset.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="DepositLimit">The most there may be of it.</param>
public sealed record SupportKelpAsset(Address Sender, Address Asset, UInt256 DepositLimit) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SupportAsset(Sender, Asset, DepositLimit);
}

/// <summary>Says where an asset is restaked.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Strategy">The strategy.</param>
public sealed record SetKelpStrategy(Address Sender, Address Asset, Address Strategy) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetStrategy(Sender, Asset, Strategy);
}

/// <summary>Says which feed values an asset.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Oracle">The feed.</param>
/// <param name="IsValidated">Whether its answer has to be from 1 to 10 ether.</param>
public sealed record SetKelpPriceOracle(
    Address Sender, Address Asset, Address Oracle, bool IsValidated) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Kelp.SetPriceOracle(Sender, Asset, Oracle, IsValidated);
}

/// <summary>Sets by how much an update may move the price.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Percent">In whole percent; 0 for any.</param>
public sealed record SetKelpPriceLimit(Address Sender, UInt256 Percent) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetPriceLimit(Sender, Percent);
}

/// <summary>Sets the treasury's part of a rise.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="FeeBps">In 10⁻⁴.</param>
public sealed record SetKelpProtocolFee(Address Sender, UInt256 FeeBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetProtocolFee(Sender, FeeBps);
}

/// <summary>Sets how much of an asset there may be.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Limit">The most.</param>
public sealed record SetKelpDepositLimit(Address Sender, Address Asset, UInt256 Limit) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetDepositLimit(Sender, Asset, Limit);
}

/// <summary>Sets the least that is accepted.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Minimum">In an asset's smallest unit.</param>
public sealed record SetKelpMinimumDeposit(Address Sender, UInt256 Minimum) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetMinimumDeposit(Sender, Minimum);
}

/// <summary>Sets the least that can be asked for.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Minimum">How much rsETH.</param>
public sealed record SetKelpMinimumWithdrawal(
    Address Sender, Address Asset, UInt256 Minimum) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetMinimumWithdrawal(Sender, Asset, Minimum);
}

/// <summary>Sets how old a request has to be.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Blocks">How many blocks; 72,000 at most.</param>
public sealed record SetKelpWithdrawalDelay(Address Sender, UInt256 Blocks) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetDelay(Sender, Blocks);
}

/// <summary>Pauses a contract, or lifts its pause.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Contract">The deposit pool, the withdrawal manager or the token.</param>
/// <param name="IsPaused">Which of the two.</param>
public sealed record SetKelpPaused(Address Sender, Address Contract, bool IsPaused) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetPaused(Sender, Contract, IsPaused);
}
