using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    /// <summary>Ether that comes as rewards pays the fee, then fills what queue and buffer lack.</summary>
    internal Refusal? ReceiveRewards(Address sender, UInt256 amount)
    {
        if (_ledger.Transfer(Ledger.Ether, sender, DepositQueue, amount) is { } unpaid) return unpaid;
        if (PayFee(Ledger.Ether, amount, out UInt256 rest) is { } refusal) return refusal;
        if (FillEtherBuffer(rest) is { } unfilled) return unfilled;

        _store.Emit(new RenzoRewardsDeposited(DepositQueue, default, rest));
        return null;
    }

    /// <summary>Tokens that came as rewards pay the fee and are restaked; they count as value only
    /// then.</summary>
    internal Refusal? SweepToken(Address sender, Address token)
    {
        if (RefuseOthersThan(RenzoRoles.Erc20RewardsAdmin, sender, RenzoRefusals.NotErc20RewardsAdmin)
            is { } refusal)
        {
            return refusal;
        }

        UInt256 balance = _ledger.Balance(token, DepositQueue);
        if (balance.IsZero) return null;
        if (PayFee(token, balance, out UInt256 rest) is { } unpaid) return unpaid;
        if (_ledger.Approve(token, DepositQueue, RestakeManager, rest) is { } unapproved) return unapproved;
        if (Value(out RenzoValue value) is { } unpriced) return unpriced;
        if (Choose(in value, out Address delegator) is { } nobody) return nobody;
        if (_ledger.TransferFrom(token, RestakeManager, DepositQueue, RestakeManager, rest) is { } unmoved)
        {
            return unmoved;
        }

        if (Restake(delegator, token, rest) is { } unstaked) return unstaked;

        _store.Emit(new RenzoRewardsDeposited(DepositQueue, token, rest));
        return null;
    }

    /// <summary>Ether that came back from validators fills what queue and buffer lack.</summary>
    internal Refusal? ReceiveFullWithdrawal(Address sender, UInt256 amount)
    {
        if (_ledger.Transfer(Ledger.Ether, sender, DepositQueue, amount) is { } unpaid) return unpaid;
        if (FillEtherBuffer(amount) is { } refusal) return refusal;

        _store.Emit(new RenzoFullWithdrawalReceived(DepositQueue, amount));
        return null;
    }

    /// <summary>Tokens of whoever approved them go through the deposit queue into the buffer.</summary>
    internal Refusal? FillTokenBuffer(Address sender, Address token, UInt256 amount)
    {
        if (amount.IsZero || token.IsZero) return RenzoRefusals.InvalidZeroInput;
        if ((_ledger.TransferFrom(token, DepositQueue, sender, DepositQueue, amount)
            ?? _ledger.Approve(token, DepositQueue, WithdrawQueue, amount)) is { } unpaid)
        {
            return unpaid;
        }

        RenzoBuffer buffer = _buffer[token];
        if (buffer.Target.IsZero) return RenzoRefusals.UnsupportedWithdrawAsset;

        UInt256 filled = FillQueue(token, in buffer, amount);
        if (_ledger.TransferFrom(token, WithdrawQueue, DepositQueue, WithdrawQueue, amount) is { } unmoved)
        {
            return unmoved;
        }

        _store.Emit(new RenzoTokenBufferFilled(WithdrawQueue, token, amount - filled));
        return null;
    }

    /// <summary>Ether of the deposit queue goes into the buffer, and nobody else's.</summary>
    internal Refusal? FillEtherFrom(Address sender, UInt256 amount)
    {
        if (Token.IsZero || sender != DepositQueue) return RenzoRefusals.NotDepositQueue;

        RenzoBuffer buffer = _buffer[Ledger.Ether];
        UInt256 filled = FillQueue(Ledger.Ether, in buffer, amount);
        if (_ledger.Transfer(Ledger.Ether, DepositQueue, WithdrawQueue, amount) is { } unpaid) return unpaid;

        _store.Emit(new RenzoEtherBufferFilled(WithdrawQueue, amount - filled));
        return null;
    }

    /// <summary>32 ether of the deposit queue go to a validator of a delegator.</summary>
    internal Refusal? StakeEther(Address sender, Address delegator, string pubkey)
    {
        if (RefuseOthersThan(RenzoRoles.NativeEthRestakeAdmin, sender, RenzoRefusals.NotNativeEthRestakeAdmin)
            is { } refusal)
        {
            return refusal;
        }

        if (_ledger.Transfer(Ledger.Ether, DepositQueue, _contracts.Value.Beyond, _validatorEther)
            is { } unpaid)
        {
            return unpaid;
        }

        if (!_delegators.Contains(default, delegator)) return RenzoRefusals.NotFound;
        if (Stake(delegator) is { } unstaked) return unstaked;

        UInt256 queued = _ledger.Balance(Ledger.Ether, DepositQueue);
        _store.Emit(new RenzoEtherStaked(DepositQueue, delegator, pubkey, _validatorEther, queued));
        _store.Emit(new RenzoGasRefunded(DepositQueue, sender, UInt256.Zero));
        return null;
    }

    private Refusal? Stake(Address delegator)
    {
        Backing backing = _backings.Of(delegator, Ledger.Ether);
        if (backing.Kind == BackingKind.Posted)
        {
            return _backings.Post(
                delegator, Ledger.Ether, backing.Posted + Int256.FromUInt256(_validatorEther));
        }

        RenzoDelegator terms = _delegator[delegator];
        _delegator[delegator] = terms with { Unverified = terms.Unverified + _validatorEther };
        return null;
    }

    // Rounded down for the holders. The event names ether by the zero address.
    private Refusal? PayFee(Address asset, UInt256 amount, out UInt256 rest)
    {
        RenzoTerms terms = _terms.Value;
        rest = amount;
        if (terms.FeeRecipient.IsZero || terms.FeeBps.IsZero) return null;

        UInt256 fee = (amount * terms.FeeBps).DivDown(Bps.Scale);
        if (Send(asset, DepositQueue, terms.FeeRecipient, fee) is { } unpaid) return unpaid;

        Address named = asset == Ledger.Ether ? default : asset;
        _store.Emit(new RenzoFeesPaid(DepositQueue, named, fee, terms.FeeRecipient));
        rest = amount - fee;
        return null;
    }

    private Refusal? FillEtherBuffer(UInt256 amount)
    {
        UInt256 deficit = _buffer[Ledger.Ether].Deficit(_ledger.Balance(Ledger.Ether, WithdrawQueue));
        if (deficit.IsZero) return null;

        UInt256 filled = UInt256.Min(amount, deficit);
        if (FillEtherFrom(DepositQueue, filled) is { } refusal) return refusal;

        _store.Emit(new RenzoBufferFilled(DepositQueue, Ledger.Ether, filled));
        return null;
    }

    // Those who wait come before the buffer.
    private UInt256 FillQueue(Address asset, in RenzoBuffer buffer, UInt256 amount)
    {
        if (buffer.Counter.Deficit.IsZero) return UInt256.Zero;

        RenzoFillCounter counter = buffer.Counter.Fill(amount, out UInt256 filled);
        _buffer[asset] = buffer with { Counter = counter, Reserve = buffer.Reserve + filled };
        _store.Emit(new RenzoQueueFilled(WithdrawQueue, filled, asset));
        return filled;
    }
}
