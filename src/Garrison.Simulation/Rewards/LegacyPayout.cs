using System.Globalization;
using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Payouts as they were computed in double precision, before the fork Nile.</summary>
/// <remarks>Source: the sidecar's queries; reference section 3.5.</remarks>
public static class LegacyPayout
{
    // ((POW(10, 15) - 1) / POW(10, 15)), which keeps a rounded-up double below the exact amount.
    private const double Shade = (1e15 - 1) / 1e15;

    /// <summary>A day's tokens as a double, shaded down.</summary>
    /// <param name="amount">The whole reward, in the token's smallest unit.</param>
    /// <param name="days">Its days; above 0.</param>
    public static double PerDay(UInt256 amount, int days) =>
        double.Parse(((PgNumeric)amount / days).ToString(), CultureInfo.InvariantCulture) * Shade;

    /// <summary>A payout before the fork Amazon: cast to NUMERIC(38, 0), which rounds half up.</summary>
    /// <param name="proportion">The earner's part, in 10⁻¹⁵.</param>
    /// <param name="perDay">A day's tokens.</param>
    public static UInt256 Cast(ulong proportion, double perDay) =>
        Whole(PgDouble.Cast(Payout(proportion, perDay)));

    /// <summary>A payout before the fork Nile, and of rewards for all stakers: through text, then rounded
    /// half up.</summary>
    /// <param name="proportion">The earner's part, in 10⁻¹⁵.</param>
    /// <param name="perDay">A day's tokens.</param>
    public static UInt256 ThroughText(ulong proportion, double perDay) =>
        Whole(PgDouble.Text(Payout(proportion, perDay)));

    /// <summary>A tenth of a payout, rounded half up: what operators kept.</summary>
    public static UInt256 Tenth(UInt256 payout) => (payout + 5UL).DivDown(10UL);

    private static double Payout(ulong proportion, double perDay) =>
        proportion / (double)PgDivision.Whole * perDay;

    private static UInt256 Whole(PgNumeric value)
    {
        var half = BigInteger.Pow(10, value.Scale);
        return UInt256.FromBigInteger(((2 * value.Unscaled) + half) / (2 * half));
    }
}
