using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <content>The pairs in the shape of all pools.</content>
public sealed partial class ConstantProductPools : IPoolFamily
{
    PoolKind IPoolFamily.Kind => PoolKind.ConstantProduct;

    IReadOnlyList<Address> IPoolFamily.Tokens(Address pool) => [_terms[pool].Token0, _terms[pool].Token1];

    Address IPoolFamily.ShareToken(Address pool) => pool;

    UInt256 IPoolFamily.Balance(Address pool, Address token) =>
        token == _terms[pool].Token0 ? _pair[pool].Reserve0
        : token == _terms[pool].Token1 ? _pair[pool].Reserve1
        : UInt256.Zero;

    Refusal? IPoolFamily.Price(Address pool, Address tokenIn, Address tokenOut, out Wad price)
    {
        price = default;
        ConstantProductPair pair = _pair[pool];
        if (pair.Reserve0 == 0 || pair.Reserve1 == 0) return ConstantProductRefusals.NoLiquidity;

        price = tokenIn == _terms[pool].Token0
            ? Wad.RatioDown(pair.Reserve1, pair.Reserve0)
            : Wad.RatioDown(pair.Reserve0, pair.Reserve1);
        return null;
    }

    Refusal? IPoolFamily.AveragePrice(
        Address pool, Address tokenIn, Address tokenOut, uint windowSeconds, out Wad price)
    {
        price = default;
        return PoolRefusals.NoAveragePrice;
    }

    Refusal? IPoolFamily.Quote(Address pool, in Trade trade, out TradeQuote quote) =>
        Quote(pool, Directed(pool, in trade), out quote);

    Refusal? IPoolFamily.Swap(SwapInPool order) =>
        Swap(order.Sender, order.Pool, order.Recipient, Directed(order.Pool, order.Trade), out TradeQuote quote)
            ?? order.Check(in quote);

    Refusal? IPoolFamily.Add(AddToPool order)
    {
        TokenAmounts amounts = InProportion(_pair[order.Pool], new(order.Amounts[0], order.Amounts[1]));
        return Add(order.Sender, order.Pool, order.Recipient, amounts, out UInt256 shares)
            ?? (shares >= order.LeastShares ? null : PoolRefusals.LimitNotMet);
    }

    Refusal? IPoolFamily.Remove(RemoveFromPool order)
    {
        Refusal? refusal = Remove(
            order.Sender, order.Pool, order.Recipient, order.Shares, out TokenAmounts paid);
        bool isWithin = paid.Amount0 >= order.LeastAmounts[0] && paid.Amount1 >= order.LeastAmounts[1];
        return refusal ?? (isWithin ? null : PoolRefusals.LimitNotMet);
    }

    // As much of each token as goes with the other, rounded down, as the contracts' router has it: the pair
    // would keep what is too much.
    private static TokenAmounts InProportion(in ConstantProductPair pair, TokenAmounts most)
    {
        if (pair.Reserve0 == 0 || pair.Reserve1 == 0) return most;

        UInt256 with0 = UInt256.MulDivDown(most.Amount0, pair.Reserve1, pair.Reserve0);
        return with0 <= most.Amount1
            ? most with { Amount1 = with0 }
            : most with { Amount0 = UInt256.MulDivDown(most.Amount1, pair.Reserve0, pair.Reserve1) };
    }

    private PairTrade Directed(Address pool, in Trade trade) =>
        new(trade.TokenIn == _terms.Read(pool).Token0, trade.IsExactInput, trade.Amount);
}
