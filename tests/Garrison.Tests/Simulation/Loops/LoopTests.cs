using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Risk.Loops;
using Garrison.Simulation.Loops;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Simulation.Loops.LoopWorld;

namespace Garrison.Tests.Simulation.Loops;

/// <summary>Loops in a market of Morpho with a pool of Curve, and in one of Aave with a pool of
/// Balancer.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData(false, LoopWay.Flash)]
    [InlineData(false, LoopWay.Steps)]
    [InlineData(true, LoopWay.Flash)]
    [InlineData(true, LoopWay.Steps)]
    public void A_loop_comes_to_its_leverage_and_the_preview_is_what_happens(bool isAave, LoopWay way)
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Route(isAave);
        LoopTarget target = LoopTarget.OfLeverage(Ratio("5e18"));
        Hash32 before = loops.World.Digest();
        LoopPlan plan = Leverage.Plan(
            loops.World, route, new LoopOrder(Alice, target, way), new LoopEquity(100.Ether));
        Assert.Equal(before, loops.World.Digest());

        LoopState state = loops.Do(route, plan);
        Assert.Equal(plan.Preview.After, state);
        LoopGap.AssertAtTarget(loops.World, route.Venue, Alice, Ratio("0.8e18"));
        Assert.InRange(plan.Steps, way == LoopWay.Flash ? 1 : 3, way == LoopWay.Flash ? 1 : 16);
        Assert.Equal(5, (double)state.LeverageUp.Raw.ToUInt64() / 1e18, 9);
    }

    // Four times 105 ether bought at par are 420; the pools pay par less some bps.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_ways_come_to_the_same(bool isAave)
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Route(isAave) with { Flash = new MorphoFlash() };
        LoopEquity equity = new(100.Ether, 10.Ether);
        LoopOrder order = new(Alice, LoopTarget.OfHealth(Ratio("1.1e18")));
        LoopPosition flash = Leverage.Plan(loops.World, route, order, equity).Preview.After.Position;
        LoopPlan steps = Leverage.Plan(loops.World, route, order with { Way = LoopWay.Steps }, equity);
        Assert.InRange(steps.Steps, 2, 20);
        Assert.True(
            flash.Debt.AbsoluteDifference(steps.Preview.After.Position.Debt)
                < flash.Debt.DivDown(1000),
            $"{flash} and {steps.Preview.After.Position}");
    }

    // Equity that is ether alone: 105 buy 100 weETH, less some bps.
    [Fact]
    public void Equity_may_be_of_the_loan_token()
    {
        LoopWorld loops = new();
        LoopOrder order = new(Alice, LoopTarget.OfLtv(Ratio("0.8e18")));
        LoopPlan ofEther = Leverage.Plan(
            loops.World, loops.Morpho, order, new LoopEquity(default, 105.Ether));
        LoopPlan ofToken = Leverage.Plan(loops.World, loops.Morpho, order, new LoopEquity(100.Ether));
        Assert.InRange(
            Percent(ofEther.Preview.After.Position.Debt, ofToken.Preview.After.Position.Debt), 99.8, 100);
    }

    // (1 − 0.8⁶) / 0.2 = 3.68928 at par.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Loops_to_the_same_ltv_follow_the_geometric_sum(bool isAave)
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Route(isAave);
        LoopOrder order = new(Alice, LoopTarget.OfLtv(Ratio("0.8e18"))) { StepsMax = 5 };
        LoopPlan plan = Leverage.Repeat(loops.World, route, order, new LoopEquity(100.Ether));
        UInt256 bought = plan.Preview.After.Position.Collateral;
        UInt256 expected = LoopMath.LeverageAfterDown(Ratio("0.8e18"), 5).MulDown(100.Ether);
        Assert.InRange(Percent(bought, expected), 99.8, 100);
        Assert.Equal(plan.Preview.After, loops.Do(route, plan));
    }

    [Theory]
    [InlineData(false, LoopWay.Flash)]
    [InlineData(false, LoopWay.Steps)]
    [InlineData(true, LoopWay.Flash)]
    [InlineData(true, LoopWay.Steps)]
    public void Undone_a_loop_leaves_no_debt_and_has_lost_what_others_gained(bool isAave, LoopWay way)
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Route(isAave);
        Address[] tokens = [Ether, route.Venue.CollateralToken];
        UInt256[][] before = Balances(loops.World, isAave, tokens);
        Open(loops, route, "5e18");
        loops.Do(new AdvanceClock(default, 1, 30.Days));

        LoopPlan plan = Unwind.Plan(loops.World, route, new LoopOrder(Alice, LoopTarget.NoDebt, way));
        LoopState state = loops.Do(route, plan);
        Assert.Equal(plan.Preview.After, state);
        Assert.Equal(new LoopPosition(UInt256.Zero, UInt256.Zero), state.Position);
        Assert.Equal(UInt256.MaxValue, state.HealthFactor.Raw);

        // Alice, the market and the pool had it all before, and have it all still.
        UInt256[][] after = Balances(loops.World, isAave, tokens);
        Assert.Equal(before.Select(static row => row.Sum()), after.Select(static row => row.Sum()));
        Assert.True(after[1][0] < before[1][0]);
        Assert.InRange(Percent(after[1][0], before[1][0]), 99, 100);

        // What is sold fetches the debt to the unit or a little more, which stays with her.
        Assert.True(after[0][0] - before[0][0] < 100UL, $"{after[0][0]}");
    }

    // In the same second there is no interest: a market gains its premiums, and units by rounding up.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_and_out_costs_premiums_and_slippage(bool isAave)
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Route(isAave);
        Address[] tokens = [Ether, route.Venue.CollateralToken];
        UInt256[][] before = Balances(loops.World, isAave, tokens);
        LoopPreview into = Open(loops, route, "5e18").Preview;
        LoopPlan plan = Unwind.Plan(loops.World, route, new LoopOrder(Alice, LoopTarget.NoDebt));
        _ = loops.Do(route, plan);
        UInt256[][] after = Balances(loops.World, isAave, tokens);

        UInt256 fees = into.FlashFee + plan.Preview.FlashFee;
        Assert.Equal(isAave, !fees.IsZero);
        Assert.True(after[0][1] - before[0][1] - fees <= 4UL, $"{after[0][1] - before[0][1]} and {fees}");
        Assert.True(after[1][1] - before[1][1] <= 4UL, $"{after[1][1] - before[1][1]}");

        // At the oracle's price the account lost what the previews say.
        UInt256 lost = route.Venue.Price(loops.World).ToLoanDown(before[1][0] - after[1][0]);
        Int256 said = into.Cost + plan.Preview.Cost + Int256.FromUInt256(after[0][0] - before[0][0]);
        Assert.InRange((double)(said - Int256.FromUInt256(lost)).Abs().ToUInt64(), 0, 4);
    }

    [Theory]
    [InlineData(false, LoopWay.Flash)]
    [InlineData(false, LoopWay.Steps)]
    [InlineData(true, LoopWay.Flash)]
    [InlineData(true, LoopWay.Steps)]
    public void Undone_in_part_a_loop_is_as_healthy_as_asked(bool isAave, LoopWay way)
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Route(isAave);
        Open(loops, route, "6e18");
        LoopOrder order = new(Alice, LoopTarget.OfHealth(Ratio("1.25e18")), way);
        LoopPlan plan = Unwind.Plan(loops.World, route, order);
        LoopState state = loops.Do(route, plan);
        Assert.Equal(plan.Preview.After, state);
        Assert.True(plan.Preview.Before.HealthFactor < Ratio("1.25e18"));
        Assert.True(state.HealthFactor >= Ratio("1.25e18"));
        LoopGap.AssertAtTarget(
            loops.World, route.Venue, Alice, order.Target.LtvDown(route.Venue.Terms(loops.World)));
    }

    [Theory]
    [InlineData(false, LoopWay.Flash)]
    [InlineData(false, LoopWay.Steps)]
    [InlineData(true, LoopWay.Flash)]
    [InlineData(true, LoopWay.Steps)]
    public void A_plan_that_the_pool_has_left_behind_changes_nothing(bool isAave, LoopWay way)
    {
        LoopWorld loops = new();
        LoopRoute route = loops.Route(isAave);
        LoopOrder order = new(Alice, LoopTarget.OfLeverage(Ratio("5e18")), way);
        LoopPlan plan = Leverage.Plan(loops.World, route, order, new LoopEquity(100.Ether));
        loops.Do(route.Pool.Swap(
            Of("lender"), Ether, route.Venue.CollateralToken, 1.Ether, UInt256.Zero));
        Hash32 before = loops.World.Digest();
        _ = Assert.IsType<Refused>(loops.World.Execute(plan.Batch));
        Assert.Equal(before, loops.World.Digest());
        LoopRefusedException refusal = Assert.Throws<LoopRefusedException>(
            () => LoopPreview.Of(loops.World, route.Venue, plan.Batch));
        Assert.Equal(LoopRefusal.Rule, refusal.Reason);
    }

    private static UInt256[][] Balances(World world, bool isAave, Address[] tokens) =>
    [
        .. tokens.Select(token => Holders(isAave, token)
            .Select(holder => world.Ledger.Balance(token, holder)).ToArray()),
    ];

    private static LoopPlan Open(LoopWorld loops, LoopRoute route, string leverage)
    {
        LoopOrder order = new(Alice, LoopTarget.OfLeverage(Ratio(leverage)));
        LoopPlan plan = Leverage.Plan(loops.World, route, order, new LoopEquity(100.Ether));
        _ = loops.Do(route, plan);
        return plan;
    }

    private static double Percent(UInt256 part, UInt256 whole) =>
        UInt256.MulDivDown(part, 1_000_000, whole).ToUInt64() / 10_000d;

    private static Wad Ratio(string text) => new(Number(text));
}
