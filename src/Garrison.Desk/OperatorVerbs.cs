using System.CommandLine;

using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>The operators of a book, and how exposed one is.</summary>
internal static class OperatorVerbs
{
    private static readonly Argument<string> _name = new("operator")
    {
        Description = "A name, a part of one, or an address.",
    };

    private static readonly Option<string?> _at = new("--at")
    {
        Description = "Also what is slashable later, if nobody does anything: a block, or a day such as "
            + "2024-11-14.",
    };

    public static Command Create() => new("operator", "The operators of a book.")
    {
        Verb.Of("list", "Every operator, the largest first.", List),
        Verb.Of("show", "What is delegated to an operator.", Show, _name),
    };

    public static Command Exposure() => Verb.Of(
        "exposure", "How much of an operator's stake is slashable, and by whom.", Expose, _name, _at);

    private static Report List(Book book, ParseResult parsed) => new(
        $"Operators of {book.Name}",
        [
            new Section(
                "operators",
                [
                    new Column("operator"), new Column("address"), new Column("stakers", true),
                    new Column("services", true), new Column("ether", true),
                ],
                [
                    .. book.Operators.Select(one => (Operator: one, Ether: Ether(book, one)))
                        .OrderByDescending(static pair => pair.Ether)
                        .ThenBy(static pair => pair.Operator.Address)
                        .Select(static pair => (IReadOnlyList<Cell>)
                        [
                            pair.Operator.Name.Length == 0 ? "(no name)" : pair.Operator.Name,
                            pair.Operator.Address.ToString(),
                            Cell.Number(pair.Operator.Stakers),
                            Cell.Number(pair.Operator.ServiceCount),
                            Cell.Amount(pair.Ether, "ETH"),
                        ]),
                ]),
        ],
        ["Ether counts every token of ether as one ether; EIGEN and tokens without a name are left out."]);

    private static Report Show(Book book, ParseResult parsed)
    {
        BookOperator one = Shelf.Operator(book, parsed.GetRequiredValue(_name));
        Section stakes = new(
            "delegated",
            [
                new Column(Shelf.AssetWord(book)), new Column("amount", true),
                new Column("claimed by services", true, IsAssumed: true),
                new Column("rewarded", true), new Column("left by slashing", true),
            ],
            [
                .. RestakingMarket.Of(book).StakesOf(one).Select(stake => (IReadOnlyList<Cell>)
                [
                    Shelf.Symbol(book, stake.Asset),
                    Cell.Amount(stake.Active, Shelf.Symbol(book, stake.Asset)),
                    new Cell(Amounts.ToPercentUp(stake.Claimed.Raw), stake.Claimed.Raw.ToString()),
                    Cell.Amount(stake.Rewarded, Shelf.Symbol(book, stake.Asset)),
                    Cell.Percent(stake.Intact),
                ]),
            ]);
        return new Report(
            $"{one.Label} {one.Address}: {Amounts.ToText(one.Stakers)} stakers, {one.ServiceCount} services, "
                + $"as of block {book.World.Clock.Block}",
            [stakes],
            [
                "Rewards are shared out by what is delegated and not leaving. Claimed is what all services "
                    + "could take, each by itself: above 100 % they share.",
                Verb.AssumedNote,
            ]);
    }

    private static Report Expose(Book book, ParseResult parsed)
    {
        BookOperator one = Shelf.Operator(book, parsed.GetRequiredValue(_name));
        var market = RestakingMarket.Of(book);
        BlockTime later = parsed.GetValue(_at) is { } text
            ? Amounts.ParseMoment("--at", text, book.World.Clock)
            : market.Now;
        string then = later.Block is { } block ? $"at block {block}" : $"at {Amounts.ToTime(later.Second)}";
        return new Report(
            $"Exposure of {one.Label} {one.Address}, as of block {book.World.Clock.Block}",
            [Bindings(book, market.BindingsOf(one, later), then), Leaving(book, market.StakesOf(one))],
            [Verb.AssumedNote]);
    }

    private static Section Bindings(Book book, IReadOnlyList<Binding> bindings, string then) => new(
        "slashable",
        [
            new Column(Shelf.ServiceWord(book)),
            new Column(Shelf.AssetWord(book)),
            new Column(book.Protocol == RestakingProtocol.Symbiotic ? "limit" : "allocated", true, true),
            new Column("pending"), new Column("now", true, true), new Column(then, true, true),
        ],
        [
            .. bindings.Select(binding => (IReadOnlyList<Cell>)
            [
                binding.Service.Name,
                Shelf.Symbol(book, binding.Asset),
                binding.Terms switch
                {
                    LimitTerms limit => Cell.Amount(limit.Limit, Shelf.Symbol(book, binding.Asset)),
                    AllocationTerms allocation => Cell.Percent(allocation.Magnitude),
                    _ => "",
                },
                binding.Terms is AllocationTerms { EffectBlock: not 0 } pending
                    ? $"{pending.PendingDifference} at block {pending.EffectBlock}"
                    : "none",
                Cell.Amount(binding.SlashableNow, Shelf.Symbol(book, binding.Asset)),
                Cell.Amount(binding.SlashableThen, Shelf.Symbol(book, binding.Asset)),
            ]),
        ]);

    private static Section Leaving(Book book, IReadOnlyList<Stake> stakes) => new(
        "leaving and still slashable",
        [new Column(Shelf.AssetWord(book)), new Column("amount", true)],
        [
            .. stakes.Select(stake => (IReadOnlyList<Cell>)
            [
                Shelf.Symbol(book, stake.Asset),
                Cell.Amount(stake.LeavingSlashable, Shelf.Symbol(book, stake.Asset)),
            ]),
        ]);

    private static UInt256 Ether(Book book, BookOperator one)
    {
        UInt256 total = UInt256.Zero;
        foreach (BookShares shares in one.Shares)
        {
            if (book.Strategies.First(strategy => strategy.Address == shares.Strategy).IsEther)
            {
                total += shares.Amount;
            }
        }

        return total;
    }
}
