using Garrison.Bench.Anvil;
using Garrison.Conformance;
using Garrison.Engine;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

namespace Garrison.Bench;

/// <summary>Swaps within a tick of a pool, one after the other, events on, on one core.</summary>
internal static class ExchangeBench
{
    private const int Swaps = 1_000;
    private const double Bar = 1_000_000;

    public static IEnumerable<BenchResult> Concentrated()
    {
        World start = Pool();
        World world = start.Fork();
        Command[] swaps = [.. Enumerable.Range(0, Swaps).Select(Swap)];
        if (start.Fork().Execute(swaps[0]) is not Accepted)
        {
            throw new InvalidOperationException("the swap is refused");
        }

        double[] times = Measure.NanosecondsEach(
            15,
            (() => world.CopyFrom(start), Swaps),
            (() => Play(world, start, swaps), Swaps));
        double each = times[1] - times[0];
        yield return new BenchResult(
            "concentrated", 1e9 / each, "swaps/s", "1,000,000/s, times faster", 1e9 / each / Bar);
        yield return AnvilRates.Compare("concentrated", 1e9 / each, "swaps/s");
        yield return RecordedBench.Play("concentrated-mix", RecordedBench.ReadAll("univ3"));
        yield return RecordedBench.Play("constant-product", RecordedBench.ReadAll("univ2"));
    }

    /// <summary>The same swaps as a recording of their own, after the liquidity that they need.</summary>
    internal static RecordedBench.Sequence WithinTick()
    {
        Labels labels = new();
        labels.Add("caller", Address.FromNumber(1));
        labels.Add("pool", Address.FromNumber(10));
        Command[] commands = [.. Setup(), .. Enumerable.Range(0, Swaps).Select(Swap)];
        int first = Array.FindIndex(commands, static one => one is MintConcentratedLiquidity);
        World start = new();
        foreach (Command command in commands[..first])
        {
            _ = start.Execute(command);
        }

        AdvanceClock next = new(Address.FromNumber(1), 1, 12);
        return new(default, labels, start, start.Fork(), [next, .. commands[first..]]);
    }

    private static void Play(World world, World start, Command[] swaps)
    {
        world.CopyFrom(start);
        foreach (Command swap in swaps)
        {
            _ = world.Execute(swap);
        }
    }

    // A pool at the price 1.0001^5.5 with liquidity for 10⁶ of each token, and amounts from 10¹⁴ up.
    private static Command[] Setup()
    {
        Address owner = Address.FromNumber(1);
        Address pool = Address.FromNumber(10);
        return
        [
            new AdvanceClock(owner, 1, 1_700_000_000),
            new Mint(owner, Address.FromNumber(2), owner, UInt256.One << 200),
            new Mint(owner, Address.FromNumber(3), owner, UInt256.One << 200),
            new DeployConcentratedFactory(owner, Address.FromNumber(4)),
            new CreateConcentratedPool(
                owner, Address.FromNumber(4), pool, Address.FromNumber(2), Address.FromNumber(3), 500),
            new InitializeConcentratedPool(
                owner, pool, (TickMath.SqrtPriceAt(5) + TickMath.SqrtPriceAt(6)) >> 1),
            new MintConcentratedLiquidity(owner, pool, owner, -1_000, 1_000, Wad.Scale * 1_000_000UL),
        ];
    }

    private static World Pool()
    {
        World world = new();
        foreach (Command command in Setup())
        {
            _ = world.Execute(command);
        }

        return world;
    }

    private static Command Swap(int index) => new SwapConcentrated(
        Address.FromNumber(1),
        Address.FromNumber(10),
        Address.FromNumber(1),
        index % 2 == 0,
        Int256.FromUInt256(100_000_000_000_000UL + (ulong)(index / 2)),
        index % 2 == 0 ? TickMath.MinSqrtPrice + UInt256.One : TickMath.MaxSqrtPrice - UInt256.One);
}
