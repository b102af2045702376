using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>Products and quotients as Morpho takes them: the product has to fit in 256 bits.</summary>
/// <remarks>Source: <c>MathLib.sol</c>. A product of 256 bits or more is Panic(0x11), even when the quotient
/// would fit.</remarks>
internal static class MorphoMath
{
    /// <summary>What 1 is in a price: 10³⁶.</summary>
    public static UInt256 PriceScale { get; } = Wad.Scale * Wad.Scale;

    /// <summary>⌊x · y / denominator⌋.</summary>
    public static UInt256 MulDivDown(in UInt256 x, in UInt256 y, in UInt256 denominator) =>
        (x * y).DivDown(denominator);

    /// <summary>⌈x · y / denominator⌉; the sum x · y + denominator − 1 has to fit as well.</summary>
    public static UInt256 MulDivUp(in UInt256 x, in UInt256 y, in UInt256 denominator) =>
        ((x * y) + (denominator - UInt256.One)).DivDown(denominator);

    /// <summary>⌊x · y / 10¹⁸⌋.</summary>
    public static UInt256 WadMulDown(in UInt256 x, in UInt256 y) => MulDivDown(in x, in y, Wad.Scale);

    /// <summary>⌊x · 10¹⁸ / y⌋.</summary>
    public static UInt256 WadDivDown(in UInt256 x, in UInt256 y) => MulDivDown(in x, Wad.Scale, in y);

    /// <summary>⌈x · 10¹⁸ / y⌉.</summary>
    public static UInt256 WadDivUp(in UInt256 x, in UInt256 y) => MulDivUp(in x, Wad.Scale, in y);

    /// <summary>What continuous interest adds to 1, times 10¹⁸: x + x²/2 + x³/6 with x = rate · seconds, each
    /// term down, so for the borrower.</summary>
    public static UInt256 CompoundedDown(UInt256 ratePerSecond, ulong seconds)
    {
        UInt256 first = ratePerSecond * seconds;
        UInt256 second = MulDivDown(first, first, Wad.Scale * 2UL);
        UInt256 third = MulDivDown(second, first, Wad.Scale * 3UL);
        return first + second + third;
    }

    /// <summary>x − y, or 0.</summary>
    public static UInt128 ZeroFloorSub(UInt128 x, UInt256 y) => x > y ? x - (UInt128)y : UInt128.Zero;

    /// <summary>The number in 128 bits, or why not.</summary>
    public static Refusal? Narrow(UInt256 value, out UInt128 narrow)
    {
        narrow = value.TruncateToUInt128();
        return value.FitsIn(128) ? null : MorphoRefusals.MaxUint128Exceeded;
    }
}
