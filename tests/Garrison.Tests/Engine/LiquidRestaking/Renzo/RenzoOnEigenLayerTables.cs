namespace Garrison.Tests.Engine.LiquidRestaking.Renzo;

/// <summary>Renzo on EigenLayer itself: a delegator restakes what is deposited, and is slashed
/// there.</summary>
public sealed class RenzoOnEigenLayerTables
{
    // Of 100 tA the buffer takes 20 and d1 stakes 80; a service slashes half of that, so 60 are left for 100.
    // Who asked for 10 before is paid 6. When the delegator is undelegated, nothing is priced.
    [Fact]
    public void A_slash_below_is_seen_at_once() => RenzoVerbs.Play("""
        operatorOf d1 op eigenlayer           ok
        back d1 tA A                          ok
        give alice tA 100e18                  OperatoDelegatorNotDelegated
        delegate d1 op                        ok
        join op op avs/1                      ok
        delay op op 1                         ok
        pass 60                               ok
        allocate op op avs/1 A 1e18           ok
        pass 60                               ok
        price tA 1e18                         ok
        give alice tA 100e18                  ok
        shares d1 A                           = 80e18
        backing d1 tA                         = 80e18
        ask alice tA 10e18                    ok
        slash avs avs/1 op A 0.5e18           ok
        backing d1 tA                         = 40e18
        rate                                  = 0.6e18
        pass 9                                ok
        take alice 0                          ok
        has rqueue tA                         = 14e18
        rate                                  = 0.6e18
        queue d1 A 80e18                      ok
        backing d1 tA                         = 40e18
        rate                                  = 0.6e18
        undelegate d1 d1                      ok
        ask alice tA 1                        OperatoDelegatorNotDelegated
        """);
}
