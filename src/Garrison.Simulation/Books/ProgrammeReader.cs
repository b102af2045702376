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
            .. Tables.Read(folder, File, ColumnCount).Select(row => new BookProgramme(
                row[0],
                row[1],
                services.FirstOrDefault(one => one.Name == row[1])?.Set.Avs
                    ?? BookReader.AssumedAddress($"payer/{row[1]}"),
                Kind(row[2]),
                Token(row[3], row[4], row[5] == "yes", strategies),
                UInt256.Parse(row[6]),
                int.Parse(row[7], NumberStyles.None, CultureInfo.InvariantCulture),
                Multipliers(row[8], strategies),
                row[9] == "yes",
                row[10] == "emission" ? RewardSource.Emission : RewardSource.Organic)),
        ];
    }

    // "all-earners" and "avs" of services are what a book can have paid in; the rest is directed at sets.
    private static RewardKind Kind(string text) => text switch
    {
        "avs" => RewardKind.Avs,
        "all-earners" => RewardKind.AllEarners,
        "total-stake" => RewardKind.TotalStake,
        "unique-stake" => RewardKind.UniqueStake,
        _ => throw new BookException($"{File}: {text} is no kind of programme"),
    };

    private static BookToken Token(
        string symbol, string address, bool isEther, IReadOnlyList<BookStrategy> strategies)
    {
        if (address.Length > 0) return new BookToken(Address.Parse(address), symbol, isEther);

        BookStrategy? own = strategies.FirstOrDefault(one => one.Symbol == symbol);
        return new BookToken(own?.Token ?? BookReader.AssumedAddress($"token/{symbol}"), symbol, isEther);
    }

    // "ether=1" is every strategy of ether, each with the multiplier 10¹⁸.
    private static IReadOnlyList<StrategyMultiplier> Multipliers(
        string text, IReadOnlyList<BookStrategy> strategies) =>
    [
        .. text.Split(' ').Select(static part => part.Split('='))
            .SelectMany(pair => strategies
                .Where(one => pair[0] == "ether" ? one.IsEther : one.Symbol == pair[0])
                .Select(one => new StrategyMultiplier(
                    one.Address, UInt256.Parse(pair[1]) * Wad.Scale)))
            .OrderBy(static one => one.Strategy),
    ];
}
