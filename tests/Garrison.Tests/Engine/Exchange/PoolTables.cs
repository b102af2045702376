using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>What the one shape says and refuses itself.</summary>
public sealed class PoolTables
{
    private static readonly Trade _trade = new(Of("tA"), Of("tB"), true, Number("1e18"));

    [Fact]
    public void Each_pool_says_what_it_is()
    {
        Pools pools = FourPools.New().Exchange;
        Assert.Equal(
            [PoolKind.StableSwap, PoolKind.ComposableStable, PoolKind.Concentrated, PoolKind.ConstantProduct],
            FourPools.All.Select(pools.KindOf));
        Assert.Equal(PoolKind.None, pools.KindOf(Of("nothing")));
        Assert.All(FourPools.All, pool => Assert.Equal([Of("tA"), Of("tB")], pools.Tokens(pool)));
        Assert.Empty(pools.Tokens(Of("nothing")));
        Assert.Equal(Number("1100e18"), pools.Balance(Of("S"), Of("tB")));
        Assert.Equal(Number("1100e18"), pools.Balance(Of("C"), Of("tB")));
        Assert.Equal(Number("2000e18"), pools.Balance(Of("V"), Of("tA")));
        Assert.Equal(UInt256.Zero, pools.Balance(Of("P"), Of("tC")));
        Assert.Equal([Of("S"), Of("C"), default, Of("V")], FourPools.All.Select(pools.ShareToken));
    }

    [Fact]
    public void What_is_not_there_is_not_traded()
    {
        World world = FourPools.New();
        Assert.Equal("NoSuchPool", world.Exchange.Quote(Of("nothing"), _trade, out _)?.Name);
        Assert.Equal("NoSuchPool", RefusalOf(world, FourPools.Swap(Of("nothing"), _trade)));
        foreach (Address pool in FourPools.All)
        {
            Trade other = _trade with { TokenOut = Of("tC") };
            Trade same = _trade with { TokenOut = Of("tA") };
            Assert.Equal("NotTradedHere", world.Exchange.Quote(pool, other, out _)?.Name);
            Assert.Equal("NotTradedHere", world.Exchange.Price(pool, Of("tA"), Of("tA"), out _)?.Name);
            Assert.Equal("NotTradedHere", RefusalOf(world, FourPools.Swap(pool, same)));
            Assert.Equal("WrongNumberOfAmounts", RefusalOf(world, new AddToPool(
                Of("bob"), pool, Of("bob"), [UInt256.One], UInt256.Zero)));
            Assert.Equal("WrongNumberOfAmounts", RefusalOf(world, new RemoveFromPool(
                Of("bob"), pool, Of("bob"), UInt256.One, [])));
        }
    }

    // The stable pools say it in the words of their contracts.
    [Theory]
    [InlineData("S", "Exchange resulted in fewer coins than expected", "Slippage screwed you")]
    [InlineData("C", "SWAP_LIMIT", "BPT_OUT_MIN_AMOUNT")]
    [InlineData("P", "LimitNotMet", "LimitNotMet")]
    [InlineData("V", "LimitNotMet", "LimitNotMet")]
    public void A_limit_is_kept(string pool, string swapError, string addError)
    {
        World world = FourPools.New();
        Assert.Null(world.Exchange.Quote(Of(pool), _trade, out TradeQuote quote));
        SwapInPool swap = FourPools.Swap(Of(pool), _trade);
        Assert.Equal(swapError, RefusalOf(world, swap with { Limit = quote.AmountOut + UInt256.One }));
        Assert.IsType<Accepted>(world.Execute(swap with { Limit = quote.AmountOut }));
        Assert.Equal(addError, RefusalOf(world, FourPools.Add(pool, "1e18", "1e18") with
        {
            LeastShares = Number("1e30"),
        }));
    }

    [Fact]
    public void Curve_sells_no_exact_amounts()
    {
        World world = FourPools.New();
        Trade trade = _trade with { IsExactInput = false };
        Assert.Equal("ExactOutputNotOffered", world.Exchange.Quote(Of("S"), trade, out _)?.Name);
        Assert.Equal("ExactOutputNotOffered", RefusalOf(world, FourPools.Swap(Of("S"), trade)));
    }

    // 1,000 of both tokens lie between the ticks, so that no price yields 2,000.
    [Fact]
    public void A_concentrated_pool_gives_what_it_has_or_nothing()
    {
        World world = FourPools.New();
        Trade all = _trade with { Amount = Number("2000e18") };
        Assert.Null(world.Exchange.Quote(Of("P"), all, out TradeQuote sold));
        Assert.True(sold.AmountIn < all.Amount);
        Assert.Equal("LimitNotMet", RefusalOf(world, FourPools.Swap(Of("P"), all with { IsExactInput = false })));
    }

    // Uniswap's pair takes a unit of each token for a unit of the other: 3 of tA with 5 of tB are 3 and 3.
    [Fact]
    public void A_pair_takes_tokens_in_its_proportion()
    {
        World world = FourPools.New();
        UInt256 before = world.Ledger.Balance(Of("tB"), Of("alice"));
        Assert.IsType<Accepted>(world.Execute(FourPools.Add("V", "3e18", "5e18")));
        Assert.Equal(Number("3e18"), before - world.Ledger.Balance(Of("tB"), Of("alice")));
    }

    private static string RefusalOf(World world, Command command) =>
        Assert.IsType<Refused>(world.Execute(command)).Reason.Name;
}
