using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>Where a loop changes one token for the other.</summary>
/// <param name="Pool">Which pool.</param>
public sealed record LoopPool(Address Pool)
{
    /// <summary>What an amount fetches now, in the smallest unit of what is bought; nothing for
    /// nothing.</summary>
    /// <returns>Null where the pool refuses, or takes only a part.</returns>
    public UInt256? Quote(World world, Address tokenIn, Address tokenOut, UInt256 amountIn)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (amountIn.IsZero) return UInt256.Zero;

        Trade trade = new(tokenIn, tokenOut, true, amountIn);
        return world.Exchange.Quote(Pool, trade, out TradeQuote quote) is null && quote.AmountIn == amountIn
            ? quote.AmountOut
            : null;
    }

    /// <summary>Sells exactly an amount for at least another, both in smallest units.</summary>
    public Command Swap(
        Address account, Address tokenIn, Address tokenOut, UInt256 amountIn, UInt256 least) =>
        new SwapInPool(account, Pool, account, tokenIn, tokenOut, true, amountIn, least);
}
