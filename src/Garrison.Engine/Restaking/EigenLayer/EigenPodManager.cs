using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Keeps the deposit shares of beacon chain ether, and what the beacon chain took from each
/// pod.</summary>
/// <remarks>
/// A loss on the beacon chain lowers the pod owner's slashing factor and leaves deposit shares as they are.
/// Shares may be negative for owners who withdrew before slashing existed. Source:
/// <c>EigenPodManager.sol</c>, <c>EigenPod.sol</c>.
/// </remarks>
public sealed class EigenPodManager : IShareManager
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Ledger _ledger;
    private readonly Table<Address, Address> _pod;
    private readonly Table<Address, Int256> _shares;
    private readonly Table<Address, BeaconFactor> _factor;
    private readonly Table<Address, ulong> _executionGwei;
    private readonly Cell<UInt256> _burnable;
    private readonly Cell<ulong> _count;

    internal EigenPodManager(Store store, EigenLayerCore core, Ledger ledger)
    {
        _store = store;
        _core = core;
        _ledger = ledger;
        _pod = store.Table<Address, Address>();
        _shares = store.Table<Address, Int256>();
        _factor = store.Table<Address, BeaconFactor>();
        _executionGwei = store.Table<Address, ulong>();
        _burnable = store.Cell<UInt256>();
        _count = store.Cell<ulong>();
    }

    private Address Self => _core.Contracts.EigenPodManager;

    /// <summary>The pod of an owner; zero for none.</summary>
    public Address PodOf(Address owner) => _pod[owner];

    /// <summary>Deposit shares of an owner in wei, negative after legacy withdrawals.</summary>
    public Int256 PodOwnerShares(Address owner) => _shares[owner];

    /// <summary>What the beacon chain left of an owner's stake, in 10⁻¹⁸.</summary>
    public ulong BeaconChainSlashingFactor(Address owner) =>
        _factor[owner] is { IsSet: true } factor ? factor.Value : Constants.Wad;

    /// <summary>Ether that services slashed from pods, in wei. It stays in the pods.</summary>
    public UInt256 BurnableEtherShares => _burnable.Value;

    /// <summary>How many pods there are.</summary>
    public ulong PodCount => _count.Value;

    /// <summary>What a pod can pay out, in gwei.</summary>
    public ulong RestakedExecutionLayerGwei(Address owner) => _executionGwei[owner];

    /// <inheritdoc/>
    public UInt256 DepositShares(Address staker, Address strategy) =>
        _shares[staker] is { IsNegative: false } shares ? shares.Abs() : UInt256.Zero;

    internal Refusal? CreatePod(Address owner, Address pod)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.NewPods)) return Refusals.CurrentlyPaused;
        if (!_pod[owner].IsZero) return Refusals.EigenPodAlreadyExists;

        _pod[owner] = pod;
        _count.Set(PodCount + 1);
        _store.Emit(new Initialized(pod, 1));
        _store.Emit(new PodDeployed(Self, pod, owner));
        return null;
    }

    /// <summary>Books what a finished checkpoint, or a newly proved validator, changed.</summary>
    internal Refusal? RecordBalanceUpdate(
        Address sender, Address owner, UInt256 previousWei, Int256 deltaWei)
    {
        if (sender.IsZero || sender != _pod[owner]) return Refusals.OnlyEigenPod;
        if (owner.IsZero) return Refusals.InputAddressZero;
        if (!deltaWei.Abs().Mod(Constants.WeiPerGwei).IsZero) return Refusals.SharesNotMultipleOfGwei;
        if (_shares[owner].IsNegative) return Refusals.LegacyWithdrawalsNotCompleted;
        if (deltaWei.IsZero) return null;
        if (deltaWei.IsNegative) return LowerFactor(owner, previousWei, deltaWei.Abs());

        AddedShares added = Add(owner, deltaWei.Abs());
        return _core.Delegation.IncreaseDelegatedShares(owner, Constants.BeaconChainEtherStrategy, added);
    }

    /// <inheritdoc/>
    Refusal? IShareManager.RemoveShares(
        Address staker, Address strategy, UInt256 shares, out UInt256 remaining)
    {
        Int256 before = _shares[staker];
        remaining = UInt256.Zero;
        if (before.IsNegative || shares > before.Abs()) return Refusals.SharesNegative;

        remaining = before.Abs() - shares;
        _shares[staker] = Int256.FromUInt256(remaining);
        _store.Emit(new NewTotalShares(Self, staker, _shares[staker]));
        return null;
    }

    /// <inheritdoc/>
    Refusal? IShareManager.AddShares(
        Address staker, Address strategy, UInt256 shares, out AddedShares added)
    {
        added = default;
        if (staker.IsZero) return Refusals.InputAddressZero;
        if (!shares.FitsIn(255)) return Refusals.SharesNegative;

        added = Add(staker, shares);
        return null;
    }

    /// <inheritdoc/>
    Refusal? IShareManager.WithdrawAsTokens(
        Address staker, Address strategy, Address token, UInt256 shares)
    {
        if (staker.IsZero) return Refusals.InputAddressZero;
        if (shares.IsZero || !shares.FitsIn(255)) return Refusals.SharesNegative;

        UInt256 wei = shares - RepayDeficit(staker, shares);
        return wei.IsZero ? null : PayFromPod(staker, wei);
    }

    /// <inheritdoc/>
    Refusal? IShareManager.RecordSlashed(
        OperatorSet set, ulong slashId, Address strategy, UInt256 shares)
    {
        _burnable.Set(_burnable.Value + shares);
        _store.Emit(new BurnableEtherSharesIncreased(Self, shares));
        return null;
    }

    internal void SetRestakedExecutionLayerGwei(Address owner, ulong gwei) => _executionGwei[owner] = gwei;

    internal Refusal? SetLegacyShares(Address owner, Int256 shares)
    {
        _shares[owner] = shares;
        return null;
    }

    internal Refusal? WithdrawFromPod(Address sender, Address owner, UInt256 wei) =>
        sender == Self ? PayFromPod(owner, wei) : PodRefusals.OnlyEigenPodManager;

    internal void Import(ImportedPod pod)
    {
        _count.Set(PodCount + 1);
        _pod[pod.Owner] = pod.Pod;
        _shares[pod.Owner] = pod.Shares;
        _executionGwei[pod.Owner] = pod.ExecutionGwei;
        _factor[pod.Owner] = pod.SlashingFactor == Constants.Wad
            ? default
            : new BeaconFactor(true, pod.SlashingFactor);
    }

    internal void ImportBurnable(UInt256 shares) => _burnable.Set(shares);

    private Refusal? LowerFactor(Address owner, UInt256 previousWei, UInt256 lostWei)
    {
        ulong before = BeaconChainSlashingFactor(owner);
        ulong after = (ulong)UInt256.MulDivDown(before, previousWei - lostWei, previousWei);
        _factor[owner] = new BeaconFactor(true, after);
        _store.Emit(new BeaconChainSlashingFactorDecreased(Self, owner, before, after));
        _core.Delegation.DecreaseDelegatedShares(owner, before - after);
        return null;
    }

    private AddedShares Add(Address owner, UInt256 shares)
    {
        Int256 before = _shares[owner];
        Int256 added = Int256.FromUInt256(shares);
        Int256 after = before + added;
        _shares[owner] = after;
        _store.Emit(new PodSharesUpdated(Self, owner, added));
        _store.Emit(new NewTotalShares(Self, owner, after));
        if (after.IsNegative || after.IsZero) return default;

        return before.IsNegative ? new(UInt256.Zero, after.Abs()) : new(before.Abs(), shares);
    }

    // Owners who withdrew before slashing existed may owe shares; a payment settles those first.
    private UInt256 RepayDeficit(Address owner, UInt256 shares)
    {
        Int256 before = _shares[owner];
        if (!before.IsNegative) return UInt256.Zero;

        UInt256 repaid = UInt256.Min(before.Abs(), shares);
        Int256 added = Int256.FromUInt256(repaid);
        _shares[owner] = before + added;
        _store.Emit(new PodSharesUpdated(Self, owner, added));
        _store.Emit(new NewTotalShares(Self, owner, before + added));
        return repaid;
    }

    // The pod counts in gwei of 64 bits: what is below stays behind, and what is above is cut off.
    private Refusal? PayFromPod(Address owner, UInt256 wei)
    {
        ulong gwei = wei.DivDown(Constants.WeiPerGwei).TruncateToUInt64();
        ulong available = _executionGwei[owner];
        if (gwei > available) return Refusals.InsufficientWithdrawableBalance;

        Address pod = _pod[owner];
        UInt256 paid = (UInt256)gwei * Constants.WeiPerGwei;
        _executionGwei[owner] = available - gwei;
        _store.Emit(new RestakedBeaconChainEtherWithdrawn(pod, owner, paid));
        return _ledger.Transfer(Ledger.Ether, pod, owner, paid);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct BeaconFactor(bool IsSet, ulong Value);
}

/// <summary>Creates the pod of the sender.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pod">Where the chain puts it.</param>
public sealed record CreatePod(Address Sender, Address Pod) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Pods.CreatePod(Sender, Pod);
}

/// <summary>Reports how the balance of a pod changed on the beacon chain.</summary>
/// <param name="Sender">The pod.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="PreviousWei">What it held before, in wei.</param>
/// <param name="DeltaWei">The change, in wei, a multiple of a gwei.</param>
public sealed record RecordBeaconChainBalanceUpdate(
    Address Sender, Address Owner, UInt256 PreviousWei, Int256 DeltaWei) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Pods.RecordBalanceUpdate(Sender, Owner, PreviousWei, DeltaWei);
}

/// <summary>A pod was created.</summary>
/// <param name="Contract">The EigenPodManager.</param>
/// <param name="EigenPod">Where.</param>
/// <param name="PodOwner">Whose.</param>
public sealed record PodDeployed(Address Contract, Address EigenPod, Address PodOwner) : Event(Contract);

/// <summary>The shares of a pod owner moved.</summary>
/// <param name="Contract">The EigenPodManager.</param>
/// <param name="PodOwner">Whose.</param>
/// <param name="SharesDelta">By how much, in wei.</param>
public sealed record PodSharesUpdated(Address Contract, Address PodOwner, Int256 SharesDelta)
    : Event(Contract);

/// <summary>The shares of a pod owner are now this.</summary>
/// <param name="Contract">The EigenPodManager.</param>
/// <param name="PodOwner">Whose.</param>
/// <param name="Shares">How many, in wei.</param>
public sealed record NewTotalShares(
    Address Contract, Address PodOwner, [property: JsonPropertyName("newTotalShares")] Int256 Shares)
    : Event(Contract);

/// <summary>The beacon chain took a part of a pod's stake.</summary>
/// <param name="Contract">The EigenPodManager.</param>
/// <param name="Staker">The owner.</param>
/// <param name="PrevBeaconChainSlashingFactor">Before, in 10⁻¹⁸.</param>
/// <param name="NewBeaconChainSlashingFactor">Now, in 10⁻¹⁸, rounded down.</param>
public sealed record BeaconChainSlashingFactorDecreased(
    Address Contract,
    Address Staker,
    ulong PrevBeaconChainSlashingFactor,
    ulong NewBeaconChainSlashingFactor) : Event(Contract);

/// <summary>A service slashed ether that stays in pods.</summary>
/// <param name="Contract">The EigenPodManager.</param>
/// <param name="Shares">How much, in wei; may be 0.</param>
public sealed record BurnableEtherSharesIncreased(Address Contract, UInt256 Shares) : Event(Contract);

/// <summary>A pod paid out.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record RestakedBeaconChainEtherWithdrawn(Address Contract, Address Recipient, UInt256 Amount)
    : Event(Contract);
