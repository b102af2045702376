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
/// <param name="Day">On which day, since the Unix epoch.</param>
/// <param name="Earner">Who.</param>
/// <param name="Operator">The operator it was earned with; of a refund, the one that did not get it, or zero
/// where the day as a whole is refunded.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="IsCounted">Whether it is paid: of equal refunds of a day only one is.</param>
/// <param name="Factors">How the amount came about.</param>
public sealed record RewardRow(
    RewardTable Table,
    PaidReward Reward,
    int Day,
    Address Earner,
    Address Operator,
    UInt256 Amount,
    bool IsCounted,
    RewardFactors Factors)
{
    /// <summary>The order of rows: by day, then reward, table, earner and operator.</summary>
    public static IComparer<RewardRow> ByDay { get; } = Comparer<RewardRow>.Create(static (a, b) =>
        (a.Day, a.Reward.Hash, a.Table, a.Earner, a.Operator, !a.IsCounted)
            .CompareTo((b.Day, b.Reward.Hash, b.Table, b.Earner, b.Operator, !b.IsCounted)));
}

/// <summary>The numbers a row was computed from; those that its rule does not use are 0.</summary>
public sealed record RewardFactors
{
    /// <summary>The first strategy that counted, by address.</summary>
    public Address Strategy { get; init; }

    /// <summary>The multiplier of that strategy.</summary>
    public UInt256 Multiplier { get; init; }

    /// <summary>The earner's shares in that strategy.</summary>
    public UInt256 Shares { get; init; }

    /// <summary>What all shares of the earner weigh.</summary>
    public PgNumeric Weight { get; init; }

    /// <summary>What the shares of all weigh among whom the pool is divided.</summary>
    public PgNumeric TotalWeight { get; init; }

    /// <summary>The earner's part of that weight, in 10⁻¹⁵, rounded down.</summary>
    public ulong Proportion { get; init; }

    /// <summary>What is divided by weight: a day's tokens, or what an operator leaves to its
    /// stakers.</summary>
    public UInt256 Pool { get; init; }

    /// <summary>What falls to staker and operator together, before it is split.</summary>
    public UInt256 Payout { get; init; }

    /// <summary>What of that the operator keeps.</summary>
    public UInt256 OperatorTokens { get; init; }

    /// <summary>Which part the operator keeps, in hundredths of a percent.</summary>
    public uint SplitBps { get; init; }
}
