using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Allocation;

/// <summary>What an operator is to put behind a set.</summary>
/// <param name="Set">Behind which.</param>
/// <param name="Bips">How much of what it may still put somewhere in all, in hundredths of a percent.</param>
public sealed record BipsTarget(OperatorSet Set, uint Bips);

/// <summary>Changes that an operator can send at once.</summary>
/// <param name="Operator">Who.</param>
/// <param name="Strategy">Of what stake.</param>
/// <param name="FromBlock">From which block on they are accepted.</param>
/// <param name="Targets">The changes; what stays as it is is not among them, since the contract refuses
/// it.</param>
public sealed record MagnitudeStep(
    BookOperator Operator, Address Strategy, ulong FromBlock, IReadOnlyList<BipsTarget> Targets);

/// <summary>How an operator gets from what it has behind sets to what it is to have.</summary>
/// <remarks>
/// What is taken from a set stays bound until it can no longer be slashed, and only then can be put behind
/// another. So where the engine refuses all changes at once, the cuts come first and the rest follows when
/// they are in effect. Every step is accepted on a fork.
/// </remarks>
public static class MagnitudeSteps
{
    /// <summary>All bips.</summary>
    public const uint BipsMax = 10_000;

    /// <summary>The steps of an operator; none when nothing changes.</summary>
    /// <param name="book">The book.</param>
    /// <param name="operator">Who.</param>
    /// <param name="strategy">Of what stake.</param>
    /// <param name="targets">What it is to have behind each set; at most 10,000 in all.</param>
    /// <exception cref="WhatIfRefusedException">A rule forbids a step.</exception>
    public static IReadOnlyList<MagnitudeStep> Of(
        Book book, BookOperator @operator, Address strategy, IReadOnlyList<BipsTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(@operator);
        World world = book.World.Fork();
        Magnitudes magnitudes = world.EigenLayer.Magnitudes;
        ulong max = magnitudes.Max(@operator.Address, strategy);
        (BipsTarget Target, ulong Magnitude, ulong Current)[] changes =
        [
            .. targets.Select(target => (
                    target,
                    MagnitudeOf(max, target.Bips),
                    magnitudes.AllocationOf(@operator.Address, target.Set, strategy).Current))
                .Where(static change => change.Item2 != change.Current),
        ];
        if (changes.Length == 0) return [];

        MagnitudeStep all = new(
            @operator, strategy, world.Clock.Block, [.. changes.Select(static change => change.Target)]);
        if (book.World.Fork().Execute(CommandOf(all, max)) is Accepted) return [all];

        MagnitudeStep cuts = all with
        {
            Targets =
            [
                .. changes.Where(static change => change.Magnitude < change.Current)
                    .Select(static change => change.Target),
            ],
        };
        if (cuts.Targets.Count > 0) _ = WhatIf.Do(world, CommandOf(cuts, max));

        ulong blocks = cuts.Targets.Max(target =>
            magnitudes.AllocationOf(@operator.Address, target.Set, strategy).EffectBlock, world.Clock.Block)
            - world.Clock.Block;
        if (blocks > 0)
        {
            _ = WhatIf.Do(
                world, new AdvanceClock(@operator.Address, blocks, blocks * Spec.SecondsPerSlot));
        }

        MagnitudeStep raises = new(
            @operator,
            strategy,
            world.Clock.Block,
            [.. all.Targets.Where(target => !cuts.Targets.Contains(target))]);
        _ = WhatIf.Do(world, CommandOf(raises, max));
        return cuts.Targets.Count > 0 ? [cuts, raises] : [raises];
    }

    private static ulong Max(
        this IReadOnlyList<BipsTarget> targets, Func<BipsTarget, ulong> block, ulong atLeast) =>
        targets.Select(block).Append(atLeast).Max();

    private static ulong MagnitudeOf(ulong max, uint bips) => (ulong)((UInt128)max * bips / BipsMax);

    private static ModifyAllocations CommandOf(MagnitudeStep step, ulong max) => new(
        step.Operator.Address,
        step.Operator.Address,
        [
            .. step.Targets.Select(target => new AllocationTarget(
                target.Set, [step.Strategy], [MagnitudeOf(max, target.Bips)])),
        ]);
}
