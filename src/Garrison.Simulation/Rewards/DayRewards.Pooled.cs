using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

// Rewards that are one pool for all: of a service, for all stakers, and programmatic incentives.
internal sealed partial class DayRewards
{
    private void PayAvs()
    {
        Address avs = _reward.Set.Avs;
        BeginWeighing();
        foreach (StakeIndex.Member member in _index.OperatorsOf(avs))
        {
            if (!member.Days.Holds(Day)) continue;

            Address @operator = _index.Operator(member.Operator);
            Count(strategy => Snapshots.AvsStrategies[(@operator, avs, strategy)].Holds(Day));
            WeighStakersOf(member.Operator);
        }

        PayPool(RewardTable.AvsStaker, RewardTable.AvsOperator);
    }

    private void PayAllStakers()
    {
        BeginWeighing();
        Count(static _ => true);
        for (int staker = 0; staker < _index.Stakers.Length; staker++)
        {
            Weigh(staker, -1);
        }

        PayPool(RewardTable.AllStakers, default);
    }

    private void PayAllEarners()
    {
        bool isExcluding = Day < _input.Forks.Panama;
        BeginWeighing();
        Count(static _ => true);
        foreach (int @operator in OperatorsOfAny())
        {
            foreach (int staker in _stakes.StakersOf(@operator))
            {
                if (!isExcluding || !_input.IsExcluded(staker)) Weigh(staker, @operator);
            }
        }

        PayPool(RewardTable.AllEarnersStaker, RewardTable.AllEarnersOperator);
    }

    // Operators of any service, and from a fork on those of any set.
    private IEnumerable<int> OperatorsOfAny()
    {
        IEnumerable<StakeIndex.Member[]> members = Day >= _input.Forks.Mississippi
            ? _index.OperatorsOfServices.Concat(_index.OperatorsOfSets)
            : _index.OperatorsOfServices;
        bool[] isAny = new bool[_index.OperatorCount];
        foreach (StakeIndex.Member member in members.SelectMany(static one => one))
        {
            isAny[member.Operator] |= member.Days.Holds(Day);
        }

        return Enumerable.Range(0, isAny.Length).Where(@operator => isAny[@operator]);
    }

    // The weighed lie by operator, so an operator's sum is complete when the next one begins.
    private void PayPool(RewardTable stakerTable, RewardTable operatorTable)
    {
        UInt256 pool = _reward.PerDay;
        _tally.Assigned = pool;
        if (_weighed.Count == 0)
        {
            _tally.Stuck = pool;
            return;
        }

        double legacyPool = IsBefore(_input.Forks.Nile) || _reward.Kind == RewardKind.AllStakers
            ? LegacyPayout.PerDay(_reward.Amount, _reward.DurationDays)
            : 0;
        PgDivision.Total total = new(_total);
        for (int from = 0; from < _weighed.Count;)
        {
            int @operator = _weighed[from].Operator;
            int to = from + 1;
            while (to < _weighed.Count && _weighed[to].Operator == @operator) to++;

            UInt256 kept = PayStakers(stakerTable, total, from, to, pool, legacyPool);
            if (@operator >= 0) PayOperator(operatorTable, from, to, kept);

            from = to;
        }

        _tally.AddDust(pool, _tally.Paid);
    }

    private UInt256 PayStakers(
        RewardTable table, PgDivision.Total total, int from, int to, UInt256 pool, double legacyPool)
    {
        UInt256 keptOfAll = UInt256.Zero;
        uint splitBps = SplitBpsOf(_weighed[from].Operator);
        for (int i = from; i < to; i++)
        {
            Weighed one = _weighed[i];
            ulong proportion = total.Proportion(one.Weight);
            UInt256 payout = Payout(proportion, pool, legacyPool);
            UInt256 kept = one.Operator < 0 ? UInt256.Zero : Kept(payout, splitBps);
            keptOfAll += kept;
            if (Pay(EarnerOf(one), payout - kept))
            {
                Note(table, EarnerOf(one), one.Operator, payout - kept, FactorsOf(i) with
                {
                    Proportion = proportion,
                    Pool = pool,
                    Payout = payout,
                    OperatorTokens = kept,
                    SplitBps = splitBps,
                });
            }
        }

        return keptOfAll;
    }

    private void PayOperator(RewardTable table, int from, int to, UInt256 kept)
    {
        int @operator = _weighed[from].Operator;
        int earner = _index.EarnerOfOperator(@operator);
        if (!Pay(earner, kept)) return;

        int strategy = Enumerable.Range(from, to - from)
            .Min(i => _index.Stakers[_weighed[i].Staker].Positions[_weighed[i].Position].Strategy);
        Note(table, earner, @operator, kept, new RewardFactors
        {
            Strategy = _index.Strategies[strategy],
            Multiplier = _reward.MultiplierOf(_index.Strategies[strategy]),
            OperatorTokens = kept,
            SplitBps = SplitBpsOf(@operator),
        });
    }

    private bool IsBefore(int fork) => Day < fork && _reward.At.Day < fork;

    private UInt256 Payout(ulong proportion, UInt256 pool, double legacyPool)
    {
        if (_reward.Kind == RewardKind.AllStakers) return LegacyPayout.ThroughText(proportion, legacyPool);
        if (_reward.Kind == RewardKind.Avs && IsBefore(_input.Forks.Amazon))
        {
            return LegacyPayout.Cast(proportion, legacyPool);
        }

        return _reward.Kind == RewardKind.Avs && IsBefore(_input.Forks.Nile)
            ? LegacyPayout.ThroughText(proportion, legacyPool)
            : PgDivision.Part(proportion, pool);
    }

    private uint SplitBpsOf(int @operator)
    {
        if (@operator < 0) return 0;
        if (IsBefore(_input.Forks.Arno)) return Snapshots.UsualSplitBps;

        Address address = _index.Operator(@operator);
        bool isDefaultRead = !IsBefore(_input.Forks.Trinity);
        return _reward.Kind == RewardKind.Avs
            ? Snapshots.AvsSplitBps(address, _reward.Set.Avs, Day, isDefaultRead)
            : Snapshots.ProgrammaticSplitBps(address, Day, isDefaultRead);
    }

    private UInt256 Kept(UInt256 payout, uint splitBps)
    {
        if (_reward.Kind == RewardKind.Avs && IsBefore(_input.Forks.Nile)) return LegacyPayout.Tenth(payout);

        return IsBefore(_input.Forks.Arno) ? payout.DivDown(10UL) : Split(payout, splitBps);
    }
}
