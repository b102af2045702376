using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>The queue of withdrawals. A request is a token that can be sold; the first in are the first
/// out.</summary>
/// <remarks>
/// <para>
/// A request puts stETH into the queue, where it goes on rebasing until the request is finalised. It is
/// then paid the stETH it asked for, or its shares at the rate of the finalisation, whichever is less: the
/// rewards of the time in between are the pool's, the losses the holder's. Finalising sets ether aside and a
/// checkpoint with the rate; each claim is computed again with the checkpoint's rate, so a wei or two of the
/// ether set aside stay.
/// </para>
/// <para>
/// Source: <c>WithdrawalQueueBase.sol</c>, <c>WithdrawalQueue.sol</c>, <c>WithdrawalQueueERC721.sol</c>,
/// <c>PausableUntil.sol</c>.
/// </para>
/// </remarks>
public sealed partial class LidoQueue
{
    /// <summary>The scale of a rate of shares: 10²⁷.</summary>
    public static readonly UInt256 RatePrecision = Wad.Scale * 1_000_000_000UL;

    private static readonly UInt256 _minAmount = 100UL;
    private static readonly UInt256 _maxAmount = Wad.Scale * 1_000UL;

    private readonly LidoCore _lido;
    private readonly Cell<LidoQueueState> _state;
    private readonly Table<ulong, LidoRequest> _request;
    private readonly Table<ulong, LidoCheckpoint> _checkpoint;
    private readonly OrderedSet<Address, ulong> _requestsOf;
    private readonly Table<ulong, Address> _approved;
    private readonly Table<Approval, bool> _isApprovedForAll;

    internal LidoQueue(LidoCore lido)
    {
        _lido = lido;
        _state = lido.Store.Cell<LidoQueueState>();
        _request = lido.Store.Table<ulong, LidoRequest>();
        _checkpoint = lido.Store.Table<ulong, LidoCheckpoint>();
        _requestsOf = new OrderedSet<Address, ulong>(lido.Store);
        _approved = lido.Store.Table<ulong, Address>();
        _isApprovedForAll = lido.Store.Table<Approval, bool>();
    }

    private Address Contract => _lido.Deployment.Queue;

    private UInt256 Now => _lido.Clock.Seconds;

    // The contract begins paused.
    internal void Begin() => _state.Set(
        _state.Value with { BunkerSince = UInt256.MaxValue, ResumeSince = UInt256.MaxValue });

    internal Refusal? Request(Address sender, IReadOnlyList<UInt256> amounts, Address owner)
    {
        if (IsPaused) return LidoRefusals.ResumedExpected;

        foreach (UInt256 amount in amounts)
        {
            if (RefuseAmount(amount) is { } refusal) return refusal;
            if (_lido.Ledger.Transfer(_lido.Deployment.Token, sender, Contract, amount) is { } unpaid)
            {
                return unpaid;
            }

            if (Enqueue(sender, amount, owner.IsZero ? sender : owner) is { } tooLarge) return tooLarge;
        }

        return null;
    }

    internal Refusal? RequestWrapped(Address sender, IReadOnlyList<UInt256> amounts, Address owner)
    {
        if (IsPaused) return LidoRefusals.ResumedExpected;

        foreach (UInt256 amount in amounts)
        {
            if (_lido.Ledger.TransferFromCounting(
                _lido.Deployment.Wrapper, Contract, sender, Contract, amount) is { } unpaid)
            {
                return unpaid;
            }

            if (_lido.Wrapper.Unwrap(Contract, amount, out UInt256 unwrapped) is { } refusal) return refusal;
            if (RefuseAmount(unwrapped) is { } wrongAmount) return wrongAmount;
            if (Enqueue(sender, unwrapped, owner.IsZero ? sender : owner) is { } tooLarge) return tooLarge;
        }

        return null;
    }

    /// <summary>Takes the time of a report, and whether it says that something is badly wrong.</summary>
    internal Refusal? OnReport(bool isBunker, UInt256 bunkerStart, UInt256 reportTimestamp)
    {
        if (bunkerStart >= Now || reportTimestamp >= Now) return LidoRefusals.InvalidReportTimestamp;

        bool wasBunker = IsBunkerModeActive;
        _state.Set(_state.Value with { LastReport = reportTimestamp });
        if (isBunker == wasBunker) return null;

        _state.Set(_state.Value with { BunkerSince = isBunker ? bunkerStart : UInt256.MaxValue });
        _lido.Store.Emit(isBunker
            ? new LidoBunkerModeEnabled(Contract, bunkerStart)
            : new LidoBunkerModeDisabled(Contract));
        return null;
    }

    internal Refusal? OnReportOf(Address sender, bool isBunker, UInt256 bunkerStart, UInt256 timestamp) =>
        _lido.RefuseWithout(LidoRole.Oracle, sender) ?? OnReport(isBunker, bunkerStart, timestamp);

    internal Refusal? PauseFor(Address sender, UInt256 duration)
    {
        if (_lido.RefuseWithout(LidoRole.Pause, sender) is { } stranger) return stranger;
        if (IsPaused) return LidoRefusals.ResumedExpected;
        if (duration.IsZero) return LidoRefusals.ZeroPauseDuration;

        PauseBefore(duration == UInt256.MaxValue ? duration : Now + duration);
        return null;
    }

    internal Refusal? PauseUntil(Address sender, UInt256 until)
    {
        if (_lido.RefuseWithout(LidoRole.Pause, sender) is { } stranger) return stranger;
        if (IsPaused) return LidoRefusals.ResumedExpected;
        if (until < Now) return LidoRefusals.PauseUntilMustBeInFuture;

        PauseBefore(until == UInt256.MaxValue ? until : until + UInt256.One);
        return null;
    }

    internal Refusal? Resume(Address sender)
    {
        if (_lido.RefuseWithout(LidoRole.Resume, sender) is { } stranger) return stranger;
        if (!IsPaused) return LidoRefusals.PausedExpected;

        _state.Set(_state.Value with { ResumeSince = Now });
        _lido.Store.Emit(new LidoResumed(Contract));
        return null;
    }

    private static Refusal? RefuseAmount(UInt256 amount) =>
        amount < _minAmount ? LidoRefusals.RequestAmountTooSmall
        : amount > _maxAmount ? LidoRefusals.RequestAmountTooLarge
        : null;

    private void PauseBefore(UInt256 resumeSince)
    {
        _state.Set(_state.Value with { ResumeSince = resumeSince });
        _lido.Store.Emit(new LidoPaused(
            Contract, resumeSince == UInt256.MaxValue ? resumeSince : resumeSince - Now));
    }

    private Refusal? Enqueue(Address sender, UInt256 amount, Address owner)
    {
        if (_lido.Ledger.ConvertToSharesDown(
            _lido.Deployment.Token, amount, out UInt256 shares) is { } tooLarge)
        {
            return tooLarge;
        }

        LidoQueueState state = _state.Value;
        ulong id = state.Last + 1;
        LidoRequest last = _request[state.Last];
        _state.Set(state with { Last = id });
        _request[id] = new LidoRequest(
            last.CumulativeEther + amount,
            last.CumulativeShares + shares,
            owner,
            _lido.Clock.Seconds,
            state.LastReport,
            IsClaimed: false);
        _ = _requestsOf.Add(owner, id);
        _lido.Store.Emit(new LidoWithdrawalRequested(Contract, id, sender, owner, amount, shares));
        _lido.Store.Emit(new LidoRequestTransferred(Contract, Address.Zero, owner, id));
        return null;
    }
}
