using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>The days of a reward that a run pays.</summary>
/// <remarks>
/// A run begins after the last day that earlier runs left rows of, and not after the last day they looked
/// at: days on which nobody earned anything are looked at again. Source: the sidecar's tables of active
/// rewards, 1, 7, 11 and 15; reference sections 3.4 and 3.9.
/// </remarks>
/// <param name="Reward">The reward.</param>
/// <param name="FirstDay">The first day of the run.</param>
/// <param name="LastDay">The last day of the run, included.</param>
/// <param name="Operators">What each operator is assigned, of a directed reward; else empty.</param>
public sealed record RewardWindow(
    PaidReward Reward, int FirstDay, int LastDay, IReadOnlyList<AssignedReward> Operators)
{
    /// <summary>Whether earlier runs paid earlier days of the reward.</summary>
    public bool IsResumed => FirstDay > Reward.StartDay + 1;

    /// <summary>How many days the run pays.</summary>
    public int DayCount => LastDay - FirstDay + 1;

    /// <summary>The window of a run, or null when the reward is not due in it.</summary>
    /// <param name="reward">The reward.</param>
    /// <param name="cutoffDay">The cutoff of the run.</param>
    /// <param name="paidTo">The last day that earlier runs left rows of; null for none.</param>
    /// <param name="snapshots">Who was registered when.</param>
    internal static RewardWindow? Of(PaidReward reward, int cutoffDay, int? paidTo, Snapshots snapshots)
    {
        // A reward by stake is paid a day later than the others: shares of the cutoff are not complete.
        int end = Math.Min(reward.EndDay, reward.IsByStake ? cutoffDay - 1 : cutoffDay);
        int start = paidTo ?? reward.StartDay;
        if (start >= end) return null;

        return new RewardWindow(reward, start + 1, end,
        [
            .. reward.Operators.Select(
                assigned => AssignedReward.Of(reward, assigned, start + 1, end, snapshots)),
        ]);
    }
}

/// <summary>What a directed reward assigns to an operator in a run.</summary>
/// <param name="Operator">Which operator.</param>
/// <param name="Amount">The whole amount assigned to it.</param>
/// <param name="Registrations">The days on which it was registered.</param>
/// <param name="RegisteredDays">How many of them are in the window.</param>
/// <param name="PerDay">What it gets on a registered day, FLOOR(amount / registered days); without such days,
/// what the service is refunded on every day, FLOOR(amount / days).</param>
public sealed record AssignedReward(
    Address Operator,
    UInt256 Amount,
    Timeline<bool> Registrations,
    int RegisteredDays,
    UInt256 PerDay)
{
    internal static AssignedReward Of(
        PaidReward reward, OperatorReward assigned, int firstDay, int lastDay, Snapshots snapshots)
    {
        Timeline<bool> registrations = snapshots.RegistrationsOf(reward, assigned.Operator);
        int days = registrations.CountDays(firstDay, lastDay);
        UInt256 perDay = PgDivision.Floor(assigned.Amount, (ulong)(days == 0 ? reward.DurationDays : days));
        return new AssignedReward(assigned.Operator, assigned.Amount, registrations, days, perDay);
    }
}
