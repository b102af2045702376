using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>Tables that users give for an allocation: tab-separated columns, a # before remarks.</summary>
internal static class AllocationTables
{
    private const string Everyone = "*";
    private const string MereDelegation = "-";

    /// <summary>Who has how much of the issuer's stake, the most first.</summary>
    public static IEnumerable<(BookOperator Operator, UInt256 Held)> Held(Book book, FileInfo file)
    {
        Dictionary<BookOperator, UInt256> held = [];
        foreach ((string where, string[] row) in Rows(file, "operator", "ether"))
        {
            BookOperator one = Shelf.Operator(book, row[0]);
            if (!held.TryAdd(one, Amounts.ParseAmount($"{where}: ether", row[1])))
            {
                throw new DeskException(ExitCode.Usage, $"{where}: {row[0]} is there twice");
            }
        }

        return held.Values.Sum().IsZero
            ? throw new DeskException(ExitCode.Usage, $"{file.Name}: nobody has anything")
            : held.Select(static one => (one.Key, one.Value)).OrderByDescending(static one => one.Value)
                .ThenBy(static one => one.Key.Address);
    }

    /// <summary>The entities that a table gives to names and addresses.</summary>
    public static Dictionary<string, string> Entities(Book book, FileInfo file)
    {
        Dictionary<string, string> entities = new(StringComparer.Ordinal);
        foreach ((string where, string[] row) in Rows(file, "operator", "entity"))
        {
            BookOperator one = Shelf.Operator(book, row[0]);
            if (!entities.TryAdd(one.Address.ToString(), row[1]))
            {
                throw new DeskException(ExitCode.Usage, $"{where}: {row[0]} is there twice");
            }
        }

        return entities;
    }

    /// <summary>What a table expects; what it does not name earns nothing and loses what is
    /// assumed.</summary>
    public static Estimates Estimates(
        Book book, IReadOnlyList<BookOperator> operators, FileInfo file, Wad assumedLoss)
    {
        Dictionary<(Address, BookService?), (Wad Reward, Wad Loss)> given = [];
        foreach ((string where, string[] row) in Rows(file, "operator", "set", "reward", "loss"))
        {
            BookService? service = row[1] == MereDelegation ? null : Shelf.Service(book, row[1]);
            (Wad, Wad) estimate = (
                Amounts.ParsePart($"{where}: reward", row[2], mayBeZero: true),
                Amounts.ParsePart($"{where}: loss", row[3], mayBeZero: true));
            if (service is null && !estimate.Item2.Raw.IsZero)
            {
                throw new DeskException(ExitCode.Usage, $"{where}: mere delegation cannot be slashed");
            }

            BookOperator[] named = row[0] == Everyone ? [.. operators] : [Shelf.Operator(book, row[0])];
            foreach (BookOperator one in named.Where(one => row[0] != Everyone || Serves(one, service)))
            {
                if (!Serves(one, service))
                {
                    throw new DeskException(ExitCode.Usage, $"{where}: {row[0]} does not serve {row[1]}");
                }

                given[(one.Address, service)] = estimate;
            }
        }

        return new Estimates(
            (one, service) => given.GetValueOrDefault((one.Address, service), (default, assumedLoss)),
            one => given.GetValueOrDefault((one.Address, null)).Reward);
    }

    private static bool Serves(BookOperator one, BookService? service) =>
        service is null || service.Operators.Contains(one.Address);

    private static IEnumerable<(string Where, string[] Row)> Rows(FileInfo file, params string[] columns)
    {
        if (!file.Exists) throw new DeskException(ExitCode.NotFound, $"there is no file {file.Name}");

        int number = 0;
        foreach (string line in File.ReadLines(file.FullName))
        {
            number++;
            string[] row = [.. line.Split('\t').Select(static cell => cell.Trim())];
            bool isHeader = number == 1 && row.SequenceEqual(columns, StringComparer.Ordinal);
            if (isHeader || line.StartsWith('#') || line.Trim().Length == 0) continue;

            yield return row.Length == columns.Length && row.All(static cell => cell.Length > 0)
                ? ($"{file.Name}:{number}", row)
                : throw new DeskException(
                    ExitCode.Usage,
                    $"{file.Name}:{number}: give {string.Join(", ", columns)}, with a tab between");
        }
    }
}
