using System.Globalization;
using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Payouts as they were computed in double precision, before the fork Nile.</summary>
/// <remarks>
/// PostgreSQL turns a double into a NUMERIC through its fifteen leading digits when it is cast, and through
/// the shortest digits that name it when it goes through text; both are then rounded to a whole number, half
/// away from zero. Source: <c>float8_numeric</c> and <c>float8out</c> of PostgreSQL; reference section 3.5.
/// </remarks>
public static class LegacyPayout
{
    private const int CastDigits = 15;
    private const int MantissaBits = 52;

    // ((POW(10, 15) - 1) / POW(10, 15)), which keeps a rounded-up double below the exact amount.
    private const double Shade = (1e15 - 1) / 1e15;

    /// <summary>A day's tokens as a double, shaded down.</summary>
    /// <param name="amount">The whole reward.</param>
    /// <param name="days">Its days; above 0.</param>
    public static double PerDay(UInt256 amount, int days) =>
        double.Parse(((PgNumeric)amount / days).ToString(), CultureInfo.InvariantCulture) * Shade;

    /// <summary>A payout before the fork Amazon: cast to NUMERIC(38, 0).</summary>
    public static UInt256 Cast(ulong proportion, double perDay) =>
        Whole(Leading(Payout(proportion, perDay)));

    /// <summary>A payout before the fork Nile, and of rewards for all stakers: through text.</summary>
    public static UInt256 ThroughText(ulong proportion, double perDay) =>
        Whole(Shortest(Payout(proportion, perDay)));

    /// <summary>A tenth of a payout, rounded half up: what operators kept.</summary>
    public static UInt256 Tenth(UInt256 payout) => (payout + 5UL).DivDown(10UL);

    private static double Payout(ulong proportion, double perDay) =>
        proportion / (double)PgDivision.Whole * perDay;

    private static PgNumeric Shortest(double value) =>
        Parse(value.ToString("R", CultureInfo.InvariantCulture));

    private static PgNumeric Parse(string text)
    {
        int exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], CultureInfo.InvariantCulture);
        string mantissa = exponentAt < 0 ? text : text[..exponentAt];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        var digits = BigInteger.Parse(
            mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return scale >= 0
            ? new PgNumeric(digits, scale)
            : new PgNumeric(digits * BigInteger.Pow(10, -scale), 0);
    }

    // C prints the exact value of a double, rounded half to even; only digits of ours say so for certain.
    private static PgNumeric Leading(double value)
    {
        PgNumeric exact = Exact(value);
        int excess = exact.Unscaled.ToString(CultureInfo.InvariantCulture).Length - CastDigits;
        if (excess <= 0) return exact;

        var unit = BigInteger.Pow(10, excess);
        var kept = BigInteger.DivRem(exact.Unscaled, unit, out BigInteger rest);
        int side = (2 * rest).CompareTo(unit);
        if (side > 0 || (side == 0 && !kept.IsEven)) kept++;

        return new PgNumeric(kept * unit, exact.Scale);
    }

    private static PgNumeric Exact(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> MantissaBits) & 0x7FF);
        BigInteger mantissa = bits & ((1L << MantissaBits) - 1);
        if (exponent > 0) mantissa += BigInteger.One << MantissaBits;
        else exponent = 1;

        int shift = exponent - 1075;
        return shift >= 0
            ? new PgNumeric(mantissa << shift, 0)
            : new PgNumeric(mantissa * BigInteger.Pow(5, -shift), -shift);
    }

    private static UInt256 Whole(PgNumeric value)
    {
        var half = BigInteger.Pow(10, value.Scale);
        return UInt256.FromBigInteger(((2 * value.Unscaled) + half) / (2 * half));
    }
}
