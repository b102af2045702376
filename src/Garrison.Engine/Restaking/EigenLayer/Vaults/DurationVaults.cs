using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Vaults;

/// <summary>Vaults that lock deposits for a time behind one operator set: each is a strategy, and an
/// operator.</summary>
/// <remarks>Source: <c>DurationVaultStrategy.sol</c>.</remarks>
public sealed class DurationVaults
{
    private const uint DurationMaxSeconds = 2 * 365 * 86_400;

    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Table<Address, DurationVault> _vault;

    internal DurationVaults(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _vault = store.Table<Address, DurationVault>();
    }

    private uint Now => checked((uint)_core.Clock.Seconds);

    /// <summary>The vault at an address; of no phase when there is none.</summary>
    public DurationVault At(Address vault) => _vault[vault];

    /// <summary>Makes a vault, which registers as an operator and for its set.</summary>
    internal Refusal? Initialize(Address address, VaultConfiguration configuration)
    {
        uint duration = configuration.DurationSeconds;
        if (configuration.Admin.IsZero) return VaultRefusals.InvalidVaultAdmin;
        if (configuration.Arbitrator.IsZero) return VaultRefusals.InvalidArbitrator;
        if (duration is 0 or > DurationMaxSeconds) return VaultRefusals.InvalidDuration;
        if (_core.Strategies.StoreLimits(address, configuration.Limits) is { } limit) return limit;

        _store.Emit(new Paused(address, _core.Contracts.StrategyFactory, UInt256.Zero));
        _store.Emit(new StrategyTokenSet(address, configuration.Token, configuration.TokenDecimals));
        _vault[address] = new DurationVault(
            configuration.Admin,
            configuration.Arbitrator,
            configuration.Set,
            duration,
            0,
            0,
            0,
            VaultPhase.Deposits);
        if (Integrate(address, configuration) is { } refusal) return refusal;

        _store.Emit(new VaultInitialized(
            address,
            configuration.Admin,
            configuration.Arbitrator,
            configuration.Token,
            duration,
            configuration.Limits.MaxPerDeposit,
            configuration.Limits.MaxTotalDeposits,
            configuration.MetadataUri));
        _store.Emit(new Initialized(address, 1));
        return null;
    }

    internal Refusal? CheckBeforeAdd(Address strategy, Address staker, UInt256 shares)
    {
        VaultPhase phase = _vault[strategy].Phase;
        if (phase == VaultPhase.None) return null;
        if (phase != VaultPhase.Deposits) return VaultRefusals.DepositsLocked;
        if (_core.Version < EigenLayerVersion.V1130
            && _core.StrategyFactory.IsBlacklisted(_core.Strategies.TokenOf(strategy)))
        {
            return VaultRefusals.TokenBlacklisted;
        }
        if (_core.Delegation.DelegatedTo(staker) != strategy) return VaultRefusals.MustBeDelegated;

        DepositLimits limits = _core.Strategies.LimitsOf(strategy);
        UInt256 amount = _core.Strategies.ToUnderlyingDown(strategy, shares);
        if (amount > limits.MaxPerDeposit) return VaultRefusals.DepositExceedsMaxPerDeposit;

        UInt256 after = _core.Delegation.OperatorShares(strategy, strategy) + shares;
        return _core.Strategies.ToUnderlyingDown(strategy, after) > limits.MaxTotalDeposits
            ? Refusals.BalanceExceedsMaxTotalDeposits
            : null;
    }

    internal Refusal? CheckBeforeRemove(Address strategy) =>
        _vault[strategy].Phase == VaultPhase.Allocations ? VaultRefusals.WithdrawalsLocked : null;

    internal Refusal? Lock(Address sender, Address address)
    {
        DurationVault vault = _vault[address];
        if (CheckAdmin(sender, address) is { } stranger) return stranger;
        if (vault.Phase != VaultPhase.Deposits) return VaultRefusals.VaultAlreadyLocked;
        if (!_core.OperatorSets.HasStrategy(vault.Set, address)) return VaultRefusals.StrategyNotSupported;

        uint unlockAt = checked(Now + vault.DurationSeconds);
        if (AllocationOf(address).EffectBlock != 0) return VaultRefusals.PendingAllocation;

        _vault[address] = vault with
        {
            LockedAt = Now,
            UnlockAt = unlockAt,
            Phase = VaultPhase.Allocations,
        };
        _store.Emit(new VaultLocked(address, Now, unlockAt));
        return Allocate(address, Constants.Wad);
    }

    internal Refusal? MarkMatured(Address address)
    {
        DurationVault vault = _vault[address];
        if (vault.Phase is VaultPhase.None) return VaultRefusals.NoVault;
        if (vault.Phase is VaultPhase.Withdrawals) return CleanUp(address);
        if (vault.Phase is VaultPhase.Deposits || Now < vault.UnlockAt)
        {
            return VaultRefusals.DurationNotElapsed;
        }

        Mature(address);
        return CleanUp(address);
    }

    internal Refusal? Advance(Address sender, Address address)
    {
        DurationVault vault = _vault[address];
        if (vault.Phase is VaultPhase.None) return VaultRefusals.NoVault;
        if (sender != vault.Arbitrator) return VaultRefusals.OnlyArbitrator;
        if (vault.Phase is VaultPhase.Withdrawals) return CleanUp(address);
        if (vault.Phase is VaultPhase.Deposits) return VaultRefusals.VaultNotLocked;
        if (Now >= vault.UnlockAt) return VaultRefusals.DurationAlreadyElapsed;

        Mature(address);
        _store.Emit(new VaultAdvancedToWithdrawals(address, sender, Now));
        return CleanUp(address);
    }

    internal Refusal? UpdateLimits(Address sender, Address address, DepositLimits limits) =>
        CheckAdmin(sender, address)
            ?? CheckLimitsOpen(address)
            ?? _core.Strategies.StoreLimits(address, limits);

    internal Refusal? UpdateMetadata(Address sender, Address address, string uri)
    {
        if (CheckAdmin(sender, address) is { } stranger) return stranger;

        _store.Emit(new MetadataUriUpdated(address, uri));
        return null;
    }

    /// <summary>Limits of a vault can change only while it takes deposits; other strategies'
    /// always.</summary>
    internal Refusal? CheckLimitsOpen(Address strategy) =>
        _vault[strategy].Phase is VaultPhase.None or VaultPhase.Deposits
            ? null
            : VaultRefusals.DepositsLocked;

    internal Refusal? CheckAdmin(Address sender, Address address)
    {
        DurationVault vault = _vault[address];
        if (vault.Phase == VaultPhase.None) return VaultRefusals.NoVault;

        return sender == vault.Admin ? null : VaultRefusals.OnlyVaultAdmin;
    }

    // The vault keeps none of the rewards; its increases outlast the withdrawals queued before them.
    private Refusal? Integrate(Address vault, VaultConfiguration configuration)
    {
        OperatorSet set = configuration.Set;
        if (set.Avs.IsZero) return VaultRefusals.OperatorIntegrationInvalid;

        uint delayBlocks = checked(_core.Delays.WithdrawalDelayBlocks + 1);
        return _core.Delegation.RegisterAsOperator(
                vault, configuration.DelegationApprover, delayBlocks, configuration.OperatorMetadataUri)
            ?? _core.OperatorSets.Register(vault, vault, set.Avs, [set.Id])
            ?? _core.Rewards.Splits.SetAvs(vault, vault, set.Avs, 0)
            ?? _core.Rewards.Splits.SetSet(vault, vault, set, 0)
            ?? _core.Rewards.Splits.SetProgrammatic(vault, vault, 0);
    }

    private Allocation AllocationOf(Address vault) =>
        _core.Magnitudes.AllocationOf(vault, _vault[vault].Set, vault);

    private Refusal? Allocate(Address vault, ulong magnitude) => _core.Magnitudes.Modify(
        vault, vault, [new AllocationTarget(_vault[vault].Set, [vault], [magnitude])]);

    private void Mature(Address address)
    {
        _vault[address] = _vault[address] with { MaturedAt = Now, Phase = VaultPhase.Withdrawals };
        _store.Emit(new VaultMatured(address, Now));
    }

    // Whatever the AllocationManager or the service answers, the deposits are free.
    private Refusal? CleanUp(Address vault)
    {
        _store.Emit(new DeallocateAttempted(vault, TryDeallocate(vault)));
        _store.Emit(new DeregisterAttempted(vault, TryDeregister(vault)));
        return null;
    }

    private bool TryDeallocate(Address vault)
    {
        Allocation allocation = AllocationOf(vault);
        if (allocation.Current == 0 && allocation.PendingDifference == 0) return true;

        return allocation.EffectBlock == 0 && _store.Attempt(() => Allocate(vault, 0)) is null;
    }

    private bool TryDeregister(Address vault)
    {
        OperatorSet set = _vault[vault].Set;
        return !_core.OperatorSets.IsMember(vault, set)
            || _store.Attempt(() => _core.OperatorSets.Deregister(vault, vault, set.Avs, [set.Id])) is null;
    }
}
