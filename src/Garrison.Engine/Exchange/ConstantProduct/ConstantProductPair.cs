using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <summary>A factory of pairs.</summary>
/// <param name="FeeToSetter">Who says where protocol fees go.</param>
/// <param name="FeeTo">Where they go; zero for no protocol fees.</param>
/// <param name="Pairs">How many pairs it made.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ConstantProductFactory(Address FeeToSetter, Address FeeTo, int Pairs);

/// <summary>What a pair was made with.</summary>
/// <param name="Factory">Who made it.</param>
/// <param name="Token0">The token with the lower address.</param>
/// <param name="Token1">The token with the higher address.</param>
public readonly record struct ConstantProductTerms(Address Factory, Address Token0, Address Token1)
{
    /// <summary>Whether there is such a pair.</summary>
    public bool Exists => !Factory.IsZero;
}

/// <summary>The state of a pair.</summary>
/// <param name="Reserve0">Its token 0 as of the last update, below 2¹¹².</param>
/// <param name="Reserve1">Its token 1 as of the last update, below 2¹¹².</param>
/// <param name="UpdatedAt">The second of the last update, mod 2³².</param>
/// <param name="Price0Cumulative">The sum over seconds of token 1 per token 0, in units of 2⁻¹¹²; wraps
/// around.</param>
/// <param name="Price1Cumulative">The sum over seconds of token 0 per token 1.</param>
/// <param name="KLast">The product of reserves at the last change of liquidity; 0 while there are no
/// protocol fees.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ConstantProductPair(
    UInt128 Reserve0,
    UInt128 Reserve1,
    uint UpdatedAt,
    UInt256 Price0Cumulative,
    UInt256 Price1Cumulative,
    UInt256 KLast)
{
    private const int PricePlaces = 112;

    /// <summary>The product of reserves.</summary>
    public UInt256 K => (UInt256)Reserve0 * Reserve1;

    /// <summary>The pair with other reserves, at a second.</summary>
    internal ConstantProductPair With(UInt128 reserve0, UInt128 reserve1, uint second)
    {
        uint passed = unchecked(second - UpdatedAt);
        bool counts = passed != 0 && Reserve0 != 0 && Reserve1 != 0;
        return this with
        {
            Reserve0 = reserve0,
            Reserve1 = reserve1,
            UpdatedAt = second,
            Price0Cumulative = counts ? Sum(Price0Cumulative, Reserve1, Reserve0) : Price0Cumulative,
            Price1Cumulative = counts ? Sum(Price1Cumulative, Reserve0, Reserve1) : Price1Cumulative,
        };

        UInt256 Sum(UInt256 sum, UInt128 numerator, UInt128 denominator) => sum.WrappingAdd(
            ((UInt256)numerator << PricePlaces).DivDown(denominator).WrappingMul((ulong)passed));
    }
}
