using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>What a pool was made with.</summary>
/// <param name="Factory">Who made it; its owner sets protocol fees.</param>
/// <param name="Token0">The token with the lower address.</param>
/// <param name="Token1">The token with the higher address.</param>
/// <param name="Fee">The fee on what goes in, in millionths.</param>
/// <param name="TickSpacing">Positions begin and end at multiples of this.</param>
/// <param name="MaxLiquidityPerTick">How much liquidity may begin and end at one tick.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ConcentratedPoolTerms(
    Address Factory,
    Address Token0,
    Address Token1,
    uint Fee,
    int TickSpacing,
    UInt128 MaxLiquidityPerTick)
{
    /// <summary>Whether there is such a pool.</summary>
    public bool Exists => TickSpacing != 0;

    /// <summary>The token that goes into a swap, or that comes out of the opposite one.</summary>
    public Address Token(bool is0) => is0 ? Token0 : Token1;
}

/// <summary>The state of a pool that every swap reads.</summary>
/// <param name="SqrtPriceX96">The square root of token 1 per token 0, in units of 2⁻⁹⁶; 0 before the pool
/// is initialized.</param>
/// <param name="Tick">The tick of the price; one below it after a fall onto a tick that was
/// crossed.</param>
/// <param name="ObservationIndex">Where the newest observation lies.</param>
/// <param name="ObservationCardinality">How many observations are kept.</param>
/// <param name="ObservationCardinalityNext">How many will be, once the round is full.</param>
/// <param name="FeeProtocol0">One part in so many of fees in token 0 is the protocol's; 0 for
/// none.</param>
/// <param name="FeeProtocol1">The same of token 1.</param>
/// <param name="Liquidity">The liquidity in range.</param>
/// <param name="FeeGrowthGlobal0X128">Fees of token 0 per unit of liquidity ever, in units of 2⁻¹²⁸; wraps
/// around.</param>
/// <param name="FeeGrowthGlobal1X128">The same of token 1.</param>
/// <param name="ProtocolFees0">What the protocol may collect of token 0.</param>
/// <param name="ProtocolFees1">The same of token 1.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ConcentratedPool(
    UInt256 SqrtPriceX96,
    int Tick,
    ushort ObservationIndex,
    ushort ObservationCardinality,
    ushort ObservationCardinalityNext,
    byte FeeProtocol0,
    byte FeeProtocol1,
    UInt128 Liquidity,
    UInt256 FeeGrowthGlobal0X128,
    UInt256 FeeGrowthGlobal1X128,
    UInt128 ProtocolFees0,
    UInt128 ProtocolFees1)
{
    /// <summary>Whether the pool has a price.</summary>
    public bool IsInitialized => !SqrtPriceX96.IsZero;
}

/// <summary>A tick at which positions begin or end.</summary>
/// <remarks>What is "outside" is what had been counted on the other side of the tick from the price, since
/// the tick was first used; only differences mean something. All of it wraps around.</remarks>
/// <param name="LiquidityGross">The liquidity of all positions that begin or end here.</param>
/// <param name="LiquidityNet">What comes into range when the price rises over the tick.</param>
/// <param name="FeeGrowthOutside0X128">Fees of token 0 per unit of liquidity.</param>
/// <param name="FeeGrowthOutside1X128">The same of token 1.</param>
/// <param name="TickCumulativeOutside">The sum of ticks over seconds.</param>
/// <param name="SecondsPerLiquidityOutsideX128">Seconds per unit of liquidity.</param>
/// <param name="SecondsOutside">Seconds.</param>
/// <param name="IsInitialized">Whether some position begins or ends here.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ConcentratedTick(
    UInt128 LiquidityGross,
    Int128 LiquidityNet,
    UInt256 FeeGrowthOutside0X128,
    UInt256 FeeGrowthOutside1X128,
    long TickCumulativeOutside,
    UInt256 SecondsPerLiquidityOutsideX128,
    uint SecondsOutside,
    bool IsInitialized);

/// <summary>What an owner has between two ticks.</summary>
/// <param name="Liquidity">How much liquidity.</param>
/// <param name="FeeGrowthInside0LastX128">Fees of token 0 per unit of liquidity between the ticks, when the
/// position was last touched.</param>
/// <param name="FeeGrowthInside1LastX128">The same of token 1.</param>
/// <param name="TokensOwed0">What the owner may collect of token 0.</param>
/// <param name="TokensOwed1">The same of token 1.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ConcentratedPosition(
    UInt128 Liquidity,
    UInt256 FeeGrowthInside0LastX128,
    UInt256 FeeGrowthInside1LastX128,
    UInt128 TokensOwed0,
    UInt128 TokensOwed1);

/// <summary>The ticks that a position lies between.</summary>
/// <param name="Lower">Where it begins.</param>
/// <param name="Upper">Where it ends.</param>
public readonly record struct TickRange(int Lower, int Upper)
{
    /// <summary>The rule that a range breaks, or null.</summary>
    internal Refusal? Check() =>
        Lower >= Upper ? ConcentratedRefusals.TickLowerNotBelowUpper
        : Lower < TickMath.MinTick ? ConcentratedRefusals.TickLowerBelowMin
        : Upper > TickMath.MaxTick ? ConcentratedRefusals.TickUpperAboveMax
        : null;
}
