using System.CommandLine;

using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;
using Garrison.Simulation.Loops;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>Leverage in a market of a book: what it takes to get in and out, before anything is
/// sent.</summary>
internal static class LoopVerbs
{
    private const string Newcomer = "you";

    private static readonly Argument<string> _market = new("market")
    {
        Description = "A lending market, by its name or a part of it: see garrison loan show.",
    };

    private static readonly Option<string> _equity = new("--equity")
    {
        Description = "How much is put in.",
        Required = true,
    };

    private static readonly Option<string?> _of = new("--of")
    {
        Description = "Of which token; the collateral by default, else the one that is borrowed.",
    };

    private static readonly Option<string> _position = new("--position")
    {
        Description = "Whose loan it is, by name or address: see garrison loan show --each.",
        Required = true,
    };

    private static readonly Option<string?> _collateral = new("--collateral")
    {
        Description = "What stands for the loan; what the book is about, or the most of a position.",
    };

    private static readonly Option<string?> _borrow = new("--borrow")
    {
        Description = "What is borrowed; WETH by default.",
    };

    private static readonly Option<string?> _leverage = new("--leverage")
    {
        Description = "Where to: collateral over equity, such as 8.",
    };

    private static readonly Option<string?> _ltv = new("--ltv")
    {
        Description = "Or where to: debt over collateral, such as 0.9.",
    };

    private static readonly Option<string?> _health = new("--health")
    {
        Description = "Or where to: the health factor, such as 1.05.",
    };

    private static readonly Option<string?> _pool = new("--pool")
    {
        Description = "Where tokens are changed; the cheapest pool by default.",
    };

    private static readonly Option<bool> _steps = new("--steps")
    {
        Description = "Step by step, without a flash loan.",
    };

    private static readonly Option<string> _slippage = new("--slippage")
    {
        Description = "By which part a trade may pay less than the market's oracle says, fees included.",
        DefaultValueFactory = static _ => "0.01",
    };

    private static readonly Option<string?> _yield = new("--yield")
    {
        Description = "What the collateral earns, in percent a year, for the carry.",
    };

    private static readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Nothing is sent; that is so in any case.",
    };

    private static readonly Option<string?> _save = new("--save")
    {
        Description = "A file for the one command that does it all, as JSON.",
    };

    public static Command Create() => new("loop", "Borrowing against what is bought with it, and back.")
    {
        Verb.OfMarkets(
            "open",
            "What a loop would come to, and the commands for it.",
            Open,
            _market, _equity, _of, _collateral, _borrow, _leverage, _ltv, _health,
            _pool, _steps, _slippage, _yield, _save, _dryRun),
        Verb.OfMarkets(
            "unwind",
            "What leaving a loop would come to, in part or whole, and the commands for it.",
            Unwound,
            _market, _position, _collateral, _borrow, _leverage, _ltv, _health,
            _pool, _steps, _slippage, _yield, _save, _dryRun),
    };

    private static Report Open(MarketBook book, ParseResult parsed)
    {
        LoopPair pair = Pair(book, parsed, book.Token);
        LoopTarget target = Target(parsed)
            ?? throw new DeskException(
                ExitCode.Usage, "say where to: --leverage 8, --ltv 0.9 or --health 1.05");
        Address account = BookReader.AssumedAddress($"{book.Name}/{Newcomer}");
        MarketToken own = parsed.GetValue(_of) is { } text
            ? MarketNames.Token("--of", [pair.Collateral, pair.Loan], text, "the loop")
            : pair.Collateral;
        UInt256 amount = Amounts.ParseAmount("--equity", parsed.GetRequiredValue(_equity), own.Decimals);
        if (amount.IsZero)
        {
            throw new DeskException(ExitCode.Usage, "--equity 0: give an amount above 0, such as 100");
        }

        LoopEquity equity = own == pair.Collateral ? new(amount) : new(UInt256.Zero, amount);

        // Whoever opens it brings what he puts in.
        World world = book.World.Fork();
        _ = world.Execute(new Mint(default, own.Address, account, amount));
        LoopOrder order = Order(parsed, account, target);
        (MarketPool pool, LoopPlan plan) = Cheapest(
            book, parsed, pair, route => Leverage.Plan(world, route, order, equity));
        LoopCase loop = new(pair, pool, plan, world, account, order.Way, Yield(parsed));
        return ToReport(book, parsed, loop, "Opening a loop");
    }

    private static Report Unwound(MarketBook book, ParseResult parsed)
    {
        LoanMarket market = MarketNames.Market(book, parsed.GetRequiredValue(_market));
        Address account = MarketNames.Borrower(
            book, [.. market.Borrowers], parsed.GetRequiredValue(_position));
        LoopPair pair = Pair(
            book, parsed, market.LoanOf(account).Collateral.MaxBy(static one => one.Value)?.Token);
        LoopOrder order = Order(parsed, account, Target(parsed) ?? LoopTarget.NoDebt);
        (MarketPool pool, LoopPlan plan) = Cheapest(
            book, parsed, pair, route => Unwind.Plan(book.World, route, order));
        string name = book.NameOf(account);
        return ToReport(
            book,
            parsed,
            new LoopCase(pair, pool, plan, book.World, account, order.Way, Yield(parsed)),
            $"Unwinding the loop of {name}");
    }

    private static Report ToReport(MarketBook book, ParseResult parsed, LoopCase loop, string title)
    {
        string way = parsed.GetValue(_steps) ? $"in {loop.Plan.Steps} steps" : "by a flash loan";
        LoanMarket market = MarketNames.Market(book, parsed.GetRequiredValue(_market));
        if (parsed.GetValue(_save) is { } file) File.WriteAllText(file, EngineJson.Write(loop.Plan.Batch));

        return new Report(
            $"{title} of {loop.Pair.Collateral.Symbol} against {loop.Pair.Loan.Symbol} in {market.Name}, "
                + $"{way} through {loop.Pool.Name}, {MarketBookReport.AsOf(book)}",
            LoopSections.Of(loop, market),
            [
                "Nothing is sent: this is what the engine does on a fork of the book. Worth is by the "
                    + "market's own oracle. Debt, leverage, loan to value and costs round up, all else down.",
                "A cost below 0 is a gain: the pool pays more than the oracle says. Rows such as 2.1 run "
                    + "inside row 2; --save writes the whole as the one command it is.",
                .. loop.Yield is null
                    ? (string[])["Say what the collateral earns, such as --yield 2.5, for the carry."]
                    : [],
                Verb.AssumedMarketNote + book.Name,
            ]);
    }

    // Every pool that trades the pair is tried, and the plan that costs least is taken.
    private static (MarketPool Pool, LoopPlan Plan) Cheapest(
        MarketBook book, ParseResult parsed, LoopPair pair, Func<LoopRoute, LoopPlan> plan)
    {
        MarketPool[] asked = parsed.GetValue(_pool) is { } name
            ? [MarketNames.Pool(book, name)]
            : [.. book.Pools];
        MarketPool[] pools = [.. asked.Where(pool => Trades(book, pool, pair))];
        List<(MarketPool Pool, LoopPlan Plan)> found = [];
        string? refusal = null;
        foreach (MarketPool pool in pools)
        {
            try
            {
                found.Add((pool, plan(new LoopRoute(pair.Venue, new LoopPool(pool.Address), pair.Flash))));
            }
            catch (LoopRefusedException refused)
            {
                refusal ??= $"through {pool.Name}: {refused.Message} ({refused.Reason})";
            }
        }

        return found.Count > 0
            ? found.MinBy(static one => one.Plan.Preview.Cost)
            : throw new DeskException(ExitCode.Refused, refusal is null
                ? $"no such pool of {book.Name} changes {pair.Loan.Symbol} for {pair.Collateral.Symbol}"
                : $"this cannot be done {refusal}");
    }

    private static bool Trades(MarketBook book, MarketPool pool, LoopPair pair)
    {
        IReadOnlyList<Address> tokens = book.World.Exchange.Tokens(pool.Address);
        return tokens.Contains(pair.Collateral.Address) && tokens.Contains(pair.Loan.Address);
    }

    private static LoopPair Pair(MarketBook book, ParseResult parsed, MarketToken? collateralByDefault)
    {
        LendingMarket market = MarketNames.Market(book, parsed.GetRequiredValue(_market)).Market;
        MarketToken collateral = parsed.GetValue(_collateral) is { } text
            ? MarketNames.Token("--collateral", book.Tokens, text, book.Name)
            : collateralByDefault ?? book.Token;
        string loan = parsed.GetValue(_borrow) ?? "WETH";
        return LoopPair.In(book, market, collateral, MarketNames.Token(
            "--borrow", book.Tokens, loan, book.Name));
    }

    private static LoopOrder Order(ParseResult parsed, Address account, LoopTarget target) => new(
        account, target, parsed.GetValue(_steps) ? LoopWay.Steps : LoopWay.Flash)
    {
        SlippageMax = Amounts.ParsePart("--slippage", parsed.GetRequiredValue(_slippage), mayBeZero: true),
    };

    private static LoopTarget? Target(ParseResult parsed)
    {
        string?[] given = [parsed.GetValue(_leverage), parsed.GetValue(_ltv), parsed.GetValue(_health)];
        if (given.Count(static one => one is not null) > 1)
        {
            throw new DeskException(ExitCode.Usage, "give one of --leverage, --ltv and --health");
        }

        return given switch
        {
            [{ } leverage, _, _] => LoopTarget.OfLeverage(AtLeastOne("--leverage", leverage)),
            [_, { } ltv, _] => LoopTarget.OfLtv(Amounts.ParsePart("--ltv", ltv, mayBeZero: false)),
            [_, _, { } health] => LoopTarget.OfHealth(AtLeastOne("--health", health)),
            _ => null,
        };
    }

    private static Wad AtLeastOne(string option, string text)
    {
        Wad value = new(Amounts.ParseAmount(option, text));
        return value >= Wad.One
            ? value
            : throw new DeskException(ExitCode.Usage, $"{option} {text}: give 1 or more");
    }

    private static Wad? Yield(ParseResult parsed) => parsed.GetValue(_yield) is { } text
        ? new Wad(Amounts.ParseAmount("--yield", text, decimals: 16))
        : null;
}
