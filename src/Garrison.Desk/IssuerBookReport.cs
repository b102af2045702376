using Garrison.Risk.LiquidRestaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>What is in a book of issuers.</summary>
internal static class IssuerBookReport
{
    public static Report Of(IssuerBook book) => new(
        $"{book.Title} ({book.Name}), {LrtSections.AsOf(book)}",
        [
            LrtSections.Tokens(book, book.World),
            Assets(book),
            Operators(book),
            LrtSections.Once(ValueOnce.Of(book, book.World)),
        ],
        [
            "Only ether is added up: EIGEN and the strategies without a name are left out.",
            .. book.Sources.Select(static text => $"Source: {text}"),
            .. book.Assumptions.Select(static text => $"* Assumed: {text}"),
        ]);

    private static Section Assets(IssuerBook book) => new(
        "assets that issuers take",
        [
            new Column("issuer"), new Column("strategy"), new Column("price", true, true),
            new Column("buffer", true, true), new Column("target", true, true),
        ],
        [
            .. book.Issuers.SelectMany(issuer => issuer.Assets.Select(asset => (IReadOnlyList<Cell>)
            [
                issuer.Name,
                asset.Symbol,
                Cell.Amount(asset.Price.Raw, "ETH", 18),
                Cell.Amount(asset.Buffer, asset.AssetSymbol),
                Cell.Amount(asset.Target, asset.AssetSymbol),
            ])),
        ]);

    private static Section Operators(IssuerBook book) => new(
        "operators that carry an issuer's name",
        [new Column("issuer"), new Column("operator"), new Column("address"), new Column("services", true)],
        [
            .. book.Issuers.SelectMany(issuer => issuer.Operators.Select(one => (IReadOnlyList<Cell>)
                [issuer.Name, one.Label, one.Address.ToString(), Cell.Number(one.ServiceCount)])),
        ]);
}
