using Garrison.Tests.Engine.Restaking.EigenLayer;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>Registered maximums, what waits, and what lies in escrow.</summary>
public sealed class WindowTables
{
    // 600 seconds are 50 blocks, 1,200 are 100.
    private const string Maximum = "maximum avs 30e18 600 1200                         ok";

    [Fact]
    public void A_service_registers_once() => Script.Play("""
        maximum avs 0 600 1200                             ZeroSlashPercentageWad
        maximum avs 100000000000000000001 600 1200         MaxSlashPercentageWadBreached
        maximum avs 100e18 600 1200                        ok
        maximum avs 0 600 1200                             DSSAlreadyRegistered
        """);

    // 30 % of 1,000 are set aside. The stake doubles, and still 300 are taken.
    [Fact]
    public void A_slash_takes_what_was_set_aside() => Script.Play($"""
        {Markets.One}
        {Maximum}
        propose 0 0 0 slash avs avs/1 op A 300000000000000001   MaxSlashPercentageWadBreached
        propose 0 0 0 slash avs avs/1 op A 0.3e18          ok
        earmark 1 A                                        = 300e18
        delegated op A                                     = 1000e18
        deposit bob A 1000e18                              ok
        delegate bob op                                    ok
        finalize anyone 1 slash avs avs/1 op A 0.3e18      MinSlashingDelayNotPassed
        pass 50                                            ok
        finalize anyone 2 slash avs avs/1 op A 0.3e18      InvalidSlashingParams
        finalize anyone 1 slash avs avs/1 op A 0.2e18      InvalidSlashingParams
        finalize anyone 1 slash avs avs/1 op A 0.3e18      ok
        delegated op A                                     = 1700e18
        earmark 1 A                                        = 0
        finalize anyone 1 slash avs avs/1 op A 0.3e18      InvalidSlashingParams
        """);

    // 300e18 of 1,000e18 are set aside. What is queued can still be slashed, so it bears its part: of the
    // 200e18 that stay, 30 % go.
    [Fact]
    public void Nobody_slips_through_an_earmark_by_queuing() => Script.Play($"""
        {Markets.One}
        {Maximum}
        propose 0 0 0 slash avs avs/1 op A 0.3e18          ok
        queue alice A 800e18                               ok
        pass 50                                            ok
        finalize anyone 1 slash avs avs/1 op A 0.3e18      ok
        delegated op A                                     = 140e18
        """);

    [Fact]
    public void A_slash_waits_for_the_one_before() => Script.Play($"""
        {Markets.One}
        {Maximum}
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        propose 0 0 0 slash avs avs/1 op A 0.4e18          SlashingCooldownNotPassed
        pass 99                                            ok
        propose 0 0 0 slash avs avs/1 op A 0.1e18          SlashingCooldownNotPassed
        pass 1                                             ok
        propose 0 0 0 slash avs avs/1 op A 0.4e18          MaxSlashPercentageWadBreached
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        """);

    [Fact]
    public void The_committee_calls_a_slash_off() => Script.Play($"""
        {Markets.One}
        {Maximum}
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        cancelSlash avs 1 slash avs avs/1 op A 0.1e18      Unauthorized
        cancelSlash committee 1 slash avs avs/1 op A 1     InvalidSlashingParams
        pass 49                                            ok
        cancelSlash committee 1 slash avs avs/1 op A 0.1e18     ok
        earmark 1 A                                        = 0
        pass 51                                            ok
        finalize anyone 1 slash avs avs/1 op A 0.1e18      InvalidSlashingParams
        delegated op A                                     = 1000e18
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        pass 50                                            ok
        cancelSlash committee 2 slash avs avs/1 op A 0.1e18     VetoPeriodEnded
        finalize anyone 2 slash avs avs/1 op A 0.1e18      ok
        delegated op A                                     = 900e18
        """);

    [Fact]
    public void A_slash_that_its_protocol_refuses_does_not_wait() => Script.Play($"""
        {Markets.One}
        {Maximum}
        proposeAs avs pass 1                               NotASlash
        finalize avs 1 pass 1                              NotASlash
        cancelSlash avs 1 pass 1                           NotASlash
        proposeAs alice slash avs avs/1 op A 0.1e18        Unauthorized
        propose 0 0 0 slash alice avs/1 op A 0.1e18        InvalidCaller
        propose 0 0 0 slash avs avs/1 op A 0               InvalidWadToSlash
        propose 0 0 0 slash avs avs/1 op B 0.1e18 A 0.1e18 StrategiesMustBeInAscendingOrder
        propose 0 0 0 slashUneven avs avs/1 op             InputArrayLengthMismatch
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        """);

    // Slashing is paused by the second bit. After 30 blocks a set can no longer slash who left it.
    [Fact]
    public void The_protocol_has_the_last_word() => Script.Play($"""
        {Markets.One}
        {Maximum}
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        pass 100                                           ok
        pause pauser am 2                                  ok
        finalize anyone 1 slash avs avs/1 op A 0.1e18      CurrentlyPaused
        earmark 1 A                                        = 100e18
        unpause unpauser am 0                              ok
        finalize anyone 1 slash avs avs/1 op A 0.1e18      ok
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        leave avs op avs/1                                 ok
        pass 50                                            ok
        finalize anyone 2 slash avs avs/1 op A 0.1e18      OperatorNotSlashable
        earmark 2 A                                        = 90e18
        delegated op A                                     = 900e18
        """);

    // ⌊100 / 3⌋ = 33, ⌊200 / 3⌋ − 33 = 33, 100 − 66 = 34.
    [Fact]
    public void A_refund_gives_back_all() => Script.Play("""
        mint tZ safe 150                                   ok
        lockSlashed avs tZ 100 alice 1                     NoEscrow
        serve safe avs                                     ok
        escrow avs safe 600                                ok
        lockSlashed avs tZ 0 alice 1                       NothingToLock
        lockSlashed avs tZ 100                             NoVictims
        lockSlashed avs tZ 100 alice 0                     NoVictims
        lockSlashed avs tZ 151 alice 1                     InsufficientEscrow
        lockSlashed avs tZ 100 alice 1 bob 1 carol 1       ok
        lockSlashed avs tZ 51 alice 1                      InsufficientEscrow
        lockSlashed avs tZ 50 alice 1                      ok
        lockedIn safe tZ                                   = 150
        refund avs 1                                       Unauthorized
        release 1                                          MinSlashingDelayNotPassed
        escrow avs safe 0                                  ok
        pass 49                                            ok
        refund judge 1                                     ok
        refund judge 1                                     NoSuchLock
        balance alice tZ                                   = 33
        balance bob tZ                                     = 33
        balance carol tZ                                   = 34
        lockedIn safe tZ                                   = 50
        pass 1                                             ok
        refund judge 2                                     VetoPeriodEnded
        release 2                                          ok
        release 2                                          NoSuchLock
        balance treasury tZ                                = 50
        balance safe tZ                                    = 0
        lockedIn safe tZ                                   = 0
        """);

    // The set pays what it slashes to the safe: 10 % of what alice, with 3 parts in 4, and bob put in.
    [Fact]
    public void A_slash_can_be_taken_back_after_the_fact() => Script.Play("""
        redistributing avs avs/3 safe A                    ok
        mint tA alice 1                                    ok
        deposit alice A 3000                               ok
        deposit bob A 1000                                 ok
        delegate alice op                                  ok
        delegate bob op                                    ok
        join op op avs/3                                   ok
        allocate op op avs/3 A 1e18                        ok
        pass 5                                             ok
        propose 0 0 0 slash avs avs/3 op A 0.1e18          ok
        clear avs/3 1                                      ok
        balance safe tA                                    = 400
        serve safe avs                                     ok
        escrow avs safe 600                                ok
        lockSlashed avs tA 400 alice 3000 bob 1000         ok
        refund judge 1                                     ok
        balance safe tA                                    = 0
        balance bob tA                                     = 9999999999999999999999999999999999999100
        """);
}
