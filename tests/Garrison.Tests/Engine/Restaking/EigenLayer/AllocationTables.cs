namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Operator sets, allocations and slashing: every refusal, in the contract's order.</summary>
public sealed class AllocationTables
{
    [Fact]
    public void Sets() => Script.Play("""
        set bob other/1 A A                        InvalidPermissions
        set other other/1 A A                      NonexistentAVSMetadata
        metadata bob other                         InvalidPermissions
        metadata other other                       ok
        set other other/1 A A                      StrategyAlreadyInOperatorSet
        setFor other other/1 nobody A              InputAddressZero
        set other other/1 A                        ok
        set other other/1 A                        InvalidOperatorSet
        addStrategies bob other/9 A                InvalidPermissions
        addStrategies other other/9 A              InvalidOperatorSet
        addStrategies other other/1 A              StrategyAlreadyInOperatorSet
        removeStrategies bob other/9 A             InvalidPermissions
        removeStrategies other other/9 B           InvalidOperatorSet
        removeStrategies other other/1 B           StrategyNotInOperatorSet
        removeStrategies other other/1 A           ok
        """);

    [Fact]
    public void Redistributing_sets() => Script.Play("""
        redistributingUneven bob other/1           InvalidPermissions
        redistributingUneven other other/1         InputArrayLengthMismatch
        redistributing other other/1 nobody ETH    NonexistentAVSMetadata
        metadata other other                       ok
        redistributing other other/1 nobody ETH    InputAddressZero
        redistributing other other/1 burnt ETH     InvalidRedistributionRecipient
        redistributing other other/1 bob ETH       InvalidStrategy
        redistributing other other/1 bob EIGEN     InvalidStrategy
        redistributing other other/1 bob A         ok
        redistributing other other/1 bob A         InvalidOperatorSet
        addStrategies other other/1 ETH            InvalidStrategy
        """);

    [Fact]
    public void Members() => Script.Play("""
        pause pauser am 4                          ok
        join bob op avs/9                          CurrentlyPaused
        leave bob op avs/9                         CurrentlyPaused
        unpause unpauser am 0                      ok
        join bob op avs/9                          InvalidPermissions
        join bob bob avs/9                         InvalidOperator
        join op op avs/9                           InvalidOperatorSet
        registrar avs RejectRegister               ok
        join op op avs/1                           RegistrarRejects
        joinNone op avs                            RegistrarRejects
        registrar avs None                         ok
        join op op avs/1                           EmptyRevert
        registrar avs Accept                       ok
        joinNone op avs                            ok
        join op op avs/1                           ok
        join op op avs/1                           AlreadyMemberOfSet
        leave bob op avs/9                         InvalidCaller
        leave op op avs/9                          InvalidOperatorSet
        leave op op avs/2                          NotMemberOfSet
        registrar avs RejectDeregister             ok
        leave avs op avs/1                         RegistrarRejects
        registrar avs Accept                       ok
        leave avs op avs/1                         ok
        join op op avs/1                           AlreadyMemberOfSet
        pass 30                                    ok
        join op op avs/1                           AlreadyMemberOfSet
        pass 1                                     ok
        join op op avs/1                           ok
        """);

    [Fact]
    public void Registrars() => Script.Play("""
        setRegistrar bob avs desk                  InvalidPermissions
        setRegistrar avs avs desk                  EmptyRevert
        registrar desk RejectService               ok
        setRegistrar avs avs desk                  InvalidAVSRegistrar
        registrar desk RejectRegister              ok
        setRegistrar avs avs desk                  ok
        join op op avs/1                           RegistrarRejects
        """);

    [Fact]
    public void Slashers() => Script.Play("""
        slasher bob avs/9 nobody                   InvalidPermissions
        slasher avs avs/9 nobody                   InvalidOperatorSet
        slasher avs avs/1 nobody                   InputAddressZero
        join op op avs/1                           ok
        slasher avs avs/1 bob                      ok
        slash bob avs/1 op A 1e18                  InvalidCaller
        pass 20                                    ok
        slasher avs avs/1 bob                      ok
        pass 25                                    ok
        slash avs avs/1 op A 1e18                  ok
        pass 1                                     ok
        slash avs avs/1 op A 1e18                  InvalidCaller
        slash bob avs/1 op A 1e18                  ok
        migrate avs/1                              ok
        migrate avs/9                              ok
        slash bob avs/1 op A 1e18                  ok
        """);

    [Fact]
    public void Allocations() => Script.Play("""
        pause pauser am 1                          ok
        allocate bob op avs/9 A 1                  CurrentlyPaused
        tidyUneven op                              CurrentlyPaused
        unpause unpauser am 0                      ok
        tidyUneven op                              InputArrayLengthMismatch
        allocate bob op avs/9 A 1                  InvalidPermissions
        allocate bob bob avs/9 A 1                 UninitializedAllocationDelay
        allocateUneven op avs/9                    InputArrayLengthMismatch
        allocate op op avs/9 A 1                   InvalidOperatorSet
        allocate op op avs/1 A 0                   SameMagnitude
        allocate op op avs/1 A 1000000000000000001 InsufficientMagnitude
        allocate op op avs/1 A 0.6e18              ok
        allocate op op avs/1 A 0.7e18              ModificationAlreadyPending
        allocate op op avs/2 A 0.5e18              InsufficientMagnitude
        encumbered op A                            = 0.6e18
        pass 5                                     ok
        allocate op op avs/1 A 0.6e18              SameMagnitude
        join op op avs/1                           ok
        allocate op op avs/1 A 0.2e18              ok
        encumbered op A                            = 0.6e18
        allocate op op avs/1 A 0.1e18              ModificationAlreadyPending
        pass 30                                    ok
        allocate op op avs/2 A 0.8e18              InsufficientMagnitude
        encumbered op A                            = 0.6e18
        pass 1                                     ok
        encumbered op A                            = 0.2e18
        tidy op A 1                                ok
        allocate op op avs/2 A 0.8e18              ok
        """);

    [Fact]
    public void What_nobody_can_slash_is_released_at_once() => Script.Play("""
        allocate op op avs/1 A 0.6e18              ok
        pass 5                                     ok
        allocate op op avs/1 A 0.1e18              ok
        encumbered op A                            = 0.1e18
        """);

    [Fact]
    public void Allocation_delays() => Script.Play("""
        delay alice op 0                           InvalidPermissions
        delay alice alice 0                        InvalidOperator
        delay op op 0                              ok
        pass 40                                    ok
        allocate op op avs/1 A 1                   ok
        allocate op op avs/1 A 2                   ModificationAlreadyPending
        pass 5                                     ok
        allocate op op avs/1 A 2                   ok
        allocate op op avs/1 A 3 A 4               ok
        join op op avs/1                           ok
        allocate op op avs/1 A 2 A 1               ModificationAlreadyPending
        """);

    [Fact]
    public void Slashes() => Script.Play("""
        deposit op A 100                           ok
        deposit op B 100                           ok
        allocate op op avs/1 A 0.5e18 B 1e18       ok
        pass 5                                     ok
        pause pauser am 2                          ok
        slashUneven bob avs/9 op                   CurrentlyPaused
        unpause unpauser am 0                      ok
        slashUneven bob avs/9 op                   InputArrayLengthMismatch
        slash bob avs/9 op A 0                     InvalidOperatorSet
        slash bob avs/1 op A 0                     OperatorNotSlashable
        join op op avs/1                           ok
        slash bob avs/1 op A 0                     InvalidCaller
        slash avs avs/1 op C 0                     InvalidWadToSlash
        slash avs avs/1 op C 1000000000000000001   InvalidWadToSlash
        slash avs avs/1 op C 1                     StrategyNotInOperatorSet
        slash avs avs/1 op B 1 A 0                 StrategiesMustBeInAscendingOrder
        slash avs avs/1 op A 1 A 1                 StrategiesMustBeInAscendingOrder
        slash avs avs/1 op A 0.5e18 B 0.1e18       ok
        max op A                                   = 0.75e18
        encumbered op A                            = 0.25e18
        max op B                                   = 0.9e18
        delegated op A                             = 75
        pending avs/1 1 A                          = 25
        pending avs/1 1 B                          = 10
        leave op op avs/1                          ok
        pass 30                                    ok
        slash avs avs/1 op A 1e18                  ok
        pass 1                                     ok
        slash avs avs/1 op A 1e18                  OperatorNotSlashable
        """);

    [Fact]
    public void A_slash_reaches_the_queue_until_the_delay_is_over() => Script.Play("""
        deposit alice A 1000                       ok
        delegate alice op                          ok
        join op op avs/1                           ok
        allocate op op avs/1 A 1e18                ok
        pass 5                                     ok
        queue alice A 400                          ok
        slashable op A                             = 400
        pass 50                                    ok
        slash avs avs/1 op A 0.1e18                ok
        pending avs/1 1 A                          = 100
        pass 1                                     ok
        slashable op A                             = 0
        slash avs avs/1 op A 0.5e18                ok
        pending avs/1 2 A                          = 270
        complete alice 0 tokens                    ok
        balance A tA                               = 640
        withdrawable alice A                       = 270
        """);

    [Fact]
    public void Removing_a_strategy_ends_what_the_set_can_slash() => Script.Play("""
        deposit op A 100                           ok
        join op op avs/1                           ok
        allocate op op avs/1 A 1e18                ok
        pass 5                                     ok
        removeStrategies avs avs/1 A               ok
        slash avs avs/1 op A 1e18                  StrategyNotInOperatorSet
        allocate op op avs/1 A 0                   ok
        encumbered op A                            = 0
        """);
}
