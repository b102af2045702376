using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Risk;

/// <summary>What validators earn and lose, against history and against the engine.</summary>
public sealed class ValidatorEconomicsTests
{
    private const ulong Ether = Spec.Increment;

    private static readonly IReadOnlyList<QueueDay> _days = QueueHistory.Load(
        Path.Combine(Source.Root, "books", "ethereum-validators"));

    // Lido's forum, "Slashing incident involving Launchnodes validators": 20 validators, and an estimate of
    // 23.06 ether until they were withdrawable, missed rewards included. The rules of then took a 32nd of a
    // balance at once, and nothing for correlation from so few.
    [Fact]
    public void Launchnodes_lost_in_2023_what_was_estimated()
    {
        const ulong QuotientOfBellatrix = 32;
        ulong stake = _days.Single(static day => day.Date == new DateOnly(2023, 10, 11)).StakedGwei;
        ulong own = Rewards.Base(32 * Ether, stake);
        ulong[] penalized = [Spec.SourceWeight, Spec.TargetWeight];
        ulong[] missed = [Spec.SourceWeight, Spec.TargetWeight, Spec.HeadWeight];
        ulong epoch = penalized.Aggregate(0UL, (sum, weight) => sum + Rewards.MissedVote(own, weight))
            + missed.Aggregate(0UL, (sum, weight) => sum + Rewards.Vote(own, weight, stake, stake));
        ulong lost = 20 * ((32 * Ether / QuotientOfBellatrix) + (epoch * Spec.EpochsPerSlashingsVector));
        Assert.InRange(lost, 2290 * Ether / 100, 2300 * Ether / 100);
        Assert.InRange(lost, 2306 * Ether / 100 * 99 / 100, 2306 * Ether / 100);
    }

    [Fact]
    public void The_weights_of_a_base_reward_are_all_paid_out()
    {
        ValidatorTerms terms = new(
            1, 32 * Ether, Credentials.Execution, 35_900_000 * Ether, Wad.One, 400_000);
        UInt256 earned = ValidatorEconomics.Of(terms).Aggregate(
            UInt256.Zero, static (sum, one) => sum + one.EarnedWei);
        UInt256 own = (UInt256)Rewards.Base(32 * Ether, terms.StakeGwei) * Spec.Increment;

        // A gwei for each vote is lost to rounding, and a little of what chance decides.
        Assert.InRange((own - earned).ToUInt64(), 0UL, 10 * Spec.Increment);
        Assert.Equal(10_784 * Spec.Increment, own.ToUInt64());
    }

    // The estimate for those first in the queue against the engine, which plays all who are slashed.
    [Fact]
    public void A_slashing_among_others_costs_what_the_engine_says()
    {
        Book book = BookReader.Load(Path.Combine(Source.Root, "books", "eigenlayer-2024-10"));
        const ulong Stake = 34_000_000 * Ether;
        BaseSlashOutcome played = BaseSlashWhatIf.Run(book, new BaseSlashShock(
            null, new Wad(Wad.Scale.DivDown(100)), 2048 * Ether, Credentials.Compounding, Stake, null));
        SlashedGroup first = played.Groups[0];

        ValidatorTerms terms = new(1, 2048 * Ether, Credentials.Compounding, Stake, Wad.One, played.Epoch);
        SlashingCost estimate = ValidatorEconomics.SlashedAmong(
            terms, ValidatorEconomics.SlashedAlone(terms), new Wad(Wad.Scale.DivDown(100)));
        Assert.Equal(first.AtOnceGwei, estimate.AtOnceGwei);
        Assert.InRange(estimate.CorrelationGwei, first.CorrelationGwei, first.CorrelationGwei * 1005 / 1000);
        Assert.InRange(estimate.VotesGwei, first.VotesGwei * 98 / 100, first.VotesGwei * 102 / 100);
    }

    [Fact]
    public void A_mass_slashing_lets_the_tail_of_the_queue_escape()
    {
        Book book = BookReader.Load(Path.Combine(Source.Root, "books", "eigenlayer-2024-10"));
        BaseSlashOutcome played = BaseSlashWhatIf.Run(book, new BaseSlashShock(
            null,
            new Wad(Wad.Scale.DivDown(1000) * 91),
            2048 * Ether,
            Credentials.Compounding,
            34_400_000 * Ether,
            null));

        // 3,078,144 ether leave in time to pay.
        SlashedGroup[] escaped = [.. played.Groups.Where(static one => one.CorrelationGwei == 0)];
        Assert.Equal(
            3_078_144UL,
            played.Groups.Where(static one => one.CorrelationGwei > 0)
                .Aggregate(0UL, static (sum, one) => sum + (one.Count * 2048)));
        Assert.NotEmpty(escaped);
        Assert.All(escaped, static one => Assert.InRange(one.LostGwei, 1 * Ether, 10 * Ether));
    }

    // 256 ether an epoch leave: who asks for 2,560 behind nobody has left 5 + 9 epochs later.
    [Fact]
    public void Queues_take_an_epoch_for_its_limit()
    {
        QueueDay day = _days[^1] with { Exit = new QueueSide(0, 0, 256 * Ether, 256 * Ether, 0) };
        ulong now = BeaconTime.EpochAt(day.Date);
        ExitForecast exit = ExitQueue.Leave(day, 2560 * Ether);
        Assert.Equal(now + 14, exit.ExitEpoch);
        Assert.Equal(exit.ExitEpoch + 256, exit.WithdrawableEpoch);

        QueueDay empty = day with { Entry = new QueueSide(0, 0, 256 * Ether, 256 * Ether, 0) };
        Assert.Equal(new EntryForecast(now + 1, now + 9), ExitQueue.Enter(empty, 32 * Ether));
        Assert.Equal(new EntryForecast(now + 10, now + 18), ExitQueue.Enter(empty, 2560 * Ether));
    }
}
