using System.Text.Json;

using Garrison.Engine.Staking;

namespace Garrison.Conformance.Staking;

/// <summary>Rows that the text of Ethereum's consensus specification computed.</summary>
/// <remarks>Each row is an operation, each figure it gives a key.</remarks>
internal static partial class ConsensusVectors
{
    private static readonly (string Table, Action<JsonElement, Row> Play)[] _tables =
    [
        ("base_reward", BaseReward),
        ("sync_rewards", SyncRewards),
        ("epoch_rewards", EpochRewards),
        ("slashing", Slashing),
        ("exit_churn_electra_fulu", ExitChurn),
        ("exit_churn_gloas_draft_eip8061", ExitChurnOfGloas),
        ("effective_balance_updates", EffectiveBalance),
        ("withdrawals", Withdrawals),
        ("pending_deposits", PendingDeposits),
        ("inactivity_leak", InactivityLeak),
    ];

    /// <summary>Plays every table of a document that is known.</summary>
    public static void Play(JsonElement document, Findings findings)
    {
        foreach ((string table, Action<JsonElement, Row> play) in _tables)
        {
            if (!document.TryGetProperty(table, out JsonElement rows)) continue;

            foreach ((int i, JsonElement row) in rows.EnumerateArray().Index())
            {
                findings.CountOperation();
                play(row, new Row($"{table} {i}", row, findings));
            }
        }
    }

    private static void BaseReward(JsonElement given, Row row)
    {
        ulong total = Number(given, "total_active_gwei");
        row.Expect("isqrt", Rewards.SquareRootDown(total));
        row.Expect("base_reward_per_increment", Rewards.BasePerIncrement(total));
        row.Expect("base_reward_32", Rewards.Base(Spec.ActivationBalanceMin, total));
        row.Expect("base_reward_2048", Rewards.Base(Spec.EffectiveBalanceMax, total));
    }

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
        ulong max = Cohort.Active(1, 0, (Credentials)given.GetProperty("cred").GetByte())
            .EffectiveBalanceMaxGwei;
        row.Expect("eb_after", Rewards.EffectiveBalance(
            Number(given, "eb_before"), Number(given, "balance"), max));
    }

    private static ulong Number(JsonElement row, string name) => row.GetProperty(name).GetUInt64();

    /// <summary>A row of a table, against which figures are compared.</summary>
    private readonly record struct Row(string Place, JsonElement Expected, Findings Findings)
    {
        public void Expect(string name, ulong actual) =>
            Compare(name, Expected.GetProperty(name), actual);

        public void Compare(string what, JsonElement expected, ulong actual)
        {
            Findings.CountKeys(1);
            string got = actual == Spec.FarFuture ? "-1" : actual.ToString();
            Findings.Compare(Place, what, expected.ToString(), got);
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
