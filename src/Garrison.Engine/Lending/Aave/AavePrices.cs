using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What the pool's oracle says of each token: an outside fact that a command posts.</summary>
/// <remarks>The one place where the pool learns a price; another source of prices belongs here.</remarks>
public sealed class AavePrices
{
    private readonly Table<AaveAsset, UInt256> _price;

    internal AavePrices(Store store) => _price = store.Table<AaveAsset, UInt256>();

    /// <summary>What a whole token is worth, in dollars with 8 decimals; 0 when nobody has said.</summary>
    public UInt256 Of(Address pool, Address asset) => _price[new(pool, asset)];

    internal Refusal? Post(Address pool, Address asset, UInt256 price)
    {
        _price[new(pool, asset)] = price;
        return null;
    }
}
