using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <content>Finalisation: which requests can be paid, what that takes, and the paying.</content>
public sealed partial class LidoQueue
{
    /// <summary>What finalising up to the end of the last batch takes.</summary>
    /// <param name="batches">The last request of each batch; all requests of one are below the rate, or all
    /// above it.</param>
    /// <param name="maxShareRate">At most this much ether per share, times 10²⁷.</param>
    /// <param name="etherToLock">What it takes, in wei, each batch rounded down.</param>
    /// <param name="sharesToBurn">The shares of the requests.</param>
    public Refusal? Prefinalize(
        IReadOnlyList<UInt256> batches,
        UInt256 maxShareRate,
        out UInt256 etherToLock,
        out UInt256 sharesToBurn)
    {
        etherToLock = sharesToBurn = UInt256.Zero;
        if (maxShareRate.IsZero) return LidoRefusals.ZeroShareRate;
        if (batches.Count == 0) return LidoRefusals.EmptyBatches;
        if (batches[0] <= LastFinalized || batches[^1] > Last) return LidoRefusals.InvalidRequestId;

        UInt256 before = LastFinalized;
        foreach (UInt256 end in batches)
        {
            if (end <= before) return LidoRefusals.BatchesAreNotSorted;

            var batch = LidoBatch.Between(RequestAt(before), RequestAt(end));
            etherToLock += batch.PaidDown(maxShareRate);
            sharesToBurn += batch.Shares;
            before = end;
        }

        return null;
    }

    /// <summary>Splits waiting requests into batches, as far as the ether goes: what the oracle asks before
    /// a report, a number of requests at a time.</summary>
    /// <param name="maxShareRate">At most this much ether per share, times 10²⁷.</param>
    /// <param name="maxTimestamp">No request made later than this, in seconds.</param>
    /// <param name="maxRequests">How many requests to look at in this call.</param>
    /// <param name="state">What the call before came to.</param>
    /// <param name="next">What this one comes to.</param>
    public Refusal? CalculateBatches(
        UInt256 maxShareRate,
        UInt256 maxTimestamp,
        UInt256 maxRequests,
        LidoBatches state,
        out LidoBatches next)
    {
        next = state;
        if (state.IsFinished || state.RemainingEther.IsZero) return LidoRefusals.InvalidState;

        BatchSplitter splitter = new(state, maxShareRate);
        UInt256 id = splitter.Start(this) + UInt256.One;
        UInt256 end = id + maxRequests;
        while (id <= Last && id < end)
        {
            LidoRequest request = RequestAt(id);
            if (request.Timestamp > maxTimestamp || !splitter.TryTake(id, request)) break;

            id += UInt256.One;
        }

        next = splitter.End(isFinished: id > Last || id < end);
        return null;
    }

    internal Refusal? Finalize(Address sender, UInt256 lastId, UInt256 maxShareRate, UInt256 value)
    {
        if (_lido.Ledger.Transfer(Ledger.Ether, sender, Contract, value) is { } unpaid) return unpaid;
        if (IsPaused) return LidoRefusals.ResumedExpected;

        return _lido.RefuseWithout(LidoRole.Finalize, sender) ?? FinalizePaid(lastId, maxShareRate, value);
    }

    /// <summary>Finalises requests with ether that the queue has got.</summary>
    internal Refusal? FinalizePaid(UInt256 lastId, UInt256 maxShareRate, UInt256 value)
    {
        if (IsPaused) return LidoRefusals.ResumedExpected;
        if (lastId > Last || lastId <= LastFinalized) return LidoRefusals.InvalidRequestId;

        LidoQueueState state = _state.Value;
        LidoRequest before = _request[state.LastFinalized];
        LidoRequest last = RequestAt(lastId);
        if (value > last.CumulativeEther - before.CumulativeEther) return LidoRefusals.TooMuchEtherToFinalize;

        ulong first = state.LastFinalized + 1;
        _checkpoint[state.LastCheckpoint + 1] = new LidoCheckpoint(first, maxShareRate);
        _state.Set(state with
        {
            LastCheckpoint = state.LastCheckpoint + 1,
            Locked = state.Locked + value,
            LastFinalized = lastId.ToUInt64(),
        });
        _lido.Store.Emit(new LidoWithdrawalsFinalized(
            Contract, first, lastId, value, last.CumulativeShares - before.CumulativeShares, Now));

        // All that still wait look different too, as they are nearer to the end.
        _lido.Store.Emit(new LidoRequestsUpdated(Contract, first, state.Last));
        return null;
    }

    // Requests that no one made read as zeros.
    private LidoRequest RequestAt(UInt256 id) => id.FitsIn(64) ? _request[id.ToUInt64()] : default;

    /// <summary>Requests in one batch are of one side of the rate. Those after one report have one rate,
    /// which rounding may put on either side of it.</summary>
    private struct BatchSplitter(LidoBatches state, UInt256 maxShareRate)
    {
        private readonly UInt256[] _ends = [.. state.Ends];
        private int _count = state.Count;
        private UInt256 _remaining = state.RemainingEther;
        private LidoRequest _before;
        private UInt256 _rateBefore;

        public UInt256 Start(LidoQueue queue)
        {
            if (_count == 0)
            {
                _before = queue._request[queue._state.Value.LastFinalized];
                return queue.LastFinalized;
            }

            UInt256 handled = _ends[_count - 1];
            _before = queue.RequestAt(handled);
            _rateBefore = LidoBatch.Between(queue.RequestAt(handled - UInt256.One), _before).ShareRate;
            return handled;
        }

        public bool TryTake(UInt256 id, in LidoRequest request)
        {
            var batch = LidoBatch.Between(_before, request);
            UInt256 paid = batch.PaidDown(maxShareRate);
            if (paid > _remaining) return false;

            _remaining -= paid;
            if (_count != 0 && (_before.ReportTimestamp == request.ReportTimestamp
                || (_rateBefore <= maxShareRate) == (batch.ShareRate <= maxShareRate)))
            {
                _ends[_count - 1] = id;
            }
            else
            {
                if (_count == LidoBatches.Most) return false;

                _ends[_count] = id;
                _count++;
            }

            _rateBefore = batch.ShareRate;
            _before = request;
            return true;
        }

        public readonly LidoBatches End(bool isFinished) => new(_remaining, isFinished, _ends, _count);
    }
}

/// <summary>How far the splitting of requests into batches has come.</summary>
/// <param name="RemainingEther">What is left to pay with, in wei.</param>
/// <param name="IsFinished">Whether no further call is needed.</param>
/// <param name="Ends">The last request of each batch, in 36 places.</param>
/// <param name="Count">How many of the places are taken.</param>
public sealed record LidoBatches(
    UInt256 RemainingEther, bool IsFinished, IReadOnlyList<UInt256> Ends, int Count)
{
    /// <summary>How many batches one finalisation may have.</summary>
    public const int Most = 36;

    /// <summary>The last request of each batch.</summary>
    public IEnumerable<UInt256> Taken => Ends.Take(Count);

    /// <summary>Where a calculation begins.</summary>
    public static LidoBatches Begin(UInt256 ether) => new(ether, false, new UInt256[Most], 0);
}
