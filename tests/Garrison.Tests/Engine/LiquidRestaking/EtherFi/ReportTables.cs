namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>The committee and what its reports are checked by: every refusal, in the contract's
/// order.</summary>
public sealed class ReportTables
{
    // The first report spans slots 0 to 7,199, which are final when three epochs more are over: 7,199 is in
    // epoch 224, so from epoch 227 on, slot 7,264.
    [Fact]
    public void Voting() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        vote m0 1e60 0 0 0                       EmptyRevert
        pause multisig oracle                    ok
        vote alice 0 0 0 0                       ContractPaused
        unpause multisig oracle                  ok
        vote alice 0 0 0 0                       NotRegistered
        enable multisig m0 off 2                 ok
        vote m0 0 0 0 0                          MemberDisabled
        enable multisig m0 on 2                  ok
        pass 7263                                ok
        vote m0 0 0 0 0                          EpochNotFinalized
        pass 1                                   ok
        nextTo                                   = 7199
        vote m0 0 0 0 0 version=2 from=1 to=1 blockFrom=1 blockTo=9999    WrongConsensusVersion
        vote m0 0 0 0 0 from=1 to=1 blockFrom=1 blockTo=9999    WrongSlotFrom
        vote m0 0 0 0 0 to=7200 blockFrom=1 blockTo=9999    WrongSlotTo
        vote m0 0 0 0 0 blockFrom=1 blockTo=9999 WrongBlockFrom
        vote m0 0 0 0 0 blockTo=8264             WrongBlockTo
        vote m0 0 0 0 0 blockTo=0                ReportBlockTooOld
        vote m0 0 0 0 0                          ok
        vote m0 0 0 0 0                          ReportNotNeeded
        published                                = 0
        execute anyone                           EtherFiAdmin:_report_didn't_reach_consensus
        unpublish multisig m0                    ConsensusNotReached
        vote m1 0 0 0 0                          ok
        published                                = 7199
        again m2                                 ConsensusAlreadyReached
        vote m2 0 0 0 0 to=14399                 EpochNotFinalized
        pass 7200                                ok
        vote m2 0 0 0 0                          LastReportNotHandled
        """);

    // The first report can never be taken back: what is before its first slot is below 0.
    [Fact]
    public void Taking_a_report_back() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        pass 7264                                ok
        vote m0 0 0 0 0                          ok
        vote m1 0 0 0 0                          ok
        unpublish alice m0 m1                    OnlyOperatingMultisig
        unpublish multisig m0 m1                 Panic(0x11)
        wait                                     ok
        execute anyone                           ok
        unpublish multisig m0 m1                 ReportExecuted
        pass 7200                                ok
        vote m0 0 0 0 0                          ok
        vote m1 0 0 0 0                          ok
        unpublish multisig m0                    ok
        published                                = 7199
        vote m1 0 0 0 0                          ReportNotNeeded
        vote m0 0 0 0 0                          ok
        vote m2 0 0 0 0                          ok
        published                                = 14399
        """);

    [Fact]
    public void Who_sits_on_the_committee() => EtherFiScript.Play("""
        addMember alice m0 2                     OnlyOperatingTimelock
        addMember timelock m0 2                  AlreadyRegistered
        addMember timelock m3 2                  InvalidQuorum
        addMember timelock m3 3                  ok
        removeMember alice m4 3                  OnlyOperatingTimelock
        removeMember timelock m4 3               NotRegistered
        enable alice m4 on 3                     OnlyOperatingMultisig
        enable multisig m4 on 3                  NotRegistered
        enable multisig m3 on 3                  AlreadyInTargetState
        enable multisig m3 off 3                 ok
        members                                  = 3
        removeMember timelock m3 3               ok
        members                                  = 3
        removeMember timelock m2 3               InvalidQuorum
        quorum alice 2                           OnlyOperatingTimelock
        quorum timelock 0                        InvalidQuorum
        quorum timelock 4                        InvalidQuorum
        quorum timelock 2                        ok
        removeMember timelock m2 2               ok
        period alice 33                          OnlyOperatingTimelock
        period timelock 0                        InvalidReportPeriod
        period timelock 33                       InvalidReportPeriod
        period timelock 64                       ok
        nextTo                                   = 63
        pass 200                                 ok
        nextTo                                   = 191
        """);

    // 1,000 ether over 7,199 slots, 86,388 seconds: 100 % a year is 2.7393..., and ⌊10⁴ · r · 31,536,000 /
    // (1000 · 86,388)⌋ is 10,001 from r = 2.7396... on; 25 bps are 2.5, 3 bps 0.3.
    [Fact]
    public void What_a_report_may_move() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        rise                                     = 2.5e18
        fallAtMost                               = 0.3e18
        pass 7264                                ok
        vote m0 2.74e18 0 0 0                    ok
        vote m1 2.74e18 0 0 0                    ok
        execute anyone                           EtherFiAdmin:_report_is_too_fresh
        wait                                     ok
        execute anyone                           EtherFiAdmin:_TVL_changed_too_much
        rate                                     = 1e18
        deposit bob 0.2e18                       ok
        execute anyone                           RebaseExceedsPositiveCap
        deposit bob 100e18                       ok
        pause multisig lp                        ok
        execute anyone                           ok
        total                                    = 1102.94e18
        execute anyone                           EtherFiAdmin:_report_has_wrong_`refSlotFrom`
        """);

    [Fact]
    public void How_far_a_report_may_fall() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        create operations 100                    ok
        apr alice 1                              OnlyOperatingTimelock
        apr timelock 10001                       InvalidAcceptableRebaseApr
        apr timelock -1                          InvalidAcceptableRebaseApr
        fall alice 1                             OnlyOperatingTimelock
        fall timelock 10001                      InvalidMaxNegativeRebaseBps
        pass 7264                                ok
        vote m0 m0.300000000000000001e18 0 0 0   ok
        vote m1 m0.300000000000000001e18 0 0 0   ok
        wait                                     ok
        execute anyone                           EtherFiAdmin:_negative_rebase_exceeds_cap
        rate                                     = 1e18
        fall timelock 4                          ok
        apr timelock 0                           ok
        execute anyone                           EtherFiAdmin:_TVL_changed_too_much
        apr timelock 10000                       ok
        execute anyone                           ok
        out                                      = 99.699999999999999999e18
        fall timelock 0                          ok
        fallAtMost                               = 0.299909999999999999e18
        """);

    // The fee may be a fifth of rewards and fee together: 0.25 of 1 is.
    [Fact]
    public void What_a_report_may_take() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        pass 7264                                ok
        vote m0 1e18 0.250000000000000001e18 0 0    ok
        vote m1 1e18 0.250000000000000001e18 0 0    ok
        wait                                     ok
        execute anyone                           EtherFiAdmin:_protocol_fees_exceed_20%_total_rewards
        feeTo alice bob                          OnlyOperatingTimelock
        feeTo timelock bob                       ok
        """);

    // The fee of 0.25 is minted after the rewards: ⌊0.25 · 1000 / 1001⌋ shares for 0.25 of 1,001.25 ether.
    [Fact]
    public void A_fee_is_paid_by_those_who_got_the_rewards() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        pass 7264                                ok
        vote m0 1e18 0.25e18 0 0                 ok
        vote m1 1e18 0.25e18 0 0                 ok
        wait                                     ok
        pause multisig lp                        ok
        execute anyone                           ContractPaused
        unpause multisig lp                      ok
        barForGood multisig fees                 ok
        execute anyone                           BlacklistedUser
        unbar multisig fees                      ok
        execute anyone                           ok
        shares fees                              = 249750249750249750
        total                                    = 1001.25e18
        eeth alice                               = 1001e18
        """);

    // 1,000 ether a day at most: 999.86... for 7,199 slots.
    [Fact]
    public void What_a_report_may_finalize() => EtherFiScript.Play("""
        deposit alice 2000e18                    ok
        request alice 999.9e18                   ok
        request alice 10e18                      ok
        request alice 10e18                      ok
        request alice 10e18                      ok
        perDay alice 1                           OnlyOperatingTimelock
        perDay timelock 0                        InvalidMaxFinalizedWithdrawalAmountPerDay
        perDay timelock 1.1e30                   InvalidMaxFinalizedWithdrawalAmountPerDay
        perDay timelock 1000e18                  ok
        validators alice 1                       OnlyOperatingTimelock
        validators timelock 11                   InvalidMaxNumValidatorsToApprovePerDay
        pass 7264                                ok
        vote m0 0 0 4 999.9e18 approve=1         ok
        vote m1 0 0 4 999.9e18 approve=1         ok
        wait                                     ok
        execute anyone                           EtherFiAdmin:_number_of_validators_to_approve_exceeds_max
        validators timelock 1                    ok
        execute anyone                           EtherFiAdmin:_finalized_withdrawal_amount_exceeds_max
        perDay timelock 2000e18                  ok
        create operations 1001                   ok
        execute anyone                           EtherFiAdmin:_finalized_withdrawal_exceeds_LP_liquidity
        back manager 1001e18                     ok
        execute anyone                           EtherFiAdmin:_number_of_requests_to_finalize_exceeds_max
        """);

    [Fact]
    public void What_a_report_finalizes_has_to_add_up() => EtherFiScript.Play("""
        deposit alice 2000e18                    ok
        request alice 10e18                      ok
        request alice 20e18                      ok
        pass 7264                                ok
        vote m0 0 0 2 31e18                      ok
        vote m1 0 0 2 31e18                      ok
        wait                                     ok
        execute anyone  EtherFiAdmin:_sum_of_requests_does_not_match_finalized_withdrawal_amount
        """);

    // Numbers beyond the last request pass the check, as nothing valid is there, and are refused then.
    [Fact]
    public void A_report_finalizes_no_future_requests() => EtherFiScript.Play("""
        deposit alice 2000e18                    ok
        request alice 10e18                      ok
        pass 7264                                ok
        vote m0 0 0 2 10e18                      ok
        vote m1 0 0 2 10e18                      ok
        wait                                     ok
        execute anyone                           CannotFinalizeFutureRequests
        """);

    // Somebody finalizes in between.
    [Fact]
    public void A_report_undoes_no_finalization() => EtherFiScript.Play("""
        deposit alice 2000e18                    ok
        request alice 10e18                      ok
        pass 20000                               ok
        vote m0 0 0 0 0                          ok
        stale bob                                ok
        vote m1 0 0 0 0                          ok
        wait                                     ok
        execute anyone EtherFiAdmin:_finalized_withdrawal_request_id_is_less_than_last_finalized_request_id
        finalize admin 0                         CannotUndoFinalization
        """);

    // A loss of more than all outside, in a pool that is small enough to let it through, wraps around, and
    // the two counts together do not fit any more.
    [Fact]
    public void A_loss_of_more_than_is_outside_is_a_panic() => EtherFiScript.Play("""
        deposit alice 1000e18                    ok
        pass 7264                                ok
        vote m0 m0.3e18 0 0 0                    ok
        vote m1 m0.3e18 0 0 0                    ok
        wait                                     ok
        execute anyone                           Panic(0x11)
        waits alice 0                            OnlyOperatingTimelock
        waits timelock 0                         ok
        """);
}
