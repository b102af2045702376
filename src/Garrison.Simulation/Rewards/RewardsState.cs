using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What runs leave for the next: snapshots, how far each reward is paid, and who has earned
/// what.</summary>
public sealed class RewardsState
{
    private readonly Dictionary<Hash32, int> _paidTo = [];
    private readonly Dictionary<Hash32, RewardAccount> _settled = [];
    private readonly Dictionary<Hash32, RewardAccount> _accounts = [];
    private readonly Dictionary<(Address Earner, Address Token), UInt256> _earned = [];
    private readonly List<(int Day, Address Earner, Address Token, UInt256 Amount)> _later = [];

    /// <summary>What counted on each day; empty before the first run.</summary>
    public Snapshots Snapshots { get; internal set; } = new();

    /// <summary>The cutoff of the last run; null before the first.</summary>
    public int? CutoffDay { get; private set; }

    /// <summary>What everyone has earned up to the day before the last cutoff, by earner and token.</summary>
    public IReadOnlyDictionary<(Address Earner, Address Token), UInt256> Earned => _earned;

    /// <summary>What became of each reward that a run has looked at.</summary>
    public IReadOnlyDictionary<Hash32, RewardAccount> Accounts => _accounts;

    /// <summary>What became of a reward; all of it is open before a run has looked at it.</summary>
    public RewardAccount AccountOf(PaidReward reward)
    {
        ArgumentNullException.ThrowIfNull(reward);
        return _accounts.GetValueOrDefault(reward.Hash, RewardAccount.Opened(reward));
    }

    /// <summary>The last day of a reward that has rows; null when none has.</summary>
    public int? PaidTo(Hash32 reward) => _paidTo.TryGetValue(reward, out int day) ? day : null;

    /// <summary>Begins a run: what waited for its days is earned.</summary>
    internal void Advance(int cutoffDay)
    {
        CutoffDay = cutoffDay;
        foreach ((int day, Address earner, Address token, UInt256 amount) in _later)
        {
            if (day < cutoffDay) Add(earner, token, amount);
        }

        _ = _later.RemoveAll(row => row.Day < cutoffDay);
    }

    internal void Add(Address earner, Address token, UInt256 amount) =>
        _earned[(earner, token)] = _earned.GetValueOrDefault((earner, token)) + amount;

    internal void AddLater(IEnumerable<(int Day, Address Earner, Address Token, UInt256 Amount)> rows) =>
        _later.AddRange(rows);

    /// <summary>Notes what a run made of a reward. Days after the last row are looked at again, so they are
    /// not settled.</summary>
    /// <param name="window">What the run paid.</param>
    /// <param name="days">What became of each day of it.</param>
    internal void Settle(RewardWindow window, ReadOnlySpan<DayTally> days)
    {
        Hash32 hash = window.Reward.Hash;
        RewardAccount account = _settled.GetValueOrDefault(hash, RewardAccount.Opened(window.Reward))
            .Enter(window);
        int rows = days.Length;
        while (rows > 0 && !days[rows - 1].HasRows) rows--;

        for (int i = 0; i < rows; i++) account = account.With(days[i]);

        if (rows > 0)
        {
            _paidTo[hash] = window.FirstDay + rows - 1;
            _settled[hash] = account;
        }

        for (int i = rows; i < days.Length; i++)
        {
            // Nobody counts on the day of the cutoff yet; the next run looks at it again.
            account = window.FirstDay + i == CutoffDay
                ? account with { Open = account.Open + days[i].Assigned }
                : account.With(days[i]);
        }

        _accounts[hash] = account;
    }
}
