using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <content>What governs a pool: ramps, fees, windows, and outside facts.</content>
public sealed partial class StableSwapPools
{
    private const ulong ShortestRamp = 86_400;
    private const ulong HighestA = 1_000_000;
    private const ulong GreatestChange = 10;

    internal Refusal? RampA(Address sender, Address pool, ulong futureA, ulong futureTime)
    {
        StableSwapTerms terms = _terms[pool];
        if (!Governs(sender, in terms)
            || Now < terms.InitialATime + ShortestRamp
            || futureTime < Now + ShortestRamp
            || futureA is 0 or >= HighestA)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        ulong initial = AmplificationOf(in terms);
        ulong future = futureA * 100;
        if (future * GreatestChange < initial || future > initial * GreatestChange)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        (terms.InitialA, terms.FutureA) = (initial, future);
        (terms.InitialATime, terms.FutureATime) = (Now, futureTime);
        _terms[pool] = terms;
        _store.Emit(new StableAmplificationRamped(pool, initial, future, Now, futureTime));
        return null;
    }

    internal Refusal? StopRampA(Address sender, Address pool)
    {
        StableSwapTerms terms = _terms[pool];
        if (!Governs(sender, in terms)) return StableSwapRefusals.EmptyRevert;

        ulong current = AmplificationOf(in terms);
        (terms.InitialA, terms.FutureA) = (current, current);
        (terms.InitialATime, terms.FutureATime) = (Now, Now);
        _terms[pool] = terms;
        _store.Emit(new StableAmplificationRampStopped(pool, current, Now));
        return null;
    }

    internal Refusal? SetFee(Address sender, Address pool, UInt256 fee, UInt256 offpegFeeMultiplier)
    {
        StableSwapTerms terms = _terms[pool];
        if (terms.IsLegacy
            || !Governs(sender, in terms)
            || fee > HighestFee
            || !IsFeeAllowed(fee, offpegFeeMultiplier))
        {
            return StableSwapRefusals.EmptyRevert;
        }

        (terms.Fee, terms.OffpegFeeMultiplier) = (fee, offpegFeeMultiplier);
        _terms[pool] = terms;
        _store.Emit(new StableFeeApplied(pool, fee, offpegFeeMultiplier));
        return null;
    }

    internal Refusal? SetAdminFee(Address sender, Address pool, UInt256 adminFee)
    {
        StableSwapTerms terms = _terms[pool];
        if (terms.IsLegacy || !Governs(sender, in terms) || adminFee > HighestFee)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        terms.AdminFee = adminFee;
        _terms[pool] = terms;
        _store.Emit(new StableAdminFeeApplied(pool, adminFee));
        return null;
    }

    internal Refusal? SetWindows(Address sender, Address pool, UInt256 maExpTime, UInt256 dMaTime)
    {
        StableSwapTerms terms = _terms[pool];

        // The contract asks it of the product, which wraps.
        if (terms.IsLegacy || sender != terms.Governor || maExpTime.WrappingMul(dMaTime).IsZero)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        (terms.PriceWindow, terms.InvariantWindow) = (maExpTime, dMaTime);
        _terms[pool] = terms;
        _store.Emit(new StableWindowsSet(pool, maExpTime, dMaTime));
        return null;
    }

    internal Refusal? SetAdmin(Address sender, Address pool, Address admin)
    {
        StableSwapTerms terms = _terms[pool];
        if (terms.IsLegacy || sender != terms.Governor) return StableSwapRefusals.EmptyRevert;

        terms.Admin = admin;
        _terms[pool] = terms;
        _store.Emit(new StableAdminSet(pool, admin));
        return null;
    }

    internal Refusal? SetFeeReceiver(Address sender, Address pool, Address receiver)
    {
        StableSwapTerms terms = _terms[pool];
        if (terms.IsLegacy || sender != terms.Governor) return StableSwapRefusals.EmptyRevert;

        terms.FeeReceiver = receiver;
        _terms[pool] = terms;
        return null;
    }

    internal Refusal? SetRate(Address pool, int coin, UInt256 rate)
    {
        StableSwapTerms terms = _terms[pool];
        if (!terms.Has(coin)) return StableSwapRefusals.EmptyRevert;

        StableSwapCoinTerms entry = terms.Coins[coin];
        if (entry.Kind is not (StableSwapAsset.Oracle or StableSwapAsset.Vault))
        {
            return StableSwapRefusals.EmptyRevert;
        }

        terms.Coins[coin] = entry with { Rate = (entry.Multiplier * rate).DivDown(Wad.Scale) };
        _terms[pool] = terms;
        return null;
    }

    internal Refusal? WithdrawAdminFees(Address sender, Address pool)
    {
        StableSwapTerms terms = _terms[pool];
        if (terms.IsLegacy && sender != terms.Governor) return StableSwapRefusals.EmptyRevert;

        StableSwapBooks books = _books[pool];
        if (PayAdminFees(pool, in terms, ref books) is { } refusal) return refusal;

        _books[pool] = books;
        return null;
    }

    private Refusal? PayAdminFees(Address pool, ref readonly StableSwapTerms terms, ref StableSwapBooks books)
    {
        Address receiver = terms.IsLegacy ? terms.Governor
            : terms.Admin.IsZero ? terms.FeeReceiver
            : terms.Admin;
        if (receiver.IsZero) return null;

        for (int i = 0; i < terms.CoinCount; i++)
        {
            UInt256 fees = books.AdminBalances[i];
            if (fees.IsZero) continue;
            if (PayOut(pool, in terms, i, fees, receiver, ref books) is { } refusal) return refusal;

            books.AdminBalances[i] = UInt256.Zero;
        }

        return null;
    }

    private static bool Governs(Address sender, ref readonly StableSwapTerms terms) =>
        sender == terms.Governor || (!terms.IsLegacy && sender == terms.Admin);

    private static bool IsFeeAllowed(UInt256 fee, UInt256 offpegFeeMultiplier) =>
        offpegFeeMultiplier * fee <= HighestFee * _feeScale;
}

/// <summary>What only the ETH/stETH pool has: changes that wait three days, and a switch.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct LegacyControls(
    bool IsKilled,
    ulong KillDeadline,
    ulong FeeDeadline,
    UInt256 FutureFee,
    UInt256 FutureAdminFee,
    ulong OwnerDeadline,
    Address FutureOwner);
