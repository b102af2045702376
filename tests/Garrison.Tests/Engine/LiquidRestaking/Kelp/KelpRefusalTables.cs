namespace Garrison.Tests.Engine.LiquidRestaking.Kelp;

/// <summary>Every refusal of Kelp, in the contracts' order.</summary>
public sealed class KelpRefusalTables
{
    [Fact]
    public void Deposits() => KelpVerbs.PlayUnpriced("""
        give alice tA 1                       Panic(0x12)
        give alice ETHER 1                    Panic(0x12)
        update alice                          ok
        price                                 = 1e18
        minDeposit adm 10                     ok
        accounted n1 off                      ok
        halt man kpool                        ok
        give alice tX 0 5                     Pausable:_paused
        resume adm kpool                      ok
        give alice tX 0 5                     AssetNotSupported
        give alice tA 0 5                     InvalidAmountToDeposit
        give alice tA 9 500                   InvalidAmountToDeposit
        give alice tA 10 500                  NodeDelegatorHasUnaccountedWithdrawals
        accounted n1 on                       ok
        cap man tA 99                         ok
        cap man ETHER 99                      ok
        give dave tA 100 500                  MaximumDepositLimitReached
        give alice ETHER 100 500              MaximumDepositLimitReached
        give alice ETHER 99 100               MinimumAmountToReceiveNotMet
        give dave tA 99 100                   MinimumAmountToReceiveNotMet
        give dave tA 99                       ERC20:_transfer_amount_exceeds_balance
        halt man rs                           ok
        give alice tA 99                      Pausable:_paused
        resume adm rs                         ok
        give alice tA 99                      ok
        room tA                               = 0
        give alice ETHER 99                   ok
        """);

    [Fact]
    public void Updates() => KelpVerbs.Play("""
        give alice tA 100                     ok
        support adm tX 1                      ok
        update bob                            AssetOracleNotSupported
        oracle adm tX feed                    ok
        accounted n2 off                      ok
        update bob                            NodeDelegatorHasUnaccountedWithdrawals
        accounted n2 on                       ok
        post n1 tA 3                          ok
        update bob                            RSETHPriceExceedsLimit
        limit adm 3                           ok
        fee adm 10000                         ok
        halt man rs                           ok
        update bob                            Pausable:_paused
        resume adm rs                         ok
        update bob                            ok
        price tA 0                            ok
        update bob                            Panic(0x12)
        """);

    [Fact]
    public void Requests() => KelpVerbs.Play("""
        give alice tA 100                     ok
        support adm tX 1                      ok
        minAsk adm tA 5                       ok
        halt man manager                      ok
        ask alice tB 0                        Pausable:_paused
        resume adm manager                    ok
        ask alice tB 0                        AssetNotSupported
        ask alice tX 0                        StrategyNotSupported
        ask alice tA 0                        InvalidAmountToWithdraw
        ask alice tA 4                        InvalidAmountToWithdraw
        ask alice tA 101                      ERC20:_transfer_amount_exceeds_balance
        price tA 0                            ok
        ask alice tA 100                      Panic(0x12)
        price tA 0.9e18                       ok
        accounted n1 off                      ok
        ask alice tA 100                      NodeDelegatorHasUnaccountedWithdrawals
        accounted n1 on                       ok
        ask alice tA 100                      ExceedAmountToWithdraw
        price tA 1e18                         ok
        ask alice tA 50                       ok
        price tA 0.9e18                       ok
        ask alice tA 50                       ExceedAmountToWithdraw
        ask alice tA 45                       ok
        free tA                               = 0
        """);

    [Fact]
    public void Unlocking() => KelpVerbs.Play("""
        give alice tA 100                     ok
        ask alice tA 50                       ok
        unlock bob tX 1                       AssetNotSupported
        unlock bob tA 0 2e18 2e18 0 0         CallerNotLRTConfigOperator
        unlock opr tA 0 2e18 2e18 9e18 9e18   RsETHPriceOutOfPriceRange
        unlock opr tA 0 0 0 1 0.9e18          RsETHPriceOutOfPriceRange
        unlock opr tA 0 2e18 1e18 9e18 1e18   AssetPriceOutOfPriceRange
        unlock opr tA 0 0 1e18 0.9e18 1e18    AssetPriceOutOfPriceRange
        unlock opr tA 0 1e18 1e18 1e18 1e18   AmountMustBeGreaterThanZero
        toVault opr tA 100                    ok
        unlock opr tA 0                       NoPendingWithdrawals
        halt man rs                           ok
        unlock opr tA 1                       ok
        pass 40                               ok
        unlock opr tA 1                       Pausable:_paused
        resume adm rs                         ok
        unlock opr tA 1e30                    ok
        unlock opr tA 1e30                    NoPendingWithdrawals
        """);

    [Fact]
    public void Claims() => KelpVerbs.Play("""
        give alice tA 100                     ok
        halt man manager                      ok
        take alice tX                         Pausable:_paused
        resume adm manager                    ok
        take alice tX                         AssetNotSupported
        take alice tA                         QueueEmpty
        ask alice tA 50                       ok
        take alice tA                         WithdrawalLocked
        toVault opr tA 100                    ok
        pass 40                               ok
        unlock opr tA 1                       ok
        wait man 72000                        ok
        take alice tA                         WithdrawalDelayNotPassed
        wait man 40                           ok
        take alice tA                         ok
        take alice tA                         QueueEmpty
        """);

    // A token does not ask its receiver.
    [Fact]
    public void Claims_of_those_who_take_no_ether() => KelpVerbs.Play("""
        give alice tA 100                     ok
        give alice ETHER 100                  ok
        ask alice tA 50                       ok
        ask alice ETHER 50                    ok
        toVault opr tA 100                    ok
        toVault opr ETHER 100                 ok
        pass 40                               ok
        unlock opr tA 1                       ok
        unlock opr ETHER 1                    ok
        refuse alice                          ok
        take alice ETHER                      EthTransferFailed
        take alice tA                         ok
        accept alice                          ok
        take alice ETHER                      ok
        take alice ETHER                      QueueEmpty
        """);

    [Fact]
    public void Moving() => KelpVerbs.Play("""
        give alice tA 100                     ok
        give alice ETHER 100                  ok
        toNode opr alice 0 tA 1               EmptyRevert
        toNode opr alice 0 ETHER 1            EmptyRevert
        toNode opr manager 0 tA 1             EmptyRevert
        toNode bob kpool 9 tX 1               CallerNotLRTConfigOperator
        toNode opr kpool 9 tX 1               AssetNotSupported
        toNode opr kpool 2 tA 1               Panic(0x32)
        toNode opr kpool 0 tA 101             ERC20:_transfer_amount_exceeds_balance
        toNode bob kpool 2 ETHER 1            CallerNotLRTConfigOperator
        toNode opr kpool 2 ETHER 1            Panic(0x32)
        toNode opr kpool 0 ETHER 101          InsufficientBalance
        toVault opr tA 40                     ok
        toVault opr ETHER 40                  ok
        toNode bob vault 9 tX 1               CallerNotLRTConfigOperator
        toNode opr vault 0 tA 41              ERC20:_transfer_amount_exceeds_balance
        toNode opr vault 0 tA 40              ok
        toNode opr vault 0 ETHER 40           ok
        move n1 tA kpool 40                   ok
        move n1 ETHER kpool 40                ok
        toVault bob tX 1                      CallerNotLRTConfigOperator
        toVault opr tX 1                      AssetNotSupported
        toVaultAsToken opr 1                  Address:_call_to_non-contract
        toVault bob ETHER 1                   CallerNotLRTConfigOperator
        toVault opr ETHER 101                 InsufficientBalance
        swap man tX 10 1                      AssetNotSupported
        mint ETHER bob 10                     ok
        swap bob tA 10 1                      CallerNotLRTConfigManager
        swap man tA 10 11                     NotEnoughAssetToTransfer
        swap man tA 101 1                     NotEnoughAssetToTransfer
        swap man tA 10 10                     ok
        has man tA                            = 10
        total ETHER                           = 110
        """);

    [Fact]
    public void Contracts() => KelpVerbs.PlayBare("""
        mintRs nobody alice 1                 CallerNotLRTConfigAllowedRole
        burnRs nobody alice 1                 CallerNotLRTConfigAllowedRole
        redeem nobody tA 1                    CallerNotLRTWithdrawalManager
        deploy nobody                         ZeroAddressNotAllowed
        deploy adm                            ok
        deploy adm                            AlreadyDeployed
        mintRs vault alice 1                  CallerNotLRTConfigAllowedRole
        burnRs kpool alice 1                  CallerNotLRTConfigAllowedRole
        redeem kpool tA 1                     CallerNotLRTWithdrawalManager
        left alice tA 1                       CallerNotLRTNodeDelegator
        arrived alice tA 1                    CallerNotLRTNodeDelegator
        """);

    // The config speaks OpenZeppelin's words, with the account and the role.
    [Fact]
    public void Settings() => KelpVerbs.Play("""
        wait adm 1                            CallerNotLRTConfigManager
        wait man 72001                        ExceedWithdrawalDelay
        limit man 1                           CallerNotLRTConfigAdmin
        minDeposit man 1                      CallerNotLRTConfigAdmin
        minAsk man tA 1                       CallerNotLRTConfigAdmin
        oracle man tA feed                    CallerNotLRTConfigAdmin
        oracle adm tA nobody                  ZeroAddressNotAllowed
        oracleValidated adm tA feed           ok
        price tA 10.1e18                      ok
        oracleValidated adm tA feed           InvalidPriceOracle
        price tA 0.99e18                      ok
        oracleValidated adm tA feed           InvalidPriceOracle
        nodes man n3                          CallerNotLRTConfigAdmin
        nodes adm nobody                      ZeroAddressNotAllowed
        nodes adm 3 4 5 6 7 8 9 10 11         MaximumNodeDelegatorLimitReached
        halt adm kpool                        CallerNotLRTConfigManager
        halt adm rs                           CallerNotLRTConfigManager
        halt adm manager                      CallerNotLRTConfigAllowedRole
        halt man manager                      ok
        halt man manager                      Pausable:_paused
        resume man manager                    CallerNotLRTConfigAdmin
        resume adm manager                    ok
        resume adm manager                    Pausable:_not_paused
        support adm nobody 1                  ZeroAddressNotAllowed
        support adm tA 1                      AssetAlreadySupported
        strategy adm tX X                     AssetNotSupported
        strategy adm tA nobody                ZeroAddressNotAllowed
        strategy adm tA A                     ValueAlreadyInUse
        cap man tX 1                          AssetNotSupported
        """);
}
