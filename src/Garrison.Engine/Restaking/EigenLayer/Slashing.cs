using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Slashing: a set takes a part of what an operator has put behind it.</summary>
/// <remarks>
/// Magnitudes round up and shares round down: a slash takes at least a unit of magnitude, and never more
/// shares than that magnitude stands for. Source: <c>AllocationManager.sol</c>.
/// </remarks>
public sealed class Slashing
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Table<OperatorSet, ulong> _count;

    internal Slashing(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _count = store.Table<OperatorSet, ulong>();
    }

    private Address Self => _core.Contracts.AllocationManager;

    /// <summary>How many slashes a set has made, those that took nothing included.</summary>
    public ulong CountOf(OperatorSet set) => _count[set];

    /// <summary>What a set can take from an operator in a strategy: ⌊S · ⌊c / m⌋⌋ shares.</summary>
    /// <remarks>Queued withdrawals are not in S, though they can still be slashed.</remarks>
    /// <param name="operator">Whose stake.</param>
    /// <param name="set">Which set.</param>
    /// <param name="strategy">Which strategy.</param>
    /// <param name="futureBlock">A decrease that takes effect by then counts; an increase never does.</param>
    public UInt256 AllocatedShares(Address @operator, OperatorSet set, Address strategy, uint futureBlock)
    {
        ulong max = _core.Magnitudes.Max(@operator, strategy);
        if (max == 0) return UInt256.Zero;

        Allocation allocation = _core.Magnitudes.AllocationOf(@operator, set, strategy);
        ulong current = allocation.PendingDifference < 0 && allocation.EffectBlock <= futureBlock
            ? Magnitudes.Add(allocation.Current, allocation.PendingDifference)
            : allocation.Current;
        UInt256 proportion = ScalingFactors.DivWadDown(current, max);
        return ScalingFactors.MulWadDown(_core.Delegation.OperatorShares(@operator, strategy), proportion);
    }

    /// <summary>The same, and nothing for an operator that the set can no longer slash.</summary>
    /// <param name="operator">Whose stake.</param>
    /// <param name="set">Which set.</param>
    /// <param name="strategy">Which strategy.</param>
    /// <param name="futureBlock">A decrease that takes effect by then counts; an increase never does.</param>
    public UInt256 MinimumSlashableShares(
        Address @operator, OperatorSet set, Address strategy, uint futureBlock) =>
        _core.OperatorSets.IsSlashable(@operator, set)
            ? AllocatedShares(@operator, set, strategy, futureBlock)
            : UInt256.Zero;

    internal Refusal? Slash(SlashOperator slash)
    {
        OperatorSet set = slash.Set;
        if (_core.Pausing.IsPaused(Self, Pausing.OperatorSlashing)) return Refusals.CurrentlyPaused;
        if (slash.Strategies.Count != slash.WadsToSlash.Count) return Refusals.InputArrayLengthMismatch;
        if (!_core.OperatorSets.Exists(set)) return Refusals.InvalidOperatorSet;
        if (!_core.OperatorSets.IsSlashable(slash.Operator, set)) return Refusals.OperatorNotSlashable;
        if (slash.Sender != _core.OperatorSets.SlasherOf(set)) return Refusals.InvalidCaller;

        ulong slashId = _count[set] + 1;
        _count[set] = slashId;
        var wadSlashed = new UInt256[slash.Strategies.Count];
        for (int i = 0; i < slash.Strategies.Count; i++)
        {
            Address strategy = slash.Strategies[i];
            UInt256 wad = slash.WadsToSlash[i];
            if (i > 0 && strategy <= slash.Strategies[i - 1])
            {
                return Refusals.StrategiesMustBeInAscendingOrder;
            }
            if (wad.IsZero || wad > Constants.Wad) return Refusals.InvalidWadToSlash;
            if (!_core.OperatorSets.HasStrategy(set, strategy)) return Refusals.StrategyNotInOperatorSet;

            Refusal? refusal = SlashStrategy(
                new(slash.Operator, set, strategy), slashId, wad, out wadSlashed[i]);
            if (refusal is not null) return refusal;
        }

        _store.Emit(new OperatorSlashed(
            Self, slash.Operator, set, slash.Strategies, wadSlashed, slash.Description));
        return null;
    }

    internal void Import(OperatorSet set, ulong count) => _count[set] = count;

    private Refusal? SlashStrategy(
        in AllocationKey key, ulong slashId, UInt256 wad, out UInt256 wadSlashed)
    {
        wadSlashed = UInt256.Zero;
        (StrategyMagnitude info, Allocation allocation) = _core.Magnitudes.Updated(key);
        if (allocation.Current == 0) return null;

        ulong slashed = ScalingFactors.SlashMagnitudeUp(allocation.Current, wad);
        ulong maxBefore = info.Max;
        wadSlashed = ScalingFactors.DivWadDown(slashed, maxBefore);
        allocation = allocation with { Current = allocation.Current - slashed };
        info = new StrategyMagnitude(info.Max - slashed, info.Encumbered - slashed);
        if (allocation.PendingDifference < 0)
        {
            allocation = SlashPending(key, allocation, wad);
        }

        _core.Magnitudes.Write(key, info, allocation);
        _store.Emit(new AllocationUpdated(
            Self, key.Operator, key.Set, key.Strategy, allocation.Current, _core.Block));
        _core.Magnitudes.LowerMax(key.Operator, key.Strategy, info.Max);
        return _core.Delegation.SlashShares(key, slashId, maxBefore, info.Max);
    }

    // A deallocation on its way is slashed with the rest, or it would free more than is left.
    private Allocation SlashPending(in AllocationKey key, Allocation allocation, UInt256 wad)
    {
        ulong slashed = ScalingFactors.SlashMagnitudeUp((ulong)(-allocation.PendingDifference), wad);
        Allocation after = allocation with { PendingDifference = allocation.PendingDifference + slashed };
        _store.Emit(new AllocationUpdated(
            Self,
            key.Operator,
            key.Set,
            key.Strategy,
            Magnitudes.Add(after.Current, after.PendingDifference),
            after.EffectBlock));
        return after;
    }
}
