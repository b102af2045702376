using System.Numerics;

namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    /// <summary>⌊this / <paramref name="other"/>⌋.</summary>
    public UInt256 DivDown(UInt256 other) => FromBigInteger(ToBigInteger() / other.ToBigInteger());

    /// <summary>The remainder.</summary>
    public UInt256 Mod(UInt256 other) => FromBigInteger(ToBigInteger() % other.ToBigInteger());

    /// <summary>Whether the value needs no more bits than this.</summary>
    public bool FitsIn(int bits) => (ToBigInteger() >> bits).IsZero;

    /// <summary>Shifts right.</summary>
    public static UInt256 operator >>(UInt256 x, int count) => FromBigInteger(x.ToBigInteger() >> count);

    /// <summary>And.</summary>
    public static UInt256 operator &(UInt256 x, UInt256 y) => new(x._high & y._high, x._low & y._low);

    /// <summary>Narrows, checked.</summary>
    public static explicit operator ulong(UInt256 x) => checked((ulong)x.ToBigInteger());

    /// <summary>32 bytes, highest first.</summary>
    public void WriteBigEndian(Span<byte> bytes)
    {
        bytes.Clear();
        byte[] raw = ToBigInteger().ToByteArray(isUnsigned: true, isBigEndian: true);
        raw.CopyTo(bytes[(32 - raw.Length)..]);
    }
}

/// <summary>Signed.</summary>
/// <param name="Value">The value.</param>
public readonly record struct Int256(UInt256 Bits)
{
    private static readonly UInt256 _top = UInt256.FromBigInteger(BigInteger.One << 255);

    /// <summary>Negative.</summary>
    public bool IsNegative => Bits >= _top;

    /// <summary>Zero.</summary>
    public bool IsZero => Bits.IsZero;

    /// <summary>Magnitude.</summary>
    public UInt256 Abs() => IsNegative ? UInt256.MaxValue - Bits + UInt256.One : Bits;

    /// <summary>From.</summary>
    public static Int256 FromUInt256(UInt256 value) => value < _top ? new(value) : throw new OverflowException();

    /// <summary>Parse.</summary>
    public static Int256 Parse(string text) => text.StartsWith('-')
        ? new Int256(UInt256.Zero) - new Int256(UInt256.Parse(text[1..]))
        : new(UInt256.Parse(text));

    /// <summary>Sum.</summary>
    public static Int256 operator +(Int256 a, Int256 b) => From(a.Big() + b.Big());

    /// <summary>Difference.</summary>
    public static Int256 operator -(Int256 a, Int256 b) => From(a.Big() - b.Big());

    /// <inheritdoc/>
    public override string ToString() => (IsNegative ? "-" : "") + Abs();

    private BigInteger Big() => IsNegative ? -Abs().ToBigInteger() : Abs().ToBigInteger();

    private static Int256 From(BigInteger value) => value.Sign < 0
        ? new(UInt256.MaxValue - UInt256.FromBigInteger(-value) + UInt256.One)
        : FromUInt256(UInt256.FromBigInteger(value));
}
