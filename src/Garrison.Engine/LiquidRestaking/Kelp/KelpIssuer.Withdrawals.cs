using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

public sealed partial class KelpIssuer
{
    /// <summary>Queues a request; the rsETH lies with the manager, and counts as supply, until it is
    /// unlocked.</summary>
    internal Refusal? Request(Address sender, Address asset, UInt256 rsEth, string referralId)
    {
        if (RefuseIfPaused(WithdrawalManager) is { } paused) return paused;
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;

        KelpAsset terms = _asset[asset];
        if (asset != Ledger.Ether && terms.Strategy.IsZero) return KelpRefusals.StrategyNotSupported;
        if (rsEth.IsZero || rsEth < terms.MinimumWithdrawal) return KelpRefusals.InvalidAmountToWithdraw;
        if (_ledger.Transfer(Token, sender, WithdrawalManager, rsEth) is { } unpaid) return unpaid;
        if (QuoteWithdrawalDown(asset, rsEth, out UInt256 expected) is { } unpriced) return unpriced;
        if (Available(asset, out UInt256 available) is { } refusal) return refusal;
        if (expected > available) return KelpRefusals.ExceedAmountToWithdraw;

        ulong nonce = terms.NextUnused;
        _asset[asset] = terms with { Committed = terms.Committed + expected, NextUnused = nonce + 1 };
        _request[new(asset, nonce)] = new KelpRequest(sender, rsEth, expected, _clock.Block);
        KelpNonces nonces = _nonces[new(asset, sender)];
        _nonce[new(asset, sender, nonces.End)] = nonce;
        _nonces[new(asset, sender)] = nonces with { End = nonces.End + 1 };
        _store.Emit(new KelpWithdrawalQueued(WithdrawalManager, sender, asset, rsEth, nonce));
        _store.Emit(new KelpReferralEmitted(WithdrawalManager, referralId));
        return null;
    }

    /// <summary>The operator fixes what the oldest requests are paid, burns their rsETH, and sets the assets
    /// aside: until the first that is too young or is not covered.</summary>
    internal Refusal? Unlock(Address sender, Address asset, UInt256 firstExcluded, in KelpPriceBounds bounds)
    {
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;
        if (RefuseOthersThanOperator(sender) is { } refusal) return refusal;
        if (AssetPrice(asset, out UInt256 assetPrice) is { } unpriced) return unpriced;

        UInt256 price = _terms.Value.Price;
        if (bounds.Refuse(price, assetPrice) is { } outside) return outside;

        UInt256 covered = _ledger.Balance(asset, UnstakingVault);
        if (covered.IsZero) return KelpRefusals.AmountMustBeGreaterThanZero;
        if (_asset.Read(asset).NextLocked >= Excluded(asset, firstExcluded))
        {
            return KelpRefusals.NoPendingWithdrawals;
        }

        (UInt256 burned, UInt256 unlocked) =
            UnlockInOrder(asset, Excluded(asset, firstExcluded), covered, price, assetPrice);
        if (!burned.IsZero && Burn(WithdrawalManager, WithdrawalManager, burned) is { } unburned)
        {
            return unburned;
        }

        if (Redeem(WithdrawalManager, asset, unlocked) is { } unmoved) return unmoved;

        _store.Emit(new KelpAssetUnlocked(WithdrawalManager, asset, burned, unlocked, price, assetPrice));
        return null;
    }

    /// <summary>Pays the sender's oldest request.</summary>
    internal Refusal? Complete(Address sender, Address asset, string referralId)
    {
        if (RefuseIfPaused(WithdrawalManager) is { } paused) return paused;
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;

        KelpNonces nonces = _nonces[new(asset, sender)];
        if (nonces.Begin == nonces.End) return KelpRefusals.QueueEmpty;

        ulong nonce = _nonce[new(asset, sender, nonces.Begin)];
        if (nonce >= _asset.Read(asset).NextLocked) return KelpRefusals.WithdrawalLocked;

        KelpRequest request = _request[new(asset, nonce)];
        if (!request.IsDue(_clock.Block, _terms.Value.DelayBlocks))
        {
            return KelpRefusals.WithdrawalDelayNotPassed;
        }

        _nonce[new(asset, sender, nonces.Begin)] = 0;
        _nonces[new(asset, sender)] = nonces with { Begin = nonces.Begin + 1 };
        _request[new(asset, nonce)] = default;
        if (Pay(asset, sender, request.Amount) is { } unpaid) return unpaid;

        _store.Emit(new KelpReferralEmitted(WithdrawalManager, referralId));
        _store.Emit(new KelpWithdrawalFinalized(
            WithdrawalManager, sender, asset, request.RsEth, request.Amount));
        return null;
    }

    /// <summary>Assets of the vault go to the withdrawal manager, and to nobody else.</summary>
    internal Refusal? Redeem(Address sender, Address asset, UInt256 amount) =>
        sender != WithdrawalManager || sender.IsZero
            ? KelpRefusals.CallerIsNotWithdrawalManager
            : _ledger.Transfer(asset, UnstakingVault, WithdrawalManager, amount);

    /// <summary>⌊rsETH · price / asset's price⌋: what a request expects, rounded down for the
    /// holders.</summary>
    /// <exception cref="DivideByZeroException">The asset has no price.</exception>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public Refusal? QuoteWithdrawalDown(Address asset, UInt256 rsEth, out UInt256 expected)
    {
        expected = UInt256.Zero;
        if (AssetPrice(asset, out UInt256 assetPrice) is { } refusal) return refusal;

        expected = (rsEth * _terms.Value.Price).DivDown(assetPrice);
        return null;
    }

    // Why the ether does not arrive is not told apart: the receiver's words are lost.
    private Refusal? Pay(Address asset, Address to, UInt256 amount) =>
        _ledger.Send(asset, WithdrawalManager, to, amount) is not { } refusal ? null
        : asset == Ledger.Ether ? KelpRefusals.EthTransferFailed
        : refusal;

    private (UInt256 Burned, UInt256 Unlocked) UnlockInOrder(
        Address asset, ulong excluded, UInt256 covered, UInt256 price, UInt256 assetPrice)
    {
        KelpAsset terms = _asset[asset];
        UInt256 burned = UInt256.Zero;
        UInt256 unlocked = UInt256.Zero;
        ulong nonce = terms.NextLocked;
        UInt256 committed = terms.Committed;
        for (; nonce < excluded; nonce++)
        {
            KelpRequest request = _request[new(asset, nonce)];
            if (!request.IsDue(_clock.Block, _terms.Value.DelayBlocks)) break;

            UInt256 payout = request.PayoutDown(price, assetPrice);
            if (covered - unlocked < payout) break;

            committed -= request.Amount;
            _request[new(asset, nonce)] = request with { Amount = payout };
            burned += request.RsEth;
            unlocked += payout;
        }

        _asset[asset] = terms with { NextLocked = nonce, Committed = committed };
        return (burned, unlocked);
    }

    private ulong Excluded(Address asset, UInt256 firstExcluded)
    {
        ulong unused = _asset.Read(asset).NextUnused;
        return firstExcluded > unused ? unused : firstExcluded.ToUInt64();
    }
}
