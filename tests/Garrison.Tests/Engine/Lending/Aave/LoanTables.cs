namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>What debtors do: every refusal, in the contract's order.</summary>
public sealed class LoanTables
{
    // One tA is 3,000 dollars: it backs 2,400, and carries 2,490. The health of 2,400 is 2,490 / 2,400.
    [Fact]
    public void Loans() => AaveScript.Play("""
        borrow alice tX 1                          EmptyRevert
        borrow alice tB 1e51                       EmptyRevert
        switch admin Active tB off                 ok
        switch admin Frozen tB on                  ok
        pause admin tB on                          ok
        switch admin Borrowing tB off              ok
        borrow alice tB 0                          InvalidAmount
        borrow alice tB 1                          ReserveInactive
        switch admin Active tB on                  ok
        borrow alice tB 1                          ReservePaused
        pause admin tB off                         ok
        borrow alice tB 1                          ReserveFrozen
        switch admin Frozen tB off                 ok
        borrow alice tB 1                          BorrowingNotEnabled
        switch admin Borrowing tB on               ok
        borrowCap admin tB 2400                    ok
        borrow alice tB 2401e6                     InvalidAmount
        supply bob tB 10000e6                      ok
        borrow alice tB 2401e6                     BorrowCapExceeded
        borrow carol tB 1 alice                    InsufficientBorrowAllowance
        borrow alice tB 1                          LtvValidationFailed
        supply alice tA 1e18                       ok
        borrowCap admin tB 0                       ok
        borrow alice tB 2490000001                 HealthFactorLowerThanLiquidationThreshold
        borrow alice tB 2490e6                     CollateralCannotCoverNewBorrow
        borrow alice tB 2400000001                 CollateralCannotCoverNewBorrow
        available alice                            = 2400e8
        borrow alice tB 2400e6                     ok
        available alice                            = 0
        collateral alice                           = 3000e8
        debt alice                                 = 2400e8
        health alice                               = 1.0375e18
        liquidity tB                               = 7600e6
        utilisation tB                             = 0.24e27
        """);

    // bob's supply is lent out; the pool cannot lend it twice.
    [Fact]
    public void Nothing_is_lent_twice() => AaveScript.Play("""
        supply bob tB 1000e6                       ok
        supply alice tA 1e18                       ok
        supply carol tA 1e18                       ok
        borrow alice tB 999e6                      ok
        borrow carol tB 2e6                        Panic(0x11)
        borrow carol tB 1e6                        ok
        """);

    [Fact]
    public void Loans_in_a_category() => AaveScript.Play("""
        category admin 1 9000 9300 10200           ok
        in admin 1 Collateral tA on                ok
        supply bob tB 10000e6                      ok
        supply alice tA 1e18                       ok
        emode alice 1                              ok
        borrow alice tB 20000e6                    NotBorrowableInEMode
        switch admin Borrowing tB off              ok
        in admin 1 Borrowable tB on                ok
        borrow alice tB 2700000001                 CollateralCannotCoverNewBorrow
        borrow alice tB 2700e6                     ok
        borrow carol tB 1                          BorrowingNotEnabled
        """);

    // The permission is used up by what the debt grows by, which may be a unit more than what was paid out.
    [Fact]
    public void Loans_in_anothers_name() => AaveScript.Play("""
        delegate alice tX carol 1                  EmptyRevert
        supply bob tB 10000e6                      ok
        supply alice tA 1e18                       ok
        delegate alice tB carol 100                ok
        borrow carol tB 101 alice                  InsufficientBorrowAllowance
        borrow carol tB 60 alice                   ok
        allowance alice carol tB                   = 40
        owed alice tB                              = 60
        owed carol tB                              = 0
        tick 31536000                              ok
        borrow carol tB 40 alice                   ok
        allowance alice carol tB                   = 0
        """);

    [Fact]
    public void Repayments() => AaveScript.Play("""
        repay alice tX 1                           EmptyRevert
        pause admin tB on                          ok
        repay alice tB 0                           InvalidAmount
        repay bob tB all alice                     NoExplicitAmountToRepayOnBehalf
        repay alice tB 1                           ReservePaused
        pause admin tB off                         ok
        repay alice tB 1                           NoDebtOfSelectedType
        supply bob tB 10000e6                      ok
        supply alice tA 1e18                       ok
        borrow alice tB 2000e6                     ok
        repay nemo tB 1 alice                      ERC20:_transfer_amount_exceeds_balance
        repay bob tB 500e6 alice                   ok
        owed alice tB                              = 1500e6
        tick 31536000                              ok
        repay alice tB 1                           InvalidBurnAmount
        repay alice tB all                         ok
        owed alice tB                              = 0
        debt alice                                 = 0
        repay alice tB all                         NoDebtOfSelectedType
        """);

    [Fact]
    public void Repayments_with_supply() => AaveScript.Play("""
        offset alice tX 1                          EmptyRevert
        offset alice tB 0                          InvalidAmount
        offset alice tB 1                          NoDebtOfSelectedType
        supply bob tB 10000e6                      ok
        supply alice tA 1e18                       ok
        borrow alice tB 2000e6                     ok
        offset alice tB all                        InvalidBurnAmount
        offset alice tB 1                          Panic(0x11)
        supply alice tB 500e6                      ok
        price tA 1900e8                            ok
        offset alice tB 100e6                      HealthFactorLowerThanLiquidationThreshold
        price tA 3000e8                            ok
        offset alice tB 100e6                      ok
        supplied alice tB                          = 400e6
        owed alice tB                              = 1900e6
        liquidity tB                               = 8500e6
        offset alice tB all                        ok
        supplied alice tB                          = 0
        owed alice tB                              = 1500e6
        backs alice                                = 1
        """);

    // The premium of 9 bps of 100,001 is 90.0009, rounded up.
    [Fact]
    public void Flash_loans() => AaveScript.Play("""
        flash alice tX 1                           ReserveInactive
        pause admin tB on                          ok
        flash alice tB 1                           ReservePaused
        pause admin tB off                         ok
        flash alice tB 1                           FlashloanDisabled
        switch admin FlashLoans tB on              ok
        flash alice tB 1                           InvalidAmount
        supply bob tB 1000e6                       ok
        premium admin 10001                        FlashloanPremiumInvalid
        premium bob 9                              CallerNotPoolAdmin
        premium admin 9                            ok
        flash dave tB 100001                       ERC20:_transfer_amount_exceeds_balance
        mint tB dave 91                            ok
        flash dave tB 100001 1                     ERC20:_transfer_amount_exceeds_balance
        flash dave tB 100001                       ok
        wallet dave tB                             = 0
        earned tB                                  = 91
        liquidity tB                               = 1000000091
        """);

    // Utilisation 20 % of 10,000: borrowers pay 5.5 % · 20/90, suppliers earn a fifth of it less a tenth.
    [Fact]
    public void The_treasury_is_paid() => AaveScript.Play("""
        treasury tA tX tB                          ok
        supplied treasury tB                       = 0
        supply bob tB 10000e6                      ok
        supply alice tA 1e18                       ok
        borrow alice tB 2000e6                     ok
        tick 31536000                              ok
        supplied bob tB                            = 10022000000
        owed alice tB                              = 2024594436
        supply bob tB 1                            InvalidAmount
        supply bob tB 2                            ok
        earned tB                                  = 2454045
        treasury tB                                ok
        earned tB                                  = 0
        """);
}
