using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Tests.Simulation.Rewards;

/// <summary>Every proof that a tree gives is one that the contract takes, and no other is.</summary>
public sealed class EarningsTreeTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(5, 2)]
    [InlineData(64, 1)]
    [InlineData(65, 4)]
    public void Every_proof_is_taken(int earners, int tokens)
    {
        Dictionary<(Address, Address), UInt256> earned = Earned(earners, tokens);
        EarningsTree tree = new(earned);
        Assert.Equal(earners, tree.EarnerCount);
        foreach (Address earner in earned.Keys.Select(static key => key.Item1).Distinct())
        {
            RewardsClaim claim = Assert.IsType<RewardsClaim>(tree.Prove(0, earner));
            Assert.True(IsTaken(tree.Root, claim));
            Assert.Equal(tokens, claim.Earnings.Count);
            Assert.All(claim.Earnings, one => Assert.Equal(earned[(earner, one.Token)], one.Cumulative));
            TokenEarnings first = claim.Earnings[0];
            TokenEarnings[] more = [first with { Cumulative = first.Cumulative + 1UL }];
            Assert.False(IsTaken(tree.Root, claim with { Earnings = more }));
        }
    }

    [Fact]
    public void Who_has_earned_nothing_has_no_proof()
    {
        EarningsTree tree = new(Earned(3, 1));
        Assert.Null(tree.Prove(0, Address.FromNumber(7)));
        Assert.Empty(tree.EarningsOf(Address.FromNumber(7)));
    }

    [Fact]
    public void Nobody_s_earnings_are_no_tree() =>
        Assert.Throws<ArgumentException>(static () => new EarningsTree(Earned(0, 1)));

    private static bool IsTaken(Hash32 root, RewardsClaim claim)
    {
        Hash32 leaf = MerkleProof.EarnerLeaf(claim.Earner, claim.EarnerTokenRoot);
        return MerkleProof.Check(root, leaf, claim.EarnerIndex, claim.EarnerProof) is null
            && claim.Earnings.Index().All(one => MerkleProof.Check(
                claim.EarnerTokenRoot,
                MerkleProof.TokenLeaf(one.Item.Token, one.Item.Cumulative),
                claim.TokenIndices[one.Index],
                claim.TokenProofs[one.Index]) is null);
    }

    private static Dictionary<(Address, Address), UInt256> Earned(int earners, int tokens) =>
        Enumerable.Range(0, earners * tokens).ToDictionary(
            i => (Address.FromNumber((ulong)(1000 + (i / tokens * 7 % 997))), SmallMarket.Token(i % tokens)),
            static i => (UInt256)(ulong)i * Wad.Scale);
}
