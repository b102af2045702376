using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>What an issuer's queue has of one epoch of a vault, and who shares in it.</summary>
/// <remarks>Source: <c>SymbioticWithdrawalQueue.sol</c>.</remarks>
/// <param name="Shares">The shares of those who were not counted yet.</param>
/// <param name="Assets">What was claimed for them from the vault, after every slash.</param>
/// <param name="IsClaimed">Whether it was.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EpochBucket(UInt256 Shares, UInt256 Assets, bool IsClaimed)
{
    /// <summary>⌊shares · assets / all shares⌋; the rest stays for those who come later.</summary>
    public UInt256 ToAssetsDown(UInt256 shares) => UInt256.MulDivDown(shares, Assets, Shares);

    /// <summary>Takes out shares and what they are worth.</summary>
    public EpochBucket Without(UInt256 shares, UInt256 assets) =>
        this with { Shares = Shares - shares, Assets = Assets - assets };
}
