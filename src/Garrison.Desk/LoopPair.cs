using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Simulation.Loops;

namespace Garrison.Desk;

/// <summary>What a loop puts up and what it borrows, and where.</summary>
/// <param name="Collateral">What stands for the loan.</param>
/// <param name="Loan">What is borrowed.</param>
/// <param name="Venue">Where.</param>
/// <param name="Flash">Who lends for the length of a command: the market itself.</param>
internal sealed record LoopPair(MarketToken Collateral, MarketToken Loan, LoopVenue Venue, FlashLender Flash)
{
    /// <summary>The pair in a market of a book; in Aave in the category that lends the most for it.</summary>
    /// <exception cref="DeskException">The market does not lend the one for the other.</exception>
    public static LoopPair In(
        MarketBook book, LendingMarket market, MarketToken collateral, MarketToken loan) => market switch
        {
            MorphoBookMarket morpho when morpho.Collateral == collateral.Symbol
                && morpho.Loan == loan.Symbol =>
                new(collateral, loan, MorphoVenue.Of(book.World, morpho.Id), new MorphoFlash()),
            AaveBookMarket aave when IsIn(aave, collateral) && IsIn(aave, loan) =>
                new(collateral, loan, InAave(aave, collateral, loan), new AaveFlash(aave.Address)),
            _ => throw new DeskException(
                ExitCode.NotFound, $"{market.Name} does not lend {loan.Symbol} for {collateral.Symbol}"),
        };

    private static bool IsIn(AaveBookMarket market, MarketToken token) =>
        market.Reserves.Any(reserve => reserve.Token == token.Symbol);

    private static AaveVenue InAave(AaveBookMarket market, MarketToken collateral, MarketToken loan) => new(
        market.Address,
        collateral.Address,
        loan.Address,
        market.Categories
            .Where(category => category.Collateral.Contains(collateral.Symbol, StringComparer.Ordinal)
                && category.Borrowable.Contains(loan.Symbol, StringComparer.Ordinal))
            .MaxBy(static category => category.Terms.LtvBps)?.Number ?? 0);
}

/// <summary>A plan, and what it is to be read with.</summary>
/// <param name="Pair">What is put up and borrowed.</param>
/// <param name="Pool">Where tokens are changed.</param>
/// <param name="Plan">The plan.</param>
/// <param name="World">What it was planned on.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Way">How it gets there.</param>
/// <param name="Yield">What the collateral earns a year; null when nobody said.</param>
internal sealed record LoopCase(
    LoopPair Pair, MarketPool Pool, LoopPlan Plan, World World, Address Account, LoopWay Way, Wad? Yield)
{
    /// <summary>Whether what the pool pays rests on assumptions of the book.</summary>
    public bool IsAssumed => Pool.Origin.IsAnyAssumed || Pool.Ranges.Count > 0;
}
