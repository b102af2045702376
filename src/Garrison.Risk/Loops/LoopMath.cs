using Garrison.Primitives;

namespace Garrison.Risk.Loops;

/// <summary>The equations of leverage loops: what a plan comes to before pools and rounding have their
/// say.</summary>
/// <remarks>
/// Leverage L is collateral over equity, so debt is L − 1 equities. Rates are simple and of a year of 365
/// days. Derivations are in <c>docs/models/loops.md</c>.
/// </remarks>
public static class LoopMath
{
    private const ulong DaysPerYear = 365;

    // ln 2, times 10³⁰.
    private static readonly UInt256 _lnTwo = UInt256.Parse("693147180559945309417232121458");
    private static readonly UInt256 _lnScale = ((UInt256)10UL).Pow(30);

    /// <summary>The leverage after some loops that each borrow up to a loan-to-value t:
    /// 1 + t + … + tⁿ = (1 − tⁿ⁺¹) / (1 − t), each power down.</summary>
    public static Wad LeverageAfterDown(Wad ltv, int loops)
    {
        UInt256 power = Wad.Scale;
        UInt256 sum = power;
        for (int loop = 0; loop < loops && !power.IsZero; loop++)
        {
            power = ltv.MulDown(power);
            sum += power;
        }

        return new Wad(sum);
    }

    /// <summary>The leverage that no number of loops exceeds: 1 / (1 − t), down.</summary>
    /// <exception cref="DivideByZeroException">The loan-to-value is 1.</exception>
    /// <exception cref="OverflowException">It is above 1.</exception>
    public static Wad LeverageLimitDown(Wad ltv) => Wad.RatioDown(Wad.Scale, Wad.Scale - ltv.Raw);

    /// <summary>The leverage at which a health factor is what it is to be: 1 / (1 − LT / h), down.</summary>
    /// <param name="threshold">From which loan-to-value on the market liquidates.</param>
    /// <param name="health">Above the threshold.</param>
    public static Wad LeverageAtHealthDown(Wad threshold, Wad health) =>
        Wad.RatioDown(health.Raw, health.Raw - threshold.Raw);

    /// <summary>The worth of what a flash loan buys: F = E · a / (1 − a) with a = t / (1 + s + f), so
    /// F = E · t / (1 + s + f − t), down; the debt is then F · (1 + s + f).</summary>
    /// <param name="equity">E, in any unit.</param>
    /// <param name="ltv">t, the loan-to-value to come to.</param>
    /// <param name="slippage">s, what the exchange takes for a unit bought.</param>
    /// <param name="fee">f, what the lender takes for a unit bought.</param>
    /// <returns>In the unit of the equity.</returns>
    public static UInt256 FlashBoughtDown(UInt256 equity, Wad ltv, Wad slippage, Wad fee) =>
        UInt256.MulDivDown(equity, ltv.Raw, Wad.Scale + slippage.Raw + fee.Raw - ltv.Raw);

    /// <summary>What equity earns a year: y · L − b · (L − 1), times 10¹⁸; the gain down, the cost
    /// up.</summary>
    /// <param name="leverage">L, at least 1.</param>
    /// <param name="yieldPerYear">y, of the collateral.</param>
    /// <param name="borrowRatePerYear">b, of the debt.</param>
    public static Int256 CarryPerYearDown(Wad leverage, Wad yieldPerYear, Wad borrowRatePerYear) =>
        Int256.FromUInt256(yieldPerYear.MulDown(leverage.Raw))
            - Int256.FromUInt256(borrowRatePerYear.MulUp(leverage.Raw - Wad.Scale));

    /// <summary>The borrow rate at which equity earns nothing: b = y · L / (L − 1), down.</summary>
    /// <exception cref="DivideByZeroException">There is no debt: no rate costs anything.</exception>
    public static Wad BreakEvenBorrowRateDown(Wad leverage, Wad yieldPerYear) =>
        new(UInt256.MulDivDown(yieldPerYear.Raw, leverage.Raw, leverage.Raw - Wad.Scale));

    /// <summary>The price at which a loan is liquidated, for a price of 1: t / LT, up.</summary>
    public static Wad LiquidationPriceUp(Wad ltv, Wad threshold) => Wad.RatioUp(ltv.Raw, threshold.Raw);

    /// <summary>By which part the price may fall before that: 1 − t / LT, down; 0 when it is there
    /// already.</summary>
    public static Wad FallToLiquidationDown(Wad ltv, Wad threshold) =>
        new(Wad.Scale.SaturatingSub(LiquidationPriceUp(ltv, threshold).Raw));

    /// <summary>The price below which collateral does not repay the debt, for a price of 1: t times what a
    /// liquidator gets for a unit, up. Of Morpho its incentive, of Aave its bonus.</summary>
    public static Wad BadDebtPriceUp(Wad ltv, Wad incentive) => new(incentive.MulUp(ltv.Raw));

    /// <summary>How far the price falls from liquidation to bad debt, as a part of the price at liquidation:
    /// 1 − LT · incentive, down, whatever the loan.</summary>
    public static Wad LiquidatorsRoomDown(Wad threshold, Wad incentive) =>
        new(Wad.Scale.SaturatingSub(incentive.MulUp(threshold.Raw)));

    /// <summary>How many days interest alone takes from a health factor to 1: ln h / ((b − y) / 365),
    /// down.</summary>
    /// <param name="health">h; what is not above 1 has no days left.</param>
    /// <param name="yieldPerYear">y, of the collateral in the oracle's price.</param>
    /// <param name="borrowRatePerYear">b, of the debt.</param>
    /// <returns>Null when the debt does not grow faster than the collateral.</returns>
    public static Wad? DaysToLiquidationDown(Wad health, Wad yieldPerYear, Wad borrowRatePerYear)
    {
        if (borrowRatePerYear <= yieldPerYear) return null;

        UInt256 loss = borrowRatePerYear.Raw - yieldPerYear.Raw;
        return health <= Wad.One
            ? default(Wad)
            : new Wad(UInt256.MulDivDown(LnDown(health).Raw, Wad.Scale * DaysPerYear, loss));
    }

    /// <summary>What leaving at once costs of equity that stays in the collateral: to repay D one has to sell
    /// D / (1 − s), so s / (1 − s) · (L − 1), up; for a small s about s · (L − 1).</summary>
    /// <param name="leverage">L, at least 1.</param>
    /// <param name="slippage">s, what the exchange takes of what is sold; below 1.</param>
    public static Wad UnwindingCostUp(Wad leverage, Wad slippage) => new(UInt256.MulDivUp(
        slippage.Raw, leverage.Raw - Wad.Scale, Wad.Scale - slippage.Raw));

    /// <summary>What leaving by a queue costs of equity: (b − y) · (L − 1) · T / 365, times 10¹⁸, up; less
    /// than nothing when the collateral earns more than the debt costs.</summary>
    /// <param name="leverage">L, at least 1.</param>
    /// <param name="yieldPerYear">y, of the collateral while it waits.</param>
    /// <param name="borrowRatePerYear">b, of the debt.</param>
    /// <param name="days">T, how long the debt stays.</param>
    public static Int256 WaitingCostUp(Wad leverage, Wad yieldPerYear, Wad borrowRatePerYear, ulong days)
    {
        Int256 gain = Int256.FromUInt256(yieldPerYear.Raw) - Int256.FromUInt256(borrowRatePerYear.Raw);
        Int256 debtDays = Int256.FromUInt256((leverage.Raw - Wad.Scale) * days);
        return -Int256.MulDivFloor(gain, debtDays, Wad.Scale * DaysPerYear);
    }

    /// <summary>The natural logarithm of a ratio of at least 1, down.</summary>
    /// <remarks>ln x = 2 · (z + z³/3 + z⁵/5 + …) with z = (x − 1) / (x + 1), for x below 2 after halving; to
    /// 10⁻³⁰, with every term down.</remarks>
    /// <exception cref="OverflowException">The ratio is below 1.</exception>
    public static Wad LnDown(Wad ratio)
    {
        UInt256 x = UInt256.MulDivDown(ratio.Raw, _lnScale, Wad.Scale);
        UInt256 sum = UInt256.Zero;
        for (; x >= _lnScale << 1; x >>= 1)
        {
            sum += _lnTwo;
        }

        UInt256 term = UInt256.MulDivDown(x - _lnScale, _lnScale, x + _lnScale);
        UInt256 square = UInt256.MulDivDown(term, term, _lnScale);
        for (ulong odd = 1; !term.IsZero; odd += 2)
        {
            sum += (term << 1).DivDown(odd);
            term = UInt256.MulDivDown(term, square, _lnScale);
        }

        return new Wad(UInt256.MulDivDown(sum, Wad.Scale, _lnScale));
    }
}
