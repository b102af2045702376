using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What everyone has earned in all, as the tree whose root is posted on chain.</summary>
/// <remarks>
/// Each earner has a tree of its tokens, and the roots of those are the leaves of one tree of earners; both
/// are in ascending order of address. Source: reference section 3.7.
/// </remarks>
public sealed class EarningsTree
{
    private readonly Address[] _earners;
    private readonly TokenEarnings[][] _earnings;
    private readonly MerkleTree _tree;

    /// <summary>Builds the tree.</summary>
    /// <param name="earned">What was earned in all, by earner and token; 0 is a leaf too.</param>
    /// <exception cref="ArgumentException">Nobody has earned anything, so there is no tree.</exception>
    public EarningsTree(IReadOnlyDictionary<(Address Earner, Address Token), UInt256> earned)
    {
        ArgumentNullException.ThrowIfNull(earned);
        IGrouping<Address, TokenEarnings>[] groups =
        [
            .. earned
                .GroupBy(
                    static one => one.Key.Earner,
                    static one => new TokenEarnings(one.Key.Token, one.Value))
                .OrderBy(static group => group.Key),
        ];
        _earners = [.. groups.Select(static group => group.Key)];
        _earnings = [.. groups.Select(static group => group.OrderBy(static one => one.Token).ToArray())];
        var leaves = new Hash32[_earners.Length];
        _ = Parallel.For(0, leaves.Length, i =>
            leaves[i] = MerkleProof.EarnerLeaf(_earners[i], TokenTree(_earnings[i]).Root));
        _tree = new MerkleTree(leaves);
    }

    /// <summary>The root that is posted.</summary>
    public Hash32 Root => _tree.Root;

    /// <summary>How many earners there are.</summary>
    public int EarnerCount => _earners.Length;

    /// <summary>What an earner has earned in all, by token; empty for one that has earned nothing.</summary>
    public IReadOnlyList<TokenEarnings> EarningsOf(Address earner)
    {
        int index = Array.BinarySearch(_earners, earner);
        return index < 0 ? [] : _earnings[index];
    }

    /// <summary>The claim of all that an earner has earned, with its proofs.</summary>
    /// <param name="rootIndex">Which root on chain the claim is made against: the one of this tree.</param>
    /// <param name="earner">Who claims.</param>
    /// <returns>The claim, or null for one that has earned nothing.</returns>
    public RewardsClaim? Prove(uint rootIndex, Address earner)
    {
        int index = Array.BinarySearch(_earners, earner);
        if (index < 0) return null;

        TokenEarnings[] earnings = _earnings[index];
        MerkleTree tokens = TokenTree(earnings);
        return new RewardsClaim(
            rootIndex,
            (uint)index,
            _tree.Prove(index),
            earner,
            tokens.Root,
            [.. Enumerable.Range(0, earnings.Length).Select(static i => (uint)i)],
            [.. Enumerable.Range(0, earnings.Length).Select(tokens.Prove)],
            earnings);
    }

    private static MerkleTree TokenTree(TokenEarnings[] earnings) =>
        new([.. earnings.Select(static one => MerkleProof.TokenLeaf(one.Token, one.Cumulative))]);
}
