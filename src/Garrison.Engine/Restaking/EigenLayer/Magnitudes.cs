using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>How much of its stake an operator puts behind each set, as parts of a magnitude of
/// 10¹⁸.</summary>
/// <remarks>
/// The maximum magnitude of an operator in a strategy starts at 10¹⁸ and only slashing lowers it. What is
/// put behind a set is taken from it at once and slashable after the operator's delay; what is taken back
/// stays slashable for the deallocation delay and is free after that. Source: <c>AllocationManager.sol</c>.
/// </remarks>
public sealed class Magnitudes
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly History<OperatorStrategy, ulong> _max;
    private readonly Table<OperatorStrategy, ulong> _encumbered;
    private readonly Table<AllocationKey, Allocation> _allocation;
    private readonly Fifo<OperatorStrategy, OperatorSet> _deallocations;
    private readonly OrderedSet<Address, OperatorSet> _sets;
    private readonly OrderedSet<OperatorInSet, Address> _strategies;
    private readonly Table<Address, AllocationDelay> _delay;

    internal Magnitudes(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _max = new(store);
        _encumbered = store.Table<OperatorStrategy, ulong>();
        _allocation = store.Table<AllocationKey, Allocation>();
        _deallocations = new(store);
        _sets = new(store);
        _strategies = new(store);
        _delay = store.Table<Address, AllocationDelay>();
    }

    private Address Self => _core.Contracts.AllocationManager;

    /// <summary>What slashing left of an operator in a strategy, in 10⁻¹⁸.</summary>
    public ulong Max(Address @operator, Address strategy) =>
        _max.Latest(new(@operator, strategy), Constants.Wad);

    /// <summary>The same as of the end of a block.</summary>
    public ulong MaxAt(Address @operator, Address strategy, uint block) =>
        _max.At(new(@operator, strategy), block, Constants.Wad);

    /// <summary>What is put behind sets, pending increases included, once matured deallocations are
    /// cleared.</summary>
    public ulong Encumbered(Address @operator, Address strategy)
    {
        OperatorStrategy key = new(@operator, strategy);
        ulong encumbered = _encumbered[key];
        for (int i = 0; i < _deallocations.Count(key); i++)
        {
            Allocation stored = _allocation[new(@operator, _deallocations.At(key, i), strategy)];
            if (_core.Block < stored.EffectBlock) break;

            encumbered = Add(encumbered, stored.PendingDifference);
        }

        return encumbered;
    }

    /// <summary>What can still be put behind sets.</summary>
    public ulong Allocatable(Address @operator, Address strategy) =>
        Max(@operator, strategy) - Encumbered(@operator, strategy);

    /// <summary>What an operator puts behind a set in a strategy as of now.</summary>
    public Allocation AllocationOf(Address @operator, OperatorSet set, Address strategy) =>
        Updated(new(@operator, set, strategy)).Allocation;

    /// <summary>The sets behind which an operator puts something, in the contract's order.</summary>
    public IReadOnlyList<OperatorSet> AllocatedSets(Address @operator) => _sets.ToArray(@operator);

    /// <summary>The strategies an operator puts behind a set, in the contract's order.</summary>
    public IReadOnlyList<Address> AllocatedStrategies(Address @operator, OperatorSet set) =>
        _strategies.ToArray(new OperatorInSet(@operator, set));

    /// <summary>How long an operator's increases wait, in blocks; null while it was never set.</summary>
    public uint? DelayOf(Address @operator)
    {
        AllocationDelay delay = _delay[@operator].AsOf(_core.Block);
        return delay.IsSet ? delay.Blocks : null;
    }

    internal Refusal? SetDelay(Address sender, Address @operator, uint delayBlocks)
    {
        if (!_core.Permissions.CanCall(@operator, sender, Self, Selectors.SetAllocationDelay))
        {
            return Refusals.InvalidPermissions;
        }
        if (!_core.Delegation.IsOperator(@operator)) return Refusals.InvalidOperator;

        uint effectBlock = checked(_core.Block + _core.Delays.AllocationConfigurationDelayBlocks + 1);
        _delay[@operator] = _delay[@operator].AsOf(_core.Block) with
        {
            PendingBlocks = delayBlocks,
            EffectBlock = effectBlock,
        };
        _store.Emit(new AllocationDelaySet(Self, @operator, delayBlocks, effectBlock));
        return null;
    }

    /// <summary>Sets the delay of an operator that registers: it holds at once.</summary>
    internal void SetFirstDelay(Address @operator, uint delayBlocks)
    {
        _delay[@operator] = new AllocationDelay(delayBlocks, true, delayBlocks, _core.Block);
        _store.Emit(new AllocationDelaySet(Self, @operator, delayBlocks, _core.Block));
    }

    internal Refusal? Modify(Address sender, Address @operator, IReadOnlyList<AllocationTarget> targets)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.ModifyAllocations)) return Refusals.CurrentlyPaused;
        if (!_core.Permissions.CanCall(@operator, sender, Self, Selectors.ModifyAllocations))
        {
            return Refusals.InvalidPermissions;
        }
        if (DelayOf(@operator) is not { } delayBlocks) return Refusals.UninitializedAllocationDelay;

        foreach (AllocationTarget target in targets)
        {
            if (ModifySet(@operator, target, delayBlocks) is { } refusal) return refusal;
        }

        return null;
    }

    internal Refusal? ClearDeallocations(
        Address @operator, IReadOnlyList<Address> strategies, IReadOnlyList<ushort> counts)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.ModifyAllocations)) return Refusals.CurrentlyPaused;
        if (strategies.Count != counts.Count) return Refusals.InputArrayLengthMismatch;

        for (int i = 0; i < strategies.Count; i++)
        {
            ClearMatured(new(@operator, strategies[i]), counts[i]);
        }

        return null;
    }

    /// <summary>The state of a strategy and of one allocation in it, with what has matured applied.</summary>
    internal (StrategyMagnitude Info, Allocation Allocation) Updated(in AllocationKey key)
    {
        OperatorStrategy owner = new(key.Operator, key.Strategy);
        StrategyMagnitude info = new(_max.Latest(owner, Constants.Wad), _encumbered[owner]);
        Allocation stored = _allocation[key];
        if (_core.Block < stored.EffectBlock) return (info, stored);

        // An increase was encumbered when it was made; a decrease is only freed now.
        ulong encumbered = stored.PendingDifference < 0
            ? Add(info.Encumbered, stored.PendingDifference)
            : info.Encumbered;
        Allocation matured = new(Add(stored.Current, stored.PendingDifference), 0, 0);
        return (info with { Encumbered = encumbered }, matured);
    }

    /// <summary>Stores an allocation, and lists or delists it.</summary>
    internal void Write(in AllocationKey key, StrategyMagnitude info, Allocation allocation)
    {
        OperatorStrategy owner = new(key.Operator, key.Strategy);
        if (_encumbered[owner] != info.Encumbered)
        {
            _encumbered[owner] = info.Encumbered;
            _store.Emit(new EncumberedMagnitudeUpdated(Self, key.Operator, key.Strategy, info.Encumbered));
        }

        _allocation[key] = allocation;
        OperatorInSet member = new(key.Operator, key.Set);
        if (allocation.PendingDifference != 0)
        {
            _ = _strategies.Add(member, key.Strategy);
            _ = _sets.Add(key.Operator, key.Set);
        }
        else if (allocation.Current == 0)
        {
            _ = _strategies.Remove(member, key.Strategy);
            if (_strategies.Count(member) == 0)
            {
                _ = _sets.Remove(key.Operator, key.Set);
            }
        }
    }

    internal void LowerMax(Address @operator, Address strategy, ulong max)
    {
        _max.Push(new(@operator, strategy), _core.Block, max);
        _store.Emit(new MaxMagnitudeUpdated(Self, @operator, strategy, max));
    }

    /// <summary>A magnitude moved by a signed difference.</summary>
    internal static ulong Add(ulong magnitude, Int128 difference) => checked((ulong)(magnitude + difference));

    internal void Import(ImportedOperator imported)
    {
        Address @operator = imported.Operator;
        _delay[@operator] = imported.AllocationDelayBlocks is { } delay
            ? new AllocationDelay(delay, true, delay, 0)
            : default;
        foreach (ImportedOperatorShares shares in imported.Shares)
        {
            OperatorStrategy key = new(@operator, shares.Strategy);
            if (shares.MaxMagnitude != Constants.Wad)
            {
                _max.Push(key, _core.Block, shares.MaxMagnitude);
            }

            _encumbered[key] = shares.EncumberedMagnitude;
        }

        foreach (OperatorSet set in imported.AllocatedSets)
        {
            _ = _sets.Add(@operator, set);
        }

        foreach (ImportedAllocation allocation in imported.Allocations)
        {
            Import(@operator, allocation);
        }
    }

    private void Import(Address @operator, ImportedAllocation imported)
    {
        Int128 pending = (Int128)imported.TargetMagnitude - imported.CurrentMagnitude;
        _allocation[new(@operator, imported.Set, imported.Strategy)] =
            new Allocation(imported.CurrentMagnitude, pending, imported.EffectBlock);
        _ = _strategies.Add(new OperatorInSet(@operator, imported.Set), imported.Strategy);
        if (pending < 0)
        {
            _deallocations.Push(new(@operator, imported.Strategy), imported.Set);
        }
    }

    private Refusal? ModifySet(Address @operator, AllocationTarget target, uint delayBlocks)
    {
        if (target.Strategies.Count != target.NewMagnitudes.Count) return Refusals.InputArrayLengthMismatch;
        if (!_core.OperatorSets.Exists(target.Set)) return Refusals.InvalidOperatorSet;

        bool isOperatorSlashable = _core.OperatorSets.IsSlashable(@operator, target.Set);
        for (int i = 0; i < target.Strategies.Count; i++)
        {
            AllocationKey key = new(@operator, target.Set, target.Strategies[i]);
            Refusal? refusal = ModifyOne(key, target.NewMagnitudes[i], delayBlocks, isOperatorSlashable);
            if (refusal is not null) return refusal;
        }

        return null;
    }

    private Refusal? ModifyOne(
        in AllocationKey key, ulong newMagnitude, uint delayBlocks, bool isOperatorSlashable)
    {
        ClearMatured(new(key.Operator, key.Strategy), ushort.MaxValue);
        (StrategyMagnitude info, Allocation allocation) = Updated(key);
        if (allocation.EffectBlock != 0) return Refusals.ModificationAlreadyPending;

        Int128 difference = (Int128)newMagnitude - allocation.Current;
        if (difference == 0) return Refusals.SameMagnitude;

        if (difference > 0)
        {
            info = info with { Encumbered = Add(info.Encumbered, difference) };
            if (info.Encumbered > info.Max) return Refusals.InsufficientMagnitude;

            allocation = new(allocation.Current, difference, checked(_core.Block + delayBlocks));
        }
        else if (isOperatorSlashable && allocation.Current != 0
            && _core.OperatorSets.HasStrategy(key.Set, key.Strategy))
        {
            _deallocations.Push(new(key.Operator, key.Strategy), key.Set);
            uint effectBlock = checked(_core.Block + _core.Delays.DeallocationDelayBlocks + 1);
            allocation = new(allocation.Current, difference, effectBlock);
        }
        else
        {
            info = info with { Encumbered = Add(info.Encumbered, difference) };
            allocation = new(newMagnitude, 0, _core.Block);
        }

        Write(key, info, allocation);
        ulong target = Add(allocation.Current, allocation.PendingDifference);
        _store.Emit(new AllocationUpdated(
            Self, key.Operator, key.Set, key.Strategy, target, allocation.EffectBlock));
        return null;
    }

    // First in, first out over all sets: one that has not matured holds up those behind it.
    private void ClearMatured(OperatorStrategy owner, int countMax)
    {
        for (int i = 0; i < countMax && _deallocations.Count(owner) > 0; i++)
        {
            AllocationKey key = new(owner.Operator, _deallocations.At(owner, 0), owner.Strategy);
            (StrategyMagnitude info, Allocation allocation) = Updated(key);
            if (allocation.EffectBlock != 0) return;

            Write(key, info, allocation);
            _deallocations.Pop(owner);
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct AllocationDelay(
        uint Blocks, bool IsSet, uint PendingBlocks, uint EffectBlock)
    {
        public AllocationDelay AsOf(uint block) =>
            EffectBlock != 0 && block >= EffectBlock
                ? this with { Blocks = PendingBlocks, IsSet = true }
                : this;
    }
}

/// <summary>What an operator puts behind a set in one strategy.</summary>
/// <param name="Current">Slashable now, in 10⁻¹⁸.</param>
/// <param name="PendingDifference">What is added, or taken off, at the effect block.</param>
/// <param name="EffectBlock">When; 0 when nothing is pending.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct Allocation(ulong Current, Int128 PendingDifference, uint EffectBlock);

/// <summary>An operator in a strategy: what is left, and what of it is put behind sets.</summary>
internal readonly record struct StrategyMagnitude(ulong Max, ulong Encumbered);
