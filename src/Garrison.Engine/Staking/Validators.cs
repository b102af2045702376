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

    /// <summary>The cohort, of the same size, that takes the place of one at an index.</summary>
    public delegate Cohort Changing(ulong first, in Cohort cohort);

    // Where the last search ended. Not state: it only says where to begin looking, and is checked first.
    private ulong _hint;

    /// <summary>How many validators there are.</summary>
    public ulong Count => _count.Value;

    /// <summary>Visits the cohorts, without memory of its own. Nothing may be written meanwhile.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The same cohorts as a sequence.</summary>
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

    /// <summary>Changes every cohort where it is.</summary>
    /// <param name="change">What becomes of each; it must write no table.</param>
    public void Change(Changing change)
    {
        for (ulong at = 0; at < Count;)
        {
            ref readonly Cohort before = ref _cohorts.Read(at);
            Cohort after = change(at, in before);
            Invariant.Assert(after.Count == before.Count);
            if (!after.IsLike(in before)) _cohorts[at] = after;

            at += after.Count;
        }
    }

    /// <summary>What a range holds of each cohort, without splitting any.</summary>
    public IEnumerable<Cohort> Within(ulong first, ulong count)
    {
        for (ulong left = count; left > 0;)
        {
            Cohort cohort = At(first + count - left);
            cohort = cohort with { Count = Math.Min(left, cohort.Count) };
            yield return cohort;
            left -= cohort.Count;
        }
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

    /// <summary>Lets effective balances follow balances, and joins neighbours that are alike after
    /// that.</summary>
    public void UpdateEffectiveBalances()
    {
        ulong keptAt = 0;
        for (ulong at = 0; at < Count;)
        {
            ref readonly Cohort cohort = ref _cohorts.Read(at);
            ulong count = cohort.Count;
            ulong effective = Rewards.EffectiveBalance(
                cohort.EffectiveBalanceGwei, cohort.BalanceGwei, cohort.EffectiveBalanceMaxGwei);
            if (effective != cohort.EffectiveBalanceGwei)
            {
                _cohorts[at] = cohort with { EffectiveBalanceGwei = effective };
            }

            if (at > 0 && _cohorts.Read(keptAt).IsLike(in _cohorts.Read(at)))
            {
                _cohorts[at] = default;
                _cohorts[keptAt] = _cohorts[keptAt] with { Count = at + count - keptAt };
            }
            else
            {
                keptAt = at;
            }

            at += count;
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
        ulong first = _cohorts[index].Count != 0 ? index
            : _hint <= index && _cohorts[_hint].Count != 0 ? _hint : 0;
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

    /// <summary>A walk over the cohorts in the order of their indices, in place.</summary>
    public struct Enumerator(Validators validators)
    {
        private ulong _at;
        private ulong _next;

        /// <summary>The cohort it is at; not to be held across a write.</summary>
        public readonly ref readonly Cohort Current => ref validators._cohorts.Read(_at);

        /// <summary>Goes to the next cohort, if there is one.</summary>
        public bool MoveNext()
        {
            if (_next >= validators.Count) return false;

            _at = _next;
            _next += validators._cohorts.Read(_at).Count;
            return true;
        }
    }
}
