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

    private delegate RealProtocol Real(RecordedBench.Sequence sequence);

    private static readonly (string Name, Func<AnvilRun, TimeSpan> Play)[] _ways =
    [
        ("in the blocks recorded", static run => run.InTheirBlocks()),
        ("in blocks of 200", static run => run.InFullBlocks()),
        ("simulated in one call", static run => run.Simulated()),
    ];

    public static IEnumerable<BenchResult> Run()
    {
        using AnvilNode node = new(RealContracts.Node!);
        foreach ((string name, RecordedBench.Sequence[] sequences, Real real) in Recorded())
        {
            foreach (BenchResult result in Compare(node, name, sequences, real))
            {
                yield return result;
            }
        }
    }

    private static IEnumerable<(string Name, RecordedBench.Sequence[] Sequences, Real Real)> Recorded()
    {
        yield return (
            "concentrated", [ExchangeBench.WithinTick()], static one => new RealConcentrated(one));
        yield return (
            "concentrated-mix", RecordedBench.ReadAll("univ3"), static one => new RealConcentrated(one));
        yield return (
            "constant-product", RecordedBench.ReadAll("univ2"), static one => new RealConstantProduct(one));
        yield return ("morpho", RecordedBench.ReadAll("morpho"), static one => new RealMorpho(one));
    }

    private static IEnumerable<BenchResult> Compare(
        AnvilNode node, string name, RecordedBench.Sequence[] sequences, Real real)
    {
        AnvilRun[] runs = [.. sequences.Select(one => new AnvilRun(node, one, real(one)))];
        double[] engine = new double[Rounds];
        double[][] anvil = [.. _ways.Select(static _ => new double[Rounds])];
        int[] agreed = new int[_ways.Length];
        for (int round = 0; round < Rounds; round++)
        {
            engine[round] = RecordedBench.PerSecond(sequences, 1);
            for (int way = 0; way < _ways.Length; way++)
            {
                (anvil[way][round], agreed[way]) = PerSecond(runs, _ways[way].Play);
            }
        }

        double ours = Measure.Median(engine);
        int operations = runs.Sum(static run => run.Operations);
        AnvilRates.Keep(name, Best());
        for (int way = 0; way < _ways.Length; way++)
        {
            double theirs = Measure.Median(anvil[way]);
            yield return new BenchResult(name, ours, "operations/s", Label(theirs, way), ours / theirs);
        }

        // What did not come out as recorded was not the same work.
        AnvilRate Best() => _ways.Index()
            .Where(way => agreed[way.Index] == operations)
            .Select(way => new AnvilRate(Math.Round(Measure.Median(anvil[way.Index])), way.Item.Name))
            .MaxBy(static rate => rate.OperationsPerSecond)
                ?? throw new InvalidOperationException($"anvil never plays {name} as recorded");

        string Label(double theirs, int way) => string.Create(
            CultureInfo.InvariantCulture,
            $"anvil's {theirs:N0}/s {_ways[way].Name}, {agreed[way]} of {operations} as recorded, "
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
}
