using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <summary>What a swap of a pair gives and costs, with its fee of 0.3 %.</summary>
/// <remarks>Source: <c>UniswapV2Library.sol</c>.</remarks>
public static class ConstantProductMath
{
    /// <summary>What is left of 1,000 after the fee.</summary>
    public const ulong NetOfFee = 997;

    /// <summary>The scale of the fee.</summary>
    public const ulong FeeScale = 1_000;

    /// <summary>⌊in·997·Ro / (Ri·1000 + in·997)⌋: what an amount gives, rounded down for the pair.</summary>
    /// <exception cref="OverflowException">A number leaves 256 bits.</exception>
    /// <exception cref="DivideByZeroException">Nothing is in the pair, and nothing goes in.</exception>
    public static UInt256 OutputDown(UInt256 amountIn, UInt256 reserveIn, UInt256 reserveOut)
    {
        UInt256 net = amountIn * NetOfFee;
        return (net * reserveOut).DivDown((reserveIn * FeeScale) + net);
    }

    /// <summary>⌊Ri·out·1000 / ((Ro − out)·997)⌋ + 1: what an amount costs, for the pair.</summary>
    /// <exception cref="OverflowException">A number leaves its range; there is not so much.</exception>
    /// <exception cref="DivideByZeroException">It is all there is.</exception>
    public static UInt256 InputUp(UInt256 amountOut, UInt256 reserveIn, UInt256 reserveOut) =>
        (reserveIn * amountOut * FeeScale).DivDown((reserveOut - amountOut) * NetOfFee) + UInt256.One;

    /// <summary>The fee in what goes in, rounded up.</summary>
    public static UInt256 FeeUp(UInt256 amountIn) =>
        UInt256.MulDivUp(amountIn, FeeScale - NetOfFee, FeeScale);
}
