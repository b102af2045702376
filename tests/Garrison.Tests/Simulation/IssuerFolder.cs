using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Simulation;

/// <summary>Books of issuers for tests: the real one, one of round numbers, and what a test writes.</summary>
internal static class IssuerFolder
{
    private static readonly Lazy<IssuerBook> _real = new(static () => BookReader.LoadIssuers(Real));

    private static readonly string[] _tables =
    [
        "operators.tsv|address\tname\tstakers\tservices|"
            + "0x0000000000000000000000000000000000000a01\tOne\t5\t2",
        "services.tsv|name\toperators\taddress|Alpha\t1\t0x0000000000000000000000000000000000000b01|"
            + "Beta\t1\t0x0000000000000000000000000000000000000b02",
        "strategies.tsv|address\tname|0x0000000000000000000000000000000000000c01\tstETH|"
            + "0xbeac0eeeeeeeeeeeeeeeeeeeeeeeeeeeeeebeac0\tbeaconETH",
        "shares.tsv|operator\tstrategy\tshares|"
            + "0x0000000000000000000000000000000000000a01\t0x0000000000000000000000000000000000000c01\t"
            + "100000000000000000000|"
            + "0x0000000000000000000000000000000000000a01\t0xbeac0eeeeeeeeeeeeeeeeeeeeeeeeeeeeeebeac0\t"
            + "320000000000000000000",
        "rewards.tsv|name\tpayer\tkind\ttoken\taddress\tisEther\tamount\tdays\tstrategies\tpaysFee\tsource",
    ];

    private const string Base = """
        { "name": "base", "title": "Base", "startBlock": 20000000, "startTime": 1700000000, "sources": [],
          "assumptions": [] }
        """;

    // 320 ether in pods, 100 stETH at 0.9 restaked, 20 ether in buffers: 430 ether of assets.
    private const string Small = """
        {
          "kind": "issuers", "name": "small", "title": "Small", "base": "base",
          "sources": { "test": "A test." }, "assumptions": [],
          "issuers": [
            {
              "protocol": "renzo", "name": "Renzo", "token": "ezETH", "operators": ["One"], "rate": 1.075,
              "waitDays": 7, "fee": 0.1, "source": "test",
              "assets": [
                { "strategy": "beaconETH", "buffer": 20, "target": 20, "source": "test" },
                { "strategy": "stETH", "price": 0.9, "buffer": 0, "target": 10, "source": "test" }
              ],
              "holders": [
                { "name": "people", "place": "wallets", "count": 3, "part": 0.5, "source": "test" },
                { "name": "a pool", "place": "pool", "count": 1, "part": 0.25, "source": "test" }
              ],
              "rails": [ { "name": "rail", "part": 0.25, "missing": 0.4, "source": "test" } ]
            }
          ]
        }
        """;

    /// <summary>The real book.</summary>
    public static IssuerBook Book => _real.Value;

    /// <summary>Renzo over one operator, in round numbers.</summary>
    public static IssuerBook OfOne => Load(Small);

    /// <summary>The same with Kelp's rules.</summary>
    public static IssuerBook OfOneKelp(string limitPercent) => Load(Small
        .Replace("\"protocol\": \"renzo\"", "\"protocol\": \"kelp\"", StringComparison.Ordinal)
        .Replace(
            "\"waitDays\": 7",
            $"\"waitDays\": 8, \"limitPercent\": {limitPercent}",
            StringComparison.Ordinal));

    /// <summary>The small book with one thing changed, which has to be there.</summary>
    public static IssuerBook Changed(string from, string to)
    {
        Assert.Contains(from, Small);
        return Load(Small.Replace(from, to, StringComparison.Ordinal));
    }

    private static string Real => Path.Combine(Source.Root, "books", "lrt-2024-10");

    private static IssuerBook Load(string book)
    {
        string root = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _ = Directory.CreateDirectory(Path.Combine(root, "small"));
        _ = Directory.CreateDirectory(Path.Combine(root, "base"));
        try
        {
            File.WriteAllText(Path.Combine(root, "small", "book.json"), book);
            File.WriteAllText(Path.Combine(root, "base", "book.json"), Base);
            foreach (string table in _tables)
            {
                string[] lines = table.Split('|');
                File.WriteAllText(Path.Combine(root, "base", lines[0]), string.Join('\n', lines[1..]) + "\n");
            }

            return BookReader.LoadIssuers(Path.Combine(root, "small"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
