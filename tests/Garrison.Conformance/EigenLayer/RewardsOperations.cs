using System.Globalization;
using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Turns the operations of a recording of rewards into commands.</summary>
internal sealed class RewardsOperations(RewardsSetting setting)
{
    // A set that was never created.
    private const int MissingSet = 9;
    private const uint MissingSetId = 77;

    private readonly Dictionary<uint, string> _functions = [];

    /// <summary>The name by which the recording calls a function.</summary>
    public string NameOf(uint selector) => _functions.GetValueOrDefault(selector, $"0x{selector:x8}");

    public Command ToCommand(JsonElement operation)
    {
        JsonElement args = operation.GetProperty("args");
        string name = operation.GetProperty("op").GetString()!;
        Address from = setting.Labels[operation.GetProperty("from").GetString()!];
        return Submissions(name, from, args)
            ?? Earnings(name, from, args)
            ?? Settings(name, from, args)
            ?? Permissions(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    private Command? Submissions(string name, Address from, JsonElement args) => name switch
    {
        "createAVSRewardsSubmission" => new CreateAvsRewardsSubmission(from, Plain(args)),
        "createEigenDARewardsSubmission" => new CreateEigenDARewardsSubmission(
            from, Account(args, "avs"), Plain(args)),
        "createRewardsForAllSubmission" => new CreateRewardsForAllSubmission(from, Plain(args)),
        "createRewardsForAllEarners" => new CreateRewardsForAllEarners(from, Plain(args)),
        "createOperatorDirectedAVSRewardsSubmission" => new CreateOperatorDirectedAvsRewardsSubmission(
            from, Account(args, "avs"), Directed(args)),
        "createOperatorDirectedOperatorSetRewardsSubmission" =>
            new CreateOperatorDirectedSetRewardsSubmission(from, Set(args), Directed(args)),
        "createUniqueStakeRewardsSubmission" => new CreateUniqueStakeRewardsSubmission(
            from, Set(args), Plain(args)),
        "createTotalStakeRewardsSubmission" => new CreateTotalStakeRewardsSubmission(
            from, Set(args), Plain(args)),
        _ => null,
    };

    private Command? Earnings(string name, Address from, JsonElement args) => name switch
    {
        "submitRoot" => new SubmitRoot(
            from, Hash32.Parse(Text(args, "root")), Seconds(args, "rewardsCalculationEndTimestamp")),
        "disableRoot" => new DisableRoot(from, Seconds(args, "rootIndex")),
        "processClaim" => new ProcessClaims(from, [Claim(args)], Account(args, "recipient")),
        "processClaims" => new ProcessClaims(
            from, [.. args.GetProperty("claims").EnumerateArray().Select(Claim)], Account(args, "recipient")),
        "setClaimerFor" or "setClaimerFor(address)" => new SetClaimer(from, Account(args, "claimer")),
        "setClaimerFor(address,address)" => new SetClaimerFor(
            from, Account(args, "earner"), Account(args, "claimer")),
        _ => null,
    };

    private Command? Settings(string name, Address from, JsonElement args) => name switch
    {
        "setOptInForProtocolFee" => new SetOptInForProtocolFee(
            from, Account(args, "submitter"), args.GetProperty("optIn").GetBoolean()),
        "setOperatorAVSSplit" => new SetOperatorAvsSplit(
            from, Account(args, "operator"), Account(args, "avs"), Split(args)),
        "setOperatorPISplit" => new SetOperatorPISplit(from, Account(args, "operator"), Split(args)),
        "setOperatorSetSplit" => new SetOperatorSetSplit(
            from, Account(args, "operator"), Set(args), Split(args)),
        "setRewardsForAllSubmitter" => new SetRewardsForAllSubmitter(
            from, Account(args, "submitter"), args.GetProperty("value").GetBoolean()),
        "setActivationDelay" => new SetActivationDelay(from, Seconds(args, "delay")),
        "setDefaultOperatorSplit" => new SetDefaultOperatorSplit(from, Split(args)),
        "setFeeRecipient" => new SetFeeRecipient(from, Account(args, "recipient")),
        "setRewardsUpdater" => new SetRewardsUpdater(from, Account(args, "updater")),
        "approve" => new Approve(
            from,
            setting.Tokens[args.GetProperty("token").GetInt32()],
            setting.Labels["rc"],
            UInt256.Parse(Text(args, "amount"))),
        _ => null,
    };

    private Command? Permissions(string name, Address from, JsonElement args) => name switch
    {
        "pause" => new Pause(from, setting.Labels["rc"], UInt256.Parse(Text(args, "status"))),
        "pauseAll" => new PauseAll(from, setting.Labels["rc"]),
        "unpause" => new Unpause(from, setting.Labels["rc"], UInt256.Parse(Text(args, "status"))),
        "whitelistStrategy" => new WhitelistStrategies(from, [Strategy(args)]),
        "unwhitelistStrategy" => new RemoveStrategiesFromWhitelist(from, [Strategy(args)]),
        "addPendingAdmin" => new AddPendingAdmin(from, Account(args, "account"), Account(args, "admin")),
        "removePendingAdmin" => new RemovePendingAdmin(
            from, Account(args, "account"), Account(args, "admin")),
        "acceptAdmin" => new AcceptAdmin(from, Account(args, "account")),
        "removeAdmin" => new RemoveAdmin(from, Account(args, "account"), Account(args, "admin")),
        "setAppointee" => new SetAppointee(
            from,
            Account(args, "account"),
            Account(args, "appointee"),
            Account(args, "target"),
            Function(args)),
        "removeAppointee" => new RemoveAppointee(
            from,
            Account(args, "account"),
            Account(args, "appointee"),
            Account(args, "target"),
            Function(args)),
        _ => null,
    };

    private static string Text(JsonElement args, string name) => args.GetProperty(name).GetString()!;

    private static uint Seconds(JsonElement args, string name) => uint.Parse(Text(args, name));

    private static ushort Split(JsonElement args) => ushort.Parse(Text(args, "split"));

    private Address Account(JsonElement args, string name) => setting.Labels[Text(args, name)];

    private OperatorSet Set(JsonElement args)
    {
        int index = args.GetProperty("set").GetInt32();
        return index == MissingSet
            ? new OperatorSet(setting.Labels["a0"], MissingSetId)
            : setting.Sets[index];
    }

    private Address Strategy(JsonElement item)
    {
        JsonElement strategy = item.GetProperty("strategy");
        return strategy.ValueKind == JsonValueKind.String
            ? setting.Labels[strategy.GetString()!]
            : setting.Strategies[strategy.GetInt32()];
    }

    private StrategyMultiplier[] Strategies(JsonElement item) =>
    [
        .. item.GetProperty("strategies").EnumerateArray().Select(one =>
            new StrategyMultiplier(Strategy(one), UInt256.Parse(Text(one, "multiplier")))),
    ];

    private Submission[] Plain(JsonElement args) =>
    [
        .. args.GetProperty("submissions").EnumerateArray().Select(item => new Submission(
            Strategies(item),
            setting.Tokens[item.GetProperty("token").GetInt32()],
            UInt256.Parse(Text(item, "amount")),
            Seconds(item, "startTimestamp"),
            Seconds(item, "duration"))),
    ];

    private DirectedSubmission[] Directed(JsonElement args) =>
    [
        .. args.GetProperty("submissions").EnumerateArray().Select(item => new DirectedSubmission(
            Strategies(item),
            setting.Tokens[item.GetProperty("token").GetInt32()],
            [
                .. item.GetProperty("operatorRewards").EnumerateArray().Select(reward => new OperatorReward(
                    Account(reward, "operator"), UInt256.Parse(Text(reward, "amount")))),
            ],
            Seconds(item, "startTimestamp"),
            Seconds(item, "duration"),
            Text(item, "description"))),
    ];

    private RewardsClaim Claim(JsonElement args)
    {
        JsonElement cumulative = args.GetProperty("cumulative");
        return new RewardsClaim(
            Seconds(args, "rootIndex"),
            Seconds(args, "earnerIndex"),
            Bytes(args.GetProperty("earnerTreeProof")),
            Account(args, "earner"),
            Hash32.Parse(Text(args, "earnerTokenRoot")),
            [.. args.GetProperty("tokenIndices").EnumerateArray().Select(static index =>
                uint.Parse(index.GetString()!))],
            [.. args.GetProperty("tokenTreeProofs").EnumerateArray().Select(Bytes)],
            [
                .. args.GetProperty("tokens").EnumerateArray().Select((token, i) => new TokenEarnings(
                    setting.Tokens[token.GetInt32()], UInt256.Parse(cumulative[i].GetString()!))),
            ]);
    }

    private static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()![2..]);

    private Selector Function(JsonElement args)
    {
        uint selector = uint.Parse(Text(args, "selectorHex").AsSpan(2), NumberStyles.HexNumber);
        _functions[selector] = Text(args, "selector");
        return new Selector(selector);
    }
}
