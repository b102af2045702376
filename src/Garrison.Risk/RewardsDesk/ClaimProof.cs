using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Risk.RewardsDesk;

/// <summary>Claims with their proofs.</summary>
public static class ClaimProof
{
    /// <summary>The claim of an earner against the newest root.</summary>
    /// <param name="projection">The rewards, with a root.</param>
    /// <param name="earner">Who claims.</param>
    /// <returns>The claim and its root, or null for one that has earned nothing.</returns>
    /// <exception cref="InvalidOperationException">The proofs do not lead to the root: a bug of
    /// ours.</exception>
    public static (PostedRoot Root, RewardsClaim Claim)? Of(RewardsProjection projection, Address earner)
    {
        ArgumentNullException.ThrowIfNull(projection);
        if (projection.Roots.Count == 0) return null;

        PostedRoot root = projection.Roots[^1];
        if (root.Tree.Prove(root.Index, earner) is not { } claim) return null;

        return IsProven(claim, root.Tree.Root)
            ? (root, claim)
            : throw new InvalidOperationException($"the proofs of {earner} do not lead to {root.Tree.Root}");
    }

    /// <summary>The claim without the tokens of which nothing is left to take out; whole where that would be
    /// all.</summary>
    public static RewardsClaim WithoutClaimed(RewardsClaim claim, Claims claims)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(claims);
        int[] left =
        [
            .. Enumerable.Range(0, claim.Earnings.Count).Where(i =>
                claim.Earnings[i].Cumulative > claims.Claimed(claim.Earner, claim.Earnings[i].Token)),
        ];
        return left.Length == 0 ? claim : claim with
        {
            TokenIndices = [.. left.Select(i => claim.TokenIndices[i])],
            TokenProofs = [.. left.Select(i => claim.TokenProofs[i])],
            Earnings = [.. left.Select(i => claim.Earnings[i])],
        };
    }

    /// <summary>Whether all proofs of a claim lead to a root.</summary>
    public static bool IsProven(RewardsClaim claim, Hash32 root)
    {
        ArgumentNullException.ThrowIfNull(claim);
        Hash32 leaf = MerkleProof.EarnerLeaf(claim.Earner, claim.EarnerTokenRoot);
        return RootOf(leaf, claim.EarnerIndex, claim.EarnerProof) == root
            && claim.Earnings.Index().All(one => claim.EarnerTokenRoot == RootOf(
                MerkleProof.TokenLeaf(one.Item.Token, one.Item.Cumulative),
                claim.TokenIndices[one.Index],
                claim.TokenProofs[one.Index]));
    }

    private static Hash32 RootOf(Hash32 node, uint index, byte[] proof)
    {
        for (int at = 0; at < proof.Length; at += MerkleProof.NodeBytes, index >>= 1)
        {
            Hash32 beside = new(proof.AsSpan(at, MerkleProof.NodeBytes));
            node = (index & 1) == 0 ? MerkleProof.Node(node, beside) : MerkleProof.Node(beside, node);
        }

        return node;
    }
}
