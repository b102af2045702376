using System.Numerics;

using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>A tree of hashes over leaves, which proves that a leaf is in it.</summary>
/// <remarks>Leaves are filled up with zeros to a power of two; nodes are hashed left before right.</remarks>
public sealed class MerkleTree
{
    private const int NodesPerTask = 4096;

    private readonly Hash32[][] _levels;

    /// <summary>Builds the tree over leaves.</summary>
    /// <exception cref="ArgumentException">There are no leaves.</exception>
    public MerkleTree(IReadOnlyList<Hash32> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        if (leaves.Count == 0) throw new ArgumentException("A tree needs a leaf.", nameof(leaves));

        int height = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)leaves.Count));
        _levels = new Hash32[height + 1][];
        _levels[0] = new Hash32[1 << height];
        for (int i = 0; i < leaves.Count; i++)
        {
            _levels[0][i] = leaves[i];
        }

        for (int level = 1; level <= height; level++)
        {
            _levels[level] = Above(_levels[level - 1]);
        }
    }

    /// <summary>What all leaves come to.</summary>
    public Hash32 Root => _levels[^1][0];

    /// <summary>The nodes beside the way from a leaf to the root, the lowest first, 32 bytes each.</summary>
    public byte[] Prove(int index)
    {
        byte[] proof = new byte[(_levels.Length - 1) * MerkleProof.NodeBytes];
        for (int level = 0; level < _levels.Length - 1; level++, index /= 2)
        {
            _levels[level][index ^ 1].CopyTo(proof.AsSpan(level * MerkleProof.NodeBytes));
        }

        return proof;
    }

    private static Hash32[] Above(Hash32[] below)
    {
        var above = new Hash32[below.Length / 2];
        int tasks = (above.Length + NodesPerTask - 1) / NodesPerTask;
        _ = Parallel.For(0, tasks, task =>
        {
            int end = Math.Min(above.Length, (task + 1) * NodesPerTask);
            for (int i = task * NodesPerTask; i < end; i++)
            {
                above[i] = MerkleProof.Node(below[2 * i], below[(2 * i) + 1]);
            }
        });
        return above;
    }
}
