using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>Ticks, prices and steps of swaps: golden values, and laws over all of their range.</summary>
public sealed class ConcentratedMathTests
{
    private static Gen<int> Tick => Gen.OneOf(
        Gen.Choose(TickMath.MinTick, TickMath.MaxTick - 1),
        Gen.Choose(-300, 300),
        Gen.Elements(TickMath.MinTick, TickMath.MaxTick - 1, -1, 0, 1));

    private static Gen<UInt256> Price =>
        from tick in Tick
        from share in Gen.Choose(0, 999)
        let low = TickMath.SqrtPriceAt(tick)
        let width = TickMath.SqrtPriceAt(tick + 1) - low
        select low + UInt256.MulDivDown(width, (ulong)share, 1000UL);

    private static Gen<UInt128> Liquidity => Any.UInt128.Select(static value => value.ToUInt128() >> 1);

    [Theory]
    [InlineData(-887272, "4295128739")]
    [InlineData(-100000, "533968626430936354154228408")]
    [InlineData(-700, "76503276715600749845964258069")]
    [InlineData(-60, "78990846045029531151608375686")]
    [InlineData(-10, "79188560314459151373725315960")]
    [InlineData(-1, "79224201403219477170569942574")]
    [InlineData(0, "79228162514264337593543950336")]
    [InlineData(1, "79232123823359799118286999568")]
    [InlineData(10, "79267784519130042428790663799")]
    [InlineData(60, "79466191966197645195421774833")]
    [InlineData(100, "79625275426524748796330556128")]
    [InlineData(700, "82050103013517558678454668895")]
    [InlineData(100000, "11755562826496067164730007768450")]
    [InlineData(887272, "1461446703485210103287273052203988822378723970342")]
    public void Golden_prices(int tick, string sqrtPrice) =>
        Assert.Equal(sqrtPrice, TickMath.SqrtPriceAt(tick).ToString());

    [Theory]
    [InlineData(
        700, 640, "10000000000000000000000", "50000000000000000000", 500u,
        "81804333830823028757328725286 29010256317910145424 31020431989733616465 14512384351130639")]
    [InlineData(
        700, 640, "10000000000000000000000", "1000000000000000", 500u,
        "82050094520511555779528077363 999500000000000 1071968064559093 500000000000")]
    [InlineData(
        -60, 0, "5000000000000000000000", "10000000000000000000", 100u,
        "79149286524425556973927944877 9999000000000000000 10039034947267670369 1000000000000000")]
    [InlineData(
        0, -60, "1000000000000000000000000", "1000000000000000000000", 3000u,
        "79149250711305166342700278159 997000000000000000000 996006981039903216493 3000000000000000000")]
    public void Golden_steps(int from, int to, string liquidity, string amount, uint fee, string expected)
    {
        var step = SwapStep.OfInput(
            TickMath.SqrtPriceAt(from),
            TickMath.SqrtPriceAt(to),
            UInt128.Parse(liquidity),
            UInt256.Parse(amount),
            fee,
            zeroForOne: to < from);
        Assert.Equal(expected, $"{step.SqrtPrice} {step.AmountIn} {step.AmountOut} {step.Fee}");
    }

    [Fact]
    public void A_tick_is_the_highest_whose_price_is_not_above() => Check.That(Tick, static tick =>
    {
        UInt256 price = TickMath.SqrtPriceAt(tick);
        return TickMath.TickAt(price) == tick
            && TickMath.TickAt(TickMath.SqrtPriceAt(tick + 1) - UInt256.One) == tick
            && (tick == TickMath.MinTick || TickMath.TickAt(price - UInt256.One) == tick - 1);
    });

    [Fact]
    public void A_tick_is_the_same_wherever_its_price_came_from() =>
        Check.That(Price, Price, static (from, to) =>
            TickMath.TickAt(to, TickMath.TickAt(from), fell: to < from) == TickMath.TickAt(to)
            && TickMath.TickAt(to, TickMath.TickAt(to), fell: true) == TickMath.TickAt(to));

    [Fact]
    public void Ticks_out_of_range_have_no_price()
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => TickMath.SqrtPriceAt(TickMath.MinTick - 1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => TickMath.SqrtPriceAt(TickMath.MaxTick + 1));
    }

    [Fact]
    public void Amounts_are_rounded_for_the_pool() => Check.That(Price, Price, Liquidity, static (a, b, l) =>
    {
        (UInt256 low, UInt256 high) = (UInt256.Min(a, b), UInt256.Max(a, b));
        (BigInteger x, BigInteger y) = (low.ToBigInteger(), high.ToBigInteger());
        BigInteger of0 = ((BigInteger)l << 96) * (y - x);
        BigInteger of1 = (BigInteger)l * (y - x);
        return IsQuotient(of0, x * y, SqrtPriceMath.Amount0Down(low, high, l), false)
            && IsQuotient(of0, x * y, SqrtPriceMath.Amount0Up(low, high, l), true)
            && IsQuotient(of1, BigInteger.One << 96, SqrtPriceMath.Amount1Down(low, high, l), false)
            && IsQuotient(of1, BigInteger.One << 96, SqrtPriceMath.Amount1Up(low, high, l), true);
    });

    // The contract compares what is left of the amount after the fee with what the target needs.
    [Fact]
    public void A_step_ends_at_its_target_exactly_if_the_amount_is_enough() =>
        Check.That(Price, Price, Liquidity.Zip(Any.UInt256), static (from, to, drawn) =>
        {
            (UInt128 liquidity, UInt256 amount) = drawn;
            bool down = to < from;
            UInt256 net = UInt256.MulDivDown(amount, 997_000UL, 1_000_000UL);
            UInt256 needed = down
                ? SqrtPriceMath.Amount0Up(to, from, liquidity)
                : SqrtPriceMath.Amount1Up(from, to, liquidity);
            var step = SwapStep.OfInput(from, to, liquidity, amount, 3_000, down);
            return net >= needed
                ? step.SqrtPrice == to && step.AmountIn == needed && step.AmountIn + step.Fee <= amount
                : step.SqrtPrice != to && step.AmountIn + step.Fee == amount;
        });

    [Fact]
    public void A_step_for_an_output_gives_no_more_than_asked() =>
        Check.That(Price, Price, Liquidity.Zip(Any.UInt128), static (from, to, drawn) =>
        {
            (UInt128 liquidity, UInt256 amount) = drawn;
            bool down = to < from;
            var step = SwapStep.OfOutput(from, to, liquidity, amount, 3_000, down);
            return step.AmountOut <= amount
                && (step.SqrtPrice == to || step.AmountOut == amount)
                && (down ? step.SqrtPrice >= to && step.SqrtPrice <= from
                    : step.SqrtPrice <= to && step.SqrtPrice >= from);
        });

    // Where the next tick is not looked for, it must not matter.
    [Fact]
    public void What_ends_within_a_tick_is_a_step_towards_the_next()
    {
        int within = 0;
        Check.That(Price, Liquidity.Zip(Any.UInt256), Gen.Elements(true, false), (price, drawn, falls) =>
        {
            int tick = TickMath.TickAt(price);
            SwapWalk walk = new(
                new PairTrade(falls, IsExactInput: true, drawn.Item2 >> 1),
                falls ? TickMath.MinSqrtPrice + UInt256.One : TickMath.MaxSqrtPrice - UInt256.One,
                default(ConcentratedPool) with
                {
                    SqrtPriceX96 = price,
                    Tick = tick,
                    Liquidity = drawn.Item1,
                    FeeProtocol0 = 5,
                },
                default(ConcentratedPoolTerms) with { Fee = 3_000, TickSpacing = 1 });
            SwapWalk step = walk;
            if (!walk.TryEndWithinTick()) return Reading(walk) == Reading(step);

            within++;
            bool isThere = step.StepTo(TickMath.SqrtPriceAt(falls ? tick : tick + 1));
            return !isThere && walk.IsDone && Reading(walk) == Reading(step);
        });
        Assert.InRange(within, Check.Count / 50, Check.Count);
    }

    private static (TradeQuote, int, UInt256, UInt256, UInt128) Reading(SwapWalk walk) =>
        (walk.Quote(), walk.Tick, walk.SqrtPrice, walk.FeeGrowth, walk.ProtocolFee);

    private static bool IsQuotient(BigInteger x, BigInteger y, UInt256 quotient, bool isUp)
    {
        var down = BigInteger.DivRem(x, y, out BigInteger rest);
        return quotient.ToBigInteger() == (isUp && !rest.IsZero ? down + 1 : down);
    }
}
