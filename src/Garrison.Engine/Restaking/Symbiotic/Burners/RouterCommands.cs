using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Burners;

/// <summary>Puts a router on the chain. A vault names it as its burner, and its slasher has to tell
/// it.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Router">Where the chain puts it.</param>
/// <param name="Parameters">What it is made with.</param>
public sealed record DeployBurnerRouter(Address Sender, Address Router, RouterParameters Parameters)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.Deploy(Router, Parameters);
}

/// <summary>Tells a router of a slash, as a slasher does that tells its burner; needed after one that does
/// not.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Router">Which router.</param>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Of which operator.</param>
public sealed record TellRouter(Address Sender, Address Router, Subnetwork Subnetwork, Address Operator)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.OnSlash(Router, Subnetwork, Operator);
}

/// <summary>Has a router pay a receiver all that it was credited.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Router">Which router.</param>
/// <param name="Receiver">Whom.</param>
public sealed record TriggerRouterTransfer(Address Sender, Address Router, Address Receiver) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.TriggerTransfer(Router, Receiver);
}

/// <summary>Says whom slashes of a scope are for, from a delay on.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Router">Of which router.</param>
/// <param name="Scope">Which slashes.</param>
/// <param name="Receiver">Whom; zero for whom the wider scope says.</param>
public sealed record SetRouterReceiver(Address Sender, Address Router, ReceiverScope Scope, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.SetReceiver(Sender, Router, Scope, Receiver);
}

/// <summary>Makes a receiver count whose delay is over.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Router">Of which router.</param>
/// <param name="Scope">Of which slashes.</param>
public sealed record AcceptRouterReceiver(Address Sender, Address Router, ReceiverScope Scope)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.AcceptReceiver(Router, Scope);
}

/// <summary>Says how long changes wait, from a delay on.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Router">Of which router.</param>
/// <param name="DelaySeconds">How long, below 2⁴⁸.</param>
public sealed record SetRouterDelay(Address Sender, Address Router, ulong DelaySeconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.SetDelay(Sender, Router, DelaySeconds);
}

/// <summary>Makes a delay count whose own delay is over.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Router">Of which router.</param>
public sealed record AcceptRouterDelay(Address Sender, Address Router) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.BurnerRouters.AcceptDelay(Router);
}

/// <summary>Hands a router to another owner.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Router">Which router.</param>
/// <param name="Owner">To whom.</param>
public sealed record TransferRouterOwnership(Address Sender, Address Router, Address Owner) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.TransferOwnership(Sender, Router, Owner);
}

/// <summary>Leaves a router without an owner, so that it stays as it is.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Router">Which router.</param>
public sealed record RenounceRouterOwnership(Address Sender, Address Router) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.BurnerRouters.RenounceOwnership(Sender, Router);
}
