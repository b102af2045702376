using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>For each vault some adapters in an order that somebody chose, which a removal keeps.</summary>
internal sealed class AdapterList(Store store)
{
    private readonly Table<Address, int> _count = store.Table<Address, int>();
    private readonly Table<Place, Address> _adapter = store.Table<Place, Address>();

    /// <summary>How many there are.</summary>
    public int Count(Address vault) => _count[vault];

    /// <summary>The one at a place, from 0 to below <see cref="Count"/>.</summary>
    public Address At(Address vault, int index) => _adapter[new(vault, index)];

    /// <summary>The place of an adapter; -1 when it is not there.</summary>
    public int IndexOf(Address vault, Address adapter)
    {
        int index = Count(vault) - 1;
        while (index >= 0 && At(vault, index) != adapter)
        {
            index--;
        }

        return index;
    }

    /// <summary>A copy in order.</summary>
    public Address[] ToArray(Address vault)
    {
        var adapters = new Address[Count(vault)];
        for (int i = 0; i < adapters.Length; i++)
        {
            adapters[i] = At(vault, i);
        }

        return adapters;
    }

    /// <summary>Appends an adapter.</summary>
    public void Add(Address vault, Address adapter)
    {
        int count = Count(vault);
        _adapter[new(vault, count)] = adapter;
        _count[vault] = count + 1;
    }

    /// <summary>Takes an adapter out, if it is there; those behind it move up.</summary>
    public void Remove(Address vault, Address adapter)
    {
        int index = IndexOf(vault, adapter);
        if (index < 0) return;

        int last = Count(vault) - 1;
        for (int i = index; i < last; i++)
        {
            _adapter[new(vault, i)] = At(vault, i + 1);
        }

        _adapter[new(vault, last)] = default;
        _count[vault] = last;
    }

    /// <summary>Exchanges the places of two.</summary>
    public void Swap(Address vault, int first, int second)
    {
        Address moved = At(vault, first);
        _adapter[new(vault, first)] = At(vault, second);
        _adapter[new(vault, second)] = moved;
    }

    /// <summary>Puts others in the place of all.</summary>
    public void Replace(Address vault, IReadOnlyList<Address> adapters)
    {
        for (int i = Count(vault) - 1; i >= adapters.Count; i--)
        {
            _adapter[new(vault, i)] = default;
        }

        for (int i = 0; i < adapters.Count; i++)
        {
            _adapter[new(vault, i)] = adapters[i];
        }

        _count[vault] = adapters.Count;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(Address Vault, int Index);
}
