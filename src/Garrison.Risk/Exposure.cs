using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Risk;

/// <summary>What one set can take from an operator's stake in one strategy.</summary>
/// <param name="Set">Which set.</param>
/// <param name="Strategy">Which strategy.</param>
/// <param name="Allocation">What the operator puts behind the set.</param>
/// <param name="SlashableNow">Shares the set can slash now, rounded down.</param>
/// <param name="SlashableThen">Shares it can still slash at a later block if nobody does anything.</param>
public sealed record SetExposure(
    OperatorSet Set,
    Address Strategy,
    Allocation Allocation,
    UInt256 SlashableNow,
    UInt256 SlashableThen);

/// <summary>What is at stake with an operator in one strategy.</summary>
/// <param name="Strategy">Which strategy.</param>
/// <param name="Delegated">Shares delegated to it, after slashing.</param>
/// <param name="QueuedSlashable">Queued shares that a slash now would still reach.</param>
/// <param name="MaxMagnitude">What slashing left of its magnitude, in 10⁻¹⁸.</param>
/// <param name="Encumbered">What of that it puts behind sets, in 10⁻¹⁸.</param>
public sealed record StakeExposure(
    Address Strategy, UInt256 Delegated, UInt256 QueuedSlashable, ulong MaxMagnitude, ulong Encumbered);

/// <summary>How much of an operator's stake is slashable, and by whom. A view: it changes nothing.</summary>
public static class Exposure
{
    /// <summary>What each set can take from an operator, in the contract's order of sets.</summary>
    /// <param name="world">The world.</param>
    /// <param name="operator">The operator.</param>
    /// <param name="atBlock">The later block; decreases that take effect by then are counted.</param>
    public static IReadOnlyList<SetExposure> BySet(World world, Address @operator, uint atBlock)
    {
        EigenLayerCore core = world.EigenLayer;
        uint now = (uint)world.Clock.Block;
        return
        [
            .. from set in core.Magnitudes.AllocatedSets(@operator)
               from strategy in core.Magnitudes.AllocatedStrategies(@operator, set)
               select new SetExposure(
                   set,
                   strategy,
                   core.Magnitudes.AllocationOf(@operator, set, strategy),
                   core.Slashing.MinimumSlashableShares(@operator, set, strategy, now),
                   IsSlashableAt(core, @operator, set, atBlock)
                       ? core.Slashing.MinimumSlashableShares(@operator, set, strategy, atBlock)
                       : UInt256.Zero),
        ];
    }

    /// <summary>What is at stake with an operator, for each of the given strategies in which something
    /// is.</summary>
    public static IReadOnlyList<StakeExposure> ByStrategy(
        World world, Address @operator, IEnumerable<Address> strategies)
    {
        EigenLayerCore core = world.EigenLayer;
        return
        [
            .. strategies
                .Select(strategy => new StakeExposure(
                    strategy,
                    core.Delegation.OperatorShares(@operator, strategy),
                    core.Withdrawals.SlashableShares(@operator, strategy),
                    core.Magnitudes.Max(@operator, strategy),
                    core.Magnitudes.Encumbered(@operator, strategy)))
                .Where(static stake => !stake.Delegated.IsZero || !stake.QueuedSlashable.IsZero),
        ];
    }

    private static bool IsSlashableAt(EigenLayerCore core, Address @operator, OperatorSet set, uint block) =>
        core.OperatorSets.IsMember(@operator, set)
            || block <= core.OperatorSets.SlashableUntil(@operator, set);
}
