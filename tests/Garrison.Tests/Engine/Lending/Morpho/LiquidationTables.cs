namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>Liquidations: every refusal, in the contract's order, and who bears what.</summary>
public sealed class LiquidationTables
{
    private const string Loan = """
        supply alice M 1000                        ok
        collateral bob M 1000                      ok
        borrow bob M 860                           ok
        """;

    [Fact]
    public void Refusals() => MorphoScript.Play($"""
        liquidate carol X bob 0                    market_not_created
        liquidate carol M bob 0                    inconsistent_input
        liquidate carol M bob both                 inconsistent_input
        liquidate carol M bob 1                    position_is_healthy
        {Loan}
        liquidate carol M bob 1                    position_is_healthy
        post rep P 0.999e36                        ok
        liquidate carol M bob s860000001           Panic(0x11)
        liquidate carol M bob s4e38                max_uint128_exceeded
        liquidate carol M bob 1001                 Panic(0x11)
        liquidate carol M bob 4e38                 max_uint128_exceeded
        liquidate dave M bob 1                     transferFrom_reverted
        post rep P 0                               ok
        liquidate carol M bob s1                   Panic(0x12)
        """);

    // The incentive at 86 % is 1.0438. 100 are worth 95, for which ⌈95/1.0438⌉ = 92 are repaid. 100 that
    // are repaid buy ⌊⌊104.38⌋/0.95⌋ = 109. At last ⌈395.5⌉ are repaid with ⌈396/1.0438⌉ = 380; of the
    // 668 that were owed 288 are lost.
    [Fact]
    public void Any_part_is_liquidated_and_what_is_not_covered_is_lost_at_once() => MorphoScript.Play($"""
        {Loan}
        post rep P 0.95e36                         ok
        liquidate carol M bob 100                  ok
        collateralOf M bob                         = 900
        debtOf M bob                               = 768e6
        owed M                                     = 768
        liquidate carol M bob s100e6               ok
        collateralOf M bob                         = 791
        debtOf M bob                               = 668e6
        lent M                                     = 1000
        tokens tC carol                            = 10000000000000000000000000000000000000209
        tokens tL carol                            = 9999999999999999999999999999999999999808
        post rep P 0.5e36                          ok
        liquidate carol M bob 791                  ok
        lent M                                     = 712
        owed M                                     = 0
        owedShares M                               = 0
        debtOf M bob                               = 0
        tokens tL morpho                           = 712
        lentShares M                               = 1000e6
        """);

    [Fact]
    public void What_is_lost_is_lost_by_the_lenders_of_one_market_alone() => MorphoScript.Play($"""
        {Loan}
        supply alice N 1000                        ok
        post rep P 1                               ok
        liquidate carol M bob 1000                 ok
        lent M                                     = 141
        lent N                                     = 1000
        withdraw alice M s1000000000               ok
        tokens tL alice                            = 9999999999999999999999999999999999998141
        """);

    // A loan is liquidated when it exceeds 86 % of ⌊1000 · price⌋, not before.
    [Theory]
    [InlineData("1e36", "position_is_healthy")]
    [InlineData("0.999999999999999999e36", "ok")]
    public void A_loan_is_liquidated_from_one_unit_of_price_on(string price, string outcome) =>
        MorphoScript.Play($"""
            {Loan}
            liquidatedBelow M bob                  = 1e36
            post rep P {price}                     ok
            liquidate carol M bob 1                {outcome}
            """);

    // The price below which not all of 860 is repaid for 1000: ⌈860 · 1.0438⌉ = 898 of 1000.
    [Fact]
    public void A_loan_is_covered_down_to_the_price_of_bad_debt() => MorphoScript.Play($"""
        {Loan}
        badBelow M bob                             = 0.898e36
        post rep P 0.898e36                        ok
        liquidate carol M bob s860e6               ok
        lent M                                     = 1000
        debtOf M bob                               = 0
        """);

    [Fact]
    public void Below_it_not_all_is_repaid() => MorphoScript.Play($"""
        {Loan}
        post rep P 0.896e36                        ok
        liquidate carol M bob s860e6               Panic(0x11)
        liquidate carol M bob 1000                 ok
        lent M                                     = 999
        """);

    // The last share owes an asset, rounded up, but the market is owed none any more: none is lost.
    [Fact]
    public void No_more_is_lost_than_all_that_is_owed() => MorphoScript.Play($"""
        {Loan}
        repay bob M s859999999                     ok
        owed M                                     = 0
        debtOf M bob                               = 1
        post rep P 0                               ok
        liquidate carol M bob 1000                 ok
        debtOf M bob                               = 0
        owedShares M                               = 0
        lent M                                     = 1000
        tokens tL carol                            = 1e40
        """);

    // A price that is stale is read on.
    [Fact]
    public void A_stale_price_counts() => MorphoScript.Play("""
        posted F 36 1e36 3600 0                    ok
        create alice Q tL tC F nobody 0.86e18      ok
        supply alice Q 1000                        ok
        collateral bob Q 1000                      ok
        pass 3601                                  ok
        stale F                                    = 1
        borrow bob Q 861                           insufficient_collateral
        borrow bob Q 860                           ok
        """);

    // A share that is repaid with a whole asset makes the pool uneven: from there on 861·10⁶ − 1 shares stand
    // for 860 assets. ⌊100 · 860999999/860⌋ = 100116278; then ⌈10 · 760883721/760⌉ = 10011628; and
    // ⌊5999999 · 770/770895349⌋ = 5. At 0.8, 11 are worth ⌈8.8⌉ = 9, for ⌈9/1.0438⌉ = 9 or
    // ⌈9 · 776895348/775⌉ = 9022011 shares, for ⌈9.0000003⌉ = 10. 77777777 shares are ⌊77.48⌋ = 77, which buy
    // ⌊⌊80.37⌋/0.8⌋ = 100, and cost 78.
    [Fact]
    public void A_loan_is_rounded_against_whoever_acts() => MorphoScript.Play($"""
        {Loan}
        repay bob M s1                             ok
        owed M                                     = 859
        repay alice M 100 bob                      ok
        owedShares M                               = 759883721
        borrow bob M 10                            ok
        owedShares M                               = 769895349
        borrow bob M s5999999                      ok
        owed M                                     = 774
        post rep P 0.8e36                          ok
        liquidate carol M bob 11                   ok
        owed M                                     = 764
        owedShares M                               = 766873337
        liquidate carol M bob s77777777            ok
        owed M                                     = 686
        owedShares M                               = 689095560
        collateralOf M bob                         = 889
        """);

    // After a loss of 380 there are 1001·10⁶ shares for 621 assets: ⌈100 · 1001·10⁶/621⌉ are burned, and one
    // less is minted again. Then 5000000 shares are 3.1 assets: 3 are paid out, 4 are paid in.
    [Fact]
    public void Lending_is_rounded_against_whoever_acts() => MorphoScript.Play($"""
        {Loan}
        post rep P 0.5e36                          ok
        liquidate carol M bob 1000                 ok
        lent M                                     = 620
        withdraw alice M 100                       ok
        sharesOf M alice                           = 838808373
        supply alice M 100                         ok
        sharesOf M alice                           = 999999999
        withdraw alice M s5000000                  ok
        lent M                                     = 617
        supply alice M s5000000                    ok
        lent M                                     = 621
        """);
}
