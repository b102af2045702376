using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Primitives;
using Garrison.Simulation.Routing;
using Garrison.Tests.Engine.Exchange;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Simulation.Routing;

/// <summary>The best split of an order over pools.</summary>
public sealed class RouterTests
{
    private const int Grid = 64;

    [Fact]
    public void A_route_does_what_it_says()
    {
        World world = FourPools.New();
        Dice dice = new(1);
        for (int i = 0; i < 60; i++)
        {
            Trade trade = FourPools.Draw(dice);
            if (Router.Best(world, FourPools.All, trade) is not { } route) continue;

            UInt256 paid = world.Ledger.Balance(trade.TokenIn, Of("bob"));
            UInt256 got = world.Ledger.Balance(trade.TokenOut, Of("bob"));
            Assert.IsType<Accepted>(world.Execute(route.ToCommand(Of("bob"))));
            Assert.Equal(route.AmountIn, paid - world.Ledger.Balance(trade.TokenIn, Of("bob")));
            Assert.Equal(route.AmountOut, world.Ledger.Balance(trade.TokenOut, Of("bob")) - got);
        }
    }

    // But for the roundings of stable invariants, which are some hundred smallest units of 10²¹.
    [Fact]
    public void No_split_on_a_grid_is_better()
    {
        World world = FourPools.New();
        Dice dice = new(2);
        for (int i = 0; i < 40; i++)
        {
            Trade trade = FourPools.Draw(dice) with { IsExactInput = true };
            UInt256 best = Router.Best(world, FourPools.All, trade)!.AmountOut;
            for (int first = 0; first < FourPools.All.Count; first++)
            {
                for (int second = first + 1; second < FourPools.All.Count; second++)
                {
                    UInt256 found = BestOnGrid(world, FourPools.All[first], FourPools.All[second], trade);
                    Assert.True(found <= best + 1_000UL, $"{trade}: {found} is better than {best}");
                }
            }
        }
    }

    [Fact]
    public void An_order_that_no_pool_takes_has_no_route()
    {
        World world = FourPools.New();
        Assert.Null(Router.Best(world, FourPools.All, new(Of("tA"), Of("tC"), true, Number("1e18"))));
        Assert.Null(Router.Best(world, [], new(Of("tA"), Of("tB"), true, Number("1e18"))));
    }

    // All of what 1,000 and 2,000 have of tB cannot be had; half of it can, and not from Curve, which sells
    // no exact amounts.
    [Fact]
    public void An_exact_output_is_split_over_those_that_offer_it()
    {
        World world = FourPools.New();
        Trade trade = new(Of("tA"), Of("tB"), IsExactInput: false, Number("1500e18"));
        Route route = Router.Best(world, FourPools.All, trade)!;
        Assert.Equal(trade.Amount, route.AmountOut);
        Assert.DoesNotContain(route.Legs, static leg => leg.Pool == Of("S"));
        Assert.True(route.Legs.Count > 1);
        Assert.IsType<Accepted>(world.Execute(route.ToCommand(Of("bob"))));
    }

    // The concentrated pool has 1,000 of tB between its ticks, the pair 2,000 and never all of it: no pool
    // has 2,200.
    [Fact]
    public void What_no_pool_has_alone_they_have_together()
    {
        World world = FourPools.New();
        Trade trade = new(Of("tA"), Of("tB"), IsExactInput: false, Number("2200e18"));
        Route route = Router.Best(world, [Of("P"), Of("V")], trade)!;
        Assert.Equal(trade.Amount, route.AmountOut);
        Assert.IsType<Accepted>(world.Execute(route.ToCommand(Of("bob"))));
        Assert.Null(Router.Best(world, [Of("P"), Of("V")], trade with { Amount = Number("3100e18") }));
    }

    private static UInt256 BestOnGrid(World world, Address one, Address other, Trade trade)
    {
        UInt256 best = UInt256.Zero;
        for (int part = 0; part <= Grid; part++)
        {
            UInt256 amount = UInt256.MulDivDown(trade.Amount, (ulong)part, (ulong)Grid);
            UInt256 sum = Out(world, one, trade, amount) + Out(world, other, trade, trade.Amount - amount);
            best = UInt256.Max(best, sum);
        }

        return best;
    }

    private static UInt256 Out(World world, Address pool, Trade trade, UInt256 amount)
    {
        Trade part = trade with { Amount = amount };
        return amount.IsZero || world.Exchange.Quote(pool, part, out TradeQuote quote) is not null
            ? UInt256.Zero
            : quote.AmountOut;
    }
}
