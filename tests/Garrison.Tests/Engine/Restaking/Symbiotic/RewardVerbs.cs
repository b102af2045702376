using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Engine.Restaking.Symbiotic.PeripheryVerbs;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The lines of rewards: <c>pot</c> divides them among a vault's holders, <c>roots</c> pays them by
/// roots.</summary>
/// <remarks>
/// <code>
/// pot V 1000                                  ok
/// reward mid net 500 20 most:1000             ok
/// take alice 10                               ok
/// root mid net 60 op=40;rival=20              ok
/// earn op 40 op=40;rival=20                   ok
/// </code>
/// A pot keeps a tenth as a fee. A reward is for the holders at second 20 of the story, with a fee of at most
/// a tenth; alice takes 10 rewards at most.
/// </remarks>
internal static class RewardVerbs
{
    /// <summary>The command of a line; null when it is not one of these.</summary>
    public static Command? Command(string[] words) => Staker(words) ?? Operator(words);

    /// <summary>The tree of a text: <c>op=40;rival=20</c>.</summary>
    public static SortedTree Tree(string text) => new(text.Split(';').Select(static row =>
        SortedMerkleProof.Leaf(Of(row.Split('=')[0]), Number(row.Split('=')[1]))));

    private static Command? Staker(string[] words) => words switch
    {
        ["pot", var vault, var fee, .. var odd] => new DeployStakerRewards(
            Of("factory"),
            Of("pot"),
            new StakerRewardsParameters(
                Of(vault),
                Number(fee),
                Of(Value(odd, "admin") ?? "curator"),
                Of(Value(odd, "claimer") ?? "curator"),
                Of(Value(odd, "setter") ?? "curator"))),
        ["reward", var sender, var network, var amount, var second, .. var most] =>
            new DistributeStakerRewards(
                Of(sender),
                Of("pot"),
                Of(network),
                Of(Value(most, "token") ?? "tR"),
                Number(amount),
                Second(second),
                Number(Value(most, "most") ?? "10000")),
        ["take", var who, var most, .. var odd] => new ClaimStakerRewards(
            Of(who), Of("pot"), Of(Value(odd, "to") ?? who), Of("tR"), Of("net"), Number(most)),
        ["takeFees", var sender, var to] => new ClaimAdminFee(Of(sender), Of("pot"), Of(to), Of("tR")),
        ["setFee", var sender, var fee] => new SetAdminFee(Of(sender), Of("pot"), Number(fee)),
        _ => null,
    };

    private static Command? Operator(string[] words) => words switch
    {
        ["roots"] => new DeployOperatorRewards(default, Of("roots")),
        ["root", var sender, var network, var amount, "none"] => new DistributeOperatorRewards(
            Of(sender), Of("roots"), Of(network), Of("tR"), Number(amount), default),
        ["root", var sender, var network, var amount, var tree] => new DistributeOperatorRewards(
            Of(sender), Of("roots"), Of(network), Of("tR"), Number(amount), Tree(tree).Root),
        ["earn", var who, var total, var tree, .. var odd] => new ClaimOperatorRewards(
            Of(who),
            Of("roots"),
            Of(Value(odd, "to") ?? who),
            Of(Value(odd, "network") ?? "net"),
            Of("tR"),
            Number(total),
            Tree(tree).ProofOf(SortedMerkleProof.Leaf(Of(who), Number(total)))),
        _ => null,
    };
}

/// <summary>A tree whose nodes are sorted, built a pair at a time; what is left over goes up as it
/// is.</summary>
internal sealed class SortedTree(IEnumerable<Hash32> leaves)
{
    private readonly Hash32[] _leaves = [.. leaves];

    public Hash32 Root => ProofAndRoot(_leaves[0]).Root;

    /// <summary>The proof of a leaf; of one that is not in the tree, that of the first.</summary>
    public IReadOnlyList<Hash32> ProofOf(Hash32 leaf) => ProofAndRoot(leaf).Proof;

    private (IReadOnlyList<Hash32> Proof, Hash32 Root) ProofAndRoot(Hash32 leaf)
    {
        List<Hash32> proof = [];
        int at = Math.Max(0, Array.IndexOf(_leaves, leaf));
        Hash32[] level = _leaves;
        while (level.Length > 1)
        {
            int beside = at ^ 1;
            if (beside < level.Length) proof.Add(level[beside]);

            level = [.. level.Chunk(2).Select(static pair =>
                pair.Length == 1 ? pair[0] : SortedMerkleProof.Node(pair[0], pair[1]))];
            at /= 2;
        }

        return (proof, level[0]);
    }
}
