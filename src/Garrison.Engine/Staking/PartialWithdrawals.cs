using System.Runtime.InteropServices;

namespace Garrison.Engine.Staking;

/// <summary>Payments out of the consensus layer: requested parts, whole balances, and what is too
/// much.</summary>
/// <remarks>
/// A block pays at most 16: first requested parts, at most 8, then what a sweep over the validators in the
/// order of their indices finds. Source: <c>process_withdrawal_request</c> and
/// <c>get_expected_withdrawals</c>, <c>specs/electra/beacon-chain.md</c>.
/// </remarks>
public sealed class PartialWithdrawals
{
    private readonly BeaconChain _chain;
    private readonly Fifo<Everyone, PendingPartial> _pending;
    private readonly Table<ulong, ulong> _pendingGwei;
    private readonly Cell<ulong> _nextIndex;

    internal PartialWithdrawals(Store store, BeaconChain chain)
    {
        _chain = chain;
        _pending = new(store);
        _pendingGwei = store.Table<ulong, ulong>();
        _nextIndex = store.Cell<ulong>();
    }

    /// <summary>The validator at which the next sweep begins.</summary>
    public ulong NextIndex => _nextIndex.Value;

    /// <summary>The parts that were requested and not paid, in their order.</summary>
    public IReadOnlyList<PendingPartial> Pending() =>
        [.. Enumerable.Range(0, _pending.Count(default)).Select(i => _pending.At(default, i))];

    internal bool HasPending(ulong first, ulong count)
    {
        if (_pending.Count(default) == 0) return false;
        if (count == 1) return _pendingGwei[first] != 0;

        return Pending().Any(part => part.Index >= first && part.Index < first + count);
    }

    internal Refusal? Request(ulong index, ulong amountGwei)
    {
        if (_chain.CheckRange(index, 1) is { } range) return range;

        Cohort validator = _chain.Validators.At(index);
        bool isExit = amountGwei == 0;
        if (!isExit && _pending.Count(default) == Spec.PendingPartialsMax) return StakingRefusals.QueueFull;
        if (validator.Credentials == Credentials.Bls) return StakingRefusals.NoExecutionCredentials;
        if (isExit) return _chain.Exits.Request(index, 1);
        if (_chain.Exits.CheckLeaving(validator) is { } refusal) return refusal;
        if (validator.Credentials != Credentials.Compounding) return StakingRefusals.NotCompounding;

        ulong kept = Spec.ActivationBalanceMin + _pendingGwei[index];
        if (validator.EffectiveBalanceGwei < Spec.ActivationBalanceMin || validator.BalanceGwei <= kept)
        {
            return StakingRefusals.NothingToWithdraw;
        }

        ulong amount = Math.Min(validator.BalanceGwei - kept, amountGwei);
        ulong withdrawable = _chain.Exits.Join(amount) + Spec.WithdrawabilityDelay;
        _pending.Push(default, new PendingPartial(index, amount, withdrawable));
        _pendingGwei[index] += amount;
        return null;
    }

    /// <summary>The withdrawals of one block.</summary>
    internal void ProcessPayload()
    {
        int paid = PayPartials();
        (ulong next, int total) = Sweep(paid);
        ulong count = _chain.ValidatorCount;
        _nextIndex.Set(total == Spec.WithdrawalsPerPayload
            ? next
            : (NextIndex + Spec.ValidatorsPerSweep) % count);
    }

    private int PayPartials()
    {
        int paid = 0;
        while (_pending.Count(default) > 0 && paid < Spec.PartialsPerSweep)
        {
            PendingPartial part = _pending.At(default, 0);
            if (part.WithdrawableEpoch > _chain.Epoch) break;

            Cohort validator = _chain.Validators.At(part.Index);
            if (validator.ExitEpoch == Spec.FarFuture
                && validator.EffectiveBalanceGwei >= Spec.ActivationBalanceMin
                && validator.BalanceGwei > Spec.ActivationBalanceMin)
            {
                Pay(part.Index, 1, Math.Min(
                    validator.BalanceGwei - Spec.ActivationBalanceMin, part.AmountGwei));
                paid++;
            }

            _pending.Pop(default);
            _pendingGwei[part.Index] -= part.AmountGwei;
        }

        return paid;
    }

    private (ulong Next, int Paid) Sweep(int paid)
    {
        ulong count = _chain.ValidatorCount;
        ulong left = Math.Min(count, Spec.ValidatorsPerSweep);
        ulong at = NextIndex % count;
        while (left > 0 && paid < Spec.WithdrawalsPerPayload)
        {
            Cohort cohort = _chain.Validators.At(at);
            ulong run = Math.Min(cohort.Count, left);
            ulong due = DueGwei(cohort);
            if (due > 0)
            {
                run = Math.Min(run, (ulong)(Spec.WithdrawalsPerPayload - paid));
                Pay(at, run, due);
                paid += (int)run;
            }

            left -= run;
            at = (at + run) % count;
        }

        return (at, paid);
    }

    private ulong DueGwei(Cohort cohort)
    {
        if (cohort.Credentials == Credentials.Bls) return 0;
        if (cohort.WithdrawableEpoch <= _chain.Epoch) return cohort.BalanceGwei;

        ulong max = cohort.EffectiveBalanceMaxGwei;
        return cohort.EffectiveBalanceGwei == max && cohort.BalanceGwei > max ? cohort.BalanceGwei - max : 0;
    }

    private void Pay(ulong first, ulong count, ulong gwei)
    {
        foreach ((ulong at, Cohort cohort) in _chain.Validators.Cut(first, count))
        {
            _chain.Validators.Replace(at, cohort.Lose(gwei));
        }

        _chain.Emit(new ValidatorsPaid(first, count, gwei));
    }
}

/// <summary>A part of a balance that was requested.</summary>
/// <param name="Index">Of which validator.</param>
/// <param name="AmountGwei">How much, at most.</param>
/// <param name="WithdrawableEpoch">From when it is paid.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PendingPartial(ulong Index, ulong AmountGwei, ulong WithdrawableEpoch);
