using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>Sends 32 ether of the deposit queue to a validator.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegator">Whose.</param>
/// <param name="Pubkey">The validator's key.</param>
public sealed record StakeRenzoEther(Address Sender, Address Delegator, string Pubkey) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.StakeEther(Sender, Delegator, Pubkey);
}

/// <summary>Restakes tokens that came as rewards.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">Which token.</param>
public sealed record SweepRenzoToken(Address Sender, Address Token) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SweepToken(Sender, Token);
}

/// <summary>Sends stETH of the buffer to Lido.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
public sealed record StartRenzoRebalance(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.StartRebalance(Sender, Amount);
}

/// <summary>Takes what Lido pays for stETH.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="RequestId">The request to Lido.</param>
/// <param name="Ether">What it pays, in wei, as an outside fact.</param>
public sealed record CompleteRenzoRebalance(
    Address Sender, UInt256 RequestId, UInt256 Ether) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.CompleteRebalance(Sender, RequestId, Ether);
}

/// <summary>Adds a delegator.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegator">Which.</param>
/// <param name="AllocationBps">How much of all it should have, in 10⁻⁴.</param>
public sealed record AddRenzoDelegator(
    Address Sender, Address Delegator, UInt256 AllocationBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Renzo.AddDelegator(Sender, Delegator, AllocationBps);
}

/// <summary>Sets how much of all a delegator should have.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegator">Which.</param>
/// <param name="AllocationBps">In 10⁻⁴.</param>
public sealed record SetRenzoAllocation(
    Address Sender, Address Delegator, UInt256 AllocationBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Renzo.SetAllocation(Sender, Delegator, AllocationBps);
}

/// <summary>Says whom a delegator means to be delegated to.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegator">Which.</param>
/// <param name="Operator">To whom.</param>
/// <param name="IsOnEigenLayer">Whether EigenLayer is asked who it is, rather than what is posted.</param>
public sealed record SetRenzoOperator(
    Address Sender, Address Delegator, Address Operator, bool IsOnEigenLayer) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Renzo.SetOperator(Delegator, Operator, IsOnEigenLayer);
}

/// <summary>Says whom a delegator is delegated to, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegator">Which.</param>
/// <param name="Operator">To whom; zero for nobody.</param>
public sealed record PostRenzoDelegation(
    Address Sender, Address Delegator, Address Operator) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.PostDelegation(Delegator, Operator);
}

/// <summary>Says how much ether of validators no proof showed yet, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegator">Whose.</param>
/// <param name="Ether">In wei.</param>
public sealed record SetRenzoUnverified(Address Sender, Address Delegator, UInt256 Ether) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetUnverified(Delegator, Ether);
}
