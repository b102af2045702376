using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>A request to leave Kelp with an asset.</summary>
/// <param name="Owner">Who is paid.</param>
/// <param name="RsEth">How much rsETH it gives, which the withdrawal manager holds until the request is
/// unlocked.</param>
/// <param name="Amount">What it expects of the asset; once unlocked, what it is paid.</param>
/// <param name="StartBlock">When it was made.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct KelpRequest(Address Owner, UInt256 RsEth, UInt256 Amount, ulong StartBlock)
{
    /// <summary>min(expected, ⌊rsETH · price / asset's price⌋): a request waits with the losses of the others
    /// and without their rewards. Rounded down for the pool.</summary>
    /// <exception cref="DivideByZeroException">The asset has no price.</exception>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public UInt256 PayoutDown(UInt256 price, UInt256 assetPrice) =>
        UInt256.Min(Amount, (RsEth * price).DivDown(assetPrice));

    /// <summary>Whether it is old enough at a block.</summary>
    public bool IsDue(ulong block, ulong delayBlocks) => block >= StartBlock + delayBlocks;
}

/// <summary>The prices between which the operator unlocks requests, both ends allowed.</summary>
/// <param name="MinimumAssetPrice">The least for the asset.</param>
/// <param name="MinimumPrice">The least for rsETH.</param>
/// <param name="MaximumAssetPrice">The most for the asset.</param>
/// <param name="MaximumPrice">The most for rsETH.</param>
public readonly record struct KelpPriceBounds(
    UInt256 MinimumAssetPrice, UInt256 MinimumPrice, UInt256 MaximumAssetPrice, UInt256 MaximumPrice)
{
    /// <summary>Bounds that allow any price.</summary>
    public static KelpPriceBounds Any { get; } =
        new(UInt256.Zero, UInt256.Zero, UInt256.MaxValue, UInt256.MaxValue);

    internal Refusal? Refuse(UInt256 price, UInt256 assetPrice) =>
        price < MinimumPrice || price > MaximumPrice ? KelpRefusals.RsEthPriceOutOfPriceRange
        : assetPrice < MinimumAssetPrice || assetPrice > MaximumAssetPrice
            ? KelpRefusals.AssetPriceOutOfPriceRange
        : null;
}
