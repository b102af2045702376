using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>How a position stands at a price.</summary>
/// <param name="Collateral">In the collateral token's smallest unit.</param>
/// <param name="CollateralValue">⌊collateral · price / 10³⁶⌋, in the loan token's smallest unit.</param>
/// <param name="MaxBorrow">⌊value · LLTV⌋: a loan of more can be liquidated.</param>
/// <param name="Borrowed">What is owed, up.</param>
/// <param name="Ltv">⌈owed · 10¹⁸ / value⌉; the greatest number when the collateral is worth
/// nothing.</param>
/// <param name="LiquidationPrice">The lowest price at which the loan is healthy:
/// ⌈⌈owed / LLTV⌉ · 10³⁶ / collateral⌉.</param>
/// <param name="BadDebtPrice">From this price on all that is owed can be repaid for the collateral:
/// ⌈⌈owed · incentive⌉ · 10³⁶ / collateral⌉, up, so that a little less may do.</param>
public readonly record struct MorphoHealth(
    UInt256 Collateral,
    UInt256 CollateralValue,
    UInt256 MaxBorrow,
    UInt256 Borrowed,
    UInt256 Ltv,
    UInt256 LiquidationPrice,
    UInt256 BadDebtPrice)
{
    /// <summary>Whether it cannot be liquidated.</summary>
    public bool IsHealthy => Borrowed <= MaxBorrow;

    /// <summary>What could be borrowed more, were there enough.</summary>
    public UInt256 Headroom => IsHealthy ? MaxBorrow - Borrowed : UInt256.Zero;

    /// <summary>The state of a position; prices that no price is high enough for are the greatest
    /// number.</summary>
    /// <param name="terms">The market.</param>
    /// <param name="collateral">In the collateral token's smallest unit, at most 128 bits.</param>
    /// <param name="owed">In the loan token's smallest unit.</param>
    /// <param name="price">Of 10³⁶ of the collateral's smallest units, in the loan's.</param>
    public static MorphoHealth Of(in MorphoTerms terms, UInt256 collateral, UInt256 owed, UInt256 price)
    {
        UInt256 value = MorphoMath.MulDivDown(collateral, price, MorphoMath.PriceScale);
        return new MorphoHealth(
            collateral,
            value,
            MorphoMath.WadMulDown(value, terms.Lltv),
            owed,
            PerUnitUp(owed, Wad.Scale, value),
            PerUnitUp(PerUnitUp(owed, Wad.Scale, terms.Lltv), MorphoMath.PriceScale, collateral),
            PerUnitUp(
                MorphoMath.MulDivUp(owed, terms.LiquidationIncentiveDown, Wad.Scale),
                MorphoMath.PriceScale,
                collateral));
    }

    private static UInt256 PerUnitUp(UInt256 amount, UInt256 scale, UInt256 units) =>
        amount.IsZero ? UInt256.Zero
        : units.IsZero || amount == UInt256.MaxValue ? UInt256.MaxValue
        : UInt256.MulDivUp(amount, scale, units);
}
