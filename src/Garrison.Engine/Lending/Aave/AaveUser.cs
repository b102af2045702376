using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What an account of a pool is in: a bit for each reserve.</summary>
/// <param name="Collateral">The reserves that back its debts.</param>
/// <param name="Borrowing">The reserves that it owes.</param>
/// <param name="Category">The category of correlated assets that it chose; 0 for none.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AaveUser(UInt128 Collateral, UInt128 Borrowing, byte Category)
{
    /// <summary>Whether it neither owes nor backs anything.</summary>
    public bool IsEmpty => (Collateral | Borrowing) == 0;

    /// <summary>The word in which the contract keeps it: two bits a reserve, debt below collateral.</summary>
    public UInt256 Configuration
    {
        get
        {
            UInt256 word = UInt256.Zero;
            for (int i = 0; i < 128; i++)
            {
                ulong pair = (Owes(i) ? 1UL : 0) | (Backs(i) ? 2UL : 0);
                word |= (UInt256)pair << (2 * i);
            }

            return word;
        }
    }

    internal bool Backs(int reserve) => (Collateral >> reserve & 1) != 0;

    internal bool Owes(int reserve) => (Borrowing >> reserve & 1) != 0;

    internal AaveUser WithCollateral(int reserve, bool isOn) =>
        this with { Collateral = Set(Collateral, reserve, isOn) };

    internal AaveUser WithBorrowing(int reserve, bool isOn) =>
        this with { Borrowing = Set(Borrowing, reserve, isOn) };

    internal static UInt128 Set(UInt128 bits, int at, bool isOn) =>
        isOn ? bits | (UInt128.One << at) : bits & ~(UInt128.One << at);
}

/// <summary>What an account has of one reserve.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public record struct AavePosition
{
    /// <summary>Its supply, scaled.</summary>
    public UInt128 ScaledSupply { get; set; }

    /// <summary>The index when its supply last changed; events tell the interest since.</summary>
    public UInt128 SupplyIndexRay { get; set; }

    /// <summary>Its debt, scaled.</summary>
    public UInt128 ScaledDebt { get; set; }

    /// <summary>The index when its debt last changed.</summary>
    public UInt128 BorrowIndexRay { get; set; }
}

/// <summary>Terms for assets whose prices move together, which replace those of the reserves.</summary>
/// <param name="LtvBps">How much can be borrowed against its collateral.</param>
/// <param name="ThresholdBps">How much debt its collateral carries; 0 when there is no such
/// category.</param>
/// <param name="BonusBps">What a liquidator gets, above 10,000.</param>
/// <param name="IsIsolated">Whether other collateral gives nothing to borrow against.</param>
/// <param name="Collateral">The reserves it is about.</param>
/// <param name="Borrowable">The reserves that can be borrowed in it.</param>
/// <param name="LtvZero">Collateral of it that gives nothing to borrow against.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct AaveCategory(
    ushort LtvBps,
    ushort ThresholdBps,
    ushort BonusBps,
    bool IsIsolated,
    UInt128 Collateral,
    UInt128 Borrowable,
    UInt128 LtvZero)
{
    internal static bool IsIn(UInt128 reserves, int reserve) => (reserves >> reserve & 1) != 0;
}

/// <summary>What an account of a pool is worth, in the base currency: dollars with 8 decimals.</summary>
/// <param name="Collateral">What backs its debts, each part rounded down.</param>
/// <param name="Debt">What it owes, each part rounded up.</param>
/// <param name="LtvBps">How much of the collateral can be borrowed, on average, rounded down.</param>
/// <param name="ThresholdBps">How much debt the collateral carries, on average, rounded down.</param>
/// <param name="HealthFactor">Debt that the collateral carries over debt, times 10¹⁸; below 1 it is
/// liquidated. The greatest number without debt.</param>
/// <param name="HasZeroLtv">Whether some collateral gives nothing to borrow against.</param>
public readonly record struct AaveAccount(
    UInt256 Collateral,
    UInt256 Debt,
    ulong LtvBps,
    ulong ThresholdBps,
    UInt256 HealthFactor,
    bool HasZeroLtv)
{
    /// <summary>What more can be borrowed, rounded down.</summary>
    public UInt256 Available => new Bps(LtvBps).MulDown(Collateral).SaturatingSub(Debt);

    internal bool IsHealthy => HealthFactor >= Wad.Scale;
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct AavePositionKey(AaveKey Reserve, Address Account);

internal readonly record struct AaveUserKey(Address Pool, Address Account);

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct AaveCategoryKey(Address Pool, byte Category);
