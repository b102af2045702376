using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>What an earner earned of one token from one reward on one day.</summary>
/// <param name="Reward">From which reward.</param>
/// <param name="Day">On which day, since the Unix epoch.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="Cumulative">How much of the token from all rewards up to that day.</param>
public sealed record EarnerDay(PaidReward Reward, int Day, UInt256 Amount, UInt256 Cumulative)
{
    /// <summary>The days of an earner who is watched, by token, then day and reward.</summary>
    public static IReadOnlyList<EarnerDay> Of(RewardsProjection projection, Address earner)
    {
        ArgumentNullException.ThrowIfNull(projection);
        List<EarnerDay> days = [];
        foreach (IGrouping<Address, RewardRow> token in projection.Rows
            .Where(row => row.Earner == earner && row.IsCounted && row.Day <= projection.LastDay)
            .GroupBy(static row => row.Reward.Token)
            .OrderBy(static group => group.Key))
        {
            UInt256 cumulative = UInt256.Zero;
            foreach (IGrouping<(int Day, Hash32 Hash), RewardRow> one in token
                .GroupBy(static row => (row.Day, row.Reward.Hash))
                .OrderBy(static group => group.Key))
            {
                UInt256 amount = one.Sum(static row => row.Amount);
                cumulative += amount;
                days.Add(new EarnerDay(one.First().Reward, one.Key.Day, amount, cumulative));
            }
        }

        return days;
    }
}

/// <summary>How an earner stands in a token, in its smallest unit.</summary>
/// <param name="Token">Which token.</param>
/// <param name="Earned">What it has earned in all.</param>
/// <param name="Claimed">What it has taken out.</param>
/// <param name="Claimable">What it can take out now: of the newest root that is active.</param>
public sealed record EarnerBalance(Address Token, UInt256 Earned, UInt256 Claimed, UInt256 Claimable)
{
    /// <summary>The tokens of an earner, in order of address.</summary>
    public static IReadOnlyList<EarnerBalance> Of(RewardsProjection projection, Address earner)
    {
        ArgumentNullException.ThrowIfNull(projection);
        RewardsCoordinator coordinator = projection.World.EigenLayer.Rewards;
        EarningsTree? active = projection.Roots.LastOrDefault(root =>
            !coordinator.Roots[root.Index].IsDisabled
            && projection.World.Clock.Seconds >= coordinator.Roots[root.Index].ActivatedAt)?.Tree;
        return
        [
            .. projection.Calculation.State.Earned
                .Where(one => one.Key.Earner == earner)
                .OrderBy(static one => one.Key.Token)
                .Select(one =>
                {
                    UInt256 claimed = coordinator.Claims.Claimed(earner, one.Key.Token);
                    UInt256 posted = active?.EarningsOf(earner)
                        .FirstOrDefault(leaf => leaf.Token == one.Key.Token).Cumulative ?? UInt256.Zero;
                    UInt256 claimable = posted.SaturatingSub(claimed);
                    return new EarnerBalance(one.Key.Token, one.Value, claimed, claimable);
                }),
        ];
    }
}
