using Garrison.Engine.Restaking.EigenLayer;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Slashed shares, releases, pauses and powers: every refusal, in the contract's order.</summary>
public sealed class ClearingTables
{
    private const string Slashed = """
        deposit op A 100                           ok
        join op op avs/1                           ok
        allocate op op avs/1 A 1e18                ok
        pass 5                                     ok
        slash avs avs/1 op A 0.5e18                ok

        """;

    [Fact]
    public void A_slash_is_paid_at_the_rate_of_the_day_it_is_cleared() => Script.Play(Slashed + """
        clear avs/1 9                              ok
        donate alice A 1100                        ok
        pause pauser A 2                           ok
        clear avs/1 1                              CurrentlyPaused
        pause pauser sm 2                          ok
        unpause unpauser A 0                       ok
        clear avs/1 1                              ok
        balance burnt tA                           = 100
        clear avs/1 1                              ok
        balance burnt tA                           = 100
        burn A                                     ok
        """);

    [Fact]
    public void From_1_13_0_a_slash_rests_and_clearing_can_be_paused() => Script.Play(
        Slashed + """
        pause pauser sm 2                          ok
        clear avs/1 1                              CurrentlyPaused
        clear avs/1 1 A                            CurrentlyPaused
        burn A                                     CurrentlyPaused
        unpause unpauser sm 0                      ok
        clear avs/1 1                              SlashResolutionDelayNotElapsed
        pass 20                                    ok
        clear avs/1 1 A                            SlashResolutionDelayNotElapsed
        clear avs/2 1 A                            ok
        pass 1                                     ok
        clear avs/1 1 A                            ok
        balance burnt tA                           = 50
        """,
        EigenLayerVersion.V1130);

    [Fact]
    public void A_slash_from_before_the_upgrade_does_not_rest() => Script.Play(Slashed + """
        upgrade alice V1130                        Ownable:_caller_is_not_the_owner
        upgrade owner V1130                        ok
        clear avs/1 1                              ok
        """);

    [Fact]
    public void A_redistributing_set_pays_its_recipient() => Script.Play("""
        redistributing avs avs/3 bob A B           ok
        deposit op A 100                           ok
        deposit op B 10                            ok
        join op op avs/3                           ok
        allocate op op avs/3 A 1e18 B 1e18         ok
        pass 5                                     ok
        slash avs avs/3 op A 0.3e18 B 1e18         ok
        clear avs/3 1 B                            ok
        balance bob tB                             = 10000000000000000000000000000000000000010
        pending avs/3 1 A                          = 30
        clear avs/3 1                              ok
        balance bob tA                             = 10000000000000000000000000000000000000030
        """);

    // Half a share each: nobody can withdraw it, and the older rule adds the halves up.
    [Theory]
    [InlineData(EigenLayerVersion.V1130, 1)]
    [InlineData(EigenLayerVersion.V1131, 0)]
    public void From_1_13_1_only_what_can_leave_is_slashable_in_the_queue(
        EigenLayerVersion version, int slashable) => Script.Play(
        $"""
        deposit alice A 100                        ok
        delegate alice op                          ok
        join op op avs/1                           ok
        allocate op op avs/1 A 1e18                ok
        pass 5                                     ok
        slash avs avs/1 op A 0.5e18                ok
        queue alice A 1                            ok
        queue alice A 1                            ok
        slashable op A                             = {slashable}
        """,
        version);

    [Fact]
    public void Pauses() => Script.Play("""
        pause alice sm 1                           OnlyPauser
        pauseAll alice sm                          OnlyPauser
        unpause alice sm 1                         OnlyUnpauser
        pause pauser sm 3                          ok
        pause pauser sm 1                          InvalidNewPausedStatus
        unpause unpauser sm 4                      InvalidNewPausedStatus
        unpause unpauser sm 2                      ok
        pauseAll pauser sm                         ok
        deposit alice A 1                          CurrentlyPaused
        """);

    [Fact]
    public void Admins() => Script.Play("""
        invite alice op alice                      NotAdmin
        uninvite alice op alice                    NotAdmin
        removeAdmin alice op op                    NotAdmin
        uninvite op op alice                       AdminNotPending
        accept alice op                            AdminNotPending
        invite op op alice                         ok
        invite op op alice                         AdminAlreadyPending
        uninvite op op alice                       ok
        invite op op alice                         ok
        removeAdmin op op op                       CannotHaveZeroAdmins
        accept alice op                            ok
        invite op op bob                           NotAdmin
        uri op op                                  InvalidPermissions
        uri alice op                               ok
        invite alice op alice                      AdminAlreadySet
        removeAdmin alice op alice                 CannotHaveZeroAdmins
        invite alice op bob                        ok
        accept bob op                              ok
        removeAdmin bob op carol                   AdminNotSet
        removeAdmin bob op alice                   ok
        uri alice op                               InvalidPermissions
        """);

    [Fact]
    public void Appointees() => Script.Play("""
        deposit alice A 10                         ok
        delegate alice op                          ok
        appoint bob op bob dm undelegate(address)  NotAdmin
        dismiss bob op bob dm undelegate(address)  NotAdmin
        dismiss op op bob dm undelegate(address)   AppointeeNotSet
        appoint op op bob am undelegate(address)   ok
        undelegate bob alice                       CallerCannotUndelegate
        appoint op op bob dm undelegate(address)   ok
        appoint op op bob dm undelegate(address)   AppointeeAlreadySet
        undelegate bob alice                       ok
        dismiss op op bob dm undelegate(address)   ok
        delegate alice op                          ok
        undelegate bob alice                       CallerCannotUndelegate
        """);
}
