using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>Issuers of liquid tokens that are put together from policies.</summary>
/// <remarks>
/// An issuer is its terms and its books. The token, and who holds the idle assets, is the issuer's own
/// address; what waits lies with its queue, and what is staked is its staker's. What it has in the layers
/// below is read through <see cref="Backings"/>, or from its vault of Symbiotic.
/// </remarks>
public sealed partial class Issuers
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Vaults _vaults;
    private readonly Backings _backings;
    private readonly OrderedSet<Everyone, Address> _all;
    private readonly OrderedSet<Address, Address> _accepted;
    private readonly Table<Address, IssuerTerms> _terms;
    private readonly Table<Address, IssuerBooks> _books;
    private readonly Table<Address, StoredRate> _rate;
    private readonly Table<Address, ReserveSnapshot> _snapshot;
    private readonly Table<Address, IssuerQueue> _queue;
    private readonly Table<IssuerNumber, ExitRequest> _request;
    private readonly Table<IssuerNumber, ExitBatch> _batch;
    private readonly Table<IssuerNumber, BondedValidator> _validator;
    private readonly Table<IssuerNumber, EpochBucket> _epoch;
    private readonly Table<IssuerEpochAccount, UInt256> _epochShares;
    private readonly Table<IssuerAccount, EpochAccountState> _epochAccount;

    internal Issuers(Store store, Clock clock, Ledger ledger, SymbioticCore symbiotic, Backings backings)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _vaults = symbiotic.Vaults;
        _backings = backings;
        _all = new(store);
        _accepted = new(store);
        _terms = store.Table<Address, IssuerTerms>();
        _books = store.Table<Address, IssuerBooks>();
        _rate = store.Table<Address, StoredRate>();
        _snapshot = store.Table<Address, ReserveSnapshot>();
        _queue = store.Table<Address, IssuerQueue>();
        _request = store.Table<IssuerNumber, ExitRequest>();
        _batch = store.Table<IssuerNumber, ExitBatch>();
        _validator = store.Table<IssuerNumber, BondedValidator>();
        _epoch = store.Table<IssuerNumber, EpochBucket>();
        _epochShares = store.Table<IssuerEpochAccount, UInt256>();
        _epochAccount = store.Table<IssuerAccount, EpochAccountState>();
    }

    internal Refusal? Create(Address issuer, in IssuerTerms terms)
    {
        if (Exists(issuer)) return IssuerRefusals.AlreadyCreated;
        if (RefuseTerms(issuer, in terms) is { } refusal) return refusal;

        _ = _all.Add(default, issuer);
        _ = _accepted.Add(issuer, terms.Asset);
        _terms[issuer] = terms;
        if (terms.Exits == ExitQueue.Batches)
        {
            _queue[issuer] = new IssuerQueue(terms.Limits.BatchSize, 0, default, default);
        }

        _store.Emit(new IssuerCreated(issuer, terms));
        return null;
    }

    internal Refusal? ChangeTerms(Address sender, Address issuer, in IssuerTerms terms)
    {
        if (RefuseOthersThanOwner(sender, issuer) is { } unauthorized) return unauthorized;

        IssuerTerms old = _terms[issuer];
        bool isOther = terms.Rate != old.Rate || terms.Exits != old.Exits || terms.Asset != old.Asset
            || terms.Limits.BatchSize != old.Limits.BatchSize || terms.Below != old.Below
            || terms.Accounts.Queue != old.Accounts.Queue || terms.Accounts.Staker != old.Accounts.Staker;
        if (isOther) return IssuerRefusals.InvalidTerms;
        if (RefuseTerms(issuer, in terms) is { } refusal) return refusal;
        if (terms.Fees.DripSeconds != old.Fees.DripSeconds && !Undistributed(issuer).IsZero)
        {
            return IssuerRefusals.CannotChangeDistributionWindow;
        }

        _terms[issuer] = terms;
        _store.Emit(new IssuerTermsChanged(issuer, terms));
        return null;
    }

    internal Refusal? Accept(Address sender, Address issuer, Address asset)
    {
        if (RefuseOthersThanOwner(sender, issuer) is { } refusal) return refusal;
        if (_terms[issuer].Rate != RateSource.Live || asset == issuer) return IssuerRefusals.NotOfThisIssuer;

        if (_accepted.Add(issuer, asset)) _store.Emit(new IssuerAssetAccepted(issuer, asset));
        return null;
    }

    internal Refusal? Pause(Address sender, Address issuer, IssuerPause paused)
    {
        if (RefuseOthersThanOwner(sender, issuer) is { } refusal) return refusal;

        SetPaused(issuer, paused & IssuerPause.Everything);
        return null;
    }

    private void SetPaused(Address issuer, IssuerPause paused)
    {
        _books[issuer] = _books[issuer] with { Paused = paused };
        _store.Emit(new IssuerPaused(issuer, paused));
    }

    private Refusal? RefuseTerms(Address issuer, in IssuerTerms terms)
    {
        IssuerFees fees = terms.Fees;
        if (fees.Exit.Pool > ExitFee.Max || fees.Exit.Treasury > ExitFee.Max)
        {
            return IssuerRefusals.InvalidExitFeeBasisPoints;
        }

        bool isVault = terms.Rate == RateSource.Vault;
        bool isWhole = isVault == (terms.Exits == ExitQueue.Epochs)
            && (terms.Rate == RateSource.Stored) == (terms.Exits == ExitQueue.BurnedAtRequest)
            && (terms.Exits == ExitQueue.Batches) == (terms.Limits.BatchSize != 0)
            && (!fees.HasInstantLane || terms.Rate == RateSource.Live)
            && fees.TreasuryRewards + fees.OperatorRewards <= Wad.Scale
            && !issuer.IsZero && !terms.Accounts.Queue.IsZero && terms.Accounts.Queue != issuer
            && terms.Accounts.Staker != issuer
            && (!isVault || _vaults.Of(terms.Below.Vault).Collateral == terms.Asset);
        return isWhole ? null : IssuerRefusals.InvalidTerms;
    }

    private Refusal? RefuseOthersThanOwner(Address sender, Address issuer) =>
        !Exists(issuer) ? IssuerRefusals.NoSuchIssuer
        : sender != _terms.Read(issuer).Accounts.Owner ? IssuerRefusals.NotOwner
        : null;

    private Refusal? RefuseOthersThanKeeper(Address sender, Address issuer) =>
        !Exists(issuer) ? IssuerRefusals.NoSuchIssuer
        : sender != _terms.Read(issuer).Accounts.Keeper ? IssuerRefusals.NotKeeper
        : null;

    private bool IsPaused(Address issuer, IssuerPause part) =>
        (_books.Read(issuer).Paused & part) != IssuerPause.None;
}
