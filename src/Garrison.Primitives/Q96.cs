using System.Numerics;

namespace Garrison.Primitives;

/// <summary>A non-negative ratio in units of 2⁻⁹⁶: the square root of a price.</summary>
/// <remarks>
/// The scale of Uniswap v3's prices.
/// A ratio meets an amount only through a method that names its rounding.
/// </remarks>
/// <param name="Raw">The ratio times 2⁹⁶.</param>
public readonly record struct Q96(UInt256 Raw) : IComparable<Q96>, IComparisonOperators<Q96, Q96, bool>
{
    /// <summary>2⁹⁶, the raw value of 1.</summary>
    public static UInt256 Scale { get; } = UInt256.One << 96;

    /// <summary>1.</summary>
    public static Q96 One => new(Scale);

    /// <summary>⌊this · <paramref name="amount"/>⌋, in the unit of the amount.</summary>
    /// <exception cref="OverflowException">The result does not fit in 256 bits.</exception>
    public UInt256 MulDown(UInt256 amount) => UInt256.MulDivDown(amount, Raw, Scale);

    /// <summary>⌈this · <paramref name="amount"/>⌉, in the unit of the amount.</summary>
    /// <exception cref="OverflowException">The result does not fit in 256 bits.</exception>
    public UInt256 MulUp(UInt256 amount) => UInt256.MulDivUp(amount, Raw, Scale);

    /// <summary>⌊<paramref name="amount"/> / this⌋, in the unit of the amount.</summary>
    /// <exception cref="DivideByZeroException">The ratio is 0.</exception>
    public UInt256 DivDown(UInt256 amount) => UInt256.MulDivDown(amount, Scale, Raw);

    /// <summary>⌈<paramref name="amount"/> / this⌉, in the unit of the amount.</summary>
    /// <exception cref="DivideByZeroException">The ratio is 0.</exception>
    public UInt256 DivUp(UInt256 amount) => UInt256.MulDivUp(amount, Scale, Raw);

    /// <summary>⌊<paramref name="numerator"/> / <paramref name="denominator"/>⌋ as a ratio.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Q96 RatioDown(UInt256 numerator, UInt256 denominator) =>
        new(UInt256.MulDivDown(numerator, Scale, denominator));

    /// <summary>⌈<paramref name="numerator"/> / <paramref name="denominator"/>⌉ as a ratio.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Q96 RatioUp(UInt256 numerator, UInt256 denominator) =>
        new(UInt256.MulDivUp(numerator, Scale, denominator));

    /// <inheritdoc/>
    public int CompareTo(Q96 other) => Raw.CompareTo(other.Raw);

    /// <inheritdoc/>
    public static bool operator <(Q96 left, Q96 right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator <=(Q96 left, Q96 right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >(Q96 left, Q96 right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator >=(Q96 left, Q96 right) => left.CompareTo(right) >= 0;
}
