using System.Globalization;
using System.Numerics;

namespace Garrison.Simulation.Rewards;

/// <summary>How PostgreSQL turns a double into a NUMERIC.</summary>
/// <remarks>Source: <c>float8_numeric</c>, <c>float8out</c> and <c>d2s.c</c> of PostgreSQL 15.</remarks>
public static class PgDouble
{
    private const int CastDigits = 15;
    private const int DigitsMax = 17;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;

    /// <summary>A cast: fifteen significant digits of the exact value, rounded half to even.</summary>
    /// <param name="value">Not less than 0, and finite.</param>
    public static PgNumeric Cast(double value)
    {
        PgNumeric exact = Parts.Of(value).Value(4);
        int excess = CountDigits(exact.Unscaled) - CastDigits;
        return excess <= 0 ? exact : Nearest(exact, BigInteger.Pow(10, excess));
    }

    /// <summary>What is read back from its text: the fewest digits that name it and no other
    /// double.</summary>
    /// <remarks>To PostgreSQL a text half way between two doubles names neither, though it is read back as
    /// the even one; so this is not always what .NET prints.</remarks>
    /// <param name="value">Not less than 0, and finite.</param>
    public static PgNumeric Text(double value)
    {
        var parts = Parts.Of(value);
        PgNumeric shortest = parts.Value(4);
        int length = CountDigits(shortest.Unscaled);
        for (int digits = Math.Min(DigitsMax, length); digits > 0; digits--)
        {
            if (Shorten(parts, BigInteger.Pow(10, length - digits)) is not { } shorter) break;

            shortest = shorter;
        }

        return shortest;
    }

    // The nearest number of so many digits, or the one on its other side, if it names the double.
    private static PgNumeric? Shorten(Parts parts, BigInteger unit)
    {
        PgNumeric exact = parts.Value(4);
        BigInteger down = exact.Unscaled - (exact.Unscaled % unit);
        BigInteger nearest = Nearest(exact, unit).Unscaled;
        BigInteger other = nearest == down ? down + unit : down;
        if (parts.Names(nearest, exact.Scale)) return new PgNumeric(nearest, exact.Scale);

        return parts.Names(other, exact.Scale) ? new PgNumeric(other, exact.Scale) : null;
    }

    private static PgNumeric Nearest(PgNumeric exact, BigInteger unit)
    {
        var kept = BigInteger.DivRem(exact.Unscaled, unit, out BigInteger rest);
        int side = (2 * rest).CompareTo(unit);
        if (side > 0 || (side == 0 && !kept.IsEven)) kept++;

        return new PgNumeric(kept * unit, exact.Scale);
    }

    private static int CountDigits(BigInteger value) => value.ToString(CultureInfo.InvariantCulture).Length;

    // A double as mantissa times a power of two; in quarters, so that what lies half way to its neighbours
    // is whole.
    private readonly record struct Parts(BigInteger Mantissa, int Exponent, bool IsFirstOfPower)
    {
        public static Parts Of(double value)
        {
            long bits = BitConverter.DoubleToInt64Bits(value);
            int exponent = (int)((bits >> MantissaBits) & 0x7FF);
            long fraction = bits & ((1L << MantissaBits) - 1);
            return exponent == 0
                ? new Parts(fraction, 1 - ExponentBias - 2, IsFirstOfPower: false)
                : new Parts(
                    fraction | (1L << MantissaBits),
                    exponent - ExponentBias - 2,
                    IsFirstOfPower: fraction == 0 && exponent > 1);
        }

        // The value, or with other quarters what lies beside it.
        public PgNumeric Value(int quarters) => Quarters((Mantissa * 4) + (quarters - 4));

        // Whether a number is nearer to this double than to its neighbours.
        public bool Names(BigInteger unscaled, int scale)
        {
            PgNumeric below = Value(IsFirstOfPower ? 3 : 2);
            PgNumeric above = Value(6);
            return below.Unscaled < unscaled * BigInteger.Pow(10, below.Scale - scale)
                && unscaled * BigInteger.Pow(10, above.Scale - scale) < above.Unscaled;
        }

        private PgNumeric Quarters(BigInteger quarters) => Exponent >= 0
            ? new PgNumeric(quarters << Exponent, 0)
            : new PgNumeric(quarters * BigInteger.Pow(5, -Exponent), -Exponent);
    }
}
