using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What the pool's oracle says of each token.</summary>
/// <remarks>
/// A token's price is the answer of its feed; without a feed, or where that has no valid answer, what was
/// posted, in place of the contract's fallback oracle. Staleness is not looked at, as on chain. Source:
/// <c>AaveOracle.sol</c>.
/// </remarks>
public sealed class AavePrices
{
    private const byte Decimals = 8;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Feeds _oracle;
    private readonly Table<AaveAsset, UInt256> _price;
    private readonly Table<AaveAsset, Address> _source;

    internal AavePrices(Store store, Clock clock, Feeds oracle)
    {
        _store = store;
        _clock = clock;
        _oracle = oracle;
        _price = store.Table<AaveAsset, UInt256>();
        _source = store.Table<AaveAsset, Address>();
    }

    /// <summary>The feed that a token's price is read from; zero when it is posted.</summary>
    public Address Source(Address pool, Address asset) => _source[new(pool, asset)];

    /// <summary>What a whole token is worth, in dollars with 8 decimals; 0 when nobody has said.</summary>
    public UInt256 Of(Address pool, Address asset)
    {
        AaveAsset key = new(pool, asset);
        Address source = _source.Read(key);
        if (source.IsZero) return _price[key];

        UInt256 answer = _oracle.Price(source, _clock.Seconds).Price;
        return answer.IsZero ? _price[key] : answer;
    }

    internal Refusal? Post(Address pool, Address asset, UInt256 price)
    {
        _price[new(pool, asset)] = price;
        return null;
    }

    internal Refusal? SetSource(Address pool, Address asset, Address feed)
    {
        if (!feed.IsZero)
        {
            Feed source = _oracle.Feed(feed);
            if (!source.Exists) return OracleRefusals.NoSuchFeed;
            if (source.Decimals != Decimals) return OracleRefusals.DecimalsDiffer;
        }

        _source[new(pool, asset)] = feed;
        _store.Emit(new AavePriceSourceUpdated(pool, asset, feed));
        return null;
    }
}
