using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    /// <summary>Makes a request: paid out of what is to spare, or behind the others. The ezETH lies with the
    /// queue, and counts as supply, until it is claimed.</summary>
    internal Refusal? Request(Address sender, Address asset, UInt256 ezEth)
    {
        if (RefuseRequests() is { } paused) return paused;
        if (ezEth.IsZero || asset.IsZero) return RenzoRefusals.InvalidZeroInput;

        RenzoBuffer buffer = _buffer[asset];
        if (buffer.Target.IsZero) return RenzoRefusals.UnsupportedWithdrawAsset;
        if (_ledger.Transfer(Token, sender, WithdrawQueue, ezEth) is { } unpaid) return unpaid;
        if (QuoteWithdrawalDown(asset, ezEth, out UInt256 amount, out RenzoValue value) is { } refusal)
        {
            return refusal;
        }

        UInt256 spare = buffer.Spare(_ledger.Balance(asset, WithdrawQueue));
        bool isQueued = amount > spare;
        if (isQueued && CheckCollateral(asset, amount, spare, in buffer, in value) is { } missing)
        {
            return missing;
        }

        RenzoFillCounter counter = isQueued ? buffer.Counter.Join(amount, spare) : buffer.Counter;
        _buffer[asset] = buffer with
        {
            Counter = counter,
            Reserve = buffer.Reserve + (isQueued ? spare : amount),
        };
        UInt256 fillAt = isQueued ? counter.ToFill : UInt256.Zero;
        Enqueue(sender, new RenzoRequest(asset, 0, amount, ezEth, _clock.Seconds, isQueued, fillAt), spare);
        return null;
    }

    /// <summary>Pays a request: what it was worth when it was made or what its ezETH is worth now, whichever
    /// is less. Anyone may ask for anyone.</summary>
    internal Refusal? Claim(Address user, UInt256 index)
    {
        if (RefuseClaims() is { } paused) return paused;

        ulong count = _requestCount[user];
        if (index >= count) return RenzoRefusals.InvalidWithdrawIndex;

        RenzoRequest request = _request[new(user, index.ToUInt64())];
        if (!SkipsCoolDown(user) && (UInt256)(_clock.Seconds - request.CreatedAt) < CoolDown)
        {
            return RenzoRefusals.EarlyClaim;
        }

        RenzoBuffer buffer = _buffer[request.Asset];
        if (request.IsQueued && !buffer.Counter.Reached(request.FillAt))
        {
            return RenzoRefusals.QueuedWithdrawalNotFilled;
        }

        if (QuoteWithdrawalDown(request.Asset, request.EzEth, out UInt256 worth, out _) is { } refusal)
        {
            return refusal;
        }

        _buffer[request.Asset] = buffer with { Reserve = buffer.Reserve - request.Amount };
        Remove(user, index.ToUInt64(), count - 1);
        return Pay(user, request with { Amount = UInt256.Min(request.Amount, worth) });
    }

    /// <summary>stETH of the buffer goes to Lido, to come back as ether.</summary>
    internal Refusal? StartRebalance(Address sender, UInt256 amount)
    {
        if (RefuseOthersThan(RenzoRoles.RebalanceAdmin, sender, RenzoRefusals.NotDepositWithdrawPauser)
            is { } refusal)
        {
            return refusal;
        }

        RenzoContracts contracts = _contracts.Value;
        UInt256 before = _ledger.Balance(contracts.StEth, WithdrawQueue);
        if (amount.IsZero || amount > _buffer[contracts.StEth].Spare(before))
        {
            return RenzoRefusals.InvalidTokenAmount;
        }

        if ((_ledger.Approve(contracts.StEth, WithdrawQueue, contracts.LidoQueue, amount)
            ?? _ledger.TransferFrom(
                contracts.StEth, contracts.LidoQueue, WithdrawQueue, contracts.LidoQueue, amount))
            is { } unmoved)
        {
            return unmoved;
        }

        RenzoTerms terms = _terms.Value;
        ulong id = terms.LastRebalance + 1;
        UInt256 moved = before - _ledger.Balance(contracts.StEth, WithdrawQueue);
        _terms.Set(terms with { LastRebalance = id, StEthPending = terms.StEthPending + moved });
        _rebalance[id] = moved;
        _store.Emit(new RenzoRebalanceStarted(WithdrawQueue, id, moved));
        return null;
    }

    /// <summary>Ether that Lido paid for stETH goes through the deposit queue.</summary>
    internal Refusal? CompleteRebalance(Address sender, UInt256 requestId, UInt256 ether)
    {
        if (RefuseOthersThan(RenzoRoles.RebalanceAdmin, sender, RenzoRefusals.NotDepositWithdrawPauser)
            is { } refusal)
        {
            return refusal;
        }

        ulong id = requestId > _terms.Value.LastRebalance ? 0 : requestId.ToUInt64();
        UInt256 moved = Rebalance(requestId);
        _terms.Set(_terms.Value with { StEthPending = _terms.Value.StEthPending - moved });
        if (id == 0 || _isRebalancePaid[id]) return RenzoRefusals.InvalidRequestId;

        _isRebalancePaid[id] = true;
        Address lido = _contracts.Value.LidoQueue;
        if ((_ledger.Transfer(Ledger.Ether, lido, WithdrawQueue, ether)
            ?? ReceiveFullWithdrawal(WithdrawQueue, ether)) is { } unpaid)
        {
            return unpaid;
        }

        _store.Emit(new RenzoRebalanceCompleted(WithdrawQueue, id, moved));
        return null;
    }

    /// <summary>The withdraw queue takes ether from Lido, and from nobody else.</summary>
    internal Refusal? GiveEtherToQueue(Address sender, UInt256 amount) =>
        sender != _contracts.Value.LidoQueue
            ? RenzoRefusals.TransferFailed
            : _ledger.Transfer(Ledger.Ether, sender, WithdrawQueue, amount)
                ?? ReceiveFullWithdrawal(WithdrawQueue, amount);

    private UInt256 CoolDown => UInt256.Max(
        _terms.Value.CoolDownSeconds, _risk[(byte)RenzoRisk.WithdrawCooldownPeriod]);

    private bool SkipsCoolDown(Address user) =>
        _isWhitelisted[user] && !IsStopped(RenzoRisk.InstantWithdrawPaused);

    private Refusal? RefuseRequests() =>
        _terms.Value.IsQueuePaused ? RenzoRefusals.Paused
        : IsStopped(RenzoRisk.WithdrawRequestPaused) ? RenzoRefusals.WithdrawRequestPaused
        : null;

    private Refusal? RefuseClaims() =>
        _terms.Value.IsQueuePaused ? RenzoRefusals.Paused
        : IsStopped(RenzoRisk.ClaimPaused) ? RenzoRefusals.ClaimPaused
        : null;

    // Whoever has to wait may ask for no more than there is of the asset beside what others wait for.
    private Refusal? CheckCollateral(
        Address asset, UInt256 amount, UInt256 spare, in RenzoBuffer buffer, in RenzoValue value)
    {
        int index = _tokens.Count(default);
        if (asset == Ledger.Ether)
        {
            UInt256 held = _ledger.Balance(Ledger.Ether, DepositQueue) + spare;
            return held + value.OfCollateral(index) - buffer.Counter.Deficit < amount
                ? RenzoRefusals.NotEnoughCollateralValue
                : null;
        }

        if (TokenValueDown(asset, amount, out UInt256 wanted) is { } unpriced) return unpriced;
        if (FindToken(asset, out index) is { } unknown) return unknown;

        _ = TokenValueDown(asset, spare, out UInt256 there);
        _ = TokenValueDown(asset, buffer.Counter.Deficit, out UInt256 promised);
        return there + value.OfCollateral(index) - promised < wanted
            ? RenzoRefusals.NotEnoughCollateralValue
            : null;
    }

    private void Enqueue(Address sender, RenzoRequest request, UInt256 spare)
    {
        RenzoTerms terms = _terms.Value;
        ulong id = terms.LastRequest + 1;
        ulong index = _requestCount[sender];
        _terms.Set(terms with { LastRequest = id });
        _request[new(sender, index)] = request with { Id = id };
        _requestCount[sender] = index + 1;
        _store.Emit(new RenzoRequestCreated(
            WithdrawQueue, id, sender, request.Asset, request.Amount, request.EzEth, index, request.IsQueued,
            spare));
    }

    // The last takes the place of the one that leaves.
    private void Remove(Address user, ulong index, ulong last)
    {
        _request[new(user, index)] = _request[new(user, last)];
        _request[new(user, last)] = default;
        _requestCount[user] = last;
    }

    private Refusal? Pay(Address user, in RenzoRequest request)
    {
        if (Burn(WithdrawQueue, WithdrawQueue, request.EzEth) is { } unburned) return unburned;
        if (Send(request.Asset, WithdrawQueue, user, request.Amount) is { } unpaid) return unpaid;

        _store.Emit(new RenzoRequestClaimed(WithdrawQueue, new RenzoClaim(
            request.Asset, request.Id, request.Amount, request.EzEth, request.CreatedAt)));
        return null;
    }
}
