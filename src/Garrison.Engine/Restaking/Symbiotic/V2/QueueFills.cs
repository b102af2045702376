using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>What the fills of each queue brought: points of (shares, assets), both summed up from the start,
/// and the straight lines between them.</summary>
internal sealed class QueueFills(Store store)
{
    private readonly Table<Address, int> _count = store.Table<Address, int>();
    private readonly Table<Place, QueueFill> _fill = store.Table<Place, QueueFill>();

    /// <summary>The last point; (0, 0) before the first fill.</summary>
    public QueueFill Last(Address vault) => At(vault, _count[vault]);

    /// <summary>Adds a fill of some shares.</summary>
    public void Push(Address vault, UInt256 shares, UInt256 assets)
    {
        QueueFill last = Last(vault);
        int count = _count[vault] + 1;
        _fill[new(vault, count)] = new QueueFill(last.Shares + shares, last.Assets + assets);
        _count[vault] = count;
    }

    /// <summary>What all shares before an amount brought, read on the line that begins at it or before
    /// it.</summary>
    public UInt256 BroughtBeforeDown(Address vault, UInt256 shares) =>
        OnLineDown(vault, LastAtOrBefore(vault, shares), shares);

    /// <summary>What all shares before an amount above 0 brought, read on the line that ends at it or behind
    /// it.</summary>
    public UInt256 BroughtUpToDown(Address vault, UInt256 shares) =>
        OnLineDown(vault, LastAtOrBefore(vault, shares - UInt256.One), shares);

    private UInt256 OnLineDown(Address vault, int index, UInt256 shares)
    {
        QueueFill from = At(vault, index);
        QueueFill to = At(vault, index + 1);
        return from.Assets + UInt256.MulDivDown(
            shares - from.Shares, to.Assets - from.Assets, to.Shares - from.Shares);
    }

    private int LastAtOrBefore(Address vault, UInt256 shares)
    {
        (int low, int high) = (0, _count[vault]);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (At(vault, middle).Shares <= shares)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    // The point before the first fill is (0, 0), which no row has to hold.
    private QueueFill At(Address vault, int index) => _fill[new(vault, index)];

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(Address Vault, int Index);
}

/// <summary>A point of what fills brought.</summary>
/// <param name="Shares">All shares that were redeemed up to here.</param>
/// <param name="Assets">All assets that they brought.</param>
internal readonly record struct QueueFill(UInt256 Shares, UInt256 Assets);
