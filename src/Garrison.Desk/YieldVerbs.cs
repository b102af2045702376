using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
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
        Description = "Which part of it votes in time.",
        DefaultValueFactory = static _ => "0.995",
    };

    public static Command Create() => new("yield", "Where what holders earn comes from.")
    {
        Verb.Of(
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
                InAll(splits, names, days, ether),
                InDays("By day", splits, names),
                Base(earned, days),
            ],
            Notes(consensus));
    }

    private static BaseRewards Consensus(Book book, ParseResult parsed)
    {
        Wad participation = Amounts.ParsePart(
            "--participation", parsed.GetRequiredValue(_participation), mayBeZero: false);
        if (parsed.GetValue(_activeEther) is { } text)
        {
            UInt256 ether = Amounts.ParseAmount("--active-ether", text).DivDown(Wad.Scale);
            return ether >= BaseRewards.EtherMin && ether <= BaseRewards.EtherMax
                ? new BaseRewards(ether.ToUInt64() * Engine.Staking.Spec.Increment, participation)
                : throw new DeskException(
                    ExitCode.Usage,
                    $"--active-ether {text}: give from {BaseRewards.EtherMin} to {BaseRewards.EtherMax}");
        }

        DateOnly date = Days.ToDate(Days.Of((long)book.World.Clock.Seconds));
        QueueDay? day = QueueHistory.Load(Path.Combine(Shelf.Folder(), "ethereum-validators"))
            .LastOrDefault(one => one.Date <= date);
        return day is null
            ? throw new DeskException(ExitCode.Usage, $"give --active-ether: it is not known for {date:yyyy-MM-dd}")
            : new BaseRewards(day.StakedGwei, participation);
    }

    private static Section InAll(
        IReadOnlyList<YieldSplit> splits, RewardNames names, int days, UInt256 ether) => new(
        "In all",
        [
            new Column("token"), new Column("organic", true, true), new Column("emissions", true, true),
            new Column("operator split", true, true), new Column("protocol fee", true, true),
            new Column("net", true, true), new Column("net a year", true, true),
        ],
        [
            .. splits.GroupBy(static one => one.Token).OrderBy(static group => group.Key)
                .Select(group => YieldSplit.Total(0, group.Key, group))
                .Select(sum => (IReadOnlyList<Cell>)
                [
                    .. Amount(sum, names),
                    names.Token(sum.Token) is { IsEther: true } && !ether.IsZero
                        ? Cell.Percent(YieldSplit.AnnualRate(sum.Net, days, ether))
                        : "not in ether",
                ]),
        ]);

    private static Section InDays(string name, IEnumerable<YieldSplit> splits, RewardNames names) => new(
        name,
        [
            new Column("day"), new Column("token"), new Column("organic", true, true),
            new Column("emissions", true, true), new Column("operator split", true, true),
            new Column("protocol fee", true, true), new Column("net", true, true),
        ],
        [
            .. splits.Select(split => (IReadOnlyList<Cell>)
                [Amounts.ToDate(split.Day), .. Amount(split, names)]),
        ]);

    private static IEnumerable<Cell> Amount(YieldSplit split, RewardNames names)
    {
        string symbol = names.Symbol(split.Token);
        return
        [
            symbol,
            Cell.Amount(split.Organic, symbol),
            Cell.Amount(split.Emissions, symbol),
            Cell.Amount(split.OperatorSplit, symbol),
            Cell.Amount(split.ProtocolFee, symbol),
            Cell.Amount(split.Net, symbol),
        ];
    }

    // Every day is alike while nobody moves, so days of the same stake are one row.
    private static Section Base(IReadOnlyList<BaseDay> days, int dayCount) => new(
        "Base rewards of beacon chain ether (est.)",
        [
            new Column("days", true), new Column("staked", true), new Column("a day", true),
            new Column("in all", true), new Column("a year", true),
        ],
        [
            .. days.Where(static day => !day.Stake.IsZero)
                .GroupBy(static day => (day.Stake, day.Reward))
                .Select(group => (IReadOnlyList<Cell>)
                [
                    Cell.Number(group.Count()),
                    Cell.Amount(group.Key.Stake, "ETH"),
                    Cell.Amount(group.Key.Reward, "ETH"),
                    Cell.Amount(group.Key.Reward * (ulong)group.Count(), "ETH"),
                    Cell.Percent(YieldSplit.AnnualRate(group.Key.Reward, 1, group.Key.Stake)),
                ]),
        ]);

    private static IReadOnlyList<string> Notes(BaseRewards consensus) =>
    [
        "net = organic + emissions - operator split - protocol fee, in every row, to the unit: checked.",
        "Tokens are not added to one another. A year is 365 days like these, on the ether above, where every"
            + " token of ether counts as one ether.",
        $"Base rewards are an estimate, at {consensus.ActiveGwei / Engine.Staking.Spec.Increment:N0} ETH active"
            + $" and {Amounts.ToPercent(consensus.Participation.Raw)} taking part; without tips. What tokens of"
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

    private sealed record BaseDay(UInt256 Stake, UInt256 Reward)
    {
        public static BaseDay Of(RewardsProjection projection, BaseRewards consensus, Address holder, int day)
        {
            bool isKnown = projection.Calculation.State.Snapshots
                .StakerShares[(holder, Constants.BeaconChainEtherStrategy)].TryGet(day, out Int256 shares);
            UInt256 stake = isKnown && shares.Sign > 0 ? shares.ToUInt256() : UInt256.Zero;
            return new BaseDay(stake, consensus.PerDay(stake));
        }
    }
}
