using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

namespace Garrison.Engine.Exchange;

/// <summary>Trades in a pool of any kind.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Where.</param>
/// <param name="Recipient">Who is paid; only the sender in an ETH/stETH pool.</param>
/// <param name="TokenIn">What goes in.</param>
/// <param name="TokenOut">What comes out.</param>
/// <param name="IsExactInput">Whether the amount is what goes in; else it is what comes out.</param>
/// <param name="Amount">How much, in that token's smallest unit.</param>
/// <param name="Limit">The least that comes out; for an exact output, the most that goes in.</param>
public sealed record SwapInPool(
    Address Sender,
    Address Pool,
    Address Recipient,
    Address TokenIn,
    Address TokenOut,
    bool IsExactInput,
    UInt256 Amount,
    UInt256 Limit) : Command(Sender)
{
    /// <summary>What is wanted.</summary>
    internal Trade Trade => new(TokenIn, TokenOut, IsExactInput, Amount);

    internal override Refusal? Apply(World world) => world.Exchange.Swap(this);

    /// <summary>What is refused of a trade that comes to this.</summary>
    internal Refusal? Check(in TradeQuote quote)
    {
        bool isWithin = IsExactInput
            ? quote.AmountOut >= Limit
            : quote.AmountOut >= Amount && quote.AmountIn <= Limit;
        return isWithin ? null : PoolRefusals.LimitNotMet;
    }
}

/// <summary>Brings liquidity to a pool of any kind.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Where.</param>
/// <param name="Recipient">Whose the liquidity is.</param>
/// <param name="Amounts">Of each token in the pool's order, in its smallest unit: what a stable pool takes;
/// the most that a pool takes which wants them in proportion.</param>
/// <param name="LeastShares">The least liquidity for it.</param>
/// <param name="Range">Between which ticks, in a concentrated pool; null for all of them.</param>
public sealed record AddToPool(
    Address Sender,
    Address Pool,
    Address Recipient,
    IReadOnlyList<UInt256> Amounts,
    UInt256 LeastShares,
    TickRange? Range = null) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Exchange.Add(this);
}

/// <summary>Takes liquidity out of a pool of any kind, for its part of every token.</summary>
/// <param name="Sender">Whose it is.</param>
/// <param name="Pool">Where.</param>
/// <param name="Recipient">Who is paid; only the sender in an ETH/stETH pool.</param>
/// <param name="Shares">How much liquidity.</param>
/// <param name="LeastAmounts">The least for it of each token in the pool's order.</param>
/// <param name="Range">Between which ticks, in a concentrated pool; null for all of them.</param>
public sealed record RemoveFromPool(
    Address Sender,
    Address Pool,
    Address Recipient,
    UInt256 Shares,
    IReadOnlyList<UInt256> LeastAmounts,
    TickRange? Range = null) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Exchange.Remove(this);
}
