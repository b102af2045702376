using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>The price of a collateral in a loan token, as a quotient of whole numbers: as many of the
/// loan's smallest units as one of the collateral's is worth.</summary>
/// <param name="Numerator">Above 0.</param>
/// <param name="Denominator">Above 0.</param>
public readonly record struct LoopPrice(UInt256 Numerator, UInt256 Denominator)
{
    /// <summary>What collateral is worth in the loan token, rounded down; both in smallest units.</summary>
    public UInt256 ToLoanDown(UInt256 collateral) =>
        UInt256.MulDivDown(collateral, Numerator, Denominator);

    /// <summary>How much collateral is worth a loan, rounded up; both in smallest units.</summary>
    public UInt256 ToCollateralUp(UInt256 loan) => UInt256.MulDivUp(loan, Denominator, Numerator);

    /// <summary>The quotient, rounded down.</summary>
    public Wad RatioDown => Wad.RatioDown(Numerator, Denominator);
}
