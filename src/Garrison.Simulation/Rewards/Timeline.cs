namespace Garrison.Simulation.Rewards;

/// <summary>A value that holds on whole days, from one to before another.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
/// <param name="Value">The value.</param>
public readonly record struct Span<T>(int From, int To, T Value);

/// <summary>A value by day; days may have none.</summary>
public sealed class Timeline<T>
{
    private readonly List<Span<T>> _spans;

    /// <summary>A timeline without days.</summary>
    public Timeline() => _spans = [];

    private Timeline(List<Span<T>> spans) => _spans = spans;

    /// <summary>The spans, oldest first; none of them overlap.</summary>
    public IReadOnlyList<Span<T>> Spans => _spans;

    /// <summary>Adds a span after all others; one without days is dropped.</summary>
    public void Append(int from, int to, T value)
    {
        if (from < to) _spans.Add(new Span<T>(from, to, value));
    }

    /// <summary>The place of the span that holds on a day, or the complement of where it would be.</summary>
    public int Find(int day)
    {
        int low = 0;
        int high = _spans.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_spans[middle].To <= day) low = middle + 1;
            else if (_spans[middle].From > day) high = middle - 1;
            else return middle;
        }

        return ~low;
    }

    /// <summary>The value of a day.</summary>
    public bool TryGet(int day, out T value)
    {
        int at = Find(day);
        value = at >= 0 ? _spans[at].Value : default!;
        return at >= 0;
    }

    /// <summary>Whether a day has a value.</summary>
    public bool Holds(int day) => Find(day) >= 0;

    /// <summary>These days, and those of another where there are none here.</summary>
    public Timeline<T> Or(Timeline<T> other)
    {
        List<Span<T>> merged = [.. _spans];
        foreach (Span<T> span in other._spans)
        {
            int day = span.From;
            foreach (Span<T> taken in _spans)
            {
                if (taken.To <= day) continue;
                if (taken.From >= span.To) break;
                if (day < taken.From) merged.Add(new Span<T>(day, taken.From, span.Value));

                day = taken.To;
            }

            if (day < span.To) merged.Add(new Span<T>(day, span.To, span.Value));
        }

        merged.Sort(static (a, b) => a.From.CompareTo(b.From));
        return new Timeline<T>(merged);
    }
}
