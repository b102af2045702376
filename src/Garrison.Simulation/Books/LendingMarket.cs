using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>Where loans are taken in a book.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Origin">Where its numbers come from.</param>
public abstract record LendingMarket(string Name, MarketOrigin Origin);

/// <summary>A market of Morpho: one collateral, one loan.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Collateral">The symbol of what stands for loans.</param>
/// <param name="Loan">The symbol of what is lent.</param>
/// <param name="Feed">The name of the feed of the collateral's price in the loan.</param>
/// <param name="Parameters">What it is made of; their hash is its name on the chain.</param>
/// <param name="Lenders">Who lent how much.</param>
/// <param name="Used">Which part of that is owed, which the loans have to come to; null for any.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record MorphoBookMarket(
    string Name,
    string Collateral,
    string Loan,
    string Feed,
    MorphoMarketParameters Parameters,
    IReadOnlyList<MarketLender> Lenders,
    Wad? Used,
    MarketOrigin Origin) : LendingMarket(Name, Origin)
{
    /// <summary>Its name on the chain.</summary>
    public Hash32 Id => Parameters.Id;
}

/// <summary>A pool of Aave: many tokens, each collateral and loan.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Reserves">What can be supplied.</param>
/// <param name="Categories">The categories of correlated assets.</param>
/// <param name="FlashPremiumBps">What loans for the length of a command cost, of all that can be borrowed;
/// null where there are none.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record AaveBookMarket(
    string Name,
    Address Address,
    IReadOnlyList<AaveBookReserve> Reserves,
    IReadOnlyList<AaveBookCategory> Categories,
    ushort? FlashPremiumBps,
    MarketOrigin Origin) : LendingMarket(Name, Origin)
{
    /// <summary>Who may change its settings; an assumed address.</summary>
    public Address Admin => BookReader.AssumedAddress($"{Name}/admin");
}

/// <summary>A token that can be supplied to a pool of Aave.</summary>
/// <param name="Token">Its symbol.</param>
/// <param name="Feed">The name of the feed of its price in dollars, with 8 decimals.</param>
/// <param name="Terms">What it counts outside of categories, in 10⁻⁴; all zero for no collateral.</param>
/// <param name="Caps">How much may be supplied and borrowed, in whole tokens; 0 for any amount.</param>
/// <param name="Curve">How its rates follow from its utilisation; null when it cannot be borrowed.</param>
/// <param name="ReserveFactorBps">The treasury's part of the interest.</param>
/// <param name="LiquidationFeeBps">The treasury's part of the bonus of liquidators.</param>
/// <param name="Lenders">Who supplied how much, without borrowing.</param>
/// <param name="Used">Which part of all supply is owed, which the loans have to come to; null for
/// any.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record AaveBookReserve(
    string Token,
    string Feed,
    CollateralTerms Terms,
    AaveCaps Caps,
    AaveCurve? Curve,
    ushort ReserveFactorBps,
    ushort LiquidationFeeBps,
    IReadOnlyList<MarketLender> Lenders,
    Wad? Used,
    MarketOrigin Origin);

/// <summary>How much of a token a pool of Aave takes and lends, in whole tokens; 0 for any amount.</summary>
/// <param name="Supply">How much may be supplied.</param>
/// <param name="Borrow">How much may be borrowed.</param>
public readonly record struct AaveCaps(ulong Supply, ulong Borrow);

/// <summary>What collateral counts, in 10⁻⁴.</summary>
/// <param name="LtvBps">How much can be borrowed against it.</param>
/// <param name="ThresholdBps">How much debt it carries.</param>
/// <param name="BonusBps">What a liquidator gets, above 10,000.</param>
public readonly record struct CollateralTerms(ushort LtvBps, ushort ThresholdBps, ushort BonusBps);

/// <summary>A category of a pool of Aave.</summary>
/// <param name="Number">Its number, not 0.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Terms">What collateral counts in it.</param>
/// <param name="Collateral">The symbols of what is collateral.</param>
/// <param name="Borrowable">The symbols of what can be borrowed.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record AaveBookCategory(
    byte Number,
    string Label,
    CollateralTerms Terms,
    IReadOnlyList<string> Collateral,
    IReadOnlyList<string> Borrowable,
    MarketOrigin Origin);

/// <summary>Someone who lent.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Account">Their address; assumed.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public sealed record MarketLender(string Name, Address Account, UInt256 Amount);
