using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Risk.Restaking;

/// <summary>A point in time, as a rule counts it.</summary>
/// <param name="Second">Seconds since the Unix epoch; an estimate at 12 seconds a block when a block
/// decides.</param>
/// <param name="Block">The block that decides; null when time does.</param>
public readonly record struct BlockTime(ulong Second, ulong? Block)
{
    /// <summary>The moment of a block, before or after the world's own.</summary>
    public static BlockTime AtBlock(Clock clock, ulong block) => new(
        block >= clock.Block
            ? clock.Seconds + ((block - clock.Block) * Spec.SecondsPerSlot)
            : clock.Seconds - ((clock.Block - block) * Spec.SecondsPerSlot),
        block);

    /// <summary>The first block at or after this, at 12 seconds a block, if it is not before the world's
    /// own.</summary>
    public ulong BlockFrom(Clock clock) => Block
        ?? clock.Block + ((Second - clock.Seconds + Spec.SecondsPerSlot - 1) / Spec.SecondsPerSlot);
}
