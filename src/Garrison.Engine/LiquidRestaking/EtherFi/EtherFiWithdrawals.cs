using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>The queue: tokens that each stand for a request, finalized in the order of their
/// numbers.</summary>
/// <remarks>
/// <para>
/// The shares of a request stay in the queue, and in all shares, until it is claimed; so those who wait
/// bear what is lost until they are finalized, and are paid no more than they asked for. At finalization
/// the ether of the requests comes here and their rate is frozen.
/// </para>
/// <para>Source: <c>WithdrawRequestNFT.sol</c>.</para>
/// </remarks>
public sealed partial class EtherFiWithdrawals
{
    private readonly EtherFiCore _core;
    private readonly Cell<EtherFiQueue> _queue;
    private readonly Table<uint, EtherFiRequest> _request;
    private readonly Table<uint, UInt256> _frozenRate;

    internal EtherFiWithdrawals(EtherFiCore core)
    {
        _core = core;
        _queue = core.Store.Cell<EtherFiQueue>();
        _request = core.Store.Table<uint, EtherFiRequest>();
        _frozenRate = core.Store.Table<uint, UInt256>();
    }

    /// <summary>How far the queue is.</summary>
    public ref readonly EtherFiQueue Queue => ref _queue.Value;

    private Address Contract => _core.Contracts.WithdrawRequestNft;

    /// <summary>A request; nothing once it is claimed.</summary>
    public EtherFiRequest Request(uint id) => _request[id];

    /// <summary>The rate that a request was finalized at, times 10¹⁸; 0 before.</summary>
    public UInt256 FrozenRate(uint id) => _frozenRate[id];

    /// <summary>What a finalized request pays, in wei:
    /// min(amount, ⌊shares · frozen rate / 10¹⁸⌋), against the one who claims.</summary>
    public UInt256 Claimable(uint id)
    {
        EtherFiRequest request = _request[id];
        return UInt256.Min(
            request.Amount, UInt256.MulDivDown(request.Shares, _frozenRate[id], Wad.Scale));
    }

    internal void Begin() => _queue.Set(new EtherFiQueue(1, 0, 0, 1));

    /// <summary>Makes a request, when its shares are here.</summary>
    internal Refusal? Create(Address recipient, UInt256 amount, UInt256 shares)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (recipient.IsZero) return EtherFiRefusals.MintToZero;
        if (_core.Access.RefuseBlacklisted(recipient) is { } barred) return barred;

        uint id = Queue.Next;
        _queue.Set(Queue with { Next = id + 1 });
        _request[id] = new EtherFiRequest(amount.ToUInt128(), shares.ToUInt128(), true, recipient);
        _core.Store.Emit(new EtherFiRequestTransferred(Contract, Address.Zero, recipient, id));
        _core.Store.Emit(new EtherFiRequestCreated(Contract, id, amount, shares, recipient));
        return null;
    }

    /// <summary>Finalizes requests up to a number at the rate of now.</summary>
    internal Refusal? Finalize(Address sender, UInt256 id)
    {
        if (sender != _core.Contracts.Admin) return EtherFiRefusals.IncorrectCaller;
        if (id < Queue.LastFinalized) return EtherFiRefusals.CannotUndoFinalization;
        if (id >= Queue.Next) return EtherFiRefusals.CannotFinalizeFutureRequests;

        uint last = (uint)id.ToUInt64();
        if (last == Queue.LastFinalized) return null;

        UInt256 rate = _core.Pool.RateUp;
        for (uint each = Queue.LastFinalized + 1; each <= last; each++)
        {
            _frozenRate[each] = rate;
        }

        _queue.Set(Queue with { LastFinalized = last, Rates = Queue.Rates + 1 });
        return null;
    }

    /// <summary>Counts ether that came from the pool.</summary>
    internal void Receive(UInt256 amount) =>
        _queue.Set(Queue with { Locked = Queue.Locked + amount.ToUInt128() });

    internal Refusal? Invalidate(Address sender, uint id)
    {
        if (_core.Access.Require(EtherFiRole.Guardian, sender) is { } refusal) return refusal;
        if (id <= Queue.LastFinalized) return EtherFiRefusals.CannotInvalidateFinalizedRequest;

        EtherFiRequest request = _request[id];
        if (!request.Exists) return EtherFiRefusals.RequestNotFound;
        if (!request.IsValid) return EtherFiRefusals.RequestNotValid;

        _request[id] = request with { IsValid = false };
        _core.Store.Emit(new EtherFiRequestInvalidated(Contract, id));
        return null;
    }

    /// <summary>Makes a request valid again; one that finalization went over gets its ether now.</summary>
    internal Refusal? Validate(Address sender, uint id)
    {
        if (_core.Access.Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;

        EtherFiRequest request = _request[id];
        if (!request.Exists) return EtherFiRefusals.RequestNotFound;
        if (request.IsValid) return EtherFiRefusals.RequestValid;
        if (id <= Queue.LastFinalized)
        {
            if (request.Amount > _core.Pool.Books.In)
            {
                return EtherFiRefusals.RequestAmountGreaterThanAvailableLiquidity;
            }

            if (_core.Pool.Lock(Contract, request.Amount) is { } unpaid) return unpaid;
        }

        _request[id] = request with { IsValid = true };
        _core.Store.Emit(new EtherFiRequestValidated(Contract, id));
        return null;
    }

    internal Refusal? Seize(Address sender, uint id, Address recipient)
    {
        if (_core.Access.Require(EtherFiRole.UpgradeTimelock, sender) is { } refusal) return refusal;

        EtherFiRequest request = _request[id];
        if (request.IsValid) return EtherFiRefusals.RequestValid;
        if (!request.Exists) return EtherFiRefusals.RequestNotFound;
        if (Move(sender, id, recipient) is { } unmoved) return unmoved;

        _core.Store.Emit(new EtherFiRequestSeized(Contract, id));
        return null;
    }

    internal Refusal? Transfer(Address sender, Address from, Address to, uint id)
    {
        EtherFiRequest request = _request[id];
        if (!request.Exists) return EtherFiRefusals.InvalidTokenId;
        if (sender != request.Owner) return EtherFiRefusals.NotOwnerOrApproved;
        if (from != request.Owner) return EtherFiRefusals.TransferFromIncorrectOwner;

        return Move(sender, id, to);
    }

    private Refusal? Move(Address sender, uint id, Address to)
    {
        if (to.IsZero) return EtherFiRefusals.TransferToZero;
        if (RefuseMoving(sender, id, to) is { } refusal) return refusal;

        EtherFiRequest request = _request[id];
        _request[id] = request with { Owner = to };
        _core.Store.Emit(new EtherFiRequestTransferred(Contract, request.Owner, to, id));
        return null;
    }

    private Refusal? RefuseMoving(Address sender, uint id, Address to)
    {
        EtherFiRequest request = _request[id];
        return _core.Access.RefuseBlacklisted(request.Owner)
            ?? _core.Access.RefuseBlacklisted(to)
            ?? (request.IsValid ? null : _core.Access.Require(EtherFiRole.UpgradeTimelock, sender));
    }
}

/// <summary>How far the queue is.</summary>
/// <param name="Next">The number of the next request; the first is 1.</param>
/// <param name="LastFinalized">Up to which number requests are finalized.</param>
/// <param name="Locked">Ether that is kept for finalized requests, in wei.</param>
/// <param name="Rates">How many rates were frozen, and one for those before the first.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiQueue(uint Next, uint LastFinalized, UInt128 Locked, ulong Rates);

/// <summary>A request to withdraw.</summary>
/// <param name="Amount">What was asked for, in wei.</param>
/// <param name="Shares">The shares of it at the request, rounded down.</param>
/// <param name="IsValid">Whether it may be claimed and counts when requests are finalized.</param>
/// <param name="Owner">Who is paid.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiRequest(UInt128 Amount, UInt128 Shares, bool IsValid, Address Owner)
{
    /// <summary>Whether it is there, and was not claimed.</summary>
    public bool Exists => !Owner.IsZero;
}
