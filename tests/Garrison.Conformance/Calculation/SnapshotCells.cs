using System.Globalization;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Conformance.Calculation;

/// <summary>The tables of snapshots after the last run, a row for each key and day.</summary>
internal static class SnapshotCells
{
    private static readonly DateTime _epoch = DateTime.UnixEpoch;

    /// <summary>The rows of a table, each as cells by column.</summary>
    public static IEnumerable<Dictionary<string, string>> Of(
        string table, Snapshots snapshots, RewardsHistory history, long knownUpToSeconds) => table switch
        {
            "staker_shares" => RunningSums(history.StakerShares, "staker", knownUpToSeconds),
            "operator_shares" => RunningSums(history.OperatorShares, "operator", knownUpToSeconds),
            "staker_share_snapshots" => Days(snapshots.StakerShares, static (key, shares) => new()
            {
                ["staker"] = key.Staker.ToLowerHex(),
                ["strategy"] = key.Strategy.ToLowerHex(),
                ["shares"] = shares.ToString(),
            }),
            "operator_share_snapshots" => Days(snapshots.OperatorShares, static (key, shares) => new()
            {
                ["operator"] = key.Operator.ToLowerHex(),
                ["strategy"] = key.Strategy.ToLowerHex(),
                ["shares"] = shares.ToString(),
            }),
            "staker_delegation_snapshots" => Days(snapshots.Delegations, static (staker, @operator) => new()
            {
                ["staker"] = staker.ToLowerHex(),
                ["operator"] = @operator.ToLowerHex(),
            }),
            "operator_avs_registration_snapshots" => Days(snapshots.AvsOperators, static (key, _) => new()
            {
                ["operator"] = key.Operator.ToLowerHex(),
                ["avs"] = key.Avs.ToLowerHex(),
            }),
            "operator_avs_strategy_snapshots" => Days(snapshots.AvsStrategies, static (key, _) => new()
            {
                ["operator"] = key.Operator.ToLowerHex(),
                ["avs"] = key.Avs.ToLowerHex(),
                ["strategy"] = key.Strategy.ToLowerHex(),
            }),
            _ => OfSets(table, snapshots),
        };

    private static IEnumerable<Dictionary<string, string>> OfSets(
        string table, Snapshots snapshots) => table switch
        {
            "operator_set_operator_registration_snapshots" => Days(
                snapshots.SetOperators, static (key, _) => Set(key.Set, "operator", key.Operator)),
            "operator_set_strategy_registration_snapshots" => Days(
                snapshots.SetStrategies, static (key, _) => Set(key.Set, "strategy", key.Strategy)),
            "operator_allocation_snapshots" => Days(snapshots.Allocations, static (key, magnitude) =>
                new(Set(key.Set, "operator", key.Operator))
                {
                    ["strategy"] = key.Strategy.ToLowerHex(),
                    ["magnitude"] = magnitude.Allocated.ToString(),
                    ["max_magnitude"] = magnitude.Max.ToString(),
                }),
            "operator_set_split_snapshots" => Days(snapshots.SetSplits, static (key, split) =>
                new(Set(key.Set, "operator", key.Operator)) { ["split"] = split.ToString() }),
            "operator_avs_split_snapshots" => Days(snapshots.AvsSplits, static (key, split) => new()
            {
                ["operator"] = key.Operator.ToLowerHex(),
                ["avs"] = key.Avs.ToLowerHex(),
                ["split"] = split.ToString(),
            }),
            "operator_pi_split_snapshots" => Days(
                snapshots.ProgrammaticSplits, static (@operator, split) => new()
                {
                    ["operator"] = @operator.ToLowerHex(),
                    ["split"] = split.ToString(),
                }),
            "default_operator_split_snapshots" => Days(
                snapshots.DefaultSplits, static (_, split) => new() { ["split"] = split.ToString() }),
            _ => throw new RecordingException($"the table {table} of snapshots is not known"),
        };

    private static Dictionary<string, string> Set(OperatorSet set, string member, Address address) => new()
    {
        [member] = address.ToLowerHex(),
        ["avs"] = set.Avs.ToLowerHex(),
        ["operator_set_id"] = set.Id.ToString(),
    };

    private static IEnumerable<Dictionary<string, string>> Days<TKey, TValue>(
        Timelines<TKey, TValue> lines, Func<TKey, TValue, Dictionary<string, string>> cells)
        where TKey : notnull
    {
        foreach ((TKey key, Timeline<TValue> line) in lines.All)
        {
            foreach (Period<TValue> period in line.Periods)
            {
                for (int day = period.From; day < period.To; day++)
                {
                    Dictionary<string, string> row = cells(key, period.Value);
                    row["snapshot"] = RewardCells.DayText(day);
                    yield return row;
                }
            }
        }
    }

    private static IEnumerable<Dictionary<string, string>> RunningSums(
        IEnumerable<ShareDelta> deltas, string holder, long knownUpToSeconds)
    {
        Dictionary<(Address, Address), Int256> sums = [];
        foreach (ShareDelta delta in deltas
            .Where(delta => delta.At.Seconds <= knownUpToSeconds).OrderBy(static delta => delta.At.Order))
        {
            (Address, Address) key = (delta.Holder, delta.Strategy);
            sums[key] = sums.GetValueOrDefault(key) + delta.Shares;
            yield return new()
            {
                [holder] = delta.Holder.ToLowerHex(),
                ["strategy"] = delta.Strategy.ToLowerHex(),
                ["shares"] = sums[key].ToString(),
                ["log_index"] = delta.At.LogIndex.ToString(),
                ["block_number"] = delta.At.Block.ToString(),
                ["block_time"] = _epoch.AddSeconds(delta.At.Seconds)
                    .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            };
        }
    }
}
