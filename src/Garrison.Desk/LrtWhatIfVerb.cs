using System.CommandLine;

using Garrison.Risk.LiquidRestaking;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>A shock to a liquid restaking token: a slash below it, a run, a rate that stands still.</summary>
internal static class LrtWhatIfVerb
{
    private const string Ether = "ETH";

    private static readonly Option<string?> _slash = new("--slash")
    {
        Description = "A service slashes all of the issuer's operators that serve it: its name, or AVS:ID.",
    };

    private static readonly Option<string?> _part = new("--wad")
    {
        Description = "Which part of what they put behind it: above 0 and at most 1. Needed with --slash; "
            + "with --stuck, which part of what is restaked is lost: 0.05 by default.",
    };

    private static readonly Option<string?> _run = new("--run")
    {
        Description = "Which part of what they have holders ask to leave with; with --stuck, which part of "
            + "the supply leaves: 0.1 by default.",
    };

    private static readonly Option<bool> _stuck = new("--stuck")
    {
        Description = "Nobody brings the rate up to date while what is behind it falls.",
    };

    public static Command Create() => Verb.OfIssuers(
        "whatif",
        "A shock on a fork of a book: --slash, --run or --stuck.",
        Run,
        LrtVerbs.Token,
        _slash,
        _part,
        _run,
        _stuck);

    private static Report Run(IssuerBook book, ParseResult parsed)
    {
        BookIssuer issuer = LrtVerbs.Issuer(book, parsed);
        (string? slash, string? run) = (parsed.GetValue(_slash), parsed.GetValue(_run));
        return (slash, run, parsed.GetValue(_stuck)) switch
        {
            ({ } service, null, false) => Slash(book, issuer, service, parsed),
            (null, { } part, false) => ToReport(
                book,
                issuer,
                IssuerRun.Run(book, issuer, Amounts.ParsePart("--run", part, mayBeZero: false))),
            (null, _, true) => ToReport(book, issuer, StuckRate.Run(
                book,
                issuer,
                Amounts.ParsePart("--wad", parsed.GetValue(_part) ?? "0.05", mayBeZero: false),
                Amounts.ParsePart("--run", run ?? "0.1", mayBeZero: false))),
            _ => throw new DeskException(
                ExitCode.Usage,
                "say what happens: --slash SERVICE --wad 0.1, --run 0.3, or --stuck (with --wad and --run)"),
        };
    }

    private static Report Slash(IssuerBook book, BookIssuer issuer, string service, ParseResult parsed)
    {
        string part = parsed.GetValue(_part)
            ?? throw new DeskException(ExitCode.Usage, "--slash needs --wad, such as --wad 0.1");
        var slash = IssuerSlash.Run(
            book,
            issuer,
            Shelf.Service(book.Restaking, service),
            Amounts.ParsePart("--wad", part, mayBeZero: false));
        return new Report(
            $"{WhatIfVerbs.Title(slash.Shock)}: what it does to {issuer.Symbol}, at block "
                + $"{slash.Restaking.SlashBlock}",
            [
                Change("token", slash.Before, slash.After),
                Losers(slash),
                Below(book, issuer, slash.Restaking),
                LrtSections.Queue(slash.After),
            ],
            [
                Update(issuer, slash.IsStored, slash.Refused),
                "The queue is that after the slash. A service also slashes what is others' with these "
                    + "operators: see garrison whatif slash.",
                .. LrtVerbs.Notes(book),
            ]);
    }

    // One line that says whether the token knows of its loss.
    private static string Update(BookIssuer issuer, bool isStored, Engine.Refusal? refused) =>
        !isStored
            ? $"{issuer.Symbol}'s rate is live: it knows of a loss at once."
            : refused is null
                ? $"{issuer.Symbol}'s rate is stored; an update, which anyone may send, brought the loss "
                    + "into it."
                : $"{issuer.Symbol}'s rate is stored, and its update is refused: {refused}. It stays at the "
                    + "old rate until the guard is moved; who leaves at it leaves the loss to the others.";

    private static Section Change(string name, TokenView before, TokenView after) => new(
        name,
        [
            new Column("what"), new Column("before", true, true), new Column("after", true, true),
        ],
        [
            [
                "rate, by the issuer",
                LrtSections.Rate(before.Rate, before.RateRefused),
                LrtSections.Rate(after.Rate, after.RateRefused),
            ],
            [
                "rate, by what is behind it",
                LrtSections.Rate(before.BackedRate, before.AssetsRefused),
                LrtSections.Rate(after.BackedRate, after.AssetsRefused),
            ],
            ["assets", Cell.Amount(before.Assets, Ether), Cell.Amount(after.Assets, Ether)],
            [
                "supply",
                Cell.Amount(before.Supply, before.Issuer.Symbol),
                Cell.Amount(after.Supply, before.Issuer.Symbol),
            ],
        ]);

    private static Section Losers(IssuerSlash slash) => new(
        "Who loses what",
        [
            new Column("holders"), new Column("by the rate", true, true),
            new Column("by what is behind it", true, true), new Column("lost", true, true),
        ],
        [
            .. slash.Holders.Select(holder => (IReadOnlyList<Cell>)
            [
                holder.Name,
                Cell.Change(
                    slash.Before.WorthDown(holder.Covered), slash.After.WorthDown(holder.Covered), Ether),
                Cell.Change(
                    slash.Before.BackedWorthDown(holder.Covered),
                    slash.After.BackedWorthDown(holder.Covered),
                    Ether),
                Cell.AmountUp(
                    slash.Before.BackedWorthDown(holder.Covered).SaturatingSub(
                        slash.After.BackedWorthDown(holder.Covered)),
                    Ether,
                    18),
            ]),
        ]);

    private static Section Below(IssuerBook book, BookIssuer issuer, SlashOutcome outcome) => new(
        "What its operators lose of what is the issuer's",
        [
            new Column("operator"), new Column("strategy"), new Column("held", true, true),
            new Column("lost", true, true),
        ],
        [
            .. from loss in outcome.Losses
               where issuer.Assets.Any(asset => asset.Strategy == loss.Asset)
               let symbol = Shelf.Symbol(book.Restaking, loss.Asset)
               select (IReadOnlyList<Cell>)
               [
                   loss.Operator.Label,
                   symbol,
                   Cell.Change(loss.HeldBefore, loss.HeldAfter, symbol),
                   Cell.AmountUp(loss.Lost, symbol, 18),
               ],
        ]);

    private static Report ToReport(IssuerBook book, BookIssuer issuer, IssuerRun run) => new(
        $"Holders ask to leave with {Amounts.ToText(run.Tokens)} {issuer.Symbol}, {LrtSections.AsOf(book)}",
        [Change("token", run.Before, run.After), Legs(issuer, run)],
        [
            $"Covered requests are paid from {Amounts.ToTime(run.CoveredFrom.Second)}. The others wait until "
                + $"what is restaked can leave, {Amounts.ToTime(run.WaitingFrom.Second)} if it is asked for "
                + "now; ether has to leave its validators besides.",
            .. run.Reason is null
                ? (string[])[]
                : [$"{Amounts.ToText(run.Refused)} {issuer.Symbol} were refused: {run.Reason}."],
            "Each group here asks in every asset for as much as the issuer has of it. Those on other chains "
                + "stay.",
            .. LrtVerbs.Notes(book),
        ]);

    private static Section Legs(BookIssuer issuer, IssuerRun run) => new(
        "What there is for them, with those who waited before",
        [
            new Column("asset"), new Column("tokens given", true, true), new Column("asked", true, true),
            new Column("covered", true, true), new Column("waits", true, true),
            new Column("short", true, true),
        ],
        [
            .. run.Legs.Select(leg => (IReadOnlyList<Cell>)
            [
                leg.Asset.AssetSymbol,
                Cell.Amount(leg.Tokens, issuer.Symbol),
                Cell.Amount(leg.Asked, leg.Asset.AssetSymbol),
                Cell.Amount(leg.Covered, leg.Asset.AssetSymbol),
                Cell.AmountUp(leg.Waiting, leg.Asset.AssetSymbol, 18),
                Cell.AmountUp(leg.Shortage, leg.Asset.AssetSymbol, 18),
            ]),
        ]);

    private static Report ToReport(IssuerBook book, BookIssuer issuer, StuckRate stuck) => new(
        $"What is behind {issuer.Symbol} falls and nobody updates its rate, {LrtSections.AsOf(book)}",
        [Change("token", stuck.Before, stuck.Fallen), Gains(issuer, stuck)],
        [
            stuck switch
            {
                { IsStored: false } => $"{issuer.Symbol}'s rate is live: what is lost below is in it at "
                    + "once, and nobody gains by leaving.",
                { UpdateRefused: { } refused } =>
                    $"The rate is stored, and by now its update is refused: {refused}.",
                _ => "The rate is stored; anyone may end this by an update. A request that is not unlocked "
                    + "yet gets the lower of the two rates.",
            },
            stuck.ExpiresInSeconds is { } seconds
                ? $"Without new prices for {seconds} seconds the issuer answers nobody: "
                    + $"{stuck.ExpiredReason}."
                : "The issuer never asks how old a price is.",
            .. LrtVerbs.Notes(book),
        ]);

    private static Section Gains(BookIssuer issuer, StuckRate stuck) => new(
        "Who gains",
        [new Column("what"), new Column("is", true, true)],
        [
            ["leave", Cell.Amount(stuck.Leaving, issuer.Symbol)],
            ["they get at the rate that stands", Cell.Amount(stuck.AtOld, Ether)],
            ["what is behind their tokens", Cell.Amount(stuck.Fair, Ether)],
            ["their gain, and the others' loss", Cell.Amount(stuck.Gain, Ether)],
            ["what the issuer can pay now", Cell.Amount(stuck.LiquidEther, Ether)],
            [
                "rate of those who stay, by what is behind it",
                stuck.StayersRate is { } rate ? Cell.Amount(rate, Ether, 18, 6) : "nobody stays",
            ],
        ]);
}
