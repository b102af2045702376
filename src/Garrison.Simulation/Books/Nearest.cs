namespace Garrison.Simulation.Books;

/// <summary>What somebody may have meant who wrote a name that is not there.</summary>
public static class Nearest
{
    private const int ShownMax = 10;

    /// <summary>The likeliest name, or all that there are.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">What there is.</param>
    /// <returns>The end of a sentence, such as "did you mean WETH?".</returns>
    public static string Among(string text, IReadOnlyCollection<string> known)
    {
        string[] near =
        [
            .. known.Select(name => (Name: name, Distance: name.Split(' ').Append(name)
                .Min(word => Distance(text, word))))
                .Where(pair => pair.Distance <= Math.Max(2, text.Length / 3)
                    || pair.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
                .OrderBy(static pair => pair.Distance)
                .ThenBy(static pair => pair.Name, StringComparer.Ordinal)
                .Select(static pair => pair.Name)
                .Take(3),
        ];
        return known.Count == 0 ? "there is none"
            : near.Length > 0 ? $"did you mean {string.Join(" or ", near)}?"
            : $"there are {string.Join(", ", known.Take(ShownMax))}{(known.Count > ShownMax ? ", ..." : "")}";
    }

    // How many letters have to be changed, left out or put in (Levenshtein 1966), in lower case.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                bool isSame = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                int changed = diagonal + (isSame ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
