using System.Text.Json;

using Garrison.Bench.Anvil;
using Garrison.Conformance;
using Garrison.Engine;

namespace Garrison.Bench;

/// <summary>The recorded sequences of a protocol as fast as they go, events on, on one core.</summary>
internal static class RecordedBench
{
    public static IEnumerable<BenchResult> EigenLayer()
    {
        Sequence[] sequences = ReadAll("eigenlayer");
        yield return Play("eigenlayer", sequences);
        yield return Refusals(sequences[0]);
    }

    public static IEnumerable<BenchResult> Symbiotic() => [Play("symbiotic", ReadAll("symbiotic"))];

    public static IEnumerable<BenchResult> Curve() => [Play("curve", ReadAll("curve"))];

    public static IEnumerable<BenchResult> Morpho() => [Play("morpho", ReadAll("morpho"))];

    public static IEnumerable<BenchResult> Aave() => [Play("aave", ReadAll("aave"))];

    // The cases of the library alone have no operations to play.
    public static IEnumerable<BenchResult> ComposableStable() =>
        [Play("composableStable", [.. ReadAll("balancer").Where(static one => one.Commands.Count > 0)])];

    internal static Sequence[] ReadAll(string protocol) =>
    [
        .. Recordings.Find([Repository.Path("tests", "Garrison.Conformance", "Recordings", protocol)])
            .Select(Read),
    ];

    internal static BenchResult Play(string bench, Sequence[] sequences) =>
        AnvilRates.Compare(bench, PerSecond(sequences, 15), "operations/s");

    /// <summary>Operations a second. The clock moves before most of them; that is timed with them, and counts
    /// for none.</summary>
    internal static double PerSecond(Sequence[] sequences, int rounds)
    {
        int operations = sequences.Sum(static sequence =>
            sequence.Commands.Count(static command => command is not AdvanceClock));
        double[] times = Measure.NanosecondsEach(
            rounds,
            (() => Array.ForEach(sequences, static sequence => sequence.Reset()), operations),
            (() => Array.ForEach(sequences, static sequence => sequence.Play()), operations));
        return 1e9 / (times[1] - times[0]);
    }

    private static BenchResult Refusals(Sequence sequence)
    {
        sequence.Reset();
        World accepting = sequence.World.Fork();
        List<Command> accepted = [];
        List<Command> refused = [];
        foreach (Command command in sequence.Commands)
        {
            World trial = accepting.Fork();
            bool isAccepted = trial.Execute(command) is Accepted;
            (isAccepted && command is not AdvanceClock ? accepted : refused).Add(command);
        }

        refused.RemoveAll(command => accepting.Fork().Execute(command) is Accepted);
        World scratch = accepting.Fork();
        double[] times = Measure.NanosecondsEach(
            15,
            (() => Each(scratch, accepting, accepted), accepted.Count),
            (() => Each(scratch, accepting, refused), refused.Count),
            (() => Copies(scratch, accepting, 1), 1));
        double one = times[0] - (times[2] / accepted.Count);
        double other = times[1] - (times[2] / refused.Count);
        return new BenchResult("refused", other, "ns", "an accepted command, times its cost", other / one);
    }

    private static void Each(World scratch, World start, List<Command> commands)
    {
        scratch.CopyFrom(start);
        foreach (Command command in commands)
        {
            _ = scratch.Execute(command);
        }
    }

    private static void Copies(World scratch, World start, int count)
    {
        for (int i = 0; i < count; i++)
        {
            scratch.CopyFrom(start);
        }
    }

    private static Sequence Read(string path)
    {
        JsonElement[] lines = [.. Recordings.Read(path).Select(static line => line.Line)];
        var protocol = Protocol.Open(lines[0]);
        World start = protocol.World.Fork();
        List<Command> commands = [];
        foreach (JsonElement line in lines.Where(static line => line.GetProperty("type").GetString() == "op"))
        {
            Clock clock = protocol.World.Clock;
            ulong block = line.TryGetProperty("block", out JsonElement number)
                ? ulong.Parse(number.GetString()!)
                : clock.Block + 1;
            ulong seconds = ulong.Parse(line.GetProperty("ts").GetString()!);
            if (block != clock.Block)
            {
                Do(new AdvanceClock(default, block - clock.Block, seconds - clock.Seconds));
            }

            if (protocol.RanOutOfGas(line)) continue;

            foreach (Command preparation in protocol.Preparation(line))
            {
                Do(preparation);
            }

            Do(protocol.ToCommand(line));
        }

        return new Sequence(lines[0], protocol.Labels, start, start.Fork(), commands);

        void Do(Command command)
        {
            commands.Add(command);
            _ = protocol.World.Execute(command);
        }
    }

    internal sealed record Sequence(
        JsonElement Header, Labels Labels, World Start, World World, List<Command> Commands)
    {
        public void Reset() => World.CopyFrom(Start);

        public void Play()
        {
            Reset();
            foreach (Command command in Commands)
            {
                _ = World.Execute(command);
            }
        }
    }
}
