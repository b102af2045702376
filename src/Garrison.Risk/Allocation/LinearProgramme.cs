using System.Numerics;

namespace Garrison.Risk.Allocation;

/// <summary>Maximise gains of variables from 0 up, under tops and rows; all of it whole numbers, so that
/// nothing is rounded. Whoever has parts scales them.</summary>
/// <param name="Gains">What a unit of each variable brings.</param>
/// <param name="Tops">The most that each variable may be, at least 0; null for no limit.</param>
/// <param name="Rows">What the variables have to keep together.</param>
public sealed record LinearProgramme(
    IReadOnlyList<BigInteger> Gains, IReadOnlyList<BigInteger?> Tops, IReadOnlyList<LinearRow> Rows)
{
    /// <summary>What this comes to; the same on every machine.</summary>
    public LinearOutcome Solve() => new Simplex(this).Solve();
}

/// <summary>A sum of variables and what it is held against.</summary>
/// <param name="Terms">The sum; each variable at most once.</param>
/// <param name="Relation">How it is held.</param>
/// <param name="Right">Against what.</param>
public sealed record LinearRow(IReadOnlyList<LinearTerm> Terms, LinearRelation Relation, BigInteger Right);

/// <summary>A variable of a row.</summary>
/// <param name="Variable">Its index.</param>
/// <param name="Factor">What it counts.</param>
public readonly record struct LinearTerm(int Variable, BigInteger Factor);

/// <summary>How a sum is held against a number.</summary>
public enum LinearRelation
{
    /// <summary>The sum is at most the number.</summary>
    AtMost,

    /// <summary>The sum is the number.</summary>
    Exactly,

    /// <summary>The sum is at least the number.</summary>
    AtLeast,
}

/// <summary>What a programme comes to.</summary>
public abstract record LinearOutcome;

/// <summary>The most that can be had.</summary>
/// <remarks>
/// Value = sum of RowPrices · Right + sum of TopPrices · Tops: the dual programme has the same optimum, which
/// proves this one. A price is what a unit more of the number would bring, at the margin: the first bit may
/// be less where several limits meet in one point.
/// </remarks>
/// <param name="Value">How much.</param>
/// <param name="Values">Of each variable.</param>
/// <param name="RowPrices">What a unit more on the right of each row brings.</param>
/// <param name="TopPrices">What a unit more of each top brings.</param>
public sealed record LinearOptimum(
    Fraction Value,
    IReadOnlyList<Fraction> Values,
    IReadOnlyList<Fraction> RowPrices,
    IReadOnlyList<Fraction> TopPrices) : LinearOutcome;

/// <summary>Nothing keeps all rows and tops.</summary>
/// <param name="Rows">Rows that cannot be kept together (Farkas).</param>
/// <param name="Tops">Variables whose tops take part in that.</param>
public sealed record LinearConflict(IReadOnlyList<int> Rows, IReadOnlyList<int> Tops) : LinearOutcome;

/// <summary>There is no most: a variable can grow for ever.</summary>
/// <param name="Variable">A variable, or a slack that grows, counted on after the variables.</param>
public sealed record LinearUnbounded(int Variable) : LinearOutcome;
