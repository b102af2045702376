using System.Numerics;

namespace Garrison.Risk.Allocation;

/// <summary>Equations solved for some of their variables, in whole numbers over one divisor.</summary>
/// <remarks>
/// Each row says <c>Divisor · basic + Σ entry · other = right</c>, every variable outside the basis standing
/// at 0. Entries are minors of the first matrix, so the divisions of a pivot leave nothing over and numbers
/// stay as small as determinants are (Edmonds, "Systems of distinct representatives and linear algebra",
/// 1967). A variable that stands at its top is counted from there down: it is flipped.
/// </remarks>
internal sealed class Tableau
{
    private readonly BigInteger[][] _rows;
    private readonly BigInteger?[] _tops;
    private readonly bool[] _isFlipped;
    private readonly int[] _basis;
    private BigInteger[] _gains;

    /// <summary>Equations, each solved for a variable of its own.</summary>
    /// <param name="rows">The equations, the right of each last, at least 0; each has a variable of its own
    /// that counts 1 there and nowhere else.</param>
    /// <param name="tops">The most of each variable; null for no limit.</param>
    /// <param name="basis">The variable of its own of each row.</param>
    public Tableau(BigInteger[][] rows, BigInteger?[] tops, int[] basis)
    {
        (_rows, _tops, _basis) = (rows, tops, basis);
        _isFlipped = new bool[tops.Length];
        _gains = new BigInteger[tops.Length + 1];
    }

    public BigInteger Divisor { get; private set; } = BigInteger.One;

    private int Right => _tops.Length;

    /// <summary>What has been gained.</summary>
    public Fraction Value => new(-_gains[Right], Divisor);

    /// <summary>What a unit more of a variable brings, counted from 0 up.</summary>
    public Fraction Reduced(int variable) =>
        new(_isFlipped[variable] ? -_gains[variable] : _gains[variable], Divisor);

    /// <summary>Where each variable stands.</summary>
    public Fraction[] Values()
    {
        Fraction[] values = [.. _tops.Select((top, j) => _isFlipped[j] ? (Fraction)top!.Value : default)];
        for (int i = 0; i < _rows.Length; i++)
        {
            Fraction right = new(_rows[i][Right], Divisor);
            int basic = _basis[i];
            values[basic] = _isFlipped[basic] ? values[basic] - right : right;
        }

        return values;
    }

    /// <summary>Sets the most of a variable that stands at 0 and is not flipped.</summary>
    public void Limit(int variable, BigInteger top) => _tops[variable] = top;

    /// <summary>Sets what a unit of each variable brings, and starts to count from what is there.</summary>
    public void Gain(IReadOnlyList<BigInteger> gains)
    {
        BigInteger[] reduced = new BigInteger[Right + 1];
        for (int j = 0; j < Right; j++)
        {
            reduced[j] = Divisor * (_isFlipped[j] ? -gains[j] : gains[j]);
            if (_isFlipped[j]) reduced[Right] -= Divisor * gains[j] * _tops[j]!.Value;
        }

        for (int i = 0; i < _rows.Length; i++)
        {
            BigInteger gain = _isFlipped[_basis[i]] ? -gains[_basis[i]] : gains[_basis[i]];
            for (int j = 0; !gain.IsZero && j <= Right; j++) reduced[j] -= gain * _rows[i][j];
        }

        _gains = reduced;
    }

    /// <summary>The variable that gains most a unit; by Bland's rule the first that gains. -1 for
    /// none.</summary>
    public int Entering(bool byBland)
    {
        int best = -1;
        for (int j = 0; j < Right; j++)
        {
            bool gains = _gains[j].Sign > 0 && !(_tops[j] is { IsZero: true });
            if (!gains || (best >= 0 && _gains[j] <= _gains[best])) continue;

            best = j;
            if (byBland) break;
        }

        return best;
    }

    /// <summary>Raises a variable until it meets its top, or a basic one leaves; of several the
    /// first.</summary>
    /// <param name="entering">Which variable.</param>
    /// <param name="moved">Whether it rose at all.</param>
    /// <returns>Whether anything stopped it.</returns>
    public bool Raise(int entering, out bool moved)
    {
        int leaving = -1;
        Fraction? least = _tops[entering] is { } own ? (Fraction)own : null;
        for (int i = 0; i < _rows.Length; i++)
        {
            BigInteger entry = _rows[i][entering];
            BigInteger? room = entry.Sign > 0
                ? _rows[i][Right]
                : entry.Sign < 0 && _tops[_basis[i]] is { } top ? (Divisor * top) - _rows[i][Right] : null;
            if (room is null) continue;

            Fraction step = new(room.Value, BigInteger.Abs(entry));
            bool isTie = leaving >= 0 && step == least && _basis[i] < _basis[leaving];
            if (least is { } bound && step >= bound && !isTie) continue;

            (leaving, least) = (i, step);
        }

        moved = least is not { Sign: 0 };
        if (least is null) return false;

        if (leaving < 0)
        {
            Flip(entering);
        }
        else
        {
            if (_rows[leaving][entering].Sign < 0) FlipBasic(leaving);
            Pivot(leaving, entering);
        }

        return true;
    }

    private void Flip(int variable)
    {
        BigInteger top = _tops[variable]!.Value;
        foreach (BigInteger[] row in _rows.Append(_gains))
        {
            row[Right] -= row[variable] * top;
            row[variable] = -row[variable];
        }

        _isFlipped[variable] = !_isFlipped[variable];
    }

    private void FlipBasic(int i)
    {
        BigInteger[] row = _rows[i];
        int basic = _basis[i];
        for (int j = 0; j <= Right; j++) row[j] = -row[j];

        row[basic] = Divisor;
        row[Right] += Divisor * _tops[basic]!.Value;
        _isFlipped[basic] = !_isFlipped[basic];
    }

    private void Pivot(int leaving, int entering)
    {
        BigInteger[] pivots = _rows[leaving];
        BigInteger pivot = pivots[entering];
        foreach (BigInteger[] row in _rows.Append(_gains))
        {
            if (!ReferenceEquals(row, pivots)) Eliminate(row, pivots, pivot, entering);
        }

        _basis[leaving] = entering;
        Divisor = pivot;
    }

    private void Eliminate(BigInteger[] row, BigInteger[] pivots, BigInteger pivot, int entering)
    {
        BigInteger factor = row[entering];
        if (factor.IsZero && pivot == Divisor) return;

        for (int j = 0; j < row.Length; j++)
        {
            if (row[j].IsZero && (factor.IsZero || pivots[j].IsZero)) continue;

            row[j] = ((row[j] * pivot) - (factor * pivots[j])) / Divisor;
        }
    }
}
