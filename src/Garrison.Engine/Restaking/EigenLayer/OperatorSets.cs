using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Operator sets: what a service asks, who is in, which strategies count, who may slash.</summary>
/// <remarks>Source: <c>AllocationManager.sol</c>.</remarks>
public sealed class OperatorSets
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly OrderedSet<Address, uint> _ids;
    private readonly OrderedSet<OperatorSet, Address> _strategies;
    private readonly OrderedSet<OperatorSet, Address> _members;
    private readonly OrderedSet<Address, OperatorSet> _registeredSets;
    private readonly Table<OperatorInSet, Registration> _registration;
    private readonly Table<OperatorSet, Slasher> _slasher;
    private readonly Table<OperatorSet, Address> _recipient;
    private readonly Table<Address, bool> _hasMetadata;
    private readonly Table<Address, Address> _registrar;
    private readonly Table<Address, RegistrarPolicy> _policy;

    internal OperatorSets(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _ids = new(store);
        _strategies = new(store);
        _members = new(store);
        _registeredSets = new(store);
        _registration = store.Table<OperatorInSet, Registration>();
        _slasher = store.Table<OperatorSet, Slasher>();
        _recipient = store.Table<OperatorSet, Address>();
        _hasMetadata = store.Table<Address, bool>();
        _registrar = store.Table<Address, Address>();
        _policy = store.Table<Address, RegistrarPolicy>();
    }

    private Address Self => _core.Contracts.AllocationManager;

    /// <summary>Whether a set was created.</summary>
    public bool Exists(OperatorSet set) => _ids.Contains(set.Avs, set.Id);

    /// <summary>The sets of a service, in order of creation.</summary>
    public IReadOnlyList<uint> IdsOf(Address avs) => _ids.ToArray(avs);

    /// <summary>The strategies that count in a set, in the contract's order.</summary>
    public IReadOnlyList<Address> StrategiesOf(OperatorSet set) => _strategies.ToArray(set);

    /// <summary>Whether a strategy counts in a set.</summary>
    public bool HasStrategy(OperatorSet set, Address strategy) => _strategies.Contains(set, strategy);

    /// <summary>The operators in a set, in the contract's order.</summary>
    public IReadOnlyList<Address> MembersOf(OperatorSet set) => _members.ToArray(set);

    /// <summary>The sets an operator is in, in the contract's order.</summary>
    public IReadOnlyList<OperatorSet> RegisteredSets(Address @operator) => _registeredSets.ToArray(@operator);

    /// <summary>Whether an operator is in a set.</summary>
    public bool IsMember(Address @operator, OperatorSet set) => _members.Contains(set, @operator);

    /// <summary>Whether a set may slash an operator: a member, or one that left not long enough
    /// ago.</summary>
    public bool IsSlashable(Address @operator, OperatorSet set)
    {
        Registration registration = _registration[new(@operator, set)];
        return registration.IsRegistered || _core.Clock.Block <= registration.SlashableUntil;
    }

    /// <summary>The last block at which an operator that left a set can be slashed by it; 0 for
    /// none.</summary>
    public uint SlashableUntil(Address @operator, OperatorSet set) =>
        _registration[new(@operator, set)].SlashableUntil;

    /// <summary>Who may slash the operators of a set; zero for none.</summary>
    public Address SlasherOf(OperatorSet set) => _slasher[set].AsOf(_core.Block).Current;

    /// <summary>Who may slash from which block on; zero when no change waits.</summary>
    public (Address Slasher, uint EffectBlock) PendingSlasherOf(OperatorSet set)
    {
        Slasher slasher = _slasher[set];
        return _core.Block < slasher.EffectBlock ? (slasher.Pending, slasher.EffectBlock) : default;
    }

    /// <summary>Who is paid what a set slashes; the burn address when none was named.</summary>
    public Address RedistributionRecipient(OperatorSet set) =>
        _recipient[set] is { IsZero: false } recipient ? recipient : Constants.BurnAddress;

    /// <summary>What is asked when operators join and leave; the service itself when none was
    /// named.</summary>
    public Address RegistrarOf(Address avs) =>
        _registrar[avs] is { IsZero: false } registrar ? registrar : avs;

    internal Refusal? UpdateMetadata(Address sender, Address avs, string uri)
    {
        if (!MayCall(avs, sender, Selectors.UpdateAvsMetadataUri)) return Refusals.InvalidPermissions;

        _hasMetadata[avs] = true;
        _store.Emit(new AvsMetadataUriUpdated(Self, avs, uri));
        return null;
    }

    internal Refusal? SetPolicy(Address registrar, RegistrarPolicy policy)
    {
        _policy[registrar] = policy;
        return null;
    }

    internal Refusal? SetRegistrar(Address sender, Address avs, Address registrar)
    {
        if (!MayCall(avs, sender, Selectors.SetAvsRegistrar)) return Refusals.InvalidPermissions;

        RegistrarPolicy policy = _policy[registrar];
        if (policy == RegistrarPolicy.None) return Refusal.EmptyRevert;
        if (policy == RegistrarPolicy.RejectService) return Refusals.InvalidAvsRegistrar;

        _registrar[avs] = registrar;
        _store.Emit(new AvsRegistrarSet(Self, avs, registrar));
        return null;
    }

    internal Refusal? Create(CreateOperatorSets create)
    {
        uint selector = create.HasSlashers ? Selectors.CreateOperatorSets : Selectors.CreateOperatorSetsV1;
        if (!MayCall(create.Avs, create.Sender, selector)) return Refusals.InvalidPermissions;
        if (!_hasMetadata[create.Avs]) return Refusals.NonexistentAvsMetadata;

        foreach (NewOperatorSet set in create.Sets)
        {
            if (CreateOne(create.Avs, set, recipient: null) is { } refusal) return refusal;
        }

        return null;
    }

    internal Refusal? CreateRedistributing(CreateRedistributingOperatorSets create)
    {
        uint selector = create.HasSlashers
            ? Selectors.CreateRedistributingOperatorSets
            : Selectors.CreateRedistributingOperatorSetsV1;
        if (!MayCall(create.Avs, create.Sender, selector)) return Refusals.InvalidPermissions;
        if (create.Sets.Count != create.Recipients.Count) return Refusals.InputArrayLengthMismatch;
        if (!_hasMetadata[create.Avs]) return Refusals.NonexistentAvsMetadata;

        for (int i = 0; i < create.Sets.Count; i++)
        {
            Address recipient = create.Recipients[i];
            if (recipient.IsZero) return Refusals.InputAddressZero;
            if (recipient == Constants.BurnAddress) return Refusals.InvalidRedistributionRecipient;
            if (CreateOne(create.Avs, create.Sets[i], recipient) is { } refusal) return refusal;
        }

        return null;
    }

    internal Refusal? AddStrategies(Address sender, OperatorSet set, IReadOnlyList<Address> strategies)
    {
        if (!MayCall(set.Avs, sender, Selectors.AddStrategiesToOperatorSet))
        {
            return Refusals.InvalidPermissions;
        }
        if (!Exists(set)) return Refusals.InvalidOperatorSet;

        return AddStrategies(set, strategies);
    }

    internal Refusal? RemoveStrategies(Address sender, OperatorSet set, IReadOnlyList<Address> strategies)
    {
        if (!MayCall(set.Avs, sender, Selectors.RemoveStrategiesFromOperatorSet))
        {
            return Refusals.InvalidPermissions;
        }
        if (!Exists(set)) return Refusals.InvalidOperatorSet;

        foreach (Address strategy in strategies)
        {
            if (!_strategies.Remove(set, strategy)) return Refusals.StrategyNotInOperatorSet;

            _store.Emit(new StrategyRemovedFromOperatorSet(Self, set, strategy));
        }

        return null;
    }

    internal Refusal? Register(Address sender, Address @operator, Address avs, IReadOnlyList<uint> ids)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.SetRegistration)) return Refusals.CurrentlyPaused;
        if (!MayCall(@operator, sender, Selectors.RegisterForOperatorSets))
        {
            return Refusals.InvalidPermissions;
        }
        if (!_core.Delegation.IsOperator(@operator)) return Refusals.InvalidOperator;

        foreach (uint id in ids)
        {
            OperatorSet set = new(avs, id);
            if (!Exists(set)) return Refusals.InvalidOperatorSet;
            if (IsSlashable(@operator, set)) return Refusals.AlreadyMemberOfSet;

            _ = _registeredSets.Add(@operator, set);
            _ = _members.Add(set, @operator);
            OperatorInSet key = new(@operator, set);
            _registration[key] = _registration[key] with { IsRegistered = true };
            _store.Emit(new OperatorAddedToOperatorSet(Self, @operator, set));
        }

        return Ask(avs, RegistrarPolicy.RejectRegister);
    }

    internal Refusal? Deregister(Address sender, Address @operator, Address avs, IReadOnlyList<uint> ids)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.SetRegistration)) return Refusals.CurrentlyPaused;
        if (!MayCall(@operator, sender, Selectors.DeregisterFromOperatorSets)
            && !MayCall(avs, sender, Selectors.DeregisterFromOperatorSets))
        {
            return Refusals.InvalidCaller;
        }

        foreach (uint id in ids)
        {
            OperatorSet set = new(avs, id);
            if (!Exists(set)) return Refusals.InvalidOperatorSet;
            if (!IsMember(@operator, set)) return Refusals.NotMemberOfSet;

            _ = _members.Remove(set, @operator);
            _ = _registeredSets.Remove(@operator, set);
            uint slashableUntil = checked(_core.Block + _core.Delays.DeallocationDelayBlocks);
            _registration[new(@operator, set)] = new Registration(false, slashableUntil);
            _store.Emit(new OperatorRemovedFromOperatorSet(Self, @operator, set));
        }

        return Ask(avs, RegistrarPolicy.RejectDeregister);
    }

    internal Refusal? UpdateSlasher(Address sender, OperatorSet set, Address slasher)
    {
        if (!MayCall(set.Avs, sender, Selectors.UpdateSlasher)) return Refusals.InvalidPermissions;
        if (!Exists(set)) return Refusals.InvalidOperatorSet;
        if (SlasherOf(set).IsZero) return Refusals.SlasherNotSet;

        uint delayBlocks = _core.Delays.SlasherConfigurationDelayBlocks;
        return SetSlasher(set, slasher, checked(_core.Block + delayBlocks + 1));
    }

    internal Refusal? MigrateSlashers(IReadOnlyList<OperatorSet> sets)
    {
        foreach (OperatorSet set in sets)
        {
            if (!Exists(set) || !SlasherOf(set).IsZero) continue;

            Address appointee = _core.Permissions.FirstAppointee(set.Avs, Self, Selectors.SlashOperator);
            Address slasher = appointee.IsZero ? set.Avs : appointee;
            if (SetSlasher(set, slasher, _core.Block) is { } refusal) return refusal;

            _store.Emit(new SlasherMigrated(Self, set, slasher));
        }

        return null;
    }

    internal void Import(ImportedOperatorSet imported)
    {
        OperatorSet set = imported.Set;
        _ = _ids.Add(set.Avs, set.Id);
        _recipient[set] = imported.Recipient == Constants.BurnAddress ? Address.Zero : imported.Recipient;
        uint effectBlock = imported.PendingSlasher.IsZero ? 0 : imported.PendingSlasherBlock;
        _slasher[set] = new Slasher(imported.Slasher, imported.PendingSlasher, effectBlock);
        foreach (Address strategy in imported.Strategies)
        {
            _ = _strategies.Add(set, strategy);
        }

        foreach (Address @operator in imported.Members)
        {
            _ = _members.Add(set, @operator);
            _ = _registeredSets.Add(@operator, set);
            _registration[new(@operator, set)] = new Registration(true, 0);
        }
    }

    internal void ImportMetadata(Address avs) => _hasMetadata[avs] = true;

    private bool MayCall(Address account, Address sender, uint selector) =>
        _core.Permissions.CanCall(account, sender, Self, selector);

    // The registrar is asked last, and once, however many sets were named.
    private Refusal? Ask(Address avs, RegistrarPolicy refusing)
    {
        RegistrarPolicy policy = _policy[RegistrarOf(avs)];
        if (policy == RegistrarPolicy.None) return Refusal.EmptyRevert;

        return policy == refusing ? Refusals.RegistrarRejects : null;
    }

    private Refusal? CreateOne(Address avs, NewOperatorSet parameters, Address? recipient)
    {
        OperatorSet set = new(avs, parameters.Id);
        if (!_ids.Add(avs, set.Id)) return Refusals.InvalidOperatorSet;

        _store.Emit(new OperatorSetCreated(Self, set));
        if (recipient is { } named)
        {
            _recipient[set] = named;
            _store.Emit(new RedistributionAddressSet(Self, set, named));
        }

        return AddStrategies(set, parameters.Strategies)
            ?? SetSlasher(set, parameters.Slasher ?? avs, _core.Block);
    }

    private Refusal? AddStrategies(OperatorSet set, IReadOnlyList<Address> strategies)
    {
        bool isRedistributing = !_recipient[set].IsZero;
        foreach (Address strategy in strategies)
        {
            if (isRedistributing && !CanRedistribute(strategy)) return Refusals.InvalidStrategy;
            if (!_strategies.Add(set, strategy)) return Refusals.StrategyAlreadyInOperatorSet;

            _store.Emit(new StrategyAddedToOperatorSet(Self, set, strategy));
        }

        return null;
    }

    private bool CanRedistribute(Address strategy) =>
        strategy != Constants.BeaconChainEtherStrategy && strategy != _core.Contracts.EigenStrategy;

    private Refusal? SetSlasher(OperatorSet set, Address slasher, uint effectBlock)
    {
        if (slasher.IsZero) return Refusals.InputAddressZero;

        Slasher before = _slasher[set].AsOf(_core.Block);
        if (slasher == before.Pending && _core.Block < before.EffectBlock) return null;

        bool isInstant = effectBlock == _core.Block;
        _slasher[set] = new Slasher(isInstant ? slasher : before.Current, slasher, effectBlock);
        _store.Emit(new SlasherUpdated(Self, set, slasher, effectBlock));
        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Registration(bool IsRegistered, uint SlashableUntil);

    private readonly record struct Slasher(Address Current, Address Pending, uint EffectBlock)
    {
        public Slasher AsOf(uint block) =>
            EffectBlock != 0 && block >= EffectBlock ? this with { Current = Pending } : this;
    }
}

/// <summary>What the contract does that a service names to be asked about members.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistrarPolicy>))]
public enum RegistrarPolicy : byte
{
    /// <summary>There is no contract: every question reverts without a word.</summary>
    None,

    /// <summary>It accepts everyone.</summary>
    Accept,

    /// <summary>It lets nobody in.</summary>
    RejectRegister,

    /// <summary>It lets nobody out.</summary>
    RejectDeregister,

    /// <summary>It says it does not serve the service.</summary>
    RejectService,
}
