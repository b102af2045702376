using System.CommandLine;

using Garrison.Primitives;
using Garrison.Risk.Allocation;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Where an issuer had best put its stake, within limits, and what each limit costs.</summary>
internal static class AllocateVerb
{
    private static readonly Option<string?> _stake = new("--stake")
    {
        Description = "How much ether there is in all; what the operators of --from have by default.",
    };

    private static readonly Option<string> _maxOperator = Part(
        "--max-operator", "0.25", "The most with one operator, as a part of the stake.");

    private static readonly Option<string> _maxEntity = Part(
        "--max-entity", "0.3", "The most with all operators of one entity.");

    private static readonly Option<string> _maxService = Part(
        "--max-service", "0.1", "The most behind one service.");

    private static readonly Option<string> _maxSlashable = Part(
        "--max-slashable", "0.2", "The most of an operator's stake behind all services.");

    private static readonly Option<string> _moveCost = Part(
        "--move-cost", "0.000001", "What it costs to take a unit from an operator.");

    private static readonly Option<bool> _mayIdle = new("--may-idle")
    {
        Description = "Stake may be delegated to nobody.",
    };

    private static readonly Option<DirectoryInfo?> _csv = new("--csv")
    {
        Description = "Write the changes of each operator to this folder, as eigenlayer-cli takes them.",
    };

    public static Command Create() => Verb.OfEigenLayer(
        "allocate",
        "The best weights for operators and sets within limits, before -> after, and what each limit costs.",
        Allocate,
        [
            _stake, _maxOperator, _maxEntity, _maxService, _maxSlashable, _moveCost, _mayIdle, _csv,
            .. AllocationInput.Options,
        ]);

    private static Option<string> Part(string name, string standard, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
    };

    private static Report Allocate(Book book, ParseResult parsed)
    {
        AllocationLimits limits = new(
            ReadPart(_maxOperator, parsed),
            ReadPart(_maxEntity, parsed),
            ReadPart(_maxService, parsed),
            ReadPart(_maxSlashable, parsed));
        Wad moveCost = ReadPart(_moveCost, parsed);
        UInt256? stake = parsed.GetValue(_stake) is { } text ? Amounts.ParseAmount("--stake", text) : null;
        if (stake is { IsZero: true }) throw new DeskException(ExitCode.Usage, "--stake 0: give more than 0");

        FileInfo[] present = parsed.GetValue(_csv) is { Exists: true } folder ? folder.GetFiles("*.csv") : [];
        if (present.Length > 0)
        {
            throw new DeskException(
                ExitCode.Usage, $"--csv: there is {present[0].Name} in it already, give a folder without");
        }

        var input = AllocationInput.Read(book, parsed);
        AllocationRequest request = new(
            input.Candidates, input.Choices, limits, moveCost, parsed.GetValue(_mayIdle));
        AllocationPlan plan = new AllocationModel(request).Solve();
        AllocationSections sections = new(input, request, plan, stake ?? input.Held.Sum());
        IReadOnlyList<MagnitudeStep> steps = AllocationFiles.Steps(book, input, plan);
        if (parsed.GetValue(_csv) is { } target) AllocationFiles.Write(target, steps);

        return new Report(
            $"Allocation of {Amounts.ToText(sections.Stake)} ETH among {input.Operators.Count} operators of "
                + book.Name,
            [
                sections.InAll(), sections.Stakes(), sections.Services(), sections.Sets(),
                sections.Limits(), sections.Concentrations(), AllocationFiles.Section(book, steps),
            ],
            [.. sections.Explanations(), .. Notes(input, parsed)]);
    }

    private static Wad ReadPart(Option<string> option, ParseResult parsed) =>
        Amounts.ParsePart(option.Name, parsed.GetRequiredValue(option), mayBeZero: true);

    private static IEnumerable<string> Notes(AllocationInput input, ParseResult parsed)
    {
        yield return "Parts are parts of the whole stake. An entity is who the name says it is: --entities"
            + " FILE knows better.";
        if (input.Unpriced.Count > 0)
        {
            yield return $"Rewards in {string.Join(", ", input.Unpriced)} count for nothing without a "
                + "--price.";
        }

        yield return "What an operator puts behind sets holds for all who delegate to it. Each step was"
            + " accepted on a fork of the book; to move stake, undelegate and delegate it first.";
        yield return parsed.GetValue(_csv) is { } folder
            ? $"The steps were written to {folder.Name}, a file for each."
            : "--csv FOLDER writes the steps in the bulk form of eigenlayer-cli, a file for each.";
        yield return "* rests on assumptions: rewards as the book pays them or as estimated, losses as given "
            + "by --loss or estimated, and who serves whom: see garrison book show.";
    }
}
