using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Turns the operations of a recording of pods into commands.</summary>
internal sealed class PodsOperations
{
    private readonly EigenLayerSetting _setting;
    private readonly ulong _forkSeconds;
    private readonly Dictionary<string, JsonElement> _validators;
    private readonly Dictionary<Address, Predeploy> _predeploys = [];

    public PodsOperations(EigenLayerSetting setting, JsonElement header)
    {
        _setting = setting;
        JsonElement config = header.GetProperty("config");
        _forkSeconds = ulong.Parse(config.GetProperty("beaconForkTimestamp").GetString()!);
        _validators = header.GetProperty("validators").EnumerateArray().ToDictionary(
            static one => one.GetProperty("v").GetString()!, static one => one, StringComparer.Ordinal);
        _predeploys[PodRequests.Withdrawals] = new(Wei(config, "withdrawalRequestFee"), false, false);
        _predeploys[PodRequests.Consolidations] = new(Wei(config, "consolidationRequestFee"), false, false);
    }

    /// <summary>The hash of a validator's key.</summary>
    public Hash32 HashOf(string label) =>
        Hash32.Parse(_validators[label].GetProperty("pubkeyHash").GetString()!);

    /// <summary>The command of an operation; null for one of the core.</summary>
    public Command? ToCommand(JsonElement operation)
    {
        JsonElement args = operation.GetProperty("args");
        string name = operation.GetProperty("op").GetString()!;
        Address from = operation.TryGetProperty("from", out JsonElement sender)
            ? _setting.Labels[sender.GetString()!]
            : Address.Zero;
        return Proofs(name, from, args, operation)
            ?? Requests(name, from, args)
            ?? Facts(name, from, args);
    }

    private Command? Proofs(string name, Address from, JsonElement args, JsonElement operation) => name switch
    {
        "verifyWithdrawalCredentials" => new VerifyWithdrawalCredentials(
            from,
            Account(args, "pod"),
            Seconds(args, "beaconTimestamp"),
            Proof(args, "beaconTimestamp"),
            [.. args.GetProperty("validators").EnumerateArray().Select((one, i) => Validator(one, args, i))],
            Mutation(args) != "arrayLen"),
        "startCheckpoint" => new StartCheckpoint(
            from,
            Account(args, "pod"),
            args.GetProperty("revertIfNoBalance").GetBoolean(),
            Root(operation)),
        "verifyCheckpointProofs" => new VerifyCheckpointProofs(
            from,
            Account(args, "pod"),
            Proof(args, "provenTimestamp"),
            [
                .. args.GetProperty("validators").EnumerateArray().Select((one, i) => new BalanceFacts(
                    HashOf(Text(one, "v")), ulong.Parse(Text(one, "balanceGwei")), Item(one, args, i))),
            ]),
        "verifyStaleBalance" => new VerifyStaleBalance(
            from,
            Account(args, "pod"),
            Seconds(args, "beaconTimestamp"),
            Proof(args, "beaconTimestamp"),
            Validator(args.GetProperty("validator"), args, 0),
            Root(operation)),
        _ => null,
    };

    private Command? Requests(string name, Address from, JsonElement args) => name switch
    {
        "setProofSubmitter" => new SetProofSubmitter(from, Account(args, "pod"), Account(args, "submitter")),
        "sendETH" => new SendEtherToPod(from, Account(args, "pod"), Wei(args, "amountWei")),
        "createPod" => new CreatePod(from, PodOf(from)),
        "stake" => new StakeThroughManager(
            from, PodOf(from), Convert.FromHexString(Text(args, "pubkey")[2..]), Wei(args, "valueWei")),
        "requestWithdrawal" => new RequestWithdrawals(
            from,
            Account(args, "pod"),
            Wei(args, "valueWei"),
            [
                .. args.GetProperty("requests").EnumerateArray().Select(request => new WithdrawalRequest(
                    Key(request, "v"), ulong.Parse(Text(request, "amountGwei")))),
            ]),
        "requestConsolidation" => new RequestConsolidations(
            from,
            Account(args, "pod"),
            Wei(args, "valueWei"),
            [
                .. args.GetProperty("requests").EnumerateArray().Select(request => new ConsolidationRequest(
                    Key(request, "src"), Key(request, "target"))),
            ]),
        "recoverTokens" => new RecoverTokens(
            from,
            Account(args, "pod"),
            [.. args.GetProperty("tokens").EnumerateArray().Select(i => _setting.Tokens[i.GetInt32()])],
            [
                .. args.GetProperty("amounts").EnumerateArray().Select(
                    static amount => UInt256.Parse(amount.GetString()!)),
            ],
            Account(args, "recipient")),
        "withdrawRestakedBeaconChainETH" => new WithdrawRestakedEther(
            from, Account(args, "pod"), Wei(args, "amountWei")),
        "podStake" => new WithdrawRestakedEther(from, Account(args, "pod"), UInt256.Zero),
        "recordBeaconChainETHBalanceUpdate" => new RecordBeaconChainBalanceUpdate(
            from,
            Account(args, "staker"),
            Wei(args, "prevRestakedBalanceWei"),
            Int256.Parse(Text(args, "deltaWei"))),
        "setPectraForkTimestamp" => new SetPectraForkTimestamp(from, Seconds(args, "timestamp")),
        _ => null,
    };

    private Command? Facts(string name, Address from, JsonElement args) => name switch
    {
        "beacon" => new Batch(from, [.. Credits(args)]),
        "setPredeploy" => Predeploy(from, args),
        "forceNegativePodShares" => new SetLegacyPodShares(
            from, Account(args, "staker"), Int256.Parse(Text(args, "podShares"))),
        _ => null,
    };

    // A sweep pays a pod without a call.
    private IEnumerable<Command> Credits(JsonElement args)
    {
        foreach (JsonElement change in args.GetProperty("changes").EnumerateArray())
        {
            ulong gwei = ulong.Parse(Text(change, "creditGwei") ?? "0");
            if (gwei == 0 || Text(change, "creditedToPod") is not { } pod) continue;

            yield return new Mint(
                default, Ledger.Ether, _setting.Labels[pod], (UInt256)gwei * Constants.WeiPerGwei);
        }
    }

    private SetPredeploy Predeploy(Address from, JsonElement args)
    {
        Address address = Text(args, "predeploy") switch
        {
            "withdrawalRequest" => PodRequests.Withdrawals,
            "consolidationRequest" => PodRequests.Consolidations,
            string other => throw new RecordingException($"the predeploy {other} is not known"),
        };
        Predeploy before = _predeploys[address];
        _predeploys[address] = Text(args, "mode") switch
        {
            "fee" => before with { FeeWei = Wei(args, "fee") },
            "queryFails" => before with { FailsQueries = true },
            "callFails" => before with { FailsCalls = true },
            "ok" => before with { FailsQueries = false, FailsCalls = false },
            string other => throw new RecordingException($"the mode {other} is not known"),
        };
        return new SetPredeploy(from, address, _predeploys[address]);
    }

    private BeaconProof Proof(JsonElement args, string time)
    {
        ulong seconds = Seconds(args, time);
        (string mutation, Spoiled what) = (Mutation(args), WhatIsSpoiled(args));
        return new BeaconProof(
            mutation == "noRoot" ? default : Hash32.Parse("0x" + new string('1', 64)),
            seconds > _forkSeconds,
            what == Spoiled.Container ? FindingOf(mutation) : ProofFinding.Valid);
    }

    // A mutation is named by what it spoils, and ends in Len where only the number of bytes is wrong.
    private static Spoiled WhatIsSpoiled(JsonElement args) => Mutation(args) switch
    {
        ['s', 't', 'a', 't', 'e', ..] or ['c', 'o', 'n', 't', ..] or "oldRoot" => Spoiled.Container,
        ['v', 'a', 'l', ..] or ['b', 'a', 'l', ..] or ['t', 'a', 'm', 'p', 'e', 'r', ..] => Spoiled.Item,
        "wrongIndex" => Spoiled.Index,
        "none" or "arrayLen" or "noRoot" or [.., 'T', 's'] => Spoiled.Nothing,
        string other => throw new RecordingException($"the mutation {other} is not known"),
    };

    private static ProofFinding FindingOf(string mutation) =>
        mutation.EndsWith("Len", StringComparison.Ordinal) ? ProofFinding.WrongLength : ProofFinding.Wrong;

    private ValidatorFacts Validator(JsonElement one, JsonElement args, int position) => new(
        HashOf(Text(one, "v")),
        ulong.Parse(Text(one, "index")),
        one.GetProperty("wcType").GetInt32() == 0 ? Address.Zero : Account(one, "wcPod"),
        ulong.Parse(Text(one, "effectiveBalanceGwei")),
        ulong.Parse(Text(one, "activationEpoch")),
        ulong.Parse(Text(one, "exitEpoch")),
        one.GetProperty("slashed").GetBoolean(),
        Item(one, args, position));

    // Of several items the first is the one that was spoiled; a wrong index shows itself.
    private ProofFinding Item(JsonElement one, JsonElement args, int position) => WhatIsSpoiled(args) switch
    {
        Spoiled.Item when position == 0 => FindingOf(Mutation(args)),
        Spoiled.Index when Text(one, "index") != Text(_validators[Text(one, "v")], "index") =>
            ProofFinding.Wrong,
        _ => ProofFinding.Valid,
    };

    private static string Mutation(JsonElement args) => Text(args, "mutation");

    private static string Text(JsonElement args, string name) => args.GetProperty(name).GetString()!;

    private static ulong Seconds(JsonElement args, string name) => ulong.Parse(Text(args, name));

    private static UInt256 Wei(JsonElement args, string name) => UInt256.Parse(Text(args, name));

    private static Hash32 Root(JsonElement operation) =>
        operation.TryGetProperty("slotRoot", out JsonElement root)
            ? Hash32.Parse(root.GetString()!)
            : default;

    private Address Account(JsonElement args, string name) => _setting.Labels[Text(args, name)];

    private Address PodOf(Address owner) => _setting.Labels[$"pod_{_setting.Labels[owner]}"];

    private byte[] Key(JsonElement request, string name)
    {
        byte[] key = Convert.FromHexString(
            _validators[Text(request, name)].GetProperty("pubkey").GetString()![2..]);
        bool isShort = request.TryGetProperty("badPubkeyLength", out JsonElement bad) && bad.GetBoolean();
        return isShort ? key[..^1] : key;
    }

    private enum Spoiled
    {
        Nothing,
        Container,
        Item,
        Index,
    }
}
