using System.Text;

using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>Writes what Solidity's <c>abi.encode</c> would, word by word, to be hashed.</summary>
internal sealed class AbiWriter
{
    /// <summary>The bytes of a word.</summary>
    public const int WordBytes = 32;

    private readonly List<byte> _bytes = [];

    /// <summary>Writes a number, an address as one, or an offset in bytes.</summary>
    public void Write(UInt256 value)
    {
        Span<byte> word = stackalloc byte[WordBytes];
        value.WriteBigEndian(word);
        _bytes.AddRange(word);
    }

    /// <summary>Writes a list of pairs: how many, and each.</summary>
    public void WritePairs(IEnumerable<(Address First, UInt256 Second)> pairs)
    {
        (Address First, UInt256 Second)[] all = [.. pairs];
        Write((uint)all.Length);
        foreach ((Address first, UInt256 second) in all)
        {
            Write(first.ToUInt256());
            Write(second);
        }
    }

    /// <summary>Writes a text in UTF-8: how many bytes, and the bytes in whole words.</summary>
    public void WriteText(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write((uint)bytes.Length);
        _bytes.AddRange(bytes);
        while (_bytes.Count % WordBytes != 0)
        {
            _bytes.Add(0);
        }
    }

    /// <summary>The Keccak hash of all that was written.</summary>
    public Hash32 Hash() => Keccak.Hash(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes));
}
