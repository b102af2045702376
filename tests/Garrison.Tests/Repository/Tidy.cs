using System.Text.RegularExpressions;

using static Garrison.Tests.Repository.Source;

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
        from file in Sources("src", "tests", "bench")
        where file.Lines.Length > LinesPerFileMax
        select $"{file.Path}: {file.Lines.Length} lines, at most {LinesPerFileMax}");

    [Fact]
    public void Lines_are_short() => Report(
        from file in Sources("src", "tests", "bench")
        from line in file.Lines.Index()
        where line.Item.Length > ColumnsMax && !line.Item.Contains("https://")
        select $"{file.Path}:{line.Index + 1}: {line.Item.Length} columns, at most {ColumnsMax}");

    [Fact]
    public void Methods_fit_on_a_screen() => Report(
        from file in Sources("src", "tests", "bench")
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
        from file in Sources("src/Garrison.Engine", "src/Garrison.Primitives")
        from line in file.Lines.Index()
        where Inexact().IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}: no floating point here");

    [Fact]
    public void The_engine_enumerates_no_hash_table() => Report(
        from file in Sources("src/Garrison.Engine")
        from line in file.Lines.Index()
        where HashTable().IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}: state lies in tables, and order comes from ordered sets");

    [Fact]
    public void Sources_speak_of_the_field_only() => Report(
        from file in Sources("src", "tests", "bench")
        where !file.Path.EndsWith("Repository/Tidy.cs")
        from line in file.Lines.Index()
        let word = Forbidden().Match(line.Item)
        where word.Success
        select $"{file.Path}:{line.Index + 1}: '{word.Value}' has no place here: do it, or say why not");

    // The compiler demands a sentence on every public member; this keeps anyone from silencing it.
    [Fact]
    public void Every_public_member_is_documented() => Report(
        from file in Sources("src")
        from line in file.Lines.Index()
        where line.Item.Contains("CS1591") || line.Item.Contains("SuppressMessage")
        select $"{file.Path}:{line.Index + 1}: document the member rather than silence the rule");

    private static IEnumerable<(int Start, int Lines)> Methods(string[] lines)
    {
        int start = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (start < 0 && lines[i] == "    {" && !NestedType().IsMatch(lines[i - 1]))
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

    [GeneratedRegex(@"\b(Dictionary|HashSet|ConcurrentDictionary|Hashtable)<")]
    private static partial Regex HashTable();

    [GeneratedRegex(@"\b(class|struct|record|enum|interface) \w+")]
    private static partial Regex NestedType();

    [GeneratedRegex(
        @"\b(TODO|FIXME|HACK|XXX|WIP)\b|(?<![\w.])/(work|home|root|tmp)/|NotImplementedException")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^using (?:static )?Garrison\.(\w+)")]
    private static partial Regex Using();
}
