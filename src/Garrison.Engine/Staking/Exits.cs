namespace Garrison.Engine.Staking;

/// <summary>The exit queue: so much balance leaves in an epoch, first come first served.</summary>
/// <remarks>
/// Exits, slashings, ejections and partial withdrawals share it. Source: <c>initiate_validator_exit</c>
/// and <c>compute_exit_epoch_and_update_churn</c>, <c>specs/electra/beacon-chain.md</c>.
/// </remarks>
public sealed class Exits
{
    private readonly BeaconChain _chain;
    private readonly Cell<ChurnQueue> _queue;

    internal Exits(Store store, BeaconChain chain)
    {
        _chain = chain;
        _queue = store.Cell<ChurnQueue>();
    }

    /// <summary>The end of the queue.</summary>
    public ChurnQueue Queue => _queue.Value;

    /// <summary>The first epoch in which a balance that joins now would have left.</summary>
    public ulong ExitEpochFor(ulong gwei) => Joined(gwei).EarliestEpoch;

    /// <summary>The balance that waits to leave, in gwei.</summary>
    public ulong WaitingGwei()
    {
        ulong epoch = _chain.Epoch;
        ulong waiting = 0;
        foreach (ref readonly Cohort cohort in _chain.Validators)
        {
            if (cohort.IsActive(epoch) && cohort.ExitEpoch != Spec.FarFuture)
            {
                waiting += cohort.EffectiveBalanceGwei * cohort.Count;
            }
        }

        return waiting;
    }

    /// <summary>How long a queue takes to drain, in units of a hundredth of a day, rounded half
    /// up.</summary>
    /// <param name="queueGwei">What waits.</param>
    /// <param name="limitGwei">What each epoch takes; above 0.</param>
    public static ulong DrainCentidays(ulong queueGwei, ulong limitGwei)
    {
        ulong perDay = limitGwei * Spec.EpochsPerDay;
        return (ulong)((((UInt128)queueGwei * 100) + (perDay / 2)) / perDay);
    }

    internal Refusal? Request(ulong first, ulong count)
    {
        if (_chain.CheckRange(first, count) is { } early) return early;

        List<(ulong First, Cohort Cohort)> leaving = _chain.Validators.Cut(first, count);
        foreach ((ulong at, Cohort cohort) in leaving)
        {
            if (CheckLeaving(cohort) is { } refusal) return refusal;
            if (_chain.Withdrawals.HasPending(at, cohort.Count)) return StakingRefusals.PartialPending;
        }

        Initiate(first, count);
        return null;
    }

    /// <summary>Puts validators that are not leaving yet at the end of the queue, one by one.</summary>
    internal void Initiate(ulong first, ulong count)
    {
        ulong limit = _chain.Limits().Exit;
        foreach ((ulong at, Cohort cohort) in _chain.Validators.Cut(first, count))
        {
            if (cohort.ExitEpoch == Spec.FarFuture)
            {
                Initiate(at, cohort, limit);
            }
        }
    }

    /// <summary>Puts a balance at the end of the queue: the epoch in which it leaves.</summary>
    internal ulong Join(ulong gwei)
    {
        _queue.Set(Joined(gwei));
        return Queue.EarliestEpoch;
    }

    internal Refusal? CheckLeaving(Cohort cohort)
    {
        if (!cohort.IsActive(_chain.Epoch)) return StakingRefusals.NotActive;
        if (cohort.ExitEpoch != Spec.FarFuture) return StakingRefusals.AlreadyExiting;

        return _chain.Epoch < cohort.ActivationEpoch + Spec.ShardCommitteePeriod
            ? StakingRefusals.TooYoung
            : null;
    }

    private ChurnQueue Joined(ulong gwei) => Queue.Join(gwei, _chain.Epoch, _chain.Limits().Exit);

    // The epoch that lets the first one go has room for some more: they leave together.
    private void Initiate(ulong first, Cohort cohort, ulong limit)
    {
        ulong each = cohort.EffectiveBalanceGwei;
        for (ulong done = 0; done < cohort.Count;)
        {
            ChurnQueue queue = Queue.Join(each, _chain.Epoch, limit);
            ulong rest = cohort.Count - done - 1;
            ulong more = each == 0 ? rest : Math.Min(rest, queue.BalanceToConsumeGwei / each);
            _queue.Set(queue with { BalanceToConsumeGwei = queue.BalanceToConsumeGwei - (more * each) });
            ulong withdrawable = checked(queue.EarliestEpoch + Spec.WithdrawabilityDelay);
            foreach ((ulong at, Cohort part) in _chain.Validators.Cut(first + done, 1 + more))
            {
                _chain.Validators.Replace(
                    at, part with { ExitEpoch = queue.EarliestEpoch, WithdrawableEpoch = withdrawable });
            }

            _chain.Emit(new ValidatorsExiting(first + done, 1 + more, queue.EarliestEpoch, withdrawable));
            done += 1 + more;
        }
    }
}
