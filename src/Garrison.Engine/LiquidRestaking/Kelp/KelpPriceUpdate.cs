using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>What an update makes of Kelp's price: a rate that is stored, and a fee on its rise.</summary>
/// <remarks>Source: <c>LRTOracle.sol</c>, <c>updateRSETHPrice</c>.</remarks>
/// <param name="Price">Ether for one rsETH after the fee, times 10¹⁸, rounded down for the pool.</param>
/// <param name="FeeEther">The fee in wei, rounded down for the holders.</param>
/// <param name="FeeTokens">rsETH that the treasury gets for it, rounded down for the holders.</param>
public readonly record struct KelpPriceUpdate(UInt256 Price, UInt256 FeeEther, UInt256 FeeTokens)
{
    /// <summary>
    /// With p' = ⌊W / S⌋ and p' above the old price p:
    /// fee = ⌊⌊(p' − p) · S / 10¹⁸⌋ · bps / 10⁴⌋, price = ⌊(W − fee · 10¹⁸) / S⌋,
    /// tokens = ⌊fee · 10¹⁸ / price⌋.
    /// </summary>
    /// <param name="worth">W: all assets times their prices, in wei times 10¹⁸.</param>
    /// <param name="supply">S: all rsETH; not 0.</param>
    /// <param name="oldPrice">p.</param>
    /// <param name="feeBps">The treasury's part of a rise, in 10⁻⁴.</param>
    /// <exception cref="DivideByZeroException">All assets are worth less than 10⁻¹⁸ a token.</exception>
    /// <exception cref="OverflowException">A product leaves 256 bits, or the fee is more than there
    /// is.</exception>
    public static KelpPriceUpdate Of(UInt256 worth, UInt256 supply, UInt256 oldPrice, UInt256 feeBps)
    {
        UInt256 untaxed = worth.DivDown(supply);
        UInt256 fee = untaxed > oldPrice
            ? (((untaxed - oldPrice) * supply).DivDown(Wad.Scale) * feeBps).DivDown(Bps.Scale)
            : UInt256.Zero;
        UInt256 price = (worth - (fee * Wad.Scale)).DivDown(supply);
        return new KelpPriceUpdate(price, fee, (fee * Wad.Scale).DivDown(price));
    }
}
