using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Plays recordings of the RewardsCoordinator: submissions, splits, roots and claims.</summary>
internal sealed class RewardsProtocol : Protocol
{
    private readonly RewardsSetting _setting;
    private readonly RewardsOperations _operations;
    private readonly SortedSet<string> _keys;

    public RewardsProtocol(JsonElement header)
    {
        _setting = new RewardsSetting(header, Labels);
        foreach (Command command in _setting.Commands())
        {
            Build(command);
        }

        _operations = new RewardsOperations(_setting);
        _keys = new SortedSet<string>(_setting.Keys, StringComparer.Ordinal);
    }

    private RewardsCoordinator Rewards => World.EigenLayer.Rewards;

    private PermissionController Permissions => World.EigenLayer.Permissions;

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        // A recording may begin to name an account later, and may stop.
        if (operation.TryGetProperty("diff", out JsonElement difference))
        {
            foreach (JsonProperty key in difference.EnumerateObject())
            {
                _ = key.Value.ValueKind == JsonValueKind.Null ? _keys.Remove(key.Name) : _keys.Add(key.Name);
            }
        }

        return _operations.ToCommand(operation);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() =>
        _keys.ToDictionary(static key => key, key => Read(key.Split('.')), StringComparer.Ordinal);

    private string Read(string[] key) => key[0] switch
    {
        "ts" => World.Clock.Seconds.ToString(),
        "bal" => World.Ledger.Balance(Token(key[2]), Labels[key[1]]).ToString(),
        "allow" => World.Ledger.Allowance(Token(key[2]), Labels[key[1]], Rewards.Self).ToString(),
        "claimed" => Rewards.Claims.Claimed(Labels[key[1]], Token(key[2])).ToString(),
        "claimer" => Labels[Rewards.Claims.ClaimerOf(Labels[key[1]])],
        "rootsLength" => Rewards.Roots.Count.ToString(),
        "currEnd" => Rewards.Roots.CalculatedTo.ToString(),
        "claimableRoot" => Root(Rewards.Roots.Claimable()),
        "nonce" => Rewards.Submissions.Nonce(Labels[key[1]]).ToString(),
        "feeOpt" => Rewards.PaysProtocolFee(Labels[key[1]]).ToString(),
        "forAll" => Rewards.IsForAllSubmitter(Labels[key[1]]).ToString(),
        "split" => Split(key).ToString(),
        "paused" => World.EigenLayer.Pausing.Mask(Rewards.Self).ToString(),
        "activationDelay" => Rewards.Settings.ActivationDelaySeconds.ToString(),
        "defaultSplit" => Rewards.Settings.DefaultSplitBps.ToString(),
        "feeRecipient" => Labels[Rewards.Settings.FeeRecipient],
        "rewardsUpdater" => Labels[Rewards.Settings.Updater],
        "whitelisted" => World.EigenLayer.StrategyManager.IsWhitelisted(
            _setting.Strategies[int.Parse(key[1])]).ToString(),
        "pc" => Permission(key),
        _ => throw new RecordingException($"the key {string.Join('.', key)} is not known"),
    };

    private static string Root(DistributionRoot root) =>
        $"{root.Root},{root.CalculatedTo},{root.ActivatedAt},{(root.IsDisabled ? "true" : "false")}";

    private Address Token(string index) => _setting.Tokens[int.Parse(index)];

    private ushort Split(string[] key) => key[1] switch
    {
        "avs" => Rewards.Splits.OfAvs(Labels[key[2]], Labels[key[3]]),
        "pi" => Rewards.Splits.OfProgrammatic(Labels[key[2]]),
        _ => Rewards.Splits.OfSet(Labels[key[2]], _setting.Sets[int.Parse(key[3])]),
    };

    private string Permission(string[] key)
    {
        Address account = Labels[key[2]];
        return string.Join(',', key[1] switch
        {
            "admins" => Permissions.AdminsOf(account).Select(admin => Labels[admin]),
            "pending" => Permissions.PendingAdminsOf(account).Select(admin => Labels[admin]),
            _ => Permissions.PermissionsOf(account, Labels[key[3]]).Select(permission =>
                $"{Labels[permission.Target]}:{_operations.NameOf(permission.Selector)}"),
        });
    }
}
