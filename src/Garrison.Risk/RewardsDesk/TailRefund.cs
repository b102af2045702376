using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>A directed reward that gives out more than was paid in.</summary>
/// <remarks>
/// On its last days none of its operators was registered, though each was before. The run after the first
/// begins on these days, finds no registered day in what is left, and refunds the service a part of what was
/// already given out. Source: reference section 3.9.
/// </remarks>
/// <param name="Reward">Which reward.</param>
/// <param name="FirstDay">The first of the days that are refunded.</param>
/// <param name="LastDay">The last of them.</param>
/// <param name="Amount">What is refunded in all, out of the tokens of others.</param>
public sealed record TailRefund(PaidReward Reward, int FirstDay, int LastDay, UInt256 Amount)
{
    /// <summary>The refund that a reward runs into, or null where it runs into none.</summary>
    /// <param name="reward">The reward.</param>
    /// <param name="state">What runs so far have come to; until one has looked at the whole reward, nothing
    /// is known.</param>
    public static TailRefund? Of(PaidReward reward, RewardsState state)
    {
        ArgumentNullException.ThrowIfNull(reward);
        ArgumentNullException.ThrowIfNull(state);
        if (!reward.IsDirected || (state.CutoffDay ?? int.MinValue) <= reward.EndDay) return null;

        int last = reward.StartDay;
        UInt256 perDay = UInt256.Zero;
        foreach (OperatorReward assigned in reward.Operators)
        {
            Timeline<bool> days = state.Snapshots.RegistrationsOf(reward, assigned.Operator);
            if (days.CountDays(reward.StartDay + 1, reward.EndDay) == 0) return null;

            for (int day = reward.EndDay; day > last; day--)
            {
                if (days.Holds(day)) last = day;
            }

            perDay += PgDivision.Floor(assigned.Amount, (ulong)reward.DurationDays);
        }

        return last == reward.EndDay
            ? null
            : new TailRefund(reward, last + 1, reward.EndDay, perDay * (ulong)(reward.EndDay - last));
    }
}
