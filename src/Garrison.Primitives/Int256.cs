using System.Numerics;

namespace Garrison.Primitives;

/// <summary>A signed 256-bit integer in two's complement, as Solidity's <c>int256</c>.</summary>
/// <remarks>
/// Operators are checked: a result outside [−2²⁵⁵, 2²⁵⁵) throws <see cref="OverflowException"/>. The default
/// is 0.
/// </remarks>
public readonly record struct Int256 :
    IComparable<Int256>,
    IComparisonOperators<Int256, Int256, bool>,
    IAdditionOperators<Int256, Int256, Int256>,
    ISubtractionOperators<Int256, Int256, Int256>,
    IMultiplyOperators<Int256, Int256, Int256>,
    IUnaryNegationOperators<Int256, Int256>
{
    private readonly UInt256 _bits;

    private Int256(UInt256 bits) => _bits = bits;

    /// <summary>0.</summary>
    public static Int256 Zero => default;

    /// <summary>1.</summary>
    public static Int256 One => new(UInt256.One);

    /// <summary>2²⁵⁵ − 1.</summary>
    public static Int256 MaxValue => new(UInt256.MaxValue >> 1);

    /// <summary>−2²⁵⁵.</summary>
    public static Int256 MinValue => new(UInt256.One << 255);

    /// <summary>Whether the value is below 0.</summary>
    public bool IsNegative => _bits.BitLength == 256;

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => _bits.IsZero;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => IsNegative ? -1 : IsZero ? 0 : 1;

    /// <summary>The two's complement, which reads a negative value as 2²⁵⁶ more.</summary>
    public UInt256 Bits => _bits;

    /// <summary>The value of two's complement bits.</summary>
    public static Int256 FromBits(UInt256 bits) => new(bits);

    /// <summary>The same value, signed.</summary>
    /// <exception cref="OverflowException">The value is 2²⁵⁵ or more.</exception>
    public static Int256 FromUInt256(UInt256 value) =>
        value.FitsIn(255) ? new(value) : throw new OverflowException("The value needs more than 255 bits.");

    /// <summary>The same value, unsigned.</summary>
    /// <exception cref="OverflowException">The value is below 0.</exception>
    public UInt256 ToUInt256() =>
        IsNegative ? throw new OverflowException("A negative value has no unsigned form.") : _bits;

    /// <summary>The distance from 0; 2²⁵⁵ for the smallest value.</summary>
    public UInt256 Abs() => IsNegative ? UInt256.Zero.WrappingSub(_bits) : _bits;

    /// <summary>⌊x · y / denominator⌋, toward negative infinity.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The quotient does not fit.</exception>
    public static Int256 MulDivFloor(Int256 x, Int256 y, UInt256 denominator) =>
        x.IsNegative == y.IsNegative
            ? FromUInt256(UInt256.MulDivDown(x.Abs(), y.Abs(), denominator))
            : Negative(UInt256.MulDivUp(x.Abs(), y.Abs(), denominator));

    /// <summary>x · y / denominator without its fraction, toward 0.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The quotient does not fit.</exception>
    public static Int256 MulDivTowardZero(Int256 x, Int256 y, UInt256 denominator) =>
        x.IsNegative == y.IsNegative
            ? FromUInt256(UInt256.MulDivDown(x.Abs(), y.Abs(), denominator))
            : Negative(UInt256.MulDivDown(x.Abs(), y.Abs(), denominator));

    /// <summary>(this + <paramref name="other"/>), wrapped into the range.</summary>
    public Int256 WrappingAdd(Int256 other) => new(_bits.WrappingAdd(other._bits));

    /// <summary>(this − <paramref name="other"/>), wrapped into the range.</summary>
    public Int256 WrappingSub(Int256 other) => new(_bits.WrappingSub(other._bits));

    /// <summary>Reads a decimal numeral, with − in front when it is negative.</summary>
    /// <exception cref="FormatException">The text is not a numeral.</exception>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    public static Int256 Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('-') ? Negative(UInt256.Parse(text[1..])) : FromUInt256(UInt256.Parse(text));
    }

    /// <inheritdoc/>
    public static Int256 operator +(Int256 left, Int256 right)
    {
        Int256 sum = left.WrappingAdd(right);
        return left.IsNegative == right.IsNegative && sum.IsNegative != left.IsNegative
            ? throw new OverflowException("Int256 addition overflows.")
            : sum;
    }

    /// <inheritdoc/>
    public static Int256 operator -(Int256 left, Int256 right)
    {
        Int256 difference = left.WrappingSub(right);
        return left.IsNegative != right.IsNegative && difference.IsNegative != left.IsNegative
            ? throw new OverflowException("Int256 subtraction overflows.")
            : difference;
    }

    /// <inheritdoc/>
    public static Int256 operator *(Int256 left, Int256 right) =>
        left.IsNegative == right.IsNegative
            ? FromUInt256(left.Abs() * right.Abs())
            : Negative(left.Abs() * right.Abs());

    /// <inheritdoc/>
    public static Int256 operator -(Int256 value) => Zero - value;

    /// <inheritdoc/>
    public static bool operator <(Int256 left, Int256 right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(Int256 left, Int256 right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(Int256 left, Int256 right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(Int256 left, Int256 right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Int256 other) =>
        IsNegative == other.IsNegative ? _bits.CompareTo(other._bits) : IsNegative ? -1 : 1;

    /// <summary>The decimal numeral, with − in front when it is negative.</summary>
    public override string ToString() => IsNegative ? "-" + Abs() : _bits.ToString();

    private static Int256 Negative(UInt256 distance) =>
        distance <= MinValue._bits
            ? new(UInt256.Zero.WrappingSub(distance))
            : throw new OverflowException("The value is below −2²⁵⁵.");
}
