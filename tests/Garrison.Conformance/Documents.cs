using System.Text.Json;

using Garrison.Conformance.Calculation;
using Garrison.Conformance.Staking;

namespace Garrison.Conformance;

/// <summary>Recordings that are one JSON document rather than lines: tables of inputs and outputs.</summary>
/// <remarks>To add a kind: say how it is known, and what plays it.</remarks>
internal static class Documents
{
    private static readonly (Func<JsonElement, bool> IsKind, Action<JsonElement, Findings> Play)[] _kinds =
    [
        (ConsensusVectors.IsKind, ConsensusVectors.Play),
        (static document => document.TryGetProperty("runs", out _), RewardsScenario.Play),
        (static document => document.TryGetProperty("cases", out _), DivisionTable.Play),
    ];

    /// <summary>Whether a path names a document.</summary>
    public static bool IsDocument(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal)
            || path.EndsWith(".json.gz", StringComparison.Ordinal);

    /// <summary>Plays a document, and prints the first differences.</summary>
    /// <exception cref="RecordingException">The document is damaged, or of no known kind.</exception>
    public static Totals Play(string path, TextWriter output)
    {
        Findings findings = new(path, output);
        try
        {
            JsonElement document = Read(path);
            Action<JsonElement, Findings> play = Array.Find(
                _kinds, kind => kind.IsKind(document)).Play
                ?? throw new RecordingException("the document is of no known kind");
            play(document, findings);
        }
        catch (Exception exception) when (exception is RecordingException or KeyNotFoundException
            or JsonException or InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new RecordingException($"{path}: {exception.Message}");
        }

        return findings.Totals;
    }

    /// <summary>The document in a file.</summary>
    public static JsonElement Read(string path)
    {
        using Stream stream = Recordings.Open(path);
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
