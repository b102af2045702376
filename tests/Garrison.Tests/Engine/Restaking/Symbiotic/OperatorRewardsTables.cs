using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Rewards by roots: every refusal in the contract's order, and what is paid.</summary>
public sealed class OperatorRewardsTables
{
    private const string Tree = "op=40;rival=20;eve=7";
    private const string Later = "op=55;rival=20;eve=7";

    [Fact]
    public void Roots() => PeripheryScript.Play($"""
        root mid net 60 {Tree}                       EmptyRevert
        earn op 40 {Tree}                            EmptyRevert
        roots                                        ok
        roots                                        AlreadyDeployed
        root othermid net 60 {Tree}                  NotNetworkMiddleware
        root mid other 60 {Tree}                     NotNetworkMiddleware
        root mid net 1e41 {Tree}                     ERC20:_transfer_amount_exceeds_balance
        root mid net 60 {Tree}                       ok
        root mid net 0 {Tree}                        ok
        left net                                     = 60
        balance tR roots                             = 60
        """);

    [Fact]
    public void Claims() => PeripheryScript.Play($"""
        roots                                        ok
        earn op 41 {Tree}                            RootNotSet
        root mid net 50 {Tree}                       ok
        earn op 40 {Tree} network:other              RootNotSet
        earn op 41 {Tree}                            InvalidProof
        earn mallory 40 {Tree}                       InvalidProof
        earn op 55 {Later}                           InvalidProof
        earn op 40 {Tree} to:nobody                  ERC20:_transfer_to_the_zero_address
        earn op 40 {Tree} to:heir                    ok
        balance tR heir                              = 40
        claimed op                                   = 40
        left net                                     = 10
        earn op 40 {Tree}                            InsufficientTotalClaimable
        earn rival 20 {Tree}                         InsufficientBalance
        earn eve 7 {Tree}                            ok
        left net                                     = 3
        root mid net 17 {Tree}                       ok
        earn rival 20 {Tree}                         ok
        left net                                     = 0
        """);

    // 55 − 40. An older root would not pay again, and one that says less pays nothing.
    [Fact]
    public void A_newer_root_pays_the_difference() => PeripheryScript.Play($"""
        roots                                        ok
        root mid net 100 {Tree}                      ok
        earn op 40 {Tree}                            ok
        root mid net 0 {Later}                       ok
        earn op 40 {Tree}                            InvalidProof
        earn op 55 {Later} to:heir                   ok
        balance tR heir                              = 15
        root mid net 0 {Tree}                        ok
        earn op 40 {Tree}                            InsufficientTotalClaimable
        root mid net 0 none                          ok
        earn rival 20 {Tree}                         RootNotSet
        """);

    // What one network has paid in does not pay another's root.
    [Fact]
    public void Networks_pay_from_their_own() => PeripheryScript.Play($"""
        roots                                        ok
        root mid net 100 {Tree}                      ok
        root othermid other 10 {Tree}                ok
        earn op 40 {Tree} network:other              InsufficientBalance
        earn eve 7 {Tree} network:other              ok
        left other                                   = 3
        left net                                     = 100
        claimed eve                                  = 0
        """);

    [Fact]
    public void A_tree_of_one() => PeripheryScript.Play("""
        roots                                        ok
        root mid net 3 op=3                          ok
        earn op 3 op=3                               ok
        """);

    [Fact]
    public void Events()
    {
        PeripheryScript script = PeripheryScript.Play("roots ok");
        Accepted paid = Assert.IsType<Accepted>(script.Execute($"root mid net 60 {Tree}"));
        Assert.Equal(
            new OperatorRewardsDistributed(
                Of("roots"), Of("net"), Of("tR"), 60UL, RewardVerbs.Tree(Tree).Root),
            paid.Events[^1]);
        Accepted claim = Assert.IsType<Accepted>(script.Execute($"earn op 40 {Tree} to:heir"));
        Assert.Equal(
            new OperatorRewardsClaimed(
                Of("roots"), Of("heir"), Of("net"), Of("tR"), Of("op"), 40UL),
            claim.Events[^1]);
    }

    // The example of OpenZeppelin's merkle-tree library: 5 and 2.5 of a token with 18 decimals.
    [Fact]
    public void A_known_root()
    {
        Hash32 one = SortedMerkleProof.Leaf(
            Address.Parse("0x1111111111111111111111111111111111111111"), Number("5e18"));
        Hash32 other = SortedMerkleProof.Leaf(
            Address.Parse("0x2222222222222222222222222222222222222222"), Number("2.5e18"));
        var root = Hash32.Parse("0xd4dee0beab2d53f2cc83e567171bd2820e49898130a22622b10ead383e90bd77");
        Assert.Equal(root, SortedMerkleProof.Node(one, other));
        Assert.True(SortedMerkleProof.IsIn(root, other, [one]));
        Assert.False(SortedMerkleProof.IsIn(root, other, []));
        Assert.False(SortedMerkleProof.IsIn(root, one, [one]));
    }
}
