using System.Numerics;

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
        Wad rewardBefore = Sum(static one => one.Share, static one => one.Share, static one => one.Reward);
        Wad rewardAfter = Add(
            Operators.Select(i => Times(plan.Stakes[i], request.Operators[i].Reward)),
            Choices.Select(j => Times(plan.Shares[j], request.Choices[j].Reward)));
        Wad lossBefore = Add(request.Choices.Select(static one => Times(one.Share, one.Loss)), []);
        Wad lossAfter = Add(Choices.Select(j => Times(plan.Shares[j], request.Choices[j].Loss)), []);
        return new Section(
            "In all, of a year",
            [
                new Column("what"), new Column("before", true), new Column("after", true),
                new Column("ether", true),
            ],
            [
                Line("expected reward", rewardBefore, rewardAfter, Points),
                Line("expected loss", lossBefore, lossAfter, Points),
                [
                    "net", Starred(Signed(rewardBefore, lossBefore)), Starred(Signed(rewardAfter, lossAfter)),
                    Starred(new Cell(
                        $"{SignedEther(rewardBefore, lossBefore)} -> {SignedEther(rewardAfter, lossAfter)} ETH",
                        $"{RawEther(rewardBefore, lossBefore)} -> {RawEther(rewardAfter, lossAfter)}",
                        "ETH")),
                ],
                Line(
                    "slashable",
                    Add(request.Choices.Select(static one => one.Share), []),
                    Add(plan.Shares, []),
                    Cell.PercentUp),
                [
                    "moved, once", "", Cell.Percent(plan.Moved.Raw),
                    Cell.Amount(plan.Moved.MulDown(stake), "ETH"),
                ],
            ]);
    }

    public Section Stakes() => new(
        "Stake",
        [
            new Column("operator"), new Column("entity"), new Column("stake", true), new Column("before", true),
            new Column("after", true), new Column("of it slashable", true),
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
            .. Choices.GroupBy(j => request.Choices[j].Service)
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
                Points(ToWad(one.Price * OnePoint)),
                Points(ToWad(one.PointMore)),
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
            Concentrated("address", "before", static one => one.Label, Before),
            Concentrated("address", "after", static one => one.Label, i => plan.Stakes[i].Raw),
            Concentrated("entity", "before", static one => one.Entity, Before),
            Concentrated("entity", "after", static one => one.Entity, i => plan.Stakes[i].Raw),
        ]);

    /// <summary>What the dearest limits cost, in words.</summary>
    public IEnumerable<string> Explanations()
    {
        const int ExplainedMax = 5;
        const ulong LeastShown = 100_000_000_000_000;
        return plan.Limits.Select(one => (Limit: one, Ether: Ether(one)))
            .Where(static one => one.Ether >= LeastShown).Take(ExplainedMax)
            .Select(static one => $"One percentage point more {Where(one.Limit)} would bring "
                + $"{Points(ToWad(one.Limit.PointMore)).Text} of the stake a year*, "
                + $"{Amounts.ToText(one.Ether)} ETH.");
    }

    private UInt256 Ether(LimitUse one) => (one.PointMore * (Fraction)stake.ToBigInteger()).ToUnitsDown();

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
        string by, string when, Func<Candidate, string> holder, Func<int, UInt256> amount)
    {
        (string, UInt256)[] amounts =
            [.. Operators.Select(i => (by == "address" ? Unique(i) : holder(request.Operators[i]), amount(i)))];
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

    private IReadOnlyList<Cell> Line(string what, Wad before, Wad after, Func<UInt256, Cell> part) =>
    [
        what,
        Starred(part(before.Raw)),
        Starred(part(after.Raw)),
        Starred(Cell.Change(before.MulDown(stake), after.MulDown(stake), "ETH")),
    ];

    private Wad Sum(Func<Candidate, Wad> held, Func<Choice, Wad> put, Func<Choice, Wad> reward) => Add(
        request.Operators.Select(one => Times(held(one), one.Reward)),
        request.Choices.Select(one => Times(put(one), reward(one))));

    private BigInteger RawEther(Wad reward, Wad loss) =>
        reward.MulDown(stake).ToBigInteger() - loss.MulDown(stake).ToBigInteger();

    private string SignedEther(Wad reward, Wad loss)
    {
        BigInteger ether = RawEther(reward, loss);
        return (ether.Sign < 0 ? "-" : "")
            + Amounts.ToText(UInt256.FromBigInteger(BigInteger.Abs(ether)));
    }

    private static Cell Signed(Wad reward, Wad loss) => reward >= loss
        ? Points(reward.Raw - loss.Raw)
        : new Cell($"-{Points(loss.Raw - reward.Raw).Text}", $"-{loss.Raw - reward.Raw}");

    // Hundredths of a percent with six digits: yields are too small for those of a percentage.
    private static Cell Points(UInt256 wad) => new($"{Amounts.ToText(wad, 14, 6)} bp", wad.ToString());

    private static UInt256 ToWad(Fraction part) =>
        (part * (Fraction)Wad.Scale.ToBigInteger()).ToUnitsDown();

    private static Cell Starred(Cell cell) => cell with { IsAssumed = true };

    private static Wad Times(Wad share, Wad rate) => new(share.MulDown(rate.Raw));

    private static Wad Add(IEnumerable<Wad> one, IEnumerable<Wad> other) =>
        new(one.Concat(other).Select(static part => part.Raw).Sum());
}
