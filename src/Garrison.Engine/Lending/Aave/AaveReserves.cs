using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>The reserves of every pool: what they are, and how their interest grows.</summary>
/// <remarks>Source: <c>ReserveLogic.sol</c>, <c>PoolLogic.sol</c>.</remarks>
public sealed class AaveReserves
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Table<Address, AavePool> _pool;
    private readonly Table<AaveAsset, int> _place;
    private readonly Table<AaveKey, AaveReserve> _reserve;
    private readonly Table<AaveKey, AaveTerms> _terms;

    internal AaveReserves(Store store, Clock clock)
    {
        _store = store;
        _clock = clock;
        _pool = store.Table<Address, AavePool>();
        _place = store.Table<AaveAsset, int>();
        _reserve = store.Table<AaveKey, AaveReserve>();
        _terms = store.Table<AaveKey, AaveTerms>();
    }

    /// <summary>Where a pool's other contracts are, and what holds for all its reserves.</summary>
    public AavePool Pool(Address pool) => _pool[pool];

    /// <summary>The number of a reserve in its pool; −1 when the token is not listed.</summary>
    public int NumberOf(Address pool, Address asset) => _place[new(pool, asset)] - 1;

    /// <summary>What is set about a reserve; all zero when the token is not listed.</summary>
    public AaveTerms TermsOf(Address pool, Address asset) =>
        Find(pool, asset, out AaveKey key) ? _terms[key] : default;

    /// <summary>A reserve as of its last update; all zero when the token is not listed.</summary>
    public AaveReserve Of(Address pool, Address asset) =>
        Find(pool, asset, out AaveKey key) ? _reserve[key] : default;

    /// <summary>A reserve as it would be after an update in this second.</summary>
    public AaveReserve Accrued(Address pool, Address asset) =>
        Find(pool, asset, out AaveKey key) ? Accrued(key, _terms[key]) : default;

    /// <summary>What suppliers of a reserve hold, in the token's smallest unit, rounded down.</summary>
    public UInt256 TotalSupply(Address pool, Address asset)
    {
        AaveReserve reserve = Of(pool, asset);
        return reserve.SupplyIndexAt(_clock.Seconds).MulDown(reserve.ScaledSupply);
    }

    /// <summary>What borrowers of a reserve owe, in the token's smallest unit, rounded up.</summary>
    public UInt256 TotalDebt(Address pool, Address asset)
    {
        AaveReserve reserve = Of(pool, asset);
        return reserve.BorrowIndexAt(_clock.Seconds).MulUp(reserve.ScaledDebt);
    }

    /// <summary>How much of what a reserve has and is owed is lent out, to the nearest; 0 without
    /// debt.</summary>
    public Ray Utilisation(Address pool, Address asset)
    {
        UInt256 debt = TotalDebt(pool, asset);
        return debt.IsZero ? default : Ray.RatioHalfUp(debt, Of(pool, asset).Available + debt);
    }

    internal bool Find(Address pool, Address asset, out AaveKey key)
    {
        int place = _place[new(pool, asset)];
        key = new AaveKey(pool, (ushort)Math.Max(0, place - 1));
        return place != 0;
    }

    internal ref readonly AaveTerms Terms(in AaveKey key) => ref _terms.Read(key);

    internal ref readonly AaveReserve Stored(in AaveKey key) => ref _reserve.Read(key);

    internal AaveReserve Accrued(in AaveKey key, in AaveTerms terms) =>
        _reserve.Read(key).At(_clock.Seconds, terms.ReserveFactorBps);

    internal void Set(in AaveKey key, AaveReserve reserve) => _reserve[key] = reserve;

    internal void Set(in AaveKey key, in AaveTerms terms) => _terms[key] = terms;

    internal void Set(Address pool, in AavePool setting) => _pool[pool] = setting;

    /// <summary>Sets the rates that follow from tokens that come and go, and books them. To pay out what the
    /// pool has not is a panic, and a frequent one: it is returned.</summary>
    internal Refusal? UpdateRates(
        in AaveKey key,
        in AaveTerms terms,
        ref AaveReserve reserve,
        UInt256 added = default,
        UInt256 taken = default)
    {
        UInt256 available = reserve.Available + added;
        if (available < taken) return Refusal.ArithmeticOverflow;

        available -= taken;
        UInt256 debt = reserve.BorrowIndex.MulUp(reserve.ScaledDebt);
        AaveRates rates = terms.Curve.RatesOf(available, debt, reserve.Deficit, terms.ReserveFactorBps);
        reserve.SupplyRateRay = rates.Supply.Raw.ToUInt128();
        reserve.BorrowRateRay = rates.Borrow.Raw.ToUInt128();
        reserve.Available = available.ToUInt128();
        _store.Emit(new AaveReserveDataUpdated(
            key.Pool,
            terms.Asset,
            rates.Supply.Raw,
            UInt256.Zero,
            rates.Borrow.Raw,
            reserve.SupplyIndexRay,
            reserve.BorrowIndexRay));
        return null;
    }

    /// <summary>Puts a reserve at the end of a pool's list.</summary>
    internal Refusal? List(in ListAaveReserve listing)
    {
        AavePool pool = _pool[listing.Pool];
        if (_place[new(listing.Pool, listing.Asset)] != 0) return AaveRefusals.ReserveAlreadyInitialized;
        if (pool.ReserveCount == AavePool.ReservesMax) return AaveRefusals.NoMoreReservesAllowed;

        AaveKey key = new(listing.Pool, pool.ReserveCount);
        _place[new(listing.Pool, listing.Asset)] = pool.ReserveCount + 1;
        _pool[listing.Pool] = pool with { ReserveCount = (ushort)(pool.ReserveCount + 1) };
        var one = Ray.Scale.ToUInt128();
        _reserve[key] = new AaveReserve { SupplyIndexRay = one, BorrowIndexRay = one };
        _terms[key] = new AaveTerms
        {
            Asset = listing.Asset,
            AToken = listing.AToken,
            DebtToken = listing.DebtToken,
            Decimals = listing.Decimals,
            Flags = AaveFlags.Active,
            Curve = listing.Curve,
        };
        return null;
    }
}

/// <summary>What holds for all reserves of a pool.</summary>
/// <param name="Admin">Who may change its settings; zero when there is no such pool.</param>
/// <param name="Configurator">The contract that changes them.</param>
/// <param name="RateStrategy">The contract that computes rates.</param>
/// <param name="Treasury">Who is paid the reserve factor and the fees.</param>
/// <param name="Umbrella">Who may cover deficits.</param>
/// <param name="ReserveCount">How many reserves there are.</param>
/// <param name="FlashPremiumBps">What a loan for the length of a transaction costs.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AavePool(
    Address Admin,
    Address Configurator,
    Address RateStrategy,
    Address Treasury,
    Address Umbrella,
    ushort ReserveCount = 0,
    ushort FlashPremiumBps = 0)
{
    internal const int ReservesMax = 128;
}
