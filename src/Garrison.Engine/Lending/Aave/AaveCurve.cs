using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>How the rates of a reserve follow from its utilisation: two straight lines that meet at the
/// optimum.</summary>
/// <remarks>Source: <c>DefaultReserveInterestRateStrategyV2.sol</c>.</remarks>
/// <param name="OptimalUsageBps">Where the lines meet, in basis points.</param>
/// <param name="BaseBps">The rate of borrowers when nothing is borrowed, a year, in basis points.</param>
/// <param name="Slope1Bps">What is added up to the optimum, in basis points.</param>
/// <param name="Slope2Bps">What is added from there to full use, in basis points.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AaveCurve(uint OptimalUsageBps, uint BaseBps, uint Slope1Bps, uint Slope2Bps)
{
    private const uint BpsMax = 10_000;
    private const uint OptimalMin = 100;
    private const uint OptimalMax = 9_900;
    private const uint RateMax = 100_000;

    // 10⁻⁴ is 10²³ in units of 10⁻²⁷.
    private static readonly UInt256 _rayOfBps = UInt256.Parse("100000000000000000000000");

    /// <summary>The rates a year that follow from what a reserve has and is owed.</summary>
    /// <param name="available">What it can pay out, in the token's smallest unit.</param>
    /// <param name="debt">What it is owed.</param>
    /// <param name="deficit">What it was owed and never will be paid: suppliers earn nothing on it.</param>
    /// <param name="reserveFactorBps">The treasury's part of the interest, in basis points.</param>
    /// <returns>What suppliers earn and what borrowers pay; every step to the nearest, halves up.</returns>
    public AaveRates RatesOf(UInt256 available, UInt256 debt, UInt256 deficit, uint reserveFactorBps)
    {
        UInt256 atRest = RayOf(BaseBps);
        if (debt.IsZero) return new AaveRates(default, new Ray(atRest));

        UInt256 funds = available + debt;
        UInt256 usage = Ray.RatioHalfUp(debt, funds).Raw;
        UInt256 borrowed = atRest + Above(usage, RayOf(OptimalUsageBps));
        Ray supplied = deficit.IsZero ? new Ray(usage) : Ray.RatioHalfUp(debt, funds + deficit);
        UInt256 earned = new Bps(BpsMax - reserveFactorBps).MulHalfUp(supplied.MulHalfUp(borrowed));
        return new AaveRates(new Ray(earned), new Ray(borrowed));
    }

    internal Refusal? Validate()
    {
        if (OptimalUsageBps is < OptimalMin or > OptimalMax) return AaveRefusals.InvalidOptimalUsageRatio;
        if (Slope1Bps > Slope2Bps) return AaveRefusals.Slope2MustBeGteSlope1;
        if ((ulong)BaseBps + Slope1Bps + Slope2Bps > RateMax) return AaveRefusals.InvalidMaxRate;

        return null;
    }

    private UInt256 Above(UInt256 usage, UInt256 optimum)
    {
        UInt256 slope1 = RayOf(Slope1Bps);
        if (usage <= optimum) return Ray.RatioHalfUp(new Ray(usage).MulHalfUp(slope1), optimum).Raw;

        var excess = Ray.RatioHalfUp(usage - optimum, Ray.Scale - optimum);
        return slope1 + excess.MulHalfUp(RayOf(Slope2Bps));
    }

    private static UInt256 RayOf(uint bps) => _rayOfBps * bps;
}

/// <summary>The rates of a reserve, a year.</summary>
/// <param name="Supply">What suppliers earn.</param>
/// <param name="Borrow">What borrowers pay.</param>
public readonly record struct AaveRates(Ray Supply, Ray Borrow);

/// <summary>How an index grows with time at a rate.</summary>
/// <remarks>Source: <c>MathUtils.sol</c>. A year has 365 days.</remarks>
public static class AaveInterest
{
    private const ulong SecondsPerYear = 31_536_000;

    /// <summary>1 + ⌊rate · seconds / year⌋: what suppliers earn.</summary>
    public static Ray Linear(Ray rate, ulong seconds) => new(Ray.Scale + Share(rate, seconds));

    /// <summary>1 + x + x²/2 + x³/6 of x = ⌊rate · seconds / year⌋, a little less than eˣ: what borrowers
    /// pay.</summary>
    public static Ray Compound(Ray rate, ulong seconds)
    {
        UInt256 x = Share(rate, seconds);
        Ray factor = new(x);
        return new(Ray.Scale + x + factor.MulHalfUp((x >> 1) + factor.MulHalfUp(x.DivDown(6UL))));
    }

    private static UInt256 Share(Ray rate, ulong seconds) =>
        UInt256.MulDivDown(rate.Raw, seconds, SecondsPerYear);
}
