using System.CommandLine;

using Garrison.Risk.LiquidRestaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Liquid restaking tokens of a book: what they are worth, and what stands behind them.</summary>
internal static class LrtVerbs
{
    public static readonly Argument<string> Token = new("token")
    {
        Description = "A token by its symbol, or its issuer by its name: see garrison lrt list.",
    };

    private static readonly Option<string?> _holder = new("--holder")
    {
        Description = "Whose part of it: a group of holders, by name or a part of one.",
    };

    public static Command Create() => new("lrt", "Liquid restaking tokens, and what stands behind them.")
    {
        Verb.OfIssuers("list", "The tokens of a book.", List),
        Verb.OfIssuers("show", "A token: rate, assets, supply, who holds it.", Show, Token),
        Verb.OfIssuers(
            "backing",
            "Which operators and assets stand behind a token, and who can slash how much.",
            Backing,
            Token,
            _holder),
        Verb.OfIssuers("queue", "Who waits to leave a token, and what there is for them.", Queue, Token),
        Verb.OfIssuers("report", "All of it.", Report, Token),
        LrtWhatIfVerb.Create(),
        AllocateVerb.Create(),
    };

    /// <summary>The issuer of a token of the book.</summary>
    public static BookIssuer Issuer(IssuerBook book, ParseResult parsed)
    {
        string text = parsed.GetRequiredValue(Token);
        return book.Issuers.FirstOrDefault(one =>
            one.Symbol.Equals(text, StringComparison.OrdinalIgnoreCase)
            || one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
            || text.Equals(one.Token.ToString(), StringComparison.OrdinalIgnoreCase))
            ?? throw new DeskException(
                ExitCode.NotFound,
                $"no token of {book.Name} is called {text}; "
                    + Nearest.Among(text, [.. book.Issuers.Select(static one => one.Symbol)]));
    }

    /// <summary>What every report on a token says at its end.</summary>
    public static IReadOnlyList<string> Notes(IssuerBook book) =>
    [
        "Ether is by the issuer's own feeds. What can be lost rounds up, all else down.",
        Verb.AssumedMarketNote + book.Name,
    ];

    private static Report List(IssuerBook book, ParseResult parsed) => new(
        $"Liquid restaking tokens, {LrtSections.AsOf(book)}",
        [LrtSections.Tokens(book, book.World)],
        Notes(book));

    private static Report Show(IssuerBook book, ParseResult parsed)
    {
        BookIssuer issuer = Issuer(book, parsed);
        LookThrough look = new(book, book.World);
        var view = TokenView.Of(issuer, book.World);
        return new Report(
            Title(book, issuer),
            [LrtSections.Facts(view), LrtSections.Holders(view, look), LrtSections.Rails(view, look)],
            [
                .. view.IsAboveBacking
                    ? (string[])
                    [
                        "The rate promises more than there is: whoever leaves at it takes from the others.",
                    ]
                    : [],
                .. Notes(book),
            ]);
    }

    private static Report Backing(IssuerBook book, ParseResult parsed)
    {
        BookIssuer issuer = Issuer(book, parsed);
        LookThrough look = new(book, book.World);
        if (parsed.GetValue(_holder) is not { } name)
        {
            return new Report(
                $"What stands behind {Title(book, issuer)}",
                LrtSections.Backing(book, issuer, look, null),
                BackingNotes(book));
        }

        TokenHolder holder = Holder(look.HoldersOf(issuer), name, issuer);
        string tokens = Amounts.ToText(holder.Tokens);
        return new Report(
            $"What stands behind {tokens} {issuer.Symbol} of {holder.Name}, {LrtSections.AsOf(book)}",
            LrtSections.Backing(book, issuer, look, holder),
            holder.Covered == holder.Tokens
                ? BackingNotes(book)
                : [
                    $"Of these, {Amounts.ToText(holder.Covered)} are covered by what is locked: the rest has "
                        + "nothing behind it.",
                    .. BackingNotes(book),
                ]);
    }

    private static Report Queue(IssuerBook book, ParseResult parsed)
    {
        BookIssuer issuer = Issuer(book, parsed);
        return new Report(
            $"Who waits to leave {Title(book, issuer)}",
            [LrtSections.Queue(TokenView.Of(issuer, book.World))],
            [QueueNote(issuer), .. Notes(book)]);
    }

    private static Report Report(IssuerBook book, ParseResult parsed)
    {
        BookIssuer issuer = Issuer(book, parsed);
        LookThrough look = new(book, book.World);
        var view = TokenView.Of(issuer, book.World);
        return new Report(
            Title(book, issuer),
            [
                LrtSections.Facts(view),
                LrtSections.Holders(view, look),
                LrtSections.Rails(view, look),
                LrtSections.Queue(view),
                .. LrtSections.Backing(book, issuer, look, null),
                LrtSections.Once(ValueOnce.Of(book, book.World)),
            ],
            [QueueNote(issuer), .. BackingNotes(book)]);
    }

    private static TokenHolder Holder(IReadOnlyList<TokenHolder> holders, string text, BookIssuer issuer)
    {
        TokenHolder[] found =
            [.. holders.Where(one => one.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
        TokenHolder[] exact =
            [.. found.Where(one => one.Name.Equals(text, StringComparison.OrdinalIgnoreCase))];
        if (exact.Length == 1) return exact[0];

        string[] names = [.. holders.Select(static one => one.Name)];
        return found.Length == 1
            ? found[0]
            : throw new DeskException(
                ExitCode.NotFound,
                found.Length == 0
                    ? $"--holder {text}: no holder of {issuer.Symbol}; {Nearest.Among(text, names)}"
                    : $"--holder {text} names {found.Length} of them: "
                        + string.Join(", ", found.Select(static one => one.Name)));
    }

    private static string Title(IssuerBook book, BookIssuer issuer) =>
        $"{issuer.Symbol} of {issuer.Name}, {LrtSections.AsOf(book)}";

    private static string QueueNote(BookIssuer issuer) =>
        $"A request is paid after {issuer.Terms.WaitDays} days at the earliest; what has to come back from "
            + "EigenLayer takes 14 days and a block, and ether has to leave its validators besides.";

    private static IReadOnlyList<string> BackingNotes(IssuerBook book) =>
    [
        $"Then is the last block in which stake that leaves now can be slashed, {LrtSections.Later(book)}.",
        "Validators are counted at 32 ETH each.",
        .. Notes(book),
    ];
}
