using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Engine.Oracle;
using Garrison.Primitives;
using Garrison.Simulation.Loops;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Simulation.Loops;

/// <summary>A world with two ways to loop; alice has 1,000 of each collateral and of ether.</summary>
/// <remarks>
/// Morpho lends ether (tB) for weETH (tC), worth 1.05, up to 86 %; they trade in a pool of Curve. Aave
/// lends it for rsETH (tA), worth 1.07, up to 93 % of 95 % in its category; they trade in a pool of
/// Balancer, and a flash loan costs 5 bps. Either lender has 20,000 ether, either pool the worth of 10,000
/// of each.
/// </remarks>
internal sealed class LoopWorld
{
    public const ulong Start = 1_700_000_000;
    public const ulong Forever = 1_000_000_000;

    public static readonly Address Alice = Of("alice");
    public static readonly Address Ether = Of("tB");
    public static readonly Address RsEth = Of("tA");
    public static readonly Address WeEth = Of("tC");

    private static readonly Address _aave = Of("aave");

    public LoopWorld()
    {
        Do(new AdvanceClock(default, 1, Start));
        foreach (Address token in (Address[])[Ether, RsEth, WeEth])
        {
            Do(new Mint(default, token, Alice, 1000.Ether));
            Do(new Mint(default, token, Of("lender"), 100_000.Ether));
        }

        Morpho = new LoopRoute(MakeMorpho(), MakeCurve(), new MorphoFlash());
        Aave = new LoopRoute(MakeAave(), MakeBalancer(), new AaveFlash(_aave));
    }

    public World World { get; } = new();

    public LoopRoute Morpho { get; }

    public LoopRoute Aave { get; }

    public LoopRoute Route(bool isAave) => isAave ? Aave : Morpho;

    /// <summary>Where tokens can be: alice's wallet, the market, and the pool.</summary>
    public static Address[] Holders(bool isAave, Address token) => isAave
        ? [Alice, token == Ether ? Of("aB") : Of("aA"), Of("vault")]
        : [Alice, Of("morpho"), Of("curve")];

    public Accepted Do(Command command) => Assert.IsType<Accepted>(World.Execute(command));

    /// <summary>Executes a plan as it is read back from its JSON, and says how alice stands then.</summary>
    public LoopState Do(LoopRoute route, LoopPlan plan)
    {
        _ = Do(EngineJson.ReadCommand(EngineJson.Write(plan.Batch)));
        return LoopState.Of(World, route.Venue, Alice);
    }

    private MorphoVenue MakeMorpho()
    {
        UInt256 lltv = Number("0.86e18");
        Address gov = Of("gov");
        MorphoMarketParameters parameters = new(Ether, WeEth, Of("feed"), Of("irm"), lltv);
        Do(new DeployMorpho(default, Of("morpho"), gov));
        Do(new DeployMorphoIrm(default, Of("irm")));
        Do(new EnableMorphoIrm(gov, Of("irm")));
        Do(new EnableMorphoLltv(gov, lltv));
        Do(new CreateRateFeed(default, Of("feed"), Of("reporter"), 36, Number("1.05e36")));
        Do(new CreateMorphoMarket(default, parameters));
        Do(new SupplyToMorpho(Of("lender"), parameters.Id, 20_000.Ether, UInt256.Zero, Of("lender")));
        return MorphoVenue.Of(World, parameters.Id);
    }

    private LoopPool MakeCurve()
    {
        Address pool = Of("curve");
        Do(new DeployStableSwap(default, pool, new StableSwapParameters(
            [
                new StableSwapCoin(Ether),
                new StableSwapCoin(WeEth, StableSwapAsset.Oracle, 18, Number("1.05e18")),
            ],
            200,
            Number("1e6"),
            Number("2e10"),
            866UL,
            Of("gov"),
            Of("gov"))));
        Do(new AddStableLiquidity(
            Of("lender"), pool, [10_000.Ether, Number("9523.8e18")], UInt256.Zero));
        return new LoopPool(pool);
    }

    private AaveVenue MakeAave()
    {
        Address admin = Of("admin");
        Do(new DeployAave(default, _aave, new AavePool(
            admin, Of("configurator"), Of("strategy"), Of("treasury"), Of("umbrella"))));
        foreach (char letter in "AB")
        {
            Address token = Of($"t{letter}");
            Do(new ListAaveReserve(
                admin,
                _aave,
                token,
                Of($"a{letter}"),
                Of($"d{letter}"),
                18,
                new AaveCurve(9200, 0, 235, 600)));
            Do(new SwitchAaveReserve(admin, _aave, token, AaveSwitch.FlashLoans, true));
        }

        Do(new SwitchAaveReserve(admin, _aave, Ether, AaveSwitch.Borrowing, true));
        Do(new ConfigureAaveCollateral(admin, _aave, RsEth, 7200, 7500, 10_750));
        Do(new SetAaveCategory(admin, _aave, 1, 9300, 9500, 10_100, "rsETH", false));
        Do(new SetAaveAssetInCategory(admin, _aave, RsEth, 1, AaveCategoryRole.Collateral, true));
        Do(new SetAaveAssetInCategory(admin, _aave, Ether, 1, AaveCategoryRole.Borrowable, true));
        Do(new SetAaveFlashPremium(admin, _aave, 5));
        Do(new PostAavePrice(default, _aave, RsEth, Number("3210e8")));
        Do(new PostAavePrice(default, _aave, Ether, Number("3000e8")));
        Do(new SupplyToAave(Of("lender"), _aave, Ether, 20_000.Ether, Of("lender")));
        return new AaveVenue(_aave, RsEth, Ether, 1);
    }

    private LoopPool MakeBalancer()
    {
        Address pool = Of("P");
        Do(new DeployComposableStable(default, new ComposableStableContracts(
            Of("vault"), Of("collector"), Of("percentages"), Of("gov"))));
        Do(new SetComposableProviderRate(default, Of("provider"), Number("1.07e18")));
        Do(new CreateComposableStablePool(
            default,
            pool,
            Of("gov"),
            [new ComposableStableToken(RsEth, 18, Of("provider")), new ComposableStableToken(Ether, 18)],
            200,
            100_000_000_000_000,
            Start + Forever,
            Start + Forever));
        Do(new JoinComposableStable(
            Of("lender"), pool, Of("lender"), ComposableStableJoin.Init,
            [UInt256.Zero, Number("9345.7e18"), 10_000.Ether]));
        return new LoopPool(pool);
    }
}
