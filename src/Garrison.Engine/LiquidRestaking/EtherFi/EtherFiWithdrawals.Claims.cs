using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

public sealed partial class EtherFiWithdrawals
{
    /// <summary>Claims requests for whoever owns them, in the order given.</summary>
    internal Refusal? Claim(Address sender, IReadOnlyList<uint> ids)
    {
        if (_core.Access.RefuseBlacklisted(sender) is { } barred) return barred;

        foreach (uint id in ids)
        {
            if (Claim(sender, id) is { } refusal) return refusal;
        }

        return null;
    }

    private Refusal? Claim(Address sender, uint id)
    {
        EtherFiRequest request = _request[id];
        if (!request.Exists) return EtherFiRefusals.InvalidTokenId;
        if (!request.IsValid) return EtherFiRefusals.RequestNotValid;
        if (id > Queue.LastFinalized) return EtherFiRefusals.RequestNotFinalized;

        UInt256 amount = Claimable(id);
        if (RefuseMoving(sender, id, Address.Zero) is { } refusal) return refusal;

        _core.Store.Emit(new EtherFiRequestTransferred(Contract, request.Owner, Address.Zero, id));
        _request[id] = default;
        _queue.Set(Queue with { Locked = Queue.Locked - request.Amount });
        if (_core.Pool.Settle(amount, request.Shares) is { } unsettled) return unsettled;
        if (_core.Ledger.Send(Ledger.Ether, Contract, request.Owner, amount) is not null)
        {
            return EtherFiRefusals.EthTransferFailed;
        }

        if (ReturnStranded() is { } kept) return kept;

        _core.Store.Emit(new EtherFiRequestClaimed(Contract, id, amount, request.Shares, request.Owner));
        return null;
    }

    // What a loss before finalization left over goes back to the pool, and is others'.
    private Refusal? ReturnStranded()
    {
        UInt256 held = _core.Ledger.Balance(Ledger.Ether, Contract);
        if (held < Queue.Locked) return EtherFiRefusals.InsufficientEscrow;
        if (held == Queue.Locked) return null;

        // A call that fails says only that it did, be it by a panic.
        Refusal? refusal = _core.Store.Attempt(() => _core.Pool.Receive(Contract, held - Queue.Locked));
        return refusal is null ? null : EtherFiRefusals.EthTransferFailed;
    }
}
