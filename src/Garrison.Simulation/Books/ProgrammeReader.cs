using System.Globalization;

using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Simulation.Books;

/// <summary>Reads the rewards of a book from <c>rewards.tsv</c>; a book without it has none.</summary>
internal static class ProgrammeReader
{
    private const string File = "rewards.tsv";
    private const int ColumnCount = 11;

    /// <summary>Reads the programmes, in the order of the table.</summary>
    /// <exception cref="BookException">A cell is not what its column says.</exception>
    public static IReadOnlyList<BookProgramme> Read(
        string folder, IReadOnlyList<BookStrategy> strategies, IReadOnlyList<BookService> services)
    {
        if (!System.IO.File.Exists(Path.Combine(folder, File))) return [];

        return
        [
            .. Tables.Read(folder, File, ColumnCount).Select(row => Programme(row, strategies, services)),
        ];
    }

    private static BookProgramme Programme(
        string[] row, IReadOnlyList<BookStrategy> strategies, IReadOnlyList<BookService> services)
    {
        try
        {
            return new BookProgramme(
                row[0],
                row[1],
                services.FirstOrDefault(one => one.Name == row[1])?.Set.Avs
                    ?? BookReader.AssumedAddress($"payer/{row[1]}"),
                Kind(row[2]),
                Token(row[3], row[4], IsYes(row[5]), strategies),
                UInt256.Parse(row[6]),
                int.Parse(row[7], NumberStyles.None, CultureInfo.InvariantCulture),
                [.. Multipliers(row[8], strategies).OrderBy(static one => one.Strategy)],
                IsYes(row[9]),
                Source(row[10]));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new BookException($"{File}: {row[0]}: {exception.Message}");
        }
    }

    private static RewardKind Kind(string text) => text switch
    {
        "avs" => RewardKind.Avs,
        "all-earners" => RewardKind.AllEarners,
        "total-stake" => RewardKind.TotalStake,
        "unique-stake" => RewardKind.UniqueStake,
        _ => throw new FormatException(
            $"{text} is no kind of programme; there are avs, all-earners, total-stake and unique-stake"),
    };

    private static RewardSource Source(string text) => text switch
    {
        "organic" => RewardSource.Organic,
        "emission" => RewardSource.Emission,
        _ => throw new FormatException($"{text} is no source; there are organic and emission"),
    };

    private static bool IsYes(string text) => text switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"\"{text}\" is neither yes nor no"),
    };

    private static BookToken Token(
        string symbol, string address, bool isEther, IReadOnlyList<BookStrategy> strategies)
    {
        if (address.Length > 0) return new BookToken(Address.Parse(address), symbol, isEther);

        BookStrategy? own = strategies.FirstOrDefault(one => one.Symbol == symbol);
        return new BookToken(own?.Token ?? BookReader.AssumedAddress($"token/{symbol}"), symbol, isEther);
    }

    // "ether=1" is every strategy of ether, each with the multiplier 10¹⁸.
    private static IEnumerable<StrategyMultiplier> Multipliers(
        string text, IReadOnlyList<BookStrategy> strategies)
    {
        foreach (string part in text.Split(' '))
        {
            string[] pair = part.Split('=');
            BookStrategy[] counted =
            [
                .. strategies.Where(one => pair[0] == "ether" ? one.IsEther : one.Symbol == pair[0]),
            ];
            if (pair.Length != 2 || counted.Length == 0)
            {
                throw new FormatException(
                    $"\"{part}\" is not a strategy of the book and its multiplier, as in stETH=1");
            }

            foreach (BookStrategy one in counted)
            {
                yield return new StrategyMultiplier(one.Address, UInt256.Parse(pair[1]) * Wad.Scale);
            }
        }
    }
}
