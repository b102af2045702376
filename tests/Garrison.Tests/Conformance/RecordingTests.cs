using System.IO.Compression;
using System.Text;

using Garrison.Conformance;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Conformance;

/// <summary>The engine does what the real contracts did, and the player would notice if it did not.</summary>
public sealed class RecordingTests
{
    private static string Folder => Path.Combine(Source.Root, "tests", "Garrison.Conformance", "Recordings");

    [Theory]
    [InlineData("balancer", 7)]
    [InlineData("eigenlayer", 12)]
    [InlineData("eigenlayer-cases", 5)]
    [InlineData("eth_consensus_vectors", 1)]
    [InlineData("eigenlayer-rewards", 3)]
    [InlineData("eigenlayer-submissions", 3)]
    [InlineData("eigenlayer-pods", 5)]
    [InlineData("eigenlayer-vaults", 3)]
    [InlineData("rewards-calculation", 10)]
    [InlineData("symbiotic", 16)]
    [InlineData("curve", 3)]
    [InlineData("lido", 6)]
    [InlineData("morpho", 3)]
    [InlineData("aave", 3)]
    [InlineData("etherfi", 3)]
    [InlineData("kelp", 3)]
    [InlineData("renzo", 4)]
    [InlineData("univ2", 1)]
    [InlineData("univ3", 4)]
    public void The_engine_does_what_the_contracts_did(string folder, int recordings)
    {
        StringWriter output = new();
        Totals totals = default;
        foreach (string path in Recordings.Find([Path.Combine(Folder, folder)]))
        {
            totals += Player.Play(path, output);
        }

        Assert.True(totals.Differences == 0, output.ToString());
        Assert.Equal(recordings, totals.Sequences);
        Assert.True(totals.Keys > 1_000);
    }

    [Theory]
    [InlineData("\"ok\":true", "\"ok\":false,\"err\":{\"name\":\"NewSharesZero\"}", "outcome")]
    [InlineData("\"e\":\"Deposit\"", "\"e\":\"Withdraw\"", "event")]
    [InlineData("\"staker.s0.dep.0\":\"0\"", "\"staker.s0.dep.0\":\"1\"", "staker.s0.dep.0")]
    public void A_changed_recording_differs(string original, string changed, string named)
    {
        StringWriter output = new();
        Totals totals = Player.Play(Altered(original, changed), output);
        Assert.True(totals.Differences > 0);
        Assert.Contains(named, output.ToString());
    }

    [Theory]
    [InlineData("\"protocol\":\"eigenlayer\"", "\"protocol\":\"nobody\"", ":1: the protocol nobody")]
    [InlineData("{\"type\":\"op\",", "{\"type\":\"op\"", ":2: not a line of a recording")]
    [InlineData("\"op\":\"deposit\"", "\"op\":\"depose\"", "the operation depose is not known")]
    public void What_cannot_be_played_says_where(string original, string changed, string message)
    {
        RecordingException exception = Assert.Throws<RecordingException>(
            () => Player.Play(Altered(original, changed), TextWriter.Null));
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public void One_that_cannot_be_played_does_not_stop_the_others()
    {
        string good = Path.Combine(Folder, "eigenlayer-rewards", "seq_0000.jsonl.gz");
        string bad = Altered("\"op\":\"deposit\"", "\"op\":\"depose\"");
        StringWriter output = new();
        StringWriter errors = new();
        Assert.Equal(1, Playlist.Play([bad, good], output, errors));
        Assert.Contains("the operation depose is not known", errors.ToString());
        Assert.EndsWith(
            "1 sequences, 200 operations, 13872 keys compared, 0 differences, 1 recordings not played",
            output.ToString().TrimEnd());
        Assert.Equal(0, Playlist.Play([good], output, errors));
        Assert.Equal(2, Playlist.Play([good + ".no"], output, errors));
    }

    // What a file holds counts, not what it is called.
    [Fact]
    public void A_zipped_recording_needs_no_ending()
    {
        string copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.Copy(Path.Combine(Folder, "eigenlayer-rewards", "seq_0000.jsonl.gz"), copy);
        Assert.Equal(0, Player.Play(copy, TextWriter.Null).Differences);
    }

    [Theory]
    [InlineData("eigenlayer-pods", "\"mutation\":\"none\"", "\"mutation\":\"odd\"", "the mutation odd")]
    [InlineData("eigenlayer-pods", "\"op\":\"sendETH\"", "\"op\":\"send\"", "the operation send")]
    [InlineData("eigenlayer-vaults", "\"op\":\"lock\"", "\"op\":\"look\"", "the operation look")]
    [InlineData("eigenlayer-rewards", "\"op\":\"submitRoot\"", "\"op\":\"root\"", "the operation root")]
    [InlineData("eigenlayer-submissions", "\"nonce.a0\"", "\"nonsense.a0\"", "the key nonsense.a0")]
    public void What_is_not_known_is_said(string folder, string original, string changed, string message)
    {
        string path = Altered(original, changed, folder, "seq_0000.jsonl.gz");
        RecordingException exception = Assert.Throws<RecordingException>(
            () => Player.Play(path, TextWriter.Null));
        Assert.Contains(message, exception.Message);
    }

    private static string Altered(
        string original, string changed, string folder = "eigenlayer", string name = "seq_0001.jsonl.gz")
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, folder, name));
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unzipped);
        string text = reader.ReadToEnd();
        int at = text.IndexOf(original, StringComparison.Ordinal);
        StringBuilder altered = new(text);
        _ = altered.Remove(at, original.Length).Insert(at, changed);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");
        File.WriteAllText(path, altered.ToString());
        return path;
    }
}
