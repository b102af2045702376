using Garrison.Engine.Exchange;
using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;
using Garrison.Tests.Simulation;

namespace Garrison.Tests.Risk.Markets;

/// <summary>How deep pools of every kind are, against their own quotes.</summary>
public sealed class PoolDepthTests
{
    private static readonly uint[] _falls = [1, 10, 100, 2_000];

    // The amount stays within the bound, and a smallest unit more does not.
    [Fact]
    public void A_unit_more_is_too_much()
    {
        MarketBook[] books = [MarketFolder.EzEth, MarketFolder.RsEth, MarketFolder.EveryKind];
        int steps = 0;
        foreach ((MarketBook book, MarketPool pool) in books.SelectMany(
            static book => book.Pools.Select(pool => (book, pool))))
        {
            PoolDepth depth = new(book, book.World);
            foreach ((MarketToken sold, MarketToken bought) in Pairs(book, pool))
            {
                foreach (DepthStep step in depth.Ladder(pool, sold, bought, _falls))
                {
                    Wad at = PriceAfter(depth, pool, sold, bought, step.Quote.AmountIn)!.Value;
                    Wad? beyond = PriceAfter(
                        depth, pool, sold, bought, step.Quote.AmountIn + UInt256.One);
                    Assert.Equal(step.Quote.PriceAfter, at);
                    Assert.True(at >= step.Bound, $"{pool.Name} {sold.Symbol} {step.FallBps}");
                    Assert.True(beyond is null || beyond < step.Bound, $"{pool.Name} {step.FallBps}");
                    steps++;
                }
            }
        }

        // Twelve pools, of two tokens each but for one of three.
        Assert.Equal(_falls.Length * ((9 * 2) + 6), steps);
    }

    [Fact]
    public void More_can_be_sold_until_a_deeper_fall()
    {
        MarketBook book = MarketFolder.EzEth;
        PoolDepth depth = new(book, book.World);
        foreach (MarketPool pool in book.Pools)
        {
            IReadOnlyList<DepthStep> steps = depth.Ladder(
                pool, book.Token, Other(book, pool), _falls);
            Assert.Equal(steps.OrderBy(static step => step.Quote.AmountIn), steps);
            Assert.Equal(steps.OrderByDescending(static step => step.Average.Raw), steps);
        }
    }

    // 1,000 B and 900 C of a pair, where x·y = k: what is sold until the price is p' is √(k/p') − x, and the
    // fee of 0.3 % of what comes in is left in the pool.
    [Fact]
    public void A_pair_is_as_deep_as_its_formula()
    {
        MarketBook book = MarketFolder.EveryKind;
        MarketPool pool = book.Pools[^1];
        MarketToken b = book.Tokens[1];
        MarketToken c = book.Tokens[2];
        DepthStep step = new PoolDepth(book, book.World).Ladder(pool, c, b, [1_900])[0];

        // At 0.81 of the price the reserve of C is 900/0.9 = 1,000 without a fee; with it a little less than
        // 100 C come in, since the fee lowers the price as well.
        MarketFolder.IsBetween(step.Quote.AmountIn, Wei(99), Wei(101));
        Assert.Equal(
            step.Quote.AmountOut,
            UInt256.MulDivDown(
                step.Quote.AmountIn * 997UL,
                (UInt256)1_000_000_000UL,
                (Wei(900) * 1_000UL) + (step.Quote.AmountIn * 997UL)));
    }

    // At its rate of 1.25, 4,000 A are worth 5,000 C. B has 6 decimals.
    [Fact]
    public void Legs_are_worth_what_their_tokens_say()
    {
        MarketBook book = MarketFolder.EveryKind;
        PoolDepth depth = new(book, book.World);
        IReadOnlyList<PoolLeg> legs = depth.LegsOf(book.Pools[0]);
        Assert.Equal(["A", "C"], legs.Select(static leg => leg.Token.Symbol));
        Assert.Equal([Wei(5_000), Wei(5_200)], legs.Select(static leg => leg.Worth));
        Assert.Equal(Wad.RatioDown(5_000UL, 10_200UL), legs[0].Share);
        PoolLeg six = depth.LegsOf(book.Pools[^1]).First(static leg => leg.Token.Symbol == "B");
        Assert.Equal(((UInt256)1_000_000_000UL, Wei(1_000)), (six.Amount, six.Worth));
    }

    [Fact]
    public void A_price_is_of_whole_tokens()
    {
        MarketBook book = MarketFolder.EveryKind;
        PoolDepth depth = new(book, book.World);
        MarginalPrice paid = depth.PriceOf(book.Pools[3], book.Tokens[0], book.Tokens[1])!.Value;
        Assert.Equal((UInt256)1_250_000_000_000_000_000UL, paid.Rate.Raw);
        Assert.True(paid.Distance.Raw < 1_000_000_000_000UL, paid.ToString());
        MarginalPrice back = depth.PriceOf(book.Pools[3], book.Tokens[1], book.Tokens[0])!.Value;
        MarketFolder.IsBetween(back.Spot.Raw, 799_999_000_000_000_000UL, 800_001_000_000_000_000UL);
    }

    private static Wad? PriceAfter(
        PoolDepth depth, MarketPool pool, MarketToken sold, MarketToken bought, UInt256 amount) =>
        depth.Quote(pool, sold, bought, isExactInput: true, amount, out TradeQuote quote) is null
            && quote.AmountIn == amount
            ? quote.PriceAfter
            : null;

    private static IEnumerable<(MarketToken Sold, MarketToken Bought)> Pairs(MarketBook book, MarketPool pool)
    {
        MarketToken[] tokens = [.. pool.Tokens.Select(symbol => book.Tokens.First(
            token => token.Symbol == symbol))];
        return tokens.SelectMany(
            sold => tokens.Where(bought => bought != sold), static (sold, bought) => (sold, bought));
    }

    private static MarketToken Other(MarketBook book, MarketPool pool) => book.Tokens.First(
        token => pool.Tokens.Contains(token.Symbol) && token != book.Token);

    private static UInt256 Wei(ulong whole) => Wad.Scale * whole;
}
