using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <summary>Curve's StableSwap: pools of coins that should be worth the same.</summary>
/// <remarks>
/// <para>
/// A pool is of the kind StableSwap-NG, whose tokens of liquidity are the pool's own, or the older kind of
/// ETH/stETH. The two share the curve and differ in the invariant's rounding, in fees, in the order of
/// transfers and in who governs; a difference is where <c>IsLegacy</c> is asked.
/// </para>
/// <para>
/// The contracts are in Vyper, which reverts without data on a number out of its range; so does every
/// command of theirs. Source: <c>CurveStableSwapNG.vy</c>, <c>CurveStableSwapNGViews.vy</c>,
/// <c>CurveStableSwapFactoryNG.vy</c>, <c>StableSwapSTETH.vy</c>.
/// </para>
/// </remarks>
public sealed partial class StableSwapPools
{
    private const ulong HighestFee = 5_000_000_000;
    private const ulong HighestFeeAtStart = 100_000_000;
    private const ulong AdminFeeAtStart = 5_000_000_000;
    private const ulong InvariantWindowAtStart = 62_324;

    private static readonly UInt256 _feeScale = 10_000_000_000UL;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Table<Address, StableSwapTerms> _terms;
    private readonly Table<Address, StableSwapBooks> _books;
    private readonly Table<Address, LegacyControls> _legacy;

    internal StableSwapPools(Store store, Clock clock, Ledger ledger)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _terms = store.Table<Address, StableSwapTerms>();
        _books = store.Table<Address, StableSwapBooks>();
        _legacy = store.Table<Address, LegacyControls>();
    }

    private ulong Now => _clock.Seconds;

    internal Refusal? Deploy(Address pool, StableSwapParameters parameters)
    {
        if (parameters.Fee > HighestFeeAtStart) return StableSwapRefusals.InvalidFee;
        if (Check(parameters.Coins) is { } refusal) return refusal;
        if (!IsFeeAllowed(parameters.Fee, parameters.OffpegFeeMultiplier) || parameters.MaExpTime.IsZero)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        if (Exists(pool)) return StableSwapRefusals.EmptyRevert;

        ulong amplification = parameters.A * 100;
        StableSwapTerms terms = new()
        {
            CoinCount = (byte)parameters.Coins.Count,
            LpToken = pool,
            Governor = parameters.Admin,
            FeeReceiver = parameters.FeeReceiver,
            Fee = parameters.Fee,
            OffpegFeeMultiplier = parameters.OffpegFeeMultiplier,
            AdminFee = AdminFeeAtStart,
            InitialA = amplification,
            FutureA = amplification,
            PriceWindow = parameters.MaExpTime,
            InvariantWindow = InvariantWindowAtStart,
        };
        StableSwapBooks books = new() { PriceTime = Now, InvariantTime = Now };
        for (int i = 0; i < parameters.Coins.Count; i++)
        {
            terms.Coins[i] = ToTerms(parameters.Coins[i]);
            terms.ReadsLedger |= parameters.Coins[i].Kind == StableSwapAsset.Rebasing;
            if (i > 0) books.Prices[i - 1] = new((UInt128)Wad.Scale, (UInt128)Wad.Scale);
        }

        _terms[pool] = terms;
        _books[pool] = books;
        return null;
    }

    private static Refusal? Check(IReadOnlyList<StableSwapCoin> coins)
    {
        if (coins.Count is < 2 or > StableSwapTerms.MostCoins) return StableSwapRefusals.EmptyRevert;

        for (int i = 0; i < coins.Count; i++)
        {
            if (!IsDecimals(coins[i].Decimals)) return StableSwapRefusals.TooManyDecimals;

            for (int j = i + 1; j < coins.Count; j++)
            {
                if (coins[i].Token == coins[j].Token) return StableSwapRefusals.Duplicate;
            }

            if (coins[i].Kind > StableSwapAsset.Vault || !IsDecimals(coins[i].AssetDecimals))
            {
                return StableSwapRefusals.EmptyRevert;
            }
        }

        return null;
    }

    private static bool IsDecimals(int decimals) => decimals is >= 0 and <= 18;

    // What a vault's share converts to is first brought to 18 decimals.
    private static StableSwapCoinTerms ToTerms(StableSwapCoin coin)
    {
        UInt256 multiplier = Ten(36 - coin.Decimals);
        return coin.Kind switch
        {
            StableSwapAsset.Oracle => At(coin, multiplier, coin.Rate ?? Wad.Scale),
            StableSwapAsset.Vault => At(
                coin, multiplier * Ten(18 - coin.AssetDecimals), coin.Rate ?? Ten(coin.AssetDecimals)),
            _ => new(coin.Token, coin.Kind, multiplier, multiplier),
        };
    }

    private static StableSwapCoinTerms At(StableSwapCoin coin, UInt256 multiplier, UInt256 rate) =>
        new(coin.Token, coin.Kind, multiplier, (multiplier * rate).DivDown(Wad.Scale));

    private static UInt256 Ten(int power) => ((UInt256)10UL).Pow((uint)power);

    // How much of each coin belongs to those who hold liquidity.
    private void ReadBalances(
        Address pool,
        ref readonly StableSwapTerms terms,
        ref readonly StableSwapBooks books,
        Span<UInt256> balances)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 all = terms.ReadsLedger
                ? _ledger.Balance(terms.Coins[i].Token, pool)
                : books.Balances[i];
            balances[i] = all - books.AdminBalances[i];
        }
    }

    // Balances in one unit: 18 decimals, at the rates. A rate of 1 changes nothing.
    private static void Scale(
        ref readonly StableSwapTerms terms, ReadOnlySpan<UInt256> balances, Span<UInt256> scaled)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            scaled[i] = ToScaledDown(in terms, i, balances[i]);
        }
    }

    private static UInt256 ToScaledDown(ref readonly StableSwapTerms terms, int coin, UInt256 amount)
    {
        UInt256 rate = terms.Coins[coin].Rate;
        return rate == Wad.Scale ? amount : (amount * rate).DivDown(Wad.Scale);
    }

    private static UInt256 ToAmountDown(ref readonly StableSwapTerms terms, int coin, UInt256 scaled)
    {
        UInt256 rate = terms.Coins[coin].Rate;
        return rate == Wad.Scale ? scaled : (scaled * Wad.Scale).DivDown(rate);
    }

    private StableSwapCurve CurveOf(ref readonly StableSwapTerms terms) =>
        new(AmplificationOf(in terms), terms.CoinCount, terms.IsLegacy);

    // A in hundredths: on a straight line from one value to the other while it is ramped.
    private ulong AmplificationOf(ref readonly StableSwapTerms terms)
    {
        if (Now >= terms.FutureATime) return terms.FutureA;

        ulong elapsed = Now - terms.InitialATime;
        ulong whole = terms.FutureATime - terms.InitialATime;
        return terms.FutureA > terms.InitialA
            ? terms.InitialA + PartDown(terms.FutureA - terms.InitialA, elapsed, whole)
            : terms.InitialA - PartDown(terms.InitialA - terms.FutureA, elapsed, whole);
    }

    private static ulong PartDown(ulong change, ulong elapsed, ulong whole) =>
        UInt256.MulDivDown(change, elapsed, whole).ToUInt64();

    // The fee of a trade between two coins: more, the further their balances are apart.
    private static UInt256 FeeBetween(
        ref readonly StableSwapTerms terms, UInt256 one, UInt256 other, UInt256 fee)
    {
        UInt256 multiplier = terms.OffpegFeeMultiplier;
        if (multiplier <= _feeScale) return fee;

        UInt256 sum = one + other;
        UInt256 nearness = ((multiplier - _feeScale) * 4UL * one * other).DivDown(sum * sum);
        return (multiplier * fee).DivDown(nearness + _feeScale);
    }

    // The fee of one coin's part in a change of liquidity: half of a swap's, spread over the others.
    private static UInt256 LiquidityFee(ref readonly StableSwapTerms terms) =>
        (terms.Fee * terms.CoinCount).DivDown(4UL * (terms.CoinCount - 1UL));
}
