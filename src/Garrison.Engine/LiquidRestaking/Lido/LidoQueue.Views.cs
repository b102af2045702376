using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <content>Who waits, for how much, and what is set aside.</content>
public sealed partial class LidoQueue
{
    /// <summary>The last request; requests count from 1.</summary>
    public UInt256 Last => _state.Value.Last;

    /// <summary>The last finalised request.</summary>
    public UInt256 LastFinalized => _state.Value.LastFinalized;

    /// <summary>The last checkpoint; checkpoints count from 1.</summary>
    public UInt256 LastCheckpoint => _state.Value.LastCheckpoint;

    /// <summary>Ether set aside for claims, in wei, the dust of earlier claims included.</summary>
    public UInt256 LockedEther => _state.Value.Locked;

    /// <summary>The time of the last report, in seconds.</summary>
    public UInt256 LastReport => _state.Value.LastReport;

    /// <summary>When bunker mode began, in seconds; the greatest number when it is off.</summary>
    public UInt256 BunkerSince => _state.Value.BunkerSince;

    /// <summary>Whether bunker mode is on: something is badly wrong, and younger requests wait.</summary>
    public bool IsBunkerModeActive => BunkerSince < UInt256.MaxValue;

    /// <summary>Whether requests and finalisations are stopped. Claims never are.</summary>
    public bool IsPaused => Now < _state.Value.ResumeSince;

    /// <summary>What the waiting requests asked for, in wei.</summary>
    public UInt256 UnfinalizedEther => _request[_state.Value.Last].CumulativeEther
        - _request[_state.Value.LastFinalized].CumulativeEther;

    /// <summary>The shares of the waiting requests.</summary>
    public UInt256 UnfinalizedShares => _request[_state.Value.Last].CumulativeShares
        - _request[_state.Value.LastFinalized].CumulativeShares;

    /// <summary>How much ether in hand is short of what the waiting requests asked for, in wei.</summary>
    public UInt256 Deficit => UnfinalizedEther.SaturatingSub(_lido.Pool.Accounts.Buffered);

    /// <summary>The unclaimed requests of an owner, in the contract's order.</summary>
    public IReadOnlyList<ulong> RequestsOf(Address owner) => _requestsOf.ToArray(owner);

    /// <summary>Who may transfer a request besides its owner and the owner's operators; nobody once it is
    /// claimed.</summary>
    public Address ApprovedFor(UInt256 id) =>
        id.FitsIn(64) && !RequestAt(id).IsClaimed ? _approved[id.ToUInt64()] : default;

    /// <summary>A request; null when there is none of the number.</summary>
    public LidoRequestStatus? Status(UInt256 id)
    {
        if (id.IsZero || id > Last) return null;

        LidoRequest request = RequestAt(id);
        LidoRequest before = RequestAt(id - UInt256.One);
        return new LidoRequestStatus(
            request.CumulativeEther - before.CumulativeEther,
            request.CumulativeShares - before.CumulativeShares,
            request.Owner,
            request.Timestamp,
            id <= LastFinalized,
            request.IsClaimed);
    }

    /// <summary>The requests that wait, the first to be paid first.</summary>
    public IEnumerable<(UInt256 Id, LidoRequestStatus Request)> Waiting()
    {
        for (UInt256 id = LastFinalized + UInt256.One; id <= Last; id += UInt256.One)
        {
            yield return (id, Status(id)!.Value);
        }
    }

    /// <summary>All batches that the oracle would finalise, as far as the ether goes.</summary>
    /// <param name="ether">What there is to pay with, in wei.</param>
    /// <param name="maxShareRate">At most this much ether per share, times 10²⁷.</param>
    /// <param name="reportTimestamp">The time of the report, in seconds.</param>
    /// <remarks>
    /// In bunker mode requests made since its beginning wait. No contract says so: it is what the oracle's
    /// program does.
    /// </remarks>
    public IReadOnlyList<UInt256> BatchesFor(UInt256 ether, UInt256 maxShareRate, UInt256 reportTimestamp)
    {
        if (ether.IsZero || Last == LastFinalized) return [];

        UInt256 until = reportTimestamp.SaturatingSub(_lido.Reports.Limits.RequestMargin);
        _ = CalculateBatches(
            maxShareRate,
            UInt256.Min(until, BunkerSince),
            Last,
            LidoBatches.Begin(ether),
            out LidoBatches batches);
        return [.. batches.Taken];
    }
}

/// <summary>A request to withdraw.</summary>
/// <param name="Ether">What was asked for, in wei.</param>
/// <param name="Shares">The shares that it was then.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Timestamp">When it was made, in seconds.</param>
/// <param name="IsFinalized">Whether its ether is set aside.</param>
/// <param name="IsClaimed">Whether it was paid.</param>
public readonly record struct LidoRequestStatus(
    UInt256 Ether, UInt256 Shares, Address Owner, ulong Timestamp, bool IsFinalized, bool IsClaimed);
