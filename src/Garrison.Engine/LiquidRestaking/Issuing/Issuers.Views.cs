using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>What the issuers tell.</content>
public sealed partial class Issuers
{
    /// <summary>The issuers, in the order in which they were made.</summary>
    public IReadOnlyList<Address> All => _all.ToArray(default);

    /// <summary>Whether there is such an issuer.</summary>
    public bool Exists(Address issuer) => _all.Contains(default, issuer);

    /// <summary>What an issuer is.</summary>
    public IssuerTerms Terms(Address issuer) => _terms[issuer];

    /// <summary>Its books.</summary>
    public IssuerBooks Books(Address issuer) => _books[issuer];

    /// <summary>Its queue.</summary>
    public IssuerQueue Queue(Address issuer) => _queue[issuer];

    /// <summary>What was pushed last.</summary>
    public StoredRate LastPush(Address issuer) => _rate[issuer];

    /// <summary>The snapshot that the stored rate was made of; empty before the first.</summary>
    public ReserveSnapshot LastSnapshot(Address issuer) => _snapshot[issuer];

    /// <summary>A request; empty when there is none, or when it was paid.</summary>
    public ExitRequest RequestOf(Address issuer, ulong number) => _request[new(issuer, number)];

    /// <summary>A batch of requests.</summary>
    public ExitBatch BatchOf(Address issuer, ulong number) => _batch[new(issuer, number)];

    /// <summary>A validator; empty when it has left.</summary>
    public BondedValidator ValidatorOf(Address issuer, ulong number) => _validator[new(issuer, number)];

    /// <summary>What it takes as deposits.</summary>
    public IReadOnlyList<Address> Accepted(Address issuer) => _accepted.ToArray(issuer);

    /// <summary>Assets a token, rounded down.</summary>
    public Wad Rate(Address issuer) => _terms.Read(issuer).Rate == RateSource.Stored
        ? _rate[issuer].Rate
        : new Wad(Pool(issuer).ToAssetsDown(Wad.Scale));

    /// <summary>How much of the token there is.</summary>
    public UInt256 Supply(Address issuer) => _ledger.Supply(issuer);

    /// <summary>Assets and shares; virtual ones are added where these are turned into one another.</summary>
    public SharePool Pool(Address issuer) => new(TotalAssets(issuer), Supply(issuer));

    /// <summary>What an account's tokens are worth, rounded down.</summary>
    public UInt256 WorthOf(Address issuer, Address account)
    {
        UInt256 held = _ledger.Balance(issuer, account);
        return _terms.Read(issuer).Rate == RateSource.Stored
            ? Rate(issuer).MulDown(held)
            : Pool(issuer).ToAssetsDown(held);
    }

    /// <summary>All that the rate counts. Of a stored rate: what it was made of when it was pushed.</summary>
    public UInt256 TotalAssets(Address issuer)
    {
        IssuerTerms terms = _terms[issuer];
        return terms.Rate switch
        {
            RateSource.Stored => _rate[issuer].Reserves,
            RateSource.Vault => _ledger.Balance(terms.Asset, issuer)
                + Wrapped(issuer, in terms)
                + _vaults.ActiveBalanceOf(terms.Below.Vault, issuer),
            _ => LiveAssets(issuer, in terms),
        };
    }

    /// <summary>Rewards that lie in the pool and do not count yet.</summary>
    public UInt256 Undistributed(Address issuer) =>
        _books.Read(issuer).Drip.PendingUp(_clock.Seconds, _terms.Read(issuer).Fees.DripSeconds);

    /// <summary>What can be paid or set aside now.</summary>
    public UInt256 Available(Address issuer)
    {
        IssuerTerms terms = _terms[issuer];
        UInt256 idle = _ledger.Balance(terms.Asset, issuer);
        return terms.Rate == RateSource.Vault ? idle + Wrapped(issuer, in terms) : idle;
    }

    /// <summary>By how much what waits is more than what is available, at the rates of the
    /// requests.</summary>
    public UInt256 Deficit(Address issuer) => _queue.Read(issuer).Exiting.SaturatingSub(Available(issuer));

    /// <summary>The most that an account can take out at once, after the fee.</summary>
    public UInt256 InstantMaximum(Address issuer, Address account)
    {
        IssuerFees fees = _terms.Read(issuer).Fees;
        return fees.HasInstantLane
            ? UInt256.Min(
                fees.Exit.PreviewNetDown(WorthOf(issuer, account)),
                fees.Exit.PreviewNetDown(Available(issuer)))
            : UInt256.Zero;
    }

    /// <summary>The requests that wait to be finalised, the first first.</summary>
    public IReadOnlyList<ExitRequest> Waiting(Address issuer)
    {
        IssuerQueue queue = _queue[issuer];
        bool isBatched = _terms.Read(issuer).Exits == ExitQueue.Batches;
        ulong first = isBatched
            ? (queue.Final + 1) * _terms.Read(issuer).Limits.BatchSize
            : queue.Final + 1;
        List<ExitRequest> waiting = [];
        for (ulong number = first; number < queue.Requests + (isBatched ? 0UL : 1UL); number++)
        {
            waiting.Add(_request[new(issuer, number)]);
        }

        return waiting;
    }

    /// <summary>What an account can be paid of epochs that were settled.</summary>
    public EpochAccountState EpochAccountOf(Address issuer, Address account) =>
        _epochAccount[new(issuer, account)];

    /// <summary>An account's shares of what leaves with an epoch.</summary>
    public UInt256 EpochSharesOf(Address issuer, ulong epoch, Address account) =>
        _epochShares[new(new(issuer, epoch), account)];

    /// <summary>What the queue has of an epoch.</summary>
    public EpochBucket EpochOf(Address issuer, ulong epoch) => _epoch[new(issuer, epoch)];

    private UInt256 LiveAssets(Address issuer, in IssuerTerms terms)
    {
        IssuerBooks books = _books[issuer];
        Int256 total = Int256.Zero;
        for (int i = 0; i < _accepted.Count(issuer); i++)
        {
            Address asset = _accepted.At(issuer, i);
            total += Int256.FromUInt256(_ledger.Balance(asset, issuer)) + _backings.Amount(issuer, asset);
        }

        UInt256 staked = terms.Below.Stake * (UInt256)books.Validators;
        return total.ToUInt256() + staked + books.RewardsMinted - books.RewardsDeposited
            - Undistributed(issuer);
    }
}
