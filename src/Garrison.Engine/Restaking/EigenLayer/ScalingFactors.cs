using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>The arithmetic of shares that can be slashed: pure functions, in 10⁻¹⁸ where not in
/// shares.</summary>
/// <remarks>
/// k is the deposit scaling factor of a staker, sf the slashing factor it is exposed to. Every nested
/// division rounds on its own, in the contracts' order. Source: <c>SlashingLib.sol</c>.
/// </remarks>
public static class ScalingFactors
{
    private static readonly UInt256 _wad = Constants.Wad;

    /// <summary>⌊x · y / 10¹⁸⌋.</summary>
    public static UInt256 MulWadDown(UInt256 x, UInt256 y) => UInt256.MulDivDown(x, y, _wad);

    /// <summary>⌈x · y / 10¹⁸⌉.</summary>
    public static UInt256 MulWadUp(UInt256 x, UInt256 y) => UInt256.MulDivUp(x, y, _wad);

    /// <summary>⌊x · 10¹⁸ / y⌋.</summary>
    public static UInt256 DivWadDown(UInt256 x, UInt256 y) => UInt256.MulDivDown(x, _wad, y);

    /// <summary>Deposit shares as the queue keeps them, free of later slashing: ⌊deposit · k⌋.</summary>
    public static UInt256 ToScaledDown(UInt256 depositShares, UInt256 k) => MulWadDown(depositShares, k);

    /// <summary>What deposit shares can be withdrawn for: ⌊⌊deposit · k⌋ · sf⌋, down for the pool.</summary>
    public static UInt256 ToWithdrawableDown(UInt256 depositShares, UInt256 k, UInt256 slashingFactor) =>
        MulWadDown(MulWadDown(depositShares, k), slashingFactor);

    /// <summary>Deposit shares that stand for withdrawable ones: ⌊⌊w / k⌋ / sf⌋; not an exact
    /// inverse.</summary>
    /// <exception cref="DivideByZeroException">The slashing factor is 0.</exception>
    public static UInt256 ToDepositDown(UInt256 withdrawableShares, UInt256 k, UInt256 slashingFactor) =>
        DivWadDown(DivWadDown(withdrawableShares, k), slashingFactor);

    /// <summary>The deposit scaling factor after shares were added to earlier deposit shares.</summary>
    /// <remarks>
    /// With none before, ⌊k / sf⌋. Else ⌊⌊(withdrawable + added) / (before + added)⌋ / sf⌋, so that a new
    /// deposit is worth itself and an old one what slashing left of it, up to three roundings down.
    /// </remarks>
    /// <param name="k">The factor before.</param>
    /// <param name="sharesBefore">Deposit shares before.</param>
    /// <param name="added">Deposit shares added; not 0.</param>
    /// <param name="slashingFactor">Not 0.</param>
    public static UInt256 AfterDeposit(
        UInt256 k, UInt256 sharesBefore, UInt256 added, UInt256 slashingFactor)
    {
        if (sharesBefore.IsZero) return DivWadDown(k, slashingFactor);

        UInt256 withdrawable = ToWithdrawableDown(sharesBefore, k, slashingFactor) + added;
        return DivWadDown(DivWadDown(withdrawable, sharesBefore + added), slashingFactor);
    }

    /// <summary>What a fall of the maximum magnitude takes from shares: S − ⌈S · after / before⌉.</summary>
    /// <exception cref="DivideByZeroException">The magnitude before is 0.</exception>
    public static UInt256 SlashedDown(UInt256 shares, ulong magnitudeBefore, ulong magnitudeAfter) =>
        shares - UInt256.MulDivUp(shares, magnitudeAfter, magnitudeBefore);

    /// <summary>⌈magnitude · ratio⌉: a slash takes at least one unit of magnitude.</summary>
    public static ulong SlashMagnitudeUp(ulong magnitude, UInt256 ratio) =>
        (ulong)MulWadUp(magnitude, ratio);

    /// <summary>What queued scaled shares add to the history from which slashes are taken.</summary>
    /// <remarks>
    /// Until 1.13.0 the scaled shares themselves. From 1.13.1 ⌊w / sf⌋ of what can be withdrawn, so that
    /// the roundings of many small withdrawals cannot add up to a slash of more than they hold.
    /// </remarks>
    public static UInt256 ToQueuedDown(
        EigenLayerVersion version, UInt256 scaledShares, UInt256 withdrawableShares, UInt256 slashingFactor)
    {
        if (version < EigenLayerVersion.V1131) return scaledShares;

        return slashingFactor.IsZero ? UInt256.Zero : DivWadDown(withdrawableShares, slashingFactor);
    }
}
