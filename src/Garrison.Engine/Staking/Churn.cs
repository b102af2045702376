namespace Garrison.Engine.Staking;

/// <summary>The limits of an epoch on what enters, leaves and moves, in gwei.</summary>
/// <param name="Activation">Of deposits.</param>
/// <param name="Exit">Of exits, slashings, ejections and partial withdrawals together.</param>
/// <param name="Consolidation">Of consolidations.</param>
public readonly record struct ChurnLimits(ulong Activation, ulong Exit, ulong Consolidation)
{
    /// <summary>The limits for an active stake; each is rounded down to whole increments.</summary>
    public static ChurnLimits For(in StakingParameters parameters, ulong totalActiveGwei)
    {
        ulong churn = Whole(
            Math.Max(parameters.ChurnMinGwei, totalActiveGwei / parameters.ChurnLimitQuotient));
        ulong activation = Math.Min(parameters.ActivationChurnMaxGwei, churn);
        return parameters.Schedule == ChurnSchedule.Capped
            ? new(activation, activation, churn - activation)
            : new(activation, churn, Whole(totalActiveGwei / parameters.ConsolidationChurnQuotient));
    }

    /// <summary>The limits before Electra, which counted validators, in gwei of 32 ether each.</summary>
    /// <param name="validators">How many are active.</param>
    /// <param name="activationsMax">How many may enter in an epoch: 8 from Deneb (13 March 2024) on.</param>
    public static ChurnLimits BeforeElectra(ulong validators, ulong activationsMax)
    {
        ulong churn = Math.Max(4, validators / 65_536);
        return new(
            Math.Min(churn, activationsMax) * Spec.ActivationBalanceMin,
            churn * Spec.ActivationBalanceMin,
            0);
    }

    private static ulong Whole(ulong gwei) => gwei - (gwei % Spec.Increment);
}

/// <summary>A queue by balance: the epoch at its end, and what that epoch still takes.</summary>
/// <param name="EarliestEpoch">The epoch at the end of the queue.</param>
/// <param name="BalanceToConsumeGwei">What that epoch still takes.</param>
/// <remarks>Source: <c>compute_exit_epoch_and_update_churn</c> of
/// <c>specs/electra/beacon-chain.md</c>.</remarks>
public readonly record struct ChurnQueue(ulong EarliestEpoch, ulong BalanceToConsumeGwei)
{
    /// <summary>The queue behind a balance that joins it in an epoch; its epoch is the one the balance
    /// leaves in.</summary>
    /// <param name="gwei">The balance that joins.</param>
    /// <param name="currentEpoch">Now.</param>
    /// <param name="limitGwei">What each epoch takes; above 0.</param>
    public ChurnQueue Join(ulong gwei, ulong currentEpoch, ulong limitGwei)
    {
        ulong epoch = Math.Max(EarliestEpoch, EarliestFrom(currentEpoch));
        ulong available = EarliestEpoch < epoch ? limitGwei : BalanceToConsumeGwei;
        if (gwei > available)
        {
            ulong more = ((gwei - available - 1) / limitGwei) + 1;
            epoch += more;
            available += more * limitGwei;
        }

        return new ChurnQueue(epoch, available - gwei);
    }

    /// <summary>The first epoch for which a decision of this epoch can hold.</summary>
    public static ulong EarliestFrom(ulong epoch) => epoch + Spec.EpochsToExit;
}
