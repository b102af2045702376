using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Says how much a subnetwork takes of a vault at most.</summary>
/// <param name="Sender">The network.</param>
/// <param name="Vault">Of which vault.</param>
/// <param name="Identifier">Which of its subnetworks, below 2⁹⁶.</param>
/// <param name="Amount">How much, in the collateral's smallest unit.</param>
public sealed record SetMaxNetworkLimit(Address Sender, Address Vault, UInt256 Identifier, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Delegators.SetMaxNetworkLimit(Sender, Vault, Identifier, Amount);
}

/// <summary>Says how much of a vault a subnetwork is given at most.</summary>
/// <param name="Sender">A curator with the role.</param>
/// <param name="Vault">Of which vault.</param>
/// <param name="Subnetwork">Which subnetwork.</param>
/// <param name="Amount">How much, in the collateral's smallest unit.</param>
public sealed record SetNetworkLimit(Address Sender, Address Vault, Subnetwork Subnetwork, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Delegators.SetNetworkLimit(Sender, Vault, Subnetwork, Amount);
}

/// <summary>Says how an operator shares in what a subnetwork is given.</summary>
/// <param name="Sender">A curator with the role.</param>
/// <param name="Vault">Of which vault.</param>
/// <param name="Subnetwork">In which subnetwork.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="Shares">Its shares.</param>
public sealed record SetOperatorNetworkShares(
    Address Sender, Address Vault, Subnetwork Subnetwork, Address Operator, UInt256 Shares) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Delegators.SetOperatorShares(Sender, Vault, Subnetwork, Operator, Shares);
}

/// <summary>Says how much an operator is given at most for a subnetwork.</summary>
/// <param name="Sender">A curator with the role.</param>
/// <param name="Vault">Of which vault.</param>
/// <param name="Subnetwork">For which subnetwork.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="Amount">How much, in the collateral's smallest unit.</param>
public sealed record SetOperatorNetworkLimit(
    Address Sender, Address Vault, Subnetwork Subnetwork, Address Operator, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Delegators.SetOperatorLimit(Sender, Vault, Subnetwork, Operator, Amount);
}

/// <summary>Says what is told of the slashes of a vault.</summary>
/// <param name="Sender">Who has the role.</param>
/// <param name="Vault">Of which vault.</param>
/// <param name="Hook">What; zero for nothing.</param>
public sealed record SetHook(Address Sender, Address Vault, Address Hook) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.Delegators.SetHook(Sender, Vault, Hook);
}

/// <summary>A subnetwork takes something else of a vault at most.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Subnetwork">Which subnetwork.</param>
/// <param name="Amount">How much.</param>
public sealed record MaxNetworkLimitSet(Address Contract, Subnetwork Subnetwork, UInt256 Amount)
    : Event(Contract);

/// <summary>A subnetwork is given something else at most.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Subnetwork">Which subnetwork.</param>
/// <param name="Amount">How much.</param>
public sealed record NetworkLimitSet(Address Contract, Subnetwork Subnetwork, UInt256 Amount)
    : Event(Contract);

/// <summary>An operator has other shares in a subnetwork.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Subnetwork">In which subnetwork.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="Shares">Its shares.</param>
public sealed record OperatorNetworkSharesSet(
    Address Contract, Subnetwork Subnetwork, Address Operator, UInt256 Shares) : Event(Contract);

/// <summary>An operator is given something else at most for a subnetwork.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Subnetwork">For which subnetwork.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="Amount">How much.</param>
public sealed record OperatorNetworkLimitSet(
    Address Contract, Subnetwork Subnetwork, Address Operator, UInt256 Amount) : Event(Contract);

/// <summary>Something else is told of slashes.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Hook">What.</param>
public sealed record HookSet(Address Contract, Address Hook) : Event(Contract);

/// <summary>A delegator was told of a slash.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Of which operator.</param>
/// <param name="Amount">How much.</param>
/// <param name="CaptureTimestamp">The second whose stake is slashed.</param>
public sealed record DelegatorSlashed(
    Address Contract, Subnetwork Subnetwork, Address Operator, UInt256 Amount, ulong CaptureTimestamp)
    : Event(Contract);
