using System.Runtime.InteropServices;

namespace Garrison.Engine;

/// <summary>For each owner a queue: the first in is the first out.</summary>
/// <remarks>The order of the contracts' <c>DoubleEndedQueue</c>, used from one end.</remarks>
internal sealed class Fifo<TOwner, TItem>(Store store)
    where TOwner : unmanaged, IEquatable<TOwner>
    where TItem : unmanaged, IEquatable<TItem>
{
    private readonly Table<TOwner, Ends> _ends = store.Table<TOwner, Ends>();
    private readonly Table<Place, TItem> _items = store.Table<Place, TItem>();

    /// <summary>How many items wait.</summary>
    public int Count(in TOwner owner) => _ends[owner].Tail - _ends[owner].Head;

    /// <summary>The item at a distance from the head, 0 for the head itself.</summary>
    public TItem At(in TOwner owner, int distance)
    {
        Invariant.Assert(distance >= 0 && distance < Count(owner));
        return _items[new(owner, _ends[owner].Head + distance)];
    }

    /// <summary>Puts an item behind all others.</summary>
    public void Push(in TOwner owner, in TItem item)
    {
        Ends ends = _ends[owner];
        _items[new(owner, ends.Tail)] = item;
        _ends[owner] = ends with { Tail = ends.Tail + 1 };
    }

    /// <summary>Puts another item in the place of the head.</summary>
    public void ReplaceHead(in TOwner owner, in TItem item)
    {
        Invariant.Assert(Count(owner) > 0);
        _items[new(owner, _ends[owner].Head)] = item;
    }

    /// <summary>Takes the head off.</summary>
    public void Pop(in TOwner owner)
    {
        Invariant.Assert(Count(owner) > 0);
        Ends ends = _ends[owner];
        _items[new(owner, ends.Head)] = default;

        // An emptied queue starts over, so that it reads as one that was never used.
        _ends[owner] = ends.Head + 1 == ends.Tail ? default : ends with { Head = ends.Head + 1 };
    }

    private readonly record struct Ends(int Head, int Tail);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(TOwner Owner, int Index);
}
