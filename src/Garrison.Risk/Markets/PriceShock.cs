using Garrison.Engine;
using Garrison.Engine.Oracle;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Markets;

/// <summary>What of a token falls.</summary>
[Flags]
public enum ShockKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What markets pay for it.</summary>
    Price = 1,

    /// <summary>What it says of itself, as a slashing or a loss that is booked would leave it.</summary>
    Rate = 2,

    /// <summary>Both.</summary>
    PriceAndRate = Price | Rate,
}

/// <summary>A token falls; feeds show what they are made to see.</summary>
/// <remarks>A posted price and one of a pool fall with the market, a rate with the token's own rate, and all
/// else follows from these by the rules of its kind.</remarks>
/// <param name="Token">The symbol of the token.</param>
/// <param name="Kind">What falls.</param>
/// <param name="Fall">By which part, at most 1.</param>
public readonly record struct PriceShock(string Token, ShockKind Kind, Wad Fall)
{
    /// <summary>What a feed answers then.</summary>
    /// <exception cref="OverflowException">A product leaves 256 bits.</exception>
    public FeedReading Read(MarketBook book, World world, Address address)
    {
        ulong now = world.Clock.Seconds;
        Feed feed = world.Oracle.Feed(address);
        FeedReading reading = world.Oracle.Price(address, now);
        switch (feed.Kind)
        {
            case FeedKind.Capped:
                return ReadCapped(book, world, in feed, reading, world.Oracle.Cap(address).At(now));
            case FeedKind.Smaller:
                FeedReading first = Read(book, world, feed.First);
                FeedReading second = Read(book, world, feed.Second);
                return reading with { Price = UInt256.Min(first.Price, second.Price) };
            case FeedKind.Scaled:
                FeedReading source = Read(book, world, feed.First);
                return reading with
                {
                    Price = source.Price * Units.PowerOfTen(reading.Decimals - source.Decimals),
                };
            default:
                return book.FeedOf(address) is { } known && Moves(known)
                    ? reading with { Price = Down(reading.Price) }
                    : reading;
        }
    }

    /// <summary>The commands that make it so: new answers of posted feeds and rates, by their
    /// reporters.</summary>
    /// <remarks>A posted feed refuses an answer that is too close to its last. What a pool pays falls by
    /// trades alone: a feed that reads one is left out.</remarks>
    public IReadOnlyList<Command> ToCommands(MarketBook book, World world)
    {
        PriceShock shock = this;
        return
        [
            .. book.Feeds
                .Where(feed => feed.Kind != MarketFeedKind.Pool && shock.Moves(feed))
                .Select(feed => (feed.Address, Feed: world.Oracle.Feed(feed.Address)))
                .Select(one => new PostFeedAnswer(
                    one.Feed.Keeper, one.Address, shock.Down(one.Feed.Answer))),
        ];
    }

    private FeedReading ReadCapped(
        MarketBook book, World world, in Feed feed, FeedReading reading, UInt256 most)
    {
        FeedReading ratio = Read(book, world, feed.First);
        UInt256 counted = UInt256.Min(ratio.Price, most);
        bool isCapped = ratio.Price > most;
        if (feed.Second.IsZero) return reading with { Price = counted, IsCapped = isCapped };

        FeedReading paidIn = Read(book, world, feed.Second);
        return reading with
        {
            Price = UInt256.MulDivDown(paidIn.Price, counted, Units.PowerOfTen(ratio.Decimals)),
            IsCapped = isCapped,
        };
    }

    private bool Moves(MarketFeed feed) => feed.Base == Token && feed.Kind switch
    {
        MarketFeedKind.Posted or MarketFeedKind.Pool => (Kind & ShockKind.Price) != ShockKind.None,
        MarketFeedKind.Rate => (Kind & ShockKind.Rate) != ShockKind.None,
        _ => false,
    };

    // Down, so against who borrowed.
    private UInt256 Down(UInt256 answer) => new Wad(Wad.Scale - Fall.Raw).MulDown(answer);
}
