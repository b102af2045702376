namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>Depositing, moving and wrapping: every refusal, in the contract's order.</summary>
public sealed class HolderTables
{
    [Fact]
    public void Nothing_is_there_before_it_is_deployed() => EtherFiScript.PlayBare("""
        deposit alice 1                          EmptyRevert
        stale alice                              EmptyRevert
        pause multisig lp                        EmptyRevert
        deploy badApr                            InvalidMaxAcceptableRebaseApr
        deploy badWindow                         InvalidStaleOracleReportBlockWindow
        deploy badAmount                         InvalidMaxAcceptableFinalizedWithdrawalAmount
        deploy badCount                          InvalidMaxNumberOfRequestsToFinalizePerReport
        deploy                                   ok
        deploy                                   AlreadyDeployed
        deposit alice 1                          InsufficientBalance
        mint ETHER alice 1                       ok
        deposit alice 1                          UnknownLimit
        """);

    // The bucket of what is minted counts gwei, rounded up: 0.5 gwei is 1.
    [Fact]
    public void Deposits() => EtherFiScript.Play("""
        pause multisig lp                        ok
        barForGood multisig alice                ok
        deposit alice 2e24                       InsufficientBalance
        deposit alice 0                          ContractPaused
        unpause multisig lp                      ok
        pauseUntil guardian lp                   ok
        deposit alice 0                          ContractPausedUntil
        unpauseUntil multisig lp                 ok
        deposit alice 0                          BlacklistedUser
        unbar multisig alice                     ok
        pause multisig eeth                      ok
        deposit alice 0                          InvalidAmount
        deposit alice 100e18                     ContractPaused
        unpause multisig eeth                    ok
        remaining timelock mint 99               ok
        capacity timelock mint 99                ok
        deposit alice 99000000001                LimitExceeded
        deposit alice 98500000000                ok
        consumable mint                          = 0
        shares alice                             = 98500000000
        capacity timelock mint 1e15              ok
        remaining timelock mint 1e15             ok
        deposit alice 100e18                     ok
        in                                       = 100000000098500000000
        """);

    [Fact]
    public void Credits_for_what_lies_outside() => EtherFiScript.Play("""
        pause multisig lp                        ok
        barForGood multisig bob                  ok
        credit alice bob 0                       ContractPaused
        unpause multisig lp                      ok
        credit alice bob 0                       IncorrectCaller
        credit liquifier bob 0                   BlacklistedUser
        unbar multisig bob                       ok
        credit liquifier bob 0                   InvalidAmount
        credit liquifier bob 340282366920938463463374607431768211456    Panic(0x11)
        credit liquifier bob 7e18                ok
        out                                      = 7e18
        in                                       = 0
        eeth bob                                 = 7e18
        """);

    // 3 wei more on 10 shares: a share is worth 1.3, and a deposit of 1 mints ⌊10/13⌋ = 0 shares.
    [Fact]
    public void A_deposit_of_less_than_a_share_is_refused() => EtherFiScript.Play("""
        deposit alice 10                         ok
        rebase admin 3 0                         RebaseExceedsPositiveCap
        burn wrn 0                               ok
        credit liquifier alice 3                 ok
        send alice rm 3                          ok
        burn rm 3                                ok
        total                                    = 13
        allShares                                = 10
        deposit bob 1                            InvalidAmount
        deposit bob 2                            ok
        shares bob                               = 1
        """);

    [Fact]
    public void Sending() => EtherFiScript.Play("""
        deposit alice 100                        ok
        approve alice nobody 1                   AddressZero
        pause multisig eeth                      ok
        barForGood multisig alice                ok
        send alice nobody 101                    ContractPaused
        unpause multisig eeth                    ok
        pauseUntil superGuardian eeth            ok
        send alice nobody 101                    ContractPausedUntil
        unpauseUntil multisig eeth               ok
        send alice nobody 101                    BlacklistedUser
        send bob alice 1                         BlacklistedUser
        unbar multisig alice                     ok
        send alice nobody 101                    AddressZero
        send alice bob 101                       TransferAmountExceedsBalance
        send alice bob 40                        ok
        eeth alice                               = 60
        eeth bob                                 = 40
        take carol bob alice 1                   TransferAmountExceedsAllowance
        approve bob carol 10                     ok
        barForGood multisig carol                ok
        take carol bob alice 1                   BlacklistedUser
        unbar multisig carol                     ok
        take carol bob alice 4                   ok
        allowed bob carol                        = 6
        eeth bob                                 = 36
        """);

    // A share is worth 1.3: 13 eETH wrap into 10, and 10 unwrap into 13; 12 into ⌊12/1.3⌋ = 9, and 9 into
    // ⌊9 · 1.3⌋ = 11 eETH, which are ⌊11/1.3⌋ = 8 shares: one share stays with the wrapper.
    [Fact]
    public void Wrapping() => EtherFiScript.Play("""
        deposit alice 1000                       ok
        credit liquifier alice 300               ok
        send alice rm 300                        ok
        burn rm 300                              ok
        wrap alice 0                             ZeroAmount
        wrap dave 1                              TransferAmountExceedsAllowance
        pause multisig weeth                     ok
        wrap alice 5000                          TransferAmountExceedsBalance
        wrap alice 13                            ContractPaused
        unpause multisig weeth                   ok
        wrap alice 13                            ok
        weeth alice                              = 10
        shares weeth                             = 10
        wrap alice 12                            ok
        weeth alice                              = 19
        unwrap alice 0                           ZeroAmount
        pauseUntil superGuardian weeth           ok
        unwrap alice 20                          ContractPausedUntil
        unpauseUntil multisig weeth              ok
        barForGood multisig alice                ok
        unwrap alice 20                          BlacklistedUser
        unbar multisig alice                     ok
        unwrap alice 20                          ERC20:_burn_amount_exceeds_balance
        unwrap alice 9                           ok
        weSupply                                 = 10
        shares weeth                             = 11
        unwrap alice 10                          ok
        shares weeth                             = 1
        """);

    [Fact]
    public void Sending_what_is_wrapped() => EtherFiScript.Play("""
        deposit alice 100                        ok
        wrap alice 50                            ok
        pause multisig weeth                     ok
        barForGood multisig bob                  ok
        sendWe alice nobody 51                   ERC20:_transfer_to_the_zero_address
        sendWe alice bob 51                      ContractPaused
        unpause multisig weeth                   ok
        sendWe alice bob 51                      BlacklistedUser
        unbar multisig bob                       ok
        sendWe alice bob 51                      ERC20:_transfer_amount_exceeds_balance
        sendWe alice bob 20                      ok
        weeth bob                                = 20
        """);

    [Fact]
    public void What_only_contracts_may_call() => EtherFiScript.Play("""
        deposit alice 100                        ok
        pause multisig lp                        ok
        withdraw alice alice 1                   ContractPaused
        unpause multisig lp                      ok
        withdraw alice alice 1                   IncorrectCaller
        burn alice 1                             IncorrectCaller
        lock alice 1                             IncorrectCaller
        rebase alice 1 0                         IncorrectCaller
        rebase alice 1e60 0                      EmptyRevert
        finalize alice 1                         IncorrectCaller
        lock admin 101                           InsufficientLiquidity
        finalize admin 1                         CannotFinalizeFutureRequests
        withdraw members alice 1                 InsufficientLiquidity
        send alice members 50                    ok
        create operations 0                      ok
        withdraw members alice 0                 InvalidAmount
        withdraw members mule 20                 SendFail
        withdraw members bob 20                  ok
        in                                       = 80
        eeth members                             = 30
        burn rm 1                                BurnAmountExceedsBalance
        back bob 1                               Panic(0x11)
        back bob 2e24                            InsufficientBalance
        """);

    // What no contract does: ether or shares leave it otherwise.
    [Fact]
    public void What_is_missing_is_said() => EtherFiScript.Play("""
        deposit alice 100                        ok
        wrap alice 10                            ok
        send weeth alice 1                       ok
        wrap alice 10                            WeETHUnderbacked
        move ETHER lp bob 1                      ok
        deposit alice 100                        InsufficientLiquidity
        send alice members 50                    ok
        withdraw members bob 10                  InsufficientLiquidity
        lock admin 10                            InsufficientLiquidity
        """);
}
