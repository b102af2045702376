namespace Garrison.Simulation.Books;

/// <summary>Tables of tab-separated columns, below a line of their names.</summary>
internal static class Tables
{
    /// <summary>The rows of a table.</summary>
    /// <exception cref="BookException">The file is missing, or a row has another number of
    /// columns.</exception>
    public static IEnumerable<string[]> Read(string folder, string name, int columns)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path)) throw new BookException($"{folder} has no {name}");

        int number = 1;
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            number++;
            string[] row = line.Split('\t');
            yield return row.Length == columns
                ? row
                : throw new BookException($"{path}:{number}: {row.Length} columns, where {columns} are due");
        }
    }
}
