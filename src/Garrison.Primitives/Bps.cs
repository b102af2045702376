using System.Numerics;

namespace Garrison.Primitives;

/// <summary>A non-negative ratio in basis points, 10⁻⁴: a fee, a share.</summary>
/// <remarks>
/// The scale of splits, fees and thresholds.
/// A ratio meets an amount only through a method that names its rounding.
/// </remarks>
/// <param name="Raw">The ratio times 10⁴.</param>
public readonly record struct Bps(UInt256 Raw) : IComparable<Bps>, IComparisonOperators<Bps, Bps, bool>
{
    /// <summary>10⁴, the raw value of 1.</summary>
    public static UInt256 Scale { get; } = 10_000UL;

    /// <summary>1.</summary>
    public static Bps One => new(Scale);

    /// <summary>⌊this · <paramref name="amount"/>⌋, in the unit of the amount.</summary>
    /// <exception cref="OverflowException">The result does not fit in 256 bits.</exception>
    public UInt256 MulDown(UInt256 amount) => UInt256.MulDivDown(amount, Raw, Scale);

    /// <summary>⌈this · <paramref name="amount"/>⌉, in the unit of the amount.</summary>
    /// <exception cref="OverflowException">The result does not fit in 256 bits.</exception>
    public UInt256 MulUp(UInt256 amount) => UInt256.MulDivUp(amount, Raw, Scale);

    /// <summary>this · <paramref name="amount"/> to the nearest, halves up, in the unit of the
    /// amount.</summary>
    /// <exception cref="OverflowException">The result does not fit in 256 bits.</exception>
    public UInt256 MulHalfUp(UInt256 amount) => UInt256.MulDivHalfUp(amount, Raw, Scale);

    /// <summary>⌊<paramref name="amount"/> / this⌋, in the unit of the amount.</summary>
    /// <exception cref="DivideByZeroException">The ratio is 0.</exception>
    public UInt256 DivDown(UInt256 amount) => UInt256.MulDivDown(amount, Scale, Raw);

    /// <summary>⌈<paramref name="amount"/> / this⌉, in the unit of the amount.</summary>
    /// <exception cref="DivideByZeroException">The ratio is 0.</exception>
    public UInt256 DivUp(UInt256 amount) => UInt256.MulDivUp(amount, Scale, Raw);

    /// <summary>⌊<paramref name="numerator"/> / <paramref name="denominator"/>⌋ as a ratio.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Bps RatioDown(UInt256 numerator, UInt256 denominator) =>
        new(UInt256.MulDivDown(numerator, Scale, denominator));

    /// <summary>⌈<paramref name="numerator"/> / <paramref name="denominator"/>⌉ as a ratio.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Bps RatioUp(UInt256 numerator, UInt256 denominator) =>
        new(UInt256.MulDivUp(numerator, Scale, denominator));

    /// <summary><paramref name="numerator"/> / <paramref name="denominator"/> as a ratio, to the nearest,
    /// halves up.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Bps RatioHalfUp(UInt256 numerator, UInt256 denominator) =>
        new(UInt256.MulDivHalfUp(numerator, Scale, denominator));

    /// <inheritdoc/>
    public int CompareTo(Bps other) => Raw.CompareTo(other.Raw);

    /// <inheritdoc/>
    public static bool operator <(Bps left, Bps right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator <=(Bps left, Bps right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >(Bps left, Bps right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator >=(Bps left, Bps right) => left.CompareTo(right) >= 0;
}
