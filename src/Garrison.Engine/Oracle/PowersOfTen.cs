using Garrison.Primitives;

namespace Garrison.Engine.Oracle;

/// <summary>The powers of ten that fit in 256 bits.</summary>
internal static class PowersOfTen
{
    /// <summary>The exponent of the largest.</summary>
    public const int Largest = 77;

    private static readonly UInt256[] _power = Make();

    /// <summary>10 to the power of an exponent from 0 to <see cref="Largest"/>.</summary>
    public static UInt256 Of(int exponent) => _power[exponent];

    private static UInt256[] Make()
    {
        var powers = new UInt256[Largest + 1];
        powers[0] = UInt256.One;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10UL;
        }

        return powers;
    }
}
