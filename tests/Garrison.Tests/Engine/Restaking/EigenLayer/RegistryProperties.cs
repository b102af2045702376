using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Laws of keys and of salts over random histories.</summary>
public sealed class RegistryProperties
{
    private const string Begin = """
        keys                                       ok
        directory                                  ok
        curve avs avs/1 Ecdsa                      ok
        curve avs avs/2 Bn254                      ok
        """;

    private const int Length = 100;

    private static readonly string[] _operators = ["op", "rival"];
    private static readonly string[] _names = ["red", "blue", "green"];

    private static readonly Hash32[] _hashes =
    [
        .. _names.Select(static name => Keccak.Hash(RegistryVerbs.Ecdsa(name))),
        .. _names.Select(static name => Keccak.Hash(RegistryVerbs.Bn254(name).AsSpan(0, 64))),
    ];

    [Fact]
    public void Keys_and_salts_are_used_once() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    private static string? Fault(IReadOnlyList<string> lines)
    {
        Script script = Script.Play(Begin);
        AvsDirectory directory = script.World.EigenLayer.Directory;
        int hirings = 0;
        foreach (string line in lines)
        {
            bool[] before = Used(script.World);
            bool isAccepted = script.Execute(script.Read(line)!) is Accepted;
            bool[] after = Used(script.World);
            bool isRegistering = line.StartsWith("key ") || line.StartsWith("pair ");
            int added = after.Count(static used => used) - before.Count(static used => used);
            hirings += isAccepted && line.StartsWith("hire ") ? 1 : 0;
            if (before.Zip(after).Any(static pair => pair.First && !pair.Second)) return $"forgot: {line}";
            if (added != (isAccepted && isRegistering ? 1 : 0)) return $"used {added} keys: {line}";
        }

        int spent = _operators.Sum(who => _names.Count(salt =>
            directory.IsSpent(Of(who), Keccak.HashText(salt))));
        return spent == hirings ? null : $"{hirings} registrations with {spent} salts";
    }

    private static bool[] Used(World world) => [.. _hashes.Select(world.EigenLayer.Keys.IsUsed)];

    private static string Draw(Dice dice)
    {
        string who = dice.Of<string>(_operators);
        string set = dice.Of("avs/1", "avs/2");
        string name = dice.Of<string>(_names);
        return dice.Below(8) switch
        {
            0 => $"key {who} {who} {set} {name}",
            1 => $"pair {who} {who} {set} {name}",
            2 or 3 => $"unkey {who} {who} {set}",
            4 => $"hire {dice.Of("avs", "alice")} {who} {who} {name} 9999999999",
            5 => $"fire {dice.Of("avs", "alice")} {who}",
            6 => dice.OneIn(2) ? $"join {who} {who} {set}" : $"leave avs {who} {set}",
            _ => "pass 10",
        };
    }
}
