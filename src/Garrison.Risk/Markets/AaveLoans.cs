using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Markets;

/// <summary>A pool of Aave. Values are in dollars with 8 decimals.</summary>
/// <param name="book">The names.</param>
/// <param name="world">The world.</param>
/// <param name="market">Which pool.</param>
internal sealed class AaveLoans(MarketBook book, World world, AaveBookMarket market)
    : LoanMarket(book, world, market)
{
    private const int DollarDecimals = 8;
    private const ulong RayInWad = 1_000_000_000;

    private readonly (AaveBookReserve Reserve, MarketToken Token, int Number)[] _reserves =
    [
        .. market.Reserves
            .Select(reserve => (reserve, Token: book.Tokens.First(token => token.Symbol == reserve.Token)))
            .Select(one => (
                one.reserve,
                one.Token,
                world.Aave.Reserves.NumberOf(market.Address, one.Token.Address))),
    ];

    public override string Unit => "USD";

    public override int UnitDecimals => DollarDecimals;

    public override int PriceDecimals => DollarDecimals;

    public override IReadOnlyList<MarketToken> Collaterals =>
    [
        .. _reserves.Where(one => one.Reserve.Terms.ThresholdBps != 0
            || market.Categories.Any(category => category.Collateral.Contains(
                one.Token.Symbol, StringComparer.Ordinal)))
            .Select(static one => one.Token),
    ];

    public override IReadOnlyList<LendingSide> Sides =>
    [
        .. _reserves.Where(static one => one.Reserve.Curve is not null).Select(one =>
        {
            AaveReserves reserves = World.Aave.Reserves;
            AaveReserve reserve = reserves.Of(market.Address, one.Token.Address);
            return new LendingSide(
                one.Token,
                reserves.TotalSupply(market.Address, one.Token.Address),
                reserves.TotalDebt(market.Address, one.Token.Address),
                reserve.Available,
                ToWad(reserves.Utilisation(market.Address, one.Token.Address).Raw),
                ToWad(reserve.BorrowRateRay),
                ToWad(reserve.SupplyRateRay));
        }),
    ];

    public override Address FeedOf(MarketToken token) =>
        World.Aave.Prices.Source(market.Address, token.Address);

    public override UInt256 PriceOf(Address token) => World.Aave.Prices.Of(market.Address, token);

    public override UInt256 OwnHealth(Address borrower) =>
        World.Aave.Users.Account(market.Address, borrower).HealthFactor;

    public override LoanState StateAt(Address borrower, Func<Address, UInt256> priceOf)
    {
        UInt256 debt = UInt256.Zero;
        (UInt256 held, UInt256 carried, UInt256 covered) = (UInt256.Zero, UInt256.Zero, UInt256.Zero);
        foreach ((MarketToken token, UInt256 amount, CollateralTerms? terms) in Parts(borrower))
        {
            UInt256 price = priceOf(token.Address);
            UInt256 unit = Units.PowerOfTen(token.Decimals);
            if (terms is not { } counted)
            {
                debt += UInt256.MulDivUp(amount, price, unit);
                continue;
            }

            UInt256 value = UInt256.MulDivDown(amount, price, unit);
            held += value;
            carried += value * counted.ThresholdBps;
            covered += new Bps(counted.BonusBps).DivUp(value);
        }

        UInt256 health = debt.IsZero
            ? UInt256.MaxValue
            : Wad.RatioHalfUp(carried, debt).Raw.DivDown(Bps.Scale);
        return new LoanState(held, debt, health, health < Wad.Scale, debt.SaturatingSub(covered));
    }

    public override (IReadOnlyList<LoanAmount> Collateral, IReadOnlyList<LoanAmount> Debt) AmountsOf(
        Address borrower)
    {
        List<LoanAmount> collateral = [];
        List<LoanAmount> debt = [];
        foreach ((MarketToken token, UInt256 amount, CollateralTerms? terms) in Parts(borrower))
        {
            UInt256 price = PriceOf(token.Address);
            UInt256 unit = Units.PowerOfTen(token.Decimals);
            if (terms is null)
            {
                debt.Add(new LoanAmount(token, amount, UInt256.MulDivUp(amount, price, unit)));
            }
            else
            {
                collateral.Add(new LoanAmount(token, amount, UInt256.MulDivDown(amount, price, unit)));
            }
        }

        return (collateral, debt);
    }

    // What an account has and owes: collateral with what it counts for, debt without.
    private IEnumerable<(MarketToken Token, UInt256 Amount, CollateralTerms? Terms)> Parts(Address borrower)
    {
        AaveUser user = World.Aave.Users.Of(market.Address, borrower);
        if (user.IsEmpty) yield break;

        AaveCategory category = World.Aave.Users.Category(market.Address, user.Category);
        foreach ((AaveBookReserve _, MarketToken token, int number) in _reserves)
        {
            if (IsIn(user.Collateral, number))
            {
                AaveTerms own = World.Aave.Reserves.TermsOf(market.Address, token.Address);
                yield return (
                    token,
                    World.Aave.Tokens.Supplied(market.Address, token.Address, borrower),
                    user.Category != 0 && IsIn(category.Collateral, number)
                        ? new CollateralTerms(category.LtvBps, category.ThresholdBps, category.BonusBps)
                        : new CollateralTerms(own.LtvBps, own.ThresholdBps, own.BonusBps));
            }

            if (IsIn(user.Borrowing, number))
            {
                yield return (
                    token, World.Aave.Tokens.Owed(market.Address, token.Address, borrower), null);
            }
        }
    }

    private static bool IsIn(UInt128 reserves, int number) => (reserves >> number & 1) != 0;

    private static Wad ToWad(UInt256 ray) => new(ray.DivDown(RayInWad));
}
