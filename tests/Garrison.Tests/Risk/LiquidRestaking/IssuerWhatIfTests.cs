using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Risk.LiquidRestaking;
using Garrison.Simulation.Books;
using Garrison.Tests.Simulation;

namespace Garrison.Tests.Risk.LiquidRestaking;

/// <summary>What a slash, a run and a rate that stands still come to, derived by hand on a small book: 320
/// ether in pods, 100 stETH at 0.9, 20 ether in hand, 400 tokens at 1.075.</summary>
public sealed class IssuerWhatIfTests
{
    // Half of the stake is behind Alpha; a tenth of that is 16 ether and 5 stETH, 4.5 ether: 430 - 20.5 =
    // 409.5, over 400 tokens.
    [Fact]
    public void A_live_rate_knows_of_a_slash_at_once()
    {
        IssuerBook book = IssuerFolder.OfOne;
        IssuerSlash slash = Slash(book, "0.1");
        Assert.False(slash.IsStored);
        Assert.Null(slash.Refused);
        Assert.Equal(Of("409.5"), slash.Slashed.Assets);
        Assert.Equal(Of("1.02375"), slash.Slashed.Rate);
        Assert.Equal(slash.Slashed.Rate, slash.After.Rate);
        Assert.Equal(Of("430"), TokenView.Of(book.Issuers[0], book.World).Assets);
    }

    // ⌊100 · |1.02375 - 1.075| / 1.075⌋ = ⌊4.77⌋ = 4 whole percent: above 1, not above 4.
    [Theory]
    [InlineData("1", "RSETHPriceExceedsLimit", "1.075")]
    [InlineData("3", "RSETHPriceExceedsLimit", "1.075")]
    [InlineData("4", null, "1.02375")]
    [InlineData("0", null, "1.02375")]
    public void A_guard_keeps_a_stored_rate_where_it_was(string limit, string? refusal, string rate)
    {
        IssuerSlash slash = Slash(IssuerFolder.OfOneKelp(limit), "0.1");
        Assert.True(slash.IsStored);
        Assert.Equal(Of("1.075"), slash.Slashed.Rate);
        Assert.Equal(refusal, slash.Refused?.ToString());
        Assert.Equal(Of(rate), slash.After.Rate);
        Assert.Equal(Of("1.02375"), slash.After.BackedRate);
        Assert.Equal(refusal is not null, slash.After.IsAboveBacking);
    }

    // Half of 340 tokens that are here (40 of the thief's stay) run: 150 of the two groups. Of 430 ether 340
    // are ether and 90 stETH, so 150 · 340/430 tokens ask for ether and 150 · 90/430 for stETH:
    // 127.5 ether of which 20 are in hand, and 33.75/0.9 = 37.5 stETH of which none is.
    [Fact]
    public void A_run_is_paid_from_the_buffer_and_waits_for_the_rest()
    {
        IssuerBook book = IssuerFolder.OfOne;
        var run = IssuerRun.Run(book, book.Issuers[0], new Wad(Of("0.5")));
        Assert.Null(run.Reason);
        AssertNear(Of("150"), run.Tokens);
        AssertNear(Of("127.5"), run.Legs[0].Asked);
        AssertNear(Of("20"), run.Legs[0].Covered);
        AssertNear(Of("107.5"), run.Legs[0].Waiting);
        AssertNear(Of("37.5"), run.Legs[1].Waiting);
        Assert.All(run.Legs, static leg => Assert.Equal(UInt256.Zero, leg.Shortage));
        Assert.Equal(run.Before.Rate, run.After.Rate);

        // 7 days of Renzo's; 100,800 blocks of EigenLayer's and one more, at 12 seconds.
        Assert.Equal(book.World.Clock.Seconds + (7 * 86_400), run.CoveredFrom.Second);
        Assert.Equal(book.World.Clock.Seconds + (100_801 * 12), run.WaitingFrom.Second);
    }

    // A tenth of 410 restaked ether is lost: 389 over 400 is 0.9725. A quarter leaves, 100 tokens: 107.5 at
    // the old rate, 97.25 by what is behind them. Those who stay have 281.5 over 300.
    [Fact]
    public void Whoever_leaves_at_an_old_rate_gains_what_the_others_lose()
    {
        IssuerBook book = IssuerFolder.OfOneKelp("1");
        var stuck = StuckRate.Run(book, book.Issuers[0], new Wad(Of("0.1")), new Wad(Of("0.25")));
        Assert.True(stuck.IsStored);
        Assert.Equal("RSETHPriceExceedsLimit", stuck.UpdateRefused?.ToString());
        Assert.Equal(Of("107.5"), stuck.AtOld);
        Assert.Equal(Of("97.25"), stuck.Fair);
        Assert.Equal(Of("10.25"), stuck.Gain);
        Assert.Equal(UInt256.MulDivDown(Of("281.5"), 1UL, 300UL), stuck.StayersRate);
        Assert.Equal(Of("20"), stuck.LiquidEther);
        Assert.Null(stuck.ExpiresInSeconds);
    }

    [Fact]
    public void Nobody_gains_at_a_live_rate_and_an_old_price_stops_it()
    {
        IssuerBook book = IssuerFolder.OfOne;
        var stuck = StuckRate.Run(book, book.Issuers[0], new Wad(Of("0.1")), new Wad(Of("0.25")));
        Assert.False(stuck.IsStored);
        Assert.Equal(Of("0.9725"), stuck.Fallen.Rate);
        Assert.Equal(UInt256.Zero, stuck.Gain);
        Assert.Equal("OraclePriceExpired", stuck.ExpiredReason?.ToString());
        Assert.Equal(86_460UL, stuck.ExpiresInSeconds);
    }

    [Fact]
    public void A_service_that_none_of_them_serves_slashes_nothing()
    {
        IssuerBook book = IssuerFolder.Book;
        BookService none = book.Restaking.Services[0] with { Operators = [] };
        Assert.Contains("none of Renzo's", Assert.Throws<WhatIfRefusedException>(
            () => IssuerSlash.Run(book, book.Issuers[0], none, Wad.One)).Message);
    }

    private static IssuerSlash Slash(IssuerBook book, string part) =>
        IssuerSlash.Run(book, book.Issuers[0], book.Restaking.Services[0], new Wad(Of(part)));

    private static void AssertNear(UInt256 expected, UInt256 actual) =>
        Assert.True(expected.AbsoluteDifference(actual) <= 10UL, $"{actual} is not about {expected}");

    private static UInt256 Of(string amount)
    {
        string[] halves = amount.Split('.');
        return UInt256.Parse(halves[0] + (halves.Length == 2 ? halves[1] : "").PadRight(18, '0'));
    }
}
