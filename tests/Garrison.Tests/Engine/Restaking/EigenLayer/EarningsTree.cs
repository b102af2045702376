using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Trees of earnings as the updater builds them: leaves in order, filled up with zeros to a power
/// of two.</summary>
internal sealed class EarningsTree
{
    private readonly (string Earner, TokenEarnings[] Earnings)[] _rows;
    private readonly Hash32[] _leaves;

    public EarningsTree(IEnumerable<(string Earner, TokenEarnings[] Earnings)> rows)
    {
        _rows = [.. rows];
        _leaves = [.. _rows.Select(static row =>
            MerkleProof.EarnerLeaf(Of(row.Earner), RootOf(Leaves(row.Earnings))))];
    }

    /// <summary>The root of the tree of earners.</summary>
    public Hash32 Root => RootOf(_leaves);

    /// <summary>A tree as text: <c>alice:tA=100,tB=5;bob:tA=7</c>.</summary>
    public static EarningsTree Parse(string text) => new(text.Split(';').Select(static row =>
    {
        string[] parts = row.Split(':');
        return (parts[0], parts[1].Split(',').Select(Earning).ToArray());
    }));

    /// <summary>A claim of an earner for some of its tokens, all when none is named.</summary>
    public RewardsClaim Claim(uint rootIndex, string earner, params string[] tokens)
    {
        int at = Array.FindIndex(_rows, row => row.Earner == earner);
        TokenEarnings[] earned = _rows[at].Earnings;
        int[] chosen = tokens.Length == 0
            ? [.. Enumerable.Range(0, earned.Length)]
            : [.. tokens.Select(token => Array.FindIndex(earned, one => one.Token == Of(token)))];
        Hash32[] leaves = Leaves(earned);
        return new RewardsClaim(
            rootIndex,
            (uint)at,
            ProofOf(_leaves, at),
            Of(earner),
            RootOf(leaves),
            [.. chosen.Select(static i => (uint)i)],
            [.. chosen.Select(i => ProofOf(leaves, i))],
            [.. chosen.Select(i => earned[i])]);
    }

    private static TokenEarnings Earning(string text)
    {
        string[] parts = text.Split('=');
        return new TokenEarnings(Of(parts[0]), Number(parts[1]));
    }

    private static Hash32[] Leaves(TokenEarnings[] earnings) =>
        [.. earnings.Select(static one => MerkleProof.TokenLeaf(one.Token, one.Cumulative))];

    private static Hash32 RootOf(Hash32[] leaves)
    {
        Hash32[] layer = Filled(leaves);
        while (layer.Length > 1)
        {
            layer = Above(layer);
        }

        return layer[0];
    }

    private static byte[] ProofOf(Hash32[] leaves, int index)
    {
        List<byte> proof = [];
        for (Hash32[] layer = Filled(leaves); layer.Length > 1; layer = Above(layer))
        {
            byte[] node = new byte[MerkleProof.NodeBytes];
            layer[index ^ 1].CopyTo(node);
            proof.AddRange(node);
            index /= 2;
        }

        return [.. proof];
    }

    private static Hash32[] Filled(Hash32[] leaves)
    {
        int size = 1;
        while (size < leaves.Length)
        {
            size *= 2;
        }

        Hash32[] filled = new Hash32[size];
        leaves.CopyTo(filled, 0);
        return filled;
    }

    private static Hash32[] Above(Hash32[] layer) =>
        [.. Enumerable.Range(0, layer.Length / 2).Select(i =>
            MerkleProof.Node(layer[2 * i], layer[(2 * i) + 1]))];
}
