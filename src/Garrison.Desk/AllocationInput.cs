using System.CommandLine;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk.Allocation;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>What an allocation is asked for: operators, what they have now, and what is expected of
/// them.</summary>
/// <param name="Operators">The operators, those that have most now first.</param>
/// <param name="Held">What of the issuer's each has now, in 10⁻¹⁸ ether.</param>
/// <param name="Strategies">In which strategy each puts its stake behind sets.</param>
/// <param name="Candidates">The operators, as the model takes them.</param>
/// <param name="Choices">What they may put stake behind.</param>
/// <param name="Sets">The set of each choice.</param>
/// <param name="Magnitudes">What the operator puts behind each choice now, in 10⁻¹⁸ of all.</param>
/// <param name="Unpriced">Tokens of rewards that count for nothing.</param>
internal sealed record AllocationInput(
    IReadOnlyList<BookOperator> Operators,
    IReadOnlyList<UInt256> Held,
    IReadOnlyList<Address> Strategies,
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<Choice> Choices,
    IReadOnlyList<OperatorSet> Sets,
    IReadOnlyList<ulong> Magnitudes,
    IReadOnlyList<string> Unpriced)
{
    private const int LargestCount = 20;
    private const int DaysPlayed = 7;
    private const ulong PriceMax = 1_000_000;

    private static readonly Option<string?> _from = new("--from")
    {
        Description = "Who has the stake now: what the names of the issuer's operators begin with, or a file "
            + $"of lines operator TAB ether. The {LargestCount} largest operators by default.",
    };

    private static readonly Option<string[]> _candidates = new("--candidate")
    {
        Description = "An operator that may be given stake too: a name, a part of one, or an address; may be"
            + " given again.",
    };

    private static readonly Option<FileInfo?> _estimates = new("--estimates")
    {
        Description = "A file of lines operator TAB set TAB reward TAB loss, in parts a year; * for every"
            + " operator, - for mere delegation. What the book pays, and --loss, by default.",
    };

    private static readonly Option<string> _loss = new("--loss")
    {
        Description = "What a unit behind a set is taken to lose in a year, where no estimate says.",
        DefaultValueFactory = static _ => "0.00001",
    };

    private static readonly Option<string[]> _prices = new("--price")
    {
        Description = "What a token of rewards is worth in ether, such as EIGEN=0.001; may be given again.",
    };

    private static readonly Option<FileInfo?> _entities = new("--entities")
    {
        Description = "A file of lines operator TAB entity, for those whose names do not say who they are.",
    };

    private static readonly Option<string> _group = Group();

    private static readonly Option<string?> _strategy = new("--strategy")
    {
        Description = "In which strategy the stake is; that in which each operator has most ether by"
            + " default.",
    };

    public static Option[] Options =>
        [_from, _candidates, _estimates, _loss, _prices, _entities, _group, _strategy];

    public static AllocationInput Read(Book book, ParseResult parsed)
    {
        Dictionary<string, Wad> prices = Prices(book, parsed);
        Wad loss = Amounts.ParsePart("--loss", parsed.GetRequiredValue(_loss), mayBeZero: true);
        EntityRule rule = new(
            parsed.GetRequiredValue(_group) == "brand" ? EntityPart.Brand : EntityPart.Runner,
            parsed.GetValue(_entities) is { } file ? AllocationTables.Entities(book, file) : []);
        (BookOperator Operator, UInt256 Held)[] held = [.. Present(book, parsed.GetValue(_from))];
        BookOperator[] added =
        [
            .. (parsed.GetValue(_candidates) ?? []).Select(text => Shelf.Operator(book, text))
                .Where(one => !held.Any(other => other.Operator == one)).Distinct(),
        ];
        BookOperator[] operators = [.. held.Select(static one => one.Operator), .. added];
        UInt256[] amounts =
            [.. held.Select(static one => one.Held), .. added.Select(static _ => UInt256.Zero)];
        Address[] strategies = [.. operators.Select(one => StrategyOf(book, one, parsed))];
        Estimates estimates = parsed.GetValue(_estimates) is { } table
            ? AllocationTables.Estimates(book, operators, table, loss)
            : FromBook(book, operators, prices, loss);
        IReadOnlyList<string> entities = rule.Of(operators);
        UInt256 total = amounts.Sum();
        Candidate[] candidates =
        [
            .. operators.Select((one, i) => new Candidate(
                one.Address,
                one.Label,
                entities[i],
                Wad.RatioDown(amounts[i], total),
                estimates.OfDelegation(one))),
        ];
        (int Operator, BookService Service, ulong Magnitude)[] served =
        [
            .. operators.SelectMany((one, i) => book.Services
                .Where(service => service.Operators.Contains(one.Address))
                .Select(service => (i, service, book.World.EigenLayer.Magnitudes
                    .AllocationOf(one.Address, service.Set, strategies[i]).Current))),
        ];
        return new AllocationInput(
            operators,
            amounts,
            strategies,
            candidates,
            [
                .. served.Select(one => Choose(
                    one.Operator, operators[one.Operator], candidates[one.Operator].Share, one.Service,
                    one.Magnitude, estimates)),
            ],
            [.. served.Select(static one => one.Service.Set)],
            [.. served.Select(static one => one.Magnitude)],
            parsed.GetValue(_estimates) is null ? Worthless(book, prices) : []);
    }

    private static Option<string> Group()
    {
        Option<string> group = new("--group")
        {
            Description = "What of a name is the entity: runner, or brand.",
            DefaultValueFactory = static _ => "runner",
        };
        return group.AcceptOnlyFromAmong("runner", "brand");
    }

    private static Choice Choose(
        int index, BookOperator one, Wad held, BookService service, ulong magnitude, Estimates estimates)
    {
        (Wad reward, Wad loss) = estimates.OfSet(one, service);
        return new Choice(index, service.Name, new Wad(held.MulDown(magnitude)), reward, loss);
    }

    private static Estimates FromBook(
        Book book, BookOperator[] operators, Dictionary<string, Wad> prices, Wad loss)
    {
        BookEstimates estimates = new(book, operators, prices, DaysPlayed);
        return new Estimates(
            (one, service) => (estimates.Of(one, service), loss), one => estimates.OfDelegation(one));
    }

    private static IEnumerable<(BookOperator Operator, UInt256 Held)> Present(Book book, string? from)
    {
        if (from is not null && File.Exists(from)) return AllocationTables.Held(book, new FileInfo(from));

        (BookOperator Operator, UInt256 Held)[] all =
        [
            .. book.Operators.Where(one => from is null
                    || one.Name.StartsWith(from, StringComparison.OrdinalIgnoreCase))
                .Select(one => (one, BookEstimates.EtherOf(book, one)))
                .Where(static one => !one.Item2.IsZero)
                .OrderByDescending(static one => one.Item2).ThenBy(static one => one.one.Address)
                .Take(from is null ? LargestCount : int.MaxValue),
        ];
        const int OperatorsMax = 100;
        return all.Length switch
        {
            0 => throw new DeskException(
                ExitCode.NotFound,
                $"--from {from}: no operator of {book.Name} with ether has a name that begins so, and there "
                    + "is no such file"),
            > OperatorsMax => throw new DeskException(
                ExitCode.Usage,
                $"--from {from}: {all.Length} operators have names that begin so, at most {OperatorsMax}"),
            _ => all,
        };
    }

    private static Address StrategyOf(Book book, BookOperator one, ParseResult parsed) =>
        parsed.GetValue(_strategy) is { } text
            ? Shelf.Strategy(book, text).Address
            : one.Shares.Where(shares => WhatIfVerbs.IsEther(book, shares.Strategy))
                .OrderByDescending(static shares => shares.Amount)
                .Select(static shares => shares.Strategy)
                .FirstOrDefault(Constants.BeaconChainEtherStrategy);

    private static Dictionary<string, Wad> Prices(Book book, ParseResult parsed)
    {
        Dictionary<string, Wad> prices = new(StringComparer.Ordinal);
        foreach (string text in parsed.GetValue(_prices) ?? [])
        {
            string[] halves = text.Split('=');
            BookToken? token = book.Programmes.Select(static one => one.Token).FirstOrDefault(one =>
                one.Symbol.Equals(halves[0], StringComparison.OrdinalIgnoreCase));
            if (token is null || halves.Length != 2)
            {
                string tokens = string.Join(", ", book.Programmes.Select(static one => one.Token.Symbol)
                    .Distinct(StringComparer.Ordinal));
                throw new DeskException(
                    ExitCode.Usage,
                    $"--price {text}: give TOKEN=ETHER, such as EIGEN=0.001; {book.Name} pays {tokens}");
            }

            UInt256 price = Amounts.ParseAmount("--price", halves[1]);
            if (price > Wad.Scale * PriceMax)
            {
                throw new DeskException(ExitCode.Usage, $"--price {text}: give at most {PriceMax} ETH");
            }

            prices[token.Symbol] = new Wad(price);
        }

        return prices;
    }

    private static string[] Worthless(Book book, Dictionary<string, Wad> prices) =>
    [
        .. book.Programmes.Select(static one => one.Token)
            .Where(one => !one.IsEther && !prices.ContainsKey(one.Symbol))
            .Select(static one => one.Symbol).Distinct(StringComparer.Ordinal),
    ];
}

/// <summary>What is expected of operators and sets, in parts a year.</summary>
/// <param name="OfSet">What a unit behind a set earns and loses.</param>
/// <param name="OfDelegation">What a unit with an operator earns anyway.</param>
internal sealed record Estimates(
    Func<BookOperator, BookService, (Wad Reward, Wad Loss)> OfSet, Func<BookOperator, Wad> OfDelegation);
