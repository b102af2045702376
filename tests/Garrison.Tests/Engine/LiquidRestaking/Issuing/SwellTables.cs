using Garrison.Engine;
using Garrison.Tests.Engine.Restaking.EigenLayer;

namespace Garrison.Tests.Engine.LiquidRestaking.Issuing;

/// <summary>The preset that follows Swell.</summary>
public sealed class SwellTables
{
    // 110 with 10 of rewards, a tenth of which is the fee: 100 · 1 / 109 tokens are created, half of them
    // for operators, and 110 over all tokens is 1.09.
    private const string Priced = """
        create S                                           ok
        deposit alice S ETHER 100e18                       ok
        post staker ETHER 100e18                           ok
        snapshot S 0 900 1 100e18 10e18 10e18 100e18       ok
        """;

    [Fact]
    public void A_push_pays_the_fee_in_tokens() => IssuerScript.Play($"""
        {Priced}
        rate S                                             = 1090000000000000000
        bal S operators                                    = 458715596330275229
        bal S treasury                                     = 458715596330275229
        supply S                                           = 100917431192660550458
        deposit bob S ETHER 10e18                          ok
        bal S bob                                          = 9174311926605504580
        """);

    // A deposit before the first push is at 1 to 1, and rewards count from the push on only.
    [Fact]
    public void Deposit_before_and_after_rewards() => IssuerScript.Play($"""
        create S                                           ok
        rate S                                             = 1e18
        deposit alice S ETHER 0                            InvalidETHDeposit
        deposit alice S ETHER 1e18                         ok
        send rich ETHER S 5e18                             ok
        deposit bob S ETHER 1e18                           ok
        bal S bob                                          = 1e18
        """);

    [Fact]
    public void Guards_keep_the_old_rate() => IssuerScript.Play($"""
        create S                                           ok
        post staker ETHER 100e18                           ok
        snapshot S 0 900 1 100e18 0 0 1                    CannotRepriceWithZeroRswETHSupply
        deposit alice S ETHER 100e18                       ok
        snapshot S 1 900 1 100e18 0 0 100e18               RepriceBlockOfLastSnapshotMismatch
        snapshot S 0 0 1 100e18 0 0 100e18                 RepriceBlockAtSnapshotDidNotIncrease
        snapshot S 0 900 0 100e18 0 0 100e18               RepriceSlotDidNotIncrease
        snapshot S 0 1000 1 100e18 0 0 100e18              RepriceBlockAtSnapshotTooHigh
        snapshot S 0 900 1 98e18 0 0 100e18                RepriceV3ReservesExternalPoRDifferentialTooHigh
        snapshot S 0 900 1 100e18 0 100e18 100e18          InvalidPreRewardETHReserves
        snapshot S 0 900 1 100e18 0 101e18 100e18          Panic(0x11)
        snapshot S 0 900 1 100e18 0 0 98e18                RepricerswETHDifferenceTooLarge
        snapshot S 0 900 1 100e18 0 0 100e18               ok
        pass 5 3600                                        ok
        snapshot S 900 1001 2 100e18 0 0 100e18            NotEnoughTimeElapsedForReprice
        pass 8000 86400                                    ok
        snapshot S 900 1001 2 100e18 0 0 100e18            RepriceBlockAtSnapshotIsStale
        snapshot S 900 9000 2 100e18 1.1e18 0 100e18       RepriceDifferenceTooLarge
        rate S                                             = 1e18
        post staker ETHER 98e18                            ok
        snapshot S 900 9000 2 98e18 0 0 100e18             RepriceDifferenceTooLarge
        rate S                                             = 1e18
        deposit bob S ETHER 1e18                           ok
        bal S bob                                          = 1e18
        """);

    // The rate falls from 1.09 by half a percent: it is taken, and everything stops.
    [Fact]
    public void A_fall_locks_everything() => IssuerScript.Play($"""
        {Priced}
        pass 8000 86400                                    ok
        snapshot S 900 8990 2 99.5e18 9.95e18 0 100917431192660550458   ok
        rate S                                             = 1084550000000000000
        paused S                                           = 7
        deposit bob S ETHER 1e18                           CoreMethodsPaused
        request alice S 1e18                               WithdrawalsPaused
        claim alice S 1                                    WithdrawalsPaused
        snapshot S 8990 8999 3 99.5e18 9.95e18 0 100e18    BotMethodsPaused
        pause alice S None                                 NotOwner
        pause gov S None                                   ok
        deposit bob S ETHER 1e18                           ok
        """);

    // 10 tokens asked for at 1.09, finalised at 1.08455; the tokens are gone at once.
    [Fact]
    public void Slash_between_request_and_finalization() => IssuerScript.Play($"""
        {Priced}
        request alice S 10e18                              ok
        supply S                                           = 90917431192660550458
        exiting S                                          = 10.9e18
        pass 8000 86400                                    ok
        snapshot S 900 8990 2 99.5e18 9.95e18 0 100917431192660550458 RepricerswETHDifferenceTooLarge
        post staker ETHER 98.604e18                        ok
        snapshot S 900 8990 2 98604499999999999999 0 0 90917431192660550458 ok
        rate S                                             = 1084549999999999999
        pause gov S None                                   ok
        finalize keeper S 1                                ok
        claim alice S 1                                    ok
        bal ETHER alice                                    = 910845499999999999990
        exiting S                                          = 0
        """);

    // Paid at 1 before the push; nothing that happens between finalisation and claim moves it.
    [Fact]
    public void Rewards_after_the_request_are_the_others() => IssuerScript.Play($"""
        create S                                           ok
        deposit alice S ETHER 100e18                       ok
        request alice S 10e18                              ok
        post staker ETHER 90e18                            ok
        snapshot S 0 900 1 90e18 9e18 0 90e18              ok
        rate S                                             = 1.1e18
        finalize keeper S 1                                ok
        exited S                                           = 10e18
        pass 8000 86400                                    ok
        snapshot S 900 8990 2 90e18 8.5e18 0 90e18         ok
        paused S                                           = 7
        pause gov S None                                   ok
        claim alice S 1                                    ok
        bal ETHER alice                                    = 910e18
        """);

    // 95 of 100 are staked, so of two requests of 4 the first can be finalised.
    [Fact]
    public void Queue_goes_in_order_as_far_as_there_is_ether() => IssuerScript.Play($"""
        create S                                           ok
        deposit alice S ETHER 100e18                       ok
        send S ETHER staker 95e18                          ok
        request alice S 0.004e18                           WithdrawRequestTooSmall
        request alice S 501e18                             WithdrawRequestTooLarge
        request alice S 4e18                               ok
        request alice S 4e18                               ok
        deficit S                                          = 3e18
        finalize alice S 1                                 NotKeeper
        finalize keeper S 3                                CannotProcessWithdrawalsForNonExistentToken
        finalize keeper S 2                                Address:_insufficient_balance
        finalize keeper S 1                                ok
        finalize keeper S 1                                ok
        finalize keeper S 0   LastTokenIdToProcessMustBeGreaterOrEqualThanPrevious
        claim alice S 3                                    WithdrawalRequestDoesNotExist
        claim bob S 1                                      WithdrawalRequestFinalizationOnlyAllowedForNFTOwner
        claim alice S 2                                    WithdrawalRequestNotProcessed
        claim alice S 1                                    ok
        claim alice S 1                                    WithdrawalRequestDoesNotExist
        waiting S                                          = 1
        """);

    // The staker has 100 in EigenLayer and a tenth is slashed. A keeper who still says 100 is refused since
    // the layer says 90, and one who says 90 since the rate would fall too far: the token stays at 1.
    [Fact]
    public void A_slash_in_EigenLayer_cannot_be_booked_at_once()
    {
        Script script = Script.Play("join op op avs/1   ok");
        World world = script.World;
        IssuerScript.Play(world, """
            mint ETHER alice 100e18                            ok
            mint tA staker 100e18                              ok
            create S                                           ok
            deposit alice S ETHER 100e18                       ok
            backing staker ETHER EigenLayer A                  ok
            """);
        script.PlayLines("""
            deposit staker A 100e18                            ok
            delegate staker op                                 ok
            pass 6                                             ok
            allocate op op avs/1 A 1e18                        ok
            pass 6                                             ok
            """);
        Push(world, 0, "100e18", "ok");
        script.PlayLines("slash avs avs/1 op A 0.1e18          ok");
        IssuerScript.Play(world, "pass 1 86400 ok");
        ulong last = world.Clock.Block - 2;
        Push(world, last, "100e18", "RepriceV3ReservesExternalPoRDifferentialTooHigh");
        Push(world, last, "90e18", "RepriceDifferenceTooLarge");
        IssuerScript.Play(world, "rate S = 1e18");
    }

    private static void Push(World world, ulong last, string staked, string outcome) =>
        IssuerScript.Play(
            world,
            $"snapshot S {last} {world.Clock.Block - 1} {world.Clock.Block} {staked} 0 0 100e18 {outcome}");
}
