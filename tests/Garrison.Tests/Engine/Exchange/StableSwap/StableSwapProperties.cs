using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Exchange.StableSwap;

/// <summary>Laws of pools of both kinds, over random histories.</summary>
public sealed class StableSwapProperties
{
    private static readonly Address _pool = Address.FromNumber(1);
    private static readonly Address _trader = Address.FromNumber(2);
    private static readonly Address[] _coins = [Ledger.Ether, Address.FromNumber(4), Address.FromNumber(5)];
    private static readonly UInt256[] _units =
        [Wad.Scale, Wad.Scale, 1_000_000UL];

    [Fact]
    public void Laws_of_a_pool_of_three() => Sequences.Check(
        40, 30, static dice => Draw(dice, 3), static steps => Fault(steps, isLegacy: false));

    [Fact]
    public void Laws_of_a_legacy_pool() => Sequences.Check(
        40, 30, static dice => Draw(dice, 2), static steps => Fault(steps, isLegacy: true));

    [Fact]
    public void Nothing_is_gained_by_coming_and_going()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            Dice dice = new(seed);
            World world = Started(isLegacy: dice.OneIn(2));
            _ = world.Execute(Swap(dice, 2));
            int coin = dice.Below(2);
            var amounts = new UInt256[world.StableSwapPools.CoinCount(_pool)];
            amounts[coin] = Wad.Scale * (ulong)(1 + dice.Below(500));
            Address liquidity = world.StableSwapPools.LpToken(_pool);
            UInt256 before = world.Ledger.Balance(liquidity, _trader);
            Assert.IsType<Accepted>(world.Execute(
                new AddStableLiquidity(_trader, _pool, amounts, UInt256.Zero)));
            UInt256 minted = world.Ledger.Balance(liquidity, _trader) - before;
            Assert.True(world.StableSwapPools.QuoteOneCoin(_pool, minted, coin) < amounts[coin]);
        }
    }

    [Fact]
    public void An_input_that_is_quoted_buys_about_the_amount()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            Dice dice = new(seed);
            World world = Started(isLegacy: dice.OneIn(2));
            UInt256 wanted = Wad.Scale * (ulong)(1 + dice.Below(300));
            UInt256? input = world.StableSwapPools.QuoteInput(_pool, 0, 1, wanted);
            TradeQuote? quote = world.StableSwapPools.Quote(_pool, 0, 1, input!.Value);
            UInt256 off = quote!.Value.AmountOut.AbsoluteDifference(wanted);
            Assert.True(off * 10_000UL <= wanted, $"{wanted} was to be bought, {quote.Value.AmountOut} was");
        }
    }

    private static string? Fault(IReadOnlyList<Command> steps, bool isLegacy)
    {
        World world = Started(isLegacy);
        foreach (Command step in steps)
        {
            UInt256 before = world.StableSwapPools.VirtualPrice(_pool);
            TradeQuote? quote = step is SwapStable swap
                ? world.StableSwapPools.Quote(_pool, swap.Sold, swap.Bought, swap.Amount)
                : null;
            Receipt receipt = world.Execute(step);
            if (FaultOfQuote(step, quote, receipt) is { } fault) return fault;
            if (MayFall(step)) continue;

            // The invariant is found to one unit of 10²², and counts with 10¹⁸.
            UInt256 after = world.StableSwapPools.VirtualPrice(_pool);
            if (after + 2UL < before) return $"the virtual price fell from {before} to {after} by {step}";
            if (FaultOfHoldings(world, isLegacy) is { } other) return other;
        }

        return null;
    }

    private static string? FaultOfQuote(Command step, TradeQuote? quote, Receipt receipt)
    {
        if (step is not SwapStable) return null;

        UInt256? bought = (receipt as Accepted)?.Events.OfType<StableSwapped>().Single().TokensBought;
        return bought == quote?.AmountOut ? null : $"{quote} was quoted, but {bought} bought by {step}";
    }

    private static string? FaultOfHoldings(World world, bool isLegacy)
    {
        StableSwapPools pools = world.StableSwapPools;
        for (int i = 0; i < pools.CoinCount(_pool); i++)
        {
            UInt256 admin = pools.AdminBalance(_pool, i);
            UInt256 held = world.Ledger.Balance(pools.Coin(_pool, i), _pool);
            if (pools.Balance(_pool, i) + admin != held) return $"coin {i} is not all accounted for";
            if (!isLegacy && admin > held >> 1) return $"the admin has most of coin {i}";
        }

        return null;
    }

    private static bool MayFall(Command step) =>
        step is SetStableRate or AdvanceClock or RampStableA or StopRampStableA;

    private static Command Draw(Dice dice, int coins) => dice.Below(12) switch
    {
        0 => new AdvanceClock(default, 1, (ulong)dice.Below(5_000)),
        1 => new RampStableA(_trader, _pool, (ulong)(40 + dice.Below(120)), 1_700_300_000),
        2 => new StopRampStableA(_trader, _pool),
        3 => new SetStableRate(default, _pool, 1, Wad.Scale + (ulong)dice.Below(1_000_000_000)),
        4 => new AddStableLiquidity(_trader, _pool, Amounts(dice, coins), UInt256.Zero),
        5 => new RemoveStableLiquidity(
            _trader, _pool, Wad.Scale * (ulong)dice.Below(400), new UInt256[coins]),
        6 => new RemoveStableLiquidityOneCoin(
            _trader, _pool, Wad.Scale * (ulong)dice.Below(400), dice.Below(coins), UInt256.Zero),
        7 => new RemoveStableLiquidityImbalance(
            _trader, _pool, Amounts(dice, coins), UInt256.MaxValue),
        8 => new WithdrawStableAdminFees(_trader, _pool),
        _ => Swap(dice, coins),
    };

    private static SwapStable Swap(Dice dice, int coins)
    {
        int sold = dice.Below(coins);
        int bought = (sold + 1 + dice.Below(coins - 1)) % coins;
        return new SwapStable(
            _trader, _pool, sold, bought, _units[sold] * (ulong)(1 + dice.Below(2_000)), UInt256.Zero);
    }

    private static UInt256[] Amounts(Dice dice, int coins) =>
        [.. Enumerable.Range(0, coins).Select(coin => _units[coin] * (ulong)dice.Below(300))];

    private static World Started(bool isLegacy)
    {
        World world = new();
        Do(world, new AdvanceClock(default, 1, 1_700_000_000));
        Do(world, isLegacy ? Legacy() : Newer());
        UInt256[] amounts = [.. _units[..(isLegacy ? 2 : 3)].Select(static unit => unit * 10_000UL)];
        for (int i = 0; i < amounts.Length; i++)
        {
            Do(world, new Mint(default, _coins[i], _trader, amounts[i] * 1_000UL));
        }

        Do(world, new AddStableLiquidity(_trader, _pool, amounts, UInt256.Zero));
        return world;
    }

    private static DeployLegacyStableSwap Legacy() => new(default, _pool, new LegacyStableSwapParameters(
        _coins[0], _coins[1], Address.FromNumber(6), 50, 4_000_000UL, 5_000_000_000UL, _trader));

    private static DeployStableSwap Newer() => new(default, _pool, new StableSwapParameters(
        [
            new StableSwapCoin(_coins[0]),
            new StableSwapCoin(_coins[1], StableSwapAsset.Oracle),
            new StableSwapCoin(_coins[2], Decimals: 6),
        ],
        100,
        1_000_000UL,
        50_000_000_000UL,
        866UL,
        _trader,
        _trader));

    private static void Do(World world, Command command) => Assert.IsType<Accepted>(world.Execute(command));
}
