using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What a floor of PostgreSQL's division gives for whole numbers, without the digits
/// between.</summary>
/// <remarks>The same as the floor of <see cref="PgNumeric"/>'s quotient; many times faster.</remarks>
public static class PgDivision
{
    /// <summary>Proportions are cut after fifteen digits.</summary>
    public const ulong Whole = 1_000_000_000_000_000;

    private const int WholeDigits = 15;
    private const int SignificantDigitsMin = 16;
    private const int DigitsMax = 77;

    private static readonly UInt256[] _powersOfGroup = [.. Powers(10_000, 20)];
    private static readonly UInt256[] _powersOfTen = [.. Powers(10, DigitsMax + 1)];

    /// <summary>FLOOR(a / b): the quotient is rounded to PostgreSQL's scale first, so it may be one above
    /// the exact floor.</summary>
    /// <exception cref="DivideByZeroException">b is 0.</exception>
    public static UInt256 Floor(UInt256 a, UInt256 b)
    {
        UInt256 floor = a.DivDown(b);
        UInt256 missing = b - a.WrappingSub(floor.WrappingMul(b));
        return missing <= b >> 1 && RoundsUp(missing, b, Scale(Leading(a), Leading(b)))
            ? floor + UInt256.One
            : floor;
    }

    /// <summary>FLOOR((weight / total) · 10¹⁵): a share of the whole, in 10⁻¹⁵.</summary>
    /// <param name="weight">At most the total.</param>
    /// <param name="total">Of all; above 0.</param>
    public static ulong Proportion(UInt256 weight, UInt256 total) => new Total(total).Proportion(weight);

    /// <summary>FLOOR(proportion · amount), exactly.</summary>
    public static UInt256 Part(ulong proportion, UInt256 amount) =>
        UInt256.MulDivDown(amount, proportion, Whole);

    private static int Scale((int Weight, uint Group) a, (int Weight, uint Group) b)
    {
        int weight = a.Weight - b.Weight - (a.Group <= b.Group ? 1 : 0);
        return Math.Max(SignificantDigitsMin - (4 * weight), 0);
    }

    // Whether what is missing to the next whole number is at most half a unit of the last digit kept.
    private static bool RoundsUp(UInt256 missing, UInt256 divisor, int digits) => digits == 0
        ? missing <= divisor >> 1
        : digits < DigitsMax && missing <= divisor.DivDown(_powersOfTen[digits] * 2UL);

    private static (int Weight, uint Group) Leading(UInt256 value)
    {
        if (value.IsZero) return (0, 0);

        // A group is 13.29 bits; the guess is right or one too low.
        int weight = (value.BitLength - 1) * 100 / 1329;
        if (weight + 1 < _powersOfGroup.Length && value >= _powersOfGroup[weight + 1]) weight++;

        return (weight, (uint)value.DivDown(_powersOfGroup[weight]).TruncateToUInt64());
    }

    private static IEnumerable<UInt256> Powers(ulong @base, int count)
    {
        UInt256 power = UInt256.One;
        for (int i = 0; i < count; i++)
        {
            yield return power;
            if (i < count - 1) power *= @base;
        }
    }

    /// <summary>A total that many weights are divided by.</summary>
    public readonly struct Total
    {
        private readonly UInt256 _total;
        private readonly UInt256 _near;
        private readonly (int Weight, uint Group) _leading;

        /// <summary>Prepares a total above 0.</summary>
        public Total(UInt256 total)
        {
            _total = total;
            _leading = Leading(total);

            // A quotient below 1 has sixteen digits at least, one more than are kept.
            _near = total.DivDown(20UL);
        }

        /// <summary>FLOOR((weight / total) · 10¹⁵): a share of the whole, in 10⁻¹⁵.</summary>
        /// <param name="weight">At most the total.</param>
        public ulong Proportion(in UInt256 weight)
        {
            UInt256 floor = UInt256.MulDivDown(weight, Whole, _total);
            UInt256 rest = weight.WrappingMul(Whole).WrappingSub(floor.WrappingMul(_total));
            UInt256 missing = _total - rest;
            bool isUp = missing <= _near
                && RoundsUp(missing, _total, Scale(PgDivision.Leading(weight), _leading) - WholeDigits);
            return floor.ToUInt64() + (isUp ? 1UL : 0);
        }
    }
}
