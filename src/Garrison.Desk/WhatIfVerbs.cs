using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Tries a shock on a fork of a book, and says who loses what.</summary>
internal static class WhatIfVerbs
{
    public static readonly Option<string[]?> Operators = new("--operator")
    {
        Description = "Whom to slash: a name, a part of one, or an address; may be given again. Required "
            + "without --base.",
    };

    public static readonly Option<string?> Set = new("--set")
    {
        Description = "Who slashes: the name of a service, or AVS:ID. Required without --base.",
    };

    public static readonly Option<string?> Part = new("--wad")
    {
        Description = "Which part of what the operator puts behind the set: above 0 and at most 1. Required "
            + "with --set.",
    };

    private static readonly Option<string[]> _strategies = new("--strategy")
    {
        Description = "In what: a symbol or an address; may be given again. All by default.",
    };

    private static readonly Option<string> _before = Leaving("--leave-before", "queue just before the slash");

    private static readonly Option<string> _after = Leaving("--leave-after", "queue just after the slash");

    private static readonly Option<ulong> _blocks = new("--blocks")
    {
        Description = "How many blocks pass after that.",
    };

    public static Command Create() => new("whatif", "Shocks on a fork of a book.")
    {
        Verb.Of(
            "slash",
            "A service slashes operators, or with --base the beacon chain their validators: who loses what, "
                + "what stays slashable, who can leave when.",
            static (book, parsed) => parsed.GetValue(BaseSlashVerb.Base)
                ? BaseSlashVerb.Slash(book, parsed)
                : Slash(book, parsed),
            [Operators, Set, _strategies, Part, _before, _after, _blocks, .. BaseSlashVerb.Options]),
    };

    /// <summary>The slash by a service that the options ask for.</summary>
    public static SlashShock Shock(Book book, ParseResult parsed) => new(
        [.. Given(Operators, parsed).Select(text => Shelf.Operator(book, text))],
        Shelf.Service(book, Given(Set, parsed)).Set,
        [.. (parsed.GetValue(_strategies) ?? []).Select(text => Shelf.Strategy(book, text).Address)],
        Amounts.ParsePart("--wad", Given(Part, parsed), mayBeZero: false),
        Amounts.ParsePart("--leave-before", parsed.GetRequiredValue(_before), mayBeZero: true),
        Amounts.ParsePart("--leave-after", parsed.GetRequiredValue(_after), mayBeZero: true),
        parsed.GetValue(_blocks));

    private static T Given<T>(Option<T?> option, ParseResult parsed)
        where T : class =>
        parsed.GetResult(option) is not null && parsed.GetValue(option) is { } value
            ? value
            : throw new DeskException(
                ExitCode.Usage, $"Option '{option.Name}' is required. See garrison whatif slash --help.");

    private static Option<string> Leaving(string name, string what) => new(name)
    {
        Description = $"Which part of their shares the holders {what}.",
        DefaultValueFactory = static _ => "0",
    };

    private static Report Slash(Book book, ParseResult parsed)
    {
        if (Array.Find(BaseSlashVerb.Options, option => parsed.GetResult(option) is { Implicit: false })
            is { } stray)
        {
            throw new DeskException(ExitCode.Usage, $"{stray.Name} goes with --base, which was not given");
        }

        SlashShock shock = Shock(book, parsed);
        BookService service = Shelf.Service(book, Given(Set, parsed));
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
                        group.Sum(static row => row.Before),
                        group.Sum(static row => row.After),
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
}
