namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>What suppliers do: every refusal, in the contract's order.</summary>
public sealed class SupplyTables
{
    // 10²⁷ times 10⁵¹ does not fit in 256 bits, and 10³⁹ does not fit in 128.
    [Fact]
    public void Supplies() => AaveScript.Play("""
        supply alice tX 1                          EmptyRevert
        supply alice tA 1e51                       EmptyRevert
        switch admin Active tA off                 ok
        switch admin Frozen tA on                  ok
        pause admin tA on                          ok
        supply alice tA 0                          InvalidAmount
        supply alice tA 1                          ReserveInactive
        switch admin Active tA on                  ok
        supply alice tA 1                          ReservePaused
        pause admin tA off                         ok
        supply alice tA 1                          ReserveFrozen
        switch admin Frozen tA off                 ok
        supplyCap admin tA 2                       ok
        supply alice tA 3e18 aA                    SupplyToAToken
        supply alice tA 2000000000000000001        SupplyCapExceeded
        supply alice tA 2e18                       ok
        backs alice                                = 0
        supply alice tA 1                          SupplyCapExceeded
        supplyCap admin tA 0                       ok
        supply bob tA 1e39                         SafeCastOverflowedUintDowncast
        supply bob tA 1e37                         SafeCastOverflowedUintDowncast
        supply nemo tA 1                           ERC20:_transfer_amount_exceeds_balance
        switch admin LtvZero tA off                ok
        supply bob tA 5 carol                      ok
        supplied carol tA                          = 5
        backs carol                                = 1
        backs bob                                  = 0
        liquidity tA                               = 2000000000000000005
        """);

    [Fact]
    public void Withdrawals() => AaveScript.Play("""
        withdraw alice tX 1                        EmptyRevert
        withdraw alice tA 0 aA                     WithdrawToAToken
        withdraw alice tA 1e51                     EmptyRevert
        withdraw alice tA 0                        InvalidAmount
        withdraw alice tA all                      InvalidAmount
        withdraw alice tA 1                        NotEnoughAvailableUserBalance
        supply alice tA 1e18                       ok
        pause admin tA on                          ok
        withdraw alice tA 1000000000000000001      NotEnoughAvailableUserBalance
        withdraw alice tA 1                        ReservePaused
        pause admin tA off                         ok
        withdraw alice tA 4e17 dave                ok
        wallet dave tA                             = 4e17
        backs alice                                = 1
        withdraw alice tA all                      ok
        backs alice                                = 0
        supplied alice tA                          = 0
        """);

    // 0.8 tA carry 0.83 · 2,400 = 1,992 dollars of debt.
    [Fact]
    public void Withdrawals_of_debtors() => AaveScript.Play("""
        supply alice tA 1e18                       ok
        supply bob tB 2000e6                       ok
        borrow alice tB 1992e6                     ok
        withdraw bob tB 9e6                        Panic(0x11)
        withdraw bob tB 8e6                        ok
        withdraw alice tA 200000000000000001       HealthFactorLowerThanLiquidationThreshold
        withdraw alice tA 2e17                     ok
        health alice                               = 1e18
        use alice tA off                           HealthFactorLowerThanLiquidationThreshold
        move alice tA 1 bob                        HealthFactorLowerThanLiquidationThreshold
        move bob tB 1 alice                        ok
        """);

    // What gives nothing to borrow against has to leave first.
    [Fact]
    public void Collateral_without_a_loan_to_value_leaves_first() => AaveScript.Play("""
        supply alice tA 1e18                       ok
        supply alice tB 1000e6                     ok
        borrow alice tB 1e6                        ok
        switch admin LtvZero tB on                 ok
        withdraw alice tA 1                        LtvValidationFailed
        move alice tA 1 bob                        LtvValidationFailed
        use alice tA off                           LtvValidationFailed
        withdraw alice tB 1e6                      ok
        use alice tB off                           ok
        withdraw alice tA 1                        ok
        use alice tB on                            UserHasAssetWithZeroLtv
        """);

    [Fact]
    public void Transfers() => AaveScript.Play("""
        move alice tX 1 bob                        EmptyRevert
        move alice tA 1e39 bob                     SafeCastOverflowedUintDowncast
        move alice tA 1e37 bob                     SafeCastOverflowedUintDowncast
        move alice tA 1 bob                        Panic(0x11)
        supply alice tA 10                         ok
        pause admin tA on                          ok
        move alice tA 11 bob                       Panic(0x11)
        move alice tA 1 bob                        ReservePaused
        pause admin tA off                         ok
        move alice tA 4 bob                        ok
        backs bob                                  = 0
        move alice tA 6 alice                      ok
        move alice tA 0 bob                        ok
        backs alice                                = 1
        move alice tA 6 bob                        ok
        backs alice                                = 0
        supplied bob tA                            = 10
        """);

    [Fact]
    public void Collateral() => AaveScript.Play("""
        use alice tX on                            ReserveInactive
        switch admin Active tA off                 ok
        pause admin tA on                          ok
        use alice tA on                            ReserveInactive
        switch admin Active tA on                  ok
        use alice tA off                           ReservePaused
        pause admin tA off                         ok
        use alice tA off                           ok
        use alice tA on                            UnderlyingBalanceZero
        supply alice tA 1                          ok
        use alice tA on                            ok
        use alice tA off                           ok
        backs alice                                = 0
        use alice tA on                            ok
        backs alice                                = 1
        """);

    [Fact]
    public void Categories() => AaveScript.Play("""
        emode alice 0                              ok
        emode alice 1                              InconsistentEModeCategory
        category admin 1 9000 9300 10200           ok
        emode carol 1                              ok
        supply alice tA 1e18                       ok
        supply bob tB 10000e6                      ok
        borrow alice tB 2400e6                     ok
        emode alice 1                              InvalidDebtInEmode
        in admin 1 Borrowable tB on                ok
        isolate admin 1 on                         ok
        emode alice 1                              InvalidCollateralInEmode
        isolate admin 1 off                        ok
        emode alice 1                              ok
        ltv alice                                  = 8000
        in admin 1 Collateral tA on                ok
        ltv alice                                  = 9000
        borrow alice tB 300e6                      ok
        emode alice 0                              HealthFactorLowerThanLiquidationThreshold
        repay alice tB 300e6                       ok
        switch admin Borrowing tB off              ok
        emode alice 0                              InvalidDebtInEmode
        switch admin Borrowing tB on               ok
        in admin 1 LtvZero tA on                   ok
        ltv alice                                  = 0
        borrow alice tB 1e6                        LtvValidationFailed
        emode alice 0                              ok
        emode alice                                = 0
        emode alice 1                              InvalidCollateralInEmode
        """);
}
