using System.Buffers.Binary;
using System.Text;

using Org.BouncyCastle.Crypto.Digests;

namespace Garrison.Primitives;

/// <summary>Keccak-256, the hash of Ethereum; not the SHA-3 that was standardised later.</summary>
public static class Keccak
{
    /// <summary>The hash of bytes.</summary>
    public static Hash32 Hash(ReadOnlySpan<byte> data)
    {
        KeccakDigest digest = new(256);
        digest.BlockUpdate(data.ToArray(), 0, data.Length);
        byte[] result = new byte[32];
        _ = digest.DoFinal(result, 0);
        return new Hash32(result);
    }

    /// <summary>The hash of a text in UTF-8.</summary>
    public static Hash32 HashText(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>The first four bytes of the hash of a function's signature, as a number.</summary>
    public static uint Selector(string signature)
    {
        Span<byte> bytes = stackalloc byte[32];
        HashText(signature).CopyTo(bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
