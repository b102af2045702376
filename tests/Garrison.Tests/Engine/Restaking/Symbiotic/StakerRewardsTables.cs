using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Rewards for the holders of a vault: every refusal in the contract's order, and who is paid
/// what.</summary>
public sealed class StakerRewardsTables
{
    // Alice holds 600 of 1000 shares, bob 400. The fee is a tenth.
    private const string Begin = """
        vault V full                                 ok
        pass 3                                       ok
        stake alice V 600                            ok
        stake bob V 400                              ok
        pass 7                                       ok
        pot V 1000                                   ok
        """;

    [Fact]
    public void Deployment() => PeripheryScript.Play("""
        vault V full                                 ok
        pot X 10001 admin:nobody claimer:nobody      NotVault
        pot V 10001 admin:nobody claimer:nobody      MissingRoles
        pot V 0 admin:nobody claimer:nobody          MissingRoles
        pot V 0 admin:nobody setter:nobody           MissingRoles
        pot V 1 admin:nobody claimer:nobody          MissingRoles
        pot V 10001 admin:nobody                     InvalidAdminFee
        pot V 10001 claimer:nobody setter:nobody     InvalidAdminFee
        pot V 1 admin:nobody setter:nobody           ok
        pot X 0                                      AlreadyDeployed
        """);

    [Theory]
    [InlineData("pot V 0 admin:nobody claimer:nobody setter:nobody")]
    [InlineData("pot V 0 admin:nobody")]
    [InlineData("pot V 10000 claimer:nobody setter:nobody")]
    public void Deployments_that_are_sound(string line) => PeripheryScript.Play($"""
        vault V full                                 ok
        {line}                                       ok
        """);

    // What the fee is said to be at most is asked about after the second, and the second's stake after that.
    [Fact]
    public void Refusals_of_a_reward() => PeripheryScript.Play($"""
        reward mid net 500 5                         EmptyRevert
        {Begin}
        reward mid net 500 281473276710656           EmptyRevert
        reward othermid net 0 10 most:999            NotNetworkMiddleware
        reward mid other 0 10 most:999               NotNetworkMiddleware
        reward mid net 0 10 most:999                 InvalidRewardTimestamp
        reward mid net 0 2 most:999                  HighAdminFee
        reward mid net 0 2 most:1000                 InvalidRewardTimestamp
        reward mid net 1e41 3                        ERC20:_transfer_amount_exceeds_balance
        reward mid net 0 3                           InsufficientReward
        reward mid net 500 3                         ok
        reward mid net 500 9                         ok
        rewards                                      = 2
        """);

    [Fact]
    public void A_second_without_stake_is_not_rewarded() => PeripheryScript.Play($"""
        {Begin}
        operatorLimit V op 1000                      ok
        pass 5                                       ok
        slash op V 1000                              ok
        pass 1                                       ok
        reward mid net 500 15                        InvalidRewardTimestamp
        reward mid net 500 14                        ok
        """);

    // A tenth of 500 is 50; of the other 450 alice has 450 · 600 / 1000 = 270.
    // A tenth of 101 is ⌊10.1⌋ = 10; of the other 91 alice has ⌊54.6⌋ = 54 and bob ⌊36.4⌋ = 36, and 1 stays.
    [Fact]
    public void Parts_are_rounded_down() => PeripheryScript.Play($"""
        {Begin}
        reward mid net 500 5                         ok
        reward mid net 101 5                         ok
        fees                                         = 60
        reward 0                                     = 450
        reward 1                                     = 91
        claimable alice                              = 324
        claimable alice 1                            = 270
        claimable bob                                = 216
        claimable mallory                            = 0
        take alice 1                                 ok
        balance tR alice                             = 10000000000000000000000000000000000000270
        next alice                                   = 1
        take alice 10 to:eve                         ok
        balance tR eve                               = 54
        take bob 10 to:eve                           ok
        balance tR eve                               = 270
        takeFees curator eve                         ok
        balance tR pot                               = 1
        """);

    [Fact]
    public void Refusals_of_a_claim() => PeripheryScript.Play($"""
        take alice 1                                 EmptyRevert
        {Begin}
        take alice 0 to:nobody                       InvalidRecipient
        take alice 1                                 NoRewardsToClaim
        reward mid net 500 5                         ok
        take alice 0                                 NoRewardsToClaim
        take alice 1                                 ok
        take alice 1                                 NoRewardsToClaim
        """);

    // The shares of the second of each reward count. A part of 0 is claimed like any other.
    [Fact]
    public void Who_leaves_is_paid_for_the_time_before() => PeripheryScript.Play($"""
        {Begin}
        pass 10                                      ok
        leave alice V 600                            ok
        pass 10                                      ok
        reward mid net 1000 25                       ok
        reward mid net 1000 19                       ok
        claimable alice                              = 540
        claimable bob                                = 1260
        take alice 1 to:eve                          ok
        balance tR eve                               = 0
        next alice                                   = 1
        take alice 1 to:eve                          ok
        balance tR eve                               = 540
        """);

    // Nothing of the slash shows: rewards are by share.
    [Fact]
    public void A_slash_does_not_change_parts() => PeripheryScript.Play($"""
        {Begin}
        operatorLimit V op 1000                      ok
        pass 5                                       ok
        slash op V 500                               ok
        pass 5                                       ok
        reward mid net 1000 17                       ok
        claimable alice                              = 540
        claimable bob                                = 360
        """);

    [Fact]
    public void A_reward_that_is_all_fee_is_none() => PeripheryScript.Play($"""
        {Begin}
        setFee curator 10000                         ok
        reward mid net 500 5                         ok
        rewards                                      = 0
        fees                                         = 500
        take alice 1                                 NoRewardsToClaim
        """);

    [Fact]
    public void The_fee() => PeripheryScript.Play($"""
        {Begin}
        setFee mallory 1000                          AccessControlUnauthorizedAccount
        setFee curator 1000                          AlreadySet
        setFee curator 10001                         InvalidAdminFee
        setFee curator 0                             ok
        fee                                          = 0
        takeFees mallory eve                         AccessControlUnauthorizedAccount
        takeFees curator eve                         InsufficientAdminFee
        setFee curator 2000                          ok
        reward mid net 500 5                         ok
        takeFees curator nobody                      ERC20:_transfer_to_the_zero_address
        takeFees curator eve                         ok
        balance tR eve                               = 100
        takeFees curator eve                         InsufficientAdminFee
        revoke pot ADMIN_FEE_SET_ROLE curator        ok
        setFee curator 0                             AccessControlUnauthorizedAccount
        """);

    // Of a pool of 333 that 1000 shares hold, 100 are ⌊300.3⌋ = 300 shares, and those ⌊99.9⌋ = 99. A tenth of
    // that is ⌊9.9⌋ = 9.
    [Fact]
    public void What_arrives_is_divided()
    {
        PeripheryScript script = PeripheryScript.Play($"""
            {Begin}
            rebasing tX                              ok
            mint tX mid 1000                         ok
            rebase tX 333                            ok
            """);
        Assert.Equal(
            new StakerRewardsDistributed(
                Of("pot"), Of("net"), Of("tX"), 90UL, 9UL, PeripheryScript.Start + 5),
            Last(script, "reward mid net 100 5 token:tX"));
    }

    [Fact]
    public void Events()
    {
        PeripheryScript script = PeripheryScript.Play(Begin);
        (Address pot, Address net, Address token) = (Of("pot"), Of("net"), Of("tR"));
        Assert.Equal(
            new StakerRewardsDistributed(pot, net, token, 450UL, 50UL, PeripheryScript.Start + 5),
            Last(script, "reward mid net 500 5"));
        Accepted claim = Assert.IsType<Accepted>(script.Execute("take alice 7 to:eve"));
        Assert.Equal(
            [
                new Transferred(token, pot, Of("eve"), 270UL),
                new StakerRewardsClaimed(pot, net, token, Of("alice"), 270UL, Of("eve")),
                new StakerRewardsClaimedExtra(pot, net, token, Of("alice"), 0UL, 1UL),
            ],
            claim.Events);

        // As the contract has it: the token, not who was paid.
        Assert.Equal(new AdminFeeClaimed(pot, token, 50UL), Last(script, "takeFees curator eve"));
        Assert.Equal(new AdminFeeSet(pot, 7UL), Last(script, "setFee curator 7"));
    }

    private static Event Last(PeripheryScript script, string line) =>
        Assert.IsType<Accepted>(script.Execute(line)).Events[^1];
}
