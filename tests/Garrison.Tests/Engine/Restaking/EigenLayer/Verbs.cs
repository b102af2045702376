using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.Slashing;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>The commands of a <see cref="Script"/>, each in the words of its line.</summary>
internal static class Verbs
{
    public static Command Command(string[] words, IReadOnlyList<Withdrawal> queued) =>
        Time(words) ?? PodVerbs.Command(words) ?? VaultVerbs.Command(words)
        ?? RegistryVerbs.Command(words) ?? EmissionsVerbs.Command(words)
        ?? RewardsVerbs.Command(words) ?? Deposits(words)
        ?? Delegation(words) ?? Queue(words, queued) ?? Allocation(words)
        ?? Sets(words) ?? Slashes(words) ?? Powers(words) ?? Permissions(words) ?? Factory(words)
        ?? SlashingVerbs.Command(words, queued)
        ?? throw new InvalidOperationException($"no verb '{string.Join(' ', words)}'");

    private static Command? Time(string[] words) => words switch
    {
        ["pass", var blocks] => new AdvanceClock(default, ulong.Parse(blocks), 12 * ulong.Parse(blocks)),
        ["upgrade", var sender, var version] => new UpgradeEigenLayer(
            Of(sender), Enum.Parse<EigenLayerVersion>(version)),
        _ => null,
    };

    private static Command? Deposits(string[] words) => words switch
    {
        ["deposit", var who, var strategy, var amount] => new DepositIntoStrategy(
            Of(who), Of(strategy), Of("t" + strategy), Number(amount)),
        ["deposit", var who, var strategy, var amount, var token] => new DepositIntoStrategy(
            Of(who), Of(strategy), Of(token), Number(amount)),
        ["depositFor", var payer, var staker, var strategy, var amount, var expiry, var signer, var nonce] =>
            new DepositIntoStrategyWithSignature(
                Of(payer),
                Of(strategy),
                Of("t" + strategy),
                Number(amount),
                Of(staker),
                ulong.Parse(expiry),
                Of(signer),
                Number(nonce)),
        ["donate", var who, var strategy, var amount] => new Transfer(
            Of(who), Of("t" + strategy), Of(strategy), Number(amount)),
        ["fund", var pod, var amount] => new Mint(default, Ledger.Ether, Of(pod), Number(amount)),
        ["pod", var who, var pod] => new CreatePod(Of(who), Of(pod)),
        ["beacon", var sender, var owner, var previous, var delta] => new RecordBeaconChainBalanceUpdate(
            Of(sender),
            Of(owner),
            Number(previous),
            delta[0] == '-'
                ? -Int256.FromUInt256(Number(delta[1..]))
                : Int256.FromUInt256(Number(delta))),
        ["limits", var sender, var strategy, var each, var all] => new SetDepositLimits(
            Of(sender), Of(strategy), Number(each), Number(all)),
        ["limited", var strategy] => new DeployStrategy(
            default, Of(strategy), Of("t" + strategy), StrategyKind.Limited, default),
        ["wrapping", var strategy, var wrapper] => new DeployStrategy(
            default, Of(strategy), Of("t" + strategy), StrategyKind.Wrapping, Of(wrapper)),
        ["mint", var token, var who, var amount] => new Mint(default, Of(token), Of(who), Number(amount)),
        _ => null,
    };

    private static Command? Delegation(string[] words) => words switch
    {
        ["operator", var who] => new RegisterAsOperator(Of(who), default, 5, ""),
        ["operator", var who, var approver] => new RegisterAsOperator(Of(who), Of(approver), 5, ""),
        ["approver", var sender, var who, var approver] => new ModifyOperatorDetails(
            Of(sender), Of(who), Of(approver)),
        ["uri", var sender, var who] => new UpdateOperatorMetadata(Of(sender), Of(who), ""),
        ["delegate", var who, var to] => new DelegateTo(Of(who), Of(to), default),
        ["delegate", var who, var to, var signer, var salt, var expiry] => new DelegateTo(
            Of(who), Of(to), new Approval(Of(signer), Keccak.HashText(salt), ulong.Parse(expiry))),
        ["undelegate", var sender, var staker] => new Undelegate(Of(sender), Of(staker)),
        ["redelegate", var who, var to] => new Redelegate(Of(who), Of(to), default),
        _ => null,
    };

    private static Command? Queue(string[] words, IReadOnlyList<Withdrawal> queued) => words switch
    {
        ["queue", var who, .. var pairs] => new QueueWithdrawals(
            Of(who), [new QueuedShares(Evens(pairs), [.. Odds(pairs).Select(Number)])]),
        ["queueUneven", var who, var strategy] => new QueueWithdrawals(
            Of(who), [new QueuedShares([Of(strategy)], [])]),
        ["complete", var who, var number, var how] => Complete(
            who, queued[int.Parse(number)], how == "tokens"),
        ["completeUneven", var who, var number] => new CompleteQueuedWithdrawal(
            Of(who), new Completion(queued[int.Parse(number)], [], true)),
        ["completeAltered", var who, var number] => Complete(
            who, queued[int.Parse(number)] with { StartBlock = 1 }, true),
        ["completeAs", var who, var number, var token] => new CompleteQueuedWithdrawal(
            Of(who), new Completion(queued[int.Parse(number)], [Of(token)], true)),
        _ => null,
    };

    private static CompleteQueuedWithdrawal Complete(string who, Withdrawal withdrawal, bool asTokens)
    {
        Address[] tokens = [.. "ABCD".Select(static letter => Of("t" + letter))];
        Address[] strategies = [.. "ABCD".Select(static letter => Of(letter.ToString()))];
        return new CompleteQueuedWithdrawal(Of(who), new Completion(
            withdrawal,
            [.. withdrawal.Strategies.Select(s => strategies.Contains(s)
                ? tokens[Array.IndexOf(strategies, s)]
                : default)],
            asTokens));
    }

    private static Command? Allocation(string[] words) => words switch
    {
        ["allocate", var sender, var who, var set, .. var pairs] => new ModifyAllocations(
            Of(sender),
            Of(who),
            [new AllocationTarget(
                Set(set), Evens(pairs), [.. Odds(pairs).Select(static text => Number(text).ToUInt64())])]),
        ["allocateUneven", var who, var set] => new ModifyAllocations(
            Of(who), Of(who), [new AllocationTarget(Set(set), [Of("A")], [])]),
        ["tidy", var who, var strategy, var count] => new ClearDeallocationQueue(
            Of("anyone"), Of(who), [Of(strategy)], [ushort.Parse(count)]),
        ["tidyUneven", var who] => new ClearDeallocationQueue(Of("anyone"), Of(who), [Of("A")], []),
        ["delay", var sender, var who, var blocks] => new SetAllocationDelay(
            Of(sender), Of(who), uint.Parse(blocks)),
        _ => null,
    };

    private static Command? Sets(string[] words) => words switch
    {
        ["registrar", var who, var policy] => new SetRegistrarPolicy(
            default, Of(who), Enum.Parse<RegistrarPolicy>(policy)),
        ["setRegistrar", var sender, var avs, var registrar] => new SetAvsRegistrar(
            Of(sender), Of(avs), Of(registrar)),
        ["metadata", var sender, var avs] => new UpdateAvsMetadata(Of(sender), Of(avs), ""),
        ["set", var sender, var set, .. var strategies] => new CreateOperatorSets(
            Of(sender), Set(set).Avs, [new NewOperatorSet(Set(set).Id, All(strategies), null)]),
        ["setFor", var sender, var set, var slasher, .. var strategies] => new CreateOperatorSets(
            Of(sender), Set(set).Avs, [new NewOperatorSet(Set(set).Id, All(strategies), Of(slasher))]),
        ["redistributing", var sender, var set, var recipient, .. var strategies] =>
            new CreateRedistributingOperatorSets(
                Of(sender),
                Set(set).Avs,
                [new NewOperatorSet(Set(set).Id, All(strategies), null)],
                [Of(recipient)]),
        ["redistributingUneven", var sender, var set] => new CreateRedistributingOperatorSets(
            Of(sender), Set(set).Avs, [new NewOperatorSet(Set(set).Id, [], null)], []),
        ["addStrategies", var sender, var set, .. var strategies] => new AddStrategiesToOperatorSet(
            Of(sender), Set(set), All(strategies)),
        ["removeStrategies", var sender, var set, .. var strategies] => new RemoveStrategiesFromOperatorSet(
            Of(sender), Set(set), All(strategies)),
        ["join", var sender, var who, var set] => new RegisterForOperatorSets(
            Of(sender), Of(who), Set(set).Avs, [Set(set).Id]),
        ["joinNone", var who, var avs] => new RegisterForOperatorSets(Of(who), Of(who), Of(avs), []),
        ["leave", var sender, var who, var set] => new DeregisterFromOperatorSets(
            Of(sender), Of(who), Set(set).Avs, [Set(set).Id]),
        ["slasher", var sender, var set, var who] => new UpdateSlasher(Of(sender), Set(set), Of(who)),
        ["migrate", var set] => new MigrateSlashers(Of("anyone"), [Set(set)]),
        _ => null,
    };

    private static Command? Slashes(string[] words) => words switch
    {
        ["slash", var sender, var set, var who, .. var pairs] => new SlashOperator(
            Of(sender), Set(set), Of(who), Evens(pairs), [.. Odds(pairs).Select(Number)], ""),
        ["slashUneven", var sender, var set, var who] => new SlashOperator(
            Of(sender), Set(set), Of(who), [Of("A")], [], ""),
        ["clear", var set, var id] => new ClearBurnOrRedistributableShares(
            Of("anyone"), Set(set), ulong.Parse(id)),
        ["clear", var set, var id, var strategy] => new ClearBurnOrRedistributableSharesByStrategy(
            Of("anyone"), Set(set), ulong.Parse(id), Of(strategy)),
        ["burn", var strategy] => new BurnShares(Of("anyone"), Of(strategy)),
        _ => null,
    };

    private static Command? Powers(string[] words) => words switch
    {
        ["pause", var sender, var contract, var mask] => new Pause(Of(sender), Of(contract), Number(mask)),
        ["pauseAll", var sender, var contract] => new PauseAll(Of(sender), Of(contract)),
        ["unpause", var sender, var contract, var mask] => new Unpause(
            Of(sender), Of(contract), Number(mask)),
        ["allow", var sender, .. var strategies] => new AddStrategiesToDepositWhitelist(
            Of(sender), All(strategies)),
        ["deny", var sender, .. var strategies] => new RemoveStrategiesFromDepositWhitelist(
            Of(sender), All(strategies)),
        ["whitelister", var sender, var who] => new SetStrategyWhitelister(Of(sender), Of(who)),
        _ => null,
    };

    private static Command? Permissions(string[] words) => words switch
    {
        ["invite", var sender, var account, var who] => new AddPendingAdmin(
            Of(sender), Of(account), Of(who)),
        ["uninvite", var sender, var account, var who] => new RemovePendingAdmin(
            Of(sender), Of(account), Of(who)),
        ["accept", var who, var account] => new AcceptAdmin(Of(who), Of(account)),
        ["removeAdmin", var sender, var account, var who] => new RemoveAdmin(
            Of(sender), Of(account), Of(who)),
        ["appoint", var sender, var account, var who, var contract, var function] => new SetAppointee(
            Of(sender), Of(account), Of(who), Of(contract), Selector.Of(function)),
        ["dismiss", var sender, var account, var who, var contract, var function] => new RemoveAppointee(
            Of(sender), Of(account), Of(who), Of(contract), Selector.Of(function)),
        _ => null,
    };

    private static Command? Factory(string[] words) => words switch
    {
        ["newStrategy", var token, var strategy] => new DeployNewStrategy(
            Of("anyone"), Of(token), Of(strategy)),
        ["blacklist", var sender, .. var tokens] => new BlacklistTokens(Of(sender), All(tokens)),
        ["factoryAllow", var sender, var strategy] => new WhitelistStrategies(Of(sender), [Of(strategy)]),
        ["factoryDeny", var sender, var strategy] => new RemoveStrategiesFromWhitelist(
            Of(sender), [Of(strategy)]),
        _ => null,
    };

    private static Address[] All(string[] names) => [.. names.Select(Of)];

    private static Address[] Evens(string[] pairs) =>
        [.. pairs.Where(static (_, i) => i % 2 == 0).Select(Of)];

    private static IEnumerable<string> Odds(string[] pairs) => pairs.Where(static (_, i) => i % 2 == 1);
}
