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
            : MulDivWide(in x, in y, in denominator, out _);

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
            : DivideLong(in high, in low, in divisor, out quotient);
    }

    private static UInt256 DivideByLimb(ulong high, in UInt256 low, ulong divisor, out UInt256 quotient)
    {
        if (divisor == 0) throw new DivideByZeroException("The divisor is 0.");

        ulong rest = high;
        ulong limb3 = DivideLimb(rest, low._limb3, divisor, out rest);
        ulong limb2 = DivideLimb(rest, low._limb2, divisor, out rest);
        ulong limb1 = DivideLimb(rest, low._limb1, divisor, out rest);
        ulong limb0 = DivideLimb(rest, low._limb0, divisor, out rest);
        quotient = new(limb3, limb2, limb1, limb0);
        return rest;
    }

    // The same with a divisor of 128 bits: prices and liquidity mostly are, so nothing leaves the registers.
    private static UInt256 DivideByTwoLimbs(
        in UInt256 high, in UInt256 low, in UInt256 divisor, out UInt256 quotient)
    {
        int shift = BitOperations.LeadingZeroCount(divisor._limb1);
        UInt128 v = divisor.Low << shift;
        UInt128 rest = (high.Low << shift) | SpillOf(low._limb3, shift);
        ulong limb3 = DivideStep(ref rest, (low._limb3 << shift) | SpillOf(low._limb2, shift), v);
        ulong limb2 = DivideStep(ref rest, (low._limb2 << shift) | SpillOf(low._limb1, shift), v);
        ulong limb1 = DivideStep(ref rest, (low._limb1 << shift) | SpillOf(low._limb0, shift), v);
        ulong limb0 = DivideStep(ref rest, low._limb0 << shift, v);
        quotient = new(limb3, limb2, limb1, limb0);
        return rest >> shift;
    }

    // What a limb hands to the one above when it is shifted up.
    private static ulong SpillOf(ulong limb, int shift) => shift == 0 ? 0 : limb >> (64 - shift);

    // rest · 2⁶⁴ + limb, divided by v, whose top bit is set, for a rest below v; leaves the new rest.
    private static ulong DivideStep(ref UInt128 rest, ulong limb, UInt128 v)
    {
        (ulong u2, ulong u1) = ((ulong)(rest >> 64), unchecked((ulong)rest));
        (ulong v1, ulong v0) = ((ulong)(v >> 64), unchecked((ulong)v));
        if (u2 == 0 && new UInt128(u1, limb) < v)
        {
            rest = new UInt128(u1, limb);
            return 0;
        }

        ulong digit = ulong.MaxValue;
        ulong left = unchecked(u1 + v1);
        bool isTrue = u2 >= v1 && left < v1;
        if (u2 < v1) digit = DivideLimb(u2, u1, v1, out left);

        ulong high = Math.BigMul(digit, v0, out ulong low);
        while (!isTrue && (high > left || (high == left && low > limb)))
        {
            digit--;
            high = unchecked(high - (low < v0 ? 1UL : 0UL));
            low = unchecked(low - v0);
            left = unchecked(left + v1);
            isTrue = left < v1;
        }

        rest = unchecked(new UInt128(left, limb) - new UInt128(high, low));
        return digit;
    }

    // Knuth's algorithm D (The Art of Computer Programming, volume 2, 4.3.1) on limbs of 64 bits.
    private static UInt256 DivideLong(
        in UInt256 high, in UInt256 low, in UInt256 divisor, out UInt256 quotient)
    {
        int length = divisor._limb3 != 0 ? 4 : divisor._limb2 != 0 ? 3 : 2;
        int shift = BitOperations.LeadingZeroCount(divisor.Limb(length - 1));
        UInt256 scaled = divisor << shift;
        Span<ulong> v = [scaled._limb0, scaled._limb1, scaled._limb2, scaled._limb3];
        Span<ulong> u = stackalloc ulong[9];
        ShiftInto(u, in high, in low, shift);

        // Digits above the dividend's own are 0.
        int top = 8;
        while (top > length && u[top] == 0 && u[top - 1] < v[length - 1])
        {
            top--;
        }

        Span<ulong> q = stackalloc ulong[4];
        q.Clear();
        for (int j = top - length; j >= 0; j--)
        {
            ulong digit = EstimateDigit(
                u[j + length], u[j + length - 1], u[j + length - 2], v[length - 1], v[length - 2]);
            digit = SubtractMultiple(u[j..(j + length + 1)], v[..length], digit);
            if (j < 4)
            {
                q[j] = digit;
            }
        }

        quotient = new(q[3], q[2], q[1], q[0]);
        return new UInt256(
            length > 3 ? u[3] : 0, length > 2 ? u[2] : 0, u[1], u[0]) >> shift;
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
