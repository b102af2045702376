using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;

namespace Garrison.Tests.Simulation;

/// <summary>The books of markets come out as their sources say, and a book that is wrong says
/// where.</summary>
public sealed class MarketBookTests
{
    private static readonly Address _thief = Address.FromNumber(0xBAD);

    [Fact]
    public void Books_are_their_commands()
    {
        MarketBook[] books = [MarketFolder.EzEth, MarketFolder.RsEth, MarketFolder.EveryKind];
        foreach (MarketBook book in books)
        {
            World world = new();
            foreach (Command command in book.Commands)
            {
                Assert.IsType<Accepted>(world.Execute(EngineJson.ReadCommand(EngineJson.Write(command))));
            }

            Assert.Equal(book.World.Digest(), world.Digest());
        }
    }

    // 5,867 WETH to 18,649 ezETH; the feed said 1.0085, and the pool is within 1 % of it.
    [Fact]
    public void EzEth_pays_what_it_paid()
    {
        MarketBook book = MarketFolder.EzEth;
        PoolDepth depth = new(book, book.World);
        MarketPool pool = book.Pools[0];
        MarginalPrice price = depth.PriceOf(pool, book.Tokens[0], book.Tokens[1])!.Value;
        Assert.Equal(Of("1.0085"), price.Rate.Raw);
        Assert.True(price.IsDiscount && price.Distance.Raw < Of("0.01"), price.ToString());
        Assert.Equal([Of("18649"), Of("5867")], depth.LegsOf(pool).Select(static leg => leg.Amount));
        Assert.Equal(Of("1000000"), book.World.Ledger.Supply(book.Token.Address));
    }

    // 138 loans of 5,035 WETH and 8 of 804 were liquidated that night, when the feed fell to 0.829; 65 % of
    // 7,600 WETH was one vault's.
    [Fact]
    public void As_much_is_liquidated_above_the_low_as_was()
    {
        MarketBook book = MarketFolder.EzEth;
        Wad fall = new(Wad.Scale - Wad.RatioUp(Of("0.829"), Of("1.0085")).Raw);
        LadderStep[] steps =
        [
            .. LoanMarket.Of(book, book.World).Select(market => LiquidationLadder.Of(
                market, book.Token, ShockKind.Price, [fall])[0]),
        ];
        Assert.Equal([138, 8], steps.Select(static step => step.Loans));
        Assert.Equal([Of("5035"), Of("804")], steps.Select(static step => ToWhole(step.Debt)));
        Assert.Equal([9_000UL, 8_000UL], LoanMarket.Of(book, book.World).Select(
            static market => Bps(market.Sides[0].Utilisation)));
        MorphoBookMarket narrow = (MorphoBookMarket)book.Markets[0];
        Assert.Equal(Of("0.65"), Wad.RatioDown(
            narrow.Lenders[0].Amount, narrow.Lenders.Sum(static one => one.Amount)).Raw);
    }

    // 3,000,000 WETH, 0.885 of it lent out, at 2.26 and 1.70 %; 345,000 left. At 1.0695 and 2,309.26.
    [Fact]
    public void RsEth_stands_as_it_stood()
    {
        MarketBook book = MarketFolder.RsEth;
        LoanMarket market = LoanMarket.Of(book, book.World)[0];
        LendingSide weth = market.Sides[0];
        Assert.Equal(Of("3000000"), weth.Supplied);
        Assert.Equal(Of("0.885"), weth.Utilisation.Raw);
        Assert.Equal(Of("345000"), weth.Available);
        Assert.Equal([226UL, 170UL], [Bps(weth.BorrowRate), Bps(weth.SupplyRate)]);
        Assert.Equal((UInt256)246_975_357_000UL, market.PriceOf(book.Token.Address));
        Assert.Equal(Of("629900"), book.World.Ledger.Supply(book.Token.Address));
        Assert.Equal(10_281UL, Bps(Wad.RatioDown(book.Bridges[0].Locked, book.Bridges[0].Claims)));
        AaveCategory category = book.World.Aave.Users.Category(((AaveBookMarket)market.Market).Address, 1);
        Assert.Equal((9_300, 9_500, 10_100), (category.LtvBps, category.ThresholdBps, category.BonusBps));
    }

    // The attacker's two positions of the day: 53,400 rsETH for 52,854.39 WETH, by which use goes to 90.26 %.
    [Fact]
    public void The_theft_can_be_replayed_on_it()
    {
        MarketBook book = MarketFolder.RsEth;
        World world = book.World.Fork();
        AaveBookMarket pool = (AaveBookMarket)book.Markets[0];
        Address weth = book.Tokens.First(static one => one.Symbol == "WETH").Address;
        Address bridge = book.Bridges[0].Address;
        Assert.IsType<Accepted>(world.Execute(new Batch(default,
        [
            new Transfer(bridge, book.Token.Address, _thief, Of("116500")),
            new SetAaveUserEMode(_thief, pool.Address, 1),
            new SupplyToAave(_thief, pool.Address, book.Token.Address, Of("53400"), _thief),
            new BorrowFromAave(_thief, pool.Address, weth, Of("52854.39"), _thief),
        ])));
        Assert.Equal(9_026UL, Bps(LoanMarket.Of(book, world)[0].Sides[0].Utilisation));
        Assert.Equal(Of("40373"), world.Ledger.Balance(book.Token.Address, bridge));
        UInt256 health = world.Aave.Users.Account(pool.Address, _thief).HealthFactor;
        MarketFolder.IsBetween(health, Of("1.01"), Of("1.03"));
    }

    // No loan is above the loan-to-value of its group, and none is a billionth below.
    [Fact]
    public void Loans_are_as_high_as_the_book_says()
    {
        foreach (MarketBook book in (MarketBook[])[MarketFolder.EzEth, MarketFolder.RsEth])
        {
            foreach (LoanMarket market in LoanMarket.Of(book, book.World))
            {
                foreach (MarketCohort cohort in book.Cohorts.Where(one => one.Market == market.Name))
                {
                    Assert.Equal(cohort.Count, cohort.Accounts.Distinct().Count());
                    Assert.All(cohort.Accounts, account => MarketFolder.IsBetween(
                        market.StateAt(account, market.PriceOf).Ltv.Raw,
                        cohort.Ltv.Raw - 1_000_000_000UL,
                        cohort.Ltv.Raw));
                }
            }
        }
    }

    [Fact]
    public void Assumptions_are_told_with_their_fields()
    {
        Assert.Contains(MarketFolder.EzEth.Assumptions, static text =>
            text.StartsWith("Balancer ezETH/WETH, amplification: fitted", StringComparison.Ordinal));
        Assert.All(MarketFolder.EveryKind.Pools, static pool => Assert.False(pool.Origin.IsAnyAssumed));
    }

    [Theory]
    [InlineData(
        "\"amplification\": 200",
        "\"amplificatoin\": 200",
        "all/book.json: pools[0]: amplification is missing")]
    [InlineData(
        "\"offpegFeeMultiplier\": 2",
        "\"offpegFeeMultiplier\": 2, \"fees\": 1",
        "all/book.json: pools[0]: there is no field fees; did you mean fee?")]
    [InlineData(
        "\"amplification\": 200",
        "\"amplification\": 2.5",
        "all/book.json: pools[0].amplification: give a whole number")]
    [InlineData(
        "\"amplification\": 200",
        "\"amplification\": \"200\"",
        "all/book.json: pools[0].amplification: give a whole number")]
    [InlineData(
        "\"adminFee\": 0.5",
        "\"adminFee\": 1.5",
        "all/book.json: pools[1].adminFee: give a part of at most 1")]
    [InlineData(
        "\"answer\": 1.25",
        "\"answer\": -1.25",
        "all/book.json: feeds[0].answer: give a number of at most 18")]
    [InlineData(
        "\"answer\": 1.25",
        "\"answer\": 1e3",
        "all/book.json: feeds[0].answer: give a number of at most 18")]
    [InlineData(
        "\"B\": 5100",
        "\"B\": 0.1234567",
        "all/book.json: pools[2].balances.B: give a number of at most 6")]
    [InlineData("\"B\": 5100", "\"D\": 5100", "all/book.json: pools[2].balances.D: there is no such token")]
    [InlineData(
        "\"kind\": \"constantProduct\"",
        "\"kind\": \"constantproduct\"",
        "all/book.json: pools[4].kind: there is no constantproduct; did you mean constantProduct?")]
    [InlineData(
        "\"fee\": 0.0005",
        "\"fee\": 0.0004",
        "all/book.json: pools[3].fee: give 0.0001, 0.0005, 0.003 or 0.01")]
    [InlineData(
        "\"first\": \"A rate\"",
        "\"first\": \"A rato\"",
        "all/book.json: feeds[2].first: there is no A rato; did you mean A rate?")]
    [InlineData(
        "\"pool\": \"new\"",
        "\"pool\": \"nwe\"",
        "all/book.json: feeds[4].pool: there is no nwe; did you mean new?")]
    [InlineData(
        "\"time\": \"2026-01-01T00:00:00Z\"",
        "\"time\": \"2026-01-01\"",
        "all/book.json: time: give a time such as")]
    [InlineData("\"token\": \"A\", \"block\": 7", "\"token\": \"A\"", "all/book.json: block is missing")]
    [InlineData(
        "\"lltv\": 0.8,",
        "\"lltv\": 0.8, \"address\": \"0x1\",",
        "all/book.json: morpho.markets[0]: there is no field address")]
    [InlineData(
        "\"rated\": [\"A\"],",
        "\"rated\": [\"B\"],",
        "all/book.json: pools[0].rated: there is no B")]
    [InlineData(
        "\"C\": 900 },\n      \"source\": \"test\"",
        "\"C\": 900 }",
        "all/book.json: pools[4].balances: say where it is from")]
    [InlineData(
        "\"C\": 900 },\n      \"source\": \"test\"",
        "\"C\": 900 }, \"source\": \"tset\"",
        "all/book.json: pools[4].source: there is no tset; did you mean test?")]
    [InlineData(
        "\"C\": 900 },",
        "\"C\": 900 }, \"assumed\": { \"balance\": \"why\" },",
        "all/book.json: pools[4].assumed: there is no field balance here; did you mean balances?")]
    [InlineData(
        "\"title\": \"All kinds\",",
        "\"title\": \"All kinds\"",
        "all/book.json:2: this is not JSON")]
    [InlineData(
        "\tA\tC\t100",
        "\tA\tC\tten",
        "all/positions.tsv:2: debt: ten is not an amount of whole tokens")]
    [InlineData("\t0.5\t", "\t1.5\t", "all/positions.tsv:2: ltv: give a part above 0 and below 1")]
    [InlineData("\nM\tone", "\nN\tone", "all/positions.tsv:2: market: there is no N; did you mean M?")]
    [InlineData("\t0.5\t", "\t0.5\tX", "all/positions.tsv:2: category: there is no X")]
    [InlineData("\t100\t0.5", "\t100", "positions.tsv:2: 7 columns, where 8 are due")]
    [InlineData("\t100\t0.5", "\t100\t0.9", "all breaks the rule insufficient collateral")]
    [InlineData(
        "\"lenders\": { \"someone\": 1000 }",
        "\"lenders\": { \"someone\": 1000 }, \"used\": 0.2",
        "all: M: 200000000000000000 of 10¹⁸ should be lent out, and the loans come to 100000000000000000")]
    [InlineData(
        "\"symbol\": \"A\", \"decimals\": 18",
        "\"symbol\": \"A\", \"decimals\": 18, \"supply\": 5",
        "all: the supply of A is less than what the book puts to use")]
    public void A_wrong_book_says_where_and_what_would_be_right(string from, string to, string message)
    {
        BookException exception = Assert.Throws<BookException>(() => MarketFolder.Changed(from, to));
        Assert.Contains(message, exception.Message);
    }

    private static UInt256 Of(string whole)
    {
        string[] halves = whole.Split('.');
        return UInt256.Parse(halves[0] + (halves.Length == 2 ? halves[1] : "").PadRight(18, '0'));
    }

    // Each loan is rounded up by a unit at most.
    private static UInt256 ToWhole(UInt256 debt) => debt.DivDown(Wad.Scale) * Wad.Scale;

    // In 10⁻⁴, rounded to the nearest.
    private static ulong Bps(Wad wad) =>
        (wad.Raw + 50_000_000_000_000UL).DivDown(100_000_000_000_000UL).ToUInt64();
}
