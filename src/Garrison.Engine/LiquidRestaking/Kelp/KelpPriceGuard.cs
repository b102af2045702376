using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>By how much an update may move Kelp's price, up or down. An update beyond it is refused, so the
/// old price stays.</summary>
/// <remarks>Source: <c>LRTOracle.sol</c>, <c>_isNewPriceOffLimit</c>.</remarks>
/// <param name="LimitPercent">In whole percent; 0 for any.</param>
public readonly record struct KelpPriceGuard(UInt256 LimitPercent)
{
    /// <summary>Whether ⌊100 · |new − old| / old⌋ is above the limit: rounded down for whoever updates, so a
    /// limit of 2 lets anything below 3 % through.</summary>
    /// <exception cref="DivideByZeroException">There was no price, and there is a limit.</exception>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public bool Refuses(UInt256 oldPrice, UInt256 newPrice)
    {
        if (oldPrice == newPrice || LimitPercent.IsZero) return false;

        return (oldPrice.AbsoluteDifference(newPrice) * 100UL).DivDown(oldPrice) > LimitPercent;
    }
}
