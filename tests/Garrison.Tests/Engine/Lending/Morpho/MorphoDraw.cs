namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>Draws the lines of histories of both markets.</summary>
internal static class MorphoDraw
{
    private static readonly string[] _people = ["alice", "bob", "carol"];

    /// <summary>What every history begins with.</summary>
    public static IReadOnlyList<string> Opening { get; } =
    [
        "supply alice M 500000", "supply alice N 500000", "fee gov N 0.1e18", "collateral bob M 300000",
        "collateral bob N 300000", "borrow bob M 200000", "borrow bob N 200000",
    ];

    /// <summary>A line.</summary>
    public static string Draw(Dice dice) => dice.Below(16) switch
    {
        0 or 1 => $"supply {Who(dice)} {Market(dice)} {Amount(dice)} {Who(dice)}",
        2 or 3 => $"withdraw {Who(dice)} {Market(dice)} {Amount(dice)}",
        4 or 5 => $"collateral {Who(dice)} {Market(dice)} {dice.Below(300_000)} {Who(dice)}",
        6 or 7 => $"borrow {Who(dice)} {Market(dice)} {Amount(dice)}",
        8 => $"repay {Who(dice)} {Market(dice)} {Amount(dice)} {Who(dice)}",
        9 => $"uncollateral {Who(dice)} {Market(dice)} {dice.Below(300_000)}",
        10 => $"seizeAll {Who(dice)} {Market(dice)} {Who(dice)}",
        11 => $"liquidate {Who(dice)} {Market(dice)} {Who(dice)} {Amount(dice)}",
        12 => $"post rep P {dice.Below(1_500_000)}e30",
        13 => $"pass {dice.Below(dice.OneIn(5) ? 30_000_000 : 100_000)}",
        14 => $"accrue {Market(dice)}",
        _ => dice.Of(
            $"fee gov {Market(dice)} {dice.Below(25)}e16",
            $"authorize {Who(dice)} {Who(dice)} {dice.Of("on", "off")}",
            $"flash {Who(dice)} tL {dice.Below(300_000)}",
            $"withdraw {Who(dice)} {Market(dice)} {Amount(dice)} {Who(dice)} {Who(dice)}"),
    };

    private static string Who(Dice dice) => dice.Of<string>(_people);

    private static string Market(Dice dice) => dice.Of("M", "N");

    private static string Amount(Dice dice) => dice.Below(4) switch
    {
        0 => $"s{dice.Below(300_000)}000000",
        1 => $"s{dice.Below(int.MaxValue)}",
        2 => $"{dice.Below(10)}",
        _ => $"{dice.Below(300_000)}",
    };
}
