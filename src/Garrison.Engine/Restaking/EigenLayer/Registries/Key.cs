using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Registries;

/// <summary>On which curve the operators of a set sign.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CurveType>))]
public enum CurveType : byte
{
    /// <summary>The set has not said.</summary>
    None,

    /// <summary>secp256k1: a key is the address of its signer, 20 bytes.</summary>
    [JsonStringEnumMemberName("ECDSA")]
    Ecdsa,

    /// <summary>BN254: a key is a point of each group, 192 bytes.</summary>
    [JsonStringEnumMemberName("BN254")]
    Bn254,
}

/// <summary>A key on BN254: one secret as a point of either group, coordinate by coordinate.</summary>
/// <param name="G1X">The first coordinate in the first group.</param>
/// <param name="G1Y">The second coordinate in the first group.</param>
/// <param name="G2X0">The first coordinate in the second group, its first part.</param>
/// <param name="G2X1">The first coordinate in the second group, its second part.</param>
/// <param name="G2Y0">The second coordinate in the second group, its first part.</param>
/// <param name="G2Y1">The second coordinate in the second group, its second part.</param>
public readonly record struct Bn254Key(
    UInt256 G1X, UInt256 G1Y, UInt256 G2X0, UInt256 G2X1, UInt256 G2Y0, UInt256 G2Y1)
{
    internal const int Size = 6 * WordBytes;
    private const int WordBytes = AbiWriter.WordBytes;

    /// <summary>Whether the point of the first group is that group's zero, which is nobody's key.</summary>
    internal bool IsZero => G1X.IsZero && G1Y.IsZero;

    /// <summary>The key that 192 bytes are.</summary>
    internal static Bn254Key FromBytes(ReadOnlySpan<byte> bytes)
    {
        Invariant.Assert(bytes.Length == Size);
        return new(
            Word(bytes, 0), Word(bytes, 1), Word(bytes, 2), Word(bytes, 3), Word(bytes, 4), Word(bytes, 5));
    }

    /// <summary>What the key is known by: the Keccak hash of its point of the first group.</summary>
    internal Hash32 Hash()
    {
        Span<byte> point = stackalloc byte[2 * WordBytes];
        G1X.WriteBigEndian(point);
        G1Y.WriteBigEndian(point[WordBytes..]);
        return Keccak.Hash(point);
    }

    private static UInt256 Word(ReadOnlySpan<byte> bytes, int index) =>
        UInt256.FromBigEndian(bytes.Slice(index * WordBytes, WordBytes));
}

/// <summary>What the shell found of a signature over a key's registration.</summary>
/// <remarks>
/// What is signed is <c>ECDSAKeyRegistration</c> or <c>BN254KeyRegistration</c> of EIP-712, over operator,
/// set and key; it never expires.
/// </remarks>
/// <param name="LengthBytes">How long it is.</param>
/// <param name="Signer">On secp256k1: who signed this very registration; zero when nobody did.</param>
/// <param name="IsPaired">On BN254: whether it pairs with the key over this very registration.</param>
public readonly record struct KeySignature(uint LengthBytes, Address Signer, bool IsPaired);
