using System.Runtime.InteropServices;

namespace Garrison.Simulation.Rewards;

/// <summary>A value that holds on whole days, from one to before another.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
/// <param name="Value">The value.</param>
public readonly record struct Period<T>(int From, int To, T Value);

/// <summary>Looks days up in periods.</summary>
internal static class Periods
{
    /// <summary>The place of the period that holds on a day, or -1.</summary>
    /// <param name="periods">The periods, oldest first; none of them overlap.</param>
    /// <param name="day">The day, since the Unix epoch.</param>
    public static int Find<T>(ReadOnlySpan<Period<T>> periods, int day)
    {
        int low = 0;
        int high = periods.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (periods[middle].To <= day) low = middle + 1;
            else if (periods[middle].From > day) high = middle - 1;
            else return middle;
        }

        return -1;
    }
}

/// <summary>A value by day; days may have none.</summary>
public sealed class Timeline<T>
{
    private readonly List<Period<T>> _periods;

    /// <summary>A timeline without days.</summary>
    public Timeline() => _periods = [];

    private Timeline(List<Period<T>> spans) => _periods = spans;

    /// <summary>The periods, oldest first; none of them overlap.</summary>
    public IReadOnlyList<Period<T>> Periods => _periods;

    /// <summary>Adds a period after all others; one without days is dropped.</summary>
    public void Append(int from, int to, T value)
    {
        if (from < to) _periods.Add(new Period<T>(from, to, value));
    }

    /// <summary>The value of a day.</summary>
    public bool TryGet(int day, out T value)
    {
        int at = Find(day);
        value = at >= 0 ? _periods[at].Value : default!;
        return at >= 0;
    }

    /// <summary>Whether a day has a value.</summary>
    public bool Holds(int day) => Find(day) >= 0;

    /// <summary>How many days have a value, from one to another, both included.</summary>
    public int CountDays(int first, int last)
    {
        int days = 0;
        foreach (Period<T> period in _periods)
        {
            days += Math.Max(0, Math.Min(period.To, last + 1) - Math.Max(period.From, first));
        }

        return days;
    }

    /// <summary>These days, and those of another where there are none here.</summary>
    public Timeline<T> Or(Timeline<T> other)
    {
        List<Period<T>> merged = new(_periods.Count + other._periods.Count);
        int next = 0;
        foreach (Period<T> period in other._periods)
        {
            int day = period.From;
            while (next < _periods.Count && _periods[next].From < period.To)
            {
                Period<T> taken = _periods[next];
                if (day < taken.From) merged.Add(new Period<T>(day, taken.From, period.Value));

                day = Math.Max(day, taken.To);
                if (taken.To > period.To) break;

                merged.Add(taken);
                next++;
            }

            if (day < period.To) merged.Add(new Period<T>(day, period.To, period.Value));
        }

        merged.AddRange(_periods.Skip(next));
        return new Timeline<T>(merged);
    }

    // The place of the period that holds on a day, or -1.
    private int Find(int day) => Rewards.Periods.Find(CollectionsMarshal.AsSpan(_periods), day);
}
