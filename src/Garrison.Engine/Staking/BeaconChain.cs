namespace Garrison.Engine.Staking;

/// <summary>The base layer: Ethereum's validators, their balances, and the queues in and out.</summary>
/// <remarks>
/// Validators are <see cref="Cohort"/>s of equal ones in the order of their indices. Who attests is an input,
/// and holds until it is changed: an epoch's votes for the epoch before follow today's duties. What the
/// consensus layer ignores in silence is refused here by a name. Source: ethereum/consensus-specs at
/// a08d8a6, mainnet. The equations are in <c>docs/protocols/ethereum.md</c>.
/// </remarks>
public sealed class BeaconChain
{
    private static readonly Refusal _alreadyStarted = new("AlreadyStarted");

    private readonly Store _store;
    private readonly Cell<StakingParameters> _parameters;
    private readonly Cell<ulong> _epoch;

    internal BeaconChain(Store store)
    {
        _store = store;
        _parameters = store.Cell<StakingParameters>();
        _epoch = store.Cell<ulong>();
        Validators = new Validators(store);
        Finality = new Finality(store, this);
        Exits = new Exits(store, this);
        Slashings = new Slashings(store, this);
        Deposits = new Deposits(store, this);
        Withdrawals = new PartialWithdrawals(store, this);
        Consolidations = new Consolidations(store, this);
        BlockRewards = new BlockRewards(store, this);
    }

    /// <summary>The fork whose numbers hold.</summary>
    public ref readonly StakingParameters Parameters => ref _parameters.Value;

    /// <summary>The current epoch.</summary>
    public ulong Epoch => _epoch.Value;

    /// <summary>How many validators there ever were.</summary>
    public ulong ValidatorCount => Validators.Count;

    /// <summary>All validators in the order of their indices.</summary>
    public IEnumerable<(ulong First, Cohort Cohort)> Cohorts => Validators.All();

    /// <summary>Justified and finalized epochs.</summary>
    public Finality Finality { get; }

    /// <summary>The exit queue.</summary>
    public Exits Exits { get; }

    /// <summary>What was slashed, and what that costs.</summary>
    public Slashings Slashings { get; }

    /// <summary>The entry queue.</summary>
    public Deposits Deposits { get; }

    /// <summary>Payments out of the consensus layer.</summary>
    public PartialWithdrawals Withdrawals { get; }

    /// <summary>Validators on their way into others.</summary>
    public Consolidations Consolidations { get; }

    /// <summary>What blocks pay to sync committees and proposers.</summary>
    public BlockRewards BlockRewards { get; }

    internal Validators Validators { get; }

    internal ulong PreviousEpoch => Epoch == 0 ? 0 : Epoch - 1;

    /// <summary>A validator, as a cohort of those like it from its index on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such validator.</exception>
    public Cohort ValidatorAt(ulong index) => Validators.At(index);

    /// <summary>The effective balance that takes part in an epoch, at least one increment.</summary>
    public ulong TotalActiveGwei()
    {
        ulong total = 0;
        foreach (ref readonly Cohort cohort in Validators)
        {
            if (cohort.IsActive(Epoch))
            {
                total += cohort.EffectiveBalanceGwei * cohort.Count;
            }
        }

        return Math.Max(Spec.Increment, total);
    }

    /// <summary>The limits of an epoch with this stake.</summary>
    public ChurnLimits Limits() => ChurnLimits.For(in Parameters, TotalActiveGwei());

    internal Refusal? Start(StakingParameters parameters, ulong epoch, IReadOnlyList<Cohort> cohorts)
    {
        if (Parameters.ChurnLimitQuotient != 0) return _alreadyStarted;

        _parameters.Set(parameters);
        _epoch.Set(epoch);
        Finality.Start(epoch);
        foreach (Cohort cohort in cohorts)
        {
            if (cohort.Count == 0) return StakingRefusals.EmptyRange;

            _ = Validators.Append(cohort);
        }

        return null;
    }

    internal Refusal? SetDuties(ulong first, ulong count, Duties duties)
    {
        if (CheckRange(first, count) is { } refusal) return refusal;

        foreach ((ulong at, Cohort cohort) in Validators.Cut(first, count))
        {
            Validators.Replace(at, cohort with { Duties = duties });
        }

        return null;
    }

    /// <summary>Lets epochs pass: their blocks' withdrawals, then the transition to the next.</summary>
    internal Refusal? Advance(ulong epochs)
    {
        if (Validators.Count == 0) return StakingRefusals.NotStarted;

        for (ulong i = 0; i < epochs; i++)
        {
            for (ulong payload = 0; payload < Parameters.PayloadsPerEpoch; payload++)
            {
                Withdrawals.ProcessPayload();
            }

            ProcessEpoch();
        }

        return null;
    }

    /// <summary>The transition at the end of an epoch, in the order of the specification.</summary>
    internal void ProcessEpoch()
    {
        Tally tally = new(this);
        Finality.Process(tally);
        ProcessValidators(tally);
        Deposits.Process();
        Consolidations.Process();
        Validators.UpdateEffectiveBalances();
        Slashings.ForgetOldest();
        _epoch.Set(Epoch + 1);
    }

    internal void SetEpoch(ulong epoch) => _epoch.Set(epoch);

    internal Refusal? CheckRange(ulong first, ulong count)
    {
        if (count == 0) return StakingRefusals.EmptyRange;

        return first >= ValidatorCount || count > ValidatorCount - first
            ? StakingRefusals.NoSuchValidator
            : null;
    }

    internal void Emit(Event fact) => _store.Emit(fact);

    // Rewards, registry and correlation in one walk: none of the three reads what another writes, but for
    // ejections, which wait in line behind one another and come last.
    private void ProcessValidators(in Tally tally)
    {
        Accounting accounting = new(this, tally);
        Correlation correlation = Slashings.CorrelationOf(tally.Active);
        List<(ulong First, ulong Count)> ejected = [];
        Validators.Change((ulong first, in Cohort cohort) =>
        {
            if (IsEjected(in cohort)) ejected.Add((first, cohort.Count));

            Cohort settled = Epoch == 0 ? cohort : accounting.Settled(in cohort);
            if (settled.ActivationEpoch == Spec.FarFuture || settled.EligibilityEpoch == Spec.FarFuture)
            {
                settled = Registered(in settled);
            }

            return settled.IsSlashed ? Slashings.Correlated(first, in settled, in correlation) : settled;
        });

        foreach ((ulong first, ulong count) in ejected)
        {
            Exits.Initiate(first, count);
        }
    }

    private bool IsEjected(in Cohort cohort) => cohort.ExitEpoch == Spec.FarFuture
        && cohort.IsActive(Epoch)
        && cohort.EffectiveBalanceGwei <= Spec.EjectionBalance;

    private Cohort Registered(in Cohort cohort)
    {
        if (cohort.EligibilityEpoch == Spec.FarFuture
            && cohort.EffectiveBalanceGwei >= Spec.ActivationBalanceMin)
        {
            return cohort with { EligibilityEpoch = Epoch + 1 };
        }

        return cohort.ActivationEpoch == Spec.FarFuture && cohort.EligibilityEpoch <= Finality.FinalizedEpoch
            ? cohort with { ActivationEpoch = ChurnQueue.EarliestFrom(Epoch) }
            : cohort;
    }
}
