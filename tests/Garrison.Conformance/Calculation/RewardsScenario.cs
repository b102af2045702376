using System.Text.Json;

using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Conformance.Calculation;

/// <summary>A recorded calculation: the real queries on PostgreSQL, run after run.</summary>
/// <remarks>Each run is an operation, each cell of a table a key.</remarks>
internal sealed class RewardsScenario
{
    private readonly JsonElement _scenario;
    private readonly Findings _findings;
    private readonly RewardsHistory _history;
    private readonly RewardsCalculation _calculation;
    private readonly Dictionary<(Hash32 Reward, Address Earner, int Day, Address Token), UInt256> _gold = [];

    private RewardsScenario(JsonElement scenario, Findings findings)
    {
        _scenario = scenario;
        _findings = findings;
        _history = ScenarioInputs.Read(scenario, Inputs(scenario, findings.Path));
        _calculation = new RewardsCalculation(_history, Forks(scenario.GetProperty("forks")));
    }

    /// <summary>Plays a scenario.</summary>
    public static void Play(JsonElement scenario, Findings findings)
    {
        RewardsScenario playing = new(scenario, findings);
        playing.CompareSlashes(Inputs(scenario, findings.Path));
        long knownUpTo = 0;
        foreach (JsonElement run in scenario.GetProperty("runs").EnumerateArray())
        {
            findings.CountOperation();
            knownUpTo = ScenarioInputs.Seconds(run.GetProperty("dataUpTo").GetString()!);
            playing.PlayRun(run, knownUpTo);
        }

        playing.CompareSnapshots(knownUpTo);
        playing.CompareGold();
    }

    // Scenarios that share inputs name the one that holds them.
    private static JsonElement Inputs(JsonElement scenario, string path)
    {
        if (scenario.TryGetProperty("inputs", out JsonElement inputs)) return inputs;

        string name = Path.GetFileName(scenario.GetProperty("inputsRef").ToString()).Split('.')[0];
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string? file = Directory.EnumerateFiles(folder)
            .Where(Documents.IsDocument)
            .FirstOrDefault(file => Path.GetFileName(file).Split('.')[0] == name
                || Path.GetFileName(file).Split('.')[0] == $"scenario_{name}");
        return file is null
            ? throw new RecordingException($"its inputs are those of {name}, which is not beside it")
            : Documents.Read(file).GetProperty("inputs");
    }

    private static Forks Forks(JsonElement forks)
    {
        int Day(string name) => forks.TryGetProperty(name, out JsonElement date)
            ? ScenarioInputs.Day(date.GetString()!)
            : throw new RecordingException($"the fork {name} has no date");

        return new Forks(
            Day("amazon"), Day("nile"), Day("panama"), Day("arno"), Day("trinity"), Day("mississippi"),
            Day("colorado"), Day("sabine"));
    }

    // What a slash took of stakers was derived for the recording; the indexer's rule gives the same.
    private void CompareSlashes(JsonElement inputs)
    {
        if (!inputs.TryGetProperty("slashEvents", out JsonElement slashes)) return;

        foreach (JsonElement slash in slashes.EnumerateArray())
        {
            ulong block = slash.GetProperty("block").GetUInt64();
            uint log = slash.GetProperty("logIndex").GetUInt32();
            IndexedShares shares = new();
            foreach (ShareDelta delta in _history.StakerShares.Where(
                delta => (delta.At.Block, delta.At.LogIndex).CompareTo((block, log)) < 0))
            {
                shares.Add(delta.Holder, delta.Strategy, delta.Shares);
            }

            foreach (JsonElement derived in slash.GetProperty("derivedStakerDeltas").EnumerateArray())
            {
                string staker = derived[0].GetString()!;
                string strategy = derived[1].GetString()!;
                JsonElement wad = slash.GetProperty("wadSlashed");
                string part = wad.ValueKind == JsonValueKind.Object
                    ? wad.GetProperty(strategy).GetString()!
                    : wad.GetString()!;
                Int256 loss = shares.Loss(
                    Address.Parse(staker), Address.Parse(strategy), UInt256.Parse(part));
                _findings.CountKeys(1);
                _findings.Compare(
                    $"slash in block {block}", staker, derived[2].GetString(), loss.ToString());
            }
        }
    }

    private void PlayRun(JsonElement recorded, long knownUpToSeconds)
    {
        string cutoff = recorded.GetProperty("cutoff").GetString()!;
        string place = $"run of {cutoff}";
        RewardsRun run = _calculation.Run(ScenarioInputs.Day(cutoff), knownUpToSeconds, static _ => true);
        AddGold(recorded.GetProperty("goldAdded"), place, run);
        RecordedTable cumulative = new(recorded.GetProperty("cumulative"));
        cumulative.Compare(_calculation.State.Earned, Cumulative, $"{place}: cumulative", _findings);
        string? root = _calculation.State.Earned.Count == 0
            ? null
            : new EarningsTree(_calculation.State.Earned).Root.ToString();
        _findings.CountKeys(1);
        _findings.Compare(place, "merkleRoot", recorded.GetProperty("merkleRoot").GetString(), root);
        CompareTables(recorded, place, run);
        foreach ((Hash32 reward, RewardAccount account) in _calculation.State.Accounts)
        {
            if (!account.IsBalanced) _findings.Compare(place, $"account of {reward}", "balanced", "not");
        }
    }

    private static string Cumulative(
        string column, KeyValuePair<(Address Earner, Address Token), UInt256> earned) => column switch
        {
            "earner" => earned.Key.Earner.ToLowerHex(),
            "token" => earned.Key.Token.ToLowerHex(),
            "cumulative_amount" => earned.Value.ToString(),
            _ => throw new RecordingException($"cumulative earnings have a column {column}, not known"),
        };

    private void AddGold(JsonElement recorded, string place, RewardsRun run)
    {
        var added = run.Rows
            .Where(static row => row.IsCounted)
            .GroupBy(static row => (row.Reward.Hash, row.Earner, row.Day, row.Reward.Token))
            .ToDictionary(
                static rows => rows.Key,
                static rows => rows.Aggregate(UInt256.Zero, static (sum, row) => sum + row.Amount));
        new RecordedTable(recorded).Compare(
            added,
            static (column, row) => column switch
            {
                "earner" => row.Key.Earner.ToLowerHex(),
                "snapshot" => RewardCells.DayText(row.Key.Day),
                "reward_hash" => row.Key.Hash.ToString(),
                "token" => row.Key.Token.ToLowerHex(),
                "amount" => row.Value.ToString(),
                _ => throw new RecordingException($"gold has a column {column}, which is not known"),
            },
            $"{place}: gold",
            _findings);
        foreach (((Hash32, Address, int, Address) key, UInt256 amount) in added)
        {
            _gold[key] = _gold.GetValueOrDefault(key) + amount;
        }
    }

    private void CompareTables(JsonElement recorded, string place, RewardsRun run)
    {
        ActiveRow[] active = [.. run.Windows.SelectMany(ActiveRow.Of)];
        foreach (JsonProperty count in recorded.GetProperty("tableRowCounts").EnumerateObject())
        {
            int table = Number(count.Name);
            int rows = IsActive(table)
                ? active.Count(row => TableOf(row) == table)
                : run.Rows.Count(row => (int)row.Table == table);
            _findings.CountKeys(1);
            _findings.Compare(place, $"rows of {count.Name}", count.Value.ToString(), rows.ToString());
        }

        if (!recorded.TryGetProperty("tables", out JsonElement tables)) return;

        foreach (JsonProperty property in tables.EnumerateObject())
        {
            int table = Number(property.Name);
            RecordedTable rows = new(property.Value);
            string where = $"{place}: {property.Name}";
            if (IsActive(table))
            {
                rows.Compare(active.Where(row => TableOf(row) == table), RewardCells.Of, where, _findings);
            }
            else
            {
                rows.Compare(run.Rows.Where(row => (int)row.Table == table), Cell, where, _findings);
            }
        }
    }

    private string Cell(string column, RewardRow row) => column == "excluded_address"
        ? _history.Excluded.Contains(row.Earner) ? row.Earner.ToLowerHex() : ""
        : RewardCells.Of(column, row);

    // gold_16_operator_... is table 16.
    private static int Number(string table) => int.Parse(table.Split('_')[1]);

    private static bool IsActive(int table) => table is 1 or 7 or 11 or 15;

    private static int TableOf(ActiveRow row) => row.Reward.Kind switch
    {
        RewardKind.DirectedAvs => 7,
        RewardKind.DirectedSet => 11,
        RewardKind.UniqueStake or RewardKind.TotalStake => 15,
        _ => 1,
    };

    private void CompareSnapshots(long knownUpToSeconds)
    {
        foreach (JsonProperty table in _scenario.GetProperty("finalSnapshots").EnumerateObject())
        {
            new RecordedTable(table.Value).Compare(
                SnapshotCells.Of(table.Name, _calculation.State.Snapshots, _history, knownUpToSeconds),
                static (column, row) => row[column],
                table.Name,
                _findings);
        }
    }

    private void CompareGold()
    {
        JsonElement recorded = _scenario.GetProperty("finalGold");
        _findings.CountKeys(1);
        _findings.Compare(
            "gold", "rows", recorded.GetProperty("rowCount").ToString(), _gold.Count.ToString());
        foreach (JsonElement reward in recorded.GetProperty("perReward").EnumerateArray())
        {
            var hash = Hash32.Parse(reward.GetProperty("rewardHash").GetString()!);
            UInt256[] amounts =
            [
                .. _gold.Where(row => row.Key.Reward == hash).Select(static row => row.Value),
            ];
            PaidReward paid = _history.Rewards.Single(one => one.Hash == hash);
            Compare(reward, hash, "funded", paid.Amount);
            Compare(reward, hash, "distributed",
                amounts.Aggregate(UInt256.Zero, static (sum, amount) => sum + amount));
            Compare(reward, hash, "maxRow", amounts.DefaultIfEmpty().Max());
        }
    }

    private void Compare(JsonElement reward, Hash32 hash, string name, UInt256 actual)
    {
        _findings.CountKeys(1);
        string? expected = reward.GetProperty(name).ToString();
        _findings.Compare($"gold of {hash}", name, expected.Length == 0 ? "0" : expected, actual.ToString());
    }
}
