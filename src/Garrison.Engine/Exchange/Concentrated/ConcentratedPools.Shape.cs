using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <content>The pools in the shape of all pools.</content>
public sealed partial class ConcentratedPools : IPoolFamily
{
    PoolKind IPoolFamily.Kind => PoolKind.Concentrated;

    IReadOnlyList<Address> IPoolFamily.Tokens(Address pool) => [_terms[pool].Token0, _terms[pool].Token1];

    Address IPoolFamily.ShareToken(Address pool) => default;

    // What the protocol may collect is not the providers'; what they have not collected yet is.
    UInt256 IPoolFamily.Balance(Address pool, Address token)
    {
        ConcentratedPoolTerms terms = _terms[pool];
        if (token != terms.Token0 && token != terms.Token1) return UInt256.Zero;

        ref readonly ConcentratedPool state = ref _pool.Read(pool);
        UInt256 fees = token == terms.Token0 ? state.ProtocolFees0 : state.ProtocolFees1;
        return _ledger.Balance(token, pool).SaturatingSub(fees);
    }

    Refusal? IPoolFamily.Price(Address pool, Address tokenIn, Address tokenOut, out Wad price)
    {
        price = default;
        ref readonly ConcentratedPool state = ref _pool.Read(pool);
        if (!state.IsInitialized) return ConcentratedRefusals.Uninitialized;

        price = SqrtPriceMath.PriceDown(state.SqrtPriceX96, tokenIn == _terms.Read(pool).Token0);
        return null;
    }

    // The mean tick rounds down, towards a cheaper token 0. Source: OracleLibrary.sol.
    Refusal? IPoolFamily.AveragePrice(
        Address pool, Address tokenIn, Address tokenOut, uint windowSeconds, out Wad price)
    {
        price = default;
        if (Observe(pool, windowSeconds, out ConcentratedObservation then) is { } unknown) return unknown;
        if (Observe(pool, 0, out ConcentratedObservation now) is { } unready) return unready;

        long sum = ConcentratedObservation.Wrap(unchecked(now.TickCumulative - then.TickCumulative));
        long mean = sum / windowSeconds;
        if (sum < 0 && sum % windowSeconds != 0) mean--;

        UInt256 sqrtPrice = TickMath.SqrtPriceAt((int)mean);
        price = SqrtPriceMath.PriceDown(sqrtPrice, tokenIn == _terms.Read(pool).Token0);
        return null;
    }

    Refusal? IPoolFamily.Quote(Address pool, in Trade trade, out TradeQuote quote)
    {
        if (Quote(pool, Directed(pool, in trade), out quote) is { } refusal) return refusal;

        return trade.IsExactInput || quote.AmountOut == trade.Amount ? null : PoolRefusals.LimitNotMet;
    }

    Refusal? IPoolFamily.Swap(SwapInPool order)
    {
        PairTrade trade = Directed(order.Pool, order.Trade);
        return Swap(order.Sender, order.Pool, order.Recipient, trade, out TradeQuote quote)
            ?? order.Check(in quote);
    }

    Refusal? IPoolFamily.Add(AddToPool order)
    {
        if (!_pool.Read(order.Pool).IsInitialized) return ConcentratedRefusals.Uninitialized;

        TickRange range = order.Range ?? Everywhere(order.Pool);
        if (range.Check() is { } outside) return outside;

        try
        {
            UInt256 liquidity = LiquidityFor(order.Pool, range, new(order.Amounts[0], order.Amounts[1]));
            return liquidity < order.LeastShares
                ? PoolRefusals.LimitNotMet
                : Add(order.Sender, order.Pool, order.Recipient, range, liquidity, out _);
        }
        catch (ArithmeticException)
        {
            return ConcentratedRefusals.EmptyRevert;
        }
    }

    Refusal? IPoolFamily.Remove(RemoveFromPool order)
    {
        TickRange range = order.Range ?? Everywhere(order.Pool);
        Refusal? refusal = Remove(
            order.Sender, order.Pool, order.Recipient, range, order.Shares, out TokenAmounts paid);
        bool isWithin = paid.Amount0 >= order.LeastAmounts[0] && paid.Amount1 >= order.LeastAmounts[1];
        return refusal ?? (isWithin ? null : PoolRefusals.LimitNotMet);
    }

    private TickRange Everywhere(Address pool)
    {
        int spacing = _terms.Read(pool).TickSpacing;
        int end = TickMath.MaxTick / spacing * spacing;
        return new(-end, end);
    }

    private PairTrade Directed(Address pool, in Trade trade) =>
        new(trade.TokenIn == _terms.Read(pool).Token0, trade.IsExactInput, trade.Amount);
}
