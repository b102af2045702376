using System.Numerics;

namespace Garrison.Risk.Allocation;

/// <summary>The simplex method with tops on variables, in two phases (Dantzig; bounds after Chvátal,
/// "Linear Programming", chapter 8).</summary>
/// <remarks>
/// The variable that gains most a unit rises. From a step that does not move on Bland's rule holds until one
/// does, so no basis comes back and it ends. Each row has a marker, a variable that counts 1 in it alone: the
/// slack of a row that is kept at the start, else one that the first phase drives to 0. Prices are read off
/// the markers.
/// </remarks>
internal sealed class Simplex
{
    private readonly LinearProgramme _programme;
    private readonly int[] _markers;
    private readonly int[] _signs;
    private readonly int _firstArtificial;
    private readonly int _columns;
    private readonly Tableau _tableau;

    public Simplex(LinearProgramme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        _programme = programme;
        int rows = programme.Rows.Count;
        (_markers, _signs) = (new int[rows], new int[rows]);
        int slacks = programme.Rows.Count(static row => row.Relation != LinearRelation.Exactly);
        _firstArtificial = programme.Gains.Count + slacks;
        int slack = programme.Gains.Count;
        int artificial = _firstArtificial;
        int?[] slackOf = new int?[rows];
        for (int i = 0; i < rows; i++)
        {
            LinearRow row = programme.Rows[i];
            bool isTurned = row.Right.Sign < 0
                || (row.Right.IsZero && row.Relation == LinearRelation.AtLeast);
            _signs[i] = isTurned ? -1 : 1;
            slackOf[i] = row.Relation == LinearRelation.Exactly ? null : slack++;
            bool isKept = slackOf[i] is not null && SlackFactor(i) > 0;
            _markers[i] = isKept ? slackOf[i]!.Value : artificial++;
        }

        _columns = artificial;
        BigInteger[][] equations = [.. programme.Rows.Select((_, i) => Equation(i, slackOf[i]))];
        BigInteger?[] tops = new BigInteger?[_columns];
        for (int j = 0; j < programme.Tops.Count; j++) tops[j] = programme.Tops[j];

        _tableau = new Tableau(equations, tops, [.. _markers]);
    }

    public LinearOutcome Solve()
    {
        if (_columns > _firstArtificial)
        {
            BigInteger[] missing = new BigInteger[_columns];
            Array.Fill(missing, BigInteger.MinusOne, _firstArtificial, _columns - _firstArtificial);
            _tableau.Gain(missing);
            _ = Climb();
            if (_tableau.Value.Sign < 0) return Conflict();

            for (int j = _firstArtificial; j < _columns; j++) _tableau.Limit(j, BigInteger.Zero);
        }

        BigInteger[] gains = new BigInteger[_columns];
        for (int j = 0; j < _programme.Gains.Count; j++) gains[j] = _programme.Gains[j];

        _tableau.Gain(gains);
        int unbounded = Climb();
        return unbounded >= 0 ? new LinearUnbounded(unbounded) : Optimum();
    }

    private int SlackFactor(int i) =>
        _signs[i] * (_programme.Rows[i].Relation == LinearRelation.AtMost ? 1 : -1);

    private BigInteger[] Equation(int i, int? slack)
    {
        LinearRow row = _programme.Rows[i];
        BigInteger[] equation = new BigInteger[_columns + 1];
        foreach (LinearTerm term in row.Terms) equation[term.Variable] = term.Factor * _signs[i];

        if (slack is { } column) equation[column] = SlackFactor(i);

        equation[_markers[i]] = BigInteger.One;
        equation[_columns] = row.Right * _signs[i];
        return equation;
    }

    private int Climb()
    {
        bool byBland = false;
        for (int entering = _tableau.Entering(byBland); entering >= 0; entering = _tableau.Entering(byBland))
        {
            if (!_tableau.Raise(entering, out bool moved)) return entering;

            byBland = !moved;
        }

        return -1;
    }

    private LinearOptimum Optimum()
    {
        int variables = _programme.Gains.Count;
        Fraction[] values = _tableau.Values()[..variables];
        return new LinearOptimum(
            _tableau.Value,
            values,
            [.. _markers.Select((marker, i) => Signed(-_tableau.Reduced(marker), i))],
            [.. Enumerable.Range(0, variables).Select(TopPrice)]);
    }

    // The duals of the first phase prove that nothing keeps the rows in which they are not 0.
    private LinearConflict Conflict() => new(
        [.. Enumerable.Range(0, _markers.Length).Where(i => FirstPhasePrice(i).Sign != 0)],
        [.. Enumerable.Range(0, _programme.Gains.Count).Where(j => TopPrice(j).Sign > 0)]);

    private Fraction FirstPhasePrice(int i)
    {
        Fraction missing = _markers[i] >= _firstArtificial ? BigInteger.MinusOne : BigInteger.Zero;
        return missing - _tableau.Reduced(_markers[i]);
    }

    private Fraction TopPrice(int variable)
    {
        Fraction reduced = _tableau.Reduced(variable);
        return reduced.Sign > 0 ? reduced : default;
    }

    private Fraction Signed(Fraction price, int i) => _signs[i] < 0 ? -price : price;
}
