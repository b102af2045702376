using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

// Rewards that a set pays its operators by their stake, slashable or delegated, and they their stakers.
internal sealed partial class DayRewards
{
    private void PayByStake()
    {
        UInt256 pool = _reward.PerDay;
        _tally.Assigned = pool;
        Backing[] backings =
        [
            .. _index.OperatorsOf(_reward.Set)
                .Where(member => member.Days.Holds(Day))
                .Select(member => BackingOf(member.Operator))
                .OfType<Backing>(),
        ];
        PgNumeric total = PgNumeric.Zero;
        foreach (Backing backing in backings) total += backing.Weight;

        if (total.Unscaled.Sign > 0) PayByStake(backings, total, pool);
        if (_tally.Paid.IsZero)
        {
            _tally.Stuck = UInt256.Zero;
            _tally.Dust = Int256.Zero;
            RewardTable table = _reward.Kind == RewardKind.UniqueStake
                ? RewardTable.UniqueRefund
                : RewardTable.TotalRefund;
            Refund(table, [-1], pool, isCounted: true);
        }
    }

    private void PayByStake(Backing[] backings, PgNumeric total, UInt256 pool)
    {
        bool isUnique = _reward.Kind == RewardKind.UniqueStake;
        UInt256 given = UInt256.Zero;
        foreach (Backing backing in backings)
        {
            var gross = UInt256.FromBigInteger(((PgNumeric)pool * backing.Weight / total).Floor());
            given += gross;
            uint splitBps = Snapshots.SetSplitBps(_index.Operator(backing.Operator), _reward.Set, Day);
            UInt256 kept = Split(gross, splitBps);
            int earner = _index.EarnerOfOperator(backing.Operator);
            if (Pay(earner, kept))
            {
                RewardTable table = isUnique ? RewardTable.UniqueOperator : RewardTable.TotalOperator;
                Note(table, earner, backing.Operator, kept, new RewardFactors
                {
                    Strategy = backing.First.Strategy,
                    Multiplier = backing.First.Multiplier,
                    Shares = backing.Shares,
                    Weight = backing.Weight,
                    TotalWeight = total,
                    Pool = pool,
                    Payout = gross,
                    OperatorTokens = kept,
                    SplitBps = splitBps,
                });
            }

            WeighBackersOf(backing.Operator);
            RewardTable stakers = isUnique ? RewardTable.UniqueStaker : RewardTable.TotalStaker;
            if (_weighed.Count == 0) _tally.Stuck += gross - kept;
            else DivideAmongStakers(stakers, gross, kept, splitBps);
        }

        _tally.AddDust(pool, given);
    }

    // What stands behind the set: shares, and of a reward by slashable stake the allocated part of them.
    private Backing? BackingOf(int @operator)
    {
        Address address = _index.Operator(@operator);
        Backing? backing = null;
        foreach (StrategyMultiplier one in _reward.Strategies)
        {
            if (!Snapshots.OperatorShares[(address, one.Strategy)].TryGet(Day, out Int256 shares)
                || shares.Sign <= 0
                || SlashablePart(address, one.Strategy) is not { } part)
            {
                continue;
            }

            PgNumeric weight = part.Of(shares.ToUInt256()) * one.Multiplier;
            backing = backing is null
                ? new Backing(@operator, one, shares.ToUInt256(), weight)
                : backing.First.Multiplier.IsZero && !one.Multiplier.IsZero
                    ? new Backing(@operator, one, shares.ToUInt256(), backing.Weight + weight)
                    : backing with { Weight = backing.Weight + weight };
        }

        return backing;
    }

    private void WeighBackersOf(int @operator)
    {
        BeginWeighing();
        if (_reward.Kind == RewardKind.TotalStake)
        {
            Count(static _ => true);
            WeighStakersOf(@operator);
            return;
        }

        Address address = _index.Operator(@operator);
        Count(strategy => SlashablePart(address, strategy) is not null);
        Part[] parts =
        [
            .. _index.Strategies.Select(strategy => SlashablePart(address, strategy) ?? Part.Whole),
        ];
        WeighStakersOf(@operator);
        foreach (Weighed one in _weighed)
        {
            PgNumeric weight = DecimalWeight(one.Staker, parts);
            _decimals.Add(weight);
            _decimalTotal += weight;
        }
    }

    private PgNumeric DecimalWeight(int staker, Part[] parts)
    {
        StakeIndex.Staker one = _index.Stakers[staker];
        PgNumeric weight = PgNumeric.Zero;
        for (int i = 0; i < one.Positions.Length; i++)
        {
            int strategy = one.Positions[i].Strategy;
            UInt256 shares = _stakes.Shares(one.FirstPosition + i);
            if (_multipliers[strategy].IsZero || shares.IsZero) continue;

            weight += parts[strategy].Of(shares) * _multipliers[strategy];
        }

        return weight;
    }

    // Null where nothing is allocated; delegated stake counts whole.
    private Part? SlashablePart(Address @operator, Address strategy)
    {
        if (_reward.Kind == RewardKind.TotalStake) return Part.Whole;

        return Snapshots.Allocations[(@operator, _reward.Set, strategy)].TryGet(Day, out Magnitude magnitude)
            && magnitude.Allocated > 0 && magnitude.Max > 0
                ? new Part(magnitude)
                : null;
    }

    /// <summary>The part of shares that counts: all, or the allocated magnitude over the maximum.</summary>
    private readonly record struct Part(Magnitude Magnitude)
    {
        public static Part Whole => default;

        public PgNumeric Of(UInt256 shares) => Magnitude.Max == 0
            ? shares
            : (PgNumeric)shares * Magnitude.Allocated / Magnitude.Max;
    }

    /// <summary>What an operator puts behind a set.</summary>
    /// <param name="Operator">Its number.</param>
    /// <param name="First">The first strategy that counts; one of multiplier 0 where there is no
    /// other.</param>
    /// <param name="Shares">The operator's shares in it.</param>
    /// <param name="Weight">What all its shares weigh.</param>
    private sealed record Backing(int Operator, StrategyMultiplier First, UInt256 Shares, PgNumeric Weight);
}
