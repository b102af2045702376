using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Tests.Engine.Restaking.EigenLayer;

namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>Who gains and who loses, and when: rewards, losses, the queue, the lane.</summary>
public sealed class EtherFiStories
{
    private const string Report = """
        wait                                     ok
        execute anyone                           ok
        """;

    // 1,000 ether by alice, rewards of 1, then 1,001 by bob for 1,000 shares; rewards of 2 are halved.
    [Fact]
    public void Deposits_before_and_after_rewards() => EtherFiScript.Play($"""
        deposit alice 1000e18                    ok
        pass 7264                                ok
        vote m0 1e18 0 0 0                       ok
        vote m1 1e18 0 0 0                       ok
        {Report}
        eeth alice                               = 1001e18
        deposit bob 1001e18                      ok
        shares bob                               = 1000e18
        rate                                     = 1.001e18
        pass 7200                                ok
        vote m0 2e18 0 0 0                       ok
        vote m1 2e18 0 0 0                       ok
        {Report}
        eeth alice                               = 1002e18
        eeth bob                                 = 1002e18
        rate                                     = 1.002e18
        """);

    // 0.2 of 1,000 ether are lost before alice asks for half of what she has left, 499.9: nobody loses more.
    [Fact]
    public void A_loss_before_the_request() => EtherFiScript.Play($"""
        deposit alice 1000e18                    ok
        create operations 100                    ok
        pass 7264                                ok
        vote m0 m0.2e18 0 0 0                    ok
        vote m1 m0.2e18 0 0 0                    ok
        {Report}
        request alice 499.9e18                   ok
        shares wrn                               = 500e18
        pass 7200                                ok
        vote m0 0 0 1 499.9e18                   ok
        vote m1 0 0 1 499.9e18                   ok
        {Report}
        claimable 1                              = 499.9e18
        claim bob 1                              ok
        tokens ETHER alice                       = 999499.9e18
        eeth alice                               = 499.9e18
        """);

    // Alice and bob have 500 each, and alice asks for all of hers. Then 0.2 of 1,000 is lost: her 500
    // shares are frozen at 0.9998 and pay 499.9. The 0.1 that was put aside too much goes back into the pool.
    [Fact]
    public void A_loss_between_request_and_finalization() => EtherFiScript.Play($"""
        deposit alice 500e18                     ok
        deposit bob 500e18                       ok
        create operations 100                    ok
        request alice 500e18                     ok
        pass 7264                                ok
        vote m0 m0.2e18 0 1 500e18               ok
        vote m1 m0.2e18 0 1 500e18               ok
        {Report}
        frozen 1                                 = 0.9998e18
        claimable 1                              = 499.9e18
        locked                                   = 500e18
        in                                       = 400e18
        claim carol 1                            ok
        tokens ETHER alice                       = 999999.9e18
        locked                                   = 0
        in                                       = 400.1e18
        out                                      = 99.8e18
        eeth bob                                 = 499.9e18
        """);

    // The same, finalized before the loss: alice is paid in full, and bob bears all 0.2.
    [Fact]
    public void A_loss_between_finalization_and_claim() => EtherFiScript.Play($"""
        deposit alice 500e18                     ok
        deposit bob 500e18                       ok
        create operations 100                    ok
        request alice 500e18                     ok
        pass 7264                                ok
        vote m0 0 0 1 500e18                     ok
        vote m1 0 0 1 500e18                     ok
        {Report}
        pass 7200                                ok
        vote m0 m0.2e18 0 1 0                    ok
        vote m1 m0.2e18 0 1 0                    ok
        {Report}
        claimable 1                              = 500e18
        eeth bob                                 = 499.9e18
        claim carol 1                            ok
        tokens ETHER alice                       = 1000000e18
        eeth bob                                 = 499.8e18
        """);

    // Rewards of 1 while alice waits with 500 of 1,000 shares are bob's: she is paid 500 for shares worth
    // 500.5.
    [Fact]
    public void Who_waits_gives_up_the_rewards() => EtherFiScript.Play($"""
        deposit alice 500e18                     ok
        deposit bob 500e18                       ok
        request alice 500e18                     ok
        pass 7264                                ok
        vote m0 1e18 0 1 500e18                  ok
        vote m1 1e18 0 1 500e18                  ok
        {Report}
        frozen 1                                 = 1.001e18
        claimable 1                              = 500e18
        eeth bob                                 = 500.5e18
        claim carol 1                            ok
        eeth bob                                 = 501e18
        """);

    // 1 of 1,000 is lost, and a report may take 0.3: the token stays at its rate, who leaves at once is
    // paid in full, and the loss is known outside only, until the limit is raised.
    [Fact]
    public void A_guard_keeps_the_rate_and_says_so() => EtherFiScript.Play($"""
        deposit alice 500e18                     ok
        deposit bob 500e18                       ok
        holding node ETHER                       ok
        create operations 100                    ok
        post node ETHER 99e18                    ok
        unreportedLoss                           = 1e18
        pass 7264                                ok
        vote m0 m1e18 0 0 0                      ok
        vote m1 m1e18 0 0 0                      ok
        wait                                     ok
        execute anyone                           EtherFiAdmin:_negative_rebase_exceeds_cap
        rate                                     = 1e18
        exitFee timelock ETHER 0                 ok
        redeem alice 500e18 alice ETHER          ok
        tokens ETHER alice                       = 1000000e18
        fall timelock 100                        ok
        execute anyone                           ok
        unreported                               = 0
        eeth bob                                 = 499e18
        """);

    // 35 ether in the pool for requests of 10, 20, 30 and 5: the third is not covered, and the fourth waits
    // behind it, though it would be.
    [Fact]
    public void The_queue_keeps_its_order() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        deposit bob 1e18                         ok
        request alice 10e18                      ok
        request bob 1e18                         ok
        invalidate guardian 2                    ok
        request alice 30e18                      ok
        request alice 5e18                       ok
        create operations 66                     ok
        asked                                    = 45e18
        available                                = 35e18
        deficit                                  = 10e18
        pass 20000                               ok
        stale carol                              ok
        finalized                                = 2
        waiting                                  = 2
        asked                                    = 35e18
        available                                = 25e18
        deficit                                  = 10e18
        """);

    // The lane lets 2,000 out and no more, while the queue is endless.
    [Fact]
    public void The_lane_runs_dry() => EtherFiScript.Play("""
        deposit alice 3000e18                    ok
        deposit bob 1000e18                      ok
        redeem alice 2000e18 alice ETHER         ok
        redeem bob 1e12 bob ETHER                ExceededRedeemable
        request bob 1000e18                      ok
        """);

    // The restaker has 100 stETH with the operator op, who put all behind avs/1; half of it is slashed, and
    // the pool does not know. 50 of 1,100 are 455 bps: that is more than a day's 100 % a year, which cannot
    // be raised, so it takes a report of 17 days and a higher limit until all who hold eETH pay.
    [Fact]
    public void A_slash_in_EigenLayer_is_lost_when_it_is_reported()
    {
        var layer = Script.Open(EigenLayerVersion.V1131);
        var script = EtherFiScript.Play(layer.World, """
            deposit alice 1000e18                ok
            credit liquifier bob 100e18          ok
            mint tA restaker 100e18              ok
            restakes restaker tA A               ok
            holding restaker tA                  ok
            unreported                           = 0
            """);
        layer.PlayLines("""
            deposit restaker A 100e18            ok
            delegate restaker op                 ok
            pass 6                               ok
            allocate op op avs/1 A 1e18          ok
            pass 41                              ok
            join op op avs/1                     ok
            """);
        script.PlayLines($"""
            unreported                           = 0
            redeem alice 1 alice tA              ExceededRedeemable
            pass 7264                            ok
            vote m0 0 0 0 0                      ok
            vote m1 0 0 0 0                      ok
            {Report}
            """);
        layer.PlayLines("""
            slash avs avs/1 op A 0.5e18          ok
            """);
        script.PlayLines($"""
            unreportedLoss                       = 50e18
            rate                                 = 1e18
            pass 7200                            ok
            vote m0 m50e18 0 0 0                 ok
            vote m1 m50e18 0 0 0                 ok
            wait                                 ok
            fall timelock 500                    ok
            execute anyone                       EtherFiAdmin:_TVL_changed_too_much
            rate                                 = 1e18
            unpublish multisig m0 m1             ok
            pass 116000                          ok
            vote m0 m50e18 0 0 0                 ok
            vote m1 m50e18 0 0 0                 ok
            fall timelock 0                      ok
            wait                                 ok
            execute anyone                       EtherFiAdmin:_negative_rebase_exceeds_cap
            fall timelock 500                    ok
            execute anyone                       ok
            unreported                           = 0
            eeth alice                           = 954.545454545454545454e18
            eeth bob                             = 95.454545454545454545e18
            """);
    }
}
