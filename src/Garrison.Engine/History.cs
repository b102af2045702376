using System.Runtime.InteropServices;

namespace Garrison.Engine;

/// <summary>For each owner the values that something has had, by moment, looked up as of any
/// moment.</summary>
/// <remarks>
/// A moment is a block or a second, as the contract counts. Moments never decrease and a second value of one
/// moment replaces the first, as in EigenLayer's <c>Snapshots</c> and OpenZeppelin's <c>Checkpoints</c>.
/// </remarks>
internal sealed class History<TOwner, TValue>(Store store)
    where TOwner : unmanaged, IEquatable<TOwner>
    where TValue : unmanaged
{
    private readonly Table<TOwner, Range> _range = store.Table<TOwner, Range>();
    private readonly Table<Place, Entry> _entries = store.Table<Place, Entry>();

    /// <summary>Whether the owner ever had a value.</summary>
    public bool IsEmpty(in TOwner owner) => _range[owner].End == 0;

    /// <summary>The newest value, or the given one when there is none.</summary>
    public TValue Latest(in TOwner owner, TValue whenEmpty)
    {
        Range range = _range[owner];
        return range.End == 0 ? whenEmpty : _entries[new(owner, range.End - 1)].Value;
    }

    /// <summary>The moment of the newest value, which may lie ahead; 0 when there is none.</summary>
    public ulong LatestMoment(in TOwner owner)
    {
        Range range = _range[owner];
        return range.End == 0 ? 0 : _entries[new(owner, range.End - 1)].Moment;
    }

    /// <summary>The value as of the end of a moment: the last one set at or before it.</summary>
    public TValue At(in TOwner owner, ulong moment, TValue whenNone)
    {
        Range range = _range[owner];
        int index = LastAtOrBefore(owner, range, moment);
        return index < range.Start ? whenNone : _entries[new(owner, index)].Value;
    }

    /// <summary>Sets the value as of a moment, which may not be before the newest one.</summary>
    public void Push(in TOwner owner, ulong moment, TValue value)
    {
        Range range = _range[owner];
        if (range.End != 0)
        {
            ulong newest = _entries[new(owner, range.End - 1)].Moment;
            Invariant.Assert(newest <= moment);
            if (newest == moment)
            {
                _entries[new(owner, range.End - 1)] = new(moment, value);
                return;
            }
        }

        _entries[new(owner, range.End)] = new(moment, value);
        _range[owner] = range with { End = range.End + 1 };
    }

    /// <summary>Takes the newest value back.</summary>
    public void Pop(in TOwner owner)
    {
        Range range = _range[owner];
        Invariant.Assert(range.Start < range.End);
        _entries[new(owner, range.End - 1)] = default;
        _range[owner] = range with { End = range.End - 1 };
    }

    /// <summary>Forgets what no lookup at this moment or later can see.</summary>
    public void Forget(in TOwner owner, ulong before)
    {
        Range range = _range[owner];
        int keep = LastAtOrBefore(owner, range, before);
        if (keep <= range.Start)
        {
            return;
        }

        for (int i = range.Start; i < keep; i++)
        {
            _entries[new(owner, i)] = default;
        }

        _range[owner] = range with { Start = keep };
    }

    private int LastAtOrBefore(in TOwner owner, Range range, ulong moment)
    {
        (int low, int high) = (range.Start, range.End);

        // Most lookups are for the newest value.
        if (low < high && _entries[new(owner, high - 1)].Moment <= moment) return high - 1;

        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_entries[new(owner, middle)].Moment <= moment)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private readonly record struct Range(int Start, int End);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(TOwner Owner, int Index);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Entry(ulong Moment, TValue Value);
}
