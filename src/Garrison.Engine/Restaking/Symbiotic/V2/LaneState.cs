using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Who runs a lane.</summary>
/// <param name="Owner">Who sets its terms.</param>
/// <param name="MarketMaker">Who swaps, and names others who may; zero for nobody.</param>
public readonly record struct LiquidLane(Address Owner, Address MarketMaker);

/// <summary>The terms on which a lane takes a token.</summary>
/// <param name="Account">Where the tokens lie until their issuer pays.</param>
/// <param name="Unit">10 to the power of the token's decimals.</param>
/// <param name="Price">What the oracle says of one token, in assets, in 10⁻¹⁸.</param>
/// <param name="MinDiscountPpm">What the vault pays less than the oracle says at least, in
/// millionths.</param>
/// <param name="Limit">The most that the account may hold after a swap, in the asset.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LaneToken(
    Address Account, UInt256 Unit, UInt256 Price, UInt256 MinDiscountPpm, UInt256 Limit);

/// <summary>An exchange of tokens for assets.</summary>
/// <param name="Recipient">Who gets the assets.</param>
/// <param name="TokenIn">Which token.</param>
/// <param name="AmountIn">How many, in the token's smallest unit.</param>
/// <param name="AmountOut">For how many assets.</param>
public readonly record struct LaneSwap(
    Address Recipient, Address TokenIn, UInt256 AmountIn, UInt256 AmountOut);
