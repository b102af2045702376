using System.Globalization;
using System.Text.Json;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Conformance.Calculation;

/// <summary>Reads the inputs of a recorded calculation: what the indexer had taken from the chain.</summary>
internal sealed class ScenarioInputs
{
    private readonly JsonElement _inputs;
    private readonly Dictionary<ulong, long> _secondsOfBlock;

    private ScenarioInputs(JsonElement inputs)
    {
        _inputs = inputs;
        _secondsOfBlock = Rows("blocks").ToDictionary(
            static row => ulong.Parse(row.Text("number")), static row => Seconds(row.Text("block_time")));
    }

    /// <summary>The facts of a scenario.</summary>
    public static RewardsHistory Read(JsonElement scenario, JsonElement inputs)
    {
        RewardsHistory history = new();
        foreach (JsonElement excluded in scenario.GetProperty("excludedAddresses").EnumerateArray())
        {
            _ = history.Excluded.Add(Address.Parse(AddressOf(excluded)));
        }

        ScenarioInputs reader = new(inputs);
        reader.ReadStake(history);
        reader.ReadMemberships(history, scenario.GetProperty("avsDirectoryAddress").GetString()!);
        reader.ReadSplits(history);
        reader.ReadRewards(history);
        return history;
    }

    public static long Seconds(string time) => (long)(DateTime.Parse(
        time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
            - DateTime.UnixEpoch).TotalSeconds;

    public static int Day(string date) => Days.Of(DateOnly.Parse(date[..10], CultureInfo.InvariantCulture));

    private static string AddressOf(JsonElement excluded) => excluded.ValueKind == JsonValueKind.String
        ? excluded.GetString()!
        : excluded.GetProperty("address").GetString()!;

    private void ReadStake(RewardsHistory history)
    {
        foreach (RecordedTable.Row row in Rows("staker_share_deltas"))
        {
            history.StakerShares.Add(new ShareDelta(
                At(row), Who(row, "staker"), Who(row, "strategy"), Int256.Parse(row.Text("shares"))));
        }

        foreach (RecordedTable.Row row in Rows("operator_share_deltas"))
        {
            history.OperatorShares.Add(new ShareDelta(
                At(row), Who(row, "operator"), Who(row, "strategy"), Int256.Parse(row.Text("shares"))));
        }

        foreach (RecordedTable.Row row in Rows("staker_delegation_changes"))
        {
            history.Delegations.Add(new DelegationChange(
                At(row), Who(row, "staker"), Who(row, "operator"), row["delegated"].GetBoolean()));
        }

        foreach (RecordedTable.Row row in Rows("operator_allocations"))
        {
            ulong effective = ulong.Parse(row.Text("effective_block"));
            history.Allocations.Add(new AllocationChange(
                At(row) with { Seconds = _secondsOfBlock[effective] },
                Who(row, "operator"),
                Set(row),
                Who(row, "strategy"),
                ulong.Parse(row.Text("magnitude"))));
        }

        foreach (RecordedTable.Row row in Rows("operator_max_magnitudes"))
        {
            history.MaxMagnitudes.Add(new MaxMagnitudeChange(
                At(row), Who(row, "operator"), Who(row, "strategy"), ulong.Parse(row.Text("max_magnitude"))));
        }
    }

    private void ReadMemberships(RewardsHistory history, string directory)
    {
        foreach (RecordedTable.Row row in Rows("avs_operator_state_changes"))
        {
            history.AvsOperators.Add(new MembershipChange(
                At(row), Who(row, "operator"), Avs(row), row["registered"].GetBoolean()));
        }

        foreach (RecordedTable.Row row in Rows("operator_set_operator_registrations"))
        {
            history.SetOperators.Add(new MembershipChange(
                At(row), Who(row, "operator"), Set(row), row["is_active"].GetBoolean()));
        }

        foreach (RecordedTable.Row row in Rows("operator_set_strategy_registrations"))
        {
            history.SetStrategies.Add(new MembershipChange(
                At(row), Who(row, "strategy"), Set(row), row["is_active"].GetBoolean()));
        }

        foreach (RecordedTable.Row row in Rows("operator_restaked_strategies"))
        {
            if (Who(row, "avs_directory_address") != Address.Parse(directory)) continue;

            Moment at = new(Seconds(row.Text("block_time")), ulong.Parse(row.Text("block_number")), 0);
            history.RestakedStrategies.Add(new RestakedStrategy(
                at, Who(row, "operator"), Who(row, "avs"), Who(row, "strategy")));
        }
    }

    private void ReadSplits(RewardsHistory history)
    {
        foreach (RecordedTable.Row row in Rows("operator_avs_splits"))
        {
            history.AvsSplits.Add(new SplitChange(
                At(row),
                Who(row, "operator"),
                Avs(row),
                Activated(row),
                Bps(row, "new_operator_avs_split_bips")));
        }

        foreach (RecordedTable.Row row in Rows("operator_pi_splits"))
        {
            history.ProgrammaticSplits.Add(new SplitChange(
                At(row),
                Who(row, "operator"),
                default,
                Activated(row),
                Bps(row, "new_operator_pi_split_bips")));
        }

        foreach (RecordedTable.Row row in Rows("operator_set_splits"))
        {
            history.SetSplits.Add(new SplitChange(
                At(row),
                Who(row, "operator"),
                Set(row),
                Activated(row),
                Bps(row, "new_operator_set_split_bips")));
        }

        foreach (RecordedTable.Row row in Rows("default_operator_splits"))
        {
            Moment at = At(row);
            history.DefaultSplits.Add(new SplitChange(
                at, default, default, at.Seconds, Bps(row, "new_default_operator_split_bips")));
        }
    }

    private void ReadRewards(RewardsHistory history)
    {
        AddRewards(history, "reward_submissions", static row => row.Text("reward_type") switch
        {
            "avs" => RewardKind.Avs,
            "all_stakers" => RewardKind.AllStakers,
            "all_earners" => RewardKind.AllEarners,
            string other => throw new RecordingException($"the reward type {other} is not known"),
        });
        AddRewards(history, "operator_directed_reward_submissions", static _ => RewardKind.DirectedAvs);
        AddRewards(
            history, "operator_directed_operator_set_reward_submissions", static _ => RewardKind.DirectedSet);
        AddRewards(history, "unique_stake_reward_submissions", static _ => RewardKind.UniqueStake);
        AddRewards(history, "total_stake_reward_submissions", static _ => RewardKind.TotalStake);
    }

    // A submission is a row for each strategy and operator.
    private void AddRewards(RewardsHistory history, string table, Func<RecordedTable.Row, RewardKind> kindOf)
    {
        foreach (IGrouping<string, RecordedTable.Row> rows in Rows(table)
            .GroupBy(static row => row.Text("reward_hash")))
        {
            RecordedTable.Row first = rows.First();
            RewardKind kind = kindOf(first);
            OperatorReward[] operators = kind is RewardKind.DirectedAvs or RewardKind.DirectedSet
                ?
                [
                    .. rows.Select(static row => new OperatorReward(
                        Who(row, "operator"), UInt256.Parse(row.Text("amount")))).Distinct(),
                ]
                : [];
            history.Rewards.Add(new PaidReward(
                At(first),
                kind,
                Hash32.Parse(rows.Key),
                kind >= RewardKind.DirectedSet ? Set(first) : Avs(first),
                Who(first, "token"),
                operators.Length == 0
                    ? UInt256.Parse(first.Text("amount"))
                    : operators.Aggregate(UInt256.Zero, static (sum, one) => sum + one.Amount),
                operators,
                [
                    .. rows.Select(static row => new StrategyMultiplier(
                            Who(row, "strategy"), UInt256.Parse(row.Text("multiplier"))))
                        .Distinct().OrderBy(static one => one.Strategy),
                ],
                Day(first.Text("start_timestamp")),
                Day(first.Text("end_timestamp")),
                (int)(long.Parse(first.Text("duration")) / Days.Seconds)));
        }
    }

    private IEnumerable<RecordedTable.Row> Rows(string table) =>
        _inputs.TryGetProperty(table, out JsonElement rows) ? new RecordedTable(rows).Rows : [];

    private Moment At(RecordedTable.Row row)
    {
        ulong block = ulong.Parse(row.Text("block_number"));
        return new Moment(_secondsOfBlock[block], block, uint.Parse(row.Text("log_index")));
    }

    private static Address Who(RecordedTable.Row row, string column) => Address.Parse(row.Text(column));

    private static OperatorSet Avs(RecordedTable.Row row) => new(Who(row, "avs"), 0);

    private static OperatorSet Set(RecordedTable.Row row) =>
        new(Who(row, "avs"), uint.Parse(row.Text("operator_set_id")));

    private static long Activated(RecordedTable.Row row) => Seconds(row.Text("activated_at"));

    private static uint Bps(RecordedTable.Row row, string column) => uint.Parse(row.Text(column));
}
