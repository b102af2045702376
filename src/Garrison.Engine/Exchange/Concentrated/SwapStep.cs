using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>A swap as far as liquidity stays the same: to a target, or to where the amount ends.</summary>
/// <remarks>Source: <c>SwapMath.sol</c>.</remarks>
/// <param name="SqrtPrice">The square root of the price where it ends.</param>
/// <param name="AmountIn">What goes in without the fee, rounded up.</param>
/// <param name="AmountOut">What comes out, rounded down.</param>
/// <param name="Fee">The fee, in the token that goes in, rounded up.</param>
public readonly record struct SwapStep(
    UInt256 SqrtPrice, UInt256 AmountIn, UInt256 AmountOut, UInt256 Fee)
{
    /// <summary>A fee of all that goes in.</summary>
    public const uint FeeScale = 1_000_000;

    // Amounts whose product with a price of 160 bits, and with L·2⁹⁶ added, is below 2²⁵⁶.
    private const int NetBits = 95;

    /// <summary>A step for an amount that goes in.</summary>
    /// <param name="sqrtPrice">Where it starts.</param>
    /// <param name="target">Where it ends at the latest: below for token 0, above for token 1.</param>
    /// <param name="liquidity">The liquidity in between.</param>
    /// <param name="amount">How much there is to go in, fee included.</param>
    /// <param name="fee">The fee, in millionths.</param>
    /// <param name="zeroForOne">Whether token 0 goes in.</param>
    public static SwapStep OfInput(
        UInt256 sqrtPrice, UInt256 target, UInt128 liquidity, UInt256 amount, uint fee, bool zeroForOne)
    {
        UInt256 net = NetDown(amount, fee);
        if (Reaches(sqrtPrice, target, liquidity, net, zeroForOne, out UInt256 end))
        {
            UInt256 needed = InUp(sqrtPrice, target, liquidity, zeroForOne);
            return new SwapStep(
                target, needed, OutDown(sqrtPrice, target, liquidity, zeroForOne), FeeUp(needed, fee));
        }

        return OfInputTo(end, sqrtPrice, liquidity, amount, zeroForOne);
    }

    /// <summary>Where an amount that goes in ends when the liquidity stays the same.</summary>
    /// <returns>False when there is no liquidity, or the amount is too wide to say.</returns>
    internal static bool TryEndOfInput(
        in UInt256 sqrtPrice,
        UInt128 liquidity,
        in UInt256 amount,
        uint fee,
        bool zeroForOne,
        out UInt256 end)
    {
        end = UInt256.Zero;
        if (liquidity == 0 || !amount.FitsIn(NetBits)) return false;

        UInt256 net = NetDown(amount, fee);
        end = zeroForOne
            ? SqrtPriceMath.AfterInput0Up(sqrtPrice, liquidity, net)
            : SqrtPriceMath.AfterInput1Down(sqrtPrice, liquidity, net);
        return true;
    }

    /// <summary>A step in which all of an amount goes in; what is too little to move the price is a fee
    /// too.</summary>
    internal static SwapStep OfInputTo(
        in UInt256 end, in UInt256 sqrtPrice, UInt128 liquidity, in UInt256 amount, bool zeroForOne)
    {
        UInt256 amountIn = InUp(sqrtPrice, end, liquidity, zeroForOne);
        return new SwapStep(
            end, amountIn, OutDown(sqrtPrice, end, liquidity, zeroForOne), amount - amountIn);
    }

    // Whether an amount is enough for a target; else where it ends. The contract asks whether the amount is
    // what the target needs, rounded up. For token 0 that is two quotients, and the same as whether the price
    // that the amount reaches is at the target or below: one quotient, rounded up once.
    private static bool Reaches(
        in UInt256 sqrtPrice,
        in UInt256 target,
        UInt128 liquidity,
        in UInt256 net,
        bool zeroForOne,
        out UInt256 end)
    {
        end = target;
        if (liquidity == 0) return true;

        if (zeroForOne && net.FitsIn(NetBits))
        {
            end = SqrtPriceMath.AfterInput(sqrtPrice, liquidity, net, zeroForOne);
            return end <= target;
        }

        if (net >= InUp(sqrtPrice, target, liquidity, zeroForOne)) return true;

        end = SqrtPriceMath.AfterInput(sqrtPrice, liquidity, net, zeroForOne);
        return false;
    }

    /// <summary>A step for an amount that comes out.</summary>
    /// <param name="sqrtPrice">Where it starts.</param>
    /// <param name="target">Where it ends at the latest: below for token 0, above for token 1.</param>
    /// <param name="liquidity">The liquidity in between.</param>
    /// <param name="amount">How much is to come out.</param>
    /// <param name="fee">The fee, in millionths.</param>
    /// <param name="zeroForOne">Whether token 0 goes in.</param>
    public static SwapStep OfOutput(
        UInt256 sqrtPrice, UInt256 target, UInt128 liquidity, UInt256 amount, uint fee, bool zeroForOne)
    {
        UInt256 most = OutDown(sqrtPrice, target, liquidity, zeroForOne);
        UInt256 end = amount >= most
            ? target
            : SqrtPriceMath.AfterOutput(sqrtPrice, liquidity, amount, !zeroForOne);
        UInt256 amountIn = InUp(sqrtPrice, end, liquidity, zeroForOne);
        UInt256 amountOut = end == target ? most : OutDown(sqrtPrice, end, liquidity, zeroForOne);
        return new SwapStep(end, amountIn, UInt256.Min(amountOut, amount), FeeUp(amountIn, fee));
    }

    private static UInt256 NetDown(in UInt256 amount, uint fee) =>
        UInt256.MulDivDown(amount, (ulong)(FeeScale - fee), (ulong)FeeScale);

    private static UInt256 InUp(UInt256 from, UInt256 to, UInt128 liquidity, bool zeroForOne) =>
        zeroForOne
            ? SqrtPriceMath.Amount0Up(to, from, liquidity)
            : SqrtPriceMath.Amount1Up(from, to, liquidity);

    private static UInt256 OutDown(UInt256 from, UInt256 to, UInt128 liquidity, bool zeroForOne) =>
        zeroForOne
            ? SqrtPriceMath.Amount1Down(to, from, liquidity)
            : SqrtPriceMath.Amount0Down(from, to, liquidity);

    private static UInt256 FeeUp(UInt256 amountIn, uint fee) =>
        UInt256.MulDivUp(amountIn, (ulong)fee, (ulong)(FeeScale - fee));
}
