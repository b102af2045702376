using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Exchange.ComposableStable;

/// <summary>What a random user does with the pool of a <see cref="ComposableMarket"/>.</summary>
/// <param name="Verb">Which of the things that there are to do.</param>
/// <param name="First">A token; the pool's own is the last.</param>
/// <param name="Second">Another.</param>
/// <param name="Part">How much of what there is, in parts of 1,000.</param>
internal sealed record ComposableStep(int Verb, int First, int Second, int Part)
{
    public const int Verbs = 8;

    public static ComposableStep Draw(Dice dice)
    {
        int first = dice.Below(4);
        int second = (first + 1 + dice.Below(3)) % 4;
        return new(dice.Below(Verbs), first, second, dice.OneIn(6) ? dice.Below(3) : 1 + dice.Below(600));
    }
}

/// <summary>A pool of three tokens, one of them with 6 decimals, and one user who does everything.</summary>
internal sealed class ComposableMarket
{
    public static readonly Address User = Address.FromNumber(1);
    public static readonly Address Vault = Address.FromNumber(2);
    public static readonly Address Collector = Address.FromNumber(3);
    public static readonly Address Governor = Address.FromNumber(4);
    public static readonly Address Pool = Address.FromNumber(50);

    private static readonly Address[] _tokens =
        [Address.FromNumber(10), Address.FromNumber(11), Address.FromNumber(12), Pool];

    public ComposableMarket(UInt256 size)
    {
        var provider = Address.FromNumber(60);
        Do(new AdvanceClock(default, 1, 1_700_000_000));
        Do(new DeployComposableStable(
            default, new ComposableStableContracts(Vault, Collector, Address.FromNumber(5), Governor)));
        Do(new SetComposableProtocolFee(Governor, ComposableStableFeeType.Swap, Wad.Scale.DivDown(2)));
        Do(new SetComposableProviderRate(default, provider, 1_123_456_789_012_345_678));
        Do(new CreateComposableStablePool(
            default, Pool, Governor,
            [new(_tokens[0], 18, provider), new(_tokens[1], 18), new(_tokens[2], 6)],
            200, 400_000_000_000_000, 0, 0));
        for (int i = 0; i < 3; i++)
        {
            Do(new Mint(default, _tokens[i], User, Wad.Scale * Wad.Scale));
        }

        UInt256 small = size.DivUp(1_000_000_000_000);
        Do(new JoinComposableStable(
            User, Pool, User, ComposableStableJoin.Init, [size, size * 2, small * 3, UInt256.Zero]));
    }

    public World World { get; } = new();

    public ComposableStablePools Pools => World.ComposableStablePools;

    public UInt256 Held(int token) => World.Ledger.Balance(_tokens[token], User);

    public static Address Token(int index) => _tokens[index];

    /// <summary>An amount of a token, as a part of what the pool has of it.</summary>
    public UInt256 Amount(ComposableStep step, int token)
    {
        UInt256 whole = token == 3 ? Pools.VirtualSupply(Pool) : Pools.Balance(Pool, _tokens[token]);
        return UInt256.MulDivUp(whole, (ulong)step.Part, 1_000);
    }

    /// <summary>The command of a step, as things stand.</summary>
    public Command ToCommand(ComposableStep step)
    {
        int token = step.First % 3;
        return step.Verb switch
        {
            0 or 1 => Swap(step, ComposableStableSwap.GivenIn, Amount(step, step.First)),
            2 or 3 => Swap(step, ComposableStableSwap.GivenOut, Amount(step, step.Second)),
            4 => Join(ComposableStableJoin.ExactTokensInForBptOut, step, token),
            5 => Join(
                step.Second == 3
                    ? ComposableStableJoin.AllTokensInForExactBptOut
                    : ComposableStableJoin.TokenInForExactBptOut,
                step,
                token),
            6 => Exit(
                step.Second == 3
                    ? ComposableStableExit.ExactBptInForAllTokensOut
                    : ComposableStableExit.ExactBptInForOneTokenOut,
                Amount(step, 3),
                token),
            _ => new ExitComposableStable(
                User, Pool, User, ComposableStableExit.BptInForExactTokensOut, Amounts(step, token),
                UInt256.MaxValue),
        };
    }

    public static ExitComposableStable Exit(ComposableStableExit kind, UInt256 poolTokens, int token) =>
        new(User, Pool, User, kind, [], poolTokens, (ulong)token);

    /// <summary>Amounts of one token, or for some steps of all.</summary>
    public UInt256[] Amounts(ComposableStep step, int token) =>
    [
        .. Enumerable.Range(0, 3).Select(
            i => i == token || step.Second == 3 ? Amount(step, i) : UInt256.Zero),
    ];

    private static SwapComposableStable Swap(
        ComposableStep step, ComposableStableSwap kind, UInt256 amount) =>
        new(User, Pool, User, kind, _tokens[step.First], _tokens[step.Second], amount,
            kind == ComposableStableSwap.GivenIn ? UInt256.Zero : UInt256.MaxValue, UInt256.MaxValue);

    private JoinComposableStable Join(ComposableStableJoin kind, ComposableStep step, int token) => new(
        User, Pool, User, kind,
        kind == ComposableStableJoin.ExactTokensInForBptOut ? Amounts(step, token) : [],
        kind == ComposableStableJoin.ExactTokensInForBptOut ? UInt256.Zero : Amount(step, 3),
        (ulong)token);

    private void Do(Command command) => Assert.IsType<Accepted>(World.Execute(command));
}
