using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>Sends a token to a node delegator.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="From">The deposit pool or the vault; <c>EmptyRevert</c> for any other.</param>
/// <param name="Index">Which delegator, in their order.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
public sealed record SendKelpAssetToDelegator(
    Address Sender, Address From, UInt256 Index, Address Asset, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Kelp.SendAssetToDelegator(Sender, From, Index, Asset, Amount);
}

/// <summary>Sends ether to a node delegator.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="From">The deposit pool or the vault; <c>EmptyRevert</c> for any other.</param>
/// <param name="Index">Which delegator, in their order.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record SendKelpEtherToDelegator(
    Address Sender, Address From, UInt256 Index, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Kelp.SendEtherToDelegator(Sender, From, Index, Amount);
}

/// <summary>Sends a token of the pool to the vault.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
public sealed record SendKelpAssetToVault(Address Sender, Address Asset, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SendAssetToVault(Sender, Asset, Amount);
}

/// <summary>Sends ether of the pool to the vault.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record SendKelpEtherToVault(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SendEtherToVault(Sender, Amount);
}

/// <summary>Says that shares left a strategy, as a node delegator.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Shares">How many; wei for ether.</param>
public sealed record AddKelpSharesUnstaking(Address Sender, Address Asset, UInt256 Shares) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.AddSharesUnstaking(Sender, Asset, Shares);
}

/// <summary>Says that shares arrived as tokens, as a node delegator.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Shares">How many; wei for ether.</param>
public sealed record ReduceKelpSharesUnstaking(
    Address Sender, Address Asset, UInt256 Shares) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.ReduceSharesUnstaking(Sender, Asset, Shares);
}

/// <summary>Adds node delegators.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegators">Which.</param>
public sealed record AddKelpNodeDelegators(
    Address Sender, IReadOnlyList<Address> Delegators) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.AddNodeDelegators(Sender, Delegators);
}

/// <summary>Says whether all that a delegator has in EigenLayer's queue is counted, as an outside
/// fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Delegator">Which.</param>
/// <param name="IsAccounted">Whether it is; nothing is priced until it is.</param>
public sealed record SetKelpDelegatorAccounted(
    Address Sender, Address Delegator, bool IsAccounted) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetAccounted(Delegator, IsAccounted);
}

/// <summary>Says how much ether the converter waits for, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Ether">In wei.</param>
public sealed record SetKelpConverterValue(Address Sender, UInt256 Ether) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SetConverterValue(Ether);
}
