using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Adapters that lend assets out in some market.</summary>
/// <remarks>
/// What the market does is a fact from outside: it pays interest, writes losses off, and has lent out what
/// cannot be taken back at once. Each adapter has its own account in the market, counted in assets; the
/// market's own rounding is not modelled. Source: <c>ERC4626Adapter.sol</c>.
/// </remarks>
public sealed class YieldAdapters
{
    private readonly SymbioticV2 _v2;
    private readonly Table<Address, YieldAccount> _account;

    internal YieldAdapters(Store store, SymbioticV2 v2)
    {
        _v2 = v2;
        _account = store.Table<Address, YieldAccount>();
    }

    /// <summary>An adapter's account in the market; default when there is none.</summary>
    public YieldAccount At(Address adapter) => _account[adapter];

    /// <summary>All that an adapter holds, itself and in the market, in the asset.</summary>
    public UInt256 TotalAssets(Address adapter) => FreeAssets(adapter) + InvestedAssets(adapter);

    /// <summary>What lies at the adapter itself.</summary>
    public UInt256 FreeAssets(Address adapter) =>
        _v2.Ledger.Balance(_v2.Adapters.AssetOf(adapter), adapter);

    /// <summary>What is in the market.</summary>
    public UInt256 InvestedAssets(Address adapter) =>
        _v2.Ledger.Balance(_v2.Adapters.AssetOf(adapter), _account[adapter].Market);

    /// <summary>What the market would pay back at once.</summary>
    public UInt256 WithdrawableAssets(Address adapter) =>
        InvestedAssets(adapter).SaturatingSub(_account[adapter].LentAssets);

    internal Refusal? Deploy(Address adapter, Address vault, Address market)
    {
        if (_v2.Adapters.CheckNew(adapter, vault) is { } refusal) return refusal;
        if (market.IsZero) return VaultV2Refusals.InvalidAddress;

        Address asset = _v2.Vaults.At(vault).Asset;
        Refusal? taken = _v2.Core.Take(adapter) ?? _v2.Adapters.TakeAccount(market, asset, asset);
        if (taken is not null) return taken;

        _v2.Adapters.Register(adapter, vault, AdapterKind.Yield);
        _account[adapter] = new YieldAccount(market, UInt256.Zero);
        return null;
    }

    internal Refusal? Allocate(Address adapter, UInt256 assets) =>
        _v2.Ledger.Transfer(_v2.Adapters.AssetOf(adapter), adapter, _account[adapter].Market, assets);

    /// <summary>Returns what is free, and takes what is lacking from the market as far as it pays.</summary>
    internal Refusal? Deallocate(Address adapter, UInt256 assets, out UInt256 deallocated)
    {
        UInt256 free = FreeAssets(adapter);
        UInt256 taken = UInt256.Min(assets.SaturatingSub(free), WithdrawableAssets(adapter));
        deallocated = free + taken;
        return taken.IsZero
            ? null
            : _v2.Ledger.Transfer(
                _v2.Adapters.AssetOf(adapter), _account[adapter].Market, adapter, taken);
    }

    /// <summary>Interest that borrowers paid.</summary>
    internal Refusal? Accrue(Address sender, Address adapter, UInt256 interest) =>
        Check(adapter) ?? _v2.Ledger.Transfer(
            _v2.Adapters.AssetOf(adapter), sender, _account[adapter].Market, interest);

    /// <summary>A loss that borrowers left behind.</summary>
    internal Refusal? WriteOff(Address adapter, UInt256 loss, Address to) =>
        Check(adapter) ?? _v2.Ledger.Transfer(
            _v2.Adapters.AssetOf(adapter), _account[adapter].Market, to, loss);

    /// <summary>What borrowers hold, so that it cannot be taken back at once.</summary>
    internal Refusal? SetLent(Address adapter, UInt256 assets)
    {
        if (Check(adapter) is { } refusal) return refusal;

        _account[adapter] = _account[adapter] with { LentAssets = assets };
        return null;
    }

    private Refusal? Check(Address adapter) =>
        _account[adapter] == default ? VaultV2Refusals.NoAdapter : null;
}

/// <summary>The account of an adapter in a market.</summary>
/// <param name="Market">The address that holds its assets, and those of nobody else.</param>
/// <param name="LentAssets">How many of them cannot be taken back at once.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct YieldAccount(Address Market, UInt256 LentAssets);
