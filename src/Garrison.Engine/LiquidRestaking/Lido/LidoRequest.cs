using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>A request to withdraw, with sums over all requests up to it: what lies between two requests is
/// the difference of their sums.</summary>
/// <param name="CumulativeEther">stETH of this and all earlier requests, in wei.</param>
/// <param name="CumulativeShares">Shares of this and all earlier requests.</param>
/// <param name="Owner">Who may claim or transfer it; stays when it is claimed.</param>
/// <param name="Timestamp">When it was made, in seconds.</param>
/// <param name="ReportTimestamp">The last report before it, in seconds.</param>
/// <param name="IsClaimed">Whether it was claimed.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct LidoRequest(
    UInt256 CumulativeEther,
    UInt256 CumulativeShares,
    Address Owner,
    ulong Timestamp,
    UInt256 ReportTimestamp,
    bool IsClaimed);

/// <summary>From which request on a rate holds, until the next checkpoint.</summary>
/// <param name="FromRequest">The first request.</param>
/// <param name="MaxShareRate">At most this much ether per share, times 10²⁷.</param>
internal readonly record struct LidoCheckpoint(ulong FromRequest, UInt256 MaxShareRate);

/// <summary>The counters of the queue.</summary>
/// <param name="Last">The last request; requests count from 1.</param>
/// <param name="LastFinalized">The last finalised request.</param>
/// <param name="LastCheckpoint">The last checkpoint; checkpoints count from 1.</param>
/// <param name="Locked">Ether that waits to be claimed, in wei.</param>
/// <param name="LastReport">The last report, in seconds.</param>
/// <param name="BunkerSince">When bunker mode began, in seconds; the greatest number when it is off.</param>
/// <param name="ResumeSince">Until when the queue is paused, in seconds.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct LidoQueueState(
    ulong Last,
    ulong LastFinalized,
    ulong LastCheckpoint,
    UInt256 Locked,
    UInt256 LastReport,
    UInt256 BunkerSince,
    UInt256 ResumeSince);

/// <summary>What lies between two requests.</summary>
/// <param name="ShareRate">Ether per share, times 10²⁷, rounded down.</param>
/// <param name="Ether">stETH, in wei.</param>
/// <param name="Shares">Shares.</param>
internal readonly record struct LidoBatch(UInt256 ShareRate, UInt256 Ether, UInt256 Shares)
{
    /// <summary>The requests after one and up to another.</summary>
    /// <exception cref="OverflowException">The other is not the later one.</exception>
    /// <exception cref="DivideByZeroException">They have no shares.</exception>
    public static LidoBatch Between(in LidoRequest before, in LidoRequest last)
    {
        UInt256 ether = last.CumulativeEther - before.CumulativeEther;
        UInt256 shares = last.CumulativeShares - before.CumulativeShares;
        return new LidoBatch((ether * LidoQueue.RatePrecision).DivDown(shares), ether, shares);
    }

    /// <summary>What is paid for it: what was asked for, or the shares at a lower rate, rounded down for
    /// the pool.</summary>
    public UInt256 PaidDown(UInt256 maxShareRate) => ShareRate > maxShareRate
        ? (Shares * maxShareRate).DivDown(LidoQueue.RatePrecision)
        : Ether;
}
