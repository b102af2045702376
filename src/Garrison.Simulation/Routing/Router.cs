using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Primitives;

namespace Garrison.Simulation.Routing;

/// <summary>Splits an order over pools so that it comes to the most.</summary>
/// <remarks>
/// What a pool gives for an amount is concave, and what an amount costs is convex, but for roundings. So
/// moving ever smaller parts from one pool to another, as long as that is better, ends at the best split. The
/// first one is what each pool takes of what is left.
/// Pools are asked by their quotes, on the world as it is. Gas costs nothing here.
/// </remarks>
public static class Router
{
    // At one size of part, more moves than this are roundings.
    private const int MovesPerSize = 16;

    /// <summary>The best split of a trade over pools; null when none of them can take it.</summary>
    /// <param name="world">Where; nothing in it changes.</param>
    /// <param name="pools">The pools that may be asked; one named twice counts once.</param>
    /// <param name="trade">What is wanted.</param>
    public static Route? Best(World world, IEnumerable<Address> pools, Trade trade)
    {
        List<Part> parts = [.. pools.Distinct().Select(pool => new Part(world, pool, trade))];
        UInt256 left = trade.Amount;
        foreach (Part part in parts)
        {
            part.Set(part.Largest(left));
            left -= part.Amount;
        }

        if (!left.IsZero || trade.Amount.IsZero) return null;

        for (UInt256 size = trade.Amount >> 1; !size.IsZero; size >>= 1)
        {
            for (int moves = 0; moves < MovesPerSize && TryMove(parts, size); moves++)
            {
            }
        }

        return new Route(trade,
        [
            .. parts.Where(static part => !part.Amount.IsZero).Select(static part => part.ToLeg()),
        ]);
    }

    private static bool TryMove(List<Part> parts, UInt256 size)
    {
        foreach (Part from in parts)
        {
            if (from.Amount < size || from.Try(from.Amount - size) is not { } less) continue;

            foreach (Part to in parts)
            {
                if (to == from || to.Try(to.Amount + size) is not { } more) continue;
                if (less + more <= from.Value + to.Value) continue;

                from.Set(from.Amount - size);
                to.Set(to.Amount + size);
                return true;
            }
        }

        return false;
    }

    // A pool, its part of the amount, and what that is worth: what comes out, or less what goes in.
    private sealed class Part(World world, Address pool, Trade trade)
    {
        private TradeQuote _quote;

        public UInt256 Amount { get; private set; }

        public Int256 Value { get; private set; }

        /// <summary>What an amount is worth here; null when the pool refuses it or has not so much.</summary>
        public Int256? Try(UInt256 amount)
        {
            if (amount.IsZero) return Int256.Zero;
            if (Ask(amount, out TradeQuote quote) is not null) return null;
            if (!trade.IsExactInput && quote.AmountOut < amount) return null;

            return ValueOf(quote);
        }

        /// <summary>The most that the pool takes, up to an amount: what is less than that it takes
        /// too.</summary>
        public UInt256 Largest(UInt256 most)
        {
            if (Try(most) is not null) return most;

            UInt256 largest = UInt256.Zero;
            for (UInt256 size = most >> 1; !size.IsZero; size >>= 1)
            {
                if (Try(largest + size) is not null) largest += size;
            }

            return largest;
        }

        public void Set(UInt256 amount)
        {
            Amount = amount;
            _quote = default;
            if (!amount.IsZero) _ = Ask(amount, out _quote);
            Value = ValueOf(_quote);
        }

        public RouteLeg ToLeg() => new(pool, Amount, _quote);

        private Int256 ValueOf(TradeQuote quote) => trade.IsExactInput
            ? Int256.FromUInt256(quote.AmountOut)
            : -Int256.FromUInt256(quote.AmountIn);

        private Refusal? Ask(UInt256 amount, out TradeQuote quote) =>
            world.Exchange.Quote(pool, trade with { Amount = amount }, out quote);
    }
}
