using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>What shares of a token are worth, without virtual ones: shares · assets / all
/// shares.</summary>
/// <remarks>Where there is nothing to divide by, a conversion gives 0.</remarks>
/// <param name="Assets">What stands behind the shares, in the asset's smallest unit.</param>
/// <param name="Shares">How many shares there are.</param>
public readonly record struct ShareRate(UInt256 Assets, UInt256 Shares)
{
    /// <summary>⌊assets · shares / all assets⌋, against the one who pays them.</summary>
    public UInt256 ToSharesDown(UInt256 assets) =>
        Assets.IsZero ? UInt256.Zero : UInt256.MulDivDown(assets, Shares, Assets);

    /// <summary>⌈assets · shares / all assets⌉, against the one whose shares are burned.</summary>
    public UInt256 ToSharesUp(UInt256 assets) =>
        Assets.IsZero ? UInt256.Zero : UInt256.MulDivUp(assets, Shares, Assets);

    /// <summary>⌊shares · assets / all shares⌋, against the one who holds them.</summary>
    public UInt256 ToAssetsDown(UInt256 shares) =>
        Shares.IsZero ? UInt256.Zero : UInt256.MulDivDown(shares, Assets, Shares);

    /// <summary>⌈shares · assets / all shares⌉, for the one who holds them.</summary>
    public UInt256 ToAssetsUp(UInt256 shares) =>
        Shares.IsZero ? UInt256.Zero : UInt256.MulDivUp(shares, Assets, Shares);

    /// <summary>What a deposit mints: ⌊assets · shares / all assets⌋, one for one while there are no
    /// assets.</summary>
    public UInt256 ToMintedDown(UInt256 assets) =>
        Assets.IsZero ? assets : UInt256.MulDivDown(assets, Shares, Assets);

    /// <summary>Whether a share is worth less than at another rate; a rate without shares is not
    /// compared.</summary>
    /// <exception cref="OverflowException">A product leaves 256 bits.</exception>
    public bool IsBelow(ShareRate other) =>
        !Shares.IsZero && !other.Shares.IsZero && Assets * other.Shares < other.Assets * Shares;
}
