using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>A command to Lido; before it is deployed there is nobody to take it.</summary>
/// <param name="Sender">Who asks.</param>
public abstract record LidoCommand(Address Sender) : Command(Sender)
{
    internal sealed override Refusal? Apply(World world) =>
        world.Lido.Deployment.Token.IsZero ? Refusal.EmptyRevert : Apply(world.Lido);

    internal abstract Refusal? Apply(LidoCore lido);
}
