using Garrison.Engine;
using Garrison.Tests.Engine.Restaking.EigenLayer;

namespace Garrison.Tests.Engine.LiquidRestaking.Issuing;

/// <summary>The preset that follows Puffer.</summary>
public sealed class PufferTables
{
    private const string Hundred = """
        create P                             ok
        deposit alice P ETHER 100e18         ok
        """;

    // Of 10, 5 % and 4 % are fees and 9.1 drip over a day; half of it counts after half a day. 10.455 at
    // 1.0455 are 10 tokens. The rate is a wei short of it: one asset and one share are virtual.
    [Fact]
    public void Rewards_join_the_rate_evenly() => IssuerScript.Play($"""
        {Hundred}
        revenue rich P 19                    NothingToDistribute
        revenue rich P 10e18                 ok
        bal ETHER treasury                   = 0.5e18
        bal ETHER operators                  = 0.4e18
        assets P                             = 100e18
        rate P                               = 1e18
        revenue rich P 1e18                  VaultHasUndepositedRewards
        pass 1 43200                         ok
        pending P                            = 4.55e18
        rate P                               = 1045499999999999999
        deposit bob P ETHER 10.455e18        ok
        bal P bob                            = 10e18
        pass 1 43199                         ok
        pending P                            = 105324074074075
        pass 1 1                             ok
        assets P                             = 119.555e18
        """);

    // 90 for 100 tokens: 0.9 at the request, and 9 for each 10.
    [Fact]
    public void Slash_before_the_request() => IssuerScript.Play($"""
        {Hundred}
        post P ETHER -10e18                  ok
        rate P                               = 0.9e18
        request alice P 10e18                ok
        request alice P 10e18                ok
        finalize keeper P 1                  ok
        claim bob P 2                        ok
        claim bob P 3                        ok
        bal ETHER alice                      = 918e18
        assets P                             = 72e18
        supply P                             = 80e18
        """);

    // 1.0 at the request, 0.9 when it is finalised: whoever waits bears the loss.
    [Fact]
    public void Slash_between_request_and_finalization() => IssuerScript.Play($"""
        {Hundred}
        request alice P 10e18                ok
        request alice P 10e18                ok
        exiting P                            = 20e18
        waiting P                            = 2
        post P ETHER -10e18                  ok
        finalize keeper P 1                  ok
        supply P                             = 80e18
        exited P                             = 18e18
        waiting P                            = 0
        claim alice P 2                      ok
        bal ETHER alice                      = 909e18
        """);

    // 10 each were set aside; the 70 that are left of 80 are the others'.
    [Fact]
    public void Slash_between_finalization_and_claim() => IssuerScript.Play($"""
        {Hundred}
        request alice P 10e18                ok
        request alice P 10e18                ok
        finalize keeper P 1                  ok
        post P ETHER -10e18                  ok
        claim alice P 2                      ok
        bal ETHER alice                      = 910e18
        rate P                               = 0.875e18
        """);

    // 1.1 when it is finalised: whoever waits earns nothing. The 90 that are left of 80 tokens are a wei
    // short of 1.125, for the virtual share.
    [Fact]
    public void Rewards_while_waiting_are_the_others() => IssuerScript.Play($"""
        {Hundred}
        request alice P 10e18                ok
        request alice P 10e18                ok
        post P ETHER 10e18                   ok
        finalize keeper P 1                  ok
        claim alice P 2                      ok
        bal ETHER alice                      = 910e18
        rate P                               = 1124999999999999999
        """);

    // Requests at 1 and 0.9, finalised at 0.95: the lesser of 19 and 19 is set aside, 9.5 + 9 are paid.
    [Fact]
    public void Excess_of_a_batch_comes_back() => IssuerScript.Play($"""
        {Hundred}
        request alice P 10e18                ok
        post P ETHER -10e18                  ok
        request alice P 10e18                ok
        post P ETHER -5e18                   ok
        finalize keeper P 1                  ok
        excess keeper P 1                    NotAllWithdrawalsClaimed
        claim alice P 2                      ok
        claim alice P 3                      ok
        bal ETHER alice                      = 918.5e18
        bal ETHER queue                      = 0.5e18
        excess keeper P 1                    ok
        bal ETHER queue                      = 0
        excess keeper P 1                    AlreadyReturned
        """);

    [Fact]
    public void Refusals_in_order() => IssuerScript.Play($"""
        deposit alice P ETHER 1              NoSuchIssuer
        {Hundred}
        create P                             AlreadyCreated
        fees gov P 251 0                     InvalidExitFeeBasisPoints
        fees keeper P 0 0                    NotOwner
        deposit alice P tA 1e18              AssetNotAccepted
        accept gov P tA                      ok
        deposit alice P tA 1e18              ok
        request alice P 0.009e18             WithdrawalAmountTooLow
        request alice P 100.1e18             WithdrawalAmountTooHigh
        request alice P 1e18 nobody          WithdrawalToZeroAddress
        request bob P 1e18                   ERC20:_transfer_amount_exceeds_balance
        request alice P 1e18                 ok
        finalize alice P 1                   NotKeeper
        finalize keeper P 1                  BatchesAreNotFull
        finalize keeper P 0                  BatchAlreadyFinalized
        claim alice P 0                      WithdrawalAlreadyCompleted
        claim alice P 2                      NotFinalized
        request alice P 1e18                 ok
        finalize keeper P 1                  ok
        finalize keeper P 1                  BatchAlreadyFinalized
        claim alice P 2                      ok
        claim alice P 2                      WithdrawalAlreadyCompleted
        pause gov P Everything               ok
        deposit alice P ETHER 1              AccessManagedUnauthorized
        request alice P 1                    AccessManagedUnauthorized
        redeem alice P 1                     AccessManagedUnauthorized
        snapshot P 0 1 1 1 1 1 1             NotOfThisIssuer
        """);

    // Three validators take 96 of 100, so 4 are there: the first batch of 4 is paid, the second waits.
    [Fact]
    public void Queue_goes_in_order_as_far_as_there_is_ether() => IssuerScript.Play($"""
        {Hundred}
        register alice P                     ok
        register alice P                     ok
        register alice P                     ok
        provision keeper P 1                 ok
        provision keeper P 2                 ok
        provision keeper P 3                 ok
        provision keeper P 3                 InvalidValidatorState
        request alice P 2e18                 ok
        request alice P 2e18                 ok
        request alice P 1e18                 ok
        request alice P 1e18                 ok
        available P                          = 4e18
        deficit P                            = 2e18
        finalize keeper P 2                  EmptyRevert
        finalize keeper P 1                  ok
        finalize keeper P 2                  EmptyRevert
        settle P 1 32e18 well                ok
        finalize keeper P 2                  ok
        waiting P                            = 0
        """);

    // 1 % of 10 stays for the others: 9.9 are paid. An issuer without the lane refuses.
    [Fact]
    public void Instant_lane_keeps_a_fee() => IssuerScript.Play($"""
        {Hundred}
        redeem alice P 10e18                 ok
        bal ETHER alice                      = 909.9e18
        assets P                             = 90.1e18
        create S                             ok
        redeem alice S 1                     NotOfThisIssuer
        """);

    // Three validators leave 4: at most 4 tokens, or 3.96 after the fee. With 0.5 % for the treasury 3.94
    // of 4 are paid, and 0.04 stay.
    [Fact]
    public void Instant_lane_at_its_limit() => IssuerScript.Play($"""
        {Hundred}
        register alice P                     ok
        register alice P                     ok
        register alice P                     ok
        provision keeper P 1                 ok
        provision keeper P 2                 ok
        provision keeper P 3                 ok
        instant P alice                      = 3.96e18
        redeem alice P 4000000000000000001   ERC4626ExceededMaxRedeem
        withdraw alice P 3960000000000000001 ERC4626ExceededMaxWithdraw
        fees gov P 100 50                    ok
        instant P alice                      = 3.94e18
        withdraw alice P 3.94e18             ok
        bal ETHER treasury                   = 0.02e18
        bal P alice                          = 90e18
        available P                          = 0.04e18
        """);

    // A bond of 2. Slashed, all of it burns: at 31 the holders gain 1, at 29 they lose 1. Not slashed and
    // half an ether short, half burns. More than the bond cannot burn.
    [Fact]
    public void Bond_is_the_first_loss() => IssuerScript.Play($"""
        {Hundred}
        register alice P                     ok
        register alice P                     ok
        register alice P                     ok
        provision keeper P 1                 ok
        provision keeper P 2                 ok
        provision keeper P 3                 ok
        assets P                             = 100e18
        settle P 1 31.5e18 well              ok
        supply P                             = 99.5e18
        rate P                               = 1e18
        bal P alice                          = 95.5e18
        settle P 2 29e18 well                Panic(0x11)
        settle P 2 31e18 slashed             ok
        assets P                             = 98.5e18
        supply P                             = 97.5e18
        settle P 3 29e18 slashed             ok
        assets P                             = 95.5e18
        supply P                             = 95.5e18
        settle P 3 29e18 slashed             InvalidValidatorState
        """);

    [Fact]
    public void Rewards_of_validators_are_minted_before_they_are_paid_in() => IssuerScript.Play($"""
        {Hundred}
        mintRewards keeper P 10e18           ok
        bal P keeper                         = 10e18
        rate P                               = 1e18
        rewards rich P 10e18                 ok
        rate P                               = 1e18
        assets P                             = 110e18
        """);

    // 50 of tA are staked in EigenLayer by the issuer itself; a tenth is slashed there, and the rate falls
    // at once from 1 to 145/150.
    [Fact]
    public void Stake_in_EigenLayer_counts_as_it_is()
    {
        Script script = Script.Play("""
            join op op avs/1                      ok
            """);
        World world = script.World;
        IssuerScript.Play(world, $"""
            mint ETHER alice 100e18              ok
            mint tA alice 50e18                  ok
            {Hundred}
            accept gov P tA                      ok
            backing P tA EigenLayer A            ok
            deposit alice P tA 50e18             ok
            """);
        script.PlayLines("""
            deposit P A 50e18                     ok
            delegate P op                         ok
            pass 6                                ok
            allocate op op avs/1 A 1e18           ok
            pass 6                                ok
            """);
        IssuerScript.Play(world, "assets P = 150e18");
        script.PlayLines("slash avs avs/1 op A 0.1e18   ok");
        IssuerScript.Play(world, """
            assets P                             = 145e18
            rate P                               = 966666666666666666
            """);
    }
}
