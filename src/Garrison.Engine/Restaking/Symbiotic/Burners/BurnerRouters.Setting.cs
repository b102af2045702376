using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Burners;

/// <content>How routers are set: an owner asks, and after the delay anyone accepts.</content>
public sealed partial class BurnerRouters
{
    internal Refusal? SetReceiver(Address sender, Address address, ReceiverScope scope, Address receiver)
    {
        if (CheckOwner(sender, address) is { } stranger) return stranger;

        // A delay that is due is accepted first, so it is this one that the change waits.
        RouterScope key = new(address, scope);
        Delayed<ulong> delay = _router[address].Delay.Settled(Now);
        if (_receiver[key].Changed(receiver, Now, delay.Value) is not { } changed)
        {
            return SymbioticRefusals.AlreadySet;
        }

        _router[address] = _router[address] with { Delay = delay };
        _receiver[key] = changed;
        _store.Emit(scope.Level switch
        {
            ReceiverLevel.Network => new NetworkReceiverSet(address, scope.Network, receiver),
            ReceiverLevel.OperatorNetwork =>
                new OperatorNetworkReceiverSet(address, scope.Network, scope.Operator, receiver),
            _ => new GlobalReceiverSet(address, receiver),
        });
        return null;
    }

    internal Refusal? AcceptReceiver(Address address, ReceiverScope scope)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;

        RouterScope key = new(address, scope);
        if (!_receiver[key].IsDue(Now)) return RouterRefusals.NotReady;

        _receiver[key] = _receiver[key].Accepted;
        _store.Emit(scope.Level switch
        {
            ReceiverLevel.Network => new NetworkReceiverAccepted(address, scope.Network),
            ReceiverLevel.OperatorNetwork =>
                new OperatorNetworkReceiverAccepted(address, scope.Network, scope.Operator),
            _ => new GlobalReceiverAccepted(address),
        });
        return null;
    }

    internal Refusal? SetDelay(Address sender, Address address, ulong seconds)
    {
        if (!Uint48.Holds(seconds)) return SymbioticRefusals.EmptyRevert;
        if (CheckOwner(sender, address) is { } stranger) return stranger;

        // A change of the delay waits as long as the delay that it changes.
        Delayed<ulong> delay = _router[address].Delay;
        if (delay.Changed(seconds, Now, delay.Settled(Now).Value) is not { } changed)
        {
            return SymbioticRefusals.AlreadySet;
        }

        _router[address] = _router[address] with { Delay = changed };
        _store.Emit(new RouterDelaySet(address, seconds));
        return null;
    }

    internal Refusal? AcceptDelay(Address address)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;
        if (!_router[address].Delay.IsDue(Now)) return RouterRefusals.NotReady;

        _router[address] = _router[address] with { Delay = _router[address].Delay.Accepted };
        _store.Emit(new RouterDelayAccepted(address));
        return null;
    }

    internal Refusal? TransferOwnership(Address sender, Address address, Address owner)
    {
        if (CheckOwner(sender, address) is { } stranger) return stranger;
        if (owner.IsZero) return RouterRefusals.OwnableInvalidOwner;

        return SetOwner(address, owner);
    }

    internal Refusal? RenounceOwnership(Address sender, Address address) =>
        CheckOwner(sender, address) ?? SetOwner(address, Address.Zero);

    private Refusal? SetOwner(Address address, Address owner)
    {
        Router router = _router[address];
        _router[address] = router with { Owner = owner };
        _store.Emit(new RouterOwnershipTransferred(address, router.Owner, owner));
        return null;
    }

    private Refusal? CheckOwner(Address sender, Address address)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;

        return _router[address].Owner == sender ? null : RouterRefusals.OwnableUnauthorizedAccount;
    }
}
