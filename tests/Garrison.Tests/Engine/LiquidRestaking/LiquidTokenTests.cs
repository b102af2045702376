using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.RocketPool;
using Garrison.Primitives;
using Garrison.Tests.Engine.LiquidRestaking.EtherFi;
using Garrison.Tests.Engine.LiquidRestaking.Lido;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>Issuers answer in the one shape as their own tables say.</summary>
public sealed class LiquidTokenTests
{
    private static readonly UInt256 _hundred = Wad.Scale * 100UL;

    // 100 ether in the pool: an eETH is an ether, a weETH too as long as nothing was earned.
    [Fact]
    public void EtherFi_has_two_tokens_on_the_same_assets()
    {
        World world = EtherFiScript.Play("deposit alice 100e18    ok").World;
        IReadOnlyList<Address> tokens = world.LiquidTokens.All;
        Assert.Equal(2, tokens.Count);
        foreach (Address token in tokens)
        {
            Assert.Equal(IssuerKind.EtherFi, world.LiquidTokens.KindOf(token));
            AssertBacked(world, token, Wad.Scale);
        }

        Assert.Equal(_hundred, world.LiquidTokens.Supply(tokens[0]));
        Assert.Equal(UInt256.Zero, world.LiquidTokens.Supply(tokens[1]));
        Assert.Equal(_hundred, Assert.Single(world.LiquidTokens.Queues(tokens[0])).Liquid);
    }

    [Fact]
    public void Lido_has_two_tokens_on_the_same_assets()
    {
        World world = LidoScript.Play("submit alice 100e18    ok").World;
        Assert.Equal(2, world.LiquidTokens.All.Count);
        Assert.All(world.LiquidTokens.All, token => AssertBacked(world, token, Wad.Scale));
    }

    // A loss of 10 of 100 is in a live rate at once: 0.9, and 10 less on the other side.
    [Fact]
    public void A_composed_issuer_answers_by_its_own_address()
    {
        World world = Issuing.IssuerScript.Play("""
            create P                             ok
            deposit alice P ETHER 100e18         ok
            post P ETHER -10e18                  ok
            """);
        Address token = Assert.Single(world.LiquidTokens.All);
        Assert.Equal(IssuerKind.Composed, world.LiquidTokens.KindOf(token));
        Assert.Null(world.LiquidTokens.Rate(token, out UInt256 rate));
        Assert.Equal(Wad.Scale.DivDown(10) * 9UL, rate);
        Assert.Equal(
            [_hundred.ToString(), "-" + _hundred.DivDown(10)],
            world.LiquidTokens.Holdings(token).Select(static one => one.Amount.ToString()));
        Assert.Null(world.LiquidTokens.Assets(token, out UInt256 assets));
        Assert.Equal(Wad.Scale * 90UL, assets);
    }

    // 100 ether came in without a fee, and the one member voted 102: 100 can be paid, 2 are with validators.
    [Fact]
    public void RETH_is_worth_what_was_voted()
    {
        World world = new();
        Command[] commands =
        [
            new AdvanceClock(default, 10, 1_700_000_000),
            new DeployRocketPool(default, new(Of("gov"), Of("rETH"), Of("vault"))),
            new SetRocketPool(Of("gov"), RocketPoolSettings.Mainnet with { DepositFee = UInt256.Zero }),
            new AddRocketMember(Of("gov"), Of("member")),
            new Mint(default, Ledger.Ether, Of("alice"), _hundred),
            new DepositToRocketPool(Of("alice"), _hundred),
            new SubmitRocketBalances(Of("member"), 9, Wad.Scale * 102UL, UInt256.Zero, _hundred),
        ];
        Assert.All(commands, command => Assert.IsType<Accepted>(world.Execute(command)));
        Assert.Equal(Of("rETH"), Assert.Single(world.LiquidTokens.All));
        Assert.Equal(IssuerKind.RocketPool, world.LiquidTokens.KindOf(Of("rETH")));
        AssertBacked(world, Of("rETH"), Number("1.02e18"));
        Assert.Equal(
            [_hundred, Wad.Scale * 2UL],
            world.LiquidTokens.Holdings(Of("rETH")).Select(static one => one.Ether!.Value));
        Assert.Equal(_hundred, Assert.Single(world.LiquidTokens.Queues(Of("rETH"))).Liquid);
    }

    private static void AssertBacked(World world, Address token, UInt256 expected)
    {
        LiquidTokens tokens = world.LiquidTokens;
        Assert.Null(tokens.Rate(token, out UInt256 rate));
        Assert.Null(tokens.BackedRate(token, out UInt256 backed));
        Assert.Null(tokens.Assets(token, out UInt256 assets));
        Assert.Equal(expected, rate);
        Assert.Equal(expected, backed);
        Assert.Equal(assets, tokens.Holdings(token).Sum(static one => one.Ether!.Value));
    }
}
