using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Loops;

using static Garrison.Tests.Simulation.Loops.LoopWorld;

namespace Garrison.Tests.Simulation.Loops;

/// <summary>Laws of loops of any size: in, in part out, and out.</summary>
public sealed class LoopProperties
{
    private static readonly LoopWorld _start = new();

    [Fact]
    public void A_loop_goes_where_it_is_sent_and_leaves_nothing() =>
        Sequences.Check(Math.Max(1, Check.Count / 20), 1, LoopCase.Draw, Fault);

    private static string? Fault(IReadOnlyList<LoopCase> cases)
    {
        foreach (LoopCase one in cases)
        {
            World world = _start.World.Fork();
            LoopRoute route = _start.Route(one.IsAave);
            LoopTerms terms = route.Venue.Terms(world);
            Wad high = LoopCase.PartOf(terms.LtvLimit, one.HighPercent);
            Wad low = LoopCase.PartOf(high, one.LowPercent);
            LoopOrder into = new(Alice, LoopTarget.OfLtv(high), one.Into);
            LoopOrder partly = new(Alice, LoopTarget.OfLtv(low), one.Partly);
            LoopOrder outOf = new(Alice, LoopTarget.NoDebt, one.Out);
            string? fault = Run(world, route, Leverage.Plan(world, route, into, one.Equity))
                ?? LoopGap.Fault(world, route.Venue, Alice, high)
                ?? Run(world, route, Unwind.Plan(world, route, partly))
                ?? LoopGap.Fault(world, route.Venue, Alice, low)
                ?? Run(world, route, Unwind.Plan(world, route, outOf))
                ?? Left(world, route.Venue);
            if (fault is not null) return fault;
        }

        return null;
    }

    private static string? Run(World world, LoopRoute route, LoopPlan plan)
    {
        if (world.Execute(plan.Batch) is Refused refused) return $"refused: {refused.Reason}";

        LoopState state = LoopState.Of(world, route.Venue, Alice);
        return state == plan.Preview.After ? null : $"{plan.Preview.After} became {state}";
    }

    private static string? Left(World world, LoopVenue venue)
    {
        LoopPosition left = venue.Position(world, Alice);
        return left == default ? null : $"{left} is left";
    }

    private sealed record LoopCase(
        bool IsAave,
        LoopEquity Equity,
        ulong HighPercent,
        ulong LowPercent,
        LoopWay Into,
        LoopWay Partly,
        LoopWay Out)
    {
        public static LoopCase Draw(Dice dice)
        {
            UInt256 size = ((UInt256)10UL).Pow((uint)dice.Below(7)) * 1_000_000_000_000_000UL;
            UInt256 least = 100_000_000_000_000UL;
            LoopEquity equity = new(
                least + Part(dice, UInt256.Min(size, 150.Ether)),
                dice.OneIn(3) ? Part(dice, UInt256.Min(size, 50.Ether)) : UInt256.Zero);
            return new LoopCase(
                dice.OneIn(2),
                equity,
                10UL + (ulong)dice.Below(86),
                10UL + (ulong)dice.Below(86),
                Way(dice),
                Way(dice),
                Way(dice));
        }

        public static Wad PartOf(Wad ratio, ulong percent) =>
            new(UInt256.MulDivDown(ratio.Raw, percent, 100));

        private static UInt256 Part(Dice dice, UInt256 most) =>
            UInt256.MulDivDown(most, dice.Next(), ulong.MaxValue);

        private static LoopWay Way(Dice dice) => dice.OneIn(2) ? LoopWay.Flash : LoopWay.Steps;
    }
}
