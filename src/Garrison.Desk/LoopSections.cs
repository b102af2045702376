using System.Globalization;

using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Risk.Loops;
using Garrison.Risk.Markets;
using Garrison.Simulation.Loops;

namespace Garrison.Desk;

/// <summary>Tables of a loop that is planned.</summary>
internal static class LoopSections
{
    private const int FactorDecimals = 18;

    /// <summary>The position before and after, what it can stand, what it earns, what it costs, and the
    /// commands.</summary>
    public static IReadOnlyList<Section> Of(LoopCase loop, LoanMarket market) =>
    [
        Position(loop),
        Limits(loop, market),
        Carry(loop),
        Costs(loop),
        Commands(loop),
    ];

    private static Section Position(LoopCase loop)
    {
        LoopState before = loop.Plan.Preview.Before;
        LoopState after = loop.Plan.Preview.After;
        return new Section(
            "position",
            [
                new Column("what"), new Column("before", true),
                new Column("after", true, IsAssumed: loop.IsAssumed),
            ],
            [
                Row("collateral", state => Collateral(loop, state.Position.Collateral)),
                Row("worth", state => Loan(loop, state.CollateralValue)),
                Row("owed", state => LoanUp(loop, state.Position.Debt)),
                Row("equity", state => Loan(loop, Equity(state))),
                Row("leverage", state => FactorUp(state.LeverageUp)),
                Row("loan to value", state => Cell.PercentUp(state.LtvUp.Raw)),
                Row("health", state => Health(state.HealthFactor)),
                Row("in the wallet", state => Collateral(loop, state.Wallet.Collateral)),
                Row("", state => Loan(loop, state.Wallet.Loan)),
                Row("borrowers pay a year", state => Cell.PercentUp(state.BorrowRatePerYear.Raw)),
            ]);

        IReadOnlyList<Cell> Row(string what, Func<LoopState, Cell> cell) => [what, cell(before), cell(after)];
    }

    private static Section Limits(LoopCase loop, LoanMarket market)
    {
        LoopTerms terms = loop.Pair.Venue.Terms(loop.World);
        bool seesPrice = market.IsMovedBy(loop.Pair.Collateral, ShockKind.Price);
        bool seesRate = market.IsMovedBy(loop.Pair.Collateral, ShockKind.Rate);
        return new Section(
            "what it can stand",
            [new Column("what"), new Column("value", true)],
            [
                ["lends up to", Cell.Percent(terms.LtvLimit.Raw)],
                ["most leverage", Factor(LoopMath.LeverageLimitDown(terms.LtvLimit))],
                ["liquidates from", Cell.Percent(terms.Threshold.Raw)],
                .. Falls(loop, terms),
                ["its oracle reads", (seesPrice, seesRate) switch
                {
                    (true, false) => "what markets pay",
                    (false, true) => "the token's own rate",
                    (true, true) => "both",
                    _ => "neither",
                }],
            ]);
    }

    private static IReadOnlyList<IReadOnlyList<Cell>> Falls(LoopCase loop, LoopTerms terms)
    {
        Wad price = loop.Pair.Venue.Price(loop.World).RatioDown;
        Wad ltv = loop.Plan.Preview.After.LtvUp;
        if (ltv.Raw.IsZero) return [["price now", Price(loop, price)]];

        Wad liquidation = LoopMath.LiquidationPriceUp(ltv, terms.Threshold);
        Wad bad = LoopMath.BadDebtPriceUp(ltv, terms.LiquidationIncentive);
        return
        [
            ["price now", Price(loop, price)],
            ["liquidated below", PriceUp(loop, new Wad(liquidation.MulUp(price.Raw)))],
            ["a fall of", Cell.Percent(LoopMath.FallToLiquidationDown(ltv, terms.Threshold).Raw)],
            ["bad debt below", PriceUp(loop, new Wad(bad.MulUp(price.Raw)))],
        ];
    }

    private static Section Carry(LoopCase loop)
    {
        LoopState after = loop.Plan.Preview.After;
        Wad borrowRate = after.BorrowRatePerYear;
        bool hasDebt = !after.Position.Debt.IsZero;
        List<IReadOnlyList<Cell>> rows = [["borrow rate", Cell.PercentUp(borrowRate.Raw)]];
        if (loop.Yield is { } yield)
        {
            rows.Add(["yield", Cell.Percent(yield.Raw)]);
            if (hasDebt)
            {
                rows.Add(
                [
                    "on equity",
                    SignedDown(LoopMath.CarryPerYearDown(after.LeverageUp, yield, borrowRate)),
                ]);
                rows.Add(
                [
                    "nothing at a borrow rate of",
                    Cell.Percent(LoopMath.BreakEvenBorrowRateDown(after.LeverageUp, yield).Raw),
                ]);
                rows.Add(
                [
                    "liquidated by it alone in",
                    LoopMath.DaysToLiquidationDown(after.HealthFactor, yield, borrowRate) is { } days
                        ? new Cell($"{days.Raw.DivDown(Wad.Scale)} days", $"{days.Raw}")
                        : "never",
                ]);
            }
        }

        return new Section(
            "carry a year", [new Column("what"), new Column("value", true, IsAssumed: loop.IsAssumed)], rows);
    }

    private static Section Costs(LoopCase loop)
    {
        LoopPreview preview = loop.Plan.Preview;
        List<IReadOnlyList<Cell>> rows =
        [
            ["slippage, fees and rounding", SignedUp(preview.Cost, loop)],
            ["of it the flash loan", LoanUp(loop, preview.FlashFee)],
            ["of what is put in", Part(preview.Cost, PutIn(preview.Before))],
        ];
        if (!preview.After.Position.Debt.IsZero && WayOut(loop) is { } leaving)
        {
            rows.Add(["straight back would cost", leaving]);
        }

        return new Section(
            "cost by the oracle",
            [new Column("what"), new Column("value", true, IsAssumed: loop.IsAssumed)],
            rows);
    }

    // On the world as the plan leaves it, by the same way: before others have moved the pool back.
    private static Cell? WayOut(LoopCase loop)
    {
        World world = loop.World.Fork();
        if (world.Execute(loop.Plan.Batch) is not Accepted) return null;

        LoopRoute route = new(loop.Pair.Venue, new LoopPool(loop.Pool.Address), loop.Pair.Flash);
        LoopOrder order = new(loop.Account, LoopTarget.NoDebt, loop.Way) { SlippageMax = Wad.One };
        try
        {
            return SignedUp(Unwind.Plan(world, route, order).Preview.Cost, loop);
        }
        catch (LoopRefusedException refused)
        {
            return new Cell($"cannot be done: {refused.Message}", refused.Reason.ToString());
        }
    }

    private static Section Commands(LoopCase loop) => new(
        "commands",
        [new Column("step", true), new Column("command"), new Column("amount", true)],
        [.. Flat(loop.Plan.Batch.Commands, "").Select(one => Row(loop, one.Step, one.Command))]);

    private static IEnumerable<(string Step, Command Command)> Flat(
        IReadOnlyList<Command> commands, string prefix)
    {
        for (int i = 0; i < commands.Count; i++)
        {
            string step = string.Create(CultureInfo.InvariantCulture, $"{prefix}{i + 1}");
            yield return (step, commands[i]);
            foreach ((string, Command) inner in Flat(LoopWords.PayloadOf(commands[i]), $"{step}."))
            {
                yield return inner;
            }
        }
    }

    private static IReadOnlyList<Cell> Row(LoopCase loop, string step, Command command)
    {
        string json = EngineJson.Write(command);
        (string text, Address token, UInt256 amount) = LoopWords.Of(command, loop.Pair);
        Cell how = amount == UInt256.MaxValue ? "all"
            : token == loop.Pair.Collateral.Address ? Collateral(loop, amount)
            : token == loop.Pair.Loan.Address ? Loan(loop, amount)
            : "";
        return [step, new Cell(text, json), how];
    }

    private static Cell Collateral(LoopCase loop, UInt256 amount) =>
        Cell.Amount(amount, loop.Pair.Collateral.Symbol, loop.Pair.Collateral.Decimals);

    private static Cell Loan(LoopCase loop, UInt256 amount) =>
        Cell.Amount(amount, loop.Pair.Loan.Symbol, loop.Pair.Loan.Decimals);

    private static Cell LoanUp(LoopCase loop, UInt256 amount) =>
        Cell.AmountUp(amount, loop.Pair.Loan.Symbol, loop.Pair.Loan.Decimals);

    private static Cell Price(LoopCase loop, Wad price) => Cell.Amount(
        UInt256.MulDivDown(price.Raw, Unit(loop.Pair.Collateral.Decimals), Unit(loop.Pair.Loan.Decimals)),
        loop.Pair.Loan.Symbol,
        FactorDecimals,
        shown: 6);

    private static Cell PriceUp(LoopCase loop, Wad price) => Cell.AmountUp(
        UInt256.MulDivUp(price.Raw, Unit(loop.Pair.Collateral.Decimals), Unit(loop.Pair.Loan.Decimals)),
        loop.Pair.Loan.Symbol,
        FactorDecimals,
        shown: 6);

    private static Cell Health(Wad health) => health.Raw == UInt256.MaxValue ? "no debt" : Factor(health);

    private static Cell Factor(Wad factor) =>
        new(Amounts.ToText(factor.Raw, FactorDecimals, 4), factor.Raw.ToString());

    private static Cell FactorUp(Wad factor) =>
        new(Amounts.ToTextUp(factor.Raw, FactorDecimals, 4), factor.Raw.ToString());

    // A cost grows by rounding, and a gain shrinks.
    private static Cell SignedUp(Int256 cost, LoopCase loop)
    {
        int decimals = loop.Pair.Loan.Decimals;
        string text = cost.IsNegative
            ? $"-{Amounts.ToText(cost.Abs(), decimals, 4)}"
            : Amounts.ToTextUp(cost.Abs(), decimals, 4);
        return new($"{text} {loop.Pair.Loan.Symbol}", cost.ToString(), loop.Pair.Loan.Symbol, decimals);
    }

    // An income shrinks by rounding, and a loss grows.
    private static Cell SignedDown(Int256 part) => new(
        part.IsNegative ? $"-{Amounts.ToPercentUp(part.Abs())}" : Amounts.ToPercent(part.Abs()),
        part.ToString());

    private static UInt256 Equity(LoopState state) =>
        state.CollateralValue.SaturatingSub(state.Position.Debt);

    // Whoever opens has it in the wallet, whoever leaves in the position.
    private static UInt256 PutIn(LoopState before) => Equity(before).IsZero && before.Wealth > Int256.Zero
        ? before.Wealth.Abs()
        : Equity(before);

    private static Cell Part(Int256 cost, UInt256 equity)
    {
        if (equity.IsZero) return "";

        UInt256 part = cost.IsNegative
            ? UInt256.MulDivDown(cost.Abs(), Wad.Scale, equity)
            : UInt256.MulDivUp(cost.Abs(), Wad.Scale, equity);
        string text = cost.IsNegative ? Amounts.ToPercent(part) : Amounts.ToPercentUp(part);
        return new($"{Sign(cost)}{text}", $"{Sign(cost)}{part}");
    }

    private static string Sign(Int256 number) => number.IsNegative ? "-" : "";

    private static UInt256 Unit(int decimals) => ((UInt256)10UL).Pow((uint)decimals);
}
