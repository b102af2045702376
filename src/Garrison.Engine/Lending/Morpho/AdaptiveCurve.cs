using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>An interest rate that moves until 90 % of what is lent is borrowed.</summary>
/// <remarks>
/// The rate is a curve over the utilisation: ×1/4 at 0, ×1 at the target, ×4 at 1, times a rate at target
/// that itself grows or falls by e^(50 · error) a year. All rates are per second, times 10¹⁸; all
/// quotients go toward 0. Source: <c>AdaptiveCurveIrm.sol</c>, <c>ExpLib.sol</c>.
/// </remarks>
internal static class AdaptiveCurve
{
    private const ulong InitialRateAtTarget = 40_000_000_000_000_000 / SecondsPerYear;
    private const ulong MinRateAtTarget = 1_000_000_000_000_000 / SecondsPerYear;
    private const ulong MaxRateAtTarget = 2_000_000_000_000_000_000 / SecondsPerYear;
    private const ulong SecondsPerYear = 365UL * 24 * 60 * 60;

    private static readonly UInt256 _one = Wad.Scale;
    private static readonly Int256 _signedOne = Int256.FromUInt256(Wad.Scale);
    private static readonly Int256 _target = Signed(900_000_000_000_000_000);
    private static readonly UInt256 _below = 900_000_000_000_000_000UL;
    private static readonly UInt256 _above = 100_000_000_000_000_000UL;
    private static readonly Int256 _slopeBelow = Signed(750_000_000_000_000_000);
    private static readonly Int256 _slopeAbove = Signed(3_000_000_000_000_000_000);
    private static readonly Int256 _speed = Int256.FromUInt256(
        (Wad.Scale * 50UL).DivDown(SecondsPerYear));

    private static readonly UInt256 _ln2 = 693_147_180_559_945_309UL;
    private static readonly Int256 _halfLn2 = Signed(693_147_180_559_945_309 / 2);
    private static readonly Int256 _expIsZeroBelow = Int256.Parse("-41446531673892822312");
    private static readonly Int256 _expIsClippedFrom = Int256.Parse("93859467695000404319");
    private static readonly UInt256 _largestExp =
        UInt256.Parse("57716089161558943949701069502944508345128422502756744429568");

    /// <summary>The average rate since the last update, and the rate at target that it ends with.</summary>
    /// <param name="market">The market as of its last update.</param>
    /// <param name="elapsed">How many seconds ago that is.</param>
    public static (UInt256 Average, ulong EndRateAtTarget) BorrowRate(in MorphoMarket market, ulong elapsed)
    {
        Int256 error = ErrorTowardZero(market.UtilizationDown);
        ulong start = market.RateAtTarget;
        if (start == 0) return (OnCurve(InitialRateAtTarget, error), InitialRateAtTarget);

        Int256 adaptation = MulTowardZero(_speed, error) * Int256.FromUInt256(elapsed);
        if (adaptation.IsZero) return (OnCurve(start, error), start);

        ulong end = Adapted(start, adaptation);
        ulong middle = Adapted(start, Int256.MulDivTowardZero(adaptation, Int256.One, 2UL));
        return (OnCurve((start + end + (2 * middle)) / 4, error), end);
    }

    /// <summary>The rate of this second at a utilisation, without any adaptation.</summary>
    public static UInt256 RateAt(UInt256 utilization, ulong rateAtTarget) => OnCurve(
        rateAtTarget == 0 ? InitialRateAtTarget : rateAtTarget, ErrorTowardZero(utilization));

    /// <summary>About eˣ: 2^q · (1 + r + r²/2) with x = q · ln 2 + r; 0 where that is less than 10⁻¹⁸,
    /// and clipped where it would not fit.</summary>
    internal static UInt256 Exp(Int256 x)
    {
        if (x < _expIsZeroBelow) return UInt256.Zero;
        if (x >= _expIsClippedFrom) return _largestExp;

        Int256 rounded = x.IsNegative ? x - _halfLn2 : x + _halfLn2;
        var q = Int256.MulDivTowardZero(rounded, Int256.One, _ln2);
        Int256 r = x - (q * Int256.FromUInt256(_ln2));
        UInt256 square = MulTowardZero(r, r).ToUInt256();
        UInt256 expR = (_signedOne + r + Int256.FromUInt256(square >> 1)).ToUInt256();
        int shift = (int)q.Abs().ToUInt64();
        return q.IsNegative ? expR >> shift : expR << shift;
    }

    // The distance from the target, −1 at utilisation 0 and 1 at utilisation 1.
    private static Int256 ErrorTowardZero(UInt256 utilization)
    {
        Int256 distance = Int256.FromUInt256(utilization) - _target;
        return Int256.MulDivTowardZero(distance, _signedOne, distance > Int256.Zero ? _above : _below);
    }

    private static UInt256 OnCurve(ulong rateAtTarget, Int256 error)
    {
        Int256 slope = error.IsNegative ? _slopeBelow : _slopeAbove;
        Int256 factor = MulTowardZero(slope, error) + _signedOne;
        return MulTowardZero(factor, Int256.FromUInt256(rateAtTarget)).ToUInt256();
    }

    private static ulong Adapted(ulong rateAtTarget, Int256 adaptation)
    {
        UInt256 adapted = UInt256.MulDivDown(rateAtTarget, Exp(adaptation), _one);
        return UInt256.Max(MinRateAtTarget, UInt256.Min(MaxRateAtTarget, adapted)).ToUInt64();
    }

    private static Int256 MulTowardZero(Int256 x, Int256 y) => Int256.MulDivTowardZero(x, y, _one);

    private static Int256 Signed(ulong value) => Int256.FromUInt256(value);
}
