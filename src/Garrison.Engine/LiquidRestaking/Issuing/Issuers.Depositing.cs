using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

public sealed partial class Issuers
{
    internal Refusal? Deposit(
        Address sender, Address issuer, Address asset, UInt256 amount, Address receiver)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (IsPaused(issuer, IssuerPause.Deposits)) return IssuerRefusals.DepositsPaused(terms.Rate);
        if (!_accepted.Contains(issuer, asset)) return IssuerRefusals.AssetNotAccepted;

        return terms.Rate == RateSource.Stored
            ? DepositAtStoredRate(sender, issuer, asset, amount)
            : DepositAtLiveRate(sender, issuer, in terms, asset, amount, receiver);
    }

    /// <summary>Moves what lies idle into the vault as far as that takes more, and what is left into its
    /// collateral.</summary>
    internal Refusal? Push(Address sender, Address issuer)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Rate != RateSource.Vault) return IssuerRefusals.NotOfThisIssuer;

        IssuerBelow below = terms.Below;
        UInt256 idle = _ledger.Balance(terms.Asset, issuer);
        UInt256 wrapped = Wrapped(issuer, in terms);
        UInt256 room = RoomOf(below.Vault, issuer);
        UInt256 unwrapped = UInt256.Min(wrapped, room.SaturatingSub(idle));
        UInt256 staked = UInt256.Min(idle + unwrapped, room);
        UInt256 rest = idle + unwrapped - staked;
        UInt256 wrap = below.Collateral.IsZero
            ? UInt256.Zero
            : UInt256.Min(rest, below.CollateralLimit.SaturatingSub(_ledger.Supply(below.Collateral)));
        if (Unwrap(issuer, in terms, unwrapped) is { } locked) return locked;
        if (Wrap(issuer, in terms, wrap) is { } unwrappable) return unwrappable;
        if (!staked.IsZero && _vaults.Deposit(issuer, below.Vault, issuer, staked) is { } full) return full;

        _store.Emit(new IssuerPushed(issuer, sender, unwrapped, wrap, staked));
        return null;
    }

    private Refusal? DepositAtStoredRate(Address sender, Address issuer, Address asset, UInt256 amount)
    {
        if (amount.IsZero) return IssuerRefusals.InvalidEthDeposit;

        UInt256 minted = _rate[issuer].ToTokensDown(amount);
        if (_ledger.Transfer(asset, sender, issuer, amount) is { } shortfall) return shortfall;
        if (_ledger.Mint(issuer, sender, minted) is { } unminted) return unminted;

        UInt256 deposited = _books[issuer].Deposited + amount;
        _books[issuer] = _books[issuer] with { Deposited = deposited };
        _store.Emit(new IssuerEtherDeposited(issuer, sender, amount, minted, deposited));
        return null;
    }

    private Refusal? DepositAtLiveRate(
        Address sender,
        Address issuer,
        in IssuerTerms terms,
        Address asset,
        UInt256 amount,
        Address receiver)
    {
        SharePool pool = Pool(issuer);
        UInt256 limit = terms.Limits.Deposits;
        if (limit != UInt256.MaxValue && amount > limit.SaturatingSub(pool.Assets))
        {
            return IssuerRefusals.ExceededMaxDeposit;
        }

        // What arrives may be less than what was sent: a rebasing token moves whole shares.
        UInt256 before = _ledger.Balance(asset, issuer);
        if (_ledger.Transfer(asset, sender, issuer, amount) is { } shortfall) return shortfall;

        UInt256 arrived = _ledger.Balance(asset, issuer) - before;
        UInt256 minted = pool.ToSharesDown(arrived);
        if (_ledger.Mint(issuer, receiver, minted) is { } unminted) return unminted;

        _books[issuer] = _books[issuer] with { Deposited = _books[issuer].Deposited + arrived };
        _store.Emit(new IssuerDeposited(issuer, sender, receiver, arrived, minted));
        return terms.Rate == RateSource.Vault ? Push(sender, issuer) : null;
    }

    private UInt256 RoomOf(Address address, Address depositor)
    {
        Restaking.Symbiotic.Vault vault = _vaults.Of(address);
        if (vault.HasDepositWhitelist && !_vaults.MayDeposit(address, depositor)) return UInt256.Zero;

        // The vault's own limit is of the active stake; the issuer is more careful and counts all of it.
        return vault.HasDepositLimit
            ? vault.DepositLimit.SaturatingSub(_vaults.TotalStake(address))
            : UInt256.MaxValue;
    }

    private UInt256 Wrapped(Address issuer, in IssuerTerms terms) =>
        terms.Below.Collateral.IsZero ? UInt256.Zero : _ledger.Balance(terms.Below.Collateral, issuer);

    private Refusal? Wrap(Address issuer, in IssuerTerms terms, UInt256 amount) =>
        amount.IsZero ? null
        : _ledger.Transfer(terms.Asset, issuer, terms.Below.Collateral, amount) is { } shortfall ? shortfall
        : _ledger.Mint(terms.Below.Collateral, issuer, amount);

    private Refusal? Unwrap(Address issuer, in IssuerTerms terms, UInt256 amount) =>
        amount.IsZero ? null
        : _ledger.Burn(terms.Below.Collateral, issuer, amount) is { } shortfall ? shortfall
        : _ledger.Transfer(terms.Asset, terms.Below.Collateral, issuer, amount);
}
