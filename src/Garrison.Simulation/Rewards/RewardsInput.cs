using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What a run reads and no thread writes.</summary>
internal sealed class RewardsInput
{
    private readonly bool[] _isExcluded;
    private readonly bool[]? _isWatched;

    /// <summary>Gathers what a run reads.</summary>
    /// <param name="snapshots">What counts on each day.</param>
    /// <param name="windows">What the run pays.</param>
    /// <param name="history">The facts.</param>
    /// <param name="forks">Which rules hold when.</param>
    /// <param name="lastDay">The last day that counts in this run.</param>
    /// <param name="watch">Whose rows are asked for; null for nobody's.</param>
    public RewardsInput(
        Snapshots snapshots,
        IReadOnlyList<RewardWindow> windows,
        RewardsHistory history,
        Forks forks,
        int lastDay,
        Func<Address, bool>? watch)
    {
        Snapshots = snapshots;
        Forks = forks;
        LastDay = lastDay;
        Index = new StakeIndex(snapshots);
        foreach (RewardWindow window in windows)
        {
            _ = Index.EarnerOf(window.Reward.Set.Avs);
            foreach (AssignedReward assigned in window.Operators)
            {
                _ = Index.OperatorOf(assigned.Operator);
            }
        }

        _isExcluded =
        [
            .. Index.Stakers.Select(staker => history.Excluded.Contains(Index.Earner(staker.Earner))),
        ];
        _isWatched = watch is null
            ? null
            : [.. Enumerable.Range(0, Index.EarnerCount).Select(earner => watch(Index.Earner(earner)))];
    }

    public Snapshots Snapshots { get; }

    public StakeIndex Index { get; }

    public Forks Forks { get; }

    /// <summary>The last day that counts in this run.</summary>
    public int LastDay { get; }

    /// <summary>Whether a staker gets no programmatic incentives before the fork Panama.</summary>
    public bool IsExcluded(int staker) => _isExcluded[staker];

    /// <summary>Whether the rows of an earner are asked for.</summary>
    public bool IsWatched(int earner) => _isWatched is not null && _isWatched[earner];
}
