using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The laws of Symbiotic over random histories of a small market, one step at a time.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class HistoryProperties
{
    private const int Length = 100;

    [Fact]
    public void Laws_hold_after_every_command() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Market.Draw, Fault);

    // Plays a history, with a fork that stays behind half way; then its journal.
    private static string? Fault(IReadOnlyList<string> lines)
    {
        SymbioticScript script = SymbioticScript.Play("");
        Witnesses witnesses = new(script.World);
        World? left = null;
        Hash32 leftAt = default;
        foreach ((int i, string line) in Market.Opening.Concat(lines).Index())
        {
            if (i == Market.Opening.Count + (lines.Count / 2))
            {
                (left, leftAt) = (script.World.Fork(), script.World.Digest());
            }

            if (witnesses.Fault(script, line) is { } fault) return $"{fault}, after {line}";
        }

        if (left is not null && left.Digest() != leftAt) return "a fork was changed by its parent";

        World replayed = Journal.Replay(Journal.Record(new World(), script.Commands));
        return replayed.Digest() == script.World.Digest() ? null : "a replay gives another state";
    }

    private sealed class Witnesses(World world)
    {
        private readonly VaultAuditor _vaults = new(world.Fork(), SymbioticScript.Start);
        private readonly StakeAuditor _stake = new();
        private readonly SlashAuditor _slashes = new(SymbioticScript.Start);
        private readonly VaultLaws _laws = new(world);
        private readonly Past _past = new(world);

        public string? Fault(SymbioticScript script, string line)
        {
            Command command = script.Parse(line);
            Hash32 before = world.Digest();
            ulong second = world.Clock.Seconds;
            if (script.Execute(command) is not Accepted accepted)
            {
                return world.Digest() == before ? null : "a refused command changed the state";
            }

            if (world.Clock.Seconds > second)
            {
                _past.Remember(second);
                return _past.Fault();
            }

            _vaults.Book(accepted.Events, second);
            _stake.Book(accepted.Events);
            _slashes.Book(accepted.Events, second);
            _laws.Book(command, accepted.Events);
            return _vaults.Fault(world) ?? _stake.Fault(world) ?? _slashes.Fault(world) ?? _laws.Fault();
        }
    }
}
