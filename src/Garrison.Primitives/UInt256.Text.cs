using System.Buffers.Binary;
using System.Globalization;

namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    private const int ChunkDigits = 19;
    private const ulong ChunkScale = 10_000_000_000_000_000_000;

    /// <summary>Reads a decimal numeral, or a hexadecimal one that starts with 0x.</summary>
    /// <exception cref="FormatException">The text is not a numeral.</exception>
    /// <exception cref="OverflowException">The value is 2²⁵⁶ or more.</exception>
    public static UInt256 Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith("0x", StringComparison.Ordinal) ? ParseHex(text) : ParseDecimal(text);
    }

    /// <summary>Reads a numeral; false when the text is not one, or the value is 2²⁵⁶ or more.</summary>
    public static bool TryParse(string? text, out UInt256 value)
    {
        value = default;
        if (text is null) return false;

        try
        {
            value = Parse(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>Reads up to 32 bytes, the highest first.</summary>
    /// <exception cref="OverflowException">There are more than 32 bytes.</exception>
    public static UInt256 FromBigEndian(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 32) throw new OverflowException("More than 32 bytes do not fit in 256 bits.");

        Span<byte> padded = stackalloc byte[32];
        padded.Clear();
        bytes.CopyTo(padded[(32 - bytes.Length)..]);
        return new(
            BinaryPrimitives.ReadUInt64BigEndian(padded),
            BinaryPrimitives.ReadUInt64BigEndian(padded[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(padded[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(padded[24..]));
    }

    /// <summary>Writes 32 bytes, the highest first.</summary>
    public void WriteBigEndian(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _limb3);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _limb2);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], _limb1);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], _limb0);
    }

    /// <summary>The decimal numeral.</summary>
    public override string ToString()
    {
        if (FitsIn(64)) return _limb0.ToString(CultureInfo.InvariantCulture);

        Span<char> text = stackalloc char[5 * ChunkDigits];
        text.Fill('0');
        int end = text.Length;
        for (UInt256 left = this; !left.IsZero; end -= ChunkDigits)
        {
            UInt256 chunk = DivideByLimb(0, in left, ChunkScale, out left);
            Span<char> place = text[(end - ChunkDigits)..end];
            _ = chunk._limb0.TryFormat(place, out _, "D19", CultureInfo.InvariantCulture);
        }

        return text.TrimStart('0').ToString();
    }

    /// <summary>The shortest hexadecimal numeral, with 0x in front.</summary>
    public string ToHex()
    {
        string digits = string.Create(
            CultureInfo.InvariantCulture, $"{_limb3:x16}{_limb2:x16}{_limb1:x16}{_limb0:x16}").TrimStart('0');
        return digits.Length == 0 ? "0x0" : "0x" + digits;
    }

    private static UInt256 ParseDecimal(string text)
    {
        if (text.Length == 0) throw new FormatException("An empty text is not a number.");

        UInt256 value = Zero;
        for (int at = 0; at < text.Length; at += ChunkDigits)
        {
            int length = Math.Min(ChunkDigits, text.Length - at);
            if (!ulong.TryParse(
                text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out ulong chunk))
            {
                throw new FormatException($"\"{text}\" is not a decimal number.");
            }

            value = (value * PowerOfTen(length)) + chunk;
        }

        return value;
    }

    private static UInt256 ParseHex(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan(2).TrimStart('0');
        if (text.Length == 2) throw new FormatException("\"0x\" is not a number.");
        if (digits.Length > 64) throw new OverflowException($"{text} needs more than 256 bits.");

        UInt256 value = Zero;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit)) throw new FormatException($"\"{text}\" is not a hexadecimal number.");

            value = (value << 4) | (ulong)Convert.ToInt32(digit.ToString(), 16);
        }

        return value;
    }

    private static ulong PowerOfTen(int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
