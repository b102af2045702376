using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Risk.Allocation;

/// <summary>An exact quotient of whole numbers, in lowest terms; the default is 0.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger _lessOne;

    /// <summary>A quotient.</summary>
    /// <param name="numerator">What is divided.</param>
    /// <param name="denominator">By what; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not above 0.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        _lessOne = (denominator / common) - BigInteger.One;
    }

    /// <summary>What is divided.</summary>
    public BigInteger Numerator { get; }

    /// <summary>By what; above 0.</summary>
    public BigInteger Denominator => _lessOne + BigInteger.One;

    /// <summary>Whether it is above, at or below 0: 1, 0 or -1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(BigInteger value) => new(value, BigInteger.One);

    /// <summary>A part of 10¹⁸.</summary>
    public static implicit operator Fraction(Wad value) =>
        new(value.Raw.ToBigInteger(), Wad.Scale.ToBigInteger());

    /// <summary>The sum of all.</summary>
    public static Fraction Sum(IEnumerable<Fraction> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Aggregate(default(Fraction), static (sum, value) => sum + value);
    }

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) => new(
        (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
        left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The opposite.</summary>
    public static Fraction operator -(Fraction value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) => new(
        left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Less.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>More.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>More or equal.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>As a whole number, rounded down.</summary>
    /// <exception cref="OverflowException">It is below 0 or does not fit.</exception>
    public UInt256 ToUnitsDown() => UInt256.FromBigInteger(BigInteger.Divide(Numerator, Denominator));

    /// <summary>This part of an amount, rounded down.</summary>
    /// <exception cref="OverflowException">It is below 0 or does not fit.</exception>
    public UInt256 OfDown(UInt256 amount) => (this * (Fraction)amount.ToBigInteger()).ToUnitsDown();

    /// <summary>As a part of 10¹⁸, rounded down.</summary>
    /// <exception cref="OverflowException">It is below 0 or does not fit.</exception>
    public Wad ToWadDown() => new(OfDown(Wad.Scale));

    /// <inheritdoc/>
    public override string ToString() =>
        Denominator.IsOne ? Numerator.ToString() : $"{Numerator}/{Denominator}";
}
