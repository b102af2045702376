namespace Garrison.Tests.Engine.LiquidRestaking.Kelp;

/// <summary>Kelp on EigenLayer itself: a node delegator stakes, is slashed, and leaves.</summary>
public sealed class KelpOnEigenLayerTables
{
    // 60 of 100 tA are restaked and half allocated is slashed by a tenth of all: 54, so 94 in all. The guard
    // of 2 % refuses 6 % until it is lifted. What leaves EigenLayer is counted all the way.
    [Fact]
    public void A_slash_below_is_seen_at_the_next_update() => KelpVerbs.Play("""
        delegate n1 op                        ok
        join op op avs/1                      ok
        delay op op 1                         ok
        pass 60                               ok
        allocate op op avs/1 A 1e18           ok
        pass 60                               ok
        give alice tA 100e18                  ok
        toNode opr kpool 0 tA 60e18           ok
        back n1 tA A                          ok
        total tA                              = 100e18
        deposit n1 A 60e18                    ok
        total tA                              = 100e18
        ask alice tA 10e18                    ok
        slash avs avs/1 op A 0.1e18           ok
        backing n1 tA                         = 54e18
        total tA                              = 94e18
        price                                 = 1e18
        live                                  = 0.94e18
        update bob                            RSETHPriceExceedsLimit
        limit adm 6                           ok
        update bob                            ok
        price                                 = 0.94e18
        queue n1 A 60e18                      ok
        total tA                              = 94e18
        toVault opr tA 40e18                  ok
        pass 40                               ok
        unlock opr tA 1                       ok
        worth                                 = 84.6e18
        take alice tA                         ok
        update bob                            ok
        price                                 = 0.94e18
        """);
}
