using System.Numerics;

using FsCheck.Fluent;

using Garrison.Risk.Allocation;

namespace Garrison.Tests.Risk.Allocation;

/// <summary>Duality: an answer proves itself, whatever the programme.</summary>
public sealed class SimplexProperties
{
    private const int GridSide = 5;

    [Fact]
    public void Every_answer_proves_itself() => Check.That(
        Gen.Choose(0, int.MaxValue).Select(static seed => (ulong)seed),
        static seed =>
        {
            LinearProgramme programme = Roll(new Dice(seed));
            switch (programme.Solve())
            {
                case LinearOptimum optimum:
                    Prove(programme, optimum);
                    break;
                case LinearConflict conflict:
                    Prove(programme, conflict);
                    break;
                case LinearUnbounded:
                    ProveUnbounded(programme);
                    break;
            }

            return true;
        });

    [Fact]
    public void Hundreds_of_variables_are_solved_and_proved()
    {
        Dice dice = new(7);
        const int Variables = 300;
        LinearRow[] rows =
        [
            .. Enumerable.Range(0, 120).Select(_ => new LinearRow(
                [.. Enumerable.Range(0, Variables).Where(_ => dice.OneIn(20)).Select(
                    static j => new LinearTerm(j, BigInteger.One))],
                LinearRelation.AtMost,
                1000 + dice.Below(1000))),
        ];
        LinearProgramme programme = new(
            [.. Enumerable.Range(0, Variables).Select(_ => (BigInteger)(1 + dice.Below(1000)))],
            [.. Enumerable.Range(0, Variables).Select(_ => (BigInteger?)dice.Below(500))],
            rows);
        Prove(programme, Assert.IsType<LinearOptimum>(programme.Solve()));
    }

    // What is kept, what prices may be, and that both programmes come to the same.
    private static void Prove(LinearProgramme programme, LinearOptimum optimum)
    {
        for (int j = 0; j < programme.Gains.Count; j++)
        {
            Assert.True(optimum.Values[j] >= default(Fraction));
            Assert.True(programme.Tops[j] is not { } top || optimum.Values[j] <= top);
            Assert.True(optimum.TopPrices[j] >= default(Fraction));
            Assert.True(optimum.TopPrices[j].Sign == 0 || programme.Tops[j] is not null);
            Assert.True(Cost(programme, optimum, j) >= programme.Gains[j]);
        }

        for (int i = 0; i < programme.Rows.Count; i++)
        {
            Assert.True(IsKept(programme.Rows[i], optimum.Values));
            int sign = optimum.RowPrices[i].Sign;
            Assert.True(programme.Rows[i].Relation switch
            {
                LinearRelation.AtMost => sign >= 0,
                LinearRelation.AtLeast => sign <= 0,
                _ => true,
            });
        }

        Fraction dual = Sum(programme.Rows.Select((row, i) => optimum.RowPrices[i] * row.Right))
            + Sum(programme.Tops.Select((top, j) => optimum.TopPrices[j] * (top ?? BigInteger.Zero)));
        Assert.Equal(optimum.Value, Sum(programme.Gains.Select((gain, j) => optimum.Values[j] * gain)));
        Assert.Equal(optimum.Value, dual);
        Assert.All(Grid(programme), point => Assert.True(
            Sum(programme.Gains.Select((gain, j) => point[j] * gain)) <= optimum.Value));
    }

    // No point of the grid keeps everything, nor do the named rows and tops alone.
    private static void Prove(LinearProgramme programme, LinearConflict conflict)
    {
        Assert.Empty(Grid(programme));
        LinearProgramme named = programme with
        {
            Tops = [.. programme.Tops.Select((top, j) => conflict.Tops.Contains(j) ? top : null)],
            Rows = [.. conflict.Rows.Select(i => programme.Rows[i])],
        };
        Assert.IsType<LinearConflict>(named.Solve());
    }

    private static void ProveUnbounded(LinearProgramme programme)
    {
        Fraction low = Capped(programme, 1_000_000);
        Assert.True(Capped(programme, 1_000_000_000) > low);
    }

    private static Fraction Capped(LinearProgramme programme, BigInteger cap) => Assert.IsType<LinearOptimum>(
        (programme with { Tops = [.. programme.Tops.Select(top => top ?? cap)] }).Solve()).Value;

    private static Fraction Cost(LinearProgramme programme, LinearOptimum optimum, int j) =>
        optimum.TopPrices[j] + Sum(programme.Rows.SelectMany((row, i) => row.Terms
            .Where(term => term.Variable == j).Select(term => optimum.RowPrices[i] * term.Factor)));

    private static Fraction Sum(IEnumerable<Fraction> values) =>
        values.Aggregate(default(Fraction), static (sum, value) => sum + value);

    private static bool IsKept(LinearRow row, IReadOnlyList<Fraction> values)
    {
        Fraction sum = Sum(row.Terms.Select(term => values[term.Variable] * term.Factor));
        return row.Relation switch
        {
            LinearRelation.AtMost => sum <= row.Right,
            LinearRelation.AtLeast => sum >= row.Right,
            _ => sum == row.Right,
        };
    }

    // The points of whole numbers that keep everything; of the first three variables, the others at 0.
    private static IEnumerable<Fraction[]> Grid(LinearProgramme programme)
    {
        int count = programme.Gains.Count;
        for (int code = 0; code < GridSide * GridSide * GridSide; code++)
        {
            int[] digits = [code % GridSide, code / GridSide % GridSide, code / GridSide / GridSide];
            Fraction[] point =
                [.. Enumerable.Range(0, count).Select(j => (Fraction)(BigInteger)(j < 3 ? digits[j] : 0))];
            bool isKept = programme.Rows.All(row => IsKept(row, point))
                && point.Index().All(one => programme.Tops[one.Index] is not { } top || one.Item <= top);
            if (isKept) yield return point;
        }
    }

    private static LinearProgramme Roll(Dice dice)
    {
        int variables = 1 + dice.Below(5);
        LinearRow[] rows =
        [
            .. Enumerable.Range(0, dice.Below(6)).Select(_ => new LinearRow(
                [
                    .. Enumerable.Range(0, variables).Where(_ => !dice.OneIn(3)).Select(
                        j => new LinearTerm(j, dice.Below(9) - 3)),
                ],
                dice.Of(LinearRelation.AtMost, LinearRelation.AtMost, LinearRelation.AtLeast,
                    LinearRelation.Exactly),
                dice.OneIn(3) ? 0 : dice.Below(20) - 5)),
        ];
        return new LinearProgramme(
            [.. Enumerable.Range(0, variables).Select(_ => (BigInteger)(dice.Below(12) - 4))],
            [
                .. Enumerable.Range(0, variables).Select(
                    _ => dice.OneIn(2) ? (BigInteger?)dice.Below(6) : null),
            ],
            rows);
    }
}
