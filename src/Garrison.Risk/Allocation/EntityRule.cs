using Garrison.Simulation.Books;

namespace Garrison.Risk.Allocation;

/// <summary>Which part of an operator's name says whose it is.</summary>
public enum EntityPart
{
    /// <summary>Who runs it: P2P.org of "ether.fi-2 - P2P.org".</summary>
    Runner,

    /// <summary>Under whose name it runs: ether.fi of "ether.fi-2 - P2P.org".</summary>
    Brand,
}

/// <summary>Who is behind operators, by a table and else by their names.</summary>
/// <remarks>
/// A name of two parts, "A - B" or "A by B", has a brand and a runner. Of a part what is in brackets, a
/// number at its end, and an ending such as .org are left out, and capitals do not count. One name that
/// begins another, word by word, is the same entity: InfStones and InfStones Enterprise. Names prove nothing:
/// whoever hides is not found, and the table has the last word.
/// </remarks>
/// <param name="part">Which part of a name counts.</param>
/// <param name="table">The entity of an address or a name; it wins.</param>
public sealed class EntityRule(EntityPart part, IReadOnlyDictionary<string, string> table)
{
    private static readonly string[] _joints = [" - ", " operated by ", " powered by ", " by "];
    private static readonly string[] _starts = ["operated by ", "powered by "];
    private static readonly string[] _endings = [".org", ".com", ".io", ".xyz", ".net"];

    /// <summary>The entity of each operator, in their order; its address where it has no name.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<BookOperator> operators)
    {
        ArgumentNullException.ThrowIfNull(operators);
        string[] stems = [.. operators.Select(Stem)];
        string[] distinct =
        [
            .. stems.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(static stem => stem.Length)
                .ThenBy(static stem => stem, StringComparer.Ordinal),
        ];
        return
        [
            .. operators.Select((one, i) =>
                Given(one) ?? distinct.First(stem => Begins(stems[i], stem))),
        ];
    }

    private string? Given(BookOperator one) =>
        table.TryGetValue(one.Address.ToString(), out string? entity)
        || table.TryGetValue(one.Name, out entity)
            ? entity
            : null;

    private string Stem(BookOperator one)
    {
        string name = Trimmed(one.Name);
        foreach (string start in _starts)
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) name = name[start.Length..];
        }

        foreach (string joint in _joints)
        {
            int at = name.LastIndexOf(joint, StringComparison.OrdinalIgnoreCase);
            if (at > 0) name = part == EntityPart.Runner ? name[(at + joint.Length)..] : name[..at];
        }

        string stem = Trimmed(name);
        return stem.Length == 0 ? one.Label : stem;
    }

    private static bool Begins(string longer, string shorter) =>
        longer.Equals(shorter, StringComparison.OrdinalIgnoreCase)
        || longer.StartsWith(shorter + " ", StringComparison.OrdinalIgnoreCase);

    private static string Trimmed(string name)
    {
        string text = name.Trim();
        int open = text.LastIndexOf('[');
        if (open >= 0 && text.EndsWith(']')) text = text[..open].Trim();

        string digits = text.TrimEnd([.. "0123456789"]);
        int count = text.Length - digits.Length;
        bool isNumber = count > 0 && digits.Length > 1
            && (digits[^1] is '-' or '#' || (digits[^1] == ' ' && count <= 2));
        if (isNumber) text = digits[..^1].Trim();

        string? ending = Array.Find(
            _endings,
            end => text.Length > end.Length && text.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return ending is null ? text : text[..^ending.Length];
    }
}
