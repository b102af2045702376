using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Slashes an operator at once.</summary>
/// <param name="Sender">The network's middleware.</param>
/// <param name="Vault">From which vault.</param>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Whom.</param>
/// <param name="Amount">How much at most, in the collateral's smallest unit.</param>
/// <param name="CaptureTimestamp">The second whose stake is slashed.</param>
public sealed record SlashVault(
    Address Sender,
    Address Vault,
    Subnetwork Subnetwork,
    Address Operator,
    UInt256 Amount,
    ulong CaptureTimestamp) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Slashers.Slash(Sender, Vault, Subnetwork, Operator, Amount, CaptureTimestamp);
}

/// <summary>Asks for a slash that a resolver may veto.</summary>
/// <param name="Sender">The network's middleware.</param>
/// <param name="Vault">From which vault.</param>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Whom.</param>
/// <param name="Amount">How much at most, in the collateral's smallest unit.</param>
/// <param name="CaptureTimestamp">The second whose stake is slashed.</param>
public sealed record RequestVaultSlash(
    Address Sender,
    Address Vault,
    Subnetwork Subnetwork,
    Address Operator,
    UInt256 Amount,
    ulong CaptureTimestamp) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Slashers.RequestSlash(Sender, Vault, Subnetwork, Operator, Amount, CaptureTimestamp);
}

/// <summary>Does what was asked for, when nobody can veto it any more.</summary>
/// <param name="Sender">The network's middleware.</param>
/// <param name="Vault">From which vault.</param>
/// <param name="SlashIndex">Which request.</param>
public sealed record ExecuteVaultSlash(Address Sender, Address Vault, UInt256 SlashIndex) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Slashers.ExecuteSlash(Sender, Vault, SlashIndex);
}

/// <summary>Vetoes a slash.</summary>
/// <param name="Sender">The resolver at the capture.</param>
/// <param name="Vault">Of which vault.</param>
/// <param name="SlashIndex">Which request.</param>
public sealed record VetoVaultSlash(Address Sender, Address Vault, UInt256 SlashIndex) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Slashers.VetoSlash(Sender, Vault, SlashIndex);
}

/// <summary>Says who may veto the slashes of a subnetwork.</summary>
/// <param name="Sender">The network.</param>
/// <param name="Vault">Of which vault.</param>
/// <param name="Identifier">Which of its subnetworks, below 2⁹⁶.</param>
/// <param name="Resolver">Who; zero for nobody.</param>
public sealed record SetResolver(Address Sender, Address Vault, UInt256 Identifier, Address Resolver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Slashers.SetResolver(Sender, Vault, Identifier, Resolver);
}

/// <summary>An operator was slashed at once.</summary>
/// <param name="Contract">The slasher.</param>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Whom.</param>
/// <param name="SlashedAmount">How much.</param>
/// <param name="CaptureTimestamp">The second whose stake was slashed.</param>
public sealed record Slashed(
    Address Contract,
    Subnetwork Subnetwork,
    Address Operator,
    UInt256 SlashedAmount,
    ulong CaptureTimestamp) : Event(Contract);

/// <summary>A network asks for a slash.</summary>
/// <param name="Contract">The slasher.</param>
/// <param name="SlashIndex">Which request.</param>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Whom.</param>
/// <param name="SlashAmount">How much at most.</param>
/// <param name="CaptureTimestamp">The second whose stake is slashed.</param>
/// <param name="VetoDeadline">The first second at which it can be vetoed no more.</param>
public sealed record SlashRequested(
    Address Contract,
    ulong SlashIndex,
    Subnetwork Subnetwork,
    Address Operator,
    UInt256 SlashAmount,
    ulong CaptureTimestamp,
    ulong VetoDeadline) : Event(Contract);

/// <summary>A request was done.</summary>
/// <param name="Contract">The slasher.</param>
/// <param name="SlashIndex">Which request.</param>
/// <param name="SlashedAmount">How much was slashed.</param>
public sealed record SlashExecuted(Address Contract, UInt256 SlashIndex, UInt256 SlashedAmount)
    : Event(Contract);

/// <summary>A request was vetoed.</summary>
/// <param name="Contract">The slasher.</param>
/// <param name="SlashIndex">Which request.</param>
/// <param name="Resolver">By whom.</param>
public sealed record SlashVetoed(Address Contract, UInt256 SlashIndex, Address Resolver) : Event(Contract);

/// <summary>Someone else may veto a subnetwork's slashes, at once or after the delay.</summary>
/// <param name="Contract">The slasher.</param>
/// <param name="Subnetwork">Of which subnetwork.</param>
/// <param name="Resolver">Who.</param>
public sealed record ResolverSet(Address Contract, Subnetwork Subnetwork, Address Resolver) : Event(Contract);
