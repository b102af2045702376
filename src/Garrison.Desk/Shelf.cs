using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>The books, and how what is in them is found by what people call it.</summary>
internal static class Shelf
{
    public const string DefaultBook = "eigenlayer-2024-10";
    public const string DefaultMarketBook = "ezeth-2024-04";
    public const string DefaultIssuerBook = "lrt-2024-10";

    public static Option<string> BookOption { get; } = new("--book")
    {
        Description = "The book to look at.",
        DefaultValueFactory = static _ => DefaultBook,
        Recursive = true,
    };

    public static Option<string> MarketBookOption { get; } = new("--book")
    {
        Description = "The book of markets to look at.",
        DefaultValueFactory = static _ => DefaultMarketBook,
    };

    public static Option<string> IssuerBookOption { get; } = new("--book")
    {
        Description = "The book of issuers to look at.",
        DefaultValueFactory = static _ => DefaultIssuerBook,
    };

    public static Option<string> FormOption { get; } = Form();

    /// <summary>The names of all books.</summary>
    public static IReadOnlyList<string> Names() =>
    [
        .. Directory.EnumerateDirectories(Folder())
            .Where(static path => File.Exists(Path.Combine(path, "book.json")))
            .Select(static path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The book that was asked for, of any kind.</summary>
    public static IBook Open(ParseResult parsed) => BookReader.Open(PathOf(parsed, BookOption));

    /// <summary>The book that was asked for, if it is one of restaked capital; what is below issuers of one
    /// of these.</summary>
    public static Book Load(ParseResult parsed)
    {
        string path = PathOf(parsed, BookOption);
        return BookReader.IsOfMarkets(path)
            ? throw new DeskException(
                ExitCode.Usage,
                $"{Path.GetFileName(path)} is a book of markets: this needs one of restaked capital")
            : BookReader.IsOfIssuers(path) ? BookReader.LoadIssuers(path).Restaking
            : BookReader.Load(path);
    }

    /// <summary>The book that was asked for, if it is one of issuers.</summary>
    public static IssuerBook LoadIssuers(ParseResult parsed)
    {
        string path = PathOf(parsed, IssuerBookOption);
        return BookReader.IsOfIssuers(path)
            ? BookReader.LoadIssuers(path)
            : throw new DeskException(
                ExitCode.Usage,
                $"{Path.GetFileName(path)} is no book of issuers; there are {string.Join(
                    ", ",
                    Names().Where(static name => BookReader.IsOfIssuers(Path.Combine(Folder(), name))))}");
    }

    /// <summary>The book that was asked for, if it is one of markets.</summary>
    public static MarketBook LoadMarkets(ParseResult parsed)
    {
        string path = PathOf(parsed, MarketBookOption);
        return BookReader.IsOfMarkets(path)
            ? BookReader.LoadMarkets(path)
            : throw new DeskException(
                ExitCode.Usage,
                $"{Path.GetFileName(path)} is no book of markets; there are {string.Join(
                    ", ",
                    Names().Where(static name => BookReader.IsOfMarkets(Path.Combine(Folder(), name))))}");
    }

    /// <summary>The book that was asked for, if its rules are EigenLayer's.</summary>
    public static Book LoadEigenLayer(ParseResult parsed)
    {
        Book book = Load(parsed);
        return book.Protocol == RestakingProtocol.EigenLayer
            ? book
            : throw new DeskException(
                ExitCode.Usage, $"{book.Name} is a book of {book.Protocol}: this needs one of EigenLayer");
    }

    /// <summary>Ethereum's queues on a day of the record; on the last one if none is asked for.</summary>
    public static QueueDay Day(DateOnly? date)
    {
        IReadOnlyList<QueueDay> days = QueueHistory.Load(Path.Combine(Folder(), "ethereum-validators"));
        return date is null
            ? days[^1]
            : days.FirstOrDefault(day => day.Date == date)
                ?? throw new DeskException(
                    ExitCode.NotFound,
                    $"there is no record of {date:yyyy-MM-dd}: there are {days.Count} days from "
                        + $"{days[0].Date:yyyy-MM-dd} to {days[^1].Date:yyyy-MM-dd}");
    }

    /// <summary>The operator of an address or a name; part of a name will do where it is the only
    /// one.</summary>
    public static BookOperator Operator(Book book, string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            Address address = ParseAddress(text);
            return book.Operators.FirstOrDefault(one => one.Address == address || one.Cohort == address)
                ?? throw new DeskException(
                    ExitCode.NotFound, $"{text} is no operator of {book.Name}: see garrison operator list");
        }

        BookOperator[] exact = Find(book, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        BookOperator[] found = exact.Length > 0
            ? exact
            : Find(book, name => name.Contains(text, StringComparison.OrdinalIgnoreCase));
        return found.Length switch
        {
            1 => found[0],
            0 => throw new DeskException(
                ExitCode.NotFound,
                $"no operator of {book.Name} is called {text}: see garrison operator list"),
            _ => throw new DeskException(
                ExitCode.NotFound,
                $"{text} names {found.Length} operators, give an address: "
                    + string.Join(", ", found.Take(5).Select(static one => $"{one.Name} {one.Address}"))
                    + (found.Length > 5 ? ", ..." : "")),
        };
    }

    /// <summary>The service of a name, or of AVS:ID.</summary>
    public static BookService Service(Book book, string text)
    {
        BookService? found = book.Services.FirstOrDefault(one =>
            one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
            || text.Equals($"{one.Set.Avs}:{one.Set.Id}", StringComparison.OrdinalIgnoreCase));
        return found ?? throw new DeskException(
            ExitCode.NotFound,
            $"no set of {book.Name} is called {text}; there are {string.Join(
                ", ", book.Services.Take(10).Select(
                static one => one.Name))}, ... (see garrison book show)");
    }

    /// <summary>The strategy of a symbol or an address.</summary>
    public static BookStrategy Strategy(Book book, string text) =>
        book.Strategies.FirstOrDefault(one =>
            one.Symbol.Equals(text, StringComparison.OrdinalIgnoreCase)
            || text.Equals(one.Address.ToString(), StringComparison.OrdinalIgnoreCase))
        ?? throw new DeskException(
            ExitCode.NotFound,
            $"no strategy of {book.Name} is called {text}; there are "
                + string.Join(", ", book.Strategies.Select(static one => one.Symbol)));

    /// <summary>What the protocol of a book calls that in which stake is held.</summary>
    public static string AssetWord(Book book) =>
        book.Protocol == RestakingProtocol.Symbiotic ? "vault of" : "strategy";

    /// <summary>What the protocol of a book calls those who slash.</summary>
    public static string ServiceWord(Book book) =>
        book.Protocol == RestakingProtocol.Symbiotic ? "network" : "set";

    /// <summary>The symbol of a strategy.</summary>
    public static string Symbol(Book book, Address strategy) =>
        book.Strategies.First(one => one.Address == strategy).Symbol;

    /// <summary>The name of the service that owns a set.</summary>
    public static string ServiceName(Book book, OperatorSet set) =>
        book.Services.First(one => one.Set == set).Name;

    /// <summary>Where the books are: beside the program, or above it.</summary>
    public static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null
            && !File.Exists(Path.Combine(folder.FullName, "books", DefaultBook, "book.json")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new DeskException(
                ExitCode.NotFound, "there is no folder books/ beside the program or above it")
            : Path.Combine(folder.FullName, "books");
    }

    private static string PathOf(ParseResult parsed, Option<string> option)
    {
        string name = parsed.GetRequiredValue(option);
        return Names().Contains(name, StringComparer.Ordinal)
            ? Path.Combine(Folder(), name)
            : throw new DeskException(
                ExitCode.NotFound, $"there is no book {name}; there are {string.Join(", ", Names())}");
    }

    private static Address ParseAddress(string text)
    {
        try
        {
            return Address.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new DeskException(ExitCode.Usage, exception.Message);
        }
    }

    private static BookOperator[] Find(Book book, Func<string, bool> matches) =>
        [.. book.Operators.Where(one => one.Name.Length > 0 && matches(one.Name))];

    private static Option<string> Form()
    {
        Option<string> form = new("--output", "-o")
        {
            Description = "How to print: table, json, csv or ndjson.",
            DefaultValueFactory = static _ => "table",
            Recursive = true,
        };
        return form.AcceptOnlyFromAmong([.. Printer.Forms]);
    }
}
