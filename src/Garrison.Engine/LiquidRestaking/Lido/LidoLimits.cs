using System.Runtime.InteropServices;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>What a report may say and do.</summary>
/// <param name="AppearedPerDay">How many validators may appear in a day.</param>
/// <param name="AnnualIncrease">How fast the validators' balance may grow in a year, in basis points.</param>
/// <param name="RateDeviation">How far the rate for withdrawals may be from the report's own, in basis
/// points.</param>
/// <param name="RequestMargin">How old a request must be at the report, in seconds.</param>
/// <param name="MaxPositiveRebase">By how much the rate of shares may grow, per 10⁹.</param>
/// <param name="InitialSlashing">What a slashing may cost each validator in 18 days, in 10¹⁵ wei.</param>
/// <param name="InactivityPenalties">What being offline may cost each in 54 days, in 10¹⁵ wei.</param>
/// <param name="SecondOpinionDeviation">How much less a report may say than the second opinion, in basis
/// points.</param>
/// <remarks>Source: <c>OracleReportSanityChecker.sol</c>.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LidoLimits(
    ushort AppearedPerDay,
    ushort AnnualIncrease,
    ushort RateDeviation,
    uint RequestMargin,
    ulong MaxPositiveRebase,
    ushort InitialSlashing,
    ushort InactivityPenalties,
    ushort SecondOpinionDeviation)
{
    private const ushort MaxBasisPoints = 10_000;

    /// <summary>The limits of the main network as documented; how many validators may appear in a day, and
    /// how far a second opinion may be, are examples.</summary>
    public static LidoLimits Mainnet { get; } = new(
        AppearedPerDay: 43_200,
        AnnualIncrease: 1_000,
        RateDeviation: 50,
        RequestMargin: 7_680,
        MaxPositiveRebase: 750_000,
        InitialSlashing: 1_000,
        InactivityPenalties: 101,
        SecondOpinionDeviation: 50);

    /// <summary>Whether the contract takes these limits.</summary>
    public bool IsValid => AnnualIncrease <= MaxBasisPoints
        && RateDeviation <= MaxBasisPoints
        && MaxPositiveRebase != 0
        && SecondOpinionDeviation <= MaxBasisPoints;
}
