using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Markets;

/// <summary>How deep a pool is: what it pays, against what its tokens say of themselves, and how much can be
/// sold before it pays less.</summary>
/// <remarks>Everything is read from a world; nothing is estimated.</remarks>
/// <param name="book">The names and the rates.</param>
/// <param name="world">The world: the book's own, or a fork of it.</param>
public sealed class PoolDepth(MarketBook book, World world)
{
    private const ulong BpsScale = 10_000;
    private const int DoublingsMax = 96;

    /// <summary>What a pool pays for a token in another.</summary>
    /// <returns>Null when it has no price.</returns>
    public MarginalPrice? PriceOf(MarketPool pool, MarketToken sold, MarketToken bought)
    {
        if (world.Exchange.Price(pool.Address, sold.Address, bought.Address, out Wad price) is not null)
        {
            return null;
        }

        return new MarginalPrice(
            Units.ToWholeDown(price, sold.Decimals, bought.Decimals),
            Wad.RatioDown(RateOf(sold).Raw, RateOf(bought).Raw));
    }

    /// <summary>What a token says one of it is worth in ether; 1 for a plain one.</summary>
    public Wad RateOf(MarketToken token)
    {
        if (token.RateFeed is not { } name) return Wad.One;

        Engine.Oracle.FeedReading rate = world.Oracle.Price(
            book.Feeds.First(feed => feed.Name == name).Address, world.Clock.Seconds);
        return new Wad(Units.ToWadDown(rate.Price, rate.Decimals));
    }

    /// <summary>What is in a pool, in its order, worth what its tokens say.</summary>
    public IReadOnlyList<PoolLeg> LegsOf(MarketPool pool)
    {
        (MarketToken Token, UInt256 Amount, UInt256 Worth)[] legs =
        [
            .. world.Exchange.Tokens(pool.Address)
                .Select(address => book.TokenOf(address)!)
                .Select(token => (token, Amount: world.Exchange.Balance(pool.Address, token.Address)))
                .Select(one => (one.token, one.Amount, RateOf(one.token).MulDown(
                    Units.ToWadDown(one.Amount, one.token.Decimals)))),
        ];
        UInt256 all = legs.Sum(static leg => leg.Worth);
        return
        [
            .. legs.Select(leg => new PoolLeg(
                leg.Token, leg.Amount, leg.Worth, all.IsZero ? default : Wad.RatioDown(leg.Worth, all))),
        ];
    }

    /// <summary>What a trade comes to.</summary>
    /// <returns>Why the pool refuses it; else null.</returns>
    public Refusal? Quote(
        MarketPool pool,
        MarketToken sold,
        MarketToken bought,
        bool isExactInput,
        UInt256 amount,
        out TradeQuote quote) => world.Exchange.Quote(
            pool.Address, new Trade(sold.Address, bought.Address, isExactInput, amount), out quote);

    /// <summary>How much can be sold until the price, after the trade and without its fee, has fallen by
    /// each of some parts.</summary>
    /// <param name="pool">Where.</param>
    /// <param name="sold">What is sold.</param>
    /// <param name="bought">What it is sold for.</param>
    /// <param name="fallsBps">The falls, in 10⁻⁴ of the price now, below 10,000.</param>
    /// <returns>For each fall the amount at which one smallest unit more would leave a price below the
    /// bound; found by bisection, so the pool's own arithmetic decides.</returns>
    public IReadOnlyList<DepthStep> Ladder(
        MarketPool pool, MarketToken sold, MarketToken bought, IReadOnlyList<uint> fallsBps)
    {
        if (world.Exchange.Price(pool.Address, sold.Address, bought.Address, out Wad spot) is not null)
        {
            return [];
        }

        return [.. fallsBps.Select(fall => Step(pool, sold, bought, spot, fall))];
    }

    private DepthStep Step(MarketPool pool, MarketToken sold, MarketToken bought, Wad spot, uint fallBps)
    {
        Wad bound = new(UInt256.MulDivUp(spot.Raw, BpsScale - fallBps, BpsScale));
        UInt256 amount = Largest(
            world.Exchange.Balance(pool.Address, bought.Address),
            candidate => IsWithin(pool, sold, bought, candidate, bound));
        TradeQuote quote = default;
        if (!amount.IsZero)
        {
            _ = Quote(pool, sold, bought, isExactInput: true, amount, out quote);
        }

        return new DepthStep(
            fallBps,
            bound,
            quote,
            amount.IsZero
                ? default
                : Units.ToWholeDown(
                    Wad.RatioDown(quote.AmountOut, quote.AmountIn), sold.Decimals, bought.Decimals));
    }

    // A pool that has no more to pay, or does not take so much, is beyond any bound.
    private bool IsWithin(
        MarketPool pool, MarketToken sold, MarketToken bought, UInt256 amount, Wad bound) =>
        Quote(pool, sold, bought, isExactInput: true, amount, out TradeQuote quote) is null
            && quote.AmountIn == amount
            && quote.PriceAfter >= bound;

    private static UInt256 Largest(UInt256 scale, Func<UInt256, bool> isWithin)
    {
        UInt256 low = UInt256.Zero;
        UInt256 high = UInt256.Max(scale, UInt256.One);
        for (int i = 0; i < DoublingsMax && isWithin(high); i++)
        {
            low = high;
            high <<= 1;
        }

        while (high - low > UInt256.One)
        {
            UInt256 middle = low + ((high - low) >> 1);
            if (isWithin(middle))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>What a pool pays for a whole token, at the margin and before the fee.</summary>
/// <param name="Spot">In whole tokens of the other, rounded down.</param>
/// <param name="Rate">What it would pay at the tokens' own rates, rounded down.</param>
public readonly record struct MarginalPrice(Wad Spot, Wad Rate)
{
    /// <summary>Whether it pays less than the rate.</summary>
    public bool IsDiscount => Spot < Rate;

    /// <summary>How far from the rate that is, as a part of the rate, rounded down.</summary>
    public Wad Distance => Rate.Raw.IsZero
        ? default
        : Wad.RatioDown(Spot.Raw.AbsoluteDifference(Rate.Raw), Rate.Raw);
}

/// <summary>A token in a pool.</summary>
/// <param name="Token">Which.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
/// <param name="Worth">What that is in ether at the token's own rate, in 10⁻¹⁸, rounded down.</param>
/// <param name="Share">That as a part of all in the pool, rounded down: the smallest is what others run
/// out of.</param>
public sealed record PoolLeg(MarketToken Token, UInt256 Amount, UInt256 Worth, Wad Share);

/// <summary>How much can be sold until a price is reached.</summary>
/// <param name="FallBps">How far the price falls, in 10⁻⁴.</param>
/// <param name="Bound">The lowest price it may come to, of smallest units, rounded up.</param>
/// <param name="Quote">The trade; nothing when the first unit is too much.</param>
/// <param name="Average">What a whole token is sold for on average, fee taken, in whole tokens, rounded
/// down.</param>
public sealed record DepthStep(uint FallBps, Wad Bound, TradeQuote Quote, Wad Average);
