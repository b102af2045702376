namespace Garrison.Tests.Repository;

/// <summary>The files of the repository that the tests run in.</summary>
internal static class Source
{
    /// <summary>The folder of the solution. The path of a source file won't do: a reproducible build writes
    /// it as <c>/_/…</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The C# files under some folders, their paths from the root.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Sources(params string[] folders) =>
        from folder in folders
        from path in Files(folder, "*.cs")
        select (path, File.ReadAllLines(Path.Combine(Root, path)));

    /// <summary>The files of a kind under a folder, from the root; nothing that a build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(
            Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.StartsWith("artifacts/", StringComparison.Ordinal)
        where !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains("/node_modules/")
        orderby path
        select path;

    /// <summary>Fails with every fault, one a line.</summary>
    public static void Report(IEnumerable<string> faults)
    {
        string report = string.Join('\n', faults);
        Assert.True(report.Length == 0, report);
    }

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "garrison.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No solution above the tests.");
    }
}
