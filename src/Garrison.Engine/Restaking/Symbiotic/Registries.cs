using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Who is an operator, and who a network: both register themselves, for good.</summary>
/// <remarks>Source: <c>OperatorRegistry.sol</c>, <c>NetworkRegistry.sol</c>.</remarks>
public sealed class Registries
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly OrderedSet<Everyone, Address> _operators;
    private readonly OrderedSet<Everyone, Address> _networks;

    internal Registries(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _operators = new(store);
        _networks = new(store);
    }

    /// <summary>The operators, in the order in which they came.</summary>
    public IReadOnlyList<Address> Operators => _operators.ToArray(default);

    /// <summary>The networks, in the order in which they came.</summary>
    public IReadOnlyList<Address> Networks => _networks.ToArray(default);

    /// <summary>Whether an address has registered as an operator.</summary>
    public bool IsOperator(Address address) => _operators.Contains(default, address);

    /// <summary>Whether an address has registered as a network.</summary>
    public bool IsNetwork(Address address) => _networks.Contains(default, address);

    internal Refusal? RegisterOperator(Address sender)
    {
        if (!_operators.Add(default, sender)) return SymbioticRefusals.OperatorAlreadyRegistered;

        _store.Emit(new EntityAdded(_core.Contracts.OperatorRegistry, sender));
        return null;
    }

    internal Refusal? RegisterNetwork(Address sender)
    {
        if (!_networks.Add(default, sender)) return SymbioticRefusals.NetworkAlreadyRegistered;

        _store.Emit(new EntityAdded(_core.Contracts.NetworkRegistry, sender));
        return null;
    }
}

/// <summary>Registers the sender as an operator.</summary>
/// <param name="Sender">The operator.</param>
public sealed record RegisterSymbioticOperator(Address Sender) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.Registries.RegisterOperator(Sender);
}

/// <summary>Registers the sender as a network.</summary>
/// <param name="Sender">The network.</param>
public sealed record RegisterNetwork(Address Sender) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.Registries.RegisterNetwork(Sender);
}

/// <summary>Someone is in a registry.</summary>
/// <param name="Contract">The registry.</param>
/// <param name="Entity">Who.</param>
public sealed record EntityAdded(
    Address Contract, Address Entity) : Event(Contract);
