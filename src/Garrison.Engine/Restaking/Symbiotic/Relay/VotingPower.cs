using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Relay;

/// <summary>Turns the stake that an operator has in a vault into voting power.</summary>
/// <param name="vault">In which vault.</param>
/// <param name="stake">The stake, in the collateral's smallest unit.</param>
public delegate UInt256 VotingPowerCalculator(Address vault, UInt256 stake);

/// <summary>The ways in which networks weigh stake.</summary>
/// <remarks>
/// Source: <c>EqualStakeVPCalc.sol</c>, <c>NormalizedTokenDecimalsVPCalc.sol</c>,
/// <c>WeightedTokensVPCalc.sol</c>, <c>WeightedVaultsVPCalc.sol</c> of symbioticfi/relay-contracts. Equal
/// stake is the stake itself. A weight multiplies and is not divided out again, so powers compare only within
/// one way.
/// </remarks>
public static class VotingPowerOf
{
    /// <summary>The decimals that all tokens are brought to.</summary>
    public const int BaseDecimals = 18;

    /// <summary>The weight of a token that was given none; at most its square can be given.</summary>
    public static UInt256 DefaultTokenWeight { get; } = 1_000_000_000_000UL;

    /// <summary>The weight of a vault that was given none; at most its square can be given.</summary>
    public static UInt256 DefaultVaultWeight { get; } = 10_000UL;

    /// <summary>stake · 10^(18 − decimals), rounded down where that is a quotient.</summary>
    /// <exception cref="OverflowException">The power does not fit in 256 bits.</exception>
    public static UInt256 NormalizedDown(UInt256 stake, int decimals)
    {
        UInt256 scale = ((UInt256)10UL).Pow((uint)Math.Abs(BaseDecimals - decimals));
        return decimals <= BaseDecimals ? stake * scale : stake.DivDown(scale);
    }

    /// <summary>The normalised stake times the weight of its token.</summary>
    /// <exception cref="OverflowException">The power does not fit in 256 bits.</exception>
    public static UInt256 WeightedTokenDown(UInt256 stake, int decimals, UInt256 weight) =>
        NormalizedDown(stake, decimals) * weight;

    /// <summary>The stake times the weight of its vault.</summary>
    /// <exception cref="OverflowException">The power does not fit in 256 bits.</exception>
    public static UInt256 WeightedVault(UInt256 stake, UInt256 weight) => stake * weight;
}
