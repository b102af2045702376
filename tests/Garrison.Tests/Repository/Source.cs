namespace Garrison.Tests.Repository;

/// <summary>The files of the repository that the tests run in.</summary>
internal static class Source
{
    /// <summary>The folder of the solution. The path of a source file won't do: a reproducible build writes
    /// it as <c>/_/…</c>.</summary>
    public static string Root { get; } = Find();

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
