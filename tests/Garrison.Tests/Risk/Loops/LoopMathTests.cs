using System.Globalization;

using Garrison.Primitives;
using Garrison.Risk.Loops;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Risk.Loops;

/// <summary>The equations of loops on numbers that were seen, and the laws between them.</summary>
public sealed class LoopMathTests
{
    // Aave and Morpho's limits of 2024 to 2026: rsETH in Core, LRTs in Morpho, rsETH and wstETH in their
    // categories, and wstETH in Morpho.
    [Theory]
    [InlineData("0.72e18", 3.57)]
    [InlineData("0.86e18", 7.14)]
    [InlineData("0.93e18", 14.29)]
    [InlineData("0.945e18", 18.18)]
    [InlineData("0.95e18", 20.00)]
    [InlineData("0.965e18", 28.57)]
    public void A_limit_of_lending_is_a_limit_of_leverage(string ltv, double limit) =>
        Assert.Equal(limit, ToDouble(LoopMath.LeverageLimitDown(Of(ltv)).Raw), 2);

    // 1 + 0.9 + 0.81 + 0.729 = 3.439.
    [Fact]
    public void Loops_add_up_to_a_geometric_sum()
    {
        Assert.Equal(Of("1e18"), LoopMath.LeverageAfterDown(Of("0.9e18"), 0));
        Assert.Equal(Of("3.439e18"), LoopMath.LeverageAfterDown(Of("0.9e18"), 3));
        Assert.Equal(10, ToDouble(LoopMath.LeverageAfterDown(Of("0.9e18"), 400).Raw), 9);
    }

    // 1 / (1 − 0.95 / 1.02) = 1.02 / 0.07 = 14.571…
    [Fact]
    public void Health_is_leverage()
    {
        Wad leverage = LoopMath.LeverageAtHealthDown(Of("0.95e18"), Of("1.02e18"));
        Assert.Equal(Of("14.571428571428571428e18"), leverage);
    }

    // weETH at 14 times in 2026: 2.64 + 13 · 0.37 = 7.45 %, and 2.64 · 14 − 8.35 · 13 = −71.59 % at full use.
    [Theory]
    [InlineData("0.0227e18", "74500000000000000")]
    [InlineData("0.0835e18", "-715900000000000000")]
    public void The_carry_of_weETH_at_fourteen_times(string borrowRate, string carry) => Assert.Equal(
        Int256.Parse(carry), LoopMath.CarryPerYearDown(Of("14e18"), Of("0.0264e18"), Of(borrowRate)));

    // 2.64 · 14 / 13 = 2.843076… %
    [Fact]
    public void At_the_break_even_rate_nothing_is_earned()
    {
        Wad rate = LoopMath.BreakEvenBorrowRateDown(Of("14e18"), Of("0.0264e18"));
        Assert.Equal(Of("0.028430769230769230e18"), rate);
        Int256 carry = LoopMath.CarryPerYearDown(Of("14e18"), Of("0.0264e18"), rate);
        Assert.InRange(ToDouble(carry.ToUInt256()), 0, 14e-18);
    }

    // ln 1.02 = 0.0198026: over 5.7 % a year 126.8 days, over 8.35 − 2.5 % 123.6.
    [Theory]
    [InlineData("0.0227e18", "0.0797e18", 127)]
    [InlineData("0.025e18", "0.0835e18", 124)]
    public void A_squeeze_of_rates_takes_months(string yield, string borrowRate, int days)
    {
        Wad? left = LoopMath.DaysToLiquidationDown(Of("1.02e18"), Of(yield), Of(borrowRate));
        Assert.Equal(days, ToDouble(left!.Value.Raw), 0);
    }

    [Fact]
    public void Health_does_not_fall_while_the_collateral_earns_as_much()
    {
        Assert.Null(LoopMath.DaysToLiquidationDown(Of("1.02e18"), Of("0.03e18"), Of("0.03e18")));
        Assert.Equal(
            default(Wad), LoopMath.DaysToLiquidationDown(Wad.One, Of("0.02e18"), Of("0.03e18")));
    }

    // 14 times and 1 %: 13 % of the equity. Ten days at 8.35 − 2.64 % instead: 5.71 · 13 · 10 / 365 = 2.03 %.
    [Fact]
    public void Leaving_at_once_or_waiting()
    {
        // 13 · 0.01 / 0.99 = 0.1313...
        Assert.Equal(Of("131313131313131314"), LoopMath.UnwindingCostUp(Of("14e18"), Of("0.01e18")));
        Assert.Equal(
            Int256.Parse("20336986301369864"),
            LoopMath.WaitingCostUp(Of("14e18"), Of("0.0264e18"), Of("0.0835e18"), 10));
        Assert.Equal(
            Int256.Parse("-1317808219178082"),
            LoopMath.WaitingCostUp(Of("14e18"), Of("0.0264e18"), Of("0.0227e18"), 10));
    }

    // LTV 0.80 of 0.86 in Morpho, incentive 1.043841…: liquidated 6.98 % below, bad at 0.8351. In the
    // category of Aave 0.93 of 0.95 with 1.01: bad at 0.9393.
    [Fact]
    public void Prices_of_liquidation_and_of_bad_debt()
    {
        Wad incentive = Of("1.043841336116910229e18");
        Assert.Equal(
            Of("0.930232558139534884e18"), LoopMath.LiquidationPriceUp(Of("0.8e18"), Of("0.86e18")));
        Assert.Equal(
            Of("0.069767441860465116e18"), LoopMath.FallToLiquidationDown(Of("0.8e18"), Of("0.86e18")));
        Assert.Equal(Of("0.835073068893528184e18"), LoopMath.BadDebtPriceUp(Of("0.8e18"), incentive));
        Assert.Equal(Of("0.9393e18"), LoopMath.BadDebtPriceUp(Of("0.93e18"), Of("1.01e18")));
        Assert.Equal(10.23, 100 * ToDouble(LoopMath.LiquidatorsRoomDown(Of("0.86e18"), incentive).Raw), 2);
    }

    // Equity 10 at 0.9 without costs: 90, so ten times. With a cent on each unit bought: 10 · 0.9 / 0.11.
    [Fact]
    public void A_flash_loan_buys_what_the_target_carries()
    {
        Assert.Equal(90.Ether, LoopMath.FlashBoughtDown(10.Ether, Of("0.9e18"), default, default));
        Assert.Equal(
            Number("81.818181818181818181e18"),
            LoopMath.FlashBoughtDown(10.Ether, Of("0.9e18"), Of("0.0095e18"), Of("0.0005e18")));
    }

    [Fact]
    public void The_debt_of_a_flash_loan_is_at_the_target() => Check.That(
        Any.UInt64, Any.UInt64, (equity, draw) =>
        {
            Wad ltv = new(draw.Mod(Wad.Scale));
            Wad cost = new(draw.Mod(50_000_000_000_000_000UL));
            UInt256 bought = LoopMath.FlashBoughtDown(equity, ltv, cost, default);
            UInt256 debt = bought + cost.MulDown(bought);
            return debt <= ltv.MulDown(equity + bought) + UInt256.One;
        });

    [Fact]
    public void Logarithms_are_those_of_the_machine() => Check.That(Any.UInt64, draw =>
    {
        Wad ratio = new(Wad.Scale + draw);
        double expected = Math.Log(1 + ToDouble(draw));
        return Math.Abs(ToDouble(LoopMath.LnDown(ratio).Raw) - expected) <= 1e-14 * (1 + expected);
    });

    private static Wad Of(string text) => new(Number(text));

    private static double ToDouble(UInt256 raw) =>
        double.Parse(raw.ToString(), CultureInfo.InvariantCulture) / 1e18;
}
