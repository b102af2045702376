using System.CommandLine;

using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>The operators of a book, and how exposed one is.</summary>
internal static class OperatorVerbs
{
    private static readonly Argument<string> _name = new("operator")
    {
        Description = "A name, a part of one, or an address.",
    };

    private static readonly Option<uint?> _at = new("--at")
    {
        Description = "Also what is slashable at this later block, if nobody does anything.",
    };

    public static Command Create() => new("operator", "The operators of a book.")
    {
        Verb.Of("list", "Every operator, the largest first.", List),
        Verb.Of("show", "What is delegated to an operator.", Show, _name),
    };

    public static Command Exposure() => Verb.Of(
        "exposure", "How much of an operator's stake is slashable, and by whom.", Expose, _name, _at);

    private static Report List(Book book, ParseResult parsed) => new(
        $"Operators of {book.Name}",
        [
            new Section(
                "operators",
                [
                    new Column("operator"), new Column("address"), new Column("stakers", true),
                    new Column("services", true), new Column("ether", true),
                ],
                [
                    .. book.Operators.Select(one => (Operator: one, Ether: Ether(book, one)))
                        .OrderByDescending(static pair => pair.Ether)
                        .ThenBy(static pair => pair.Operator.Address)
                        .Select(static pair => (IReadOnlyList<Cell>)
                        [
                            pair.Operator.Name.Length == 0 ? "(no name)" : pair.Operator.Name,
                            pair.Operator.Address.ToString(),
                            Cell.Number(pair.Operator.Stakers),
                            Cell.Number(pair.Operator.ServiceCount),
                            Cell.Amount(pair.Ether, "ETH"),
                        ]),
                ]),
        ],
        ["Ether counts every token of ether as one ether; EIGEN and tokens without a name are left out."]);

    private static Report Show(Book book, ParseResult parsed)
    {
        BookOperator one = Shelf.Operator(book, parsed.GetRequiredValue(_name));
        Section stakes = new(
            "delegated",
            [
                new Column("strategy"), new Column(
                    "shares", true), new Column("behind sets", true, IsAssumed: true),
                new Column("left by slashing", true),
            ],
            [
                .. Risk.Exposure.ByStrategy(
                    book.World, one.Address, book.Strategies.Select(static s => s.Address))
                    .Select(stake => (IReadOnlyList<Cell>)
                    [
                        Shelf.Symbol(book, stake.Strategy),
                        Cell.Amount(stake.Delegated, Shelf.Symbol(book, stake.Strategy)),
                        Cell.Percent(stake.Encumbered),
                        Cell.Percent(stake.MaxMagnitude),
                    ]),
            ]);
        return new Report(
            $"{one.Label} {one.Address}: {Amounts.ToText(one.Stakers)} stakers, {one.ServiceCount} services, "
                + $"as of block {book.World.Clock.Block}",
            [stakes],
            [Verb.AssumedNote]);
    }

    private static Report Expose(Book book, ParseResult parsed)
    {
        BookOperator one = Shelf.Operator(book, parsed.GetRequiredValue(_name));
        uint now = (uint)book.World.Clock.Block;
        uint at = parsed.GetValue(_at) ?? now;
        if (at < now)
        {
            throw new DeskException(ExitCode.Usage, $"--at {at} is in the past: the book is at block {now}");
        }

        Section sets = new(
            "slashable",
            [
                new Column("set"), new Column("strategy"), new Column("allocated", true, true),
                new Column("pending"), new Column(
                    "now", true, true), new Column($"at block {at}", true, true),
            ],
            [
                .. Risk.Exposure.BySet(book.World, one.Address, at).Select(exposure => (IReadOnlyList<Cell>)
                [
                    Shelf.ServiceName(book, exposure.Set),
                    Shelf.Symbol(book, exposure.Strategy),
                    Cell.Percent(exposure.Allocation.Current),
                    exposure.Allocation.EffectBlock == 0
                        ? "none"
                        : $"{exposure.Allocation.PendingDifference} at block "
                            + exposure.Allocation.EffectBlock,
                    Cell.Amount(exposure.SlashableNow, Shelf.Symbol(book, exposure.Strategy)),
                    Cell.Amount(exposure.SlashableThen, Shelf.Symbol(book, exposure.Strategy)),
                ]),
            ]);
        Section queued = new(
            "queued and still slashable",
            [new Column("strategy"), new Column("shares", true)],
            [
                .. Risk.Exposure.ByStrategy(
                    book.World, one.Address, book.Strategies.Select(static s => s.Address))
                    .Select(stake => (IReadOnlyList<Cell>)
                    [
                        Shelf.Symbol(book, stake.Strategy),
                        Cell.Amount(stake.QueuedSlashable, Shelf.Symbol(book, stake.Strategy)),
                    ]),
            ]);
        return new Report(
            $"Exposure of {one.Label} {one.Address}, as of block {now}", [sets, queued], [Verb.AssumedNote]);
    }

    private static UInt256 Ether(Book book, BookOperator one)
    {
        UInt256 total = UInt256.Zero;
        foreach (BookShares shares in one.Shares)
        {
            if (book.Strategies.First(strategy => strategy.Address == shares.Strategy).IsEther)
            {
                total += shares.Amount;
            }
        }

        return total;
    }
}
