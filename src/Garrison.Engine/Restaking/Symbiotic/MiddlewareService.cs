using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Who acts for a network: the one address that may slash for it.</summary>
/// <remarks>Source: <c>NetworkMiddlewareService.sol</c>.</remarks>
public sealed class MiddlewareService
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly Table<Address, Address> _middleware;

    internal MiddlewareService(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _middleware = store.Table<Address, Address>();
    }

    /// <summary>Who acts for a network; zero for nobody.</summary>
    public Address Of(Address network) => _middleware[network];

    internal Refusal? Set(Address sender, Address middleware)
    {
        if (!_core.Registries.IsNetwork(sender)) return SymbioticRefusals.NotNetwork;
        if (_middleware[sender] == middleware) return SymbioticRefusals.AlreadySet;

        _middleware[sender] = middleware;
        _store.Emit(new MiddlewareSet(_core.Contracts.MiddlewareService, sender, middleware));
        return null;
    }

    internal Refusal? Check(Address sender, Address network) =>
        _middleware[network] == sender ? null : SymbioticRefusals.NotNetworkMiddleware;
}

/// <summary>Says who acts for a network.</summary>
/// <param name="Sender">The network.</param>
/// <param name="Middleware">Who.</param>
public sealed record SetMiddleware(Address Sender, Address Middleware) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.Middleware.Set(Sender, Middleware);
}

/// <summary>Someone else acts for a network.</summary>
/// <param name="Contract">The middleware service.</param>
/// <param name="Network">For which network.</param>
/// <param name="Middleware">Who.</param>
public sealed record MiddlewareSet(
    Address Contract,
    Address Network,
    Address Middleware) : Event(Contract);
