using System.CommandLine;

using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>Loans of a book of markets: how they stand, and what falls liquidate them.</summary>
internal static class LoanVerbs
{
    private static readonly Argument<string?> _market = new("market")
    {
        Description = "A lending market, by its name or a part of it; all by default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> _position = new("--position")
    {
        Description = "One borrower, by name or address.",
    };

    private static readonly Option<bool> _each = new("--each")
    {
        Description = "Every borrower by itself, not in groups of equal ones.",
    };

    private static readonly Option<string> _falls = new("--falls")
    {
        Description = "By how many percent, with commas.",
        DefaultValueFactory = static _ => "0,1,2,5,10,15,20,25,30",
    };

    private static readonly Option<string?> _by = new Option<string?>("--by")
    {
        Description = "What falls: price is what markets pay, rate what the token says of itself, both is "
            + "both. Price and rate in turn by default.",
    }.AcceptOnlyFromAmong("price", "rate", "both");

    private static readonly Option<string?> _token = new("--token")
    {
        Description = "What falls; what the book is about by default.",
    };

    public static Command Create() => new("loan", "Loans against a book's tokens.")
    {
        Verb.OfMarkets(
            "show", "Lending markets, and how the loans in them stand.", Show, _market, _position, _each),
        Verb.OfMarkets(
            "ladder",
            "What can be liquidated, by how far a token falls.",
            Ladder,
            _market,
            _falls,
            _by,
            _token),
    };

    private static Report Show(MarketBook book, ParseResult parsed)
    {
        IReadOnlyList<LoanMarket> markets = Markets(book, parsed);
        IReadOnlyList<Section> loans = parsed.GetValue(_position) is { } text
            ? [.. Position(book, markets, text)]
            : parsed.GetValue(_each)
                ? [.. markets.Select(market => LoanSections.Each(book, market))]
                : [.. markets.Select(market => LoanSections.Groups(book, market))];
        return new Report(
            $"Loans of {book.Name}, {MarketBookReport.AsOf(book)}",
            [LoanSections.Lent(book, markets), .. loans],
            [
                "Health is the protocol's own: below 1 a loan can be liquidated. Falls are of the price that "
                    + "the market reads, all else as it is, and rounded down; loan to value is rounded up.",
                "Bad debt is what stays unpaid when all collateral is taken at the liquidator's bonus.",
                Note(book),
            ]);
    }

    private static IEnumerable<Section> Position(
        MarketBook book, IReadOnlyList<LoanMarket> markets, string text)
    {
        Address borrower = MarketNames.Borrower(
            book, [.. markets.SelectMany(static market => market.Borrowers).Distinct()], text);
        return markets.Where(market => market.Borrowers.Contains(borrower))
            .Select(market => LoanSections.One(book, market.LoanOf(borrower)));
    }

    private static Report Ladder(MarketBook book, ParseResult parsed)
    {
        Wad[] falls = [.. parsed.GetRequiredValue(_falls).Split(',').Select(ParseFall)];
        MarketToken token = parsed.GetValue(_token) is { } text
            ? MarketNames.Token("--token", book.Tokens, text, book.Name)
            : book.Token;
        ShockKind[] kinds = parsed.GetValue(_by) switch
        {
            "price" => [ShockKind.Price],
            "rate" => [ShockKind.Rate],
            "both" => [ShockKind.PriceAndRate],
            _ => [ShockKind.Price, ShockKind.Rate],
        };
        LoanMarket[] markets =
        [
            .. Markets(book, parsed).Where(market => market.Collaterals.Contains(token)),
        ];
        if (markets.Length == 0)
        {
            throw new DeskException(
                ExitCode.NotFound, $"nothing is lent against {token.Symbol} there: see garrison loan show");
        }

        (LoanMarket Market, ShockKind Kind)[] all =
            [.. markets.SelectMany(market => kinds.Select(kind => (market, kind)))];
        return new Report(
            $"What falls of {token.Symbol} liquidate in {book.Name}, {MarketBookReport.AsOf(book)}",
            [
                .. all.Where(one => one.Market.IsMovedBy(token, one.Kind)).Select(one =>
                    LoanSections.Steps(one.Market, token, one.Kind, LiquidationLadder.Of(
                        one.Market, token, one.Kind, falls))),
            ],
            [
                .. all.Where(one => !one.Market.IsMovedBy(token, one.Kind)).Select(one =>
                    $"{one.Market.Name} does not see {LoanSections.Words(one.Kind)} of {token.Symbol}: a "
                        + "fall of it liquidates nobody there."),
                "Each row counts from now, all that could be liquidated by then if nobody acted. Debt rounds "
                    + "up. Bad is what would stay unpaid of it.",
                Note(book),
            ]);
    }

    private static IReadOnlyList<LoanMarket> Markets(MarketBook book, ParseResult parsed) =>
        parsed.GetValue(_market) is { } name
            ? [MarketNames.Market(book, name)]
            : LoanMarket.Of(book, book.World);

    private static Wad ParseFall(string text)
    {
        UInt256 percent = Amounts.ParseAmount("--falls", text, decimals: 16);
        return percent < Wad.Scale
            ? new Wad(percent)
            : throw new DeskException(
                ExitCode.Usage, $"--falls {text}: give percents below 100, such as 1,2.5,10");
    }

    private static string Note(MarketBook book) => Verb.AssumedMarketNote + book.Name;
}
