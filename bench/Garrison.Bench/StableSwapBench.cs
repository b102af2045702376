using Garrison.Bench.Anvil;
using Garrison.Engine;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

namespace Garrison.Bench;

/// <summary>Swaps in a pool of two coins, one with a rate oracle, events on, on one core.</summary>
/// <remarks>Every eighth swap begins a block of 12 seconds, and so moves the averages.</remarks>
internal static class StableSwapBench
{
    private const double Target = 300_000;
    private const int Swaps = 2_000;
    private const int SwapsPerBlock = 8;

    private static readonly Address _pool = Address.FromNumber(1);
    private static readonly Address _trader = Address.FromNumber(2);
    private static readonly Address _ether = Address.FromNumber(3);
    private static readonly Address _staked = Address.FromNumber(4);

    public static IEnumerable<BenchResult> Run()
    {
        World start = Started();
        World world = start.Fork();
        Command[] commands = [.. Commands()];
        double[] times = Measure.NanosecondsEach(
            15,
            (() => world.CopyFrom(start), Swaps),
            (() => Play(world, start, commands), Swaps));
        double each = times[1] - times[0];
        yield return new BenchResult(
            "stableSwap", 1e9 / each, "swaps/s", "300,000/s, times faster", 1e9 / each / Target);
        yield return AnvilRates.Compare("stableSwap", 1e9 / each, "swaps/s");
    }

    private static World Started()
    {
        World world = new();
        UInt256 ether = Wad.Scale;
        Do(world, new AdvanceClock(default, 1, 1_700_000_000));
        Do(world, new DeployStableSwap(default, _pool, new StableSwapParameters(
            [
                new StableSwapCoin(_ether),
                new StableSwapCoin(_staked, StableSwapAsset.Oracle, Rate: 1_150_000_000_000_000_000UL),
            ],
            500,
            1_000_000UL,
            50_000_000_000UL,
            866UL,
            _trader,
            _trader)));
        Do(world, new Mint(default, _ether, _trader, ether * 1_000_000UL));
        Do(world, new Mint(default, _staked, _trader, ether * 1_000_000UL));
        UInt256[] amounts = [ether * 20_000UL, ether * 15_000UL];
        Do(world, new AddStableLiquidity(_trader, _pool, amounts, UInt256.Zero));
        return world;
    }

    private static IEnumerable<Command> Commands()
    {
        for (int i = 0; i < Swaps; i++)
        {
            if (i % SwapsPerBlock == 0) yield return new AdvanceClock(default, 1, 12);

            UInt256 amount = Wad.Scale * (ulong)(1 + (i * 37 % 400));
            yield return new SwapStable(_trader, _pool, i % 2, 1 - (i % 2), amount, UInt256.Zero);
        }
    }

    private static void Play(World world, World start, Command[] commands)
    {
        world.CopyFrom(start);
        foreach (Command command in commands)
        {
            _ = world.Execute(command);
        }
    }

    private static void Do(World world, Command command)
    {
        if (world.Execute(command) is Refused refused)
        {
            throw new InvalidOperationException($"{refused.Reason}");
        }
    }
}
