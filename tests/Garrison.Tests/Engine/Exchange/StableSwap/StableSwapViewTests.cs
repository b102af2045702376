using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange.StableSwap;

/// <summary>What the contract's views say while A is ramped.</summary>
public sealed class StableSwapViewTests
{
    private static readonly Address _pool = Of("P");
    private static readonly UInt256 _amount = Number("1e22");

    // From 100 to 200 in two days: halfway A is 150, and 864 seconds later 150.5, of which get_dy and get_dx
    // see 150; another 864 seconds later it is 151. Twice as much of a coin as of the other is traded for
    // more of it the higher A is.
    [Fact]
    public void The_views_see_A_without_its_hundredths()
    {
        World world = Ramped();
        StableSwapPools pools = world.StableSwapPools;
        Pass(world, 86_400);
        TradeQuote halfway = Quote(pools);
        UInt256? input = pools.QuoteInput(_pool, 0, 1, _amount);
        Assert.Equal(halfway, View(pools));
        Assert.NotNull(input);

        Pass(world, 864);
        Assert.Equal(15_050UL, pools.PreciseA(_pool));
        Assert.Equal(halfway, View(pools));
        Assert.Equal(input, pools.QuoteInput(_pool, 0, 1, _amount));
        Assert.True(Quote(pools).AmountOut > halfway.AmountOut);

        Pass(world, 864);
        Assert.Equal(Quote(pools), View(pools));
        Assert.True(View(pools).AmountOut > halfway.AmountOut);
        Assert.True(pools.QuoteInput(_pool, 0, 1, _amount) < input);
    }

    [Fact]
    public void What_a_swap_comes_to_is_its_quote_and_not_the_view()
    {
        World world = Ramped();
        Pass(world, 864);
        TradeQuote quote = Quote(world.StableSwapPools);
        TradeQuote view = View(world.StableSwapPools);
        Accepted receipt = Assert.IsType<Accepted>(world.Execute(
            new SwapStable(Of("alice"), _pool, 0, 1, _amount, UInt256.Zero)));
        UInt256 bought = receipt.Events.OfType<StableSwapped>().Single().TokensBought;
        Assert.Equal(quote.AmountOut, bought);
        Assert.NotEqual(view.AmountOut, bought);
    }

    private static World Ramped()
    {
        World world = new();
        Command[] commands =
        [
            new AdvanceClock(default, 1, FourPools.Start),
            new Mint(default, Of("tA"), Of("alice"), Number("1e30")),
            new Mint(default, Of("tB"), Of("alice"), Number("1e30")),
            new DeployStableSwap(default, _pool, new StableSwapParameters(
                [new(Of("tA")), new(Of("tB"))],
                A: 100,
                Fee: Number("4e6"),
                OffpegFeeMultiplier: Number("1e10"),
                MaExpTime: 866,
                Of("admin"),
                Of("admin"))),
            new AddStableLiquidity(
                Of("alice"), _pool, [Number("2e24"), Number("1e24")], UInt256.Zero),
            new RampStableA(Of("admin"), _pool, 200, FourPools.Start + 172_800),
        ];
        foreach (Command command in commands)
        {
            Assert.IsType<Accepted>(world.Execute(command));
        }

        return world;
    }

    private static void Pass(World world, ulong seconds) =>
        Assert.IsType<Accepted>(world.Execute(new AdvanceClock(default, 1, seconds)));

    private static TradeQuote Quote(StableSwapPools pools) => pools.Quote(_pool, 0, 1, _amount)!.Value;

    private static TradeQuote View(StableSwapPools pools) => pools.QuoteOfView(_pool, 0, 1, _amount)!.Value;
}
