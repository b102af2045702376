using System.Collections.Immutable;

using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Tests.Engine.Staking;

/// <summary>What blocks pay: refusals in their order, and figures of the consensus specification.</summary>
public sealed class BlockRewardTables
{
    private const ulong Ether = Spec.Increment;
    private const ulong Now = 1000;
    private const ulong Proposer = 5_000;

    private static readonly Cohort _one = Cohort.Active(1, 32 * Ether, Credentials.Execution);

    // The committee of epoch 1000 was drawn from those active in epoch 512.
    private static readonly Cohort[] _cohorts =
    [
        _one with { Count = 10 },
        _one with { ActivationEpoch = 513 },            // 10
        _one with { ActivationEpoch = Spec.FarFuture }, // 11
        _one with { ExitEpoch = 513 },                  // 12
        _one with { ExitEpoch = 512 },                  // 13
        _one with { IsSlashed = true },                 // 14
        _one with { ActivationEpoch = Now },            // 15
        _one with { ExitEpoch = Now },                  // 16
    ];

    public static TheoryData<Command, string> Refusals => new()
    {
        { Sync(1, 0, [new(0, 10, 51, true)]), "ok" },
        { Sync(32, 0, [new(0, 8, 64, false)]), "ok" },
        { Sync(1, 0, [new(0, 1, 256, true), new(0, 1, 256, false)]), "ok" },
        { Sync(1, 0, []), "ok" },
        { Sync(0, 17, []), "EmptyRange" },
        { Sync(33, 17, []), "TooManySlots" },
        { Sync(ulong.MaxValue, 0, []), "TooManySlots" },
        { Sync(1, 17, [new(0, 0, 1, true)]), "NoSuchValidator" },
        { Sync(1, 11, [new(0, 0, 1, true)]), "NotActive" },
        { Sync(1, 16, [new(0, 0, 1, true)]), "NotActive" },
        { Sync(1, 14, [new(0, 0, 1, true)]), "ProposerSlashed" },
        { Sync(1, 10, [new(0, 0, 1, true)]), "EmptyRange" },
        { Sync(1, 15, [new(17, 1, 0, true)]), "EmptyRange" },
        { Sync(1, 0, [new(17, 1, 513, true)]), "NoSuchValidator" },
        { Sync(1, 0, [new(16, 2, 513, true)]), "NoSuchValidator" },
        { Sync(1, 0, [new(0, 1, 513, true)]), "TooManySeats" },
        { Sync(1, 0, [new(0, 1, ulong.MaxValue, true)]), "TooManySeats" },
        { Sync(1, 0, [new(0, 9, 57, true)]), "TooManySeats" },
        { Sync(1, 0, [new(11, 1, 256, true), new(0, 1, 257, true)]), "TooManySeats" },
        { Sync(1, 0, [new(9, 2, 1, true)]), "NotActive" },
        { Sync(1, 0, [new(11, 1, 1, true)]), "NotActive" },
        { Sync(1, 0, [new(12, 1, 1, true)]), "ok" },
        { Sync(1, 0, [new(13, 1, 1, false)]), "NotActive" },
        { Sync(1, 0, [new(14, 1, 1, true)]), "ok" },
        { Block(0, []), "ok" },
        { Block(17, []), "NoSuchValidator" },
        { Block(11, []), "NotActive" },
        { Block(14, []), "ProposerSlashed" },
        { Block(0, [.. Enumerable.Repeat(new Attestation(Now, []), 8)]), "ok" },
        { Block(0, [.. Enumerable.Repeat(new Attestation(0, []), 9)]), "TooManyAttestations" },
        { Block(0, [new(Now, []), new(Now + 1, [])]), "WrongTargetEpoch" },
        { Block(0, [new(Now - 2, [new(17, 1, Duties.All)])]), "WrongTargetEpoch" },
        { Block(0, [new(Now, [new(0, 0, Duties.All)])]), "EmptyRange" },
        { Block(0, [new(Now, [new(17, 1, Duties.All)])]), "NoSuchValidator" },
        { Block(0, [new(Now, [new(0, ulong.MaxValue, Duties.All)])]), "NoSuchValidator" },
        { Block(0, [new(Now, [new(4, 2, Duties.All), new(5, 8, Duties.Head)])]), "NotAscending" },
        { Block(0, [new(Now, [new(4, 2, Duties.All), new(0, 1, Duties.Head)])]), "NotAscending" },
        { Block(0, [new(Now, [new(4, 2, Duties.All), new(6, 5, Duties.Head)])]), "ok" },
        { Block(0, [new(Now, [new(0, 12, Duties.All)])]), "NotActive" },
        { Block(0, [new(Now, [new(14, 2, Duties.All)])]), "ok" },
        { Block(0, [new(Now - 1, [new(14, 2, Duties.All)])]), "NotActive" },
        { Block(0, [new(Now, [new(16, 1, Duties.All)])]), "NotActive" },
        { Block(0, [new(Now - 1, [new(16, 1, Duties.All)])]), "ok" },
    };

    // Rows of `sync_rewards` of the vectors that the specification's own text computed.
    public static TheoryData<ulong, ulong, ulong> SyncRewards => new()
    {
        { 32, 21, 3 },
        { 1_000, 122, 17 },
        { 524_288, 2_795, 399 },
        { 1_000_000, 3_858, 551 },
        { 20_000_000, 17_242, 2_463 },
        { 30_000_000, 21_114, 3_016 },
        { 34_000_000, 22_502, 3_214 },
        { 35_900_000, 23_075, 3_296 },
        { 36_000_000, 23_139, 3_305 },
        { 40_000_000, 24_414, 3_487 },
        { 60_000_000, 29_869, 4_267 },
        { 120_000_000, 42_114, 6_016 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused_by_its_first_broken_rule(Command command, string outcome)
    {
        World world = Started(_cohorts);
        Receipt receipt = world.Execute(command);
        Assert.Equal(outcome, receipt is Refused refused ? refused.Reason.Name : "ok");
    }

    [Fact]
    public void An_epoch_has_thirty_two_slots()
    {
        World world = Started(_cohorts);
        _ = Play(world, Sync(31, 0, []));
        Assert.Equal("TooManySlots", Refusal(world, Sync(2, 0, [])));
        _ = Play(world, Sync(1, 0, []));
        Assert.Equal("TooManySlots", Refusal(world, Sync(1, 0, [])));
        for (int slot = 0; slot < 32; slot++)
        {
            _ = Play(world, Block(0, []));
        }

        Assert.Equal("TooManySlots", Refusal(world, Block(17, [])));
        _ = Play(world, new AdvanceEpochs(default, 1));
        _ = Play(world, Sync(32, 0, []));
        _ = Play(world, Block(0, []));
    }

    [Theory]
    [MemberData(nameof(SyncRewards))]
    public void A_slot_pays_the_committee_and_its_proposer(ulong ether, ulong participant, ulong proposer)
    {
        // The committee has left and does not count as active stake.
        Cohort left = _one with { ExitEpoch = Now };
        Cohort rest = Cohort.Active(ether / 8, 8 * Ether, Credentials.Execution);
        World world = Started([left with { Count = 4 }, rest]);
        Assert.Equal(
            [
                new SyncCommitteeRewarded(0, 2, 3 * 200 * participant),
                new SyncCommitteePenalized(2, 1, 3 * 111 * participant),
                new ProposerRewarded(4, 3 * 400 * proposer),
            ],
            Play(world, Sync(3, 4, [new(0, 2, 200, true), new(2, 1, 111, false)])));
        Assert.Equal((32 * Ether) + (600 * participant), world.Staking.ValidatorAt(1).BalanceGwei);
        Assert.Equal((32 * Ether) - (333 * participant), world.Staking.ValidatorAt(2).BalanceGwei);
        Assert.Equal(32 * Ether, world.Staking.ValidatorAt(3).BalanceGwei);
        Assert.Equal((8 * Ether) + (1_200 * proposer), world.Staking.ValidatorAt(4).BalanceGwei);
    }

    // At 32,000 ether a seat is worth 690 gwei a slot, and a bit 98 to its proposer: here 3 bits come before
    // the proposer's own seats and 4 after them.
    [Theory]
    [InlineData(100, 1, 392)]
    [InlineData(100, 2, 392)]
    [InlineData(2_000, 1, 1_992)]
    [InlineData(2_000, 2, 612)]
    public void An_absent_proposer_pays_and_is_paid_in_the_order_of_the_committee(
        ulong balance, ulong seats, ulong left)
    {
        World world = Started([_one with { Count = 999 }, _one with { BalanceGwei = balance }]);
        _ = Play(world, Sync(2, 999, [new(0, 3, 1, true), new(999, 1, seats, false), new(3, 2, 2, true)]));
        Assert.Equal(left, world.Staking.ValidatorAt(999).BalanceGwei);
    }

    // At 35.9 million ether, with a base reward of 337 gwei for each ether.
    [Fact]
    public void Each_attestation_pays_its_proposer_for_new_votes_rounded_down()
    {
        const ulong Small = 1000;
        World world = Started(
        [
            _one with { Count = Small },
            Cohort.Active(100, 17 * Ether, Credentials.Execution),
            Cohort.Active(1_120_821, 32 * Ether, Credentials.Execution),
            _one with { EffectiveBalanceGwei = 28 * Ether },
        ]);
        Assert.Equal(35_900_000 * Ether, world.Staking.TotalActiveGwei());
        Attestation three = new(Now, [new(Small, 3, Duties.Target)]);
        Attestation single = new(Now, [new(Small, 1, Duties.Target)]);
        Assert.Equal(1_299_857UL, Paid(world, [new(Now - 1, [new(0, 1000, Duties.All)])]));
        Assert.Equal(0UL, Paid(world, [new(Now, [new(0, 1000, Duties.None)])]));
        Assert.Equal(997UL, Paid(world, [three]));
        Assert.Equal(996UL, Paid(world, [single, single, single]));
        Assert.Equal(
            (32 * Ether) + 1_299_857 + 997 + 996, world.Staking.ValidatorAt(Proposer).BalanceGwei);
    }

    // All of a base reward: 54 parts for votes, 2 for the committee, 8 for proposers. Each of the quotients
    // of an epoch rounds down by less than a gwei: three votes of each validator, a bit of each seat and slot
    // twice, an attestation of each slot.
    [Fact]
    public void An_epoch_of_all_duties_pays_the_whole_base_reward_but_for_rounding()
    {
        const ulong Epochs = 10;
        const ulong Count = 32 * 548;
        World world = Started([Cohort.Active(Count, 2048 * Ether, Credentials.Compounding)]);
        for (ulong slot = 0; slot < 32 * Epochs; slot++)
        {
            ulong turn = slot % 32;
            _ = Play(world, Sync(1, slot * 7, [new(slot, 512, 1, true)]));
            _ = Play(world, Block(
                slot * 7, [new(world.Staking.Epoch, [new(turn * Count / 32, Count / 32, Duties.All)])]));
            if (turn == 31) _ = Play(world, new AdvanceEpochs(default, 1));
        }

        ulong earned = 0;
        foreach ((_, Cohort cohort) in world.Staking.Cohorts)
        {
            earned += (cohort.BalanceGwei - (2048 * Ether)) * cohort.Count;
        }

        ulong whole = Count * Rewards.Base(2048 * Ether, Count * 2048 * Ether) * Epochs;
        Assert.InRange(whole - earned, 0UL, ((3 * Count) + (2 * 512 * 32) + 32) * Epochs);
    }

    private static ulong Paid(World world, IReadOnlyList<Attestation> attestations)
    {
        var paid = (ProposerRewarded)Assert.Single(Play(world, Block(Proposer, attestations)));
        Assert.Equal(Proposer, paid.Proposer);
        return paid.AmountGwei;
    }

    private static RecordSyncAggregates Sync(
        ulong slots, ulong proposer, IReadOnlyList<SyncMembers> members) =>
        new(default, slots, proposer, members);

    private static RecordAttestations Block(ulong proposer, IReadOnlyList<Attestation> attestations) =>
        new(default, proposer, attestations);

    private static World Started(IReadOnlyList<Cohort> cohorts)
    {
        World world = new();
        StakingParameters parameters = StakingParameters.Electra with { PayloadsPerEpoch = 0 };
        _ = Play(world, new StartStaking(default, parameters, Now, cohorts));
        return world;
    }

    private static ImmutableArray<Event> Play(World world, Command command) =>
        Assert.IsType<Accepted>(world.Execute(command)).Events;

    private static string Refusal(World world, Command command) =>
        Assert.IsType<Refused>(world.Execute(command)).Reason.Name;
}
