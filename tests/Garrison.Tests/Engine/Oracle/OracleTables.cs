using System.Collections.Immutable;

using Garrison.Engine;
using Garrison.Engine.Oracle;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Oracle;

/// <summary>Feeds: every refusal in order, and what each kind answers.</summary>
public sealed class OracleTables
{
    [Fact]
    public void A_price_is_posted_when_it_moved_or_when_it_is_time() => Play("""
        post rep P 1                          NoSuchFeed
        posted P 8 200000000 3600 50          ok
        posted P 8 1 0 0                      FeedAlreadyExists
        rate P 8 1                            FeedAlreadyExists
        price P                               = 200000000
        decimals P                            = 8
        round P                               = 1
        post alice P 100000000                NotReporter
        post rep P 200999999                  UpdateNotDue
        post rep P 199000001                  UpdateNotDue
        post rep P 201000000                  ok
        post rep P 199995000                  ok
        round P                               = 3
        pass 3599                             ok
        post rep P 199995000                  UpdateNotDue
        pass 1                                ok
        post rep P 199995000                  ok
        stale P                               = 0
        feeds                                 = 1
        """);

    // An answer may be as old as the heartbeat, and no older.
    [Fact]
    public void A_price_grows_stale() => Play("""
        posted P 8 200000000 3600 50          ok
        posted Q 8 200000000 0 50             ok
        pass 3600                             ok
        stale P                               = 0
        pass 1                                ok
        stale P                               = 1
        stale Q                               = 0
        price P                               = 200000000
        post rep Q 200000000                  UpdateNotDue
        post rep P 200000000                  ok
        stale P                               = 0
        """);

    [Fact]
    public void A_rate_is_a_fact() => Play("""
        rate R 18 1.02e18                     ok
        post alice R 1.03e18                  NotReporter
        post rep R 1.02e18                    ok
        post rep R 0                          ok
        price R                               = 0
        pass 100000000                        ok
        stale R                               = 0
        exists R                              = 1
        exists S                              = 0
        """);

    [Fact]
    public void A_rate_logs_nothing_and_a_price_does()
    {
        World world = New();
        Assert.Empty(Run(world, "rate R 18 1e18"));
        Assert.Empty(Run(world, "post rep R 2e18"));
        Assert.Equal(
            [new FeedAnswerUpdated(Of("P"), 7UL, 1, OracleVerbs.Start)], Run(world, "posted P 8 7 0 0"));
        Assert.Equal(
            [new FeedAnswerUpdated(Of("P"), 7UL, 2, OracleVerbs.Start)], Run(world, "post rep P 7"));
    }

    // 365 % of 10¹⁸ a year are ⌊10¹⁸ · 36500 · 10⁶ / 10⁴⌋ / 31,536,000 = 115740740740740740 millionths of
    // a unit a second: 115740740740.740740 · 864000 = ⌊99999999999999999.36⌋ in ten days.
    [Fact]
    public void A_rate_is_cut_to_what_it_may_have_grown() => Play("""
        pass 864000                           ok
        rate R 18 1e18                        ok
        posted B 8 2000e8 3600 0              ok
        capped C R B 604800 1e18 0 36500      ok
        growth C                              = 115740740740740740
        decimals C                            = 8
        price C                               = 2000e8
        cut C                                 = 0
        post rep R 1.099999999999999999e18    ok
        cut C                                 = 0
        price C                               = 219999999999
        post rep R 1.1e18                     ok
        cut C                                 = 1
        price C                               = 219999999999
        post rep R 0.5e18                     ok
        cut C                                 = 0
        price C                               = 1000e8
        pass 3601                             ok
        stale C                               = 1
        post rep R 0                          ok
        price C                               = 0
        """);

    [Fact]
    public void A_cut_rate_need_not_be_paid_in_anything() => Play("""
        pass 864000                           ok
        rate R 18 3e18                        ok
        capped C R nobody 604800 1e18 0 0     ok
        price C                               = 1e18
        cut C                                 = 1
        decimals C                            = 18
        """);

    // The story begins long after 1970, so day 0 of it is never 180 days before the epoch.
    [Fact]
    public void Caps_are_refused() => Play("""
        capped C R B 0 0 0d 0                 NoSuchFeed
        rate R 7 1e7                          ok
        capped C R B 0 0 0d 0                 NoSuchFeed
        rate S 25 1e25                        ok
        posted B 8 2000e8 3600 0              ok
        capped C R B 0 0 0d 0                 WrongRatioDecimals
        capped C S B 0 0 0d 0                 WrongRatioDecimals
        rate T 18 1e18                        ok
        capped T T B 0 0 0d 0                 FeedAlreadyExists
        capped C T B 604800 3e31 0d 0         EmptyRevert
        capped C T B 604800 0 0d 0            SnapshotRatioIsZero
        capped C T B 604800 1e18 0d 0         InvalidRatioTimestamp
        pass 604799                           ok
        capped C T B 604800 1e18 0d 0         InvalidRatioTimestamp
        pass 1                                ok
        capped C T B 604800 1e18 0d 1000      ok
        cap admin B 1e18 1d 1000              NoSuchFeed
        cap alice C 0 1d 1000                 CallerIsNotRiskOrPoolAdmin
        cap admin C 3e31 1d 1000              EmptyRevert
        cap admin C 0 1d 1000                 SnapshotRatioIsZero
        cap admin C 1e18 0d 1000              InvalidRatioTimestamp
        cap admin C 1e18 1d 1000              InvalidRatioTimestamp
        pass 86400                            ok
        cap admin C 1e18 1d 1000              ok
        pass 15638400                         ok
        cap admin C 1e18 8d 1000              InvalidRatioTimestamp
        cap admin C 1e18 9d 1000              ok
        post rep C 1                          NoSuchFeed
        """);

    [Fact]
    public void A_cap_logs_its_growth()
    {
        World world = New();
        _ = Run(world, "pass 864000");
        _ = Run(world, "rate R 18 1e18");
        Assert.Equal(
            [new FeedCapUpdated(Of("C"), Number("1e18"), OracleVerbs.Start, Number("115740740740"), 36500)],
            Run(world, "capped C R nobody 604800 1e18 0 36500"));
    }

    [Fact]
    public void The_smaller_of_two() => Play("""
        smaller X P R                         NoSuchFeed
        posted P 18 1e18 3600 0               ok
        smaller X P R                         NoSuchFeed
        rate R 17 1e17                        ok
        smaller X P R                         DecimalsDiffer
        rate S 18 1.01e18                     ok
        smaller P P S                         FeedAlreadyExists
        smaller X P S                         ok
        price X                               = 1e18
        post rep S 0.99e18                    ok
        price X                               = 0.99e18
        post rep P 0.98e18                    ok
        price X                               = 0.98e18
        pass 3601                             ok
        stale X                               = 1
        stale S                               = 0
        post rep S 0.5e18                     ok
        price X                               = 0.5e18
        stale X                               = 1
        """);

    // 36 + 6 − 18 decimals; the source has 8, so the price grows by 10¹⁶.
    [Fact]
    public void The_scale_of_Morpho() => Play("""
        scaled X P 6 18                       NoSuchFeed
        posted P 8 2500e8 3600 0              ok
        scaled P P 6 18                       FeedAlreadyExists
        scaled X P 6 18                       ok
        decimals X                            = 24
        price X                               = 2500e24
        scaled Y P 0 29                       Panic(0x11)
        scaled Y P 0 28                       ok
        price Y                               = 2500e8
        scaled Z P 50 0                       Panic(0x11)
        scaled Z P 49 0                       ok
        pass 3601                             ok
        stale X                               = 1
        """);

    [Fact]
    public void A_chain_of_feeds_is_short() => Play("""
        rate A 18 1e18                        ok
        smaller B A A                         ok
        smaller C B A                         ok
        smaller D C A                         ok
        smaller E D A                         ok
        smaller F E A                         ok
        smaller G F A                         ok
        smaller H G A                         ok
        smaller I H A                         TooManyFeeds
        price H                               = 1e18
        """);

    private static World New()
    {
        World world = new();
        _ = world.Execute(new AdvanceClock(default, 1, OracleVerbs.Start));
        return world;
    }

    private static ImmutableArray<Event> Run(World world, string line) =>
        Assert.IsType<Accepted>(world.Execute(OracleVerbs.Command(line.Split(' '))!)).Events;

    private static void Play(string lines)
    {
        World world = New();
        Lines.Play(
            world,
            lines,
            words => world.Execute(EngineJson.ReadCommand(EngineJson.Write(OracleVerbs.Command(words)!))),
            words => OracleVerbs.Read(world, words)!.ToString()!);
    }
}
