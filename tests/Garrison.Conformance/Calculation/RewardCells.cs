using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Simulation.Rewards;

namespace Garrison.Conformance.Calculation;

/// <summary>Cells of the calculation's tables, by the names of their columns.</summary>
internal static class RewardCells
{
    /// <summary>A cell of tables 2 to 21, less those of active rewards.</summary>
    public static string Of(string column, RewardRow row) => column switch
    {
        "reward_hash" => row.Reward.Hash.ToString(),
        "snapshot" => DayText(row.Day),
        "token" => row.Reward.Token.ToLowerHex(),
        "avs" => row.Reward.Set.Avs.ToLowerHex(),
        "operator_set_id" => row.Reward.Set.Id.ToString(),
        "operator" => row.Operator.ToLowerHex(),
        "staker" or "earner" => row.Earner.ToLowerHex(),
        "strategy" => row.Factors.Strategy.ToLowerHex(),
        "multiplier" => row.Factors.Multiplier.ToString(),
        "shares" or "operator_total_shares" => row.Factors.Shares.ToString(),
        "staker_weight" or "weighted_shares" or "operator_allocated_weight" or "operator_total_weight" =>
            row.Factors.Weight.ToString(),
        "total_weight" or "total_staker_weight" or "total_operator_weight" =>
            row.Factors.TotalWeight.ToString(),
        "staker_proportion" => ((PgNumeric)row.Factors.Proportion / PgDivision.Whole).ToString(),
        "split_pct" => ((PgNumeric)(ulong)row.Factors.SplitBps / 10_000UL).ToString(),
        "total_staker_operator_payout" or "adjusted_tokens_per_snapshot"
            or "tokens_per_registered_snapshot_decimal" => row.Factors.Payout.ToString(),
        "staker_split" or "staker_split_total" => row.Factors.Pool.ToString(),
        "operator_tokens" => row.Factors.OperatorTokens.ToString(),
        "staker_tokens" or "avs_tokens" or "amount" => row.Amount.ToString(),
        _ => throw new RecordingException($"a table of rewards has a column {column}, which is not known"),
    };

    /// <summary>A cell of the tables of active rewards: 1, 7, 11 and 15.</summary>
    public static string Of(string column, ActiveRow row) => column switch
    {
        "reward_hash" => row.Reward.Hash.ToString(),
        "snapshot" => DayText(row.Day),
        "token" => row.Reward.Token.ToLowerHex(),
        "avs" => row.Reward.Set.Avs.ToLowerHex(),
        "operator_set_id" => row.Reward.Set.Id.ToString(),
        "strategy" => row.Strategy.Strategy.ToLowerHex(),
        "strategy_index" => row.Reward.Strategies.ToList().IndexOf(row.Strategy).ToString(),
        "multiplier" => row.Strategy.Multiplier.ToString(),
        "duration" => (row.Reward.DurationDays * Days.Seconds).ToString(),
        "reward_start_exclusive" => DayText(row.Window.FirstDay - 1),
        "reward_end_inclusive" => DayText(row.Window.LastDay),
        "tokens_per_day" =>
            LegacyPayout.PerDay(row.Reward.Amount, row.Reward.DurationDays).ToString("R"),
        "tokens_per_day_decimal" => row.Reward.PerDay.ToString(),
        "operator" => row.Assigned!.Operator.ToLowerHex(),
        "amount_decimal" => row.Assigned!.Amount.ToString(),
        "num_registered_snapshots" => row.Assigned!.RegisteredDays.ToString(),
        "tokens_per_registered_snapshot_decimal" => row.Assigned!.PerDay.ToString(),
        "reward_type" => row.Reward.Kind switch
        {
            RewardKind.Avs => "avs",
            RewardKind.AllStakers => "all_stakers",
            RewardKind.AllEarners => "all_earners",
            RewardKind.UniqueStake => "unique_stake",
            _ => "total_stake",
        },
        _ => throw new RecordingException($"active rewards have a column {column}, which is not known"),
    };

    public static string DayText(int day) => Days.ToDate(day).ToString("yyyy-MM-dd");
}

/// <summary>A day, a strategy and an operator of a window: a row of the tables of active rewards.</summary>
internal sealed record ActiveRow(
    RewardWindow Window, int Day, StrategyMultiplier Strategy, AssignedReward? Assigned)
{
    public PaidReward Reward => Window.Reward;

    public static IEnumerable<ActiveRow> Of(RewardWindow window) =>
        from day in Enumerable.Range(window.FirstDay, window.DayCount)
        from strategy in window.Reward.Strategies
        from assigned in window.Operators.DefaultIfEmpty()
        select new ActiveRow(window, day, strategy, assigned);
}
