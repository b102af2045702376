using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Oracle;

/// <summary>Where a feed has its answer from.</summary>
public enum FeedKind : byte
{
    /// <summary>There is no such feed.</summary>
    None,

    /// <summary>A reporter posts what markets pay, when it moved enough or when it is time.</summary>
    Posted,

    /// <summary>A token's own rate, posted as a fact whenever it is known.</summary>
    Rate,

    /// <summary>The rate of another feed, no more than may have grown since a snapshot.</summary>
    Capped,

    /// <summary>The smaller answer of two feeds.</summary>
    Smaller,

    /// <summary>Another feed in the scale that Morpho reads.</summary>
    Scaled,

    /// <summary>What a pool trades at, now or over the last seconds.</summary>
    Pool,
}

/// <summary>A source of prices under an address.</summary>
/// <param name="Kind">Where its answer is from.</param>
/// <param name="Decimals">How many decimals an answer has.</param>
/// <param name="Depth">How many feeds an answer goes through, this one counted.</param>
/// <param name="Keeper">Who posts answers, or sets the cap.</param>
/// <param name="Answer">The last one that was posted.</param>
/// <param name="Round">How often one was posted, the first counted.</param>
/// <param name="UpdatedAt">When it was, in seconds since the Unix epoch.</param>
/// <param name="HeartbeatSeconds">After how long an answer is stale and another is due; 0 for
/// never.</param>
/// <param name="DeviationBps">How far one has to be from the last to be due before that, in 10⁻⁴ of the
/// last; 0 for any.</param>
/// <param name="First">The feed that is read: the rate that is capped, one of two, the one that is
/// scaled.</param>
/// <param name="Second">The other one: what a capped rate is paid in, zero for nothing more.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Feed(
    FeedKind Kind,
    byte Decimals,
    byte Depth,
    Address Keeper,
    UInt256 Answer,
    ulong Round,
    ulong UpdatedAt,
    ulong HeartbeatSeconds,
    ushort DeviationBps,
    Address First,
    Address Second)
{
    /// <summary>Whether there is such a feed.</summary>
    public bool Exists => Kind != FeedKind.None;

    /// <summary>Whether the last answer is too old at a second.</summary>
    public bool IsStaleAt(ulong second) => HeartbeatSeconds != 0 && second - UpdatedAt > HeartbeatSeconds;

    /// <summary>Whether an answer may follow the last one at a second: after the heartbeat, or by
    /// |answer − last| · 10⁴ ≥ deviation · last.</summary>
    /// <exception cref="OverflowException">An answer is near 2²⁵⁶.</exception>
    public bool IsDue(UInt256 answer, ulong second)
    {
        if (HeartbeatSeconds != 0 && second - UpdatedAt >= HeartbeatSeconds) return true;

        UInt256 distance = answer > Answer ? answer - Answer : Answer - answer;
        return distance * Bps.Scale >= Answer * DeviationBps;
    }
}

/// <summary>How fast a rate may grow.</summary>
/// <param name="SnapshotRatio">What it was, in the decimals of its feed.</param>
/// <param name="SnapshotSeconds">When.</param>
/// <param name="GrowthPerSecond">By how much a second it may have grown since, times 10⁶.</param>
/// <param name="YearlyGrowthBps">The growth of 365 days that this is, in 10⁻⁴ of the snapshot.</param>
/// <param name="MinimumDelaySeconds">How old a snapshot has to be when it is set.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct GrowthCap(
    UInt256 SnapshotRatio,
    ulong SnapshotSeconds,
    UInt256 GrowthPerSecond,
    ushort YearlyGrowthBps,
    ulong MinimumDelaySeconds)
{
    /// <summary>The scale of <see cref="GrowthPerSecond"/>.</summary>
    public static UInt256 Scale { get; } = 1_000_000UL;

    /// <summary>The most that the rate counts at a second, not before the snapshot:
    /// snapshot + ⌊growth · seconds / 10⁶⌋.</summary>
    public UInt256 At(ulong second) =>
        SnapshotRatio + (GrowthPerSecond * (second - SnapshotSeconds)).DivDown(Scale);

    /// <summary>⌊⌊ratio · growth · 10⁶ / 10⁴⌋ / 31,536,000⌋, down, so against whoever holds the
    /// token.</summary>
    public static UInt256 GrowthPerSecondDown(UInt256 ratio, ushort yearlyGrowthBps) =>
        (ratio * yearlyGrowthBps * Scale).DivDown(Bps.Scale).DivDown(365UL * 24 * 60 * 60);
}

/// <summary>Which price of a pool a feed reads.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Base">What is priced.</param>
/// <param name="PaidIn">In what.</param>
/// <param name="WindowSeconds">Over how long; 0 for the price of the moment.</param>
/// <param name="Exponent">The power of ten that brings a price per smallest unit, in 10⁻¹⁸, to an
/// answer.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PoolPrice(
    Address Pool, Address Base, Address PaidIn, uint WindowSeconds, short Exponent);

/// <summary>What a feed answers at some second.</summary>
/// <param name="Exists">Whether there is a feed that answers; one of a pool without a price does
/// not.</param>
/// <param name="Price">The answer; 0 when there is none that is valid.</param>
/// <param name="Decimals">How many decimals it has.</param>
/// <param name="IsStale">Whether an answer it rests on is older than its heartbeat.</param>
/// <param name="IsCapped">Whether a cap cut a rate that it rests on.</param>
public readonly record struct FeedReading(
    bool Exists, UInt256 Price, byte Decimals, bool IsStale, bool IsCapped);
