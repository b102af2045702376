namespace Garrison.Engine.Staking;

/// <summary>Slashing at the base layer: a little at once, and a share of all that was slashed around
/// it.</summary>
/// <remarks>
/// The second part falls due at the epoch where 4,096 epochs are left until a validator is withdrawable, by
/// its own date. A validator that a long exit queue makes withdrawable late meets a vector that may have
/// forgotten the slashing. Source: <c>slash_validator</c> and <c>process_slashings</c>,
/// <c>specs/electra/beacon-chain.md</c>.
/// </remarks>
public sealed class Slashings
{
    private readonly BeaconChain _chain;
    private readonly Table<ulong, ulong> _byEpoch;
    private readonly Cell<ulong> _total;

    internal Slashings(Store store, BeaconChain chain)
    {
        _chain = chain;
        _byEpoch = store.Table<ulong, ulong>();
        _total = store.Cell<ulong>();
    }

    /// <summary>The effective balance slashed in the last 8,192 epochs, in gwei.</summary>
    public ulong TotalGwei => _total.Value;

    /// <summary>The effective balance slashed in one epoch of the last 8,192, in gwei.</summary>
    public ulong SlashedGweiIn(ulong epoch) => _byEpoch[epoch % Spec.EpochsPerSlashingsVector];

    internal Refusal? Slash(ulong first, ulong count, ulong proposer)
    {
        if (_chain.CheckRange(first, count) is { } range) return range;
        if (_chain.CheckRange(proposer, 1) is { } wrong) return wrong;

        foreach ((_, Cohort cohort) in _chain.Validators.Cut(first, count))
        {
            if (cohort.IsSlashed
                || cohort.ActivationEpoch > _chain.Epoch
                || _chain.Epoch >= cohort.WithdrawableEpoch)
            {
                return StakingRefusals.NotSlashable;
            }
        }

        _chain.Exits.Initiate(first, count);
        ulong reward = 0;
        foreach ((ulong at, Cohort cohort) in _chain.Validators.Cut(first, count))
        {
            SlashOne(at, cohort);
            reward += Rewards.Whistleblower(cohort.EffectiveBalanceGwei) * cohort.Count;
        }

        (ulong of, Cohort paid) = _chain.Validators.Cut(proposer, 1)[0];
        _chain.Validators.Replace(of, paid with { BalanceGwei = paid.BalanceGwei + reward });
        return null;
    }

    internal void ProcessCorrelation()
    {
        if (TotalGwei == 0) return;

        ulong due = _chain.Epoch + (Spec.EpochsPerSlashingsVector / 2);
        ulong total = _chain.TotalActiveGwei();
        foreach ((ulong first, Cohort cohort) in _chain.Validators.All())
        {
            if (!cohort.IsSlashed || cohort.WithdrawableEpoch != due) continue;

            ulong penalty = Rewards.Correlation(cohort.EffectiveBalanceGwei, TotalGwei, total);
            _chain.Validators.Replace(first, cohort.Lose(penalty));
            _chain.Emit(new CorrelationPenalized(first, cohort.Count, penalty));
        }
    }

    // The next epoch takes the place of the one a whole vector before it.
    internal void ForgetOldest()
    {
        ulong next = (_chain.Epoch + 1) % Spec.EpochsPerSlashingsVector;
        if (_byEpoch[next] == 0) return;

        _total.Set(TotalGwei - _byEpoch[next]);
        _byEpoch[next] = 0;
    }

    private void SlashOne(ulong first, Cohort cohort)
    {
        ulong epoch = _chain.Epoch;
        ulong slashed = cohort.EffectiveBalanceGwei * cohort.Count;
        ulong penalty = Rewards.InitialSlashing(cohort.EffectiveBalanceGwei);
        ulong withdrawable = Math.Max(cohort.WithdrawableEpoch, epoch + Spec.EpochsPerSlashingsVector);
        _chain.Validators.Replace(
            first,
            cohort.Lose(penalty) with { IsSlashed = true, WithdrawableEpoch = withdrawable });
        _byEpoch[epoch % Spec.EpochsPerSlashingsVector] += slashed;
        _total.Set(TotalGwei + slashed);
        _chain.Emit(new ValidatorsSlashed(first, cohort.Count, penalty, withdrawable));
    }
}
