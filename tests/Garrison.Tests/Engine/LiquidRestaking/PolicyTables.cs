using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>The small rules that issuers are made of, each alone.</summary>
public sealed class PolicyTables
{
    // W = 110 · 10³⁶ for 100 tokens at 1: reward 10, a tenth is 1, (110 − 1) / 100, ⌊1 / 1.09⌋.
    [Theory]
    [InlineData("110e36", "100e18", "1e18", "1000", "1.09e18", "1e18", "917431192660550458")]
    [InlineData("110e36", "100e18", "1.1e18", "1000", "1.1e18", "0", "0")]
    [InlineData("90e36", "100e18", "1e18", "1000", "0.9e18", "0", "0")]
    [InlineData("110e36", "100e18", "0", "0", "1.1e18", "0", "0")]
    public void An_update_of_Kelp(
        string worth, string supply, string old, string bps, string price, string ether, string tokens) =>
        Assert.Equal(
            new KelpPriceUpdate(Number(price), Number(ether), Number(tokens)),
            KelpPriceUpdate.Of(Number(worth), Number(supply), Number(old), Number(bps)));

    // ⌊100 · 2.999 %⌋ = 2 is not above 2, 3 is; nothing is above no limit.
    [Theory]
    [InlineData("2", "1e18", "1.02999e18", false)]
    [InlineData("2", "1e18", "1.03e18", true)]
    [InlineData("2", "1e18", "0.97001e18", false)]
    [InlineData("2", "1e18", "0.97e18", true)]
    [InlineData("0", "1e18", "9e18", false)]
    [InlineData("2", "0", "0", false)]
    public void The_guard_of_Kelp(string percent, string old, string price, bool refuses) =>
        Assert.Equal(refuses, new KelpPriceGuard(Number(percent)).Refuses(Number(old), Number(price)));

    // min(10, ⌊10 · price / asset's price⌋).
    [Theory]
    [InlineData("1.1e18", "1e18", "10")]
    [InlineData("0.99e18", "1e18", "9")]
    [InlineData("1e18", "1.01e18", "9")]
    public void A_payout_of_Kelp(string price, string assetPrice, string payout) => Assert.Equal(
        Number(payout),
        new KelpRequest(default, Number("10"), Number("10"), 0)
            .PayoutDown(Number(price), Number(assetPrice)));

    // Target 100, limit 50: rest = ⌊10⁴ · (after − 50) / 50⌋, fee = 1 % + ⌊10 % · (10⁴ − rest) / 10⁴⌋.
    [Theory]
    [InlineData("50", "1100")]
    [InlineData("75", "600")]
    [InlineData("99", "120")]
    [InlineData("100", "100")]
    [InlineData("101", "100")]
    public void The_fee_of_leaving_Renzo_at_once(string after, string bps) => Assert.Equal(
        Number(bps),
        new RenzoInstantFee(Number("100"), Number("1100"))
            .BpsDown(Number("100"), RenzoInstantFee.LimitDown(Number("100"), Number("5000")), Number(after)));

    [Fact]
    public void A_queue_of_Renzo_fills_in_parts()
    {
        RenzoFillCounter counter = default(RenzoFillCounter).Join(30UL, 20UL).Join(5UL, 0UL);
        Assert.Equal((UInt256)15UL, counter.Deficit);
        counter = counter.Fill(9UL, out UInt256 filled);
        Assert.Equal((UInt256)9UL, filled);
        Assert.False(counter.Reached(30UL));
        counter = counter.Fill(9UL, out filled);
        Assert.Equal((UInt256)6UL, filled);
        Assert.True(counter.Reached(35UL));
        Assert.True(counter.Deficit.IsZero);
    }
}
