using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>Leaves and proofs of the trees of earnings.</summary>
/// <remarks>
/// An earner's leaf is the hash of 0, the address and the root of its tokens; a token's that of 1, the
/// address and the amount. The bits of an index say on which side each node lies. Source:
/// <c>Merkle.sol</c>, <c>RewardsCoordinator.sol</c>.
/// </remarks>
public static class MerkleProof
{
    /// <summary>The bytes of a node.</summary>
    public const int NodeBytes = 32;

    private const byte EarnerSalt = 0;
    private const byte TokenSalt = 1;

    /// <summary>The leaf of an earner.</summary>
    public static Hash32 EarnerLeaf(Address earner, Hash32 tokenRoot)
    {
        Span<byte> bytes = stackalloc byte[1 + Address.Size + NodeBytes];
        bytes[0] = EarnerSalt;
        earner.WriteBytes(bytes[1..]);
        tokenRoot.CopyTo(bytes[(1 + Address.Size)..]);
        return Keccak.Hash(bytes);
    }

    /// <summary>The leaf of a token.</summary>
    public static Hash32 TokenLeaf(Address token, UInt256 cumulative)
    {
        Span<byte> bytes = stackalloc byte[1 + Address.Size + NodeBytes];
        bytes[0] = TokenSalt;
        token.WriteBytes(bytes[1..]);
        cumulative.WriteBigEndian(bytes[(1 + Address.Size)..]);
        return Keccak.Hash(bytes);
    }

    /// <summary>The node above two.</summary>
    public static Hash32 Node(Hash32 left, Hash32 right)
    {
        Span<byte> bytes = stackalloc byte[2 * NodeBytes];
        left.CopyTo(bytes);
        right.CopyTo(bytes[NodeBytes..]);
        return Keccak.Hash(bytes);
    }

    /// <summary>Whether a tree as high as the proof is long has a leaf with this index. The contract counts
    /// the leaves in 256 bits, so a tree higher than that has none.</summary>
    internal static bool IsIndexIn(uint index, byte[] proof) =>
        index < UInt256.One << (proof.Length / NodeBytes);

    /// <summary>Checks that a leaf is in a tree.</summary>
    internal static Refusal? Check(Hash32 root, Hash32 leaf, uint index, byte[] proof)
    {
        if (root == default) return RewardsRefusals.EmptyRoot;
        if (proof.Length == 0) return leaf == root ? null : RewardsRefusals.InvalidClaimProof;
        if (proof.Length % NodeBytes != 0) return RewardsRefusals.InvalidProofLength;

        Hash32 node = leaf;
        for (int at = 0; at < proof.Length; at += NodeBytes)
        {
            Hash32 beside = new(proof.AsSpan(at, NodeBytes));
            node = index % 2 == 0 ? Node(node, beside) : Node(beside, node);
            index /= 2;
        }

        if (index != 0) return RewardsRefusals.InvalidIndex;

        return node == root ? null : RewardsRefusals.InvalidClaimProof;
    }
}
