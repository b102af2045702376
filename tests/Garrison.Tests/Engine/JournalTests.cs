using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Tests.Engine;

/// <summary>A journal replays to itself, and says at which entry it was tampered with.</summary>
public sealed class JournalTests
{
    private static readonly Address _token = Address.FromNumber(100);
    private static readonly Address _alice = Address.FromNumber(1);
    private static readonly Address _bob = Address.FromNumber(2);

    [Fact]
    public void A_journal_replays_to_the_same_world()
    {
        World world = new();
        string[] lines = [.. Journal.Record(world, Commands())];
        Assert.Equal(world.Digest(), Journal.Replay(lines).Digest());
        Assert.Contains("\"reason\":\"ERC20: transfer amount exceeds balance\"", lines[3]);
    }

    [Theory]
    [InlineData(0, "the file is empty")]
    [InlineData(1, "ends after entry 0")]
    [InlineData(3, "ends after entry 2")]
    [InlineData(5, "ends after entry 4")]
    public void A_journal_that_was_cut_says_where(int kept, string message) =>
        Fails(lines => lines[..kept], message);

    [Fact]
    public void A_line_that_was_cut_is_named() =>
        Fails(static lines => [.. lines[..2], lines[2][..40]], "entry 2 (line 3) is cut off in the middle");

    [Fact]
    public void An_altered_entry_is_named()
    {
        Fails(
            static lines => Replace(lines, 1, "\"amount\":\"1000\"", "\"amount\":\"1001\""),
            "entry 1 (line 2)");
        Fails(static lines => Replace(lines, 1, "\"1000\"", "\"1001\""), "entry 2 (line 3) does not follow");
        Fails(static lines => Replace(lines, 4, "\"digest\":\"0x", "\"digest\":\"0xa"), "entry 4 (line 5)");
        Fails(static lines => Replace(lines, 5, "\"entries\":4", "\"entries\":5"), "after entry 4");
    }

    [Fact]
    public void Entries_that_changed_places_or_are_missing_are_named()
    {
        Fails(static lines => [.. lines[..2], lines[3], lines[2], .. lines[4..]], "entry 2 (line 3) does");
        Fails(static lines => [.. lines[..2], .. lines[3..]], "entry 2 (line 3) does not follow");
        Fails(static lines => [.. lines, lines[^1]], "after the closing line");
    }

    [Fact]
    public void Another_file_is_not_a_journal() =>
        Fails(static lines => ["{\"hello\":1}", .. lines], "this is not a journal of format garrison-");

    private static IEnumerable<Command> Commands() =>
    [
        new Mint(_alice, _token, _alice, 1000UL),
        new Transfer(_alice, _token, _bob, 400UL),
        new Transfer(_alice, _token, _bob, 601UL),
        new AdvanceClock(_alice, 5, 60),
    ];

    private static string[] Replace(string[] lines, int index, string before, string after)
    {
        string[] changed = [.. lines];
        changed[index] = changed[index].Contains(before, StringComparison.Ordinal)
            ? changed[index].Replace(before, after, StringComparison.Ordinal)
            : changed[index].Insert(10, " ");
        return changed;
    }

    private static void Fails(Func<string[], string[]> change, string message)
    {
        string[] lines = [.. Journal.Record(new World(), Commands())];
        JournalException exception = Assert.Throws<JournalException>(() => Journal.Replay(change(lines)));
        Assert.Contains(message, exception.Message);
    }
}
