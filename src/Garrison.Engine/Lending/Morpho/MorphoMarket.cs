using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>What a market is made of, once and for all.</summary>
/// <param name="LoanToken">What is lent.</param>
/// <param name="CollateralToken">What stands for it.</param>
/// <param name="Oracle">The feed of the collateral's price.</param>
/// <param name="Irm">The contract of the interest rate; zero for none.</param>
/// <param name="Lltv">Up to which part of the collateral's worth a loan is healthy, times 10¹⁸.</param>
public sealed record MorphoMarketParameters(
    Address LoanToken, Address CollateralToken, Address Oracle, Address Irm, UInt256 Lltv)
{
    /// <summary>The name of the market: the hash of its parameters, a word each. Source:
    /// <c>MarketParamsLib.sol</c>.</summary>
    public Hash32 Id
    {
        get
        {
            AbiWriter abi = new();
            abi.Write(LoanToken.ToUInt256());
            abi.Write(CollateralToken.ToUInt256());
            abi.Write(Oracle.ToUInt256());
            abi.Write(Irm.ToUInt256());
            abi.Write(Lltv);
            return abi.Hash();
        }
    }
}

/// <summary>The same, as it is kept.</summary>
/// <param name="LoanToken">What is lent.</param>
/// <param name="CollateralToken">What stands for it.</param>
/// <param name="Oracle">The feed of the collateral's price.</param>
/// <param name="Irm">The contract of the interest rate; zero for none.</param>
/// <param name="Lltv">Up to which part of the collateral's worth a loan is healthy, times 10¹⁸.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct MorphoTerms(
    Address LoanToken, Address CollateralToken, Address Oracle, Address Irm, UInt256 Lltv)
{
    private static readonly UInt256 _cursor = 300_000_000_000_000_000UL;
    private static readonly UInt256 _largestIncentive = 1_150_000_000_000_000_000UL;

    /// <summary>What a liquidator gets for each 10¹⁸ repaid, at the oracle's price:
    /// min(1.15, ⌊1 / (1 − ⌊0.3 · (1 − LLTV)⌋)⌋), down, for the borrower.</summary>
    public UInt256 LiquidationIncentiveDown => UInt256.Min(
        _largestIncentive,
        MorphoMath.WadDivDown(
            Wad.Scale, Wad.Scale - MorphoMath.WadMulDown(_cursor, Wad.Scale - Lltv)));
}

/// <summary>What is lent and owed in a market, as of its last update.</summary>
/// <param name="Supply">What lenders have.</param>
/// <param name="Borrow">What borrowers owe.</param>
/// <param name="LastUpdate">When interest was last added, in seconds since the Unix epoch; 0 when there is
/// no such market.</param>
/// <param name="Fee">The part of the interest that the fee recipient gets, times 10¹⁸.</param>
/// <param name="RateAtTarget">The rate model's state: the rate per second at the target utilisation, times
/// 10¹⁸; 0 before its first use.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct MorphoMarket(
    MorphoPool Supply, MorphoPool Borrow, ulong LastUpdate, ulong Fee, ulong RateAtTarget)
{
    /// <summary>Whether there is such a market.</summary>
    public bool Exists => LastUpdate != 0;

    /// <summary>Whether more is owed than was lent.</summary>
    public bool IsShort => Borrow.Assets > Supply.Assets;

    /// <summary>⌊owed · 10¹⁸ / lent⌋; 0 when nothing is lent.</summary>
    public UInt256 UtilizationDown => Supply.Assets == 0
        ? UInt256.Zero
        : MorphoMath.WadDivDown(Borrow.Assets, Supply.Assets);
}

/// <summary>What an account has in a market.</summary>
/// <param name="SupplyShares">Shares of what is lent.</param>
/// <param name="BorrowShares">Shares of what is owed.</param>
/// <param name="Collateral">In the collateral token's smallest unit.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct MorphoPosition(
    UInt128 SupplyShares, UInt128 BorrowShares, UInt128 Collateral);

/// <summary>Where Morpho is, and who runs it.</summary>
/// <param name="Contract">Its address; zero when there is none.</param>
/// <param name="Owner">Who enables rate models and loan-to-values, and sets fees.</param>
/// <param name="FeeRecipient">Who gets them.</param>
public readonly record struct MorphoDeployment(Address Contract, Address Owner, Address FeeRecipient);

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct MorphoAccount(Hash32 Market, Address Account);

internal readonly record struct MorphoAuthorization(Address Authorizer, Address Authorized);
