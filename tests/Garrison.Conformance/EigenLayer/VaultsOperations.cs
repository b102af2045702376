using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Vaults;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Turns the operations of a recording of duration vaults into commands.</summary>
internal sealed class VaultsOperations(
    EigenLayerSetting setting, IReadOnlyList<Address> tokens)
{
    /// <summary>What a vault is made with, as the header or an operation says it.</summary>
    public VaultConfiguration Configuration(JsonElement args, OperatorSet set)
    {
        int token = args.GetProperty("token").GetInt32();
        return new VaultConfiguration(
            tokens[token],
            TokenDecimals: (byte)(token == 1 ? 6 : 18),
            Named(args, "admin", "va"),
            Named(args, "arbitrator", "ar"),
            uint.Parse(Text(args, "duration")),
            new DepositLimits(Wei(args, "maxPerDeposit"), Wei(args, "stakeCap")),
            "m",
            set,
            Address.Zero,
            "op");
    }

    /// <summary>The command of an operation; null for one of the core.</summary>
    public Command? ToCommand(JsonElement operation)
    {
        JsonElement args = operation.GetProperty("args");
        Address from = operation.TryGetProperty("from", out JsonElement sender)
            ? setting.Labels[sender.GetString()!]
            : Address.Zero;
        string name = operation.GetProperty("op").GetString()!;
        return name == "deployDurationVaultStrategy"
            ? Deploy(from, args, operation)
            : OfVault(name, from, args);
    }

    private Command? OfVault(string name, Address from, JsonElement args) => name switch
    {
        "deposit" => new DepositIntoStrategy(
            from,
            setting.Strategies[args.GetProperty("strategy").GetInt32()],
            tokens[args.GetProperty("token").GetInt32()],
            Wei(args, "amount")),
        "lock" => new LockVault(from, Vault(args)),
        "markMatured" => new MarkMatured(from, Vault(args)),
        "advanceToWithdrawals" => new AdvanceToWithdrawals(from, Vault(args)),
        "updateTVLLimits" => new UpdateTvlLimits(
            from, Vault(args), Wei(args, "maxPerDeposit"), Wei(args, "stakeCap")),
        "setTVLLimits" => new SetDepositLimits(
            from, Vault(args), Wei(args, "maxPerDeposit"), Wei(args, "stakeCap")),
        "updateDelegationApprover" => new UpdateVaultApprover(
            from, Vault(args), setting.Labels[Text(args, "approver")]),
        "updateOperatorMetadataURI" => new UpdateVaultOperatorMetadata(from, Vault(args), Text(args, "uri")),
        "updateMetadataURI" => new UpdateVaultMetadata(from, Vault(args), Text(args, "uri")),
        "setRewardsClaimer" => new SetVaultRewardsClaimer(
            from, Vault(args), setting.Labels[Text(args, "claimer")]),
        "blacklistTokens" => new BlacklistTokens(
            from, [.. args.GetProperty("tokens").EnumerateArray().Select(t => tokens[t.GetInt32()])]),
        "beforeAddShares" => new BeforeAddShares(from, Vault(args), from, UInt256.One),
        "beforeRemoveShares" => new BeforeRemoveShares(from, Vault(args), from, UInt256.One),
        _ => null,
    };

    private DeployDurationVault Deploy(Address from, JsonElement args, JsonElement operation)
    {
        OperatorSet set = setting.Sets[args.GetProperty("set").GetInt32()];
        VaultConfiguration config = Configuration(args, set);
        return new DeployDurationVault(from, Place(operation), Text(args, "variant") switch
        {
            "admin0" => config with { Admin = default },
            "arb0" => config with { Arbitrator = default },
            "dur0" => config with { DurationSeconds = 0 },
            "durBig" => config with { DurationSeconds = Math.Max(config.DurationSeconds, 63_072_001) },
            "avs0" => config with { Set = set with { Avs = default } },
            "noSet" => config with { Set = set with { Id = 9999 } },
            "cap" => config with { Limits = Inverted(config.Limits) },
            "ok" => config,
            string other => throw new RecordingException($"the variant {other} is not known"),
        });
    }

    // One deposit may be larger than all together, whether or not the arguments say so already.
    private static DepositLimits Inverted(DepositLimits limits) =>
        limits.MaxPerDeposit > limits.MaxTotalDeposits
            ? limits
            : limits with { MaxTotalDeposits = limits.MaxPerDeposit - UInt256.One };

    // Where the chain put it is known from its events; where it would have been does not matter.
    private static Address Place(JsonElement operation) =>
        operation.TryGetProperty("events", out JsonElement events) && events.GetArrayLength() > 0
            ? Address.Parse(events[0].GetProperty("c").GetString()!)
            : Address.FromNumber(ulong.MaxValue);

    private Address Vault(JsonElement args) =>
        setting.Labels[$"v{args.GetProperty("vault").GetInt32()}"];

    private static UInt256 Wei(JsonElement args, string name) => UInt256.Parse(Text(args, name));

    private Address Named(JsonElement args, string property, string usual) =>
        setting.Labels[args.TryGetProperty(property, out JsonElement name) ? name.GetString()! : usual];

    private static string Text(JsonElement args, string name) => args.GetProperty(name).GetString()!;
}
