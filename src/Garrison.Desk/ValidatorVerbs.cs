using System.CommandLine;

using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Ethereum's validators: what they earn and lose, and how long its queues take.</summary>
internal static class ValidatorVerbs
{
    public const string CredentialsOfSkimmed = "0x01";
    public const string CredentialsOfCompounding = "0x02";

    private const ulong GweiInWei = 1_000_000_000;
    private const ulong EpochsOfWeek = 7 * Spec.EpochsPerDay;
    private const ulong PartShownMax = 100;

    private static readonly Option<ulong> _count = new("--count")
    {
        Description = "How many validators.",
        DefaultValueFactory = static _ => 1UL,
    };

    private static readonly Option<string> _balance = new("--balance")
    {
        Description = "What each has, in ETH.",
        DefaultValueFactory = static _ => "32",
    };

    private static readonly Option<string> _credentials = Credentials();

    private static readonly Option<string> _participation = new("--participation")
    {
        Description = "Which part of the stake does its duties: from two thirds to 1.",
        DefaultValueFactory = static _ => "0.99",
    };

    private static readonly Option<string?> _stake = new("--stake")
    {
        Description = "The active stake of all validators, in ETH; that of the day by default.",
    };

    private static readonly Option<string> _join = new("--eth")
    {
        Description = "How much would join a queue, in ETH.",
        DefaultValueFactory = static _ => "32",
    };

    private static readonly Option<string?> _at = new("--at")
    {
        Description = "A day of the record, such as 2024-10-31; the last one by default.",
    };

    public static Command Create() => new("validator", "Ethereum's validators.")
    {
        Verb.Of(
            "show", "What validators earn and lose, and when they are out.", Show,
            _count, _balance, _credentials, _participation, _stake, _at),
        Verb.Of("queue", "How long the queues in and out take.", Queue, _join, _at),
    };

    /// <summary>An option for withdrawal credentials.</summary>
    public static Option<string> Credentials() => new Option<string>("--credentials")
    {
        Description = "0x01 is skimmed at 32 ETH, 0x02 compounds up to 2,048.",
        DefaultValueFactory = static _ => CredentialsOfSkimmed,
    }.AcceptOnlyFromAmong(CredentialsOfSkimmed, CredentialsOfCompounding);

    /// <summary>The credentials that an option names.</summary>
    public static Credentials ToCredentials(string text) =>
        text == CredentialsOfCompounding
            ? Engine.Staking.Credentials.Compounding
            : Engine.Staking.Credentials.Execution;

    /// <summary>What --balance says that each validator has, in gwei: at least 32 ETH.</summary>
    public static ulong ToBalance(string text)
    {
        ulong gwei = Amounts.ParseGwei("--balance", text);
        return gwei >= Spec.ActivationBalanceMin
            ? gwei
            : throw new DeskException(
                ExitCode.Usage, $"--balance {text}: a validator needs 32 ETH to be active");
    }

    private static Report Show(ParseResult parsed)
    {
        QueueDay day = Day(parsed);
        ValidatorTerms terms = Terms(parsed, day);
        SlashingCost alone = ValidatorEconomics.SlashedAlone(terms);
        return new Report(
            $"{Amounts.ToText((long)terms.Count)} {(terms.Count == 1 ? "validator" : "validators")} of "
                + $"{Cell.Ether(terms.BalanceGwei).Text} among {Cell.Ether(terms.StakeGwei).Text}, as of "
                + $"{day.Date:yyyy-MM-dd}",
            [
                Earnings(terms), Offline(terms), Slashed(terms, alone),
                Leaving("When they are out", day, terms.EffectiveGwei * terms.Count),
            ],
            [
                "Rules of Electra and Fulu. Proposals and the sync committee are chance: expected values, "
                    + "est. Fees and MEV are not in it.",
                "Slashed with others: an estimate in which these are the first in the exit queue.",
                $"* at {Amounts.ToPercent(Part(parsed).Raw)} of the stake on duty, which is assumed, and "
                    + "these validators always.",
            ]);
    }

    private static ValidatorTerms Terms(ParseResult parsed, QueueDay day)
    {
        ulong count = parsed.GetRequiredValue(_count);
        ulong balance = ToBalance(parsed.GetRequiredValue(_balance));
        ulong stake = parsed.GetValue(_stake) is { } text
            ? Amounts.ParseGwei("--stake", text)
            : day.StakedGwei;
        ValidatorTerms terms = new(
            count, balance, ToCredentials(parsed.GetRequiredValue(_credentials)), stake, Part(parsed),
            BeaconTime.EpochAt(day.Date));
        return count == 0 || (UInt128)count * terms.EffectiveGwei > stake / PartShownMax
            ? throw new DeskException(
                ExitCode.Usage,
                $"--count {count}: give at least 1, and at most 1 % of the {Cell.Ether(stake).Text} staked; "
                    + "for more see garrison whatif slash --base")
            : terms;
    }

    private static Wad Part(ParseResult parsed) =>
        Amounts.ParseParticipation(parsed.GetRequiredValue(_participation));

    private static QueueDay Day(ParseResult parsed) => Shelf.Day(
        parsed.GetValue(_at) is { } text ? Amounts.ParseDay("--at", text) : null);

    private static Section Earnings(ValidatorTerms terms)
    {
        IReadOnlyList<Income> sources = ValidatorEconomics.Of(terms);
        UInt256 balance = (UInt256)terms.BalanceGwei * terms.Count * GweiInWei;
        return new Section(
            "What they earn",
            [
                new Column("for"), new Column("an epoch", true, true), new Column("a year", true, true),
                new Column("of the balance, a year", true, true),
            ],
            [
                .. sources.Select(one => Row(
                    one.IsExpected ? $"{one.Name} (est.)" : one.Name, one.EarnedWei)),
                Row("in all (est.)", sources.Sum(static one => one.EarnedWei)),
            ]);

        IReadOnlyList<Cell> Row(string name, UInt256 wei)
        {
            UInt256 year = ValidatorEconomics.PerYear(wei);
            return
            [
                name, Cell.Gwei(wei), Cell.Amount(year, "ETH"),
                Cell.Percent(Wad.RatioDown(year, balance).Raw),
            ];
        }
    }

    private static Section Offline(ValidatorTerms terms)
    {
        IReadOnlyList<Income> sources = ValidatorEconomics.Of(terms);
        UInt256 penalties = sources.Sum(static one => one.LostWei);
        UInt256 missed = sources.Sum(static one => one.EarnedWei);
        UInt256 leak = (UInt256)ValidatorEconomics.LeakGwei(terms, EpochsOfWeek) * GweiInWei;
        return new Section(
            "What they lose offline",
            [
                new Column("by"), new Column("an epoch", true, true), new Column("a day", true, true),
                new Column("a week", true, true),
            ],
            [
                Row("penalties (est.)", penalties),
                Row("earnings missed (est.)", missed),
                [
                    "penalties, 40 % of the stake offline too (est.)",
                    Cell.Gwei(leak.DivDown(EpochsOfWeek)), Cell.Amount(leak.DivDown(7), "ETH"),
                    Cell.Amount(leak, "ETH"),
                ],
            ]);

        static IReadOnlyList<Cell> Row(string name, UInt256 wei) =>
        [
            name, Cell.Gwei(wei), Cell.Amount(wei * Spec.EpochsPerDay, "ETH"),
            Cell.Amount(wei * EpochsOfWeek, "ETH"),
        ];
    }

    private static Section Slashed(ValidatorTerms terms, SlashingCost alone)
    {
        UInt256 balance = (UInt256)terms.BalanceGwei * terms.Count;
        return new Section(
            "What a slashing costs",
            [
                new Column("slashed"), new Column("in all", true), new Column("at once", true),
                new Column("halfway", true), new Column("missed votes", true, true),
                new Column("lost", true, true), new Column("of the balance", true, true),
                new Column("withdrawable after", true),
            ],
            [
                Row("they alone", alone),
                Row("with 1 % of the stake (est.)", Among(1)),
                Row("with 10 % of the stake (est.)", Among(10)),
                Row("with 34 % of the stake (est.)", Among(34)),
            ]);

        SlashingCost Among(ulong percent) => ValidatorEconomics.SlashedAmong(
            terms, alone, new Wad(Wad.Scale.DivDown(100) * percent));

        IReadOnlyList<Cell> Row(string name, SlashingCost cost) =>
        [
            name, Cell.Ether(cost.SlashedGwei), Cell.Ether(cost.AtOnceGwei), Cell.Ether(cost.CorrelationGwei),
            Cell.Ether(cost.VotesGwei), Cell.Ether(cost.TotalGwei),
            Cell.Percent(Wad.RatioDown(cost.TotalGwei, balance).Raw),
            ToDays(cost.WithdrawableEpoch - terms.Epoch),
        ];
    }

    private static Report Queue(ParseResult parsed)
    {
        QueueDay day = Day(parsed);
        ulong gwei = Amounts.ParseGwei("--eth", parsed.GetRequiredValue(_join));
        return new Report(
            $"Ethereum's queues on {day.Date:yyyy-MM-dd}: {Amounts.ToText((long)day.Validators)} validators, "
                + $"{Cell.Ether(day.StakedGwei).Text} staked",
            [
                Queues(day),
                Entering(day, gwei),
                Leaving($"If {Cell.Ether(gwei).Text} asked to leave behind it", day, gwei),
            ],
            [
                "The wait by the rules is the queue over what an epoch takes, 225 epochs a day; before "
                    + "Electra the limit grew as the queue came in.",
                "Dates are estimates: the queue of the day drains at its limit, a block comes every 12 "
                    + "seconds, and nobody steps out.",
                "Paid at the latest: a sweep over all validators, 16 a block, begins when they are "
                    + "withdrawable.",
                "Source: etheralpha/validatorqueue-com at f6a337c, MIT.",
            ]);
    }

    private static Section Queues(QueueDay day)
    {
        return new Section(
            "Queues",
            [
                new Column("queue"), new Column("waiting", true), new Column("an epoch takes", true),
                new Column("wait by the rules", true), new Column("wait recorded", true),
                new Column("difference", true),
            ],
            [Row("in", day.Entry), Row("out", day.Exit)]);

        static IReadOnlyList<Cell> Row(string name, QueueSide side) =>
        [
            name, Cell.Ether(side.WaitingGwei), Cell.Ether(side.LimitGwei), Amounts.ToDays(side.Centidays),
            Amounts.ToDays(side.RecordedCentidays),
            Amounts.ToDays(Math.Max(side.Centidays, side.RecordedCentidays)
                - Math.Min(side.Centidays, side.RecordedCentidays)),
        ];
    }

    private static Section Entering(QueueDay day, ulong gwei)
    {
        EntryForecast entry = ExitQueue.Enter(day, gwei);
        return Steps(
            $"If {Cell.Ether(gwei).Text} were deposited behind it",
            day,
            ("credited to validators", entry.CreditedEpoch),
            ("active", entry.ActiveEpoch));
    }

    private static Section Leaving(string name, QueueDay day, ulong gwei)
    {
        ExitForecast exit = ExitQueue.Leave(day, gwei);
        return Steps(
            name,
            day,
            ("without duties", exit.ExitEpoch),
            ("withdrawable", exit.WithdrawableEpoch),
            ("paid at the latest", exit.PaidEpoch));
    }

    private static Section Steps(string name, QueueDay day, params (string What, ulong Epoch)[] steps)
    {
        ulong now = BeaconTime.EpochAt(day.Date);
        return new Section(
            name,
            [
                new Column("all of it is"), new Column("after (est.)", true), new Column("epoch", true),
                new Column("at (est.)"),
            ],
            [
                .. steps.Select(step => (IReadOnlyList<Cell>)
                [
                    step.What,
                    ToDays(step.Epoch - now),
                    Cell.Number((long)step.Epoch),
                    Amounts.ToTime(BeaconTime.SecondsAt(step.Epoch)),
                ]),
            ]);
    }

    // Rounded half up.
    private static string ToDays(ulong epochs) =>
        Amounts.ToDays(((epochs * 100) + (Spec.EpochsPerDay / 2)) / Spec.EpochsPerDay);
}
