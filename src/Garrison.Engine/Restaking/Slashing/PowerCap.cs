using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>Limits what part of the whole power one operator has, and gives the rest to those with
/// less.</summary>
/// <remarks>Source: Cosmos Interchain Security, <c>NoMoreThanPercentOfTheSum</c> of the provider.</remarks>
public static class PowerCap
{
    /// <summary>The powers with none above max = max(1, ⌊sum · percent / 100⌋), the largest
    /// first.</summary>
    /// <remarks>
    /// What stands above max is handed out from the largest power below it to the smallest: each gets an
    /// equal part of what is left, rounded down, or as much as it can hold. The sum stays the same if it is
    /// at most max times the number of powers; else every power becomes max. Equal powers go by address,
    /// and can end one unit apart, the later above.
    /// </remarks>
    /// <param name="powers">Who has how much.</param>
    /// <param name="percent">The largest part of the sum, in percent; 0 for no limit.</param>
    /// <exception cref="OverflowException">The sum does not fit in 256 bits.</exception>
    public static PowerShare[] Shape(IReadOnlyList<PowerShare> powers, uint percent)
    {
        PowerShare[] shaped = [.. powers];
        Array.Sort(shaped, static (left, right) => right.Power == left.Power
            ? left.Holder.CompareTo(right.Holder)
            : right.Power.CompareTo(left.Power));

        UInt256 max = Largest(shaped, percent);
        (UInt256 excess, ulong below) = Excess(shaped, max);
        for (int i = 0; i < shaped.Length; i++)
        {
            UInt256 power = shaped[i].Power;
            if (power >= max)
            {
                shaped[i] = shaped[i] with { Power = max };
                continue;
            }

            UInt256 given = UInt256.Min(excess.DivDown(below), max - power);
            shaped[i] = shaped[i] with { Power = power + given };
            excess -= given;
            below--;
        }

        return shaped;
    }

    private static UInt256 Largest(ReadOnlySpan<PowerShare> powers, uint percent)
    {
        if (percent == 0) return UInt256.MaxValue;

        UInt256 sum = UInt256.Zero;
        foreach (PowerShare share in powers)
        {
            sum += share.Power;
        }

        return UInt256.Max(UInt256.One, UInt256.MulDivDown(sum, (ulong)percent, 100UL));
    }

    private static (UInt256 Excess, ulong Below) Excess(ReadOnlySpan<PowerShare> powers, UInt256 max)
    {
        UInt256 excess = UInt256.Zero;
        ulong below = 0;
        foreach (PowerShare share in powers)
        {
            excess += share.Power.SaturatingSub(max);
            below += share.Power < max ? 1UL : 0UL;
        }

        return (excess, below);
    }
}

/// <summary>How much power someone has.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Power">How much.</param>
public readonly record struct PowerShare(Address Holder, UInt256 Power);
