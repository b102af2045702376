namespace Garrison.Risk.Restaking;

/// <summary>A rule that makes one shock end differently on EigenLayer and on Symbiotic.</summary>
public enum DifferenceRule
{
    /// <summary>The two round at other places.</summary>
    Rounding,

    /// <summary>Magnitudes are given once, limits as often as a curator likes.</summary>
    LimitsOverlap,

    /// <summary>A slash is taken from the allocation; a limit stays as it is.</summary>
    SlashCutsAllocation,

    /// <summary>An allocation follows the stake; a limit is an amount.</summary>
    AllocationFollowsStake,

    /// <summary>A limit holds only as far as the vault covers it.</summary>
    VaultBelowLimit,

    /// <summary>One waits blocks from each request, the other until an epoch is over.</summary>
    EpochsAgainstDelay,

    /// <summary>One waits for a resolution, the other pays at once.</summary>
    PaidAtOnce,

    /// <summary>A resolver can veto, so the slash waits.</summary>
    VetoFirst,
}

/// <summary>The rules in words.</summary>
public static class DifferenceRules
{
    /// <summary>What a rule says, in a sentence or two.</summary>
    public static string Words(DifferenceRule rule) => rule switch
    {
        DifferenceRule.Rounding =>
            "Rounding: EigenLayer slashes a magnitude of 18 digits and every balance follows by "
            + "multiplication; Symbiotic slashes units of the token and every share follows by division.",
        DifferenceRule.LimitsOverlap =>
            "Limits overlap: a magnitude is given to one set only, while the same stake can be within the "
            + "limits of many networks, and each may take its part of all of it.",
        DifferenceRule.SlashCutsAllocation =>
            "A slash cuts the allocation: on EigenLayer the set has that much less to slash from then on. On "
            + "Symbiotic the limit stands, and a new offence answers with all of it again.",
        DifferenceRule.AllocationFollowsStake =>
            "An allocation is a part of the stake, and falls when holders ask to leave. A limit is an "
            + "amount, and stays until the vault has less than that.",
        DifferenceRule.VaultBelowLimit =>
            "The vault has less than the limit: the network can take what is there, and no more.",
        DifferenceRule.EpochsAgainstDelay =>
            "EigenLayer counts its delay from each request. Symbiotic pays what was asked for in one epoch "
            + "when the next one is over, so the wait is between one epoch and two. Both can slash what "
            + "waits.",
        DifferenceRule.PaidAtOnce =>
            "EigenLayer holds slashed shares until their resolution, and beacon chain ether stays in its "
            + "pods. Symbiotic sends the collateral to the vault's burner in the slash itself.",
        DifferenceRule.VetoFirst =>
            "A resolver can veto: on Symbiotic the slash is asked for, and waits. Who leaves meanwhile bears "
            + "it all the same, since the stake of the offence's second answers.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };
}
