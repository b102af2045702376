using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <content>Requests as tokens that are transferred and approved.</content>
public sealed partial class LidoQueue
{
    internal Refusal? TransferRequest(Address sender, Address from, Address to, UInt256 id)
    {
        if (to.IsZero) return LidoRefusals.TransferToZeroAddress;
        if (to == from) return LidoRefusals.TransferToThemselves;
        if (id.IsZero || id > Last) return LidoRefusals.InvalidRequestId;

        ulong number = id.ToUInt64();
        LidoRequest request = _request[number];
        if (request.IsClaimed) return LidoRefusals.RequestAlreadyClaimed;
        if (request.Owner != from) return LidoRefusals.TransferFromIncorrectOwner;
        if (sender != from && !_isApprovedForAll[new Approval(from, sender)] && _approved[number] != sender)
        {
            return LidoRefusals.NotOwnerOrApproved;
        }

        _approved[number] = default;
        _request[number] = request with { Owner = to };
        _ = _requestsOf.Remove(from, number);
        _ = _requestsOf.Add(to, number);
        _lido.Store.Emit(new LidoRequestTransferred(Contract, from, to, id));
        return null;
    }

    internal Refusal? ApproveRequest(Address sender, Address to, UInt256 id)
    {
        if (id.IsZero || id > Last) return LidoRefusals.InvalidRequestId;

        LidoRequest request = RequestAt(id);
        if (request.IsClaimed) return LidoRefusals.RequestAlreadyClaimed;
        if (to == request.Owner) return LidoRefusals.ApprovalToOwner;
        if (sender != request.Owner && !_isApprovedForAll[new Approval(request.Owner, sender)])
        {
            return LidoRefusals.NotOwnerOrApprovedForAll;
        }

        _approved[id.ToUInt64()] = to;
        _lido.Store.Emit(new LidoRequestApproved(Contract, request.Owner, to, id));
        return null;
    }

    internal Refusal? ApproveAll(Address sender, Address theOperator, bool approved)
    {
        if (sender == theOperator) return LidoRefusals.ApproveToCaller;

        _isApprovedForAll[new Approval(sender, theOperator)] = approved;
        _lido.Store.Emit(new LidoRequestApprovalForAll(Contract, sender, theOperator, approved));
        return null;
    }

    private readonly record struct Approval(Address Owner, Address Operator);
}
