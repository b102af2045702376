using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>Tries to pay rewards in: what it does, and who would get them.</summary>
internal static class SubmitVerb
{
    private const int DaysMax = 10_000;
    private const int MultiplierBits = 96;

    private static readonly Dictionary<string, SubmissionKind> _kinds = new(StringComparer.Ordinal)
    {
        ["avs"] = SubmissionKind.Avs,
        ["all-stakers"] = SubmissionKind.ForAll,
        ["all-earners"] = SubmissionKind.ForAllEarners,
        ["directed"] = SubmissionKind.OperatorDirectedAvs,
        ["directed-set"] = SubmissionKind.OperatorDirectedSet,
        ["unique-stake"] = SubmissionKind.UniqueStake,
        ["total-stake"] = SubmissionKind.TotalStake,
    };

    private static readonly Option<string> _kind = Kind();

    private static readonly Option<string> _payer = new("--payer")
    {
        Description = "Who pays: the name of a service, or of who pays everyone; or an address.",
        Required = true,
    };

    private static readonly Option<string> _token = new("--token")
    {
        Description = "What is paid: a symbol or an address.",
        Required = true,
    };

    private static readonly Option<string?> _amount = new("--amount")
    {
        Description = "How much in all, in whole tokens; not for directed kinds.",
    };

    private static readonly Option<string?> _start = new("--start")
    {
        Description = "The day before the first that is paid. By default the day of the submission; of a"
            + " directed kind, so that the last day is the one before it.",
    };

    private static readonly Option<int> _days = new("--days")
    {
        Description = "Over how many days.",
        Required = true,
    };

    private static readonly Option<string[]> _strategies = new("--strategy")
    {
        Description = "What counts: SYMBOL or SYMBOL=MULTIPLIER; may be given again. All ether by default.",
    };

    private static readonly Option<string[]> _operators = new("--operator")
    {
        Description = "Of a directed kind: OPERATOR=AMOUNT; may be given again.",
    };

    private static readonly Option<string?> _at = new("--at")
    {
        Description = "On which day it is submitted; today by default.",
    };

    private static readonly Option<string[]> _leave = new("--leave")
    {
        Description = "OPERATOR=DATE: an operator that leaves the service or set then; may be given again.",
    };

    private static readonly Option<bool> _unfunded = new("--unfunded")
    {
        Description = "Do not give the payer the tokens first.",
    };

    private static readonly Option<bool> _fee = new("--protocol-fee")
    {
        Description = "The payer opts in to the protocol fee of 20 %.",
    };

    public static Command Create() => Verb.OfEigenLayer(
        "submit",
        "Tries a submission on a fork: before and after, warnings, and who would get what. Nothing is "
            + "written without --broadcast.",
        Submit,
        _kind, _payer, _token, _amount, _start, _days, _strategies, _operators, _at, _leave, _unfunded, _fee,
        RewardsOptions.Journal, RewardsOptions.Broadcast);

    /// <summary>What a kind is called here.</summary>
    public static string KindName(RewardKind kind) => kind switch
    {
        RewardKind.Avs => "avs",
        RewardKind.AllStakers => "all-stakers",
        RewardKind.AllEarners => "all-earners",
        RewardKind.DirectedAvs => "directed",
        RewardKind.DirectedSet => "directed-set",
        RewardKind.UniqueStake => "unique-stake",
        _ => "total-stake",
    };

    /// <summary>What a source is called here.</summary>
    public static string SourceName(RewardSource source) =>
        source == RewardSource.Emission ? "emission" : "organic";

    private static Option<string> Kind()
    {
        Option<string> kind = new("--kind") { Description = "By which rule it is divided.", Required = true };
        return kind.AcceptOnlyFromAmong([.. _kinds.Keys]);
    }

    private static Report Submit(Book book, ParseResult parsed)
    {
        RewardNames names = new(book);
        RewardsProjection projection = RewardsOptions.Open(book, parsed, static _ => true);
        BookToken token = names.FindToken(parsed.GetRequiredValue(_token));
        SubmissionRequest request = Request(book, parsed, token.Address, projection.Today);
        SubmissionPreview preview = SubmissionPreview.Run(projection, request);
        string done = RewardsOptions.Commit(projection, parsed, preview.CommandCount);
        return new Report(
            $"{names.Account(request.Payer)} pays {Amounts.ToText(request.Total)} {token.Symbol} on "
                + Amounts.ToDate(request.AtDay),
            SubmitSections.Of(preview, names, token.Symbol),
            [
                done,
                request.IsFunded
                    ? "The payer is given the tokens first: what it really holds is not in the book."
                    : "The payer has what the book says it has.",
                "Played on as if nobody else moved, for at most "
                    + $"{SubmissionPreview.PlayedDaysMax} days: what is due later is open.",
                RewardsOptions.AssumedNote,
            ]);
    }

    private static SubmissionRequest Request(Book book, ParseResult parsed, Address token, int today)
    {
        SubmissionKind kind = _kinds[parsed.GetRequiredValue(_kind)];
        bool isDirected = kind is SubmissionKind.OperatorDirectedAvs or SubmissionKind.OperatorDirectedSet;
        (Address payer, OperatorSet set) = Payer(book, parsed.GetRequiredValue(_payer));
        int days = parsed.GetRequiredValue(_days);
        if (days is < 0 or > DaysMax)
        {
            throw new DeskException(ExitCode.Usage, $"--days {days}: give from 0 to {DaysMax}");
        }

        int at = parsed.GetValue(_at) is { } text ? Amounts.ParseDayNumber("--at", text) : today;
        if (at < today || at > today + RewardsOptions.DaysMax)
        {
            throw new DeskException(
                ExitCode.Usage,
                $"--at {Amounts.ToDate(at)}: give a day from {Amounts.ToDate(today)} on, within a year");
        }

        int start = parsed.GetValue(_start) is { } day
            ? Amounts.ParseDayNumber("--start", day)
            : isDirected ? at - days - 1 : at;
        string? amount = parsed.GetValue(_amount);
        string[] operators = parsed.GetValue(_operators) ?? [];
        if (isDirected == (amount is not null) || isDirected != operators.Length > 0)
        {
            throw new DeskException(
                ExitCode.Usage,
                "give --operator OPERATOR=AMOUNT for a directed kind, and --amount for all others");
        }

        return new SubmissionRequest(
            kind,
            payer,
            set,
            token,
            amount is null ? UInt256.Zero : Amounts.ParseAmount("--amount", amount),
            start,
            days,
            Strategies(book, parsed.GetValue(_strategies) ?? []),
            [
                .. operators.Select(text => Pair("--operator", text))
                    .Select(pair => new OperatorReward(
                        Shelf.Operator(book, pair.Name).Address,
                        Amounts.ParseAmount("--operator", pair.Value)))
                    .OrderBy(static one => one.Operator),
            ],
            at,
            [.. (parsed.GetValue(_leave) ?? []).Select(text => Leave(book, text, today, at))],
            !parsed.GetValue(_unfunded),
            parsed.GetValue(_fee) ? true : null);
    }

    private static Departure Leave(Book book, string text, int today, int at)
    {
        (string name, string date) = Pair("--leave", text);
        int day = Amounts.ParseDayNumber("--leave", date);
        return day > today && day <= at
            ? new Departure(Shelf.Operator(book, name).Address, day)
            : throw new DeskException(
                ExitCode.Usage,
                $"--leave {text}: give a day after {Amounts.ToDate(today)}, and none after "
                    + Amounts.ToDate(at));
    }

    private static (Address Payer, OperatorSet Set) Payer(Book book, string text)
    {
        BookProgramme? programme = book.Programmes.FirstOrDefault(
            one => one.Payer.Equals(text, StringComparison.OrdinalIgnoreCase));
        BookService? service = book.Services.FirstOrDefault(
            one => one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
                || text.Equals(one.Set.Avs.ToString(), StringComparison.OrdinalIgnoreCase));
        if (service is not null) return (service.Set.Avs, service.Set);

        Address payer = programme?.Submitter ?? default;
        return programme is not null || Address.TryParse(text, out payer)
            ? (payer, new OperatorSet(payer, 1))
            : throw new DeskException(
                ExitCode.NotFound, $"nobody in {book.Name} is called {text}: see garrison book show");
    }

    private static IReadOnlyList<StrategyMultiplier> Strategies(Book book, string[] texts) =>
    [
        .. (texts.Length == 0
            ? book.Strategies.Where(static one => one.IsEther)
                .Select(static one => new StrategyMultiplier(one.Address, Wad.Scale))
            : texts.Select(text =>
            {
                string[] pair = text.Split('=', 2);
                return new StrategyMultiplier(
                    Shelf.Strategy(book, pair[0]).Address,
                    pair.Length == 1 ? Wad.Scale : Multiplier(text, pair[1]));
            }))
            .OrderBy(static one => one.Strategy),
    ];

    // The contract's type is uint96, so no call can say more.
    private static UInt256 Multiplier(string text, string value)
    {
        UInt256 multiplier = Amounts.ParseAmount("--strategy", value);
        return multiplier.BitLength <= MultiplierBits
            ? multiplier
            : throw new DeskException(
                ExitCode.Usage,
                $"--strategy {text}: give a multiplier below 2^96 / 10^18, which is about 79 billion");
    }

    private static (string Name, string Value) Pair(string option, string text)
    {
        int at = text.LastIndexOf('=');
        return at > 0
            ? (text[..at], text[(at + 1)..])
            : throw new DeskException(
                ExitCode.Usage, $"{option} {text}: give an operator and a value, such as NAME=VALUE");
    }
}
