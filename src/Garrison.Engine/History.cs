using System.Runtime.InteropServices;

namespace Garrison.Engine;

/// <summary>For each owner the values that something has had, by block, looked up as of any block.</summary>
/// <remarks>
/// Keys never decrease and a second value of one block replaces the first, as in the contracts'
/// <c>Snapshots</c> library. Blocks are 32 bits wide there and here.
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

    /// <summary>The value as of the end of a block: the last one set at or before it.</summary>
    public TValue At(in TOwner owner, uint block, TValue whenNone)
    {
        Range range = _range[owner];
        int index = LastAtOrBefore(owner, range, block);
        return index < range.Start ? whenNone : _entries[new(owner, index)].Value;
    }

    /// <summary>Sets the value as of a block, which may not be before the newest one.</summary>
    public void Push(in TOwner owner, uint block, TValue value)
    {
        Range range = _range[owner];
        if (range.End != 0)
        {
            uint newest = _entries[new(owner, range.End - 1)].Block;
            Invariant.Assert(newest <= block);
            if (newest == block)
            {
                _entries[new(owner, range.End - 1)] = new(block, value);
                return;
            }
        }

        _entries[new(owner, range.End)] = new(block, value);
        _range[owner] = range with { End = range.End + 1 };
    }

    /// <summary>Forgets what no lookup at this block or later can see.</summary>
    public void Forget(in TOwner owner, uint before)
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

    private int LastAtOrBefore(in TOwner owner, Range range, uint block)
    {
        (int low, int high) = (range.Start, range.End);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_entries[new(owner, middle)].Block <= block)
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
    private readonly record struct Entry(uint Block, TValue Value);
}
