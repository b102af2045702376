using System.CommandLine;

using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Plays one shock on EigenLayer and on the same capital as vaults of Symbiotic.</summary>
internal static class CompareVerb
{
    private static readonly Option<string> _limits = new("--limits")
    {
        Description = "How much of its vaults a network is given: allocations, as much as its operator set "
            + "can slash, or full.",
        DefaultValueFactory = static _ => "allocations",
    };

    private static readonly Option<int> _epochDays = new("--epoch-days")
    {
        Description = "How long the epochs of the vaults are; the first is half over.",
        DefaultValueFactory = static _ => 7,
    };

    private static readonly Option<int> _vetoDays = new("--veto-days")
    {
        Description = "How long a resolver can veto a slash of the vaults; 0 for slashes at once.",
    };

    public static Command Create()
    {
        _limits.AcceptOnlyFromAmong("allocations", "full");
        return Verb.OfEigenLayer(
            "compare",
            "The same slash on EigenLayer and on the same capital as vaults of Symbiotic, side by side, and "
                + "which rules make the difference.",
            Compare,
            [.. WhatIfVerbs.ShockOptions, _limits, _epochDays, _vetoDays]);
    }

    private static Report Compare(Book book, ParseResult parsed)
    {
        SlashShock shock = WhatIfVerbs.Shock(book, parsed);
        var comparison = ProtocolComparison.Run(book, VaultBook.Rebuild(book, Terms(parsed)), shock);
        DifferenceRule[] rules = RulesOf(comparison);
        return new Report(
            $"{WhatIfVerbs.Title(shock)}, on either protocol",
            [
                Totals(book, comparison),
                Losses(book, comparison, rules),
                Slashable(book, shock, comparison, rules),
                Claims(book, comparison),
                Exits(comparison, rules),
                Rules(rules),
            ],
            Notes(book, comparison));
    }

    private static VaultTerms Terms(ParseResult parsed)
    {
        int days = parsed.GetValue(_epochDays);
        int vetoDays = parsed.GetValue(_vetoDays);
        if (days is < 1 or > 365)
        {
            throw new DeskException(ExitCode.Usage, $"--epoch-days {days}: give 1 to 365 days");
        }

        return vetoDays >= 0 && vetoDays < days
            ? VaultTerms.Of(
                (ulong)days * 86_400,
                Enum.Parse<VaultLimits>(parsed.GetRequiredValue(_limits), ignoreCase: true)) with
            {
                VetoSeconds = (ulong)vetoDays * 86_400,
            }
            : throw new DeskException(
                ExitCode.Usage, $"--veto-days {vetoDays}: give 0 or more, and less than an epoch of {days}");
    }

    private static Section Totals(Book book, ProtocolComparison comparison)
    {
        (string Name, SlashOutcome Outcome)[] both =
            [("EigenLayer", comparison.EigenLayer), ("Symbiotic", comparison.Symbiotic)];
        return new Section(
            "In all, in ether",
            [new Column("holders on"), new Column("held", true), new Column("lost", true, true)],
            [
                .. both.Select(one => (IReadOnlyList<Cell>)
                [
                    one.Name,
                    Cell.Change(
                        Ether(book, one.Outcome, static loss => loss.HeldBefore),
                        Ether(book, one.Outcome, static loss => loss.HeldAfter),
                        "ETH"),
                    Cell.Amount(Ether(book, one.Outcome, static loss => loss.Lost), "ETH"),
                ]),
            ]);
    }

    private static Section Losses(
        Book book, ProtocolComparison comparison, DifferenceRule[] rules) => new(
        "Who loses what",
        [
            new Column("holders of"), new Column("in"), new Column("on EigenLayer", true, true),
            new Column("on Symbiotic", true, true), new Column("apart by", true), new Column("why"),
        ],
        [
            .. comparison.Losses.Select(row => (IReadOnlyList<Cell>)
            [
                row.Operator.Label,
                Shelf.Symbol(book, row.Asset),
                Cell.Amount(row.EigenLayer, Shelf.Symbol(book, row.Asset)),
                Cell.Amount(row.Symbiotic, Shelf.Symbol(book, row.Asset)),
                Apart(row.EigenLayer, row.Symbiotic, Shelf.Symbol(book, row.Asset)),
                Why(row.Why, rules),
            ]),
        ]);

    private static Section Slashable(
        Book book, SlashShock shock, ProtocolComparison comparison, DifferenceRule[] rules) => new(
        "What a new offence could cost, in ether",
        [
            new Column("of"), new Column("by"), new Column("on EigenLayer", true, true),
            new Column("on Symbiotic", true, true), new Column("why"),
        ],
        [
            .. comparison.Slashable.Where(row => WhatIfVerbs.IsEther(book, row.EigenLayer.Asset))
                .GroupBy(static row => (row.EigenLayer.Operator, row.EigenLayer.Service))
                .Select(group => (IReadOnlyList<Cell>)
                [
                    group.Key.Operator.Label,
                    group.Key.Service.Name + (group.Key.Service == shock.Service ? " (slashed)" : ""),
                    Cell.Change(
                        group.Sum(static row => row.EigenLayer.Before),
                        group.Sum(static row => row.EigenLayer.After),
                        "ETH"),
                    Cell.Change(
                        group.Sum(static row => row.Symbiotic.Before),
                        group.Sum(static row => row.Symbiotic.After),
                        "ETH"),
                    Why([.. group.SelectMany(static row => row.Why).Distinct().Order()], rules),
                ]),
        ]);

    private static Section Claims(Book book, ProtocolComparison comparison) => new(
        "What services lay claim to, of what is left, in ether",
        [
            new Column("of"), new Column("on EigenLayer", true, true), new Column("on Symbiotic", true, true),
        ],
        [
            .. comparison.Claims.Where(row => WhatIfVerbs.IsEther(book, row.EigenLayer.Asset))
                .GroupBy(static row => row.Operator)
                .Select(group => (IReadOnlyList<Cell>)
                [
                    group.Key.Label,
                    Claimed(group.Select(static row => row.EigenLayer)),
                    Claimed(group.Select(static row => row.Symbiotic)),
                ]),
        ]);

    private static Section Exits(ProtocolComparison comparison, DifferenceRule[] rules) => new(
        "When capital is out",
        [
            new Column("holders of"), new Column("what"), new Column("on EigenLayer (est.)"),
            new Column("on Symbiotic"), new Column("why"),
        ],
        [
            .. comparison.Exits.Select(row => (IReadOnlyList<Cell>)
            [
                row.Operator.Label,
                row.IsLeaving ? "what ran" : "what would leave now",
                WithdrawalVerbs.When(row.EigenLayer),
                WithdrawalVerbs.When(row.Symbiotic),
                Why(row.EigenLayer.Second == row.Symbiotic.Second
                    ? []
                    : [DifferenceRule.EpochsAgainstDelay], rules),
            ]),
        ]);

    private static Section Rules(DifferenceRule[] rules) => new(
        "Why",
        [new Column("rule"), new Column("in words")],
        [
            .. rules.Select(rule => (IReadOnlyList<Cell>)
                [Letter(rule, rules), DifferenceRules.Words(rule)]),
        ]);

    private static DifferenceRule[] RulesOf(ProtocolComparison comparison) =>
    [
        .. comparison.Losses.SelectMany(static row => row.Why)
            .Concat(comparison.Slashable.SelectMany(static row => row.Why))
            .Append(DifferenceRule.EpochsAgainstDelay)
            .Append(DifferenceRule.PaidAtOnce)
            .Concat(comparison.Symbiotic.SlashBlock == comparison.EigenLayer.SlashBlock
                ? []
                : [DifferenceRule.VetoFirst])
            .Distinct()
            .Order(),
    ];

    private static IReadOnlyList<string> Notes(Book book, ProtocolComparison comparison) =>
    [
        $"The slash is done at block {comparison.EigenLayer.SlashBlock} on EigenLayer, and at block "
            + $"{comparison.Symbiotic.SlashBlock} on Symbiotic.",
        $"On EigenLayer: {WhatIfVerbs.Destination(book, comparison.EigenLayer.Destination)}",
        "On Symbiotic: "
            + WhatIfVerbs.Destination(comparison.Symbiotic.Market.Book, comparison.Symbiotic.Destination),
        "Claims above 100 % cannot all be paid: the services share. They are rounded up.",
        "Ether counts every token of ether as one ether; other tokens are not added up.",
        "* rests on assumptions of the book, and of its vaults: see garrison book show, with --book "
            + "symbiotic-2024-10 for the vaults.",
    ];

    private static Cell Claimed(IEnumerable<Stake> stakes)
    {
        (UInt256 bound, UInt256 active) = (UInt256.Zero, UInt256.Zero);
        foreach (Stake stake in stakes)
        {
            (bound, active) = (bound + stake.Bound, active + stake.Active);
        }

        UInt256 part = active.IsZero ? UInt256.Zero : Wad.RatioUp(bound, active).Raw;
        return new Cell(
            $"{Amounts.ToText(bound)} of {Amounts.ToText(active)} ETH, {Amounts.ToPercentUp(part)}",
            part.ToString());
    }

    private static UInt256 Ether(Book book, SlashOutcome outcome, Func<HolderLoss, UInt256> amount) =>
        outcome.Losses.Where(loss => WhatIfVerbs.IsEther(book, loss.Asset)).Sum(amount);

    private static Cell Apart(UInt256 one, UInt256 other, string symbol)
    {
        UInt256 apart = one.AbsoluteDifference(other);
        string text = apart < 100_000_000_000_000UL && !apart.IsZero
            ? $"{apart} units"
            : $"{Amounts.ToText(apart)} {symbol}";
        return new Cell(text, apart.ToString(), symbol);
    }

    // The letter is for people, the words are for programs.
    private static Cell Why(IReadOnlyList<DifferenceRule> why, DifferenceRule[] rules) => why.Count == 0
        ? new Cell("the same", "")
        : new Cell(
            string.Join(", ", why.Select(rule => Letter(rule, rules))),
            string.Join(' ', why.Select(DifferenceRules.Words)));

    private static string Letter(DifferenceRule rule, DifferenceRule[] rules) =>
        ((char)('A' + Array.IndexOf(rules, rule))).ToString();
}
