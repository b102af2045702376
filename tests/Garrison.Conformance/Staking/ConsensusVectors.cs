using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Conformance.Staking;

/// <summary>Rows that the text of Ethereum's consensus specification computed.</summary>
/// <remarks>Each row is an operation, each figure it gives a key. What is not understood, a table, a row or
/// a field, is a difference: nothing is passed over.</remarks>
internal static partial class ConsensusVectors
{
    private const string BaseRewardOf = "base_reward_";

    private static readonly Table[] _tables =
    [
        new("base_reward", BaseReward, "total_active_gwei isqrt base_reward_per_increment"),
        new("sync_rewards", SyncRewards, "total_active_gwei total_base_rewards max_participant_rewards "
            + "sync_participant_reward sync_proposer_reward_per_participant"),
        new("epoch_rewards", EpochRewards, "name pre flag_deltas inactivity_penalties_after_score_update "
            + "post_scores post_balances in_leak"),
        new("slashing", Slashing, "validators slashed eb_gwei start_balance after_slash correlation_epoch "
            + "total_active_at_correlation correlation_penalty_validator0 validators_hit_at_that_epoch"),
        new("exit_churn_electra_fulu", ExitChurn, "total_active_gwei start_epoch exits consolidations "
            + "balance_churn activation_exit_churn consolidation_churn"),
        new("exit_churn_gloas_draft_eip8061", ExitChurnOfGloas, "total_active_gwei start_epoch exits "
            + "consolidations activation_churn exit_churn consolidation_churn"),
        new("effective_balance_updates", EffectiveBalance, "cred eb_before balance eb_after"),
        new("withdrawals", Withdrawals, "desc pre requests after_requests blocks"),
        new("pending_deposits", PendingDeposits, "total_active_gwei activation_exit_churn queue_gwei trace"),
        new("inactivity_leak", InactivityLeak, "validators offline cred start_eb start_epoch "
            + "finalized_epoch columns trace first_offline_exit_initiated_epoch two_thirds_regained_epoch "
            + "end_balance_offline"),
    ];

    /// <summary>Whether a document holds any of the tables.</summary>
    public static bool IsKind(JsonElement document) =>
        _tables.Any(table => document.TryGetProperty(table.Name, out _));

    /// <summary>Plays every table of a document.</summary>
    public static void Play(JsonElement document, Findings findings)
    {
        foreach (JsonProperty property in document.EnumerateObject())
        {
            Table? table = Array.Find(_tables, one => property.NameEquals(one.Name));
            if (table is not null)
            {
                foreach ((int i, JsonElement row) in property.Value.EnumerateArray().Index())
                {
                    findings.CountOperation();
                    Play(table, row, new Row($"{table.Name} {i}", row, findings));
                }
            }
            else if (HoldsRows(property.Value))
            {
                findings.Compare(property.Name, "table", "not known, so not played", actual: null);
            }
        }
    }

    private static void Play(Table table, JsonElement given, Row row)
    {
        try
        {
            foreach (JsonProperty field in given.EnumerateObject().Where(
                field => !table.Knows(field.Name)))
            {
                row.Findings.Compare(row.Place, field.Name, field.Value.ToString(), "a field not known");
            }

            table.Play(given, row);
        }
        catch (Exception exception) when (exception is RecordingException or InvalidOperationException
            or FormatException or ArgumentException or ArithmeticException or IndexOutOfRangeException
            or InvariantException)
        {
            row.Findings.Compare(row.Place, "row", "one that can be played", exception.Message);
        }
    }

    // The rest of a document says where it comes from, in texts and lists of texts.
    private static bool HoldsRows(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        || (value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().Any(static one => one.ValueKind == JsonValueKind.Object));

    private static void BaseReward(JsonElement given, Row row)
    {
        ulong total = Number(given, "total_active_gwei");
        row.Expect("isqrt", Rewards.SquareRootDown(total));
        row.Expect("base_reward_per_increment", Rewards.BasePerIncrement(total));
        foreach (JsonProperty field in given.EnumerateObject().Where(
            static field => IsBaseReward(field.Name)))
        {
            ulong ether = ulong.Parse(field.Name[BaseRewardOf.Length..]);
            row.Compare(field.Name, field.Value, Rewards.Base(ether * Spec.Increment, total));
        }
    }

    private static bool IsBaseReward(string name) =>
        name.StartsWith(BaseRewardOf, StringComparison.Ordinal)
        && ulong.TryParse(name.AsSpan(BaseRewardOf.Length), out _);

    private static void SyncRewards(JsonElement given, Row row)
    {
        ulong total = Number(given, "total_active_gwei");
        row.Expect(
            "total_base_rewards", Rewards.BasePerIncrement(total) * (total / Spec.Increment));
        row.Expect("max_participant_rewards", Rewards.SyncCommittee(total));
        row.Expect("sync_participant_reward", Rewards.SyncParticipant(total));
        row.Expect("sync_proposer_reward_per_participant", Rewards.SyncProposer(total));
    }

    private static void ExitChurn(JsonElement given, Row row)
    {
        ulong total = Number(given, "total_active_gwei");
        var limits = ChurnLimits.For(StakingParameters.Electra, total);
        row.Expect("balance_churn", limits.Activation + limits.Consolidation);
        row.Expect("activation_exit_churn", limits.Exit);
        row.Expect("consolidation_churn", limits.Consolidation);
        Queue(given, row, "exits", limits.Exit);
        Queue(given, row, "consolidations", limits.Consolidation);
    }

    private static void ExitChurnOfGloas(JsonElement given, Row row)
    {
        var limits = ChurnLimits.For(StakingParameters.GloasDraft, Number(given, "total_active_gwei"));
        row.Expect("activation_churn", limits.Activation);
        row.Expect("exit_churn", limits.Exit);
        row.Expect("consolidation_churn", limits.Consolidation);
        Queue(given, row, "exits", limits.Exit);
        Queue(given, row, "consolidations", limits.Consolidation);
    }

    // Each entry is what joins, the epoch it leaves in, and what that epoch still takes.
    private static void Queue(JsonElement given, Row row, string name, ulong limit)
    {
        if (!given.TryGetProperty(name, out JsonElement joins)) return;
        if (limit == 0) throw new RecordingException($"{name}: nothing can join a queue of limit 0");

        ChurnQueue queue = default;
        ulong epoch = Number(given, "start_epoch");
        foreach ((int i, JsonElement join) in joins.EnumerateArray().Index())
        {
            queue = queue.Join(join[0].GetUInt64(), epoch, limit);
            row.Compare($"{name} {i} epoch", join[1], queue.EarliestEpoch);
            row.Compare($"{name} {i} balance", join[2], queue.BalanceToConsumeGwei);
        }
    }

    private static void EffectiveBalance(JsonElement given, Row row)
    {
        ulong max = Cohort.Active(1, 0, (Credentials)Number(given, "cred"))
            .EffectiveBalanceMaxGwei;
        row.Expect("eb_after", Rewards.EffectiveBalance(
            Number(given, "eb_before"), Number(given, "balance"), max));
    }

    private static JsonElement Field(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value)
            ? value
            : throw new RecordingException($"there is no field {name}");

    private static ulong Number(JsonElement row, string name)
    {
        JsonElement value = Field(row, name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out ulong number)
            ? number
            : throw new RecordingException($"{name} is {value}, not a number from 0 to 2^64 - 1");
    }

    /// <summary>A kind of rows.</summary>
    /// <param name="Name">The property they stand under.</param>
    /// <param name="Play">Plays one.</param>
    /// <param name="Fields">What a row may hold; every figure among it is compared.</param>
    private sealed record Table(string Name, Action<JsonElement, Row> Play, string Fields)
    {
        public bool Knows(string field) =>
            Fields.Split(' ').Contains(field) || (Name == "base_reward" && IsBaseReward(field));
    }

    /// <summary>A row of a table, against which figures are compared.</summary>
    private readonly record struct Row(string Place, JsonElement Expected, Findings Findings)
    {
        public void Expect(string name, ulong actual) =>
            Compare(name, Field(Expected, name), actual);

        public void Compare(string what, JsonElement expected, ulong actual)
        {
            Findings.CountKeys(1);
            bool isNever = actual == Spec.FarFuture && expected.ToString() != actual.ToString();
            Findings.Compare(Place, what, expected.ToString(), isNever ? "-1" : actual.ToString());
        }

        public void CompareAll(string what, JsonElement expected, IEnumerable<ulong> actual)
        {
            ulong[] got = [.. actual];
            Compare($"{what} count", JsonSerializer.SerializeToElement(expected.GetArrayLength()),
                (ulong)got.Length);
            foreach ((int i, JsonElement one) in expected.EnumerateArray().Index().Take(got.Length))
            {
                Compare($"{what} {i}", one, got[i]);
            }
        }
    }
}
