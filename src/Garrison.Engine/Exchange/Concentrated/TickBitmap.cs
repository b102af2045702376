using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>Which ticks of a pool are used: a bit for every multiple of its spacing, 256 in a word.</summary>
/// <remarks>Source: <c>TickBitmap.sol</c>.</remarks>
internal sealed class TickBitmap(Store store)
{
    private const int BitsPerWord = 256;

    private readonly Table<WordKey, UInt256> _words = store.Table<WordKey, UInt256>();

    /// <summary>Marks an unused tick as used, or a used one as unused.</summary>
    /// <returns>Whether the tick is a multiple of the spacing; nothing happens when it is not.</returns>
    public bool Flip(in Address pool, int tick, int spacing)
    {
        if (tick % spacing != 0) return false;

        int place = tick / spacing;
        WordKey key = new(pool, place >> 8);
        _words[key] ^= UInt256.One << (place & (BitsPerWord - 1));
        return true;
    }

    /// <summary>The used tick that a price meets first, if it is in the same word; else the last tick of the
    /// word.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="tick">Where the price is.</param>
    /// <param name="spacing">The spacing of the pool.</param>
    /// <param name="down">Whether the price falls, and may meet its own tick; else it rises.</param>
    public (int Tick, bool IsUsed) Next(in Address pool, int tick, int spacing, bool down)
    {
        int place = Math.DivRem(tick, spacing, out int rest) - (rest < 0 ? 1 : 0);
        return down ? Below(pool, place, spacing) : Above(pool, place + 1, spacing);
    }

    private (int Tick, bool IsUsed) Below(in Address pool, int place, int spacing)
    {
        int bit = place & (BitsPerWord - 1);
        UInt256 candidates = _words[new(pool, place >> 8)] << (BitsPerWord - 1 - bit);
        bool isUsed = !candidates.IsZero;
        int distance = isUsed ? BitsPerWord - candidates.BitLength : bit;
        return ((place - distance) * spacing, isUsed);
    }

    private (int Tick, bool IsUsed) Above(in Address pool, int place, int spacing)
    {
        int bit = place & (BitsPerWord - 1);
        UInt256 candidates = _words[new(pool, place >> 8)] >> bit;
        bool isUsed = !candidates.IsZero;
        int distance = isUsed ? candidates.TrailingZeroCount() : BitsPerWord - 1 - bit;
        return ((place + distance) * spacing, isUsed);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct WordKey(Address Pool, int Word);
}
