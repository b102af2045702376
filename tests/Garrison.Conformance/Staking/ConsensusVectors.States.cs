using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Conformance.Staking;

/// <content>The rows that take a state through a part of the transition.</content>
internal static partial class ConsensusVectors
{
    // Rows of a few validators were computed with the limit of the whole stake.
    private static StakingParameters WithChurn(ulong gwei) => StakingParameters.Electra with
    {
        ChurnMinGwei = gwei,
        ActivationChurnMaxGwei = gwei,
    };

    private static void EpochRewards(JsonElement given, Row row)
    {
        JsonElement pre = given.GetProperty("pre");
        BeaconChain chain = Start(pre, StakingParameters.Electra);
        chain.Finality.SetFinalized(Number(pre, "finalized_epoch"));
        row.Findings.Compare(
            row.Place,
            "in_leak",
            given.GetProperty("in_leak").GetBoolean().ToString(),
            chain.Finality.IsLeaking.ToString());

        Accounting accounting = new(chain, new Tally(chain));
        Cohort[] before = Singles(chain);
        foreach ((int vote, JsonElement deltas) in given.GetProperty("flag_deltas").EnumerateArray().Index())
        {
            (ulong Reward, ulong Penalty)[] got =
            [
                .. before.Select(one => one.IsEligible(chain.PreviousEpoch)
                    ? accounting.Vote(one, vote)
                    : default),
            ];
            row.CompareAll($"reward {vote}", deltas.GetProperty("rewards"), got.Select(d => d.Reward));
            row.CompareAll($"penalty {vote}", deltas.GetProperty("penalties"), got.Select(d => d.Penalty));
        }

        row.CompareAll(
            "inactivity",
            given.GetProperty("inactivity_penalties_after_score_update"),
            before.Select(one => one.IsEligible(chain.PreviousEpoch)
                ? accounting.Inactivity(accounting.Scored(one))
                : 0));
        accounting.Process();
        Cohort[] after = Singles(chain);
        row.CompareAll("score", given.GetProperty("post_scores"), after.Select(one => one.InactivityScore));
        row.CompareAll("balance", given.GetProperty("post_balances"), after.Select(one => one.BalanceGwei));
    }

    private static void Slashing(JsonElement given, Row row)
    {
        const ulong Epoch = 1000;
        ulong count = Number(given, "validators");
        ulong slashed = Number(given, "slashed");
        ulong effective = Number(given, "eb_gwei");
        Credentials credentials = effective > Spec.ActivationBalanceMin
            ? Credentials.Compounding
            : Credentials.Execution;
        Cohort cohort = Cohort.Active(count, Number(given, "start_balance"), credentials) with
        {
            EffectiveBalanceGwei = effective,
        };
        World world = new();
        _ = world.Execute(new StartStaking(default, StakingParameters.Electra, Epoch, [cohort]));
        _ = world.Execute(new SlashValidators(default, 0, slashed, count - 1));

        BeaconChain chain = world.Staking;
        Row after = row with { Expected = given.GetProperty("after_slash") };
        after.Expect("b0", chain.ValidatorAt(0).BalanceGwei);
        after.Expect("proposer", chain.ValidatorAt(count - 1).BalanceGwei);
        after.Expect("wd0", chain.ValidatorAt(0).WithdrawableEpoch);
        after.Expect("exit0", chain.ValidatorAt(0).ExitEpoch);
        after.Expect("exit_last", chain.ValidatorAt(slashed - 1).ExitEpoch);
        after.Expect("wd_last", chain.ValidatorAt(slashed - 1).WithdrawableEpoch);
        after.Expect("slashings_bucket", chain.Slashings.SlashedGweiIn(Epoch));

        chain.SetEpoch(Number(given, "correlation_epoch"));
        row.Expect("total_active_at_correlation", chain.TotalActiveGwei());
        ulong before = chain.ValidatorAt(0).BalanceGwei;
        ulong hit = (ulong)Singles(chain).Count(one =>
            one.IsSlashed && one.WithdrawableEpoch == chain.Epoch + (Spec.EpochsPerSlashingsVector / 2));
        chain.Slashings.ProcessCorrelation();
        ulong penalty = Rewards.Correlation(effective, chain.Slashings.TotalGwei, chain.TotalActiveGwei());
        row.Expect("correlation_penalty_validator0", penalty);
        row.Expect("validators_hit_at_that_epoch", hit);
        row.Findings.Compare(
            row.Place,
            "balance after correlation",
            (before - Math.Min(before, penalty)).ToString(),
            chain.ValidatorAt(0).BalanceGwei.ToString());
    }

    private static void Withdrawals(JsonElement given, Row row)
    {
        World world = new();
        BeaconChain chain = Start(given.GetProperty("pre"), WithChurn(256 * Spec.Increment), world);
        foreach (JsonElement request in given.GetProperty("requests").EnumerateArray())
        {
            _ = world.Execute(new WithdrawFromValidator(
                default, request[0].GetUInt64(), request[1].GetUInt64()));
        }

        JsonElement after = given.GetProperty("after_requests");
        CompareValidators(row, after.GetProperty("validators"), chain);
        ComparePending(row, after.GetProperty("pending"), chain);
        Row queue = row with { Expected = after };
        queue.Expect("earliest_exit_epoch", chain.Exits.Queue.EarliestEpoch);
        queue.Expect("exit_balance_to_consume", chain.Exits.Queue.BalanceToConsumeGwei);
        foreach (JsonElement block in given.GetProperty("blocks").EnumerateArray())
        {
            CompareBlock(row, block, chain);
        }
    }

    private static void CompareBlock(Row row, JsonElement block, BeaconChain chain)
    {
        int pending = chain.Withdrawals.Pending().Count;
        ulong epoch = Number(block, "epoch");
        chain.SetEpoch(epoch);
        ulong[] before = [.. Singles(chain).Select(static one => one.BalanceGwei)];
        chain.Withdrawals.ProcessPayload();
        ulong[] after = [.. Singles(chain).Select(static one => one.BalanceGwei)];

        Row at = row with { Place = $"{row.Place} epoch {epoch}", Expected = block };
        at.Expect("partials_processed", (ulong)(pending - chain.Withdrawals.Pending().Count));
        at.Expect("next_sweep_index", chain.Withdrawals.NextIndex);
        at.Expect("pending_left", (ulong)chain.Withdrawals.Pending().Count);
        at.CompareAll("balance", block.GetProperty("balances"), after);
        foreach (IGrouping<ulong, JsonElement> paid in block.GetProperty("withdrawals").EnumerateArray()
            .GroupBy(static one => Number(one, "v")))
        {
            ulong sum = paid.Aggregate(0UL, static (sum, one) => sum + Number(one, "amount"));
            at.Compare($"paid to {paid.Key}", JsonSerializer.SerializeToElement(sum),
                before[paid.Key] - after[paid.Key]);
        }
    }

    private static void CompareValidators(Row row, JsonElement expected, BeaconChain chain)
    {
        Cohort[] got = Singles(chain);
        foreach ((int i, JsonElement one) in expected.EnumerateArray().Index())
        {
            Row at = row with { Place = $"{row.Place} validator {i}", Expected = one };
            at.Expect("eb", got[i].EffectiveBalanceGwei);
            at.Expect("exit", got[i].ExitEpoch);
            at.Expect("wd", got[i].WithdrawableEpoch);
        }
    }

    private static void ComparePending(Row row, JsonElement expected, BeaconChain chain)
    {
        IReadOnlyList<PendingPartial> got = chain.Withdrawals.Pending();
        row.Compare(
            "pending", JsonSerializer.SerializeToElement(expected.GetArrayLength()), (ulong)got.Count);
        foreach ((int i, JsonElement one) in expected.EnumerateArray().Index().Take(got.Count))
        {
            Row at = row with { Place = $"{row.Place} pending {i}", Expected = one };
            at.Expect("v", got[i].Index);
            at.Expect("amount", got[i].AmountGwei);
            at.Expect("wd", got[i].WithdrawableEpoch);
        }
    }

    // The second deposit goes to a validator that is leaving, the third to one that has left, all others
    // to one that is active.
    private static void PendingDeposits(JsonElement given, Row row)
    {
        ulong churn = Number(given, "activation_exit_churn");
        row.Expect("activation_exit_churn", ChurnLimits.For(
            StakingParameters.Electra, Number(given, "total_active_gwei")).Activation);
        Cohort active = Cohort.Active(1, Spec.ActivationBalanceMin, Credentials.Compounding);
        Cohort leaving = active with { ExitEpoch = 900, WithdrawableEpoch = 100_000 };
        Cohort left = active with { ExitEpoch = 500, WithdrawableEpoch = 900 };
        World world = new();
        _ = world.Execute(new StartStaking(default, WithChurn(churn), 1000, [active, leaving, left]));
        BeaconChain chain = world.Staking;
        foreach ((int i, JsonElement amount) in given.GetProperty("queue_gwei").EnumerateArray().Index())
        {
            ulong index = i is 1 or 2 ? (ulong)i : 0;
            chain.Deposits.Push(new PendingDeposit(1, amount.GetUInt64(), IsNew: false, index, default, 0));
        }

        foreach (JsonElement step in given.GetProperty("trace").EnumerateArray())
        {
            chain.SetEpoch(Number(step, "epoch"));
            chain.Deposits.Process();
            Row at = row with { Place = $"{row.Place} epoch {chain.Epoch}", Expected = step };
            at.CompareAll(
                "balance",
                step.GetProperty("balances"),
                Singles(chain).Select(static one => one.BalanceGwei));
            at.CompareAll(
                "queue",
                step.GetProperty("queue"),
                chain.Deposits.Waiting().Select(static deposit => deposit.AmountGwei));
            at.Expect("deposit_balance_to_consume", chain.Deposits.BalanceToConsumeGwei);
        }
    }

    private static void InactivityLeak(JsonElement given, Row row)
    {
        ulong offline = Number(given, "offline");
        ulong effective = Number(given, "start_eb");
        var credentials = (Credentials)given.GetProperty("cred").GetByte();
        Cohort all = Cohort.Active(Number(given, "validators"), effective, credentials);
        World world = new();
        _ = world.Execute(new StartStaking(
            default,
            StakingParameters.Electra with { PayloadsPerEpoch = 0 },
            Number(given, "start_epoch"),
            [all with { Count = offline, Duties = Duties.None }, all with { Count = all.Count - offline }]));
        BeaconChain chain = world.Staking;
        chain.Finality.SetFinalized(Number(given, "finalized_epoch"));
        Queue<JsonElement> trace = new(given.GetProperty("trace").EnumerateArray());
        ulong end = Number(given, "two_thirds_regained_epoch");
        while (chain.Epoch <= end)
        {
            ulong epoch = chain.Epoch;
            bool isRegained = Regained(chain);
            row.Findings.Compare(row.Place, $"regained by {epoch}", (epoch == end).ToString(),
                isRegained.ToString());
            if (isRegained) break;

            chain.ProcessEpoch();
            if (trace.TryPeek(out JsonElement step) && step[0].GetUInt64() == epoch)
            {
                _ = trace.Dequeue();
                (Cohort off, Cohort on) = (chain.ValidatorAt(0), chain.ValidatorAt(offline));
                row.CompareAll($"epoch {epoch}", step,
                [
                    epoch, off.InactivityScore, off.BalanceGwei, off.EffectiveBalanceGwei, on.BalanceGwei,
                    on.EffectiveBalanceGwei,
                ]);
            }
        }

        row.Expect("end_balance_offline", chain.ValidatorAt(0).BalanceGwei);
        JsonElement exit = given.GetProperty("first_offline_exit_initiated_epoch");
        bool hasLeft = chain.ValidatorAt(0).ExitEpoch != Spec.FarFuture;
        row.Findings.Compare(
            row.Place, "an exit", (exit.ValueKind != JsonValueKind.Null).ToString(), hasLeft.ToString());
    }

    private static bool Regained(BeaconChain chain)
    {
        Tally tally = new(chain);
        return tally.CurrentTarget * 3 >= tally.Active * 2;
    }

    private static BeaconChain Start(JsonElement pre, StakingParameters parameters, World? world = null)
    {
        world ??= new World();
        Cohort[] cohorts = [.. pre.GetProperty("validators").EnumerateArray().Select(
            (one, i) => new Cohort(
                1,
                Number(one, "eb"),
                pre.GetProperty("balances")[i].GetUInt64(),
                Epoch(one, "elig"),
                Epoch(one, "act"),
                Epoch(one, "exit"),
                Epoch(one, "wd"),
                pre.TryGetProperty("scores", out JsonElement scores) ? scores[i].GetUInt64() : 0,
                (Credentials)one.GetProperty("cred").GetByte(),
                pre.TryGetProperty("prev_participation", out JsonElement duties)
                    ? (Duties)duties[i].GetByte()
                    : Duties.All,
                one.GetProperty("slashed").GetBoolean()))];
        _ = world.Execute(new StartStaking(default, parameters, Number(pre, "epoch"), cohorts));
        return world.Staking;
    }

    private static ulong Epoch(JsonElement one, string name) =>
        one.GetProperty(name).GetInt64() is >= 0 and long epoch ? (ulong)epoch : Spec.FarFuture;

    // Every validator by itself, in the order of their indices.
    private static Cohort[] Singles(BeaconChain chain) =>
    [
        .. chain.Cohorts.SelectMany(static range =>
            Enumerable.Repeat(range.Cohort with { Count = 1 }, (int)range.Cohort.Count)),
    ];
}
