namespace Garrison.Conformance;

/// <summary>How much was played, and how often the engine came to something else than the
/// contracts.</summary>
/// <param name="Sequences">Recordings played.</param>
/// <param name="Operations">Operations executed.</param>
/// <param name="Keys">State keys compared, all of them after each block.</param>
/// <param name="Differences">Outcomes, events and keys that differ.</param>
public readonly record struct Totals(int Sequences, long Operations, long Keys, long Differences)
{
    /// <summary>Adds what was played elsewhere.</summary>
    public static Totals operator +(Totals left, Totals right) => new(
        left.Sequences + right.Sequences,
        left.Operations + right.Operations,
        left.Keys + right.Keys,
        left.Differences + right.Differences);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Sequences} sequences, {Operations} operations, {Keys} keys compared, {Differences} differences";
}
