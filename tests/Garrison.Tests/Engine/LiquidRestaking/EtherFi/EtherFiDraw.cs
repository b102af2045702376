using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>Draws the lines of histories of ether.fi.</summary>
internal static class EtherFiDraw
{
    private static readonly string[] _people = ["alice", "bob", "carol"];

    /// <summary>What every history begins with.</summary>
    public static IReadOnlyList<string> Opening { get; } =
    [
        "deposit alice 1000e18", "deposit bob 500.000000000000000007e18", "credit liquifier carol 300e18",
        "wrap bob 100e18", "create operations 200", "pass 7300", "vote m0 0 0 0 0", "vote m1 0 0 0 0", "wait",
        "execute anyone",
    ];

    /// <summary>A line; <c>report</c> stands for all that a report takes.</summary>
    public static string Draw(Dice dice) => dice.Below(20) switch
    {
        0 or 1 => $"deposit {Who(dice)} {Amount(dice)}",
        2 => $"credit liquifier {Who(dice)} {Amount(dice)}",
        3 => $"send {Who(dice)} {Who(dice)} {Amount(dice)}",
        4 => $"wrap {Who(dice)} {Amount(dice)}",
        5 => $"unwrap {Who(dice)} {Amount(dice)}",
        6 or 7 => $"request {Who(dice)} {Amount(dice)}",
        8 or 9 => $"claim {Who(dice)} {1 + dice.Below(12)}",
        10 => $"redeem {Who(dice)} {Amount(dice)} {Who(dice)} {dice.Of("ETHER", "tA")}",
        11 => $"redeemWe {Who(dice)} {Amount(dice)} {Who(dice)} {dice.Of("ETHER", "tA")}",
        12 or 13 or 14 =>
            $"report {dice.Below(4)} {dice.Of("", "m")}{dice.Below(700_000)}e12 {dice.Below(3)}",
        15 => dice.Of($"create operations {dice.Below(9)}", $"back manager {Amount(dice)}", "stale bob"),
        16 => dice.Of(
            $"give {Who(dice)} {Who(dice)} {Who(dice)} {1 + dice.Below(20)}",
            "sweep multisig eeth treasury"),
        17 => $"invalidate guardian {1 + dice.Below(12)}",
        18 => $"validate timelock {1 + dice.Below(12)}",
        _ => dice.Of(
            "price 1e18",
            $"exitFee timelock ETHER {dice.Below(1001)}",
            $"split timelock tA {dice.Below(10_001)}",
            $"pass {dice.Below(3_000)}"),
    };

    /// <summary>The lines that a line stands for: a report is voted on, waited for and executed.</summary>
    public static IEnumerable<string> Lines(World world, string line)
    {
        string[] words = line.Split(' ');
        if (words[0] != "report") return [line];

        EtherFiCore etherFi = world.EtherFi;
        EtherFiQueue queue = etherFi.Withdrawals.Queue;
        uint last = Math.Min(queue.Next - 1, queue.LastFinalized + uint.Parse(words[1]));
        UInt256 amount = UInt256.Zero;
        for (uint id = queue.LastFinalized + 1; id <= last; id++)
        {
            EtherFiRequest request = etherFi.Withdrawals.Request(id);
            if (request.IsValid) amount += request.Amount;
        }

        // A report that is refused is taken back, so that another can come.
        string vote = $"{words[2]} {(words[2][0] == 'm' ? "0" : $"{words[3]}e15")} {last} {amount}";
        return
        [
            "pass 7300",
            $"vote m0 {vote}",
            $"vote m1 {vote}",
            "wait",
            "execute anyone",
            "unpublish multisig m0 m1",
        ];
    }

    private static string Who(Dice dice) => dice.Of<string>(_people);

    private static string Amount(Dice dice) => dice.Below(4) switch
    {
        0 => $"{dice.Below(10)}",
        1 => $"{dice.Below(int.MaxValue)}",
        2 => $"{dice.Below(60)}e18",
        _ => $"{dice.Next()}",
    };
}
