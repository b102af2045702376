using Garrison.Primitives;

namespace Garrison.Engine.Oracle;

public sealed partial class Feeds
{
    /// <summary>All feeds, in the order they were made.</summary>
    public IReadOnlyList<Address> All => _all.ToArray(default);

    /// <summary>What a feed is.</summary>
    public Feed Feed(Address feed) => _feed[feed];

    /// <summary>How fast the rate of a capped feed may grow.</summary>
    public GrowthCap Cap(Address feed) => _cap[feed];

    /// <summary>Which price of a pool a feed reads.</summary>
    public PoolPrice PoolPrice(Address feed) => _poolPrice[feed];

    /// <summary>What a feed answers at a second, which is not before it was last posted or capped; of a
    /// pool, what it trades at now.</summary>
    /// <exception cref="OverflowException">A product leaves 256 bits.</exception>
    public FeedReading Price(Address feed, ulong second) => ReadByKind(in _feed.Read(feed), feed, second);

    // The one place that knows where answers are from.
    private FeedReading ReadByKind(in Feed feed, Address address, ulong second) => feed.Kind switch
    {
        FeedKind.Posted or FeedKind.Rate => new FeedReading(
            true, feed.Answer, feed.Decimals, feed.IsStaleAt(second), false),
        FeedKind.Capped => ReadCapped(in feed, in _cap.Read(address), second),
        FeedKind.Smaller => ReadSmaller(in feed, second),
        FeedKind.Scaled => ReadScaled(in feed, second),
        FeedKind.Pool => ReadPool(in feed, in _poolPrice.Read(address)),
        _ => default,
    };

    // ⌊base · min(ratio, cap) / 10^decimals of the ratio⌋, down, so against whoever holds the token; a fall
    // of the ratio passes through.
    private FeedReading ReadCapped(in Feed feed, in GrowthCap cap, ulong second)
    {
        FeedReading ratio = Price(feed.First, second);
        UInt256 most = cap.At(second);
        bool isCapped = ratio.Price > most;
        UInt256 counted = isCapped ? most : ratio.Price;
        if (feed.Second.IsZero) return ratio with { Price = counted, IsCapped = isCapped || ratio.IsCapped };

        FeedReading paidIn = Price(feed.Second, second);
        return new FeedReading(
            ratio.Exists && paidIn.Exists,
            (paidIn.Price * counted).DivDown(PowersOfTen.Of(ratio.Decimals)),
            feed.Decimals,
            ratio.IsStale || paidIn.IsStale,
            isCapped || ratio.IsCapped || paidIn.IsCapped);
    }

    private FeedReading ReadSmaller(in Feed feed, ulong second)
    {
        FeedReading first = Price(feed.First, second);
        FeedReading other = Price(feed.Second, second);
        FeedReading smaller = other.Price < first.Price ? other : first;
        return smaller with
        {
            Exists = first.Exists && other.Exists,
            IsStale = first.IsStale || other.IsStale,
        };
    }

    // A pool knows its price as of now only. Without one there is no answer, as the contract that asks it
    // reverts.
    private FeedReading ReadPool(in Feed feed, in PoolPrice source)
    {
        if (Ask(in source, out Wad price) is not null) return new(false, 0UL, feed.Decimals, false, false);

        UInt256 scale = PowersOfTen.Of(Math.Abs(source.Exponent));
        UInt256 answer = source.Exponent < 0 ? price.Raw.DivDown(scale) : price.Raw * scale;
        return new FeedReading(true, answer, feed.Decimals, false, false);
    }

    private Refusal? Ask(in PoolPrice source, out Wad price) => source.WindowSeconds == 0
        ? _pools.Price(source.Pool, source.Base, source.PaidIn, out price)
        : _pools.AveragePrice(source.Pool, source.Base, source.PaidIn, source.WindowSeconds, out price);

    private FeedReading ReadScaled(in Feed feed, ulong second)
    {
        FeedReading source = Price(feed.First, second);
        UInt256 scale = PowersOfTen.Of(feed.Decimals - source.Decimals);
        return source with { Price = source.Price * scale, Decimals = feed.Decimals };
    }
}
