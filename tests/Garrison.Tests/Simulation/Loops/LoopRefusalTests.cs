using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;
using Garrison.Simulation.Loops;
using Garrison.Tests.Engine.Lending.Aave;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Simulation.Loops.LoopWorld;

namespace Garrison.Tests.Simulation.Loops;

/// <summary>What cannot be done is refused by its reason, and the market's face says what the engine
/// does.</summary>
public sealed class LoopRefusalTests
{
    // Limits: 1 / (1 − 0.86) = 7.142…, 1 / (1 − 0.93) = 14.285…
    [Theory]
    [InlineData(false, "7.143e18")]
    [InlineData(true, "14.286e18")]
    public void Leverage_above_the_limit(bool isAave, string leverage)
    {
        LoopWorld loops = new();
        Assert.Equal(
            LoopRefusal.TargetAboveLimit, RefusalOf(loops, isAave, To(leverage), new(100.Ether)));
    }

    [Theory]
    [InlineData(false, "7.142e18")]
    [InlineData(true, "14.285e18")]
    public void Leverage_just_below_the_limit_is_reached(bool isAave, string leverage)
    {
        LoopWorld loops = new();
        LoopPlan plan = Leverage.Plan(
            loops.World, loops.Route(isAave), To(leverage), new LoopEquity(10.Ether));
        Assert.Equal(plan.Preview.After, loops.Do(loops.Route(isAave), plan));
    }

    // The lender leaves 300 of 20,000 ether, and 4 · 105 are needed.
    [Fact]
    public void A_market_with_too_little()
    {
        LoopWorld loops = new();
        MorphoVenue venue = (MorphoVenue)loops.Morpho.Venue;
        loops.Do(new WithdrawFromMorpho(
            Of("lender"), venue.Market, 19_700.Ether, UInt256.Zero, Of("lender"), Of("lender")));
        Assert.Equal(LoopRefusal.LiquidityShort, RefusalOf(loops, false, To("5e18"), new(100.Ether)));
        Assert.Equal(
            LoopRefusal.LiquidityShort,
            RefusalOf(loops, false, To("5e18") with { Way = LoopWay.Steps }, new(100.Ether)));
    }

    // 700 ether carry a loan of 420, but not a flash loan of as much at the same time.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_flash_loan_from_the_same_cash_needs_it_twice(bool isAave)
    {
        LoopWorld loops = new();
        loops.Do(loops.Route(isAave).Venue is MorphoVenue morpho
            ? new WithdrawFromMorpho(
                Of("lender"), morpho.Market, 19_300.Ether, UInt256.Zero, Of("lender"), Of("lender"))
            : new WithdrawFromAave(Of("lender"), Of("aave"), Ether, 19_300.Ether, Of("lender")));
        Assert.Equal(LoopRefusal.FlashShort, RefusalOf(loops, isAave, To("5e18"), new(100.Ether)));
        LoopPlan steps = Leverage.Plan(
            loops.World,
            loops.Route(isAave),
            To("5e18") with { Way = LoopWay.Steps },
            new LoopEquity(100.Ether));
        Assert.Equal(steps.Preview.After, loops.Do(loops.Route(isAave), steps));
    }

    [Fact]
    public void Slippage_above_what_is_allowed()
    {
        LoopWorld loops = new();
        LoopOrder order = To("5e18") with { SlippageMax = new Wad(Number("0.00005e18")) };
        Assert.Equal(LoopRefusal.SlippageAboveLimit, RefusalOf(loops, false, order, new(100.Ether)));
        Assert.Equal(LoopRefusal.SlippageAboveLimit, RefusalOf(loops, true, order, new(100.Ether)));
    }

    [Fact]
    public void Equity_that_is_not_there()
    {
        LoopWorld loops = new();
        Assert.Equal(LoopRefusal.EquityShort, RefusalOf(loops, false, To("2e18"), new(1001.Ether)));
        Assert.Equal(LoopRefusal.EquityShort, RefusalOf(loops, true, To("2e18"), new(default, 1001.Ether)));
    }

    [Fact]
    public void Steps_that_do_not_suffice()
    {
        LoopWorld loops = new();
        LoopOrder order = To("6e18") with { Way = LoopWay.Steps, StepsMax = 5 };
        Assert.Equal(LoopRefusal.StepsShort, RefusalOf(loops, false, order, new(100.Ether)));
    }

    [Fact]
    public void A_target_that_lies_behind()
    {
        LoopWorld loops = new();
        _ = loops.Do(
            loops.Morpho,
            Leverage.Plan(loops.World, loops.Morpho, To("5e18"), new LoopEquity(100.Ether)));
        Assert.Equal(LoopRefusal.TargetIsBehind, RefusalOf(loops, false, To("4e18"), default));
        Assert.Equal(LoopRefusal.TargetIsBehind, UnwindRefusalOf(loops, To("6e18")));
    }

    // Who lent takes all that is not lent out: no cash for a flash loan, but steps need none.
    [Fact]
    public void Without_cash_for_a_flash_loan_there_are_steps()
    {
        LoopWorld loops = new();
        MorphoVenue venue = (MorphoVenue)loops.Morpho.Venue;
        _ = loops.Do(
            loops.Morpho,
            Leverage.Plan(loops.World, loops.Morpho, To("5e18"), new LoopEquity(100.Ether)));
        loops.Do(new WithdrawFromMorpho(
            Of("lender"),
            venue.Market,
            venue.Liquidity(loops.World),
            UInt256.Zero,
            Of("lender"),
            Of("lender")));
        LoopOrder order = new(Alice, LoopTarget.NoDebt);
        Assert.Equal(LoopRefusal.FlashShort, UnwindRefusalOf(loops, order));
        LoopPlan steps = Unwind.Plan(loops.World, loops.Morpho, order with { Way = LoopWay.Steps });
        Assert.Equal(default, loops.Do(loops.Morpho, steps).Position);
    }

    // Of alice's 500 rsETH the lender of ether has borrowed 400.
    [Fact]
    public void Collateral_that_is_lent_out()
    {
        LoopWorld loops = new();
        _ = loops.Do(
            loops.Aave, Leverage.Plan(loops.World, loops.Aave, To("5e18"), new LoopEquity(100.Ether)));
        Address aave = Of("aave");
        loops.Do(new ConfigureAaveCollateral(Of("admin"), aave, Ether, 8000, 8300, 10_500));
        loops.Do(new UseAaveCollateral(Of("lender"), aave, Ether, true));
        loops.Do(new SwitchAaveReserve(Of("admin"), aave, RsEth, AaveSwitch.Borrowing, true));
        loops.Do(new BorrowFromAave(Of("lender"), aave, RsEth, 400.Ether, Of("lender")));
        LoopOrder order = new(Alice, LoopTarget.NoDebt);
        Assert.Equal(
            LoopRefusal.LiquidityShort,
            Assert.Throws<LoopRefusedException>(
                () => Unwind.Plan(loops.World, loops.Aave, order)).Reason);
    }

    // At the limit there is next to no room: each step makes it a sixth larger.
    [Fact]
    public void From_the_limit_the_way_out_is_long()
    {
        LoopWorld loops = new();
        _ = loops.Do(
            loops.Morpho,
            Leverage.Plan(loops.World, loops.Morpho, To("7.142e18"), new LoopEquity(100.Ether)));
        LoopOrder order = new(Alice, LoopTarget.NoDebt, LoopWay.Steps);
        Assert.Equal(LoopRefusal.StepsShort, UnwindRefusalOf(loops, order with { StepsMax = 20 }));
        LoopPlan plan = Unwind.Plan(loops.World, loops.Morpho, order with { StepsMax = 100 });
        Assert.InRange(plan.Steps, 30, 100);
    }

    // At 60 % of its price in the pool the collateral does not fetch its loan of 80 %.
    [Fact]
    public void Collateral_that_does_not_fetch_the_debt()
    {
        LoopWorld loops = new();
        _ = loops.Do(
            loops.Morpho,
            Leverage.Plan(loops.World, loops.Morpho, To("5e18"), new LoopEquity(100.Ether)));
        loops.Do(loops.Morpho.Pool.Swap(
            Of("lender"), WeEth, Ether, 60_000.Ether, UInt256.Zero));
        LoopOrder order = new LoopOrder(Alice, LoopTarget.NoDebt) with { SlippageMax = Wad.One };
        Assert.Equal(LoopRefusal.CollateralShort, UnwindRefusalOf(loops, order));
        Assert.Equal(
            LoopRefusal.CollateralShort, UnwindRefusalOf(loops, order with { Way = LoopWay.Steps }));
    }

    [Fact]
    public void An_oracle_that_says_nothing()
    {
        LoopWorld loops = new();
        loops.Do(new PostAavePrice(default, Of("aave"), RsEth, UInt256.Zero));
        Assert.Equal(LoopRefusal.NoPrice, RefusalOf(loops, true, To("2e18"), new(100.Ether)));
    }

    // Selling pulls the price down that the rest is measured by; buying pulls it up, to the safe side.
    [Fact]
    public void An_oracle_that_follows_the_pool()
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Morpho with
        {
            Venue = new FollowingVenue((MorphoVenue)loops.Morpho.Venue, loops.Morpho.Pool),
        };
        LoopState into = loops.Do(
            route, Leverage.Plan(loops.World, route, To("5e18"), new LoopEquity(900.Ether)));
        Assert.True(into.LeverageUp < Ratio("5e18"));
        LoopRefusedException refusal = Assert.Throws<LoopRefusedException>(
            () => Unwind.Plan(loops.World, route, To("2e18") with { SlippageMax = Wad.One }));
        Assert.Equal(LoopRefusal.TargetMissed, refusal.Reason);
    }

    // A frozen reserve lends nothing: no reason of the plan, so the pool's own name of it.
    [Fact]
    public void A_rule_of_the_market()
    {
        LoopWorld loops = new();
        loops.Do(new SwitchAaveReserve(Of("admin"), Of("aave"), Ether, AaveSwitch.Frozen, true));
        LoopRefusedException refusal = Assert.Throws<LoopRefusedException>(() => Leverage.Plan(
            loops.World, loops.Aave, To("2e18"), new LoopEquity(100.Ether)));
        Assert.Equal(LoopRefusal.Rule, refusal.Reason);
        Assert.Contains("ReserveFrozen", refusal.Message);
    }

    // A tA of 18 decimals costs 3,000 dollars, a tB of 6 one.
    [Fact]
    public void Prices_count_decimals()
    {
        AaveScript script = AaveScript.Play("");
        LoopPrice price = new AaveVenue(AaveScript.Pool, Of("tA"), Of("tB"), 0).Price(script.World);
        Assert.Equal(Number("6000e6"), price.ToLoanDown(2.Ether));
        Assert.Equal(2.Ether, price.ToCollateralUp(Number("6000e6")));
    }

    // Without the category: 72 % of 75 %, bonus 7.5 %.
    [Fact]
    public void Terms_are_those_of_the_category()
    {
        LoopWorld loops = new();
        AaveVenue venue = (AaveVenue)loops.Aave.Venue;
        Assert.Equal(
            new LoopTerms(Ratio("0.93e18"), Ratio("0.95e18"), Ratio("1.01e18")), venue.Terms(loops.World));
        Assert.Equal(
            new LoopTerms(Ratio("0.72e18"), Ratio("0.75e18"), Ratio("1.075e18")),
            (venue with { Category = 0 }).Terms(loops.World));
    }

    private static LoopRefusal RefusalOf(LoopWorld loops, bool isAave, LoopOrder order, LoopEquity equity) =>
        Assert.Throws<LoopRefusedException>(
            () => Leverage.Plan(loops.World, loops.Route(isAave), order, equity)).Reason;

    private static LoopRefusal UnwindRefusalOf(LoopWorld loops, LoopOrder order) =>
        Assert.Throws<LoopRefusedException>(() => Unwind.Plan(loops.World, loops.Morpho, order)).Reason;

    private static LoopOrder To(string leverage) => new(Alice, LoopTarget.OfLeverage(Ratio(leverage)));

    private static Wad Ratio(string text) => new(Number(text));
}
