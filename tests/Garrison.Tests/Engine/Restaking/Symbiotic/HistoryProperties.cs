using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The laws of Symbiotic over random histories of a small market, one step at a time.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class HistoryProperties
{
    private const int Length = 100;

    private static readonly Type[] _wanted =
    [
        typeof(VaultDeposited), typeof(VaultWithdrawn), typeof(VaultClaimed), typeof(VaultBatchClaimed),
        typeof(VaultSlashed), typeof(MaxNetworkLimitSet), typeof(NetworkLimitSet),
        typeof(OperatorNetworkSharesSet), typeof(OperatorNetworkLimitSet), typeof(OptedIn), typeof(OptedOut),
        typeof(Slashed), typeof(SlashRequested), typeof(SlashExecuted), typeof(SlashVetoed),
        typeof(ResolverSet), typeof(DepositWhitelistSet), typeof(IsDepositLimitSet), typeof(DepositLimitSet),
    ];

    [Fact]
    public void Laws_hold_after_every_command() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Market.Draw, Fault);

    // A law that nothing ever tests holds for nothing.
    [Fact]
    public void Histories_reach_every_event()
    {
        HashSet<Type> reached = [];
        for (ulong seed = 1; seed <= 30; seed++)
        {
            Dice dice = new(seed);
            SymbioticScript script = SymbioticScript.Play("");
            IEnumerable<string> drawn = Enumerable.Range(0, Length).Select(_ => Market.Draw(dice));
            foreach (string line in Market.Opening.Concat(drawn))
            {
                reached.UnionWith(script.Execute(script.Parse(line)) is Accepted accepted
                    ? accepted.Events.Select(static fact => fact.GetType())
                    : []);
            }
        }

        Assert.DoesNotContain(_wanted, type => !reached.Contains(type));
    }

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
