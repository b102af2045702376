using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    /// <summary>A request and its claim in one, out of the buffer and for a fee.</summary>
    internal Refusal? WithdrawInstantly(Address sender, Address asset, UInt256 ezEth, UInt256 minimum)
    {
        if (ezEth.IsZero || asset.IsZero) return RenzoRefusals.InvalidZeroInput;
        if (_ledger.Transfer(Token, sender, InstantWithdrawer, ezEth) is { } unpaid) return unpaid;
        if (QuoteInstant(asset, ezEth, out UInt256 quoted, out UInt256 feeBps) is { } refusal) return refusal;
        if (RequestAndClaim(asset, ezEth, out UInt256 received) is { } unclaimed) return unclaimed;

        UInt256 fee = (received * feeBps).DivDown(Bps.Scale);
        if (received - fee < minimum) return RenzoRefusals.InsufficientOutputAmount;
        if ((Send(asset, InstantWithdrawer, _instant.Value.FeeRecipient, fee)
            ?? Send(asset, InstantWithdrawer, sender, received - fee)) is { } unmoved)
        {
            return unmoved;
        }

        _store.Emit(new RenzoInstantWithdrawn(InstantWithdrawer, sender, ezEth, asset, quoted, fee));
        return null;
    }

    /// <summary>What ezETH is worth of an asset at once, and the fee on it in 10⁻⁴; or why not.</summary>
    /// <exception cref="ArithmeticException">A rule panics.</exception>
    public Refusal? QuoteInstant(Address asset, UInt256 ezEth, out UInt256 amount, out UInt256 feeBps)
    {
        amount = UInt256.Zero;
        feeBps = UInt256.Zero;
        RenzoInstantTerms terms = _instant.Value;
        RenzoBuffer buffer = _buffer[asset];
        UInt256 spare = buffer.Spare(_ledger.Balance(asset, WithdrawQueue));
        UInt256 limit = RenzoInstantFee.LimitDown(buffer.Target, terms.DrawdownBps);
        if (buffer.Target.IsZero) return RenzoRefusals.UnsupportedWithdrawAsset;
        if (QuoteWithdrawalDown(asset, ezEth, out amount, out _) is { } refusal) return refusal;
        if (amount > spare) return RenzoRefusals.NotEnoughWithdrawBuffer;

        UInt256 after = spare - amount;
        if (after < limit) return RenzoRefusals.BelowAllowedLimit;

        feeBps = new RenzoInstantFee(terms.MinimumFeeBps, terms.MaximumFeeBps)
            .BpsDown(buffer.Target, limit, after);
        return null;
    }

    // The claim is that of the withdrawer's last request, so of this one.
    private Refusal? RequestAndClaim(Address asset, UInt256 ezEth, out UInt256 received)
    {
        received = UInt256.Zero;
        if ((_ledger.Approve(Token, InstantWithdrawer, WithdrawQueue, ezEth)
            ?? _ledger.Approve(Token, InstantWithdrawer, WithdrawQueue, UInt256.Zero)
            ?? Request(InstantWithdrawer, asset, ezEth)) is { } refusal)
        {
            return refusal;
        }

        UInt256 before = _ledger.Balance(asset, InstantWithdrawer);
        if (Claim(InstantWithdrawer, _requestCount[InstantWithdrawer] - 1) is { } unclaimed) return unclaimed;

        received = _ledger.Balance(asset, InstantWithdrawer) - before;
        return null;
    }
}
