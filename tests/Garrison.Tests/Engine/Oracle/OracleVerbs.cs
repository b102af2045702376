using Garrison.Engine;
using Garrison.Engine.Oracle;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Oracle;

/// <summary>The lines that make feeds, post to them and read them.</summary>
/// <remarks>Seconds count from the start of the story.</remarks>
internal static class OracleVerbs
{
    /// <summary>When the story starts.</summary>
    public const ulong Start = 1_700_000_000;

    /// <summary>The command of a line; null when it is about something else.</summary>
    public static Command? Command(string[] words) => words switch
    {
        ["pass", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["posted", var feed, var decimals, var answer, var heartbeat, var deviation] =>
            new CreatePostedFeed(
                default,
                Of(feed),
                Of("rep"),
                byte.Parse(decimals),
                Number(answer),
                ulong.Parse(heartbeat),
                ushort.Parse(deviation)),
        ["rate", var feed, var decimals, var rate] => new CreateRateFeed(
            default, Of(feed), Of("rep"), byte.Parse(decimals), Number(rate)),
        ["post", var who, var feed, var answer] => new PostFeedAnswer(Of(who), Of(feed), Number(answer)),
        ["capped", var feed, var ratio, var paidIn, var delay, var snapshot, var second, var growth] =>
            new CreateCappedFeed(
                default,
                Of(feed),
                Of("admin"),
                Of(ratio),
                Of(paidIn),
                ulong.Parse(delay),
                Number(snapshot),
                Second(second),
                ushort.Parse(growth)),
        ["cap", var who, var feed, var snapshot, var second, var growth] => new SetFeedCap(
            Of(who), Of(feed), Number(snapshot), Second(second), ushort.Parse(growth)),
        ["smaller", var feed, var first, var second] => new CreateSmallerFeed(
            default, Of(feed), Of(first), Of(second)),
        ["scaled", var feed, var source, var loan, var collateral] => new CreateScaledFeed(
            default, Of(feed), Of(source), byte.Parse(loan), byte.Parse(collateral)),
        _ => null,
    };

    /// <summary>What the view of a line reads; null when it is about something else.</summary>
    public static object? Read(World world, string[] words)
    {
        ulong second = world.Clock.Seconds;
        return words switch
        {
            ["price", var feed] => world.Oracle.Price(Of(feed), second).Price,
            ["decimals", var feed] => world.Oracle.Price(Of(feed), second).Decimals,
            ["stale", var feed] => Flag(world.Oracle.Price(Of(feed), second).IsStale),
            ["cut", var feed] => Flag(world.Oracle.Price(Of(feed), second).IsCapped),
            ["exists", var feed] => Flag(world.Oracle.Price(Of(feed), second).Exists),
            ["round", var feed] => world.Oracle.Feed(Of(feed)).Round,
            ["growth", var feed] => world.Oracle.Cap(Of(feed)).GrowthPerSecond,
            ["feeds"] => world.Oracle.All.Count,
            _ => null,
        };
    }

    private static int Flag(bool holds) => holds ? 1 : 0;

    // A day of the story with a d behind it: 8d.
    private static ulong Second(string text) => Start + (text.EndsWith('d')
        ? ulong.Parse(text[..^1]) * 86_400
        : ulong.Parse(text));
}
