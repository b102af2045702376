using System.CommandLine;

using Garrison.Engine;
using Garrison.Risk.Restaking;
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

    public static Command Create() => new("withdrawal", "What leaves, and when.")
    {
        Verb.Of(
            "ladder", "How much can leave by when, and until when it is still slashable.", Ladder, _operator),
    };

    /// <summary>The steps of holders of several operators.</summary>
    public static Section Steps(string name, Book book, World world, IEnumerable<Position> positions) => new(
        name,
        [
            new Column("holders of"),
            new Column(Shelf.AssetWord(book)),
            new Column("amount", true),
            new Column("state"),
            new Column("slashable until"),
            new Column(book.Protocol == RestakingProtocol.EigenLayer ? "free from (est.)" : "free from"),
        ],
        [
            .. positions.Where(static position => !position.Amount.IsZero)
                .Select(position => (IReadOnlyList<Cell>)
                [
                    position.Operator.Label,
                    Shelf.Symbol(book, position.Asset),
                    Cell.Amount(position.Amount, Shelf.Symbol(book, position.Asset)),
                    State(book, position),
                    position.SlashableUntil is { } until ? Until(until) : "no more",
                    Free(world, position.FreeFrom),
                ]),
        ]);

    /// <summary>The block, if one decides, and the time.</summary>
    public static string When(BlockTime moment) => moment.Block is { } block
        ? $"block {block}, {Amounts.ToTime(moment.Second)}"
        : Amounts.ToTime(moment.Second);

    /// <summary>What is to be said of dates.</summary>
    public static string DatesNote(Book book) => book.Protocol == RestakingProtocol.EigenLayer
        ? "Dates are estimates at 12 seconds a block."
        : "Epochs are counted from the second in which a vault was made.";

    private static string State(Book book, Position position) => (book.Protocol, position.IsLeaving) switch
    {
        (RestakingProtocol.EigenLayer, true) => "in the queue",
        (RestakingProtocol.EigenLayer, false) => "if queued now",
        (_, true) => "waits for its epoch",
        _ => "if withdrawn now",
    };

    private static string Free(World world, BlockTime from) =>
        from.Block is null && from.Second <= world.Clock.Seconds ? "now" : When(from);

    private static string Until(BlockTime until) =>
        until.Block is { } block ? $"block {block}" : $"before {Amounts.ToTime(until.Second + 1)}";

    private static Report Ladder(Book book, ParseResult parsed)
    {
        BookOperator one = Shelf.Operator(book, parsed.GetRequiredValue(_operator));
        return new Report(
            $"Withdrawals of the {Amounts.ToText(one.Stakers)} stakers of {one.Label}, "
                + $"as of block {book.World.Clock.Block}",
            [Steps("ladder", book, book.World, RestakingMarket.Of(book).PositionsOf(one))],
            [DatesNote(book)]);
    }
}
