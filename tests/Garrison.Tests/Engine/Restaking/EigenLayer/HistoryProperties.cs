using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>The laws of EigenLayer over random histories of a small market, one step at a time.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried for each release.</remarks>
public sealed class HistoryProperties
{
    private const int Length = 100;

    [Theory]
    [InlineData(EigenLayerVersion.V1120)]
    [InlineData(EigenLayerVersion.V1130)]
    [InlineData(EigenLayerVersion.V1131)]
    public void Laws_hold_after_every_command(EigenLayerVersion version) => Sequences.Check(
        Math.Max(1, Check.Count / Length), Length, Draw, lines => Fault(lines, version));

    // Plays a history and its journal, with a fork that stays behind half way.
    private static string? Fault(IReadOnlyList<string> lines, EigenLayerVersion version)
    {
        Script script = Opened(version);
        Laws laws = new(script.World);
        Auditor auditor = new(script.World.Fork());
        World replayed = script.World.Fork();
        World? left = null;
        Hash32 leftAt = default;
        foreach ((int i, string line) in lines.Index())
        {
            if (i == lines.Count / 2)
            {
                (left, leftAt) = (script.World.Fork(), script.World.Digest());
            }

            if (script.Read(line) is not { } command) continue;
            if (Broken(script, command, laws, auditor) is { } fault) return $"{fault}, after {line}";

            _ = replayed.Execute(command);
        }

        if (left is not null && left.Digest() != leftAt) return "a fork was changed by its parent";

        return replayed.Digest() == script.World.Digest() ? null : "a replay gives another state";
    }

    private static string? Broken(Script script, Command command, Laws laws, Auditor auditor)
    {
        Hash32 before = script.World.Digest();
        if (script.Execute(command) is Accepted accepted)
        {
            auditor.Book(accepted.Events);
            return laws.Fault() ?? auditor.Fault(script.World);
        }

        return script.World.Digest() == before ? null : "a refused command changed the state";
    }

    /// <summary>The market that histories begin with.</summary>
    internal static Script Opened(EigenLayerVersion version)
    {
        Script script = Script.Open(version);
        foreach (string line in new[]
        {
            "addStrategies avs avs/1 ETH", "redistributing avs avs/3 carol A B", "join op op avs/1",
            "join op op avs/2", "join rival rival avs/1", "pod alice alicePod", "pod bob bobPod",
        })
        {
            Assert.IsType<Accepted>(script.Execute(script.Read(line)!));
        }

        return script;
    }

    /// <summary>Draws a line of a history.</summary>
    internal static string Draw(Dice dice)
    {
        string staker = dice.Of("alice", "bob", "carol", "op");
        string @operator = dice.Of("op", "rival");
        string strategy = dice.Of("A", "A", "B");
        string any = dice.Of("A", "A", "B", "ETH");
        string set = dice.Of("avs/1", "avs/1", "avs/2", "avs/3");
        return dice.Below(16) switch
        {
            0 or 1 => $"deposit {staker} {strategy} {Amount(dice)}",
            2 => $"delegate {staker} {@operator}",
            3 => dice.OneIn(2) ? $"undelegate {staker} {staker}" : $"redelegate {staker} {@operator}",
            4 or 5 => $"queue {staker} {any} {Amount(dice)}",
            6 or 7 => $"complete {staker} {dice.Below(1000)} {dice.Of("tokens", "shares")}",
            8 or 9 => $"allocate {@operator} {@operator} {set} {any} {Magnitude(dice)}",
            10 => $"slash avs {set} {@operator} {any} {Wad(dice)}",
            11 => $"slash avs {set} {@operator} A {Wad(dice)} B {Wad(dice)}",
            12 => $"clear {set} {1 + dice.Below(3)}",
            13 => dice.OneIn(2) ? $"join {@operator} {@operator} {set}" : $"leave avs {@operator} {set}",
            14 => Beacon(dice),
            _ when dice.OneIn(4) => $"donate carol {strategy} {Amount(dice)}",
            _ => $"pass {dice.Of(1, 5, 6, 30, 51)}",
        };
    }

    private static string Beacon(Dice dice)
    {
        string owner = dice.Of("alice", "bob");
        int gwei = 1 + dice.Below(32_000);
        return dice.OneIn(3)
            ? $"beacon {owner}Pod {owner} 32000e9 -{gwei}e9"
            : $"beacon {owner}Pod {owner} 0 {gwei}e9";
    }

    private static string Amount(Dice dice) => dice.Below(5) switch
    {
        0 => $"{dice.Below(4)}",
        1 => $"{dice.Below(2000)}",
        2 => $"{1 + dice.Below(9)}e18",
        3 => $"{dice.Next() >> 1}",
        _ => $"{1 + dice.Below(999)}e{dice.Below(25)}",
    };

    private static string Magnitude(Dice dice) => dice.Below(4) switch
    {
        0 => "0",
        1 => $"0.{1 + dice.Below(9)}e18",
        2 => "1e18",
        _ => $"{dice.Next() % Constants.Wad}",
    };

    private static string Wad(Dice dice) => dice.Below(5) switch
    {
        0 => "1",
        1 => $"0.{1 + dice.Below(9)}e18",
        2 => "333333333333333333",
        3 => dice.OneIn(4) ? "1e18" : "999999999999999999",
        _ => $"{1 + (dice.Next() % Constants.Wad)}",
    };
}
