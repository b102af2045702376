namespace Garrison.Tests.Engine.LiquidRestaking.Renzo;

/// <summary>Every refusal of Renzo, in the contracts' order.</summary>
public sealed class RenzoRefusalTables
{
    [Fact]
    public void Deposits() => RenzoVerbs.Play("""
        haltDeposits adm on                   ok
        give alice tX 1                       ContractPaused
        haltDeposits adm off                  ok
        risk DepositPaused 1                  ok
        give alice ETHER 1                    ContractPaused
        risk DepositPaused 2                  ok
        give alice tX 1                       NotFound
        delegation d2 nobody                  ok
        give alice tA 1                       OperatoDelegatorNotDelegated
        give alice ETHER 1                    OperatoDelegatorNotDelegated
        delegation d2 op                      ok
        feed adm tB nobody                    ok
        give alice tA 1                       OracleNotFound
        feed adm tB feed                      ok
        oldPrice tB 0 86461                   ok
        give alice tA 1                       OraclePriceExpired
        oldPrice tB 0 86460                   ok
        give alice tA 1                       InvalidOraclePrice
        oldPrice tB -1 86460                  ok
        give alice tA 1                       InvalidOraclePrice
        oldPrice tB 1e18 86460                ok
        valueLimit adm tA 5                   ok
        give dave tA 6                        MaxTokenTVLReached
        give dave tA 5                        ERC20:_transfer_amount_exceeds_balance
        give alice tA 0                       InvalidZeroInput
        give alice tA 5                       ok
        give alice ETHER 0                    InvalidTokenAmount
        post d1 tA 100                        ok
        valueLimit adm tA 0                   ok
        give alice tA 1                       InvalidTokenAmount
        """);

    [Fact]
    public void Requests() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        halt adm                              ok
        ask alice nobody 0                    Pausable:_paused
        resume adm                            ok
        risk WithdrawRequestPaused 1          ok
        ask alice nobody 0                    WithdrawRequestPaused
        risk WithdrawRequestPaused 0          ok
        ask alice tA 0                        InvalidZeroInput
        ask alice nobody 1                    InvalidZeroInput
        ask alice tX 1                        UnsupportedWithdrawAsset
        ask bob tA 1                          ERC20:_transfer_amount_exceeds_balance
        delegation d1 nobody                  ok
        ask alice tA 1                        OperatoDelegatorNotDelegated
        delegation d1 op                      ok
        ask alice tB 1                        NotEnoughCollateralValue
        ask alice ETHER 1                     NotEnoughCollateralValue
        ask alice tA 60e18                    ok
        post d1 tA 10e18                      ok
        ask alice tA 40e18                    Panic(0x11)
        post d1 tA 52e18                      ok
        ask alice tA 40e18                    NotEnoughCollateralValue
        collateralOf tA                       = 12e18
        """);

    [Fact]
    public void Claims() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        halt adm                              ok
        take alice 0                          Pausable:_paused
        resume adm                            ok
        risk ClaimPaused 1                    ok
        take alice 0                          ClaimPaused
        risk ClaimPaused 0                    ok
        take alice 0                          InvalidWithdrawIndex
        ask alice tA 30e18                    ok
        delegation d1 nobody                  ok
        take alice 0                          EarlyClaim
        pass 8                                ok
        take alice 0                          EarlyClaim
        risk WithdrawCooldownPeriod 108       ok
        pass 1                                ok
        take alice 0                          QueuedWithdrawalNotFilled
        risk WithdrawCooldownPeriod 109       ok
        take alice 0                          EarlyClaim
        white adm alice on                    ok
        take alice 0                          QueuedWithdrawalNotFilled
        risk InstantWithdrawPaused 1          ok
        take alice 0                          EarlyClaim
        pass 1                                ok
        delegation d1 op                      ok
        give bob tA 10e18                     ok
        delegation d1 nobody                  ok
        take alice 0                          OperatoDelegatorNotDelegated
        delegation d1 op                      ok
        take alice 0                          ok
        """);

    [Fact]
    public void Leaving_at_once() => RenzoVerbs.Play("""
        give alice tA 100e18                  ok
        instant alice tA 0 0                  InvalidZeroInput
        instant alice nobody 1 0              InvalidZeroInput
        instant bob tX 1 0                    ERC20:_transfer_amount_exceeds_balance
        instant alice tX 1 0                  UnsupportedWithdrawAsset
        delegation d1 nobody                  ok
        instant alice tA 1 0                  OperatoDelegatorNotDelegated
        delegation d1 op                      ok
        halt adm                              ok
        instant alice tA 1 0                  Pausable:_paused
        resume adm                            ok
        risk WithdrawRequestPaused 1          ok
        instant alice tA 1 0                  WithdrawRequestPaused
        risk WithdrawRequestPaused 0          ok
        risk ClaimPaused 1                    ok
        instant alice tA 1 0                  ClaimPaused
        risk ClaimPaused 0                    ok
        risk InstantWithdrawPaused 1          ok
        instant alice tA 1 0                  EarlyClaim
        """);

    // 10 of the buffer's 20 may leave at once: 1 by a request, 1 at once. A token does not ask its receiver.
    [Fact]
    public void Those_who_take_no_ether() => RenzoVerbs.Play("""
        give alice ETHER 100e18               ok
        give alice tA 100e18                  ok
        ask alice ETHER 1e18                  ok
        pass 9                                ok
        refuse alice                          ok
        take alice 0                          TransferFailed
        instant alice ETHER 1e18 0            TransferFailed
        instant alice tA 1e18 0               ok
        accept alice                          ok
        take alice 0                          ok
        refuse ifee                           ok
        instant alice ETHER 1e18 0            TransferFailed
        instant alice tA 1e18 0               ok
        accept ifee                           ok
        instant alice ETHER 1e18 0            ok
        rewardsFee adm fees 1000              ok
        refuse fees                           ok
        rewards bob 10                        TransferFailed
        mint tA rdeposits 10                  ok
        sweep adm tA                          ok
        accept fees                           ok
        rewards bob 10                        ok
        has fees ETHER                        = 1
        has fees tA                           = 1
        """);

    [Fact]
    public void Queues() => RenzoVerbs.Play("""
        fill alice tA 0                       InvalidZeroInput
        fill alice nobody 1                   InvalidZeroInput
        fill alice tA 1                       ERC20:_insufficient_allowance
        let alice tA rdeposits 1              ok
        fill alice tA 1                       ok
        let op tC rdeposits 1                 ok
        fill op tC 1                          UnsupportedWithdrawAsset
        fillEther alice 1                     NotDepositQueue
        giftToQueue alice 1                   TransferFailed
        stake alice d1                        NotNativeEthRestakeAdmin
        stake adm d3                          InsufficientBalance
        give alice ETHER 60e18                ok
        stake adm d3                          NotFound
        sweep alice tA                        NotERC20RewardsAdmin
        toLido alice 1                        NotDepositWithdrawPauser
        toLido adm 0                          InvalidTokenAmount
        toLido adm 2                          InvalidTokenAmount
        fromLido alice 1 1                    NotDepositWithdrawPauser
        fromLido adm 1 1                      InvalidRequestId
        """);

    [Fact]
    public void Settings() => RenzoVerbs.Play("""
        deploy adm 1                          AlreadyDeployed
        grant alice alice All                 NotRestakeManagerAdmin
        collateral alice tC                   NotRestakeManagerAdmin
        collateral adm tA                     AlreadyAdded
        feed alice tA feed                    NotOracleAdmin
        feed adm nobody feed                  InvalidZeroInput
        valueLimit alice tA 1                 NotRestakeManagerAdmin
        valueLimit adm tC 1                   NotFound
        rewardsFee alice fees 1               NotRestakeManagerAdmin
        rewardsFee adm nobody 10001           InvalidZeroInput
        rewardsFee adm fees 10001             OverMaxBasisPoints
        rewardsFee adm nobody 0               ok
        haltDeposits alice on                 NotDepositWithdrawPauser
        halt alice                            NotDepositWithdrawPauser
        resume adm                            Pausable:_not_paused
        halt adm                              ok
        halt adm                              Pausable:_paused
        buffer alice tA 1                     NotWithdrawQueueAdmin
        noBuffer adm                          InvalidZeroInput
        buffer adm nobody 1                   InvalidZeroInput
        buffer adm tA 0                       InvalidZeroInput
        coolDown alice 1                      NotWithdrawQueueAdmin
        coolDown adm 0                        InvalidZeroInput
        white alice alice on                  NotWithdrawQueueAdmin
        whiteUneven adm                       MismatchedArrayLengths
        white adm nobody on                   InvalidZeroInput
        drawdown alice 0                      Ownable:_caller_is_not_the_owner
        drawdown adm 0                        InvalidZeroInput
        drawdown adm 10001                    OverMaxBasisPoints
        instantFee alice nobody 0 0           Ownable:_caller_is_not_the_owner
        instantFee adm nobody 0 0             InvalidZeroInput
        instantFee adm ifee 10001 0           OverMaxBasisPoints
        instantFee adm ifee 0 10001           OverMaxBasisPoints
        instantFee adm ifee 2 1               OverMaxBasisPoints
        allocation alice d1 1                 NotRestakeManagerAdmin
        allocation adm nobody 10001           InvalidZeroInput
        allocation adm d3 10001               OverMaxBasisPoints
        allocation adm d3 1                   NotFound
        add alice d3 1                        NotRestakeManagerAdmin
        add adm d1 1                          AlreadyAdded
        add adm d3 10001                      OperatoDelegatorNotDelegated
        operatorOf d3 op posted               ok
        add adm d3 10001                      OverMaxBasisPoints
        mintEz adm alice 1                    NotEzETHMinterBurner
        burnEz adm alice 1                    NotEzETHMinterBurner
        """);

    [Fact]
    public void Nothing_goes_without_Renzo() => RenzoVerbs.PlayBare("""
        mintEz nobody alice 1                 NotEzETHMinterBurner
        burnEz nobody alice 1                 NotEzETHMinterBurner
        fillEther nobody 1                    NotDepositQueue
        deploy nobody 1                       InvalidZeroInput
        deploy adm 0                          InvalidZeroInput
        """);
}
