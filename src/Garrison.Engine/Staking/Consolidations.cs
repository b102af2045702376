using System.Runtime.InteropServices;

namespace Garrison.Engine.Staking;

/// <summary>Validators that move their balance into others, through a queue of their own.</summary>
/// <remarks>Source: <c>process_consolidation_request</c> and <c>process_pending_consolidations</c>,
/// <c>specs/electra/beacon-chain.md</c>.</remarks>
public sealed class Consolidations
{
    private readonly BeaconChain _chain;
    private readonly Fifo<Everyone, PendingConsolidation> _pending;
    private readonly Cell<ChurnQueue> _queue;

    internal Consolidations(Store store, BeaconChain chain)
    {
        _chain = chain;
        _pending = new(store);
        _queue = store.Cell<ChurnQueue>();
    }

    /// <summary>The end of the queue.</summary>
    public ChurnQueue Queue => _queue.Value;

    /// <summary>The consolidations that wait, in their order.</summary>
    public IReadOnlyList<PendingConsolidation> Pending() =>
        [.. Enumerable.Range(0, _pending.Count(default)).Select(i => _pending.At(default, i))];

    internal Refusal? Request(ulong source, ulong target)
    {
        if (_chain.CheckRange(source, 1) is { } noSource) return noSource;
        if (_chain.CheckRange(target, 1) is { } noTarget) return noTarget;
        if (source == target) return StakingRefusals.SameValidator;
        if (_pending.Count(default) == Spec.PendingConsolidationsMax) return StakingRefusals.QueueFull;

        ulong limit = _chain.Limits().Consolidation;
        if (limit <= Spec.ActivationBalanceMin) return StakingRefusals.NoConsolidationChurn;

        Cohort receiving = _chain.Validators.At(target);
        if (receiving.Credentials != Credentials.Compounding) return StakingRefusals.NotCompounding;
        if (!receiving.IsActive(_chain.Epoch)) return StakingRefusals.NotActive;
        if (receiving.ExitEpoch != Spec.FarFuture) return StakingRefusals.AlreadyExiting;

        Cohort leaving = _chain.Validators.At(source);
        if (leaving.Credentials == Credentials.Bls) return StakingRefusals.NoExecutionCredentials;
        if (_chain.Exits.CheckLeaving(leaving) is { } refusal) return refusal;
        if (_chain.Withdrawals.HasPending(source, 1)) return StakingRefusals.PartialPending;

        Enter(source, target, limit);
        return null;
    }

    /// <summary>Turns skimmed validators into compounding ones; what is above 32 ether is deposited
    /// anew.</summary>
    internal Refusal? Compound(ulong first, ulong count)
    {
        if (_chain.CheckRange(first, count) is { } range) return range;

        foreach ((ulong at, Cohort cohort) in _chain.Validators.Cut(first, count))
        {
            if (cohort.Credentials == Credentials.Bls) return StakingRefusals.NoExecutionCredentials;
            if (cohort.Credentials == Credentials.Compounding) return StakingRefusals.AlreadyCompounding;
            if (!cohort.IsActive(_chain.Epoch)) return StakingRefusals.NotActive;
            if (cohort.ExitEpoch != Spec.FarFuture) return StakingRefusals.AlreadyExiting;

            ulong excess = cohort.BalanceGwei - Math.Min(cohort.BalanceGwei, Spec.ActivationBalanceMin);
            _chain.Validators.Replace(
                at, cohort.Lose(excess) with { Credentials = Credentials.Compounding });
            for (ulong i = 0; excess > 0 && i < cohort.Count; i++)
            {
                _chain.Deposits.Push(new PendingDeposit(1, excess, IsNew: false, at + i, default, 0));
            }
        }

        return null;
    }

    internal void Process()
    {
        while (_pending.Count(default) > 0)
        {
            PendingConsolidation head = _pending.At(default, 0);
            Cohort source = _chain.Validators.At(head.Source);
            if (!source.IsSlashed)
            {
                if (source.WithdrawableEpoch > _chain.Epoch + 1) return;

                Move(head, Math.Min(source.BalanceGwei, source.EffectiveBalanceGwei));
            }

            _pending.Pop(default);
        }
    }

    private void Enter(ulong source, ulong target, ulong limit)
    {
        (ulong at, Cohort leaving) = _chain.Validators.Cut(source, 1)[0];
        _queue.Set(Queue.Join(leaving.EffectiveBalanceGwei, _chain.Epoch, limit));
        ulong exit = Queue.EarliestEpoch;
        ulong withdrawable = exit + Spec.WithdrawabilityDelay;
        _chain.Validators.Replace(
            at, leaving with { ExitEpoch = exit, WithdrawableEpoch = withdrawable });
        _pending.Push(default, new PendingConsolidation(source, target));
        _chain.Emit(new ValidatorsExiting(source, 1, exit, withdrawable));
    }

    private void Move(PendingConsolidation head, ulong gwei)
    {
        (ulong sourceAt, Cohort source) = _chain.Validators.Cut(head.Source, 1)[0];
        _chain.Validators.Replace(sourceAt, source.Lose(gwei));
        (ulong targetAt, Cohort target) = _chain.Validators.Cut(head.Target, 1)[0];
        _chain.Validators.Replace(targetAt, target with { BalanceGwei = target.BalanceGwei + gwei });
        _chain.Emit(new ValidatorConsolidated(head.Source, head.Target, gwei));
    }
}

/// <summary>A validator on its way into another.</summary>
/// <param name="Source">Which one leaves.</param>
/// <param name="Target">Which one gets its balance.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PendingConsolidation(ulong Source, ulong Target);
