using System.Globalization;

using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Tables of loans.</summary>
internal static class LoanSections
{
    private const int PriceDigits = 6;
    private const int DollarDecimals = 8;
    private const int DollarDigits = 2;

    /// <summary>What is lent, and at which rates.</summary>
    public static Section Lent(MarketBook book, IReadOnlyList<LoanMarket> markets) => new(
        "lent",
        [
            new Column("market"), new Column("lent", true), new Column("owed", true),
            new Column("used", true), new Column("borrowers pay", true), new Column("lenders earn", true),
        ],
        [
            .. markets.SelectMany(market => market.Sides
                .Where(static side => !side.Supplied.IsZero)
                .Select(side => (IReadOnlyList<Cell>)
                [
                    market.Name,
                    Cell.Amount(side.Supplied, side.Token.Symbol, side.Token.Decimals) with
                    {
                        IsAssumed = IsLentAssumed(market, side.Token),
                    },
                    Cell.AmountUp(side.Borrowed, side.Token.Symbol, side.Token.Decimals) with
                    {
                        IsAssumed = IsUseAssumed(market, side.Token),
                    },
                    Cell.Percent(side.Utilisation.Raw) with
                    {
                        IsAssumed = IsUseAssumed(market, side.Token),
                    },
                    Cell.PercentUp(side.BorrowRate.Raw) with
                    {
                        IsAssumed = IsUseAssumed(market, side.Token),
                    },
                    Cell.Percent(side.SupplyRate.Raw) with
                    {
                        IsAssumed = IsUseAssumed(market, side.Token),
                    },
                ])),
        ]);

    /// <summary>The groups of a market; the worst of each stands for it.</summary>
    public static Section Groups(MarketBook book, LoanMarket market) => new(
        market.Name,
        [
            new Column("borrowers"), new Column("count", true, true), new Column("collateral", true, true),
            new Column("owed", true, true), new Column("loan to value", true, true),
            new Column("health", true, true), new Column("liquidated after", true, true),
            new Column("bad after", true, true),
        ],
        [
            .. book.Cohorts.Where(cohort => cohort.Market == market.Name).Select(cohort =>
            {
                Loan[] loans = [.. cohort.Accounts.Take(2).Select(market.LoanOf)];
                Loan worst = loans.MinBy(static loan => loan.OwnHealth)!;
                MarketToken collateral = Token(book, cohort.Collateral);
                MarketToken debt = Token(book, cohort.Loan);
                return (IReadOnlyList<Cell>)
                [
                    cohort.Name,
                    Cell.Number(cohort.Count),
                    Cell.Amount(
                        Sum(market, cohort, collateral, isDebt: false),
                        collateral.Symbol,
                        collateral.Decimals),
                    Cell.AmountUp(Sum(market, cohort, debt, isDebt: true), debt.Symbol, debt.Decimals),
                    Cell.PercentUp(worst.State.Ltv.Raw),
                    Health(worst.OwnHealth),
                    Cell.Percent(worst.FallToLiquidation.Raw),
                    Cell.Percent(worst.FallToBadDebt.Raw),
                ];
            }),
        ]);

    /// <summary>Every loan of a market.</summary>
    public static Section Each(MarketBook book, LoanMarket market) => new(
        market.Name,
        [
            new Column("borrower"), new Column("address"), new Column("collateral", true, true),
            new Column("owed", true, true), new Column("loan to value", true, true),
            new Column("health", true, true), new Column("liquidated after", true, true),
            new Column("bad after", true, true),
        ],
        [
            .. market.Borrowers.Select(market.LoanOf).Select(loan => (IReadOnlyList<Cell>)
            [
                book.NameOf(loan.Borrower),
                loan.Borrower.ToString(),
                Amount(loan.Collateral, isUp: false),
                Amount(loan.Debt, isUp: true),
                Cell.PercentUp(loan.State.Ltv.Raw),
                Health(loan.OwnHealth),
                Cell.Percent(loan.FallToLiquidation.Raw),
                Cell.Percent(loan.FallToBadDebt.Raw),
            ]),
        ]);

    /// <summary>One loan, line by line.</summary>
    public static Section One(MarketBook book, Loan loan)
    {
        LoanMarket market = loan.Market;
        return new Section(
            $"{book.NameOf(loan.Borrower)} {loan.Borrower} in {market.Name}",
            [new Column("what"), new Column("value", true, true)],
            [
                .. loan.Collateral.Select(static one => (IReadOnlyList<Cell>)
                    ["collateral", Cell.Amount(one.Amount, one.Token.Symbol, one.Token.Decimals)]),
                .. loan.Debt.Select(static one => (IReadOnlyList<Cell>)
                    ["owed", Cell.AmountUp(one.Amount, one.Token.Symbol, one.Token.Decimals)]),
                ["collateral is worth", Value(market, loan.State.Collateral)],
                ["what is owed is worth", ValueUp(market, loan.State.Debt)],
                ["loan to value", Cell.PercentUp(loan.State.Ltv.Raw)],
                ["health", Health(loan.OwnHealth)],
                ["price", Price(market, loan.Price)],
                ["liquidated below", PriceUp(market, loan.LiquidationPrice)],
                ["that is a fall of", Cell.Percent(loan.FallToLiquidation.Raw)],
                ["bad debt below", PriceUp(market, loan.BadDebtPrice)],
                ["that is a fall of", Cell.Percent(loan.FallToBadDebt.Raw)],
            ]);
    }

    /// <summary>A ladder.</summary>
    public static Section Steps(
        LoanMarket market, MarketToken token, ShockKind kind, IReadOnlyList<LadderStep> steps) => new(
            $"{market.Name}, by {Words(kind)} of {token.Symbol}",
            [
                new Column("falls by", true), new Column("read", true), new Column("loans", true, true),
                new Column("collateral", true, true), new Column("owed", true, true),
                new Column("bad loans", true, true), new Column("bad debt", true, true),
            ],
            [
                .. steps.Select(step => (IReadOnlyList<Cell>)
                [
                    Cell.Percent(step.Fall.Raw),
                    Price(market, step.Price),
                    Cell.Number(step.Loans),
                    Cell.Amount(step.Collateral, token.Symbol, token.Decimals),
                    ValueUp(market, step.Debt),
                    Cell.Number(step.BadLoans),
                    ValueUp(market, step.BadDebt),
                ]),
            ]);

    /// <summary>What falls, in words.</summary>
    public static string Words(ShockKind kind) => kind switch
    {
        ShockKind.Price => "the market price",
        ShockKind.Rate => "the own rate",
        _ => "the market price and the own rate",
    };

    // Never better than it is: rounded down, to four digits.
    private static Cell Health(UInt256 health) => health == UInt256.MaxValue
        ? new Cell("no debt", health.ToString())
        : new Cell(Amounts.ToText(health), health.ToString());

    private static Cell Price(LoanMarket market, UInt256 price) => price == UInt256.MaxValue
        ? new Cell("none", price.ToString())
        : Cell.Amount(
            price,
            market.Unit,
            market.PriceDecimals,
            market.PriceDecimals == DollarDecimals ? DollarDigits : PriceDigits);

    private static Cell PriceUp(LoanMarket market, UInt256 price) => price == UInt256.MaxValue
        ? Price(market, price)
        : Cell.AmountUp(
            price,
            market.Unit,
            market.PriceDecimals,
            market.PriceDecimals == DollarDecimals ? DollarDigits : PriceDigits);

    private static Cell Value(LoanMarket market, UInt256 value) =>
        Cell.Amount(value, market.Unit, market.UnitDecimals, Digits(market));

    private static Cell ValueUp(LoanMarket market, UInt256 value) =>
        Cell.AmountUp(value, market.Unit, market.UnitDecimals, Digits(market));

    private static int Digits(LoanMarket market) =>
        market.UnitDecimals == DollarDecimals ? DollarDigits : 4;

    private static Cell Amount(IReadOnlyList<LoanAmount> amounts, bool isUp)
    {
        if (amounts.Count == 0) return "nothing";

        LoanAmount main = amounts.MaxBy(static one => one.Value)!;
        Cell cell = isUp
            ? Cell.AmountUp(main.Amount, main.Token.Symbol, main.Token.Decimals)
            : Cell.Amount(main.Amount, main.Token.Symbol, main.Token.Decimals);
        return amounts.Count == 1
            ? cell
            : cell with
            {
                Text = string.Create(
                    CultureInfo.InvariantCulture, $"{cell.Text} and {amounts.Count - 1} more"),
            };
    }

    private static UInt256 Sum(LoanMarket market, MarketCohort cohort, MarketToken token, bool isDebt) =>
        cohort.Accounts.Select(market.AmountsOf)
            .SelectMany(amounts => isDebt ? amounts.Debt : amounts.Collateral)
            .Where(one => one.Token == token)
            .Sum(static one => one.Amount);

    private static bool IsLentAssumed(LoanMarket market, MarketToken token) =>
        Reserve(market, token) is { } reserve
            ? reserve.Lenders.Count == 0 || reserve.Origin.IsAssumed("lenders")
            : market.Market.Origin.IsAssumed("lenders");

    private static bool IsUseAssumed(LoanMarket market, MarketToken token)
    {
        (Wad? used, MarketOrigin origin) = Reserve(market, token) is { } reserve
            ? (reserve.Used, reserve.Origin)
            : ((market.Market as MorphoBookMarket)?.Used, market.Market.Origin);
        return used is null || origin.IsAssumed("used");
    }

    private static AaveBookReserve? Reserve(LoanMarket market, MarketToken token) =>
        (market.Market as AaveBookMarket)?.Reserves.First(one => one.Token == token.Symbol);

    private static MarketToken Token(MarketBook book, string symbol) =>
        book.Tokens.First(token => token.Symbol == symbol);
}
