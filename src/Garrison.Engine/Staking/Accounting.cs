namespace Garrison.Engine.Staking;

/// <summary>What an epoch's votes pay and cost every validator.</summary>
/// <remarks>
/// Flag by flag, then inactivity, a balance stopping at 0 after each. Source:
/// <c>process_inactivity_updates</c> and <c>process_rewards_and_penalties</c>,
/// <c>specs/altair/beacon-chain.md</c>.
/// </remarks>
internal readonly struct Accounting
{
    private static readonly (Duties Duty, ulong Weight)[] _votes =
    [
        (Duties.Source, Spec.SourceWeight),
        (Duties.Target, Spec.TargetWeight),
        (Duties.Head, Spec.HeadWeight),
    ];

    private readonly BeaconChain _chain;
    private readonly ulong _previousEpoch;
    private readonly bool _isLeaking;
    private readonly ulong _totalActive;
    private readonly ulong _basePerIncrement;
    private readonly ulong[] _participating;

    public Accounting(BeaconChain chain, in Tally tally)
    {
        _chain = chain;
        _previousEpoch = chain.PreviousEpoch;
        _isLeaking = chain.Finality.IsLeaking;
        _totalActive = tally.Active;
        _basePerIncrement = Rewards.BasePerIncrement(_totalActive);
        _participating = [tally.Source, tally.Target, tally.Head];
    }

    /// <summary>The cohort after an epoch: its scores and the deltas of all votes applied.</summary>
    public Cohort Settled(in Cohort cohort)
    {
        if (!cohort.IsEligible(_previousEpoch)) return cohort;

        ulong score = Score(in cohort);
        return cohort with { InactivityScore = score, BalanceGwei = Balance(in cohort, score) };
    }

    /// <summary>The score that follows from a cohort's target vote.</summary>
    public ulong Score(in Cohort cohort)
    {
        ulong score = IsTimely(cohort, Duties.Target)
            ? cohort.InactivityScore - Math.Min(1, cohort.InactivityScore)
            : cohort.InactivityScore + Spec.InactivityScoreBias;
        ulong recovered = _isLeaking ? 0 : Math.Min(Spec.InactivityScoreRecovery, score);
        return score - recovered;
    }

    /// <summary>What each validator of a cohort earns and loses for one vote: 0 source, 1 target, 2
    /// head.</summary>
    public (ulong Reward, ulong Penalty) Vote(in Cohort cohort, int vote)
    {
        (Duties duty, ulong weight) = _votes[vote];
        ulong baseReward = cohort.Increments * _basePerIncrement;
        if (IsTimely(cohort, duty))
        {
            ulong reward = _isLeaking
                ? 0
                : Rewards.Vote(baseReward, weight, _participating[vote], _totalActive);
            return (reward, 0);
        }

        return (0, duty == Duties.Head ? 0 : Rewards.MissedVote(baseReward, weight));
    }

    /// <summary>What each validator of a cohort loses for its new score.</summary>
    public ulong Inactivity(in Cohort cohort, ulong score) => IsTimely(in cohort, Duties.Target)
        ? 0
        : Rewards.Inactivity(cohort.EffectiveBalanceGwei, score);

    private ulong Balance(in Cohort cohort, ulong score)
    {
        ulong balance = cohort.BalanceGwei;
        for (int vote = 0; vote < _votes.Length; vote++)
        {
            (ulong reward, ulong penalty) = Vote(in cohort, vote);
            balance += reward;
            balance -= Math.Min(balance, penalty);
        }

        return balance - Math.Min(balance, Inactivity(in cohort, score));
    }

    private bool IsTimely(in Cohort cohort, Duties duty) =>
        cohort.Did(duty) && cohort.IsActive(_previousEpoch);
}
