namespace Garrison.Primitives;

/// <summary>Sums of amounts.</summary>
public static class UInt256Sums
{
    /// <summary>The sum, exactly; 0 of none.</summary>
    /// <exception cref="OverflowException">The sum is 2²⁵⁶ or more.</exception>
    public static UInt256 Sum(this IEnumerable<UInt256> amounts) =>
        amounts.Aggregate(UInt256.Zero, static (sum, amount) => sum + amount);

    /// <summary>The sum of what a function makes of each, exactly; 0 of none.</summary>
    /// <exception cref="OverflowException">The sum is 2²⁵⁶ or more.</exception>
    public static UInt256 Sum<T>(this IEnumerable<T> items, Func<T, UInt256> amount) =>
        items.Select(amount).Sum();
}
