using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <content>Feeds and pools.</content>
internal sealed partial class MarketBookReader
{
    private const int AnswerDecimalsMax = 24;
    private const ulong YearSeconds = 365UL * 24 * 60 * 60;
    private const ulong AmplificationMax = 1_000_000;

    private static readonly Dictionary<string, MarketFeedKind> _feedKinds = new(StringComparer.Ordinal)
    {
        ["posted"] = MarketFeedKind.Posted,
        ["rate"] = MarketFeedKind.Rate,
        ["capped"] = MarketFeedKind.Capped,
        ["smaller"] = MarketFeedKind.Smaller,
        ["pool"] = MarketFeedKind.Pool,
    };

    private static readonly Dictionary<string, MarketPoolKind> _poolKinds = new(StringComparer.Ordinal)
    {
        ["stableSwap"] = MarketPoolKind.StableSwap,
        ["legacyStableSwap"] = MarketPoolKind.LegacyStableSwap,
        ["composableStable"] = MarketPoolKind.ComposableStable,
        ["concentrated"] = MarketPoolKind.Concentrated,
        ["constantProduct"] = MarketPoolKind.ConstantProduct,
    };

    private static readonly Wad[] _concentratedFees =
    [
        new(100_000_000_000_000UL), new(500_000_000_000_000UL), new(3_000_000_000_000_000UL),
        new(10_000_000_000_000_000UL),
    ];

    private void ReadFeeds()
    {
        foreach (BookEntry entry in _root.List("feeds"))
        {
            string name = entry.Text("name");
            MarketFeedKind kind = _feedKinds[entry.OneOf("kind", _feedKinds.Keys)];
            MarketFeedTerms terms = FeedTerms(entry, kind);
            _feeds.Add(new MarketFeed(
                name,
                kind,
                entry.AddressOr("address", BookReader.AssumedAddress($"feed/{name}")),
                Token(entry, "of").Symbol,
                entry.OneOf("in", [.. Symbols(), Dollars]),
                terms,
                End(name, entry)));
        }

        foreach ((BookEntry entry, MarketToken token) in _root.List("tokens").Zip(_tokens))
        {
            if (token.RateFeed is not null) _ = entry.OneOf("rate", FeedNames());
        }
    }

    private MarketFeedTerms FeedTerms(BookEntry entry, MarketFeedKind kind)
    {
        byte decimals = (byte)entry.Whole("decimals", AnswerDecimalsMax);
        return kind switch
        {
            MarketFeedKind.Posted => new MarketFeedTerms(
                decimals,
                entry.Amount("answer", decimals),
                entry.WholeOr("heartbeatSeconds", YearSeconds, 0),
                entry.Has("deviation") ? entry.Bps("deviation") : (ushort)0),
            MarketFeedKind.Rate => new MarketFeedTerms(decimals, entry.Amount("answer", decimals)),
            MarketFeedKind.Capped => new MarketFeedTerms(
                decimals,
                First: entry.OneOf("rate", FeedNames()),
                Second: entry.Has("paidIn") ? entry.OneOf("paidIn", FeedNames()) : null,
                SnapshotRatio: entry.Amount("snapshotRatio", DecimalsOfFeed(entry.Text("rate"))),
                SnapshotSeconds: entry.Time("snapshotTime"),
                YearlyGrowthBps: entry.Bps("yearlyGrowth"),
                DelaySeconds: entry.Whole("delaySeconds", YearSeconds)),
            MarketFeedKind.Smaller => new MarketFeedTerms(
                decimals,
                First: entry.OneOf("first", FeedNames()),
                Second: entry.OneOf("second", FeedNames())),
            _ => new MarketFeedTerms(
                decimals,
                First: entry.Text("pool"),
                WindowSeconds: (uint)entry.Whole("windowSeconds", uint.MaxValue)),
        };
    }

    private int DecimalsOfFeed(string name) => _feeds.First(one => one.Name == name).Terms.Decimals;

    private void ReadPools()
    {
        foreach (BookEntry entry in _root.List("pools"))
        {
            string name = entry.Text("name");
            MarketPoolKind kind = _poolKinds[entry.OneOf("kind", _poolKinds.Keys)];
            string chain = entry.Text("chain");
            Address address = entry.AddressOr("address", BookReader.AssumedAddress($"pool/{name}"));
            MarketPool pool = kind == MarketPoolKind.Concentrated
                ? ReadConcentrated(entry, name, chain, address)
                : ReadBalanced(entry, kind, name, chain, address);
            _pools.Add(pool with { Origin = End(name, entry) });
        }

        foreach ((BookEntry entry, MarketFeed feed) in _root.List("feeds").Zip(_feeds))
        {
            if (feed.Kind == MarketFeedKind.Pool)
            {
                _ = entry.OneOf("pool", [.. _pools.Select(static one => one.Name)]);
                _ = entry.OneOf("in", Symbols());
            }
        }
    }

    private MarketPool ReadBalanced(
        BookEntry entry, MarketPoolKind kind, string name, string chain, Address address)
    {
        MarketAmount[] amounts = [.. Amounts(entry, "balances")];
        if (amounts.Length < 2) throw entry.Wrong("balances", "give two tokens or more");

        bool isStable = kind != MarketPoolKind.ConstantProduct;
        return new MarketPool(
            name,
            kind,
            chain,
            address,
            [.. amounts.Select(static one => one.Token)],
            amounts,
            isStable ? entry.Whole("amplification", AmplificationMax) : 0,
            isStable ? entry.Part("fee") : default,
            kind == MarketPoolKind.StableSwap
                ? new Wad(entry.Amount("offpegFeeMultiplier", 18))
                : default,
            kind == MarketPoolKind.LegacyStableSwap ? entry.Part("adminFee") : default,
            default,
            [],
            MarketOrigin.None)
        {
            Rated = isStable ? entry.TextsOf("rated", RatedSymbols()) : [],
        };
    }

    private MarketPool ReadConcentrated(BookEntry entry, string name, string chain, Address address)
    {
        IReadOnlyList<string> tokens = entry.TextsOf("tokens", Symbols());
        if (tokens.Count != 2) throw entry.Wrong("tokens", "give two");

        Wad price = new(entry.Amount("price", 18));
        Wad fee = entry.Part("fee");
        if (!_concentratedFees.Contains(fee)) throw entry.Wrong("fee", "give 0.0001, 0.0005, 0.003 or 0.01");

        MarketRange[] ranges = [.. entry.List("positions").Select(position => ReadRange(position, name))];
        return new MarketPool(
            name,
            MarketPoolKind.Concentrated,
            chain,
            address,
            tokens,
            [],
            0,
            fee,
            default,
            default,
            price,
            ranges,
            MarketOrigin.None);
    }

    private MarketRange ReadRange(BookEntry entry, string pool)
    {
        MarketRange range = new(
            new TickRange(entry.Signed("fromTick"), entry.Signed("toTick")), [.. Amounts(entry, "amounts")]);
        _ = End($"{pool}, ticks {range.Ticks.Lower} to {range.Ticks.Upper}", entry);
        return range;
    }

    private IEnumerable<MarketAmount> Amounts(BookEntry entry, string field) =>
        entry.AmountMap(field, DecimalsOf).Select(static pair => new MarketAmount(pair.Key, pair.Value));

    private string[] RatedSymbols() =>
        [.. _tokens.Where(static one => one.RateFeed is not null).Select(static one => one.Symbol)];
}
