using Garrison.Primitives;

namespace Garrison.Risk.Allocation;

/// <summary>How unevenly something is held.</summary>
/// <param name="Largest">Who holds most; of equals the first by name.</param>
/// <param name="LargestShare">Which part, rounded up.</param>
/// <param name="Herfindahl">The sum of the squares of all parts, rounded up; 10¹⁸ when one has
/// everything.</param>
/// <param name="Effective">How many equal holders would be as uneven: the inverse, in 10⁻¹⁸, rounded
/// down.</param>
/// <param name="Holders">How many hold anything.</param>
public sealed record Concentration(
    string Largest, Wad LargestShare, Wad Herfindahl, Wad Effective, int Holders)
{
    /// <summary>The concentration of amounts by holder.</summary>
    /// <exception cref="ArgumentException">Nobody holds anything.</exception>
    public static Concentration Of(IEnumerable<(string Holder, UInt256 Amount)> amounts)
    {
        (string Holder, UInt256 Amount)[] held =
        [
            .. amounts.GroupBy(static one => one.Holder, StringComparer.Ordinal)
                .Select(static group => (group.Key, group.Select(static one => one.Amount).Sum()))
                .Where(static one => !one.Item2.IsZero)
                .OrderByDescending(static one => one.Item2)
                .ThenBy(static one => one.Key, StringComparer.Ordinal),
        ];
        if (held.Length == 0) throw new ArgumentException("nobody holds anything", nameof(amounts));

        UInt256 total = held.Select(static one => one.Amount).Sum();
        UInt256 squares = held.Select(one => UInt256.MulDivUp(one.Amount, one.Amount, total)).Sum();
        return new Concentration(
            held[0].Holder,
            Wad.RatioUp(held[0].Amount, total),
            Wad.RatioUp(squares, total),
            Wad.RatioDown(total, squares),
            held.Length);
    }
}
