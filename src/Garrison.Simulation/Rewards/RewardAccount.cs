using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What became of a reward, up to the last run, in the token's smallest unit.</summary>
/// <remarks>
/// Nothing is lost: <c>paid + refunded + stuck + open + dust = submitted + excess</c>, to the unit, and each
/// of them is summed where it arises. Source of the quirks: reference sections 3.8, 3.9 and 11.1.
/// </remarks>
/// <param name="Submitted">What was paid in.</param>
/// <param name="Paid">What stakers and operators earned.</param>
/// <param name="Refunded">What the service earned back.</param>
/// <param name="Stuck">What nobody can get: days without eligible stake, and refunds that the merge
/// drops.</param>
/// <param name="Open">What is due on days that no run has reached.</param>
/// <param name="Excess">What was given out beyond the reward, out of the tokens of others.</param>
/// <param name="Dust">What rounding left; less than 0 where PostgreSQL's division rounded up.</param>
public readonly record struct RewardAccount(
    UInt256 Submitted,
    UInt256 Paid,
    UInt256 Refunded,
    UInt256 Stuck,
    UInt256 Open,
    UInt256 Excess,
    Int256 Dust)
{
    /// <summary>Whether everything is accounted for, to the unit.</summary>
    public bool IsBalanced => Int256.FromUInt256(Paid + Refunded + Stuck + Open) + Dust
        == Int256.FromUInt256(Submitted + Excess);

    /// <summary>Adds the parts of an account that days and windows add to.</summary>
    internal RewardAccount With(DayTally day) => this with
    {
        Paid = Paid + day.Paid,
        Refunded = Refunded + day.Refunded,
        Stuck = Stuck + day.Stuck,
        Dust = Dust + day.Dust,
    };

    /// <summary>The account of a reward of which no day is paid yet.</summary>
    internal static RewardAccount Opened(PaidReward reward) =>
        new RewardAccount { Submitted = reward.Amount, Open = reward.Amount };

    /// <summary>What a run gives out is open no more; an amount that days do not divide leaves
    /// dust.</summary>
    internal RewardAccount Enter(RewardWindow window)
    {
        PaidReward reward = window.Reward;
        if (!reward.IsDirected)
        {
            UInt256 left = reward.PerDay * (ulong)(reward.EndDay - window.LastDay);
            UInt256 whole = reward.PerDay * (ulong)(reward.EndDay - reward.StartDay);
            return window.IsResumed
                ? this with { Open = left }
                : this with { Open = left, Dust = Difference(Submitted, whole) };
        }

        RewardAccount account = this with { Open = UInt256.Zero };
        foreach (AssignedReward assigned in window.Operators)
        {
            account = account.Enter(window, assigned);
        }

        return account;
    }

    // An operator that was registered on earlier days was given its whole amount by the run that paid them;
    // while it never was, a part is open for every day that is left.
    private RewardAccount Enter(RewardWindow window, AssignedReward assigned)
    {
        PaidReward reward = window.Reward;
        bool isPaid = assigned.Registrations.CountDays(reward.StartDay + 1, window.FirstDay - 1) > 0;
        UInt256 refund = PgDivision.Floor(assigned.Amount, (ulong)reward.DurationDays);
        UInt256 openAfter = isPaid || assigned.RegisteredDays > 0
            ? UInt256.Zero
            : refund * (ulong)(reward.EndDay - window.LastDay);
        UInt256 given = assigned.PerDay
            * (ulong)(assigned.RegisteredDays == 0 ? window.DayCount : assigned.RegisteredDays);
        RewardAccount account = this with { Open = Open + openAfter };
        if (!window.IsResumed)
        {
            return account with { Dust = Dust + Difference(assigned.Amount, given + openAfter) };
        }

        UInt256 openBefore = isPaid ? UInt256.Zero : refund * (ulong)(reward.EndDay - window.FirstDay + 1);
        Int256 beyond = Difference(given + openAfter, openBefore);
        return beyond.IsNegative
            ? account with { Dust = Dust - beyond }
            : account with { Excess = Excess + beyond.ToUInt256() };
    }

    private static Int256 Difference(UInt256 left, UInt256 right) =>
        Int256.FromUInt256(left) - Int256.FromUInt256(right);
}
