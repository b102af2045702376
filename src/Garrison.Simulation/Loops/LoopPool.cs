using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Engine.Exchange.StableSwap;
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
        if (world.StableSwapPools.Exists(Pool))
        {
            return world.StableSwapPools.Quote(
                Pool, Coin(world, tokenIn), Coin(world, tokenOut), amountIn)?.AmountOut;
        }

        return world.ComposableStablePools.Quote(
            Pool, ComposableStableSwap.GivenIn, tokenIn, tokenOut, amountIn, out ComposableStableQuote quote)
            is null ? quote.AmountOut : null;
    }

    /// <summary>Sells exactly an amount for at least another, both in smallest units.</summary>
    public Command Swap(
        World world, Address account, Address tokenIn, Address tokenOut, UInt256 amountIn, UInt256 least)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.StableSwapPools.Exists(Pool)
            ? new SwapStable(
                account, Pool, Coin(world, tokenIn), Coin(world, tokenOut), amountIn, least)
            : new SwapComposableStable(
                account, Pool, account, ComposableStableSwap.GivenIn, tokenIn, tokenOut, amountIn, least,
                UInt256.MaxValue);
    }

    private int Coin(World world, Address token)
    {
        int coin = 0;
        while (coin < world.StableSwapPools.CoinCount(Pool)
            && world.StableSwapPools.Coin(Pool, coin) != token)
        {
            coin++;
        }

        return coin;
    }
}
