using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>Which part of rewards operators keep, in hundredths of a percent, and from when.</summary>
/// <remarks>A new split waits for the activation delay, and a second one cannot be set meanwhile.</remarks>
public sealed class Splits
{
    internal const ushort WholeBps = 10_000;
    private const ushort Default = ushort.MaxValue;

    private readonly RewardsCoordinator _rewards;
    private readonly Table<OperatorForAvs, Split> _avs;
    private readonly Table<Address, Split> _programmatic;
    private readonly Table<OperatorInSet, Split> _set;

    internal Splits(Store store, RewardsCoordinator rewards)
    {
        _rewards = rewards;
        _avs = store.Table<OperatorForAvs, Split>();
        _programmatic = store.Table<Address, Split>();
        _set = store.Table<OperatorInSet, Split>();
    }

    private Address Self => _rewards.Self;

    /// <summary>What an operator keeps of a service's rewards now.</summary>
    public ushort OfAvs(Address @operator, Address avs) => AsOfNow(_avs[new(@operator, avs)]);

    /// <summary>What an operator keeps of programmatic incentives now.</summary>
    public ushort OfProgrammatic(Address @operator) => AsOfNow(_programmatic[@operator]);

    /// <summary>What an operator keeps of an operator set's rewards now.</summary>
    public ushort OfSet(Address @operator, OperatorSet set) => AsOfNow(_set[new(@operator, set)]);

    internal Refusal? SetAvs(Address sender, Address @operator, Address avs, ushort splitBps)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedAvsSplit)) return Refusals.CurrentlyPaused;
        if (!_rewards.MayCall(@operator, sender, RewardsSelectors.SetOperatorAvsSplit))
        {
            return Refusals.InvalidPermissions;
        }

        OperatorForAvs key = new(@operator, avs);
        Split before = _avs[key];
        Split next = Next(before, splitBps);
        if (CheckNext(before, splitBps) is { } refusal) return refusal;

        _avs[key] = next;
        _rewards.Emit(new OperatorAvsSplitBipsSet(
            Self, sender, @operator, avs, next.ActivatedAt, AsOfNow(before), splitBps));
        return null;
    }

    internal Refusal? SetProgrammatic(Address sender, Address @operator, ushort splitBps)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedProgrammaticSplit)) return Refusals.CurrentlyPaused;
        if (!_rewards.MayCall(@operator, sender, RewardsSelectors.SetOperatorPISplit))
        {
            return Refusals.InvalidPermissions;
        }

        Split before = _programmatic[@operator];
        Split next = Next(before, splitBps);
        if (CheckNext(before, splitBps) is { } refusal) return refusal;

        _programmatic[@operator] = next;
        _rewards.Emit(new OperatorPISplitBipsSet(
            Self, sender, @operator, next.ActivatedAt, AsOfNow(before), splitBps));
        return null;
    }

    internal Refusal? SetSet(Address sender, Address @operator, OperatorSet set, ushort splitBps)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedSetSplit)) return Refusals.CurrentlyPaused;
        if (!_rewards.MayCall(@operator, sender, RewardsSelectors.SetOperatorSetSplit))
        {
            return Refusals.InvalidPermissions;
        }
        if (!_rewards.Core.OperatorSets.Exists(set)) return Refusals.InvalidOperatorSet;

        OperatorInSet key = new(@operator, set);
        Split before = _set[key];
        Split next = Next(before, splitBps);
        if (CheckNext(before, splitBps) is { } refusal) return refusal;

        _set[key] = next;
        _rewards.Emit(new OperatorSetSplitBipsSet(
            Self, sender, @operator, set, next.ActivatedAt, AsOfNow(before), splitBps));
        return null;
    }

    private Refusal? CheckNext(Split before, ushort splitBps)
    {
        if (splitBps > WholeBps) return RewardsRefusals.SplitExceedsMax;

        return _rewards.Now <= before.ActivatedAt ? RewardsRefusals.PreviousSplitPending : null;
    }

    // The contract adds the delay before it checks anything else, so an overflow comes first.
    private Split Next(Split before, ushort splitBps) => new(
        before.ActivatedAt == 0 ? Default : before.New,
        splitBps,
        checked(_rewards.Now + _rewards.Settings.ActivationDelaySeconds));

    private ushort AsOfNow(Split split)
    {
        bool isNew = _rewards.Now >= split.ActivatedAt;
        return split.ActivatedAt == 0 || (split.Old == Default && !isNew)
            ? _rewards.Settings.DefaultSplitBps
            : isNew ? split.New : split.Old;
    }

    private readonly record struct OperatorForAvs(Address Operator, Address Avs);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Split(ushort Old, ushort New, uint ActivatedAt);
}
