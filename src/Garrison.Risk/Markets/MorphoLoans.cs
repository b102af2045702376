using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Markets;

/// <summary>A market of Morpho. Values are in the loan's token.</summary>
/// <param name="book">The names.</param>
/// <param name="world">The world.</param>
/// <param name="market">Which market.</param>
internal sealed class MorphoLoans(MarketBook book, World world, MorphoBookMarket market)
    : LoanMarket(book, world, market)
{
    private const ulong YearSeconds = 365UL * 24 * 60 * 60;

    private static readonly UInt256 _priceScale = Wad.Scale * Wad.Scale;

    private readonly MarketToken _collateral =
        book.Tokens.First(token => token.Symbol == market.Collateral);

    private readonly MarketToken _loan = book.Tokens.First(token => token.Symbol == market.Loan);

    public override string Unit => _loan.Symbol;

    public override int UnitDecimals => _loan.Decimals;

    // The oracle's price is of smallest units, times 10³⁶.
    public override int PriceDecimals => 36 + _loan.Decimals - _collateral.Decimals;

    public override IReadOnlyList<MarketToken> Collaterals => [_collateral];

    public override IReadOnlyList<LendingSide> Sides
    {
        get
        {
            MorphoMarket now = World.Morpho.MarketNow(market.Id);
            MorphoRates rates = World.Morpho.Rates(market.Id);
            return
            [
                new LendingSide(
                    _loan,
                    now.Supply.Assets,
                    now.Borrow.Assets,
                    rates.Liquidity,
                    new Wad(rates.Utilization),
                    new Wad(rates.BorrowRate * YearSeconds),
                    new Wad(rates.SupplyRate * YearSeconds)),
            ];
        }
    }

    public override Address FeedOf(MarketToken token) => market.Parameters.Oracle;

    public override UInt256 PriceOf(Address token) =>
        World.Oracle.Price(market.Parameters.Oracle, World.Clock.Seconds).Price;

    public override UInt256 OwnHealth(Address borrower)
    {
        MorphoHealth health = World.Morpho.Health(market.Id, borrower);
        return Factor(in health);
    }

    public override LoanState StateAt(Address borrower, Func<Address, UInt256> priceOf)
    {
        MorphoTerms terms = World.Morpho.Terms(market.Id);
        MorphoPosition position = World.Morpho.Position(market.Id, borrower);
        UInt256 owed = World.Morpho.MarketNow(market.Id).Borrow.ToAssetsUp(position.BorrowShares);
        UInt256 price = priceOf(_collateral.Address);
        MorphoHealth health = MorphoHealth.Of(in terms, position.Collateral, owed, price);

        // What a liquidator pays for all the collateral, as the contract rounds it.
        UInt256 repaid = UInt256.MulDivUp(
            UInt256.MulDivUp(position.Collateral, price, _priceScale),
            Wad.Scale,
            terms.LiquidationIncentiveDown);
        return new LoanState(
            health.CollateralValue, owed, Factor(in health), !health.IsHealthy, owed.SaturatingSub(repaid));
    }

    public override (IReadOnlyList<LoanAmount> Collateral, IReadOnlyList<LoanAmount> Debt) AmountsOf(
        Address borrower)
    {
        MorphoHealth health = World.Morpho.Health(market.Id, borrower);
        return (
            health.Collateral.IsZero
                ? []
                : [new LoanAmount(_collateral, health.Collateral, health.CollateralValue)],
            health.Borrowed.IsZero ? [] : [new LoanAmount(_loan, health.Borrowed, health.Borrowed)]);
    }

    private static UInt256 Factor(in MorphoHealth health) => health.Borrowed.IsZero
        ? UInt256.MaxValue
        : Wad.RatioDown(health.MaxBorrow, health.Borrowed).Raw;
}
