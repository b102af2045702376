using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <content>The pools in the shape of all pools.</content>
public sealed partial class ComposableStablePools : IPoolFamily
{
    PoolKind IPoolFamily.Kind => PoolKind.ComposableStable;

    IReadOnlyList<Address> IPoolFamily.Tokens(Address pool) => [.. Tokens(pool).Where(token => token != pool)];

    Address IPoolFamily.ShareToken(Address pool) => pool;

    UInt256 IPoolFamily.Balance(Address pool, Address token) => Balance(pool, token);

    Refusal? IPoolFamily.Price(Address pool, Address tokenIn, Address tokenOut, out Wad price)
    {
        price = default;
        PoolTurn turn = default;
        if (BeginMove(pool, ref turn) is { } refusal) return refusal;

        price = turn.PriceDown(Now, turn.Settings.IndexOf(tokenIn), turn.Settings.IndexOf(tokenOut));
        return turn.Math.Refusal;
    }

    Refusal? IPoolFamily.AveragePrice(
        Address pool, Address tokenIn, Address tokenOut, uint windowSeconds, out Wad price)
    {
        price = default;
        return PoolRefusals.NoAveragePrice;
    }

    Refusal? IPoolFamily.Quote(Address pool, in Trade trade, out TradeQuote quote) =>
        Quote(pool, KindOf(trade.IsExactInput), trade.TokenIn, trade.TokenOut, trade.Amount, out quote);

    Refusal? IPoolFamily.Swap(SwapInPool order) => Swap(new SwapComposableStable(
        order.Sender,
        order.Pool,
        order.Recipient,
        KindOf(order.IsExactInput),
        order.TokenIn,
        order.TokenOut,
        order.Amount,
        order.Limit,
        Deadline: UInt256.MaxValue));

    // The first join names the pool's own token too, with nothing of it.
    Refusal? IPoolFamily.Add(AddToPool order)
    {
        bool isFirst = _ledger.Supply(order.Pool).IsZero;
        List<UInt256> amounts = [.. order.Amounts];
        if (isFirst) amounts.Insert(_settings.Read(order.Pool).PoolTokenIndex, UInt256.Zero);

        UInt256 before = _ledger.Balance(order.Pool, order.Recipient);
        Refusal? refusal = Add(new JoinComposableStable(
            order.Sender,
            order.Pool,
            order.Recipient,
            isFirst ? ComposableStableJoin.Init : ComposableStableJoin.ExactTokensInForBptOut,
            amounts,
            PoolTokens: isFirst ? UInt256.Zero : order.LeastShares));
        bool isWithin = _ledger.Balance(order.Pool, order.Recipient) - before >= order.LeastShares;
        return refusal ?? (isWithin ? null : PoolRefusals.LimitNotMet);
    }

    Refusal? IPoolFamily.Remove(RemoveFromPool order)
    {
        List<UInt256> least = [.. order.LeastAmounts];
        least.Insert(_settings.Read(order.Pool).PoolTokenIndex, UInt256.Zero);
        return Remove(new ExitComposableStable(
            order.Sender,
            order.Pool,
            order.Recipient,
            ComposableStableExit.ExactBptInForAllTokensOut,
            Amounts: [],
            order.Shares,
            MinAmountsOut: least));
    }

    private static ComposableStableSwap KindOf(bool isExactInput) =>
        isExactInput ? ComposableStableSwap.GivenIn : ComposableStableSwap.GivenOut;
}
