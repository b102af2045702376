using System.Runtime.InteropServices;

using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Emissions;

/// <summary>The distributions by their ids: a list that only grows.</summary>
internal sealed class Distributions(Store store)
{
    private readonly Cell<ulong> _count = store.Cell<ulong>();
    private readonly Table<ulong, Terms> _terms = store.Table<ulong, Terms>();
    private readonly Table<SubmissionPlace, int> _length = store.Table<SubmissionPlace, int>();
    private readonly Table<StrategyPlace, Weighted> _strategy = store.Table<StrategyPlace, Weighted>();

    public ulong Count => _count.Value;

    public Distribution this[ulong id]
    {
        get
        {
            Invariant.Assert(id < Count);
            Terms terms = _terms[id];
            var submissions = new IReadOnlyList<StrategyMultiplier>[terms.Submissions];
            for (int i = 0; i < submissions.Length; i++)
            {
                submissions[i] = Read(new(id, i));
            }

            return new(
                terms.WeightBps, terms.StartEpoch, terms.TotalEpochs, terms.Type, terms.Set, submissions);
        }
    }

    public ulong Add(Distribution distribution)
    {
        ulong id = Count;
        _count.Set(id + 1);
        Write(id, distribution);
        return id;
    }

    public void Replace(ulong id, Distribution distribution)
    {
        for (int i = _terms[id].Submissions - 1; i >= 0; i--)
        {
            Write(new(id, i), []);
        }

        Write(id, distribution);
    }

    private void Write(ulong id, Distribution distribution)
    {
        _terms[id] = new Terms(
            distribution.WeightBps,
            distribution.StartEpoch,
            distribution.TotalEpochs,
            distribution.Type,
            distribution.Set,
            distribution.Submissions.Count);
        for (int i = 0; i < distribution.Submissions.Count; i++)
        {
            Write(new(id, i), distribution.Submissions[i]);
        }
    }

    private StrategyMultiplier[] Read(SubmissionPlace place)
    {
        var strategies = new StrategyMultiplier[_length[place]];
        for (int i = 0; i < strategies.Length; i++)
        {
            Weighted one = _strategy[new(place, i)];
            strategies[i] = new(one.Strategy, one.Multiplier);
        }

        return strategies;
    }

    private void Write(SubmissionPlace place, IReadOnlyList<StrategyMultiplier> strategies)
    {
        for (int i = strategies.Count; i < _length[place]; i++)
        {
            _strategy[new(place, i)] = default;
        }

        for (int i = 0; i < strategies.Count; i++)
        {
            _strategy[new(place, i)] = new(strategies[i].Strategy, strategies[i].Multiplier);
        }

        _length[place] = strategies.Count;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Terms(
        ulong WeightBps,
        ulong StartEpoch,
        ulong TotalEpochs,
        DistributionType Type,
        OperatorSet Set,
        int Submissions);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct SubmissionPlace(ulong Id, int Index);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct StrategyPlace(SubmissionPlace Submission, int Index);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Weighted(Address Strategy, UInt256 Multiplier);
}
