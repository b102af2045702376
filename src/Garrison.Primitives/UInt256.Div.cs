using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    /// <summary>⌊<paramref name="x"/> · <paramref name="y"/> / <paramref name="denominator"/>⌋,
    /// with the product taken in full, 512 bits wide.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The quotient does not fit in 256 bits.</exception>
    public static UInt256 MulDivDown(in UInt256 x, in UInt256 y, in UInt256 denominator) =>
        AreNarrow(in x, in y, in denominator)
            ? MulDivNarrow(in x, y._limb0, denominator._limb0, out _)
            : AreHalves(in x, in y, in denominator)
                ? MulDivHalves(in x, in y, in denominator)
                : MulDivWide(in x, in y, in denominator, out _);

    /// <summary>⌊<paramref name="x"/> · <paramref name="y"/> / <paramref name="denominator"/>⌋ as two checked
    /// steps have it: the product itself must fit in 256 bits.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The product does not fit in 256 bits.</exception>
    public static UInt256 CheckedMulDivDown(in UInt256 x, in UInt256 y, in UInt256 denominator) =>
        AreHalves(in x, in y, in denominator)
            ? MulDivHalves(in x, in y, in denominator)
            : (x * y).DivDown(denominator);

    /// <summary>⌊(<paramref name="x"/> · <paramref name="y"/> + <paramref name="addend"/>) /
    /// <paramref name="denominator"/>⌋, where what is divided must fit in 256 bits.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">What is divided does not fit in 256 bits.</exception>
    public static UInt256 MulAddDivDown(
        in UInt256 x, in UInt256 y, in UInt256 addend, in UInt256 denominator)
    {
        if (!AreHalves(in x, in y, in denominator)) return ((x * y) + addend).DivDown(denominator);

        UInt256 product = MultiplyNarrow(x._limb1, x._limb0, y._limb1, y._limb0);
        UInt256 sum = Add(in product, in addend, out ulong carry);
        return carry == 0
            ? DivideByTwoLimbs(default, in sum, in denominator, out _, out _)
            : throw new OverflowException("UInt256 addition overflows.");
    }

    /// <summary>⌈<paramref name="x"/> · <paramref name="y"/> / <paramref name="denominator"/>⌉,
    /// with the product taken in full, 512 bits wide.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The quotient does not fit in 256 bits.</exception>
    public static UInt256 MulDivUp(in UInt256 x, in UInt256 y, in UInt256 denominator)
    {
        if (AreNarrow(in x, in y, in denominator))
        {
            UInt256 narrow = MulDivNarrow(in x, y._limb0, denominator._limb0, out ulong rest);
            return rest == 0 ? narrow : narrow + One;
        }

        UInt256 wide = MulDivWide(in x, in y, in denominator, out UInt256 remainder);
        return remainder.IsZero ? wide : wide + One;
    }

    /// <summary><paramref name="x"/> · <paramref name="y"/> / <paramref name="denominator"/> to the nearest
    /// integer, halves up, with the product taken in full, 512 bits wide.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The quotient does not fit in 256 bits.</exception>
    public static UInt256 MulDivHalfUp(in UInt256 x, in UInt256 y, in UInt256 denominator)
    {
        if (AreNarrow(in x, in y, in denominator))
        {
            UInt256 narrow = MulDivNarrow(in x, y._limb0, denominator._limb0, out ulong rest);
            return rest < denominator._limb0 - rest ? narrow : narrow + One;
        }

        UInt256 down = MulDivWide(in x, in y, in denominator, out UInt256 remainder);
        return remainder < denominator.WrappingSub(remainder) ? down : down + One;
    }

    /// <summary>(<paramref name="x"/> · <paramref name="y"/>) mod <paramref name="modulus"/>, the product in
    /// full.</summary>
    /// <exception cref="DivideByZeroException">The modulus is 0.</exception>
    public static UInt256 MulMod(UInt256 x, UInt256 y, UInt256 modulus)
    {
        Product product = Multiply(in x, in y);
        return Divide(product.High.Mod(modulus), product.Low, in modulus, out _);
    }

    /// <summary>⌊this / <paramref name="other"/>⌋.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public UInt256 DivDown(UInt256 other)
    {
        _ = Divide(Zero, in this, in other, out UInt256 quotient);
        return quotient;
    }

    /// <summary>⌈this / <paramref name="other"/>⌉.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public UInt256 DivUp(UInt256 other)
    {
        UInt256 remainder = Divide(Zero, in this, in other, out UInt256 quotient);
        return remainder.IsZero ? quotient : quotient + One;
    }

    /// <summary>this − other · ⌊this / other⌋.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public UInt256 Mod(UInt256 other) => Divide(Zero, in this, in other, out _);

    // The common case of shares times a factor over 10¹⁸: 128 by 64 bits, over 64.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNarrow(in UInt256 x, in UInt256 y, in UInt256 denominator) =>
        (x._limb2 | x._limb3 | y._limb1 | y._limb2 | y._limb3
            | denominator._limb1 | denominator._limb2 | denominator._limb3) == 0;

    private static UInt256 MulDivWide(
        in UInt256 x, in UInt256 y, in UInt256 denominator, out UInt256 remainder)
    {
        Product product = Multiply(in x, in y);
        if (product.High >= denominator)
        {
            if (denominator.IsZero) throw new DivideByZeroException("The denominator is 0.");

            throw new OverflowException("The quotient needs more than 256 bits.");
        }

        remainder = Divide(product.High, product.Low, in denominator, out UInt256 quotient);
        return quotient;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 MulDivNarrow(in UInt256 x, ulong y, ulong denominator, out ulong remainder)
    {
        ulong middle = Math.BigMul(x._limb0, y, out ulong low);
        ulong high = 0;
        if (x._limb1 != 0)
        {
            high = Math.BigMul(x._limb1, y, out ulong cross);
            middle = unchecked(middle + cross);
            high = unchecked(high + (middle < cross ? 1UL : 0UL));
        }

        if (high >= denominator) return MulDivTall(high, middle, low, denominator, out remainder);

        ulong limb1 = 0;
        if (high != 0 || middle >= denominator)
        {
            limb1 = DivideLimb(high, middle, denominator, out middle);
        }

        ulong limb0 = DivideLimb(middle, low, denominator, out remainder);
        return new(0, 0, limb1, limb0);
    }

    // The quotient of 192 by 64 bits that needs a third limb; a denominator of 0 ends here too.
    private static UInt256 MulDivTall(
        ulong high, ulong middle, ulong low, ulong denominator, out ulong remainder)
    {
        if (denominator == 0) throw new DivideByZeroException("The denominator is 0.");

        (ulong limb2, ulong rest) = Math.DivRem(high, denominator);
        ulong limb1 = DivideLimb(rest, middle, denominator, out rest);
        ulong limb0 = DivideLimb(rest, low, denominator, out remainder);
        return new(0, limb2, limb1, limb0);
    }

    // (high · 2²⁵⁶ + low) / divisor for high below the divisor; returns the remainder.
    private static UInt256 Divide(in UInt256 high, in UInt256 low, in UInt256 divisor, out UInt256 quotient)
    {
        if ((divisor._limb1 | divisor._limb2 | divisor._limb3) == 0)
        {
            return DivideByLimb(high._limb0, in low, divisor._limb0, out quotient);
        }

        if (high.IsZero && low < divisor)
        {
            quotient = Zero;
            return low;
        }

        return (divisor._limb2 | divisor._limb3) == 0
            ? DivideByTwoLimbs(in high, in low, in divisor, out quotient)
            : divisor._limb3 == 0
            ? DivideByThreeLimbs(in high, in low, in divisor, out quotient)
            : DivideByFourLimbs(in high, in low, in divisor, out quotient);
    }

    private static UInt256 DivideByLimb(ulong high, in UInt256 low, ulong divisor, out UInt256 quotient)
    {
        if (divisor == 0) throw new DivideByZeroException("The divisor is 0.");

        ulong rest = high;
        ulong limb3 = 0;
        ulong limb2 = 0;
        if ((high | low._limb3 | low._limb2) != 0)
        {
            limb3 = DivideLimb(rest, low._limb3, divisor, out rest);
            limb2 = DivideLimb(rest, low._limb2, divisor, out rest);
        }

        ulong limb1 = DivideLimb(rest, low._limb1, divisor, out rest);
        ulong limb0 = DivideLimb(rest, low._limb0, divisor, out rest);
        quotient = new(limb3, limb2, limb1, limb0);
        return rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreHalves(in UInt256 x, in UInt256 y, in UInt256 denominator) =>
        (x._limb2 | x._limb3 | y._limb2 | y._limb3 | denominator._limb2 | denominator._limb3) == 0
            && denominator._limb1 != 0;

    // 128 by 128 bits, over 65 to 128. Kept in registers: numbers that go through memory limb by limb and
    // come back whole make the processor wait.
    private static UInt256 MulDivHalves(in UInt256 x, in UInt256 y, in UInt256 denominator)
    {
        UInt256 product = MultiplyNarrow(x._limb1, x._limb0, y._limb1, y._limb0);
        return DivideByTwoLimbs(default, in product, in denominator, out _, out _);
    }

    private static UInt256 DivideByTwoLimbs(
        in UInt256 high, in UInt256 low, in UInt256 divisor, out UInt256 quotient)
    {
        quotient = DivideByTwoLimbs(in high, in low, in divisor, out ulong rest1, out ulong rest0);
        return new(0, 0, rest1, rest0);
    }

    // Knuth's algorithm D, unrolled for a divisor of 65 to 128 bits: balances of pools are such.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 DivideByTwoLimbs(
        in UInt256 high, in UInt256 low, in UInt256 divisor, out ulong remainder1, out ulong remainder0)
    {
        int shift = BitOperations.LeadingZeroCount(divisor._limb1);
        ulong v1 = ShiftLimb(divisor._limb1, divisor._limb0, shift);
        ulong v0 = divisor._limb0 << shift;
        ulong rest1 = ShiftLimb(high._limb1, high._limb0, shift);
        ulong rest0 = ShiftLimb(high._limb0, low._limb3, shift);
        ulong limb3 = DigitOfTwoLimbs(
            ref rest1, ref rest0, ShiftLimb(low._limb3, low._limb2, shift), v1, v0);
        ulong limb2 = DigitOfTwoLimbs(
            ref rest1, ref rest0, ShiftLimb(low._limb2, low._limb1, shift), v1, v0);
        ulong limb1 = DigitOfTwoLimbs(
            ref rest1, ref rest0, ShiftLimb(low._limb1, low._limb0, shift), v1, v0);
        ulong limb0 = DigitOfTwoLimbs(ref rest1, ref rest0, low._limb0 << shift, v1, v0);
        remainder1 = rest1 >> shift;
        remainder0 = (rest0 >> shift) | (rest1 << 1 << (63 - shift));
        return new(limb3, limb2, limb1, limb0);
    }

    // The upper limb of two that are moved up by less than a limb.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ShiftLimb(ulong limb, ulong lower, int shift) =>
        (limb << shift) | (lower >> 1 >> (63 - shift));

    // (rest · 2⁶⁴ + next) / divisor for rest below the divisor, whose top bit is set. The first digits are
    // mostly 0, since dividends are seldom so long.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong DigitOfTwoLimbs(ref ulong rest1, ref ulong rest0, ulong next, ulong v1, ulong v0)
    {
        if (rest1 == 0 && rest0 < v1)
        {
            (rest1, rest0) = (rest0, next);
            return 0;
        }

        return NonZeroDigitOfTwoLimbs(ref rest1, ref rest0, next, v1, v0);
    }

    // An estimate by the upper limbs is at most two too large; each one too many shows in the lower limb.
    private static ulong NonZeroDigitOfTwoLimbs(
        ref ulong rest1, ref ulong rest0, ulong next, ulong v1, ulong v0)
    {
        unchecked
        {
            ulong digit = ulong.MaxValue;
            ulong left = rest0 + v1;
            bool isExact = rest1 == v1 && left < v1;
            if (rest1 != v1) digit = DivideLimb(rest1, rest0, v1, out left);

            ulong high = Math.BigMul(digit, v0, out ulong low);
            while (!isExact && (high > left || (high == left && low > next)))
            {
                digit--;
                high -= low < v0 ? 1UL : 0UL;
                low -= v0;
                left += v1;
                isExact = left < v1;
            }

            rest1 = left - high - (next < low ? 1UL : 0UL);
            rest0 = next - low;
            return digit;
        }
    }

    // The same for a divisor of 129 to 192 bits: liquidity times 2⁹⁶ is such.
    private static UInt256 DivideByThreeLimbs(
        in UInt256 high, in UInt256 low, in UInt256 divisor, out UInt256 quotient)
    {
        int shift = BitOperations.LeadingZeroCount(divisor._limb2);
        ulong v2 = ShiftLimb(divisor._limb2, divisor._limb1, shift);
        ulong v1 = ShiftLimb(divisor._limb1, divisor._limb0, shift);
        ulong v0 = divisor._limb0 << shift;
        ulong rest2 = ShiftLimb(high._limb2, high._limb1, shift);
        ulong rest1 = ShiftLimb(high._limb1, high._limb0, shift);
        ulong rest0 = ShiftLimb(high._limb0, low._limb3, shift);
        ulong limb3 = DigitOfThreeLimbs(
            ref rest2, ref rest1, ref rest0, ShiftLimb(low._limb3, low._limb2, shift), v2, v1, v0);
        ulong limb2 = DigitOfThreeLimbs(
            ref rest2, ref rest1, ref rest0, ShiftLimb(low._limb2, low._limb1, shift), v2, v1, v0);
        ulong limb1 = DigitOfThreeLimbs(
            ref rest2, ref rest1, ref rest0, ShiftLimb(low._limb1, low._limb0, shift), v2, v1, v0);
        ulong limb0 = DigitOfThreeLimbs(
            ref rest2, ref rest1, ref rest0, low._limb0 << shift, v2, v1, v0);
        quotient = new(limb3, limb2, limb1, limb0);
        return new(
            0,
            rest2 >> shift,
            (rest1 >> shift) | (rest2 << 1 << (63 - shift)),
            (rest0 >> shift) | (rest1 << 1 << (63 - shift)));
    }

    // (rest · 2⁶⁴ + next) / divisor for rest below the divisor, whose top bit is set.
    private static ulong DigitOfThreeLimbs(
        ref ulong rest2, ref ulong rest1, ref ulong rest0, ulong next, ulong v2, ulong v1, ulong v0)
    {
        if (rest2 == 0 && rest1 < v2)
        {
            (rest2, rest1, rest0) = (rest1, rest0, next);
            return 0;
        }

        ulong digit = EstimateDigit(rest2, rest1, rest0, v2, v1);
        ulong carry = 0;
        ulong borrow = 0;
        ulong left0 = SubtractLimb(next, MultiplyAdd(digit, v0, 0, ref carry), ref borrow);
        ulong left1 = SubtractLimb(rest0, MultiplyAdd(digit, v1, 0, ref carry), ref borrow);
        ulong left2 = SubtractLimb(rest1, MultiplyAdd(digit, v2, 0, ref carry), ref borrow);
        ulong top = SubtractLimb(rest2, carry, ref borrow);
        while (borrow != 0)
        {
            digit--;
            ulong over = 0;
            left0 = AddLimb(left0, v0, ref over);
            left1 = AddLimb(left1, v1, ref over);
            left2 = AddLimb(left2, v2, ref over);
            top = AddLimb(top, 0, ref over);
            borrow -= over;
        }

        (rest2, rest1, rest0) = (left2, left1, left0);
        return digit;
    }

    // Knuth's algorithm D (The Art of Computer Programming, volume 2, 4.3.1) on limbs of 64 bits.
    private static UInt256 DivideByFourLimbs(
        in UInt256 high, in UInt256 low, in UInt256 divisor, out UInt256 quotient)
    {
        const int Length = 4;
        int shift = BitOperations.LeadingZeroCount(divisor._limb3);
        UInt256 scaled = divisor << shift;
        Span<ulong> v = [scaled._limb0, scaled._limb1, scaled._limb2, scaled._limb3];
        Span<ulong> u = stackalloc ulong[(2 * Length) + 1];
        ShiftInto(u, in high, in low, shift);

        Span<ulong> q = stackalloc ulong[Length];
        for (int j = Length - 1; j >= 0; j--)
        {
            Span<ulong> part = u[j..(j + Length + 1)];
            bool isBelow = part[4] == 0 && part[3] < v[3];
            q[j] = isBelow
                ? 0
                : SubtractMultiple(part, v, EstimateDigit(part[4], part[3], part[2], v[3], v[2]));
        }

        quotient = new(q[3], q[2], q[1], q[0]);
        return new UInt256(u[3], u[2], u[1], u[0]) >> shift;
    }

    private static void ShiftInto(Span<ulong> limbs, in UInt256 high, in UInt256 low, int shift)
    {
        UInt256 shiftedLow = low << shift;
        UInt256 spill = shift == 0 ? Zero : low >> (256 - shift);
        UInt256 shiftedHigh = (high << shift) | spill;
        limbs[0] = shiftedLow._limb0;
        limbs[1] = shiftedLow._limb1;
        limbs[2] = shiftedLow._limb2;
        limbs[3] = shiftedLow._limb3;
        limbs[4] = shiftedHigh._limb0;
        limbs[5] = shiftedHigh._limb1;
        limbs[6] = shiftedHigh._limb2;
        limbs[7] = shiftedHigh._limb3;
        limbs[8] = shift == 0 ? 0 : high._limb3 >> (64 - shift);
    }

    // A digit of the quotient, at most one too large. The divisor's top bit is set.
    private static ulong EstimateDigit(ulong u2, ulong u1, ulong u0, ulong v1, ulong v0)
    {
        if (u2 >= v1) return ulong.MaxValue;

        ulong digit = DivideLimb(u2, u1, v1, out ulong rest);
        while (true)
        {
            ulong productHigh = Math.BigMul(digit, v0, out ulong productLow);
            if (productHigh < rest || (productHigh == rest && productLow <= u0)) return digit;

            digit--;
            ulong next = unchecked(rest + v1);
            if (next < rest) return digit;

            rest = next;
        }
    }

    // u −= digit · v, and back once by v for each digit that was too much; returns the true digit.
    private static ulong SubtractMultiple(Span<ulong> u, ReadOnlySpan<ulong> v, ulong digit)
    {
        ulong carry = 0;
        ulong borrow = 0;
        for (int i = 0; i < v.Length; i++)
        {
            ulong product = MultiplyAdd(digit, v[i], 0, ref carry);
            u[i] = SubtractLimb(u[i], product, ref borrow);
        }

        u[v.Length] = SubtractLimb(u[v.Length], carry, ref borrow);
        while (borrow != 0)
        {
            digit--;
            ulong over = 0;
            for (int i = 0; i < v.Length; i++)
            {
                u[i] = AddLimb(u[i], v[i], ref over);
            }

            u[v.Length] = AddLimb(u[v.Length], 0, ref over);
            borrow -= over;
        }

        return digit;
    }

    // (high · 2⁶⁴ + low) / divisor for high below the divisor: one instruction where there is one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong DivideLimb(ulong high, ulong low, ulong divisor, out ulong remainder)
    {
        if (X86Base.X64.IsSupported)
        {
            (ulong quotient, remainder) = X86Base.X64.DivRem(low, high, divisor);
            return quotient;
        }

        return DivideLimbPortable(high, low, divisor, out remainder);
    }

    /// <summary>The division of 128 by 64 bits for processors that have no instruction for it.</summary>
    internal static ulong DivideLimbPortable(ulong high, ulong low, ulong divisor, out ulong remainder)
    {
        (UInt128 quotient, UInt128 rest) = UInt128.DivRem(new UInt128(high, low), divisor);
        remainder = (ulong)rest;
        return (ulong)quotient;
    }
}
