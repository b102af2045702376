using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Engine.Oracle;
using Garrison.Primitives;
using Garrison.Tests.Engine.Exchange;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Oracle;

/// <summary>Feeds that read a pool.</summary>
public sealed class PoolFeedTests
{
    // 2,000 of each, and 1,000 of tA go in: out come ⌊1000·997·2000 / (2000·1000 + 1000·997)⌋ of tB, which
    // are 665.33, so that a tA is worth 1334.66... / 3000 = 0.4448... of tB.
    [Fact]
    public void A_feed_follows_its_pool()
    {
        World world = FourPools.New();
        Assert.IsType<Accepted>(world.Execute(Feed("V")));
        Assert.Equal(Number("1e8"), Price(world));
        Assert.IsType<Accepted>(world.Execute(FourPools.Swap(Of("V"), Sell("1000e18"))));
        Assert.Equal(44_488_933UL, Price(world));
    }

    // A whole tA of 18 decimals costs 3,000 whole tU of 6 decimals: 3000e6 of its units for 1e18.
    [Theory]
    [InlineData(8, "3000e8")]
    [InlineData(18, "3000e18")]
    [InlineData(0, "3000")]
    public void Decimals_are_brought_to_those_of_the_answer(byte decimals, string answer)
    {
        World world = FourPools.New();
        _ = world.Execute(new Mint(default, Of("tU"), Of("alice"), Number("1e30")));
        _ = world.Execute(new CreateConstantProductPair(default, Of("f2"), Of("U"), Of("tA"), Of("tU")));
        bool isFirst = world.Exchange.Tokens(Of("U"))[0] == Of("tA");
        _ = world.Execute(isFirst
            ? FourPools.Add("U", "1e18", "3000e6")
            : FourPools.Add("U", "3000e6", "1e18"));
        CreatePoolFeed feed = Feed("U") with { PaidIn = Of("tU"), PaidInDecimals = 6, Decimals = decimals };
        Assert.IsType<Accepted>(world.Execute(feed));
        Assert.Equal(Number(answer), Price(world));
    }

    // The price was that of tick 0 for 60 of 100 seconds, and then of the tick where the trade left it.
    [Fact]
    public void A_window_averages_the_ticks_of_a_concentrated_pool()
    {
        World world = FourPools.New();
        _ = world.Execute(new IncreaseConcentratedObservations(default, Of("P"), 2));
        Assert.IsType<Accepted>(world.Execute(Feed("P") with { WindowSeconds = 100 }));
        Assert.Equal(UInt256.Zero, Price(world));
        _ = world.Execute(new AdvanceClock(default, 1, 60));
        _ = world.Execute(FourPools.Swap(Of("P"), Sell("500e18")));
        int tick = world.ConcentratedPools.Of(Of("P")).Tick;
        _ = world.Execute(new AdvanceClock(default, 1, 40));
        int mean = (int)Math.Floor(tick * 40 / 100m);
        UInt256 sqrtPrice = TickMath.SqrtPriceAt(mean);
        Assert.True(tick < -1);
        Assert.Equal(
            (UInt256.MulShiftDown(sqrtPrice, sqrtPrice, 96) * Number("1e8")) >> 96, Price(world));
    }

    // Curve's average starts at the price of the first liquidity, and comes to that after a trade with time;
    // the pool takes the price before it counts the fee of the trade, so within a basis point.
    [Fact]
    public void A_window_reads_the_average_that_Curve_keeps()
    {
        World world = FourPools.New();
        Assert.IsType<Accepted>(world.Execute(Feed("S") with { WindowSeconds = 1, Decimals = 18 }));
        _ = world.Execute(FourPools.Swap(Of("S"), Sell("900e18")));
        UInt256 before = Price(world);
        _ = world.Execute(new AdvanceClock(default, 1, 100_000));
        UInt256 after = Price(world);
        Assert.Null(world.Exchange.Price(Of("S"), Of("tA"), Of("tB"), out Wad spot));
        Assert.True(after < before);
        Assert.InRange((double)after.ToBigInteger() / (double)spot.Raw.ToBigInteger(), 0.9999, 1.0001);
    }

    [Fact]
    public void A_rate_is_in_the_price()
    {
        World world = FourPools.New();
        _ = world.Execute(new DeployStableSwap(default, Of("R"), new StableSwapParameters(
            [new(Of("tA"), StableSwapAsset.Oracle, 18, Number("1.05e18")), new(Of("tB"))],
            A: 200,
            Fee: Number("4e6"),
            OffpegFeeMultiplier: Number("1e10"),
            MaExpTime: 866,
            Of("admin"),
            Of("admin"))));
        _ = world.Execute(FourPools.Add("R", "1000e18", "1050e18"));
        Assert.IsType<Accepted>(world.Execute(Feed("R")));
        Assert.InRange(Price(world).ToBigInteger(), 104_999_999, 105_000_001);
    }

    [Fact]
    public void What_can_never_answer_is_refused()
    {
        World world = FourPools.New();
        Assert.Equal("NoSuchPool", RefusalOf(world, Feed("nothing")));
        Assert.Equal("NotTradedHere", RefusalOf(world, Feed("V") with { PaidIn = Of("tC") }));
        Assert.Equal("NoAveragePrice", RefusalOf(world, Feed("V") with { WindowSeconds = 60 }));
        Assert.Equal("NoAveragePrice", RefusalOf(world, Feed("C") with { WindowSeconds = 60 }));
        Assert.Equal("Panic(0x11)", RefusalOf(world, Feed("V") with { Decimals = 96 }));
        Assert.IsType<Accepted>(world.Execute(Feed("V")));
        Assert.Equal("FeedAlreadyExists", RefusalOf(world, Feed("V")));
    }

    // A pool that is made but empty may get a price.
    [Fact]
    public void An_empty_pool_has_no_price_yet()
    {
        World world = FourPools.New();
        _ = world.Execute(new CreateConstantProductPair(default, Of("f2"), Of("W"), Of("tA"), Of("tC")));
        Assert.IsType<Accepted>(world.Execute(Feed("W") with { PaidIn = Of("tC") }));
        FeedReading reading = world.Oracle.Price(Of("feed"), FourPools.Start);
        Assert.Equal((false, UInt256.Zero, (byte)8), (reading.Exists, reading.Price, reading.Decimals));
    }

    private static Trade Sell(string amount) => new(Of("tA"), Of("tB"), true, Number(amount));

    private static CreatePoolFeed Feed(string pool) => new(
        default, Of("feed"), Of(pool), Of("tA"), Of("tB"), 18, 18, Decimals: 8, WindowSeconds: 0);

    private static UInt256 Price(World world) =>
        world.Oracle.Price(Of("feed"), world.Clock.Seconds).Price;

    private static string RefusalOf(World world, Command command) =>
        Assert.IsType<Refused>(world.Execute(command)).Reason.Name;
}
