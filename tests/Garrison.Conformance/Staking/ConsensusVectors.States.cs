using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Conformance.Staking;

/// <content>The rows that take a state through a part of the transition.</content>
internal static partial class ConsensusVectors
{
    private const ulong EpochsBetweenSteps = 256;

    // Rows of a few validators were computed with the limit of the whole stake.
    private static StakingParameters WithChurn(ulong gwei) => StakingParameters.Electra with
    {
        ChurnMinGwei = gwei,
        ActivationChurnMaxGwei = gwei,
    };

    private static void EpochRewards(JsonElement given, Row row)
    {
        JsonElement pre = Field(given, "pre");
        BeaconChain chain = Start(pre, StakingParameters.Electra);
        chain.Finality.SetFinalized(Number(pre, "finalized_epoch"));
        row.Findings.Compare(
            row.Place,
            "in_leak",
            Field(given, "in_leak").GetBoolean().ToString(),
            chain.Finality.IsLeaking.ToString());

        Accounting accounting = new(chain, new Tally(chain));
        Cohort[] before = Singles(chain);
        JsonElement[] votes = [.. Field(given, "flag_deltas").EnumerateArray()];
        if (votes.Length != 3) throw new RecordingException($"flag_deltas has {votes.Length} votes, not 3");

        foreach ((int vote, JsonElement deltas) in votes.Index())
        {
            (ulong Reward, ulong Penalty)[] got =
            [
                .. before.Select(one => one.IsEligible(chain.PreviousEpoch)
                    ? accounting.Vote(one, vote)
                    : default),
            ];
            row.CompareAll($"reward {vote}", Field(deltas, "rewards"), got.Select(d => d.Reward));
            row.CompareAll($"penalty {vote}", Field(deltas, "penalties"), got.Select(d => d.Penalty));
        }

        row.CompareAll(
            "inactivity",
            Field(given, "inactivity_penalties_after_score_update"),
            before.Select(one => one.IsEligible(chain.PreviousEpoch)
                ? accounting.Inactivity(one, accounting.Score(one))
                : 0));
        Cohort[] after = [.. before.Select(one => accounting.Settled(one))];
        row.CompareAll("score", Field(given, "post_scores"), after.Select(one => one.InactivityScore));
        row.CompareAll("balance", Field(given, "post_balances"), after.Select(one => one.BalanceGwei));
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
        Do(world, new StartStaking(default, StakingParameters.Electra, Epoch, [cohort]));
        Do(world, new SlashValidators(default, 0, slashed, count - 1));

        BeaconChain chain = world.Staking;
        Row after = row with { Expected = Field(given, "after_slash") };
        after.Expect("b0", chain.ValidatorAt(0).BalanceGwei);
        after.Expect("proposer", chain.ValidatorAt(count - 1).BalanceGwei);
        after.Expect("wd0", chain.ValidatorAt(0).WithdrawableEpoch);
        after.Expect("exit0", chain.ValidatorAt(0).ExitEpoch);
        after.Expect("exit_last", chain.ValidatorAt(slashed - 1).ExitEpoch);
        after.Expect("wd_last", chain.ValidatorAt(slashed - 1).WithdrawableEpoch);
        after.Expect("slashings_bucket", chain.Slashings.SlashedGweiIn(Epoch));

        chain.SetEpoch(Number(given, "correlation_epoch"));
        ulong total = chain.TotalActiveGwei();
        row.Expect("total_active_at_correlation", total);
        ulong before = chain.ValidatorAt(0).BalanceGwei;
        Accepted accepted = Do(world, new Step(() => Correlate(chain, total)));
        row.Expect("correlation_penalty_validator0", before - chain.ValidatorAt(0).BalanceGwei);
        row.Expect(
            "validators_hit_at_that_epoch",
            (ulong)accepted.Events.OfType<CorrelationPenalized>().Sum(static hit => (long)hit.Count));
    }

    private static void Correlate(BeaconChain chain, ulong total) => chain.Validators.Change(
        (ulong first, in Cohort cohort) =>
            chain.Slashings.Correlated(first, in cohort, chain.Slashings.CorrelationOf(total)));

    private static void Withdrawals(JsonElement given, Row row)
    {
        World world = new();
        BeaconChain chain = Start(Field(given, "pre"), WithChurn(256 * Spec.Increment), world);
        foreach (JsonElement request in Field(given, "requests").EnumerateArray())
        {
            _ = world.Execute(new WithdrawFromValidator(
                default, request[0].GetUInt64(), request[1].GetUInt64()));
        }

        JsonElement after = Field(given, "after_requests");
        CompareValidators(row, Field(after, "validators"), chain);
        ComparePending(row, Field(after, "pending"), chain);
        Row queue = row with { Expected = after };
        queue.Expect("earliest_exit_epoch", chain.Exits.Queue.EarliestEpoch);
        queue.Expect("exit_balance_to_consume", chain.Exits.Queue.BalanceToConsumeGwei);
        foreach (JsonElement block in Field(given, "blocks").EnumerateArray())
        {
            CompareBlock(row, block, world);
        }
    }

    private static void CompareBlock(Row row, JsonElement block, World world)
    {
        BeaconChain chain = world.Staking;
        int pending = chain.Withdrawals.Pending().Count;
        ulong epoch = Number(block, "epoch");
        chain.SetEpoch(epoch);
        Accepted accepted = Do(world, new Step(chain.Withdrawals.ProcessPayload));
        ValidatorsPaid[] paid = [.. accepted.Events.OfType<ValidatorsPaid>().SelectMany(OneByOne)];

        Row at = row with { Place = $"{row.Place} epoch {epoch}", Expected = block };
        at.Expect("partials_processed", (ulong)(pending - chain.Withdrawals.Pending().Count));
        at.Expect("next_sweep_index", chain.Withdrawals.NextIndex);
        at.Expect("pending_left", (ulong)chain.Withdrawals.Pending().Count);
        at.CompareAll(
            "balance", Field(block, "balances"), Singles(chain).Select(static one => one.BalanceGwei));
        JsonElement[] withdrawals = [.. Field(block, "withdrawals").EnumerateArray()];
        at.Compare(
            "withdrawals", JsonSerializer.SerializeToElement(withdrawals.Length), (ulong)paid.Length);
        foreach ((int i, JsonElement one) in withdrawals.Index().Take(paid.Length))
        {
            Row payment = at with { Place = $"{at.Place} withdrawal {i}", Expected = one };
            payment.Expect("v", paid[i].First);
            payment.Expect("amount", paid[i].AmountGwei);
        }
    }

    private static IEnumerable<ValidatorsPaid> OneByOne(ValidatorsPaid paid) =>
        Enumerable.Range(0, (int)paid.Count).Select(
            i => paid with { First = paid.First + (ulong)i, Count = 1 });

    private static void CompareValidators(Row row, JsonElement expected, BeaconChain chain)
    {
        Cohort[] got = Singles(chain);
        row.Compare(
            "validators", JsonSerializer.SerializeToElement(expected.GetArrayLength()), (ulong)got.Length);
        foreach ((int i, JsonElement one) in expected.EnumerateArray().Index().Take(got.Length))
        {
            Row at = row with { Place = $"{row.Place} validator {i}", Expected = one };
            at.Expect("eb", got[i].EffectiveBalanceGwei);
            at.Expect("elig", got[i].EligibilityEpoch);
            at.Expect("act", got[i].ActivationEpoch);
            at.Expect("exit", got[i].ExitEpoch);
            at.Expect("wd", got[i].WithdrawableEpoch);
            at.Expect("cred", (ulong)got[i].Credentials);
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
        Do(world, new StartStaking(default, WithChurn(churn), 1000, [active, leaving, left]));
        BeaconChain chain = world.Staking;
        foreach ((int i, JsonElement amount) in Field(given, "queue_gwei").EnumerateArray().Index())
        {
            ulong index = i is 1 or 2 ? (ulong)i : 0;
            chain.Deposits.Push(new PendingDeposit(1, amount.GetUInt64(), IsNew: false, index, default, 0));
        }

        foreach (JsonElement step in Field(given, "trace").EnumerateArray())
        {
            chain.SetEpoch(Number(step, "epoch"));
            chain.Deposits.Process();
            Row at = row with { Place = $"{row.Place} epoch {chain.Epoch}", Expected = step };
            at.CompareAll(
                "balance",
                Field(step, "balances"),
                Singles(chain).Select(static one => one.BalanceGwei));
            at.CompareAll(
                "queue",
                Field(step, "queue"),
                chain.Deposits.Waiting().Select(static deposit => deposit.AmountGwei));
            at.Expect("deposit_balance_to_consume", chain.Deposits.BalanceToConsumeGwei);
        }
    }

    private static void InactivityLeak(JsonElement given, Row row)
    {
        ulong offline = Number(given, "offline");
        World world = StartLeak(given, offline);
        BeaconChain chain = world.Staking;
        Queue<JsonElement> trace = new(Field(given, "trace").EnumerateArray());
        ulong end = EndOf(given);
        ulong? left = null;
        while (chain.Epoch < end && !Regained(chain) && !IsOver(given, chain, trace.Count))
        {
            ulong epoch = chain.Epoch;
            Do(world, new Step(chain.ProcessEpoch));
            if (left is null && chain.ValidatorAt(0).ExitEpoch != Spec.FarFuture) left = epoch;

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

        row.Findings.CountKeys(1);
        row.Findings.Compare(
            row.Place,
            "two_thirds_regained_epoch",
            Field(given, "two_thirds_regained_epoch").ToString(),
            Regained(chain) ? chain.Epoch.ToString() : "");
        row.Compare("steps of the trace left", JsonSerializer.SerializeToElement(0), (ulong)trace.Count);
        row.Expect("end_balance_offline", chain.ValidatorAt(0).BalanceGwei);
        JsonElement exit = Field(given, "first_offline_exit_initiated_epoch");
        row.Findings.Compare(
            row.Place,
            "first_offline_exit_initiated_epoch",
            exit.ValueKind == JsonValueKind.Null ? null : exit.ToString(),
            left?.ToString());
    }

    // A row in which two thirds are never regained does not say where it ends: before the trace would go on.
    private static ulong EndOf(JsonElement given) =>
        Field(given, "two_thirds_regained_epoch").ValueKind == JsonValueKind.Null
            ? Field(given, "trace").EnumerateArray().Last()[0].GetUInt64() + EpochsBetweenSteps
            : Number(given, "two_thirds_regained_epoch");

    // Nobody offline gains: where the end balance is reached is the end of such a row.
    private static bool IsOver(JsonElement given, BeaconChain chain, int stepsLeft) =>
        Field(given, "two_thirds_regained_epoch").ValueKind == JsonValueKind.Null
            && stepsLeft == 0
            && chain.ValidatorAt(0).BalanceGwei <= Number(given, "end_balance_offline");

    private static World StartLeak(JsonElement given, ulong offline)
    {
        Cohort all = Cohort.Active(
            Number(given, "validators"), Number(given, "start_eb"), (Credentials)Number(given, "cred"));
        World world = new();
        Do(world, new StartStaking(
            default,
            StakingParameters.Electra with { PayloadsPerEpoch = 0 },
            Number(given, "start_epoch"),
            [all with { Count = offline, Duties = Duties.None }, all with { Count = all.Count - offline }]));
        world.Staking.Finality.SetFinalized(Number(given, "finalized_epoch"));
        return world;
    }

    private static bool Regained(BeaconChain chain)
    {
        Tally tally = new(chain);
        return tally.CurrentTarget * 3 >= tally.Active * 2;
    }

    private static BeaconChain Start(JsonElement pre, StakingParameters parameters, World? world = null)
    {
        world ??= new World();
        JsonElement balances = Field(pre, "balances");
        Cohort[] cohorts = [.. Field(pre, "validators").EnumerateArray().Select(
            (one, i) => new Cohort(
                1,
                Number(one, "eb"),
                balances[i].GetUInt64(),
                Epoch(one, "elig"),
                Epoch(one, "act"),
                Epoch(one, "exit"),
                Epoch(one, "wd"),
                pre.TryGetProperty("scores", out JsonElement scores) ? scores[i].GetUInt64() : 0,
                (Credentials)Number(one, "cred"),
                pre.TryGetProperty("prev_participation", out JsonElement duties)
                    ? (Duties)duties[i].GetByte()
                    : Duties.All,
                Field(one, "slashed").GetBoolean()))];
        Do(world, new StartStaking(default, parameters, Number(pre, "epoch"), cohorts));
        return world.Staking;
    }

    private static ulong Epoch(JsonElement one, string name) =>
        Field(one, name).ToString() == "-1" ? Spec.FarFuture : Number(one, name);

    // Every validator by itself, in the order of their indices.
    private static Cohort[] Singles(BeaconChain chain) =>
    [
        .. chain.Cohorts.SelectMany(static range =>
            Enumerable.Repeat(range.Cohort with { Count = 1 }, (int)range.Cohort.Count)),
    ];

    private static Accepted Do(World world, Command command) => world.Execute(command) is Accepted accepted
        ? accepted
        : throw new RecordingException($"the engine refuses {command}");

    /// <summary>A part of an epoch, as a command, so that what it emits can be read.</summary>
    private sealed record Step(Action Part) : Command(Address.Zero)
    {
        internal override Refusal? Apply(World world)
        {
            Part();
            return null;
        }
    }
}
