using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Slashes validators at the base layer on a fork of a book, and follows the loss up to the holders
/// of their operator.</summary>
internal static class BaseSlashVerb
{
    public const string AssumedNote =
        "* assumed: the beacon chain ether of an operator is in equal validators, all in one pod, and the "
        + "rules are those of Electra and Fulu.";

    private const ulong GweiInWei = 1_000_000_000;

    private static readonly Option<string> _share = new("--share")
    {
        Description = "Which part of the validators of the operator, or of all: above 0 and at most 1.",
        DefaultValueFactory = static _ => "0.1",
    };

    private static readonly Option<string?> _balance = new("--balance")
    {
        Description = "What each validator has, in ETH: 32 of an operator, 2,048 of all by default.",
    };

    private static readonly Option<string?> _stake = new("--stake")
    {
        Description = "The active stake of all validators, in ETH; that of the day of the book by default.",
    };

    public static Option<bool> Base { get; } = new("--base")
    {
        Description = "The beacon chain slashes validators of the operator, or of all without --operator.",
    };

    /// <summary>The options that only a slash at the base layer has.</summary>
    public static Option[] Options { get; } = [Base, _share, _balance, _stake];

    public static Report Slash(Book book, ParseResult parsed)
    {
        BaseSlashShock shock = Shock(book, parsed);
        BaseSlashOutcome outcome = BaseSlashWhatIf.Run(
            book, shock, Progress(parsed.InvocationConfiguration.Error));
        string of = shock.Operator?.Label ?? "the whole stake";
        return new Report(
            $"The beacon chain slashes {Amounts.ToPercent(shock.Share.Raw)} of the validators of {of} in "
                + $"epoch {outcome.Epoch}, {Amounts.ToTime(BeaconTime.SecondsAt(outcome.Epoch))}",
            [
                Totals(shock, outcome), Groups(shock, outcome), Stages(shock, outcome),
                Holders(book, shock, outcome),
            ],
            Notes(book, shock, outcome));
    }

    // Most runs are over before the first line is due.
    private static Action<ulong, ulong> Progress(TextWriter errors)
    {
        DateTimeOffset said = TimeProvider.System.GetUtcNow();
        return (done, all) =>
        {
            if (TimeProvider.System.GetUtcNow() - said < TimeSpan.FromSeconds(2)) return;

            said = TimeProvider.System.GetUtcNow();
            errors.WriteLine($"{done} of {all} epochs played");
        };
    }

    private static BaseSlashShock Shock(Book book, ParseResult parsed)
    {
        BookOperator[] operators =
        [
            .. (parsed.GetValue(WhatIfVerbs.Operators) ?? []).Select(text => Shelf.Operator(book, text)),
        ];
        bool hasService = parsed.GetValue(WhatIfVerbs.Set) is not null;
        if (operators.Length > 1 || (hasService && operators.Length == 0))
        {
            throw new DeskException(
                ExitCode.Usage,
                "--base takes one --operator, and needs it for --set, or none for all validators");
        }

        if (!hasService && parsed.GetValue(WhatIfVerbs.Part) is not null)
        {
            throw new DeskException(ExitCode.Usage, "--wad goes with --set: which service slashes too");
        }

        BookOperator? one = operators.FirstOrDefault();
        ulong balance = ValidatorVerbs.ToBalance(
            parsed.GetValue(_balance) ?? (one is null ? "2048" : "32"));
        if (one is not null && BaseSlashWhatIf.ValidatorsOf(book.World, one, balance) == 0)
        {
            throw new DeskException(
                ExitCode.NotFound, $"{one.Label} has no validator of {Cell.Ether(balance).Text} in its pods");
        }

        return new BaseSlashShock(
            one,
            Amounts.ParsePart("--share", parsed.GetRequiredValue(_share), mayBeZero: false),
            balance,
            balance > Spec.ActivationBalanceMin ? Credentials.Compounding : Credentials.Execution,
            parsed.GetValue(_stake) is { } text ? Amounts.ParseGwei("--stake", text) : Day(book).StakedGwei,
            hasService ? WhatIfVerbs.Shock(book, parsed) : null);
    }

    private static QueueDay Day(Book book)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds((long)book.World.Clock.Seconds);
        return Shelf.Day(DateOnly.FromDateTime(time.UtcDateTime));
    }

    private static Section Totals(BaseSlashShock shock, BaseSlashOutcome outcome)
    {
        ulong count = Count(outcome.Groups);
        ulong lost = Sum(outcome.Groups, static one => one.LostGwei);
        ulong held = count * shock.BalanceGwei;
        return new Section(
            "In all",
            [
                new Column("validators", true, true), new Column("slashed", true, true),
                new Column("balance", true, true), new Column("lost", true, true),
                new Column("of the balance", true, true), new Column("at once", true, true),
                new Column("by correlation", true, true), new Column("by missed votes", true, true),
            ],
            [
                [
                    Cell.Number((long)outcome.Validators), Cell.Number((long)count),
                    Cell.Change((UInt256)held * GweiInWei, (UInt256)(held - lost) * GweiInWei, "ETH"),
                    Cell.Ether(lost), Cell.Percent(Wad.RatioDown(lost, held).Raw),
                    Cell.Ether(Sum(outcome.Groups, static one => one.AtOnceGwei)),
                    Cell.Ether(Sum(outcome.Groups, static one => one.CorrelationGwei)),
                    Cell.Ether(Sum(outcome.Groups, static one => one.VotesGwei)),
                ],
            ]);
    }

    private static Section Groups(BaseSlashShock shock, BaseSlashOutcome outcome)
    {
        ulong halfway = outcome.Epoch + (Spec.EpochsPerSlashingsVector / 2);
        ILookup<string, SlashedGroup> kinds = outcome.Groups.ToLookup(one =>
            one.CorrelationGwei == 0 && one.LeftGwei > 0 ? "never: forgotten by then"
                : one.CorrelationEpoch <= halfway ? "halfway" : "late: the exit queue is long",
            StringComparer.Ordinal);
        return new Section(
            "What each slashed validator loses",
            [
                new Column("pays for correlation"), new Column("validators", true, true),
                new Column("each, least", true, true), new Column("each, most", true, true),
                new Column("of it correlation, most", true, true),
                new Column("first withdrawable (est.)"), new Column("last withdrawable (est.)"),
            ],
            [
                .. kinds.Select(static kind => (IReadOnlyList<Cell>)
                [
                    kind.Key,
                    Cell.Number((long)Count(kind)),
                    Cell.Ether(kind.Min(static one => one.LostGwei)),
                    Cell.Ether(kind.Max(static one => one.LostGwei)),
                    Cell.Ether(kind.Max(static one => one.CorrelationGwei)),
                    Time(kind.Min(static one => one.WithdrawableEpoch)),
                    Time(kind.Max(static one => one.WithdrawableEpoch)),
                ]),
            ]);
    }

    private static Section Stages(BaseSlashShock shock, BaseSlashOutcome outcome) => new(
        "By when",
        [
            new Column("after"), new Column("epoch", true), new Column("at (est.)"),
            new Column("lost by the validators", true, true),
            .. shock.Operator is null
                ? Array.Empty<Column>()
                :
                [
                    new Column("in the pods", true, true), new Column("slashing factor", true, true),
                    new Column("withdrawable by the holders", true, true),
                ],
        ],
        [
            .. outcome.Stages.Select(stage => (IReadOnlyList<Cell>)
            [
                stage.Name, Cell.Number((long)stage.Epoch), Time(stage.Epoch), Cell.Ether(stage.LostGwei),
                .. shock.Operator is null
                    ? Array.Empty<Cell>()
                    :
                    [
                        Cell.Amount(stage.PodWei, "ETH"), Cell.Percent(stage.Factor),
                        Cell.Amount(stage.WithdrawableWei, "ETH"),
                    ],
            ]),
        ]);

    // The holders of the operator: beacon chain ether by both, other strategies by the service alone.
    private static Section Holders(Book book, BaseSlashShock shock, BaseSlashOutcome outcome)
    {
        IEnumerable<Address> touched = shock.Operator is null
            ? []
            : outcome.Slashed.Keys.Select(static key => key.Strategy)
                .Append(Constants.BeaconChainEtherStrategy).Distinct().Order();
        return new Section(
            "Who loses what",
            [
                new Column("holders of"), new Column("strategy"), new Column("held", true, true),
                new Column("lost", true, true), new Column("slashed by the service", true, true),
            ],
            [.. touched.Select(strategy => Row(shock.Operator!, strategy))]);

        IReadOnlyList<Cell> Row(BookOperator one, Address strategy)
        {
            UInt256 before = RestakingMarket.Of(book).Held(one, strategy);
            UInt256 after = RestakingMarket.On(book, outcome.World).Held(one, strategy);
            string symbol = Shelf.Symbol(book, strategy);
            return
            [
                one.Label, symbol, Cell.Change(before, after, symbol), Cell.Amount(before - after, symbol),
                Cell.Amount(outcome.Slashed.GetValueOrDefault((one.Address, strategy)), symbol),
            ];
        }
    }

    private static IReadOnlyList<string> Notes(Book book, BaseSlashShock shock, BaseSlashOutcome outcome)
    {
        ulong sweep = ExitQueue.SweepEpochs(Day(book).Validators) * 100 / Spec.EpochsPerDay;
        return
        [
            $"{Cell.Ether(shock.StakeGwei).Text} are staked in all, the others do their duties, and each "
                + $"validator has {Cell.Ether(shock.BalanceGwei).Text}*.",
            "A slashed validator pays at once, 4,096 epochs before it is withdrawable for all that was "
                + "slashed in the 8,192 epochs before, and for missed votes until then.",
            $"The sweep pays at most {Amounts.ToDays(sweep)} after that. Dates are estimates at 12 seconds a "
                + "block.",
            .. shock.Operator is null
                ? Array.Empty<string>()
                :
                [
                    "The pods are checkpointed after each step, other validators' earnings left out; then "
                        + "EigenLayer lowers their slashing factor, and a service can slash what is left.",
                ],
            .. outcome.Slashed.Count > 0 ? [Verb.AssumedNote] : Array.Empty<string>(),
            AssumedNote,
        ];
    }

    private static string Time(ulong epoch) => Amounts.ToTime(BeaconTime.SecondsAt(epoch));

    private static ulong Count(IEnumerable<SlashedGroup> groups) =>
        groups.Aggregate(0UL, static (sum, one) => sum + one.Count);

    private static ulong Sum(IEnumerable<SlashedGroup> groups, Func<SlashedGroup, ulong> each) =>
        groups.Aggregate(0UL, (sum, one) => sum + (one.Count * each(one)));
}
