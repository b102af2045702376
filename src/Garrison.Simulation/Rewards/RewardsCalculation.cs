using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Who earns what: the daily calculation that the roots on chain come from.</summary>
/// <remarks>
/// A run takes the facts before a cutoff, rounds them to days, and divides what each reward pays on each
/// day. Runs follow one another, as roots are posted, and what a run pays depends on those before it. The
/// result is the same on any number of cores. Source: Layr-Labs/sidecar v4.1.1; reference section 3, with
/// its corrections in 11.1.
/// </remarks>
/// <param name="history">The facts.</param>
/// <param name="forks">Which rules hold when.</param>
public sealed class RewardsCalculation(RewardsHistory history, Forks forks)
{
    /// <summary>What the runs so far have come to.</summary>
    public RewardsState State { get; } = new();

    /// <summary>Runs the calculation up to a cutoff.</summary>
    /// <param name="cutoffDay">The cutoff C, a day since the Unix epoch; earnings count to the day
    /// before.</param>
    /// <param name="knownUpToSeconds">Until when facts are known, in seconds since the Unix epoch.</param>
    /// <param name="watch">Whose rows the run returns, with how they came about; null for nobody's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff is not after that of the last run, whose
    /// result stands.</exception>
    public RewardsRun Run(
        int cutoffDay, long knownUpToSeconds = long.MaxValue, Func<Address, bool>? watch = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(cutoffDay, State.CutoffDay ?? int.MinValue);
        Snapshots snapshots = new SnapshotBuilder(history, cutoffDay, knownUpToSeconds).Build();
        snapshots.Keep(State.Snapshots);
        State.Snapshots = snapshots;
        State.Advance(cutoffDay);
        RewardWindow[] windows = [.. WindowsOf(cutoffDay, knownUpToSeconds)];
        RewardsInput input = new(snapshots, windows, history, forks, cutoffDay - 1, watch);
        return new RewardsRun(windows, Pay(windows, input));
    }

    private IEnumerable<RewardWindow> WindowsOf(int cutoffDay, long knownUpToSeconds) => history.Rewards
        .Where(reward => forks.IsKnown(reward.Kind, cutoffDay)
            && reward.At.Day < cutoffDay
            && reward.At.Seconds <= knownUpToSeconds)
        .Select(reward => RewardWindow.Of(reward, cutoffDay, State.PaidTo(reward.Hash), State.Snapshots))
        .OfType<RewardWindow>();

    private RewardRow[] Pay(RewardWindow[] windows, RewardsInput input)
    {
        if (windows.Length == 0) return [];

        int first = windows.Min(static window => window.FirstDay);
        int last = windows.Max(static window => window.LastDay);
        DayTally[][] tallies = [.. windows.Select(static window => new DayTally[window.DayCount])];
        List<RewardRow> rows = [];
        Lock merging = new();
        int next = first - 1;
        _ = Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            DayRewards rewards = new(input);
            while (Interlocked.Increment(ref next) is int day && day <= last)
            {
                PayDay(day, windows, tallies, rewards);
            }

            lock (merging) Merge(rewards, rows);
        });
        foreach ((int i, RewardWindow window) in windows.Index()) State.Settle(window, tallies[i]);

        return [.. rows.Order(RewardRow.ByDay)];
    }

    private static void PayDay(int day, RewardWindow[] windows, DayTally[][] tallies, DayRewards rewards)
    {
        for (int i = 0; i < windows.Length; i++)
        {
            RewardWindow window = windows[i];
            if (window.FirstDay > day || day > window.LastDay) continue;

            tallies[i][day - window.FirstDay] = rewards.Pay(window, day);
        }
    }

    // Sums do not depend on the order in which threads end.
    private void Merge(DayRewards rewards, List<RewardRow> rows)
    {
        foreach ((Address earner, Address token, UInt256 amount) in rewards.Earned.All())
        {
            State.Add(earner, token, amount);
        }

        State.AddLater(rewards.Later);
        rows.AddRange(rewards.Rows);
    }
}

/// <summary>What a run paid.</summary>
/// <param name="Windows">Which days of which rewards.</param>
/// <param name="Rows">The rows that were asked for, by day, reward, table and earner.</param>
public sealed record RewardsRun(IReadOnlyList<RewardWindow> Windows, IReadOnlyList<RewardRow> Rows);
