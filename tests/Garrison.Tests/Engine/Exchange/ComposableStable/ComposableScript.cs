using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange.ComposableStable;

/// <summary>Plays a table of composable stable pools: one command a line, its outcome last; or a view, and
/// what it reads.</summary>
/// <remarks>
/// <code>
/// pool P 200 1e15 tA tB:6:rB:600 tC:18:rC:0:exempt   ok
/// join alice P init 0,1e21,1e9,1e21                  ok
/// swap bob P in tA tB 1e18                           ok
/// balance P tA                                       = 1001e18
/// </code>
/// A pool has an amplification, a fee and tokens, each with decimals, a rate provider, the seconds that a
/// rate is kept, and whether its yield pays. Pool P comes before the tokens, pool later behind them.
/// <c>own</c> owns pools, <c>gov</c> governs. Seconds count from the start. Commands are executed as read
/// back from their JSON.
/// </remarks>
internal sealed class ComposableScript
{
    /// <summary>When the story starts.</summary>
    public const ulong Start = 1_700_000_000;

    private const ulong PauseWindow = 1_000;
    private const ulong BufferPeriod = 1_500;

    public ComposableScript()
    {
        Do(new AdvanceClock(default, 1, Start));
        Do(new DeployComposableStable(default, new ComposableStableContracts(
            Of("vault"), Of("collector"), Of("percentages"), Of("gov"))));
        foreach (string token in (string[])["tA", "tB", "tC"])
        {
            Do(new Mint(default, Of(token), Of("alice"), Number("1e30")));
            Do(new Mint(default, Of(token), Of("bob"), Number("1e30")));
        }
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    private ComposableStablePools Pools => World.ComposableStablePools;

    /// <summary>Plays the lines on a fresh chain.</summary>
    public static ComposableScript Play(string lines)
    {
        ComposableScript script = new();
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays more lines.</summary>
    public void PlayLines(string lines) => Lines.Play(World, lines, words => Execute(Parse(words)), Read);

    /// <summary>Executes a command, as it is read back.</summary>
    public Receipt Execute(Command command) =>
        World.Execute(EngineJson.ReadCommand(EngineJson.Write(command)));

    private void Do(Command command) => Assert.IsType<Accepted>(Execute(command));

    private static Command Parse(string[] words) =>
        OfUsers(words) ?? OfSetters(words) ?? throw new InvalidOperationException(string.Join(' ', words));

    private static Command? OfUsers(string[] words) => words switch
    {
        ["time", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["pool", var pool, var amplification, var fee, .. var tokens] => new CreateComposableStablePool(
            default, Of(pool), Of("own"), [.. tokens.Select(Token)], ulong.Parse(amplification),
            (ulong)Number(fee), Start + PauseWindow, Start + BufferPeriod),
        ["swap", var who, var pool, var kind, var tokenIn, var tokenOut, var amount, .. var rest] =>
            new SwapComposableStable(
                Of(who), Of(pool), Of(who), Kind(kind), Of(tokenIn), Of(tokenOut), Number(amount),
                Option(rest, "limit", kind == "in" ? UInt256.Zero : UInt256.MaxValue),
                Start + Option(rest, "until", 1_000_000)),
        ["batch", var who, var kind, var assets, var limits, var until, .. var steps] =>
            new BatchSwapComposableStable(
                Of(who), Of(who), Kind(kind), [.. steps.Select(Step)],
                [.. assets.Split(',').Select(Of)], [.. limits.Split(',').Select(Signed)],
                Start + Number(until)),
        ["join", var who, var pool, var kind, .. var rest] => new JoinComposableStable(
            Of(who), Of(pool), Of(who), Join(kind), Amounts(rest), Option(rest, "bpt", 0),
            Option(rest, "token", 0), Limits(rest)),
        ["exit", var who, var pool, var kind, .. var rest] => new ExitComposableStable(
            Of(who), Of(pool), Of(who), Exit(kind), Amounts(rest), Option(rest, "bpt", 0),
            Option(rest, "token", 0), Limits(rest)),
        ["send", var who, var token, var to, var amount] => new Transfer(
            Of(who), Of(token), Of(to), Number(amount)),
        _ => null,
    };

    private static Command? OfSetters(string[] words) => words switch
    {
        ["rate", var provider, var rate] => new SetComposableProviderRate(
            default, Of(provider), Number(rate)),
        ["refresh", var pool, var token] => new UpdateComposableTokenRate(default, Of(pool), Of(token)),
        ["duration", var who, var pool, var token, var seconds] => new SetComposableRateDuration(
            Of(who), Of(pool), Of(token), Number(seconds)),
        ["amp", var who, var pool, var end, var time] => new StartComposableAmplification(
            Of(who), Of(pool), Number(end), time == "past" ? 1 : Start + Number(time)),
        ["stop", var who, var pool] => new StopComposableAmplification(Of(who), Of(pool)),
        ["fee", var who, var pool, var fee] => new SetComposableSwapFee(Of(who), Of(pool), Number(fee)),
        ["part", var who, var type, var fee] => new SetComposableProtocolFee(
            Of(who), Enum.Parse<ComposableStableFeeType>(type), Number(fee)),
        ["collect", var pool] => new UpdateComposableProtocolFees(default, Of(pool)),
        ["recover", var who, var pool] => new EnableComposableRecovery(Of(who), Of(pool)),
        ["unrecover", var who, var pool] => new DisableComposableRecovery(Of(who), Of(pool)),
        ["pause", var who, var pool] => new PauseComposablePool(Of(who), Of(pool)),
        ["unpause", var who, var pool] => new UnpauseComposablePool(Of(who), Of(pool)),
        _ => null,
    };

    private string Read(string[] words) => words switch
    {
        ["balance", var pool, var token] => $"{Pools.Balance(Of(pool), Of(token))}",
        ["held", var token, var who] => $"{World.Ledger.Balance(Of(token), Of(who))}",
        ["supply", var pool] => $"{Pools.VirtualSupply(Of(pool))}",
        ["actual", var pool] => $"{Pools.ActualSupply(Of(pool))}",
        ["value", var pool] => $"{Pools.Rate(Of(pool))?.Raw}",
        ["amplification", var pool] => $"{Pools.Amplification(Of(pool))}",
        ["charged", var pool, var type] =>
            $"{Pools.ProtocolFeeOf(Of(pool), Enum.Parse<ComposableStableFeeType>(type)).Raw}",
        ["kept", var pool, var token] => $"{Pools.RateOf(Of(pool), Of(token))?.Current}",
        ["old", var pool, var token] => $"{Pools.RateOf(Of(pool), Of(token))?.Old}",
        _ => throw new InvalidOperationException(string.Join(' ', words)),
    };

    private static ComposableStableToken Token(string text)
    {
        string[] parts = text.Split(':');
        return new ComposableStableToken(
            Of(parts[0]),
            parts.Length > 1 ? ulong.Parse(parts[1]) : 18,
            parts.Length > 2 && parts[2].Length > 0 ? Of(parts[2]) : Address.Zero,
            parts.Length > 3 ? ulong.Parse(parts[3]) : 0,
            parts.Length > 4);
    }

    private static ComposableStableStep Step(string text)
    {
        string[] parts = text.Split('>', ':', '@');
        return new ComposableStableStep(
            Of(parts[3]), ulong.Parse(parts[0]), ulong.Parse(parts[1]), Number(parts[2]));
    }

    private static ComposableStableSwap Kind(string text) =>
        text == "in" ? ComposableStableSwap.GivenIn : ComposableStableSwap.GivenOut;

    private static ComposableStableJoin Join(string text) => text switch
    {
        "init" => ComposableStableJoin.Init,
        "exact" => ComposableStableJoin.ExactTokensInForBptOut,
        "one" => ComposableStableJoin.TokenInForExactBptOut,
        "all" => ComposableStableJoin.AllTokensInForExactBptOut,
        _ => (ComposableStableJoin)9,
    };

    private static ComposableStableExit Exit(string text) => text switch
    {
        "exact" => ComposableStableExit.BptInForExactTokensOut,
        "one" => ComposableStableExit.ExactBptInForOneTokenOut,
        "all" => ComposableStableExit.ExactBptInForAllTokensOut,
        "recovery" => ComposableStableExit.Recovery,
        _ => (ComposableStableExit)9,
    };

    private static UInt256[] Amounts(string[] words) =>
        words is [var amounts, ..] && !amounts.Contains(':') ? Numbers(amounts) : [];

    private static UInt256[]? Limits(string[] words) =>
        words.FirstOrDefault(static word => word.StartsWith("limits:", StringComparison.Ordinal))
            is { } found ? Numbers(found[7..]) : null;

    private static UInt256[] Numbers(string text) => [.. text.Split(',').Select(Number)];

    private static Int256 Signed(string text) => text.StartsWith('-')
        ? -Int256.FromUInt256(Number(text[1..]))
        : Int256.FromUInt256(Number(text));

    private static UInt256 Option(string[] words, string name, UInt256 otherwise) =>
        words.FirstOrDefault(word => word.StartsWith(name + ":", StringComparison.Ordinal))
            is { } found ? Number(found[(name.Length + 1)..]) : otherwise;
}
