using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Simulation;

/// <summary>Books of markets for tests: the real ones, and folders with what a test writes.</summary>
internal static class MarketFolder
{
    private static readonly Lazy<MarketBook> _ezEth = new(static () => Load("ezeth-2024-04"));
    private static readonly Lazy<MarketBook> _rsEth = new(static () => Load("rseth-2026-04"));

    // A pool of every kind, a feed of every kind, and nothing that moves a price of 1 but the amounts.
    private const string AllKinds = """
        {
          "kind": "markets", "name": "all", "title": "All kinds", "token": "A", "block": 7,
          "time": "2026-01-01T00:00:00Z", "sources": { "test": "A test." }, "source": "test",
          "tokens": [
            { "symbol": "A", "decimals": 18, "rate": "A rate", "source": "test" },
            { "symbol": "B", "decimals": 6, "source": "test" },
            { "symbol": "C", "decimals": 18, "source": "test" }
          ],
          "feeds": [
            { "name": "A rate", "kind": "rate", "of": "A", "in": "C", "decimals": 18,
              "answer": 1.25, "source": "test" },
            { "name": "A market", "kind": "posted", "of": "A", "in": "C", "decimals": 18,
              "answer": 1.2, "source": "test" },
            { "name": "A smaller", "kind": "smaller", "of": "A", "in": "C", "decimals": 18, "first": "A rate",
              "second": "A market", "source": "test" },
            { "name": "A capped", "kind": "capped", "of": "A", "in": "C", "decimals": 18, "rate": "A rate",
              "snapshotRatio": 1.2, "snapshotTime": "2025-12-01T00:00:00Z", "yearlyGrowth": 0.1,
              "delaySeconds": 604800, "source": "test" },
            { "name": "A pool", "kind": "pool", "of": "A", "in": "C", "decimals": 18, "pool": "new",
              "windowSeconds": 0, "source": "test" },
            { "name": "A lowest", "kind": "smaller", "of": "A", "in": "C", "decimals": 18, "first": "A pool",
              "second": "A smaller", "source": "test" }
          ],
          "pools": [
            { "name": "new", "kind": "stableSwap", "chain": "Ethereum",
              "balances": { "A": 4000, "C": 5200 },
              "amplification": 200, "fee": 0.0004, "offpegFeeMultiplier": 2, "rated": ["A"],
              "source": "test" },
            { "name": "old", "kind": "legacyStableSwap", "chain": "Ethereum",
              "balances": { "A": 4000, "C": 4100 },
              "amplification": 50, "fee": 0.0004, "adminFee": 0.5, "source": "test" },
            { "name": "balanced", "kind": "composableStable", "chain": "Ethereum",
              "balances": { "A": 4000, "B": 5100, "C": 4900 }, "amplification": 300,
              "fee": 0.0001, "rated": ["A"],
              "source": "test" },
            { "name": "ranges", "kind": "concentrated", "chain": "Ethereum", "tokens": ["A", "B"],
              "price": 1.25,
              "fee": 0.0005, "source": "test",
              "positions": [ { "fromTick": -887270, "toTick": 887270, "amounts": { "A": 1000, "B": 1250 },
              "source": "test" } ] },
            { "name": "pair", "kind": "constantProduct", "chain": "Ethereum",
              "balances": { "B": 1000, "C": 900 },
              "source": "test" }
          ],
          "morpho": { "markets": [ { "name": "M", "collateral": "A", "loan": "C", "lltv": 0.8,
            "feed": "A lowest",
            "lenders": { "someone": 1000 }, "source": "test" } ] },
          "positions": { "source": "test" }
        }
        """;

    private const string AllPositions =
        "market\tname\tcount\tcollateral\tloan\tdebt\tltv\tcategory\nM\tone\t3\tA\tC\t100\t0.5\t\n";

    /// <summary>The book of April 2024.</summary>
    public static MarketBook EzEth => _ezEth.Value;

    /// <summary>The book of April 2026.</summary>
    public static MarketBook RsEth => _rsEth.Value;

    /// <summary>A book with a pool and a feed of every kind.</summary>
    public static MarketBook EveryKind => LoadText(AllKinds, AllPositions);

    /// <summary>The same with one thing changed, which has to be there.</summary>
    public static MarketBook Changed(string from, string to)
    {
        Assert.Contains(from, AllKinds + AllPositions);
        return LoadText(
            AllKinds.Replace(from, to, StringComparison.Ordinal),
            AllPositions.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>A number is not outside of two others.</summary>
    public static void IsBetween(UInt256 number, UInt256 least, UInt256 most) =>
        Assert.True(number >= least && number <= most, $"{number} is not from {least} to {most}");

    private static MarketBook LoadText(string book, string positions)
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "all");
        _ = Directory.CreateDirectory(folder);
        try
        {
            File.WriteAllText(Path.Combine(folder, "book.json"), book);
            File.WriteAllText(Path.Combine(folder, "positions.tsv"), positions);
            return BookReader.LoadMarkets(folder);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    private static MarketBook Load(string name) =>
        BookReader.LoadMarkets(Path.Combine(Source.Root, "books", name));
}
