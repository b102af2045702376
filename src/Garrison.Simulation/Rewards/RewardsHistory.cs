using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>The place of a fact in the history of the chain.</summary>
/// <param name="Seconds">The time of its block, since the Unix epoch.</param>
/// <param name="Block">Its block.</param>
/// <param name="LogIndex">Its place in the block.</param>
public readonly record struct Moment(long Seconds, ulong Block, uint LogIndex)
{
    /// <summary>Its day, since the Unix epoch.</summary>
    public int Day => Days.Of(Seconds);

    /// <summary>What facts are ordered by.</summary>
    public (long Seconds, ulong Block, uint LogIndex) Order => (Seconds, Block, LogIndex);
}

/// <summary>Days as numbers since the Unix epoch; each begins at midnight UTC.</summary>
public static class Days
{
    /// <summary>The seconds of a day.</summary>
    public const int Seconds = 86_400;

    /// <summary>The day of a time.</summary>
    public static int Of(long seconds) => (int)Math.Floor(seconds / (double)Seconds);

    /// <summary>The day of a date.</summary>
    public static int Of(DateOnly date) =>
        date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The date of a day.</summary>
    public static DateOnly ToDate(int day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day);
}

/// <summary>Shares of a staker or an operator changed.</summary>
/// <param name="At">When.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Strategy">In which strategy.</param>
/// <param name="Shares">By how much.</param>
public readonly record struct ShareDelta(Moment At, Address Holder, Address Strategy, Int256 Shares);

/// <summary>A staker delegated, or stopped to.</summary>
/// <param name="At">When.</param>
/// <param name="Staker">Who.</param>
/// <param name="Operator">To whom, or from whom.</param>
/// <param name="IsDelegated">Whether it delegated.</param>
public readonly record struct DelegationChange(
    Moment At, Address Staker, Address Operator, bool IsDelegated);

/// <summary>An operator, or a strategy, joined a set or left it.</summary>
/// <param name="At">When.</param>
/// <param name="Member">Which operator or strategy.</param>
/// <param name="Set">Which set; 0 for services of before sets.</param>
/// <param name="IsActive">Whether it joined.</param>
public readonly record struct MembershipChange(Moment At, Address Member, OperatorSet Set, bool IsActive);

/// <summary>A service was asked on a day, and listed a strategy of an operator.</summary>
/// <param name="At">When.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Avs">The service.</param>
/// <param name="Strategy">The strategy.</param>
public readonly record struct RestakedStrategy(Moment At, Address Operator, Address Avs, Address Strategy);

/// <summary>An allocation takes effect.</summary>
/// <param name="At">The event, with the time of the block in which it takes effect.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Set">To which set.</param>
/// <param name="Strategy">In which strategy.</param>
/// <param name="Magnitude">How much, in 10⁻¹⁸.</param>
public readonly record struct AllocationChange(
    Moment At, Address Operator, OperatorSet Set, Address Strategy, ulong Magnitude);

/// <summary>The most an operator can put behind sets changed.</summary>
/// <param name="At">When.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Strategy">In which strategy.</param>
/// <param name="MaxMagnitude">What it is now, in 10⁻¹⁸.</param>
public readonly record struct MaxMagnitudeChange(
    Moment At, Address Operator, Address Strategy, ulong MaxMagnitude);

/// <summary>An operator says what it keeps.</summary>
/// <param name="At">When it said so.</param>
/// <param name="Operator">Who; zero for the default of all.</param>
/// <param name="Set">Of which service or set's rewards; default for programmatic incentives.</param>
/// <param name="ActivatedAt">When it begins, in seconds since the Unix epoch.</param>
/// <param name="SplitBps">How much, in hundredths of a percent.</param>
public readonly record struct SplitChange(
    Moment At, Address Operator, OperatorSet Set, long ActivatedAt, uint SplitBps);

/// <summary>All facts that decide who earns what.</summary>
public sealed class RewardsHistory
{
    /// <summary>Shares of stakers, as withdrawable as the calculation knows them.</summary>
    public IList<ShareDelta> StakerShares { get; } = [];

    /// <summary>Shares delegated to operators.</summary>
    public IList<ShareDelta> OperatorShares { get; } = [];

    /// <summary>Who delegates to whom.</summary>
    public IList<DelegationChange> Delegations { get; } = [];

    /// <summary>Operators of services, as the AVSDirectory registers them.</summary>
    public IList<MembershipChange> AvsOperators { get; } = [];

    /// <summary>Operators of sets.</summary>
    public IList<MembershipChange> SetOperators { get; } = [];

    /// <summary>Strategies of sets.</summary>
    public IList<MembershipChange> SetStrategies { get; } = [];

    /// <summary>What services said of their operators' strategies, a day each.</summary>
    public IList<RestakedStrategy> RestakedStrategies { get; } = [];

    /// <summary>Allocations.</summary>
    public IList<AllocationChange> Allocations { get; } = [];

    /// <summary>Maximum magnitudes.</summary>
    public IList<MaxMagnitudeChange> MaxMagnitudes { get; } = [];

    /// <summary>What operators keep of services' rewards.</summary>
    public IList<SplitChange> AvsSplits { get; } = [];

    /// <summary>What operators keep of programmatic incentives.</summary>
    public IList<SplitChange> ProgrammaticSplits { get; } = [];

    /// <summary>What operators keep of sets' rewards.</summary>
    public IList<SplitChange> SetSplits { get; } = [];

    /// <summary>What operators keep that said nothing.</summary>
    public IList<SplitChange> DefaultSplits { get; } = [];

    /// <summary>Rewards that were paid in.</summary>
    public IList<PaidReward> Rewards { get; } = [];

    /// <summary>Stakers that get no programmatic incentives before the fork Panama.</summary>
    public ISet<Address> Excluded { get; } = new HashSet<Address>();
}
