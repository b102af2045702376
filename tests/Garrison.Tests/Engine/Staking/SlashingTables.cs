using System.Collections.Immutable;

using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Tests.Engine.Staking;

/// <summary>Slashings at the base layer, played to their end.</summary>
public sealed class SlashingTables
{
    private const ulong Ether = Spec.Increment;
    private const ulong Start = 1000;

    // More than the exit queue can take while a slashing is remembered: those at its end escape the
    // correlation. 3.8 of the specification's executed facts.
    [Fact]
    public void The_tail_of_a_mass_slashing_pays_no_correlation_penalty()
    {
        World world = Started([Cohort.Active(17_600, 2048 * Ether, Credentials.Compounding)]);
        _ = Play(world, new SlashValidators(default, 0, 1900, 17_599));
        ulong[] slashed = new ulong[1900];
        while (world.Staking.Slashings.TotalGwei != 0)
        {
            foreach (CorrelationPenalized hit in Play(world, new AdvanceEpochs(default, 1))
                .OfType<CorrelationPenalized>())
            {
                Array.Fill(slashed, hit.PenaltyGwei, (int)hit.First, (int)hit.Count);
            }
        }

        Assert.Equal(Start + 8192, world.Staking.Epoch);
        Assert.Equal(397, slashed.Count(static penalty => penalty == 0));
        int first = Array.IndexOf(slashed, 0UL);
        Assert.All(slashed[first..], static penalty => Assert.Equal(0UL, penalty));
        Assert.Equal(3_078_144, first * 2048);

        // Nothing falls due for them later either.
        Cohort last = world.Staking.ValidatorAt(1899);
        Assert.True(last.WithdrawableEpoch - 4096 >= world.Staking.Epoch);
    }

    [Fact]
    public void A_proposer_among_the_slashed_is_paid_for_those_before_it_first()
    {
        // The proposer has next to nothing: what it is paid before its own slashing pays the penalty.
        Cohort full = Cohort.Active(2, 32 * Ether, Credentials.Execution);
        World world = Started(
        [
            full,
            full with { Count = 1, BalanceGwei = 1 },
            full with { Count = 1 },
            full with { Count = 96 },
        ]);
        _ = Play(world, new SlashValidators(default, 0, 4, 2));
        const ulong Penalty = 32 * Ether / 4096;
        Assert.Equal((32 * Ether) - Penalty, world.Staking.ValidatorAt(0).BalanceGwei);
        Assert.Equal(1 + (3 * Penalty), world.Staking.ValidatorAt(2).BalanceGwei);
    }

    [Fact]
    public void Nobody_active_counts_as_one_increment_that_votes()
    {
        World world = Started([Cohort.Active(1, 32 * Ether, Credentials.Execution) with { ExitEpoch = 900 }]);
        _ = Play(world, new AdvanceEpochs(default, 10));
        Assert.Equal(Start + 8, world.Staking.Finality.FinalizedEpoch);
    }

    private static World Started(IReadOnlyList<Cohort> cohorts)
    {
        World world = new();
        StakingParameters parameters = StakingParameters.Electra with { PayloadsPerEpoch = 0 };
        _ = Play(world, new StartStaking(default, parameters, Start, cohorts));
        return world;
    }

    private static ImmutableArray<Event> Play(World world, Command command) =>
        Assert.IsType<Accepted>(world.Execute(command)).Events;
}
