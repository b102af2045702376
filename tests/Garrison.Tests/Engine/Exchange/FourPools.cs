using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>A pool of each kind, of the tokens tA and tB, with liquidity of alice; bob has tokens
/// too.</summary>
internal static class FourPools
{
    /// <summary>When the story starts.</summary>
    public const ulong Start = 1_700_000_000;

    /// <summary>Curve, Balancer, Uniswap v3 and v2.</summary>
    public static IReadOnlyList<Address> All { get; } = [Of("S"), Of("C"), Of("P"), Of("V")];

    /// <summary>Thousands of both tokens in each pool, at par; in the stable ones a tenth more of
    /// tB.</summary>
    public static World New()
    {
        World world = new();
        Command[] commands =
        [
            new AdvanceClock(default, 1, Start),
            .. Wealth("alice"),
            .. Wealth("bob"),
            new DeployStableSwap(default, Of("S"), new StableSwapParameters(
                [new(Of("tA")), new(Of("tB"))],
                A: 200,
                Fee: Number("4e6"),
                OffpegFeeMultiplier: Number("2e10"),
                MaExpTime: 866,
                Of("admin"),
                Of("admin"))),
            new DeployComposableStable(
                default, new(Of("vault"), Of("collector"), Of("percentages"), Of("gov"))),
            new CreateComposableStablePool(
                default,
                Of("C"),
                Of("own"),
                [new(Of("tA"), 18), new(Of("tB"), 18)],
                Amplification: 200,
                SwapFee: 400_000_000_000_000,
                Start + 1,
                Start + 2),
            new DeployConcentratedFactory(default, Of("f3")),
            new CreateConcentratedPool(default, Of("f3"), Of("P"), Of("tA"), Of("tB"), 500),
            new InitializeConcentratedPool(default, Of("P"), TickMath.SqrtPriceAt(0)),
            new DeployConstantProductFactory(default, Of("f2"), Of("admin")),
            new CreateConstantProductPair(default, Of("f2"), Of("V"), Of("tA"), Of("tB")),
            Add("S", "1000e18", "1100e18"),
            Add("C", "1000e18", "1100e18"),
            Add("P", "1000e18", "1000e18") with { Range = new TickRange(-500, 500) },
            Add("V", "2000e18", "2000e18"),
        ];
        foreach (Command command in commands)
        {
            Assert.IsType<Accepted>(world.Execute(command));
        }

        return world;
    }

    /// <summary>Alice's liquidity.</summary>
    public static AddToPool Add(string pool, string amountA, string amountB) => new(
        Of("alice"), Of(pool), Of("alice"), [Number(amountA), Number(amountB)], UInt256.Zero);

    /// <summary>Bob's trade at any price.</summary>
    public static SwapInPool Swap(Address pool, Trade trade) => new(
        Of("bob"),
        pool,
        Of("bob"),
        trade.TokenIn,
        trade.TokenOut,
        trade.IsExactInput,
        trade.Amount,
        trade.IsExactInput ? UInt256.Zero : UInt256.MaxValue);

    /// <summary>A trade of 1 to 10²¹ of the smallest unit.</summary>
    public static Trade Draw(Dice dice)
    {
        bool sellsA = dice.OneIn(2);
        UInt256 amount = (UInt256)(1 + (ulong)dice.Below(1_000_000)) * ((UInt256)10UL).Pow((uint)dice.Below(16));
        return new Trade(
            Of(sellsA ? "tA" : "tB"), Of(sellsA ? "tB" : "tA"), IsExactInput: !dice.OneIn(3), amount);
    }

    private static Command[] Wealth(string who) =>
    [
        new Mint(default, Of("tA"), Of(who), Number("1e30")),
        new Mint(default, Of("tB"), Of(who), Number("1e30")),
    ];
}
