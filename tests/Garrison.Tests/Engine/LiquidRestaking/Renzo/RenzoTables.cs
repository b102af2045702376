namespace Garrison.Tests.Engine.LiquidRestaking.Renzo;

/// <summary>What Renzo pays and when: a rate that is live, the least of two, a queue that fills in
/// parts.</summary>
public sealed class RenzoTables
{
    // The buffer takes 20 of the first 100; 80 go to d1, which has less than 60 % of all. Rewards of 10 show
    // at once, so 110 are given for 100.
    [Fact]
    public void Deposits_before_and_after_rewards() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        has alice ez                          = 100e18
        has rqueue tA                         = 20e18
        backing d1 tA                         = 80e18
        post d1 tA 90e18                      ok
        rate                                  = 1.1e18
        give bob tA 110e18                    ok
        has bob ez                            = 100e18
        backing d2 tA                         = 110e18
        give bob ETHER 11e18                  ok
        has bob ez                            = 110e18
        has rqueue ETHER                      = 11e18
        """);

    // ⌊⌊6000 · 200 / 100⌋ / 100⌋ = 120: d1 with 80 is below it, d2 is not asked; then both are above, so the
    // first.
    [Fact]
    public void Deposits_go_where_too_little_is() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        give alice tA 100e18                  ok
        backing d1 tA                         = 80e18
        backing d2 tA                         = 100e18
        give alice tA 10e18                   ok
        backing d1 tA                         = 90e18
        allocation adm d1 0                   ok
        allocation adm d2 0                   ok
        give alice tA 10e18                   ok
        backing d1 tA                         = 100e18
        """);

    // 100 ezETH, 90 tA: 10 ezETH are worth 9 when they are asked for.
    [Fact]
    public void A_slash_before_the_request() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        post d1 tA 70e18                      ok
        ask alice tA 10e18                    ok
        reserve tA                            = 9e18
        """);

    // Worth 10 when asked for, filled at once; slashed by a tenth until it is claimed, so paid 9, and the 10
    // that were set aside are free. The ezETH is part of the supply until then.
    [Fact]
    public void A_slash_between_request_and_claim() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        ask alice tA 10e18                    ok
        reserve tA                            = 10e18
        spare tA                              = 10e18
        supply                                = 100e18
        post d1 tA 70e18                      ok
        rate                                  = 0.9e18
        payout alice 0                        = 9e18
        pass 9                                ok
        take alice 0                          ok
        supply                                = 90e18
        reserve tA                            = 0
        spare tA                              = 11e18
        rate                                  = 0.9e18
        """);

    // Filled before the slash, claimed after it: the slash is still the owner's.
    [Fact]
    public void A_slash_between_filling_and_claim() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        ask alice tA 30e18                    ok
        isFilled alice 0                      = 0
        give bob tA 10e18                     ok
        isFilled alice 0                      = 1
        post d1 tA 69e18                      ok
        rate                                  = 0.9e18
        pass 9                                ok
        take alice 0                          ok
        rate                                  = 0.9e18
        value                                 = 72e18
        """);

    // A rise while waiting is for those who stay: 10 of 110, so 100 for 90.
    [Fact]
    public void Who_waits_is_never_paid_more() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        ask alice tA 10e18                    ok
        post d1 tA 90e18                      ok
        pass 9                                ok
        take alice 0                          ok
        value                                 = 100e18
        rate                                  = 1111111111111111111
        """);

    // 20 to spare: alice asks for 30 and gets these 20 set aside; bob asks for 5 and waits behind her, though
    // 8 would do for him first: they bring her to 28 of 30.
    [Fact]
    public void The_queue_is_in_order_and_fills_in_parts() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        give bob tB 50e18                     ok
        ask alice tA 30e18                    ok
        ask bob tA 5e18                       ok
        queued tA                             = 15e18
        lacking tA                            = 35e18
        pass 9                                ok
        give bob tA 8e18                      ok
        queued tA                             = 7e18
        take bob 0                            QueuedWithdrawalNotFilled
        take alice 0                          QueuedWithdrawalNotFilled
        mint tA d1 30e18                      ok
        let d1 tA rdeposits 30e18             ok
        post d1 tA 78e18                      ok
        fill d1 tA 2e18                       ok
        take bob 0                            QueuedWithdrawalNotFilled
        take alice 0                          ok
        post d1 tA 50e18                      ok
        fill d1 tA 28e18                      ok
        queued tA                             = 0
        spare tA                              = 23e18
        take bob 0                            ok
        """);

    // Half of 20 has to stay. 5 out of 20 leave 15: half of the way, so 1 % + ⌊10 % · 5000 / 10⁴⌋ = 6 %.
    [Fact]
    public void Leaving_at_once_up_to_the_limit() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        instant alice tA 21e18 0              NotEnoughWithdrawBuffer
        instant alice tA 10.000001e18 0       BelowAllowedLimit
        instant alice tA 5e18 4.700001e18     InsufficientOutputAmount
        instant alice tA 5e18 4.7e18          ok
        has ifee tA                           = 0.3e18
        spare tA                              = 15e18
        instant alice tA 5e18 0               ok
        has ifee tA                           = 0.85e18
        instant alice tA 1 0                  BelowAllowedLimit
        supply                                = 90e18
        rate                                  = 1e18
        """);

    // At a buffer fuller than its target: the least fee.
    [Fact]
    public void Leaving_at_once_from_a_full_buffer() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        buffer adm tA 2e18                    ok
        instant alice tA 10e18 0              ok
        has ifee tA                           = 0.1e18
        drawdown adm 10000                    ok
        instant alice tA 8e18 0               Panic(0x12)
        """);

    // Three requests, of which the first is claimed: the third takes its place.
    [Fact]
    public void The_last_request_takes_the_place_of_the_claimed() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        ask alice tA 1e18                     ok
        ask alice tA 2e18                     ok
        ask alice tA 3e18                     ok
        pass 9                                ok
        take alice 0                          ok
        requests alice                        = 2
        idOf alice 0                          = 3
        idOf alice 1                          = 2
        """);

    // A tenth of 10 ether is the fee; the rest fills the buffer first. Tokens count once they are swept.
    [Fact]
    public void Rewards_pay_the_fee() => RenzoVerbs.Play("""
        give alice ETHER 20e18                ok
        rewardsFee adm fees 1000              ok
        rewards bob 10e18                     ok
        has fees ETHER                        = 1e18
        has rdeposits ETHER                   = 9e18
        value                                 = 29e18
        move bob tA rdeposits 10e18           ok
        value                                 = 29e18
        sweep adm tA                          ok
        has fees tA                           = 1e18
        backing d1 tA                         = 9e18
        value                                 = 38e18
        sweep adm tB                          ok
        """);

    // stETH at 0.9 counts as ether as soon as it waits at Lido, and is paid one for one.
    [Fact]
    public void stETH_becomes_ether_at_Lido() => RenzoVerbs.Play("""
        give alice tA 20e18                   ok
        price tA 0.9e18                       ok
        value                                 = 18e18
        toLido adm 10e18                      ok
        value                                 = 19e18
        mint ETHER lido 10e18                 ok
        fromLido adm 2 1                      InvalidRequestId
        fromLido adm 1 10e18                  ok
        value                                 = 19e18
        spare ETHER                           = 10e18
        fromLido adm 1 0                      Panic(0x11)
        """);

    [Fact]
    public void Ether_goes_to_validators_and_comes_back() => RenzoVerbs.Play("""
        give alice ETHER 60e18                ok
        stake adm d2                          ok
        backing d2 ETHER                      = 32e18
        has rdeposits ETHER                   = 8e18
        value                                 = 60e18
        stake adm d2                          InsufficientBalance
        ask alice ETHER 50e18                 ok
        queued ETHER                          = 30e18
        mint ETHER d2 32e18                   ok
        post d2 ETHER 0                       ok
        exited d2 32e18                       ok
        queued ETHER                          = 0
        spare ETHER                           = 2e18
        has rdeposits ETHER                   = 8e18
        """);
}
