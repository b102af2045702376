using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Exchange.ComposableStable;

/// <summary>Laws of pools that hold for random histories; those of quotes and the vault from single wei
/// on.</summary>
public sealed class ComposableProperties
{
    private static readonly Address _pool = ComposableMarket.Pool;

    [Theory]
    [InlineData("3000000")]
    [InlineData("1000000000000")]
    [InlineData("1000000000000000000000000")]
    public void A_quote_is_what_the_swap_then_does(string size) => Try(size, QuoteFault);

    [Theory]
    [InlineData("3000000")]
    [InlineData("1000000000000")]
    [InlineData("1000000000000000000000")]
    [InlineData("1000000000000000000000000")]
    public void Who_joins_and_leaves_gains_nothing(string size) => Try(size, RoundTripFault);

    // Each invariant is exact to a few wei, so the rate is to that over the supply; the amplification and the
    // rates of tokens stand still here, which may move it too. An amount that comes out is brought to 18
    // decimals rounded down, as the contracts do it: so the pool may lose a wei of the token with a rate, the
    // only one whose factor is not whole. The invariant grows in proportion with all balances, so a wei of
    // one is at most one part of that balance of it; where little is left, that is much.
    [Theory]
    [InlineData("3000000")]
    [InlineData("1000000000000")]
    [InlineData("1000000000000000000000")]
    [InlineData("1000000000000000000000000")]
    public void The_rate_never_falls_but_by_rounding(string size) => Try(size, RateFault);

    // What the vault has is what its pool has, and what the pool has not is in somebody's hands.
    [Theory]
    [InlineData("3000000")]
    [InlineData("1000000000000000000000000")]
    public void Nothing_is_lost_in_the_vault(string size) => Try(size, VaultFault);

    private static void Try(string size, Func<ComposableMarket, ComposableStep, string?> fault) =>
        Sequences.Check(30, 20, ComposableStep.Draw, steps => Run(new(UInt256.Parse(size)), steps, fault));

    private static string? Run(
        ComposableMarket market,
        IReadOnlyList<ComposableStep> steps,
        Func<ComposableMarket, ComposableStep, string?> fault)
    {
        foreach (ComposableStep step in steps)
        {
            if (fault(market, step) is { } found) return $"{found} at {step}";
        }

        return null;
    }

    private static string? QuoteFault(ComposableMarket market, ComposableStep step)
    {
        if (market.ToCommand(step) is not SwapComposableStable swap)
        {
            _ = market.World.Execute(market.ToCommand(step));
            return null;
        }

        Hash32 before = market.World.Digest();
        Refusal? refusal = market.Pools.Quote(
            _pool, swap.Kind, swap.TokenIn, swap.TokenOut, swap.Amount, out TradeQuote quote);
        if (market.World.Digest() != before) return "the quote changed the world";
        if (refusal is not null)
        {
            return market.World.Execute(swap) is Refused refused && refused.Reason == refusal
                ? null
                : $"the quote is refused by {refusal}";
        }

        if (market.World.Execute(swap) is not Accepted accepted)
        {
            return market.World.Ledger.Balance(swap.TokenIn, ComposableMarket.User) < quote.AmountIn
                ? null
                : "the swap is refused";
        }

        ComposableSwapped done = accepted.Events.OfType<ComposableSwapped>().Single();
        return (done.AmountIn, done.AmountOut) == (quote.AmountIn, quote.AmountOut)
            ? null
            : $"the swap came to {done.AmountIn} for {done.AmountOut}, not to {quote}";
    }

    private static string? RoundTripFault(ComposableMarket market, ComposableStep step)
    {
        Command command = market.ToCommand(step);
        if (command is JoinComposableStable join)
        {
            World trial = market.World.Fork();
            UInt256 held = trial.Ledger.Balance(_pool, ComposableMarket.User);
            UInt256[] before = Holdings(trial);
            if (trial.Execute(join) is Accepted)
            {
                UInt256 minted = trial.Ledger.Balance(_pool, ComposableMarket.User) - held;
                Command back = join.Kind switch
                {
                    ComposableStableJoin.TokenInForExactBptOut => ComposableMarket.Exit(
                        ComposableStableExit.ExactBptInForOneTokenOut, minted, (int)(ulong)join.TokenIndex),
                    ComposableStableJoin.AllTokensInForExactBptOut => ComposableMarket.Exit(
                        ComposableStableExit.ExactBptInForAllTokensOut, minted, 0),
                    _ => new ExitComposableStable(
                        join.Sender, _pool, join.Sender, ComposableStableExit.BptInForExactTokensOut,
                        join.Amounts, minted),
                };
                bool isBack = trial.Execute(back) is Accepted;
                UInt256[] after = Holdings(trial);
                if (isBack && before.Zip(after).Any(static pair => pair.Second > pair.First))
                {
                    return $"the join gained, {minted} minted";
                }
            }
        }

        _ = market.World.Execute(command);
        return null;
    }

    private static string? RateFault(ComposableMarket market, ComposableStep step)
    {
        Wad? before = market.Pools.Rate(_pool);
        _ = market.World.Execute(market.ToCommand(step));
        Wad? after = market.Pools.Rate(_pool);
        if (before is null || after is null) return "the rate cannot be worked out";

        UInt256 slack = UInt256.MulDivUp(RoundingOfInvariants, Wad.Scale, market.Pools.VirtualSupply(_pool));
        UInt256 left = market.Pools.Balance(_pool, ComposableMarket.Token(0));
        if (left.IsZero) return null;

        slack += UInt256.MulDivUp(before.Value.Raw, 2UL, left);
        return after.Value.Raw + slack < before.Value.Raw
            ? $"the rate fell from {before.Value.Raw} to {after.Value.Raw}"
            : null;
    }

    // In wei of an upscaled balance; a token of 6 decimals is rounded by 10¹² of them, but for the pool.
    private static UInt256 RoundingOfInvariants => 10;

    private static string? VaultFault(ComposableMarket market, ComposableStep step)
    {
        _ = market.World.Execute(market.ToCommand(step));
        for (int i = 0; i < 4; i++)
        {
            Address token = ComposableMarket.Token(i);
            UInt256 inVault = market.World.Ledger.Balance(token, ComposableMarket.Vault);
            if (inVault != market.Pools.Balance(_pool, token))
            {
                return $"the vault has something else of token {i} than its pool";
            }
        }

        UInt256 inHands = market.Held(3)
            + market.World.Ledger.Balance(_pool, ComposableMarket.Collector)
            + market.World.Ledger.Balance(_pool, Address.Zero);
        return inHands == market.Pools.VirtualSupply(_pool) ? null : "the supply is not in anybody's hands";
    }

    private static UInt256[] Holdings(World world) =>
        [.. Enumerable.Range(0, 3).Select(
            i => world.Ledger.Balance(ComposableMarket.Token(i), ComposableMarket.User))];
}
