using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>A row of <c>positions.tsv</c>: market, name, count, collateral, loan, debt, ltv,
/// category.</summary>
/// <param name="Place">The file and the line.</param>
/// <param name="Cells">What stands there.</param>
internal sealed record PositionRow(string Place, string[] Cells)
{
    private const int CountMax = 100_000;

    public MarketCohort ToCohort(
        string book, IReadOnlyList<LendingMarket> markets, IReadOnlyList<MarketToken> tokens)
    {
        LendingMarket market = markets.FirstOrDefault(one => one.Name == Cells[0])
            ?? throw Unknown("market", Cells[0], markets.Select(static one => one.Name));
        MarketToken collateral = Token("collateral", Cells[3], tokens);
        MarketToken loan = Token("loan", Cells[4], tokens);
        if (market is MorphoBookMarket morpho
            && (morpho.Collateral != collateral.Symbol || morpho.Loan != loan.Symbol))
        {
            throw Wrong("collateral", $"{market.Name} lends {morpho.Loan} for {morpho.Collateral}");
        }

        int count = (int)Number("count", Cells[2], 0, "a whole number").ToUInt64();
        if (count is 0 or > CountMax) throw Wrong("count", $"give 1 to {CountMax}");

        UInt256 ltv = Number("ltv", Cells[6], 18, "a part such as 0.93");
        if (ltv.IsZero || ltv >= Wad.Scale) throw Wrong("ltv", "give a part above 0 and below 1");

        return new MarketCohort(
            market.Name,
            Cells[1],
            count,
            collateral.Symbol,
            loan.Symbol,
            Number("debt", Cells[5], loan.Decimals, "an amount of whole tokens"),
            new Wad(ltv),
            Category(market),
            [
                .. Enumerable.Range(1, count).Select(i => BookReader.AssumedAddress(
                    $"{book}/{market.Name}/{Cells[1]}/{i}")),
            ]);
    }

    private byte Category(LendingMarket market)
    {
        if (Cells[7].Length == 0) return 0;

        AaveBookCategory[] known = market is AaveBookMarket aave ? [.. aave.Categories] : [];
        return known.FirstOrDefault(one => one.Label == Cells[7])?.Number
            ?? throw Unknown("category", Cells[7], known.Select(static one => one.Label));
    }

    private MarketToken Token(string column, string symbol, IReadOnlyList<MarketToken> tokens) =>
        tokens.FirstOrDefault(one => one.Symbol == symbol)
            ?? throw Unknown(column, symbol, tokens.Select(static one => one.Symbol));

    private UInt256 Number(string column, string text, int decimals, string what) =>
        BookEntry.TryScale(text, decimals, out UInt256 number)
            ? number
            : throw Wrong(column, $"{text} is not {what}");

    private BookException Unknown(string column, string name, IEnumerable<string> known) =>
        Wrong(column, $"there is no {name}; {Nearest.Among(name, [.. known])}");

    private BookException Wrong(string column, string how) => new($"{Place}: {column}: {how}");
}
