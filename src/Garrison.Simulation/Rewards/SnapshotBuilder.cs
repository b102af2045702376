using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

using AllocationKey = (
    Garrison.Primitives.Address Operator,
    Garrison.Engine.Restaking.EigenLayer.OperatorSet Set,
    Garrison.Primitives.Address Strategy);

namespace Garrison.Simulation.Rewards;

/// <summary>Rounds facts to days: what counts on each, from the facts before a cutoff.</summary>
/// <remarks>
/// "Up" is the midnight after a fact, "down" the one before. Each rule rounds in its own way, which is why
/// each has its own method. Source: the sidecar's snapshot queries; reference section 3.3.
/// </remarks>
/// <param name="history">The facts.</param>
/// <param name="cutoffDay">Facts count that are before this day.</param>
/// <param name="knownUpToSeconds">The time until which facts are known.</param>
public sealed class SnapshotBuilder(RewardsHistory history, int cutoffDay, long knownUpToSeconds)
{
    private const uint WholeBps = 10_000;

    private readonly Snapshots _snapshots = new();

    /// <summary>Builds the snapshots of all days before the cutoff, and of the cutoff for some.</summary>
    public Snapshots Build()
    {
        AddShares(history.StakerShares, _snapshots.StakerShares);
        AddShares(history.OperatorShares, _snapshots.OperatorShares);
        AddDelegations();
        AddMemberships(
            history.AvsOperators, static (member, set) => (member, set.Avs), _snapshots.AvsOperators);
        AddMemberships(history.SetOperators, static (member, set) => (member, set), _snapshots.SetOperators);
        AddMemberships(
            history.SetStrategies,
            static (member, set) => (member, set),
            _snapshots.SetStrategies,
            isEndRoundedUp: true);
        AddRestakedStrategies();
        AddAllocations();
        AddSplits(history.AvsSplits, static split => (split.Operator, split.Set.Avs), _snapshots.AvsSplits);
        AddSplits(history.ProgrammaticSplits, static split => split.Operator, _snapshots.ProgrammaticSplits);
        AddSplits(
            history.SetSplits,
            static split => (split.Operator, split.Set),
            _snapshots.SetSplits,
            WholeBps);
        AddSplits(history.DefaultSplits, static _ => true, _snapshots.DefaultSplits, WholeBps);
        return _snapshots;
    }

    private bool IsKnown(Moment at) => at.Day < cutoffDay && at.Seconds <= knownUpToSeconds;

    // The last value of a day counts from the next day on; the cutoff is covered.
    private void AddShares(
        IEnumerable<ShareDelta> deltas, Timelines<(Address Holder, Address Strategy), Int256> lines)
    {
        foreach (IGrouping<(Address Holder, Address Strategy), ShareDelta> holder in deltas
            .Where(delta => IsKnown(delta.At))
            .GroupBy(static delta => (delta.Holder, delta.Strategy)))
        {
            ShareDelta[] ordered = [.. holder.OrderBy(static delta => delta.At.Order)];
            Timeline<Int256> line = lines.Open(holder.Key);
            Int256 shares = Int256.Zero;
            for (int i = 0; i < ordered.Length; i++)
            {
                shares += ordered[i].Shares;
                int to = i + 1 < ordered.Length ? ordered[i + 1].At.Day + 1 : cutoffDay + 1;
                line.Append(ordered[i].At.Day + 1, to, shares);
            }
        }
    }

    private void AddDelegations()
    {
        foreach (IGrouping<Address, DelegationChange> staker in history.Delegations
            .Where(change => IsKnown(change.At))
            .GroupBy(static change => change.Staker))
        {
            DelegationChange[] ordered = [.. staker.OrderBy(static change => change.At.Order)];
            Timeline<Address> line = _snapshots.Delegations.Open(staker.Key);
            for (int i = 0; i < ordered.Length; i++)
            {
                int to = i + 1 < ordered.Length ? ordered[i + 1].At.Day + 1 : cutoffDay;
                line.Append(
                    ordered[i].At.Day + 1, to, ordered[i].IsDelegated ? ordered[i].Operator : Address.Zero);
            }
        }
    }

    // A membership that begins and ends on one day never was; else it begins up and ends down, or up.
    private void AddMemberships<TKey>(
        IEnumerable<MembershipChange> changes,
        Func<Address, OperatorSet, TKey> key,
        Timelines<TKey, bool> lines,
        bool isEndRoundedUp = false)
        where TKey : notnull
    {
        foreach (IGrouping<TKey, MembershipChange> member in changes
            .Where(change => IsKnown(change.At))
            .GroupBy(change => key(change.Member, change.Set)))
        {
            MembershipChange[] ordered = [.. member.OrderBy(static change => change.At.Order)];
            Timeline<bool> line = lines.Open(member.Key);
            for (int i = 0; i < ordered.Length; i++)
            {
                bool isLast = i + 1 == ordered.Length;
                int day = ordered[i].At.Day;
                bool isUndone = !isLast && !ordered[i + 1].IsActive && ordered[i + 1].At.Day == day;
                if (!ordered[i].IsActive || isUndone) continue;

                int end = isLast ? cutoffDay : ordered[i + 1].At.Day;
                line.Append(day + 1, isEndRoundedUp ? end + 1 : end, true);
            }
        }
    }

    // What is listed on a day counts on the next, if it is still listed then. No cutoff is asked for here:
    // what is known counts.
    private void AddRestakedStrategies()
    {
        foreach (IGrouping<(Address, Address, Address), RestakedStrategy> listed in history.RestakedStrategies
            .Where(one => one.At.Seconds <= knownUpToSeconds)
            .GroupBy(static one => (one.Operator, one.Avs, one.Strategy)))
        {
            int[] days = [.. listed.Select(static one => one.At.Day).Distinct().Order()];
            Timeline<bool> line = _snapshots.AvsStrategies.Open(listed.Key);
            int begin = 0;
            for (int i = 1; i <= days.Length; i++)
            {
                if (i < days.Length && days[i] == days[i - 1] + 1) continue;

                line.Append(days[begin] + 1, days[i - 1] + 1, true);
                begin = i;
            }
        }
    }

    // More counts from the next day on, less from the same day. Of the allocations that take effect on one
    // day the one that was made last holds, even where another takes effect later on that day.
    private void AddAllocations()
    {
        var max = history.MaxMagnitudes
            .Where(change => IsKnown(change.At))
            .GroupBy(static change => (change.Operator, change.Strategy))
            .ToDictionary(
                static changes => changes.Key,
                static changes => changes.OrderBy(static change => change.At.Order).ToArray());
        foreach (IGrouping<AllocationKey, AllocationChange> one in history.Allocations
            .Where(change => IsKnown(change.At))
            .GroupBy(static change => (change.Operator, change.Set, change.Strategy)))
        {
            AllocationChange[] daily =
            [
                .. one.OrderBy(static change => (change.At.Day, change.At.Block, change.At.LogIndex))
                    .GroupBy(static change => change.At.Day)
                    .Select(static day => day.Last()),
            ];
            MaxMagnitudeChange[] changes = max.GetValueOrDefault((one.Key.Operator, one.Key.Strategy), []);
            Timeline<Magnitude> line = _snapshots.Allocations.Open(one.Key);
            for (int i = 0; i < daily.Length; i++)
            {
                int to = i + 1 < daily.Length ? Begin(daily, i + 1) : cutoffDay + 1;
                Append(line, Begin(daily, i), to, daily[i].Magnitude, changes);
            }
        }
    }

    private static int Begin(AllocationChange[] daily, int i) =>
        daily[i].At.Day + (i == 0 || daily[i].Magnitude > daily[i - 1].Magnitude ? 1 : 0);

    // A maximum holds from its own day on.
    private static void Append(
        Timeline<Magnitude> line, int from, int to, ulong allocated, MaxMagnitudeChange[] changes)
    {
        ulong max = 1_000_000_000_000_000_000;
        int day = from;
        foreach (MaxMagnitudeChange change in changes)
        {
            int next = Math.Clamp(change.At.Day, day, Math.Max(day, to));
            line.Append(day, next, new Magnitude(allocated, max));
            (day, max) = (next, change.MaxMagnitude);
        }

        line.Append(day, to, new Magnitude(allocated, max));
    }

    // The calculation caps the splits of sets and the default; the contracts refuse more anyway.
    private void AddSplits<TKey>(
        IEnumerable<SplitChange> changes,
        Func<SplitChange, TKey> key,
        Timelines<TKey, uint> lines,
        uint maxBps = uint.MaxValue)
        where TKey : notnull
    {
        foreach (IGrouping<TKey, SplitChange> one in changes
            .Where(change => Days.Of(change.ActivatedAt) < cutoffDay && change.At.Seconds <= knownUpToSeconds)
            .GroupBy(key))
        {
            SplitChange[] ordered =
            [
                .. one.OrderBy(static change => change.ActivatedAt).ThenBy(static change => change.At.Order),
            ];
            Timeline<uint> line = lines.Open(one.Key);
            for (int i = 0; i < ordered.Length; i++)
            {
                int to = i + 1 < ordered.Length ? Days.Of(ordered[i + 1].ActivatedAt) + 1 : cutoffDay;
                line.Append(
                    Days.Of(ordered[i].ActivatedAt) + 1, to, Math.Min(ordered[i].SplitBps, maxBps));
            }
        }
    }
}
