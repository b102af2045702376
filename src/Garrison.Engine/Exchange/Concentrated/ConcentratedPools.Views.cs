using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <content>What the pools tell.</content>
public sealed partial class ConcentratedPools
{
    /// <summary>Whether there is such a pool.</summary>
    public bool Exists(Address pool) => _terms.Read(pool).Exists;

    /// <summary>What a pool was made with.</summary>
    public ConcentratedPoolTerms Terms(Address pool) => _terms[pool];

    /// <summary>Price, liquidity and fees of a pool.</summary>
    public ConcentratedPool Of(Address pool) => _pool[pool];

    /// <summary>A tick of a pool; the default when nothing begins or ends there.</summary>
    public ConcentratedTick TickOf(Address pool, int tick) => _tick[new(pool, tick)];

    /// <summary>What an owner has between two ticks, with fees as of the last time it was
    /// touched.</summary>
    public ConcentratedPosition PositionOf(Address pool, Address owner, TickRange range) =>
        _position[new(pool, owner, range)];

    /// <summary>An observation of a pool, by its place.</summary>
    public ConcentratedObservation ObservationOf(Address pool, int index) => _observations.At(pool, index);

    /// <summary>The pool of two tokens, in either order, and a fee in millionths; zero for none.</summary>
    public Address PoolOf(Address factory, Address tokenA, Address tokenB, uint fee) => _pair[
        tokenA < tokenB ? new(factory, tokenA, tokenB, fee) : new(factory, tokenB, tokenA, fee)];

    /// <summary>The sums of ticks and of seconds per liquidity as of some seconds ago.</summary>
    /// <returns><c>I</c> before the pool has a price, <c>OLD</c> when nothing is remembered of then; else
    /// null.</returns>
    public Refusal? Observe(Address address, uint secondsAgo, out ConcentratedObservation found)
    {
        ConcentratedPool pool = _pool[address];
        if (pool.IsInitialized) return _observations.Ago(address, pool, Now, secondsAgo, out found);

        found = default;
        return ConcentratedRefusals.Uninitialized;
    }

    /// <summary>The sums of ticks, of seconds per liquidity and of seconds, over the time that the price was
    /// between two ticks: only differences mean something.</summary>
    /// <returns>The rule that the range breaks; an empty revert when nothing begins or ends at one of the
    /// ticks; else null.</returns>
    public Refusal? SnapshotInside(Address address, TickRange range, out InsideSnapshot snapshot)
    {
        snapshot = default;
        if (range.Check() is { } outside) return outside;

        InsideSnapshot lower = InsideSnapshot.Outside(TickOf(address, range.Lower), out bool isLowerUsed);
        InsideSnapshot upper = InsideSnapshot.Outside(TickOf(address, range.Upper), out bool isUpperUsed);
        if (!isLowerUsed || !isUpperUsed) return ConcentratedRefusals.EmptyRevert;

        ConcentratedPool pool = _pool[address];
        ConcentratedObservation now = _observations.Now(address, pool, Now);
        InsideSnapshot sums = new(now.TickCumulative, now.SecondsPerLiquidityX128, now.Second);
        snapshot = pool.Tick < range.Lower ? lower.Minus(upper)
            : pool.Tick < range.Upper ? sums.Minus(lower).Minus(upper)
            : upper.Minus(lower);
        return null;
    }

    /// <summary>The most liquidity that amounts pay for between two ticks, rounded down.</summary>
    /// <remarks>The smaller of ⌊amount0·⌊A·B/2⁹⁶⌋/(B − A)⌋ and ⌊amount1·2⁹⁶/(B − A)⌋, each over the part of
    /// the range that takes its token. Source: <c>LiquidityAmounts.sol</c>.</remarks>
    /// <exception cref="OverflowException">It does not fit in 256 bits.</exception>
    public UInt256 LiquidityFor(Address address, TickRange range, TokenAmounts amounts)
    {
        UInt256 low = TickMath.SqrtPriceAt(range.Lower);
        UInt256 high = TickMath.SqrtPriceAt(range.Upper);
        UInt256 price = UInt256.Min(UInt256.Max(_pool[address].SqrtPriceX96, low), high);
        UInt256 of0 = price == high
            ? UInt256.MaxValue
            : UInt256.MulDivDown(
                amounts.Amount0, UInt256.MulShiftDown(price, high, 96), high - price);
        UInt256 of1 = price == low
            ? UInt256.MaxValue
            : UInt256.MulDivDown(amounts.Amount1, Q96.Scale, price - low);
        return UInt256.Min(of0, of1);
    }
}

/// <summary>What was counted while the price was between two ticks.</summary>
/// <param name="TickCumulative">The sum of ticks over seconds, mod 2⁵⁶.</param>
/// <param name="SecondsPerLiquidityX128">Seconds per unit of liquidity, in units of 2⁻¹²⁸, mod
/// 2¹⁶⁰.</param>
/// <param name="Seconds">Seconds, mod 2³².</param>
public readonly record struct InsideSnapshot(
    long TickCumulative, UInt256 SecondsPerLiquidityX128, uint Seconds)
{
    internal static InsideSnapshot Outside(in ConcentratedTick tick, out bool isUsed)
    {
        isUsed = tick.IsInitialized;
        return new(tick.TickCumulativeOutside, tick.SecondsPerLiquidityOutsideX128, tick.SecondsOutside);
    }

    internal InsideSnapshot Minus(InsideSnapshot other) => new(
        ConcentratedObservation.Wrap(unchecked(TickCumulative - other.TickCumulative)),
        ConcentratedObservation.Wrap(
            SecondsPerLiquidityX128.WrappingSub(other.SecondsPerLiquidityX128)),
        unchecked(Seconds - other.Seconds));
}
