using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>A member sent a report.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="ConsensusVersion">Which rules it follows.</param>
/// <param name="RefSlotFrom">The first slot.</param>
/// <param name="RefSlotTo">The last slot.</param>
/// <param name="RefBlockFrom">The first block.</param>
/// <param name="RefBlockTo">The last block.</param>
/// <param name="Hash">Its name.</param>
/// <param name="CommitteeMember">Who.</param>
public sealed record EtherFiReportSubmitted(
    Address Contract,
    uint ConsensusVersion,
    uint RefSlotFrom,
    uint RefSlotTo,
    uint RefBlockFrom,
    uint RefBlockTo,
    Hash32 Hash,
    Address CommitteeMember) : Event(Contract);

/// <summary>Enough members sent a report.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="ConsensusVersion">Which rules it follows.</param>
/// <param name="RefSlotFrom">The first slot.</param>
/// <param name="RefSlotTo">The last slot.</param>
/// <param name="RefBlockFrom">The first block.</param>
/// <param name="RefBlockTo">The last block.</param>
/// <param name="Hash">Its name.</param>
public sealed record EtherFiReportPublished(
    Address Contract,
    uint ConsensusVersion,
    uint RefSlotFrom,
    uint RefSlotTo,
    uint RefBlockFrom,
    uint RefBlockTo,
    Hash32 Hash) : Event(Contract);

/// <summary>A report was taken back.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="Hash">Its name.</param>
public sealed record EtherFiReportUnpublished(Address Contract, Hash32 Hash) : Event(Contract);

/// <summary>There is another member.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="Member">Who.</param>
public sealed record EtherFiMemberAdded(Address Contract, Address Member) : Event(Contract);

/// <summary>A member is none any more.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="Member">Who.</param>
public sealed record EtherFiMemberRemoved(Address Contract, Address Member) : Event(Contract);

/// <summary>A member may report, or may not.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="Member">Who.</param>
/// <param name="Enabled">Whether it may.</param>
public sealed record EtherFiMemberUpdated(Address Contract, Address Member, bool Enabled) : Event(Contract);

/// <summary>Another number of members decides.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="NewQuorumSize">How many.</param>
public sealed record EtherFiQuorumUpdated(Address Contract, uint NewQuorumSize) : Event(Contract);

/// <summary>A report spans other periods.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="NewOracleReportPeriod">In slots.</param>
public sealed record EtherFiReportPeriodUpdated(
    Address Contract, uint NewOracleReportPeriod) : Event(Contract);

/// <summary>A report was executed.</summary>
/// <param name="Contract">The admin contract.</param>
/// <param name="Address">Who asked.</param>
/// <param name="ReportHash">The name of the report.</param>
public sealed record EtherFiOperationsExecuted(
    Address Contract, Address Address, Hash32 ReportHash) : Event(Contract);

/// <summary>A report may fall further, or less far.</summary>
/// <param name="Contract">The admin contract.</param>
/// <param name="Bps">In 10⁻⁴ of the assets; 0 for 3.</param>
public sealed record EtherFiMaxNegativeRebaseUpdated(Address Contract, UInt256 Bps) : Event(Contract);

/// <summary>A contract is paused.</summary>
/// <param name="Contract">Which.</param>
/// <param name="Account">Who did it.</param>
public sealed record EtherFiPaused(Address Contract, Address Account) : Event(Contract);

/// <summary>A contract is paused no more.</summary>
/// <param name="Contract">Which.</param>
/// <param name="Account">Who did it.</param>
public sealed record EtherFiUnpaused(Address Contract, Address Account) : Event(Contract);

/// <summary>A contract is paused for a time.</summary>
/// <param name="Contract">Which.</param>
/// <param name="PausedUntil">Up to which second.</param>
public sealed record EtherFiPausedUntil(Address Contract, ulong PausedUntil) : Event(Contract);

/// <summary>The pause for a time is over early.</summary>
/// <param name="Contract">Which.</param>
public sealed record EtherFiUnpausedUntil(Address Contract) : Event(Contract);

/// <summary>Pauses for a time are longer or shorter.</summary>
/// <param name="Contract">Which.</param>
/// <param name="PauseUntilDuration">In seconds.</param>
public sealed record EtherFiPauseDurationSet(Address Contract, ulong PauseUntilDuration) : Event(Contract);

/// <summary>An account is barred for good.</summary>
/// <param name="Contract">The blacklister.</param>
/// <param name="User">Who.</param>
public sealed record EtherFiUserBlacklisted(Address Contract, Address User) : Event(Contract);

/// <summary>An account is barred for a time.</summary>
/// <param name="Contract">The blacklister.</param>
/// <param name="User">Who.</param>
/// <param name="Until">Before which second.</param>
public sealed record EtherFiUserBlacklistedUntil(
    Address Contract, Address User, UInt256 Until) : Event(Contract);

/// <summary>An account is barred no more.</summary>
/// <param name="Contract">The blacklister.</param>
/// <param name="User">Who.</param>
public sealed record EtherFiUserUnblacklisted(Address Contract, Address User) : Event(Contract);

/// <summary>There is another bucket.</summary>
/// <param name="Contract">The rate limiter.</param>
/// <param name="Id">Its name.</param>
/// <param name="Capacity">The most that it holds, in gwei.</param>
/// <param name="RefillRate">What comes in each second, in gwei.</param>
public sealed record EtherFiLimiterCreated(
    Address Contract, Hash32 Id, ulong Capacity, ulong RefillRate) : Event(Contract);

/// <summary>A bucket holds more or less.</summary>
/// <param name="Contract">The rate limiter.</param>
/// <param name="Id">Its name.</param>
/// <param name="Capacity">The most that it holds, in gwei.</param>
public sealed record EtherFiCapacityUpdated(Address Contract, Hash32 Id, ulong Capacity) : Event(Contract);

/// <summary>A bucket fills faster or slower.</summary>
/// <param name="Contract">The rate limiter.</param>
/// <param name="Id">Its name.</param>
/// <param name="RefillRate">What comes in each second, in gwei.</param>
public sealed record EtherFiRefillRateUpdated(
    Address Contract, Hash32 Id, ulong RefillRate) : Event(Contract);

/// <summary>More or less is in a bucket.</summary>
/// <param name="Contract">The rate limiter.</param>
/// <param name="Id">Its name.</param>
/// <param name="Remaining">How much, in gwei.</param>
public sealed record EtherFiRemainingUpdated(Address Contract, Hash32 Id, ulong Remaining) : Event(Contract);
