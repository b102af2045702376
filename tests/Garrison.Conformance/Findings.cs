namespace Garrison.Conformance;

/// <summary>What came of playing one recording: how much was compared, and what differs.</summary>
/// <param name="path">The recording.</param>
/// <param name="output">Where the first differences are shown.</param>
public sealed class Findings(string path, TextWriter output)
{
    private const int ShownPerRecording = 10;

    /// <summary>The recording.</summary>
    public string Path => path;

    /// <summary>The counts so far.</summary>
    public Totals Totals { get; private set; } = new(1, 0, 0, 0);

    /// <summary>Counts an operation.</summary>
    public void CountOperation() => Totals = Totals with { Operations = Totals.Operations + 1 };

    /// <summary>Counts keys that were compared.</summary>
    public void CountKeys(long keys) => Totals = Totals with { Keys = Totals.Keys + keys };

    /// <summary>Compares one thing, without counting it.</summary>
    public void Compare(string place, string what, string? expected, string? actual)
    {
        if (string.Equals(expected, actual, StringComparison.Ordinal)) return;

        Totals = Totals with { Differences = Totals.Differences + 1 };
        if (Totals.Differences <= ShownPerRecording)
        {
            output.WriteLine($"{path}: {place}: {what}");
            output.WriteLine($"    expected {expected ?? "nothing"}");
            output.WriteLine($"    got      {actual ?? "nothing"}");
        }
    }
}
