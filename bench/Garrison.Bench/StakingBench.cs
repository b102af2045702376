using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Bench;

/// <summary>An epoch of a million validators, as cohorts.</summary>
internal static class StakingBench
{
    private const ulong Validators = 1_000_000;
    private const ulong Cohorts = 400;
    private const double LimitMicroseconds = 1000;

    public static IEnumerable<BenchResult> Run()
    {
        World world = Started();

        // A day on, the sweep has cut what it passed into pieces of a block or more.
        _ = world.Execute(new AdvanceEpochs(default, Spec.EpochsPerDay));
        World scratch = world.Fork();
        double[] times = Measure.NanosecondsEach(
            9,
            (() => scratch.CopyFrom(world), 1),
            (() => Advance(scratch, world), 1));
        double microseconds = (times[1] - times[0]) / 1000;
        yield return new BenchResult(
            "epoch", microseconds, "us", "a millisecond, times faster", LimitMicroseconds / microseconds);
        yield return new BenchResult(
            "epoch-cohorts", world.Staking.Cohorts.Count(), "cohorts", "none", 1);
    }

    private static void Advance(World scratch, World start)
    {
        scratch.CopyFrom(start);
        _ = scratch.Execute(new AdvanceEpochs(default, 1));
    }

    // Neighbours differ a little, so that they stay apart.
    private static World Started()
    {
        World world = new();
        _ = world.Execute(new StartStaking(default, StakingParameters.Fulu, 420_000,
        [
            .. Enumerable.Range(0, (int)Cohorts).Select(static i => Cohort.Active(
                Validators / Cohorts,
                (32 * Spec.Increment) + (ulong)i,
                i % 20 == 0 ? Credentials.Compounding : Credentials.Execution)),
        ]));
        return world;
    }
}
