using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Bench;

/// <summary>An epoch of a million validators, as cohorts.</summary>
/// <remarks>Each world is past a whole sweep, about 2,000 epochs: what a block pays differs from then on by
/// when it was paid, so there are as many cohorts as there will be.</remarks>
internal static class StakingBench
{
    private const ulong Validators = 1_000_000;
    private const ulong Cohorts = 400;
    private const double LimitMicroseconds = 1000;
    private const int EpochsOfSweep = 2_000;

    public static IEnumerable<BenchResult> Run()
    {
        World calm = Started();
        Advance(calm, EpochsOfSweep);
        World leaking = calm.Fork();
        Do(leaking, new SetDuties(default, 0, Validators * 2 / 5, Duties.None));
        Advance(leaking, 20);
        World slashing = calm.Fork();
        Do(slashing, new SlashValidators(default, 1, 2_000, 0));
        Advance(slashing, 20);
        return
        [
            .. Epoch("epoch", calm), .. Epoch("epoch-leak", leaking), .. Epoch("epoch-slashing", slashing),
        ];
    }

    private static IEnumerable<BenchResult> Epoch(string name, World world)
    {
        World scratch = world.Fork();
        double[] times = Measure.NanosecondsEach(
            9,
            (() => scratch.CopyFrom(world), 1),
            (() => AdvanceFrom(world, scratch), 1));
        double microseconds = (times[1] - times[0]) / 1000;
        yield return new BenchResult(
            name, microseconds, "us", "a millisecond, times faster", LimitMicroseconds / microseconds);
        yield return new BenchResult(
            $"{name}-size", world.Staking.Cohorts.Count(), "cohorts", "none", 1);
    }

    private static void AdvanceFrom(World start, World scratch)
    {
        scratch.CopyFrom(start);
        Do(scratch, new AdvanceEpochs(default, 1));
    }

    private static void Advance(World world, int epochs)
    {
        for (int i = 0; i < epochs; i++)
        {
            Do(world, new AdvanceEpochs(default, 1));
        }
    }

    // Neighbours differ a little, so that they stay apart.
    private static World Started()
    {
        World world = new();
        Do(world, new StartStaking(default, StakingParameters.Fulu, 420_000,
        [
            .. Enumerable.Range(0, (int)Cohorts).Select(static i => Cohort.Active(
                Validators / Cohorts,
                (32 * Spec.Increment) + (ulong)i,
                i % 20 == 0 ? Credentials.Compounding : Credentials.Execution)),
        ]));
        return world;
    }

    private static void Do(World world, Command command)
    {
        if (world.Execute(command) is Refused refused) throw new InvalidOperationException($"{refused}");
    }
}
