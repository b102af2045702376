using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>A rate from what a keeper says of reserves, rewards and supply, after the fee.</summary>
/// <remarks>The fee is paid in tokens that are created. Source: <c>RswETH.sol</c>, reprice.</remarks>
/// <param name="Rate">Assets a token.</param>
/// <param name="FeeTokens">What is created for treasury and operators.</param>
public readonly record struct Repricing(Wad Rate, UInt256 FeeTokens)
{
    /// <summary>The rate that follows.</summary>
    /// <param name="before">Reserves without the rewards.</param>
    /// <param name="rewards">The rewards of which a fee is taken.</param>
    /// <param name="supply">How many tokens there are.</param>
    /// <param name="fee">Which part of them is the fee.</param>
    /// <returns>⌊R / (supply + fee tokens)⌋ with R = before + rewards and fee tokens
    /// ⌊⌊supply · f⌋ / (R − f)⌋, f = ⌊rewards · fee⌋.</returns>
    public static Repricing Of(UInt256 before, UInt256 rewards, UInt256 supply, Wad fee)
    {
        UInt256 reserves = before + rewards;
        Wad feeAssets = new(fee.MulDown(rewards));
        Wad rest = new(before - feeAssets.Raw + rewards);
        UInt256 feeTokens = rest.DivDown(feeAssets.MulDown(supply));
        return new Repricing(Wad.RatioDown(reserves, supply + feeTokens), feeTokens);
    }
}
