using System.Runtime.InteropServices;

namespace Garrison.Engine;

/// <summary>For each owner a set whose order the contracts expose: removal moves the last item into the hole.</summary>
/// <remarks>The order of OpenZeppelin's <c>EnumerableSet</c>, and of an array with swap-and-pop.</remarks>
internal sealed class OrderedSet<TOwner, TItem>(Store store)
    where TOwner : unmanaged, IEquatable<TOwner>
    where TItem : unmanaged, IEquatable<TItem>
{
    private readonly Table<TOwner, int> _count = store.Table<TOwner, int>();
    private readonly Table<Place, TItem> _items = store.Table<Place, TItem>();
    private readonly Table<Membership, int> _position = store.Table<Membership, int>();

    /// <summary>How many items an owner has.</summary>
    public int Count(in TOwner owner) => _count[owner];

    /// <summary>Whether the owner has the item.</summary>
    public bool Contains(in TOwner owner, in TItem item) => _position[new(owner, item)] != 0;

    /// <summary>The item at a place, from 0 to below <see cref="Count"/>.</summary>
    public TItem At(in TOwner owner, int index)
    {
        Invariant.Assert(index >= 0 && index < Count(owner));
        return _items[new(owner, index)];
    }

    /// <summary>A copy of the items in order, which stays as it is when the set changes.</summary>
    public TItem[] ToArray(in TOwner owner)
    {
        int count = Count(owner);
        if (count == 0)
        {
            return [];
        }

        var items = new TItem[count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = _items[new(owner, i)];
        }

        return items;
    }

    /// <summary>Appends an item; false, and no change, when it is there already.</summary>
    public bool Add(in TOwner owner, in TItem item)
    {
        if (Contains(owner, item))
        {
            return false;
        }

        int count = Count(owner);
        _items[new(owner, count)] = item;
        _position[new(owner, item)] = count + 1;
        _count[owner] = count + 1;
        return true;
    }

    /// <summary>Takes an item out, and moves the last one to its place; false when it was not there.</summary>
    public bool Remove(in TOwner owner, in TItem item)
    {
        int position = _position[new(owner, item)];
        if (position == 0)
        {
            return false;
        }

        int last = Count(owner);
        if (position != last)
        {
            TItem moved = _items[new(owner, last - 1)];
            _items[new(owner, position - 1)] = moved;
            _position[new(owner, moved)] = position;
        }

        _items[new(owner, last - 1)] = default;
        _position[new(owner, item)] = 0;
        _count[owner] = last - 1;
        return true;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(TOwner Owner, int Index);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Membership(TOwner Owner, TItem Item);
}

/// <summary>The one owner of a set that belongs to a whole contract: the default value.</summary>
/// <param name="Nothing">Always 0; a key has to have a byte.</param>
internal readonly record struct Everyone(byte Nothing);
