using Garrison.Risk.Allocation;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>An allocation as operators' tools take it: eigenlayer-cli's bulk form.</summary>
internal static class AllocationFiles
{
    private const string Header = "avs_address,operator_set_id,strategy_address,bips";

    /// <summary>What operators have to send; those that have nothing of the stake are left alone.</summary>
    public static IReadOnlyList<MagnitudeStep> Steps(Book book, AllocationInput input, AllocationPlan plan)
    {
        List<MagnitudeStep> steps = [];
        for (int i = 0; i < input.Operators.Count; i++)
        {
            if (plan.Stakes[i].Raw.IsZero) continue;

            BipsTarget[] targets =
            [
                .. Enumerable.Range(0, input.Choices.Count).Where(j => input.Choices[j].Operator == i)
                    .Select(j => new BipsTarget(input.Sets[j], plan.Bips[j])),
            ];
            steps.AddRange(MagnitudeSteps.Of(book, input.Operators[i], input.Strategies[i], targets));
        }

        return steps;
    }

    /// <summary>Writes a file for each step.</summary>
    public static void Write(DirectoryInfo folder, IReadOnlyList<MagnitudeStep> steps)
    {
        folder.Create();
        foreach ((string name, MagnitudeStep step) in Named(steps))
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), Text(step));
        }
    }

    public static Section Section(Book book, IReadOnlyList<MagnitudeStep> steps) => new(
        "What operators send",
        [
            new Column("operator"), new Column("file"), new Column("from block", true, true),
            new Column("changes", true), new Column("strategy"),
        ],
        [
            .. Named(steps).Select(one => (IReadOnlyList<Cell>)
            [
                one.Step.Operator.Label,
                one.Name,
                Cell.Number((long)one.Step.FromBlock),
                Cell.Number(one.Step.Targets.Count),
                Shelf.Symbol(book, one.Step.Strategy),
            ]),
        ]);

    private static string Text(MagnitudeStep step) => string.Concat(
        step.Targets.Select(target =>
                $"{target.Set.Avs},{target.Set.Id},{step.Strategy},{target.Bips}\n")
            .Prepend(Header + "\n"));

    private static IEnumerable<(string Name, MagnitudeStep Step)> Named(IEnumerable<MagnitudeStep> steps) =>
        steps.GroupBy(static step => step.Operator.Address)
            .SelectMany(static group => group.Select((step, index) =>
                (index == 0 ? $"{group.Key}.csv" : $"{group.Key}-{index + 1}.csv", step)));
}
