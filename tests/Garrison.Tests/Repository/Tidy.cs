using System.Text.RegularExpressions;

namespace Garrison.Tests.Repository;

/// <summary>Rules of the house that no analyzer knows. Each failure names a file and a line.</summary>
public sealed partial class Tidy
{
    private const int LinesPerFileMax = 500;
    private const int LinesPerMethodMax = 70;
    private const int ColumnsMax = 110;

    /// <summary>Which of our projects each may name. The arrows point to the core.</summary>
    private static readonly Dictionary<string, string[]> _mayUse = new()
    {
        ["Primitives"] = [],
        ["Engine"] = ["Primitives"],
        ["Simulation"] = ["Primitives", "Engine"],
        ["Risk"] = ["Primitives", "Engine", "Simulation"],
        ["Chain"] = ["Primitives", "Engine"],
        ["Desk"] = ["Primitives", "Engine", "Simulation", "Risk", "Chain"],
    };

    [Fact]
    public void Files_are_short() => Report(
        from file in Sources("src")
        where file.Lines.Length > LinesPerFileMax
        select $"{file.Path}: {file.Lines.Length} lines, at most {LinesPerFileMax}");

    [Fact]
    public void Lines_are_short() => Report(
        from file in Sources("src").Concat(Sources("tests"))
        from line in file.Lines.Index()
        where line.Item.Length > ColumnsMax && !line.Item.Contains("https://")
        select $"{file.Path}:{line.Index + 1}: {line.Item.Length} columns, at most {ColumnsMax}");

    [Fact]
    public void Methods_fit_on_a_screen() => Report(
        from file in Sources("src")
        from method in Methods(file.Lines)
        where method.Lines > LinesPerMethodMax
        select $"{file.Path}:{method.Start}: {method.Lines} lines, at most {LinesPerMethodMax}");

    [Fact]
    public void Arrows_point_to_the_core() => Report(
        from file in Sources("src")
        let project = file.Path.Split('/')[1]["Garrison.".Length..]
        from line in file.Lines.Index()
        let used = Using().Match(line.Item)
        where used.Success
        let name = used.Groups[1].Value
        where name != project && !_mayUse[project].Contains(name)
        select $"{file.Path}:{line.Index + 1}: {project} may not use {name}");

    [Fact]
    public void Namespaces_follow_folders() => Report(
        from file in Sources("src")
        where !file.Path.EndsWith("Program.cs")
        let wanted = Path.GetDirectoryName(file.Path)!["src/".Length..].Replace('/', '.')
        where !file.Lines.Contains($"namespace {wanted};")
        select $"{file.Path}: should be in namespace {wanted}");

    [Fact]
    public void The_engine_is_exact() => Report(
        from file in Sources("src/Garrison.Engine").Concat(Sources("src/Garrison.Primitives"))
        from line in file.Lines.Index()
        where Inexact().IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}: no floating point here");

    private static void Report(IEnumerable<string> faults)
    {
        string report = string.Join('\n', faults);
        Assert.True(report.Length == 0, report);
    }

    private static IEnumerable<(string Path, string[] Lines)> Sources(string folder) =>
        from file in Directory.EnumerateFiles(
            Path.Combine(Source.Root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Source.Root, file).Replace('\\', '/')
        where !path.Contains("/obj/") && !path.Contains("/bin/")
        select (path, File.ReadAllLines(file));

    private static IEnumerable<(int Start, int Lines)> Methods(string[] lines)
    {
        int start = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (start < 0 && lines[i] == "    {")
            {
                start = i;
            }
            else if (start >= 0 && lines[i].StartsWith("    }", StringComparison.Ordinal))
            {
                yield return (start, i - start - 1);
                start = -1;
            }
        }
    }

    [GeneratedRegex(@"^(?!\s*//).*\b(double|float|decimal|Half)\b")]
    private static partial Regex Inexact();

    [GeneratedRegex(@"^using (?:static )?Garrison\.(\w+)")]
    private static partial Regex Using();
}
