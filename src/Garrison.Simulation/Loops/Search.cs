using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>Finds a whole number by halving.</summary>
internal static class Search
{
    private const int Parts = 64;

    /// <summary>The largest number up to another for which something holds that holds for 0, and for nothing
    /// beyond the first for which it does not.</summary>
    public static UInt256 Largest(UInt256 most, Func<UInt256, bool> holds)
    {
        if (holds(most)) return most;

        UInt256 low = UInt256.Zero;
        for (UInt256 high = most; high - low > UInt256.One;)
        {
            UInt256 middle = low + ((high - low) >> 1);
            if (holds(middle)) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <summary>The least number above 0 and up to another for which something holds. It may hold up to some
    /// number only; then that is found unless it lies within a 64th of the way from the least.</summary>
    /// <returns>Null when there is none.</returns>
    public static UInt256? Least(UInt256 most, Func<UInt256, bool> holds)
    {
        if (most.IsZero) return null;

        UInt256 low = UInt256.Zero;
        for (ulong part = 1; part <= Parts; part++)
        {
            UInt256 high = UInt256.MulDivUp(most, part, Parts);
            if (holds(high)) return low + UInt256.One + Largest(high - low - UInt256.One, Fails);

            low = high;
        }

        return null;

        bool Fails(UInt256 more) => more.IsZero || !holds(low + more);
    }
}
