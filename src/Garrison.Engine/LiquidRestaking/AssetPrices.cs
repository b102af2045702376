using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>What issuers' own feeds say of assets.</summary>
/// <remarks>
/// An issuer values what is deposited and what is paid by feeds that it chose: Chainlink's, or a contract
/// that reads a token's own rate. What they answer is an outside fact here, under the address of the feed.
/// </remarks>
public sealed class AssetPrices
{
    private readonly Table<PriceKey, AssetPrice> _price;

    internal AssetPrices(Store store) => _price = store.Table<PriceKey, AssetPrice>();

    /// <summary>What a feed answers of an asset; 0 when nobody said.</summary>
    public AssetPrice Of(Address feed, Address asset) => _price[new(feed, asset)];

    internal Refusal? Post(Address feed, Address asset, Int256 answer, ulong updatedAt)
    {
        _price[new(feed, asset)] = new AssetPrice(answer, updatedAt);
        return null;
    }

    private readonly record struct PriceKey(Address Feed, Address Asset);
}

/// <summary>What a feed answers of an asset.</summary>
/// <param name="Answer">What one of it is worth, in the scale of the feed; below 0 is possible and never
/// meant.</param>
/// <param name="UpdatedAt">When it was answered, in seconds since the Unix epoch.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AssetPrice(Int256 Answer, ulong UpdatedAt)
{
    /// <summary>Whether the answer is older than an age at a second.</summary>
    public bool IsOlderThan(ulong ageSeconds, ulong second) => UpdatedAt + ageSeconds < second;
}

/// <summary>Says what a feed answers of an asset, as an outside fact.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="Feed">The feed, or the strategy whose shares are valued.</param>
/// <param name="Asset">The asset.</param>
/// <param name="Answer">What one is worth, in the scale of the feed.</param>
/// <param name="UpdatedAt">When that was so, in seconds since the Unix epoch.</param>
public sealed record PostAssetPrice(
    Address Sender, Address Feed, Address Asset, Int256 Answer, ulong UpdatedAt) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.AssetPrices.Post(Feed, Asset, Answer, UpdatedAt);
}
