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

        _ = _chain.Validators.Cut(proposer, 1);
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
        foreach ((ulong at, _) in _chain.Validators.Cut(first, count))
        {
            // Read anew: the proposer, itself slashed, may just have been paid for others.
            Cohort cohort = _chain.Validators.At(at);
            SlashOne(at, cohort);
            Cohort paid = _chain.Validators.At(proposer) with { Count = 1 };
            ulong reward = Rewards.Whistleblower(cohort.EffectiveBalanceGwei) * cohort.Count;
            _chain.Validators.Replace(proposer, paid.Gain(reward));
        }

        return null;
    }

    /// <summary>What falls due in the current epoch.</summary>
    /// <param name="totalActiveGwei">The active stake, at least one increment.</param>
    internal Correlation CorrelationOf(ulong totalActiveGwei) =>
        new(_chain.Epoch + (Spec.EpochsPerSlashingsVector / 2), TotalGwei, totalActiveGwei);

    /// <summary>The cohort after it paid for what was slashed around it, if that is due.</summary>
    internal Cohort Correlated(ulong first, in Cohort cohort, in Correlation correlation)
    {
        if (!cohort.IsSlashed
            || cohort.WithdrawableEpoch != correlation.WithdrawableEpoch
            || correlation.SlashedGwei == 0)
        {
            return cohort;
        }

        ulong penalty = Rewards.Correlation(
            cohort.EffectiveBalanceGwei, correlation.SlashedGwei, correlation.TotalActiveGwei);
        _chain.Emit(new CorrelationPenalized(first, cohort.Count, Math.Min(penalty, cohort.BalanceGwei)));
        return cohort.Lose(penalty);
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

/// <summary>The correlation penalties of an epoch.</summary>
/// <param name="WithdrawableEpoch">Who is withdrawable then, to the epoch, pays now.</param>
/// <param name="SlashedGwei">The effective balance slashed in the last 8,192 epochs.</param>
/// <param name="TotalActiveGwei">The active stake.</param>
internal readonly record struct Correlation(
    ulong WithdrawableEpoch, ulong SlashedGwei, ulong TotalActiveGwei);
