using System.Runtime.CompilerServices;

namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    /// <inheritdoc/>
    public static UInt256 operator *(UInt256 left, UInt256 right)
    {
        if ((left._limb2 | left._limb3 | right._limb2 | right._limb3) == 0)
        {
            return MultiplyNarrow(left._limb1, left._limb0, right._limb1, right._limb0);
        }

        Product product = Multiply(in left, in right);
        return product.High.IsZero
            ? product.Low
            : throw new OverflowException("UInt256 multiplication overflows.");
    }

    /// <summary>The lower 256 bits of a product; false when it has more.</summary>
    public static bool TryMultiply(in UInt256 x, in UInt256 y, out UInt256 product)
    {
        Product full = Multiply(in x, in y);
        product = full.Low;
        return full.High.IsZero;
    }

    /// <summary>(this · <paramref name="other"/>) mod 2²⁵⁶.</summary>
    public UInt256 WrappingMul(UInt256 other) => Multiply(in this, in other).Low;

    /// <summary>⌊<paramref name="x"/> · <paramref name="y"/> / 2²⁵⁶⌋: what does not fit of a
    /// product.</summary>
    public static UInt256 MulHigh(in UInt256 x, in UInt256 y) => Multiply(in x, in y).High;

    /// <summary>this to a power, by squaring.</summary>
    /// <exception cref="OverflowException">The result is 2²⁵⁶ or more.</exception>
    public UInt256 Pow(uint exponent)
    {
        UInt256 result = One;
        UInt256 factor = this;
        for (uint left = exponent; left != 0; left >>= 1)
        {
            if ((left & 1) != 0)
            {
                result *= factor;
            }

            if (left > 1)
            {
                factor *= factor;
            }
        }

        return result;
    }

    // 512 bits. Amounts and factors mostly fit 128 bits each, and then four products do.
    private static Product Multiply(in UInt256 x, in UInt256 y)
    {
        if ((x._limb2 | x._limb3 | y._limb2 | y._limb3) == 0)
        {
            return new Product(Zero, MultiplyNarrow(x._limb1, x._limb0, y._limb1, y._limb0));
        }

        if ((y._limb1 | y._limb2 | y._limb3) == 0) return MultiplyByLimb(in x, y._limb0);

        ulong p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0, p7 = 0;
        AddMultiple(x._limb0, in y, ref p0, ref p1, ref p2, ref p3, ref p4);
        AddMultiple(x._limb1, in y, ref p1, ref p2, ref p3, ref p4, ref p5);
        AddMultiple(x._limb2, in y, ref p2, ref p3, ref p4, ref p5, ref p6);
        AddMultiple(x._limb3, in y, ref p3, ref p4, ref p5, ref p6, ref p7);
        return new Product(new UInt256(p7, p6, p5, p4), new UInt256(p3, p2, p1, p0));
    }

    // Adds factor · y where the factor's place begins; nothing is above it yet.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddMultiple(
        ulong factor,
        in UInt256 y,
        ref ulong p0,
        ref ulong p1,
        ref ulong p2,
        ref ulong p3,
        ref ulong p4)
    {
        if (factor == 0) return;

        ulong carry = 0;
        p0 = MultiplyAdd(factor, y._limb0, p0, ref carry);
        p1 = MultiplyAdd(factor, y._limb1, p1, ref carry);
        p2 = MultiplyAdd(factor, y._limb2, p2, ref carry);
        p3 = MultiplyAdd(factor, y._limb3, p3, ref carry);
        p4 = carry;
    }

    private static Product MultiplyByLimb(in UInt256 x, ulong y)
    {
        ulong carry = 0;
        ulong limb0 = MultiplyAdd(x._limb0, y, 0, ref carry);
        ulong limb1 = MultiplyAdd(x._limb1, y, 0, ref carry);
        ulong limb2 = MultiplyAdd(x._limb2, y, 0, ref carry);
        ulong limb3 = MultiplyAdd(x._limb3, y, 0, ref carry);
        return new Product(carry, new UInt256(limb3, limb2, limb1, limb0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 MultiplyNarrow(ulong x1, ulong x0, ulong y1, ulong y0)
    {
        ulong limb1 = Math.BigMul(x0, y0, out ulong limb0);
        if ((x1 | y1) == 0) return new(0, 0, limb1, limb0);

        ulong crossHigh = Math.BigMul(x1, y0, out ulong crossLow);
        ulong carry = 0;
        limb1 = AddLimb(limb1, crossLow, ref carry);
        ulong limb2 = AddLimb(crossHigh, 0, ref carry);
        crossHigh = Math.BigMul(x0, y1, out crossLow);
        ulong carry2 = 0;
        limb1 = AddLimb(limb1, crossLow, ref carry2);
        limb2 = AddLimb(limb2, crossHigh, ref carry2);
        ulong topHigh = Math.BigMul(x1, y1, out ulong topLow);
        ulong carry3 = 0;
        limb2 = AddLimb(limb2, topLow, ref carry3);
        return new(unchecked(topHigh + carry + carry2 + carry3), limb2, limb1, limb0);
    }

    // x · y + addend + carry fits 128 bits; the upper half is the new carry.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MultiplyAdd(ulong x, ulong y, ulong addend, ref ulong carry)
    {
        ulong high = Math.BigMul(x, y, out ulong low);
        ulong over = 0;
        low = AddLimb(low, addend, ref over);
        ulong over2 = 0;
        low = AddLimb(low, carry, ref over2);
        carry = unchecked(high + over + over2);
        return low;
    }

    private readonly record struct Product(UInt256 High, UInt256 Low);
}
