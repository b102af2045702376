using Garrison.Risk.RewardsDesk;

namespace Garrison.Desk;

/// <summary>The tables that a tried submission is told in.</summary>
internal static class SubmitSections
{
    /// <summary>What was paid in, what it changed, what to know of it, and who gets it.</summary>
    public static IReadOnlyList<Section> Of(SubmissionPreview preview, RewardNames names, string symbol) =>
    [
        Submission(preview, symbol),
        Balances(preview, names, symbol),
        Warnings(preview, symbol),
        Account(preview, symbol),
        Payouts(preview, names, symbol),
    ];

    private static Section Submission(SubmissionPreview preview, string symbol) => new(
        "submission",
        [
            new Column("kind"), new Column("source"), new Column("first day"), new Column("last day"),
            new Column("net", true), new Column("protocol fee", true), new Column("nonce", true),
            new Column("hash"),
        ],
        [
            [
                SubmitVerb.KindName(preview.Reward.Kind),
                SubmitVerb.SourceName(preview.Reward.Source),
                Amounts.ToDate(preview.Reward.StartDay + 1),
                Amounts.ToDate(preview.Reward.EndDay),
                Cell.Amount(preview.Reward.Amount, symbol),
                Cell.Amount(preview.Fee, symbol),
                $"{preview.NonceBefore} -> {preview.NonceAfter}",
                preview.Reward.Hash.ToString(),
            ],
        ]);

    private static Section Balances(SubmissionPreview preview, RewardNames names, string symbol) => new(
        "balances",
        [new Column("of"), new Column("balance", true)],
        [
            .. preview.Balances.Select(one => (IReadOnlyList<Cell>)
                [names.Account(one.Who), Cell.Change(one.Before, one.After, symbol)]),
        ]);

    private static Section Warnings(SubmissionPreview preview, string symbol) => new(
        "warnings",
        [new Column("warning")],
        [
            .. RewardWarnings.Of(preview.Account, preview.Tail, preview.BeyondFunds, symbol)
                .Select(static text => (IReadOnlyList<Cell>)[text]),
        ]);

    private static Section Account(SubmissionPreview preview, string symbol) => new(
        "what becomes of it",
        [
            new Column("paid", true, true), new Column("refunded", true, true),
            new Column("stuck", true, true), new Column("open", true, true),
            new Column("excess", true, true), new Column("dust", true),
        ],
        [
            [
                Cell.Amount(preview.Account.Paid, symbol),
                Cell.Amount(preview.Account.Refunded, symbol),
                Cell.Amount(preview.Account.Stuck, symbol),
                Cell.Amount(preview.Account.Open, symbol),
                Cell.Amount(preview.Account.Excess, symbol),
                Cell.Units(preview.Account.Dust),
            ],
        ]);

    private static Section Payouts(SubmissionPreview preview, RewardNames names, string symbol) => new(
        "who gets it",
        [
            new Column("operator"), new Column("address"), new Column("its part", true, true),
            new Column("its stakers", true, true),
        ],
        [
            .. preview.Payouts.Select(one => (IReadOnlyList<Cell>)
            [
                one.Operator.IsZero ? "(all stakers)" : names.Account(one.Operator),
                one.Operator.ToString(),
                Cell.Amount(one.Own, symbol),
                Cell.Amount(one.Stakers, symbol),
            ]),
        ]);
}
