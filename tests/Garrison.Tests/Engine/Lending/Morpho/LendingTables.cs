namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>What lenders and borrowers do: every refusal, in the contract's order.</summary>
public sealed class LendingTables
{
    // An empty pool counts 10⁶ shares for one asset, and so does one without interest.
    [Fact]
    public void Supplies() => MorphoScript.Play("""
        supply alice X 0 nobody                    market_not_created
        supply alice M 0 nobody                    inconsistent_input
        supply alice M both nobody                 inconsistent_input
        supply alice M 1 nobody                    zero_address
        supply alice M 6e76                        Panic(0x11)
        supply alice M 4e32                        max_uint128_exceeded
        supply dave M 1                            transferFrom_reverted
        supply alice M 100                         ok
        lent M                                     = 100
        lentShares M                               = 1e8
        sharesOf M alice                           = 1e8
        supply alice M s1 bob                      ok
        lent M                                     = 101
        sharesOf M bob                             = 1
        tokens tL morpho                           = 101
        supply alice M s4e38                       max_uint128_exceeded
        supply alice M s3e38                       ok
        supply alice M s3e38                       Panic(0x11)
        """);

    [Fact]
    public void Withdrawals() => MorphoScript.Play("""
        withdraw alice X 0 bob nobody              market_not_created
        withdraw alice M 0 bob nobody              inconsistent_input
        withdraw alice M both bob nobody           inconsistent_input
        withdraw alice M 1 bob nobody              zero_address
        withdraw alice M 1 bob alice               unauthorized
        withdraw alice M 1                         Panic(0x11)
        supply alice M 1000                        ok
        collateral bob M 1000                      ok
        borrow bob M 600                           ok
        withdraw alice M 1001                      Panic(0x11)
        withdraw alice M s1000000001               Panic(0x11)
        withdraw alice M 401                       insufficient_liquidity
        withdraw alice M 300 alice carol           ok
        tokens tL carol                            = 10000000000000000000000000000000000000300
        sharesOf M alice                           = 700e6
        withdraw bob M 1 alice bob                 unauthorized
        authorize alice bob on                     ok
        withdraw bob M s1000001 alice bob          ok
        lent M                                     = 699
        sharesOf M alice                           = 698999999
        """);

    // 86 % of 1000 can be borrowed; collateral is asked for before liquidity.
    [Fact]
    public void Loans() => MorphoScript.Play("""
        borrow bob X 0 alice nobody                market_not_created
        borrow bob M 0 alice nobody                inconsistent_input
        borrow bob M both alice nobody             inconsistent_input
        borrow bob M 1 alice nobody                zero_address
        borrow bob M 1 alice                       unauthorized
        borrow bob M 4e32                          max_uint128_exceeded
        borrow bob M 1                             insufficient_collateral
        collateral bob M 1000                      ok
        borrow bob M 861                           insufficient_collateral
        borrow bob M 860                           insufficient_liquidity
        supply alice M 1000                        ok
        borrow bob M 861                           insufficient_collateral
        borrow bob M 859                           ok
        borrow bob M s1000000                      ok
        borrow bob M s1                            insufficient_collateral
        owed M                                     = 860
        owedShares M                               = 860e6
        debtOf M bob                               = 860e6
        authorize bob carol on                     ok
        collateral alice M 1 bob                   ok
        collateral alice M 1 bob                   ok
        borrow carol M 1 bob carol                 ok
        tokens tL carol                            = 10000000000000000000000000000000000000001
        """);

    [Fact]
    public void A_loan_needs_a_price() => MorphoScript.Play("""
        create alice Q tL tC F nobody 0.86e18      ok
        supply alice Q 1000                        ok
        collateral bob Q 1000                      ok
        uncollateral bob Q 1                       ok
        borrow bob Q 1                             EmptyRevert
        liquidate carol Q bob 1                    EmptyRevert
        rate F 36 1e36                             ok
        borrow bob Q 1                             ok
        """);

    // The last share of a loan costs an asset, though nothing is owed any more.
    [Fact]
    public void Repayments() => MorphoScript.Play("""
        repay bob X 0 nobody                       market_not_created
        repay bob M 0 nobody                       inconsistent_input
        repay bob M both nobody                    inconsistent_input
        repay bob M 1 nobody                       zero_address
        repay bob M 4e32                           max_uint128_exceeded
        repay bob M 1                              Panic(0x11)
        supply alice M 1000                        ok
        collateral bob M 1000                      ok
        borrow bob M 500                           ok
        repay bob M 501                            Panic(0x11)
        repay bob M s500000001                     Panic(0x11)
        repay dave M 1 bob                         transferFrom_reverted
        repay alice M 100 bob                      ok
        debtOf M bob                               = 400e6
        repay bob M s399999999                     ok
        owed M                                     = 0
        debtOf M bob                               = 1
        repay bob M s1                             ok
        owed M                                     = 0
        debtOf M bob                               = 0
        tokens tL morpho                           = 1001
        """);

    [Fact]
    public void Collateral() => MorphoScript.Play("""
        collateral alice X 0 nobody                market_not_created
        collateral alice M 0 nobody                zero_assets
        collateral alice M 1 nobody                zero_address
        collateral alice M 4e38                    max_uint128_exceeded
        collateral dave M 1 alice                  transferFrom_reverted
        collateral alice M 3e38                    ok
        collateral alice M 3e38                    Panic(0x11)
        uncollateral alice X 0 bob nobody          market_not_created
        uncollateral alice M 0 bob nobody          zero_assets
        uncollateral alice M 1 bob nobody          zero_address
        uncollateral alice M 1 bob                 unauthorized
        uncollateral alice M 4e38                  max_uint128_exceeded
        uncollateral bob M 1                       Panic(0x11)
        collateral alice M 100 bob                 ok
        supply alice M 1000                        ok
        borrow bob M 86                            ok
        uncollateral bob M 1                       insufficient_collateral
        repay bob M 43                             ok
        uncollateral bob M 51                      insufficient_collateral
        uncollateral bob M 50 bob carol            ok
        collateralOf M bob                         = 50
        tokens tC carol                            = 10000000000000000000000000000000000000050
        post rep P 0                               ok
        uncollateral alice M 3e38                  ok
        """);
}
