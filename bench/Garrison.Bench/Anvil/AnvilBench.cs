using System.Globalization;

namespace Garrison.Bench.Anvil;

/// <summary>The engine and the real contracts on anvil, on the same recordings, in turns.</summary>
/// <remarks>Both are timed by the CPU time of their process. The node's has the reading of requests and the
/// writing of answers in it, and not the deployments.</remarks>
internal static class AnvilBench
{
    private const int Rounds = 3;

    // The CPU time of a process is counted in hundredths of a second.
    private static readonly TimeSpan _least = TimeSpan.FromSeconds(1);

    private static readonly Way[] _ways =
    [
        new("in the blocks recorded", static run => run.InTheirBlocks()),
        new("in blocks of 200", static run => run.InFullBlocks()),
        new("simulated in one call", static run => run.Simulated()),
    ];

    public static IEnumerable<BenchResult> Run()
    {
        using AnvilNode node = new(RealContracts.Node!);
        RecordedBench.Sequence[] swaps = [ExchangeBench.WithinTick()];
        Way call = new("by a contract in one call", static run => run.InOneCall());
        foreach (BenchResult result in Compare(node, "concentrated", swaps, Pool, [.. _ways, call])
            .Concat(Compare(node, "concentrated-mix", RecordedBench.ReadAll("univ3"), Pool, _ways))
            .Concat(Compare(node, "constant-product", RecordedBench.ReadAll("univ2"), Pair, _ways))
            .Concat(Compare(node, "morpho", RecordedBench.ReadAll("morpho"), Morpho, _ways)))
        {
            yield return result;
        }
    }

    private static RealConcentrated Pool(RecordedBench.Sequence sequence) => new(sequence);

    private static RealConstantProduct Pair(RecordedBench.Sequence sequence) => new(sequence);

    private static RealMorpho Morpho(RecordedBench.Sequence sequence) => new(sequence);

    private static IEnumerable<BenchResult> Compare(
        AnvilNode node,
        string name,
        RecordedBench.Sequence[] sequences,
        Func<RecordedBench.Sequence, RealProtocol> real,
        Way[] ways)
    {
        AnvilRun[] runs = [.. sequences.Select(one => new AnvilRun(node, one, real(one)))];
        double[] engine = new double[Rounds];
        double[][] anvil = [.. ways.Select(static _ => new double[Rounds])];
        int[] agreed = new int[ways.Length];
        for (int round = 0; round < Rounds; round++)
        {
            engine[round] = RecordedBench.PerSecond(sequences, 1);
            for (int way = 0; way < ways.Length; way++)
            {
                (anvil[way][round], agreed[way]) = PerSecond(runs, ways[way].Play);
            }
        }

        double ours = Measure.Median(engine);
        int operations = runs.Sum(static run => run.Operations);
        AnvilRates.Keep(name, Best());
        for (int way = 0; way < ways.Length; way++)
        {
            double theirs = Measure.Median(anvil[way]);
            yield return new BenchResult(name, ours, "operations/s", Label(theirs, way), ours / theirs);
        }

        // What did not come out as recorded was not the same work.
        AnvilRate Best() => ways.Index()
            .Where(way => agreed[way.Index] == operations)
            .Select(way => new AnvilRate(Math.Round(Measure.Median(anvil[way.Index])), way.Item.Name))
            .MaxBy(static rate => rate.OperationsPerSecond)
                ?? throw new InvalidOperationException($"anvil never plays {name} as recorded");

        string Label(double theirs, int way) => string.Create(
            CultureInfo.InvariantCulture,
            $"anvil's {theirs:N0}/s {ways[way].Name}, {agreed[way]} of {operations} as recorded, "
                + $"times faster");
    }

    private static (double PerSecond, int Agreed) PerSecond(AnvilRun[] runs, Func<AnvilRun, TimeSpan> play)
    {
        TimeSpan spent = TimeSpan.Zero;
        int operations = 0;
        while (spent < _least)
        {
            spent = runs.Aggregate(spent, (sum, run) => sum + play(run));
            operations += runs.Sum(static run => run.Operations);
        }

        return (operations / spent.TotalSeconds, runs.Sum(static run => run.Agreed));
    }

    private sealed record Way(string Name, Func<AnvilRun, TimeSpan> Play);
}
