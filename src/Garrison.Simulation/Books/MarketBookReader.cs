using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>Loads a book of markets from its folder: <c>book.json</c>, and <c>positions.tsv</c> when there
/// are loans.</summary>
/// <remarks>Strict: a field that is not known, a value that is wrong and a number that is from nowhere are
/// errors, which name the file, the place and what would be right.</remarks>
internal sealed partial class MarketBookReader
{
    /// <summary>What the field <c>kind</c> of such a book says.</summary>
    public const string Kind = "markets";

    /// <summary>What prices in dollars are in; no token.</summary>
    public const string Dollars = "USD";

    private const int TokenDecimalsMax = 18;

    private readonly string _folder;
    private readonly BookEntry _root;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _sources;
    private readonly string[] _sourceKeys;
    private readonly List<string> _assumptions = [];
    private readonly List<MarketToken> _tokens = [];
    private readonly List<MarketFeed> _feeds = [];
    private readonly List<MarketPool> _pools = [];
    private readonly List<LendingMarket> _markets = [];
    private readonly List<MarketBridge> _bridges = [];

    private MarketBookReader(string folder)
    {
        _folder = folder;
        _root = BookEntry.Open(Path.Combine(folder, "book.json"));
        _sources = _root.TextMap("sources");
        _sourceKeys = [.. _sources.Select(static pair => pair.Key)];
    }

    /// <summary>Loads a book.</summary>
    /// <exception cref="BookException">A file is missing or wrong, or a command was refused.</exception>
    public static MarketBook Load(string folder) => new MarketBookReader(folder).Read();

    private MarketBook Read()
    {
        _ = _root.OneOf("kind", [Kind]);
        string name = _root.Text("name");
        ulong block = _root.Whole("block", uint.MaxValue);
        ulong seconds = _root.Time("time");
        _assumptions.AddRange(_root.Texts("assumptions"));
        ReadTokens();
        ReadFeeds();
        ReadPools();
        MorphoContracts? morpho = ReadMorpho();
        ReadAave();
        ReadBridges();
        IReadOnlyList<MarketCohort> cohorts = ReadPositions(name);
        MarketToken about = Token(_root, "token");
        string title = _root.Text("title");
        Note("the book", _root.End(_sourceKeys));
        MarketBook parts = new(
            name,
            title,
            about,
            [.. _sources.Select(static pair => pair.Value)],
            _assumptions,
            [],
            new Engine.World())
        {
            Tokens = _tokens,
            Feeds = _feeds,
            Pools = _pools,
            Markets = _markets,
            Cohorts = cohorts,
            Bridges = _bridges,
        };
        return MarketBookBuilder.Build(parts, block, seconds, morpho);
    }

    private void ReadTokens()
    {
        foreach (BookEntry entry in _root.List("tokens"))
        {
            string symbol = entry.Text("symbol");
            int decimals = (int)entry.Whole("decimals", TokenDecimalsMax);
            UInt256? supply = entry.Has("supply") ? entry.Amount("supply", decimals) : null;
            _tokens.Add(new MarketToken(
                symbol,
                entry.AddressOr("address", BookReader.AssumedAddress($"token/{symbol}")),
                decimals,
                entry.TextOrNull("rate"),
                supply,
                End(symbol, entry)));
        }
    }

    private void ReadBridges()
    {
        foreach (BookEntry entry in _root.List("bridges"))
        {
            string name = entry.Text("name");
            MarketToken token = Token(entry, "token");
            _bridges.Add(new MarketBridge(
                name,
                entry.AddressOr("address", BookReader.AssumedAddress($"bridge/{name}")),
                token.Symbol,
                entry.Amount("locked", token.Decimals),
                entry.Amount("claims", token.Decimals),
                End(name, entry)));
        }
    }

    private IReadOnlyList<MarketCohort> ReadPositions(string book)
    {
        const int Columns = 8;
        if (!_root.Has("positions")) return [];

        BookEntry about = _root.Part("positions", mayBeMissing: false);
        string[] columns = ["market", "name", "count", "collateral", "loan", "debt", "ltv", "category"];
        Note("positions", about.EndTable(_sourceKeys, columns));
        return
        [
            .. Tables.Read(_folder, "positions.tsv", Columns).Select((row, index) =>
                new PositionRow($"{Path.GetFileName(_folder)}/positions.tsv:{index + 2}", row)
                    .ToCohort(book, _markets, _tokens)),
        ];
    }

    private MarketToken Token(BookEntry entry, string field)
    {
        string symbol = entry.OneOf(field, Symbols());
        return _tokens.First(one => one.Symbol == symbol);
    }

    private string[] Symbols() => [.. _tokens.Select(static one => one.Symbol)];

    private int? DecimalsOf(string symbol) => _tokens.Find(one => one.Symbol == symbol)?.Decimals;

    private string[] FeedNames() => [.. _feeds.Select(static one => one.Name)];

    private MarketOrigin End(string name, BookEntry entry)
    {
        MarketOrigin origin = entry.End(_sourceKeys);
        Note(name, origin);
        return origin;
    }

    private void Note(string name, MarketOrigin origin) => _assumptions.AddRange(
        origin.Assumed.Select(pair => $"{name}, {pair.Key}: {pair.Value}"));
}

/// <summary>Where Morpho is.</summary>
/// <param name="Contract">Its address.</param>
/// <param name="Irm">The address of its rate model.</param>
/// <param name="Lltvs">The loan-to-values that markets use.</param>
internal sealed record MorphoContracts(Address Contract, Address Irm, IReadOnlyList<UInt256> Lltvs);
