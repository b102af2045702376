namespace Garrison.Engine;

/// <summary>The block and the time of the world, which only a command moves.</summary>
public sealed class Clock
{
    private readonly Cell<Moment> _now;

    internal Clock(Store store) => _now = store.Cell<Moment>();

    /// <summary>The number of the current block, as contracts read it.</summary>
    public ulong Block => _now.Value.Block;

    /// <summary>Seconds since the Unix epoch, as of the current block.</summary>
    public ulong Seconds => _now.Value.Seconds;

    internal Refusal? Advance(ulong blocks, ulong seconds)
    {
        _now.Set(new Moment(Block + blocks, Seconds + seconds));
        return null;
    }

    private readonly record struct Moment(ulong Block, ulong Seconds);
}

/// <summary>Moves the clock forward.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Blocks">How many blocks pass.</param>
/// <param name="Seconds">How many seconds pass.</param>
public sealed record AdvanceClock(Primitives.Address Sender, ulong Blocks, ulong Seconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Clock.Advance(Blocks, Seconds);
}
