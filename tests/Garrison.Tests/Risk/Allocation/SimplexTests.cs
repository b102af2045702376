using System.Numerics;

using Garrison.Risk.Allocation;

namespace Garrison.Tests.Risk.Allocation;

/// <summary>Linear programmes whose answers are known.</summary>
public sealed class SimplexTests
{
    // Hillier and Lieberman, "Introduction to Operations Research", chapter 3: 36 at (2, 6).
    [Fact]
    public void The_textbook_example_has_its_prices()
    {
        LinearOptimum optimum = Optimum(new LinearProgramme(
            [3, 5],
            [null, null],
            [Row("1 0 <= 4"), Row("0 2 <= 12"), Row("3 2 <= 18")]));
        Assert.Equal("36", optimum.Value.ToString());
        Assert.Equal(["2", "6"], Texts(optimum.Values));
        Assert.Equal(["0", "3/2", "1"], Texts(optimum.RowPrices));
    }

    // Beale (1955), in whole numbers: rows by 100 and 50, gains by 100. The rule of the largest gain alone
    // goes round in six bases for ever. The optimum is 1/20, so 5, at x = 1/25 and z = 1.
    [Fact]
    public void Beale_does_not_cycle()
    {
        LinearOptimum optimum = Optimum(new LinearProgramme(
            [75, -15000, 2, -600],
            [null, null, null, null],
            [Row("25 -6000 -4 900 <= 0"), Row("25 -4500 -1 150 <= 0"), Row("0 0 1 0 <= 1")]));
        Assert.Equal("5", optimum.Value.ToString());
        Assert.Equal(["1/25", "0", "1", "0"], Texts(optimum.Values));
    }

    // Tops instead of rows: the first stops at 4, and (18 - 12) / 2 is left for the second. A unit more of
    // the first would cost one and a half of the second, 5/2 · 3 = 15/2 of 9.
    [Fact]
    public void A_top_is_a_limit_with_a_price()
    {
        LinearOptimum optimum = Optimum(new LinearProgramme([9, 5], [4, 6], [Row("3 2 <= 18")]));
        Assert.Equal("51", optimum.Value.ToString());
        Assert.Equal(["4", "3"], Texts(optimum.Values));
        Assert.Equal(["5/2"], Texts(optimum.RowPrices));
        Assert.Equal(["3/2", "0"], Texts(optimum.TopPrices));
    }

    // Three rows meet in (2, 2), where two would do.
    [Fact]
    public void A_corner_of_too_many_rows_is_found()
    {
        LinearOptimum optimum = Optimum(new LinearProgramme(
            [1, 1], [null, null], [Row("1 1 <= 4"), Row("1 0 <= 2"), Row("0 1 <= 2")]));
        Assert.Equal("4", optimum.Value.ToString());
        Assert.Equal(["2", "2"], Texts(optimum.Values));
    }

    // Least cost: 2x + 3y with x + y = 10 and x at most 6; a unit more of the sum costs 3, of x saves 1.
    [Fact]
    public void Sums_may_be_exact_and_least()
    {
        LinearOptimum optimum = Optimum(new LinearProgramme(
            [-2, -3], [null, null], [Row("1 1 = 10"), Row("-1 0 >= -6"), Row("0 1 >= 1")]));
        Assert.Equal("-24", optimum.Value.ToString());
        Assert.Equal(["6", "4"], Texts(optimum.Values));
        Assert.Equal(["-3", "-1", "0"], Texts(optimum.RowPrices));
    }

    // The same row twice leaves a variable of the first phase in the basis, which has to stay at 0.
    [Fact]
    public void A_row_that_says_nothing_new_does_no_harm()
    {
        LinearOptimum optimum = Optimum(new LinearProgramme(
            [1, 0, 2], [null, 3, null], [Row("1 1 0 = 4"), Row("2 2 0 = 8"), Row("1 0 1 <= 5")]));
        Assert.Equal("9", optimum.Value.ToString());
        Assert.Equal(["1", "3", "4"], Texts(optimum.Values));
    }

    // The first two rows cannot be kept together; the third has no part in it.
    [Fact]
    public void A_conflict_names_its_rows()
    {
        LinearConflict conflict = Assert.IsType<LinearConflict>(new LinearProgramme(
            [1, 1], [null, null], [Row("1 1 >= 5"), Row("1 1 <= 4"), Row("1 0 <= 2")]).Solve());
        Assert.Equal([0, 1], conflict.Rows);
        Assert.Empty(conflict.Tops);
    }

    [Fact]
    public void A_conflict_names_its_tops()
    {
        LinearConflict conflict = Assert.IsType<LinearConflict>(new LinearProgramme(
            [0, 0, 0], [2, 2, 2], [Row("1 1 0 = 5")]).Solve());
        Assert.Equal([0], conflict.Rows);
        Assert.Equal([0, 1], conflict.Tops);
    }

    [Fact]
    public void Without_an_end_it_says_so() => Assert.IsType<LinearUnbounded>(new LinearProgramme(
        [1, 1], [null, 1], [Row("-1 1 <= 1")]).Solve());

    [Fact]
    public void Without_rows_only_tops_count()
    {
        LinearOptimum optimum = Optimum(new LinearProgramme([2, -1, 5], [3, 4, 0], []));
        Assert.Equal("6", optimum.Value.ToString());
        Assert.Equal(["3", "0", "0"], Texts(optimum.Values));
        Assert.Equal(["2", "0", "5"], Texts(optimum.TopPrices));
    }

    private static LinearOptimum Optimum(LinearProgramme programme) =>
        Assert.IsType<LinearOptimum>(programme.Solve());

    private static IEnumerable<string> Texts(IEnumerable<Fraction> values) =>
        values.Select(static value => value.ToString());

    private static LinearRow Row(string text)
    {
        string[] words = text.Split(' ');
        LinearRelation relation = words[^2] switch
        {
            "<=" => LinearRelation.AtMost,
            ">=" => LinearRelation.AtLeast,
            _ => LinearRelation.Exactly,
        };
        return new LinearRow(
            [.. words[..^2].Select(static (word, j) => new LinearTerm(j, BigInteger.Parse(word)))],
            relation,
            BigInteger.Parse(words[^1]));
    }
}
