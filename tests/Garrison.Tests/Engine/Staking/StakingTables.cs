using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Tests.Engine.Staking;

/// <summary>What the base layer refuses, and facts that follow from its rules.</summary>
public sealed class StakingTables
{
    private const ulong Ether = Spec.Increment;

    // 0-9 skimmed, 10-19 compounding, 20-21 without an address, 22 young, 23 not active yet.
    private static readonly Cohort[] _cohorts =
    [
        Cohort.Active(10, 33 * Ether, Credentials.Execution),
        Cohort.Active(10, 64 * Ether, Credentials.Compounding),
        Cohort.Active(2, 32 * Ether, Credentials.Bls),
        Cohort.Active(1, 32 * Ether, Credentials.Execution) with { ActivationEpoch = 900 },
        Cohort.Active(1, 32 * Ether, Credentials.Execution) with { ActivationEpoch = Spec.FarFuture },
    ];

    public static TheoryData<Command, string> Refusals => new()
    {
        { new ExitValidators(default, 0, 0), "EmptyRange" },
        { new ExitValidators(default, 24, 1), "NoSuchValidator" },
        { new ExitValidators(default, 23, 2), "NoSuchValidator" },
        { new ExitValidators(default, 1, ulong.MaxValue), "NoSuchValidator" },
        { new ExitValidators(default, 20, 1), "ok" },
        { new ExitValidators(default, 23, 1), "NotActive" },
        { new ExitValidators(default, 22, 1), "TooYoung" },
        { new ExitValidators(default, 0, 1), "ok" },
        { new WithdrawFromValidator(default, 24, 1), "NoSuchValidator" },
        { new WithdrawFromValidator(default, 20, 1), "NoExecutionCredentials" },
        { new WithdrawFromValidator(default, 20, 0), "NoExecutionCredentials" },
        { new WithdrawFromValidator(default, 22, 0), "TooYoung" },
        { new WithdrawFromValidator(default, 0, 0), "ok" },
        { new WithdrawFromValidator(default, 22, 1), "TooYoung" },
        { new WithdrawFromValidator(default, 0, 1), "NotCompounding" },
        { new WithdrawFromValidator(default, 10, 1), "ok" },
        { new ConsolidateValidators(default, 24, 10), "NoSuchValidator" },
        { new ConsolidateValidators(default, 0, 24), "NoSuchValidator" },
        { new ConsolidateValidators(default, 10, 10), "SameValidator" },
        { new ConsolidateValidators(default, 0, 10), "NoConsolidationChurn" },
        { new CompoundValidators(default, 20, 1), "NoExecutionCredentials" },
        { new CompoundValidators(default, 10, 1), "AlreadyCompounding" },
        { new CompoundValidators(default, 23, 1), "NotActive" },
        { new CompoundValidators(default, 0, 2), "ok" },
        { new SlashValidators(default, 0, 25, 0), "NoSuchValidator" },
        { new SlashValidators(default, 0, 1, 24), "NoSuchValidator" },
        { new SlashValidators(default, 23, 1, 0), "NotSlashable" },
        { new SlashValidators(default, 0, 1, 1), "ok" },
        { new DepositValidators(default, 0, 32 * Ether, Credentials.Execution), "EmptyRange" },
        { new DepositValidators(default, 1, Ether - 1, Credentials.Execution), "DepositTooSmall" },
        { new TopUpValidator(default, 24, Ether), "NoSuchValidator" },
        { new TopUpValidator(default, 0, Ether - 1), "DepositTooSmall" },
        { new SetDuties(default, 20, 5, Duties.None), "NoSuchValidator" },
        { new StartStaking(default, StakingParameters.Fulu, 0, []), "AlreadyStarted" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_request_is_refused_by_its_first_broken_rule(Command command, string outcome)
    {
        World world = Started(StakingParameters.Electra, _cohorts);
        Assert.Equal(outcome, Outcome(world, command));
    }

    [Fact]
    public void Nothing_leaves_twice()
    {
        World world = Started(StakingParameters.Electra, _cohorts);
        Assert.Equal("ok", Outcome(world, new WithdrawFromValidator(default, 10, Ether)));
        Assert.Equal("PartialPending", Outcome(world, new ExitValidators(default, 8, 4)));
        Assert.Equal("ok", Outcome(world, new ExitValidators(default, 8, 2)));
        Assert.Equal("AlreadyExiting", Outcome(world, new ExitValidators(default, 9, 1)));
        Assert.Equal("AlreadyExiting", Outcome(world, new CompoundValidators(default, 9, 1)));
        Assert.Equal("ok", Outcome(world, new SlashValidators(default, 9, 1, 0)));
        Assert.Equal("NotSlashable", Outcome(world, new SlashValidators(default, 9, 1, 0)));
        Assert.Equal("NotStarted", Outcome(new World(), new AdvanceEpochs(default, 1)));
    }

    [Fact]
    public void Consolidations_have_a_queue_of_their_own()
    {
        Cohort rest = Cohort.Active(20_000, 2048 * Ether, Credentials.Compounding);
        World world = Started(StakingParameters.Electra, [.. _cohorts, rest]);
        Assert.Equal("NotCompounding", Outcome(world, new ConsolidateValidators(default, 10, 0)));
        Assert.Equal("NotActive", Outcome(Started(
            StakingParameters.Electra,
            [
                .. _cohorts, rest,
                Cohort.Active(1, 32 * Ether, Credentials.Compounding) with { ActivationEpoch = 2000 },
            ]), new ConsolidateValidators(default, 0, 20_024)));
        Assert.Equal("NoExecutionCredentials", Outcome(world, new ConsolidateValidators(default, 20, 10)));
        Assert.Equal("ok", Outcome(world, new ConsolidateValidators(default, 0, 10)));
        Assert.Equal(0UL, world.Staking.Exits.Queue.EarliestEpoch);
        Assert.Equal(1005UL, world.Staking.Consolidations.Queue.EarliestEpoch);
        ulong before = world.Staking.ValidatorAt(10).BalanceGwei;
        Assert.Equal("ok", Outcome(world, new AdvanceEpochs(default, 262)));
        Assert.True(world.Staking.ValidatorAt(10).BalanceGwei >= before + (32 * Ether));
        Assert.Empty(world.Staking.Consolidations.Pending());
    }

    [Fact]
    public void A_new_validator_waits_for_finality_for_churn_and_four_epochs()
    {
        World world = Started(
            StakingParameters.Electra, [Cohort.Active(1000, 32 * Ether, Credentials.Execution)]);
        Assert.Equal("ok", Outcome(world, new DepositValidators(
            default, 10, 32 * Ether, Credentials.Execution)));

        // 128 ether an epoch take four, four and two, once the epoch of the deposits is final.
        ulong[] counts = new ulong[6];
        for (int i = 0; i < counts.Length; i++)
        {
            _ = world.Execute(new AdvanceEpochs(default, 1));
            counts[i] = world.Staking.ValidatorCount;
        }

        Assert.Equal([1000UL, 1004UL, 1008UL, 1010UL, 1010UL, 1010UL], counts);
        _ = world.Execute(new AdvanceEpochs(default, 3));
        Assert.Equal(1009UL, world.Staking.ValidatorAt(1000).ActivationEpoch);
    }

    private static World Started(StakingParameters parameters, IReadOnlyList<Cohort> cohorts)
    {
        World world = new();
        Assert.IsType<Accepted>(world.Execute(new StartStaking(default, parameters, 1000, cohorts)));
        return world;
    }

    private static string Outcome(World world, Command command) =>
        world.Execute(command) is Refused refused ? refused.Reason.Name : "ok";
}
