using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Issuing;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Engine.LiquidRestaking.RocketPool;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>Who issues a token is its only source: what is there already cannot become his.</summary>
public sealed class IssuedTokenTests
{
    private static readonly IssuerAccounts _accounts = new(
        Of("owner"), Of("keeper"), Of("treasury"), Of("operators"), Of("queue"), Of("staker"));

    [Fact]
    public void A_token_that_there_is_some_of_is_not_issued()
    {
        World world = new();
        _ = world.Execute(new Mint(default, Of("tA"), Of("alice"), UInt256.One));
        _ = world.Execute(new IssueRebasing(default, Of("tB")));
        foreach (string token in new[] { "tA", "tB" })
        {
            Command[] commands =
            [
                new CreateIssuer(default, Of(token), IssuerPresets.Puffer2025(_accounts)),
                new DeployKelp(default, default(KelpContracts) with { Token = Of(token) }, Of("admin")),
                new DeployRenzo(
                    default, default(RenzoContracts) with { Token = Of(token) }, Of("admin"), UInt256.One),
                new DeployRocketPool(default, new(Of("admin"), Of(token), Of("vault"))),
            ];
            Assert.All(commands, command => Assert.Equal("AlreadyIssued", RefusalOf(world, command)));
        }
    }

    [Fact]
    public void Nobody_governs_a_pool_that_is_not_there()
    {
        World world = new();
        Assert.Equal("NotAdmin", RefusalOf(world, new AddRocketMember(default, Of("alice"))));
        Assert.Equal("NotAdmin", RefusalOf(world, new SetRocketPool(default, RocketPoolSettings.Mainnet)));
        Assert.Equal("Invalid address", RefusalOf(world, new DeployRocketPool(
            default, new(default, Of("tA"), Of("vault")))));
    }

    [Fact]
    public void What_waits_and_what_is_bonded_lie_apart()
    {
        World world = new();
        IssuerAccounts[] wrong =
        [
            _accounts with { Owner = default },
            _accounts with { Keeper = default },
            _accounts with { Staker = _accounts.Queue },
            _accounts with { Treasury = default },
        ];
        Assert.All(wrong, accounts => Assert.Equal("InvalidTerms", RefusalOf(
            world, new CreateIssuer(default, Of("tC"), IssuerPresets.Puffer2025(accounts)))));
    }

    private static string RefusalOf(World world, Command command) =>
        Assert.IsType<Refused>(world.Execute(command)).Reason.Name;
}
