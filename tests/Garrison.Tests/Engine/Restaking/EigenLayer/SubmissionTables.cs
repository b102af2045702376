using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Rewards submissions of all eight kinds: every refusal in the contract's order, and the
/// fee.</summary>
public sealed class SubmissionTables
{
    private const string Begin = """
        rewards 500 1000                                 ok
        mint tA avs 1000                                 ok
        mint tA emissions 1000                           ok
        mint tA bob 1000                                 ok
        """;

    [Theory]
    [InlineData("payAvs avs")]
    [InlineData("payEigenDA emissions avs")]
    [InlineData("payAll avs")]
    [InlineData("payEarners avs")]
    [InlineData("payUnique avs avs/1")]
    [InlineData("payTotal avs avs/1")]
    public void An_amount_by_stake(string pay) => Script.Play($"""
        {Begin}
        forAll owner avs yes                             ok
        {pay}                                            ok
        {pay} tA 0 -4250 1050 none                       InputArrayLengthZero
        {pay} tA 0 -4250 1050 E                          DurationExceedsMax
        {pay} tA 0 -4250 50 E                            InvalidDurationRemainder
        {pay} tA 0 -4250 0 E                             DurationIsZero
        {pay} tA 0 -4250 1000 E                          InvalidStartTimestampRemainder
        {pay} tA 0 -4100 1000 E                          StartTimestampTooFarInPast
        {pay} tA 0 3100 100 E                            StrategyNotWhitelisted
        {pay} tA 0 3100 100 nobody                       StrategyNotWhitelisted
        {pay} tA 0 3100 100 B,A                          StrategiesNotInAscendingOrder
        {pay} tA 0 3100 100 A,A,E                        StrategiesNotInAscendingOrder
        {pay} tA 0 3100 100 A,E,E                        StrategyNotWhitelisted
        {pay} tA 0 3100 100 A*79228162514264337593543950336 EmptyRevert
        {pay} tA 0 3100 100 A*79228162514264337593543950335 AmountIsZero
        {pay} tA 0 3100 100 A,B                          AmountIsZero
        {pay} tA 1e38 3100 100 A,B                       AmountExceedsMax
        {pay} tA 99999999999999999999999999999999999999 3100 100 A  StartTimestampTooFarInFuture
        {pay} tA 1 2594967200 100 A                      StartTimestampTooFarInFuture
        {pay} tA 2000 3000 100 A,ETH                     ERC20:_insufficient_allowance
        approve avs tA 3000                              ok
        approve emissions tA 3000                        ok
        {pay} tA 2000 3000 100 A,ETH                     ERC20:_transfer_amount_exceeds_balance
        {pay} tA 100 3000 100 A,ETH                      ok
        {pay} tA 100 -4000 1000 A                        ok
        nonce avs                                        = 2
        balance rc tA                                    = 200
        wait 2000                                        ok
        {pay} tA 100 -3100 100 A                         StartTimestampTooFarInPast
        {pay} tA 100 -3000 100 A                         ok
        wait 1                                           ok
        {pay} tA 100 -3000 100 A                         StartTimestampTooFarInPast
        """);

    [Theory]
    [InlineData("payOperators avs avs")]
    [InlineData("payMembers avs avs/1")]
    public void Amounts_to_operators(string pay) => Script.Play($"""
        {Begin}
        {pay}                                            ok
        {pay} tA -4250 1050 none none                    InputArrayLengthZero
        {pay} tA -4250 1050 E none                       DurationExceedsMax
        {pay} tA -4250 50 E none                         InvalidDurationRemainder
        {pay} tA -4250 0 E none                          DurationIsZero
        {pay} tA -4250 100 E none                        InvalidStartTimestampRemainder
        {pay} tA -4100 100 E none                        StartTimestampTooFarInPast
        {pay} tA 0 100 E none                            StrategyNotWhitelisted
        {pay} tA 0 100 A,A none                          StrategiesNotInAscendingOrder
        {pay} tA 0 100 A none                            InputArrayLengthZero
        {pay} tA 2594967200 100 A nobody:0               Panic(0x11)
        {pay} tA 0 100 A nobody:0                        SubmissionNotRetroactive
        {pay} tA -100 100 A nobody:0                     SubmissionNotRetroactive
        {pay} tA -200 100 A nobody:0                     InvalidAddressZero
        {pay} tA -200 100 A Q:1,P:0                      OperatorsNotInAscendingOrder
        {pay} tA -200 100 A P:1,P:0                      OperatorsNotInAscendingOrder
        {pay} tA -200 100 A P:1,nobody:0                 InvalidAddressZero
        {pay} tA -200 100 A P:1,Q:0                      AmountIsZero
        {pay} tA -200 100 A P:1e74,Q:0                   Panic(0x11)
        {pay} tA -200 100 A P:5e73                       AmountExceedsMax
        {pay} tA -200 100 A P:99999999999999999999999999999999999999,Q:1  AmountExceedsMax
        {pay} tA -200 100 A P:99999999999999999999999999999999999998,Q:1  ERC20:_insufficient_allowance
        approve avs tA 3000                              ok
        {pay} tA -200 100 A P:2000                       ERC20:_transfer_amount_exceeds_balance
        {pay} tA -200 100 A,ETH P:60,Q:40                ok
        nonce avs                                        = 1
        balance rc tA                                    = 100
        wait 1                                           ok
        {pay} tA -100 100 A P:60,Q:40                    ok
        """);

    // Each pause bit stops its own functions, before any question of who asks.
    [Theory]
    [InlineData(1, "payAvs mallory", "ok")]
    [InlineData(1, "payEigenDA mallory avs", "UnauthorizedCaller")]
    [InlineData(2, "payAll mallory", "UnauthorizedCaller")]
    [InlineData(16, "payEarners mallory", "UnauthorizedCaller")]
    [InlineData(32, "payOperators mallory avs", "InvalidPermissions")]
    [InlineData(512, "payMembers mallory avs/9", "InvalidPermissions")]
    [InlineData(512, "payMembers avs avs/9", "InvalidOperatorSet")]
    [InlineData(1024, "payUnique mallory avs/9", "InvalidPermissions")]
    [InlineData(1024, "payUnique avs avs/9", "InvalidOperatorSet")]
    [InlineData(2048, "payTotal mallory avs/9", "InvalidPermissions")]
    [InlineData(2048, "payTotal avs avs/9", "InvalidOperatorSet")]
    public void Pauses_come_before_roles(int mask, string pay, string otherwise) => Script.Play($"""
        {Begin}
        pause pauser rc {mask}                           ok
        {pay}                                            CurrentlyPaused
        unpause unpauser rc 0                            ok
        pause pauser rc {4095 - mask}                    ok
        {pay}                                            {otherwise}
        """);

    // ⌊20 %⌋, of each operator's part alone; what everyone gets is free of it.
    [Fact]
    public void The_fee_rounds_down_for_who_pays() => Script.Play($"""
        {Begin}
        approve avs tA 1e6                               ok
        forAll owner avs yes                             ok
        optIn mallory avs yes                            InvalidPermissions
        optIn avs avs yes                                ok
        payAvs avs tA 4 0 100 A                          ok
        balance treasury tA                              = 0
        payAvs avs tA 9 0 100 A                          ok
        balance treasury tA                              = 1
        payUnique avs avs/1 tA 10 0 100 A                ok
        balance treasury tA                              = 3
        payTotal avs avs/1 tA 14 0 100 A                 ok
        balance treasury tA                              = 5
        payOperators avs avs tA -200 100 A P:9,Q:9       ok
        balance treasury tA                              = 7
        payMembers avs avs/1 tA -200 100 A P:4,Q:4       ok
        balance treasury tA                              = 7
        payAll avs tA 100 0 100 A                        ok
        payEarners avs tA 100 0 100 A                    ok
        balance treasury tA                              = 7
        balance rc tA                                    = 256
        nonce avs                                        = 8
        allowance avs tA                                 = 999737
        """);

    [Fact]
    public void The_fee_hangs_on_who_sends() => Script.Play($"""
        {Begin}
        approve bob tA 1e6                               ok
        approve emissions tA 1e6                         ok
        invite avs avs bob                               ok
        accept bob avs                                   ok
        payTotal avs avs/1                               InvalidPermissions
        optIn bob avs yes                                ok
        payTotal bob avs/1 tA 100 0 100 A                ok
        payEigenDA emissions avs tA 100 0 100 A          ok
        balance treasury tA                              = 0
        optIn bob bob yes                                ok
        optIn emissions emissions yes                    ok
        payOperators bob avs tA -200 100 A P:100         ok
        payEigenDA emissions avs tA 100 0 100 A          ok
        balance treasury tA                              = 40
        nonce avs                                        = 4
        nonce bob                                        = 0
        nonce emissions                                  = 0
        """);

    [Fact]
    public void The_owner_s_functions() => Script.Play("""
        rewards 500 1000                                 ok
        rewards 500 1000                                 AlreadyDeployed
        forAll mallory mallory yes                       Ownable:_caller_is_not_the_owner
        activation mallory 0                             Ownable:_caller_is_not_the_owner
        defaultSplit mallory 10001                       Ownable:_caller_is_not_the_owner
        feeTo mallory nobody                             Ownable:_caller_is_not_the_owner
        updater mallory mallory                          Ownable:_caller_is_not_the_owner
        defaultSplit owner 10001                         SplitExceedsMax
        defaultSplit owner 10000                         ok
        feeTo owner nobody                               InvalidAddressZero
        feeTo owner bob                                  ok
        forAll owner alice yes                           ok
        payAll alice                                     ok
        forAll owner alice no                            ok
        payAll alice                                     UnauthorizedCaller
        updater owner nobody                             ok
        root updater zero -1                             UnauthorizedCaller
        """);

    [Fact]
    public void One_of_several_refused_takes_all_back()
    {
        Script script = Script.Play($"""
            {Begin}
            approve avs tA 1000                          ok
            """);
        StrategyMultiplier[] strategies = [new(Of("A"), UInt256.One)];
        Submission good = new(strategies, Of("tA"), 600UL, 1_700_000_000, 100);
        Receipt receipt = script.Execute(new CreateAvsRewardsSubmission(Of("avs"), [good, good]));
        Assert.Equal("ERC20: insufficient allowance", Assert.IsType<Refused>(receipt).Reason.Name);
        Assert.Equal(0UL, script.World.EigenLayer.Rewards.Submissions.Nonce(Of("avs")));
    }

    // A payer's hash covers what is left after the fee; that for everyone covers what was sent.
    [Theory]
    [InlineData("payAvs avs", SubmissionKind.Avs, 80)]
    [InlineData("payUnique avs avs/1", SubmissionKind.UniqueStake, 80)]
    [InlineData("payTotal avs avs/1", SubmissionKind.TotalStake, 80)]
    [InlineData("payAll avs", SubmissionKind.ForAll, 100)]
    [InlineData("payEarners avs", SubmissionKind.ForAllEarners, 100)]
    public void A_hash_covers_what_is_paid(string pay, SubmissionKind kind, ulong amount)
    {
        Script script = Script.Play($"""
            {Begin}
            approve avs tA 1000                          ok
            forAll owner avs yes                         ok
            optIn avs avs yes                            ok
            {pay} tA 100 0 100 A                         ok
            """);
        Submission paid = new([new(Of("A"), UInt256.One)], Of("tA"), amount, 1_700_000_000, 100);
        Submissions submissions = script.World.EigenLayer.Rewards.Submissions;
        Assert.True(submissions.IsSubmitted(kind, Of("avs"), paid.HashFor(Of("avs"), 0)));
        Assert.False(submissions.IsSubmitted(kind, Of("avs"), paid.HashFor(Of("avs"), 1)));
    }

    // The contract subtracts how far back a start may be from the time, and that must not pass zero.
    [Fact]
    public void Too_early_a_time_panics()
    {
        World world = new();
        Address avs = Of("avs");
        Run(world, new AdvanceClock(default, 1, 4_999));
        Run(world, new DeployEigenLayer(
            default, EigenLayerVersion.V1120, Delays.Mainnet, Contracts.Mainnet, default));
        Run(world, new DeployRewards(default, Of("rc"), new RewardsLimits(1, 1, 5_000, 0, 0), default));
        Submission submission = new([new(Of("ETH"), UInt256.One)], Of("tA"), 1UL, 4_999, 1);
        Receipt receipt = world.Execute(new CreateAvsRewardsSubmission(avs, [submission]));
        Assert.Equal("Panic(0x11)", Assert.IsType<Refused>(receipt).Reason.Name);
    }

    private static void Run(World world, Command command) => Assert.IsType<Accepted>(world.Execute(command));
}
