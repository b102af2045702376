using System.Globalization;
using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>PostgreSQL's NUMERIC: a decimal number that knows how many digits it shows.</summary>
/// <remarks>
/// Sums and products are exact. A quotient is not: it is rounded, half away from zero, to a scale that
/// depends on the sizes of both operands, and only then anything is done with it. Source:
/// <c>select_div_scale</c> of PostgreSQL's <c>numeric.c</c>; reference section 3.8.
/// </remarks>
/// <param name="Unscaled">The digits, as a whole number.</param>
/// <param name="Scale">How many of them follow the point.</param>
public readonly record struct PgNumeric(BigInteger Unscaled, int Scale)
{
    private const int SignificantDigitsMin = 16;
    private const int ScaleMax = 1000;
    private const int GroupDigits = 4;

    private static readonly BigInteger _group = 10_000;

    /// <summary>Nothing.</summary>
    public static PgNumeric Zero => default;

    /// <summary>Reads digits with or without a sign and a point; all digits after the point
    /// count.</summary>
    /// <exception cref="FormatException">The text is not that.</exception>
    public static PgNumeric Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        string digits = point < 0 ? text : text.Remove(point, 1);
        return new(
            BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            point < 0 ? 0 : text.Length - point - 1);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator PgNumeric(BigInteger value) => new(value, 0);

    /// <summary>A whole number.</summary>
    public static implicit operator PgNumeric(UInt256 value) => new(value.ToBigInteger(), 0);

    /// <summary>A whole number.</summary>
    public static implicit operator PgNumeric(long value) => new(value, 0);

    /// <summary>A whole number.</summary>
    public static implicit operator PgNumeric(ulong value) => new(value, 0);

    /// <summary>The sum, exactly.</summary>
    public static PgNumeric operator +(PgNumeric left, PgNumeric right)
    {
        int scale = Math.Max(left.Scale, right.Scale);
        return new(left.At(scale) + right.At(scale), scale);
    }

    /// <summary>The product, exactly.</summary>
    public static PgNumeric operator *(PgNumeric left, PgNumeric right) =>
        new(left.Unscaled * right.Unscaled, left.Scale + right.Scale);

    /// <summary>The quotient, rounded half away from zero to the scale that PostgreSQL chooses.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static PgNumeric operator /(PgNumeric left, PgNumeric right)
    {
        int scale = QuotientScale(left, right);
        BigInteger dividend = left.Unscaled * BigInteger.Pow(10, scale + right.Scale);
        BigInteger divisor = right.Unscaled * BigInteger.Pow(10, left.Scale);
        return new(RoundHalfAway(dividend, divisor), scale);
    }

    /// <summary>The largest whole number that is not above this.</summary>
    public BigInteger Floor()
    {
        (BigInteger quotient, BigInteger remainder) = BigInteger.DivRem(Unscaled, BigInteger.Pow(10, Scale));
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>All digits, as many after the point as the scale says.</summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture)
            .PadLeft(Scale + 1, '0');
        string sign = Unscaled.Sign < 0 ? "-" : "";
        return Scale == 0 ? sign + digits : $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }

    private static int QuotientScale(PgNumeric left, PgNumeric right)
    {
        (int leftWeight, int leftGroup) = left.Leading();
        (int rightWeight, int rightGroup) = right.Leading();
        int weight = leftWeight - rightWeight - (leftGroup <= rightGroup ? 1 : 0);
        int scale = SignificantDigitsMin - (weight * GroupDigits);
        return Math.Min(Math.Max(Math.Max(scale, left.Scale), Math.Max(right.Scale, 0)), ScaleMax);
    }

    private static BigInteger RoundHalfAway(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out BigInteger remainder);
        if (BigInteger.Abs(remainder) * 2 < BigInteger.Abs(divisor)) return quotient;

        return quotient + (dividend.Sign * divisor.Sign);
    }

    private BigInteger At(int scale) => Unscaled * BigInteger.Pow(10, scale - Scale);

    // The first group of four digits, and its place: 0 for the one before the point.
    private (int Weight, int Group) Leading()
    {
        if (Unscaled.IsZero) return (0, 0);

        var digits = BigInteger.Abs(Unscaled);
        int exponent = digits.ToString(CultureInfo.InvariantCulture).Length - 1 - Scale;
        int weight = (int)Math.Floor(exponent / (double)GroupDigits);
        int shift = Scale + (weight * GroupDigits);
        BigInteger group = shift >= 0
            ? digits / BigInteger.Pow(10, shift)
            : digits * BigInteger.Pow(10, -shift);
        return (weight, (int)(group % _group));
    }
}
