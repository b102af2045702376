using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

public sealed partial class MorphoMarkets
{
    // Whoever liquidates names what is seized or which shares are repaid, any part of the position. When
    // no collateral is left, what is still owed is lost to the lenders at once.
    internal Refusal? Liquidate(
        Address sender, Hash32 id, Address borrower, UInt256 seizedAssets, UInt256 repaidShares)
    {
        MorphoMarket market = _market[id];
        if (!market.Exists) return MorphoRefusals.MarketNotCreated;
        if (seizedAssets.IsZero == repaidShares.IsZero) return MorphoRefusals.InconsistentInput;

        MorphoTerms terms = _terms[id];
        if (Accrue(id, in terms, ref market) is { } tooMuch) return tooMuch;

        MorphoAccount account = new(id, borrower);
        MorphoPosition position = _position[account];
        FeedReading reading = _oracle.Price(terms.Oracle, _clock.Seconds);
        if (!reading.Exists) return Refusal.EmptyRevert;

        UInt256 price = reading.Price;
        if (IsHealthy(in terms, in market, in position, price)) return MorphoRefusals.HealthyPosition;

        UInt256 incentive = terms.LiquidationIncentiveDown;
        if (repaidShares.IsZero) repaidShares = ToRepaidUp(market.Borrow, seizedAssets, price, incentive);
        else seizedAssets = ToSeizedDown(market.Borrow, repaidShares, price, incentive);

        UInt256 repaidAssets = market.Borrow.ToAssetsUp(repaidShares);
        if (MorphoMath.Narrow(repaidShares, out UInt128 burned) is { } tooMany) return tooMany;

        UInt128 owing = position.BorrowShares - burned;
        MorphoPool borrow = new(
            MorphoMath.ZeroFloorSub(market.Borrow.Assets, repaidAssets), market.Borrow.Shares - burned);
        if (MorphoMath.Narrow(seizedAssets, out UInt128 seized) is { } tooLarge) return tooLarge;

        market = market with { Borrow = borrow };
        position = position with { BorrowShares = owing, Collateral = position.Collateral - seized };
        MorphoPool bad = position.Collateral == 0 ? WriteOff(ref market, ref position) : default;
        _position[account] = position;
        _market[id] = market;
        _store.Emit(new MorphoLiquidated(
            Contract,
            id,
            sender,
            borrower,
            repaidAssets,
            repaidShares,
            seizedAssets,
            bad.Assets,
            bad.Shares));
        return Pay(terms.CollateralToken, sender, seizedAssets)
            ?? Collect(terms.LoanToken, sender, repaidAssets);
    }

    // ⌈⌈⌈seized · price / 10³⁶⌉ / incentive⌉ · (S + 10⁶) / (A + 1)⌉: up, for the lenders.
    private static UInt256 ToRepaidUp(
        in MorphoPool borrow, UInt256 seizedAssets, UInt256 price, UInt256 incentive)
    {
        UInt256 worth = MorphoMath.MulDivUp(seizedAssets, price, MorphoMath.PriceScale);
        return borrow.ToSharesUp(MorphoMath.WadDivUp(worth, incentive));
    }

    // ⌊⌊⌊shares · (A + 1) / (S + 10⁶)⌋ · incentive⌋ · 10³⁶ / price⌋: down, for the borrower.
    private static UInt256 ToSeizedDown(
        in MorphoPool borrow, UInt256 repaidShares, UInt256 price, UInt256 incentive)
    {
        UInt256 worth = MorphoMath.WadMulDown(borrow.ToAssetsDown(repaidShares), incentive);
        return MorphoMath.MulDivDown(worth, MorphoMath.PriceScale, price);
    }

    // What a position without collateral owes is owed no more, and no more lent.
    private static MorphoPool WriteOff(ref MorphoMarket market, ref MorphoPosition position)
    {
        UInt128 shares = position.BorrowShares;
        var assets = (UInt128)UInt256.Min(market.Borrow.Assets, market.Borrow.ToAssetsUp(shares));
        market = market with
        {
            Borrow = new MorphoPool(market.Borrow.Assets - assets, market.Borrow.Shares - shares),
            Supply = market.Supply with { Assets = market.Supply.Assets - assets },
        };
        position = position with { BorrowShares = 0 };
        return new MorphoPool(assets, shares);
    }
}
