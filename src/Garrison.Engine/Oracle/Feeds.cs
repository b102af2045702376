using Garrison.Engine.Exchange;
using Garrison.Primitives;

namespace Garrison.Engine.Oracle;

/// <summary>The oracles that lending reads, each under its address.</summary>
/// <remarks>
/// A feed rests on facts that are posted, on pools, or on feeds that were there before it. That a price is stale is
/// said with it, and no reason to refuse: the markets here read on, as on chain. Source of the cap:
/// <c>PriceCapAdapterBase.sol</c>; of the scale: <c>MorphoChainlinkOracleV2.sol</c>.
/// </remarks>
public sealed partial class Feeds
{
    private const int DepthMax = 8;
    private const ulong MaximumSnapshotSeconds = 180UL * 24 * 60 * 60;
    private const int RatioDecimalsMin = 8;
    private const int RatioDecimalsMax = 24;
    private const int RatioBits = 104;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Pools _pools;
    private readonly Table<Address, Feed> _feed;
    private readonly Table<Address, GrowthCap> _cap;
    private readonly Table<Address, PoolPrice> _poolPrice;
    private readonly OrderedSet<Everyone, Address> _all;

    internal Feeds(Store store, Clock clock, Pools pools)
    {
        _store = store;
        _clock = clock;
        _pools = pools;
        _feed = store.Table<Address, Feed>();
        _cap = store.Table<Address, GrowthCap>();
        _poolPrice = store.Table<Address, PoolPrice>();
        _all = new(store);
    }

    internal Refusal? CreatePosted(
        Address feed, Address reporter, byte decimals, UInt256 answer, ulong heartbeat, ushort deviation)
    {
        Feed made = new()
        {
            Kind = FeedKind.Posted,
            Keeper = reporter,
            Decimals = decimals,
            Depth = 1,
            HeartbeatSeconds = heartbeat,
            DeviationBps = deviation,
        };
        if (Add(feed, made) is { } refusal) return refusal;

        Write(feed, made, answer);
        return null;
    }

    internal Refusal? CreateRate(Address feed, Address reporter, byte decimals, UInt256 rate)
    {
        Feed made = new() { Kind = FeedKind.Rate, Keeper = reporter, Decimals = decimals, Depth = 1 };
        if (Add(feed, made) is { } refusal) return refusal;

        Write(feed, made, rate);
        return null;
    }

    internal Refusal? Post(Address sender, Address feed, UInt256 answer)
    {
        Feed posted = _feed[feed];
        if (posted.Kind is not (FeedKind.Posted or FeedKind.Rate)) return OracleRefusals.NoSuchFeed;
        if (sender != posted.Keeper) return OracleRefusals.NotReporter;
        if (posted.Kind == FeedKind.Posted && !posted.IsDue(answer, _clock.Seconds))
        {
            return OracleRefusals.UpdateNotDue;
        }

        Write(feed, posted, answer);
        return null;
    }

    internal Refusal? CreateCapped(CreateCappedFeed wanted)
    {
        Feed ratio = _feed[wanted.Ratio];
        Feed paidIn = _feed[wanted.Base];
        if (!ratio.Exists || (!paidIn.Exists && !wanted.Base.IsZero)) return OracleRefusals.NoSuchFeed;
        if (ratio.Decimals is < RatioDecimalsMin or > RatioDecimalsMax)
        {
            return OracleRefusals.WrongRatioDecimals;
        }

        Feed made = new()
        {
            Kind = FeedKind.Capped,
            Keeper = wanted.Admin,
            Decimals = wanted.Base.IsZero ? ratio.Decimals : paidIn.Decimals,
            Depth = (byte)(1 + Math.Max(ratio.Depth, paidIn.Depth)),
            First = wanted.Ratio,
            Second = wanted.Base,
        };
        if (Add(wanted.Feed, made) is { } refusal) return refusal;

        _cap[wanted.Feed] = new GrowthCap { MinimumDelaySeconds = wanted.MinimumDelaySeconds };
        return SetCap(
            wanted.Admin, wanted.Feed, wanted.SnapshotRatio, wanted.SnapshotSeconds, wanted.YearlyGrowthBps);
    }

    internal Refusal? SetCap(Address sender, Address feed, UInt256 ratio, ulong second, ushort yearlyGrowth)
    {
        Feed capped = _feed[feed];
        GrowthCap cap = _cap[feed];
        if (capped.Kind != FeedKind.Capped) return OracleRefusals.NoSuchFeed;
        if (sender != capped.Keeper) return OracleRefusals.CallerIsNotRiskOrPoolAdmin;
        if (!ratio.FitsIn(RatioBits)) return Refusal.EmptyRevert;
        if (ratio.IsZero) return OracleRefusals.SnapshotRatioIsZero;
        if (cap.SnapshotSeconds >= second
            || second > _clock.Seconds - cap.MinimumDelaySeconds
            || second < _clock.Seconds - MaximumSnapshotSeconds)
        {
            return OracleRefusals.InvalidRatioTimestamp;
        }

        UInt256 growth = GrowthCap.GrowthPerSecondDown(ratio, yearlyGrowth);
        _cap[feed] = new GrowthCap(ratio, second, growth, yearlyGrowth, cap.MinimumDelaySeconds);
        _store.Emit(new FeedCapUpdated(feed, ratio, second, growth.DivDown(GrowthCap.Scale), yearlyGrowth));
        return null;
    }

    internal Refusal? CreateSmaller(Address feed, Address first, Address second)
    {
        Feed one = _feed[first];
        Feed other = _feed[second];
        if (!one.Exists || !other.Exists) return OracleRefusals.NoSuchFeed;
        if (one.Decimals != other.Decimals) return OracleRefusals.DecimalsDiffer;

        return Add(feed, new Feed
        {
            Kind = FeedKind.Smaller,
            Decimals = one.Decimals,
            Depth = (byte)(1 + Math.Max(one.Depth, other.Depth)),
            First = first,
            Second = second,
        });
    }

    internal Refusal? CreateScaled(Address feed, Address source, byte loanDecimals, byte collateralDecimals)
    {
        Feed scaled = _feed[source];
        if (!scaled.Exists) return OracleRefusals.NoSuchFeed;

        int decimals = 36 + loanDecimals - collateralDecimals;
        if (decimals < scaled.Decimals || decimals - scaled.Decimals > PowersOfTen.Largest)
        {
            return Refusal.ArithmeticOverflow;
        }

        return Add(feed, new Feed
        {
            Kind = FeedKind.Scaled,
            Decimals = checked((byte)decimals),
            Depth = (byte)(1 + scaled.Depth),
            First = source,
        });
    }

    internal Refusal? CreatePool(CreatePoolFeed wanted)
    {
        PoolPrice price = new(
            wanted.Pool,
            wanted.Base,
            wanted.PaidIn,
            wanted.WindowSeconds,
            (short)(wanted.BaseDecimals - wanted.PaidInDecimals + wanted.Decimals - 18));
        if (Math.Abs(price.Exponent) > PowersOfTen.Largest) return Refusal.ArithmeticOverflow;
        if (Ask(in price, out _) is { } refusal && !IsTemporary(refusal)) return refusal;
        if (Add(wanted.Feed, new Feed { Kind = FeedKind.Pool, Decimals = wanted.Decimals, Depth = 1 })
            is { } unmade)
        {
            return unmade;
        }

        _poolPrice[wanted.Feed] = price;
        return null;
    }

    // A pool that has no price yet may have one later; one that never can is no source.
    private static bool IsTemporary(Refusal refusal) =>
        refusal != PoolRefusals.NoSuchPool
        && refusal != PoolRefusals.NotTradedHere
        && refusal != PoolRefusals.NoAveragePrice;

    private Refusal? Add(Address feed, in Feed made)
    {
        if (_feed[feed].Exists) return OracleRefusals.FeedAlreadyExists;
        if (made.Depth > DepthMax) return OracleRefusals.TooManyFeeds;

        _feed[feed] = made;
        _ = _all.Add(default, feed);
        return null;
    }

    private void Write(Address feed, in Feed posted, UInt256 answer)
    {
        ulong round = posted.Round + 1;
        _feed[feed] = posted with { Answer = answer, Round = round, UpdatedAt = _clock.Seconds };
        if (posted.Kind == FeedKind.Posted)
        {
            _store.Emit(new FeedAnswerUpdated(feed, answer, round, _clock.Seconds));
        }
    }
}
