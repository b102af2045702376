using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Garrison.Primitives;

/// <summary>32 bytes: the result of a hash, a salt, a root. The default is all zeros.</summary>
public readonly record struct Hash32 : IComparable<Hash32>, IComparisonOperators<Hash32, Hash32, bool>
{
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Takes 32 bytes.</summary>
    /// <exception cref="FormatException">There are not 32 bytes.</exception>
    public Hash32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 32) throw new FormatException($"A hash has 32 bytes, not {bytes.Length}.");

        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>All zeros.</summary>
    public static Hash32 Zero => default;

    /// <summary>Reads 0x and 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not that.</exception>
    public static Hash32 Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 66 && text.StartsWith("0x", StringComparison.Ordinal)
            ? new Hash32(Convert.FromHexString(text.AsSpan(2)))
            : throw new FormatException($"\"{text}\" is not a hash: that is 0x and 64 hexadecimal digits.");
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _first);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], _fourth);
    }

    /// <summary>The order of the bytes, the first one first.</summary>
    public int CompareTo(Hash32 other) => (_first, _second, _third, _fourth)
        .CompareTo((other._first, other._second, other._third, other._fourth));

    /// <inheritdoc/>
    public static bool operator <(Hash32 left, Hash32 right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(Hash32 left, Hash32 right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(Hash32 left, Hash32 right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(Hash32 left, Hash32 right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        ulong mixed = _first ^ _second ^ _third ^ _fourth;
        return unchecked((int)((mixed * 0x9E37_79B9_7F4A_7C15UL) >> 32));
    }

    /// <summary>0x and 64 lower-case digits.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"0x{_first:x16}{_second:x16}{_third:x16}{_fourth:x16}");
}
