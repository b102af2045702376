using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk;

/// <summary>A slash to try: who is slashed by whom, by how much, and who runs.</summary>
/// <param name="Operators">Whom.</param>
/// <param name="Set">By which set.</param>
/// <param name="Strategies">In what; empty for all that the operator puts behind the set.</param>
/// <param name="Part">Which part of what is put behind the set, above 0 and at most 1.</param>
/// <param name="LeaveBefore">Which part of their shares the holders queue just before.</param>
/// <param name="LeaveAfter">Which part of what is left they queue just after.</param>
/// <param name="Blocks">How many blocks pass at the end.</param>
public sealed record SlashShock(
    IReadOnlyList<BookOperator> Operators,
    OperatorSet Set,
    IReadOnlyList<Address> Strategies,
    Wad Part,
    Wad LeaveBefore,
    Wad LeaveAfter,
    ulong Blocks);

/// <summary>What a slash did to the holders of an operator in one strategy, in shares.</summary>
/// <param name="Operator">Whose holders.</param>
/// <param name="Strategy">In what.</param>
/// <param name="HeldBefore">What they had, deposited and queued.</param>
/// <param name="HeldAfter">What they have, deposited and queued.</param>
/// <param name="Slashed">What the contracts booked as slashed.</param>
/// <param name="MagnitudeBefore">The operator's maximum magnitude before, in 10⁻¹⁸.</param>
/// <param name="MagnitudeAfter">The same after.</param>
public sealed record HolderLoss(
    BookOperator Operator,
    Address Strategy,
    UInt256 HeldBefore,
    UInt256 HeldAfter,
    UInt256 Slashed,
    ulong MagnitudeBefore,
    ulong MagnitudeAfter)
{
    /// <summary>What they lost: at least what was slashed, by at most a unit a holding of rounding.</summary>
    public UInt256 Lost => HeldBefore - HeldAfter;
}

/// <summary>What a set could slash before, and can after, summed over what is not named.</summary>
/// <param name="Operator">From whom.</param>
/// <param name="Set">Which set.</param>
/// <param name="Strategy">In what.</param>
/// <param name="Before">Shares before.</param>
/// <param name="After">Shares after.</param>
public sealed record StaysSlashable(
    BookOperator Operator, OperatorSet Set, Address Strategy, UInt256 Before, UInt256 After);

/// <summary>What came of a slash that was tried on a fork.</summary>
/// <param name="World">The fork, at the end.</param>
/// <param name="SlashBlock">When the slash happened.</param>
/// <param name="Losses">Who lost what.</param>
/// <param name="Slashable">What stays slashable.</param>
/// <param name="Ladder">Who can leave when.</param>
/// <param name="ClearFrom">From which block on the slashed shares can be burned or redistributed.</param>
/// <param name="Recipient">Who is paid them.</param>
public sealed record SlashOutcome(
    World World,
    ulong SlashBlock,
    IReadOnlyList<HolderLoss> Losses,
    IReadOnlyList<StaysSlashable> Slashable,
    IReadOnlyList<LadderStep> Ladder,
    ulong ClearFrom,
    Address Recipient);

/// <summary>Tries a slash on a fork of a book, and compares before and after.</summary>
public static class SlashWhatIf
{
    /// <summary>Plays a shock on a fork; the book stays as it is.</summary>
    /// <exception cref="WhatIfRefusedException">A rule of the protocol forbids a step.</exception>
    public static SlashOutcome Run(Book book, SlashShock shock)
    {
        World before = book.World;
        World world = before.Fork();
        foreach (BookOperator @operator in shock.Operators)
        {
            Leave(world, @operator, shock.LeaveBefore);
        }

        Dictionary<(Address Operator, Address Strategy), UInt256> slashed = [];
        foreach (BookOperator @operator in shock.Operators)
        {
            Slash(world, shock, @operator, slashed);
        }

        ulong slashBlock = world.Clock.Block;
        foreach (BookOperator @operator in shock.Operators)
        {
            Leave(world, @operator, shock.LeaveAfter);
        }

        WhatIf.Do(world, new AdvanceClock(Address.Zero, shock.Blocks, shock.Blocks * 12));
        return new SlashOutcome(
            world,
            slashBlock,
            [.. shock.Operators.SelectMany(one => Losses(before, world, one, slashed))],
            [.. shock.Operators.SelectMany(one => Slashable(before, world, one))],
            [.. shock.Operators.SelectMany(one => WithdrawalLadder.Of(world, one.Cohort))],
            ClearFrom(world, shock.Set),
            world.EigenLayer.OperatorSets.RedistributionRecipient(shock.Set));
    }

    private static void Leave(World world, BookOperator @operator, Wad part)
    {
        DelegationManager delegation = world.EigenLayer.Delegation;
        Address[] strategies = [.. delegation.DepositedStrategies(@operator.Cohort)];
        UInt256[] shares =
        [
            .. strategies.Select(
                strategy => part.MulDown(delegation.DepositShares(@operator.Cohort, strategy))),
        ];
        int[] leaving = [.. Enumerable.Range(0, shares.Length).Where(index => !shares[index].IsZero)];
        if (leaving.Length > 0)
        {
            QueuedShares request = new(
                [.. leaving.Select(index => strategies[index])], [.. leaving.Select(index => shares[index])]);
            WhatIf.Do(world, new QueueWithdrawals(@operator.Cohort, [request]));
        }
    }

    /// <summary>Slashes an operator, and adds what was booked as slashed.</summary>
    internal static void Slash(
        World world,
        SlashShock shock,
        BookOperator @operator,
        Dictionary<(Address Operator, Address Strategy), UInt256> slashed)
    {
        EigenLayerCore core = world.EigenLayer;
        Address[] strategies =
        [
            .. (shock.Strategies.Count > 0
                ? shock.Strategies
                : core.Magnitudes.AllocatedStrategies(@operator.Address, shock.Set)).Order(),
        ];
        Accepted accepted = WhatIf.Do(world, new SlashOperator(
            core.OperatorSets.SlasherOf(shock.Set),
            shock.Set,
            @operator.Address,
            strategies,
            [.. strategies.Select(_ => shock.Part.Raw)],
            "what if"));
        foreach (OperatorSharesSlashed fact in accepted.Events.OfType<OperatorSharesSlashed>())
        {
            slashed[(fact.Operator, fact.Strategy)] = fact.TotalSlashedShares;
        }
    }

    private static IEnumerable<HolderLoss> Losses(
        World before,
        World after,
        BookOperator @operator,
        Dictionary<(Address Operator, Address Strategy), UInt256> slashed) =>
        @operator.Shares
            .Where(shares => slashed.ContainsKey((@operator.Address, shares.Strategy)))
            .Select(shares => new HolderLoss(
                @operator,
                shares.Strategy,
                WithdrawalLadder.Total(before, @operator.Cohort, shares.Strategy),
                WithdrawalLadder.Total(after, @operator.Cohort, shares.Strategy),
                slashed[(@operator.Address, shares.Strategy)],
                before.EigenLayer.Magnitudes.Max(@operator.Address, shares.Strategy),
                after.EigenLayer.Magnitudes.Max(@operator.Address, shares.Strategy)));

    private static IEnumerable<StaysSlashable> Slashable(World before, World after, BookOperator @operator)
    {
        uint block = (uint)after.Clock.Block;
        return Exposure.BySet(before, @operator.Address, block).Select(exposure => new StaysSlashable(
            @operator,
            exposure.Set,
            exposure.Strategy,
            exposure.SlashableNow,
            after.EigenLayer.Slashing.MinimumSlashableShares(
                @operator.Address, exposure.Set, exposure.Strategy, block)));
    }

    private static ulong ClearFrom(World world, OperatorSet set)
    {
        ulong latest = world.EigenLayer.Slashing.CountOf(set);
        return world.EigenLayer.SlashedShares.ResolutionBlock(set, latest) + 1UL;
    }
}
