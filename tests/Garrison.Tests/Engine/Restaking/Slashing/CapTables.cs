using Garrison.Engine;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Tests.Engine.Restaking.EigenLayer;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>The caps of an epoch, and the spans.</summary>
public sealed class CapTables
{
    // 6 % of 1,000 is 60. 10 % of 940 would be 94, and 40 are left. The epochs are hours; the script begins
    // 860 seconds into one, so the next begins within 300 blocks.
    [Fact]
    public void An_epoch_takes_no_more_than_its_cap() => Script.Play($"""
        {Markets.One}
        epochCap avs A 100e18 3600                         ok
        propose 0 0 0 slash avs avs/1 op A 0.06e18         ok
        slashedInEpoch avs op A                            = 60e18
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        slashedInEpoch avs op A                            = 100e18
        delegated op A                                     = 900e18
        propose 0 0 0 slash avs avs/1 op A 0.1e18          VaultMaxSlashedPerOperatorExceeded
        pass 300                                           ok
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        slashedInEpoch avs op A                            = 90e18
        delegated op A                                     = 810e18
        epochCap avs A 0 3600                              ok
        propose 0 0 0 slash avs avs/1 op A 0.1e18          VaultMaxSlashedPerOperatorExceeded
        epochCap avs A 0 0                                 ok
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        delegated op A                                     = 729e18
        """);

    [Fact]
    public void A_place_without_rest_is_left_out()
    {
        Script script = Script.Play($"""
            {Markets.Two}
            epochCap avs A 100e18 3600                     ok
            propose 0 0 0 slash avs avs/1 op A 0.1e18      ok
            """);
        Accepted accepted = Assert.IsType<Accepted>(script.Execute(
            script.Read("propose 0 0 0 slash avs avs/1 op A 0.1e18 B 0.1e18")!));
        Assert.Contains(
            new SlashCut(Of("avs"), Of("op"), Of("A"), Number("90e18"), Number("0")), accepted.Events);
        script.PlayLines("""
            delegated op A                                 = 900e18
            delegated op B                                 = 450e18
            """);
    }

    // Eras are hours. All offences at 0 are in span 0, which ends with the era of the first report. The
    // parts are of the 1,000 that the span found: 10 % take 100, 25 % another 150, and 30 % another 50. The
    // offence of the next era is in span 1 and takes 10 % of the 750 that there are.
    [Fact]
    public void A_span_costs_the_most_of_its_offences() => Script.Play($"""
        {Markets.One}
        spans avs 0 28                                     InvalidPeriod
        spans avs 3600 28                                  ok
        spans avs 3600 29                                  SpansAlreadySet
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        delegated op A                                     = 900e18
        propose 0 0 0 slash avs avs/1 op A 0.1e18          SpanAlreadySlashed
        propose 0 0 60 slash avs avs/1 op A 0.05e18        SpanAlreadySlashed
        propose 0 0 60 slash avs avs/1 op A 0.25e18        ok
        delegated op A                                     = 750e18
        spanLoss avs op A 0                                = 250e18
        pass 300                                           ok
        span avs op 60                                     = 0
        span avs op 3660                                   = 1
        propose 0 0 3660 slash avs avs/1 op A 0.1e18       ok
        delegated op A                                     = 675e18
        propose 0 0 0 slash avs avs/1 op A 0.3e18          ok
        delegated op A                                     = 625e18
        spanLoss avs op A 0                                = 300e18
        spanLoss avs op A 1                                = 75e18
        """);

    // The offence was 61 seconds after the beginning, the report is at 60; two hours later its era is two
    // back.
    [Fact]
    public void An_offence_is_neither_ahead_nor_too_old() => Script.Play($"""
        {Markets.One}
        spans avs 3600 1                                   ok
        propose 0 0 61 slash avs avs/1 op A 0.1e18         OffenceInFuture
        pass 300                                           ok
        propose 0 0 61 slash avs avs/1 op A 0.1e18         ok
        pass 300                                           ok
        propose 0 0 61 slash avs avs/1 op A 0.2e18         OffenceTooOld
        """);

    // The second slash asks for 250 − 100 = 150, and the epoch has 120 − 100 = 20 left. The span remembers
    // the 20.
    [Fact]
    public void The_cap_counts_what_the_span_adds() => Script.Play($"""
        {Markets.One}
        spans avs 3600 28                                  ok
        epochCap avs A 120e18 3600                         ok
        propose 0 0 0 slash avs avs/1 op A 0.1e18          ok
        propose 0 0 0 slash avs avs/1 op A 0.25e18         ok
        delegated op A                                     = 880e18
        spanLoss avs op A 0                                = 120e18
        """);

    // (3 · 1 / 100)² = 0.0009; (3 · 1 / 7)² = 9 / 49; a third and more is everything.
    [Theory]
    [InlineData(0, 100, "0")]
    [InlineData(1, 100, "0.0009e18")]
    [InlineData(1, 7, "183673469387755102")]
    [InlineData(33, 100, "0.9801e18")]
    [InlineData(34, 100, "1e18")]
    [InlineData(100, 100, "1e18")]
    public void Offenders_together_lose_more(uint offenders, uint operators, string fraction) =>
        Assert.Equal(Number(fraction), Correlation.FractionDown(offenders, operators).Raw);
}
