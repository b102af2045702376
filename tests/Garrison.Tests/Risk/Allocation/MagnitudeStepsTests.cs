using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Risk.Allocation;
using Garrison.Simulation.Books;

namespace Garrison.Tests.Risk.Allocation;

/// <summary>What an operator sends to change what it puts behind two sets, half and half at the
/// start.</summary>
public sealed class MagnitudeStepsTests
{
    private const ulong DeallocationDelay = 100_800;

    private static readonly Address _strategy = Address.FromNumber(0x1001);
    private static readonly Book _book = Build();

    [Fact]
    public void What_stays_is_not_sent() => Assert.Empty(Steps(5000, 5000));

    [Fact]
    public void Cuts_go_at_once()
    {
        MagnitudeStep step = Assert.Single(Steps(2000, 5000));
        Assert.Equal(_book.World.Clock.Block, step.FromBlock);
        Assert.Equal([2000u], step.Targets.Select(static target => target.Bips));
    }

    // What is cut is bound until it can no longer be slashed: in effect a block after the delay.
    [Fact]
    public void A_raise_waits_for_its_cut()
    {
        IReadOnlyList<MagnitudeStep> steps = Steps(0, 8000);
        Assert.Equal(2, steps.Count);
        Assert.Equal([0u], steps[0].Targets.Select(static target => target.Bips));
        Assert.Equal([8000u], steps[1].Targets.Select(static target => target.Bips));
        Assert.Equal(_book.World.Clock.Block + DeallocationDelay + 1, steps[1].FromBlock);
    }

    [Fact]
    public void More_than_all_is_refused() => Assert.Contains(
        "InsufficientMagnitude",
        Assert.Throws<WhatIfRefusedException>(() => Steps(6000, 6000)).Message);

    private static IReadOnlyList<MagnitudeStep> Steps(uint first, uint second) => MagnitudeSteps.Of(
        _book,
        _book.Operators[0],
        _strategy,
        [new BipsTarget(_book.Services[0].Set, first), new BipsTarget(_book.Services[1].Set, second)]);

    private static Book Build()
    {
        var one = Address.FromNumber(0x4001);
        return BookReader.Assemble(
            "two sets",
            20_000_000,
            SmallBook.StartTime,
            [new BookStrategy(_strategy, "stETH", Address.FromNumber(0x1101))],
            [
                new BookOperator(
                    one, "One", 1, 2, Address.FromNumber(0x5001), [new BookShares(_strategy, Wad.Scale)]),
            ],
            [
                .. Enumerable.Range(0, 2).Select(i => new BookService(
                    $"Service {i}", new OperatorSet(Address.FromNumber(0x3001 + (ulong)i), 1), false, [one])),
            ],
            []);
    }
}
