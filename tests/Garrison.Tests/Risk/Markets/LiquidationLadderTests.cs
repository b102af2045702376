using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;
using Garrison.Tests.Simulation;

namespace Garrison.Tests.Risk.Markets;

/// <summary>Ladders and loans against what the protocols themselves say on a fork.</summary>
public sealed class LiquidationLadderTests
{
    private static readonly Wad[] _falls =
        [Percent(1), Percent(3), Percent(6), Percent(12), Percent(16), Percent(25), Percent(60)];

    // The fall is executed, and loans are counted by the protocol's own health.
    [Theory]
    [InlineData("ezeth", ShockKind.Price)]
    [InlineData("ezeth", ShockKind.Rate)]
    [InlineData("rseth", ShockKind.Price)]
    [InlineData("rseth", ShockKind.Rate)]
    [InlineData("rseth", ShockKind.PriceAndRate)]
    public void A_ladder_is_what_the_protocol_says_after_the_fall(string name, ShockKind kind)
    {
        MarketBook book = name == "ezeth" ? MarketFolder.EzEth : MarketFolder.RsEth;
        foreach (Wad fall in _falls)
        {
            World world = book.World.Fork();
            foreach (Command command in new PriceShock(book.Token.Symbol, kind, fall).ToCommands(book, world))
            {
                Assert.IsType<Accepted>(world.Execute(command));
            }

            foreach ((LoanMarket before, LoanMarket after) in LoanMarket.Of(book, book.World)
                .Zip(LoanMarket.Of(book, world)))
            {
                LadderStep step = LiquidationLadder.Of(before, book.Token, kind, [fall])[0];
                Address[] liquidatable =
                    [.. after.Borrowers.Where(one => after.OwnHealth(one) < Wad.Scale)];
                Assert.Equal(liquidatable.Length, step.Loans);
                Assert.Equal(
                    liquidatable.Select(one => after.LoanOf(one).State.Debt).Sum(), step.Debt);
                Assert.Equal(
                    liquidatable.SelectMany(one => after.AmountsOf(one).Collateral)
                        .Where(one => one.Token == book.Token)
                        .Sum(static one => one.Amount),
                    step.Collateral);
                Assert.Equal(after.PriceOf(book.Token.Address), step.Price);
            }
        }
    }

    // A market that reads a market price does not see the rate, and the other way round.
    [Fact]
    public void A_market_sees_what_its_oracle_reads()
    {
        Assert.All(LoanMarket.Of(MarketFolder.EzEth, MarketFolder.EzEth.World), static market =>
        {
            Assert.True(market.IsMovedBy(market.Book.Token, ShockKind.Price));
            Assert.False(market.IsMovedBy(market.Book.Token, ShockKind.Rate));
        });
        LoanMarket aave = LoanMarket.Of(MarketFolder.RsEth, MarketFolder.RsEth.World)[0];
        Assert.False(aave.IsMovedBy(aave.Book.Token, ShockKind.Price));
        Assert.True(aave.IsMovedBy(aave.Book.Token, ShockKind.Rate));

        // The smallest of a rate, a posted price and a pool's price sees each of them fall.
        LoanMarket smallest = LoanMarket.Of(MarketFolder.EveryKind, MarketFolder.EveryKind.World)[0];
        Assert.True(smallest.IsMovedBy(smallest.Book.Token, ShockKind.Price));
        Assert.True(smallest.IsMovedBy(smallest.Book.Token, ShockKind.Rate));
    }

    // A cap cuts a rise alone: a rate of 1.25 over a cap of 1.21 has to fall by more than 3 % to be seen.
    [Fact]
    public void A_capped_rate_falls_late()
    {
        MarketBook book = MarketFolder.EveryKind;
        MarketFeed capped = book.Feeds.First(static feed => feed.Kind == MarketFeedKind.Capped);
        UInt256 now = book.World.Oracle.Price(capped.Address, book.World.Clock.Seconds).Price;
        UInt256 Read(int percent) =>
            new PriceShock("A", ShockKind.Rate, Percent(percent))
                .Read(book, book.World, capped.Address).Price;
        Assert.Equal(now, Read(3));
        Assert.Equal(Percent(90).MulDown(1_250_000_000_000_000_000UL), Read(10));
    }

    [Fact]
    public void Health_is_the_protocols_own()
    {
        foreach (MarketBook book in (MarketBook[])[MarketFolder.EzEth, MarketFolder.RsEth])
        {
            foreach (LoanMarket market in LoanMarket.Of(book, book.World))
            {
                Assert.All(market.Borrowers, borrower => Assert.Equal(
                    market.OwnHealth(borrower),
                    market.StateAt(borrower, market.PriceOf).HealthFactor));
            }
        }
    }

    // p*/p = LTV/LLTV and p_b/p = LTV·LIF of Morpho; LTV/LT and LTV·bonus of Aave. In 10⁻¹⁸, to within what a
    // unit of the price is.
    [Fact]
    public void Falls_are_those_of_the_formulas()
    {
        foreach (LoanMarket market in LoanMarket.Of(MarketFolder.EzEth, MarketFolder.EzEth.World))
        {
            MorphoBookMarket terms = (MorphoBookMarket)market.Market;
            foreach (Address borrower in market.Borrowers)
            {
                Loan loan = market.LoanOf(borrower);
                MorphoHealth health = market.World.Morpho.Health(terms.Id, borrower);
                Assert.Equal(health.LiquidationPrice, loan.LiquidationPrice);
                MarketFolder.IsBetween(
                    health.BadDebtPrice - loan.BadDebtPrice, UInt256.Zero, Wad.Scale);
                Near(Wad.RatioDown(loan.State.Ltv.Raw, terms.Parameters.Lltv), loan.FallToLiquidation, 10UL);
                Near(
                    new Wad(loan.State.Ltv.MulDown(
                        market.World.Morpho.Terms(terms.Id).LiquidationIncentiveDown)),
                    loan.FallToBadDebt,
                    10UL);
            }
        }

        LoanMarket aave = LoanMarket.Of(MarketFolder.RsEth, MarketFolder.RsEth.World)[0];
        foreach (Address borrower in aave.Book.Cohorts.Select(static cohort => cohort.Accounts[0]))
        {
            Loan loan = aave.LoanOf(borrower);
            Near(
                Wad.RatioDown(loan.State.Ltv.Raw, Percent(95).Raw), loan.FallToLiquidation, 100_000_000UL);
            Near(
                new Wad(Percent(101).MulDown(loan.State.Ltv.Raw)), loan.FallToBadDebt, 100_000_000UL);
        }
    }

    // All collateral is taken on a fork: what Morpho then writes off is what the ladder calls bad.
    [Fact]
    public void Bad_debt_is_what_the_protocol_writes_off()
    {
        MarketBook book = MarketFolder.EzEth;
        World world = book.World.Fork();
        Command[] fall = [.. new PriceShock("ezETH", ShockKind.Price, Percent(25)).ToCommands(book, world)];
        Assert.IsType<Accepted>(world.Execute(new Batch(default, fall)));
        LoanMarket market = LoanMarket.Of(book, world)[0];
        MorphoBookMarket terms = (MorphoBookMarket)market.Market;
        foreach (MarketCohort cohort in book.Cohorts.Where(one => one.Market == market.Name).Take(6))
        {
            LoanState state = market.StateAt(cohort.Accounts[0], market.PriceOf);
            Address liquidator = Address.FromNumber(0x11);
            Assert.IsType<Accepted>(world.Execute(new Mint(
                default, terms.Parameters.LoanToken, liquidator, state.Debt)));
            Accepted receipt = Assert.IsType<Accepted>(world.Execute(new LiquidateMorphoPosition(
                liquidator,
                terms.Id,
                cohort.Accounts[0],
                world.Morpho.Position(terms.Id, cohort.Accounts[0]).Collateral,
                UInt256.Zero)));
            MorphoLiquidated done = receipt.Events.OfType<MorphoLiquidated>().Single();
            Assert.False(state.BadDebt.IsZero);
            MarketFolder.IsBetween(
                done.BadDebtAssets, state.BadDebt - UInt256.One, state.BadDebt + UInt256.One);
        }
    }

    private static void Near(Wad part, Wad fall, UInt256 tolerance) => MarketFolder.IsBetween(
        (Wad.Scale - part.Raw).AbsoluteDifference(fall.Raw), UInt256.Zero, tolerance);

    private static Wad Percent(int percent) => new((UInt256)(ulong)percent * 10_000_000_000_000_000UL);
}
