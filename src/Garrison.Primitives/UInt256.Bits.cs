using System.Numerics;

namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    /// <summary>How many bits the value needs: 0 for 0, else ⌊log₂⌋ + 1.</summary>
    public int BitLength =>
        _limb3 != 0 ? 256 - BitOperations.LeadingZeroCount(_limb3)
        : _limb2 != 0 ? 192 - BitOperations.LeadingZeroCount(_limb2)
        : _limb1 != 0 ? 128 - BitOperations.LeadingZeroCount(_limb1)
        : 64 - BitOperations.LeadingZeroCount(_limb0);

    /// <summary>Whether the value needs no more bits than this.</summary>
    public bool FitsIn(int bits) => BitLength <= bits;

    /// <summary>How many zero bits there are below the lowest one; 256 for 0.</summary>
    public int TrailingZeroCount() =>
        _limb0 != 0 ? BitOperations.TrailingZeroCount(_limb0)
        : _limb1 != 0 ? 64 + BitOperations.TrailingZeroCount(_limb1)
        : _limb2 != 0 ? 128 + BitOperations.TrailingZeroCount(_limb2)
        : _limb3 != 0 ? 192 + BitOperations.TrailingZeroCount(_limb3)
        : 256;

    /// <summary>⌊log₂ of the value⌋.</summary>
    /// <exception cref="OverflowException">The value is 0.</exception>
    public int Log2Down() => IsZero ? throw new OverflowException("0 has no logarithm.") : BitLength - 1;

    /// <summary>Bits of both.</summary>
    public static UInt256 operator &(UInt256 x, UInt256 y) =>
        new(x._limb3 & y._limb3, x._limb2 & y._limb2, x._limb1 & y._limb1, x._limb0 & y._limb0);

    /// <summary>Bits of either.</summary>
    public static UInt256 operator |(UInt256 x, UInt256 y) =>
        new(x._limb3 | y._limb3, x._limb2 | y._limb2, x._limb1 | y._limb1, x._limb0 | y._limb0);

    /// <summary>Bits of one and not the other.</summary>
    public static UInt256 operator ^(UInt256 x, UInt256 y) =>
        new(x._limb3 ^ y._limb3, x._limb2 ^ y._limb2, x._limb1 ^ y._limb1, x._limb0 ^ y._limb0);

    /// <summary>Bits that are not set.</summary>
    public static UInt256 operator ~(UInt256 x) => new(~x._limb3, ~x._limb2, ~x._limb1, ~x._limb0);

    /// <summary>Bits moved up; those above 255 are lost, and 256 places or more leave 0.</summary>
    public static UInt256 operator <<(UInt256 x, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count >= 256) return Zero;
        if (count == 0) return x;

        return count >= 128
            ? new UInt256(x.Low << (count - 128), UInt128.Zero)
            : new UInt256((x.High << count) | (x.Low >> (128 - count)), x.Low << count);
    }

    /// <summary>Bits moved down; those below 0 are lost, and 256 places or more leave 0.</summary>
    public static UInt256 operator >>(UInt256 x, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count >= 256) return Zero;
        if (count == 0) return x;

        return count >= 128
            ? new UInt256(UInt128.Zero, x.High >> (count - 128))
            : new UInt256(x.High >> count, (x.Low >> count) | (x.High << (128 - count)));
    }
}
