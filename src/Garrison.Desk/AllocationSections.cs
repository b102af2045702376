using Garrison.Primitives;
using Garrison.Risk.Allocation;

namespace Garrison.Desk;

/// <summary>The tables of an allocation.</summary>
internal sealed class AllocationSections(
    AllocationInput input, AllocationRequest request, AllocationPlan plan, UInt256 stake)
{
    private const ulong WadPerBip = 100_000_000_000_000;

    private readonly UInt256 _held = input.Held.Sum();

    private static Fraction OnePoint { get; } = new(1, 100);

    public UInt256 Stake => stake;

    private IEnumerable<int> Operators => Enumerable.Range(0, request.Operators.Count);

    private IEnumerable<int> Choices => Enumerable.Range(0, request.Choices.Count);

    public Section InAll()
    {
        Fraction[] held = [.. input.Held.Select(amount => Part(amount, _held))];
        Fraction[] put =
            [.. request.Choices.Select((one, j) => held[one.Operator] * new Wad(input.Magnitudes[j]))];
        Fraction reward = Fraction.Sum(held.Zip(request.Operators, static (part, one) => part * one.Reward))
            + Fraction.Sum(put.Zip(request.Choices, static (part, one) => part * one.Reward));
        var loss = Fraction.Sum(put.Zip(request.Choices, static (part, one) => part * one.Loss));
        return new Section(
            "In all, of a year",
            [
                new Column("what"), new Column("before", true), new Column("after", true),
                new Column("ether", true),
            ],
            [
                Line("expected reward", reward, plan.Reward, Points),
                Line("expected loss", loss, plan.Loss, Points),
                Line("net", reward - loss, plan.Reward - plan.Loss, Points),
                Line("slashable", Fraction.Sum(put), plan.Slashable, Cell.PercentUp),
                [
                    "moved, once", "", Cell.Percent(plan.Moved.Raw),
                    Cell.Amount(plan.Moved.MulDown(stake), "ETH"),
                ],
            ]);
    }

    public Section Stakes() => new(
        "Stake",
        [
            new Column("operator"), new Column("entity"), new Column("stake", true),
            new Column("before", true), new Column("after", true), new Column("of it slashable", true),
        ],
        [
            .. Operators.Select(i => (IReadOnlyList<Cell>)
            [
                request.Operators[i].Label,
                request.Operators[i].Entity,
                Cell.Change(Before(i), plan.Stakes[i].MulDown(stake), "ETH"),
                Cell.Percent(request.Operators[i].Share.Raw),
                Cell.Percent(plan.Stakes[i].Raw),
                Cell.PercentUp(Slashable(i).Raw),
            ]),
        ]);

    public Section Services() => new(
        "Behind services",
        [
            new Column("service"), new Column("stake", true, true), new Column("before", true, true),
            new Column("after", true),
        ],
        [
            .. Choices.GroupBy(j => request.Choices[j].Service, StringComparer.Ordinal)
                .Select(group => (
                    Service: group.Key,
                    Before: Add(group.Select(j => request.Choices[j].Share), []),
                    After: Add(group.Select(j => plan.Shares[j]), [])))
                .OrderByDescending(static one => one.After).ThenByDescending(static one => one.Before)
                .Select(one => (IReadOnlyList<Cell>)
                [
                    one.Service,
                    Cell.Change(one.Before.MulDown(stake), one.After.MulDown(stake), "ETH"),
                    Cell.PercentUp(one.Before.Raw),
                    Cell.PercentUp(one.After.Raw),
                ]),
        ]);

    public Section Sets() => new(
        "What operators put behind sets",
        [
            new Column("operator"), new Column("service"), new Column("stake", true, true),
            new Column("bips before", true, true), new Column("bips after", true),
            new Column("reward", true, true), new Column("loss", true, true),
        ],
        [
            .. Choices.Where(j => !plan.Shares[j].Raw.IsZero).Select(j => Put(request.Choices[j], j)),
        ]);

    public Section Limits() => new(
        "Limits that bind, or are broken now",
        [
            new Column("limit"), new Column("of"), new Column("at most", true), new Column("before", true),
            new Column("after", true), new Column("a point at the margin", true, true),
            new Column("a point more brings", true, true), new Column("a year", true, true),
        ],
        [
            .. plan.Limits.Select(one => (IReadOnlyList<Cell>)
            [
                Kind(one.Kind) + (one.IsBroken ? " (broken)" : ""),
                one.Subject,
                Cell.Percent(one.Cap.Raw),
                one.Kind is LimitKind.Operator or LimitKind.Entity or LimitKind.Whole
                    ? Cell.PercentUp(one.Before.Raw)
                    : Starred(Cell.PercentUp(one.Before.Raw)),
                Cell.PercentUp(one.After.Raw),
                Points((one.Price * OnePoint).ToWadDown().Raw),
                Points(one.PointMore.ToWadDown().Raw),
                Cell.Amount(Ether(one), "ETH"),
            ]),
        ]);

    public Section Concentrations() => new(
        "Concentration of the stake",
        [
            new Column("by"), new Column("when"), new Column("largest"), new Column("has", true),
            new Column("HHI", true), new Column("effective number", true), new Column("holders", true),
        ],
        [
            Concentrated("address", "before", Unique, Before),
            Concentrated("address", "after", Unique, i => plan.Stakes[i].Raw),
            Concentrated("entity", "before", i => request.Operators[i].Entity, Before),
            Concentrated("entity", "after", i => request.Operators[i].Entity, i => plan.Stakes[i].Raw),
        ]);

    /// <summary>What the dearest limits cost, in words.</summary>
    public IEnumerable<string> Explanations()
    {
        const int ExplainedMax = 5;
        const ulong LeastShown = 100_000_000_000_000;
        return plan.Limits.Select(one => (Limit: one, Ether: Ether(one)))
            .Where(static one => one.Ether >= LeastShown).Take(ExplainedMax)
            .Select(static one => $"One percentage point more {Where(one.Limit)} would bring "
                + $"{Points(one.Limit.PointMore.ToWadDown().Raw).Text} of the stake a year*, "
                + $"{Amounts.ToText(one.Ether)} ETH.");
    }

    private UInt256 Ether(LimitUse one) => one.PointMore.OfDown(stake);

    private static string Where(LimitUse one) => one.Kind switch
    {
        LimitKind.Operator => $"with {one.Subject}",
        LimitKind.Entity => $"for {one.Subject}",
        LimitKind.Service => $"behind {one.Subject}",
        LimitKind.Slashable => "slashable with every operator",
        _ => "of stake",
    };

    private static string Kind(LimitKind kind) => kind switch
    {
        LimitKind.Operator => "an operator",
        LimitKind.Entity => "an entity",
        LimitKind.Service => "a service",
        LimitKind.Slashable => "slashable of an operator",
        _ => "the whole",
    };

    private IReadOnlyList<Cell> Put(Choice one, int j) =>
    [
        request.Operators[one.Operator].Label,
        one.Service,
        Cell.Change(one.Share.MulDown(stake), plan.Shares[j].MulDown(stake), "ETH"),
        Cell.Number((long)(input.Magnitudes[j] / WadPerBip)),
        Cell.Number(plan.Bips[j]),
        Points(one.Reward.Raw),
        Points(one.Loss.Raw),
    ];

    private IReadOnlyList<Cell> Concentrated(
        string by, string when, Func<int, string> holder, Func<int, UInt256> amount)
    {
        (string, UInt256)[] amounts = [.. Operators.Select(i => (holder(i), amount(i)))];
        if (amounts.All(static one => one.Item2.IsZero)) return [by, when, "", "", "", "", "0"];

        var measure = Concentration.Of(amounts);
        return
        [
            by, when, measure.Largest, Cell.PercentUp(measure.LargestShare.Raw),
            new Cell(Amounts.ToTextUp(measure.Herfindahl.Raw, 18, 4), measure.Herfindahl.Raw.ToString()),
            new Cell(Amounts.ToText(measure.Effective.Raw, 18, 2), measure.Effective.Raw.ToString()),
            Cell.Number(measure.Holders),
        ];
    }

    private string Unique(int i) =>
        request.Operators.Count(one => one.Label == request.Operators[i].Label) > 1
            ? $"{request.Operators[i].Label} {request.Operators[i].Address}"
            : request.Operators[i].Label;

    private Wad Slashable(int i) => plan.Stakes[i].Raw.IsZero
        ? default
        : Wad.RatioUp(
            Add(Choices.Where(j => request.Choices[j].Operator == i).Select(j => plan.Shares[j]), []).Raw,
            plan.Stakes[i].Raw);

    private UInt256 Before(int i) => UInt256.MulDivDown(input.Held[i], stake, _held);

    private IReadOnlyList<Cell> Line(
        string what, Fraction before, Fraction after, Func<UInt256, Cell> show)
    {
        Cell[] ether = [Signed(before, EtherCell), Signed(after, EtherCell)];
        return
        [
            what,
            Starred(Signed(before, part => show(part.ToWadDown().Raw))),
            Starred(Signed(after, part => show(part.ToWadDown().Raw))),
            Starred(new Cell(
                $"{ether[0].Text} -> {ether[1].Text} ETH", $"{ether[0].Raw} -> {ether[1].Raw}", "ETH")),
        ];
    }

    private Cell EtherCell(Fraction part)
    {
        UInt256 ether = part.OfDown(stake);
        return new Cell(Amounts.ToText(ether), ether.ToString());
    }

    // Rounded towards 0.
    private static Cell Signed(Fraction part, Func<Fraction, Cell> show)
    {
        if (part.Sign >= 0) return show(part);

        Cell opposite = show(-part);
        return new Cell($"-{opposite.Text}", $"-{opposite.Raw}");
    }

    private static Fraction Part(UInt256 amount, UInt256 total) =>
        new(amount.ToBigInteger(), total.ToBigInteger());

    // Hundredths of a percent with six digits: yields are too small for those of a percentage.
    private static Cell Points(UInt256 wad) => new($"{Amounts.ToText(wad, 14, 6)} bp", wad.ToString());

    private static Cell Starred(Cell cell) => cell with { IsAssumed = true };

    private static Wad Add(IEnumerable<Wad> one, IEnumerable<Wad> other) =>
        new(one.Concat(other).Select(static part => part.Raw).Sum());
}
