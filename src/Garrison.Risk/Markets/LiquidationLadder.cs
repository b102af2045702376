using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Markets;

/// <summary>What can be liquidated in a market, by how far a token falls.</summary>
public static class LiquidationLadder
{
    /// <summary>A step for each fall.</summary>
    /// <param name="market">Which market.</param>
    /// <param name="token">What falls.</param>
    /// <param name="kind">What of it: what markets pay, its own rate, or both. A market whose oracle reads
    /// neither does not move.</param>
    /// <param name="falls">By which parts, each from now on.</param>
    /// <returns>For each fall all that could be liquidated by then, if nobody did anything before.</returns>
    public static IReadOnlyList<LadderStep> Of(
        LoanMarket market, MarketToken token, ShockKind kind, IReadOnlyList<Wad> falls) =>
        [.. falls.Select(fall => Step(market, token, new PriceShock(token.Symbol, kind, fall)))];

    private static LadderStep Step(LoanMarket market, MarketToken token, PriceShock shock)
    {
        // A fall of one token can move the price of another that is paid in it.
        Dictionary<Address, UInt256> prices = market.Collaterals.ToDictionary(
            static one => one.Address, one => market.PriceUnder(one, shock));
        foreach (LendingSide side in market.Sides)
        {
            _ = prices.TryAdd(side.Token.Address, market.PriceUnder(side.Token, shock));
        }

        LadderStep step = new(shock.Fall, market.PriceUnder(token, shock), 0, default, default, 0, default);
        foreach (Address borrower in market.Borrowers)
        {
            LoanState state = market.StateAt(borrower, address => prices[address]);
            if (!state.IsLiquidatable) continue;

            UInt256 held = market.AmountsOf(borrower).Collateral
                .Where(one => one.Token.Address == token.Address)
                .Sum(static one => one.Amount);
            step = step with
            {
                Loans = step.Loans + 1,
                Collateral = step.Collateral + held,
                Debt = step.Debt + state.Debt,
                BadLoans = step.BadLoans + (state.BadDebt.IsZero ? 0 : 1),
                BadDebt = step.BadDebt + state.BadDebt,
            };
        }

        return step;
    }
}

/// <summary>What can be liquidated when a token has fallen by some part.</summary>
/// <param name="Fall">By which part.</param>
/// <param name="Price">What the market reads then.</param>
/// <param name="Loans">How many loans can be liquidated.</param>
/// <param name="Collateral">How much of the token stands for them, in its smallest unit.</param>
/// <param name="Debt">What is owed on them, in the market's unit.</param>
/// <param name="BadLoans">How many of them would leave debt unpaid.</param>
/// <param name="BadDebt">How much, when all their collateral is taken, in the market's unit.</param>
public sealed record LadderStep(
    Wad Fall,
    UInt256 Price,
    int Loans,
    UInt256 Collateral,
    UInt256 Debt,
    int BadLoans,
    UInt256 BadDebt);
