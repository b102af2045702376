using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Tests.Engine.Staking;

/// <summary>A cohort of n equal validators gives what n single ones give, over random histories.</summary>
public sealed class CohortProperties
{
    private const int Length = 40;

    private static readonly Cohort[] _cohorts =
    [
        Cohort.Active(20, 32 * Spec.Increment, Credentials.Execution),
        Cohort.Active(9, 40 * Spec.Increment, Credentials.Execution),
        Cohort.Active(7, 2048 * Spec.Increment, Credentials.Compounding),
        Cohort.Active(5, 17 * Spec.Increment, Credentials.Compounding) with { Duties = Duties.None },
        Cohort.Active(4, 32 * Spec.Increment, Credentials.Bls) with { Duties = Duties.Source },
    ];

    [Fact]
    public void Cohorts_give_what_singles_give() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    private static string? Fault(IReadOnlyList<Command> commands)
    {
        World cohorts = Started();
        World singles = Started();
        foreach (Command command in commands)
        {
            Receipt one = cohorts.Execute(command);
            Shatter(singles);
            Receipt other = singles.Execute(command);
            if (one.GetType() != other.GetType() || (one is Refused && one != other))
            {
                return $"{one} as cohorts, {other} as singles";
            }

            if (!Each(cohorts).SequenceEqual(Each(singles))) return "the validators differ";

            if (cohorts.Staking.Exits.Queue != singles.Staking.Exits.Queue) return "the exit queues differ";

            if (Conserved(cohorts) is { } fault) return fault;
        }

        return null;
    }

    private static World Started()
    {
        World world = new();
        Assert.IsType<Accepted>(world.Execute(
            new StartStaking(default, StakingParameters.Electra, 1000, _cohorts)));
        return world;
    }

    private static void Shatter(World world)
    {
        for (ulong i = 0; i < world.Staking.ValidatorCount; i++)
        {
            _ = world.Staking.Validators.Cut(i, 1);
        }
    }

    private static IEnumerable<Cohort> Each(World world) =>
        world.Staking.Cohorts.SelectMany(static range =>
            Enumerable.Repeat(range.Cohort with { Count = 1 }, (int)range.Cohort.Count));

    // Effective balances follow balances within the hysteresis, and never pass what credentials allow.
    private static string? Conserved(World world) =>
        Each(world).All(static one => one.EffectiveBalanceGwei <= one.EffectiveBalanceMaxGwei
            && one.EffectiveBalanceGwei % Spec.Increment == 0
            && (one.ExitEpoch == Spec.FarFuture) == (one.WithdrawableEpoch == Spec.FarFuture))
            ? null
            : "a validator is out of shape";

    private static Command Draw(Dice dice)
    {
        ulong first = (ulong)dice.Below(46);
        ulong count = 1 + (ulong)dice.Below(6);
        ulong gwei = (ulong)dice.Below(80) * Spec.Increment / 2;
        return dice.Below(12) switch
        {
            0 => new DepositValidators(
                default, count, gwei, dice.Of(Credentials.Execution, Credentials.Compounding)),
            1 => new TopUpValidator(default, first, gwei),
            2 => new ExitValidators(default, first, count),
            3 => new WithdrawFromValidator(default, first, gwei),
            4 => new ConsolidateValidators(default, first, (ulong)dice.Below(46)),
            5 => new CompoundValidators(default, first, count),
            6 => new SlashValidators(default, first, count, (ulong)dice.Below(46)),
            7 or 8 => new SetDuties(default, first, count, (Duties)dice.Below(8)),
            9 => new AdvanceEpochs(default, 300),
            _ => new AdvanceEpochs(default, 1 + (ulong)dice.Below(20)),
        };
    }
}
