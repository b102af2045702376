using Garrison.Engine;
using Garrison.Engine.Staking;

namespace Garrison.Tests.Engine.Staking;

/// <summary>A cohort of n equal validators gives what n single ones give, over random histories.</summary>
/// <remarks>One world takes each command whole. The other is cut into single validators before every command
/// and every epoch, and takes the same command once for each validator.</remarks>
public sealed class CohortProperties
{
    private const int Length = 40;
    private const int Drawn = 54;

    // Consolidations need a limit of their own above 32 ether, which a stake as small as this has not.
    private static readonly StakingParameters _parameters = StakingParameters.Electra with
    {
        ActivationChurnMaxGwei = 64 * Spec.Increment,
    };

    private static readonly Cohort[] _cohorts =
    [
        Cohort.Active(20, 32 * Spec.Increment, Credentials.Execution),
        Cohort.Active(9, 40 * Spec.Increment, Credentials.Execution),
        Cohort.Active(4, 100 * Spec.Increment, Credentials.Compounding),
        Cohort.Active(2, 2048 * Spec.Increment, Credentials.Compounding),
        Cohort.Active(5, 17 * Spec.Increment, Credentials.Compounding) with { Duties = Duties.None },
        Cohort.Active(4, 32 * Spec.Increment, Credentials.Bls) with { Duties = Duties.Source },
        Cohort.Active(3, 10_000, Credentials.Execution) with
        {
            EffectiveBalanceGwei = 20 * Spec.Increment,
        },
    ];

    [Fact]
    public void Cohorts_give_what_singles_give()
    {
        HashSet<string> seen = [];
        Sequences.Check(
            Math.Max(25, Check.Count / Length), Length, Draw, commands => Fault(commands, seen));
        Assert.Superset(
            new HashSet<string>
            {
                nameof(DepositValidators), nameof(TopUpValidator), nameof(ExitValidators),
                nameof(WithdrawFromValidator), nameof(ConsolidateValidators), nameof(CompoundValidators),
                nameof(SlashValidators), nameof(SetDuties), nameof(AdvanceEpochs),
                nameof(ValidatorsAdded), nameof(ValidatorsExiting), nameof(ValidatorsSlashed),
                nameof(CorrelationPenalized), nameof(ValidatorsPaid), nameof(ValidatorConsolidated),
                nameof(RecordSyncAggregates), nameof(RecordAttestations), nameof(SyncCommitteeRewarded),
                nameof(SyncCommitteePenalized), nameof(ProposerRewarded),
                "a leak", "an ejection", "a part waits", "a deposit is postponed", "a penalty takes all",
            },
            seen);
    }

    private static string? Fault(IReadOnlyList<Command> commands, HashSet<string> seen)
    {
        World cohorts = Started();
        World singles = Started();
        foreach (Command drawn in commands)
        {
            Command command = Placed(drawn, cohorts.Staking.Epoch);
            Receipt whole = cohorts.Execute(command);
            (string? refusal, List<Event> facts) = OneByOne(singles, command);
            if (whole is Refused refused)
            {
                if (refusal is null || (IsInside(singles, command) && refusal != refused.Reason.Name))
                {
                    return $"{refused} as cohorts, {refusal} as singles";
                }
            }
            else if (refusal is not null)
            {
                return $"accepted as cohorts, {refusal} as singles";
            }
            else if (!Expanded(((Accepted)whole).Events).SequenceEqual(Expanded(facts)))
            {
                return "the events differ";
            }

            if (State(cohorts) != State(singles))
            {
                return $"{State(cohorts)}\nas cohorts, as singles\n{State(singles)}";
            }

            if (Shape(cohorts) is { } fault) return fault;

            Note(seen, command, whole, cohorts);
        }

        return null;
    }

    private static World Started()
    {
        World world = new();
        Assert.IsType<Accepted>(world.Execute(new StartStaking(default, _parameters, 1000, _cohorts)));
        return world;
    }

    private static (string? Refusal, List<Event> Facts) OneByOne(World world, Command command)
    {
        List<Event> facts = [];
        foreach (Command part in Parts(command))
        {
            Shatter(world);
            switch (world.Execute(part))
            {
                case Refused refused:
                    return (refused.Reason.Name, facts);
                case Accepted accepted:
                    facts.AddRange(accepted.Events);
                    break;
            }
        }

        return (null, facts);
    }

    // Targets are drawn as so many epochs ago.
    private static Command Placed(Command command, ulong epoch) => command is RecordAttestations some
        ? some with
        {
            Attestations =
            [
                .. some.Attestations.Select(one => one with { TargetEpoch = epoch - one.TargetEpoch }),
            ],
        }
        : command;

    // Epochs come one at a time; what names several validators becomes a command for each, all or none. A
    // block stays one command, and names each of its validators.
    private static IEnumerable<Command> Parts(Command command) => command switch
    {
        AdvanceEpochs advance => Enumerable.Repeat(advance with { Epochs = 1 }, (int)advance.Epochs),
        DepositValidators some => [All(some.Count, _ => some with { Count = 1 })],
        ExitValidators some => [All(some.Count, i => some with { First = some.First + i, Count = 1 })],
        CompoundValidators some => [All(some.Count, i => some with { First = some.First + i, Count = 1 })],
        SlashValidators some => [All(some.Count, i => some with { First = some.First + i, Count = 1 })],
        SetDuties some => [All(some.Count, i => some with { First = some.First + i, Count = 1 })],
        RecordSyncAggregates block =>
        [
            block with { Members = [.. block.Members.SelectMany(Singles)] },
        ],
        RecordAttestations block =>
        [
            block with
            {
                Attestations =
                [
                    .. block.Attestations.Select(static one => one with
                    {
                        Voters = [.. one.Voters.SelectMany(Singles)],
                    }),
                ],
            },
        ],
        _ => [command],
    };

    private static IEnumerable<SyncMembers> Singles(SyncMembers some) =>
        Some(some.Count, i => some with { First = some.First + i, Count = 1 });

    private static IEnumerable<NewVotes> Singles(NewVotes some) =>
        Some(some.Count, i => some with { First = some.First + i, Count = 1 });

    private static Batch All(ulong count, Func<ulong, Command> one) =>
        new(default, [.. Enumerable.Range(0, (int)count).Select(i => one((ulong)i))]);

    // A range that ends outside is refused whole at once, and one by one only when its end comes.
    private static bool IsInside(World world, Command command)
    {
        ulong end = command switch
        {
            ExitValidators some => some.First + some.Count,
            CompoundValidators some => some.First + some.Count,
            SlashValidators some => some.First + some.Count,
            SetDuties some => some.First + some.Count,
            RecordSyncAggregates block => block.Members.Max(static some => some.First + some.Count),
            RecordAttestations block => block.Attestations.SelectMany(static one => one.Voters)
                .Max(static some => some.First + some.Count),
            _ => 0,
        };
        return end <= world.Staking.ValidatorCount;
    }

    private static void Shatter(World world)
    {
        for (ulong i = 0; i < world.Staking.ValidatorCount; i++)
        {
            _ = world.Staking.Validators.Cut(i, 1);
        }
    }

    private static string State(World world)
    {
        BeaconChain chain = world.Staking;
        return string.Join('\n',
        [
            $"epoch {chain.Epoch} final {chain.Finality.FinalizedEpoch} slashed {chain.Slashings.TotalGwei}",
            $"{chain.Exits.Queue} {chain.Consolidations.Queue} {chain.Deposits.BalanceToConsumeGwei}",
            $"sweep {chain.Withdrawals.NextIndex}",
            .. chain.Withdrawals.Pending().Select(static part => part.ToString()),
            .. chain.Consolidations.Pending().Select(static one => one.ToString()),
            .. chain.Deposits.Waiting().SelectMany(static deposit => Enumerable.Repeat(
                (deposit with { Count = 1 }).ToString(), (int)deposit.Count)),
            .. Each(world).Select(static one => one.ToString()),
        ]);
    }

    private static IEnumerable<Cohort> Each(World world) =>
        world.Staking.Cohorts.SelectMany(static range =>
            Enumerable.Repeat(range.Cohort with { Count = 1 }, (int)range.Cohort.Count));

    // What happened to each validator. A command for several does one thing to all of them after the other,
    // so the order says nothing.
    private static IEnumerable<string> Expanded(IEnumerable<Event> facts) => facts
        .SelectMany(static IEnumerable<Event> (fact) => fact switch
        {
            ValidatorsAdded some => Some(some.Count, i => some with { First = some.First + i, Count = 1 }),
            ValidatorsExiting some => Some(some.Count, i => some with { First = some.First + i, Count = 1 }),
            ValidatorsSlashed some => Some(some.Count, i => some with { First = some.First + i, Count = 1 }),
            CorrelationPenalized some => Some(
                some.Count, i => some with { First = some.First + i, Count = 1 }),
            ValidatorsPaid some => Some(some.Count, i => some with { First = some.First + i, Count = 1 }),
            SyncCommitteeRewarded some => Some(
                some.Count, i => some with { First = some.First + i, Count = 1 }),
            SyncCommitteePenalized some => Some(
                some.Count, i => some with { First = some.First + i, Count = 1 }),
            _ => [fact],
        })
        .Select(static fact => fact.ToString())
        .Order(StringComparer.Ordinal);

    private static IEnumerable<T> Some<T>(ulong count, Func<ulong, T> one) =>
        Enumerable.Range(0, (int)count).Select(i => one((ulong)i));

    private static string? Shape(World world) =>
        Each(world).All(static one => one.EffectiveBalanceGwei <= one.EffectiveBalanceMaxGwei
            && one.EffectiveBalanceGwei % Spec.Increment == 0
            && (one.ExitEpoch == Spec.FarFuture) == (one.WithdrawableEpoch == Spec.FarFuture))
            ? null
            : "a validator is out of shape";

    private static void Note(HashSet<string> seen, Command command, Receipt receipt, World world)
    {
        if (receipt is not Accepted accepted) return;

        _ = seen.Add(command.GetType().Name);
        seen.UnionWith(accepted.Events.Select(static fact => fact.GetType().Name));
        BeaconChain chain = world.Staking;
        if (chain.Finality.IsLeaking) _ = seen.Add("a leak");
        if (chain.Withdrawals.Pending().Count > 0) _ = seen.Add("a part waits");
        if (command is AdvanceEpochs && accepted.Events.OfType<ValidatorsExiting>().Any())
        {
            _ = seen.Add("an ejection");
        }

        if (accepted.Events.OfType<SyncCommitteePenalized>().Any(
            hit => hit.PenaltyGwei > 0 && chain.ValidatorAt(hit.First).BalanceGwei == 0))
        {
            _ = seen.Add("a penalty takes all");
        }

        if (chain.Deposits.Waiting().Any(deposit => !deposit.IsNew
            && chain.ValidatorAt(deposit.Index) is { ExitEpoch: < Spec.FarFuture }
            && deposit.Epoch + 10 < chain.Epoch))
        {
            _ = seen.Add("a deposit is postponed");
        }
    }

    private static Command Draw(Dice dice)
    {
        ulong first = (ulong)dice.Below(Drawn);
        ulong count = 1 + (ulong)dice.Below(6);
        ulong gwei = (ulong)dice.Below(80) * Spec.Increment / 2;
        return dice.Below(18) switch
        {
            0 => new DepositValidators(
                default, count, gwei, dice.Of(Credentials.Execution, Credentials.Compounding)),
            1 => new TopUpValidator(default, first, gwei),
            2 => new ExitValidators(default, first, count),
            3 or 4 => new WithdrawFromValidator(default, 29 + (ulong)dice.Below(6), gwei),
            5 or 6 => new ConsolidateValidators(default, first, (ulong)dice.Below(Drawn)),
            7 => new CompoundValidators(default, first, count),
            8 => new SlashValidators(default, first, count, (ulong)dice.Below(Drawn)),
            9 or 10 => new SetDuties(default, first, count, (Duties)dice.Below(8)),
            11 => new SetDuties(default, 33, 2, dice.Of(Duties.None, Duties.All)),
            12 => new AdvanceEpochs(default, dice.OneIn(16) ? 4200UL : 300UL),
            13 => new RecordSyncAggregates(
                default, 1 + (ulong)dice.Below(24), first, [.. DrawMany(dice, DrawMembers)]),
            14 => new RecordAttestations(default, first, [.. DrawMany(dice, DrawAttestation)]),
            _ => new AdvanceEpochs(default, 1 + (ulong)dice.Below(20)),
        };
    }

    private static IEnumerable<T> DrawMany<T>(Dice dice, Func<Dice, T> one)
    {
        for (int left = 1 + dice.Below(3); left > 0; left--)
        {
            yield return one(dice);
        }
    }

    // Those with next to nothing are at 44, and often absent from many seats.
    private static SyncMembers DrawMembers(Dice dice) => dice.OneIn(3)
        ? new(44, 3, 1 + (ulong)dice.Below(170), dice.OneIn(4))
        : new(
            (ulong)dice.Below(Drawn), 1 + (ulong)dice.Below(6), 1 + (ulong)dice.Below(20), dice.OneIn(2));

    private static Attestation DrawAttestation(Dice dice)
    {
        ulong first = (ulong)dice.Below(Drawn);
        ulong count = 1 + (ulong)dice.Below(6);
        NewVotes votes = new(first, count, (Duties)dice.Below(8));
        return new Attestation(
            dice.OneIn(16) ? 2 : (ulong)dice.Below(2),
            dice.OneIn(2) ? [votes] : [votes, votes with { First = first + (ulong)dice.Below(8) }]);
    }
}
