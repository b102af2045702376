using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>Leaving a vault of Symbiotic with its epochs.</content>
public sealed partial class Issuers
{
    /// <summary>Pays an account what its epochs brought, at most a maximum; nothing is no error.</summary>
    internal Refusal? ClaimEpochs(Address sender, Address issuer, Address recipient, UInt256 maximum)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Exits != ExitQueue.Epochs) return IssuerRefusals.NotOfThisIssuer;

        SettleEpochs(issuer, in terms, sender);
        IssuerAccount key = new(issuer, sender);
        EpochAccountState account = _epochAccount[key];
        UInt256 paid = UInt256.Min(account.Claimable, maximum);
        if (paid.IsZero) return null;

        _epochAccount[key] = account with { Claimable = account.Claimable - paid };
        return _ledger.Transfer(terms.Asset, terms.Accounts.Queue, recipient, paid);
    }

    // First what lies idle, then the collateral, and the rest leaves the vault in the next epoch.
    private Refusal? LeaveVault(
        Address sender,
        Address issuer,
        in IssuerTerms terms,
        UInt256 assets,
        UInt256 burned,
        Address receiver)
    {
        UInt256 idle = _ledger.Balance(terms.Asset, issuer);
        UInt256 unwrapped = UInt256.Min(Wrapped(issuer, in terms), assets.SaturatingSub(idle));
        if (Unwrap(issuer, in terms, unwrapped) is { } locked) return locked;

        UInt256 atOnce = UInt256.Min(idle + unwrapped, assets);
        UInt256 staked = assets - atOnce;
        if (!staked.IsZero && LeaveWithEpoch(issuer, in terms, staked, receiver) is { } refusal)
        {
            return refusal;
        }

        if (_ledger.Burn(issuer, sender, burned) is { } unburned) return unburned;
        if (!atOnce.IsZero && _ledger.Transfer(terms.Asset, issuer, receiver, atOnce) is { } shortfall)
        {
            return shortfall;
        }

        _store.Emit(new IssuerWithdrawn(issuer, sender, receiver, sender, assets, burned));
        return null;
    }

    private Refusal? LeaveWithEpoch(
        Address issuer, in IssuerTerms terms, UInt256 staked, Address receiver)
    {
        Address vault = terms.Below.Vault;
        Address queue = terms.Accounts.Queue;
        ulong next = _vaults.CurrentEpoch(vault) + 1;
        UInt256 before = _vaults.WithdrawalSharesOf(vault, next, queue);
        if (_vaults.Withdraw(issuer, vault, queue, staked) is { } refusal) return refusal;

        SettleEpochs(issuer, in terms, receiver);
        UInt256 shares = _vaults.WithdrawalSharesOf(vault, next, queue) - before;
        IssuerNumber epoch = new(issuer, next);
        EpochBucket bucket = _epoch[epoch];
        _epoch[epoch] = bucket with { Shares = bucket.Shares + shares };
        _epochShares[new(epoch, receiver)] += shares;
        IssuerAccount account = new(issuer, receiver);
        _epochAccount[account] = _epochAccount[account] with { LastEpoch = next };
        return null;
    }

    // An account can have shares in the last epoch it used and the one before, and in no other.
    private void SettleEpochs(Address issuer, in IssuerTerms terms, Address account)
    {
        ulong last = _epochAccount[new(issuer, account)].LastEpoch;
        if (last > 0) SettleEpoch(issuer, in terms, account, last - 1);

        SettleEpoch(issuer, in terms, account, last);
    }

    private void SettleEpoch(Address issuer, in IssuerTerms terms, Address account, ulong number)
    {
        IssuerNumber epoch = new(issuer, number);
        IssuerEpochAccount key = new(epoch, account);
        UInt256 shares = _epochShares[key];
        if (number >= _vaults.CurrentEpoch(terms.Below.Vault) || shares.IsZero) return;

        EpochBucket bucket = Pull(epoch, in terms);
        UInt256 assets = bucket.ToAssetsDown(shares);
        _epoch[epoch] = bucket.Without(shares, assets);
        _epochShares[key] = UInt256.Zero;
        EpochAccountState state = _epochAccount[new(issuer, account)];
        _epochAccount[new(issuer, account)] = state with { Claimable = state.Claimable + assets };
    }

    private EpochBucket Pull(IssuerNumber epoch, in IssuerTerms terms)
    {
        EpochBucket bucket = _epoch[epoch];
        if (bucket.IsClaimed) return bucket;

        Address queue = terms.Accounts.Queue;
        Address vault = terms.Below.Vault;
        UInt256 before = _ledger.Balance(terms.Asset, queue);

        // A vault that refuses has nothing left of that epoch: everything was slashed.
        _ = _store.Attempt(() => _vaults.Claim(queue, vault, queue, epoch.Number));
        return bucket with { Assets = _ledger.Balance(terms.Asset, queue) - before, IsClaimed = true };
    }
}
