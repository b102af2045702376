namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Beacon chain ether at the level of shares: every refusal, in the contract's order.</summary>
public sealed class PodTables
{
    [Fact]
    public void Balance_updates() => Script.Play("""
        pause pauser epm 1                         ok
        pod alice alicePod                         CurrentlyPaused
        unpause unpauser epm 0                     ok
        pod alice alicePod                         ok
        pod alice alicePod                         EigenPodAlreadyExists
        beacon alice alice 0 1                     OnlyEigenPod
        beacon alicePod bob 0 1                    OnlyEigenPod
        beacon alicePod alice 0 1                  SharesNotMultipleOfGwei
        beacon alicePod alice 0 -1e9               Panic(0x11)
        beacon alicePod alice 0 32e18              ok
        shares alice ETH                           = 32e18
        beacon alicePod alice 32e18 -33e18         Panic(0x11)
        beacon alicePod alice 32e18 -8e18          ok
        beaconFactor alice                         = 0.75e18
        shares alice ETH                           = 32e18
        withdrawable alice ETH                     = 24e18
        """);

    [Fact]
    public void The_beacon_chain_and_a_service_slash_the_same_ether() => Script.Play("""
        addStrategies avs avs/1 ETH                ok
        pod alice alicePod                         ok
        beacon alicePod alice 0 32e18              ok
        delegate alice op                          ok
        join op op avs/1                           ok
        allocate op op avs/1 ETH 1e18              ok
        pass 5                                     ok
        slash avs avs/1 op ETH 0.25e18             ok
        withdrawable alice ETH                     = 24e18
        burnableEther                              = 8e18
        beacon alicePod alice 32e18 -16e18         ok
        withdrawable alice ETH                     = 12e18
        delegated op ETH                           = 12e18
        queue alice ETH 32e18                      ok
        beacon alicePod alice 16e18 -8e18          ok
        pass 51                                    ok
        complete alice 0 tokens                    InsufficientWithdrawableBalance
        complete alice 0 shares                    ok
        withdrawable alice ETH                     = 5999999999999999999
        """);

    [Fact]
    public void A_zero_change_at_a_fully_slashed_operator_is_accepted() => Script.Play("""
        addStrategies avs avs/1 ETH                ok
        pod alice alicePod                         ok
        beacon alicePod alice 0 32e18              ok
        delegate alice op                          ok
        join op op avs/1                           ok
        allocate op op avs/1 ETH 1e18              ok
        pass 5                                     ok
        slash avs avs/1 op ETH 1e18                ok
        beacon alicePod alice 32e18 0              ok
        beacon alicePod alice 32e18 1e18           FullySlashed
        """);

    [Fact]
    public void A_pod_the_beacon_chain_emptied_can_still_be_delegated() => Script.Play("""
        pod alice alicePod                         ok
        beacon alicePod alice 0 32e18              ok
        beacon alicePod alice 32e18 -32e18         ok
        delegate alice op                          ok
        delegated op ETH                           = 0
        beacon alicePod alice 0 32e18              FullySlashed
        """);
}
