using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

public sealed partial class MorphoMarkets
{
    /// <summary>Where Morpho is, and who runs it.</summary>
    public MorphoDeployment Deployment => _deployment.Value;

    /// <summary>The names of all markets, in the order they were made.</summary>
    public IReadOnlyList<Hash32> All => _all.ToArray(default);

    /// <summary>What a market is made of.</summary>
    public MorphoTerms Terms(Hash32 market) => _terms[market];

    /// <summary>A market as of its last update: what the contract stores.</summary>
    public MorphoMarket Market(Hash32 market) => _market[market];

    /// <summary>What an account has in a market.</summary>
    public MorphoPosition Position(Hash32 market, Address account) => _position[new(market, account)];

    /// <summary>Whether an account may manage the positions of another.</summary>
    public bool IsAuthorized(Address authorizer, Address authorized) =>
        _isAuthorized[new(authorizer, authorized)];

    /// <summary>The number of the next signature of an account.</summary>
    public UInt256 Nonce(Address authorizer) => _nonce[authorizer];

    /// <summary>Whether markets may use a rate model.</summary>
    public bool IsIrmEnabled(Address irm) => _isIrmEnabled[irm];

    /// <summary>Whether markets may use a liquidation loan-to-value.</summary>
    public bool IsLltvEnabled(UInt256 lltv) => _isLltvEnabled[lltv];

    /// <summary>A market with the interest up to this second; as it is stored when that would be
    /// refused.</summary>
    /// <exception cref="OverflowException">The interest leaves its type.</exception>
    public MorphoMarket MarketNow(Hash32 market)
    {
        MorphoMarket stored = _market[market];
        if (!stored.Exists || stored.LastUpdate == _clock.Seconds) return stored;
        if (_terms[market].Irm.IsZero) return stored with { LastUpdate = _clock.Seconds };

        return MorphoAccrual.At(in stored, _clock.Seconds, out MorphoAccrual accrual) is null
            ? accrual.Market
            : stored;
    }

    /// <summary>What a market's borrowers pay and its lenders earn from this second on.</summary>
    public MorphoRates Rates(Hash32 market)
    {
        MorphoMarket current = MarketNow(market);
        Address irm = _terms[market].Irm;
        UInt256 utilization = current.UtilizationDown;
        UInt256 borrow = irm.IsZero || !current.Exists
            ? UInt256.Zero
            : AdaptiveCurve.RateAt(utilization, current.RateAtTarget);
        UInt256 lenders = MorphoMath.WadMulDown(borrow, utilization);
        return new MorphoRates(
            utilization,
            borrow,
            MorphoMath.WadMulDown(lenders, Wad.Scale - (UInt256)current.Fee),
            current.RateAtTarget,
            UInt256.Max(current.Supply.Assets, current.Borrow.Assets) - current.Borrow.Assets);
    }

    /// <summary>How a position stands at the oracle's price, with the interest up to this second.</summary>
    /// <exception cref="OverflowException">A product leaves 256 bits.</exception>
    public MorphoHealth Health(Hash32 market, Address account)
    {
        MorphoTerms terms = _terms[market];
        FeedReading price = _oracle.Price(terms.Oracle, _clock.Seconds);
        MorphoPosition position = _position[new(market, account)];
        MorphoPool borrow = MarketNow(market).Borrow;
        UInt256 owed = borrow.ToAssetsUp(position.BorrowShares);
        return MorphoHealth.Of(in terms, position.Collateral, owed, price.Price);
    }
}

/// <summary>What a market's borrowers pay and its lenders earn, per second.</summary>
/// <param name="Utilization">⌊owed · 10¹⁸ / lent⌋.</param>
/// <param name="BorrowRate">What is owed grows by, times 10¹⁸.</param>
/// <param name="SupplyRate">What is lent grows by after the fee, times 10¹⁸, rounded down.</param>
/// <param name="RateAtTarget">The borrow rate at the target utilisation, times 10¹⁸.</param>
/// <param name="Liquidity">What can be taken out, in the loan token's smallest unit.</param>
public readonly record struct MorphoRates(
    UInt256 Utilization, UInt256 BorrowRate, UInt256 SupplyRate, UInt256 RateAtTarget, UInt256 Liquidity);
