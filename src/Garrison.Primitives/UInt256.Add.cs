using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    // Sums and comparisons are compiled into their callers, where the limbs stay in registers: a number that
    // goes through memory limb by limb and comes back whole makes the processor wait longer than it adds.

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 operator +(UInt256 left, UInt256 right)
    {
        UInt256 sum = Add(in left, in right, out ulong carry);
        if (carry != 0) ThrowAdditionOverflows();

        return sum;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 operator -(UInt256 left, UInt256 right)
    {
        UInt256 difference = Subtract(in left, in right, out ulong borrow);
        if (borrow != 0) ThrowSubtractionUnderflows();

        return difference;
    }

    /// <summary>(this + <paramref name="other"/>) mod 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256 WrappingAdd(UInt256 other) => Add(in this, in other, out _);

    /// <summary>(this − <paramref name="other"/>) mod 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256 WrappingSub(UInt256 other) => Subtract(in this, in other, out _);

    /// <summary>min(2²⁵⁶ − 1, this + <paramref name="other"/>).</summary>
    public UInt256 SaturatingAdd(UInt256 other)
    {
        UInt256 sum = Add(in this, in other, out ulong carry);
        return carry == 0 ? sum : MaxValue;
    }

    /// <summary>max(0, this − <paramref name="other"/>).</summary>
    public UInt256 SaturatingSub(UInt256 other) => this > other ? WrappingSub(other) : Zero;

    /// <summary>|this − <paramref name="other"/>|.</summary>
    public UInt256 AbsoluteDifference(UInt256 other) =>
        this > other ? WrappingSub(other) : other.WrappingSub(this);

    [DoesNotReturn]
    private static void ThrowAdditionOverflows() =>
        throw new OverflowException("UInt256 addition overflows.");

    [DoesNotReturn]
    private static void ThrowSubtractionUnderflows() =>
        throw new OverflowException("UInt256 subtraction underflows.");

    // Whether x < y: what is left of the highest limb is borrowed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBelow(in UInt256 x, in UInt256 y)
    {
        _ = Subtract(in x, in y, out ulong borrow);
        return borrow != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 Add(in UInt256 x, in UInt256 y, out ulong carry)
    {
        carry = 0;
        ulong limb0 = AddLimb(x._limb0, y._limb0, ref carry);
        ulong limb1 = AddLimb(x._limb1, y._limb1, ref carry);
        ulong limb2 = AddLimb(x._limb2, y._limb2, ref carry);
        ulong limb3 = AddLimb(x._limb3, y._limb3, ref carry);
        return new(limb3, limb2, limb1, limb0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 Subtract(in UInt256 x, in UInt256 y, out ulong borrow)
    {
        borrow = 0;
        ulong limb0 = SubtractLimb(x._limb0, y._limb0, ref borrow);
        ulong limb1 = SubtractLimb(x._limb1, y._limb1, ref borrow);
        ulong limb2 = SubtractLimb(x._limb2, y._limb2, ref borrow);
        ulong limb3 = SubtractLimb(x._limb3, y._limb3, ref borrow);
        return new(limb3, limb2, limb1, limb0);
    }

    // x + y + carry, with the new carry 0 or 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddLimb(ulong x, ulong y, ref ulong carry)
    {
        ulong partial = unchecked(x + y);
        ulong sum = unchecked(partial + carry);
        carry = (partial < x ? 1UL : 0UL) | (sum < partial ? 1UL : 0UL);
        return sum;
    }

    // x − y − borrow, with the new borrow 0 or 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SubtractLimb(ulong x, ulong y, ref ulong borrow)
    {
        ulong partial = unchecked(x - y);
        ulong difference = unchecked(partial - borrow);
        borrow = (x < y ? 1UL : 0UL) | (partial < borrow ? 1UL : 0UL);
        return difference;
    }
}
