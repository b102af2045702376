using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.Slashing;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Plays a table: one command a line, its outcome last; or a view, and what it reads.</summary>
/// <remarks>
/// <code>
/// deposit alice A 100          ok
/// queue alice A 101            SharesAmountTooHigh
/// withdrawable alice A         = 100
/// </code>
/// Strategies A to D take deposits, everyone has tokens, <c>avs</c> has sets 1 (A, B) and 2 (A) and accepts
/// all, and <c>op</c> and <c>rival</c> are operators whose increases wait 5 blocks. Delays: withdrawal 50,
/// deallocation 30, allocation delay 40, slasher 45, resolution 20 blocks.
/// </remarks>
internal sealed class Script
{
    private const string Market = """
        allow whitelister A B C D    ok
        registrar avs Accept         ok
        metadata avs avs             ok
        set avs avs/1 A B            ok
        set avs avs/2 A              ok
        operator op                  ok
        operator rival               ok
        """;

    private readonly List<Withdrawal> _queued = [];

    private Script(EigenLayerVersion version)
    {
        Do(new AdvanceClock(default, 1000, 1_700_000_000));
        Do(new DeployEigenLayer(
            default,
            version,
            new Delays(50, 30, 40, 45, 20),
            Contracts.Mainnet,
            new Governance(Of("owner"), Of("pauser"), Of("unpauser"), Of("whitelister"))));
        foreach (string name in new[] { "A", "B", "C", "D" })
        {
            Do(new DeployStrategy(default, Of(name), Of("t" + name), StrategyKind.Base, default));
            foreach (string staker in new[] { "alice", "bob", "carol", "op" })
            {
                Do(new Mint(default, Of("t" + name), Of(staker), Number("1e40")));
            }
        }
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>Plays the lines on a fresh market.</summary>
    public static Script Play(string lines, EigenLayerVersion version = EigenLayerVersion.V1120)
    {
        Script script = Open(version);
        script.PlayLines(lines);
        return script;
    }

    /// <summary>A fresh market.</summary>
    public static Script Open(EigenLayerVersion version)
    {
        Script script = new(version);
        script.PlayLines(Market);
        return script;
    }

    /// <summary>The command of a line without an outcome; null when it completes what was never
    /// queued.</summary>
    public Command? Read(string line)
    {
        string[] words = line.Split(' ');
        if (words[0] != "complete") return Verbs.Command(words, _queued);
        if (_queued.Count == 0) return null;

        words[2] = (int.Parse(words[2]) % _queued.Count).ToString();
        return Verbs.Command(words, _queued);
    }

    /// <summary>Executes a command, and remembers the withdrawals it queues.</summary>
    public Receipt Execute(Command command)
    {
        Receipt receipt = World.Execute(command);
        if (receipt is Accepted accepted)
        {
            _queued.AddRange(accepted.Events.OfType<SlashingWithdrawalQueued>()
                .Select(static queued => queued.Withdrawal));
        }

        return receipt;
    }

    /// <summary>Plays more lines.</summary>
    public void PlayLines(string lines) => Lines.Play(
        World, lines, words => Execute(Verbs.Command(words, _queued)), words => Views.Read(World, words));

    private void Do(Command command) => Assert.IsType<Accepted>(World.Execute(command));
}

/// <summary>What a line of a script can read.</summary>
internal static class Views
{
    public static string Read(World world, string[] words)
    {
        EigenLayerCore core = world.EigenLayer;
        Address who = words.Length > 1 && !words[1].Contains('/') ? Of(words[1]) : default;
        Address of = words.Length > 2 ? Of(words[^1]) : default;
        object value = RewardsViews.Read(world, words) ?? PodViews.Read(world, words) ?? words[0] switch
        {
            "shares" => core.Delegation.DepositShares(who, of),
            "withdrawable" => core.Delegation.WithdrawableShares(who, of),
            "scaling" => core.Delegation.DepositScalingFactor(who, of),
            "delegated" => core.Delegation.OperatorShares(who, of),
            "max" => core.Magnitudes.Max(who, of),
            "encumbered" => core.Magnitudes.Encumbered(who, of),
            "beaconFactor" => core.Pods.BeaconChainSlashingFactor(who),
            "burnableEther" => core.Pods.BurnableEtherShares,
            "balance" => world.Ledger.Balance(of, who),
            "allocated" => core.Magnitudes.AllocationOf(who, Set(words[2]), of).Current,
            "pending" => core.SlashedShares.PendingShares(Set(words[1]), ulong.Parse(words[2]), of),
            "slashable" => core.Withdrawals.SlashableShares(who, of),
            "nonce" => core.Rewards.Submissions.Nonce(who),
            "weight" => core.Emissions.TotalWeightBps,
            "pressable" => core.Emissions.IsButtonPressable ? 1 : 0,
            "processable" => core.Emissions.ProcessableDistributions,
            "hired" => core.Directory.IsRegistered(who, of) ? 1 : 0,
            "hasKey" => core.Keys.IsRegistered(Set(words[1]), of) ? 1 : 0,
            _ => SlashingViews.Read(world, words)
                ?? throw new InvalidOperationException($"no view '{words[0]}'"),
        };
        return value.ToString()!;
    }
}
