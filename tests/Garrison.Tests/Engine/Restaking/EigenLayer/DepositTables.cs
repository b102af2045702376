namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Deposits, limits and the factory: every refusal, in the contract's order.</summary>
public sealed class DepositTables
{
    [Fact]
    public void Deposits() => Script.Play("""
        pause pauser sm 1                          ok
        deposit alice EIGEN 0                      CurrentlyPaused
        unpause unpauser sm 0                      ok
        deposit alice EIGEN 0                      StrategyNotWhitelisted
        deposit dave A 1                           ERC20:_transfer_amount_exceeds_balance
        pause pauser A 1                           ok
        deposit alice A 0 tB                       CurrentlyPaused
        unpause unpauser A 0                       ok
        deposit alice A 0 tB                       OnlyUnderlyingToken
        deposit alice A 0                          NewSharesZero
        deposit alice A 1e38                       TotalSharesExceedsMax
        deposit alice A 99999999999999999999999999999999999999  ok
        deposit bob A 1                            TotalSharesExceedsMax
        deposit alice B 100                        ok
        shares alice B                             = 100
        """);

    [Fact]
    public void Deposits_for_another() => Script.Play("""
        depositFor alice bob A 100 1699999999 nobody 1     SignatureExpired
        depositFor alice bob A 100 1800000000 nobody 0     InvalidSignature
        depositFor alice bob A 100 1800000000 alice 0      InvalidSignature
        depositFor alice bob A 100 1800000000 bob 1        InvalidSignature
        depositFor alice bob A 100 1700000000 bob 0        ok
        depositFor alice bob A 100 1800000000 bob 0        InvalidSignature
        depositFor alice bob A 100 1800000000 bob 1        ok
        depositFor alice nobody A 100 1800000000 nobody 0  StakerAddressZero
        shares bob A                                       = 200
        shares alice A                                     = 0
        balance alice tA                                   = 9999999999999999999999999999999999999800
        """);

    [Fact]
    public void A_gift_moves_the_rate_and_the_offset_bounds_it() => Script.Play("""
        deposit alice A 1                          ok
        donate alice A 1000000                     ok
        deposit bob A 1000                         NewSharesZero
        deposit bob A 1001                         ok
        shares bob A                               = 1
        """);

    [Fact]
    public void The_whitelist() => Script.Play("""
        allow owner A                              OnlyStrategyWhitelister
        deny owner A                               OnlyStrategyWhitelister
        whitelister whitelister owner              Ownable:_caller_is_not_the_owner
        whitelister owner bob                      ok
        deny whitelister A                         OnlyStrategyWhitelister
        deposit alice A 5                          ok
        deny bob A A                               ok
        deposit alice A 5                          StrategyNotWhitelisted
        queue alice A 5                            ok
        pass 51                                    ok
        complete alice 0 shares                    ok
        shares alice A                             = 5
        """);

    [Fact]
    public void Limits() => Script.Play("""
        limited E                                  ok
        allow whitelister E                        ok
        mint tE alice 1000                         ok
        limits owner E 10 20                       OnlyUnpauser
        limits unpauser E 21 20                    MaxPerDepositExceedsMax
        limits unpauser E 10 20                    ok
        deposit alice E 11 tA                      MaxPerDepositExceedsMax
        deposit alice E 10 tA                      OnlyUnderlyingToken
        deposit alice E 10                         ok
        deposit alice E 10                         ok
        deposit alice E 1 tA                       OnlyUnderlyingToken
        deposit alice E 1                          BalanceExceedsMaxTotalDeposits
        """);

    [Fact]
    public void A_wrapping_strategy_takes_and_pays_either_token() => Script.Play("""
        wrapping E wrapped                         ok
        allow whitelister E                        ok
        mint tE alice 100                          ok
        mint tE wrapped 100                        ok
        mint wrapped alice 100                     ok
        deposit alice E 50                         ok
        deposit alice E 50 wrapped                 ok
        deposit alice E 50 tA                      OnlyUnderlyingToken
        balance E tE                               = 100
        queue alice E 40                           ok
        queue alice E 60                           ok
        pass 51                                    ok
        completeAs alice 0 wrapped                 ok
        balance alice wrapped                      = 90
        completeAs alice 1 tA                      OnlyUnderlyingToken
        completeAs alice 1 tE                      ok
        balance alice tE                           = 110
        """);

    [Fact]
    public void The_factory() => Script.Play("""
        blacklist alice tX                         Ownable:_caller_is_not_the_owner
        pause pauser sf 1                          ok
        newStrategy tX X                           CurrentlyPaused
        unpause unpauser sf 0                      ok
        newStrategy tX X                           OnlyStrategyWhitelister
        whitelister owner sf                       ok
        newStrategy tX X                           ok
        newStrategy tX Y                           StrategyAlreadyExists
        blacklist owner tX tZ                      ok
        newStrategy tX Y                           BlacklistedToken
        newStrategy tZ Z                           BlacklistedToken
        blacklist owner tX                         AlreadyBlacklisted
        mint tX alice 10                           ok
        deposit alice X 10                         StrategyNotWhitelisted
        factoryAllow alice X                       Ownable:_caller_is_not_the_owner
        factoryAllow owner X                       ok
        deposit alice X 10                         ok
        factoryDeny alice X                        Ownable:_caller_is_not_the_owner
        factoryDeny owner X                        ok
        deposit alice X 1                          StrategyNotWhitelisted
        """);
}
