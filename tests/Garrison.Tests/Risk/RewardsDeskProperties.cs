using System.Numerics;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

namespace Garrison.Tests.Risk;

/// <summary>Laws of the rewards desk, on small books that dice make.</summary>
public sealed class RewardsDeskProperties
{
    private static readonly int _today = Days.Of((long)SmallBook.StartTime);

    private static IEnumerable<ulong> Seeds =>
        Enumerable.Range(1, Check.Count / 10).Select(static n => (ulong)n);

    [Fact]
    public void Net_is_organic_plus_emissions_less_fees_and_all_that_was_earned()
    {
        int rows = 0;
        foreach (ulong seed in Seeds)
        {
            RewardsProjection projection = Play(seed, 9);
            foreach (Address holder in Holders(projection.Book))
            {
                IReadOnlyList<YieldSplit> splits = YieldSplit.Of(projection, holder);
                rows += splits.Count;
                Assert.All(splits, static one => Assert.Equal(
                    Big(one.Organic) + Big(one.Emissions) - Big(one.OperatorSplit) - Big(one.ProtocolFee),
                    Big(one.Net)));
                foreach (IGrouping<Address, YieldSplit> token in splits.GroupBy(static one => one.Token))
                {
                    BigInteger net = token.Aggregate(
                        BigInteger.Zero, static (sum, one) => sum + Big(one.Net));
                    Assert.Equal(Big(projection.Calculation.State.Earned[(holder, token.Key)]), net);
                    Assert.All(token, one => Assert.True(
                        token.Key == SmallBook.Emitted.Address ? one.Organic.IsZero : one.Emissions.IsZero));
                }
            }

            Assert.All(
                projection.Reader.History.Rewards,
                one => Assert.True(projection.AccountOf(one).IsBalanced));
        }

        Assert.True(rows > 1000);
    }

    [Fact]
    public void A_derivation_comes_to_what_was_paid()
    {
        int lines = 0;
        foreach (ulong seed in Seeds.Take(30))
        {
            RewardsProjection projection = Play(seed, 5);
            foreach (Address earner in Holders(projection.Book))
            {
                IReadOnlyList<Explanation> explained = Explanation.Of(
                    projection, earner, _today + 3, static one => one.ToString());
                Assert.Equal(
                    projection.Rows.Where(row => row.Earner == earner && row.Day == _today + 3)
                        .Select(static row => Big(row.Amount)).Order(),
                    explained.Select(static one => BigInteger.Parse(one.Lines[^1].Value)).Order());
                Assert.All(explained.SelectMany(static one => one.Drifts), static one =>
                    Assert.True(one.Drift.IsZero));
                lines += explained.Sum(static one => one.Lines.Count);
            }
        }

        Assert.True(lines > 1000);
    }

    [Fact]
    public void A_claim_is_accepted_once()
    {
        int claims = 0;
        foreach (ulong seed in Seeds.Take(20))
        {
            RewardsProjection projection = Play(seed, 3);
            Address earner = projection.Calculation.State.Earned
                .Where(static one => !one.Value.IsZero)
                .Select(static one => one.Key.Earner).Order().FirstOrDefault();
            if (earner.IsZero) continue;

            ClaimPreview preview = ClaimPreview.Run(projection, earner)!;
            claims++;
            Assert.All(preview.Tokens, one =>
            {
                Assert.Equal(projection.Calculation.State.Earned[(earner, one.Token)], one.ClaimedAfter);
                Assert.Equal(one.ClaimedAfter - one.ClaimedBefore, one.BalanceAfter - one.BalanceBefore);
            });
            WhatIfRefusedException refused = Assert.Throws<WhatIfRefusedException>(
                () => ClaimPreview.Run(projection, earner));
            Assert.Contains("EarningsNotGreaterThanClaimed", refused.Message);
            Assert.Null(ClaimPreview.Run(projection, Address.FromNumber(0x7777)));
        }

        Assert.True(claims > 10);
    }

    [Fact]
    public void A_tail_warns_exactly_where_more_is_given_out_than_was_paid_in()
    {
        int tails = 0;
        int others = 0;
        foreach (ulong seed in Seeds)
        {
            Dice dice = new(seed);
            Book book = SmallBook.Roll(dice);
            if (book.Services[0].Operators.Count == 0) continue;

            RewardsProjection projection = RewardsProjection.Open(book, static _ => true);
            SubmissionPreview preview = SubmissionPreview.Run(projection, Directed(dice, book));
            UInt256 excess = preview.Tail is { } tail ? tail.Amount : UInt256.Zero;
            Assert.Equal(excess, preview.Account.Excess);
            if (preview.Tail is null) others++;
            else tails++;

            Address earner = preview.Reward.Operators[0].Operator;
            foreach (int day in Enumerable.Range(preview.Reward.StartDay, 12))
            {
                _ = Explanation.Of(projection, earner, day, static one => one.ToString());
                _ = Explanation.Of(
                    projection, book.Services[0].Set.Avs, day, static one => one.ToString());
            }

            foreach (Address holder in Holders(book)) _ = YieldSplit.Of(projection, holder);
        }

        Assert.True(tails > 5 && others > 5, $"{tails} {others}");
    }

    [Fact]
    public void A_slash_parts_the_indexers_shares_from_the_chains_by_rounding_alone()
    {
        int drifts = 0;
        foreach (ulong seed in Seeds.Take(40))
        {
            RewardsProjection projection = Play(seed, 2);
            BookService service = projection.Book.Services[0];
            BookOperator? one = projection.Book.Operators.FirstOrDefault(
                o => service.Operators.Contains(o.Address) && o.Shares.Count > 0);
            if (one is null) continue;

            Address[] strategies = [.. one.Shares.Select(static shares => shares.Strategy)];
            _ = projection.Do(new SlashOperator(
                service.Set.Avs,
                service.Set,
                one.Address,
                strategies,
                [.. strategies.Select(static _ => (UInt256)123_456_789_123_456_789UL)],
                ""));
            projection.RunTo(_today + 5);
            foreach (ShareDrift drift in Explanation.Of(
                projection, one.Cohort, _today + 5, static o => o.ToString())
                .SelectMany(static e => e.Drifts))
            {
                Assert.True(drift.Drift.Abs() <= 2UL, $"{drift}");
                if (!drift.Drift.IsZero) drifts++;
            }
        }

        Assert.True(drifts > 5, $"{drifts}");
    }

    [Fact]
    public void Rounding_that_pays_more_than_is_paid_in_is_told()
    {
        Dice dice = new(5);
        Book book = SmallBook.Roll(dice);
        SubmissionRequest request = Pooled(book, UInt256.Parse("200000000000000000009"), 10);
        SubmissionPreview up = SubmissionPreview.Run(RewardsProjection.Open(book, static _ => true), request);
        Assert.Equal((UInt256)1UL, up.BeyondFunds);
        SubmissionPreview even = SubmissionPreview.Run(
            RewardsProjection.Open(book, static _ => true),
            request with { Amount = UInt256.Parse("200000000000000000010") });
        Assert.Equal(UInt256.Zero, even.BeyondFunds);
    }

    [Fact]
    public void What_is_due_beyond_the_days_played_is_open()
    {
        Book book = SmallBook.Roll(new Dice(5));
        SubmissionRequest request = Pooled(book, 365_000UL, 365);
        SubmissionPreview preview = SubmissionPreview.Run(
            RewardsProjection.Open(book, static _ => true),
            request with { Kind = SubmissionKind.TotalStake });
        Assert.Equal((UInt256)288_000UL, preview.Account.Open);
        Assert.True(preview.Account.IsBalanced);
    }

    [Fact]
    public void A_refusal_has_the_contracts_name()
    {
        Book book = SmallBook.Roll(new Dice(5));
        SubmissionRequest good = Pooled(book, 1000UL, 10);
        Refuses("DurationExceedsMax", good with { Days = 731 });
        Refuses("DurationIsZero", good with { Days = 0 });
        Refuses("AmountIsZero", good with { Amount = UInt256.Zero });
        Refuses("StartTimestampTooFarInFuture", good with { StartDay = _today + 31 });
        Refuses("StartTimestampTooFarInPast", good with { StartDay = _today - 169 });
        Refuses("UnauthorizedCaller", good with { Kind = SubmissionKind.ForAllEarners });
        Refuses("insufficient allowance", good with { IsFunded = false });
        Refuses("InputArrayLengthZero", good with { Strategies = [] });
        Refuses(
            "SubmissionNotRetroactive",
            good with
            {
                Kind = SubmissionKind.OperatorDirectedSet,
                Operators = [new OperatorReward(book.Operators[0].Address, 1UL)],
            });

        void Refuses(string name, SubmissionRequest request)
        {
            RewardsProjection projection = RewardsProjection.Open(book, static _ => true);
            WhatIfRefusedException refused = Assert.Throws<WhatIfRefusedException>(
                () => SubmissionPreview.Run(projection, request));
            Assert.Contains(name, refused.Message);
        }
    }

    [Fact]
    public void A_journal_goes_on_where_it_ended()
    {
        Book book = SmallBook.Roll(new Dice(11));
        RewardsProjection once = RewardsProjection.Open(book, static _ => true);
        once.RunTo(_today + 10);
        string[] lines = [.. Journal.Record(new World(), book.Commands.Concat(once.Commands))];
        RewardsProjection again = RewardsProjection.Resume(book, lines, static _ => true);
        Assert.Empty(again.Commands);
        Assert.Equal(once.World.Digest(), again.World.Digest());
        Assert.Equal(
            once.Roots.Select(static one => one.Tree.Root), again.Roots.Select(static one => one.Tree.Root));
        Assert.Equal(
            once.Rows.Select(static row => (row.Day, row.Reward.Hash, row.Table, row.Earner, row.Amount)),
            again.Rows.Select(static row => (row.Day, row.Reward.Hash, row.Table, row.Earner, row.Amount)));

        World world = new();
        JournalWriter writer = Journal.Resume(world, lines, static (_, _) => { });
        string added = writer.Execute(new AdvanceClock(Address.Zero, 1, 12), out _);
        _ = Journal.Replay([.. lines[..^1], added, writer.Close()]);
    }

    [Theory]
    [InlineData(34_000_000, 1.0, 2.7, 2.9)]
    [InlineData(1_000_000, 1.0, 16.0, 17.0)]
    [InlineData(34_000_000, 0.7, 0.5, 1.2)]
    public void Base_rewards_are_what_the_consensus_pays(ulong ether, double part, double least, double most)
    {
        Wad participation = new((UInt256)(ulong)(part * 1000) * 1_000_000_000_000_000UL);
        BaseRewards rewards = new(ether * 1_000_000_000UL, participation);
        UInt256 stake = 3_200UL * Wad.Scale;
        double rate = (double)Big(YieldSplit.AnnualRate(rewards.PerDay(stake), 1, stake)) / 1e16;
        Assert.InRange(rate, least, most);

        // 64 · 10⁹ / √stake an increment and epoch, of which 54, 8 and 2 parts are for votes, proposals and
        // signatures.
        double all = 64e9 / Math.Sqrt(ether * 1e9) * 225 * 365 / 1e9;
        if (participation == Wad.One) Assert.InRange(rate, all * 99.8, all * 100.2);
    }

    private static RewardsProjection Play(ulong seed, int days)
    {
        Book book = SmallBook.Roll(new Dice(seed));
        RewardsProjection projection = RewardsProjection.Open(book, static _ => true);
        projection.RunTo(_today + days);
        return projection;
    }

    private static SubmissionRequest Pooled(Book book, UInt256 amount, int days) => new(
        SubmissionKind.Avs,
        book.Services[0].Set.Avs,
        book.Services[0].Set,
        SmallBook.Fee.Address,
        amount,
        _today,
        days,
        [new StrategyMultiplier(book.Strategies[0].Address, Wad.Scale)],
        [],
        _today,
        [],
        IsFunded: true,
        PaysFee: false);

    // Some are assigned that are registered, some that are not; some of them leave in time.
    private static SubmissionRequest Directed(Dice dice, Book book)
    {
        BookService service = book.Services[0];
        int days = 2 + dice.Below(6);
        int at = _today + days + 2 + dice.Below(5);
        Address[] assigned =
        [
            .. book.Operators.Select(static one => one.Address)
                .Where(one => dice.OneIn(service.Operators.Contains(one) ? 2 : 8))
                .DefaultIfEmpty(service.Operators[0]),
        ];
        return Pooled(book, UInt256.Zero, days) with
        {
            Kind = dice.OneIn(2) ? SubmissionKind.OperatorDirectedAvs : SubmissionKind.OperatorDirectedSet,
            StartDay = at - days - 1 - dice.Below(2),
            AtDay = at,
            Strategies = SmallBook.Multipliers(dice),
            Operators =
            [
                .. assigned.Select(one => new OperatorReward(one, (UInt256)1_000_000UL + (dice.Next() >> 2))),
            ],
            Departures =
            [
                .. assigned.Where(service.Operators.Contains).Where(_ => !dice.OneIn(4))
                    .Select(one => new Departure(one, at - dice.Below(days + 1))),
            ],
        };
    }

    private static IEnumerable<Address> Holders(Book book) =>
        book.Operators.SelectMany(static one => new[] { one.Address, one.Cohort });

    private static BigInteger Big(UInt256 value) => value.ToBigInteger();
}
