using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>By which rule a pool of a book trades.</summary>
public enum MarketPoolKind
{
    /// <summary>Curve's StableSwap of the newer kind.</summary>
    StableSwap,

    /// <summary>Curve's pool of the kind of ETH/stETH.</summary>
    LegacyStableSwap,

    /// <summary>Balancer's ComposableStable.</summary>
    ComposableStable,

    /// <summary>Uniswap v3.</summary>
    Concentrated,

    /// <summary>Uniswap v2.</summary>
    ConstantProduct,
}

/// <summary>A pool.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">By which rule it trades.</param>
/// <param name="Chain">The chain that it is really on.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Tokens">The symbols of what it trades.</param>
/// <param name="Amounts">What is brought into it at once; of <see cref="MarketPoolKind.Concentrated"/>
/// nothing.</param>
/// <param name="Amplification">Of a stable pool.</param>
/// <param name="Fee">Which part of a swap it costs, at par; zero of
/// <see cref="MarketPoolKind.ConstantProduct"/>, which always takes 0.3 %.</param>
/// <param name="OffpegFeeMultiplier">Of <see cref="MarketPoolKind.StableSwap"/>, how often the fee is taken
/// far from par.</param>
/// <param name="AdminFee">Of a Curve pool of the older kind, which part of the fee leaves it.</param>
/// <param name="Price">Of <see cref="MarketPoolKind.Concentrated"/>, what the first token is worth in the
/// second.</param>
/// <param name="Ranges">Of <see cref="MarketPoolKind.Concentrated"/>, the positions; elsewhere none.</param>
/// <param name="Origin">Where the numbers come from.</param>
public sealed record MarketPool(
    string Name,
    MarketPoolKind Kind,
    string Chain,
    Address Address,
    IReadOnlyList<string> Tokens,
    IReadOnlyList<MarketAmount> Amounts,
    ulong Amplification,
    Wad Fee,
    Wad OffpegFeeMultiplier,
    Wad AdminFee,
    Wad Price,
    IReadOnlyList<MarketRange> Ranges,
    MarketOrigin Origin)
{
    /// <summary>The symbols of the tokens that it counts at their own rates.</summary>
    public IReadOnlyList<string> Rated { get; init; } = [];

    /// <summary>Who provided what is in it; an assumed address.</summary>
    public Address Provider => BookReader.AssumedAddress($"provider/{Name}");
}

/// <summary>An amount of a token.</summary>
/// <param name="Token">Its symbol.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
public sealed record MarketAmount(string Token, UInt256 Amount);

/// <summary>A position of a concentrated pool: as much liquidity as the amounts pay for.</summary>
/// <param name="Ticks">Where it begins and ends.</param>
/// <param name="Amounts">What was brought.</param>
public sealed record MarketRange(TickRange Ticks, IReadOnlyList<MarketAmount> Amounts);
