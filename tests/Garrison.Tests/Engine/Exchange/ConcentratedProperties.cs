using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>Laws of pools of Uniswap v3 over random histories.</summary>
public sealed class ConcentratedProperties
{
    private const int Sequence = 25;

    private static readonly string[] _people = ["alice", "bob"];
    private static readonly (int Lower, int Upper)[] _ranges =
        [(-60, 60), (-600, 600), (0, 120), (-180, -60), (-887_220, 887_220), (60, 887_220)];

    [Fact]
    public void A_quote_is_what_the_swap_does() =>
        Sequences.Check(Sequence, 30, Draw, static steps => Run(steps, QuoteFault));

    [Fact]
    public void Liquidity_is_that_of_the_positions() =>
        Sequences.Check(Sequence, 30, Draw, static steps => Run(steps, LiquidityFault));

    [Fact]
    public void Nobody_gains_by_adding_and_taking_out_or_by_swapping_to_and_fro() =>
        Sequences.Check(Sequence, 30, Draw, static steps => Run(steps, GainFault));

    [Fact]
    public void A_pool_can_pay_all_that_it_owes() =>
        Sequences.Check(Sequence, 40, Draw, static steps =>
        {
            ExchangeScript script = Begin();
            foreach (Command step in steps)
            {
                _ = script.Execute(step);
            }

            return PayoutFault(script);
        });

    private static ExchangeScript Begin() => ExchangeScript.Play("""
        begin P                                ok
        observations 5                         ok
        add alice alice -887220 887220 1e15    ok
        """);

    private static string? Run(IReadOnlyList<Command> steps, Func<ExchangeScript, Command, string?> fault)
    {
        ExchangeScript script = Begin();
        foreach (Command step in steps)
        {
            if (fault(script, step) is { } found) return found;
        }

        return null;
    }

    private static string? QuoteFault(ExchangeScript script, Command step)
    {
        if (step is not SwapConcentrated swap)
        {
            _ = script.Execute(step);
            return null;
        }

        PairTrade trade = new(
            swap.ZeroForOne, swap.AmountSpecified > Int256.Zero, swap.AmountSpecified.Abs());
        Hash32 before = script.World.Digest();
        Refusal? refusal = script.World.ConcentratedPools.Quote(
            Of("P"), trade, swap.SqrtPriceLimitX96, out TradeQuote quote);
        if (script.World.Digest() != before) return "the quote changed the state";

        Receipt receipt = script.Execute(step);
        if (receipt is Refused refused)
        {
            // A quote asks nobody whether he can pay.
            return (refusal ?? new Refusal("ERC20: transfer amount exceeds balance")) == refused.Reason
                ? null
                : $"{refused.Reason} was quoted as {refusal}";
        }

        ConcentratedSwapped fact = ((Accepted)receipt).Events.OfType<ConcentratedSwapped>().Single();
        (Int256 paid, Int256 received) =
            swap.ZeroForOne ? (fact.Amount0, fact.Amount1) : (fact.Amount1, fact.Amount0);
        Wad price = SqrtPriceMath.PriceDown(fact.SqrtPriceX96, swap.ZeroForOne);
        return paid == Int256.FromUInt256(quote.AmountIn)
            && received == -Int256.FromUInt256(quote.AmountOut)
            && quote.PriceAfter == price
            && quote.Fee <= quote.AmountIn
            ? null
            : $"{quote} but {fact}";
    }

    private static string? LiquidityFault(ExchangeScript script, Command step)
    {
        _ = script.Execute(step);
        ConcentratedPools pools = script.World.ConcentratedPools;
        ConcentratedPool pool = pools.Of(Of("P"));
        Int128 inRange = 0;
        SortedDictionary<int, (Int128 Gross, Int128 Net)> ticks = [];
        foreach ((int lower, int upper) in _ranges)
        {
            Int128 liquidity = 0;
            foreach (string who in _people)
            {
                liquidity += (Int128)pools.PositionOf(Of("P"), Of(who), new(lower, upper)).Liquidity;
            }

            inRange += lower <= pool.Tick && pool.Tick < upper ? liquidity : 0;
            (Int128 gross, Int128 net) = ticks.GetValueOrDefault(lower);
            ticks[lower] = (gross + liquidity, net + liquidity);
            (gross, net) = ticks.GetValueOrDefault(upper);
            ticks[upper] = (gross + liquidity, net - liquidity);
        }

        bool isPriceInTick = TickMath.SqrtPriceAt(pool.Tick) <= pool.SqrtPriceX96
            && pool.SqrtPriceX96 <= TickMath.SqrtPriceAt(pool.Tick + 1);
        return !isPriceInTick ? $"the price is not in tick {pool.Tick}"
            : inRange != (Int128)pool.Liquidity ? $"{inRange} in range, not {pool.Liquidity}"
            : ticks.All(tick => IsTick(pools.TickOf(Of("P"), tick.Key), tick.Value))
                ? null
                : "a tick is not the sum of its positions";
    }

    private static bool IsTick(ConcentratedTick tick, (Int128 Gross, Int128 Net) sums) =>
        (Int128)tick.LiquidityGross == sums.Gross
            && tick.LiquidityNet == sums.Net
            && tick.IsInitialized == (sums.Gross != 0);

    private static string? GainFault(ExchangeScript script, Command step)
    {
        Receipt receipt = script.Execute(step);
        if (receipt is not Accepted accepted) return null;

        World after = script.World.Fork();
        switch (step)
        {
            case MintConcentratedLiquidity mint:
                ConcentratedMinted minted = accepted.Events.OfType<ConcentratedMinted>().Single();
                var burned = (Accepted)after.Execute(new BurnConcentratedLiquidity(
                    mint.Owner, mint.Pool, mint.TickLower, mint.TickUpper, mint.Liquidity));
                ConcentratedBurned owed = burned.Events.OfType<ConcentratedBurned>().Single();
                return owed.Amount0 <= minted.Amount0 && owed.Amount1 <= minted.Amount1
                    ? null
                    : $"{minted} came back as {owed}";
            case SwapConcentrated swap:
                ConcentratedSwapped there = accepted.Events.OfType<ConcentratedSwapped>().Single();
                (Int256 paid, Int256 got) =
                    swap.ZeroForOne ? (there.Amount0, there.Amount1) : (there.Amount1, there.Amount0);
                if (got.IsZero) return null;

                Assert.Null(after.ConcentratedPools.Quote(
                    swap.Pool, new PairTrade(!swap.ZeroForOne, true, got.Abs()), out TradeQuote back));
                return Int256.FromUInt256(back.AmountOut) <= paid ? null : $"{paid} came back as {back}";
            default:
                return null;
        }
    }

    private static string? PayoutFault(ExchangeScript script)
    {
        foreach ((int lower, int upper) in _ranges)
        {
            foreach (string who in _people)
            {
                ConcentratedPosition position =
                    script.World.ConcentratedPools.PositionOf(Of("P"), Of(who), new(lower, upper));
                Receipt burned = script.Execute(new BurnConcentratedLiquidity(
                    Of(who), Of("P"), lower, upper, position.Liquidity));
                if (burned is Refused { Reason.Name: not "NP" } refused) return $"{refused.Reason}";

                if (Collected(script, who, lower, upper) is { } unpaid) return unpaid;
            }
        }

        Receipt receipt = script.Execute(new CollectConcentratedProtocol(
            Of("admin"), Of("P"), Of("admin"), UInt128.MaxValue, UInt128.MaxValue));
        return receipt is Refused fees ? $"protocol fees: {fees.Reason}" : null;
    }

    private static string? Collected(ExchangeScript script, string who, int lower, int upper) =>
        script.Execute(new CollectConcentrated(
            Of(who), Of("P"), Of(who), lower, upper, UInt128.MaxValue, UInt128.MaxValue)) is Refused refused
            ? $"{who} {lower} {upper}: {refused.Reason}"
            : null;

    private static Command Draw(Dice dice)
    {
        Address who = Of(dice.Of(_people));
        (int lower, int upper) = dice.Of(_ranges);
        UInt256 amount = (UInt256)dice.Next() >> dice.Below(50);
        return dice.Below(12) switch
        {
            0 or 1 => new MintConcentratedLiquidity(who, Of("P"), who, lower, upper, amount),
            2 => new BurnConcentratedLiquidity(who, Of("P"), lower, upper, amount >> 8),
            3 => new BurnConcentratedLiquidity(who, Of("P"), lower, upper, UInt256.Zero),
            4 => new CollectConcentrated(who, Of("P"), who, lower, upper, amount, amount),
            5 => new FlashConcentrated(
                who, Of("P"), who, amount >> 20, amount >> 20, amount >> 24, amount >> 24),
            6 => new SetConcentratedFeeProtocol(
                Of("admin"), Of("P"), dice.Of<byte>(0, 4, 10), dice.Of<byte>(0, 5)),
            7 => new AdvanceClock(default, 1, dice.Next() % 100_000),
            _ => Swap(who, amount, dice),
        };
    }

    private static SwapConcentrated Swap(Address who, UInt256 amount, Dice dice)
    {
        bool zeroForOne = dice.OneIn(2);
        UInt256 farthest = zeroForOne
            ? TickMath.MinSqrtPrice + UInt256.One
            : TickMath.MaxSqrtPrice - UInt256.One;
        UInt256 near = TickMath.SqrtPriceAt((zeroForOne ? -1 : 1) * dice.Below(1_000));
        Int256 signed = Int256.FromUInt256(amount);
        return new SwapConcentrated(
            who, Of("P"), who, zeroForOne, dice.OneIn(3) ? -signed : signed, dice.OneIn(3) ? farthest : near);
    }
}
