using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>The interest of a market since its last update.</summary>
/// <param name="Market">The market with it.</param>
/// <param name="Rate">The average rate per second, times 10¹⁸.</param>
/// <param name="Interest">What borrowers owe more, in the loan token's smallest unit.</param>
/// <param name="FeeShares">What the fee recipient gets.</param>
internal readonly record struct MorphoAccrual(
    MorphoMarket Market, UInt256 Rate, UInt256 Interest, UInt256 FeeShares)
{
    /// <summary>Adds the interest up to a second that is not before the last update.</summary>
    /// <remarks>
    /// Lenders get all of it. The fee recipient pays its part in again for shares, at the price without
    /// that part, down, so against the recipient.
    /// </remarks>
    public static Refusal? At(in MorphoMarket market, ulong second, out MorphoAccrual accrual)
    {
        ulong elapsed = second - market.LastUpdate;
        (UInt256 rate, ulong rateAtTarget) = AdaptiveCurve.BorrowRate(in market, elapsed);
        UInt256 interest = MorphoMath.WadMulDown(
            market.Borrow.Assets, MorphoMath.CompoundedDown(rate, elapsed));
        accrual = default;
        if (MorphoMath.Narrow(interest, out UInt128 more) is { } tooMuch) return tooMuch;

        MorphoPool borrow = market.Borrow with { Assets = market.Borrow.Assets + more };
        MorphoPool supply = market.Supply with { Assets = market.Supply.Assets + more };
        UInt256 feeShares = UInt256.Zero;
        if (market.Fee != 0)
        {
            var fee = (UInt128)MorphoMath.WadMulDown(interest, market.Fee);
            feeShares = (supply with { Assets = supply.Assets - fee }).ToSharesDown(fee);
            if (MorphoMath.Narrow(feeShares, out UInt128 minted) is { } tooMany) return tooMany;

            supply = supply with { Shares = supply.Shares + minted };
        }

        MorphoMarket updated = new(supply, borrow, second, market.Fee, rateAtTarget);
        accrual = new MorphoAccrual(updated, rate, interest, feeShares);
        return null;
    }
}
