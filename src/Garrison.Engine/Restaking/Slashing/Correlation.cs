using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>Penalties that grow with the number of those who fail together.</summary>
public static class Correlation
{
    /// <summary>The part of the stake that equivocation costs each of k offenders among n: min(1, (3k /
    /// n)²), rounded down for the offender.</summary>
    /// <remarks>One mistake alone costs almost nothing, a third together everything. Source: Polkadot,
    /// <c>slash_fraction</c> of its equivocation offences, which rounds 3k / n and the square to
    /// 10⁻⁹.</remarks>
    /// <param name="offenders">k.</param>
    /// <param name="operators">n, above 0.</param>
    /// <exception cref="DivideByZeroException">There are no operators.</exception>
    public static Wad FractionDown(uint offenders, uint operators)
    {
        UInt256 thrice = (UInt256)offenders * 3UL;
        if (operators != 0 && thrice >= (ulong)operators) return Wad.One;

        return Wad.RatioDown(thrice * thrice, (UInt256)operators * (ulong)operators);
    }
}
