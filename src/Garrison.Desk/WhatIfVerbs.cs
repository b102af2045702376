using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Tries a shock on a fork of a book, and says who loses what.</summary>
internal static class WhatIfVerbs
{
    public static readonly Option<string[]?> Operators = new("--operator")
    {
        Description = "Whom to slash: a name, a part of one, or an address; may be given again. Needed "
            + "unless the beacon chain slashes.",
    };

    public static readonly Option<string?> Set = new("--set")
    {
        Description = "Who slashes: the name of a service, or AVS:ID. Needed unless the beacon chain does.",
    };

    public static readonly Option<string?> Part = new("--wad")
    {
        Description = "Which part of what the operator puts behind the set: above 0 and at most 1. Needed "
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
                ? BaseSlashVerb.Slash(Shelf.LoadEigenLayer(parsed), parsed)
                : Slash(book, parsed),
            [.. ShockOptions, .. BaseSlashVerb.Options]),
        CompareVerb.Create(),
    };

    /// <summary>What describes a slash by a service.</summary>
    public static Option[] ShockOptions => [Operators, Set, _strategies, Part, _before, _after, _blocks];

    /// <summary>The slash by a service that the options ask for.</summary>
    public static SlashShock Shock(Book book, ParseResult parsed) => new(
        [.. Given(Operators, parsed).Select(text => Shelf.Operator(book, text)).DistinctBy(
            static one => one.Address)],
        Shelf.Service(book, Given(Set, parsed)),
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
        SlashOutcome outcome = SlashWhatIf.Run(book, shock);
        return new Report(
            $"{Title(shock)}, at block {outcome.SlashBlock}",
            [
                Totals(book, outcome),
                Losses(book, outcome),
                Slashable(book, outcome, shock.Service),
                WithdrawalVerbs.Steps(
                    "Who can leave, and when", book, outcome.Market.World, outcome.Ladder),
            ],
            Notes(book, outcome));
    }

    /// <summary>What a shock is, in a line.</summary>
    public static string Title(SlashShock shock)
    {
        string names = string.Join(", ", shock.Operators.Select(static one => one.Label));
        string part = Amounts.ToPercent(shock.Part.Raw);
        return $"{shock.Service.Name} slashes {part} of what {names} put behind it";
    }

    private static Section Totals(Book book, SlashOutcome outcome)
    {
        (UInt256 before, UInt256 after) = (UInt256.Zero, UInt256.Zero);
        foreach (HolderLoss loss in outcome.Losses.Where(loss => IsEther(book, loss.Asset)))
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
            new Column("holders of"), new Column(Shelf.AssetWord(book)), new Column("held", true),
            new Column("lost", true, true),
            new Column(
                book.Protocol == RestakingProtocol.EigenLayer ? "slashed, to be cleared" : "burned",
                true,
                true),
        ],
        [
            .. outcome.Losses.Select(loss => (IReadOnlyList<Cell>)
            [
                loss.Operator.Label,
                Shelf.Symbol(book, loss.Asset),
                Cell.Change(loss.HeldBefore, loss.HeldAfter, Shelf.Symbol(book, loss.Asset)),
                Cell.Amount(loss.Lost, Shelf.Symbol(book, loss.Asset)),
                Cell.Amount(loss.Slashed, Shelf.Symbol(book, loss.Asset)),
            ]),
        ]);

    private static Section Slashable(Book book, SlashOutcome outcome, BookService service) => new(
        "What stays slashable, in ether",
        [new Column("of"), new Column("by"), new Column("slashable", true, true)],
        [
            .. outcome.Slashable.Where(row => IsEther(book, row.Asset))
                .GroupBy(static row => (row.Operator, row.Service))
                .Select(group => (IReadOnlyList<Cell>)
                [
                    group.Key.Operator.Label,
                    group.Key.Service.Name + (group.Key.Service == service ? " (slashed)" : ""),
                    Cell.Change(
                        group.Sum(static row => row.Before),
                        group.Sum(static row => row.After),
                        "ETH"),
                ]),
        ]);

    private static IReadOnlyList<string> Notes(Book book, SlashOutcome outcome) =>
    [
        Destination(book, outcome.Destination),
        "Ether counts every token of ether as one ether; other tokens are not added up.",
        WithdrawalVerbs.DatesNote(book),
        Verb.AssumedNote,
    ];

    /// <summary>Where what was slashed goes, and when.</summary>
    public static string Destination(Book book, SlashedTo destination)
    {
        string to = destination.To == Constants.BurnAddress ? "burned" : $"sent to {destination.To}";
        return book.Protocol == RestakingProtocol.EigenLayer
            ? $"Slashed shares can be cleared from block {destination.From.Block}, and are then {to}. "
                + "Beacon chain ether stays in its pods."
            : $"Slashed collateral is {to} in the slash itself.";
    }

    /// <summary>Whether an asset counts as ether.</summary>
    public static bool IsEther(Book book, Address strategy) =>
        book.Strategies.First(one => one.Address == strategy).IsEther;
}
