using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Hooks;

/// <summary>Puts a hook on the chain. It does nothing before a delegator names it and gives it the roles that
/// it needs.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Address">Where the chain puts it.</param>
/// <param name="Hook">What it does.</param>
public sealed record DeployHook(Address Sender, Address Address, Hook Hook) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.Hooks.Deploy(Address, Hook);
}
