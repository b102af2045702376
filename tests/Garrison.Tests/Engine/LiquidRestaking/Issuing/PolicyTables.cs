using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Issuing;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Issuing;

/// <summary>Each policy by itself.</summary>
public sealed class PolicyTables
{
    // ⌈100 · 7/10⌉ when 3 of 10 seconds passed, ⌈101 · 7/10⌉ = 71, nothing from the tenth on.
    [Theory]
    [InlineData("100", 5, 10, "100")]
    [InlineData("100", 8, 10, "70")]
    [InlineData("101", 8, 10, "71")]
    [InlineData("101", 14, 10, "11")]
    [InlineData("101", 15, 10, "0")]
    [InlineData("101", 99, 10, "0")]
    [InlineData("101", 5, 0, "0")]
    public void Linear_drip(string amount, ulong now, ulong window, string pending) =>
        Assert.Equal(Number(pending), new LinearDrip(Number(amount), 5).PendingUp(now, window));

    // Of 999: ⌈9.99⌉ = 10 and ⌈4.995⌉ = 5; as one ⌈14.985⌉ = 15. Of one, both take a whole one.
    [Theory]
    [InlineData("1000", "985", "985")]
    [InlineData("999", "984", "984")]
    [InlineData("99", "97", "97")]
    [InlineData("101", "98", "99")]
    public void Exit_fee(string worth, string paid, string preview)
    {
        ExitFee fee = new(new Bps(100), new Bps(50));
        Assert.Equal(Number(paid), fee.NetDown(Number(worth)));
        Assert.Equal(Number(preview), fee.PreviewNetDown(Number(worth)));
    }

    // ⌊985 · 10,000/9,850⌋ = 1,000.
    [Fact]
    public void Exit_fee_added() =>
        Assert.Equal(Number("1000"), new ExitFee(new Bps(100), new Bps(50)).GrossDown(Number("985")));

    [Theory]
    [InlineData("1.1e18", "1e18", "7", "7")]
    [InlineData("1e18", "1.1e18", "7", "7")]
    [InlineData("1e18", "0.9e18", "7", "6")]
    [InlineData("0.9e18", "1e18", "7", "6")]
    public void Lesser_rate(string atRequest, string atFinalization, string tokens, string paid) =>
        Assert.Equal(
            Number(paid),
            LesserRate.PayDown(
                Number(tokens), new Wad(Number(atRequest)), new Wad(Number(atFinalization))));

    [Theory]
    [InlineData("20", "19", "0.95e18", "19")]
    [InlineData("20", "19", "0.9e18", "18")]
    [InlineData("20", "19", "1.2e18", "19")]
    public void Lesser_rate_of_a_batch(string tokens, string expected, string rate, string setAside) =>
        Assert.Equal(
            Number(setAside),
            LesserRate.SetAsideDown(Number(tokens), Number(expected), new Wad(Number(rate))));

    // Requests are counted from the size on: 10 to 19 are batch 1, which is full with the twentieth.
    [Theory]
    [InlineData(10, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    public void Full_batches(ulong request, ulong batch)
    {
        FullBatches batches = new(10);
        Assert.Equal(batch, batches.Of(request));
        Assert.False(batches.IsFull(batch, (10 * batch) + 9));
        Assert.True(batches.IsFull(batch, 10 * (batch + 1)));
    }

    // 100 for 3 shares: ⌊100/3⌋ = 33 to the first, ⌊67/2⌋ = 33 to the second, and 34 to the last.
    [Fact]
    public void Epoch_share_leaves_the_rest_to_the_last()
    {
        EpochBucket bucket = new(Number("3"), Number("100"), IsClaimed: true);
        foreach (string expected in (string[])["33", "33", "34"])
        {
            UInt256 assets = bucket.ToAssetsDown(UInt256.One);
            Assert.Equal(Number(expected), assets);
            bucket = bucket.Without(UInt256.One, assets);
        }
    }

    // A fee of 1 on rewards of 10 over 100: 100 · 1/109 tokens; and none of a fee of 0.
    [Theory]
    [InlineData("0.1e18", "917431192660550458", "1090000000000000000")]
    [InlineData("0", "0", "1100000000000000000")]
    public void Repricing_by_rewards(string fee, string tokens, string rate)
    {
        Repricing next = Repricing.Of(
            Number("100e18"), Number("10e18"), Number("100e18"), new Wad(Number(fee)));
        Assert.Equal(Number(tokens), next.FeeTokens);
        Assert.Equal(Number(rate), next.Rate.Raw);
    }

    // 1 % of 1,099 is ⌊10.99⌋ = 10, either way.
    [Theory]
    [InlineData("1109", false)]
    [InlineData("1110", true)]
    [InlineData("1089", false)]
    [InlineData("1088", true)]
    public void Reprice_guard(string next, bool isRefused)
    {
        UInt256 percent = Number("0.01e18");
        RepriceGuard guard = new(0, percent, percent, 0, true, percent, true);
        UInt256 last = Number("1099");
        Assert.Equal(isRefused, guard.MovesTooFar(new Wad(last), new Wad(Number(next))));
        Assert.Equal(isRefused, guard.MissesSupply(last, Number(next)));
        Assert.Equal(isRefused, guard.MissesReference(last, Number(next)));
    }

    // At 3 a token costs ⌊10¹⁸/3⌋ = 333333333333333333: 3 · 10¹⁸ are a token less one wei.
    [Theory]
    [InlineData("0", "5", "5")]
    [InlineData("3e18", "3e18", "999999999999999999")]
    [InlineData("2e18", "3", "1")]
    public void Stored_rate(string pushed, string assets, string tokens) =>
        Assert.Equal(
            Number(tokens), new StoredRate(Number(pushed), 0, UInt256.Zero).ToTokensDown(Number(assets)));

    // Two assets a share: 3 missing are ⌈3 · 101/201⌉ = 2 shares.
    [Theory]
    [InlineData("32", false, "0")]
    [InlineData("33", false, "0")]
    [InlineData("29", false, "2")]
    [InlineData("32", true, "7")]
    public void Validator_bond(string withdrawn, bool wasSlashed, string burned) =>
        Assert.Equal(
            Number(burned),
            ValidatorBond.BurnUp(
                new SharePool(Number("200"), Number("100")),
                Number("7"),
                Number("32"),
                Number(withdrawn),
                wasSlashed));
}
