using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Adapters whose assets stand behind one operator of one subnetwork.</summary>
/// <remarks>
/// The stake of a moment is guaranteed for the duration: what is asked back becomes free that much later, and
/// until then the network may slash it. An allocation, and a request that is withdrawn in time, open a new
/// stake without slashes and debts. Source: <c>AppAdapter.sol</c>.
/// </remarks>
public sealed class AppAdapters
{
    private readonly Store _store;
    private readonly SymbioticV2 _v2;
    private readonly Table<Address, AppAdapter> _app;
    private readonly Table<Address, int> _lastStake;
    private readonly History<Address, int> _stake;
    private readonly Table<StakeKey, UInt256> _initial;
    private readonly History<StakeKey, UInt256> _slashed;
    private readonly History<StakeKey, UInt256> _debt;

    internal AppAdapters(Store store, SymbioticV2 v2)
    {
        _store = store;
        _v2 = v2;
        _app = store.Table<Address, AppAdapter>();
        _lastStake = store.Table<Address, int>();
        _stake = new(store);
        _initial = store.Table<StakeKey, UInt256>();
        _slashed = new(store);
        _debt = new(store);
    }

    private ulong Now => _v2.Clock.Seconds;

    /// <summary>What never changes of an adapter; default when there is none.</summary>
    public AppAdapter At(Address adapter) => _app[adapter];

    /// <summary>All that an adapter holds, in the asset.</summary>
    public UInt256 TotalAssets(Address adapter) =>
        _v2.Ledger.Balance(_v2.Adapters.AssetOf(adapter), adapter);

    /// <summary>What no network can slash, in the asset.</summary>
    /// <exception cref="OverflowException">Less is there than can be slashed.</exception>
    public UInt256 FreeAssets(Address adapter) => TotalAssets(adapter) - Slashable(adapter);

    /// <summary>What the network could slash at this moment, in the asset.</summary>
    public UInt256 Slashable(Address adapter)
    {
        StakeKey stake = Current(adapter);
        return Left(stake, _slashed.Latest(stake, default), Now);
    }

    /// <summary>What the network can count on for the duration from this moment, in the asset.</summary>
    public UInt256 Stake(Address adapter)
    {
        StakeKey stake = Current(adapter);
        return Left(stake, _slashed.Latest(stake, default), Now + _app[adapter].DurationSeconds - 1);
    }

    /// <summary>What the network could count on from the end of a second.</summary>
    public UInt256 StakeAt(Address adapter, ulong seconds)
    {
        StakeKey stake = new(adapter, _stake.At(adapter, seconds, 0));
        return Left(
            stake,
            _slashed.At(stake, seconds, default),
            checked(seconds + _app[adapter].DurationSeconds - 1));
    }

    internal Refusal? Deploy(Address adapter, Address vault, in AppAdapter app)
    {
        if (_v2.Adapters.CheckNew(adapter, vault) is { } refusal) return refusal;
        if (app.Subnetwork == default || app.Operator.IsZero) return VaultV2Refusals.InvalidNetOrOp;
        if (app.DurationSeconds == 0) return VaultV2Refusals.InvalidDuration;
        if (app.Burner.IsZero) return VaultV2Refusals.NoBurner;
        if (_v2.Core.Take(adapter) is { } taken) return taken;

        _v2.Adapters.Register(adapter, vault, AdapterKind.App);
        _app[adapter] = app;
        return null;
    }

    /// <summary>All that the adapter holds becomes slashable.</summary>
    internal void Allocate(Address adapter) => Open(adapter, TotalAssets(adapter));

    /// <summary>Asks for assets back. A request that grew is a debt due after the duration; one that left
    /// enough behind clears all debts.</summary>
    internal void RequestDeallocate(Address adapter, UInt256 assets)
    {
        UInt256 slashable = Slashable(adapter);
        UInt256 limit = _v2.Delegators.LimitOf(_v2.Adapters.VaultOf(adapter), adapter);
        if (UInt256.Min(limit, TotalAssets(adapter)).SaturatingSub(assets) >= slashable)
        {
            Open(adapter, slashable);
            return;
        }

        StakeKey stake = Current(adapter);
        if (_debt.Latest(stake, default) < assets)
        {
            _debt.Push(stake, Now + _app[adapter].DurationSeconds, assets);
        }
    }

    internal Refusal? Slash(Address sender, Address adapter, UInt256 amount)
    {
        AppAdapter app = _app[adapter];
        if (app == default) return VaultV2Refusals.NoAdapter;
        if (_v2.Core.Middleware.Check(sender, app.Subnetwork.Network) is { } stranger) return stranger;

        UInt256 slashed = UInt256.Min(amount, Slashable(adapter));
        if (slashed.IsZero) return VaultV2Refusals.InsufficientSlash;

        Lower(adapter, slashed);
        _v2.Delegators.DecreaseLimits(_v2.Adapters.VaultOf(adapter), adapter, slashed);
        Address asset = _v2.Adapters.AssetOf(adapter);
        if (_v2.Ledger.Transfer(asset, adapter, app.Burner, slashed) is { } refusal) return refusal;

        // Whatever the burner says to it, the slash has happened.
        _ = _store.Attempt(
            () => _v2.Core.BurnerRouters.OnSlash(app.Burner, app.Subnetwork, app.Operator));
        _store.Emit(new AppAdapterSlashed(adapter, slashed));
        return null;
    }

    /// <summary>Frees stake at once, and keeps it from being allocated again.</summary>
    internal Refusal? Release(Address sender, Address adapter, UInt256 amount)
    {
        AppAdapter app = _app[adapter];
        if (app == default) return VaultV2Refusals.NoAdapter;

        Address network = app.Subnetwork.Network;
        if (network != sender && _v2.Core.Middleware.Of(network) != sender)
        {
            return VaultV2Refusals.NotNetworkOrMiddleware;
        }

        UInt256 released = UInt256.Min(amount, Slashable(adapter));
        Lower(adapter, released);
        UInt256 above = _v2.Delegators.LimitsOf(adapter).Absolute.SaturatingSub(Slashable(adapter));
        _v2.Delegators.DecreaseLimits(_v2.Adapters.VaultOf(adapter), adapter, above);
        _store.Emit(new AppAdapterReleased(adapter, released));
        return null;
    }

    /// <summary>Gives tokens to the adapter; those of the vault's asset are interest of the vault.</summary>
    internal Refusal? Reward(Address sender, Address adapter, Address token, UInt256 amount) =>
        _app[adapter] == default
            ? VaultV2Refusals.NoAdapter
            : _v2.Ledger.Transfer(token, sender, adapter, amount);

    private StakeKey Current(Address adapter) => new(adapter, _stake.Latest(adapter, 0));

    private UInt256 Left(in StakeKey stake, UInt256 slashed, ulong seconds) =>
        _initial[stake].SaturatingSub(slashed).SaturatingSub(_debt.At(stake, seconds, default));

    private void Open(Address adapter, UInt256 initial)
    {
        int number = _lastStake[adapter] + 1;
        _lastStake[adapter] = number;
        _stake.Push(adapter, Now, number);
        _initial[new(adapter, number)] = initial;
    }

    private void Lower(Address adapter, UInt256 amount)
    {
        StakeKey stake = Current(adapter);
        _slashed.Push(stake, Now, _slashed.Latest(stake, default) + amount);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct StakeKey(Address Adapter, int Number);
}

/// <summary>What a slashable adapter is made with.</summary>
/// <param name="Subnetwork">Which subnetwork it stands behind.</param>
/// <param name="Operator">For which operator.</param>
/// <param name="DurationSeconds">How long a stake is guaranteed; above 0.</param>
/// <param name="Burner">Who gets what is slashed.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AppAdapter(
    Subnetwork Subnetwork, Address Operator, ulong DurationSeconds, Address Burner);
