using System.CommandLine;

using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Makes verbs of functions from a book to a report.</summary>
internal static class Verb
{
    public const string AssumedNote =
        "* rests on assumptions of the book (who serves whom, and how much is put behind each): "
        + "see garrison book show.";

    public const string AssumedMarketNote =
        "* rests on assumptions of the book: see garrison book show --book ";

    /// <summary>A verb that looks at a book and prints a report.</summary>
    public static Command Of(
        string name,
        string description,
        Func<Book, ParseResult, Report> report,
        params Symbol[] parameters) => OfBook(name, description, Shelf.Load, report, parameters);

    /// <summary>A verb that looks at a book whose rules are EigenLayer's, and prints a report.</summary>
    public static Command OfEigenLayer(
        string name,
        string description,
        Func<Book, ParseResult, Report> report,
        params Symbol[] parameters) => OfBook(name, description, Shelf.LoadEigenLayer, report, parameters);

    /// <summary>A verb that looks at a book of markets, and prints a report.</summary>
    public static Command OfMarkets(
        string name,
        string description,
        Func<MarketBook, ParseResult, Report> report,
        params Symbol[] parameters) => Of(
            name,
            description,
            parsed => report(Shelf.LoadMarkets(parsed), parsed),
            [.. parameters, Shelf.MarketBookOption]);

    /// <summary>A verb that looks at a book of issuers, and prints a report.</summary>
    public static Command OfIssuers(
        string name,
        string description,
        Func<IssuerBook, ParseResult, Report> report,
        params Symbol[] parameters) => Of(
            name,
            description,
            parsed => report(Shelf.LoadIssuers(parsed), parsed),
            [.. parameters, Shelf.IssuerBookOption]);

    /// <summary>A verb that prints a report.</summary>
    public static Command Of(
        string name, string description, Func<ParseResult, Report> report, params Symbol[] parameters)
    {
        Command verb = new(name, description);
        foreach (Symbol parameter in parameters)
        {
            switch (parameter)
            {
                case Argument argument:
                    verb.Add(argument);
                    break;
                case Option option:
                    verb.Add(option);
                    break;
            }
        }

        verb.Add(Shelf.FormOption);
        verb.SetAction(parsed =>
        {
            Print(report(parsed), parsed);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Command OfBook(
        string name,
        string description,
        Func<ParseResult, Book> load,
        Func<Book, ParseResult, Report> report,
        Symbol[] parameters) => Of(
            name, description, parsed => report(load(parsed), parsed), [.. parameters, Shelf.BookOption]);

    public static void Print(Report report, ParseResult parsed) => Printer.Print(
        report, parsed.GetRequiredValue(Shelf.FormOption), parsed.InvocationConfiguration.Output);
}
