using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Risk.Allocation;

namespace Garrison.Tests.Risk.Allocation;

/// <summary>Allocations whose optimum can be found by hand.</summary>
public sealed class AllocationModelTests
{
    private static readonly AllocationLimits _loose =
        new(Wad.One, Wad.One, Wad.One, Wad.One);

    // X may have 0.6, so that earns 3 % and the rest 1 %: 2.2 %. A point more of X earns 3 % instead of 1 %.
    [Fact]
    public void An_entity_is_one_whoever_it_calls_itself()
    {
        AllocationPlan plan = Solve(
            [Operator("X-1", "X", "0.03"), Operator("X-2", "X", "0.03"), Operator("B", "B", "0.01")],
            [],
            _loose with { Operator = Part("0.9"), Entity = Part("0.6") });
        Assert.Equal(Part("0.4"), plan.Stakes[2]);
        Assert.Equal(Part("0.6").Raw, plan.Stakes[0].Raw + plan.Stakes[1].Raw);
        Assert.Equal(new Fraction(22, 1000), plan.Value);
        LimitUse limit = plan.Limits[0];
        Assert.Equal((LimitKind.Entity, "X"), (limit.Kind, limit.Subject));
        Assert.Equal(new Fraction(2, 100), limit.Price);
        Assert.Equal(new Fraction(2, 10_000), limit.PointMore);
    }

    // Without the limit on X each of its addresses may have half, and all of it is with one entity.
    [Fact]
    public void By_address_alone_the_same_looks_spread()
    {
        AllocationPlan plan = Solve(
            [Operator("X-1", "X", "0.03"), Operator("X-2", "X", "0.03"), Operator("B", "B", "0.01")],
            [],
            _loose with { Operator = Part("0.5") });
        Assert.Equal(Wad.Scale, plan.Stakes[0].Raw + plan.Stakes[1].Raw);
        Assert.Equal(new Fraction(3, 100), plan.Value);
    }

    // A fifth of all earns 10 % and loses 2 %: 1.6 %; a point more of all brings 8 % of a hundredth.
    [Fact]
    public void What_is_slashable_is_a_part_of_what_each_has()
    {
        AllocationPlan plan = Solve(
            [Operator("A", "A"), Operator("B", "B")],
            [Choice(0, "S", "0.1", "0.02"), Choice(1, "S", "0.1", "0.02")],
            _loose with { Operator = Part("0.5"), Slashable = Part("0.2") });
        Assert.Equal([Part("0.1"), Part("0.1")], plan.Shares);
        Assert.Equal([2000u, 2000u], plan.Bips);
        Assert.Equal(new Fraction(16, 1000), plan.Value);
        LimitUse limit = plan.Limits.Single(static one => one.Kind == LimitKind.Slashable);
        Assert.Equal(new Fraction(8, 100), limit.Price);
        Assert.Equal(new Fraction(8, 10_000), limit.PointMore);
    }

    // The better set takes what it may, 0.7, and the other the rest of what is there: 0.7 · 10 % + 0.3 · 5 %
    // = 8.5 %. A point more of the first takes it from the second: 10 % less 5 %.
    [Fact]
    public void Each_unit_stands_behind_one_set()
    {
        AllocationPlan plan = Solve(
            [Operator("A", "A")],
            [Choice(0, "S", "0.1", "0"), Choice(0, "T", "0.05", "0")],
            _loose with { Service = Part("0.7") });
        Assert.Equal([Part("0.7"), Part("0.3")], plan.Shares);
        Assert.Equal([7000u, 3000u], plan.Bips);
        Assert.Equal(new Fraction(85, 1000), plan.Value);
        LimitUse limit = Assert.Single(plan.Limits);
        Assert.Equal((LimitKind.Service, "S"), (limit.Kind, limit.Subject));
        Assert.Equal(new Fraction(5, 100), limit.Price);
        Assert.Equal(new Fraction(5, 10_000), limit.PointMore);
    }

    [Fact]
    public void What_loses_more_than_it_earns_is_left()
    {
        AllocationPlan plan = Solve(
            [Operator("A", "A")], [Choice(0, "S", "0.01", "0.02", share: "0.4")], _loose);
        Assert.Equal([default(Wad)], plan.Shares);
        Assert.Equal(default, plan.Value);
    }

    // From 1 % to 2 %: worth it at half a percent of cost, not at two percent.
    [Theory]
    [InlineData("0.005", "0", "1")]
    [InlineData("0.02", "1", "0")]
    public void A_move_has_to_earn_its_cost(string cost, string first, string second)
    {
        AllocationPlan plan = new AllocationModel(new AllocationRequest(
            [Operator("A", "A", "0.01", share: "1"), Operator("B", "B", "0.02")],
            [],
            _loose,
            Part(cost),
            MayIdle: false)).Solve();
        Assert.Equal([Part(first), Part(second)], plan.Stakes);
        Assert.Equal(Part(second), plan.Moved);
    }

    // Of equals the present one stays: what is above the limit moves, and no more.
    [Fact]
    public void What_is_broken_is_mended_by_the_least_move()
    {
        AllocationPlan plan = Solve(
            [
                Operator("A", "A", share: "0.6"), Operator("B", "B", share: "0.3"),
                Operator("C", "C", share: "0.1"),
            ],
            [],
            _loose with { Operator = Part("0.4") },
            new Wad(1));
        Assert.Equal(Part("0.4"), plan.Stakes[0]);
        Assert.Equal(Part("0.2"), plan.Moved);
        LimitUse limit = plan.Limits.Single(static one => one.Subject == "A");
        Assert.True(limit.IsBroken);
        Assert.Equal((Part("0.6"), Part("0.4")), (limit.Before, limit.After));
    }

    [Fact]
    public void Limits_that_conflict_are_named()
    {
        Candidate[] operators = [Operator("A", "A"), Operator("B", "B"), Operator("C", "C")];
        WhatIfRefusedException refused = Assert.Throws<WhatIfRefusedException>(() =>
            Solve(operators, [], _loose with { Operator = Part("0.25") }));
        Assert.Equal(
            "no allocation keeps all limits: all stake is with someone, at most 25 % with A, at most 25 % "
                + "with B, at most 25 % with C conflict",
            refused.Message);

        AllocationPlan idle = new AllocationModel(new AllocationRequest(
            operators, [], _loose with { Operator = Part("0.25") }, default, MayIdle: true)).Solve();
        Assert.True(idle.Stakes.Select(static one => one.Raw).Sum() <= Part("0.75").Raw);
    }

    [Fact]
    public void A_conflict_of_entities_leaves_the_others_out()
    {
        WhatIfRefusedException refused = Assert.Throws<WhatIfRefusedException>(() => Solve(
            [Operator("X-1", "X"), Operator("X-2", "X")],
            [Choice(0, "S", "0.1", "0")],
            _loose with { Entity = Part("0.3"), Operator = Part("0.9") }));
        Assert.Equal(
            "no allocation keeps all limits: all stake is with someone, at most 30 % with operators of X "
                + "conflict",
            refused.Message);
    }

    // B has all it may, so less of X would fit nowhere and the price at the margin is above what more brings.
    [Fact]
    public void Where_limits_meet_a_point_more_is_found_by_solving_again()
    {
        AllocationPlan plan = Solve(
            [Operator("X-1", "X", "0.03"), Operator("X-2", "X", "0.03"), Operator("B", "B", "0.01")],
            [],
            _loose with { Operator = Part("0.5"), Entity = Part("0.5") });
        LimitUse limit = plan.Limits.Single(static one => one.Subject == "X");
        Assert.True(limit.Price >= new Fraction(2, 100));
        Assert.Equal(new Fraction(2, 10_000), limit.PointMore);
    }

    // Random books: limits hold to the unit, a wider limit never costs, and never brings more than its price;
    // but for the slashable part, which multiplies what an operator has, and so may.
    [Fact]
    public void Plans_keep_their_limits()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            AllocationRequest request = Roll(new Dice(seed));
            AllocationPlan plan = new AllocationModel(request).Solve();
            Assert.All(plan.Stakes, one => Assert.True(one <= request.Limits.Operator));
            foreach (string entity in request.Operators.Select(static one => one.Entity))
            {
                Assert.True(Sum(plan.Stakes, i => request.Operators[i].Entity == entity)
                    <= request.Limits.Entity.Raw);
            }

            foreach (string service in request.Choices.Select(static one => one.Service))
            {
                Assert.True(Sum(plan.Shares, j => request.Choices[j].Service == service)
                    <= request.Limits.Service.Raw);
            }

            UInt256 most = request.Limits.Slashable.MulDown(MagnitudeSteps.BipsMax);
            for (int i = 0; i < request.Operators.Count; i++)
            {
                uint bips = 0;
                for (int j = 0; j < plan.Bips.Count; j++)
                {
                    if (request.Choices[j].Operator == i) bips += plan.Bips[j];
                }

                Assert.True(bips <= most);
            }

            Assert.All(plan.Limits, static one => Assert.True(
                one.PointMore >= default(Fraction)
                && (one.Kind == LimitKind.Slashable || one.PointMore <= one.Price * new Fraction(1, 100))));
        }
    }

    private static UInt256 Sum(IReadOnlyList<Wad> parts, Func<int, bool> isMeant) =>
        parts.Where((_, index) => isMeant(index)).Select(static one => one.Raw).Sum();

    private static AllocationRequest Roll(Dice dice)
    {
        int count = 4 + dice.Below(4);
        Candidate[] operators =
        [
            .. Enumerable.Range(0, count).Select(i => Operator(
                $"O{i}", $"E{i / (1 + dice.Below(2))}", $"0.0{dice.Below(10)}", $"0.{dice.Below(2)}")),
        ];
        Choice[] choices =
        [
            .. Enumerable.Range(0, 3 * count).DistinctBy(j => (j % count, j % 4)).Select(j => Choice(
                j % count, $"S{j % 4}", $"0.0{dice.Below(10)}", $"0.0{dice.Below(5)}")),
        ];
        return new AllocationRequest(
            operators,
            choices,
            new AllocationLimits(
                Part("0.4"), Part(dice.Of("0.5", "0.6", "1")), Part(dice.Of("0.1", "0.5")),
                Part(dice.Of("0.2", "0.333", "1", "0"))),
            Part(dice.Of("0", "0.001", "0.05")),
            MayIdle: true);
    }

    private static AllocationPlan Solve(
        Candidate[] operators, Choice[] choices, AllocationLimits limits, Wad moveCost = default) =>
        new AllocationModel(new AllocationRequest(operators, choices, limits, moveCost, MayIdle: false))
            .Solve();

    private static Candidate Operator(string name, string entity, string reward = "0", string share = "0") =>
        new(Address.Zero, name, entity, Part(share), Part(reward));

    private static Choice Choice(
        int @operator, string service, string reward, string loss, string share = "0") =>
        new(@operator, service, Part(share), Part(reward), Part(loss));

    private static Wad Part(string text)
    {
        string[] halves = text.Split('.');
        return new Wad(UInt256.Parse(halves[0] + (halves.Length > 1 ? halves[1] : "").PadRight(18, '0')));
    }
}
