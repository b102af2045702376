using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange;

/// <summary>Laws of pairs of Uniswap v2 over random histories.</summary>
public sealed class ConstantProductProperties
{
    // Without protocol fees, which give shares of what the product grew.
    [Fact]
    public void The_product_of_reserves_a_share_does_not_fall() =>
        Sequences.Check(40, 40, Draw, static steps =>
        {
            ExchangeScript script = ExchangeScript.Play("addV alice 1e12 3e12 ok");
            foreach (Command step in steps)
            {
                ConstantProductPair before = script.World.ConstantProductPools.Of(Of("V"));
                UInt256 shares = script.World.Ledger.Supply(Of("V"));
                _ = script.Execute(step);
                ConstantProductPair after = script.World.ConstantProductPools.Of(Of("V"));
                UInt256 sharesAfter = script.World.Ledger.Supply(Of("V"));
                if (before.K.ToBigInteger() * sharesAfter.ToBigInteger() * sharesAfter.ToBigInteger()
                    > after.K.ToBigInteger() * shares.ToBigInteger() * shares.ToBigInteger())
                {
                    return $"{before} became {after}, {shares} shares {sharesAfter}";
                }
            }

            return null;
        });

    // A unit more comes out than quoted for no amount; a unit less has to go in for none.
    [Fact]
    public void A_quote_is_the_best_that_the_pair_gives() =>
        Sequences.Check(40, 40, Draw, static steps =>
        {
            ExchangeScript script = Begin();
            foreach (Command step in steps)
            {
                _ = script.Execute(step);
                _ = script.Execute(new SyncConstantProduct(default, Of("V")));
                if (step is SwapConstantProduct swap && QuoteFault(script, swap) is { } fault) return fault;
            }

            return null;
        });

    [Fact]
    public void Nobody_gains_by_adding_and_taking_out() =>
        Sequences.Check(40, 40, Draw, static steps =>
        {
            ExchangeScript script = Begin();
            foreach (Command step in steps)
            {
                _ = script.Execute(new SkimConstantProduct(default, Of("V"), Of("carol")));
                Receipt receipt = script.Execute(step);
                if (step is AddConstantProductLiquidity add && receipt is Accepted accepted
                    && RoundTripFault(script, add, accepted) is { } fault)
                {
                    return fault;
                }
            }

            return null;
        });

    private static ExchangeScript Begin() => ExchangeScript.Play("""
        feeTo admin admin          ok
        addV alice 1e12 3e12       ok
        """);

    private static string? QuoteFault(ExchangeScript script, SwapConstantProduct swap)
    {
        bool zeroForOne = !swap.Amount0In.IsZero;
        UInt256 amount = zeroForOne ? swap.Amount0In : swap.Amount1In;
        PairTrade trade = new(zeroForOne, IsExactInput: true, amount);
        if (script.World.ConstantProductPools.Quote(Of("V"), trade, out TradeQuote quote) is not null)
        {
            return null;
        }

        bool isGiven = quote.AmountOut.IsZero || Swap(quote.AmountIn, quote.AmountOut) is Accepted;
        bool isMore = Swap(quote.AmountIn, quote.AmountOut + UInt256.One) is Accepted;
        if (quote.AmountOut.IsZero) return isMore ? $"more than {quote}" : null;

        Assert.Null(script.World.ConstantProductPools.Quote(
            Of("V"), new PairTrade(zeroForOne, IsExactInput: false, quote.AmountOut), out TradeQuote needed));
        return isGiven && !isMore && needed.AmountIn <= quote.AmountIn
            && Swap(needed.AmountIn, quote.AmountOut) is Accepted
            ? null
            : $"{quote} and {needed}";

        Receipt Swap(UInt256 paid, UInt256 taken) => script.World.Fork().Execute(zeroForOne
            ? new SwapConstantProduct(swap.Sender, Of("V"), swap.To, paid, 0UL, 0UL, taken)
            : new SwapConstantProduct(swap.Sender, Of("V"), swap.To, 0UL, paid, taken, 0UL));
    }

    private static string? RoundTripFault(
        ExchangeScript script, AddConstantProductLiquidity add, Accepted accepted)
    {
        UInt256 shares = accepted.Events.OfType<Transferred>()
            .Last(fact => fact.Contract == Of("V") && fact.To == add.To).Value;
        Receipt receipt = script.World.Fork().Execute(
            new RemoveConstantProductLiquidity(add.To, Of("V"), add.To, shares));
        if (receipt is not Accepted back) return null;

        ConstantProductBurned burned = back.Events.OfType<ConstantProductBurned>().Single();
        ConstantProductMinted minted = accepted.Events.OfType<ConstantProductMinted>().Single();
        return burned.Amount0 <= minted.Amount0 && burned.Amount1 <= minted.Amount1
            ? null
            : $"{minted} came back as {burned}";
    }

    private static Command Draw(Dice dice)
    {
        Address who = Of(dice.Of("alice", "bob"));
        UInt256 amount = dice.Next() >> (20 + dice.Below(40));
        UInt256 other = dice.Next() >> (20 + dice.Below(40));
        return dice.Below(8) switch
        {
            0 or 1 => new AddConstantProductLiquidity(who, Of("V"), who, amount, other),
            2 => new RemoveConstantProductLiquidity(who, Of("V"), who, amount >> 6),
            3 => new Transfer(who, Of(dice.Of("tA", "tB")), Of("V"), amount >> 10),
            4 => new AdvanceClock(default, 1, dice.Next() % 100_000),
            5 => new SkimConstantProduct(default, Of("V"), who),
            6 => new SwapConstantProduct(who, Of("V"), who, amount, 0UL, 0UL, other),
            _ => new SwapConstantProduct(who, Of("V"), who, 0UL, amount, other, 0UL),
        };
    }
}
