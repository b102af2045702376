namespace Garrison.Simulation.Rewards;

/// <summary>Timelines by key.</summary>
public sealed class Timelines<TKey, TValue>
    where TKey : notnull
{
    private static readonly Timeline<TValue> _none = new();

    private readonly Dictionary<TKey, Timeline<TValue>> _lines = [];

    /// <summary>Every key that has days, and its timeline.</summary>
    public IReadOnlyDictionary<TKey, Timeline<TValue>> All => _lines;

    /// <summary>The timeline of a key; without days for one that has none.</summary>
    public Timeline<TValue> this[TKey key] => _lines.GetValueOrDefault(key, _none);

    /// <summary>The timeline of a key, to append to.</summary>
    public Timeline<TValue> Open(TKey key)
    {
        if (!_lines.TryGetValue(key, out Timeline<TValue>? line))
        {
            line = new Timeline<TValue>();
            _lines.Add(key, line);
        }

        return line;
    }

    /// <summary>Takes over the days that an earlier run wrote.</summary>
    /// <param name="earlier">What it wrote.</param>
    /// <param name="isOverwritten">Whether a later run may change days that are there already.</param>
    public void Keep(Timelines<TKey, TValue> earlier, bool isOverwritten)
    {
        foreach ((TKey key, Timeline<TValue> old) in earlier._lines)
        {
            Timeline<TValue> now = this[key];
            _lines[key] = isOverwritten ? now.Or(old) : old.Or(now);
        }
    }
}
