using System.CommandLine;

using Garrison.Engine;
using Garrison.Engine.Staking;
using Garrison.Risk;
using Garrison.Simulation.Books;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>How much can leave by when.</summary>
internal static class WithdrawalVerbs
{
    private static readonly Option<string> _operator = new("--operator")
    {
        Description = "Whose holders: a name, a part of one, or an address.",
        Required = true,
    };

    public static Command Create() => new("withdrawal", "The withdrawal queue.")
    {
        Verb.Of(
            "ladder", "How much can leave by when, and until when it is still slashable.", Ladder, _operator),
    };

    /// <summary>The block and the estimated time from which a step is free.</summary>
    public static string Free(World world, LadderStep step)
    {
        ulong waits = step.FreeFrom > world.Clock.Block ? step.FreeFrom - world.Clock.Block : 0;
        ulong free = world.Clock.Seconds + (waits * Spec.SecondsPerSlot);
        return $"block {step.FreeFrom}, {Amounts.ToTime(free)}";
    }

    private static Report Ladder(Book book, ParseResult parsed)
    {
        BookOperator one = Shelf.Operator(book, parsed.GetRequiredValue(_operator));
        Section steps = new(
            "ladder",
            [
                new Column("strategy"), new Column("shares", true), new Column("state"),
                new Column("slashable until"), new Column("free from (est.)"),
            ],
            [
                .. WithdrawalLadder.Of(book.World, one.Cohort).Select(step => (IReadOnlyList<Cell>)
                [
                    Shelf.Symbol(book, step.Strategy),
                    Cell.Amount(step.Shares, Shelf.Symbol(book, step.Strategy)),
                    step.IsQueued ? "in the queue" : "if queued now",
                    $"block {step.SlashableUntil}",
                    Free(book.World, step),
                ]),
            ]);
        return new Report(
            $"Withdrawals of the {Amounts.ToText(one.Stakers)} stakers of {one.Label}, "
                + $"as of block {book.World.Clock.Block}",
            [steps],
            ["Dates are estimates at 12 seconds a block."]);
    }
}
