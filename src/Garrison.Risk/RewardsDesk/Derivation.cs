using System.Globalization;
using System.Numerics;

using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>Derives what a row paid once more, line by line, from snapshots and not from the
/// calculation.</summary>
/// <remarks>By the newest rules. Source: reference sections 3.5, 3.6 and 3.8.</remarks>
/// <param name="projection">The rewards.</param>
/// <param name="row">What is derived.</param>
/// <param name="all">All rows of the reward on that day.</param>
/// <param name="nameOf">What accounts and strategies are called.</param>
internal sealed class Derivation(
    RewardsProjection projection,
    RewardRow row,
    IReadOnlyList<RewardRow> all,
    Func<Address, string> nameOf)
{
    private const ulong WholeBps = 10_000;

    private readonly List<ExplainedLine> _lines = [];

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<ExplainedLine> Lines => _lines;

    private PaidReward Reward => row.Reward;

    private Snapshots Snapshots => projection.Calculation.State.Snapshots;

    /// <summary>Derives the amount.</summary>
    public UInt256 Run() => row.Table switch
    {
        RewardTable.AvsStaker or RewardTable.AllEarnersStaker => OfPoolStaker(),
        RewardTable.AllStakers => OfAnyStaker(),
        RewardTable.AvsOperator or RewardTable.AllEarnersOperator => OfPoolOperator(),
        RewardTable.DirectedOperator or RewardTable.DirectedSetOperator => OfOperator(Assigned()),
        RewardTable.DirectedStaker or RewardTable.DirectedSetStaker => OfOperatorsStaker(Assigned()),
        RewardTable.UniqueOperator or RewardTable.TotalOperator => OfOperator(ByStake()),
        RewardTable.UniqueStaker or RewardTable.TotalStaker => OfOperatorsStaker(ByStake()),
        RewardTable.UniqueRefund or RewardTable.TotalRefund => PerDay(),
        RewardTable.DirectedRefund => Refunded(),
        RewardTable.DirectedSetRefund => ForStrangers() == row.Amount ? Refunded() : Given(),
        _ => Given(),
    };

    private UInt256 OfPoolStaker()
    {
        UInt256 pool = PerDay();
        UInt256 payout = Part(WhoCounts(), pool, "payout");
        UInt256 kept = Keep(payout);
        return Say("amount", $"{payout} - {kept}", payout - kept);
    }

    // Rewards for all stakers never left double precision, and have no split.
    private UInt256 OfAnyStaker()
    {
        double perDay = LegacyPayout.PerDay(Reward.Amount, Reward.DurationDays);
        _ = Say(
            "tokens a day",
            $"{Reward.Amount} / {Reward.DurationDays} days * (10^15 - 1) / 10^15, as a double",
            perDay.ToString("R", CultureInfo.InvariantCulture));
        ulong proportion = WhoCounts();
        return Say(
            "amount",
            $"{Decimals(proportion)} * tokens a day, as a double, rounded to a whole number",
            LegacyPayout.ThroughText(proportion, perDay));
    }

    private UInt256 OfPoolOperator()
    {
        RewardRow[] stakers =
        [
            .. all.Where(one => one.Operator == row.Operator
                && one.Table is RewardTable.AvsStaker or RewardTable.AllEarnersStaker),
        ];
        foreach (RewardRow staker in stakers)
        {
            _ = Say(
                $"kept of {nameOf(staker.Earner)}",
                $"FLOOR({staker.Factors.Payout} * {staker.Factors.SplitBps} / 10000)",
                staker.Factors.OperatorTokens,
                Difference(
                    staker.Factors.OperatorTokens,
                    UInt256.MulDivDown(staker.Factors.Payout, staker.Factors.SplitBps, WholeBps)));
        }

        UInt256 sum = stakers.Sum(static staker => staker.Factors.OperatorTokens);
        return Say("amount", $"the sum over {stakers.Length} stakers", sum);
    }

    private UInt256 OfOperator(UInt256 gross)
    {
        UInt256 kept = Keep(gross);
        return Say("amount", "the operator's part", kept);
    }

    private UInt256 OfOperatorsStaker(UInt256 gross)
    {
        UInt256 kept = Keep(gross);
        UInt256 pool = Say("left to stakers", $"{gross} - {kept}", gross - kept);
        return Part(WhoCounts(), pool, "amount");
    }

    private UInt256 PerDay()
    {
        UInt256 perDay = PgDivision.Floor(Reward.Amount, (ulong)Reward.DurationDays);
        return Say(
            "tokens a day",
            $"FLOOR({Reward.Amount} / {Reward.DurationDays} days)",
            perDay,
            Difference(perDay, Reward.Amount.DivDown((ulong)Reward.DurationDays)));
    }

    // What operators were assigned that were registered on no day of the run.
    private UInt256 Refunded()
    {
        UInt256 sum = UInt256.Zero;
        foreach (AssignedReward assigned in Window().Operators.Where(static one => one.RegisteredDays == 0))
        {
            sum += Say(
                $"refund for {nameOf(assigned.Operator)}",
                $"FLOOR({assigned.Amount} / {Reward.DurationDays} days)",
                assigned.PerDay,
                Difference(assigned.PerDay, assigned.Amount.DivDown((ulong)Reward.DurationDays)));
        }

        return Say("amount", "the sum, refunded to the service", sum);
    }

    // A run looks again at days that earlier runs left no rows of, so the last one is where the row is from.
    private RewardWindow Window() => projection.Windows.Last(window => window.Reward.Hash == Reward.Hash
        && window.FirstDay <= row.Day && row.Day <= window.LastDay);

    private UInt256 Assigned()
    {
        AssignedReward assigned = Window().Operators.First(one => one.Operator == row.Operator);
        _ = Say("assigned to the operator", $"by the service, to {nameOf(row.Operator)}", assigned.Amount);
        _ = Say("registered days", "of the window of this run", (ulong)assigned.RegisteredDays);
        return Say(
            "tokens a day",
            $"FLOOR({assigned.Amount} / {assigned.RegisteredDays})",
            PgDivision.Floor(assigned.Amount, (ulong)assigned.RegisteredDays),
            Difference(
                PgDivision.Floor(assigned.Amount, (ulong)assigned.RegisteredDays),
                assigned.Amount.DivDown((ulong)assigned.RegisteredDays)));
    }

    // What the operator gets together with its stakers: its weight of the day's tokens, product first.
    private UInt256 ByStake()
    {
        UInt256 pool = PerDay();
        RewardFactors factors = all.First(one => one.Operator == row.Operator
            && one.Table is RewardTable.UniqueOperator or RewardTable.TotalOperator).Factors;
        _ = Say("weight of the operator", $"what stands behind {nameOf(row.Operator)}", Text(factors.Weight));
        _ = Say("weight of all operators", "of the set, on that day", Text(factors.TotalWeight));
        var payout = UInt256.FromBigInteger(((PgNumeric)pool * factors.Weight / factors.TotalWeight).Floor());
        return Say(
            "payout to operator and stakers",
            "FLOOR(tokens a day * weight / weight of all)",
            payout,
            Difference(payout, ExactFloor((PgNumeric)pool * factors.Weight, factors.TotalWeight)));
    }

    private UInt256 ForStrangers() => Window().Operators.Where(static one => one.RegisteredDays == 0)
        .Sum(static one => one.PerDay);

    // No strategy of the reward is in the set that day, so what operators leave to stakers goes back.
    private UInt256 Given() => Say(
        "amount", "what was left to stakers while no strategy of the reward is in the set", row.Amount);

    // The earner's weight and proportion; the sum over all is that of the rows of the day.
    private ulong WhoCounts()
    {
        RewardRow[] among =
        [
            .. all.Where(one => one.Table == row.Table
                && (row.Table is RewardTable.AvsStaker or RewardTable.AllEarnersStaker
                        or RewardTable.AllStakers
                    || one.Operator == row.Operator)),
        ];
        int operators = among.Select(static one => one.Operator).Distinct().Count();
        _ = Say(
            "who counts",
            "those with shares that count, of registered operators where operators play a part",
            $"{among.Length} stakers of {operators} operators");
        PgNumeric weight = Weigh();
        PgNumeric total = among.Aggregate(
            PgNumeric.Zero, static (sum, one) => sum + one.Factors.Weight);
        _ = Say("weight", "the sum of shares * multiplier", Text(weight));
        _ = Say("weight of all", "the same of all who count", Text(total));
        ulong proportion = (ulong)(weight / total * (long)PgDivision.Whole).Floor();
        _ = Say(
            "proportion",
            "FLOOR(weight / weight of all * 10^15), in 10^-15",
            Decimals(proportion),
            Difference(proportion, ExactFloor(weight * (long)PgDivision.Whole, total)));
        return proportion;
    }

    private PgNumeric Weigh()
    {
        PgNumeric weight = PgNumeric.Zero;
        foreach (StrategyMultiplier one in Reward.Strategies)
        {
            if (one.Multiplier.IsZero || !Counts(one.Strategy)
                || !Snapshots.StakerShares[(row.Earner, one.Strategy)].TryGet(row.Day, out Int256 shares)
                || shares.Sign <= 0)
            {
                continue;
            }

            PgNumeric part = ScaledToAllocation(one.Strategy, shares.ToUInt256()) * one.Multiplier;
            weight += part;
            _ = Say(
                $"shares in {nameOf(one.Strategy)}", $"{shares} * multiplier {one.Multiplier}", Text(part));
        }

        return weight;
    }

    private bool Counts(Address strategy) => Reward.Kind switch
    {
        RewardKind.Avs => Snapshots.AvsStrategies[(row.Operator, Reward.Set.Avs, strategy)].Holds(row.Day),
        RewardKind.DirectedSet => Snapshots.SetStrategies[(strategy, Reward.Set)].Holds(row.Day),
        RewardKind.UniqueStake => Snapshots.Allocations[(row.Operator, Reward.Set, strategy)]
            .TryGet(row.Day, out Magnitude magnitude) && magnitude.Allocated > 0 && magnitude.Max > 0,
        _ => true,
    };

    private PgNumeric ScaledToAllocation(Address strategy, UInt256 shares) =>
        Reward.Kind == RewardKind.UniqueStake
            && Snapshots.Allocations[(row.Operator, Reward.Set, strategy)]
                .TryGet(row.Day, out Magnitude magnitude)
                ? (PgNumeric)shares * magnitude.Allocated / magnitude.Max
                : shares;

    private UInt256 Part(ulong proportion, UInt256 pool, string what) => Say(
        what, $"FLOOR({Decimals(proportion)} * {pool})", PgDivision.Part(proportion, pool));

    private UInt256 Keep(UInt256 payout)
    {
        (uint splitBps, string source) = Split();
        _ = Say("operator's split", source, $"{splitBps} / 10000");
        UInt256 kept = PgDivision.Floor(payout * (ulong)splitBps, WholeBps);
        return Say(
            "operator's part",
            $"FLOOR({payout} * {splitBps} / 10000)",
            kept,
            Difference(kept, UInt256.MulDivDown(payout, splitBps, WholeBps)));
    }

    private (uint Bps, string Source) Split()
    {
        Timeline<uint> own = Reward.Kind switch
        {
            RewardKind.Avs or RewardKind.DirectedAvs => Snapshots.AvsSplits[(row.Operator, Reward.Set.Avs)],
            RewardKind.AllEarners => Snapshots.ProgrammaticSplits[row.Operator],
            _ => Snapshots.SetSplits[(row.Operator, Reward.Set)],
        };
        if (own.TryGet(row.Day, out uint split)) return (split, "the operator's own");

        return Snapshots.DefaultSplits[true].TryGet(row.Day, out split)
            ? (split, "the default that the owner set")
            : (Snapshots.UsualSplitBps, "1000, since nobody has set one");
    }

    private UInt256 Say(string what, string how, UInt256 value, string note = "")
    {
        _lines.Add(new ExplainedLine(what, how, value.ToString(), note));
        return value;
    }

    private string Say(string what, string how, string value, string note = "")
    {
        _lines.Add(new ExplainedLine(what, how, value, note));
        return value;
    }

    private static string Difference(UInt256 got, UInt256 exact) => got == exact
        ? ""
        : $"PostgreSQL rounds the quotient first; the exact floor is {exact}";

    private static UInt256 ExactFloor(PgNumeric left, PgNumeric right) => UInt256.FromBigInteger(
        left.Unscaled * BigInteger.Pow(10, right.Scale) / (right.Unscaled * BigInteger.Pow(10, left.Scale)));

    private static string Text(PgNumeric value) => value.ToString();

    private static string Decimals(ulong proportion) => proportion == PgDivision.Whole
        ? "1.000000000000000"
        : $"0.{proportion.ToString("D15", CultureInfo.InvariantCulture)}";
}
