using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Plays recordings of pods: the core's operations, and proofs as the facts they show.</summary>
internal sealed class PodsProtocol : Protocol
{
    private readonly EigenLayerSetting _setting;
    private readonly EigenLayerOperations _core;
    private readonly PodsOperations _pods;
    private readonly EigenLayerState _state;
    private readonly JsonElement _header;
    private readonly Dictionary<string, string> _beacon = new(StringComparer.Ordinal);

    public PodsProtocol(JsonElement header)
    {
        _header = header;
        _setting = new EigenLayerSetting(header, Labels);
        foreach (JsonElement validator in header.GetProperty("validators").EnumerateArray())
        {
            var hash = Hash32.Parse(validator.GetProperty("pubkeyHash").GetString()!);
            Labels.Add(validator.GetProperty("v").GetString()!, hash);
        }

        foreach (Command command in new EigenLayerHeader(_setting, header).Commands().Concat(Setup()))
        {
            Build(command);
        }

        foreach (JsonProperty key in header.GetProperty("state").EnumerateObject())
        {
            if (key.Name.StartsWith("beacon.", StringComparison.Ordinal))
            {
                _beacon[key.Name] = key.Value.GetString()!;
            }
        }

        _core = new EigenLayerOperations(_setting, World);
        _pods = new PodsOperations(_setting, header);
        _state = new EigenLayerState(_setting, World);
    }

    private EigenPods Pods => World.EigenLayer.EigenPods;

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        if (operation.GetProperty("op").GetString() == "beacon") Remember(operation.GetProperty("args"));

        return _pods.ToCommand(operation) ?? _core.ToCommand(operation);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState()
    {
        Dictionary<string, string> keys = _state.Read();
        foreach (string omitted in keys.Keys.Where(IsOmitted).ToArray())
        {
            _ = keys.Remove(omitted);
        }

        foreach ((string key, string value) in _beacon)
        {
            keys[key] = value;
        }

        keys["numPods"] = World.EigenLayer.Pods.PodCount.ToString();
        keys["pausedEpm"] = World.EigenLayer.Pausing.Mask(Labels["epm"]).ToString();
        keys["pectraFork"] = Pods.PectraForkSeconds.ToString();
        foreach (string owner in EigenLayerSetting.Names(_header, "podOwners"))
        {
            ReadPod(keys, owner);
        }

        return keys;
    }

    private IEnumerable<Command> Setup()
    {
        Address admin = Labels["admin"];
        JsonElement config = _header.GetProperty("config");
        UInt256 wealth = UInt256.Parse("1" + new string('0', 30));
        yield return new SetProofTimestampSetter(admin, Labels["fs"]);
        yield return new SetPectraForkTimestamp(
            Labels["fs"], ulong.Parse(_header.GetProperty("state").GetProperty("pectraFork").GetString()!));
        yield return new SetPredeploy(admin, PodRequests.Withdrawals, Fee(config, "withdrawalRequestFee"));
        yield return new SetPredeploy(
            admin, PodRequests.Consolidations, Fee(config, "consolidationRequestFee"));
        foreach (string name in (string[])["x0", "p0"])
        {
            yield return new Mint(admin, Ledger.Ether, Labels[name], wealth);
        }

        foreach (Address token in _setting.Tokens.Where(static token => !token.IsZero))
        {
            yield return new Mint(admin, token, Labels["pod_s0"], wealth);
        }
    }

    private static Predeploy Fee(JsonElement config, string name) =>
        new(UInt256.Parse(config.GetProperty(name).GetString()!), false, false);

    // What the beacon chain knows is an input; the recording repeats it among the state.
    private void Remember(JsonElement args)
    {
        foreach (JsonElement change in args.GetProperty("changes").EnumerateArray())
        {
            if (!change.TryGetProperty("v", out _)) continue;

            string slashed = change.GetProperty("slashed").GetBoolean() ? "1" : "0";
            _beacon[$"beacon.{change.GetProperty("v")}"] =
                $"{change.GetProperty("wcType")},{change.GetProperty("effectiveBalanceGwei")},"
                + $"{change.GetProperty("balanceGwei")},{change.GetProperty("activationEpoch")},"
                + $"{change.GetProperty("exitEpoch")},{slashed}";
        }
    }

    private static bool IsOmitted(string key)
    {
        string[] parts = key.Split('.');
        return (parts[0], parts[^1]) switch
        {
            ("recip", _) => true,
            (_, "rate1e18" or "allocSets" or "approver") => true,
            ("set", "slasher" or "pendingSlasher" or "pendingSlasherBlock" or "strats" or "members") => true,
            _ => false,
        };
    }

    private void ReadPod(Dictionary<string, string> keys, string label)
    {
        Address owner = Labels[label];
        Address address = World.EigenLayer.Pods.PodOf(owner);
        PodState pod = Pods.StateOf(owner);
        string prefix = $"pod.{label}";
        keys[$"{prefix}.exists"] = (!address.IsZero).ToString();
        keys[$"{prefix}.eth"] = World.Ledger.Balance(Ledger.Ether, Labels[$"pod_{label}"]).ToString();
        keys[$"{prefix}.proofSubmitter"] = Labels[pod.ProofSubmitter];
        keys[$"{prefix}.restakedGwei"] = World.EigenLayer.Pods.RestakedExecutionLayerGwei(owner).ToString();
        keys[$"{prefix}.active"] = pod.ActiveCount.ToString();
        keys[$"{prefix}.lastCp"] = pod.LastCheckpoint.ToString();
        keys[$"{prefix}.curCp"] = pod.CurrentCheckpoint.ToString();
        keys[$"{prefix}.cp.root"] = pod.Checkpoint.BlockRoot.ToString();
        keys[$"{prefix}.cp.proofsRemaining"] = pod.Checkpoint.ProofsRemaining.ToString();
        keys[$"{prefix}.cp.podBalanceGwei"] = pod.Checkpoint.PodBalanceGwei.ToString();
        keys[$"{prefix}.cp.balanceDeltasGwei"] = pod.Checkpoint.BalanceDeltasGwei.ToString();
        keys[$"{prefix}.cp.prevBeaconBalanceGwei"] = pod.Checkpoint.PreviousBeaconGwei.ToString();
        keys[$"{prefix}.exitedLast"] = Pods.ExitedGwei(owner, pod.LastCheckpoint).ToString();
        keys[$"{prefix}.exitedCur"] = Pods.ExitedGwei(owner, pod.CurrentCheckpoint).ToString();
        foreach (string key in _header.GetProperty("state").EnumerateObject()
            .Select(static property => property.Name)
            .Where(name => name.StartsWith($"{prefix}.val.", StringComparison.Ordinal)
                && name.EndsWith(".status", StringComparison.Ordinal)))
        {
            ReadValidator(keys, owner, key[..^".status".Length]);
        }
    }

    private void ReadValidator(Dictionary<string, string> keys, Address owner, string prefix)
    {
        PodValidator validator = Pods.ValidatorOf(owner, _pods.HashOf(prefix.Split('.')[^1]));
        keys[$"{prefix}.status"] = validator.Status.ToString().ToUpperInvariant();
        keys[$"{prefix}.index"] = validator.Index.ToString();
        keys[$"{prefix}.restakedGwei"] = validator.RestakedGwei.ToString();
        keys[$"{prefix}.lastCp"] = validator.CheckpointedAt.ToString();
    }
}
