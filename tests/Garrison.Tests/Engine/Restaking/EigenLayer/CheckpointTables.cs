namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>What a checkpoint counts, what is left of it, and debts of before slashing.</summary>
public sealed class CheckpointTables
{
    private const string Begin = """
        forkSetter owner fs                              ok
        fork fs 1                                        ok
        pod alice alicePod                               ok
        fund mallory 1000e18                             ok
        """;

    // R = restaked ether of the pod + all validators before, those included that were proved meanwhile.
    [Fact]
    public void A_validator_proved_meanwhile_waits_but_counts() => Script.Play($"""
        {Begin}
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        send mallory alice 4e18                          ok
        pass 1                                           ok
        checkpoint alice alice                           ok
        pass 1                                           ok
        credentials alice alice 36 v2 32e9               ok
        active alice                                     = 2
        remaining alice                                  = 1
        previousGwei alice                               = 32e9
        prove anyone alice v2 1e9                        ok
        remaining alice                                  = 1
        prove anyone alice v1 20e9                       ok
        active alice                                     = 2
        beaconFactor alice                               = 0.875e18
        shares alice ETH                                 = 64e18
        restakedGwei alice                               = 4e9
        """);

    // 36 of ether before, of which 4 lie in the pod; 9 are lost on the beacon chain.
    [Fact]
    public void A_loss_is_a_part_of_all_that_was_restaked() => Script.Play($"""
        {Begin}
        send mallory alice 4e18                          ok
        pass 1                                           ok
        checkpoint alice alice                           ok
        pass 1                                           ok
        credentials alice alice 24 v1 32e9               ok
        checkpoint alice alice                           ok
        prove anyone alice v1 23e9                       ok
        beaconFactor alice                               = 0.75e18
        shares alice ETH                                 = 36e18
        withdrawable alice ETH                           = 27e18
        """);

    [Fact]
    public void A_finished_checkpoint_stays_readable() => Script.Play($"""
        {Begin}
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        previousGwei alice                               = 32e9
        send mallory alice 5000000001                    ok
        checkpoint alice alice                           ok
        previousGwei alice                               = 0
        newGwei alice                                    = 5
        prove anyone alice v1 0                          ok
        remaining alice                                  = 0
        newGwei alice                                    = 5
        previousGwei alice                               = 32e9
        exitedGwei alice                                 = 32e9
        active alice                                     = 0
        pass 1                                           ok
        credentials alice alice 24 v1 32e9               CredentialsAlreadyVerified
        credentials alice alice 24 v2 7e9                ok
        previousGwei alice                               = 39e9
        checkpoint alice alice                           ok
        previousGwei alice                               = 0
        newGwei alice                                    = 0
        prove anyone alice v1 1e9                        ok
        remaining alice                                  = 1
        """);

    // Without validators a checkpoint ends as it begins.
    [Fact]
    public void A_checkpoint_of_nothing_but_ether() => Script.Play($"""
        {Begin}
        send mallory alice 1999999999                    ok
        pass 1                                           ok
        checkpoint alice alice                           ok
        shares alice ETH                                 = 1e9
        prove anyone alice v1 1                          NoActiveCheckpoint
        send mallory alice 1                             ok
        pass 1                                           ok
        checkpointNew alice alice                        ok
        shares alice ETH                                 = 2e9
        restakedGwei alice                               = 2
        """);

    [Fact]
    public void A_pod_emptied_by_the_beacon_chain_gets_no_more() => Script.Play($"""
        {Begin}
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        checkpoint alice alice                           ok
        prove anyone alice v1 0                          ok
        beaconFactor alice                               = 0
        pass 1                                           ok
        credentials alice alice 24 v2 32e9               FullySlashed
        send mallory alice 1e9                           ok
        checkpoint alice alice                           FullySlashed
        """);

    // 32 ether queued, then a debt of 5: it is filled before anything is paid.
    [Theory]
    [InlineData("5e18", "tokens", "27e18")]
    [InlineData("32e18", "tokens", "0")]
    [InlineData("40e18", "tokens", "0")]
    public void A_payment_fills_a_debt_first(string debt, string how, string paid) => Script.Play($"""
        {Begin}
        send mallory alice 32e18                         ok
        pass 1                                           ok
        checkpoint alice alice                           ok
        queue alice ETH 32e18                            ok
        debt alice {debt}                                ok
        shares alice ETH                                 = 0
        queue alice ETH 0                                SharesNegative
        pass 51                                          ok
        complete alice 0 {how}                           ok
        balance alice ETHER                              = {paid}
        shares alice ETH                                 = 0
        """);

    [Theory]
    [InlineData("5e18", "27e18")]
    [InlineData("32e18", "0")]
    [InlineData("40e18", "0")]
    public void Shares_that_come_back_fill_a_debt_first(string debt, string shares) => Script.Play($"""
        {Begin}
        send mallory alice 32e18                         ok
        pass 1                                           ok
        checkpoint alice alice                           ok
        queue alice ETH 32e18                            ok
        debt alice {debt}                                ok
        pass 51                                          ok
        delegate alice op                                ok
        complete alice 0 shares                          ok
        shares alice ETH                                 = {shares}
        delegated op ETH                                 = {shares}
        scaling alice ETH                                = 1e18
        """);

    [Fact]
    public void A_debt_stops_every_report() => Script.Play($"""
        {Begin}
        debt alice 1                                     ok
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               LegacyWithdrawalsNotCompleted
        checkpoint alice alice                           LegacyWithdrawalsNotCompleted
        beacon alicePod alice 0 0                        LegacyWithdrawalsNotCompleted
        beacon alicePod alice 0 1                        SharesNotMultipleOfGwei
        """);

    // The factor is asked for before it is seen that nothing is added.
    [Fact]
    public void A_debt_at_a_fully_slashed_operator() => Script.Play($"""
        {Begin}
        addStrategies avs avs/1 ETH                      ok
        join op op avs/1                                 ok
        allocate op op avs/1 ETH 1e18                    ok
        pass 5                                           ok
        slash avs avs/1 op ETH 1e18                      ok
        send mallory alice 2e18                          ok
        checkpoint alice alice                           ok
        queue alice ETH 2e18                             ok
        debt alice 5e18                                  ok
        pass 51                                          ok
        delegate alice op                                ok
        complete alice 0 shares                          FullySlashed
        complete alice 0 tokens                          ok
        """);

    // What does not make a gwei stays in the pod for good.
    [Fact]
    public void A_payment_is_in_whole_gwei() => Script.Play($"""
        {Begin}
        send mallory alice 3e18                          ok
        pass 1                                           ok
        checkpoint alice alice                           ok
        queue alice ETH 1999999999                       ok
        queue alice ETH 999999999                        ok
        pass 51                                          ok
        complete alice 0 tokens                          ok
        complete alice 1 tokens                          ok
        balance alice ETHER                              = 1e9
        restakedGwei alice                               = 2999999999
        balance alicePod ETHER                           = 2999999999000000000
        """);

    // The contract reads 64 bits as a signed number: a loss of all of them is a gain of 1. And it cuts a
    // payment to 64 bits of gwei, which leaves nothing of 2⁶⁴.
    [Fact]
    public void Numbers_beyond_their_types() => Script.Play($"""
        {Begin}
        pass 1                                           ok
        credentials alice alice 12 v1 18446744073709551615  ok
        credentials alice alice 12 v2 1                  Panic(0x11)
        checkpoint alice alice                           ok
        prove anyone alice v1 0                          ok
        exitedGwei alice                                 = 18446744073709551615
        shares alice ETH                                 = 18446744073709551616000000000
        queue alice ETH 18446744073709551616000000000    ok
        pass 51                                          ok
        complete alice 0 tokens                          ok
        balance alice ETHER                              = 0
        """);
}
