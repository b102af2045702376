using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <content>Claims and the checkpoints that they are paid by.</content>
public sealed partial class LidoQueue
{
    /// <summary>The checkpoint that a request is paid by, among some of them.</summary>
    /// <param name="id">The request.</param>
    /// <param name="start">The first checkpoint to look at.</param>
    /// <param name="end">The last one.</param>
    /// <param name="hint">The checkpoint; 0 when it is not among them.</param>
    public Refusal? FindHint(UInt256 id, UInt256 start, UInt256 end, out UInt256 hint)
    {
        hint = UInt256.Zero;
        if (id.IsZero || id > Last) return LidoRefusals.InvalidRequestId;
        if (start.IsZero || end > LastCheckpoint) return LidoRefusals.InvalidRequestIdRange;
        if (LastCheckpoint.IsZero || id > LastFinalized || start > end) return null;

        ulong first = start.ToUInt64();
        ulong last = end.ToUInt64();
        if (id < _checkpoint[first].FromRequest) return null;
        if (last < _state.Value.LastCheckpoint && id >= _checkpoint[last + 1].FromRequest) return null;

        while (last > first)
        {
            ulong middle = first + ((last - first + 1) >> 1);
            if (_checkpoint[middle].FromRequest <= id)
            {
                first = middle;
            }
            else
            {
                last = middle - 1;
            }
        }

        hint = first;
        return null;
    }

    /// <summary>The checkpoints that requests are paid by, each searched from the last one found.</summary>
    public Refusal? FindHints(
        IReadOnlyList<UInt256> ids, UInt256 start, UInt256 end, out IReadOnlyList<UInt256> hints)
    {
        var found = new UInt256[ids.Count];
        hints = found;
        UInt256 before = UInt256.Zero;
        for (int i = 0; i < found.Length; i++)
        {
            if (ids[i] < before) return LidoRefusals.RequestIdsNotSorted;
            if (FindHint(ids[i], start, end, out found[i]) is { } refusal) return refusal;

            start = found[i];
            before = ids[i];
        }

        return null;
    }

    /// <summary>What a claim would pay, in wei; 0 when the request waits or was claimed.</summary>
    public Refusal? Claimable(UInt256 id, UInt256 hint, out UInt256 amount)
    {
        amount = UInt256.Zero;
        if (id.IsZero || id > Last) return LidoRefusals.InvalidRequestId;

        return id > LastFinalized || RequestAt(id).IsClaimed ? null : PaidBy(id, hint, out amount);
    }

    internal Refusal? Claim(Address sender, UInt256 id) =>
        FindHint(id, UInt256.One, LastCheckpoint, out UInt256 hint) ?? Claim(sender, id, hint, sender);

    internal Refusal? Claim(
        Address sender, IReadOnlyList<UInt256> ids, IReadOnlyList<UInt256> hints, Address recipient)
    {
        if (recipient.IsZero) return LidoRefusals.ZeroRecipient;
        if (ids.Count != hints.Count) return LidoRefusals.ArraysLengthMismatch;

        for (int i = 0; i < ids.Count; i++)
        {
            if (Claim(sender, ids[i], hints[i], recipient) is { } refusal) return refusal;
        }

        return null;
    }

    private Refusal? Claim(Address sender, UInt256 id, UInt256 hint, Address recipient)
    {
        if (id.IsZero) return LidoRefusals.InvalidRequestId;
        if (id > LastFinalized) return LidoRefusals.RequestNotFoundOrNotFinalized;

        ulong number = id.ToUInt64();
        LidoRequest request = _request[number];
        if (request.IsClaimed) return LidoRefusals.RequestAlreadyClaimed;
        if (request.Owner != sender) return LidoRefusals.NotOwner;
        if (PaidBy(id, hint, out UInt256 amount) is { } refusal) return refusal;

        // Ether of others is not to be had: too little was locked when too little was paid in.
        LidoQueueState state = _state.Value;
        _state.Set(state with { Locked = state.Locked - amount });
        if (_lido.Ledger.Balance(Ledger.Ether, Contract) < amount) return LidoRefusals.NotEnoughEther;
        if (_lido.Ledger.Send(Ledger.Ether, Contract, recipient, amount) is not null)
        {
            return LidoRefusals.CantSendValue;
        }

        _request[number] = request with { IsClaimed = true };
        _ = _requestsOf.Remove(sender, number);
        _lido.Store.Emit(new LidoWithdrawalClaimed(Contract, id, sender, recipient, amount));
        _lido.Store.Emit(new LidoRequestTransferred(Contract, sender, Address.Zero, id));
        return null;
    }

    private Refusal? PaidBy(UInt256 id, UInt256 hint, out UInt256 amount)
    {
        amount = UInt256.Zero;
        if (hint.IsZero || hint > LastCheckpoint) return LidoRefusals.InvalidHint;

        ulong index = hint.ToUInt64();
        LidoCheckpoint checkpoint = _checkpoint[index];
        if (id < checkpoint.FromRequest) return LidoRefusals.InvalidHint;
        if (index < _state.Value.LastCheckpoint && _checkpoint[index + 1].FromRequest <= id)
        {
            return LidoRefusals.InvalidHint;
        }

        amount = LidoBatch.Between(RequestAt(id - UInt256.One), RequestAt(id))
            .PaidDown(checkpoint.MaxShareRate);
        return null;
    }
}
