using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Risk.Allocation;

/// <summary>The allocation of an issuer's stake as a linear programme.</summary>
/// <remarks>
/// Variables, in 10⁻¹⁸ of the stake: what each operator has, what each choice has behind it, what is taken
/// from each operator. Every factor is 0, 1 or -1, so numbers stay small and answers are exact.
/// </remarks>
public sealed class AllocationModel
{
    private readonly AllocationRequest _request;
    private readonly List<LinearRow> _rows = [];
    private readonly List<LimitRow> _limits = [];
    private readonly LinearProgramme _programme;

    /// <summary>The programme of a request.</summary>
    public AllocationModel(AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request;
        BigInteger[] gains =
        [
            .. request.Operators.Select(static one => one.Reward.Raw.ToBigInteger()),
            .. request.Choices.Select(static one => Gain(one)),
            .. request.Operators.Select(_ => -request.MoveCost.Raw.ToBigInteger()),
        ];
        LimitWhole();
        foreach (int i in Indices) LimitUniqueStake(i);
        foreach (int i in Indices) CountMoves(i);
        foreach (int i in Indices) LimitOperator(i);
        foreach (IGrouping<string, int> entity in Indices.GroupBy(i => request.Operators[i].Entity))
        {
            LimitEntity(entity.Key, [.. entity]);
        }

        foreach (IGrouping<string, int> service in Enumerable.Range(0, request.Choices.Count)
            .GroupBy(j => request.Choices[j].Service))
        {
            LimitChoices(LimitKind.Service, service.Key, request.Limits.Service, [.. service]);
        }

        LimitChoices(
            LimitKind.Slashable, "", request.Limits.Slashable, [.. Enumerable.Range(0, request.Choices.Count)]);
        _programme = new LinearProgramme(gains, new BigInteger?[gains.Length], _rows);
    }

    private static BigInteger Point { get; } = Wad.Scale.ToBigInteger() / 100;

    private IEnumerable<int> Indices => Enumerable.Range(0, _request.Operators.Count);

    /// <summary>The best allocation.</summary>
    /// <exception cref="WhatIfRefusedException">No allocation keeps the limits; it says which of them
    /// conflict.</exception>
    public AllocationPlan Solve() => _programme.Solve() switch
    {
        LinearOptimum optimum => Plan(optimum),
        LinearConflict conflict => throw new WhatIfRefusedException(Explain(conflict)),
        _ => throw new InvalidOperationException("all stake is finite"),
    };

    private static BigInteger Gain(Choice one) => one.Reward.Raw.ToBigInteger() - one.Loss.Raw.ToBigInteger();

    private int OfChoice(int choice) => _request.Operators.Count + choice;

    private int OfMove(int @operator) => _request.Operators.Count + _request.Choices.Count + @operator;

    private void LimitWhole() => Add(
        LimitKind.Whole,
        "",
        Wad.One,
        Sum(_request.Operators.Select(static one => one.Share)),
        _request.MayIdle ? LinearRelation.AtMost : LinearRelation.Exactly,
        [.. Indices.Select(static i => new LinearTerm(i, BigInteger.One))]);

    private void LimitUniqueStake(int i)
    {
        int[] choices = ChoicesOf(i);
        _limits.Add(new LimitRow(
            LimitKind.UniqueStake,
            _request.Operators[i].Label,
            default,
            Sum(choices.Select(j => _request.Choices[j].Share)),
            _rows.Count));
        _rows.Add(new LinearRow(
            [
                .. choices.Select(j => new LinearTerm(OfChoice(j), BigInteger.One)),
                new LinearTerm(i, BigInteger.MinusOne),
            ],
            LinearRelation.AtMost,
            BigInteger.Zero));
    }

    private int[] ChoicesOf(int i) =>
        [.. Enumerable.Range(0, _request.Choices.Count).Where(j => _request.Choices[j].Operator == i)];

    private void CountMoves(int i) => _rows.Add(new LinearRow(
        [new LinearTerm(i, BigInteger.One), new LinearTerm(OfMove(i), BigInteger.One)],
        LinearRelation.AtLeast,
        _request.Operators[i].Share.Raw.ToBigInteger()));

    private void LimitOperator(int i) => Add(
        LimitKind.Operator,
        _request.Operators[i].Label,
        _request.Limits.Operator,
        _request.Operators[i].Share,
        LinearRelation.AtMost,
        [new LinearTerm(i, BigInteger.One)]);

    private void LimitEntity(string entity, int[] operators) => Add(
        LimitKind.Entity,
        entity,
        _request.Limits.Entity,
        Sum(operators.Select(i => _request.Operators[i].Share)),
        LinearRelation.AtMost,
        [.. operators.Select(static i => new LinearTerm(i, BigInteger.One))]);

    private void LimitChoices(LimitKind kind, string subject, Wad cap, int[] choices) => Add(
        kind,
        subject,
        cap,
        Sum(choices.Select(j => _request.Choices[j].Share)),
        LinearRelation.AtMost,
        [.. choices.Select(j => new LinearTerm(OfChoice(j), BigInteger.One))]);

    private void Add(
        LimitKind kind, string subject, Wad cap, Wad before, LinearRelation relation, LinearTerm[] terms)
    {
        _limits.Add(new LimitRow(kind, subject, cap, before, _rows.Count));
        _rows.Add(new LinearRow(terms, relation, cap.Raw.ToBigInteger()));
    }

    private AllocationPlan Plan(LinearOptimum optimum)
    {
        Wad[] stakes = [.. Indices.Select(i => Down(optimum.Values[i]))];
        return new AllocationPlan(
            stakes,
            [.. _request.Choices.Select((_, j) => Down(optimum.Values[OfChoice(j)]))],
            Sum(Indices.Select(i => Down(optimum.Values[OfMove(i)]))),
            optimum.Value * new Fraction(BigInteger.One, BigInteger.Pow(Wad.Scale.ToBigInteger(), 2)),
            [
                .. _limits.Select(limit => Use(limit, optimum))
                    .Where(static use => use.Price.Sign > 0 || use.IsBroken)
                    .OrderByDescending(static use => use.PointMore)
                    .ThenByDescending(static use => use.Price)
                    .ThenBy(static use => use.Kind),
            ]);
    }

    private LimitUse Use(LimitRow limit, LinearOptimum optimum)
    {
        LinearRow row = _rows[limit.Row];
        Fraction used = row.Terms.Where(static term => term.Factor.Sign > 0)
            .Aggregate(default(Fraction), (sum, term) => sum + optimum.Values[term.Variable]);
        Fraction price = limit.Kind == LimitKind.Whole ? default : optimum.RowPrices[limit.Row];
        Wad cap = limit.Kind == LimitKind.UniqueStake ? Down(used) : limit.Cap;
        Fraction scale = new(BigInteger.One, Wad.Scale.ToBigInteger());
        return new LimitUse(
            limit.Kind,
            limit.Subject,
            cap,
            limit.Before,
            Down(used),
            price * scale,
            price.Sign > 0 ? PointMore(limit, optimum) * scale * scale : default);
    }

    private Fraction PointMore(LimitRow limit, LinearOptimum optimum)
    {
        LinearRow row = _rows[limit.Row];
        LinearRow[] rows = [.. _rows];
        rows[limit.Row] = row with { Right = row.Right + Point };
        return (_programme with { Rows = rows }).Solve() is LinearOptimum wider
            ? wider.Value - optimum.Value
            : throw new InvalidOperationException("a wider limit lost an allocation: a bug of ours");
    }

    // What a certificate names may hold more than it takes: whatever can be left out is.
    private string Explain(LinearConflict conflict)
    {
        List<int> left = [.. conflict.Rows];
        foreach (int row in conflict.Rows)
        {
            int[] without = [.. left.Where(other => other != row)];
            LinearRow[] rows = [.. without.Select(index => _rows[index])];
            if ((_programme with { Rows = rows }).Solve() is LinearConflict) left = [.. without];
        }

        string[] limits =
        [
            .. _limits.Where(limit => left.Contains(limit.Row)).Select(static limit => limit.ToString())
                .Distinct(StringComparer.Ordinal),
        ];
        const int ShownMax = 6;
        string rest = limits.Length > ShownMax ? $" and {limits.Length - ShownMax} more of these" : "";
        return $"no allocation keeps all limits: {string.Join(", ", limits.Take(ShownMax))}{rest} conflict";
    }

    private static Wad Down(Fraction value) => new(value.ToUnitsDown());

    private static Wad Sum(IEnumerable<Wad> parts) => new(parts.Select(static part => part.Raw).Sum());

    private sealed record LimitRow(LimitKind Kind, string Subject, Wad Cap, Wad Before, int Row)
    {
        private string Percent => $"{(Fraction)(Cap.Raw.ToBigInteger() * 100 / Wad.Scale.ToBigInteger())} %";

        public override string ToString() => Kind switch
        {
            LimitKind.Operator => $"at most {Percent} with {Subject}",
            LimitKind.Entity => $"at most {Percent} with operators of {Subject}",
            LimitKind.Service => $"at most {Percent} behind {Subject}",
            LimitKind.Slashable => $"at most {Percent} slashable",
            LimitKind.UniqueStake => $"{Subject} puts each unit behind one set",
            _ => "all stake is with someone",
        };
    }
}
