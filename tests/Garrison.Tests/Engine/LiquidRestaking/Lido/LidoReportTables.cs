namespace Garrison.Tests.Engine.LiquidRestaking.Lido;

/// <summary>Reports: every refusal, in the contract's order, and what each does to the rate.</summary>
public sealed class LidoReportTables
{
    // 100 ether are staked, 96 of them with three validators that a report saw.
    private const string Staked = """
        submit alice 100e18                        ok
        deposit dsm 10                             ok
        buffered                                   = 4e18
        wait 86400                                 ok
        report 3 96e18                             ok
        pooled                                     = 100e18
        wait 86400                                 ok

        """;

    [Fact]
    public void Refusals() => LidoScript.Play(Staked + """
        request alice 10e18                        ok
        report 3 96e18 late=1                      InvalidReportTimestamp
        report 3 96e18 batches=1                   ZeroShareRate
        report 3 96e18 batches=2 rate=1e27         InvalidRequestId
        report 2 96e18                             Panic(0x11)
        report 5 0e18                              NegativeTotalPooledEther
        report 4 96e18                             IncorrectReportValidators
        report 3 97e18 withdrawals=1               IncorrectWithdrawalsVaultBalance
        report 3 97e18 rewards=1                   IncorrectELRewardsVaultBalance
        report 3 97e18 burn=1                      IncorrectSharesRequestedToBurn
        report 3 92.6e18                           IncorrectCLBalanceDecrease
        report 3 97e18                             IncorrectCLBalanceIncrease
        report 3 96e18 batches=1 rate=0.99e27      IncorrectSimulatedShareRate
        report 3 96e18 batches=1 rate=1e27         IncorrectRequestFinalization
        wait 7681                                  ok
        report 3 96e18 batches=1 rate=1e27         EmptyRevert
        report 3 96e18                             ok
        report 3 96e18                             RefSlotMustBeGreaterThanProcessingOne
        """);

    // 0.02 of rewards, 10 % of it a fee: 0.002 ether are floor(0.002 · 100 / (100.02 - 0.002)) shares, half
    // of them for the operators.
    [Fact]
    public void Rewards_pay_a_fee() => LidoScript.Play(Staked + """
        fees gov 10e18 ops=11e18                   IncorrectFees
        fees gov 10e18 ops=5e18                    ok
        report 3 96.02e18                          ok
        pooled                                     = 100.02e18
        shares                                     = 100001999640064788338
        shares ops                                 = 999820032394169
        shares treasury                            = 999820032394169
        rate                                       = 1000180000000000000000991580
        submit bob 100.02e18                       ok
        shares bob                                 = 100001999640064788338
        """);

    // The rate may grow by 0.075 %: 0.075 of 100 ether, then 0.07505625 of 100.075.
    [Fact]
    public void Growth_is_cut_and_the_rest_waits() => LidoScript.Play(Staked + """
        ether rewards 0.2e18                       ok
        report 3 96e18 rewards=0.2e18              ok
        pooled                                     = 100.075e18
        ether rewards                              = 0.125e18
        wait 86400                                 ok
        report 3 96e18 rewards=0.125e18            ok
        pooled                                     = 100.15005625e18
        ether rewards                              = 0.04994375e18
        """);

    // Three validators can lose 3 · 1.101 = 3.303 ether in 18 days, and not more in one report or several.
    [Fact]
    public void A_large_loss_is_refused_and_the_rate_stays() => LidoScript.Play(Staked + """
        report 3 92.696e18                         IncorrectCLBalanceDecrease
        rate                                       = 1e27
        report 3 92.697e18                         ok
        rate                                       = 0.96697e27
        wait 86400                                 ok
        report 3 92.696e18                         IncorrectCLBalanceDecrease
        wait 1468799                               ok
        report 3 92.696e18                         IncorrectCLBalanceDecrease
        wait 1                                     ok
        report 3 92.696e18                         ok
        rate                                       = 0.96696e27
        """);

    // The second opinion may be at most 0.5 % above the report: 0.5 of 93.1 ether is too much.
    [Fact]
    public void A_second_opinion_lets_a_large_loss_through() => LidoScript.Play(Staked + """
        opinions gov on                            ok
        report 3 92.6e18                           NegativeRebaseFailedSecondOpinionReportIsNotReady
        opinion 92e18 0                            ok
        report 3 92.6e18                           NegativeRebaseFailedCLBalanceMismatch
        opinion 93.1e18 0                          ok
        report 3 92.6e18                           NegativeRebaseFailedCLBalanceMismatch
        opinion 92.7e18 1                          ok
        report 3 92.6e18                           NegativeRebaseFailedWithdrawalVaultBalanceMismatch
        opinion 92.7e18 0                          ok
        report 3 92.6e18                           ok
        pooled                                     = 96.6e18
        """);

    // A validator leaves with 32 ether, which pays 10 that wait; 4 were in hand.
    [Fact]
    public void A_report_pays_who_waits() => LidoScript.Play(Staked + """
        request alice 10e18                        ok
        wait 86400                                 ok
        deficit                                    = 6e18
        ether withdrawals 32e18                    ok
        report 3 64e18 exited=1 withdrawals=32e18 batches=1 rate=1e27   ok
        pooled                                     = 90e18
        shares                                     = 90e18
        buffered                                   = 26e18
        locked                                     = 10e18
        shares queue                               = 0
        burning                                    = 0
        claims alice 1 1 dave                      ok
        ether dave                                 = 10e18
        deposit dsm 1                              ok
        buffered                                   = 26e18
        """);

    // A fall of 1.5 % between request and report: 10 shares are 9.85 ether.
    [Fact]
    public void Who_waits_shares_a_loss() => LidoScript.Play(Staked + """
        request alice 10e18                        ok
        wait 86400                                 ok
        ether withdrawals 32e18                    ok
        report 3 62.5e18 exited=1 withdrawals=32e18 batches=1 rate=0.985e27   ok
        locked                                     = 9.85e18
        rate                                       = 0.985e27
        """);

    // Nothing is finalised while the queue is paused; the report goes on.
    [Fact]
    public void A_paused_queue_pays_nobody() => LidoScript.Play(Staked + """
        request alice 1e18                         ok
        wait 86400                                 ok
        pauseFor guard 100                         ok
        report 3 96e18 batches=1 rate=1e27         ok
        finalized                                  = 0
        locked                                     = 0
        """);

    // 5 of 110 shares are given, but the rate may grow by 0.075 %: floor(110 · 0.00075 / 1.00075) are burnt.
    [Fact]
    public void Cover_is_burnt_as_far_as_the_limit_goes() => LidoScript.Play(Staked + """
        submit fund 10e18                          ok
        burn fund 0 cover                          ZeroBurnAmount
        burn fund 5e18 cover                       ok
        report 3 96e18 burn=5e18                   ok
        shares                                     = 109917561828628528604
        burning                                    = 4917561828628528604
        pooled                                     = 110e18
        """);

    // Bunker mode counts from the report before, which was a day and a second ago.
    [Fact]
    public void A_report_turns_bunker_mode_on_and_off() => LidoScript.Play(Staked + """
        report 3 95e18 bunker                      ok
        bunker                                     = 1
        deposit dsm 1                              CAN_NOT_DEPOSIT
        wait 86400                                 ok
        report 3 95e18                             ok
        bunker                                     = 0
        """);
}
