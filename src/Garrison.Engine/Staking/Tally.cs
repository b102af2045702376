namespace Garrison.Engine.Staking;

/// <summary>The effective balance behind each vote at the end of an epoch, in gwei, at least one
/// increment.</summary>
internal readonly struct Tally
{
    /// <summary>Counts the votes of every validator.</summary>
    public Tally(BeaconChain chain)
    {
        (ulong epoch, ulong previous) = (chain.Epoch, chain.PreviousEpoch);
        foreach (ref readonly Cohort cohort in chain.Validators)
        {
            ulong balance = cohort.EffectiveBalanceGwei * cohort.Count;
            if (cohort.IsActive(epoch))
            {
                Active += balance;
                CurrentTarget += cohort.Did(Duties.Target) ? balance : 0;
            }

            if (cohort.IsActive(previous))
            {
                Source += cohort.Did(Duties.Source) ? balance : 0;
                Target += cohort.Did(Duties.Target) ? balance : 0;
                Head += cohort.Did(Duties.Head) ? balance : 0;
            }
        }

        Active = Math.Max(Spec.Increment, Active);
        CurrentTarget = Math.Max(Spec.Increment, CurrentTarget);
        Target = Math.Max(Spec.Increment, Target);
    }

    /// <summary>Of all who are active in the epoch.</summary>
    public ulong Active { get; }

    /// <summary>Of the target votes for the epoch.</summary>
    public ulong CurrentTarget { get; }

    /// <summary>Of the source votes for the epoch before.</summary>
    public ulong Source { get; }

    /// <summary>Of the target votes for the epoch before.</summary>
    public ulong Target { get; }

    /// <summary>Of the head votes for the epoch before.</summary>
    public ulong Head { get; }
}
