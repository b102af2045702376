using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Spreads the assets of each vault over adapters, within limits, and calls them back for those who
/// wait to leave.</summary>
/// <remarks>
/// An adapter returns what it has to return, which may be more than was asked for. Nothing is allocated while
/// somebody waits in the queue. Source: <c>UniversalDelegator.sol</c>.
/// </remarks>
public sealed class UniversalDelegators
{
    private static readonly UInt256 _wholeShare = 1_000_000_000_000_000_000UL;

    private readonly Store _store;
    private readonly SymbioticV2 _v2;
    private readonly AdapterList _adapters;
    private readonly AdapterList _route;
    private readonly OrderedSet<Address, Address> _waiting;
    private readonly Table<Address, AdapterLimits> _limits;

    internal UniversalDelegators(Store store, SymbioticV2 v2)
    {
        _store = store;
        _v2 = v2;
        _adapters = new AdapterList(store);
        _route = new AdapterList(store);
        _waiting = new(store);
        _limits = store.Table<Address, AdapterLimits>();
    }

    /// <summary>The adapters of a vault, in the order in which assets are called back.</summary>
    public IReadOnlyList<Address> AdaptersOf(Address vault) => _adapters.ToArray(vault);

    /// <summary>The adapters that deposits go to, in order.</summary>
    public IReadOnlyList<Address> RouteOf(Address vault) => _route.ToArray(vault);

    /// <summary>Whether an adapter has been asked for assets that it could not return at once.</summary>
    public bool IsWaitedFor(Address vault, Address adapter) => _waiting.Contains(vault, adapter);

    /// <summary>What the curator set for an adapter, less what its slashes took.</summary>
    public AdapterLimits LimitsOf(Address adapter) => _limits[adapter];

    /// <summary>The most an adapter may hold: the smaller of an amount and a part of the vault, which is
    /// rounded down.</summary>
    public UInt256 LimitOf(Address vault, Address adapter)
    {
        AdapterLimits limits = _limits[adapter];
        UInt256 part = UInt256.MulDivDown(_v2.Vaults.Due(vault).TotalAssets, limits.Share, _wholeShare);
        return UInt256.Min(limits.Absolute, part);
    }

    /// <summary>All that the adapters hold, in the asset.</summary>
    public UInt256 TotalAssets(Address vault)
    {
        UInt256 total = UInt256.Zero;
        for (int i = 0; i < _adapters.Count(vault); i++)
        {
            total += _v2.Adapters.TotalAssets(_adapters.At(vault, i));
        }

        return total;
    }

    /// <summary>All that the adapters would return at once, in the asset.</summary>
    public UInt256 Deallocatable(Address vault)
    {
        UInt256 total = UInt256.Zero;
        for (int i = 0; i < _adapters.Count(vault); i++)
        {
            total += _v2.Adapters.Deallocatable(_adapters.At(vault, i));
        }

        return total;
    }

    internal bool IsAdded(Address vault, Address adapter) => _adapters.IndexOf(vault, adapter) >= 0;

    internal void List(Address vault, Address adapter) => _adapters.Add(vault, adapter);

    internal void Unlist(Address vault, Address adapter)
    {
        _adapters.Remove(vault, adapter);
        _route.Remove(vault, adapter);
        _ = _waiting.Remove(vault, adapter);
        _limits[adapter] = default;
    }

    internal int Count(Address vault) => _adapters.Count(vault);

    internal Refusal? Swap(Address vault, Address first, Address second)
    {
        int firstAt = _adapters.IndexOf(vault, first);
        int secondAt = _adapters.IndexOf(vault, second);
        if (firstAt < 0 || secondAt < 0) return VaultV2Refusals.OutOfBounds;

        _adapters.Swap(vault, firstAt, secondAt);
        return null;
    }

    internal void SetRoute(Address vault, IReadOnlyList<Address> adapters) =>
        _route.Replace(vault, adapters);

    internal Refusal? SetLimits(Address vault, Address adapter, UInt256 absolute, UInt256 share)
    {
        if (!IsAdded(vault, adapter)) return VaultV2Refusals.InvalidAdapter;
        if (share > _wholeShare) return VaultV2Refusals.InvalidShareLimit;

        _limits[adapter] = new AdapterLimits(absolute, share);
        _store.Emit(new AdapterLimitsSet(_v2.Vaults.At(vault).Delegator, adapter, absolute, share));
        return null;
    }

    /// <summary>Lowers the limits of an adapter, so that what it lost is not allocated to it again.</summary>
    internal void DecreaseLimits(Address vault, Address adapter, UInt256 absolute)
    {
        AdapterLimits limits = _limits[adapter];
        _limits[adapter] = limits with { Absolute = limits.Absolute.SaturatingSub(absolute) };
        _store.Emit(new AdapterLimitsDecreased(_v2.Vaults.At(vault).Delegator, absolute, UInt256.Zero));
    }

    internal Refusal? OnDeposit(Address vault)
    {
        if (Sweep(vault, out UInt256 pending) is { } refusal) return refusal;

        return pending.IsZero ? AllocateAll(vault, UInt256.MaxValue) : null;
    }

    /// <summary>Calls back what is free, fills the queue, and asks adapters for what it lacks.</summary>
    /// <param name="vault">Which vault.</param>
    /// <param name="pending">What the queue still lacks, in the asset.</param>
    internal Refusal? Sweep(Address vault, out UInt256 pending)
    {
        pending = UInt256.Zero;
        for (int i = 0; i < _adapters.Count(vault); i++)
        {
            Address adapter = _adapters.At(vault, i);
            UInt256 free = _v2.Adapters.FreeAssets(adapter);
            if (Deallocate(vault, adapter, free, out _) is { } refusal) return refusal;
        }

        UInt256 missing = _v2.Queues.PendingAssets(vault).SaturatingSub(_v2.Vaults.FreeAssets(vault));
        if (DeallocateAll(vault, missing, out _) is { } stuck) return stuck;
        if (_v2.Queues.Fill(vault) is { } unfilled) return unfilled;

        pending = _v2.Queues.PendingAssets(vault);
        Request(vault, pending);
        return null;
    }

    internal Refusal? AllocateAll(Address vault, UInt256 assets)
    {
        for (int i = 0; i < _route.Count(vault) && !assets.IsZero; i++)
        {
            if (Allocate(vault, _route.At(vault, i), assets, false, out UInt256 done) is { } refusal)
            {
                return refusal;
            }

            assets -= done;
        }

        return null;
    }

    internal Refusal? DeallocateAll(Address vault, UInt256 assets, out UInt256 deallocated)
    {
        deallocated = UInt256.Zero;
        for (int i = 0; i < _adapters.Count(vault) && !assets.IsZero; i++)
        {
            if (Deallocate(vault, _adapters.At(vault, i), assets, out UInt256 done) is { } refusal)
            {
                return refusal;
            }

            deallocated += done;
            assets = assets.SaturatingSub(done);
        }

        return null;
    }

    /// <summary>Hands an adapter as much as its limits, the vault and itself allow.</summary>
    internal Refusal? Allocate(
        Address vault, Address adapter, UInt256 assets, bool isSwap, out UInt256 allocated)
    {
        UInt256 room = LimitOf(vault, adapter).SaturatingSub(_v2.Adapters.TotalAssets(adapter));
        allocated = UInt256.Min(UInt256.Min(assets, room), _v2.Vaults.FreeAssets(vault));
        allocated = UInt256.Min(allocated, _v2.Adapters.Allocatable(adapter, isSwap));
        if (_v2.Vaults.Pull(vault, allocated, adapter) is { } refusal) return refusal;
        if (_v2.Adapters.Allocate(adapter, allocated) is { } unplaced) return unplaced;

        _store.Emit(new AssetsAllocated(
            _v2.Vaults.At(vault).Delegator, adapter, allocated, _v2.Adapters.TotalAssets(adapter)));
        return null;
    }

    /// <summary>Brings the vault to an amount of free assets, and hands it to an adapter; nothing when that
    /// much is not to be had, or somebody waits.</summary>
    internal Refusal? AllocateExact(
        Address vault, Address adapter, UInt256 assets, bool isSwap, out UInt256 allocated)
    {
        allocated = UInt256.Zero;
        if (Sweep(vault, out UInt256 pending) is { } refusal) return refusal;
        if (!pending.IsZero) return null;

        UInt256 missing = assets.SaturatingSub(_v2.Vaults.FreeAssets(vault));
        if (DeallocateAll(vault, missing, out UInt256 deallocated) is { } stuck) return stuck;

        return missing > deallocated ? null : Allocate(vault, adapter, assets, isSwap, out allocated);
    }

    internal Refusal? Deallocate(Address vault, Address adapter, UInt256 assets, out UInt256 deallocated)
    {
        if (_v2.Adapters.Deallocate(adapter, assets, out deallocated) is { } refusal) return refusal;
        if (!deallocated.IsZero && _v2.Vaults.Push(vault, deallocated, adapter) is { } lost) return lost;

        _store.Emit(new AssetsDeallocated(
            _v2.Vaults.At(vault).Delegator, adapter, deallocated, _v2.Adapters.TotalAssets(adapter)));
        return null;
    }

    /// <summary>Takes assets from an adapter at once or as soon as it can, and lowers its limit by
    /// them.</summary>
    internal Refusal? ForceDeallocate(Address vault, Address adapter, UInt256 assets)
    {
        UInt256 held = _v2.Adapters.TotalAssets(adapter);
        UInt256 wanted = UInt256.Min(assets, held);
        if (Deallocate(vault, adapter, wanted, out UInt256 deallocated) is { } refusal) return refusal;

        UInt256 pending = wanted.SaturatingSub(deallocated);
        if (!pending.IsZero) RequestOf(vault, adapter, pending);

        AdapterLimits limits = _limits[adapter];
        UInt256 absolute = UInt256.Min(limits.Absolute, held - deallocated - pending);
        return SetLimits(vault, adapter, absolute, limits.Share) ?? Sweep(vault, out _);
    }

    // Asks the adapters in order for what the queue lacks, and takes back what was asked of the others.
    private void Request(Address vault, UInt256 pending)
    {
        Address[] before = _waiting.ToArray(vault);
        foreach (Address adapter in before)
        {
            _ = _waiting.Remove(vault, adapter);
        }

        for (int i = 0; i < _adapters.Count(vault) && !pending.IsZero; i++)
        {
            Address adapter = _adapters.At(vault, i);
            UInt256 wanted = UInt256.Min(pending, _v2.Adapters.TotalAssets(adapter));
            if (wanted.IsZero) continue;

            RequestOf(vault, adapter, wanted);
            _ = _waiting.Add(vault, adapter);
            pending -= wanted;
        }

        foreach (Address adapter in before)
        {
            if (!_waiting.Contains(vault, adapter)) RequestOf(vault, adapter, UInt256.Zero);
        }
    }

    private void RequestOf(Address vault, Address adapter, UInt256 assets)
    {
        _v2.Adapters.RequestDeallocate(adapter, assets);
        _store.Emit(new DeallocationRequested(_v2.Vaults.At(vault).Delegator, adapter, assets));
    }
}

/// <summary>What a curator lets an adapter hold.</summary>
/// <param name="Absolute">At most this, in the asset.</param>
/// <param name="Share">At most this part of the vault, in 10⁻¹⁸.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AdapterLimits(UInt256 Absolute, UInt256 Share);
