using System.Globalization;
using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>Loads a book from its folder, by executing the commands that build its world.</summary>
public static class BookReader
{
    /// <summary>Loads a book of any kind.</summary>
    /// <param name="folder">The folder with <c>book.json</c> and its tables.</param>
    /// <exception cref="BookException">A file is missing or wrong, or a command was refused.</exception>
    public static IBook Open(string folder) =>
        IsOfMarkets(folder) ? LoadMarkets(folder)
        : IsOfIssuers(folder) ? LoadIssuers(folder)
        : Load(folder);

    /// <summary>Loads a book of issuers of liquid tokens.</summary>
    /// <param name="folder">The folder with <c>book.json</c>.</param>
    /// <exception cref="BookException">A file is missing or wrong, or a command was refused.</exception>
    public static IssuerBook LoadIssuers(string folder)
    {
        _ = File(folder);
        return IssuerBookReader.Load(folder);
    }

    /// <summary>Loads a book of markets.</summary>
    /// <param name="folder">The folder with <c>book.json</c> and its tables.</param>
    /// <exception cref="BookException">A file is missing or wrong, or a command was refused.</exception>
    public static MarketBook LoadMarkets(string folder)
    {
        _ = File(folder);
        return MarketBookReader.Load(folder);
    }

    /// <summary>What a book is, in a line.</summary>
    /// <param name="folder">The folder with <c>book.json</c>.</param>
    /// <exception cref="BookException">There is none.</exception>
    public static string TitleOf(string folder) => About(folder).GetProperty("title").GetString()!;

    /// <summary>Whether a folder has a book of markets.</summary>
    public static bool IsOfMarkets(string folder) => IsOf(folder, MarketBookReader.Kind);

    /// <summary>Whether a folder has a book of issuers.</summary>
    public static bool IsOfIssuers(string folder) => IsOf(folder, IssuerBookReader.Kind);

    private static bool IsOf(string folder, string kind) =>
        About(folder).TryGetProperty("kind", out JsonElement said) && said.ValueEquals(kind);

    /// <summary>Loads a book of restaked capital.</summary>
    /// <param name="folder">The folder with <c>book.json</c> and its tables.</param>
    /// <exception cref="BookException">A file is missing or wrong, or a command was refused.</exception>
    public static Book Load(string folder)
    {
        JsonElement about = About(folder);
        Book book = about.TryGetProperty("rebuiltFrom", out JsonElement origin)
            ? Rebuild(about, Path.Combine(folder, "..", origin.GetString()!))
            : Build(about, folder);
        return book with
        {
            Name = about.GetProperty("name").GetString()!,
            Title = about.GetProperty("title").GetString()!,
            Sources = [.. Texts(about, "sources"), .. book.Sources],
            Assumptions = Texts(about, "assumptions"),
        };
    }

    private static JsonElement About(string folder)
    {
        string file = File(folder);
        try
        {
            return JsonElement.Parse(System.IO.File.ReadAllText(file));
        }
        catch (JsonException exception)
        {
            throw new BookException($"{file} is not JSON: {exception.Message}");
        }
    }

    private static string File(string folder)
    {
        string file = Path.Combine(folder, "book.json");
        return System.IO.File.Exists(file) ? file : throw new BookException($"{folder} has no book.json");
    }

    private static Book Rebuild(JsonElement about, string origin)
    {
        string limits = about.GetProperty("limits").GetString()!;
        return Enum.TryParse(limits, ignoreCase: true, out VaultLimits given)
            ? VaultBook.Rebuild(
                Load(origin), VaultTerms.Of(about.GetProperty("epochSeconds").GetUInt64(), given))
            : throw new BookException($"limits are allocations or full, not {limits}");
    }

    private static Book Build(JsonElement about, string folder)
    {
        IReadOnlyList<BookStrategy> strategies = ReadStrategies(folder);
        IReadOnlyList<BookOperator> operators = ReadOperators(folder);
        IReadOnlyList<BookService> services = ReadServices(folder, operators);
        return Assemble(
            about.GetProperty("name").GetString()!,
            about.GetProperty("startBlock").GetUInt64(),
            about.GetProperty("startTime").GetUInt64(),
            strategies,
            operators,
            services,
            ProgrammeReader.Read(folder, strategies, services));
    }

    /// <summary>A book of what is in its tables.</summary>
    /// <param name="name">Its name, and its title until it has one.</param>
    /// <param name="startBlock">The block of its world, but one.</param>
    /// <param name="startTime">The time of that block, in seconds since the Unix epoch.</param>
    /// <param name="strategies">Its strategies, in order of address.</param>
    /// <param name="operators">Its operators, in order of address.</param>
    /// <param name="services">Its services.</param>
    /// <param name="programmes">The rewards that are paid in it.</param>
    /// <exception cref="BookException">A command was refused.</exception>
    public static Book Assemble(
        string name,
        ulong startBlock,
        ulong startTime,
        IReadOnlyList<BookStrategy> strategies,
        IReadOnlyList<BookOperator> operators,
        IReadOnlyList<BookService> services,
        IReadOnlyList<BookProgramme> programmes)
    {
        IReadOnlyList<Command> commands =
            [.. BookCommands.Build(startBlock, startTime, strategies, operators, services)];
        return new Book(
            name, name, [], [], operators, strategies, services, programmes, commands, Execute(commands));
    }

    /// <summary>An address that stands for something whose real one is not known.</summary>
    /// <param name="name">What it stands for; the address is the end of the hash of "garrison/" and
    /// this.</param>
    public static Address AssumedAddress(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        Keccak.HashText($"garrison/{name}").CopyTo(hash);
        return Address.FromBytes(hash[12..]);
    }

    internal static World Execute(IReadOnlyList<Command> commands)
    {
        World world = new();
        foreach (Command command in commands)
        {
            if (world.Execute(command) is Refused refused)
            {
                throw new BookException(
                    $"the book breaks the rule {refused.Reason}: {EngineJson.Write(command)}");
            }
        }

        world.Compact();
        return world;
    }

    private static IReadOnlyList<BookStrategy> ReadStrategies(string folder) =>
    [
        .. Tables.Read(folder, "strategies.tsv", 2).Select(static row => new BookStrategy(
            Address.Parse(row[0]),
            row[1].Length == 0 ? row[0][..10] : row[1],
            Address.Parse(row[0]) == Constants.BeaconChainEtherStrategy
                ? Address.Zero
                : AssumedAddress($"token/{row[0]}"))),
    ];

    private static IReadOnlyList<BookOperator> ReadOperators(string folder)
    {
        ILookup<string, BookShares> shares = Tables.Read(folder, "shares.tsv", 3).ToLookup(
            static row => row[0],
            static row => new BookShares(Address.Parse(row[1]), UInt256.Parse(row[2])),
            StringComparer.Ordinal);
        return
        [
            .. Tables.Read(folder, "operators.tsv", 4).Select(row => new BookOperator(
                Address.Parse(row[0]),
                row[1],
                Number(row[2]),
                Number(row[3]),
                AssumedAddress($"cohort/{row[0]}"),
                [.. shares[row[0]]])),
        ];
    }

    private static IReadOnlyList<BookService> ReadServices(
        string folder, IReadOnlyList<BookOperator> operators)
    {
        string[][] known = [.. Tables.Read(folder, "services.tsv", 3)];
        int[] degrees = [.. operators.Select(static @operator => @operator.ServiceCount)];
        IReadOnlyList<int> sizes = ServiceGraph.Sizes(
            degrees, [.. known.Select(static row => Number(row[1]))]);
        return
        [
            .. ServiceGraph.Complete(degrees, sizes).Select((members, index) =>
            {
                string name = index < known.Length ? known[index][0] : $"Service {index + 1}";
                bool hasAddress = index < known.Length && known[index][2].Length > 0;
                Address avs = hasAddress ? Address.Parse(known[index][2]) : AssumedAddress($"service/{name}");
                return new BookService(
                    name,
                    new OperatorSet(avs, 1),
                    index < known.Length,
                    [.. members.Select(member => operators[member].Address)]);
            }),
        ];
    }

    private static IReadOnlyList<string> Texts(JsonElement about, string name) =>
        [.. about.GetProperty(name).EnumerateArray().Select(static text => text.GetString()!)];

    private static int Number(string text) =>
        int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
