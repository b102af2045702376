using Garrison.Primitives;
using Garrison.Risk.LiquidRestaking;
using Garrison.Simulation.Books;
using Garrison.Tests.Simulation;

namespace Garrison.Tests.Risk.LiquidRestaking;

/// <summary>What stands behind a token adds up, and each layer is counted once.</summary>
public sealed class LookThroughTests
{
    [Fact]
    public void Parts_add_up_to_the_assets_but_for_a_wei_each()
    {
        foreach (IssuerBook book in (IssuerBook[])[IssuerFolder.Book, IssuerFolder.OfOne])
        {
            LookThrough look = new(book, book.World);
            foreach (BookIssuer issuer in book.Issuers)
            {
                IReadOnlyList<BackingPart> parts = look.PartsOf(issuer);
                Assert.Null(book.World.LiquidTokens.Assets(issuer.Token, out UInt256 assets));
                UInt256 sum = parts.Sum(static part => part.Ether);
                Assert.True(sum <= assets && assets - sum <= (ulong)parts.Count, $"{sum} of {assets}");
            }
        }
    }

    // One operator puts a half behind each of two sets: 160 of 320 ether in pods, and 45 of 100 stETH at 0.9.
    [Fact]
    public void A_set_can_take_what_is_put_behind_it()
    {
        IssuerBook book = IssuerFolder.OfOne;
        LookThrough look = new(book, book.World);
        IReadOnlyList<SlashablePart> parts = look.SlashableOf(book.Issuers[0], look.Market.Now);
        Assert.Equal(4, parts.Count);
        Assert.All(parts, part => Assert.Equal(
            part.Symbol == "ETH" ? Ether(160) : Ether(45), part.EtherNow));
        Assert.Equal(
            ["Alpha", "Alpha", "Beta", "Beta"],
            parts.Select(static part => part.Service.Name).Order(StringComparer.Ordinal));
    }

    // On the real book no operator has more put behind its sets than it has, each set rounded up.
    [Fact]
    public void Operators_promise_no_more_than_they_have()
    {
        IssuerBook book = IssuerFolder.Book;
        LookThrough look = new(book, book.World);
        foreach (BookIssuer issuer in book.Issuers)
        {
            ILookup<BookOperator, SlashablePart> slashable =
                look.SlashableOf(issuer, look.Market.Now).ToLookup(static part => part.Operator);
            Assert.Equal(issuer.Operators.Count, slashable.Count);
            foreach (IGrouping<BookOperator, SlashablePart> parts in slashable)
            {
                UInt256 stake = look.PartsOf(issuer).Where(part => part.Operator == parts.Key)
                    .Sum(static part => part.Ether);
                UInt256 sum = parts.Sum(static part => part.EtherNow);
                Assert.True(sum <= stake + (UInt256)(ulong)parts.Count(), $"{sum} of {stake}");
            }
        }
    }

    // 200 of 400 tokens: half of each part, down; and half of what is slashable, up. Of 100 tokens on the
    // rail 60 are covered.
    [Fact]
    public void A_holder_has_its_part()
    {
        IssuerBook book = IssuerFolder.OfOne;
        LookThrough look = new(book, book.World);
        IReadOnlyList<TokenHolder> holders = look.HoldersOf(book.Issuers[0]);
        Assert.Equal(
            [Ether(200), Ether(100), Ether(60)], holders.Select(static holder => holder.Covered));
        Assert.Equal(Ether(100), holders[^1].Tokens);
        BackingPart pods = look.PartsOf(book.Issuers[0])
            .First(static part => part.Operator is not null && part.Symbol == "ETH");
        Assert.Equal(Ether(320), pods.Ether);
        Assert.Equal(Ether(160), pods.OfTokens(holders[0].Covered, Ether(400)).Ether);
        SlashablePart odd = look.SlashableOf(book.Issuers[0], look.Market.Now)[0] with { EtherNow = 3UL };
        Assert.Equal(2UL, odd.OfTokens(Ether(200), Ether(400)).EtherNow);
        BackingPart three = pods with { Ether = 3UL };
        Assert.Equal(1UL, three.OfTokens(Ether(200), Ether(400)).Ether);
    }

    // By hand, in ether. Bottom: 320 in pods, 90 under stETH, 20 idle = 430. Again: stETH 90, restaked 410,
    // tokens 400 · 1.075 = 430, on the rail 60 of 100 · 1.075 = 64.5 (43 have nothing behind them), in the
    // pool 107.5. Added up: 430 + 90 + 410 + 430 + 107.5 + 107.5 = 1,575.
    [Fact]
    public void Each_layer_is_counted_once()
    {
        IssuerBook book = IssuerFolder.OfOne;
        var value = ValueOnce.Of(book, book.World);
        Assert.Equal(
            [Milli(430_000), Milli(90_000), Milli(410_000), Milli(430_000), Milli(107_500), Milli(107_500)],
            value.Layers.Select(static layer => layer.Gross));
        Assert.Equal(Milli(43_000), value.Layers[4].Unbacked);
        Assert.Equal(Milli(64_500), value.Layers[4].Again);
        Assert.Equal(Milli(1_575_000), value.AddedUp);
        Assert.Equal(Ether(430), value.Once);
    }

    // What is counted once follows a loss below, whatever a stored rate says.
    [Fact]
    public void A_promise_is_no_value()
    {
        IssuerBook book = IssuerFolder.OfOneKelp("1");
        BookIssuer issuer = book.Issuers[0];
        var slash = IssuerSlash.Run(book, issuer, book.Restaking.Services[0], Wad.One);
        var value = ValueOnce.Of(book, slash.Restaking.Market.World);
        Assert.Equal(Ether(430 - 205), value.Once);
        Assert.Equal(Ether(205), value.Layers[3].Unbacked);
    }

    private static UInt256 Ether(ulong amount) => Wad.Scale * amount;

    private static UInt256 Milli(ulong amount) => Wad.Scale.DivDown(1000) * amount;
}
