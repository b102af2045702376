using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Turns the operations of a recording into commands.</summary>
internal sealed class EigenLayerOperations(EigenLayerSetting setting, World world)
{
    private readonly EigenLayerCore _core = world.EigenLayer;
    private readonly Dictionary<(Address Staker, ulong Nonce), Withdrawal> _withdrawals = [];

    public Command ToCommand(JsonElement operation)
    {
        JsonElement args = operation.GetProperty("args");
        string name = operation.GetProperty("op").GetString()!;
        Address from = operation.TryGetProperty("from", out JsonElement sender)
            ? setting.Labels[sender.GetString()!]
            : Address.Zero;
        return Stake(name, from, args)
            ?? Delegation(name, from, args)
            ?? Allocation(name, from, args)
            ?? Sets(name, from, args)
            ?? Governance(name, from, args)
            ?? Permissions(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    private Command? Stake(string name, Address from, JsonElement args) => name switch
    {
        // The player has moved the clock to the block of the operation already.
        "mine" => new AdvanceClock(from, 0, 0),
        "donate" => new Transfer(from, Token(args), Strategy(args), Amount(args)),
        "deposit" => new DepositIntoStrategy(
            from, Strategy(args), setting.Tokens[args.GetProperty("token").GetInt32()], Amount(args)),
        "depositSig" => DepositWithSignature(from, args),
        "beaconBalanceUpdate" => new RecordBeaconChainBalanceUpdate(
            from,
            Account(args, "staker"),
            UInt256.Parse(args.GetProperty("prevRestakedBalanceWei").GetString()!),
            Int256.Parse(args.GetProperty("deltaWei").GetString()!)),
        "queueWithdrawals" => new QueueWithdrawals(from, [.. Items(args, "params").Select(Queued)]),
        "completeQueuedWithdrawal" => new CompleteQueuedWithdrawal(
            from, Completions(args).Single()),
        "completeQueuedWithdrawals" => new CompleteQueuedWithdrawals(from, [.. Completions(args)]),
        "clearBurnOrRedistributableShares" =>
            new ClearBurnOrRedistributableShares(from, Set(args), Number(args, "slashId")),
        "clearBurnOrRedistributableSharesByStrategy" => new ClearBurnOrRedistributableSharesByStrategy(
            from, Set(args), Number(args, "slashId"), Strategy(args)),
        _ => null,
    };

    private Command? Delegation(string name, Address from, JsonElement args) => name switch
    {
        "registerAsOperator" => new RegisterAsOperator(
            from, Account(args, "approver"), (uint)Number(args, "allocationDelay"), ""),
        "modifyOperatorDetails" => new ModifyOperatorDetails(
            from, Account(args, "operator"), Account(args, "approver")),
        "delegateTo" => new DelegateTo(from, Account(args, "operator"), Approval(args)),
        "redelegate" => new Redelegate(from, Account(args, "operator"), Approval(args)),
        "undelegate" => new Undelegate(from, Account(args, "staker")),
        _ => null,
    };

    private Command? Allocation(string name, Address from, JsonElement args) => name switch
    {
        "modifyAllocations" => new ModifyAllocations(
            from, Account(args, "operator"), [.. Items(args, "params").Select(Target)]),
        "clearDeallocationQueue" => new ClearDeallocationQueue(
            from,
            Account(args, "operator"),
            Strategies(args),
            [.. Items(args, "numToClear").Select(static count => ushort.Parse(count.GetString()!))]),
        "setAllocationDelay" => new SetAllocationDelay(
            from, Account(args, "operator"), (uint)Number(args, "delay")),
        "slashOperator" => new SlashOperator(
            from,
            Set(args),
            Account(args, "operator"),
            Strategies(args),
            [.. Items(args, "wads").Select(static wad => UInt256.Parse(wad.GetString()!))],
            ""),
        _ => null,
    };

    private Command? Sets(string name, Address from, JsonElement args) => name switch
    {
        "registerForOperatorSets" => new RegisterForOperatorSets(
            from, Account(args, "operator"), Account(args, "avs"), Ids(args)),
        "deregisterFromOperatorSets" => new DeregisterFromOperatorSets(
            from, Account(args, "operator"), Account(args, "avs"), Ids(args)),
        "updateSlasher" => new UpdateSlasher(from, Set(args), Account(args, "slasher")),
        "addStrategiesToOperatorSet" => new AddStrategiesToOperatorSet(from, Set(args), Strategies(args)),
        "removeStrategiesFromOperatorSet" =>
            new RemoveStrategiesFromOperatorSet(from, Set(args), Strategies(args)),
        "createOperatorSets" => new CreateOperatorSets(from, Account(args, "avs"), [NewSet(args)]),
        "createRedistributingOperatorSets" => new CreateRedistributingOperatorSets(
            from, Account(args, "avs"), [NewSet(args)], [Account(args, "recipient")]),
        _ => null,
    };

    private Command? Governance(string name, Address from, JsonElement args) => name switch
    {
        "pauseAll" => new PauseAll(from, Account(args, "contract")),
        "pause" => new Pause(from, Account(args, "contract"), UInt256.Parse(Text(args, "status"))),
        "unpause" => new Unpause(from, Account(args, "contract"), UInt256.Parse(Text(args, "status"))),
        "whitelistStrategy" => new AddStrategiesToDepositWhitelist(from, [Strategy(args)]),
        "unwhitelistStrategy" => new RemoveStrategiesFromDepositWhitelist(from, [Strategy(args)]),
        _ => null,
    };

    private Command? Permissions(string name, Address from, JsonElement args) => name switch
    {
        "setAppointee" => new SetAppointee(
            from, Account(
                args, "account"), Account(args, "appointee"), Account(args, "target"), Function(args)),
        "removeAppointee" => new RemoveAppointee(
            from, Account(
                args, "account"), Account(args, "appointee"), Account(args, "target"), Function(args)),
        "addPendingAdmin" => new AddPendingAdmin(from, Account(args, "account"), Account(args, "admin")),
        "removePendingAdmin" => new RemovePendingAdmin(
            from, Account(args, "account"), Account(args, "admin")),
        "acceptAdmin" => new AcceptAdmin(from, Account(args, "account")),
        "removeAdmin" => new RemoveAdmin(from, Account(args, "account"), Account(args, "admin")),
        _ => null,
    };

    private static string Text(JsonElement args, string name) => args.GetProperty(name).GetString()!;

    private static ulong Number(JsonElement args, string name) => ulong.Parse(Text(args, name));

    private static UInt256 Amount(JsonElement args) => UInt256.Parse(Text(args, "amount"));

    private static JsonElement.ArrayEnumerator Items(JsonElement args, string name) =>
        args.GetProperty(name).EnumerateArray();

    private static uint[] Ids(JsonElement args) => [.. Items(args, "ids").Select(static id =>
        id.GetUInt32())];

    private Address Account(JsonElement args, string name) => setting.Labels[Text(args, name)];

    private Address Strategy(JsonElement args) => setting.Strategies[args.GetProperty("strategy").GetInt32()];

    private Address Token(JsonElement args) => setting.Tokens[args.GetProperty("strategy").GetInt32()];

    private OperatorSet Set(JsonElement args) => setting.Sets[args.GetProperty("set").GetInt32()];

    private Address[] Strategies(JsonElement args) =>
        [.. Items(args, "strategies").Select(index => setting.Strategies[index.GetInt32()])];

    private QueuedShares Queued(JsonElement item) => new(
        Strategies(item), [.. Items(
            item, "shares").Select(static shares => UInt256.Parse(shares.GetString()!))]);

    private AllocationTarget Target(JsonElement item) => new(
        Set(item),
        Strategies(item),
        [.. Items(item, "newMagnitudes").Select(static magnitude => ulong.Parse(magnitude.GetString()!))]);

    private NewOperatorSet NewSet(JsonElement args) => new(
        args.GetProperty("id").GetUInt32(),
        Strategies(args),
        args.TryGetProperty(
            "slasher", out JsonElement slasher) ? setting.Labels[slasher.GetString()!] : null);

    private DepositIntoStrategyWithSignature DepositWithSignature(Address from, JsonElement args)
    {
        Address staker = Account(args, "staker");
        string signature = Text(args, "sig");
        UInt256 nonce = _core.StrategyManager.Nonce(staker);
        return new DepositIntoStrategyWithSignature(
            from,
            Strategy(args),
            Token(args),
            Amount(args),
            staker,
            signature == "expired" ? 0 : ulong.MaxValue,
            signature == "badsig" ? Address.Zero : staker,
            signature == "wrongNonce" ? nonce + UInt256.One : nonce);
    }

    private Approval Approval(JsonElement args)
    {
        string signature = Text(args, "sig");
        Address approver = _core.Delegation.ApproverOf(Account(args, "operator"));
        return new Approval(
            signature is "none" or "badsig" ? Address.Zero : approver,
            args.TryGetProperty("salt", out JsonElement salt) ? Hash32.Parse(salt.GetString()!) : default,
            signature is "none" or "expired" ? 0 : ulong.MaxValue);
    }

    private IEnumerable<Completion> Completions(JsonElement args)
    {
        bool isTampered = args.TryGetProperty("tamperedScaledShares", out JsonElement tampered)
            && tampered.GetBoolean();
        foreach (JsonElement item in Items(args, "withdrawals"))
        {
            Withdrawal withdrawal = Find(Account(item, "staker"), Number(item, "nonce"));
            if (isTampered)
            {
                UInt256[] scaled = [.. withdrawal.ScaledShares];
                scaled[0] += UInt256.One;
                withdrawal = withdrawal with { ScaledShares = scaled };
            }

            Address[] tokens = [.. withdrawal.Strategies.Select(
                s => setting.Tokens[setting.Strategies.IndexOf(s)])];
            yield return new Completion(withdrawal, tokens, item.GetProperty("asTokens").GetBoolean());
        }
    }

    // A withdrawal that was completed, or never queued, is still asked for by staker and nonce.
    private Withdrawal Find(Address staker, ulong nonce)
    {
        if (_core.Withdrawals.NoncesOf(staker).Contains(nonce))
        {
            _withdrawals[(staker, nonce)] = _core.Withdrawals.Get(staker, nonce);
        }

        return _withdrawals.TryGetValue((staker, nonce), out Withdrawal? known)
            ? known
            : throw new RecordingException(
                $"no withdrawal {nonce} of {setting.Labels[staker]} was ever queued");
    }

    private static Selector Function(JsonElement args)
    {
        string name = Text(args, "selector");
        return name.Contains('(', StringComparison.Ordinal)
            ? Selector.Of(name)
            : Selector.Of(Selectors.SignatureOf(name)
                ?? throw new RecordingException($"the function {name} is not known"));
    }
}
