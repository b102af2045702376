using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Markets;

/// <summary>A lending market in one shape: loans, and what they come to at other prices.</summary>
/// <remarks>Everything is read from a world; the book says who borrowed, and what is called how.</remarks>
public abstract class LoanMarket
{
    private const int DoublingsMax = 128;

    private protected LoanMarket(MarketBook book, World world, LendingMarket market)
    {
        Book = book;
        World = world;
        Market = market;
        Borrowers =
            [.. book.Cohorts.Where(one => one.Market == market.Name).SelectMany(static one => one.Accounts)];
    }

    /// <summary>The names.</summary>
    public MarketBook Book { get; }

    /// <summary>The world: the book's own, or a fork of it.</summary>
    public World World { get; }

    /// <summary>Which market of the book.</summary>
    public LendingMarket Market { get; }

    /// <summary>What it is called.</summary>
    public string Name => Market.Name;

    /// <summary>Who borrowed in the book.</summary>
    public IReadOnlyList<Address> Borrowers { get; }

    /// <summary>What values are in: the symbol of the loan, or that of dollars.</summary>
    public abstract string Unit { get; }

    /// <summary>How many decimals a value has.</summary>
    public abstract int UnitDecimals { get; }

    /// <summary>How many decimals a price has, of a whole collateral token in the unit.</summary>
    public abstract int PriceDecimals { get; }

    /// <summary>The tokens that can stand for a loan.</summary>
    public abstract IReadOnlyList<MarketToken> Collaterals { get; }

    /// <summary>What can be lent, and at which rates.</summary>
    public abstract IReadOnlyList<LendingSide> Sides { get; }

    /// <summary>All markets of a book in a world.</summary>
    public static IReadOnlyList<LoanMarket> Of(MarketBook book, World world) =>
    [
        .. book.Markets.Select(market => market switch
        {
            MorphoBookMarket morpho => new MorphoLoans(book, world, morpho),
            AaveBookMarket aave => (LoanMarket)new AaveLoans(book, world, aave),
            _ => throw new InvalidOperationException($"{market.Name} is of no kind that lends."),
        }),
    ];

    /// <summary>The feed that says a token's price; zero when that is posted.</summary>
    public abstract Address FeedOf(MarketToken token);

    /// <summary>The price that the market reads.</summary>
    public abstract UInt256 PriceOf(Address token);

    /// <summary>The health factor by the protocol's own arithmetic: 10¹⁸ or more cannot be
    /// liquidated.</summary>
    public abstract UInt256 OwnHealth(Address borrower);

    /// <summary>How a loan stands at prices of each token.</summary>
    public abstract LoanState StateAt(Address borrower, Func<Address, UInt256> priceOf);

    /// <summary>What stands for a loan, and what is owed.</summary>
    public abstract (IReadOnlyList<LoanAmount> Collateral, IReadOnlyList<LoanAmount> Debt) AmountsOf(
        Address borrower);

    /// <summary>The price that the market would read.</summary>
    public UInt256 PriceUnder(MarketToken token, PriceShock shock)
    {
        Address feed = FeedOf(token);
        return feed.IsZero ? PriceOf(token.Address) : shock.Read(Book, World, feed).Price;
    }

    /// <summary>Whether the price of a token follows a fall of what markets pay, or of its own
    /// rate.</summary>
    public bool IsMovedBy(MarketToken token, ShockKind kind)
    {
        PriceShock half = new(token.Symbol, kind, new Wad(Wad.Scale >> 1));
        return PriceUnder(token, half) != PriceOf(token.Address);
    }

    /// <summary>How a loan stands, and how far it is from being liquidated.</summary>
    public Loan LoanOf(Address borrower)
    {
        (IReadOnlyList<LoanAmount> collateral, IReadOnlyList<LoanAmount> debt) = AmountsOf(borrower);
        LoanState state = StateAt(borrower, PriceOf);
        MarketToken? main = collateral.MaxBy(static one => one.Value)?.Token;
        UInt256 price = main is null ? UInt256.Zero : PriceOf(main.Address);
        return new Loan(
            this,
            borrower,
            collateral,
            debt,
            state,
            OwnHealth(borrower),
            price,
            Lowest(borrower, main, price, static at => !at.IsLiquidatable),
            Lowest(borrower, main, price, static at => at.BadDebt.IsZero));
    }

    // Bisection rather than a formula: it holds for any mix of collateral, and to the last unit.
    private UInt256 Lowest(Address borrower, MarketToken? token, UInt256 price, Func<LoanState, bool> isGood)
    {
        if (token is null) return UInt256.Zero;

        bool IsGoodAt(UInt256 candidate) => isGood(StateAt(
            borrower, address => address == token.Address ? candidate : PriceOf(address)));

        if (IsGoodAt(UInt256.Zero)) return UInt256.Zero;

        UInt256 low = UInt256.Zero;
        UInt256 high = UInt256.Max(price, UInt256.One);
        for (int i = 0; !IsGoodAt(high); i++)
        {
            if (i == DoublingsMax) return UInt256.MaxValue;

            low = high;
            high <<= 1;
        }

        while (high - low > UInt256.One)
        {
            UInt256 middle = low + ((high - low) >> 1);
            (low, high) = IsGoodAt(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}

/// <summary>An amount of a token with what it is worth.</summary>
/// <param name="Token">Which token.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
/// <param name="Value">In the market's unit: of collateral rounded down, of debt up.</param>
public sealed record LoanAmount(MarketToken Token, UInt256 Amount, UInt256 Value);

/// <summary>How a loan stands at some prices.</summary>
/// <param name="Collateral">What stands for it, in the market's unit, rounded down.</param>
/// <param name="Debt">What is owed, in the market's unit, rounded up.</param>
/// <param name="HealthFactor">Debt that the collateral carries over debt, times 10¹⁸; the greatest number
/// without debt.</param>
/// <param name="IsLiquidatable">Whether it can be liquidated.</param>
/// <param name="BadDebt">What would stay unpaid when all collateral is taken at the liquidator's bonus, in
/// the market's unit.</param>
public readonly record struct LoanState(
    UInt256 Collateral, UInt256 Debt, UInt256 HealthFactor, bool IsLiquidatable, UInt256 BadDebt)
{
    /// <summary>Debt over collateral, rounded up; the greatest number when there is debt alone.</summary>
    public Wad Ltv => Debt.IsZero ? default
        : Collateral.IsZero ? new Wad(UInt256.MaxValue)
        : Wad.RatioUp(Debt, Collateral);
}

/// <summary>A loan.</summary>
/// <param name="Market">Where.</param>
/// <param name="Borrower">Whose.</param>
/// <param name="Collateral">What stands for it.</param>
/// <param name="Debt">What is owed.</param>
/// <param name="State">How it stands at the market's prices.</param>
/// <param name="OwnHealth">Its health factor by the protocol's own arithmetic, times 10¹⁸.</param>
/// <param name="Price">The price of the collateral that is worth the most.</param>
/// <param name="LiquidationPrice">The lowest at which it cannot be liquidated, all else as it is.</param>
/// <param name="BadDebtPrice">The lowest at which nothing stays unpaid, all else as it is.</param>
public sealed record Loan(
    LoanMarket Market,
    Address Borrower,
    IReadOnlyList<LoanAmount> Collateral,
    IReadOnlyList<LoanAmount> Debt,
    LoanState State,
    UInt256 OwnHealth,
    UInt256 Price,
    UInt256 LiquidationPrice,
    UInt256 BadDebtPrice)
{
    /// <summary>By which part the price can fall before it can be liquidated, rounded down; 0 when it
    /// can.</summary>
    public Wad FallToLiquidation => Fall(LiquidationPrice);

    /// <summary>By which part the price can fall before debt stays unpaid, rounded down; 0 when it
    /// does.</summary>
    public Wad FallToBadDebt => Fall(BadDebtPrice);

    private Wad Fall(UInt256 to) =>
        Price.IsZero ? default : Wad.RatioDown(Price.SaturatingSub(to), Price);
}

/// <summary>A token that is lent.</summary>
/// <param name="Token">Which.</param>
/// <param name="Supplied">How much was lent, in its smallest unit, rounded down.</param>
/// <param name="Borrowed">How much is owed, rounded up.</param>
/// <param name="Available">How much can be taken out.</param>
/// <param name="Utilisation">Owed over lent.</param>
/// <param name="BorrowRate">What is paid a year, without compounding.</param>
/// <param name="SupplyRate">What is earned a year, without compounding, rounded down.</param>
public sealed record LendingSide(
    MarketToken Token,
    UInt256 Supplied,
    UInt256 Borrowed,
    UInt256 Available,
    Wad Utilisation,
    Wad BorrowRate,
    Wad SupplyRate);
