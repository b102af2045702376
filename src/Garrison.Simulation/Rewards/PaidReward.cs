using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>By which rule a reward is divided.</summary>
public enum RewardKind
{
    /// <summary>Among all who back a service, by stake.</summary>
    Avs,

    /// <summary>Among all stakers, by stake.</summary>
    AllStakers,

    /// <summary>Among all who back any service, by stake: programmatic incentives.</summary>
    AllEarners,

    /// <summary>To operators of a service, what it assigns to each, and on to their stakers.</summary>
    DirectedAvs,

    /// <summary>To operators of a set, what it assigns to each, and on to their stakers.</summary>
    DirectedSet,

    /// <summary>Among the operators of a set by slashable stake, and on to their stakers.</summary>
    UniqueStake,

    /// <summary>Among the operators of a set by delegated stake, and on to their stakers.</summary>
    TotalStake,
}

/// <summary>Where the tokens of a reward come from; a property of the submission.</summary>
public enum RewardSource
{
    /// <summary>Fees that a service pays for its security.</summary>
    Organic,

    /// <summary>Tokens made for the purpose.</summary>
    Emission,
}

/// <summary>A reward that was paid in, to be divided over days.</summary>
/// <param name="At">When it was submitted.</param>
/// <param name="Kind">By which rule.</param>
/// <param name="Hash">Its name.</param>
/// <param name="Set">Who is secured; set 0 of the service where sets play no part.</param>
/// <param name="Token">What is paid.</param>
/// <param name="Amount">How much in all; of a directed one, the sum.</param>
/// <param name="Operators">What each gets, of a directed one; else empty.</param>
/// <param name="Strategies">What counts, ascending.</param>
/// <param name="StartDay">The last day before it.</param>
/// <param name="EndDay">Its last day.</param>
/// <param name="DurationDays">Over how many days it was said to go.</param>
/// <param name="Source">Where the tokens come from.</param>
public sealed record PaidReward(
    Moment At,
    RewardKind Kind,
    Hash32 Hash,
    OperatorSet Set,
    Address Token,
    UInt256 Amount,
    IReadOnlyList<OperatorReward> Operators,
    IReadOnlyList<StrategyMultiplier> Strategies,
    int StartDay,
    int EndDay,
    int DurationDays,
    RewardSource Source = RewardSource.Organic)
{
    /// <summary>A submission that is divided by stake.</summary>
    internal static PaidReward Of(
        Moment at,
        RewardKind kind,
        Hash32 hash,
        OperatorSet set,
        Submission submission,
        RewardSource source) => new(
            at,
            kind,
            hash,
            set,
            submission.Token,
            submission.Amount,
            [],
            submission.Strategies,
            Days.Of(submission.StartSeconds),
            Days.Of((long)submission.StartSeconds + submission.DurationSeconds),
            (int)(submission.DurationSeconds / Days.Seconds),
            source);

    /// <summary>A submission that assigns amounts to operators.</summary>
    internal static PaidReward Of(
        Moment at,
        RewardKind kind,
        Hash32 hash,
        OperatorSet set,
        DirectedSubmission submission,
        RewardSource source) => new(
            at,
            kind,
            hash,
            set,
            submission.Token,
            submission.OperatorRewards.Sum(static one => one.Amount),
            submission.OperatorRewards,
            submission.Strategies,
            Days.Of(submission.StartSeconds),
            Days.Of((long)submission.StartSeconds + submission.DurationSeconds),
            (int)(submission.DurationSeconds / Days.Seconds),
            source);

    /// <summary>What is paid on a day, where all days are equal: FLOOR(amount / days).</summary>
    public UInt256 PerDay => PgDivision.Floor(Amount, (ulong)DurationDays);

    /// <summary>What a share of a strategy weighs; 0 for a strategy that plays no part.</summary>
    public UInt256 MultiplierOf(Address strategy) =>
        Strategies.FirstOrDefault(one => one.Strategy == strategy).Multiplier;

    /// <summary>Whether the service assigns amounts to operators.</summary>
    public bool IsDirected => Kind is RewardKind.DirectedAvs or RewardKind.DirectedSet;

    /// <summary>Whether operators are paid by their stake.</summary>
    public bool IsByStake => Kind is RewardKind.UniqueStake or RewardKind.TotalStake;
}
