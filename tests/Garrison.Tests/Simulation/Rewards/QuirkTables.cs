using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

using static Garrison.Tests.Simulation.Rewards.SmallMarket;

namespace Garrison.Tests.Simulation.Rewards;

/// <summary>What the calculation does that its users would not expect; each is kept, since roots must
/// match.</summary>
public sealed class QuirkTables
{
    private const int Start = FirstDay;

    private int _order;

    // Reference section 3.9: 1,000,000 are paid in, and 1,399,999 given out.
    [Theory]
    [InlineData(RewardKind.DirectedAvs)]
    [InlineData(RewardKind.DirectedSet)]
    public void An_empty_tail_is_refunded_again(RewardKind kind)
    {
        RewardsHistory history = History(kind, registeredDays: 3, [1_000_000], days: 5);
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        Assert.Equal("paid 999999 refunded 0 excess 0", Run(calculation, Start + 20));
        Assert.Equal("paid 999999 refunded 400000 excess 400000", Run(calculation, Start + 21));
        Assert.Equal("paid 999999 refunded 400000 excess 400000", Run(calculation, Start + 22));
    }

    [Fact]
    public void An_operator_without_days_keeps_the_tail_closed()
    {
        RewardsHistory history = History(
            RewardKind.DirectedAvs, registeredDays: 3, [1_000_000, 500], days: 5);
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        Assert.Equal("paid 999999 refunded 500 excess 0", Run(calculation, Start + 20));
        Assert.Equal("paid 999999 refunded 500 excess 0", Run(calculation, Start + 21));
    }

    // Reference section 11.1: an operator that never was in the set, and the stakers of one whose set has
    // no strategy, are owed the same; one of the two refunds is dropped.
    [Fact]
    public void Two_equal_refunds_are_one()
    {
        RewardsHistory history = History(RewardKind.DirectedSet, registeredDays: 1, [1_000, 900], days: 1);
        history.SetStrategies.Clear();
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        Assert.Equal("paid 100 refunded 900 excess 0", Run(calculation, Start + 20));
        Assert.Equal("900", calculation.State.Accounts.Values.Single().Stuck.ToString());
    }

    [Fact]
    public void A_day_is_paid_more_than_its_part_when_the_division_rounds_up()
    {
        RewardsHistory history = History(RewardKind.DirectedAvs, registeredDays: 7, [], days: 7);
        UInt256 amount = UInt256.Parse("1000000000000000000000005");
        history.Rewards[0] = history.Rewards[0] with
        {
            Kind = RewardKind.TotalStake,
            Operators = [],
            Amount = amount,
        };
        RewardsCalculation calculation = new(history, Forks.Mainnet with { Sabine = 0 });
        _ = calculation.Run(Start + 20);
        RewardAccount account = calculation.State.Accounts.Values.Single();
        Assert.True(account.Refunded + account.Paid > amount, account.ToString());
        Assert.True(account.Dust.IsNegative && account.IsBalanced, account.ToString());
    }

    [Fact]
    public void Days_on_which_nobody_counts_stay_in_the_contract()
    {
        RewardsHistory history = History(RewardKind.DirectedAvs, registeredDays: 3, [], days: 5);
        history.Rewards[0] = history.Rewards[0] with
        {
            Kind = RewardKind.Avs,
            Operators = [],
            Amount = 5_000UL,
        };
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        Assert.Equal("paid 3000 refunded 0 excess 0", Run(calculation, Start + 20));
        Assert.Equal("2000", calculation.State.Accounts.Values.Single().Stuck.ToString());
    }

    // The operator keeps its tenth; what it leaves to stakers that it does not have is not dust.
    [Theory]
    [InlineData(RewardKind.DirectedAvs)]
    [InlineData(RewardKind.DirectedSet)]
    [InlineData(RewardKind.TotalStake)]
    public void What_is_left_to_no_stakers_stays_in_the_contract(RewardKind kind)
    {
        RewardKind directed = kind == RewardKind.DirectedAvs ? kind : RewardKind.DirectedSet;
        RewardsHistory history = History(directed, registeredDays: 5, [1_000], days: 5);
        history.Rewards[0] = history.Rewards[0] with
        {
            Kind = kind,
            Operators = kind == directed ? history.Rewards[0].Operators : [],
        };
        history.StakerShares.Clear();
        RewardsCalculation calculation = new(history, Forks.Mainnet with { Sabine = 0 });
        Assert.Equal("paid 100 refunded 0 excess 0", Run(calculation, Start + 20));
        RewardAccount account = calculation.State.Accounts.Values.Single();
        Assert.Equal("900", account.Stuck.ToString());
        Assert.True(account.Dust.IsZero, account.ToString());
    }

    [Fact]
    public void The_day_of_the_cutoff_is_open()
    {
        RewardsHistory history = History(RewardKind.DirectedAvs, registeredDays: 5, [], days: 5);
        history.Rewards[0] = history.Rewards[0] with
        {
            At = On(Start - 1),
            Kind = RewardKind.Avs,
            Operators = [],
            Amount = 5_000UL,
        };
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        Assert.Equal("paid 2000 refunded 0 excess 0", Run(calculation, Start + 3));
        RewardAccount account = calculation.State.AccountOf(history.Rewards[0]);
        Assert.Equal("3000", account.Open.ToString());
        Assert.Equal("0", account.Stuck.ToString());
    }

    [Fact]
    public void A_cutoff_does_not_go_back()
    {
        RewardsCalculation calculation = new(new RewardsHistory(), Forks.Mainnet);
        _ = calculation.Run(Start);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => calculation.Run(Start));
    }

    private static string Run(RewardsCalculation calculation, int cutoff)
    {
        _ = calculation.Run(cutoff);
        RewardAccount account = calculation.State.Accounts.Values.Single();
        Assert.True(account.IsBalanced, account.ToString());
        return $"paid {account.Paid} refunded {account.Refunded} excess {account.Excess}";
    }

    // The first operator is registered for some days and has a staker; the others never are.
    private RewardsHistory History(RewardKind kind, int registeredDays, int[] amounts, int days)
    {
        RewardsHistory history = new();
        OperatorSet set = new(Avs(0), kind == RewardKind.DirectedSet ? 1U : 0);
        Int256 shares = Int256.Parse("1000000000000000000");
        history.StakerShares.Add(new ShareDelta(On(Start - 9), Staker(0), Strategy(0), shares));
        history.OperatorShares.Add(new ShareDelta(On(Start - 9), Operator(0), Strategy(0), shares));
        history.Delegations.Add(new DelegationChange(On(Start - 9), Staker(0), Operator(0), true));
        IList<MembershipChange> memberships =
            kind == RewardKind.DirectedSet ? history.SetOperators : history.AvsOperators;
        memberships.Add(new MembershipChange(On(Start), Operator(0), set, true));
        memberships.Add(new MembershipChange(On(Start + registeredDays + 1), Operator(0), set, false));
        history.SetStrategies.Add(new MembershipChange(On(Start - 9), Strategy(0), set, true));
        for (int day = Start - 9; day < Start + 15; day++)
        {
            history.RestakedStrategies.Add(new RestakedStrategy(On(day), Operator(0), Avs(0), Strategy(0)));
        }

        history.Rewards.Add(new PaidReward(
            On(Start + 15),
            kind,
            Keccak.HashText("reward"),
            set,
            Token(0),
            (ulong)amounts.Sum(),
            [.. amounts.Select(static (amount, i) => new OperatorReward(Operator(i), (ulong)amount))],
            [new StrategyMultiplier(Strategy(0), Wad.Scale)],
            Start,
            Start + days,
            days));
        return history;
    }

    private Moment On(int day) => new(((long)day * Days.Seconds) + 60, (ulong)day, (uint)_order++);
}
