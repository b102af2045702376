using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>What a vault holds at a moment, and the fee shares that are due then.</summary>
/// <remarks>
/// Interest is all that the assets grew since the last accrual, and never below 0: there is no high-water
/// mark, so a recovery from a loss pays a performance fee again. Fees are taken in assets, then turned into
/// shares at the price that the vault has without them. Source: <c>VaultV2.sol</c>.
/// </remarks>
/// <param name="TotalAssets">All that the vault holds, here and in its adapters.</param>
/// <param name="ManagementShares">For the curator, for the time that passed; rounded down for the
/// vault.</param>
/// <param name="PerformanceShares">For the curator, for the interest; rounded down for the vault.</param>
/// <param name="ProtocolShares">For the protocol, for both; rounded down for the vault.</param>
public readonly record struct FeeAccrual(
    UInt256 TotalAssets, UInt256 ManagementShares, UInt256 PerformanceShares, UInt256 ProtocolShares)
{
    private static readonly UInt256 _whole = 1_000_000_000_000_000_000UL;

    /// <summary>All fee shares that are due.</summary>
    public UInt256 FeeShares => ManagementShares + PerformanceShares + ProtocolShares;

    /// <summary>What is due.</summary>
    /// <param name="pool">All that the vault holds, and the shares that there are.</param>
    /// <param name="last">The vault as its last accrual left it.</param>
    /// <param name="elapsedSeconds">How long ago that was.</param>
    /// <param name="fees">What the curator takes.</param>
    /// <exception cref="OverflowException">The fees are more than the vault.</exception>
    internal static FeeAccrual Of(
        SharePool pool, in VaultV2Accounting last, ulong elapsedSeconds, in VaultV2Fees fees)
    {
        UInt256 assetSeconds = pool.Assets * elapsedSeconds;
        UInt256 interest = pool.Assets.SaturatingSub(last.TotalAssets);
        VaultV2Fees protocolFees = last.ProtocolFee.AsFees;

        UInt256 management = PartDown(assetSeconds, fees.Management);
        UInt256 performance = PartDown(interest, fees.Performance);
        UInt256 protocol = PartDown(assetSeconds, protocolFees.Management)
            + PartDown(interest, protocolFees.Performance);

        SharePool withoutFees = pool with { Assets = pool.Assets - management - performance - protocol };
        return new FeeAccrual(
            pool.Assets,
            withoutFees.ToSharesDown(management),
            withoutFees.ToSharesDown(performance),
            withoutFees.ToSharesDown(protocol));
    }

    private static UInt256 PartDown(UInt256 amount, in VaultV2Fee fee) =>
        UInt256.MulDivDown(amount, fee.Effective, _whole);
}
