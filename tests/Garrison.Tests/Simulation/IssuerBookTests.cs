using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Tests.Simulation;

/// <summary>Books of issuers come out as their base and their terms say, and one that is wrong says
/// where.</summary>
public sealed class IssuerBookTests
{
    [Fact]
    public void Books_are_their_commands()
    {
        IssuerBook[] books = [IssuerFolder.Book, IssuerFolder.OfOne, IssuerFolder.OfOneKelp("1")];
        foreach (IssuerBook book in books)
        {
            World world = new();
            foreach (Command command in book.Commands)
            {
                Assert.IsType<Accepted>(world.Execute(EngineJson.ReadCommand(EngineJson.Write(command))));
            }

            Assert.Equal(book.World.Digest(), world.Digest());
        }
    }

    // The base book's own shares of each operator that carries the name, to the wei.
    [Fact]
    public void An_issuer_has_what_its_operators_have_in_the_base()
    {
        IssuerBook book = IssuerFolder.Book;
        foreach (BookIssuer issuer in book.Issuers)
        {
            IReadOnlyList<LiquidHolding> holdings = book.World.LiquidTokens.Holdings(issuer.Token);
            foreach (BookIssuerAsset asset in issuer.Assets)
            {
                UInt256 inBase = issuer.Operators.SelectMany(static one => one.Shares)
                    .Where(shares => shares.Strategy == asset.Strategy)
                    .Sum(static shares => shares.Amount);
                UInt256 restaked = holdings
                    .Where(one => one.Kind == HoldingKind.EigenLayer && one.Asset == asset.Asset)
                    .Sum(static one => one.Amount.ToUInt256());
                Assert.Equal(inBase, restaked);
                Assert.Equal(
                    asset.Buffer,
                    holdings.Where(one => one.Kind == HoldingKind.Held && one.Asset == asset.Asset)
                        .Sum(static one => one.Amount.ToUInt256()));
            }
        }
    }

    [Theory]
    [InlineData("ezETH", 5, "Renzo ")]
    [InlineData("rsETH", 3, "Kelp by ")]
    public void Operators_carry_the_issuers_name_and_the_rate_is_the_books(
        string symbol, int operators, string name)
    {
        IssuerBook book = IssuerFolder.Book;
        BookIssuer issuer = book.Issuers.First(one => one.Symbol == symbol);
        Assert.Equal(operators, issuer.Operators.Count);
        Assert.All(issuer.Operators, one => Assert.StartsWith(name, one.Name));
        Assert.Null(book.World.LiquidTokens.Rate(issuer.Token, out UInt256 rate));
        Assert.Equal(issuer.Rate.Raw, rate);
        Assert.All(issuer.Operators, one => Assert.Equal(
            one.Address, book.World.EigenLayer.Delegation.DelegatedTo(one.Cohort)));
    }

    // 320 + 0.9 · 100 + 20 = 430 ether at 1.075 are 400 tokens: 200, 100 and 100 over the rail, of which 40
    // were taken.
    [Fact]
    public void The_supply_is_what_the_assets_are_at_the_rate()
    {
        IssuerBook book = IssuerFolder.OfOne;
        BookIssuer issuer = book.Issuers[0];
        Assert.Null(book.World.LiquidTokens.Assets(issuer.Token, out UInt256 assets));
        Assert.Equal(Ether(430), assets);
        Assert.Equal(Ether(400), book.World.LiquidTokens.Supply(issuer.Token));
        Assert.Equal(Ether(200), book.World.Ledger.Balance(issuer.Token, issuer.Holders[0].Account));
        Assert.Equal(
            new BridgeCover(Ether(60), Ether(100)), book.World.Bridges.Cover(issuer.Rails[0].Lockbox));
    }

    [Theory]
    [InlineData("\"part\": 0.5,", "\"part\": 0.6,", "issuers[0].holders: the parts")]
    [InlineData("\"rate\": 1.075", "\"rate\": 0", "issuers[0].rate: give ether for one token")]
    [InlineData("[\"One\"]", "[\"Two\"]", "issuers[0].operators: there is no Two")]
    [InlineData(
        "\"strategy\": \"stETH\"", "\"strategy\": \"EIGEN\"", "assets[1].strategy: there is no EIGEN")]
    [InlineData("\"protocol\": \"renzo\"", "\"protocol\": \"lido\"", "issuers[0].protocol: there is no lido")]
    [InlineData("\"waitDays\": 7", "\"waitHours\": 7", "waitDays is missing")]
    [InlineData("\"place\": \"pool\"", "\"place\": \"moon\"", "holders[1].place: there is no moon")]
    [InlineData(", \"target\": 10, \"source\": \"test\"", ", \"target\": 10", "say where it is from")]
    [InlineData("\"name\": \"small\"", "\"name\": \"small\", \"more\": 1", "there is no field more")]
    public void A_wrong_book_says_where_and_what_would_be_right(string from, string to, string message)
    {
        BookException exception = Assert.Throws<BookException>(() => IssuerFolder.Changed(from, to));
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public void A_token_that_nobody_issues_is_nobodys()
    {
        LiquidTokens tokens = IssuerFolder.OfOne.World.LiquidTokens;
        Assert.Equal(IssuerKind.None, tokens.KindOf(Constants.BeaconChainEtherStrategy));
        Assert.Equal(IssuerKind.None, tokens.KindOf(default));
        Assert.Equal("NoSuchToken", tokens.Rate(default, out _)?.ToString());
        Assert.Empty(tokens.Holdings(default));
        Assert.Equal(IssuerKind.Renzo, tokens.KindOf(Assert.Single(tokens.All)));
    }

    private static UInt256 Ether(ulong amount) => Wad.Scale * amount;
}
