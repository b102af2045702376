using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Which rule made a row; the numbers are those of the sidecar's tables.</summary>
public enum RewardTable
{
    /// <summary>A staker, of a service's reward.</summary>
    AvsStaker = 2,

    /// <summary>An operator, of a service's reward.</summary>
    AvsOperator = 3,

    /// <summary>A staker, of a reward for all stakers.</summary>
    AllStakers = 4,

    /// <summary>A staker, of programmatic incentives.</summary>
    AllEarnersStaker = 5,

    /// <summary>An operator, of programmatic incentives.</summary>
    AllEarnersOperator = 6,

    /// <summary>An operator, of what a service assigned to it.</summary>
    DirectedOperator = 8,

    /// <summary>A staker, of what a service assigned to its operator.</summary>
    DirectedStaker = 9,

    /// <summary>A service, of what it assigned to an operator that was never registered.</summary>
    DirectedRefund = 10,

    /// <summary>An operator, of what a service assigned to it in a set.</summary>
    DirectedSetOperator = 12,

    /// <summary>A staker, of what a service assigned to its operator in a set.</summary>
    DirectedSetStaker = 13,

    /// <summary>A service, of what nobody in a set could get.</summary>
    DirectedSetRefund = 14,

    /// <summary>An operator, by slashable stake.</summary>
    UniqueOperator = 16,

    /// <summary>A staker, by slashable stake.</summary>
    UniqueStaker = 17,

    /// <summary>A service, of a day on which no slashable stake was.</summary>
    UniqueRefund = 18,

    /// <summary>An operator, by delegated stake.</summary>
    TotalOperator = 19,

    /// <summary>A staker, by delegated stake.</summary>
    TotalStaker = 20,

    /// <summary>A service, of a day on which no delegated stake was.</summary>
    TotalRefund = 21,
}

/// <summary>What someone earned on a day from a reward, by one rule.</summary>
/// <param name="Table">By which rule.</param>
/// <param name="Reward">From which reward.</param>
/// <param name="Day">On which day.</param>
/// <param name="Earner">Who.</param>
/// <param name="Operator">The operator it was earned with; of refunds, the one that did not get it.</param>
/// <param name="Amount">How much.</param>
/// <param name="IsCounted">Whether it is paid: of equal refunds of a day only one is.</param>
/// <param name="Factors">How it came about, where that was asked for.</param>
public readonly record struct RewardRow(
    RewardTable Table,
    PaidReward Reward,
    int Day,
    Address Earner,
    Address Operator,
    UInt256 Amount,
    bool IsCounted,
    RewardFactors? Factors);

/// <summary>The numbers a row was computed from.</summary>
/// <param name="Strategy">The first strategy that counted.</param>
/// <param name="Multiplier">Its multiplier.</param>
/// <param name="Shares">The earner's shares in it.</param>
/// <param name="Weight">What all its shares weigh.</param>
/// <param name="TotalWeight">What all weigh among whom is divided.</param>
/// <param name="Proportion">Its share of them, in 10⁻¹⁵, rounded down.</param>
/// <param name="Pool">What is divided, or what the operator has of it, in the token.</param>
/// <param name="Payout">Staker and operator together, or the operator's part before it is split.</param>
/// <param name="OperatorTokens">What the operator keeps.</param>
/// <param name="SplitBps">Which part it keeps, in hundredths of a percent.</param>
public sealed record RewardFactors(
    Address Strategy,
    UInt256 Multiplier,
    Int256 Shares,
    PgNumeric Weight,
    PgNumeric TotalWeight,
    ulong Proportion,
    UInt256 Pool,
    UInt256 Payout,
    UInt256 OperatorTokens,
    uint SplitBps);

/// <summary>Takes the rows of a run. Rows come from several threads, each with a sink of its own.</summary>
public abstract class RewardSink
{
    /// <summary>Whether rows are to carry their factors, which costs much more.</summary>
    public virtual bool WantsFactors => false;

    /// <summary>Takes a row.</summary>
    public abstract void Add(in RewardRow row);
}
