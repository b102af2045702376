using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>What a network can slash, and how it does: at once, or on a request that can be vetoed.</summary>
/// <remarks>
/// Source: <c>BaseSlasher.sol</c>, <c>Slasher.sol</c>, <c>VetoSlasher.sol</c>. A slash is of the stake that
/// an operator had at a second in the past, its capture; so nobody escapes it by leaving after that.
/// </remarks>
public sealed partial class Slashers
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly Table<Address, Slasher> _slasher;
    private readonly Table<VaultOperator, ulong> _latestCapture;
    private readonly History<VaultOperator, UInt256> _cumulative;
    private readonly Table<Address, ulong> _requestCount;
    private readonly Table<RequestKey, SlashRequest> _request;
    private readonly History<VaultSubnetwork, Address> _resolver;

    internal Slashers(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _slasher = store.Table<Address, Slasher>();
        _latestCapture = store.Table<VaultOperator, ulong>();
        _cumulative = new(store);
        _requestCount = store.Table<Address, ulong>();
        _request = store.Table<RequestKey, SlashRequest>();
        _resolver = new(store);
    }

    private ulong Now => _core.Clock.Seconds;

    /// <summary>How a vault is slashed; meaningless for one that has no slasher.</summary>
    public Slasher Of(Address vault) => _slasher[vault];

    /// <summary>All that was ever slashed from an operator by a subnetwork.</summary>
    public UInt256 CumulativeSlash(Address vault, Subnetwork subnetwork, Address @operator) =>
        _cumulative.Latest(Key(vault, subnetwork, @operator), UInt256.Zero);

    /// <summary>The newest capture of which an operator was slashed: none before it counts any
    /// more.</summary>
    public ulong LatestCapture(Address vault, Subnetwork subnetwork, Address @operator) =>
        _latestCapture[Key(vault, subnetwork, @operator)];

    /// <summary>What a subnetwork can slash of the stake at a capture, which has to be in the past, but no
    /// longer ago than an epoch; else 0.</summary>
    public UInt256 SlashableStake(
        Address vault, Subnetwork subnetwork, Address @operator, ulong captureTimestamp) =>
        Slashable(vault, Key(vault, subnetwork, @operator), captureTimestamp, out _);

    /// <summary>The most that one slash could take from a vault, if it is made at a second, now or later,
    /// whichever capture it names, and nothing happens before. A slash that can be vetoed is made when it is
    /// asked for.</summary>
    public UInt256 MostSlashable(Address vault, Subnetwork subnetwork, Address @operator, ulong second)
    {
        VaultOperator key = Key(vault, subnetwork, @operator);
        Slasher slasher = _slasher[vault];
        ulong vetoSeconds = slasher.Kind == SlasherKind.Veto ? slasher.VetoSeconds : 0;
        ulong earliest = Math.Max(
            second + vetoSeconds - _core.Vaults.Of(vault).EpochSeconds, _latestCapture[key]);
        if (_core.Vaults.Of(vault).Slasher.IsZero || earliest >= second) return UInt256.Zero;

        UInt256 most = UInt256.Zero;
        Delegators delegators = _core.Delegators;
        foreach (ulong capture in delegators.Changes(vault, subnetwork, @operator, earliest, second - 1)
            .Append(earliest))
        {
            UInt256 stakeAt = delegators.StakeAt(vault, subnetwork, @operator, capture);
            UInt256 paid = UInt256.Min(
                LeftOf(key, stakeAt, capture), _core.Vaults.InReach(vault, capture, second));
            most = UInt256.Max(most, paid);
        }

        return most;
    }

    internal Refusal? Create(Address vault, SlasherParameters parameters)
    {
        Slasher slasher = parameters.Slasher;
        if (slasher.Kind == SlasherKind.Veto)
        {
            if (!Uint48.Holds(slasher.VetoSeconds)) return SymbioticRefusals.EmptyRevert;

            if (slasher.VetoSeconds >= _core.Vaults.Of(vault).EpochSeconds)
            {
                return SymbioticRefusals.InvalidVetoDuration;
            }

            if (slasher.ResolverSetEpochsDelay < 3) return SymbioticRefusals.InvalidResolverSetEpochsDelay;
        }

        if (slasher.TellsBurner && _core.Vaults.Of(vault).Burner.IsZero) return SymbioticRefusals.NoBurner;

        _slasher[vault] = slasher;
        return null;
    }

    internal Refusal? Slash(
        Address sender,
        Address vault,
        Subnetwork subnetwork,
        Address @operator,
        UInt256 amount,
        ulong captureTimestamp)
    {
        if (!Is(vault, SlasherKind.Instant)) return SymbioticRefusals.EmptyRevert;
        if (!Uint48.Holds(captureTimestamp)) return SymbioticRefusals.EmptyRevert;
        if (_core.Middleware.Check(sender, subnetwork.Network) is { } stranger) return stranger;
        if (captureTimestamp < Now - _core.Vaults.Of(vault).EpochSeconds || captureTimestamp >= Now)
        {
            return SymbioticRefusals.InvalidCaptureTimestamp;
        }

        VaultOperator key = Key(vault, subnetwork, @operator);
        UInt256 slashable = Slashable(vault, key, captureTimestamp, out UInt256 stakeAt);
        UInt256 slashed = UInt256.Min(amount, slashable);
        if (slashed.IsZero) return SymbioticRefusals.InsufficientSlash;

        SlashFacts facts = new(
            vault, subnetwork, @operator, slashed, captureTimestamp, slashable, stakeAt);
        if (Take(key, facts) is { } refusal) return refusal;

        _store.Emit(new Slashed(SelfOf(vault), subnetwork, @operator, slashed, captureTimestamp));
        return null;
    }

    private UInt256 Slashable(
        Address vault, in VaultOperator key, ulong captureTimestamp, out UInt256 stakeAt)
    {
        stakeAt = UInt256.Zero;
        if (captureTimestamp < Now - _core.Vaults.Of(vault).EpochSeconds
            || captureTimestamp >= Now
            || captureTimestamp < _latestCapture[key])
        {
            return UInt256.Zero;
        }

        stakeAt = _core.Delegators.StakeAt(vault, key.Subnetwork.Subnetwork, key.Operator, captureTimestamp);
        return LeftOf(key, stakeAt, captureTimestamp);
    }

    // What was slashed since the capture counts against the stake of the capture.
    private UInt256 LeftOf(in VaultOperator key, UInt256 stakeAt, ulong captureTimestamp)
    {
        UInt256 since = _cumulative.Latest(key, UInt256.Zero)
            - _cumulative.At(key, captureTimestamp, UInt256.Zero);
        return stakeAt.SaturatingSub(since);
    }

    // What the vault can pay may be less than the slash, when several networks slash the same stake.
    private Refusal? Take(in VaultOperator key, in SlashFacts slash)
    {
        if (_latestCapture[key] < slash.CaptureTimestamp) _latestCapture[key] = slash.CaptureTimestamp;

        _cumulative.Push(key, Now, _cumulative.Latest(key, UInt256.Zero) + slash.Amount);
        _core.Delegators.OnSlash(slash);
        if (_core.Vaults.OnSlash(slash.Vault, slash.Amount, slash.CaptureTimestamp) is { } refusal)
        {
            return refusal;
        }

        TellBurner(slash);
        return null;
    }

    // Whatever the burner says to it, the slash has happened.
    private void TellBurner(in SlashFacts slash)
    {
        if (!_slasher[slash.Vault].TellsBurner) return;

        Address burner = _core.Vaults.Of(slash.Vault).Burner;
        (Subnetwork subnetwork, Address @operator) = (slash.Subnetwork, slash.Operator);
        _ = _store.Attempt(() => _core.BurnerRouters.OnSlash(burner, subnetwork, @operator));
    }

    private bool Is(Address vault, SlasherKind kind) =>
        !_core.Vaults.Of(vault).Slasher.IsZero && _slasher[vault].Kind == kind;

    private Address SelfOf(Address vault) => _core.Vaults.Of(vault).Slasher;

    private static VaultOperator Key(Address vault, Subnetwork subnetwork, Address @operator) =>
        new(new VaultSubnetwork(vault, subnetwork), @operator);
}
