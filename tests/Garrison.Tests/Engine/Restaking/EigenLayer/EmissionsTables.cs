using System.Collections.Immutable;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Emissions: every refusal in the contract's order, and what an epoch pays to whom.</summary>
public sealed class EmissionsTables
{
    private const string Begin = """
        rewards                                                       ok
        emissions                                                     ok
        forAll owner ec                                               ok
        letEmit avs UniqueStake                                       ok
        letEmit avs TotalStake                                        ok
        """;

    private const string AllKinds = $"""
        {Begin}
        add council RewardsForAllEarners 2500 0 0 avs/9 A:1,B:2 A:1   ok
        add council OperatorSetUniqueStake 2500 0 0 avs/1 A:1 B:1 A:0 ok
        add council OperatorSetTotalStake 2000 0 0 avs/1 A:1          ok
        add council EigenDA 1500 0 0 avs/9 B:1                        ok
        add council Manual 500 0 0 avs/9                              ok
        pass 4                                                        ok
        """;

    [Fact]
    public void Deployment_and_the_council() => Script.Play("""
        emissions 40 600 council                                      Panic(0x12)
        rewards                                                       ok
        emissions 41 601 nobody                    EpochLengthNotAlignedWithCalculationInterval
        emissions 41 600 nobody                    StartTimeNotAlignedWithCalculationInterval
        emissions 40 600 nobody                                       InputAddressZero
        emissions 40 600 council                                      ok
        emissions 41 601 nobody                                       AlreadyDeployed
        council council nobody                     Ownable:_caller_is_not_the_owner
        council owner nobody                                          InputAddressZero
        council owner alice                                           ok
        add council Disabled 1 0 0 avs/9                              CallerIsNotIncentiveCouncil
        add alice Manual 1 0 0 avs/9                                  ok
        """);

    [Fact]
    public void Adding() => Script.Play($"""
        {Begin}
        add alice Disabled 10001 0 0 avs/9                            CallerIsNotIncentiveCouncil
        add council Disabled 10001 0 0 avs/9                          CannotAddDisabledDistribution
        add council OperatorSetTotalStake 10001 0 0 avs/9             OperatorSetNotRegistered
        add council OperatorSetUniqueStake 10001 0 0 avs/9            OperatorSetNotRegistered
        add council OperatorSetUniqueStake 10001 0 0 avs/1            TotalWeightExceedsMax
        add council OperatorSetUniqueStake 6000 0 0 avs/1             RewardsSubmissionsCannotBeEmpty
        add council OperatorSetUniqueStake 6000 0 0 avs/1 A:1         ok
        add council Manual 18446744073709551615 0 0 avs/9             TotalWeightExceedsMax
        add council Manual 4001 0 0 avs/9                             TotalWeightExceedsMax
        add council Manual 4000 0 0 avs/9                             ok
        weight                                                        = 10000
        pass 4                                                        ok
        add council OperatorSetTotalStake 1 0 0 avs/9                 AllDistributionsMustBeProcessed
        press 1                                                       ok
        add council OperatorSetTotalStake 1 0 0 avs/9                 AllDistributionsMustBeProcessed
        press 1                                                       ok
        add council OperatorSetTotalStake 1 0 0 avs/9                 OperatorSetNotRegistered
        add council OperatorSetTotalStake 1 0 0 avs/1                 StartEpochMustBeInTheFuture
        add council OperatorSetTotalStake 1 1 0 avs/1                 TotalWeightExceedsMax
        add council EigenDA 0 1 0 avs/1                               RewardsSubmissionsCannotBeEmpty
        add council EigenDA 0 1 0 avs/1 A:1                           ok
        processable                                                   = 2
        press 1                                                       AllDistributionsProcessed
        pass 50                                                       ok
        processable                                                   = 3
        """);

    [Fact]
    public void Updating() => Script.Play($"""
        {Begin}
        update alice 0 Disabled 1 0 0 avs/9                           CallerIsNotIncentiveCouncil
        update council 0 OperatorSetTotalStake 10001 0 0 avs/9        Panic(0x32)
        add council Manual 4000 0 0 avs/9                             ok
        add council Manual 5000 0 0 avs/9                             ok
        update council 0 OperatorSetTotalStake 10001 0 0 avs/9        OperatorSetNotRegistered
        update council 0 OperatorSetTotalStake 5001 0 0 avs/1         TotalWeightExceedsMax
        update council 0 OperatorSetTotalStake 5000 0 0 avs/1         RewardsSubmissionsCannotBeEmpty
        update council 0 Disabled 5000 0 0 avs/1                      RewardsSubmissionsCannotBeEmpty
        update council 0 Disabled 5000 0 0 avs/1 A:1                  ok
        weight                                                        = 10000
        pass 4                                                        ok
        update council 2 Manual 5000 0 0 avs/9                        Panic(0x32)
        update council 0 Manual 5000 0 0 avs/9                        AllDistributionsMustBeProcessed
        press 2                                                       ok
        balance council tE                                            = 500001
        update council 0 Manual 5001 0 0 avs/9                        StartEpochMustBeInTheFuture
        update council 0 Manual 5001 1 0 avs/9                        TotalWeightExceedsMax
        update council 0 Manual 5000 1 0 avs/9                        ok
        pass 50                                                       ok
        press 2                                                       ok
        balance council tE                                            = 1500003
        """);

    [Fact]
    public void Pressing_and_sweeping() => Script.Play($"""
        {Begin}
        pause pauser ec 1                                             ok
        press 1                                                       CurrentlyPaused
        sweep                                                         CurrentlyPaused
        unpause unpauser ec 0                                         ok
        press 1                                                       EmissionsNotStarted
        mint tE ec 7                                                  ok
        sweep                                                         ok
        balance council tE                                            = 7
        add council Manual 9000 0 0 avs/9                             ok
        add council RewardsForAllEarners 1 0 0 avs/9 A:1              ok
        pressable                                                     = 0
        pass 4                                                        ok
        pressable                                                     = 1
        press 0                                                       ok
        balance ec tE                                                 = 1000003
        sweep                                                         ok
        balance ec tE                                                 = 1000003
        pressStarved 1                                                ok
        balance ec tE                                                 = 100001
        press 115792089237316195423570985008687907853269984665640564039457584007913129639935 Panic(0x11)
        pressStarved 1                                                MaliciousCallDetected
        sweep                                                         ok
        balance ec tE                                                 = 100001
        press 1                                                       ok
        balance ec tE                                                 = 99901
        balance rc tE                                                 = 100
        pressable                                                     = 0
        press 1                                                       AllDistributionsProcessed
        sweep                                                         ok
        balance ec tE                                                 = 0
        balance council tE                                            = 999910
        balance tE tX                                                 = 1000003
        sweep                                                         ok
        """);

    [Fact]
    public void Without_distributions_nothing_is_minted() => Script.Play($"""
        {Begin}
        pass 4                                                        ok
        pressable                                                     = 0
        press 1                                                       AllDistributionsProcessed
        sweep                                                         ok
        balance ec tE                                                 = 0
        """);

    [Fact]
    public void A_distribution_counts_from_its_start_for_its_epochs() => Script.Play($"""
        {Begin}
        add council Manual 1 1 2 avs/9                                ok
        pass 4                                                        ok
        press 1                                                       ok
        balance council tE                                            = 0
        pass 50                                                       ok
        press 1                                                       ok
        balance council tE                                            = 100
        pass 50                                                       ok
        press 1                                                       ok
        balance council tE                                            = 200
        pass 50                                                       ok
        press 1                                                       ok
        balance council tE                                            = 200
        pass 100                                                      ok
        press 1                                                       ok
        balance ec tE                                                 = 4999815
        """);

    [Fact]
    public void Epochs_beyond_64_bits_stop_the_button_for_good() => Script.Play($"""
        {Begin}
        add council Manual 1 1 18446744073709551615 avs/9             ok
        pass 4                                                        ok
        press 1                                                       ok
        pass 50                                                       ok
        press 1                                                       Panic(0x11)
        update council 0 Manual 1 2 0 avs/9                           AllDistributionsMustBeProcessed
        """);

    // ⌊1,000,003 · weight⌋, and ⌊ ⌋ again of the parts; what is left is swept.
    [Fact]
    public void An_epoch_of_all_kinds() => Script.Play($"""
        {AllKinds}
        press 99                                                      ok
        nonce ec                                                      = 2
        nonce avs                                                     = 5
        balance rc tE                                                 = 849999
        balance council tE                                            = 50000
        balance ec tE                                                 = 100004
        sweep                                                         ok
        balance council tE                                            = 150004
        pass 50                                                       ok
        press 4                                                       ok
        nonce ec                                                      = 4
        nonce avs                                                     = 10
        balance ec tE                                                 = 150004
        """);

    [Fact]
    public void The_controller_pays_the_fee_that_it_opted_in_to() => Script.Play($"""
        {AllKinds}
        payFee ec                                                     ok
        press 99                                                      ok
        balance feeRecipient tE                                       = 119998
        balance rc tE                                                 = 730001
        balance ec tE                                                 = 100004
        """);

    [Fact]
    public void What_is_submitted()
    {
        Script script = Script.Play($"""
            {AllKinds}
            payFee ec                                                 ok
            press 99                                                  ok
            pass 51                                                   ok
            """);
        const uint start = (uint)EmissionsVerbs.StartSeconds + 600;
        ImmutableArray<Event> events = Accept(script, "press 99");
        Submission[] earners =
        [
            .. events.OfType<RewardsSubmissionForAllEarnersCreated>()
                .Select(static fact => fact.RewardsSubmission),
        ];
        Assert.Equal([2, 1], earners.Select(static one => one.Strategies.Count));
        Assert.All(earners, one => Assert.Equal(
            (Of("tE"), (UInt256)125_000UL, start, 600u),
            (one.Token, one.Amount, one.StartSeconds, one.DurationSeconds)));
        Assert.Equal(
            [5UL, 6UL, 7UL],
            events.OfType<UniqueStakeRewardsSubmissionCreated>().Select(static one => one.SubmissionNonce));
        Assert.All(events.OfType<UniqueStakeRewardsSubmissionCreated>(), one => Assert.Equal(
            (Of("ec"), Set("avs/1"), (UInt256)66_667UL, start, 600u),
            (one.Caller, one.OperatorSet, one.RewardsSubmission.Amount,
                one.RewardsSubmission.StartSeconds, one.RewardsSubmission.DurationSeconds)));
        TotalStakeRewardsSubmissionCreated total =
            Assert.Single(events.OfType<TotalStakeRewardsSubmissionCreated>());
        Assert.Equal((8UL, (UInt256)160_000UL), (total.SubmissionNonce, total.RewardsSubmission.Amount));
        AvsRewardsSubmissionCreated eigenDA = Assert.Single(events.OfType<AvsRewardsSubmissionCreated>());
        Assert.Equal(
            (Of("avs"), 9UL, (UInt256)120_000UL),
            (eigenDA.Avs, eigenDA.SubmissionNonce, eigenDA.RewardsSubmission.Amount));
        Assert.Equal(
            [0UL, 1UL, 2UL, 3UL, 4UL],
            events.OfType<DistributionProcessed>().Select(static one => one.DistributionId));
        Assert.All(events.OfType<DistributionProcessed>(), static one => Assert.True(
            one.Success && one.Epoch == UInt256.One));
    }

    [Fact]
    public void What_the_coordinator_refuses_leaves_nothing_behind_and_stops_nothing()
    {
        Script script = Script.Play($"""
            {Begin}
            add council RewardsForAllEarners 1000 0 0 avs/9 A:1 B:1,A:1   ok
            add council OperatorSetUniqueStake 1000 0 0 avs/1 A:1 D:1     ok
            add council EigenDA 1000 0 0 avs/9 A:1                        ok
            add council Manual 1000 0 0 avs/9                             ok
            deny whitelister D                                            ok
            pause pauser rc 1                                             ok
            pass 4                                                        ok
            """);
        ImmutableArray<Event> events = Accept(script, "press 99");
        Assert.Equal(
            [false, false, false, true],
            events.OfType<DistributionProcessed>().Select(static one => one.Success));
        Assert.Empty(events.OfType<RewardsSubmissionForAllEarnersCreated>());
        Assert.Empty(events.OfType<UniqueStakeRewardsSubmissionCreated>());
        Assert.DoesNotContain(events.OfType<Transferred>(), static moved => moved.To == Of("rc"));
        Assert.Equal(0UL, script.World.EigenLayer.Rewards.Submissions.Nonce(Of("ec")));
        Assert.Equal(0UL, script.World.EigenLayer.Rewards.Submissions.Nonce(Of("avs")));
        Assert.Equal(
            (UInt256)EmissionsVerbs.Inflation, script.World.Ledger.Allowance(Of("tE"), Of("ec"), Of("rc")));
        Assert.IsType<Accepted>(script.Execute(script.Read("sweep")!));
        Assert.Equal(
            (UInt256)EmissionsVerbs.Inflation, script.World.Ledger.Balance(Of("tE"), Of("council")));
    }

    [Theory]
    [InlineData("RewardsForAllEarners")]
    [InlineData("OperatorSetUniqueStake")]
    [InlineData("OperatorSetTotalStake")]
    public void Without_leave_nothing_is_submitted(string kind)
    {
        Script script = Script.Play($"""
            rewards                                                   ok
            emissions                                                 ok
            add council {kind} 1000 0 0 avs/1 A:1                     ok
            pass 4                                                    ok
            """);
        Assert.False(Assert.Single(Accept(script, "press 1").OfType<DistributionProcessed>()).Success);
    }

    // 5 bps of 1,000,003 are 500: one submission more than that is passed over, without an event.
    [Theory]
    [InlineData(500, 1)]
    [InlineData(501, 0)]
    public void More_submissions_than_units_are_passed_over(int submissions, int processed)
    {
        string lists = string.Join(' ', Enumerable.Repeat("A:1", submissions));
        Script script = Script.Play($"""
            {Begin}
            add council RewardsForAllEarners 5 0 0 avs/9 {lists}      ok
            add council RewardsForAllEarners 0 0 0 avs/9 A:1          ok
            pass 4                                                    ok
            """);
        Assert.Equal(processed, Accept(script, "press 9").OfType<DistributionProcessed>().Count());
    }

    [Fact]
    public void A_shorter_distribution_leaves_no_rows_of_a_longer_one()
    {
        Script longer = Script.Play($"""
            {Begin}
            add council EigenDA 1 0 0 avs/1 A:1,B:2,C:3 A:1 A:1       ok
            update council 0 EigenDA 2 3 4 avs/2 A:7 B:1              ok
            """);
        Script shorter = Script.Play($"""
            {Begin}
            add council EigenDA 2 3 4 avs/2 A:7 B:1                   ok
            """);
        Distribution read = longer.World.EigenLayer.Emissions.DistributionOf(0);
        Assert.Equal(shorter.World.Digest(), longer.World.Digest());
        Assert.Equal(
            new[] { (Of("A"), (UInt256)7UL), (Of("B"), UInt256.One) },
            read.Submissions.Select(static list => (list[0].Strategy, list[0].Multiplier)));
    }

    [Theory]
    [InlineData("emissions")]
    [InlineData("add council OperatorSetUniqueStake 1 2 3 avs/1 A:1,B:2 C:3")]
    [InlineData("update council 4 Disabled 1 2 3 avs/1")]
    [InlineData("pressStarved 7")]
    [InlineData("sweep")]
    [InlineData("council owner alice")]
    [InlineData("curve avs avs/1 Bn254")]
    [InlineData("pair op op avs/1 red")]
    [InlineData("unkey op op avs/1")]
    [InlineData("hire avs op op salt 7")]
    [InlineData("cancel op salt")]
    public void Commands_are_read_as_they_were_written(string line)
    {
        string written = EngineJson.Write(Verbs.Command(line.Split(' '), []));
        Assert.Equal(written, EngineJson.Write(EngineJson.ReadCommand(written)));
    }

    [Fact]
    public void Times_to_press()
    {
        Script script = Script.Play(Begin);
        EmissionsController emissions = script.World.EigenLayer.Emissions;
        Assert.Equal(EmissionsController.BeforeStart, emissions.CurrentEpoch);
        Assert.Equal(EmissionsVerbs.StartSeconds, emissions.NextTimeButtonPressable);
        Assert.Equal(UInt256.MaxValue, emissions.LastTimeButtonPressable);
        _ = script.Execute(script.Read("pass 104")!);
        Assert.Equal((UInt256)2UL, emissions.CurrentEpoch);
        Assert.Equal(EmissionsVerbs.StartSeconds + 1800, emissions.NextTimeButtonPressable);
        Assert.Equal(EmissionsVerbs.StartSeconds + 1200, emissions.LastTimeButtonPressable);
    }

    private static ImmutableArray<Event> Accept(Script script, string line) =>
        Assert.IsType<Accepted>(script.Execute(script.Read(line)!)).Events;
}
