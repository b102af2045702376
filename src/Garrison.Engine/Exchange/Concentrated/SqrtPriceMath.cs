using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>What liquidity is in tokens between two prices, and how far tokens move a price.</summary>
/// <remarks>
/// With L of liquidity and square roots A &lt; B of prices, in units of 2⁻⁹⁶: token 0 is
/// L·(B − A)·2⁹⁶ / (A·B), token 1 is L·(B − A) / 2⁹⁶. Every rounding is for the pool. Source:
/// <c>SqrtPriceMath.sol</c>; Uniswap v3 whitepaper, 6.2.
/// </remarks>
public static class SqrtPriceMath
{
    private const int Places = 96;
    private const int PriceBits = 160;

    /// <summary>What a unit of token 0 is worth in token 1, or the other way round, rounded down.</summary>
    /// <exception cref="DivideByZeroException">There is no price.</exception>
    public static Wad PriceDown(UInt256 sqrtPrice, bool ofToken0) => new(ofToken0
        ? UInt256.MulShiftDown(UInt256.MulShiftDown(sqrtPrice, sqrtPrice, Places), Wad.Scale, Places)
        : (Wad.Scale << (2 * Places)).DivDown(sqrtPrice).DivDown(sqrtPrice));

    /// <summary>⌊⌊L·2⁹⁶·(B − A) / B⌋ / A⌋ of token 0: what the pool pays.</summary>
    public static UInt256 Amount0Down(UInt256 low, UInt256 high, UInt128 liquidity) =>
        UInt256.MulDivDown(high - low, (UInt256)liquidity << Places, high).DivDown(low);

    /// <summary>⌈⌈L·2⁹⁶·(B − A) / B⌉ / A⌉ of token 0: what the pool is paid.</summary>
    public static UInt256 Amount0Up(UInt256 low, UInt256 high, UInt128 liquidity) =>
        UInt256.MulDivUp(high - low, (UInt256)liquidity << Places, high).DivUp(low);

    /// <summary>⌊L·(B − A) / 2⁹⁶⌋ of token 1: what the pool pays.</summary>
    public static UInt256 Amount1Down(UInt256 low, UInt256 high, UInt128 liquidity) =>
        UInt256.MulShiftDown(liquidity, high - low, Places);

    /// <summary>⌈L·(B − A) / 2⁹⁶⌉ of token 1: what the pool is paid.</summary>
    public static UInt256 Amount1Up(UInt256 low, UInt256 high, UInt128 liquidity) =>
        UInt256.MulShiftUp(liquidity, high - low, Places);

    /// <summary>The price after an amount went in, rounded so that the pool gains: up when token 0 lowers
    /// it, down when token 1 raises it.</summary>
    /// <exception cref="ArithmeticException">The price leaves 160 bits.</exception>
    public static UInt256 AfterInput(UInt256 sqrtPrice, UInt128 liquidity, UInt256 amount, bool isToken0) =>
        isToken0
            ? AfterInput0Up(sqrtPrice, liquidity, amount)
            : Fitting(AfterInput1Down(sqrtPrice, liquidity, amount));

    /// <summary>The price after an amount of token 1 went in, rounded down, even if it leaves 160
    /// bits.</summary>
    internal static UInt256 AfterInput1Down(UInt256 sqrtPrice, UInt128 liquidity, UInt256 amount) =>
        sqrtPrice + PerLiquidityDown(amount, liquidity);

    /// <summary>The price after an amount went out, rounded so that the pool gains: down when token 1 lowers
    /// it, up when token 0 raises it.</summary>
    /// <exception cref="ArithmeticException">There is not so much of it, or the price leaves 160
    /// bits.</exception>
    public static UInt256 AfterOutput(UInt256 sqrtPrice, UInt128 liquidity, UInt256 amount, bool isToken0) =>
        isToken0
            ? AfterOutput0Up(sqrtPrice, liquidity, amount)
            : Positive(sqrtPrice - PerLiquidityUp(amount, liquidity));

    /// <summary>The price after an amount of token 0 went in, rounded up: ⌈L·2⁹⁶·P / (L·2⁹⁶ + a·P)⌉, or
    /// where that is too wide, ⌈L·2⁹⁶ / (⌊L·2⁹⁶ / P⌋ + a)⌉.</summary>
    internal static UInt256 AfterInput0Up(UInt256 sqrtPrice, UInt128 liquidity, UInt256 amount)
    {
        if (amount.IsZero) return sqrtPrice;

        UInt256 shifted = (UInt256)liquidity << Places;
        if (amount.FitsIn(256 - PriceBits) || UInt256.MulHigh(amount, sqrtPrice).IsZero)
        {
            UInt256 denominator = shifted.WrappingAdd(amount.WrappingMul(sqrtPrice));
            if (denominator >= shifted) return UInt256.MulDivUp(shifted, sqrtPrice, denominator);
        }

        return shifted.DivUp(shifted.DivDown(sqrtPrice) + amount);
    }

    // ⌈L·2⁹⁶·P / (L·2⁹⁶ − a·P)⌉.
    private static UInt256 AfterOutput0Up(UInt256 sqrtPrice, UInt128 liquidity, UInt256 amount)
    {
        if (amount.IsZero) return sqrtPrice;

        UInt256 shifted = (UInt256)liquidity << Places;
        UInt256 denominator = Positive(shifted - (amount * sqrtPrice));
        return Fitting(UInt256.MulDivUp(shifted, sqrtPrice, denominator));
    }

    private static UInt256 PerLiquidityDown(UInt256 amount, UInt128 liquidity) =>
        amount.FitsIn(PriceBits)
            ? (amount << Places).DivDown(liquidity)
            : UInt256.MulDivDown(amount, Q96.Scale, liquidity);

    private static UInt256 PerLiquidityUp(UInt256 amount, UInt128 liquidity) =>
        amount.FitsIn(PriceBits)
            ? (amount << Places).DivUp(liquidity)
            : UInt256.MulDivUp(amount, Q96.Scale, liquidity);

    private static UInt256 Fitting(UInt256 sqrtPrice) =>
        sqrtPrice.FitsIn(PriceBits)
            ? sqrtPrice
            : throw new OverflowException("A square root of a price has 160 bits.");

    private static UInt256 Positive(UInt256 value) =>
        value.IsZero ? throw new OverflowException("There is not so much in the pool.") : value;
}
