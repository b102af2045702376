using System.Diagnostics;

namespace Garrison.Bench;

/// <summary>A figure and what it is measured against, in one run.</summary>
/// <param name="Bench">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Baseline">What it is compared with.</param>
/// <param name="Ratio">How many times better than the baseline, or times its cost: the baseline says
/// which.</param>
internal sealed record BenchResult(string Bench, double Value, string Unit, string Baseline, double Ratio);

/// <summary>Times work by the CPU time of this process, in rounds that take turns.</summary>
/// <remarks>Machines are shared: wall clocks count what others do, and rounds one after another
/// drift.</remarks>
internal static class Measure
{
    private static readonly TimeSpan _round = TimeSpan.FromMilliseconds(120);

    /// <summary>The median nanoseconds of CPU that each of several works takes, per operation.</summary>
    /// <param name="rounds">How many times each is measured.</param>
    /// <param name="works">The works, and how many operations each does in one go.</param>
    public static double[] NanosecondsEach(int rounds, params (Action Work, int Operations)[] works)
    {
        foreach ((Action work, _) in works)
        {
            WarmUp(work);
        }

        double[][] samples = [.. works.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                samples[i][round] = Time(works[i].Work) / works[i].Operations;
            }
        }

        return [.. samples.Select(Median)];
    }

    private static void WarmUp(Action work)
    {
        for (int phase = 0; phase < 3; phase++)
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < _round * 2)
            {
                work();
            }

            // The compiler of hot code works in the background: let it finish.
            Thread.Sleep(150);
        }
    }

    private static double Time(Action work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        long count = 0;
        while (Stopwatch.GetElapsedTime(start) < _round)
        {
            work();
            count++;
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalNanoseconds / count;
    }

    internal static double Median(double[] samples) => samples.Order().ElementAt(samples.Length / 2);
}
