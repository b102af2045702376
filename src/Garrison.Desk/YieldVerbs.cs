using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>What holders earn, taken apart.</summary>
internal static class YieldVerbs
{
    private static readonly Argument<string> _holder = new("holder")
    {
        Description = "Whose: the stakers of an operator, by its name or a part of it; or an address.",
    };

    private static readonly Option<string?> _activeEther = new("--active-ether")
    {
        Description = "The active stake of Ethereum; that of the day of the book by default.",
    };

    private static readonly Option<string> _participation = new("--participation")
    {
        Description = "Which part of it votes in time: from two thirds to 1.",
        DefaultValueFactory = static _ => "0.995",
    };

    public static Command Create() => new("yield", "Where what holders earn comes from.")
    {
        Verb.OfEigenLayer(
            "decompose",
            "Fees of services, emissions and what is taken of them, by day and token; base rewards apart.",
            Decompose,
            _holder, RewardsOptions.Days, _activeEther, _participation, RewardsOptions.Journal),
    };

    private static Report Decompose(Book book, ParseResult parsed)
    {
        string text = parsed.GetRequiredValue(_holder);
        bool isName = !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        Earner holder = Earner.Find(book, text, isName);
        RewardsProjection projection = RewardsOptions.Play(book, parsed, one => one == holder.Address);
        BaseRewards consensus = Consensus(book, parsed);
        RewardNames names = new(book);
        IReadOnlyList<YieldSplit> splits = YieldSplit.Of(projection, holder.Address);
        int firstDay = Days.Of((long)book.World.Clock.Seconds) + 1;
        int days = projection.LastDay - firstDay + 1;
        BaseDay[] earned =
        [
            .. Enumerable.Range(firstDay, Math.Max(days, 0)).Select(day =>
                BaseDay.Of(projection, consensus, holder.Address, day)),
        ];
        UInt256 ether = Ether(book, projection, holder.Address);
        return new Report(
            $"Yield of {holder.Label}, {days} days to {Amounts.ToDate(projection.LastDay)}, on "
                + $"{Amounts.ToText(ether)} ETH",
            [
                Split("In all", null, Totals(splits), names),
                Rates(splits, names, days, ether),
                Split("By day", static one => Amounts.ToDate(one.Day), splits, names),
                Base("Base rewards of beacon chain ether, in all (est.)", [("all days", earned)]),
                Base(
                    "Base rewards by day (est.)",
                    [.. earned.Select(static one => (Amounts.ToDate(one.Day), new[] { one }))]),
            ],
            Notes(consensus));
    }

    private static BaseRewards Consensus(Book book, ParseResult parsed)
    {
        Wad participation = Amounts.ParseParticipation(parsed.GetRequiredValue(_participation));
        if (parsed.GetValue(_activeEther) is { } text)
        {
            UInt256 ether = Amounts.ParseAmount("--active-ether", text).DivDown(Wad.Scale);
            return ether >= BaseRewards.EtherMin && ether <= BaseRewards.EtherMax
                ? new BaseRewards(ether.ToUInt64() * Spec.Increment, participation)
                : throw new DeskException(
                    ExitCode.Usage,
                    $"--active-ether {text}: give from {BaseRewards.EtherMin} to {BaseRewards.EtherMax}");
        }

        DateOnly date = Days.ToDate(Days.Of((long)book.World.Clock.Seconds));
        QueueDay? day = QueueHistory.Load(Path.Combine(Shelf.Folder(), "ethereum-validators"))
            .LastOrDefault(one => one.Date <= date);
        return day is null
            ? throw new DeskException(
                ExitCode.Usage, $"give --active-ether: it is not known for {date:yyyy-MM-dd}")
            : new BaseRewards(day.StakedGwei, participation);
    }

    private static IEnumerable<YieldSplit> Totals(IEnumerable<YieldSplit> splits) => splits
        .GroupBy(static one => one.Token)
        .OrderBy(static group => group.Key)
        .Select(static group => YieldSplit.Total(0, group.Key, group));

    private static Section Split(
        string name, Func<YieldSplit, string>? day, IEnumerable<YieldSplit> splits, RewardNames names) => new(
        name,
        [
            .. day is null ? [] : new[] { new Column("day") },
            new Column("token"), new Column("organic", true, true), new Column("emissions", true, true),
            new Column("gross", true, true), new Column("operator split", true, true),
            new Column("protocol fee", true, true), new Column("net", true, true),
        ],
        [
            .. splits.Select(split => (IReadOnlyList<Cell>)
            [
                .. day is null ? [] : new Cell[] { day(split) },
                .. Cells(split, names.Symbol(split.Token)),
            ]),
        ]);

    private static IEnumerable<Cell> Cells(YieldSplit split, string symbol) =>
    [
        symbol,
        Cell.Amount(split.Organic, symbol),
        Cell.Amount(split.Emissions, symbol),
        Cell.Amount(split.Gross, symbol),
        Cell.Amount(split.OperatorSplit, symbol),
        Cell.Amount(split.ProtocolFee, symbol),
        Cell.Amount(split.Net, symbol),
    ];

    private static Section Rates(
        IEnumerable<YieldSplit> splits, RewardNames names, int days, UInt256 ether) => new(
        "A year like this, on the ether held",
        [
            new Column("token"), new Column("net", true, true), new Column("on", true),
            new Column("rate", true, true),
        ],
        [
            .. Totals(splits).Where(one => names.Token(one.Token) is { IsEther: true } && !ether.IsZero)
                .Select(sum => (IReadOnlyList<Cell>)
                [
                    names.Symbol(sum.Token),
                    Cell.Amount(sum.Net, names.Symbol(sum.Token)),
                    Cell.Amount(ether, "ETH"),
                    Cell.Percent(YieldSplit.AnnualRate(sum.Net, days, ether)),
                ]),
        ]);

    private static Section Base(string name, IReadOnlyList<(string When, BaseDay[] Days)> groups) => new(
        name,
        [
            new Column("when"), new Column("staked at the end", true), new Column("earned", true),
            new Column("rate of a year", true),
        ],
        [
            .. groups.Where(static group => group.Days.Any(static day => !day.Stake.IsZero))
                .Select(static group => (IReadOnlyList<Cell>)
                [
                    group.When,
                    Cell.Amount(group.Days[^1].Stake, "ETH"),
                    Cell.Amount(group.Days.Sum(static day => day.Reward), "ETH"),
                    Cell.Percent(YieldSplit.AnnualRate(
                        group.Days.Sum(static day => day.Reward),
                        1,
                        group.Days.Sum(static day => day.Stake))),
                ]),
        ]);

    private static IReadOnlyList<string> Notes(BaseRewards consensus) =>
    [
        "net = organic + emissions - operator split - protocol fee, in every row, to the unit: checked.",
        "Tokens are not added to one another. A year is 365 days like these, on the ether above, where every"
            + " token of ether counts as one ether.",
        $"Base rewards are an estimate, at {consensus.ActiveGwei / Spec.Increment:N0} ETH active and "
            + $"{Amounts.ToPercent(consensus.Participation.Raw)} taking part; without tips. What tokens of"
            + " ether earn is in their price.",
        "Played on from the day of the book as if nobody moved.",
        RewardsOptions.AssumedNote,
    ];

    private static UInt256 Ether(Book book, RewardsProjection projection, Address holder)
    {
        UInt256 total = UInt256.Zero;
        foreach (BookStrategy strategy in book.Strategies.Where(static one => one.IsEther))
        {
            total += projection.World.EigenLayer.Delegation.WithdrawableShares(holder, strategy.Address);
        }

        return total;
    }

    private sealed record BaseDay(int Day, UInt256 Stake, UInt256 Reward)
    {
        public static BaseDay Of(RewardsProjection projection, BaseRewards consensus, Address holder, int day)
        {
            bool isKnown = projection.Calculation.State.Snapshots
                .StakerShares[(holder, Constants.BeaconChainEtherStrategy)].TryGet(day, out Int256 shares);
            UInt256 stake = isKnown && shares.Sign > 0 ? shares.ToUInt256() : UInt256.Zero;
            return new BaseDay(day, stake, consensus.PerDay(stake));
        }
    }
}
