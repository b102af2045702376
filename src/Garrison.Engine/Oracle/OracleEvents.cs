using Garrison.Primitives;

namespace Garrison.Engine.Oracle;

/// <summary>A reporter posted a price. Source: Chainlink's aggregators.</summary>
/// <param name="Contract">The feed.</param>
/// <param name="Current">The price, in the decimals of the feed.</param>
/// <param name="RoundId">How often one was posted, this one counted.</param>
/// <param name="UpdatedAt">When, in seconds since the Unix epoch.</param>
public sealed record FeedAnswerUpdated(Address Contract, UInt256 Current, ulong RoundId, ulong UpdatedAt)
    : Event(Contract);

/// <summary>A cap counts from another snapshot. Source: <c>PriceCapAdapterBase.sol</c>.</summary>
/// <param name="Contract">The feed.</param>
/// <param name="SnapshotRatio">What the rate was, in the decimals of its feed.</param>
/// <param name="SnapshotTimestamp">When, in seconds since the Unix epoch.</param>
/// <param name="MaxRatioGrowthPerSecond">By how much a second it may grow, rounded down.</param>
/// <param name="MaxYearlyRatioGrowthPercent">By how much in 365 days, in 10⁻⁴.</param>
public sealed record FeedCapUpdated(
    Address Contract,
    UInt256 SnapshotRatio,
    ulong SnapshotTimestamp,
    UInt256 MaxRatioGrowthPerSecond,
    ushort MaxYearlyRatioGrowthPercent) : Event(Contract);
