namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>Requests, claims, and what guardians do to requests: every refusal, in the contract's
/// order.</summary>
public sealed class QueueTables
{
    [Fact]
    public void Requests() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        pause multisig lp                        ok
        barForGood multisig bob                  ok
        request bob 0                            ContractPaused
        unpause multisig lp                      ok
        request bob 0                            BlacklistedUser
        request alice 0 bob                      BlacklistedUser
        unbar multisig bob                       ok
        request alice 0                          InvalidWithdrawalAmount
        request alice 0.999999999999e12          InvalidWithdrawalAmount
        request alice 3000.000000000000000001e18    InvalidWithdrawalAmount
        request dave 1e18                        TransferAmountExceedsAllowance
        request alice 101e18                     TransferAmountExceedsBalance
        pause multisig wrn                       ok
        request alice 1e18                       ContractPaused
        unpause multisig wrn                     ok
        request alice 1e18 nobody                ERC721:_mint_to_the_zero_address
        request alice 1e18                       ok
        next                                     = 2
        shares wrn                               = 1e18
        least multisig 3001e18                   InvalidAmount
        least alice 1                            OnlyOperatingMultisig
        most alice 1                             OnlyOperatingMultisig
        most multisig 0                          InvalidAmount
        most multisig 1                          InvalidAmount
        least multisig 0                         ok
        most multisig 1                          ok
        request alice 2                          InvalidWithdrawalAmount
        request alice 1                          ok
        """);

    [Fact]
    public void Without_anything_there_is_nothing_to_request() => EtherFiScript.Play("""
        request alice 1e18                       InvalidShareAmount
        """);

    [Fact]
    public void Claims() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        request alice 10e18                      ok
        request mule 10e18                       TransferAmountExceedsBalance
        request alice 20e18 mule                 ok
        request alice 5e18                       ok
        barForGood multisig carol                ok
        claim carol 9                            BlacklistedUser
        claim bob 9                              ERC721:_invalid_token_ID
        invalidate guardian 3                    ok
        claim bob 3                              RequestNotValid
        claim bob 1                              RequestNotFinalized
        pass 7264                                ok
        vote m0 0 0 2 30e18                      ok
        vote m1 0 0 2 30e18                      ok
        wait                                     ok
        execute anyone                           ok
        locked                                   = 30e18
        barForGood multisig alice                ok
        claim bob 1                              BlacklistedUser
        unbar multisig alice                     ok
        pause multisig eeth                      ok
        claim bob 1                              ContractPaused
        unpause multisig eeth                    ok
        remaining timelock burn 0                ok
        capacity timelock burn 1                 ok
        claim bob 1                              LimitExceeded
        capacity timelock burn 1e15              ok
        remaining timelock burn 1e15             ok
        claim bob 1 2                            EthTransferFailed
        claim bob 2                              EthTransferFailed
        claim bob 1                              ok
        tokens ETHER alice                       = 999910e18
        claim bob 1                              ERC721:_invalid_token_ID
        give mule mule alice 2                   ok
        claim bob 2                              ok
        tokens ETHER alice                       = 999930e18
        locked                                   = 0
        shares wrn                               = 5e18
        """);

    [Fact]
    public void Requests_that_are_given_away() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        request alice 10e18                      ok
        give bob alice bob 2                     ERC721:_invalid_token_ID
        give bob alice bob 1                     ERC721:_caller_is_not_token_owner_or_approved
        give alice bob bob 1                     ERC721:_transfer_from_incorrect_owner
        barForGood multisig bob                  ok
        give alice alice nobody 1                ERC721:_transfer_to_the_zero_address
        give alice alice bob 1                   BlacklistedUser
        unbar multisig bob                       ok
        invalidate guardian 1                    ok
        give alice alice bob 1                   OnlyUpgradeTimelock
        validate timelock 1                      ok
        give alice alice bob 1                   ok
        give alice alice bob 1                   ERC721:_caller_is_not_token_owner_or_approved
        """);

    [Fact]
    public void Requests_that_do_not_count() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        request alice 10e18                      ok
        request alice 20e18                      ok
        request alice 30e18                      ok
        invalidate alice 1                       OnlyGuardian
        invalidate guardian 0                    CannotInvalidateFinalizedRequest
        invalidate guardian 4                    RequestNotFound
        invalidate guardian 2                    ok
        invalidate guardian 2                    RequestNotValid
        asked                                    = 40e18
        validate alice 2                         OnlyOperatingTimelock
        validate timelock 4                      RequestNotFound
        validate timelock 1                      RequestValid
        seize alice 2 bob                        OnlyUpgradeTimelock
        seize upgrader 1 bob                     RequestValid
        seize upgrader 4 bob                     RequestNotFound
        seize upgrader 2 nobody                  ERC721:_transfer_to_the_zero_address
        barForGood multisig bob                  ok
        seize upgrader 2 bob                     BlacklistedUser
        unbar multisig bob                       ok
        seize upgrader 2 bob                     ok
        pass 7264                                ok
        vote m0 0 0 2 10e18                      ok
        vote m1 0 0 2 10e18                      ok
        wait                                     ok
        execute anyone                           ok
        locked                                   = 10e18
        invalidate guardian 2                    CannotInvalidateFinalizedRequest
        claim bob 2                              RequestNotValid
        create operations 71                     ok
        validate timelock 2                      RequestAmountGreaterThanAvailableLiquidity
        back manager 1e18                        ok
        validate timelock 2                      ok
        locked                                   = 30e18
        in                                       = 0
        claim carol 2                            ok
        tokens ETHER bob                         = 1000020e18
        """);

    // 20,000 blocks after block 0, which is the last one that was reported as long as none was; and again
    // 7,200 blocks after the last time.
    [Fact]
    public void Anybody_finalizes_when_no_report_comes() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        pass 18999                               ok
        stale bob                                OracleReportNotStale
        pass 1                                   ok
        stale bob                                NoWithdrawalsToFinalize
        request alice 10e18                      ok
        request alice 20e18                      ok
        request alice 80e18                      TransferAmountExceedsBalance
        request alice 50e18                      ok
        request alice 1e18                       ok
        invalidate guardian 2                    ok
        create operations 41                     ok
        stale bob                                ok
        finalized                                = 2
        locked                                   = 10e18
        stale bob                                StaleReportFinalizationCooldown
        pass 7199                                ok
        stale bob                                StaleReportFinalizationCooldown
        pass 1                                   ok
        stale bob                                NoWithdrawalsToFinalize
        back manager 1e18                        ok
        stale bob                                ok
        finalized                                = 3
        in                                       = 0
        locked                                   = 60e18
        back manager 40e18                       ok
        pass 7200                                ok
        stale bob                                ok
        finalized                                = 4
        waiting                                  = 0
        """);

    // At most three at a time; the fourth waits.
    [Fact]
    public void Only_so_many_are_finalized_at_a_time() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        request alice 1e18                       ok
        request alice 1e18                       ok
        request alice 1e18                       ok
        request alice 1e18                       ok
        pass 20000                               ok
        stale bob                                ok
        finalized                                = 3
        waiting                                  = 1
        """);
}
