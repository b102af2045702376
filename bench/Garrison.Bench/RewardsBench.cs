using System.Diagnostics;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

namespace Garrison.Bench;

/// <summary>A year of one programme for everyone in the real book, and the tree of a million
/// earners.</summary>
internal static class RewardsBench
{
    private const int ProgrammeDays = 365;
    private const int EarnersOfTree = 1_000_000;
    private const double RunLimitSeconds = 60;
    private const double TreeLimitSeconds = 5;
    private const double MemoryLimitGibibytes = 4;

    private static readonly int _firstDay = Days.Of(new DateOnly(2026, 4, 1));

    public static IEnumerable<BenchResult> Run()
    {
        Book book = BookReader.Load(Repository.Path("books", "eigenlayer-2024-10"));
        RewardsHistory history = History(book);
        long start = Stopwatch.GetTimestamp();
        RewardsCalculation calculation = new(history, Forks.Mainnet);
        _ = calculation.Run(_firstDay + ProgrammeDays + 1);
        Hash32 root = new EarningsTree(calculation.State.Earned).Root;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        yield return new BenchResult(
            "rewards-year", seconds, "s", "a minute, times faster", RunLimitSeconds / seconds);
        yield return new BenchResult(
            "rewards-earners", calculation.State.Earned.Count, "earners", $"none; root {root}", 1);
        using var process = Process.GetCurrentProcess();
        double gibibytes = process.PeakWorkingSet64 / (double)(1 << 30);
        yield return new BenchResult(
            "rewards-memory", gibibytes, "GiB", "4 GiB, times less", MemoryLimitGibibytes / gibibytes);
    }

    public static IEnumerable<BenchResult> Tree()
    {
        var earned = Enumerable.Range(1, EarnersOfTree).ToDictionary(
            static i => (Address.FromNumber((ulong)i * 7919), Address.FromNumber(1)),
            static i => (UInt256)(ulong)i);
        long start = Stopwatch.GetTimestamp();
        _ = new EarningsTree(earned).Root;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        yield return new BenchResult(
            "rewards-tree", seconds, "s", "five seconds, times faster", TreeLimitSeconds / seconds);
    }

    // As many stakers as the book counts, each with one to three positions; every day one in a hundred
    // deposits more, so that no two days are alike.
    private static RewardsHistory History(Book book)
    {
        RewardsHistory history = new();
        OperatorSet service = new(Address.FromNumber(1), 0);
        ulong staker = 1UL << 40;
        foreach (BookOperator @operator in book.Operators)
        {
            history.AvsOperators.Add(new MembershipChange(On(-3), @operator.Address, service, true));
            for (int i = 0; i < @operator.Stakers; i++)
            {
                Join(history, @operator, Address.FromNumber(staker++), i);
            }
        }

        history.Rewards.Add(new PaidReward(
            On(-2),
            RewardKind.AllEarners,
            Keccak.HashText("programme"),
            service,
            Address.FromNumber(2),
            Wad.Scale * 66_000_000UL,
            [],
            [.. book.Strategies.Select(static one => new StrategyMultiplier(one.Address, Wad.Scale))],
            _firstDay,
            _firstDay + ProgrammeDays,
            ProgrammeDays));
        return history;
    }

    private static void Join(RewardsHistory history, BookOperator @operator, Address staker, int number)
    {
        history.Delegations.Add(new DelegationChange(On(-3), staker, @operator.Address, true));
        for (int i = 0; i <= number % 3 && i < @operator.Shares.Count; i++)
        {
            BookShares shares = @operator.Shares[(number + i) % @operator.Shares.Count];
            var part = Int256.FromUInt256(shares.Amount.DivDown((ulong)@operator.Stakers) + (ulong)number);
            history.StakerShares.Add(new ShareDelta(On(-3), staker, shares.Strategy, part));
            for (int day = number % 100; day < ProgrammeDays; day += 100)
            {
                history.StakerShares.Add(new ShareDelta(On(day), staker, shares.Strategy, part));
            }
        }
    }

    private static Moment On(int day) => new((long)(_firstDay + day) * Days.Seconds, (ulong)(day + 10), 0);
}
