using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>What a curator decides of a delegator: its adapters, their limits, and where assets go.</summary>
/// <remarks>Source: <c>UniversalDelegator.sol</c>, <c>AdapterRegistry.sol</c>.</remarks>
public sealed class DelegatorCuration
{
    private const int AdaptersMax = 20;

    private readonly Store _store;
    private readonly SymbioticV2 _v2;
    private readonly Table<Whitelisting, bool> _isWhitelisted;
    private readonly Table<Address, ushort> _index;
    private readonly Table<Address, ushort> _indexes;

    internal DelegatorCuration(Store store, SymbioticV2 v2)
    {
        _store = store;
        _v2 = v2;
        _isWhitelisted = store.Table<Whitelisting, bool>();
        _index = store.Table<Address, ushort>();
        _indexes = store.Table<Address, ushort>();
    }

    private UniversalDelegators Delegators => _v2.Delegators;

    /// <summary>Whether the protocol lets a vault use an adapter.</summary>
    public bool IsWhitelisted(Address vault, Address adapter) => _isWhitelisted[new(vault, adapter)];

    /// <summary>The number that an adapter got when it was first added, from 1; 0 until then.</summary>
    public int IndexOf(Address adapter) => _index[adapter];

    /// <summary>Records what the protocol's registry says of an adapter.</summary>
    internal Refusal? Whitelist(Address vault, Address adapter, bool status)
    {
        if (!_v2.Vaults.Exists(vault)) return VaultV2Refusals.NoVault;
        if (_v2.Adapters.VaultOf(adapter) != vault) return VaultV2Refusals.NoAdapter;

        _isWhitelisted[new(vault, adapter)] = status;
        return null;
    }

    internal Refusal? Add(Address sender, Address vault, Address adapter)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;
        if (!IsWhitelisted(vault, adapter)) return VaultV2Refusals.InvalidAdapter;
        if (Delegators.IsAdded(vault, adapter)) return VaultV2Refusals.AlreadyAdded;
        if (Delegators.Count(vault) == AdaptersMax) return VaultV2Refusals.TooManyAdapters;

        if (_index[adapter] == 0)
        {
            ushort index = checked((ushort)(_indexes[vault] + 1));
            _indexes[vault] = index;
            _index[adapter] = index;
        }

        Delegators.List(vault, adapter);
        _store.Emit(new AdapterAdded(_v2.Vaults.At(vault).Delegator, adapter, _index[adapter]));
        return null;
    }

    internal Refusal? Remove(Address sender, Address vault, Address adapter)
    {
        if (CheckAdded(sender, vault, adapter) is { } refusal) return refusal;
        if (!_v2.Adapters.TotalAssets(adapter).IsZero) return VaultV2Refusals.AdapterHasAssets;

        Delegators.Unlist(vault, adapter);
        _store.Emit(new AdapterRemoved(_v2.Vaults.At(vault).Delegator, adapter, _index[adapter]));
        return null;
    }

    internal Refusal? SetLimits(
        Address sender, Address vault, Address adapter, UInt256 absolute, UInt256 share) =>
        _v2.CheckCurator(sender, vault) ?? Delegators.SetLimits(vault, adapter, absolute, share);

    internal Refusal? Swap(Address sender, Address vault, Address first, Address second)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;
        if (Delegators.Swap(vault, first, second) is { } refusal) return refusal;

        _store.Emit(new AdaptersSwapped(_v2.Vaults.At(vault).Delegator, first, second));
        return null;
    }

    internal Refusal? SetRoute(Address sender, Address vault, IReadOnlyList<Address> adapters)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;

        for (int i = 0; i < adapters.Count; i++)
        {
            if (!Delegators.IsAdded(vault, adapters[i])) return VaultV2Refusals.InvalidAdapter;

            for (int before = 0; before < i; before++)
            {
                if (adapters[before] == adapters[i]) return VaultV2Refusals.InvalidAdapter;
            }
        }

        Delegators.SetRoute(vault, adapters);
        _store.Emit(new AutoAllocateAdaptersSet(_v2.Vaults.At(vault).Delegator, adapters));
        return null;
    }

    internal Refusal? Allocate(Address sender, Address vault, Address adapter, UInt256 assets)
    {
        if (CheckKnown(sender, vault, adapter) is { } refusal) return refusal;
        if (Delegators.Sweep(vault, out UInt256 pending) is { } unswept) return unswept;

        return pending.IsZero ? Delegators.Allocate(vault, adapter, assets, false, out _) : null;
    }

    internal Refusal? AllocateAll(Address sender, Address vault, UInt256 assets)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;
        if (Delegators.Sweep(vault, out UInt256 pending) is { } unswept) return unswept;

        return pending.IsZero ? Delegators.AllocateAll(vault, assets) : null;
    }

    internal Refusal? AllocateExact(Address sender, Address vault, Address adapter, UInt256 assets) =>
        CheckKnown(sender, vault, adapter)
            ?? Delegators.AllocateExact(vault, adapter, assets, false, out _);

    internal Refusal? Deallocate(Address sender, Address vault, Address adapter, UInt256 assets) =>
        CheckKnown(sender, vault, adapter)
            ?? Delegators.Deallocate(vault, adapter, assets, out _)
            ?? Delegators.Sweep(vault, out _);

    internal Refusal? DeallocateAll(Address sender, Address vault, UInt256 assets) =>
        _v2.CheckCurator(sender, vault)
            ?? Delegators.DeallocateAll(vault, assets, out _)
            ?? Delegators.Sweep(vault, out _);

    internal Refusal? DeallocateExact(Address sender, Address vault, UInt256 assets)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;
        if (Delegators.Sweep(vault, out UInt256 pending) is { } unswept) return unswept;

        return pending.IsZero ? Delegators.DeallocateAll(vault, assets, out _) : null;
    }

    internal Refusal? ForceDeallocate(Address sender, Address vault, Address adapter, UInt256 assets) =>
        CheckAdded(sender, vault, adapter) ?? Delegators.ForceDeallocate(vault, adapter, assets);

    private Refusal? CheckAdded(Address sender, Address vault, Address adapter)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;

        return Delegators.IsAdded(vault, adapter) ? null : VaultV2Refusals.InvalidAdapter;
    }

    // On chain an adapter of another vault refuses its calls, and what is no adapter cannot answer them.
    private Refusal? CheckKnown(Address sender, Address vault, Address adapter)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;

        return _v2.Adapters.VaultOf(adapter) == vault ? null : VaultV2Refusals.NoAdapter;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Whitelisting(Address Vault, Address Adapter);
}
