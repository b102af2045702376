using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Who delegates to whom, how deposits scale, and how many shares each operator stands
/// for.</summary>
/// <remarks>
/// Operator shares grow by what is added and shrink by what is withdrawable, so rounding leaves them at or
/// above the sum of what stakers can withdraw. Source: <c>DelegationManager.sol</c>.
/// </remarks>
public sealed class DelegationManager
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Table<Address, Address> _delegatedTo;
    private readonly Table<Address, Address> _approver;
    private readonly Table<SpentSalt, bool> _spentSalt;
    private readonly Table<StakerStrategy, UInt256> _scalingFactor;
    private readonly Table<OperatorStrategy, UInt256> _operatorShares;
    private readonly OrderedSet<Everyone, Address> _operators;

    internal DelegationManager(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _delegatedTo = store.Table<Address, Address>();
        _approver = store.Table<Address, Address>();
        _spentSalt = store.Table<SpentSalt, bool>();
        _scalingFactor = store.Table<StakerStrategy, UInt256>();
        _operatorShares = store.Table<OperatorStrategy, UInt256>();
        _operators = new(store);
    }

    private Address Self => _core.Contracts.DelegationManager;

    /// <summary>The operator of a staker; zero for none.</summary>
    public Address DelegatedTo(Address staker) => _delegatedTo[staker];

    /// <summary>Whether an account is an operator: one that delegates to itself, which it does
    /// forever.</summary>
    public bool IsOperator(Address account) => !account.IsZero && _delegatedTo[account] == account;

    /// <summary>Every operator, in order of registration.</summary>
    public IReadOnlyList<Address> Operators() => _operators.ToArray(default);

    /// <summary>Who must sign delegations to an operator; zero for nobody.</summary>
    public Address ApproverOf(Address @operator) => _approver[@operator];

    /// <summary>The deposit scaling factor of a staker in a strategy, in 10⁻¹⁸; 10¹⁸ until it
    /// moves.</summary>
    public UInt256 DepositScalingFactor(Address staker, Address strategy) =>
        _scalingFactor[new(staker, strategy)] is { IsZero: false } factor ? factor : Constants.Wad;

    /// <summary>The shares that stakers delegate to an operator, after slashing.</summary>
    public UInt256 OperatorShares(Address @operator, Address strategy) =>
        _operatorShares[new(@operator, strategy)];

    /// <summary>The strategies in which a staker has deposit shares; beacon chain ether comes last.</summary>
    public IReadOnlyList<Address> DepositedStrategies(Address staker)
    {
        IReadOnlyList<Address> tokens = _core.StrategyManager.StrategiesOf(staker);
        return DepositShares(staker, Constants.BeaconChainEtherStrategy).IsZero
            ? tokens
            : [.. tokens, Constants.BeaconChainEtherStrategy];
    }

    /// <summary>What a staker put into a strategy, before any slashing.</summary>
    public UInt256 DepositShares(Address staker, Address strategy) =>
        _core.ShareManagerOf(strategy).DepositShares(staker, strategy);

    /// <summary>What a staker could withdraw of a strategy if it queued all now, rounded down.</summary>
    public UInt256 WithdrawableShares(Address staker, Address strategy) =>
        ScalingFactors.ToWithdrawableDown(
            DepositShares(staker, strategy),
            DepositScalingFactor(staker, strategy),
            SlashingFactor(staker, DelegatedTo(staker), strategy));

    /// <summary>What slashing by services, and by the beacon chain for its ether, leaves, in 10⁻¹⁸.</summary>
    public UInt256 SlashingFactor(Address staker, Address @operator, Address strategy) =>
        SlashingFactor(staker, MaxMagnitude(@operator, strategy), strategy);

    internal Refusal? RegisterAsOperator(
        Address sender, Address approver, uint allocationDelayBlocks, string metadataUri)
    {
        if (!DelegatedTo(sender).IsZero) return Refusals.ActivelyDelegated;

        _core.Magnitudes.SetFirstDelay(sender, allocationDelayBlocks);
        SetApprover(sender, approver);
        if (Delegate(sender, sender) is { } refusal) return refusal;

        _ = _operators.Add(default, sender);
        _store.Emit(new OperatorRegistered(Self, sender, approver));
        _store.Emit(new OperatorMetadataUriUpdated(Self, sender, metadataUri));
        return null;
    }

    internal Refusal? ModifyDetails(Address sender, Address @operator, Address approver)
    {
        if (!MayCall(@operator, sender, Selectors.ModifyOperatorDetails)) return Refusals.InvalidPermissions;
        if (!IsOperator(@operator)) return Refusals.OperatorNotRegistered;

        SetApprover(@operator, approver);
        return null;
    }

    internal Refusal? UpdateMetadata(Address sender, Address @operator, string uri)
    {
        if (!MayCall(@operator, sender, Selectors.UpdateOperatorMetadataUri))
        {
            return Refusals.InvalidPermissions;
        }
        if (!IsOperator(@operator)) return Refusals.OperatorNotRegistered;

        _store.Emit(new OperatorMetadataUriUpdated(Self, @operator, uri));
        return null;
    }

    internal Refusal? DelegateTo(Address sender, Address @operator, Approval approval)
    {
        if (!DelegatedTo(sender).IsZero) return Refusals.ActivelyDelegated;
        if (!IsOperator(@operator)) return Refusals.OperatorNotRegistered;
        if (CheckApproval(_approver[@operator], approval) is { } refusal) return refusal;

        return Delegate(sender, @operator);
    }

    internal Refusal? Undelegate(Address sender, Address staker)
    {
        Address @operator = DelegatedTo(staker);
        if (@operator.IsZero) return Refusals.NotActivelyDelegated;
        if (IsOperator(staker)) return Refusals.OperatorsCannotUndelegate;

        if (sender != staker)
        {
            bool mayCall = MayCall(@operator, sender, Selectors.Undelegate) || sender == _approver[@operator];
            if (!mayCall) return Refusals.CallerCannotUndelegate;

            _store.Emit(new StakerForceUndelegated(Self, staker, @operator));
        }

        if (_core.Pausing.IsPaused(Self, Pausing.EnterQueue)) return Refusals.CurrentlyPaused;

        _store.Emit(new StakerUndelegated(Self, staker, @operator));
        _delegatedTo[staker] = Address.Zero;
        return _core.Withdrawals.QueueEverything(staker, @operator);
    }

    internal Refusal? Redelegate(Address sender, Address @operator, Approval approval) =>
        Undelegate(sender, sender) ?? DelegateTo(sender, @operator, approval);

    /// <summary>Books shares that a staker was given, at the slashing factor of its operator.</summary>
    internal Refusal? IncreaseDelegatedShares(Address staker, Address strategy, AddedShares added)
    {
        Address @operator = DelegatedTo(staker);
        return Increase(
            @operator, staker, strategy, added, SlashingFactor(staker, @operator, strategy));
    }

    /// <summary>Books what the beacon chain took from a delegated pod.</summary>
    /// <param name="staker">The owner of the pod.</param>
    /// <param name="factorDecrease">By how much its beacon chain slashing factor fell.</param>
    internal void DecreaseDelegatedShares(Address staker, ulong factorDecrease)
    {
        Address @operator = DelegatedTo(staker);
        if (@operator.IsZero) return;

        Address strategy = Constants.BeaconChainEtherStrategy;
        UInt256 lost = ScalingFactors.ToWithdrawableDown(
            DepositShares(staker, strategy),
            DepositScalingFactor(staker, strategy),
            ScalingFactors.MulWadDown(MaxMagnitude(@operator, strategy), factorDecrease));
        Decrease(@operator, staker, strategy, lost);
    }

    /// <summary>Takes shares from an operator's stake and queue after its maximum magnitude fell.</summary>
    internal Refusal? SlashShares(in AllocationKey key, ulong slashId, ulong maxBefore, ulong maxAfter)
    {
        (Address @operator, Address strategy) = (key.Operator, key.Strategy);
        UInt256 fromShares = ScalingFactors.SlashedDown(
            OperatorShares(@operator, strategy), maxBefore, maxAfter);
        UInt256 fromQueue = ScalingFactors.SlashedDown(
            _core.Withdrawals.SlashableShares(@operator, strategy, maxBefore), maxBefore, maxAfter);

        Decrease(@operator, Address.Zero, strategy, fromShares);
        UInt256 total = fromShares + fromQueue;
        _store.Emit(new OperatorSharesSlashed(Self, @operator, strategy, total));
        return _core.ShareManagerOf(strategy).RecordSlashed(key.Set, slashId, strategy, total);
    }

    /// <summary>Books shares that a staker queued for withdrawal.</summary>
    internal void Decrease(Address @operator, Address staker, Address strategy, UInt256 shares)
    {
        _operatorShares[new(@operator, strategy)] -= shares;
        _store.Emit(new OperatorSharesDecreased(Self, @operator, staker, strategy, shares));
    }

    /// <summary>Forgets the scaling factor of a staker that has no deposit shares left.</summary>
    internal void ResetScalingFactor(Address staker, Address strategy)
    {
        _scalingFactor[new(staker, strategy)] = UInt256.Zero;
        _store.Emit(new DepositScalingFactorUpdated(Self, staker, strategy, Constants.Wad));
    }

    internal UInt256 SlashingFactor(Address staker, ulong maxMagnitude, Address strategy) =>
        strategy == Constants.BeaconChainEtherStrategy
            ? ScalingFactors.MulWadDown(maxMagnitude, _core.Pods.BeaconChainSlashingFactor(staker))
            : maxMagnitude;

    internal void Import(ImportedStaker imported)
    {
        _delegatedTo[imported.Staker] = imported.DelegatedTo;
        foreach (ImportedDeposit deposit in imported.Deposits)
        {
            UInt256 factor = deposit.ScalingFactor == Constants.Wad ? UInt256.Zero : deposit.ScalingFactor;
            _scalingFactor[new(imported.Staker, deposit.Strategy)] = factor;
        }
    }

    internal void Import(ImportedOperator imported)
    {
        _delegatedTo[imported.Operator] = imported.Operator;
        _ = _operators.Add(default, imported.Operator);
        _approver[imported.Operator] = imported.Approver;
        foreach (ImportedOperatorShares shares in imported.Shares)
        {
            _operatorShares[new(imported.Operator, shares.Strategy)] = shares.Shares;
        }
    }

    private bool MayCall(Address account, Address sender, uint selector) =>
        _core.Permissions.CanCall(account, sender, Self, selector);

    private ulong MaxMagnitude(Address @operator, Address strategy) =>
        @operator.IsZero ? Constants.Wad : _core.Magnitudes.Max(@operator, strategy);

    private void SetApprover(Address @operator, Address approver)
    {
        _approver[@operator] = approver;
        _store.Emit(new DelegationApproverUpdated(Self, @operator, approver));
    }

    private Refusal? CheckApproval(Address approver, Approval approval)
    {
        if (approver.IsZero) return null;

        SpentSalt salt = new(approver, approval.Salt);
        if (_spentSalt[salt]) return Refusals.SaltSpent;
        if (approval.Expiry < _core.Clock.Seconds) return Refusals.SignatureExpired;
        if (approval.Signer != approver) return Refusals.InvalidSignature;

        _spentSalt[salt] = true;
        return null;
    }

    private Refusal? Delegate(Address staker, Address @operator)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.NewDelegation)) return Refusals.CurrentlyPaused;

        _delegatedTo[staker] = @operator;
        _store.Emit(new StakerDelegated(Self, staker, @operator));
        foreach (Address strategy in DepositedStrategies(staker))
        {
            // Slashing of the operator before is forgiven, by the factor; slashing on the beacon chain
            // is not, and comes off the shares.
            AddedShares added = new(UInt256.Zero, Delegable(staker, strategy));
            ulong factor = _core.Magnitudes.Max(@operator, strategy);
            if (Increase(@operator, staker, strategy, added, factor) is { } refusal) return refusal;
        }

        return null;
    }

    private UInt256 Delegable(Address staker, Address strategy)
    {
        UInt256 deposit = DepositShares(staker, strategy);
        return strategy == Constants.BeaconChainEtherStrategy
            ? ScalingFactors.ToWithdrawableDown(
                deposit,
                DepositScalingFactor(staker, strategy),
                _core.Pods.BeaconChainSlashingFactor(staker))
            : deposit;
    }

    private Refusal? Increase(
        Address @operator, Address staker, Address strategy, AddedShares added, UInt256 slashingFactor)
    {
        if (slashingFactor.IsZero) return Refusals.FullySlashed;
        if (added.Added.IsZero) return null;

        UInt256 factor = ScalingFactors.AfterDeposit(
            DepositScalingFactor(staker, strategy), added.Before, added.Added, slashingFactor);
        if (factor.IsZero && !added.Before.IsZero) return Refusals.InvalidDepositScalingFactor;

        _scalingFactor[new(staker, strategy)] = factor == Constants.Wad ? UInt256.Zero : factor;
        _store.Emit(new DepositScalingFactorUpdated(Self, staker, strategy, factor));
        if (!@operator.IsZero)
        {
            _operatorShares[new(@operator, strategy)] += added.Added;
            _store.Emit(new OperatorSharesIncreased(Self, @operator, staker, strategy, added.Added));
        }

        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct SpentSalt(Address Approver, Hash32 Salt);
}
