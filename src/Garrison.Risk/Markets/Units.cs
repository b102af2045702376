using Garrison.Primitives;

namespace Garrison.Risk.Markets;

/// <summary>Between smallest units and whole tokens.</summary>
internal static class Units
{
    /// <summary>The decimals of a <see cref="Wad"/>.</summary>
    public const int WadDecimals = 18;

    /// <summary>10 to the power of an exponent of at most 77.</summary>
    public static UInt256 PowerOfTen(int exponent) => ((UInt256)10UL).Pow((uint)exponent);

    /// <summary>An amount with so many decimals, with 18; rounded down.</summary>
    public static UInt256 ToWadDown(UInt256 amount, int decimals) =>
        UInt256.MulDivDown(amount, Wad.Scale, PowerOfTen(decimals));

    /// <summary>What a whole token is worth in whole tokens, of what a smallest unit is worth in smallest
    /// units; rounded down.</summary>
    public static Wad ToWholeDown(Wad price, int decimalsIn, int decimalsOut) => new(
        UInt256.MulDivDown(price.Raw, PowerOfTen(decimalsIn), PowerOfTen(decimalsOut)));
}
