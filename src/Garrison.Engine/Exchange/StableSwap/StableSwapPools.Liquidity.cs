using System.Collections.Immutable;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <content>Liquidity: paid in, and taken out in any proportion.</content>
public sealed partial class StableSwapPools
{
    /// <summary>Pays coins in for tokens of liquidity.</summary>
    internal Refusal? Add(
        Address sender, Address pool, IReadOnlyList<UInt256> amounts, UInt256 least, Address receiver)
    {
        StableSwapTerms terms = _terms[pool];
        StableSwapBooks books = _books[pool];
        bool isBarred = terms.IsLegacy ? IsBarred(pool, sender, receiver) : receiver.IsZero;
        if (isBarred || !AreAmounts(in terms, amounts)) return StableSwapRefusals.EmptyRevert;

        Span<UInt256> old = stackalloc UInt256[terms.CoinCount];
        Span<UInt256> balances = stackalloc UInt256[terms.CoinCount];
        ReadBalances(pool, in terms, in books, old);
        old.CopyTo(balances);
        StableSwapCurve curve = CurveOf(in terms);
        UInt256 before = InvariantOf(in curve, in terms, old);
        UInt256 supply = _ledger.Supply(terms.LpToken);
        if (TakeEach(sender, pool, in terms, amounts, supply, balances, ref books) is { } unpaid)
        {
            return unpaid;
        }

        UInt256 unbiased = InvariantOf(in curve, in terms, balances);
        if (unbiased <= before) return StableSwapRefusals.EmptyRevert;

        UInt256 after = unbiased;
        UInt256 minted = unbiased;
        ImmutableArray<UInt256> fees = [];
        if (supply.IsZero)
        {
            if (terms.IsLegacy) fees = [UInt256.Zero, UInt256.Zero];
            else BeginInvariant(ref books, unbiased);
        }
        else
        {
            fees = ChargeImbalance(in terms, ref books, old, balances, before, unbiased);
            after = Settle(in curve, in terms, ref books, balances);
            minted = (supply * (after - before)).DivDown(before);
        }

        if (minted < least) return StableSwapRefusals.Slippage;
        if (terms.IsLegacy && TakeAll(sender, pool, in terms, amounts) is { } unpayable) return unpayable;
        if (_ledger.Mint(terms.LpToken, receiver, minted) is { } unminted) return unminted;

        _books[pool] = books;
        _store.Emit(new StableLiquidityAdded(
            pool, sender, amounts, fees, terms.IsLegacy ? unbiased : after, supply + minted));
        return null;
    }

    /// <summary>Burns liquidity for its part of every coin; so there is no fee.</summary>
    internal Refusal? Remove(
        Address sender,
        Address pool,
        UInt256 amount,
        IReadOnlyList<UInt256> least,
        Address receiver,
        bool claimsAdminFees)
    {
        StableSwapTerms terms = _terms[pool];
        StableSwapBooks books = _books[pool];
        bool isBarred = terms.IsLegacy ? receiver != sender : amount.IsZero;
        if (isBarred || least.Count != terms.CoinCount) return StableSwapRefusals.EmptyRevert;

        UInt256 supply = _ledger.Supply(terms.LpToken);
        Span<UInt256> balances = stackalloc UInt256[terms.CoinCount];
        ReadBalances(pool, in terms, in books, balances);
        if (terms.IsLegacy && Burn(in terms, sender, amount) is { } legacyUnburned) return legacyUnburned;

        var amounts = new UInt256[terms.CoinCount];
        for (int i = 0; i < amounts.Length; i++)
        {
            // The older contract divides by a supply of 0 as by any; the newer one takes the part as 0.
            amounts[i] = supply.IsZero && !terms.IsLegacy
                ? UInt256.Zero
                : (balances[i] * amount).DivDown(supply);
            if (amounts[i] < least[i]) return StableSwapRefusals.FewerWithdrawn;
            if (PayOut(pool, in terms, i, amounts[i], receiver, ref books) is { } unpaid) return unpaid;
        }

        if (!terms.IsLegacy)
        {
            if (Burn(in terms, sender, amount) is { } unburned) return unburned;

            UInt256 last = books.Invariant.Last;
            ObserveInvariant(in terms, ref books, last - (last * amount).DivDown(supply));
        }

        _store.Emit(new StableLiquidityRemoved(
            pool, sender, [.. amounts], terms.IsLegacy ? [default, default] : [], supply - amount));
        if (claimsAdminFees && !terms.IsLegacy && PayAdminFees(pool, in terms, ref books) is { } unpayable)
        {
            return unpayable;
        }

        _books[pool] = books;
        return null;
    }

    /// <summary>Burns liquidity for one coin.</summary>
    internal Refusal? RemoveOne(
        Address sender, Address pool, UInt256 amount, int coin, UInt256 least, Address receiver)
    {
        StableSwapTerms terms = _terms[pool];
        StableSwapBooks books = _books[pool];
        bool isBarred = terms.IsLegacy ? IsBarred(pool, sender, receiver) : amount.IsZero;
        if (isBarred || !terms.Has(coin)) return StableSwapRefusals.EmptyRevert;

        Span<UInt256> scaled = stackalloc UInt256[terms.CoinCount];
        ReadBalances(pool, in terms, in books, scaled);
        Scale(in terms, scaled, scaled);
        StableSwapCurve curve = CurveOf(in terms);
        UInt256 supply = _ledger.Supply(terms.LpToken);
        OneCoin one = WithdrawOne(in curve, in terms, scaled, coin, amount, supply);
        if (one.Amount < least) return StableSwapRefusals.FewerRemoved;

        if (!terms.IsLegacy)
        {
            books.AdminBalances[coin] += (one.Fee * terms.AdminFee).DivDown(_feeScale);
        }

        if (Burn(in terms, sender, amount) is { } unburned) return unburned;
        if (PayOut(pool, in terms, coin, one.Amount, receiver, ref books) is { } unpaid) return unpaid;

        if (terms.IsLegacy)
        {
            _store.Emit(new LegacyStableLiquidityRemovedInOne(pool, sender, amount, one.Amount));
            return null;
        }

        _store.Emit(new StableLiquidityRemovedInOne(
            pool, sender, coin, amount, one.Amount, supply - amount));
        Observe(in curve, in terms, ref books, scaled, one.Invariant);
        _books[pool] = books;
        return null;
    }

    /// <summary>Burns what liquidity it takes for amounts of the coins.</summary>
    internal Refusal? RemoveImbalanced(
        Address sender, Address pool, IReadOnlyList<UInt256> amounts, UInt256 most, Address receiver)
    {
        StableSwapTerms terms = _terms[pool];
        StableSwapBooks books = _books[pool];
        bool isBarred = terms.IsLegacy && IsBarred(pool, sender, receiver);
        if (isBarred || !AreAmounts(in terms, amounts)) return StableSwapRefusals.EmptyRevert;

        Span<UInt256> old = stackalloc UInt256[terms.CoinCount];
        Span<UInt256> balances = stackalloc UInt256[terms.CoinCount];
        ReadBalances(pool, in terms, in books, old);
        StableSwapCurve curve = CurveOf(in terms);
        UInt256 before = InvariantOf(in curve, in terms, old);
        for (int i = 0; i < balances.Length; i++)
        {
            balances[i] = old[i] - amounts[i];
        }

        if (!terms.IsLegacy && PayAll(pool, in terms, amounts, receiver, ref books) is { } unpaid)
        {
            return unpaid;
        }

        UInt256 unbiased = InvariantOf(in curve, in terms, balances);
        ImmutableArray<UInt256> fees = ChargeImbalance(in terms, ref books, old, balances, before, unbiased);
        UInt256 after = Settle(in curve, in terms, ref books, balances);
        UInt256 supply = _ledger.Supply(terms.LpToken);
        UInt256 burned = ((before - after) * supply).DivDown(before);
        if (burned.IsZero) return StableSwapRefusals.EmptyRevert;
        if (!terms.IsLegacy) burned += UInt256.One;
        if (burned > most) return StableSwapRefusals.Slippage;
        if (Burn(in terms, sender, burned) is { } unburned) return unburned;
        if (terms.IsLegacy && PayAll(pool, in terms, amounts, receiver, ref books) is { } unpayable)
        {
            return unpayable;
        }

        _books[pool] = books;
        _store.Emit(new StableLiquidityRemovedImbalanced(
            pool, sender, amounts, fees, terms.IsLegacy ? unbiased : after, supply - burned));
        return null;
    }

    // The newer contract reads as many amounts as there are coins, and takes up to 8.
    private static bool AreAmounts(ref readonly StableSwapTerms terms, IReadOnlyList<UInt256> amounts) =>
        amounts.Count == terms.CoinCount
            || (!terms.IsLegacy
                && amounts.Count > terms.CoinCount && amounts.Count <= StableSwapTerms.MostCoins);

    private static UInt256 InvariantOf(
        in StableSwapCurve curve, ref readonly StableSwapTerms terms, ReadOnlySpan<UInt256> balances)
    {
        Span<UInt256> scaled = stackalloc UInt256[balances.Length];
        Scale(in terms, balances, scaled);
        return curve.Invariant(scaled);
    }

    // Takes from each balance the fee on how far it is from its part of a change in proportion. Fees are
    // rounded down, and so is the admin's part of them.
    private static ImmutableArray<UInt256> ChargeImbalance(
        ref readonly StableSwapTerms terms,
        ref StableSwapBooks books,
        ReadOnlySpan<UInt256> old,
        Span<UInt256> balances,
        UInt256 before,
        UInt256 after)
    {
        UInt256 fee = LiquidityFee(in terms);
        UInt256 mean = (before + after).DivDown((ulong)terms.CoinCount);
        ImmutableArray<UInt256>.Builder fees = ImmutableArray.CreateBuilder<UInt256>(terms.CoinCount);
        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 ideal = (after * old[i]).DivDown(before);
            UInt256 twice = ToScaledDown(in terms, i, old[i] + balances[i]);
            UInt256 charged = (FeeBetween(in terms, twice, mean, fee)
                * ideal.AbsoluteDifference(balances[i])).DivDown(_feeScale);
            fees.Add(charged);
            books.AdminBalances[i] += (charged * terms.AdminFee).DivDown(_feeScale);
            balances[i] -= charged;
        }

        return fees.MoveToImmutable();
    }

    // The invariant after fees, which the averages of a newer pool go on from.
    private UInt256 Settle(
        in StableSwapCurve curve,
        ref readonly StableSwapTerms terms,
        ref StableSwapBooks books,
        ReadOnlySpan<UInt256> balances)
    {
        Span<UInt256> scaled = stackalloc UInt256[balances.Length];
        Scale(in terms, balances, scaled);
        UInt256 invariant = curve.Invariant(scaled);
        if (!terms.IsLegacy) Observe(in curve, in terms, ref books, scaled, invariant);

        return invariant;
    }

    private void BeginInvariant(ref StableSwapBooks books, UInt256 invariant)
    {
        var first = invariant.ToUInt128();
        books.Invariant = new(first, first);
        books.InvariantTime = Math.Max(books.InvariantTime, Now);
    }

    // What liquidity is worth in one coin: once without the fee, and once from balances less the fee on how
    // far each is from its part of a withdrawal in proportion. The balances become those without the fee.
    private static OneCoin WithdrawOne(
        in StableSwapCurve curve,
        ref readonly StableSwapTerms terms,
        Span<UInt256> scaled,
        int coin,
        UInt256 amount,
        UInt256 supply)
    {
        UInt256 before = curve.Invariant(scaled);
        UInt256 after = before - (amount * before).DivDown(supply);
        UInt256 left = curve.BalanceFor(scaled, coin, after);
        UInt256 fee = LiquidityFee(in terms);
        UInt256 mean = (before + after).DivDown(2UL * terms.CoinCount);
        Span<UInt256> reduced = stackalloc UInt256[scaled.Length];
        for (int k = 0; k < scaled.Length; k++)
        {
            UInt256 part = (scaled[k] * after).DivDown(before);
            UInt256 moved = k == coin ? part - left : scaled[k] - part;
            UInt256 average = k == coin ? (scaled[k] + left) >> 1 : scaled[k];
            reduced[k] = scaled[k]
                - (FeeBetween(in terms, average, mean, fee) * moved).DivDown(_feeScale);
        }

        UInt256 net = reduced[coin] - curve.BalanceFor(reduced, coin, after) - UInt256.One;
        UInt256 paid = ToAmountDown(in terms, coin, net);
        UInt256 gross = ToAmountDown(in terms, coin, scaled[coin] - left);
        scaled[coin] = left;
        return new OneCoin(paid, terms.IsLegacy ? UInt256.Zero : gross - paid, after);
    }

    // The newer contract is paid before it computes, and counts what arrives.
    private Refusal? TakeEach(
        Address sender,
        Address pool,
        ref readonly StableSwapTerms terms,
        IReadOnlyList<UInt256> amounts,
        UInt256 supply,
        Span<UInt256> balances,
        ref StableSwapBooks books)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 taken = amounts[i];
            if (taken.IsZero && supply.IsZero) return StableSwapRefusals.EmptyRevert;
            if (!taken.IsZero && !terms.IsLegacy
                && TakeIn(sender, pool, in terms, i, taken, false, ref books, out taken) is { } unpaid)
            {
                return unpaid;
            }

            balances[i] += taken;
        }

        return null;
    }

    private Refusal? TakeAll(
        Address sender, Address pool, ref readonly StableSwapTerms terms, IReadOnlyList<UInt256> amounts)
    {
        for (int i = 0; i < amounts.Count; i++)
        {
            if (!amounts[i].IsZero
                && _ledger.Transfer(terms.Coins[i].Token, sender, pool, amounts[i]) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private Refusal? PayAll(
        Address pool,
        ref readonly StableSwapTerms terms,
        IReadOnlyList<UInt256> amounts,
        Address receiver,
        ref StableSwapBooks books)
    {
        for (int i = 0; i < terms.CoinCount; i++)
        {
            if (!amounts[i].IsZero
                && PayOut(pool, in terms, i, amounts[i], receiver, ref books) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    // A pool's own token refuses as Vyper does.
    private Refusal? Burn(ref readonly StableSwapTerms terms, Address from, UInt256 amount) =>
        _ledger.Burn(terms.LpToken, from, amount) is null ? null : StableSwapRefusals.EmptyRevert;

    // What one coin is paid for liquidity, its fee, and the invariant that is left.
    private readonly record struct OneCoin(UInt256 Amount, UInt256 Fee, UInt256 Invariant);
}
