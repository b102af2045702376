using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>Leaves and proofs of trees in which the smaller of two nodes always comes first.</summary>
/// <remarks>
/// Since a node is the same whichever side its children lie on, a proof needs no index. A leaf is hashed
/// twice, so that no node passes for one. Source: OpenZeppelin's <c>MerkleProof.sol</c>,
/// <c>DefaultOperatorRewards.sol</c>.
/// </remarks>
public static class SortedMerkleProof
{
    private const int NodeBytes = 32;

    /// <summary>The leaf of an account and all that it has earned, in the token's smallest unit.</summary>
    public static Hash32 Leaf(Address account, UInt256 total)
    {
        AbiWriter writer = new();
        writer.Write(account.ToUInt256());
        writer.Write(total);
        Span<byte> bytes = stackalloc byte[NodeBytes];
        writer.Hash().CopyTo(bytes);
        return Keccak.Hash(bytes);
    }

    /// <summary>The node above two, in either order.</summary>
    public static Hash32 Node(Hash32 one, Hash32 other)
    {
        Span<byte> bytes = stackalloc byte[2 * NodeBytes];
        (one < other ? one : other).CopyTo(bytes);
        (one < other ? other : one).CopyTo(bytes[NodeBytes..]);
        return Keccak.Hash(bytes);
    }

    /// <summary>Whether a leaf is in a tree. Without any nodes beside it, it has to be the root.</summary>
    public static bool IsIn(Hash32 root, Hash32 leaf, IReadOnlyList<Hash32> proof)
    {
        Hash32 node = leaf;
        foreach (Hash32 beside in proof)
        {
            node = Node(node, beside);
        }

        return node == root;
    }
}
