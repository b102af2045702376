namespace Garrison.Tests.Engine.LiquidRestaking.Kelp;

/// <summary>What Kelp pays and when: a price that is stored, the least of two prices, a queue in
/// order.</summary>
public sealed class KelpTables
{
    // Deposits are at the stored price until somebody updates: 110 for 100 is a rise of 10 %, so the limit is
    // lifted; then 100 tA are ⌊100 / 1.1⌋ rsETH.
    [Fact]
    public void Deposits_before_and_after_rewards() => KelpVerbs.Play("""
        limit adm 0                           ok
        give alice tA 100e18                  ok
        has alice rs                          = 100e18
        post n1 tA 10e18                      ok
        give bob tA 100e18                    ok
        has bob rs                            = 100e18
        update carol                          ok
        price                                 = 1.05e18
        give bob tA 105e18                    ok
        has bob rs                            = 200e18
        """);

    // p' = 1.1, reward = 0.1 · 100 = 10, a tenth is 1 ether; price = (110 − 1) / 100 = 1.09, and the treasury
    // gets ⌊1 / 1.09⌋ = 0.917431192660550458 rsETH.
    [Fact]
    public void A_rise_pays_the_fee_in_new_tokens() => KelpVerbs.Play("""
        limit adm 0                           ok
        fee adm 1000                          ok
        give alice tA 100e18                  ok
        post n1 tA 10e18                      ok
        live                                  = 1.09e18
        update bob                            ok
        price                                 = 1.09e18
        has treasury rs                       = 917431192660550458
        supply                                = 100917431192660550458
        update bob                            ok
        price                                 = 1.09e18
        has treasury rs                       = 917431192660550458
        post n1 tA 0                          ok
        update bob                            ok
        has treasury rs                       = 917431192660550458
        """);

    // Whole percents, rounded down: with 2, anything below 3 % goes through. A loss of 3 % is refused as
    // well, so the token stays at its old price, and is given away at it.
    [Fact]
    public void A_guard_that_refuses_leaves_the_price_stale() => KelpVerbs.Play("""
        give alice tA 100e18                  ok
        post n1 tA 2.999e18                   ok
        isStale                               = 0
        post n1 tA 3e18                       ok
        isStale                               = 1
        live                                  = 1.03e18
        update bob                            RSETHPriceExceedsLimit
        price                                 = 1e18
        give bob tA 1e18                      ok
        has bob rs                            = 1e18
        """);

    // 145 / 100 is 3.3 % below 1.5, and is not booked: 10 rsETH leave with 15 ether, so 90 share 130 rather
    // than 130.5.
    [Fact]
    public void A_loss_beyond_the_guard_stays_with_those_who_stay() => KelpVerbs.Play("""
        limit adm 0                           ok
        give alice ETHER 100e18               ok
        post n2 ETHER 50e18                   ok
        update bob                            ok
        price                                 = 1.5e18
        limit adm 2                           ok
        post n2 ETHER 45e18                   ok
        update bob                            RSETHPriceExceedsLimit
        price                                 = 1.5e18
        ask alice ETHER 10e18                 ok
        toVault opr ETHER 90e18               ok
        pass 40                               ok
        unlock opr ETHER 1                    ok
        take alice ETHER                      ok
        supply                                = 90e18
        worth                                 = 130e18
        """);

    // Penalties count against what is on its way back, and no further.
    [Fact]
    public void Stake_below_0_has_no_price() => KelpVerbs.Play("""
        give alice ETHER 100e18               ok
        left n1 ETHER 3e18                    ok
        post n1 ETHER -1e18                   ok
        total ETHER                           = 102e18
        post n1 ETHER -4e18                   ok
        update bob                            SafeCast:_value_must_be_positive
        """);

    // 100 rsETH for 90 tA; the slash to 0.9 before the request is what the request is worth.
    [Fact]
    public void A_slash_before_the_request() => KelpVerbs.Play("""
        limit adm 0                           ok
        give alice tA 100e18                  ok
        toNode opr kpool 0 tA 50e18           ok
        move n1 tA burnt 50e18                ok
        post n1 tA 40e18                      ok
        update bob                            ok
        price                                 = 0.9e18
        ask alice tA 10e18                    ok
        committed tA                          = 9e18
        """);

    // Expected 10 at 1.0; unlocked at 0.9, so paid 9; a slash after that is not the owner's any more.
    [Fact]
    public void A_slash_between_request_and_unlock_and_one_after_it() => KelpVerbs.Play("""
        limit adm 0                           ok
        give alice tA 100e18                  ok
        ask alice tA 10e18                    ok
        committed tA                          = 10e18
        free tA                               = 90e18
        toNode opr kpool 0 tA 50e18           ok
        move n1 tA burnt 50e18                ok
        post n1 tA 40e18                      ok
        update bob                            ok
        toVault opr tA 50e18                  ok
        owed tA                               = 9e18
        pass 40                               ok
        unlock opr tA 1                       ok
        committed tA                          = 0
        supply                                = 90e18
        worth                                 = 81e18
        post n1 tA 0                          ok
        update bob                            ok
        price                                 = 455555555555555555
        take alice tA                         ok
        has manager tA                        = 0
        has alice tA                          = 9999999999999999999909000000000000000000
        """);

    // A rise while waiting is for those who stay: min(10, 10 · 1.1).
    [Fact]
    public void Who_waits_earns_nothing() => KelpVerbs.Play("""
        limit adm 0                           ok
        give alice tA 100e18                  ok
        ask alice tA 10e18                    ok
        post n1 tA 10e18                      ok
        update bob                            ok
        toVault opr tA 100e18                 ok
        pass 40                               ok
        unlock opr tA 1                       ok
        worth                                 = 100e18
        update bob                            ok
        price                                 = 1111111111111111111
        """);

    // The vault has 15 for 10, 10 and 2: the second stops the third, which would fit.
    [Fact]
    public void The_queue_is_in_order_under_partial_liquidity() => KelpVerbs.Play("""
        give alice tA 100e18                  ok
        give bob tA 100e18                    ok
        ask alice tA 10e18                    ok
        ask bob tA 10e18                      ok
        ask alice tA 2e18                     ok
        toVault opr tA 15e18                  ok
        lacking tA                            = 7e18
        pass 39                               ok
        due tA                                = 0
        unlock opr tA 9                       ok
        waiting tA                            = 3
        pass 1                                ok
        unlock opr tA 9                       ok
        waiting tA                            = 2
        take bob tA                           WithdrawalLocked
        take alice tA                         ok
        take alice tA                         WithdrawalLocked
        toVault opr tA 7e18                   ok
        unlock opr tA 2                       ok
        waiting tA                            = 1
        unlock opr tA 2                       NoPendingWithdrawals
        unlock opr tA 3                       ok
        take alice tA                         ok
        take alice tA                         QueueEmpty
        take bob tA                           ok
        supply                                = 178e18
        """);

    // What is given to any of the contracts counts, as a reward of all.
    [Fact]
    public void Everything_is_counted_where_it_lies() => KelpVerbs.Play("""
        limit adm 0                           ok
        give alice ETHER 60e18                ok
        toNode opr kpool 1 ETHER 20e18        ok
        toVault opr ETHER 20e18               ok
        gift bob 5e18                         ok
        converter 7e18                        ok
        total ETHER                           = 72e18
        move n2 ETHER burnt 10e18             ok
        post n2 ETHER 10e18                   ok
        left n2 ETHER 4e18                    ok
        post n2 ETHER 6e18                    ok
        total ETHER                           = 72e18
        worth                                 = 72e18
        """);

    // Shares of a strategy that is on no chain here are valued as posted.
    [Fact]
    public void Shares_on_their_way_back_are_valued() => KelpVerbs.Play("""
        support adm tX 1e24                   ok
        strategy adm tX elsewhere             ok
        rate elsewhere tX 1.1e18              ok
        left n1 tX 100                        ok
        total tX                              = 110
        left alice tX 100                     CallerNotLRTNodeDelegator
        arrived n1 tX 101                     Panic(0x11)
        arrived n1 tX 100                     ok
        total tX                              = 0
        """);

    // Views say why nothing is known, also where a call would panic: at a loss of everything the fee is
    // divided by a price of 0, and without a price the payout is.
    [Fact]
    public void What_cannot_be_known_says_why() => KelpVerbs.Play("""
        limit adm 0                           ok
        support adm tX 1e24                   ok
        unknownFor tX AssetOracleNotSupported = 1
        owed tX                               = 0
        staleFor nothing                      = 1
        give alice tA 100                     ok
        staleFor AssetOracleNotSupported      = 1
        oracle adm tX feed                    ok
        staleFor nothing                      = 1
        ask alice tA 40                       ok
        unknownFor tA nothing                 = 1
        owed tA                               = 40
        price tA 0                            ok
        unknownFor tA Panic(0x12)             = 1
        owed tA                               = 0
        lacking tA                            = 0
        waiting tA                            = 1
        staleFor Panic(0x12)                  = 1
        live                                  = 0
        update bob                            Panic(0x12)
        price tA 1e18                         ok
        toNode opr kpool 0 tA 100             ok
        move n1 tA burnt 100                  ok
        staleFor Panic(0x12)                  = 1
        unknownFor tA nothing                 = 1
        """);
}
