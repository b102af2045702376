namespace Garrison.Tests.Engine.LiquidRestaking.Lido;

/// <summary>The tokens and the queue: every refusal, in the contract's order.</summary>
public sealed class LidoQueueTables
{
    private const string NoRole = "AccessControl:_account_0x";

    // What is unwrapped goes through 99 wei, which are 65 shares: one stays with the wrapper.
    [Fact]
    public void Tokens() => LidoScript.Play("""
        submit alice 0                             ZERO_DEPOSIT
        submit carol 1                             InsufficientBalance
        submit alice 100e18                        ok
        rebase 150e18                              ok
        submit bob 100                             ok
        shares bob                                 = 66
        staked bob                                 = 99
        send bob nobody 1000                       TRANSFER_TO_ZERO_ADDR
        send bob stETH 1000                        TRANSFER_TO_STETH_CONTRACT
        send bob alice 102                         BALANCE_EXCEEDED
        send bob nobody 340282366920938463463374607431768211455   ETH_TOO_LARGE
        sendShares bob stETH 67                    TRANSFER_TO_STETH_CONTRACT
        sendShares bob alice 67                    BALANCE_EXCEEDED
        sendShares bob alice 66                    ok
        wrap alice 0                               wstETH:_can't_wrap_zero_stETH
        wrap bob 10                                BALANCE_EXCEEDED
        wrap alice 100                             ok
        wrapped alice                              = 66
        unwrap alice 0                             wstETH:_zero_amount_unwrap_not_allowed
        unwrap alice 67                            ERC20:_burn_amount_exceeds_balance
        unwrap alice 66                            ok
        shares wstETH                              = 1
        pay alice queue 1                          EmptyRevert
        """);

    // The pool is worth 1 a share throughout.
    [Fact]
    public void Requests() => LidoScript.Play("""
        submit alice 2000e18                       ok
        pauseFor guard 10                          ok
        request alice 99                           ResumedExpected
        requestWrapped alice 0                     ResumedExpected
        wait 9                                     ok
        resume guard                               ok
        resume guard                               PausedExpected
        pauseFor guard 0                           ZeroPauseDuration
        pauseUntil guard 5                         PauseUntilMustBeInFuture
        request alice 99                           RequestAmountTooSmall
        request alice 100,1000000000000000000001   RequestAmountTooLarge
        request bob 100                            BALANCE_EXCEEDED
        request alice 100,1000e18                  ok
        waiting                                    = 1000000000000000000100
        requestWrapped alice 1                     ERC20:_transfer_amount_exceeds_balance
        wrap alice 1000                            ok
        requestWrapped alice 200                   ERC20:_transfer_amount_exceeds_allowance
        allow alice                                ok
        requestWrapped alice 0                     wstETH:_zero_amount_unwrap_not_allowed
        requestWrapped alice 99                    RequestAmountTooSmall
        requestWrapped alice 200                   ok
        waiting                                    = 1000000000000000000300
        """);

    [Fact]
    public void Claims() => LidoScript.Play("""
        submit alice 1000                          ok
        request alice 100,200,300                  ok
        claim alice 0                              InvalidRequestId
        claim alice 4                              InvalidRequestId
        claim alice 1                              RequestNotFoundOrNotFinalized
        pauseFor guard 10                          ok
        finalize oracle 9 0 1                      ResumedExpected
        resume guard                               ok
        finalize oracle 4 1e27 1                   InvalidRequestId
        finalize oracle 0 1e27 1                   InvalidRequestId
        finalize oracle 1 1e27 101                 TooMuchEtherToFinalize
        finalize oracle 1 1e27 100                 ok
        finalize oracle 1 1e27 0                   InvalidRequestId
        finalize oracle 2 1e27 150                 ok
        claims alice 1,2 1,2 nobody                ZeroRecipient
        claims alice 1,2 1                         ArraysLengthMismatch
        claims alice 0 1                           InvalidRequestId
        claims alice 3 1                           RequestNotFoundOrNotFinalized
        claims bob 1 0                             NotOwner
        claims alice 1 0                           InvalidHint
        claims alice 1 3                           InvalidHint
        claims alice 1 2                           InvalidHint
        claims alice 2 1                           InvalidHint
        deaf carol                                 ok
        claims alice 1 1 carol                     CantSendValueRecipientMayHaveReverted
        claims alice 1 1 dave                      ok
        ether dave                                 = 100
        claim alice 1                              RequestAlreadyClaimed
        claim alice 2                              Panic(0x11)
        pauseFor guard 10                          ok
        claim alice 3                              RequestNotFoundOrNotFinalized
        """);

    [Fact]
    public void Requests_as_tokens() => LidoScript.Play("""
        submit alice 1000                          ok
        request alice 100,200                      ok
        move bob bob nobody 9                      TransferToZeroAddress
        move bob bob bob 9                         TransferToThemselves
        move bob bob alice 3                       InvalidRequestId
        move bob bob carol 1                       TransferFromIncorrectOwner
        move bob alice carol 1                     NotOwnerOrApproved
        approve bob carol 0                        InvalidRequestId
        approve bob alice 1                        ApprovalToOwner
        approve bob carol 1                        NotOwnerOrApprovedForAll
        operator bob bob on                        ApproveToCaller
        approve alice bob 1                        ok
        move bob alice bob 1                       ok
        move alice bob alice 1                     NotOwnerOrApproved
        operator alice bob on                      ok
        move bob alice carol 2                     ok
        finalize oracle 1 1e27 100                 ok
        claim bob 1                                ok
        move bob bob alice 1                       RequestAlreadyClaimed
        approve bob alice 1                        RequestAlreadyClaimed
        """);

    [Fact]
    public void Strangers()
    {
        LidoScript script = LidoScript.Play("""
            report 0 0 by=alice                    NotAuthorized
            deposit alice 1                        APP_AUTH_DSM_FAILED
            """);
        foreach (string line in new[]
        {
            "grant alice Pause alice", "pauseFor alice 0", "pauseUntil alice 0", "resume alice",
            "finalize alice 1 1 0", "onReport alice no 0 0", "burn alice 1 cover", "fees alice 0",
            "opinions alice on", "limits alice 1",
        })
        {
            var refused = (Garrison.Engine.Refused)script.Execute(script.Parse(line.Split(' ')));
            Assert.StartsWith(NoRole, refused.Reason.Name.Replace(' ', '_'));
        }
    }

    // At 2 ether a share requests of 100 are 50 shares. A fall to 1.5 pays 75; a rise pays 100.
    [Theory]
    [InlineData("200", "2e27", "100")]
    [InlineData("150", "1.5e27", "75")]
    [InlineData("300", "3e27", "100")]
    public void The_lower_of_two_rates_is_paid(string after, string rate, string paid) => LidoScript.Play($"""
        submit alice 100e18                        ok
        rebase 200e18                              ok
        request alice 100                          ok
        rebase {after}e18                          ok
        finalize oracle 1 {rate} {paid}            ok
        rebase 50e18                               ok
        claims alice 1 1 dave                      ok
        ether dave                                 = {paid}
        locked                                     = 0
        """);

    // A fall before the request is in what is asked for: 100 are then 100 shares at 1 a share.
    [Fact]
    public void A_slash_before_the_request_changes_nothing_later() => LidoScript.Play("""
        submit alice 100e18                        ok
        rebase 50e18                               ok
        request alice 100                          ok
        rebase 100e18                              ok
        finalize oracle 1 1e27 100                 ok
        claims alice 1 1 dave                      ok
        ether dave                                 = 100
        """);

    // 250 pay for the first two of three requests, whole; the third does not overtake. Requests made in the
    // last 7,680 seconds wait.
    [Fact]
    public void The_first_are_paid_first() => LidoScript.Play("""
        submit alice 1000                          ok
        request alice 150,100,200                  ok
        batch 10000 1e27                           = 0
        wait 7680                                  ok
        batch 149 1e27                             = 0
        batch 250 1e27                             = 2
        batch 449 1e27                             = 2
        batch 450 1e27                             = 3
        batches 450 1e27                           = 1
        """);

    // Bunker mode counts from the report before: requests made since wait.
    [Fact]
    public void In_bunker_mode_younger_requests_wait()
    {
        ulong start = LidoScript.Start;
        LidoScript.Play($"""
            submit alice 1000                      ok
            request alice 100                      ok
            wait 100                               ok
            request alice 200                      ok
            onReport oracle bunker {start + 100} 1 InvalidReportTimestamp
            onReport oracle bunker 1 {start + 100} InvalidReportTimestamp
            onReport oracle bunker {start + 50} {start + 99} ok
            bunker                                 = 1
            wait 86400                             ok
            batch 1000 1e27                        = 1
            deposit dsm 1                          CAN_NOT_DEPOSIT
            onReport oracle turbo 0 {start + 200}  ok
            batch 1000 1e27                        = 2
            """);
    }
}
