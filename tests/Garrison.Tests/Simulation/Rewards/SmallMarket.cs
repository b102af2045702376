using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Tests.Simulation.Rewards;

/// <summary>Random facts of weeks in a market of three operators, six stakers and two services.</summary>
internal static class SmallMarket
{
    public const int FirstDay = 20_600;
    public const int DayCount = 24;

    /// <summary>A day after the last fact; every reward has ended by then.</summary>
    public const int Cutoff = FirstDay + (3 * DayCount);

    private const int Operators = 3;
    private const int Stakers = 6;
    private const int StrategyCount = 2;

    /// <summary>Draws the facts.</summary>
    public static RewardsHistory Draw(Dice dice)
    {
        RewardsHistory history = new();
        for (int i = 0; i < 160; i++)
        {
            AddFact(history, dice, At(FirstDay + dice.Below(DayCount), dice, i));
        }

        for (int day = FirstDay; day < FirstDay + DayCount; day++) Observe(history, dice, day);

        for (int i = 0; i < 12; i++)
        {
            history.Rewards.Add(Reward(dice, At(FirstDay + DayCount + dice.Below(5), dice, 1000 + i), i));
        }

        return history;
    }

    public static Address Operator(int i) => Address.FromNumber(0x0A00 + (ulong)i);

    public static Address Staker(int i) => Address.FromNumber(0x1B00 + (ulong)i);

    public static Address Strategy(int i) => Address.FromNumber(0x3D00 + (ulong)i);

    public static Address Avs(int i) => Address.FromNumber(0x2C00 + (ulong)i);

    public static Address Token(int i) => Address.FromNumber(0x4E00 + (ulong)i);

    public static Moment At(int day, Dice dice, int order) => new(
        ((long)day * Days.Seconds) + dice.Below(Days.Seconds),
        (ulong)(day * 7200) + (ulong)order,
        (uint)order);

    private static void AddFact(RewardsHistory history, Dice dice, Moment at)
    {
        Address @operator = Operator(dice.Below(Operators));
        Address staker = Staker(dice.Below(Stakers));
        Address strategy = Strategy(dice.Below(StrategyCount));
        OperatorSet set = new(Avs(dice.Below(2)), (uint)dice.Below(2));
        switch (dice.Below(8))
        {
            case 0 or 1:
                history.StakerShares.Add(new ShareDelta(at, staker, strategy, Shares(dice)));
                break;
            case 2:
                history.OperatorShares.Add(new ShareDelta(at, @operator, strategy, Shares(dice)));
                break;
            case 3:
                history.Delegations.Add(new DelegationChange(at, staker, @operator, !dice.OneIn(4)));
                break;
            case 4:
                history.AvsOperators.Add(
                    new MembershipChange(at, @operator, set with { Id = 0 }, !dice.OneIn(3)));
                break;
            case 5:
                history.SetOperators.Add(new MembershipChange(at, @operator, set, !dice.OneIn(3)));
                history.SetStrategies.Add(new MembershipChange(at, strategy, set, !dice.OneIn(3)));
                break;
            case 6:
                history.Allocations.Add(new AllocationChange(
                    at, @operator, set, strategy, (ulong)dice.Below(5) * 250_000_000_000_000_000));
                break;
            default:
                history.SetSplits.Add(new SplitChange(
                    at, @operator, set, at.Seconds + dice.Below(Days.Seconds), (uint)dice.Below(10_001)));
                break;
        }
    }

    private static Int256 Shares(Dice dice)
    {
        Int256 shares = Int256.FromUInt256(dice.Next() >> dice.Below(60));
        return dice.OneIn(4) ? -shares : shares;
    }

    private static void Observe(RewardsHistory history, Dice dice, int day)
    {
        for (int i = 0; i < Operators * StrategyCount; i++)
        {
            if (dice.OneIn(5)) continue;

            history.RestakedStrategies.Add(new RestakedStrategy(
                new Moment(((long)day * Days.Seconds) + 43_200, 0, 0),
                Operator(i % Operators),
                Avs(0),
                Strategy(i / Operators)));
        }
    }

    private static PaidReward Reward(Dice dice, Moment at, int number)
    {
        var kind = (RewardKind)dice.Below(7);
        int start = FirstDay + dice.Below(DayCount);
        int days = 1 + dice.Below(12);
        OperatorReward[] operators = kind is RewardKind.DirectedAvs or RewardKind.DirectedSet
            ? [.. Enumerable.Range(0, 1 + dice.Below(Operators)).Select(
                i => new OperatorReward(Operator(i), Amount(dice)))]
            : [];
        UInt256 amount = operators.Aggregate(UInt256.Zero, static (sum, one) => sum + one.Amount);
        return new PaidReward(
            at,
            kind,
            Keccak.HashText($"reward {number}"),
            new OperatorSet(Avs(dice.Below(2)), kind >= RewardKind.DirectedSet ? (uint)dice.Below(2) : 0),
            Token(dice.Below(2)),
            operators.Length > 0 ? amount : Amount(dice),
            operators,
            [.. Enumerable.Range(0, StrategyCount).Where(_ => !dice.OneIn(3)).DefaultIfEmpty(0).Select(
                i => new StrategyMultiplier(Strategy(i), dice.OneIn(5) ? 0UL : dice.Next() >> 10))],
            start,
            start + days,
            days);
    }

    private static UInt256 Amount(Dice dice) =>
        UInt256.One + ((UInt256)dice.Next() * (dice.Next() >> dice.Below(64)));
}
