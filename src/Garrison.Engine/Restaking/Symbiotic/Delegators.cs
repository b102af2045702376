using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>How much of a vault's active stake an operator has for a subnetwork, now and at any second
/// before.</summary>
/// <remarks>
/// Source: <c>BaseDelegator.sol</c> and the four that build on it. A network sets the most that it takes, the
/// curator what it is given; both take effect at once. What waits to be claimed gives no stake.
/// </remarks>
public sealed class Delegators
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly Table<Address, Delegator> _delegator;
    private readonly OrderedSet<Address, Subnetwork> _subnetworks;
    private readonly Table<VaultSubnetwork, UInt256> _maxNetworkLimit;
    private readonly History<VaultSubnetwork, UInt256> _networkLimit;
    private readonly History<VaultSubnetwork, UInt256> _totalShares;
    private readonly History<VaultOperator, UInt256> _shares;
    private readonly History<VaultOperator, UInt256> _operatorLimit;

    internal Delegators(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _delegator = store.Table<Address, Delegator>();
        _subnetworks = new(store);
        _maxNetworkLimit = store.Table<VaultSubnetwork, UInt256>();
        _networkLimit = new(store);
        _totalShares = new(store);
        _shares = new(store);
        _operatorLimit = new(store);
    }

    private ulong Now => _core.Clock.Seconds;

    /// <summary>How a vault's stake is shared out.</summary>
    public Delegator Of(Address vault) => _delegator[vault];

    /// <summary>The subnetworks that ever set how much of a vault they take.</summary>
    public IReadOnlyList<Subnetwork> SubnetworksOf(Address vault) => _subnetworks.ToArray(vault);

    /// <summary>The most that a subnetwork takes of a vault.</summary>
    public UInt256 MaxNetworkLimit(Address vault, Subnetwork subnetwork) =>
        _maxNetworkLimit[new(vault, subnetwork)];

    /// <summary>What a subnetwork is given at most; for one operator and network, what it takes at
    /// most.</summary>
    public UInt256 NetworkLimit(Address vault, Subnetwork subnetwork) =>
        _networkLimit.Latest(new(vault, subnetwork), UInt256.Zero);

    /// <summary>The shares of all operators in a subnetwork.</summary>
    public UInt256 TotalOperatorShares(Address vault, Subnetwork subnetwork) =>
        _totalShares.Latest(new(vault, subnetwork), UInt256.Zero);

    /// <summary>An operator's shares in a subnetwork.</summary>
    public UInt256 OperatorShares(Address vault, Subnetwork subnetwork, Address @operator) =>
        _shares.Latest(Key(vault, subnetwork, @operator), UInt256.Zero);

    /// <summary>What they were at the end of a second.</summary>
    public UInt256 OperatorSharesAt(
        Address vault, Subnetwork subnetwork, Address @operator, ulong second) =>
        _shares.At(Key(vault, subnetwork, @operator), second, UInt256.Zero);

    /// <summary>What an operator is given at most for a subnetwork.</summary>
    public UInt256 OperatorLimit(Address vault, Subnetwork subnetwork, Address @operator) =>
        _operatorLimit.Latest(Key(vault, subnetwork, @operator), UInt256.Zero);

    /// <summary>What an operator has for a subnetwork, rounded down; 0 unless it serves both the vault and
    /// the network.</summary>
    public UInt256 Stake(Address vault, Subnetwork subnetwork, Address @operator) =>
        StakeAt(vault, subnetwork, @operator, ulong.MaxValue);

    /// <summary>What it had at the end of a second.</summary>
    public UInt256 StakeAt(Address vault, Subnetwork subnetwork, Address @operator, ulong second)
    {
        UInt256 stake = ShareOf(vault, subnetwork, @operator, second);
        return stake.IsZero
            || !_core.VaultOptIns.IsOptedInAt(@operator, vault, second)
            || !_core.NetworkOptIns.IsOptedInAt(@operator, subnetwork.Network, second)
                ? UInt256.Zero
                : stake;
    }

    /// <summary>When a stake may have changed after one second and up to another, in no order.</summary>
    internal IEnumerable<ulong> Changes(
        Address vault, Subnetwork subnetwork, Address @operator, ulong after, ulong until)
    {
        VaultOperator key = Key(vault, subnetwork, @operator);
        return _core.Vaults.ActiveStakeChanges(vault, after, until)
            .Concat(_networkLimit.Moments(key.Subnetwork, after, until))
            .Concat(_totalShares.Moments(key.Subnetwork, after, until))
            .Concat(_shares.Moments(key, after, until))
            .Concat(_operatorLimit.Moments(key, after, until))
            .Concat(_core.VaultOptIns.Changes(@operator, vault, after, until))
            .Concat(_core.NetworkOptIns.Changes(@operator, subnetwork.Network, after, until));
    }

    internal Refusal? Create(Address vault, DelegatorParameters parameters)
    {
        if (CheckParameters(parameters) is { } refusal) return refusal;

        _delegator[vault] = new Delegator(
            parameters.Kind, parameters.Hook, parameters.Operator, parameters.Network);
        if (GrantCurators(parameters) is { } holders) return holders;

        Address factory = _core.Contracts.DelegatorFactory;
        _core.Roles.GrantTo(parameters.DefaultAdmin, parameters.Address, Roles.DefaultAdmin, factory);
        _core.Roles.GrantTo(parameters.HookSetter, parameters.Address, Roles.HookSet, factory);
        return null;
    }

    internal Refusal? SetMaxNetworkLimit(Address sender, Address vault, UInt256 identifier, UInt256 amount)
    {
        if (!_core.Vaults.Exists(vault)) return SymbioticRefusals.EmptyRevert;
        if (!Subnetwork.IsIdentifier(identifier)) return SymbioticRefusals.EmptyRevert;
        if (!_core.Registries.IsNetwork(sender)) return SymbioticRefusals.NotNetwork;

        VaultSubnetwork key = new(vault, Subnetwork.Of(sender, identifier));
        if (_maxNetworkLimit[key] == amount) return SymbioticRefusals.AlreadySet;

        Delegator delegator = _delegator[vault];
        bool isTheLimit = delegator.Kind == DelegatorKind.OperatorNetworkSpecific;
        if (isTheLimit && delegator.Network != sender) return SymbioticRefusals.InvalidNetwork;

        _maxNetworkLimit[key] = amount;
        _ = _subnetworks.Add(vault, key.Subnetwork);
        if (isTheLimit || _networkLimit.Latest(key, UInt256.Zero) > amount)
        {
            _networkLimit.Push(key, Now, amount);
        }

        _store.Emit(new MaxNetworkLimitSet(SelfOf(vault), key.Subnetwork, amount));
        return null;
    }

    internal Refusal? SetNetworkLimit(Address sender, Address vault, Subnetwork subnetwork, UInt256 amount)
    {
        VaultSubnetwork key = new(vault, subnetwork);
        if (Of(vault).Kind == DelegatorKind.OperatorNetworkSpecific) return SymbioticRefusals.EmptyRevert;
        if (Check(vault, Roles.NetworkLimitSet, sender) is { } stranger) return stranger;
        if (amount > _maxNetworkLimit[key]) return SymbioticRefusals.ExceedsMaxNetworkLimit;
        if (_networkLimit.Latest(key, UInt256.Zero) == amount) return SymbioticRefusals.AlreadySet;

        _networkLimit.Push(key, Now, amount);
        _store.Emit(new NetworkLimitSet(SelfOf(vault), subnetwork, amount));
        return null;
    }

    internal Refusal? SetOperatorShares(
        Address sender, Address vault, Subnetwork subnetwork, Address @operator, UInt256 shares)
    {
        VaultOperator key = Key(vault, subnetwork, @operator);
        if (Of(vault).Kind != DelegatorKind.NetworkRestake) return SymbioticRefusals.EmptyRevert;
        if (Check(vault, Roles.OperatorNetworkSharesSet, sender) is { } stranger) return stranger;

        UInt256 before = _shares.Latest(key, UInt256.Zero);
        if (before == shares) return SymbioticRefusals.AlreadySet;

        UInt256 total = _totalShares.Latest(key.Subnetwork, UInt256.Zero);
        _totalShares.Push(key.Subnetwork, Now, total - before + shares);
        _shares.Push(key, Now, shares);
        _store.Emit(new OperatorNetworkSharesSet(SelfOf(vault), subnetwork, @operator, shares));
        return null;
    }

    internal Refusal? SetOperatorLimit(
        Address sender, Address vault, Subnetwork subnetwork, Address @operator, UInt256 amount)
    {
        VaultOperator key = Key(vault, subnetwork, @operator);
        if (Of(vault).Kind != DelegatorKind.FullRestake) return SymbioticRefusals.EmptyRevert;
        if (Check(vault, Roles.OperatorNetworkLimitSet, sender) is { } stranger) return stranger;
        if (_operatorLimit.Latest(key, UInt256.Zero) == amount) return SymbioticRefusals.AlreadySet;

        _operatorLimit.Push(key, Now, amount);
        _store.Emit(new OperatorNetworkLimitSet(SelfOf(vault), subnetwork, @operator, amount));
        return null;
    }

    internal Refusal? SetHook(Address sender, Address vault, Address hook)
    {
        if (Check(vault, Roles.HookSet, sender) is { } stranger) return stranger;
        if (Of(vault).Hook == hook) return SymbioticRefusals.AlreadySet;

        _delegator[vault] = Of(vault) with { Hook = hook };
        _store.Emit(new HookSet(SelfOf(vault), hook));
        return null;
    }

    /// <summary>Tells the hook of a slash, whatever comes of that.</summary>
    internal void OnSlash(in SlashFacts slash)
    {
        Address hook = Of(slash.Vault).Hook;
        SlashFacts facts = slash;
        if (!hook.IsZero) _ = _store.Attempt(() => _core.Hooks.OnSlash(hook, facts));

        _store.Emit(new DelegatorSlashed(
            SelfOf(slash.Vault), slash.Subnetwork, slash.Operator, slash.Amount, slash.CaptureTimestamp));
    }

    private UInt256 ShareOf(Address vault, Subnetwork subnetwork, Address @operator, ulong second)
    {
        Delegator delegator = _delegator[vault];
        VaultSubnetwork key = new(vault, subnetwork);
        UInt256 given = UInt256.Min(
            _core.Vaults.ActiveStakeAt(vault, second), _networkLimit.At(key, second, UInt256.Zero));
        switch (delegator.Kind)
        {
            case DelegatorKind.NetworkRestake:
                UInt256 total = _totalShares.At(key, second, UInt256.Zero);
                UInt256 shares = _shares.At(new(key, @operator), second, UInt256.Zero);
                return total.IsZero ? UInt256.Zero : UInt256.MulDivDown(shares, given, total);
            case DelegatorKind.FullRestake:
                return UInt256.Min(given, _operatorLimit.At(new(key, @operator), second, UInt256.Zero));
            case DelegatorKind.OperatorSpecific or DelegatorKind.OperatorNetworkSpecific:
                return delegator.Operator == @operator ? given : UInt256.Zero;
            default:
                return UInt256.Zero;
        }
    }

    private Refusal? CheckParameters(DelegatorParameters parameters)
    {
        DelegatorKind kind = parameters.Kind;
        bool isForAnyNetwork = kind != DelegatorKind.OperatorNetworkSpecific;
        bool isForAnyOperator = kind is DelegatorKind.NetworkRestake or DelegatorKind.FullRestake;
        if (isForAnyNetwork
            && parameters.DefaultAdmin.IsZero
            && (parameters.NetworkLimitSetters.Count == 0
                || (isForAnyOperator && parameters.OperatorSetters.Count == 0)))
        {
            return SymbioticRefusals.MissingRoleHolders;
        }

        if (!isForAnyNetwork && !_core.Registries.IsNetwork(parameters.Network))
        {
            return SymbioticRefusals.NotNetwork;
        }

        return isForAnyOperator || _core.Registries.IsOperator(parameters.Operator)
            ? null
            : SymbioticRefusals.NotOperator;
    }

    private Refusal? GrantCurators(DelegatorParameters parameters)
    {
        Address self = parameters.Address;
        return parameters.Kind switch
        {
            DelegatorKind.NetworkRestake =>
                GrantAll(self, Roles.NetworkLimitSet, parameters.NetworkLimitSetters)
                    ?? GrantAll(self, Roles.OperatorNetworkSharesSet, parameters.OperatorSetters),
            DelegatorKind.FullRestake =>
                GrantAll(self, Roles.NetworkLimitSet, parameters.NetworkLimitSetters)
                    ?? GrantAll(self, Roles.OperatorNetworkLimitSet, parameters.OperatorSetters),
            DelegatorKind.OperatorSpecific =>
                GrantAll(self, Roles.NetworkLimitSet, parameters.NetworkLimitSetters),
            _ => null,
        };
    }

    private Refusal? GrantAll(Address self, Hash32 role, IReadOnlyList<Address> accounts)
    {
        foreach (Address account in accounts)
        {
            if (account.IsZero) return SymbioticRefusals.ZeroAddressRoleHolder;
            if (!_core.Roles.Set(self, role, account, _core.Contracts.DelegatorFactory, has: true))
            {
                return SymbioticRefusals.DuplicateRoleHolder;
            }
        }

        return null;
    }

    private Refusal? Check(Address vault, Hash32 role, Address sender) =>
        _core.Roles.Check(SelfOf(vault), role, sender);

    private Address SelfOf(Address vault) => _core.Vaults.Of(vault).Delegator;

    private static VaultOperator Key(Address vault, Subnetwork subnetwork, Address @operator) =>
        new(new VaultSubnetwork(vault, subnetwork), @operator);
}
