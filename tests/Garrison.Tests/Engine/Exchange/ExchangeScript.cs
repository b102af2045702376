using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>Plays a table of exchanges: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
/// <remarks>
/// <code>
/// add alice alice -60 60 1e18      ok
/// swap bob 0 1e15                  ok
/// tokens tA P                      = 1e15
/// </code>
/// Pool <c>P</c> of Uniswap v3, of tokens tA and tB, with a fee of 0.3 % and spacing 60, and pair <c>V</c>
/// of Uniswap v2, of the same tokens, are there, of factories <c>f3</c> and <c>f2</c> that <c>admin</c> owns.
/// Alice and bob have tokens. A swap names the token that goes in, and how much of it; an amount with
/// <c>-</c> is what comes out. Every command is executed as it is read back from its JSON.
/// </remarks>
internal sealed class ExchangeScript
{
    /// <summary>When the story starts.</summary>
    public const ulong Start = 1_700_000_000;

    private const string Cast = """
        give tA alice 1e30     ok
        give tB alice 1e30     ok
        give tA bob 1e30       ok
        give tB bob 1e30       ok
        factory f3             ok
        pool P tA tB 3000      ok
        pairs f2               ok
        pair V tA tB           ok
        """;

    private ExchangeScript()
    {
        Assert.IsType<Accepted>(Execute(new AdvanceClock(default, 1, Start)));
        PlayLines(Cast);
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>Plays the lines on a fresh chain.</summary>
    public static ExchangeScript Play(string lines)
    {
        ExchangeScript script = new();
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays more lines.</summary>
    public void PlayLines(string lines) => Lines.Play(World, lines, words => Execute(Parse(words)), Read);

    /// <summary>Executes a command.</summary>
    public Receipt Execute(Command command) =>
        World.Execute(EngineJson.ReadCommand(EngineJson.Write(command)));

    private static Command Parse(string[] words) =>
        OfLedger(words) ?? OfPool(words) ?? OfOwner(words) ?? OfPair(words)
            ?? throw new InvalidOperationException($"no command '{words[0]}'");

    private static Command? OfLedger(string[] words) => words switch
    {
        ["pass", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["give", var token, var to, var amount] => new Mint(default, Of(token), Of(to), Number(amount)),
        ["pay", var token, var from, var to, var amount] => new Transfer(
            Of(from), Of(token), Of(to), Number(amount)),
        ["rebasing", var token] => new IssueRebasing(default, Of(token)),
        ["rebase", var token, var worth] => new Rebase(default, Of(token), Number(worth)),
        _ => null,
    };

    private static Command? OfPool(string[] words) => words switch
    {
        ["begin", var pool] => new InitializeConcentratedPool(default, Of(pool), Q96.Scale),
        ["begin", var pool, var price] => new InitializeConcentratedPool(default, Of(pool), Number(price)),
        ["add", var from, var owner, var lower, var upper, var liquidity, .. var pool] =>
            new MintConcentratedLiquidity(
                Of(from), Pool(pool), Of(owner), int.Parse(lower), int.Parse(upper), Number(liquidity)),
        ["burn", var owner, var lower, var upper, var liquidity, .. var pool] =>
            new BurnConcentratedLiquidity(
                Of(owner), Pool(pool), int.Parse(lower), int.Parse(upper), Number(liquidity)),
        ["collect", var owner, var lower, var upper, var most, .. var pool] => new CollectConcentrated(
            Of(owner), Pool(pool), Of(owner), int.Parse(lower), int.Parse(upper), Number(most), Number(most)),
        ["swap", var from, var token, var amount, .. var pool] => new SwapConcentrated(
            Of(from), Pool(pool), Of(from), token == "0", Signed(amount), Farthest(token == "0")),
        ["swapTo", var limit, var from, var token, var amount] => new SwapConcentrated(
            Of(from), Of("P"), Of(from), token == "0", Signed(amount), Limit(limit)),
        ["flash", var from, var amount0, var amount1, var paid0, var paid1, .. var pool] =>
            new FlashConcentrated(
                Of(from), Pool(pool), Of(from), Number(amount0), Number(amount1), Number(paid0),
                Number(paid1)),
        ["bring", var from, var lower, var upper, var amount, var least] => new AddToPool(
            Of(from), Of("P"), Of(from), [Number(amount), Number(amount)], Number(least),
            new TickRange(int.Parse(lower), int.Parse(upper))),
        ["take", var owner, var lower, var upper, var shares, var least] => new RemoveFromPool(
            Of(owner), Of("P"), Of(owner), Number(shares), [Number(least), Number(least)],
            new TickRange(int.Parse(lower), int.Parse(upper))),
        ["trade", var from, var token, var amount, var limit] => new SwapInPool(
            Of(from), Of("P"), Of(from), Of(token == "0" ? "tA" : "tB"), Of(token == "0" ? "tB" : "tA"),
            !amount.StartsWith('-'), Number(amount.TrimStart('-')), Number(limit)),
        ["observations", var count, .. var pool] => new IncreaseConcentratedObservations(
            default, Pool(pool), ushort.Parse(count)),
        _ => null,
    };

    private static Command? OfOwner(string[] words) => words switch
    {
        ["factory", var factory] => new DeployConcentratedFactory(Of("admin"), Of(factory)),
        ["own", var sender, var owner] => new SetConcentratedOwner(Of(sender), Of("f3"), Of(owner)),
        ["fee", var sender, var fee, var spacing] => new EnableConcentratedFee(
            Of(sender), Of("f3"), uint.Parse(fee), int.Parse(spacing)),
        ["pool", var pool, var tokenA, var tokenB, var fee] => new CreateConcentratedPool(
            default, Of("f3"), Of(pool), Of(tokenA), Of(tokenB), uint.Parse(fee)),
        ["protocol", var sender, var part0, var part1, .. var pool] => new SetConcentratedFeeProtocol(
            Of(sender), Pool(pool), byte.Parse(part0), byte.Parse(part1)),
        ["collectProtocol", var sender, var most, .. var pool] => new CollectConcentratedProtocol(
            Of(sender), Pool(pool), Of(sender), Number(most), Number(most)),
        _ => null,
    };

    private static Command? OfPair(string[] words) => words switch
    {
        ["pairs", var factory] => new DeployConstantProductFactory(default, Of(factory), Of("admin")),
        ["pair", var pair, var tokenA, var tokenB] => new CreateConstantProductPair(
            default, Of("f2"), Of(pair), Of(tokenA), Of(tokenB)),
        ["feeTo", var sender, var to] => new SetConstantProductFeeTo(Of(sender), Of("f2"), Of(to)),
        ["setter", var sender, var to] => new SetConstantProductFeeToSetter(Of(sender), Of("f2"), Of(to)),
        ["addV", var from, var amount0, var amount1, .. var pair] => new AddConstantProductLiquidity(
            Of(from), Pair(pair), Of(from), Number(amount0), Number(amount1)),
        ["removeV", var from, var shares, .. var pair] => new RemoveConstantProductLiquidity(
            Of(from), Pair(pair), Of(from), Number(shares)),
        ["swapV", var from, var in0, var in1, var out0, var out1, .. var to] => new SwapConstantProduct(
            Of(from), Of("V"), Of(to.Length == 0 ? from : to[0]), Number(in0), Number(in1), Number(out0),
            Number(out1)),
        ["skim", var to, .. var pair] => new SkimConstantProduct(default, Pair(pair), Of(to)),
        ["sync", .. var pair] => new SyncConstantProduct(default, Pair(pair)),
        _ => null,
    };

    private string Read(string[] words) => ReadAny(words).ToString()!;

    private object ReadAny(string[] words) => words switch
    {
        ["tokens", var token, var who] => World.Ledger.Balance(Of(token), Of(who)),
        ["supply", var token] => World.Ledger.Supply(Of(token)),
        ["quote", var token, var amount] => Quoted(World.ConcentratedPools.Quote, "P", token, amount),
        ["quoteV", var token, var amount] => Quoted(World.ConstantProductPools.Quote, "V", token, amount),
        _ => OfPoolView(words) ?? OfPairView(words)
            ?? throw new InvalidOperationException($"no view '{words[0]}'"),
    };

    private object? OfPoolView(string[] words)
    {
        ConcentratedPools pools = World.ConcentratedPools;
        return words switch
        {
            ["price"] => pools.Of(Of("P")).SqrtPriceX96,
            ["tickAbove", var tick] => pools.Of(Of("P")).Tick - int.Parse(tick),
            ["liquidity"] => pools.Of(Of("P")).Liquidity,
            ["liquidityFor", var lower, var upper, var amount] => pools.LiquidityFor(
                Of("P"), new(int.Parse(lower), int.Parse(upper)), new(Number(amount), Number(amount))),
            ["growth0"] => pools.Of(Of("P")).FeeGrowthGlobal0X128,
            ["protocolFees0"] => pools.Of(Of("P")).ProtocolFees0,
            ["owed0", var who, var lower, var upper] => pools.PositionOf(
                Of("P"), Of(who), new(int.Parse(lower), int.Parse(upper))).TokensOwed0,
            ["seconds", var lower, var upper] => Inside(pools, int.Parse(lower), int.Parse(upper)).Seconds,
            ["observed", var ago] => Observed(pools, uint.Parse(ago)),
            ["kept"] => pools.Of(Of("P")).ObservationCardinality,
            _ => null,
        };
    }

    private object? OfPairView(string[] words)
    {
        ConstantProductPair pair = World.ConstantProductPools.Of(Of("V"));
        return words switch
        {
            ["reserve0"] => pair.Reserve0,
            ["reserve1"] => pair.Reserve1,
            ["kLast"] => pair.KLast,
            ["price0"] => pair.Price0Cumulative >> 112,
            ["price1"] => pair.Price1Cumulative >> 112,
            _ => null,
        };
    }

    private delegate Refusal? Quoter(Address pool, PairTrade trade, out TradeQuote quote);

    // What goes in when what comes out is given, and the other way round.
    private static UInt256 Quoted(Quoter quoter, string pool, string token, string amount)
    {
        bool isInput = !amount.StartsWith('-');
        PairTrade trade = new(token == "0", isInput, Number(amount.TrimStart('-')));
        Assert.Null(quoter(Of(pool), trade, out TradeQuote quote));
        return isInput ? quote.AmountOut : quote.AmountIn;
    }

    // A sum of ticks; 400 before there is a price, and 404 when nothing is remembered.
    private static long Observed(ConcentratedPools pools, uint ago) =>
        pools.Observe(Of("P"), ago, out ConcentratedObservation found) switch
        {
            null => found.TickCumulative,
            { Name: "OLD" } => 404,
            _ => 400,
        };

    private static InsideSnapshot Inside(ConcentratedPools pools, int lower, int upper)
    {
        Assert.Null(pools.SnapshotInside(Of("P"), new(lower, upper), out InsideSnapshot snapshot));
        return snapshot;
    }

    private static Address Pool(string[] words) => Of(words.Length == 0 ? "P" : words[0]);

    private static Address Pair(string[] words) => Of(words.Length == 0 ? "V" : words[0]);

    private static Int256 Signed(string text) => text.StartsWith('-')
        ? -Int256.FromUInt256(Number(text[1..]))
        : Int256.FromUInt256(Number(text));

    private static UInt256 Limit(string text) =>
        text.StartsWith('t') ? TickMath.SqrtPriceAt(int.Parse(text[1..])) : Number(text);

    private static UInt256 Farthest(bool zeroForOne) => zeroForOne
        ? TickMath.MinSqrtPrice + UInt256.One
        : TickMath.MaxSqrtPrice - UInt256.One;
}
