using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Burners;

/// <summary>The routers: a vault's burner that passes slashed collateral on to whom it is for.</summary>
/// <remarks>
/// Source: <c>BurnerRouter.sol</c> of symbioticfi/burners, with the events of its published interface. A
/// burner that is no router keeps what it is paid, and that is all there is to it.
/// </remarks>
public sealed partial class BurnerRouters
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly Table<Address, Router> _router;
    private readonly Table<RouterScope, Delayed<Address>> _receiver;
    private readonly Table<RouterReceiver, UInt256> _balance;

    internal BurnerRouters(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _router = store.Table<Address, Router>();
        _receiver = store.Table<RouterScope, Delayed<Address>>();
        _balance = store.Table<RouterReceiver, UInt256>();
    }

    private ulong Now => _core.Clock.Seconds;

    /// <summary>The router at an address; without a collateral when there is none.</summary>
    public Router Of(Address router) => _router[router];

    /// <summary>Whom slashes of a scope are for, if nothing narrower is named, and the change that
    /// waits.</summary>
    public Delayed<Address> ReceiverOf(Address router, ReceiverScope scope) => _receiver[new(router, scope)];

    /// <summary>Whom a slash of an operator by a network is for. A change that waits to be accepted does not
    /// count, even when it is due.</summary>
    public Address ReceiverFor(Address router, Address network, Address @operator)
    {
        Address narrow = ReceiverOf(router, ReceiverScope.Of(network, @operator)).Value;
        if (!narrow.IsZero) return narrow;

        Address wide = ReceiverOf(router, ReceiverScope.Of(network)).Value;
        return wide.IsZero ? ReceiverOf(router, ReceiverScope.Global).Value : wide;
    }

    /// <summary>What a receiver was credited and not yet paid, in the collateral's smallest unit.</summary>
    public UInt256 BalanceOf(Address router, Address receiver) => _balance[new(router, receiver)];

    internal Refusal? Deploy(Address address, RouterParameters parameters)
    {
        if (Exists(address)) return SymbioticRefusals.AlreadyDeployed;
        if (!Uint48.Holds(parameters.DelaySeconds)) return SymbioticRefusals.EmptyRevert;
        if (parameters.Collateral.IsZero) return SymbioticRefusals.InvalidCollateral;

        _router[address] = new Router(
            parameters.Collateral,
            parameters.Owner,
            Delayed<ulong>.Of(parameters.DelaySeconds),
            UInt256.Zero);
        if (!parameters.Owner.IsZero)
        {
            _store.Emit(new RouterOwnershipTransferred(address, Address.Zero, parameters.Owner));
        }

        _receiver[new(address, ReceiverScope.Global)] = Delayed<Address>.Of(parameters.GlobalReceiver);
        foreach (NetworkReceiver named in parameters.NetworkReceivers)
        {
            var scope = ReceiverScope.Of(named.Network);
            if (Name(address, scope, named.Receiver) is { } refusal) return refusal;
        }

        foreach (OperatorNetworkReceiver named in parameters.OperatorNetworkReceivers)
        {
            var scope = ReceiverScope.Of(named.Network, named.Operator);
            if (Name(address, scope, named.Receiver) is { } refusal) return refusal;
        }

        return null;
    }

    /// <summary>Credits what has come since the router last looked to whom a slash is for. The router takes
    /// anyone's word for which slash that was. An address without a router takes the call and does
    /// nothing.</summary>
    internal Refusal? OnSlash(Address address, Subnetwork subnetwork, Address @operator)
    {
        if (!Exists(address)) return null;

        Router router = _router[address];
        UInt256 balance = _core.Ledger.Balance(router.Collateral, address);
        UInt256 come = balance - router.LastBalance;
        _balance[new(address, ReceiverFor(address, subnetwork.Network, @operator))] += come;
        _router[address] = router with { LastBalance = balance };
        return null;
    }

    /// <summary>Pays a receiver all that it was credited.</summary>
    internal Refusal? TriggerTransfer(Address address, Address receiver)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;

        RouterReceiver key = new(address, receiver);
        UInt256 amount = _balance[key];
        if (amount.IsZero) return RouterRefusals.InsufficientBalance;

        // What leaves is looked for no more, or the next slash would seem to bring less than it did.
        Router router = _router[address];
        _balance[key] = UInt256.Zero;
        _router[address] = router with { LastBalance = router.LastBalance - amount };
        if (_core.Ledger.Transfer(router.Collateral, address, receiver, amount) is { } shortfall)
        {
            return shortfall;
        }

        _store.Emit(new RouterTransferTriggered(address, receiver, amount));
        return null;
    }

    private Refusal? Name(Address address, ReceiverScope scope, Address receiver)
    {
        RouterScope key = new(address, scope);
        if (receiver.IsZero) return RouterRefusals.InvalidReceiver;
        if (!_receiver[key].Value.IsZero)
        {
            return scope.Level == ReceiverLevel.Network
                ? RouterRefusals.DuplicateNetworkReceiver
                : RouterRefusals.DuplicateOperatorNetworkReceiver;
        }

        _receiver[key] = Delayed<Address>.Of(receiver);
        return null;
    }

    private bool Exists(Address router) => !_router[router].Collateral.IsZero;
}
