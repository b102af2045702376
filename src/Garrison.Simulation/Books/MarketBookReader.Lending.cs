using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <content>Lending markets.</content>
internal sealed partial class MarketBookReader
{
    private const ulong CapMax = 68_719_476_735;
    private const ushort BpsScale = 10_000;
    private const byte DollarDecimals = 8;

    private MorphoContracts? ReadMorpho()
    {
        if (!_root.Has("morpho")) return null;

        BookEntry morpho = _root.Part("morpho", mayBeMissing: false);
        Address contract = morpho.AddressOr("address", BookReader.AssumedAddress("morpho"));
        Address irm = morpho.AddressOr("irm", BookReader.AssumedAddress("morpho/irm"));
        foreach (BookEntry entry in morpho.List("markets"))
        {
            _markets.Add(ReadMorphoMarket(entry, irm));
        }

        _ = End("Morpho", morpho);
        return new MorphoContracts(contract, irm, [
            .. _markets.OfType<MorphoBookMarket>().Select(static one => one.Parameters.Lltv).Distinct(),
        ]);
    }

    private MorphoBookMarket ReadMorphoMarket(BookEntry entry, Address irm)
    {
        string name = entry.Text("name");
        MarketToken collateral = Token(entry, "collateral");
        MarketToken loan = Token(entry, "loan");
        string feed = Feed(entry, collateral.Symbol, loan.Symbol).Name;
        MorphoMarketParameters parameters = new(
            loan.Address,
            collateral.Address,
            BookReader.AssumedAddress($"morpho/{feed}/{loan.Symbol}"),
            irm,
            entry.Part("lltv").Raw);
        return new MorphoBookMarket(
            name,
            collateral.Symbol,
            loan.Symbol,
            feed,
            parameters,
            Lenders(entry, name, loan.Decimals),
            Used(entry),
            End(name, entry));
    }

    private void ReadAave()
    {
        foreach (BookEntry entry in _root.List("aave"))
        {
            string name = entry.Text("name");
            AaveBookReserve[] reserves = [.. entry.List("reserves").Select(one => ReadReserve(one, name))];
            string[] listed = [.. reserves.Select(static one => one.Token)];
            AaveBookCategory[] categories =
                [.. entry.List("categories").Select(one => ReadCategory(one, listed, name))];
            Address address = entry.AddressOr("address", BookReader.AssumedAddress($"aave/{name}"));
            ushort? flashPremiumBps = entry.Has("flashFee") ? entry.Bps("flashFee") : null;
            _markets.Add(new AaveBookMarket(
                name, address, reserves, categories, flashPremiumBps, End(name, entry)));
        }
    }

    private AaveBookReserve ReadReserve(BookEntry entry, string pool)
    {
        MarketToken token = Token(entry, "token");
        MarketFeed feed = Feed(entry, token.Symbol, Dollars);
        return feed.Terms.Decimals != DollarDecimals
            ? throw entry.Wrong("feed", $"Aave reads {DollarDecimals} decimals, not {feed.Terms.Decimals}")
            : new AaveBookReserve(
                token.Symbol,
                feed.Name,
                entry.Has("threshold") ? Terms(entry) : default,
                new AaveCaps(entry.WholeOr("supplyCap", CapMax, 0), entry.WholeOr("borrowCap", CapMax, 0)),
                entry.Has("optimalUse") ? Curve(entry) : null,
                entry.Has("reserveFactor") ? entry.Bps("reserveFactor") : (ushort)0,
                entry.Has("liquidationFee") ? entry.Bps("liquidationFee") : (ushort)0,
                Lenders(entry, pool, token.Decimals),
                Used(entry),
                End($"{pool} {token.Symbol}", entry));
    }

    private AaveBookCategory ReadCategory(BookEntry entry, string[] listed, string pool)
    {
        string label = entry.Text("label");
        return new AaveBookCategory(
            (byte)entry.Whole("number", byte.MaxValue),
            label,
            Terms(entry),
            entry.TextsOf("collateral", listed),
            entry.TextsOf("borrowable", listed),
            End($"{pool} {label}", entry));
    }

    private static CollateralTerms Terms(BookEntry entry) => new(
        entry.Bps("ltv"), entry.Bps("threshold"), (ushort)(BpsScale + entry.Bps("bonus")));

    private static AaveCurve Curve(BookEntry entry) => new(
        entry.Bps("optimalUse"), entry.Bps("baseRate"), entry.Bps("slope1"), entry.Bps("slope2"));

    private MarketFeed Feed(BookEntry entry, string priced, string paidIn)
    {
        string name = entry.OneOf("feed", FeedNames());
        MarketFeed feed = _feeds.First(one => one.Name == name);
        return feed.Base == priced && feed.Quote == paidIn
            ? feed
            : throw entry.Wrong(
                "feed", $"{name} is of {feed.Base} in {feed.Quote}, and one of {priced} in {paidIn} is due");
    }

    private static Wad? Used(BookEntry entry) => entry.Has("used") ? entry.Part("used") : null;

    private static IReadOnlyList<MarketLender> Lenders(BookEntry entry, string market, int decimals) =>
        entry.Has("lenders")
            ?
            [
                .. entry.AmountMap("lenders", _ => decimals).Select(pair => new MarketLender(
                    pair.Key, BookReader.AssumedAddress($"{market}/lender/{pair.Key}"), pair.Value)),
            ]
            : [];
}
