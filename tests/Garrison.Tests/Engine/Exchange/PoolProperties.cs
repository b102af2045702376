using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>Laws of every pool in the one shape, over random histories.</summary>
public sealed class PoolProperties
{
    [Fact]
    public void A_quote_is_what_the_swap_then_does() =>
        Sequences.Check(20, 30, FourPools.Draw, static trades => Run(trades, static (world, pool, trade) =>
        {
            Refusal? unquoted = world.Exchange.Quote(pool, trade, out TradeQuote quote);
            UInt256[] before = Held(world, trade);
            Receipt receipt = world.Execute(FourPools.Swap(pool, trade));
            UInt256[] after = Held(world, trade);
            if (receipt is Refused refused)
            {
                return unquoted == refused.Reason || (unquoted is null && quote.AmountOut.IsZero)
                    ? null
                    : $"{refused.Reason}, quoted {unquoted}";
            }

            return before[0] - after[0] == quote.AmountIn && after[1] - before[1] == quote.AmountOut
                ? null
                : $"quoted {quote}, was {before[0] - after[0]} for {after[1] - before[1]}";
        }));

    // Curve's is the price of the curve before the fee joins it.
    [Fact]
    public void The_price_after_a_trade_is_the_price_then() =>
        Sequences.Check(20, 30, FourPools.Draw, static trades => Run(trades, static (world, pool, trade) =>
        {
            if (world.Exchange.KindOf(pool) == PoolKind.StableSwap) return null;
            if (world.Exchange.Quote(pool, trade, out TradeQuote quote) is not null) return null;
            if (world.Execute(FourPools.Swap(pool, trade)) is Refused) return null;

            Assert.Null(world.Exchange.Price(pool, trade.TokenIn, trade.TokenOut, out Wad price));
            return price == quote.PriceAfter ? null : $"{quote.PriceAfter.Raw} quoted, {price.Raw} was";
        }));

    // Balancer's fee of 0.04 % is of what goes in, up; of an exact output, what is left of what goes in when
    // the rest is rounded down.
    [Fact]
    public void The_fee_of_a_stable_pool_is_its_part_of_what_goes_in() =>
        Sequences.Check(20, 30, FourPools.Draw, static trades => Run(trades, static (world, pool, trade) =>
        {
            bool isQuoted = world.Exchange.KindOf(pool) == PoolKind.ComposableStable
                && world.Exchange.Quote(pool, trade, out _) is null;
            if (!isQuoted) return null;

            Assert.Null(world.Exchange.Quote(pool, trade, out TradeQuote quote));
            UInt256 fee = UInt256.MulDivUp(quote.AmountIn, 4UL, 10_000UL);
            _ = world.Execute(FourPools.Swap(pool, trade));
            return fee == quote.Fee ? null : $"{quote.Fee} of {quote.AmountIn}";
        }));

    [Fact]
    public void Nobody_gains_by_trading_there_and_back() =>
        Sequences.Check(20, 30, FourPools.Draw, static trades => Run(trades, static (world, pool, trade) =>
        {
            UInt256[] before = Held(world, trade);
            if (world.Execute(FourPools.Swap(pool, trade)) is Refused) return null;

            UInt256 got = Held(world, trade)[1] - before[1];
            if (got.IsZero) return null;

            _ = world.Execute(FourPools.Swap(pool, new(trade.TokenOut, trade.TokenIn, true, got)));
            UInt256[] after = Held(world, trade);
            return after[0] > before[0] || (after[0] == before[0] && after[1] > before[1])
                ? $"{before[0]} became {after[0]}"
                : null;
        }));

    // Uneven amounts come back in the pool's proportion, which is a trade: so what is more of one token than
    // before is traded back.
    [Fact]
    public void Nobody_gains_by_adding_and_removing() =>
        Sequences.Check(10, 20, FourPools.Draw, static trades => Run(trades, static (world, pool, trade) =>
        {
            _ = world.Execute(FourPools.Swap(pool, trade));
            UInt256[] before = Held(world, trade);
            UInt256[] amounts = [Part(world, pool, 0, trade.Amount), Part(world, pool, 1, trade.Amount)];
            UInt256 shares = Shares(world, pool);
            if (world.Execute(new AddToPool(Of("bob"), pool, Of("bob"), amounts, UInt256.Zero)) is Refused)
            {
                return null;
            }

            UInt256 minted = Shares(world, pool) - shares;
            _ = world.Execute(new RemoveFromPool(
                Of("bob"), pool, Of("bob"), minted, [UInt256.Zero, UInt256.Zero]));
            UInt256[] after = Held(world, trade);
            Trade back = after[0] > before[0]
                ? new(trade.TokenIn, trade.TokenOut, true, after[0] - before[0])
                : new(trade.TokenOut, trade.TokenIn, true, after[1].SaturatingSub(before[1]));
            _ = world.Execute(FourPools.Swap(pool, back));
            UInt256[] last = Held(world, trade);
            return last[0] <= before[0] && last[1] <= before[1] ? null : $"{before[0]}, {before[1]} grew";
        }));

    // A trade of a millionth part moves the price by less than it pays.
    [Fact]
    public void A_price_is_what_a_small_trade_fetches_before_the_fee()
    {
        World world = FourPools.New();
        foreach (Address pool in FourPools.All)
        {
            foreach ((string sold, string bought) in new[] { ("tA", "tB"), ("tB", "tA") })
            {
                Trade trade = new(Of(sold), Of(bought), true, Number("1e15"));
                Assert.Null(world.Exchange.Price(pool, trade.TokenIn, trade.TokenOut, out Wad price));
                Assert.Null(world.Exchange.Quote(pool, trade, out TradeQuote quote));
                Wad paid = Wad.RatioDown(quote.AmountOut, quote.AmountIn);
                Assert.InRange(Less(price, paid), 0.0003, 0.0031);
                Assert.InRange(Less(price, quote.PriceAfter), 0, 0.00001);
            }
        }
    }

    private static string? Run(
        IReadOnlyList<Trade> trades, Func<World, Address, Trade, string?> faultOf)
    {
        World world = FourPools.New();
        foreach (Trade trade in trades)
        {
            foreach (Address pool in FourPools.All)
            {
                if (faultOf(world, pool, trade) is { } fault)
                {
                    return $"{world.Exchange.KindOf(pool)}: {fault}";
                }
            }
        }

        return null;
    }

    private static double Less(Wad price, Wad other) =>
        (double)(price.Raw.ToBigInteger() - other.Raw.ToBigInteger()) / 1e18;

    private static UInt256[] Held(World world, Trade trade) =>
    [
        world.Ledger.Balance(trade.TokenIn, Of("bob")),
        world.Ledger.Balance(trade.TokenOut, Of("bob")),
    ];

    private static UInt256 Part(World world, Address pool, int index, UInt256 seed) =>
        world.Exchange.Balance(pool, world.Exchange.Tokens(pool)[index])
            .DivDown((seed.Mod(50UL) + 3UL) * (ulong)(index + 1));

    private static UInt256 Shares(World world, Address pool) => pool == Of("P")
        ? world.ConcentratedPools.PositionOf(pool, Of("bob"), new(-887_270, 887_270)).Liquidity
        : world.Ledger.Balance(world.Exchange.ShareToken(pool), Of("bob"));
}
