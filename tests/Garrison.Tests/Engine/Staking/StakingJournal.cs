using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Tests.Engine.Staking;

/// <summary>A history of the base layer is a journal like any other.</summary>
public sealed class StakingJournal
{
    private const ulong Ether = Spec.Increment;

    [Fact]
    public void Every_command_of_the_base_layer_replays_to_the_same_world()
    {
        World world = new();
        string[] lines = [.. Journal.Record(world, Commands())];
        Assert.DoesNotContain(lines, static line => line.Contains("\"reason\"", StringComparison.Ordinal));
        Assert.Equal(world.Digest(), Journal.Replay(lines).Digest());
    }

    private static IReadOnlyList<Command> Commands() =>
    [
        new StartStaking(
            default,
            StakingParameters.Electra with { ActivationChurnMaxGwei = 64 * Ether },
            1000,
            [
                Cohort.Active(20, 33 * Ether, Credentials.Execution),
                Cohort.Active(5, 100 * Ether, Credentials.Compounding),
            ]),
        new SetDuties(default, 3, 2, Duties.Source | Duties.Head),
        new DepositValidators(default, 2, 32 * Ether, Credentials.Compounding),
        new TopUpValidator(default, 21, Ether),
        new ExitValidators(default, 0, 2),
        new WithdrawFromValidator(default, 22, Ether),
        new ConsolidateValidators(default, 4, 23),
        new CompoundValidators(default, 5, 2),
        new SlashValidators(default, 7, 2, 24),
        new RecordSyncAggregates(
            default, 2, 1, [new SyncMembers(8, 3, 100, true), new SyncMembers(1, 2, 50, false)]),
        new RecordAttestations(
            default, 1, [new Attestation(999, [new NewVotes(0, 12, Duties.All)]), new Attestation(1000, [])]),
        new AdvanceEpochs(default, 300),
    ];
}
