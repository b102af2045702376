using System.Globalization;
using System.Text.Json;

using Garrison.Bench;
using Garrison.Bench.Anvil;

Dictionary<string, Func<IEnumerable<BenchResult>>> benches = new(StringComparer.Ordinal)
{
    ["muldiv"] = MulDivBench.Run,
    ["fork"] = StoreBench.Fork,
    ["write"] = StoreBench.Write,
    ["staking"] = StakingBench.Run,
    ["eigenlayer"] = RecordedBench.EigenLayer,
    ["symbiotic"] = RecordedBench.Symbiotic,
    ["curve"] = RecordedBench.Curve,
    ["stableSwap"] = StableSwapBench.Run,
    ["morpho"] = RecordedBench.Morpho,
    ["aave"] = RecordedBench.Aave,
    ["composableStable"] = RecordedBench.ComposableStable,
    ["concentrated"] = ExchangeBench.Concentrated,
    ["compare"] = CompareBench.Run,
    ["rewards"] = RewardsBench.Run,
    ["tree"] = RewardsBench.Tree,
    ["lrt"] = LiquidTokenBench.Run,
    ["anvil"] = AnvilBench.Run,
};

foreach (string name in args.Where(name => !benches.ContainsKey(name)))
{
    Console.Error.WriteLine($"There is no bench {name}; there are {string.Join(", ", benches.Keys)}.");
    return 2;
}

// The real contracts are not for everyone to install: they are measured when asked for.
if (args.Contains("anvil") && RealContracts.Node is null)
{
    Console.Error.WriteLine($"The real contracts are not installed: run {RealContracts.Install} first.");
    return 1;
}

foreach (string name in args.Length > 0 ? args : [.. benches.Keys.Where(static name => name != "anvil")])
{
    foreach (BenchResult result in benches[name]())
    {
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Bench,-16} {result.Value,16:N1} {result.Unit,-14} {result.Ratio,8:N2}  "
                + $"{result.Baseline}"));
        Console.WriteLine(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
    }
}

return 0;
