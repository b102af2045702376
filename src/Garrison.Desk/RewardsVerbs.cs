using System.CommandLine;

using Garrison.Primitives;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>Who pays what, who earns what, and why.</summary>
internal static class RewardsVerbs
{
    private static readonly Argument<string?> _earner = new("earner")
    {
        Description = "Who earns: a name of an operator or a service, a part of one, or an address.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> _day = new("--day")
    {
        Description = "Which day, such as 2024-11-05.",
        Required = true,
    };

    private static readonly Option<string?> _reward = new("--reward")
    {
        Description = "Only this reward: its hash, or the start of it.",
    };

    public static Command Create() => new("rewards", "What is paid in, and who earns it.")
    {
        Verb.OfEigenLayer(
            "show",
            "Every programme and what became of it; or what one earner earned.",
            Show,
            _earner, RewardsOptions.Stakers, RewardsOptions.Days, RewardsOptions.Journal),
        Verb.OfEigenLayer(
            "explain",
            "How an amount that someone earned on a day came about, line by line.",
            Explain,
            RewardsOptions.Earner, RewardsOptions.Stakers, _day, _reward, RewardsOptions.Days,
            RewardsOptions.Journal),
        ClaimVerbs.Prove(),
        SubmitVerb.Create(),
        ClaimVerbs.Claim(),
    };

    private static Report Show(Book book, ParseResult parsed)
    {
        if (parsed.GetValue(_earner) is not { } text) return ShowProgrammes(book, parsed);

        Earner earner = Earner.Find(book, text, parsed.GetValue(RewardsOptions.Stakers));
        RewardsProjection projection = RewardsOptions.Play(book, parsed, one => one == earner.Address);
        RewardNames names = new(book);
        return new Report(
            $"Rewards of {earner.Label} {earner.Address}, to {Amounts.ToDate(projection.LastDay)}",
            [Balances(projection, earner, names), ByProgramme(projection, earner, names)],
            [
                "Claimable is what the newest active root says, less what was claimed.",
                "Played on from the day of the book as if nobody moved.",
                RewardsOptions.AssumedNote,
            ]);
    }

    private static Report ShowProgrammes(Book book, ParseResult parsed)
    {
        RewardsProjection projection = RewardsOptions.Play(book, parsed, watch: null);
        RewardNames names = new(book);
        (PaidReward Reward, RewardAccount Account)[] accounts =
        [
            .. projection.Reader.History.Rewards.Select(reward => (reward, projection.AccountOf(reward))),
        ];
        return new Report(
            $"Rewards of {book.Name}, to {Amounts.ToDate(projection.LastDay)}",
            [
                Programmes(accounts, projection, names),
                Accounts(accounts, names),
                Warnings(accounts, projection, names),
            ],
            [
                "paid + refunded + stuck + open + dust = submitted + excess, to the unit: checked for each."
                    + " Dust is in the smallest unit.",
                "Played on from the day of the book as if nobody moved.",
                RewardsOptions.AssumedNote,
            ]);
    }

    private static Section Programmes(
        IEnumerable<(PaidReward Reward, RewardAccount Account)> accounts,
        RewardsProjection projection,
        RewardNames names) => new(
        "programmes",
        [
            new Column("programme"), new Column("payer"), new Column("kind"), new Column("source"),
            new Column("from"), new Column("to"), new Column("paid in", true, true),
            new Column("protocol fee", true, true), new Column("hash"),
        ],
        [
            .. accounts.Select(one => (IReadOnlyList<Cell>)
            [
                names.Reward(one.Reward),
                names.Account(one.Reward.Set.Avs),
                SubmitVerb.KindName(one.Reward.Kind),
                SubmitVerb.SourceName(one.Reward.Source),
                Amounts.ToDate(one.Reward.StartDay + 1),
                Amounts.ToDate(one.Reward.EndDay),
                Cell.Amount(
                    one.Reward.Amount + projection.FeeOf(one.Reward), names.Symbol(one.Reward.Token)),
                Cell.Amount(projection.FeeOf(one.Reward), names.Symbol(one.Reward.Token)),
                one.Reward.Hash.ToString(),
            ]),
        ]);

    private static Section Accounts(
        IEnumerable<(PaidReward Reward, RewardAccount Account)> accounts, RewardNames names) => new(
        "accounts",
        [
            new Column("programme"), new Column("submitted", true, true), new Column("paid", true, true),
            new Column("refunded", true, true), new Column("stuck", true, true),
            new Column("open", true, true), new Column("excess", true, true), new Column("dust", true),
        ],
        [
            .. accounts.Select(one => (IReadOnlyList<Cell>)
            [
                names.Reward(one.Reward),
                Cell.Amount(one.Account.Submitted, names.Symbol(one.Reward.Token)),
                Cell.Amount(one.Account.Paid, names.Symbol(one.Reward.Token)),
                Cell.Amount(one.Account.Refunded, names.Symbol(one.Reward.Token)),
                Cell.Amount(one.Account.Stuck, names.Symbol(one.Reward.Token)),
                Cell.Amount(one.Account.Open, names.Symbol(one.Reward.Token)),
                Cell.Amount(one.Account.Excess, names.Symbol(one.Reward.Token)),
                Cell.Units(one.Account.Dust),
            ]),
        ]);

    private static Section Warnings(
        IEnumerable<(PaidReward Reward, RewardAccount Account)> accounts,
        RewardsProjection projection,
        RewardNames names) => new(
        "warnings",
        [new Column("programme"), new Column("warning")],
        [
            .. accounts.SelectMany(one => RewardWarnings.Of(
                one.Account,
                TailRefund.Of(one.Reward, projection.Calculation.State),
                UInt256.Zero,
                names.Symbol(one.Reward.Token))
                .Select(text => (IReadOnlyList<Cell>)[names.Reward(one.Reward), text])),
        ]);

    private static Section Balances(RewardsProjection projection, Earner earner, RewardNames names) => new(
        "tokens",
        [
            new Column("token"), new Column("earned", true, true), new Column("claimed", true),
            new Column("claimable", true, true),
        ],
        [
            .. EarnerBalance.Of(projection, earner.Address).Select(one => (IReadOnlyList<Cell>)
            [
                names.Symbol(one.Token),
                Cell.Amount(one.Earned, names.Symbol(one.Token)),
                Cell.Amount(one.Claimed, names.Symbol(one.Token)),
                Cell.Amount(one.Claimable, names.Symbol(one.Token)),
            ]),
        ]);

    private static Section ByProgramme(RewardsProjection projection, Earner earner, RewardNames names) => new(
        "days",
        [
            new Column("day"), new Column("programme"), new Column("source"),
            new Column("earned", true, true), new Column("of the token so far", true, true),
        ],
        [
            .. EarnerDay.Of(projection, earner.Address).Select(one => (IReadOnlyList<Cell>)
            [
                Amounts.ToDate(one.Day),
                names.Reward(one.Reward),
                SubmitVerb.SourceName(one.Reward.Source),
                Cell.Amount(one.Amount, names.Symbol(one.Reward.Token)),
                Cell.Amount(one.Cumulative, names.Symbol(one.Reward.Token)),
            ]),
        ]);

    private static Report Explain(Book book, ParseResult parsed)
    {
        int day = Amounts.ParseDayNumber("--day", parsed.GetRequiredValue(_day));
        Earner earner = Earner.Find(
            book, parsed.GetRequiredValue(RewardsOptions.Earner), parsed.GetValue(RewardsOptions.Stakers));
        RewardsProjection projection = RewardsOptions.Play(book, parsed, static _ => true);
        int first = Days.Of((long)book.World.Clock.Seconds) + 1;
        if (day < first || day > first + RewardsOptions.DaysMax)
        {
            throw new DeskException(
                ExitCode.Usage,
                $"--day {Amounts.ToDate(day)}: the book knows days from {Amounts.ToDate(first)} on");
        }

        // Whole weeks, as roots are posted: what a run pays may depend on where it ends.
        int missing = Math.Max(day + 1 - projection.LastDay, 0);
        int weeks = (missing + RewardsProjection.DaysPerRoot - 1) / RewardsProjection.DaysPerRoot;
        projection.RunTo(projection.LastDay + (weeks * RewardsProjection.DaysPerRoot));
        RewardNames names = new(book);
        string prefix = parsed.GetValue(_reward) ?? "";
        Explanation[] found =
        [
            .. Explanation.Of(projection, earner.Address, day, names.Account).Where(one =>
                one.Row.Reward.Hash.ToString().StartsWith(prefix, StringComparison.OrdinalIgnoreCase)),
        ];
        if (found.Length == 0)
        {
            throw new DeskException(
                ExitCode.NotFound,
                $"{earner.Label} earned nothing on {Amounts.ToDate(day)}"
                    + (prefix.Length == 0 ? "" : $" from a reward {prefix}") + ": see garrison rewards show");
        }

        return new Report(
            $"What {earner.Label} earned on {Amounts.ToDate(day)}",
            [.. found.Select((one, i) => Derived(i + 1, one, names)), Drifts(book, found)],
            [
                "Amounts are in the smallest unit of the token. FLOOR is PostgreSQL's: a quotient is rounded"
                    + " to its scale first, and lines where that differs from the exact floor say so.",
                "The indexer's shares are those that the chain would pay out, except where a drift is shown.",
                RewardsOptions.AssumedNote,
            ]);
    }

    private static Section Derived(int number, Explanation one, RewardNames names) => new(
        $"{number}. {names.Reward(one.Row.Reward)} with {names.Account(one.Row.Operator)}: "
            + $"{Cell.Amount(one.Row.Amount, names.Symbol(one.Row.Reward.Token)).Text}*",
        [new Column("what"), new Column("how"), new Column("value", true), new Column("rounding")],
        [
            .. new ExplainedLine[]
            {
                new(
                    "reward",
                    $"{SubmitVerb.KindName(one.Row.Reward.Kind)} of {names.Account(one.Row.Reward.Set.Avs)}, "
                        + $"{Amounts.ToDate(one.Row.Reward.StartDay + 1)} to "
                        + Amounts.ToDate(one.Row.Reward.EndDay),
                    one.Row.Reward.Hash.ToString()),
            }.Concat(one.Lines).Select(static line => (IReadOnlyList<Cell>)
                [line.What, line.How, line.Value, line.Note]),
        ]);

    private static Section Drifts(Book book, IEnumerable<Explanation> found) => new(
        "drift",
        [
            new Column("strategy"), new Column("indexed", true), new Column("withdrawable", true),
            new Column("drift", true),
        ],
        [
            .. found.SelectMany(static one => one.Drifts).Distinct().Where(static one => !one.Drift.IsZero)
                .Select(one => (IReadOnlyList<Cell>)
            [
                Shelf.Symbol(book, one.Strategy),
                Cell.Units(one.Indexed),
                Cell.Units(Int256.FromUInt256(one.Withdrawable)),
                Cell.Units(one.Drift),
            ]),
        ]);
}
