using Garrison.Primitives;

namespace Garrison.Engine.Exchange;

/// <summary>The pools of one protocol, as a caller sees them who does not ask which.</summary>
/// <remarks>Every member but <see cref="Exists"/> is of a pool that exists.</remarks>
internal interface IPoolFamily
{
    /// <summary>Which protocol.</summary>
    PoolKind Kind { get; }

    /// <summary>Whether the pool is one of these.</summary>
    bool Exists(Address pool);

    /// <summary>What a pool trades, its own token not among them.</summary>
    IReadOnlyList<Address> Tokens(Address pool);

    /// <summary>The token of a pool's liquidity; zero where positions are no tokens.</summary>
    Address ShareToken(Address pool);

    /// <summary>What providers have in a pool, in the token's smallest unit; 0 of any other token.</summary>
    UInt256 Balance(Address pool, Address token);

    /// <summary>What a smallest unit of one token is worth in another, before the fee; down.</summary>
    Refusal? Price(Address pool, Address tokenIn, Address tokenOut, out Wad price);

    /// <summary>The same over the last seconds, as the pool remembers them.</summary>
    Refusal? AveragePrice(
        Address pool, Address tokenIn, Address tokenOut, uint windowSeconds, out Wad price);

    /// <summary>What a trade comes to, without trading.</summary>
    Refusal? Quote(Address pool, in Trade trade, out TradeQuote quote);

    /// <summary>Trades.</summary>
    Refusal? Swap(SwapInPool order);

    /// <summary>Pays liquidity in.</summary>
    Refusal? Add(AddToPool order);

    /// <summary>Takes liquidity out, in proportion.</summary>
    Refusal? Remove(RemoveFromPool order);
}
