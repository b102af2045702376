using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <content>What anyone may ask of a pool. A view throws an <see cref="ArithmeticException"/> where the
/// contract's reverts, unless it says otherwise.</content>
public sealed partial class StableSwapPools
{
    /// <summary>Whether there is a pool at an address.</summary>
    public bool Exists(Address pool) => _terms.Read(pool).CoinCount != 0;

    /// <summary>How many coins a pool has.</summary>
    public int CoinCount(Address pool) => _terms.Read(pool).CoinCount;

    /// <summary>A coin, by its place.</summary>
    public Address Coin(Address pool, int coin) => _terms[pool].Coins[coin].Token;

    /// <summary>The token of a pool's liquidity.</summary>
    public Address LpToken(Address pool) => _terms.Read(pool).LpToken;

    /// <summary>A, in hundredths, as of now.</summary>
    public ulong PreciseA(Address pool) => AmplificationOf(in _terms.Read(pool));

    /// <summary>The fee of a swap at par, in units of 10⁻¹⁰.</summary>
    public UInt256 Fee(Address pool) => _terms.Read(pool).Fee;

    /// <summary>How often the fee is taken far from par, in units of 10⁻¹⁰.</summary>
    public UInt256 OffpegFeeMultiplier(Address pool) => _terms.Read(pool).OffpegFeeMultiplier;

    /// <summary>The admin's part of fees, in units of 10⁻¹⁰.</summary>
    public UInt256 AdminFee(Address pool) => _terms.Read(pool).AdminFee;

    /// <summary>How much of a coin belongs to those who hold liquidity.</summary>
    public UInt256 Balance(Address pool, int coin)
    {
        StableSwapTerms terms = _terms[pool];
        Span<UInt256> balances = stackalloc UInt256[terms.CoinCount];
        ReadBalances(pool, in terms, in _books.Read(pool), balances);
        return balances[coin];
    }

    /// <summary>How much of a coin waits for the admin.</summary>
    public UInt256 AdminBalance(Address pool, int coin) => _books[pool].AdminBalances[coin];

    /// <summary>What a coin's smallest unit counts, times 10¹⁸: its decimals and its rate.</summary>
    public UInt256 StoredRate(Address pool, int coin) => _terms[pool].Coins[coin].Rate;

    /// <summary>What a token of liquidity is worth when all coins are at par, in units of 10⁻¹⁸, rounded
    /// down.</summary>
    public UInt256 VirtualPrice(Address pool)
    {
        StableSwapTerms terms = _terms[pool];
        Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
        ReadScaled(pool, in terms, scaled);
        return (CurveOf(in terms).Invariant(scaled) * Wad.Scale).DivDown(_ledger.Supply(terms.LpToken));
    }

    /// <summary>What a coin is worth in the first at the margin, in units of 10⁻¹⁸, rounded down: coin
    /// <paramref name="index"/> + 1, as the contract counts.</summary>
    public UInt256 SpotPrice(Address pool, int index)
    {
        StableSwapTerms terms = _terms[pool];
        Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
        Span<UInt256> prices = stackalloc UInt256[terms.CoinCount - 1];
        ReadScaled(pool, in terms, scaled);
        StableSwapCurve curve = CurveOf(in terms);
        curve.ReadPrices(scaled, curve.Invariant(scaled), prices);
        return prices[index];
    }

    /// <summary>The spot price after the last change, at most 2.</summary>
    public UInt256 LastPrice(Address pool, int index) => _books[pool].Prices[index].Last;

    /// <summary>The average of spot prices as of the last change.</summary>
    public UInt256 AveragePrice(Address pool, int index) => _books[pool].Prices[index].Average;

    /// <summary>The average of spot prices as of now, rounded down.</summary>
    public UInt256 PriceOracle(Address pool, int index)
    {
        ref readonly StableSwapBooks books = ref _books.Read(pool);
        return books.Prices[index].Blend(WeightSince(books.PriceTime, _terms.Read(pool).PriceWindow));
    }

    /// <summary>The average of the invariant as of now, rounded down.</summary>
    public UInt256 InvariantOracle(Address pool)
    {
        ref readonly StableSwapBooks books = ref _books.Read(pool);
        UInt256 window = _terms.Read(pool).InvariantWindow;
        return books.Invariant.Blend(WeightSince(books.InvariantTime, window));
    }

    /// <summary>What a swap would come to now.</summary>
    /// <returns>Null where the pool would refuse it.</returns>
    public TradeQuote? Quote(Address pool, int sold, int bought, UInt256 amount) =>
        Quote(CurveOf(in _terms.Read(pool)), pool, sold, bought, amount);

    /// <summary>What the contract's <c>get_dy</c> says of a swap. While A is ramped this is not what the swap
    /// comes to, since the view takes A without its hundredths.</summary>
    /// <returns>Null where the view reverts.</returns>
    public TradeQuote? QuoteOfView(Address pool, int sold, int bought, UInt256 amount) =>
        Quote(CurveOfView(in _terms.Read(pool)), pool, sold, bought, amount);

    /// <summary>About how much has to be sold to buy an amount, as <c>get_dx</c> says: the fee is that of
    /// the balances as they are, not as they will be, and A is taken without its hundredths.</summary>
    /// <returns>In the smallest unit of the coin that is sold; null where the curve does not reach as
    /// far.</returns>
    public UInt256? QuoteInput(Address pool, int sold, int bought, UInt256 amount)
    {
        StableSwapTerms terms = _terms[pool];
        if (sold == bought || !terms.Has(sold) || !terms.Has(bought)) return null;

        try
        {
            Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
            ReadScaled(pool, in terms, scaled);
            StableSwapCurve curve = CurveOfView(in terms);
            UInt256 invariant = curve.Invariant(scaled);
            UInt256 fee = FeeBetween(in terms, scaled[sold], scaled[bought], terms.Fee);
            UInt256 net = ToScaledDown(in terms, bought, amount) + UInt256.One;
            UInt256 soldBefore = scaled[sold];
            scaled[bought] -= (net * _feeScale).DivDown(_feeScale - fee);
            UInt256 soldAfter = curve.BalanceFor(scaled, sold, invariant);
            return ToAmountDown(in terms, sold, soldAfter - soldBefore);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    /// <summary>The fee of a small swap now, in units of 10⁻¹⁰, rounded down.</summary>
    public UInt256 DynamicFee(Address pool, int sold, int bought)
    {
        StableSwapTerms terms = _terms[pool];
        Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
        ReadScaled(pool, in terms, scaled);
        return FeeBetween(in terms, scaled[sold], scaled[bought], terms.Fee);
    }

    /// <summary>What liquidity would be paid in one coin, in its smallest unit, rounded down.</summary>
    public UInt256 QuoteOneCoin(Address pool, UInt256 amount, int coin)
    {
        StableSwapTerms terms = _terms[pool];
        Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
        ReadScaled(pool, in terms, scaled);
        StableSwapCurve curve = CurveOf(in terms);
        UInt256 supply = _ledger.Supply(terms.LpToken);
        return WithdrawOne(in curve, in terms, scaled, coin, amount, supply).Amount;
    }

    private TradeQuote? Quote(
        StableSwapCurve curve, Address pool, int sold, int bought, UInt256 amount)
    {
        StableSwapTerms terms = _terms[pool];
        if (sold == bought || !terms.Has(sold) || !terms.Has(bought)) return null;

        try
        {
            Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
            ReadScaled(pool, in terms, scaled);
            StableSwapTrade trade = Settle(in curve, in terms, scaled, sold, bought, amount);
            Wad priceAfter = PriceBetween(in curve, in terms, scaled, trade.Invariant, sold, bought);
            return new TradeQuote(amount, trade.AmountOut, trade.Fee, priceAfter);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    // The views of a newer pool are a contract of their own, which asks the pool for A.
    private StableSwapCurve CurveOfView(ref readonly StableSwapTerms terms)
    {
        ulong amplification = AmplificationOf(in terms);
        return new(
            terms.IsLegacy ? amplification : amplification - (amplification % 100),
            terms.CoinCount,
            terms.IsLegacy);
    }

    private void ReadScaled(Address pool, ref readonly StableSwapTerms terms, Span<UInt256> scaled)
    {
        ReadBalances(pool, in terms, in _books.Read(pool), scaled);
        Scale(in terms, scaled, scaled);
    }

    // A curve's prices are of coins at their rates, where 1 is par.
    private static Wad PriceBetween(
        in StableSwapCurve curve,
        ref readonly StableSwapTerms terms,
        ReadOnlySpan<UInt256> scaled,
        UInt256 invariant,
        int sold,
        int bought)
    {
        Span<UInt256> prices = stackalloc UInt256[scaled.Length - 1];
        curve.ReadPrices(scaled, invariant, prices);
        UInt256 one = sold == 0 ? Wad.Scale : prices[sold - 1];
        UInt256 other = bought == 0 ? Wad.Scale : prices[bought - 1];
        return AtRates(in terms, Wad.RatioDown(one, other), sold, bought);
    }

    private static Wad AtRates(ref readonly StableSwapTerms terms, Wad price, int sold, int bought) =>
        new(UInt256.MulDivDown(price.Raw, terms.Coins[sold].Rate, terms.Coins[bought].Rate));
}
