using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <content>The pools in the shape of all pools.</content>
public sealed partial class StableSwapPools : IPoolFamily
{
    PoolKind IPoolFamily.Kind => PoolKind.StableSwap;

    IReadOnlyList<Address> IPoolFamily.Tokens(Address pool)
    {
        var tokens = new Address[_terms.Read(pool).CoinCount];
        for (int i = 0; i < tokens.Length; i++)
        {
            tokens[i] = Coin(pool, i);
        }

        return tokens;
    }

    Address IPoolFamily.ShareToken(Address pool) => LpToken(pool);

    UInt256 IPoolFamily.Balance(Address pool, Address token) =>
        PlaceOf(pool, token) is int coin and >= 0 ? Balance(pool, coin) : UInt256.Zero;

    Refusal? IPoolFamily.Price(Address pool, Address tokenIn, Address tokenOut, out Wad price)
    {
        price = default;
        StableSwapTerms terms = _terms[pool];
        Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
        try
        {
            ReadScaled(pool, in terms, scaled);
            StableSwapCurve curve = CurveOf(in terms);
            (int sold, int bought) = (PlaceOf(pool, tokenIn), PlaceOf(pool, tokenOut));
            price = PriceBetween(in curve, in terms, scaled, curve.Invariant(scaled), sold, bought);
            return null;
        }
        catch (ArithmeticException)
        {
            return StableSwapRefusals.EmptyRevert;
        }
    }

    // Each coin's average is what it is worth in the first coin, both at their rates.
    Refusal? IPoolFamily.AveragePrice(
        Address pool, Address tokenIn, Address tokenOut, uint windowSeconds, out Wad price)
    {
        price = default;
        StableSwapTerms terms = _terms[pool];
        if (terms.IsLegacy) return PoolRefusals.NoAveragePrice;

        (int sold, int bought) = (PlaceOf(pool, tokenIn), PlaceOf(pool, tokenOut));
        UInt256 one = sold == 0 ? Wad.Scale : PriceOracle(pool, sold - 1);
        UInt256 other = bought == 0 ? Wad.Scale : PriceOracle(pool, bought - 1);
        if (other.IsZero) return StableSwapRefusals.EmptyRevert;

        price = AtRates(in terms, Wad.RatioDown(one, other), sold, bought);
        return null;
    }

    Refusal? IPoolFamily.Quote(Address pool, in Trade trade, out TradeQuote quote)
    {
        quote = default;
        if (!trade.IsExactInput) return PoolRefusals.ExactOutputNotOffered;
        if (IsClosed(pool) || trade.Amount.IsZero) return StableSwapRefusals.EmptyRevert;
        if (Quote(pool, PlaceOf(pool, trade.TokenIn), PlaceOf(pool, trade.TokenOut), trade.Amount)
            is not { } found)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        quote = found;
        return null;
    }

    Refusal? IPoolFamily.Swap(SwapInPool order)
    {
        if (!order.IsExactInput) return PoolRefusals.ExactOutputNotOffered;

        return Swap(
            order.Sender,
            order.Pool,
            PlaceOf(order.Pool, order.TokenIn),
            PlaceOf(order.Pool, order.TokenOut),
            order.Amount,
            order.Limit,
            order.Recipient);
    }

    Refusal? IPoolFamily.Add(AddToPool order) =>
        Add(order.Sender, order.Pool, order.Amounts, order.LeastShares, order.Recipient);

    Refusal? IPoolFamily.Remove(RemoveFromPool order) => Remove(
        order.Sender,
        order.Pool,
        order.Shares,
        order.LeastAmounts,
        order.Recipient,
        claimsAdminFees: true);

    private bool IsClosed(Address pool) => _terms.Read(pool).IsLegacy && _legacy.Read(pool).IsKilled;

    private int PlaceOf(Address pool, Address token)
    {
        ref readonly StableSwapTerms terms = ref _terms.Read(pool);
        for (int i = 0; i < terms.CoinCount; i++)
        {
            if (terms.Coins[i].Token == token) return i;
        }

        return -1;
    }
}
