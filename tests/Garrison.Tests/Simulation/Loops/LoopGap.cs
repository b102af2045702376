using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Loops;

namespace Garrison.Tests.Simulation.Loops;

/// <summary>How far a position is from a loan-to-value.</summary>
internal static class LoopGap
{
    /// <summary>What is wrong, or null: it may not be beyond the target, nor short of it by more than the
    /// slack of the market and a few units.</summary>
    public static string? Fault(World world, LoopVenue venue, Address account, Wad target)
    {
        LoopPosition position = venue.Position(world, account);
        LoopPosition slack = venue.Slack(world);
        LoopPrice price = venue.Price(world);
        UInt256 allowed = target.MulDown(price.ToLoanDown(position.Collateral));
        if (position.Debt > allowed) return $"{position} is beyond {target}";

        UInt256 gap = allowed - position.Debt;
        return gap > price.ToLoanDown(slack.Collateral) + slack.Debt + 8UL
            ? $"{position} is {gap} short of {target}"
            : null;
    }

    public static void AssertAtTarget(World world, LoopVenue venue, Address account, Wad target) =>
        Assert.Null(Fault(world, venue, account, target));
}
