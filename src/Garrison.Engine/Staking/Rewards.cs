using Garrison.Primitives;

namespace Garrison.Engine.Staking;

/// <summary>What validators earn and lose, in gwei; every quotient rounds down.</summary>
/// <remarks>Source: ethereum/consensus-specs, <c>specs/altair/beacon-chain.md</c> and
/// <c>specs/electra/beacon-chain.md</c>.</remarks>
public static class Rewards
{
    /// <summary>The reward of an epoch for one increment of effective balance: 64 · 10⁹ / √stake.</summary>
    /// <param name="totalActiveGwei">The active stake, at least one increment.</param>
    public static ulong BasePerIncrement(ulong totalActiveGwei) =>
        Spec.Increment * Spec.BaseRewardFactor / SquareRootDown(totalActiveGwei);

    /// <summary>The base reward of an epoch for an effective balance.</summary>
    public static ulong Base(ulong effectiveBalanceGwei, ulong totalActiveGwei) =>
        effectiveBalanceGwei / Spec.Increment * BasePerIncrement(totalActiveGwei);

    /// <summary>What a timely vote earns, when not in a leak.</summary>
    /// <param name="baseRewardGwei">The base reward of the validator.</param>
    /// <param name="weight">Of the vote: 14 source, 26 target, 14 head.</param>
    /// <param name="participatingGwei">The effective balance of all who made the vote.</param>
    /// <param name="totalActiveGwei">The active stake.</param>
    public static ulong Vote(
        ulong baseRewardGwei, ulong weight, ulong participatingGwei, ulong totalActiveGwei) =>
        baseRewardGwei * weight * (Math.Max(Spec.Increment, participatingGwei) / Spec.Increment)
            / (totalActiveGwei / Spec.Increment * Spec.WeightDenominator);

    /// <summary>The weights of votes together, in 64ths of a base reward.</summary>
    public static ulong Weight(Duties votes) =>
        (votes.HasFlag(Duties.Source) ? Spec.SourceWeight : 0)
        + (votes.HasFlag(Duties.Target) ? Spec.TargetWeight : 0)
        + (votes.HasFlag(Duties.Head) ? Spec.HeadWeight : 0);

    /// <summary>What a missed source or target vote costs.</summary>
    public static ulong MissedVote(ulong baseRewardGwei, ulong weight) =>
        baseRewardGwei * weight / Spec.WeightDenominator;

    /// <summary>What an inactivity score costs in an epoch in which the target was missed.</summary>
    public static ulong Inactivity(ulong effectiveBalanceGwei, ulong score) =>
        effectiveBalanceGwei * score / (Spec.InactivityScoreBias * Spec.InactivityPenaltyQuotient);

    /// <summary>What a member of the sync committee earns for a slot, and loses when absent.</summary>
    public static ulong SyncParticipant(ulong totalActiveGwei) =>
        SyncCommittee(totalActiveGwei) / Spec.SyncCommitteeSize;

    /// <summary>What all members together can earn for a slot.</summary>
    public static ulong SyncCommittee(ulong totalActiveGwei) =>
        BasePerIncrement(totalActiveGwei) * (totalActiveGwei / Spec.Increment)
            * Spec.SyncWeight / Spec.WeightDenominator / Spec.SlotsPerEpoch;

    /// <summary>What the proposer of a slot earns for each member that took part.</summary>
    public static ulong SyncProposer(ulong totalActiveGwei) =>
        SyncParticipant(totalActiveGwei) * Spec.ProposerWeight
            / (Spec.WeightDenominator - Spec.ProposerWeight);

    /// <summary>What a proposer earns for an attestation.</summary>
    /// <param name="newVotesGwei">The sum, over its voters, of base reward times the weights of the votes
    /// that no earlier attestation made for them.</param>
    public static ulong AttestationProposer(ulong newVotesGwei) =>
        newVotesGwei / ((Spec.WeightDenominator - Spec.ProposerWeight)
            * Spec.WeightDenominator / Spec.ProposerWeight);

    /// <summary>What a slashing takes at once.</summary>
    public static ulong InitialSlashing(ulong effectiveBalanceGwei) =>
        effectiveBalanceGwei / Spec.SlashingPenaltyQuotient;

    /// <summary>What the report of a slashing earns; all goes to the proposer who is its own
    /// whistleblower.</summary>
    public static ulong Whistleblower(ulong effectiveBalanceGwei) =>
        effectiveBalanceGwei / Spec.WhistleblowerQuotient;

    /// <summary>What a slashed validator loses halfway, for all that was slashed around it.</summary>
    /// <param name="effectiveBalanceGwei">Of the validator.</param>
    /// <param name="slashedGwei">The effective balance slashed in the last 8,192 epochs.</param>
    /// <param name="totalActiveGwei">The active stake.</param>
    public static ulong Correlation(ulong effectiveBalanceGwei, ulong slashedGwei, ulong totalActiveGwei)
    {
        ulong adjusted = Math.Min(slashedGwei * Spec.ProportionalSlashingMultiplier, totalActiveGwei);
        return adjusted / (totalActiveGwei / Spec.Increment) * (effectiveBalanceGwei / Spec.Increment);
    }

    /// <summary>The effective balance that follows from a balance: it moves when the balance is a quarter
    /// increment below it or one and a quarter above.</summary>
    public static ulong EffectiveBalance(ulong beforeGwei, ulong balanceGwei, ulong maxGwei)
    {
        bool moves = balanceGwei + Spec.HysteresisDown < beforeGwei
            || beforeGwei + Spec.HysteresisUp < balanceGwei;
        return moves ? Math.Min(balanceGwei - (balanceGwei % Spec.Increment), maxGwei) : beforeGwei;
    }

    /// <summary>⌊√value⌋.</summary>
    public static ulong SquareRootDown(ulong value) => ((UInt256)value).SqrtDown().ToUInt64();
}
