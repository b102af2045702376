using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Tests.Simulation.Rewards;

/// <summary>The laws of the daily calculation over random markets and rewards of every kind.</summary>
public sealed class CalculationProperties
{
    private static int Markets { get; } = Math.Max(1, Check.Count / 10);

    [Fact]
    public void Nothing_is_lost_to_the_unit() => ForEach(static (dice, history) =>
    {
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        foreach (int cutoff in Cutoffs(dice))
        {
            _ = calculation.Run(cutoff);
            foreach ((Hash32 reward, RewardAccount account) in calculation.State.Accounts)
            {
                Assert.True(account.IsBalanced, $"{reward}: {account}");
            }
        }
    });

    [Fact]
    public void One_run_gives_out_no_more_than_was_paid_in_but_for_rounding() => ForEach(static history =>
    {
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        _ = calculation.Run(SmallMarket.Cutoff);
        foreach (PaidReward reward in history.Rewards)
        {
            RewardAccount account = calculation.State.Accounts[reward.Hash];
            Assert.True(account.Excess.IsZero && account.Open.IsZero, $"{reward}: {account}");

            // A division may round up once a day and operator; all others lose less than a unit each, or
            // what is below the fifteenth digit.
            ulong units = (ulong)(reward.DurationDays * (reward.Operators.Count + 20));
            Assert.True(account.Dust > -Int256.FromUInt256(units), $"{reward}: {account}");
        }
    });

    [Fact]
    public void What_is_earned_is_what_accounts_paid_and_refunded() => ForEach(static (dice, history) =>
    {
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        foreach (int cutoff in Cutoffs(dice)) _ = calculation.Run(cutoff);

        for (int i = 0; i < 2; i++)
        {
            Address token = SmallMarket.Token(i);
            UInt256 earned = Sum(calculation.State.Earned
                .Where(one => one.Key.Token == token).Select(static one => one.Value));
            UInt256 given = Sum(history.Rewards
                .Where(reward => reward.Token == token)
                .Select(reward => calculation.State.Accounts[reward.Hash])
                .Select(static account => account.Paid + account.Refunded));
            Assert.Equal(given, earned);
        }
    });

    [Fact]
    public void Rows_add_up_to_what_is_earned_and_parts_to_the_whole() => ForEach(static history =>
    {
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        RewardsRun run = calculation.Run(SmallMarket.Cutoff, watch: static _ => true);
        foreach (IGrouping<(Address, Address), RewardRow> earner in run.Rows
            .Where(static row => row.IsCounted)
            .GroupBy(static row => (row.Earner, row.Reward.Token)))
        {
            Assert.Equal(calculation.State.Earned[earner.Key], Sum(earner.Select(static row => row.Amount)));
        }

        foreach (RewardRow row in run.Rows.Where(
            static row => row.Table is RewardTable.AvsStaker or RewardTable.AllEarnersStaker))
        {
            Assert.Equal(row.Factors.Payout, row.Amount + row.Factors.OperatorTokens);
        }
    });

    [Fact]
    public void Watching_changes_nothing_and_a_second_run_gives_the_same_root() => ForEach(static history =>
    {
        RewardsCalculation watched = new(history, Forks.Mainnet);
        RewardsCalculation unwatched = new(history, Forks.Mainnet);
        RewardsRun run = watched.Run(SmallMarket.Cutoff, watch: static _ => true);
        Assert.Equal(run.Rows, run.Rows.Order(RewardRow.ByDay));
        _ = unwatched.Run(SmallMarket.Cutoff);
        if (watched.State.Earned.Count == 0) return;

        Assert.Equal(
            new EarningsTree(watched.State.Earned).Root, new EarningsTree(unwatched.State.Earned).Root);
    });

    private static void ForEach(Action<RewardsHistory> law) => ForEach((_, history) => law(history));

    private static void ForEach(Action<Dice, RewardsHistory> law)
    {
        for (int seed = 1; seed <= Markets; seed++)
        {
            Dice dice = new((ulong)seed);
            RewardsHistory history = SmallMarket.Draw(dice);
            law(dice, history);
        }
    }

    private static IEnumerable<int> Cutoffs(Dice dice)
    {
        for (int day = SmallMarket.FirstDay + 3; day < SmallMarket.Cutoff; day += 1 + dice.Below(15))
        {
            yield return day;
        }

        yield return SmallMarket.Cutoff;
    }

    private static UInt256 Sum(IEnumerable<UInt256> amounts) =>
        amounts.Aggregate(UInt256.Zero, static (sum, amount) => sum + amount);
}
