using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    /// <summary>A token first fills what its queue and buffer lack; the rest is restaked.</summary>
    internal Refusal? Deposit(Address sender, Address token, UInt256 amount, UInt256 referralId)
    {
        if (RefuseDeposits() is { } paused) return paused;
        if (FindToken(token, out int index) is { } unknown) return unknown;
        if (Value(out RenzoValue value) is { } refusal) return refusal;
        if (TokenValueDown(token, amount, out UInt256 added) is { } unpriced) return unpriced;

        UInt256 limit = _valueLimit[token];
        if (!limit.IsZero && value.OfCollateral(index) + added > limit)
        {
            return RenzoRefusals.MaxTokenTvlReached;
        }

        if (Choose(in value, out Address delegator) is { } nobody) return nobody;
        if (_ledger.Transfer(token, sender, RestakeManager, amount) is { } unpaid) return unpaid;
        if (FillFromDeposit(token, amount, out UInt256 rest) is { } unfilled) return unfilled;
        if (!rest.IsZero && Restake(delegator, token, rest) is { } unstaked) return unstaked;
        if (MintedDown(value.Total, added, out UInt256 minted) is { } tooSmall) return tooSmall;
        if (Mint(RestakeManager, sender, minted) is { } unminted) return unminted;

        _store.Emit(new RenzoDeposited(RestakeManager, sender, token, rest, minted, referralId));
        return null;
    }

    internal Refusal? DepositEther(Address sender, UInt256 amount, UInt256 referralId)
    {
        if (_ledger.Transfer(Ledger.Ether, sender, RestakeManager, amount) is { } unpaid) return unpaid;
        if (RefuseDeposits() is { } paused) return paused;
        if (Value(out RenzoValue value) is { } refusal) return refusal;
        if ((_ledger.Transfer(Ledger.Ether, RestakeManager, DepositQueue, amount)
            ?? FillEtherBuffer(amount)) is { } unfilled)
        {
            return unfilled;
        }

        _store.Emit(new RenzoEtherQueued(DepositQueue, amount));
        if (MintedDown(value.Total, amount, out UInt256 minted) is { } tooSmall) return tooSmall;
        if (Mint(RestakeManager, sender, minted) is { } unminted) return unminted;

        _store.Emit(new RenzoDeposited(RestakeManager, sender, default, amount, minted, referralId));
        return null;
    }

    /// <summary>The first delegator that has less than ⌊⌊allocation · all / 100⌋ / 100⌋, or the
    /// first.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public Refusal? Choose(in RenzoValue value, out Address delegator)
    {
        delegator = default;
        if (_delegators.Count(default) == 0) return RenzoRefusals.NotFound;

        delegator = _delegators.At(default, 0);
        for (int index = 0; index < value.ByDelegator.Length && value.ByDelegator.Length > 1; index++)
        {
            Address candidate = _delegators.At(default, index);
            UInt256 allocation = _delegator.Read(candidate).AllocationBps;
            UInt256 share = (allocation * value.Total).DivDown(100).DivDown(100);
            if (value.ByDelegator[index] >= share) continue;

            delegator = candidate;
            return null;
        }

        return null;
    }

    private Refusal? RefuseDeposits() =>
        _terms.Value.IsPaused || IsStopped(RenzoRisk.DepositPaused) ? RenzoRefusals.ContractPaused : null;

    private Refusal? FindToken(Address token, out int index)
    {
        index = 0;
        for (; index < _tokens.Count(default); index++)
        {
            if (_tokens.At(default, index) == token) return null;
        }

        return RenzoRefusals.NotFound;
    }

    private Refusal? FillFromDeposit(Address token, UInt256 amount, out UInt256 rest)
    {
        rest = amount;
        UInt256 deficit = _buffer[token].Deficit(_ledger.Balance(token, WithdrawQueue));
        if (deficit.IsZero) return null;

        UInt256 filled = UInt256.Min(amount, deficit);
        rest = amount - filled;
        return _ledger.Approve(token, RestakeManager, DepositQueue, filled)
            ?? FillTokenBuffer(RestakeManager, token, filled);
    }

    // On EigenLayer the delegator stakes what it is sent. Elsewhere it leaves, and is counted as posted.
    private Refusal? Restake(Address delegator, Address token, UInt256 amount)
    {
        if (_ledger.Approve(token, RestakeManager, delegator, amount) is { } refusal) return refusal;

        Backing backing = _backings.Of(delegator, token);
        if (backing.Kind == BackingKind.EigenLayer)
        {
            return _ledger.TransferFrom(token, delegator, RestakeManager, delegator, amount)
                ?? _eigenLayer.StrategyManager.Deposit(delegator, backing.Venue, token, amount);
        }

        return _ledger.TransferFrom(token, delegator, RestakeManager, _contracts.Value.Beyond, amount)
            ?? _backings.Post(delegator, token, backing.Posted + Int256.FromUInt256(amount));
    }
}
