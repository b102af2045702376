using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What runs leave for the next: snapshots, how far each reward is paid, and who has earned
/// what.</summary>
public sealed class RewardsState
{
    private readonly Dictionary<Hash32, int> _paidTo = [];
    private readonly Dictionary<(Address Earner, Address Token), UInt256> _earned = [];
    private readonly List<(int Day, Address Earner, Address Token, UInt256 Amount)> _later = [];

    /// <summary>What counted on each day; null before the first run.</summary>
    public Snapshots? Snapshots { get; internal set; }

    /// <summary>What everyone has earned so far, by earner and token.</summary>
    public IReadOnlyDictionary<(Address Earner, Address Token), UInt256> Earned => _earned;

    /// <summary>The last day of a reward that has rows; null when none has.</summary>
    public int? PaidTo(Hash32 reward) => _paidTo.TryGetValue(reward, out int day) ? day : null;

    /// <summary>The last day that is in <see cref="Earned"/>.</summary>
    internal int LastDay { get; private set; } = int.MinValue;

    internal void SetPaidTo(Hash32 reward, int day) =>
        _paidTo[reward] = Math.Max(day, _paidTo.GetValueOrDefault(reward, int.MinValue));

    /// <summary>Moves the end of what is counted, and counts rows that waited for it.</summary>
    internal void Advance(int lastDay)
    {
        LastDay = lastDay;
        foreach ((int day, Address earner, Address token, UInt256 amount) in _later.ToArray())
        {
            if (day <= lastDay) Add(earner, token, amount);
        }

        _ = _later.RemoveAll(row => row.Day <= lastDay);
    }

    internal void Add(in RewardRow row)
    {
        if (row.Day <= LastDay) Add(row.Earner, row.Reward.Token, row.Amount);
        else _later.Add((row.Day, row.Earner, row.Reward.Token, row.Amount));
    }

    internal void Add(Address earner, Address token, UInt256 amount) =>
        _earned[(earner, token)] = _earned.GetValueOrDefault((earner, token)) + amount;
}
