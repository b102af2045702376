using System.Text.RegularExpressions;

using static Garrison.Tests.Repository.Source;

namespace Garrison.Tests.Repository;

/// <summary>Rules for the files around the code: projects, the solution, the documents.</summary>
public sealed partial class House
{
    /// <summary>Which of our projects each may reference. The arrows point to the core.</summary>
    private static readonly Dictionary<string, string[]> _mayReference = new()
    {
        ["Primitives"] = [],
        ["Engine"] = ["Primitives"],
        ["Simulation"] = ["Engine"],
        ["Risk"] = ["Simulation"],
        ["Chain"] = ["Engine"],
        ["Desk"] = ["Risk", "Chain"],
    };

    [Fact]
    public void References_point_to_the_core() => Report(
        from project in Files("src", "*.csproj")
        let name = ProjectName(project)
        from Match reference in Reference().Matches(Read(project))
        let used = reference.Groups[1].Value
        where !_mayReference[name].Contains(used)
        select $"{project}: {name} may not reference {used}");

    [Fact]
    public void The_solution_lists_every_project() => Report(
        from project in Files(".", "*.csproj")
        where !Read("garrison.slnx").Contains($"\"{project}\"")
        select $"{project}: not in garrison.slnx, so nothing builds it");

    [Fact]
    public void Every_project_pins_its_packages() => Report(
        from project in Files(".", "*.csproj")
        let pins = Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")
        where !File.Exists(Path.Combine(Root, pins))
        select $"{pins}: missing; restore writes it");

    [Fact]
    public void Versions_stand_in_one_place() => Report(
        from project in Files(".", "*.csproj")
        where Read(project).Contains(" Version=")
        select $"{project}: the version belongs to Directory.Packages.props");

    [Fact]
    public void Links_between_documents_lead_somewhere() => Report(
        from document in Files(".", "*.md")
        from Match link in Link().Matches(Read(document))
        let target = link.Groups[1].Value
        where !target.Contains("://")
        let path = Path.Combine(Root, Path.GetDirectoryName(document)!, target)
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{document}: there is no {target}");

    private static string ProjectName(string path) =>
        Path.GetFileNameWithoutExtension(path)["Garrison.".Length..];

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    [GeneratedRegex(@"ProjectReference Include=""[^""]*Garrison\.(\w+)\.csproj""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
