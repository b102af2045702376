using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.EigenLayer;
using Garrison.Tests.Engine.Restaking.Symbiotic;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>What a holder has with others, however it is known.</summary>
public sealed class BackingTests
{
    [Fact]
    public void A_number_is_what_was_posted()
    {
        World world = new();
        Assert.Equal(Int256.Zero, world.Backings.Amount(Of("node"), Of("tA")));
        Int256 posted = Int256.FromUInt256(Number("7e18"));
        Assert.IsType<Accepted>(world.Execute(Post(posted)));
        Assert.Equal(posted, world.Backings.Amount(Of("node"), Of("tA")));
        Assert.Equal(Int256.Zero, world.Backings.Amount(Of("node"), Of("tB")));
        Assert.IsType<Accepted>(world.Execute(Post(-posted)));
        Assert.Equal(-posted, world.Backings.Amount(Of("node"), Of("tA")));
    }

    // 1,000 deposited; a tenth of the operator's stake is slashed: 900. 400 of them wait in the queue, and
    // count; then half of what is left is slashed: 450 of both, 250 + 200.
    [Fact]
    public void Stake_in_EigenLayer_counts_the_queue_and_bears_slashes()
    {
        Script script = Script.Play("""
            deposit alice A 1000                  ok
            delegate alice op                     ok
            join op op avs/1                      ok
            pass 6                                ok
            allocate op op avs/1 A 1e18           ok
            pass 6                                ok
            """);
        World world = script.World;
        Assert.IsType<Accepted>(world.Execute(
            new SetBacking(default, Of("alice"), Of("tA"), BackingKind.EigenLayer, Of("A"))));
        Assert.Equal(1_000, Amount(world, "alice"));
        script.PlayLines("slash avs avs/1 op A 0.1e18   ok");
        Assert.Equal(900, Amount(world, "alice"));
        script.PlayLines("queue alice A 400   ok");
        Assert.Equal(900, Amount(world, "alice"));
        script.PlayLines("slash avs avs/1 op A 0.5e18   ok");
        Assert.Equal(450, Amount(world, "alice"));
    }

    // 300 of 1,000 leave in the next epoch, and count until they are claimed, as what is slashed does not.
    [Fact]
    public void Stake_in_a_vault_counts_what_leaves()
    {
        SymbioticScript script = SymbioticScript.Play("""
            vault V full instant                  ok
            optIn vault op V                      ok
            optIn network op net                  ok
            take net V 0 1e30                     ok
            give curator V net/0 1e30             ok
            entrust curator V net/0 op 1e30       ok
            deposit alice V 1000                  ok
            """);
        World world = script.World;
        Assert.IsType<Accepted>(world.Execute(
            new SetBacking(default, Of("alice"), Of("tA"), BackingKind.Symbiotic, Of("V"))));
        script.PlayLines("withdraw alice V 300   ok");
        Assert.Equal(1_000, Amount(world, "alice"));
        script.PlayLines("""
            to 50                                 ok
            slash mid V net/0 op 100 49           ok
            """);
        Assert.Equal(900, Amount(world, "alice"));
        script.PlayLines("to 250   ok");
        Assert.Equal(900, Amount(world, "alice"));
        script.PlayLines("claim alice V 1   ok");
        Assert.Equal(630, Amount(world, "alice"));
    }

    [Fact]
    public void Refusals()
    {
        World world = Script.Play("").World;
        Assert.Equal("NoSuchVenue", RefusalOf(world, Set(BackingKind.EigenLayer, "Z")));
        Assert.Equal("NoSuchVenue", RefusalOf(world, Set(BackingKind.Symbiotic, "V")));
        Assert.Equal("NoSuchVenue", RefusalOf(world, Set(BackingKind.Posted, "A")));
        Assert.IsType<Accepted>(world.Execute(Set(BackingKind.EigenLayer, "ETH")));
        Assert.IsType<Accepted>(world.Execute(Set(BackingKind.EigenLayer, "A")));
        Assert.Equal("NotPosted", RefusalOf(world, Post(Int256.Zero)));
        Assert.IsType<Accepted>(world.Execute(Set(BackingKind.Posted, "nobody")));
    }

    private static PostBacking Post(Int256 amount) => new(default, Of("node"), Of("tA"), amount);

    private static SetBacking Set(BackingKind kind, string venue) =>
        new(default, Of("node"), Of("tA"), kind, Of(venue));

    private static int Amount(World world, string holder) =>
        (int)world.Backings.Amount(Of(holder), Of("tA")).Abs().ToBigInteger();

    private static string RefusalOf(World world, Command command) =>
        Assert.IsType<Refused>(world.Execute(command)).Reason.Name;
}
