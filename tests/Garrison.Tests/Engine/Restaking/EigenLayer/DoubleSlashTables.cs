namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Ether that a service and the beacon chain slash, in both orders, and in the queue.</summary>
/// <remarks>The cases are worked examples of EigenLayer's documentation of shares accounting.</remarks>
public sealed class DoubleSlashTables
{
    // One validator of 32 ether, of which the service has taken 24.
    private const string Begin = """
        forkSetter owner fs                              ok
        fork fs 1                                        ok
        addStrategies avs avs/1 ETH                      ok
        pod alice alicePod                               ok
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        delegate alice op                                ok
        join op op avs/1                                 ok
        allocate op op avs/1 ETH 1e18                    ok
        pass 5                                           ok
        slash avs avs/1 op ETH 0.75e18                   ok
        withdrawable alice ETH                           = 8e18
        """;

    [Fact]
    public void A_new_validator_before_the_loss_is_counted_shares_it() => Script.Play($"""
        {Begin}
        credentials alice alice 72 v2 32e9               ok
        withdrawable alice ETH                           = 40e18
        scaling alice ETH                                = 2.5e18
        pass 1                                           ok
        stale anyone alice 84 v1 slashed                 ok
        prove anyone alice v1 16e9                       ok
        prove anyone alice v2 32e9                       ok
        beaconFactor alice                               = 0.75e18
        withdrawable alice ETH                           = 30e18
        delegated op ETH                                 = 30e18
        """);

    [Fact]
    public void A_new_validator_after_the_loss_is_counted_does_not() => Script.Play($"""
        {Begin}
        stale anyone alice 72 v1 slashed                 ok
        prove anyone alice v1 16e9                       ok
        beaconFactor alice                               = 0.5e18
        withdrawable alice ETH                           = 4e18
        pass 1                                           ok
        credentials alice alice 84 v2 32e9               ok
        withdrawable alice ETH                           = 36e18
        scaling alice ETH                                = 4.5e18
        delegated op ETH                                 = 36e18
        """);

    [Fact]
    public void The_order_of_the_two_slashes_does_not_matter() => Script.Play("""
        forkSetter owner fs                              ok
        fork fs 1                                        ok
        addStrategies avs avs/1 ETH                      ok
        pod alice alicePod                               ok
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        delegate alice op                                ok
        join op op avs/1                                 ok
        allocate op op avs/1 ETH 1e18                    ok
        pass 5                                           ok
        stale anyone alice 72 v1 slashed                 ok
        prove anyone alice v1 16e9                       ok
        slash avs avs/1 op ETH 0.75e18                   ok
        withdrawable alice ETH                           = 4e18
        delegated op ETH                                 = 4e18
        """);

    [Fact]
    public void Both_slashes_reach_what_is_queued() => Script.Play("""
        forkSetter owner fs                              ok
        fork fs 1                                        ok
        addStrategies avs avs/1 ETH                      ok
        pod alice alicePod                               ok
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        delegate alice op                                ok
        join op op avs/1                                 ok
        allocate op op avs/1 ETH 1e18                    ok
        pass 5                                           ok
        queue alice ETH 32e18                            ok
        pass 10                                          ok
        slash avs avs/1 op ETH 0.25e18                   ok
        burnableEther                                    = 8e18
        pass 10                                          ok
        checkpoint alice alice                           ok
        prove anyone alice v1 16e9                       ok
        pass 31                                          ok
        slash avs avs/1 op ETH 1e18                      ok
        burnableEther                                    = 8e18
        checkpoint alice alice                           ok
        fund alicePod 16e18                              ok
        prove anyone alice v1 0                          ok
        pass 1                                           ok
        checkpoint alice alice                           FullySlashed
        """);

    [Fact]
    public void Magnitude_and_shares_fall_together() => Script.Play("""
        setFor avs avs/3 avs A                           ok
        deposit alice A 1000e18                          ok
        delegate alice op                                ok
        join op op avs/1                                 ok
        join op op avs/2                                 ok
        join op op avs/3                                 ok
        allocate op op avs/1 A 0.5e18                    ok
        allocate op op avs/2 A 0.3e18                    ok
        allocate op op avs/3 A 0.1e18                    ok
        pass 5                                           ok
        slash avs avs/1 op A 0.2e18                      ok
        allocated op avs/1 A                             = 0.4e18
        max op A                                         = 0.9e18
        encumbered op A                                  = 0.8e18
        delegated op A                                   = 900e18
        slash avs avs/2 op A 1e18                        ok
        allocated op avs/2 A                             = 0
        max op A                                         = 0.6e18
        encumbered op A                                  = 0.5e18
        delegated op A                                   = 600e18
        slash avs avs/1 op A 333333333333333333          ok
        allocated op avs/1 A                             = 266666666666666666
        max op A                                         = 466666666666666666
        encumbered op A                                  = 366666666666666666
        delegated op A                                   = 466666666666666666000
        slash avs avs/3 op A 1                           ok
        allocated op avs/3 A                             = 99999999999999999
        max op A                                         = 466666666666666665
        encumbered op A                                  = 366666666666666665
        delegated op A                                   = 466666666666666665000
        """);

    [Fact]
    public void A_slash_in_the_delay_reaches_the_queue() => Script.Play("""
        deposit alice A 10e18                            ok
        delegate alice op                                ok
        join op op avs/1                                 ok
        allocate op op avs/1 A 1e18                      ok
        pass 5                                           ok
        queue alice A 10e18                              ok
        pass 20                                          ok
        slash avs avs/1 op A 0.2e18                      ok
        pass 31                                          ok
        complete alice 0 tokens                          ok
        balance alice tA                                 = 9999999999999999999998000000000000000000
        """);
}
