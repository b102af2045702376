using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>What a submission must be, in the order in which the contract asks.</summary>
internal static class SubmissionRules
{
    private const int MultiplierBits = 96;

    // Higher totals would not fit the off-chain calculation.
    private static readonly UInt256 _amountMax = Constants.TotalSharesMax;

    public static Refusal? Check(RewardsCoordinator rewards, Submission submission)
    {
        Refusal? common = CheckCommon(
            rewards, submission.Strategies, submission.StartSeconds, submission.DurationSeconds);
        if (common is not null) return common;
        if (submission.Amount.IsZero) return RewardsRefusals.AmountIsZero;
        if (submission.Amount > _amountMax) return RewardsRefusals.AmountExceedsMax;

        return submission.StartSeconds > rewards.Core.Clock.Seconds + rewards.Limits.FutureMaxSeconds
            ? RewardsRefusals.StartTimestampTooFarInFuture
            : null;
    }

    public static Refusal? Check(
        RewardsCoordinator rewards, DirectedSubmission submission, out UInt256 total)
    {
        total = UInt256.Zero;
        Refusal? common = CheckCommon(
            rewards, submission.Strategies, submission.StartSeconds, submission.DurationSeconds);
        if (common is not null) return common;
        if (submission.OperatorRewards.Count == 0) return Refusals.InputArrayLengthZero;

        uint end = checked(submission.StartSeconds + submission.DurationSeconds);
        if (end >= rewards.Core.Clock.Seconds) return RewardsRefusals.SubmissionNotRetroactive;

        // The contract works out the fee of each, paid or not, before it looks at the total.
        Address before = Address.Zero;
        foreach (OperatorReward reward in submission.OperatorRewards)
        {
            if (reward.Operator.IsZero) return RewardsRefusals.InvalidAddressZero;
            if (reward.Operator.CompareTo(before) <= 0) return RewardsRefusals.OperatorsNotInAscendingOrder;
            if (reward.Amount.IsZero) return RewardsRefusals.AmountIsZero;

            total += reward.Amount;
            _ = Submissions.FeeDown(reward.Amount);
            before = reward.Operator;
        }

        return total > _amountMax ? RewardsRefusals.AmountExceedsMax : null;
    }

    private static Refusal? CheckCommon(
        RewardsCoordinator rewards,
        IReadOnlyList<StrategyMultiplier> strategies,
        uint startSeconds,
        uint durationSeconds)
    {
        ref readonly RewardsLimits limits = ref rewards.Limits;
        if (strategies.Count == 0) return Refusals.InputArrayLengthZero;
        if (durationSeconds > limits.DurationMaxSeconds) return RewardsRefusals.DurationExceedsMax;
        if (durationSeconds % limits.IntervalSeconds != 0) return RewardsRefusals.InvalidDurationRemainder;
        if (durationSeconds == 0) return RewardsRefusals.DurationIsZero;
        if (startSeconds % limits.IntervalSeconds != 0) return RewardsRefusals.InvalidStartTimestampRemainder;
        if (startSeconds < checked(rewards.Core.Clock.Seconds - limits.RetroactiveMaxSeconds)
            || startSeconds < limits.GenesisSeconds)
        {
            return RewardsRefusals.StartTimestampTooFarInPast;
        }

        Address before = Address.Zero;
        foreach (StrategyMultiplier one in strategies)
        {
            // A wider one does not decode, so no rule of the contract sees it.
            if (one.Multiplier.BitLength > MultiplierBits) return Refusal.EmptyRevert;

            if (one.Strategy != Constants.BeaconChainEtherStrategy
                && !rewards.Core.StrategyManager.IsWhitelisted(one.Strategy))
            {
                return Refusals.StrategyNotWhitelisted;
            }

            if (one.Strategy.CompareTo(before) <= 0) return RewardsRefusals.StrategiesNotInAscendingOrder;

            before = one.Strategy;
        }

        return null;
    }
}
