using System.Buffers.Binary;
using System.Text;

using Garrison.Primitives;

namespace Garrison.Bench.Anvil;

/// <summary>A word of a call's data: a number, an address, a flag.</summary>
internal readonly record struct Word(UInt256 Bits)
{
    public const int Size = 32;

    public static implicit operator Word(UInt256 value) => new(value);

    public static implicit operator Word(ulong value) => new(value);

    public static implicit operator Word(int value) =>
        new(value >= 0 ? (ulong)value : UInt256.Zero.WrappingSub((ulong)-(long)value));

    public static implicit operator Word(Int256 value) => new(value.Bits);

    public static implicit operator Word(Address value) => new(value.ToUInt256());

    public static implicit operator Word(bool value) => new(value ? UInt256.One : UInt256.Zero);
}

/// <summary>What a contract is called with, and what it answers, in hexadecimal digits.</summary>
internal static class Calldata
{
    /// <summary>A call of a function.</summary>
    /// <param name="signature">Its name and types, as its selector is made of them.</param>
    /// <param name="words">Its arguments. For bytes that are none: where their length stands, in bytes, and
    /// 0.</param>
    public static string Of(string signature, params ReadOnlySpan<Word> words)
    {
        Span<byte> selector = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(selector, Keccak.Selector(signature));
        return "0x" + Convert.ToHexStringLower(selector) + Words(words);
    }

    /// <summary>A call of a function that takes a list of calls.</summary>
    public static string OfList(string signature, IReadOnlyList<string> calls)
    {
        List<Word> heads = [];
        StringBuilder bodies = new();
        foreach (string call in calls)
        {
            heads.Add((calls.Count * Word.Size) + (bodies.Length / 2));
            string digits = call[2..];
            int padding = (2 * Word.Size) - (digits.Length % (2 * Word.Size));
            _ = bodies.Append(Words(digits.Length / 2)).Append(digits).Append('0', padding);
        }

        return Of(signature, [Word.Size, calls.Count, .. heads]) + bodies;
    }

    /// <summary>Words one after the other, as a constructor takes them, without 0x.</summary>
    public static string Words(params ReadOnlySpan<Word> words)
    {
        Span<byte> bytes = new byte[words.Length * Word.Size];
        for (int i = 0; i < words.Length; i++)
        {
            words[i].Bits.WriteBigEndian(bytes.Slice(i * Word.Size, Word.Size));
        }

        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>A word of an answer.</summary>
    public static UInt256 Read(string answer, int index) => UInt256.FromBigEndian(
        Convert.FromHexString(answer.AsSpan(2 + (index * Word.Size * 2), Word.Size * 2)));
}
