using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Laws of pods (5.4) over random histories of proofs, losses and payouts.</summary>
public sealed class PodProperties
{
    private const string Begin = """
        forkSetter owner fs                              ok
        fork fs 1                                        ok
        addStrategies avs avs/1 ETH                      ok
        pod alice alicePod                               ok
        fund bob 1000000e18                              ok
        delegate alice op                                ok
        join op op avs/1                                 ok
        allocate op op avs/1 ETH 0.9e18                  ok
        pass 5                                           ok
        """;

    private const int Length = 100;

    private static readonly string[] _keys = ["v1", "v2", "v3", "v4"];

    [Fact]
    public void Pods_keep_their_laws() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    private static string? Fault(IReadOnlyList<string> lines)
    {
        Script script = Script.Play(Begin);
        foreach (string line in lines)
        {
            Snapshot before = Snapshot.Of(script.World);
            _ = script.Execute(script.Read(line)!);
            if (Snapshot.Of(script.World).FaultAfter(before) is { } fault) return $"{fault}, after {line}";
        }

        return null;
    }

    private static string Draw(Dice dice)
    {
        string key = dice.Of<string>(_keys);
        int seconds = 60 + (12 * dice.Below(60));
        return dice.Below(9) switch
        {
            0 or 1 => $"credentials alice alice {seconds} {key} 32e9",
            2 => "checkpoint alice alice",
            3 or 4 => $"prove bob alice {key} {dice.Of("30e9", "31.5e9", "33e9")}",
            5 => dice.OneIn(3) ? $"prove bob alice {key} 0" : $"stale bob alice {seconds} {key} slashed",
            6 => $"send bob alice {1 + (777_777_777_777L * dice.Below(9_000_000))}",
            7 => "slash avs avs/1 op ETH 0.01e18",
            _ => "pass 1",
        };
    }

    // All that the laws speak of, at one time.
    private sealed record Snapshot(
        PodState Pod, PodValidator[] Validators, ulong RestakedGwei, UInt256 HeldWei, UInt256 Factor)
    {
        public static Snapshot Of(World world)
        {
            EigenPods pods = world.EigenLayer.EigenPods;
            Address alice = Names.Of("alice");
            return new Snapshot(
                pods.StateOf(alice),
                [.. _keys.Select(key => pods.ValidatorOf(alice, PodVerbs.Key(key)))],
                world.EigenLayer.Pods.RestakedExecutionLayerGwei(alice),
                world.Ledger.Balance(Ledger.Ether, Names.Of("alicePod")),
                world.EigenLayer.Pods.BeaconChainSlashingFactor(alice));
        }

        public string? FaultAfter(Snapshot before)
        {
            int active = Validators.Count(static one => one.Status == ValidatorStatus.Active);
            bool isFinished = Pod.LastCheckpoint != before.Pod.LastCheckpoint;
            if (Pod.ActiveCount != (ulong)active) return "the count of active validators is wrong";
            if (HeldWei < (UInt256)RestakedGwei * 1_000_000_000UL) return "the pod lacks ether";
            if (Factor > before.Factor) return "the slashing factor rose";
            if (Pod.LastCheckpoint < before.Pod.LastCheckpoint) return "a checkpoint went back in time";
            if (isFinished && RestakedGwei != before.RestakedGwei + Pod.Checkpoint.PodBalanceGwei)
            {
                return "a checkpoint did not count the pod's ether";
            }

            return Validators.Zip(before.Validators).Any(static pair => IsBroken(pair.First, pair.Second))
                ? "a validator went back"
                : null;
        }

        private static bool IsBroken(PodValidator now, PodValidator then) => now.Status < then.Status
            || now.CheckpointedAt < then.CheckpointedAt
            || (now.Status != ValidatorStatus.Active && now.RestakedGwei != 0);
    }
}
