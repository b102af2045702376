using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>Leaving by worth or by shares: at once, or through the vault's epochs.</content>
public sealed partial class Issuers
{
    internal Refusal? Withdraw(Address sender, Address issuer, UInt256 assets, Address receiver)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        bool isPaused = IsPaused(issuer, IssuerPause.Exits);
        if (terms.Rate == RateSource.Vault)
        {
            return isPaused || assets > WorthOf(issuer, sender)
                ? IssuerRefusals.ExceededMaxWithdraw
                : LeaveVault(sender, issuer, in terms, assets, Pool(issuer).ToSharesUp(assets), receiver);
        }

        if (!terms.Fees.HasInstantLane) return IssuerRefusals.NotOfThisIssuer;
        if (isPaused) return IssuerRefusals.AccessManagedUnauthorized;
        if (assets > InstantMaximum(issuer, sender)) return IssuerRefusals.ExceededMaxWithdraw;

        ExitFee fee = terms.Fees.Exit;
        UInt256 worth = fee.GrossDown(assets);
        UInt256 burned = Pool(issuer).ToSharesUp(worth);
        return LeaveAtOnce(sender, issuer, in terms, assets, fee.Treasury.MulUp(worth), burned, receiver);
    }

    internal Refusal? Redeem(Address sender, Address issuer, UInt256 shares, Address receiver)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        bool isPaused = IsPaused(issuer, IssuerPause.Exits);
        UInt256 held = _ledger.Balance(issuer, sender);
        SharePool pool = Pool(issuer);
        if (terms.Rate == RateSource.Vault)
        {
            return isPaused || shares > held
                ? IssuerRefusals.ExceededMaxRedeem
                : LeaveVault(sender, issuer, in terms, pool.ToAssetsDown(shares), shares, receiver);
        }

        if (!terms.Fees.HasInstantLane) return IssuerRefusals.NotOfThisIssuer;
        if (isPaused) return IssuerRefusals.AccessManagedUnauthorized;
        if (shares > UInt256.Min(held, pool.ToSharesUp(Available(issuer))))
        {
            return IssuerRefusals.ExceededMaxRedeem;
        }

        ExitFee fee = terms.Fees.Exit;
        UInt256 worth = pool.ToAssetsDown(shares);
        return LeaveAtOnce(
            sender, issuer, in terms, fee.NetDown(worth), fee.Treasury.MulUp(worth), shares, receiver);
    }

    private Refusal? LeaveAtOnce(
        Address sender,
        Address issuer,
        in IssuerTerms terms,
        UInt256 assets,
        UInt256 toTreasury,
        UInt256 burned,
        Address receiver)
    {
        if (_ledger.Burn(issuer, sender, burned) is { } unburned) return unburned;
        if (_ledger.Transfer(terms.Asset, issuer, receiver, assets) is { } shortfall) return shortfall;

        _store.Emit(new IssuerWithdrawn(issuer, sender, receiver, sender, assets, burned));
        return toTreasury.IsZero
            ? null
            : _ledger.Transfer(terms.Asset, issuer, terms.Accounts.Treasury, toTreasury);
    }
}
