using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What moves in a reserve: its indices, its rates and its sums.</summary>
/// <remarks>Source: <c>DataTypes.ReserveData</c>. A scaled amount times the index of its side is an
/// amount.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public record struct AaveReserve
{
    /// <summary>What one scaled unit of supply is worth, times 10²⁷.</summary>
    public UInt128 SupplyIndexRay { get; set; }

    /// <summary>What one scaled unit of debt is worth, times 10²⁷.</summary>
    public UInt128 BorrowIndexRay { get; set; }

    /// <summary>What suppliers earn a year, times 10²⁷.</summary>
    public UInt128 SupplyRateRay { get; set; }

    /// <summary>What borrowers pay a year, times 10²⁷.</summary>
    public UInt128 BorrowRateRay { get; set; }

    /// <summary>All supply, scaled.</summary>
    public UInt128 ScaledSupply { get; set; }

    /// <summary>All debt, scaled.</summary>
    public UInt128 ScaledDebt { get; set; }

    /// <summary>What the treasury has earned and not been given yet, as scaled supply.</summary>
    public UInt128 ScaledTreasury { get; set; }

    /// <summary>What the reserve can pay out by its own books, in the token's smallest unit; gifts do not
    /// count.</summary>
    public UInt128 Available { get; set; }

    /// <summary>Debt that was burned unpaid and is not covered yet, in the token's smallest unit.</summary>
    public UInt128 Deficit { get; set; }

    /// <summary>The second that the indices are of.</summary>
    public ulong LastUpdate { get; set; }

    /// <summary>The index of supply as a ratio.</summary>
    public readonly Ray SupplyIndex => new(SupplyIndexRay);

    /// <summary>The index of debt as a ratio.</summary>
    public readonly Ray BorrowIndex => new(BorrowIndexRay);

    /// <summary>The index of supply at a second that is not before the last update, to the nearest.</summary>
    public readonly Ray SupplyIndexAt(ulong second) => second == LastUpdate
        ? SupplyIndex
        : new(AaveInterest.Linear(new(SupplyRateRay), second - LastUpdate).MulHalfUp(SupplyIndexRay));

    /// <summary>The index of debt at a second that is not before the last update, to the nearest.</summary>
    public readonly Ray BorrowIndexAt(ulong second) => second == LastUpdate
        ? BorrowIndex
        : new(AaveInterest.Compound(new(BorrowRateRay), second - LastUpdate).MulHalfUp(BorrowIndexRay));

    /// <summary>The reserve as it is at a second. An index without a rate or without debt stands still; the
    /// treasury's part of the interest rounds down for the suppliers.</summary>
    public readonly AaveReserve At(ulong second, uint reserveFactorBps)
    {
        AaveReserve next = this;
        if (second == LastUpdate) return next;

        next.LastUpdate = second;
        if (SupplyRateRay != 0)
        {
            next.SupplyIndexRay = SupplyIndexAt(second).Raw.ToUInt128();
        }

        if (ScaledDebt == 0) return next;

        next.BorrowIndexRay = BorrowIndexAt(second).Raw.ToUInt128();
        Ray growth = new(next.BorrowIndexRay - BorrowIndexRay);
        UInt256 part = new Bps(reserveFactorBps).MulHalfUp(growth.MulDown(ScaledDebt));
        next.ScaledTreasury += next.SupplyIndex.DivDown(part).ToUInt128();
        return next;
    }
}

/// <summary>What is set about a reserve, and seldom changes.</summary>
/// <param name="Asset">The token that is lent; zero when there is no such reserve.</param>
/// <param name="AToken">The token of its suppliers, which holds what is lent.</param>
/// <param name="DebtToken">The token of its borrowers.</param>
/// <param name="Decimals">Of the token that is lent.</param>
/// <param name="LtvBps">How much can be borrowed against it.</param>
/// <param name="ThresholdBps">How much debt it carries before it is liquidated.</param>
/// <param name="BonusBps">What a liquidator gets for each unit that is due, above 10,000.</param>
/// <param name="ReserveFactorBps">The treasury's part of the interest.</param>
/// <param name="LiquidationFeeBps">The treasury's part of the bonus of liquidators.</param>
/// <param name="PendingLtvBps">The loan-to-value that comes back when its suspension ends.</param>
/// <param name="Flags">What is allowed.</param>
/// <param name="BorrowCap">How much may be borrowed, in whole tokens; 0 for any amount.</param>
/// <param name="SupplyCap">How much may be supplied, in whole tokens; 0 for any amount.</param>
/// <param name="GraceUntil">The last second in which nothing may be liquidated after a pause.</param>
/// <param name="Curve">How its rates follow from its utilisation.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AaveTerms(
    Address Asset,
    Address AToken,
    Address DebtToken,
    byte Decimals,
    ushort LtvBps,
    ushort ThresholdBps,
    ushort BonusBps,
    ushort ReserveFactorBps,
    ushort LiquidationFeeBps,
    ushort PendingLtvBps,
    AaveFlags Flags,
    ulong BorrowCap,
    ulong SupplyCap,
    ulong GraceUntil,
    AaveCurve Curve)
{
    private static readonly UInt256[] _powersOfTen =
        [.. Enumerable.Range(0, 78).Select(static power => ((UInt256)10UL).Pow((uint)power))];

    /// <summary>One whole token in its smallest unit.</summary>
    public UInt256 Unit => _powersOfTen[Decimals];

    /// <summary>The word in which the contract keeps its configuration.</summary>
    public UInt256 Configuration =>
        LtvBps
            | ((UInt256)ThresholdBps << 16)
            | ((UInt256)BonusBps << 32)
            | ((UInt256)Decimals << 48)
            | ((UInt256)(ulong)Flags << 56)
            | ((UInt256)ReserveFactorBps << 64)
            | ((UInt256)BorrowCap << 80)
            | ((UInt256)SupplyCap << 116)
            | ((UInt256)LiquidationFeeBps << 152)
            | (UInt256.One << 252);

    internal bool Has(AaveFlags flags) => (Flags & flags) != AaveFlags.None;
}

/// <summary>What is allowed in a reserve; the bits of the configuration from the 56th on.</summary>
[Flags]
public enum AaveFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It can be used at all.</summary>
    Active = 1,

    /// <summary>Nothing more is supplied or borrowed.</summary>
    Frozen = 2,

    /// <summary>It can be borrowed outside of categories.</summary>
    Borrowing = 4,

    /// <summary>Nothing moves.</summary>
    Paused = 16,

    /// <summary>It is lent for the length of a transaction.</summary>
    FlashLoans = 128,
}

/// <summary>A reserve of a pool by its number.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct AaveKey(Address Pool, ushort Number);

/// <summary>A token in a pool.</summary>
internal readonly record struct AaveAsset(Address Pool, Address Asset);
