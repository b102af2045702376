using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>Assets that belong to the holders of shares, and how one is turned into the other.</summary>
/// <remarks>
/// ERC-4626 with virtual shares: one asset and <paramref name="VirtualShares"/> shares that nobody holds
/// are always counted, so a pool that is empty has a price, and the first holder cannot move it far. What
/// rounding leaves belongs to the pool. Source: OpenZeppelin's <c>ERC4626.sol</c>, Symbiotic's
/// <c>ERC4626Math.sol</c>.
/// </remarks>
/// <param name="Assets">What the pool holds, in the asset's smallest unit.</param>
/// <param name="Shares">How many shares there are.</param>
/// <param name="VirtualShares">10 to the power of how many decimals the shares have more than the
/// asset.</param>
public readonly record struct SharePool(UInt256 Assets, UInt256 Shares, UInt256 VirtualShares)
{
    /// <summary>A pool whose shares have the decimals of its asset.</summary>
    public SharePool(UInt256 assets, UInt256 shares)
        : this(assets, shares, UInt256.One)
    {
    }

    /// <summary>What a deposit of assets mints: ⌊assets · (S + virtual) / (A + 1)⌋, against the one who
    /// comes.</summary>
    public UInt256 ToSharesDown(UInt256 assets) =>
        UInt256.MulDivDown(assets, Shares + VirtualShares, Assets + UInt256.One);

    /// <summary>Whether the shares of assets, rounded down, fit in 256 bits. They may not when a pool has
    /// many shares and lost its assets.</summary>
    public bool Fits(UInt256 assets) => UInt256.MulHigh(assets, Shares + VirtualShares) <= Assets;

    /// <summary>What a withdrawal of assets burns: ⌈assets · (S + virtual) / (A + 1)⌉, against the one who
    /// leaves.</summary>
    public UInt256 ToSharesUp(UInt256 assets) =>
        UInt256.MulDivUp(assets, Shares + VirtualShares, Assets + UInt256.One);

    /// <summary>What shares are worth: ⌊shares · (A + 1) / (S + virtual)⌋, against the one who
    /// leaves.</summary>
    public UInt256 ToAssetsDown(UInt256 shares) =>
        UInt256.MulDivDown(shares, Assets + UInt256.One, Shares + VirtualShares);

    /// <summary>What shares cost: ⌈shares · (A + 1) / (S + virtual)⌉, against the one who comes.</summary>
    public UInt256 ToAssetsUp(UInt256 shares) =>
        UInt256.MulDivUp(shares, Assets + UInt256.One, Shares + VirtualShares);
}
