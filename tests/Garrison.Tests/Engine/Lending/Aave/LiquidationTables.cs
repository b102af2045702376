namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>Liquidations and bad debt: every refusal, in the contract's order, and what is taken.</summary>
public sealed class LiquidationTables
{
    // Alice owes 2,400 tB against one tA.
    private const string Debt = """
        supply bob tB 10000e6                      ok
        supply alice tA 1e18                       ok
        borrow alice tB 2400e6                     ok
        """;

    [Fact]
    public void Refusals() => AaveScript.Play(Debt + """

        liquidate liq tX tB alice 1                EmptyRevert
        liquidate liq tA tX alice 1                EmptyRevert
        pause admin tA on                          ok
        liquidate alice tA tB alice 1              SelfLiquidation
        liquidate liq tA tB alice 1                ReservePaused
        pause admin tA off 14401                   InvalidGracePeriod
        pause admin tA off 14400                   ok
        liquidate liq tA tB alice 1                LiquidationGraceSentinelCheckFailed
        tick 14400                                 ok
        liquidate liq tA tB alice 1                LiquidationGraceSentinelCheckFailed
        endGrace bob tA                            CallerNotPoolOrEmergencyAdmin
        endGrace admin tA                          ok
        liquidate liq tB tA alice 1                HealthFactorNotBelowThreshold
        price tA 2800e8                            ok
        liquidate liq tB tA alice 1                CollateralCannotBeLiquidated
        liquidate liq tA tA alice 1                SpecifiedCurrencyNotBorrowedByUser
        liquidate liq tA tB alice 0                InvalidBurnAmount
        liquidate nemo tA tB alice all             ERC20:_transfer_amount_exceeds_balance
        """);

    [Fact]
    public void A_reserve_out_of_use() => AaveScript.Play("""
        switch admin Active tB off                 ok
        liquidate liq tB tA alice 1                ReserveInactive
        liquidate liq tA tB alice 1                ReserveInactive
        """);

    // Health 0.83 · 2,800 / 2,400 = 0.968: half of the debt, 1,200. It pays 1,200 / 2,800 of a tA and 5 %:
    // 449999999999999999, of which the bonus is 21428571428571429, and the treasury's tenth of it, up,
    // 2142857142857143.
    [Fact]
    public void Half_of_a_debt() => AaveScript.Play(Debt + """

        price tA 2800e8                            ok
        liquidate liq tA tB alice all              ok
        owed alice tB                              = 1200e6
        wallet liq tA                              = 447857142857142856
        supplied treasury tA                       = 2142857142857143
        supplied alice tA                          = 550000000000000001
        liquidity tB                               = 8800e6
        liquidity tA                               = 552142857142857144
        """);

    // What the liquidator takes inside the pool backs nothing until he says so.
    [Fact]
    public void Supply_instead_of_tokens() => AaveScript.Play(Debt + """

        price tA 2800e8                            ok
        liquidate liq tA tB alice all inside       ok
        wallet liq tA                              = 0
        supplied liq tA                            = 447857142857142856
        backs liq                                  = 0
        liquidity tA                               = 1e18
        """);

    // At 2,740 the health is 0.947, and all of the debt can be paid; but 900 of it cannot be left alone,
    // nor 400 dollars of the collateral.
    [Fact]
    public void No_dust_is_left() => AaveScript.Play(Debt + """

        price tA 2740e8                            ok
        liquidate liq tA tB alice 1500e6           MustNotLeaveDust
        liquidate liq tA tB alice 1400000001       MustNotLeaveDust
        liquidate liq tA tB alice 1400e6           ok
        owed alice tB                              = 1000e6
        """);

    // A debt or collateral below 2,000 dollars is paid whole.
    [Fact]
    public void Small_debts_are_paid_whole() => AaveScript.Play("""
        supply bob tB 10000e6                      ok
        supply alice tA 6e17                       ok
        borrow alice tB 1440e6                     ok
        price tA 2850e8                            ok
        liquidate liq tA tB alice all              ok
        owed alice tB                              = 0
        debt alice                                 = 0
        """);

    // At 1,000 dollars one tA pays ⌈1,000 / 1.05⌉; the rest of the debt nobody pays. The bonus in the tA is
    // 47619047619047620, and the treasury's part of it 4761904761904762.
    [Fact]
    public void Bad_debt() => AaveScript.Play(Debt + """

        cover bob tB 1                             CallerNotUmbrella
        cover umbrella tB 0                        InvalidAmount
        cover umbrella tB 1                        ReserveNotInDeficit
        price tA 1000e8                            ok
        liquidate liq tA tB alice all              ok
        wallet liq tA                              = 995238095238095238
        supplied treasury tA                       = 4761904761904762
        supplied alice tA                          = 0
        owed alice tB                              = 0
        deficit tB                                 = 1447619047
        liquidity tB                               = 8552380953
        cover umbrella tB 1                        NotEnoughAvailableUserBalance
        supply umbrella tB 1000e6                  ok
        cover umbrella tB 1000e6                   ok
        backs umbrella                             = 0
        deficit tB                                 = 447619047
        supply umbrella tB 1000e6                  ok
        borrow umbrella tB 1                       ok
        cover umbrella tB 1                        UserCannotHaveDebt
        repay umbrella tB all                      ok
        cover umbrella tB 500e6                    ok
        deficit tB                                 = 0
        supplied umbrella tB                       = 552380953
        """);

    // Debt in a second token is written off with the first.
    [Fact]
    public void Bad_debt_in_two_tokens() => AaveScript.Play("""
        supply bob tB 10000e6                      ok
        supply bob tA 1e18                         ok
        supply alice tA 1e18                       ok
        borrow alice tB 2000e6                     ok
        borrow alice tA 1e17                       ok
        price tA 1000e8                            ok
        liquidate liq tA tB alice all              ok
        owed alice tA                              = 0
        owed alice tB                              = 0
        debt alice                                 = 0
        deficit tA                                 = 1e17
        deficit tB                                 = 1047619047
        """);

    // 1 tA at 2,800 carries 2,324 of 2,400 dollars. Half of the loan buys 1200 · 1.05 / 2800 = 0.45 tA, and
    // the 0.55 left carry 1,278.2 of 1,200. At 2,000 they carry 913 of 1,200, and the 1,100 that they are
    // worth do not pay for all: the rest is a deficit, 1200 − 1100 / 1.05, down.
    [Fact]
    public void A_liquidation_mends_a_loan_that_is_covered() => AaveScript.Play("""
        supply bob tB 100000e6                     ok
        supply alice tA 1e18                       ok
        borrow alice tB 2400e6                     ok
        price tA 2800e8                            ok
        health alice                               = 968333333333333333
        liquidate liq tA tB alice all              ok
        owed alice tB                              = 1200e6
        health alice                               = 1065166666666666666
        price tA 2000e8                            ok
        liquidate liq tA tB alice all              ok
        owed alice tB                              = 0
        deficit tB                                 = 152380952
        """);
}
