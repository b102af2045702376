using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>What an adapter does with assets.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AdapterKind>))]
public enum AdapterKind : byte
{
    /// <summary>There is no adapter.</summary>
    None,

    /// <summary>They stand behind an operator, and its network may slash them.</summary>
    App,

    /// <summary>They are lent out.</summary>
    Yield,

    /// <summary>They are paid out at once for tokens that take time to redeem.</summary>
    Lane,
}

/// <summary>Which adapters there are, and what every adapter can be asked.</summary>
/// <remarks>An adapter belongs to one vault for good. Source: <c>Adapter.sol</c>.</remarks>
public sealed class Adapters
{
    private readonly SymbioticV2 _v2;
    private readonly Table<Address, Registration> _adapter;

    internal Adapters(Store store, SymbioticV2 v2)
    {
        _v2 = v2;
        _adapter = store.Table<Address, Registration>();
    }

    /// <summary>What an adapter does.</summary>
    public AdapterKind KindOf(Address adapter) => _adapter[adapter].Kind;

    /// <summary>The vault that an adapter belongs to; the zero address when there is no adapter.</summary>
    public Address VaultOf(Address adapter) => _adapter[adapter].Vault;

    /// <summary>All that an adapter holds, in the vault's asset.</summary>
    public UInt256 TotalAssets(Address adapter) => KindOf(adapter) switch
    {
        AdapterKind.App => _v2.Apps.TotalAssets(adapter),
        AdapterKind.Yield => _v2.Yields.TotalAssets(adapter),
        _ => _v2.Lanes.TotalAssets(adapter),
    };

    /// <summary>What an adapter holds to no use, in the vault's asset.</summary>
    public UInt256 FreeAssets(Address adapter) => KindOf(adapter) switch
    {
        AdapterKind.App => _v2.Apps.FreeAssets(adapter),
        AdapterKind.Yield => _v2.Yields.FreeAssets(adapter),
        _ => _v2.Lanes.FreeAssets(adapter),
    };

    /// <summary>What an adapter would return if it were asked for all.</summary>
    public UInt256 Deallocatable(Address adapter) => KindOf(adapter) is AdapterKind.Yield
        ? _v2.Yields.FreeAssets(adapter) + _v2.Yields.WithdrawableAssets(adapter)
        : FreeAssets(adapter);

    internal Address AssetOf(Address adapter) => _v2.Vaults.At(VaultOf(adapter)).Asset;

    internal Refusal? CheckNew(Address adapter, Address vault)
    {
        if (KindOf(adapter) != AdapterKind.None) return VaultV2Refusals.AlreadyDeployed;

        return _v2.Vaults.Exists(vault) ? null : VaultV2Refusals.InvalidVault;
    }

    /// <summary>Makes an address one that keeps assets for an adapter: it is nobody else's, and
    /// empty.</summary>
    internal Refusal? TakeAccount(Address account, Address asset, Address token)
    {
        bool isEmpty = _v2.Ledger.Balance(asset, account).IsZero
            && _v2.Ledger.Balance(token, account).IsZero;
        return isEmpty ? _v2.Core.Take(account) : VaultV2Refusals.AccountInUse;
    }

    internal void Register(Address adapter, Address vault, AdapterKind kind) =>
        _adapter[adapter] = new Registration(kind, vault);

    // A lane takes assets only for a swap, whatever its limits are.
    internal UInt256 Allocatable(Address adapter, bool isSwap) =>
        KindOf(adapter) is AdapterKind.Lane && !isSwap ? UInt256.Zero : UInt256.MaxValue;

    /// <summary>Puts assets to use that have arrived at the adapter.</summary>
    internal Refusal? Allocate(Address adapter, UInt256 assets)
    {
        if (assets.IsZero) return null;
        if (KindOf(adapter) is AdapterKind.Yield) return _v2.Yields.Allocate(adapter, assets);
        if (KindOf(adapter) is AdapterKind.App) _v2.Apps.Allocate(adapter);

        return null;
    }

    /// <summary>Makes assets ready to be fetched from the adapter's own address: all that is free, and more
    /// when it is asked for more and has it.</summary>
    internal Refusal? Deallocate(Address adapter, UInt256 assets, out UInt256 deallocated)
    {
        switch (KindOf(adapter))
        {
            case AdapterKind.Yield:
                return _v2.Yields.Deallocate(adapter, assets, out deallocated);
            case AdapterKind.Lane:
                return _v2.Lanes.Deallocate(adapter, out deallocated);
            default:
                deallocated = _v2.Apps.FreeAssets(adapter);
                return null;
        }
    }

    /// <summary>Asks for assets that an adapter cannot return at once; only slashable ones take
    /// notice.</summary>
    internal void RequestDeallocate(Address adapter, UInt256 assets)
    {
        if (KindOf(adapter) is AdapterKind.App) _v2.Apps.RequestDeallocate(adapter, assets);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Registration(AdapterKind Kind, Address Vault);
}
