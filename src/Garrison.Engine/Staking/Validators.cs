namespace Garrison.Engine.Staking;

/// <summary>All validators in the order of their indices, as cohorts of equal neighbours.</summary>
/// <remarks>
/// A cohort is kept under its first index, and the next one starts where it ends. So a command that touches
/// some of its members splits it, and neighbours that became alike join again. A cohort of n gives what n
/// cohorts of one give, because every rule treats its members alike or splits it first.
/// </remarks>
internal sealed class Validators(Store store)
{
    private readonly Table<ulong, Cohort> _cohorts = store.Table<ulong, Cohort>();
    private readonly Cell<ulong> _count = store.Cell<ulong>();

    // Where the last search ended. Not state: it only says where to begin looking, and is checked first.
    private ulong _hint;

    /// <summary>How many validators there are.</summary>
    public ulong Count => _count.Value;

    /// <summary>The cohorts, each with its first index. They may be replaced while they are visited, but
    /// not split.</summary>
    public IEnumerable<(ulong First, Cohort Cohort)> All()
    {
        for (ulong first = 0; first < Count;)
        {
            Cohort cohort = _cohorts[first];
            yield return (first, cohort);
            first += cohort.Count;
        }
    }

    /// <summary>A validator, as a cohort of those like it from its index on.</summary>
    public Cohort At(ulong index)
    {
        (ulong first, Cohort cohort) = Holding(index);
        return cohort with { Count = first + cohort.Count - index };
    }

    /// <summary>Adds validators behind all others: the index of the first.</summary>
    public ulong Append(Cohort cohort)
    {
        ulong first = Count;
        _cohorts[first] = cohort;
        _count.Set(first + cohort.Count);
        return first;
    }

    /// <summary>Puts a changed cohort of the same size in place.</summary>
    public void Replace(ulong first, Cohort cohort)
    {
        Invariant.Assert(_cohorts[first].Count == cohort.Count);
        _cohorts[first] = cohort;
    }

    /// <summary>Makes cohorts begin and end at the edges of a range, and gives those inside.</summary>
    public List<(ulong First, Cohort Cohort)> Cut(ulong first, ulong count)
    {
        Split(first);
        Split(first + count);
        List<(ulong, Cohort)> inside = [];
        for (ulong at = first; at < first + count;)
        {
            Cohort cohort = _cohorts[at];
            inside.Add((at, cohort));
            at += cohort.Count;
        }

        return inside;
    }

    /// <summary>Joins neighbours that are alike.</summary>
    public void Join()
    {
        ulong keptAt = 0;
        Cohort kept = _cohorts[0];
        for (ulong at = kept.Count; at < Count;)
        {
            Cohort next = _cohorts[at];
            ulong after = at + next.Count;
            if (kept.IsLike(next))
            {
                kept = kept with { Count = kept.Count + next.Count };
                _cohorts[at] = default;
                _cohorts[keptAt] = kept;
            }
            else
            {
                (keptAt, kept) = (at, next);
            }

            at = after;
        }
    }

    private void Split(ulong index)
    {
        if (index >= Count || _cohorts[index].Count != 0) return;

        (ulong first, Cohort cohort) = Holding(index);
        _cohorts[first] = cohort with { Count = index - first };
        _cohorts[index] = cohort with { Count = first + cohort.Count - index };
    }

    private (ulong First, Cohort Cohort) Holding(ulong index)
    {
        ulong first = _hint <= index && _cohorts[_hint].Count != 0 ? _hint : 0;
        while (first < Count)
        {
            Cohort cohort = _cohorts[first];
            if (index < first + cohort.Count)
            {
                _hint = first;
                return (first, cohort);
            }

            first += cohort.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, "There is no such validator.");
    }
}
