using Garrison.Engine.Restaking.Slashing;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.EigenLayer;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>The meter that slashes have to wait for.</summary>
public sealed class MeterTables
{
    // The half goes to the even one: 2.5 to 2, 3.5 to 4, 0.5 to 0; and nothing is below 1.
    [Theory]
    [InlineData("1000", "0.05e18", "50")]
    [InlineData("49", "0.05e18", "2")]
    [InlineData("50", "0.05e18", "2")]
    [InlineData("51", "0.05e18", "3")]
    [InlineData("70", "0.05e18", "4")]
    [InlineData("10", "0.05e18", "1")]
    [InlineData("0", "0.05e18", "1")]
    [InlineData("1000", "1e18", "1000")]
    public void An_allowance_rounds_to_even(string total, string fraction, string allowance) =>
        Assert.Equal(
            Number(allowance), SlashMeter.AllowanceHalfEven(Number(total), new Wad(Number(fraction))));

    // An allowance of 50 each 3,600 seconds, which is 300 blocks, counted from when the meter was last
    // full.
    [Fact]
    public void Slashes_wait_below_zero_and_an_allowance_comes_each_period() => Script.Play($"""
        {Markets.One}
        meter avs 1.1e18 3600                              InvalidFraction
        meter avs 0.05e18 3600                             ok
        meterLeft avs 1000                                 = 50
        propose 30 1000 0 slash avs avs/1 op A 0.01e18     ok
        meterLeft avs 1000                                 = 20
        propose 130 1000 0 slash avs avs/1 op A 0.01e18    ok
        meterDebt avs 1000                                 = 110
        propose 0 1000 0 slash avs avs/1 op A 0.01e18      SlashMeterExhausted
        pass 299                                           ok
        meterDebt avs 1000                                 = 110
        pass 1                                             ok
        meterDebt avs 1000                                 = 60
        propose 0 1000 0 slash avs avs/1 op A 0.01e18      SlashMeterExhausted
        pass 600                                           ok
        meterLeft avs 1000                                 = 40
        propose 0 1000 0 slash avs avs/1 op A 0.01e18      ok
        propose 40 1000 0 slash avs avs/1 op A 0.01e18     ok
        meterLeft avs 1000                                 = 0
        propose 1 1000 0 slash avs avs/1 op A 0.01e18      ok
        meterDebt avs 1000                                 = 1
        pass 9000                                          ok
        meterLeft avs 1000                                 = 50
        propose 60 1000 0 slash avs avs/1 op A 0.01e18     ok
        pass 299                                           ok
        meterDebt avs 1000                                 = 10
        meterDebt avs 100                                  = 10
        pass 1                                             ok
        meterLeft avs 1000                                 = 40
        meterDebt avs 100                                  = 5
        meter avs 0 0                                      ok
        propose 1000 1000 0 slash avs avs/1 op A 0.01e18   ok
        propose 1000 1000 0 slash avs avs/1 op A 0.01e18   ok
        """);

    // The power of all fell from 1,000 to 100: a meter of 20 holds at most 5 then, and is full.
    [Fact]
    public void A_meter_holds_no_more_than_the_allowance_of_the_moment() => Script.Play($"""
        {Markets.One}
        meter avs 0.05e18 3600                             ok
        propose 30 1000 0 slash avs avs/1 op A 0.01e18     ok
        meterLeft avs 1000                                 = 20
        meterLeft avs 100                                  = 5
        """);

    [Fact]
    public void A_refused_slash_leaves_the_meter() => Script.Play($"""
        {Markets.One}
        meter avs 0.05e18 3600                             ok
        propose 60 1000 0 slash alice avs/1 op A 0.01e18   InvalidCaller
        meterLeft avs 1000                                 = 50
        """);
}
