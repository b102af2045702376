using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>Between ticks and square roots of prices: √P = 1.0001^(tick/2), in units of 2⁻⁹⁶.</summary>
/// <remarks>
/// A product of rounded powers, so the last bits are those of the contract and not of the exact root. Source:
/// <c>TickMath.sol</c>; Uniswap v3 whitepaper, 6.1.
/// </remarks>
public static class TickMath
{
    /// <summary>The lowest tick.</summary>
    public const int MinTick = -MaxTick;

    /// <summary>The highest tick.</summary>
    public const int MaxTick = 887_272;

    // The logarithm is taken to 14 binary places. In units of 2⁻⁷⁸ ticks: how many ticks a doubling of the
    // square root is, and how far the result may be above and below the true one.
    private const int LogarithmPlaces = 14;
    private const int TickPlaces = 78;

    /// <summary>The square root of the price at the lowest tick: no price is below.</summary>
    public static UInt256 MinSqrtPrice { get; } = 4_295_128_739UL;

    /// <summary>The square root of the price at the highest tick: every price is below.</summary>
    public static UInt256 MaxSqrtPrice { get; } =
        UInt256.Parse("1461446703485210103287273052203988822378723970342");

    private static readonly Int128 _ticksPerDoubling = new(0x3627, 0xA301_D710_5577_4C85);
    private static readonly Int128 _errorAbove = new(0xA3, 0xD920_6ADF_C116_96BD);
    private static readonly Int128 _errorBelow = new(0x36CB, 0x7C27_A065_66A0_5157);

    // 2¹²⁸ / √1.0001^(2^i), rounded to the nearest, for i from 0 to 19.
    private static readonly UInt128[] _roots =
    [
        new(0xFFFC_B933_BD6F_AD37, 0xAA2D_162D_1A59_4001),
        new(0xFFF9_7272_373D_4132, 0x59A4_6990_580E_213A),
        new(0xFFF2_E50F_5F65_6932, 0xEF12_357C_F3C7_FDCC),
        new(0xFFE5_CACA_7E10_E4E6, 0x1C36_24EA_A094_1CD0),
        new(0xFFCB_9843_D60F_6159, 0xC9DB_5883_5C92_6644),
        new(0xFF97_3B41_FA98_C081, 0x472E_6896_DFB2_54C0),
        new(0xFF2E_A164_66C9_6A38, 0x43EC_78B3_26B5_2861),
        new(0xFE5D_EE04_6A99_A2A8, 0x11C4_61F1_969C_3053),
        new(0xFCBE_86C7_900A_88AE, 0xDCFF_C83B_479A_A3A4),
        new(0xF987_A725_3AC4_1317, 0x6F2B_074C_F781_5E54),
        new(0xF339_2B08_22B7_0005, 0x940C_7A39_8E4B_70F3),
        new(0xE715_9475_A2C2_9B74, 0x43B2_9C7F_A6E8_89D9),
        new(0xD097_F3BD_FD20_22B8, 0x845A_D8F7_92AA_5825),
        new(0xA9F7_4646_2D87_0FDF, 0x8A65_DC1F_90E0_61E5),
        new(0x70D8_69A1_56D2_A1B8, 0x90BB_3DF6_2BAF_32F7),
        new(0x31BE_135F_97D0_8FD9, 0x8123_1505_542F_CFA6),
        new(0x09AA_508B_5B7A_84E1, 0xC677_DE54_F3E9_9BC9),
        new(0x005D_6AF8_DEDB_8119, 0x6699_C329_225E_E604),
        new(0x0000_2216_E584_F5FA, 0x1EA9_2604_1BED_FE98),
        new(0x0000_0000_048A_1703, 0x91F7_DC42_444E_8FA2),
    ];

    /// <summary>The square root of the price at a tick, rounded up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tick is out of range.</exception>
    public static UInt256 SqrtPriceAt(int tick)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tick, MinTick);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tick, MaxTick);
        if (tick == 0) return Q96.Scale;

        // Below tick 0 the root is a fraction of 128 places; above it, the fraction's inverse.
        UInt128 fraction = FractionAt(Math.Abs(tick));
        if (tick < 0) return (fraction >> 32) + (unchecked((uint)fraction) == 0 ? UInt128.Zero : UInt128.One);

        UInt256 root = UInt256.MaxValue.DivDown(fraction);
        return (root >> 32) + (root.TrailingZeroCount() < 32 ? UInt256.One : UInt256.Zero);
    }

    /// <summary>The highest tick whose price is not above a price.</summary>
    /// <param name="sqrtPrice">The square root of the price, from <see cref="MinSqrtPrice"/> to below
    /// <see cref="MaxSqrtPrice"/>.</param>
    public static int TickAt(UInt256 sqrtPrice)
    {
        Int128 ticks = LogarithmOf(sqrtPrice) * _ticksPerDoubling;
        int low = (int)((ticks - _errorAbove) >> TickPlaces);
        int high = (int)((ticks + _errorBelow) >> TickPlaces);
        return low == high || SqrtPriceAt(high) > sqrtPrice ? low : high;
    }

    /// <summary>The same, for a price that came from a known tick, sooner when it is still there.</summary>
    /// <param name="sqrtPrice">The square root of the price.</param>
    /// <param name="from">The tick that it came from.</param>
    /// <param name="fell">Whether it fell from there; else it rose.</param>
    public static int TickAt(UInt256 sqrtPrice, int from, bool fell) =>
        IsWithin(sqrtPrice, from, fell) ? from : TickAt(sqrtPrice);

    /// <summary>Whether a price that came from a tick has not come to the tick's end: to its own price when
    /// it fell, to that of the next tick when it rose.</summary>
    /// <param name="sqrtPrice">The square root of the price.</param>
    /// <param name="from">The tick that it came from.</param>
    /// <param name="fell">Whether it fell from there; else it rose.</param>
    public static bool IsWithin(UInt256 sqrtPrice, int from, bool fell) => fell
        ? from >= MinTick && IsFrom(sqrtPrice - UInt256.One, from)
        : from < MaxTick && !IsFrom(sqrtPrice, from + 1);

    // Whether a price is that of a tick or above, without the quotient: ⌈⌊(2²⁵⁶ − 1) / f⌋ / 2³²⌉ ≤ p exactly
    // if 2²⁵⁶ ≤ f · (2³²·p + 1).
    private static bool IsFrom(in UInt256 sqrtPrice, int tick)
    {
        if (tick == 0) return sqrtPrice >= Q96.Scale;

        UInt256 fraction = FractionAt(Math.Abs(tick));
        UInt256 shifted = sqrtPrice << 32;
        return tick < 0
            ? shifted >= fraction
            : !UInt256.MulHigh(fraction, shifted + UInt256.One).IsZero;
    }

    private static UInt128 FractionAt(int distance)
    {
        int bits = distance;
        UInt128 fraction = _roots[int.TrailingZeroCount(bits)];
        for (bits &= bits - 1; bits != 0; bits &= bits - 1)
        {
            fraction = MulHigh(fraction, _roots[int.TrailingZeroCount(bits)]);
        }

        return fraction;
    }

    // The upper half of a product of 256 bits.
    private static UInt128 MulHigh(UInt128 x, UInt128 y)
    {
        (ulong x1, ulong x0) = ((ulong)(x >> 64), unchecked((ulong)x));
        (ulong y1, ulong y0) = ((ulong)(y >> 64), unchecked((ulong)y));
        unchecked
        {
            ulong middle = Math.BigMul(x0, y0, out _);
            ulong cross1 = Math.BigMul(x1, y0, out ulong low1);
            ulong cross0 = Math.BigMul(x0, y1, out ulong low0);
            ulong high = Math.BigMul(x1, y1, out ulong low);
            middle += low1;
            ulong carry = middle < low1 ? 1UL : 0UL;
            middle += low0;
            carry += middle < low0 ? 1UL : 0UL;
            low += cross1;
            high += low < cross1 ? 1UL : 0UL;
            low += cross0;
            high += low < cross0 ? 1UL : 0UL;
            low += carry;
            high += low < carry ? 1UL : 0UL;
            return new UInt128(high, low);
        }
    }

    // ⌊log₂ of the root, times 2¹⁴⌋: squaring the mantissa, of 128 bits, gives a place each time.
    private static Int128 LogarithmOf(UInt256 sqrtPrice)
    {
        int length = sqrtPrice.BitLength;
        UInt256 mantissa = length > 128 ? sqrtPrice >> (length - 128) : sqrtPrice << (128 - length);
        int logarithm = length - 1 - 96;
        for (int place = 0; place < LogarithmPlaces; place++)
        {
            UInt256 square = mantissa.WrappingMul(mantissa);
            int isAbove = square.BitLength == 256 ? 1 : 0;
            mantissa = square >> (127 + isAbove);
            logarithm = (logarithm * 2) + isAbove;
        }

        return logarithm;
    }
}
