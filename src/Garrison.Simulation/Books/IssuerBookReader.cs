using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>Loads a book of issuers from its folder.</summary>
/// <remarks>Strict: a field that is not known, a value that is wrong and a number that is from nowhere are
/// errors, which name the file, the place and what would be right.</remarks>
internal sealed class IssuerBookReader
{
    /// <summary>What the field <c>kind</c> of such a book says.</summary>
    public const string Kind = "issuers";

    private const int TokenDecimals = 18;
    private const int MostHolders = 100_000_000;

    private readonly string _folder;
    private readonly BookEntry _root;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _sources;
    private readonly string[] _sourceKeys;
    private readonly List<string> _assumptions = [];

    private IssuerBookReader(string folder)
    {
        _folder = folder;
        _root = BookEntry.Open(Path.Combine(folder, "book.json"));
        _sources = _root.TextMap("sources");
        _sourceKeys = [.. _sources.Select(static pair => pair.Key)];
    }

    /// <summary>Loads a book.</summary>
    /// <exception cref="BookException">A file is missing or wrong, or a command was refused.</exception>
    public static IssuerBook Load(string folder) => new IssuerBookReader(folder).Read();

    private IssuerBook Read()
    {
        _ = _root.OneOf("kind", [Kind]);
        string name = _root.Text("name");
        Book restaking = BookReader.Load(Path.Combine(_folder, "..", _root.Text("base")));
        if (restaking.Protocol != RestakingProtocol.EigenLayer)
        {
            throw _root.Wrong("base", "give a book of EigenLayer, such as eigenlayer-2024-10");
        }

        _assumptions.AddRange(_root.Texts("assumptions"));
        List<BookIssuer> issuers = [];
        foreach (BookEntry entry in _root.List("issuers"))
        {
            BookIssuer issuer = ReadIssuer(name, entry, restaking);
            if (issuers.Exists(one => one.Kind == issuer.Kind))
            {
                throw entry.Wrong("protocol", "each may be there once");
            }

            issuers.Add(issuer);
        }

        string title = _root.Text("title");
        _root.EndPlain();
        return IssuerBookBuilder.Build(new IssuerBook(
            name,
            title,
            [.. _sources.Select(static pair => pair.Value), .. restaking.Sources],
            [.. _assumptions, .. restaking.Assumptions],
            issuers,
            restaking,
            [],
            restaking.World));
    }

    private BookIssuer ReadIssuer(string book, BookEntry entry, Book restaking)
    {
        IssuerKind kind = entry.OneOf("protocol", ["kelp", "renzo"]) == "kelp"
            ? IssuerKind.Kelp
            : IssuerKind.Renzo;
        string name = entry.Text("name");
        string symbol = entry.Text("token");
        string scope = $"{book}/{symbol}";
        BookOperator[] operators =
        [
            .. entry.TextsOf("operators", [.. restaking.Operators.Select(static one => one.Name)])
                .Select(text => restaking.Operators.First(one => one.Name == text)),
        ];
        BookIssuerAsset[] assets =
            [.. entry.List("assets").Select(part => ReadAsset(name, part, restaking.Strategies))];
        if (assets.Length == 0 || assets[0].Asset != Ledger.Ether)
        {
            throw entry.Wrong("assets", "begin with beaconETH");
        }

        BookHolder[] holders = [.. entry.List("holders").Select(part => ReadHolder(scope, part))];
        BookRail[] rails = [.. entry.List("rails").Select(part => ReadRail(scope, part))];
        UInt256 parts = holders.Sum(static one => one.Part.Raw) + rails.Sum(static one => one.Part.Raw);
        if (parts != Wad.Scale) throw entry.Wrong("holders", "the parts of holders and rails add up to 1");

        return new BookIssuer(
            kind,
            name,
            symbol,
            entry.AddressOr("address", BookReader.AssumedAddress($"token/{symbol}")),
            operators,
            ReadRate(entry),
            new BookIssuerTerms(
                entry.Whole("waitDays", 365), entry.WholeOr("limitPercent", 100, 0), entry.Bps("fee")),
            assets,
            holders,
            rails,
            [.. entry.List("requests").Select(part => ReadRequest(symbol, part, holders, assets))],
            End(symbol, entry));
    }

    private static Wad ReadRate(BookEntry entry)
    {
        Wad rate = new(entry.Amount("rate", TokenDecimals));
        return rate.Raw.IsZero ? throw entry.Wrong("rate", "give ether for one token, such as 1.02") : rate;
    }

    private BookIssuerAsset ReadAsset(string issuer, BookEntry entry, IReadOnlyList<BookStrategy> strategies)
    {
        string symbol = entry.OneOf(
            "strategy", [.. strategies.Where(static one => one.IsEther).Select(static one => one.Symbol)]);
        BookStrategy strategy = strategies.First(one => one.Symbol == symbol);
        bool isEther = strategy.Address == Constants.BeaconChainEtherStrategy;
        return new BookIssuerAsset(
            symbol,
            isEther ? Ledger.Ether : strategy.Token,
            strategy.Address,
            isEther ? Wad.One : new Wad(entry.Amount("price", TokenDecimals)),
            entry.Amount("buffer", TokenDecimals),
            entry.Has("target") ? entry.Amount("target", TokenDecimals) : UInt256.Zero,
            End($"{issuer}, {symbol}", entry));
    }

    private BookHolder ReadHolder(string scope, BookEntry entry)
    {
        string name = entry.Text("name");
        string place = entry.OneOf("place", ["wallets", "pool", "lender"]);
        return new BookHolder(
            name,
            Enum.Parse<HolderPlace>(place, ignoreCase: true),
            (int)entry.Whole("count", MostHolders),
            entry.Part("part"),
            BookReader.AssumedAddress($"{scope}/{name}"),
            End(name, entry));
    }

    private BookRail ReadRail(string scope, BookEntry entry)
    {
        string name = entry.Text("name");
        return new BookRail(
            name,
            entry.AddressOr("lockbox", BookReader.AssumedAddress($"{scope}/lockbox/{name}")),
            entry.Part("part"),
            entry.PartOr("missing", default),
            BookReader.AssumedAddress($"{scope}/remote/{name}"),
            End(name, entry));
    }

    private BookRequest ReadRequest(
        string symbol, BookEntry entry, BookHolder[] holders, BookIssuerAsset[] assets)
    {
        string holder = entry.OneOf("holder", [.. holders.Select(static one => one.Name)]);
        string asset = entry.OneOf("asset", [.. assets.Select(static one => one.Symbol)]);
        return new BookRequest(
            holders.First(one => one.Name == holder),
            assets.First(one => one.Symbol == asset),
            entry.Amount("amount", TokenDecimals),
            End($"{symbol}, requests", entry));
    }

    private MarketOrigin End(string name, BookEntry entry)
    {
        MarketOrigin origin = entry.End(_sourceKeys);
        _assumptions.AddRange(origin.Assumed.Select(pair => $"{name}, {pair.Key}: {pair.Value}"));
        return origin;
    }
}
