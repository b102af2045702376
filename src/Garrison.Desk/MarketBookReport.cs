using System.Globalization;

using Garrison.Engine;
using Garrison.Engine.Oracle;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>What is in a book of markets.</summary>
internal static class MarketBookReport
{
    public static Report Of(MarketBook book) => new(
        $"{book.Title} ({book.Name}), {AsOf(book)}",
        [Tokens(book), Feeds(book), Pools(book), Markets(book), Bridges(book)],
        [
            .. book.Sources.Select(static text => $"Source: {text}"),
            .. book.Assumptions.Select(static text => $"* Assumed: {text}"),
        ]);

    /// <summary>The block and the time of a book.</summary>
    public static string AsOf(MarketBook book)
    {
        Clock clock = book.World.Clock;
        return string.Create(
            CultureInfo.InvariantCulture, $"as of block {clock.Block}, {Amounts.ToTime(clock.Seconds)}");
    }

    private static Section Tokens(MarketBook book) => new(
        "tokens",
        [
            new Column("token"), new Column("address"), new Column("supply", true),
            new Column("its own rate"),
        ],
        [
            .. book.Tokens.Select(token => (IReadOnlyList<Cell>)
            [
                token.Symbol,
                token.Address.ToString(),
                token.Supply is { } supply
                    ? Cell.Amount(supply, token.Symbol, token.Decimals) with
                    {
                        IsAssumed = token.Origin.IsAssumed("supply"),
                    }
                    : "as much as the book needs",
                token.RateFeed ?? "one is one",
            ]),
        ]);

    private static Section Feeds(MarketBook book) => new(
        "feeds",
        [
            new Column("feed"), new Column("of"), new Column("answer", true), new Column("from"),
        ],
        [
            .. book.Feeds.Select(feed => (IReadOnlyList<Cell>)
            [
                feed.Name,
                feed.Base,
                Answer(book, feed),
                feed.Kind switch
                {
                    MarketFeedKind.Posted => "what markets pay",
                    MarketFeedKind.Rate => "the token's own rate",
                    MarketFeedKind.Capped => $"{feed.Terms.First}, capped"
                        + (feed.Terms.Second is { } paidIn ? $", at {paidIn}" : ""),
                    MarketFeedKind.Smaller => $"the smaller of {feed.Terms.First} and {feed.Terms.Second}",
                    _ => $"what {feed.Terms.First} pays",
                },
            ]),
        ]);

    private static Cell Answer(MarketBook book, MarketFeed feed)
    {
        FeedReading reading = book.World.Oracle.Price(feed.Address, book.World.Clock.Seconds);
        return Cell.Amount(reading.Price, feed.Quote, reading.Decimals) with
        {
            IsAssumed = feed.Origin.IsAssumed("answer"),
        };
    }

    private static Section Pools(MarketBook book) => new(
        "pools",
        [
            new Column("pool"), new Column("chain"), new Column("kind"), new Column("address"),
        ],
        [
            .. book.Pools.Select(pool => (IReadOnlyList<Cell>)
                [pool.Name, pool.Chain, PoolVerbs.KindOf(pool.Kind), pool.Address.ToString()]),
        ]);

    private static Section Markets(MarketBook book) => new(
        "loans",
        [
            new Column("market"), new Column("borrowers", true, IsAssumed: true), new Column("owed", true),
            new Column("of"), new Column("against"),
        ],
        [
            .. book.Cohorts.GroupBy(static one => (one.Market, one.Loan, one.Collateral)).Select(group =>
                (IReadOnlyList<Cell>)
                [
                    group.Key.Market,
                    Cell.Number(group.Sum(static one => (long)one.Count)),
                    Cell.Amount(
                        group.Sum(static one => one.Debt),
                        group.Key.Loan,
                        book.Tokens.First(token => token.Symbol == group.Key.Loan).Decimals) with
                    {
                        IsAssumed = true,
                    },
                    group.Key.Loan,
                    group.Key.Collateral,
                ]),
        ]);

    private static Section Bridges(MarketBook book) => new(
        "locked for claims on other chains",
        [
            new Column("bridge"), new Column("locked", true), new Column("claimed elsewhere", true),
            new Column("covered", true),
        ],
        [
            .. book.Bridges.Select(bridge => (IReadOnlyList<Cell>)
            [
                bridge.Name,
                Cell.Amount(bridge.Locked, bridge.Token),
                Cell.Amount(bridge.Claims, bridge.Token),
                Cell.Percent(Wad.RatioDown(bridge.Locked, bridge.Claims).Raw),
            ]),
        ]);
}
