using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>What a pool remembers of a second, to answer for the past.</summary>
/// <param name="Second">The second, mod 2³².</param>
/// <param name="TickCumulative">The sum of ticks over all seconds before, mod 2⁵⁶.</param>
/// <param name="SecondsPerLiquidityX128">The sum of 1 / max(1, liquidity) over all seconds before, in units
/// of 2⁻¹²⁸, mod 2¹⁶⁰.</param>
/// <param name="IsInitialized">Whether there is such an observation.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ConcentratedObservation(
    uint Second, long TickCumulative, UInt256 SecondsPerLiquidityX128, bool IsInitialized)
{
    private const int CumulativeBits = 56;
    private const int SecondsBits = 160;

    /// <summary>The sums at a later second, when tick and liquidity stayed the same until then.</summary>
    internal ConcentratedObservation Until(uint second, int tick, UInt128 liquidity)
    {
        uint passed = unchecked(second - Second);
        UInt256 each = ((UInt256)passed << 128).DivDown(liquidity == 0 ? 1 : liquidity);
        return new(
            second,
            Wrap(unchecked(TickCumulative + (tick * (long)passed))),
            Wrap(SecondsPerLiquidityX128.WrappingAdd(each)),
            true);
    }

    /// <summary>The sums at a second between this observation and a later one.</summary>
    internal ConcentratedObservation Between(in ConcentratedObservation later, uint second)
    {
        uint whole = unchecked(later.Second - Second);
        uint part = unchecked(second - Second);
        long ticks = Wrap(unchecked(later.TickCumulative - TickCumulative)) / whole;
        UInt256 seconds = Wrap(later.SecondsPerLiquidityX128.WrappingSub(SecondsPerLiquidityX128));
        return new(
            second,
            Wrap(unchecked(TickCumulative + (ticks * part))),
            Wrap(SecondsPerLiquidityX128.WrappingAdd(
                (seconds * (UInt256)(ulong)part).DivDown((ulong)whole))),
            true);
    }

    /// <summary>A sum of ticks as the 56 bits of it read.</summary>
    internal static long Wrap(long ticks) =>
        unchecked(ticks << (64 - CumulativeBits)) >> (64 - CumulativeBits);

    /// <summary>The 160 bits that are kept of seconds per liquidity.</summary>
    internal static UInt256 Wrap(UInt256 seconds) =>
        (seconds << (256 - SecondsBits)) >> (256 - SecondsBits);
}

/// <summary>The observations of the pools: of each a round of places, the oldest overwritten first.</summary>
/// <remarks>Source: <c>Oracle.sol</c>. A second is compared as one not after now, so that seconds may wrap
/// around once.</remarks>
internal sealed class Observations(Store store)
{
    private readonly Table<Place, ConcentratedObservation> _places =
        store.Table<Place, ConcentratedObservation>();

    /// <summary>What lies at a place.</summary>
    public ConcentratedObservation At(in Address pool, int index) => _places[new(pool, index)];

    /// <summary>Writes the first observation.</summary>
    public void Begin(in Address pool, uint now) =>
        _places[new(pool, 0)] = new(now, 0, UInt256.Zero, true);

    /// <summary>Remembers what tick and liquidity were until now, once in a second.</summary>
    /// <returns>The pool with its newest observation.</returns>
    public ConcentratedPool Write(
        in Address pool, in ConcentratedPool state, uint now, int tick, UInt128 liquidity)
    {
        ConcentratedObservation last = _places[new(pool, state.ObservationIndex)];
        if (last.Second == now) return state;

        bool grows = state.ObservationCardinalityNext > state.ObservationCardinality
            && state.ObservationIndex == state.ObservationCardinality - 1;
        int cardinality = grows ? state.ObservationCardinalityNext : state.ObservationCardinality;
        int index = (state.ObservationIndex + 1) % cardinality;
        _places[new(pool, index)] = last.Until(now, tick, liquidity);
        return state with
        {
            ObservationIndex = (ushort)index,
            ObservationCardinality = (ushort)cardinality,
        };
    }

    /// <summary>The sums as of now, with the pool's tick and liquidity.</summary>
    public ConcentratedObservation Now(in Address pool, in ConcentratedPool state, uint now)
    {
        ConcentratedObservation last = _places[new(pool, state.ObservationIndex)];
        return last.Second == now ? last : last.Until(now, state.Tick, state.Liquidity);
    }

    /// <summary>The sums as of some seconds ago.</summary>
    /// <returns><c>OLD</c> when nothing is remembered of then.</returns>
    public Refusal? Ago(
        in Address pool,
        in ConcentratedPool state,
        uint now,
        uint secondsAgo,
        out ConcentratedObservation found)
    {
        found = Now(pool, state, now);
        if (secondsAgo == 0) return null;

        uint target = unchecked(now - secondsAgo);
        ConcentratedObservation newest = _places[new(pool, state.ObservationIndex)];
        if (NotAfter(newest.Second, target, now))
        {
            found = newest.Second == target ? newest : newest.Until(target, state.Tick, state.Liquidity);
            return null;
        }

        ConcentratedObservation oldest = Round(pool, state, 0);
        if (!oldest.IsInitialized) oldest = _places[new(pool, 0)];
        if (!NotAfter(oldest.Second, target, now)) return ConcentratedRefusals.TooOld;

        found = Search(pool, state, target, now);
        return null;
    }

    private ConcentratedObservation Search(
        in Address pool, in ConcentratedPool state, uint target, uint now)
    {
        (int low, int high) = (0, state.ObservationCardinality - 1);
        while (true)
        {
            int middle = (low + high + 1) / 2;
            ConcentratedObservation before = Round(pool, state, middle);
            if (low == high)
            {
                ConcentratedObservation after = Round(pool, state, middle + 1);
                return target == before.Second ? before
                    : target == after.Second ? after
                    : before.Between(after, target);
            }

            // Places that were never written come before the oldest one.
            if (!before.IsInitialized || NotAfter(before.Second, target, now))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
    }

    // The observations from the oldest, 0, to the newest.
    private ConcentratedObservation Round(in Address pool, in ConcentratedPool state, int age) =>
        _places[new(pool, (state.ObservationIndex + 1 + age) % state.ObservationCardinality)];

    private static bool NotAfter(uint first, uint second, uint now) =>
        first <= now && second <= now
            ? first <= second
            : Unwrapped(first, now) <= Unwrapped(second, now);

    private static ulong Unwrapped(uint second, uint now) => second > now ? second : second + (1UL << 32);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(Address Pool, int Index);
}
