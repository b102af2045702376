using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Risk.Allocation;

/// <summary>The allocation of an issuer's stake as a linear programme.</summary>
/// <remarks>
/// Variables, in 10⁻¹⁸ of the stake: what each operator has, what each choice has behind it, what is taken
/// from each operator. Factors are 0, 1, -1 and the two numbers of the slashable part in lowest terms, so
/// numbers stay small and answers are exact.
/// </remarks>
public sealed class AllocationModel
{
    private readonly AllocationRequest _request;
    private readonly List<LinearRow> _rows = [];
    private readonly List<LimitRow> _limits = [];
    private readonly List<int> _slashable = [];
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
        foreach (int i in Indices) LimitSlashable(i);
        foreach (int i in Indices) CountMoves(i);
        foreach (int i in Indices) LimitOperator(i);
        foreach (IGrouping<string, int> entity in Indices.GroupBy(
            i => request.Operators[i].Entity, StringComparer.Ordinal))
        {
            LimitEntity(entity.Key, [.. entity]);
        }

        foreach (IGrouping<string, int> service in Enumerable.Range(0, request.Choices.Count)
            .GroupBy(j => request.Choices[j].Service, StringComparer.Ordinal))
        {
            LimitService(service.Key, [.. service]);
        }

        _programme = new LinearProgramme(gains, new BigInteger?[gains.Length], _rows);
    }

    private static BigInteger Point { get; } = Wad.Scale.ToBigInteger() / 100;

    private static Fraction PerUnit { get; } = new(BigInteger.One, Wad.Scale.ToBigInteger());

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

    // One limit for all operators, in a row for each: so much of what it has, and at most all of it, since
    // EigenLayer lets an operator put each unit behind one set only.
    private void LimitSlashable(int i)
    {
        Fraction part = _request.Limits.Slashable;
        _slashable.Add(_rows.Count);
        _rows.Add(new LinearRow(
            [
                .. ChoicesOf(i).Select(j => new LinearTerm(OfChoice(j), part.Denominator)),
                new LinearTerm(i, -part.Numerator),
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

    private void LimitService(string service, int[] choices) => Add(
        LimitKind.Service,
        service,
        _request.Limits.Service,
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
        Fraction[] stakes = [.. Indices.Select(i => optimum.Values[i] * PerUnit)];
        Fraction[] shares = [.. _request.Choices.Select((_, j) => optimum.Values[OfChoice(j)] * PerUnit)];
        return new AllocationPlan(
            [.. Indices.Select(i => Down(optimum.Values[i]))],
            [.. _request.Choices.Select((_, j) => Down(optimum.Values[OfChoice(j)]))],
            [.. _request.Choices.Select((one, j) => Bips(shares[j], stakes[one.Operator]))],
            Sum(Indices.Select(i => Down(optimum.Values[OfMove(i)]))),
            Fraction.Sum(stakes.Zip(_request.Operators, static (part, one) => part * one.Reward))
                + Fraction.Sum(shares.Zip(_request.Choices, static (part, one) => part * one.Reward)),
            Fraction.Sum(shares.Zip(_request.Choices, static (part, one) => part * one.Loss)),
            Fraction.Sum(shares),
            optimum.Value * PerUnit * PerUnit,
            [
                .. _limits.Select(limit => Use(limit, optimum)).Append(UseOfSlashable(optimum))
                    .Where(static use => use.PointMore.Sign > 0 || use.IsBroken)
                    .OrderByDescending(static use => use.PointMore)
                    .ThenByDescending(static use => use.Price)
                    .ThenBy(static use => use.Kind),
            ]);
    }

    private LimitUse Use(LimitRow limit, LinearOptimum optimum)
    {
        LinearRow row = _rows[limit.Row];
        var used = Fraction.Sum(row.Terms.Select(term => optimum.Values[term.Variable]));
        Fraction price = limit.Kind == LimitKind.Whole ? default : optimum.RowPrices[limit.Row];
        LinearRow[] rows = [.. _rows];
        rows[limit.Row] = row with { Right = row.Right + Point };
        return new LimitUse(
            limit.Kind,
            limit.Subject,
            limit.Cap,
            limit.Before,
            Down(used),
            price * PerUnit,
            price.Sign > 0 ? Gained(_programme with { Rows = rows }, optimum) : default);
    }

    // By the envelope theorem a limit in many rows is worth what it loosens in each at the row's price.
    private LimitUse UseOfSlashable(LinearOptimum optimum)
    {
        AllocationLimits limits = _request.Limits;
        Wad[] stakes = [.. Indices.Select(i => Down(optimum.Values[i]))];
        Wad[] shares = [.. _request.Choices.Select((_, j) => Down(optimum.Values[OfChoice(j)]))];
        Fraction part = limits.Slashable;
        var price = Fraction.Sum(
            Indices.Select(i => optimum.RowPrices[_slashable[i]] * optimum.Values[i] * PerUnit));
        Wad wider = new(UInt256.Min(Wad.Scale, limits.Slashable.Raw + UInt256.FromBigInteger(Point)));
        AllocationModel loosened =
            new(_request with { Limits = limits with { Slashable = wider } });
        return new LimitUse(
            LimitKind.Slashable,
            "",
            limits.Slashable,
            Most(static one => one.Share, [.. _request.Operators], [.. _request.Choices.Select(
                static one => one.Share)]),
            Most(static one => one, stakes, shares),
            price * part.Denominator * PerUnit,
            price.Sign > 0 ? Gained(loosened._programme, optimum) : default);
    }

    // The largest part that is slashable of what an operator has.
    private Wad Most<T>(Func<T, Wad> held, T[] operators, Wad[] shares)
    {
        UInt256 most = UInt256.Zero;
        foreach (int i in Indices.Where(i => !held(operators[i]).Raw.IsZero))
        {
            UInt256 put = ChoicesOf(i).Select(j => shares[j].Raw).Sum();
            most = UInt256.Max(most, Wad.RatioDown(put, held(operators[i]).Raw).Raw);
        }

        return new Wad(most);
    }

    private static Fraction Gained(LinearProgramme wider, LinearOptimum optimum) =>
        wider.Solve() is LinearOptimum better
            ? (better.Value - optimum.Value) * PerUnit * PerUnit
            : throw new InvalidOperationException("a wider limit lost an allocation: a bug of ours");

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

    private static uint Bips(Fraction part, Fraction whole) => whole.Sign == 0
        ? 0
        : (uint)(part.Numerator * whole.Denominator * MagnitudeSteps.BipsMax
            / (part.Denominator * whole.Numerator));

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
            _ => "all stake is with someone",
        };
    }
}
