using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>Assets that are lent or owed, and the shares of those who lent or owe.</summary>
/// <remarks>
/// One asset and 10⁶ shares that nobody has are always counted. Unlike those of
/// <see cref="SharePool"/>, the totals have 128 bits and the products 256. Source:
/// <c>SharesMathLib.sol</c>.
/// </remarks>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">How many shares there are.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct MorphoPool(UInt128 Assets, UInt128 Shares)
{
    /// <summary>Shares that nobody has.</summary>
    public const ulong VirtualShares = 1_000_000;

    /// <summary>Assets that nobody has.</summary>
    public const ulong VirtualAssets = 1;

    /// <summary>⌊assets · (S + 10⁶) / (A + 1)⌋: what a deposit mints, what a repayment burns; against the one
    /// who pays.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public UInt256 ToSharesDown(in UInt256 assets) => MorphoMath.MulDivDown(in assets, AllShares, AllAssets);

    /// <summary>⌈assets · (S + 10⁶) / (A + 1)⌉: what a withdrawal burns, what a loan mints; against the one
    /// who is paid.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public UInt256 ToSharesUp(in UInt256 assets) => MorphoMath.MulDivUp(in assets, AllShares, AllAssets);

    /// <summary>⌊shares · (A + 1) / (S + 10⁶)⌋: what shares are worth to the one who is paid.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public UInt256 ToAssetsDown(in UInt256 shares) => MorphoMath.MulDivDown(in shares, AllAssets, AllShares);

    /// <summary>⌈shares · (A + 1) / (S + 10⁶)⌉: what shares cost, what shares owe.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public UInt256 ToAssetsUp(in UInt256 shares) => MorphoMath.MulDivUp(in shares, AllAssets, AllShares);

    private UInt256 AllAssets => Assets + (UInt256)VirtualAssets;

    private UInt256 AllShares => Shares + (UInt256)VirtualShares;
}
