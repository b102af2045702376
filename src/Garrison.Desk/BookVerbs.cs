using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>What books there are, and what is in one.</summary>
internal static class BookVerbs
{
    public static Command Create() => new("book", "Markets to start from, built from real data.")
    {
        List(),
        Verb.Of(
            "show",
            "What is in a book, where it comes from, and what is assumed.",
            static parsed => Shelf.Open(parsed) switch
            {
                MarketBook markets => MarketBookReport.Of(markets),
                IssuerBook issuers => IssuerBookReport.Of(issuers),
                Book book => Show(book),
                _ => throw new InvalidOperationException("A book is of one kind or the other."),
            },
            Shelf.BookOption),
        Export(),
    };

    private static Command List()
    {
        Command verb = new("list", "The books there are.") { Shelf.FormOption };
        verb.SetAction(static parsed =>
        {
            Section books = new(
                "books",
                [new Column("name"), new Column("title")],
                [
                    .. Shelf.Names().Select(static name => (IReadOnlyList<Cell>)
                        [name, BookReader.TitleOf(Path.Combine(Shelf.Folder(), name))]),
                ]);
            Verb.Print(new Report("Books", [books], []), parsed);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Command Export()
    {
        Command verb = new("export", "Writes a book as a journal, to be replayed.") { Shelf.BookOption };
        verb.SetAction(static parsed =>
        {
            foreach (string line in Journal.Record(new World(), Shelf.Open(parsed).Commands))
            {
                parsed.InvocationConfiguration.Output.WriteLine(line);
            }

            return ExitCode.Ok;
        });
        return verb;
    }

    private static Report Show(Book book)
    {
        Section facts = new(
            "contents",
            [new Column("what"), new Column("count", IsNumber: true)],
            [
                ["operators", Cell.Number(book.Operators.Count)],
                ["stakers", Cell.Number(book.Operators.Sum(static one => (long)one.Stakers))],
                ["operators that serve a service", Cell.Number(
                    book.Operators.Count(static o => o.ServiceCount > 0))],
                ["block", Cell.Number((long)book.World.Clock.Block)],
            ]);
        Section strategies = new(
            "strategies",
            [new Column("strategy"), new Column("address"), new Column("shares", IsNumber: true)],
            [
                .. book.Strategies.Select(strategy => (IReadOnlyList<Cell>)
                [
                    strategy.Symbol,
                    strategy.Address.ToString(),
                    Cell.Amount(Total(book, strategy.Address), strategy.Symbol),
                ]),
            ]);
        Section services = new(
            "services",
            [new Column("service", IsAssumed: false), new Column(
                "set"), new Column("operators", true), new Column("source")],
            [
                .. book.Services.Select(service => (IReadOnlyList<Cell>)
                [
                    service.Name,
                    $"{service.Set.Avs}:{service.Set.Id}",
                    Cell.Number(service.Operators.Count),
                    service.IsKnown ? "real name and size" : "assumed",
                ]),
            ]);
        return new Report(
            $"{book.Title} ({book.Name}), as of block {book.World.Clock.Block}, "
                + Amounts.ToTime(book.World.Clock.Seconds),
            book.Protocol == RestakingProtocol.Symbiotic
                ? [facts, strategies, services, Vaults(book)]
                : [facts, strategies, services, Rewards(book)],
            [
                .. book.Sources.Select(static text => $"Source: {text}"),
                .. book.Assumptions.Select(static text => $"* Assumed: {text}"),
            ]);
    }

    private static Section Rewards(Book book) => new(
        "rewards",
        [
            new Column("programme"), new Column("payer"), new Column("source"),
            new Column("amount", true, true), new Column("days", true), new Column("protocol fee"),
        ],
        [
            .. book.Programmes.Select(one => (IReadOnlyList<Cell>)
            [
                one.Name,
                one.Payer,
                one.Source == RewardSource.Emission ? "emission" : "organic",
                Cell.Amount(one.Amount, one.Token.Symbol),
                Cell.Number(one.Days),
                one.PaysFee ? "paid" : "none",
            ]),
        ]);

    private static Section Vaults(Book book)
    {
        ulong epochSeconds = book.World.Symbiotic.Vaults.Of(book.Vaults[0].Address).EpochSeconds;
        return new Section(
            "vaults",
            [new Column("what"), new Column("count", IsNumber: true)],
            [
                ["vaults", Cell.Number(book.Vaults.Count)],
                ["days an epoch lasts", Cell.Number((long)epochSeconds / 86_400)],
            ]);
    }

    private static UInt256 Total(Book book, Address strategy) => book.Operators
        .SelectMany(static one => one.Shares)
        .Where(shares => shares.Strategy == strategy)
        .Sum(static shares => shares.Amount);
}
