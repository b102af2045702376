using Garrison.Primitives;

namespace Garrison.Engine.Exchange;

/// <summary>Which protocol a pool is of.</summary>
public enum PoolKind : byte
{
    /// <summary>There is no such pool.</summary>
    None,

    /// <summary>Curve's StableSwap.</summary>
    StableSwap,

    /// <summary>Balancer's ComposableStable.</summary>
    ComposableStable,

    /// <summary>Uniswap v3.</summary>
    Concentrated,

    /// <summary>Uniswap v2.</summary>
    ConstantProduct,
}

/// <summary>Every pool there is, in one shape: quote, swap, add, remove.</summary>
/// <remarks>Nothing is computed here: each pool answers by its own contract's rules, and refuses by its own
/// errors. What is particular to a protocol is asked of the protocol.</remarks>
public sealed class Pools
{
    private readonly IPoolFamily[] _families;

    internal Pools(params IPoolFamily[] families) => _families = families;

    /// <summary>Which protocol a pool is of.</summary>
    public PoolKind KindOf(Address pool) => Find(pool)?.Kind ?? PoolKind.None;

    /// <summary>What a pool trades, in its order, its own token not among them; none for no pool.</summary>
    public IReadOnlyList<Address> Tokens(Address pool) => Find(pool)?.Tokens(pool) ?? [];

    /// <summary>The token of a pool's liquidity; zero where positions are no tokens.</summary>
    public Address ShareToken(Address pool) => Find(pool)?.ShareToken(pool) ?? default;

    /// <summary>What the providers of a pool have in it, in the token's smallest unit.</summary>
    public UInt256 Balance(Address pool, Address token) =>
        Find(pool)?.Balance(pool, token) ?? UInt256.Zero;

    /// <summary>What a smallest unit of one token is worth in another now, before the fee; down.</summary>
    /// <returns>Why there is no price; else null.</returns>
    public Refusal? Price(Address pool, Address tokenIn, Address tokenOut, out Wad price)
    {
        price = default;
        return Find(pool, tokenIn, tokenOut, out IPoolFamily? family)
            ?? family!.Price(pool, tokenIn, tokenOut, out price);
    }

    /// <summary>The price over the last seconds, at least one: of a concentrated pool its geometric mean, of
    /// a StableSwap pool the moving average that it keeps, whatever the seconds.</summary>
    /// <returns>Why there is no such price, <c>NoAveragePrice</c> where a pool keeps none; else
    /// null.</returns>
    public Refusal? AveragePrice(
        Address pool, Address tokenIn, Address tokenOut, uint windowSeconds, out Wad price)
    {
        ArgumentOutOfRangeException.ThrowIfZero(windowSeconds);
        price = default;
        return Find(pool, tokenIn, tokenOut, out IPoolFamily? family)
            ?? family!.AveragePrice(pool, tokenIn, tokenOut, windowSeconds, out price);
    }

    /// <summary>What a trade comes to, if nothing else happens before; the state stays as it is.</summary>
    /// <returns>Why the swap would be refused, tokens and limits of the sender aside; else null. What is too
    /// little to fetch a unit is quoted as 0, and some pools refuse the swap.</returns>
    public Refusal? Quote(Address pool, Trade trade, out TradeQuote quote)
    {
        quote = default;
        return Find(pool, trade.TokenIn, trade.TokenOut, out IPoolFamily? family)
            ?? family!.Quote(pool, in trade, out quote);
    }

    internal Refusal? Swap(SwapInPool order) =>
        Find(order.Pool, order.TokenIn, order.TokenOut, out IPoolFamily? family) ?? family!.Swap(order);

    internal Refusal? Add(AddToPool order)
    {
        if (Find(order.Pool) is not { } family) return PoolRefusals.NoSuchPool;

        return order.Amounts.Count == family.Tokens(order.Pool).Count
            ? family.Add(order)
            : PoolRefusals.WrongNumberOfAmounts;
    }

    internal Refusal? Remove(RemoveFromPool order)
    {
        if (Find(order.Pool) is not { } family) return PoolRefusals.NoSuchPool;

        return order.LeastAmounts.Count == family.Tokens(order.Pool).Count
            ? family.Remove(order)
            : PoolRefusals.WrongNumberOfAmounts;
    }

    private Refusal? Find(Address pool, Address tokenIn, Address tokenOut, out IPoolFamily? family)
    {
        family = Find(pool);
        if (family is null) return PoolRefusals.NoSuchPool;

        IReadOnlyList<Address> tokens = family.Tokens(pool);
        return tokenIn != tokenOut && tokens.Contains(tokenIn) && tokens.Contains(tokenOut)
            ? null
            : PoolRefusals.NotTradedHere;
    }

    private IPoolFamily? Find(Address pool) => Array.Find(_families, family => family.Exists(pool));
}
