using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Tries a shock on a fork of a book, and says who loses what.</summary>
internal static class WhatIfVerbs
{
    private static readonly Option<string[]> _operators = new("--operator")
    {
        Description = "Whom to slash: a name, a part of one, or an address; may be given again.",
        Required = true,
    };

    private static readonly Option<string> _set = new("--set")
    {
        Description = "Who slashes: the name of a service, or AVS:ID.",
        Required = true,
    };

    private static readonly Option<string[]> _strategies = new("--strategy")
    {
        Description = "In what: a symbol or an address; may be given again. All by default.",
    };

    private static readonly Option<string> _wad = new("--wad")
    {
        Description = "Which part of what the operator puts behind the set: above 0 and at most 1.",
        Required = true,
    };

    private static readonly Option<string> _before = Part("--leave-before", "queue just before the slash");

    private static readonly Option<string> _after = Part("--leave-after", "queue just after the slash");

    private static readonly Option<ulong> _blocks = new("--blocks")
    {
        Description = "How many blocks pass after that.",
    };

    public static Command Create() => new("whatif", "Shocks on a fork of a book.")
    {
        Verb.Of(
            "slash",
            "A service slashes operators: who loses what, what stays slashable, who can leave when.",
            Slash,
            _operators, _set, _strategies, _wad, _before, _after, _blocks),
    };

    private static Option<string> Part(string name, string what) => new(name)
    {
        Description = $"Which part of their shares the holders {what}.",
        DefaultValueFactory = static _ => "0",
    };

    private static Report Slash(Book book, ParseResult parsed)
    {
        BookService service = Shelf.Service(book, parsed.GetRequiredValue(_set));
        SlashShock shock = new(
            [.. parsed.GetRequiredValue(_operators).Select(text => Shelf.Operator(book, text))],
            service.Set,
            [.. (parsed.GetValue(_strategies) ?? []).Select(text => Shelf.Strategy(book, text).Address)],
            Amounts.ParsePart("--wad", parsed.GetRequiredValue(_wad), mayBeZero: false),
            Amounts.ParsePart("--leave-before", parsed.GetRequiredValue(_before), mayBeZero: true),
            Amounts.ParsePart("--leave-after", parsed.GetRequiredValue(_after), mayBeZero: true),
            parsed.GetValue(_blocks));
        SlashOutcome outcome = SlashWhatIf.Run(book, shock);
        string names = string.Join(", ", shock.Operators.Select(static one => one.Label));
        return new Report(
            $"{service.Name} slashes {Amounts.ToPercent(shock.Part.Raw)} of what {names} put behind it, "
                + $"at block {outcome.SlashBlock}",
            [Totals(book, outcome), Losses(
                book, outcome), Slashable(book, outcome, service), Exits(book, outcome)],
            Notes(outcome));
    }

    private static Section Totals(Book book, SlashOutcome outcome)
    {
        (UInt256 before, UInt256 after) = (UInt256.Zero, UInt256.Zero);
        foreach (HolderLoss loss in outcome.Losses.Where(loss => IsEther(book, loss.Strategy)))
        {
            before += loss.HeldBefore;
            after += loss.HeldAfter;
        }

        return new Section(
            "In all",
            [new Column("who"), new Column(
                "held", true), new Column("lost", true, true), new Column("stakers", true)],
            [
                [
                    "holders, in ether",
                    Cell.Change(before, after, "ETH"),
                    Cell.Amount(before - after, "ETH"),
                    Cell.Number(outcome.Losses.Select(static loss => loss.Operator).Distinct()
                        .Sum(static one => (long)one.Stakers)),
                ],
            ]);
    }

    private static Section Losses(Book book, SlashOutcome outcome) => new(
        "Who loses what",
        [
            new Column("holders of"), new Column("strategy"), new Column("held", true),
            new Column("lost", true, true), new Column("slashed, to be cleared", true, true),
        ],
        [
            .. outcome.Losses.Select(loss => (IReadOnlyList<Cell>)
            [
                loss.Operator.Label,
                Shelf.Symbol(book, loss.Strategy),
                Cell.Change(loss.HeldBefore, loss.HeldAfter, Shelf.Symbol(book, loss.Strategy)),
                Cell.Amount(loss.Lost, Shelf.Symbol(book, loss.Strategy)),
                Cell.Amount(loss.Slashed, Shelf.Symbol(book, loss.Strategy)),
            ]),
        ]);

    private static Section Slashable(Book book, SlashOutcome outcome, BookService service) => new(
        "What stays slashable, in ether",
        [new Column("of"), new Column("by"), new Column("slashable", true, true)],
        [
            .. outcome.Slashable.Where(row => IsEther(book, row.Strategy))
                .GroupBy(static row => (row.Operator, row.Set))
                .Select(group => (IReadOnlyList<Cell>)
                [
                    group.Key.Operator.Label,
                    Shelf.ServiceName(book, group.Key.Set) + (group.Key.Set == service.Set
                        ? " (slashed)"
                        : ""),
                    Cell.Change(
                        Sum(group.Select(static row => row.Before)),
                        Sum(group.Select(static row => row.After)),
                        "ETH"),
                ]),
        ]);

    private static Section Exits(Book book, SlashOutcome outcome) => new(
        "Who can leave, and when",
        [
            new Column("holders of"), new Column("strategy"), new Column("shares", true), new Column("state"),
            new Column("slashable until"), new Column("free from (est.)"),
        ],
        [
            .. outcome.Ladder.Where(static step => !step.Shares.IsZero).Select(step => (IReadOnlyList<Cell>)
            [
                book.Operators.First(one => one.Cohort == step.Holder).Label,
                Shelf.Symbol(book, step.Strategy),
                Cell.Amount(step.Shares, Shelf.Symbol(book, step.Strategy)),
                step.IsQueued ? "in the queue" : "if queued now",
                $"block {step.SlashableUntil}",
                WithdrawalVerbs.Free(outcome.World, step),
            ]),
        ]);

    private static IReadOnlyList<string> Notes(SlashOutcome outcome) =>
    [
        $"Slashed shares can be cleared from block {outcome.ClearFrom}, and "
            + (outcome.Recipient == Constants.BurnAddress ? "are burned." : $"go to {outcome.Recipient}.")
            + " Beacon chain ether stays in its pods.",
        "Ether counts every token of ether as one ether; other tokens are not added up.",
        "Dates are estimates at 12 seconds a block.",
        Verb.AssumedNote,
    ];

    private static bool IsEther(Book book, Address strategy) =>
        book.Strategies.First(one => one.Address == strategy).IsEther;

    private static UInt256 Sum(IEnumerable<UInt256> amounts) =>
        amounts.Aggregate(UInt256.Zero, static (sum, amount) => sum + amount);
}
