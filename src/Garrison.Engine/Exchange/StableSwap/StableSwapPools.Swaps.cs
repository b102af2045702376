using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <content>Swaps: one coin for another.</content>
public sealed partial class StableSwapPools
{
    /// <summary>Sells an amount of one coin for another.</summary>
    /// <param name="sender">Who pays.</param>
    /// <param name="pool">Which pool.</param>
    /// <param name="sold">The coin that is sold, by its place.</param>
    /// <param name="bought">The coin that is bought, by its place.</param>
    /// <param name="amount">How much is sold; if it was received, at least how much.</param>
    /// <param name="least">How much has to be bought.</param>
    /// <param name="receiver">Who is paid.</param>
    /// <param name="isReceived">Whether the pool was paid before.</param>
    internal Refusal? Swap(
        Address sender,
        Address pool,
        int sold,
        int bought,
        UInt256 amount,
        UInt256 least,
        Address receiver,
        bool isReceived = false)
    {
        StableSwapTerms terms = _terms[pool];
        if (terms.IsLegacy && !isReceived && receiver == sender)
        {
            return SwapLegacy(sender, pool, in terms, sold, bought, amount, least);
        }

        if (terms.IsLegacy || (isReceived && terms.ReadsLedger)) return StableSwapRefusals.EmptyRevert;
        if (sold == bought || amount.IsZero || !terms.Has(sold) || !terms.Has(bought))
        {
            return StableSwapRefusals.EmptyRevert;
        }

        StableSwapBooks books = _books[pool];
        Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
        ReadBalances(pool, in terms, in books, scaled);
        Scale(in terms, scaled, scaled);
        Refusal? unpaid = TakeIn(
            sender, pool, in terms, sold, amount, isReceived, ref books, out UInt256 taken);
        if (unpaid is not null) return unpaid;

        StableSwapCurve curve = CurveOf(in terms);
        StableSwapTrade trade = Settle(in curve, in terms, scaled, sold, bought, taken);
        books.AdminBalances[bought] += trade.AdminFee;
        Observe(in curve, in terms, ref books, scaled, trade.Invariant);
        if (trade.AmountOut < least) return StableSwapRefusals.FewerExchanged;
        if (PayOut(pool, in terms, bought, trade.AmountOut, receiver, ref books) is { } unpayable)
        {
            return unpayable;
        }

        _books[pool] = books;
        _store.Emit(new StableSwapped(pool, sender, sold, taken, bought, trade.AmountOut));
        return null;
    }

    private Refusal? SwapLegacy(
        Address sender,
        Address pool,
        ref readonly StableSwapTerms terms,
        int sold,
        int bought,
        UInt256 amount,
        UInt256 least)
    {
        if (_legacy[pool].IsKilled || sold == bought || !terms.Has(sold) || !terms.Has(bought))
        {
            return StableSwapRefusals.EmptyRevert;
        }

        StableSwapBooks books = _books[pool];
        Span<UInt256> balances = stackalloc UInt256[terms.CoinCount];
        ReadBalances(pool, in terms, in books, balances);
        StableSwapCurve curve = CurveOf(in terms);
        StableSwapTrade trade = Settle(in curve, in terms, balances, sold, bought, amount);
        if (trade.AmountOut < least) return StableSwapRefusals.FewerExchanged;

        books.AdminBalances[bought] += trade.AdminFee;
        if (_ledger.Transfer(terms.Coins[sold].Token, sender, pool, amount) is { } unpaid) return unpaid;
        if (PayOut(pool, in terms, bought, trade.AmountOut, sender, ref books) is { } unpayable)
        {
            return unpayable;
        }

        _books[pool] = books;
        _store.Emit(new StableSwapped(pool, sender, sold, amount, bought, trade.AmountOut));
        return null;
    }

    // Moves the balances, in one unit, along the curve. What is bought is rounded down twice, for the pool.
    private static StableSwapTrade Settle(
        in StableSwapCurve curve,
        ref readonly StableSwapTerms terms,
        Span<UInt256> scaled,
        int sold,
        int bought,
        UInt256 amount)
    {
        UInt256 soldBefore = scaled[sold];
        UInt256 boughtBefore = scaled[bought];
        UInt256 invariant = curve.Invariant(scaled);
        scaled[sold] = soldBefore + ToScaledDown(in terms, sold, amount);
        scaled[bought] = curve.BalanceFor(scaled, bought, invariant);

        UInt256 gross = boughtBefore - scaled[bought] - UInt256.One;
        UInt256 rate = FeeBetween(
            in terms, (soldBefore + scaled[sold]) >> 1, (boughtBefore + scaled[bought]) >> 1, terms.Fee);
        UInt256 fee = (gross * rate).DivDown(_feeScale);
        UInt256 adminFee = (fee * terms.AdminFee).DivDown(_feeScale);
        return new StableSwapTrade(
            invariant,
            ToAmountDown(in terms, bought, gross - fee),
            ToAmountDown(in terms, bought, fee),
            ToAmountDown(in terms, bought, adminFee));
    }

    // What arrives is what the pool has more of: a rebasing token moves a little less than it was asked to.
    private Refusal? TakeIn(
        Address sender,
        Address pool,
        ref readonly StableSwapTerms terms,
        int coin,
        UInt256 amount,
        bool isReceived,
        ref StableSwapBooks books,
        out UInt256 taken)
    {
        Address token = terms.Coins[coin].Token;
        UInt256 before = isReceived ? books.Balances[coin] : _ledger.Balance(token, pool);
        taken = UInt256.Zero;
        if (!isReceived && _ledger.Transfer(token, sender, pool, amount) is { } refusal) return refusal;

        taken = _ledger.Balance(token, pool) - before;
        if (isReceived && taken < amount) return StableSwapRefusals.EmptyRevert;
        if (!terms.ReadsLedger) books.Balances[coin] += taken;

        return null;
    }

    private Refusal? PayOut(
        Address pool,
        ref readonly StableSwapTerms terms,
        int coin,
        UInt256 amount,
        Address receiver,
        ref StableSwapBooks books)
    {
        if (receiver.IsZero) return StableSwapRefusals.EmptyRevert;
        if (!terms.ReadsLedger) books.Balances[coin] -= amount;

        return _ledger.Transfer(terms.Coins[coin].Token, pool, receiver, amount);
    }

    // Brings the averages up to now, and starts the next stretch at the prices and the invariant there are.
    private void Observe(
        in StableSwapCurve curve,
        ref readonly StableSwapTerms terms,
        ref StableSwapBooks books,
        ReadOnlySpan<UInt256> scaled,
        UInt256 invariant)
    {
        Span<UInt256> prices = stackalloc UInt256[terms.CoinCount - 1];
        curve.ReadPrices(scaled, invariant, prices);
        UInt256 weight = WeightSince(books.PriceTime, terms.PriceWindow);
        for (int k = 0; k < prices.Length; k++)
        {
            if (prices[k].IsZero) continue;

            var capped = UInt256.Min(prices[k], Wad.Scale + Wad.Scale).ToUInt128();
            books.Prices[k] = new(capped, books.Prices[k].Blend(weight).ToUInt128());
        }

        books.PriceTime = Math.Max(books.PriceTime, Now);
        ObserveInvariant(in terms, ref books, invariant);
    }

    private void ObserveInvariant(
        ref readonly StableSwapTerms terms, ref StableSwapBooks books, UInt256 invariant)
    {
        UInt256 weight = WeightSince(books.InvariantTime, terms.InvariantWindow);
        books.Invariant = new(invariant.ToUInt128(), books.Invariant.Blend(weight).ToUInt128());
        books.InvariantTime = Math.Max(books.InvariantTime, Now);
    }

    // What an average of then weighs now: e to the power of −elapsed / window.
    private UInt256 WeightSince(ulong then, UInt256 window) =>
        Now <= then ? Wad.Scale : Exponential.Decay(((Now - then) * Wad.Scale).DivDown(window));

    /// <summary>What a trade comes to; the invariant is in 18 decimals, the rest in the smallest unit of the
    /// coin that is bought.</summary>
    private readonly record struct StableSwapTrade(
        UInt256 Invariant, UInt256 AmountOut, UInt256 Fee, UInt256 AdminFee);
}
