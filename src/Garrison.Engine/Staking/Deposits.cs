using System.Runtime.InteropServices;

namespace Garrison.Engine.Staking;

/// <summary>The entry queue: deposits wait for finality and for churn, first come first served.</summary>
/// <remarks>
/// At most 16 are applied in an epoch. A deposit to a validator that is leaving goes to the end of the queue
/// until it can be withdrawn. Source: <c>process_pending_deposits</c>,
/// <c>specs/electra/beacon-chain.md</c>.
/// </remarks>
public sealed class Deposits
{
    private readonly BeaconChain _chain;
    private readonly Fifo<Everyone, PendingDeposit> _queue;
    private readonly Cell<ulong> _balanceToConsume;

    internal Deposits(Store store, BeaconChain chain)
    {
        _chain = chain;
        _queue = new(store);
        _balanceToConsume = store.Cell<ulong>();
    }

    /// <summary>What the last epoch left over for the deposit at the head, in gwei.</summary>
    public ulong BalanceToConsumeGwei => _balanceToConsume.Value;

    /// <summary>The deposits that wait, in their order.</summary>
    public IReadOnlyList<PendingDeposit> Waiting() =>
        [.. Enumerable.Range(0, _queue.Count(default)).Select(i => _queue.At(default, i))];

    /// <summary>The balance that waits to enter, in gwei.</summary>
    public ulong WaitingGwei() => Waiting().Aggregate(
        0UL, static (sum, deposit) => sum + (deposit.AmountGwei * deposit.Count));

    internal Refusal? Deposit(ulong count, ulong amountGwei, Credentials credentials)
    {
        if (count == 0) return StakingRefusals.EmptyRange;
        if (amountGwei < Spec.Increment) return StakingRefusals.DepositTooSmall;

        Push(new PendingDeposit(count, amountGwei, IsNew: true, 0, credentials, _chain.Epoch));
        return null;
    }

    internal Refusal? TopUp(ulong index, ulong amountGwei)
    {
        if (_chain.CheckRange(index, 1) is { } refusal) return refusal;
        if (amountGwei < Spec.Increment) return StakingRefusals.DepositTooSmall;

        Push(new PendingDeposit(1, amountGwei, IsNew: false, index, default, _chain.Epoch));
        return null;
    }

    internal void Push(PendingDeposit deposit) => _queue.Push(default, deposit);

    internal void Process()
    {
        if (_queue.Count(default) == 0)
        {
            _balanceToConsume.Set(0);
            return;
        }

        ulong available = BalanceToConsumeGwei + _chain.Limits().Activation;
        ulong processed = 0;
        bool isLimitReached = false;
        List<PendingDeposit> postponed = [];
        int room = Spec.PendingDepositsPerEpoch;
        while (room > 0 && !isLimitReached && _queue.Count(default) > 0)
        {
            PendingDeposit head = _queue.At(default, 0);
            if (head.Epoch > _chain.Finality.FinalizedEpoch) break;

            ulong applied = Math.Min(head.Count, (ulong)room);
            switch (FateOf(head))
            {
                case Fate.Postpone:
                    postponed.Add(head with { Count = applied });
                    break;
                case Fate.Credit:
                    Apply(head with { Count = applied });
                    break;
                default:
                    ulong fits = (available - processed) / Math.Max(1, head.AmountGwei);
                    isLimitReached = fits < applied;
                    applied = Math.Min(fits, applied);
                    processed += applied * head.AmountGwei;
                    Apply(head with { Count = applied });
                    break;
            }

            room -= (int)applied;
            TakeOff(head, applied);
        }

        foreach (PendingDeposit deposit in postponed)
        {
            Push(deposit);
        }

        _balanceToConsume.Set(isLimitReached ? available - processed : 0);
    }

    private Fate FateOf(in PendingDeposit deposit)
    {
        if (deposit.IsNew) return Fate.Queue;

        Cohort validator = _chain.Validators.At(deposit.Index);
        if (validator.WithdrawableEpoch < _chain.Epoch + 1) return Fate.Credit;

        return validator.ExitEpoch < Spec.FarFuture ? Fate.Postpone : Fate.Queue;
    }

    private void TakeOff(in PendingDeposit head, ulong count)
    {
        if (count == head.Count)
        {
            _queue.Pop(default);
        }
        else if (count > 0)
        {
            _queue.ReplaceHead(default, head with { Count = head.Count - count });
        }
    }

    private void Apply(in PendingDeposit deposit)
    {
        if (deposit.Count == 0) return;

        if (!deposit.IsNew)
        {
            (ulong at, Cohort validator) = _chain.Validators.Cut(deposit.Index, 1)[0];
            ulong balance = validator.BalanceGwei + (deposit.AmountGwei * deposit.Count);
            _chain.Validators.Replace(at, validator with { BalanceGwei = balance });
            return;
        }

        Cohort added = Cohort.Active(deposit.Count, deposit.AmountGwei, deposit.Credentials) with
        {
            EligibilityEpoch = Spec.FarFuture,
            ActivationEpoch = Spec.FarFuture,
        };
        ulong first = _chain.Validators.Append(added);
        _chain.Emit(new ValidatorsAdded(first, added.Count, deposit.AmountGwei));
    }

    private enum Fate
    {
        Queue,
        Credit,
        Postpone,
    }
}

/// <summary>Deposits that wait.</summary>
/// <param name="Count">How many equal ones.</param>
/// <param name="AmountGwei">The amount of each.</param>
/// <param name="IsNew">Whether each makes a validator, or adds to one.</param>
/// <param name="Index">To which validator it adds.</param>
/// <param name="Credentials">Of the validators it makes.</param>
/// <param name="Epoch">When it was made; it waits until that epoch is final.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PendingDeposit(
    ulong Count, ulong AmountGwei, bool IsNew, ulong Index, Credentials Credentials, ulong Epoch);
