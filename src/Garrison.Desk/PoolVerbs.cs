using System.CommandLine;
using System.Globalization;

using Garrison.Engine.Exchange;
using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>Pools of a book of markets: what they hold, what they pay, and how deep they are.</summary>
internal static class PoolVerbs
{
    private const int PriceDigits = 6;
    private const int StablePriceDecimals = 18;
    private const uint FallBpsMax = 9_999;

    private static readonly Argument<string> _pool = new("pool")
    {
        Description = "A name, a part of one, or an address: see garrison pool list.",
    };

    private static readonly Option<string?> _sell = new("--sell") { Description = "How much is sold." };

    private static readonly Option<string?> _buy = new("--buy") { Description = "Or how much is bought." };

    private static readonly Option<string> _of = new("--of")
    {
        Description = "Of which token.",
        Required = true,
    };

    private static readonly Option<string?> _for = new("--for")
    {
        Description = "For which token; the other one by default.",
    };

    private static readonly Option<string?> _sold = new("--sell")
    {
        Description = "Which token is sold; both in turn by default.",
    };

    private static readonly Option<string> _bps = new("--bps")
    {
        Description = "By how much the price falls, in hundredths of a percent, with commas.",
        DefaultValueFactory = static _ => "10,25,50,100",
    };

    public static Command Create() => new("pool", "Pools that trade a book's tokens.")
    {
        Verb.OfMarkets("list", "Every pool, what it pays and what it runs out of.", List),
        Verb.OfMarkets("show", "What a pool holds and pays.", Show, _pool),
        Verb.OfMarkets(
            "quote", "What a trade comes to, to the last unit.", Quote, _pool, _sell, _buy, _of, _for),
        Verb.OfMarkets(
            "depth", "How much can be sold until the price has fallen so far.", Depth, _pool, _sold, _bps),
    };

    /// <summary>A kind of pool in words.</summary>
    public static string KindOf(MarketPoolKind kind) => kind switch
    {
        MarketPoolKind.StableSwap => "Curve StableSwap",
        MarketPoolKind.LegacyStableSwap => "Curve StableSwap, older",
        MarketPoolKind.ComposableStable => "Balancer stable",
        MarketPoolKind.Concentrated => "Uniswap v3",
        _ => "Uniswap v2",
    };

    private static Report List(MarketBook book, ParseResult parsed)
    {
        PoolDepth depth = new(book, book.World);
        return new Report(
            $"Pools of {book.Name}, {MarketBookReport.AsOf(book)}",
            [
                new Section(
                    "pools",
                    [
                        new Column("pool"), new Column("chain"), new Column("pays", true),
                        new Column("against its rate", true), new Column("scarce"),
                        new Column("there is", true), new Column("share", true),
                    ],
                    [
                        .. book.Pools.Select(pool =>
                        {
                            (MarketToken sold, MarketToken bought) = MainPair(depth, book, pool);
                            PoolLeg scarce = depth.LegsOf(pool).MinBy(static leg => leg.Worth)!;
                            return (IReadOnlyList<Cell>)
                            [
                                pool.Name,
                                pool.Chain,
                                Spot(depth, pool, sold, bought),
                                Against(depth.PriceOf(pool, sold, bought)),
                                scarce.Token.Symbol,
                                Cell.Amount(scarce.Amount, scarce.Token.Symbol, scarce.Token.Decimals) with
                                {
                                    IsAssumed = IsAmountAssumed(pool),
                                },
                                Cell.Percent(scarce.Share.Raw) with { IsAssumed = IsAmountAssumed(pool) },
                            ];
                        }),
                    ]),
            ],
            [
                "Paid at the margin, before the fee, for what the book is about. The scarce token is what "
                    + "the others run out of; its share is of all in the pool, at the tokens' own rates.",
                Note(book),
            ]);
    }

    private static Report Show(MarketBook book, ParseResult parsed)
    {
        MarketPool pool = MarketNames.Pool(book, parsed.GetRequiredValue(_pool));
        PoolDepth depth = new(book, book.World);
        Section holds = new(
            "holds",
            [
                new Column("token"), new Column("amount", true), new Column("worth at its rate", true),
                new Column("share", true),
            ],
            [
                .. depth.LegsOf(pool).Select(leg => (IReadOnlyList<Cell>)
                [
                    leg.Token.Symbol,
                    Cell.Amount(leg.Amount, leg.Token.Symbol, leg.Token.Decimals) with
                    {
                        IsAssumed = IsAmountAssumed(pool),
                    },
                    Cell.Amount(leg.Worth, "ETH") with { IsAssumed = IsAmountAssumed(pool) },
                    Cell.Percent(leg.Share.Raw) with { IsAssumed = IsAmountAssumed(pool) },
                ]),
            ]);
        Section pays = new(
            "pays",
            [
                new Column("for one"), new Column("at the margin", true), new Column("its rate", true),
                new Column("against its rate", true),
            ],
            [
                .. Pairs(book, pool).Select(pair => (IReadOnlyList<Cell>)
                [
                    pair.Sold.Symbol,
                    Spot(depth, pool, pair.Sold, pair.Bought),
                    depth.PriceOf(pool, pair.Sold, pair.Bought) is { } price
                        ? Cell.Amount(
                            price.Rate.Raw, pair.Bought.Symbol, StablePriceDecimals, PriceDigits)
                        : "none",
                    Against(depth.PriceOf(pool, pair.Sold, pair.Bought)),
                ]),
            ]);
        return new Report(
            $"{pool.Name} on {pool.Chain} {pool.Address}, {KindOf(pool.Kind)}, {MarketBookReport.AsOf(book)}",
            [holds, pays, Terms(pool)],
            ["Prices are before the fee, and rounded down.", Note(book)]);
    }

    private static Section Terms(MarketPool pool)
    {
        List<IReadOnlyList<Cell>> rows = [];
        if (pool.Kind is not (MarketPoolKind.Concentrated or MarketPoolKind.ConstantProduct))
        {
            rows.Add(
            [
                "amplification",
                Cell.Number((long)pool.Amplification) with
                {
                    IsAssumed = pool.Origin.IsAssumed("amplification"),
                },
            ]);
        }

        rows.Add(
        [
            "fee",
            pool.Kind == MarketPoolKind.ConstantProduct
                ? Cell.Percent(3_000_000_000_000_000UL)
                : Cell.Percent(pool.Fee.Raw) with { IsAssumed = pool.Origin.IsAssumed("fee") },
        ]);
        rows.AddRange(pool.Ranges.Select(range => (IReadOnlyList<Cell>)
        [
            "position",
            new Cell(
                string.Create(
                    CultureInfo.InvariantCulture, $"ticks {range.Ticks.Lower} to {range.Ticks.Upper}"),
                $"{range.Ticks.Lower} {range.Ticks.Upper}") with { IsAssumed = true },
        ]));
        return new Section("terms", [new Column("what"), new Column("value", true)], rows);
    }

    private static Report Quote(MarketBook book, ParseResult parsed)
    {
        MarketPool pool = MarketNames.Pool(book, parsed.GetRequiredValue(_pool));
        (string? sell, string? buy) = (parsed.GetValue(_sell), parsed.GetValue(_buy));
        if (sell is null == buy is null)
        {
            throw new DeskException(ExitCode.Usage, "give either --sell or --buy, such as --sell 100");
        }

        bool isExactInput = sell is not null;
        MarketToken named = Token(book, pool, "--of", parsed.GetRequiredValue(_of));
        MarketToken other = Other(book, pool, named, parsed.GetValue(_for));
        (MarketToken sold, MarketToken bought) = isExactInput ? (named, other) : (other, named);
        UInt256 amount = Amounts.ParseAmount(
            isExactInput ? "--sell" : "--buy", sell ?? buy!, named.Decimals);
        PoolDepth depth = new(book, book.World);
        MarginalPrice before = depth.PriceOf(pool, sold, bought) ?? default;
        if (depth.Quote(pool, sold, bought, isExactInput, amount, out TradeQuote quote) is { } refusal)
        {
            throw new DeskException(
                ExitCode.Refused, $"{pool.Name} does not trade that: the rules say {refusal.Name}");
        }

        MarketToken feeToken = IsFeeOfOutput(pool) ? bought : sold;
        Wad after = Whole(quote.PriceAfter, sold, bought);
        Section trade = new(
            "trade",
            [new Column("what"), new Column("amount", true, IsAssumed: IsTradeAssumed(pool))],
            [
                ["pays", Cell.AmountUp(quote.AmountIn, sold.Symbol, sold.Decimals)],
                ["gets", Cell.Amount(quote.AmountOut, bought.Symbol, bought.Decimals)],
                ["the fee", Cell.AmountUp(quote.Fee, feeToken.Symbol, feeToken.Decimals)],
                ["on average for one", Cell.Amount(
                    Average(quote, sold, bought).Raw, bought.Symbol, StablePriceDecimals, PriceDigits)],
                ["at the margin before", Cell.Amount(
                    before.Spot.Raw, bought.Symbol, StablePriceDecimals, PriceDigits)],
                ["at the margin after", Cell.Amount(
                    after.Raw, bought.Symbol, StablePriceDecimals, PriceDigits)],
                ["the price falls by", Cell.PercentUp(Fall(before.Spot, after).Raw)],
                ["under its rate by", Cell.PercentUp(Fall(before.Rate, Average(quote, sold, bought)).Raw)],
            ]);
        return new Report(
            $"{sold.Symbol} for {bought.Symbol} in {pool.Name}, {MarketBookReport.AsOf(book)}",
            [trade],
            [
                quote.AmountIn < amount && isExactInput
                    ? "The pool has no more: it takes only a part of what is sold."
                    : "Amounts are exact in -o json. What is paid rounds up, what is got rounds down.",
                Note(book),
            ]);
    }

    private static Report Depth(MarketBook book, ParseResult parsed)
    {
        MarketPool pool = MarketNames.Pool(book, parsed.GetRequiredValue(_pool));
        uint[] falls = [.. parsed.GetRequiredValue(_bps).Split(',').Select(ParseBps)];
        PoolDepth depth = new(book, book.World);
        (MarketToken Sold, MarketToken Bought)[] pairs = parsed.GetValue(_sold) is { } symbol
            ? [.. Pairs(book, pool).Where(pair => pair.Sold == Token(book, pool, "--sell", symbol))]
            : [.. Pairs(book, pool)];
        return new Report(
            $"Depth of {pool.Name} on {pool.Chain}, {MarketBookReport.AsOf(book)}",
            [.. pairs.Select(pair => Ladder(depth, pool, pair.Sold, pair.Bought, falls))],
            [
                "Sold at once, until the price at the margin, without the fee, has fallen so far from where "
                    + "it is. A smallest unit more would leave it lower.",
                Note(book),
            ]);
    }

    private static Section Ladder(
        PoolDepth depth, MarketPool pool, MarketToken sold, MarketToken bought, uint[] falls)
    {
        MarketToken feeToken = IsFeeOfOutput(pool) ? bought : sold;
        return new Section(
            $"{sold.Symbol} for {bought.Symbol}",
            [
                new Column("price falls by", true), new Column("to", true), new Column("sold", true, true),
                new Column("got", true, true), new Column("on average", true, true),
                new Column("fee", true, true),
            ],
            [
                .. depth.Ladder(pool, sold, bought, falls).Select(step => (IReadOnlyList<Cell>)
                [
                    Cell.Percent((UInt256)step.FallBps * 100_000_000_000_000UL),
                    Cell.Amount(
                        Whole(step.Bound, sold, bought).Raw, bought.Symbol, StablePriceDecimals, PriceDigits),
                    Cell.Amount(step.Quote.AmountIn, sold.Symbol, sold.Decimals),
                    Cell.Amount(step.Quote.AmountOut, bought.Symbol, bought.Decimals),
                    Cell.Amount(step.Average.Raw, bought.Symbol, StablePriceDecimals, PriceDigits),
                    Cell.AmountUp(step.Quote.Fee, feeToken.Symbol, feeToken.Decimals),
                ]),
            ]);
    }

    private static uint ParseBps(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint bps)
            && bps is > 0 and <= FallBpsMax
            ? bps
            : throw new DeskException(
                ExitCode.Usage, $"--bps {text}: give numbers from 1 to {FallBpsMax}, such as 10,25,50");

    // What the book is about comes first, and is sold for the most of anything else.
    private static (MarketToken Sold, MarketToken Bought) MainPair(
        PoolDepth depth, MarketBook book, MarketPool pool)
    {
        IReadOnlyList<PoolLeg> legs = depth.LegsOf(pool);
        MarketToken sold = legs.Select(static leg => leg.Token)
            .FirstOrDefault(token => token == book.Token) ?? legs[0].Token;
        return (sold, legs.Where(leg => leg.Token != sold).MaxBy(static leg => leg.Worth)!.Token);
    }

    private static IEnumerable<(MarketToken Sold, MarketToken Bought)> Pairs(MarketBook book, MarketPool pool)
    {
        MarketToken[] tokens = [.. Tokens(book, pool)];
        return tokens.SelectMany(
            sold => tokens.Where(bought => bought != sold), static (sold, bought) => (sold, bought));
    }

    // What the book is about comes first.
    private static IEnumerable<MarketToken> Tokens(MarketBook book, MarketPool pool) =>
        book.World.Exchange.Tokens(pool.Address).Select(address => book.TokenOf(address)!)
            .OrderByDescending(token => token == book.Token);

    private static MarketToken Token(MarketBook book, MarketPool pool, string option, string text) =>
        MarketNames.Token(option, [.. Tokens(book, pool)], text, pool.Name);

    private static MarketToken Other(MarketBook book, MarketPool pool, MarketToken named, string? text)
    {
        MarketToken[] others = [.. Tokens(book, pool).Where(token => token != named)];
        return text is not null ? MarketNames.Token("--for", others, text, pool.Name)
            : others.Length == 1 ? others[0]
            : throw new DeskException(
                ExitCode.Usage,
                $"{pool.Name} trades {others.Length + 1} tokens: say --for, one of {string.Join(
                    ", ", others.Select(static token => token.Symbol))}");
    }

    private static Cell Spot(PoolDepth depth, MarketPool pool, MarketToken sold, MarketToken bought) =>
        depth.PriceOf(pool, sold, bought) is { } price
            ? Cell.Amount(price.Spot.Raw, bought.Symbol, StablePriceDecimals, PriceDigits) with
            {
                IsAssumed = pool.Origin.IsAnyAssumed,
            }
            : "none";

    // The distance is what a seller loses or gains, so a loss rounds up and a gain down.
    private static Cell Against(MarginalPrice? price) => price is not { } there
        ? "none"
        : there.Distance.Raw.IsZero
            ? new Cell("0.0000 %", "0")
        : there.IsDiscount
            ? new Cell($"-{Amounts.ToPercentUp(there.Distance.Raw)}", $"-{there.Distance.Raw}")
            : new Cell($"+{Amounts.ToPercent(there.Distance.Raw)}", $"{there.Distance.Raw}");

    private static Wad Whole(Wad price, MarketToken sold, MarketToken bought) => new(UInt256.MulDivDown(
        price.Raw,
        ((UInt256)10UL).Pow((uint)sold.Decimals),
        ((UInt256)10UL).Pow((uint)bought.Decimals)));

    private static Wad Average(in TradeQuote quote, MarketToken sold, MarketToken bought) =>
        quote.AmountIn.IsZero
            ? default
            : Whole(Wad.RatioDown(quote.AmountOut, quote.AmountIn), sold, bought);

    private static Wad Fall(Wad from, Wad to) =>
        from.Raw.IsZero ? default : Wad.RatioUp(from.Raw.SaturatingSub(to.Raw), from.Raw);

    private static bool IsFeeOfOutput(MarketPool pool) =>
        pool.Kind is MarketPoolKind.StableSwap or MarketPoolKind.LegacyStableSwap;

    private static bool IsTradeAssumed(MarketPool pool) =>
        pool.Ranges.Count > 0 || pool.Origin.IsAnyAssumed;

    private static bool IsAmountAssumed(MarketPool pool) =>
        pool.Ranges.Count > 0 || pool.Origin.IsAssumed("balances");

    private static string Note(MarketBook book) => Verb.AssumedMarketNote + book.Name;
}
