using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>The roots that say who earned how much in all, each good after a delay unless it is disabled
/// before.</summary>
public sealed class DistributionRoots
{
    private readonly RewardsCoordinator _rewards;
    private readonly Table<ulong, DistributionRoot> _root;
    private readonly Cell<ulong> _count;
    private readonly Cell<uint> _calculatedTo;

    internal DistributionRoots(Store store, RewardsCoordinator rewards)
    {
        _rewards = rewards;
        _root = store.Table<ulong, DistributionRoot>();
        _count = store.Cell<ulong>();
        _calculatedTo = store.Cell<uint>();
    }

    /// <summary>How many roots were submitted.</summary>
    public ulong Count => _count.Value;

    /// <summary>The end of the newest calculation, in seconds since the Unix epoch; a disabled root counts
    /// too.</summary>
    public uint CalculatedTo => _calculatedTo.Value;

    /// <summary>The root with an index below <see cref="Count"/>.</summary>
    public DistributionRoot this[ulong index] => _root[index];

    /// <summary>The newest root that can be claimed against; default when there is none.</summary>
    public DistributionRoot Claimable()
    {
        for (ulong i = Count; i > 0; i--)
        {
            DistributionRoot root = _root[i - 1];
            if (!root.IsDisabled && _rewards.Now >= root.ActivatedAt) return root;
        }

        return default;
    }

    internal Refusal? Submit(Address sender, Hash32 root, uint calculatedTo)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedRoots)) return Refusals.CurrentlyPaused;
        if (sender != _rewards.Settings.Updater) return RewardsRefusals.UnauthorizedCaller;
        if (calculatedTo <= CalculatedTo) return RewardsRefusals.NotANewPeriod;
        if (calculatedTo >= _rewards.Core.Clock.Seconds) return RewardsRefusals.RewardsEndNotElapsed;

        uint activatedAt = checked(_rewards.Now + _rewards.Settings.ActivationDelaySeconds);
        _root[Count] = new DistributionRoot(root, calculatedTo, activatedAt, IsDisabled: false);
        _rewards.Emit(new DistributionRootSubmitted(
            _rewards.Self, (uint)Count, root, calculatedTo, activatedAt));
        _count.Set(Count + 1);
        _calculatedTo.Set(calculatedTo);
        return null;
    }

    internal Refusal? Disable(Address sender, uint index)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedRoots)) return Refusals.CurrentlyPaused;
        if (sender != _rewards.Settings.Updater) return RewardsRefusals.UnauthorizedCaller;
        if (index >= Count) return RewardsRefusals.InvalidRootIndex;

        DistributionRoot root = _root[index];
        if (root.IsDisabled) return RewardsRefusals.RootDisabled;
        if (_rewards.Core.Clock.Seconds >= root.ActivatedAt) return RewardsRefusals.RootAlreadyActivated;

        _root[index] = root with { IsDisabled = true };
        _rewards.Emit(new DistributionRootDisabled(_rewards.Self, index));
        return null;
    }
}

/// <summary>A root of earnings.</summary>
/// <param name="Root">The root of the tree of earners.</param>
/// <param name="CalculatedTo">Up to when it counts, in seconds since the Unix epoch.</param>
/// <param name="ActivatedAt">From when it can be claimed against, in seconds since the Unix epoch.</param>
/// <param name="IsDisabled">Whether it was taken back before.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct DistributionRoot(
    Hash32 Root, uint CalculatedTo, uint ActivatedAt, bool IsDisabled);
