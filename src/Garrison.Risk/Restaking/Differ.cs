using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Restaking;

/// <summary>Puts two outcomes of one shock side by side, and names the rules that make them differ.</summary>
internal static class Differ
{
    /// <summary>Who lost what on either.</summary>
    public static IReadOnlyList<LossDifference> Losses(SlashShock shock, SlashOutcome one, SlashOutcome other)
    {
        Dictionary<(Address, Address), HolderLoss> mineLost = ByHolder(one.Losses);
        Dictionary<(Address, Address), HolderLoss> theirsLost = ByHolder(other.Losses);
        Dictionary<(Address, OperatorSet, Address), StaysSlashable> atStake =
            ByService(other.Slashable);
        return
        [
            .. from before in one.Slashable
               where before.Service == shock.Service
               let key = (before.Operator.Address, before.Asset)
               let mine = mineLost.GetValueOrDefault(key)
               let theirs = theirsLost.GetValueOrDefault(key)
               where mine is not null || theirs is not null
               select new LossDifference(
                   before.Operator,
                   before.Asset,
                   mine?.Lost ?? UInt256.Zero,
                   theirs?.Lost ?? UInt256.Zero,
                   WhyLost(before, Match(atStake, before), mine, theirs)),
        ];
    }

    /// <summary>What a new offence could take on either.</summary>
    public static IReadOnlyList<SlashableDifference> Slashable(
        SlashShock shock, SlashOutcome one, SlashOutcome other)
    {
        Dictionary<(Address, OperatorSet, Address), StaysSlashable> theirs = ByService(other.Slashable);
        bool someLeft = !shock.LeaveBefore.Raw.IsZero || !shock.LeaveAfter.Raw.IsZero;
        return
        [
            .. from mine in one.Slashable
               let match = Match(theirs, mine)
               select new SlashableDifference(mine, match, WhySlashable(shock, someLeft, mine, match)),
        ];
    }

    /// <summary>How much of the stake the services lay claim to on either.</summary>
    public static IReadOnlyList<ClaimsDifference> Claims(
        SlashShock shock, SlashOutcome one, SlashOutcome other) =>
    [
        .. from @operator in shock.Operators
           let theirs = other.Market.StakesOf(@operator).ToDictionary(static stake => stake.Asset)
           from mine in one.Market.StakesOf(@operator)
           where theirs.ContainsKey(mine.Asset)
           select new ClaimsDifference(@operator, mine, theirs[mine.Asset]),
    ];

    /// <summary>When the last is out on either.</summary>
    public static IReadOnlyList<ExitDifference> Exits(
        SlashShock shock, SlashOutcome one, SlashOutcome other) =>
    [
        .. from @operator in shock.Operators
           from isLeaving in (bool[])[true, false]
           let mine = LastOut(one, @operator, isLeaving)
           let theirs = LastOut(other, @operator, isLeaving)
           where mine is not null && theirs is not null
           select new ExitDifference(@operator, isLeaving, mine.Value, theirs.Value),
    ];

    private static IReadOnlyList<DifferenceRule> WhyLost(
        StaysSlashable mine, StaysSlashable theirs, HolderLoss? one, HolderLoss? other)
    {
        UInt256 lost = one?.Lost ?? UInt256.Zero;
        UInt256 theirLoss = other?.Lost ?? UInt256.Zero;
        if (lost == theirLoss) return [];

        UInt256 held = one?.HeldBefore ?? other!.HeldBefore;
        return mine.Before.AbsoluteDifference(theirs.Before) > Rounding(held)
            ? [DifferenceRule.LimitsOverlap]
            : [DifferenceRule.Rounding];
    }

    private static List<DifferenceRule> WhySlashable(
        SlashShock shock, bool someLeft, StaysSlashable mine, StaysSlashable theirs)
    {
        if (mine.After == theirs.After) return [];

        List<DifferenceRule> why = [];
        bool isSlashed = mine.Service == shock.Service
            && (shock.Assets.Count == 0 || shock.Assets.Contains(mine.Asset));
        if (mine.Before.AbsoluteDifference(theirs.Before) > Rounding(mine.Before))
        {
            why.Add(DifferenceRule.LimitsOverlap);
        }

        if (isSlashed) why.Add(DifferenceRule.SlashCutsAllocation);
        if (someLeft) why.Add(DifferenceRule.AllocationFollowsStake);
        if (theirs.After < theirs.Before) why.Add(DifferenceRule.VaultBelowLimit);
        if (why.Count == 0) why.Add(DifferenceRule.Rounding);
        return why;
    }

    private static BlockTime? LastOut(SlashOutcome outcome, BookOperator @operator, bool isLeaving)
    {
        Position[] positions =
        [
            .. outcome.Ladder.Where(position => position.Operator == @operator
                && position.IsLeaving == isLeaving && !position.Amount.IsZero),
        ];
        return positions.Length == 0 ? null : positions.MaxBy(static one => one.FreeFrom.Second)!.FreeFrom;
    }

    // A service that is given nothing has no limit to show for it.
    private static StaysSlashable Match(
        Dictionary<(Address, OperatorSet, Address), StaysSlashable> rows, StaysSlashable mine) =>
        rows.GetValueOrDefault((mine.Operator.Address, mine.Service.Set, mine.Asset))
            ?? mine with { Before = UInt256.Zero, After = UInt256.Zero };

    private static Dictionary<(Address, OperatorSet, Address), StaysSlashable> ByService(
        IReadOnlyList<StaysSlashable> rows) =>
        rows.ToDictionary(static row => (row.Operator.Address, row.Service.Set, row.Asset));

    private static Dictionary<(Address, Address), HolderLoss> ByHolder(IReadOnlyList<HolderLoss> rows) =>
        rows.ToDictionary(static row => (row.Operator.Address, row.Asset));

    // A magnitude has 18 digits: a unit of it is this much of what is held, and it is rounded twice.
    private static UInt256 Rounding(UInt256 held) => (held.DivUp(Wad.Scale) * 2UL) + 4UL;
}
