using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Conformance.Symbiotic;

/// <summary>Turns the operations and the setup of a recording into commands.</summary>
internal sealed class SymbioticOperations(SymbioticSetting setting)
{
    /// <summary>The command of an operation.</summary>
    public Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        JsonElement args = operation.GetProperty("args");
        Address from = operation.TryGetProperty("from", out JsonElement sender)
            ? setting.Labels[sender.GetString()!]
            : Address.Zero;
        return OfVault(name, from, args)
            ?? OfCurator(name, from, args)
            ?? OfNetwork(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    /// <summary>The command of a transaction that sets the scene.</summary>
    public Command ToSetup(JsonElement setup)
    {
        Address from = setting.Labels[setup.GetProperty("from").GetString()!];
        JsonElement[] args = [.. setup.GetProperty("args").EnumerateArray()];
        string contract = setup.GetProperty("to").GetString()!;
        string function = setup.GetProperty("fn").GetString()!;
        return (contract, function) switch
        {
            ("token", "mint") => new Mint(from, setting.Token, Account(args[0]), Wei(args[1])),
            ("token", "approve") => new Approve(from, setting.Token, Account(args[0]), Wei(args[1])),
            ("vault", "deposit") => new DepositIntoVault(
                from, setting.Vault, Account(args[0]), Wei(args[1])),
            ("vaultOpt", "optIn(address)") => OptIn(OptInKind.Vault, from, Account(args[0])),
            ("netOpt", "optIn(address)") => OptIn(OptInKind.Network, from, Account(args[0])),
            ("delegator", "setMaxNetworkLimit") => new SetMaxNetworkLimit(
                from, setting.Vault, Wei(args[0]), Wei(args[1])),
            ("delegator", "setNetworkLimit") => new SetNetworkLimit(
                from, setting.Vault, InSetup(args[0]), Wei(args[1])),
            ("delegator", "setOperatorNetworkShares") => new SetOperatorNetworkShares(
                from, setting.Vault, InSetup(args[0]), Account(args[1]), Wei(args[2])),
            ("delegator", "setOperatorNetworkLimit") => new SetOperatorNetworkLimit(
                from, setting.Vault, InSetup(args[0]), Account(args[1]), Wei(args[2])),
            ("slasher", "setResolver") => new SetResolver(
                from, setting.Vault, Wei(args[0]), Account(args[1])),
            _ => throw new RecordingException($"the setup {contract}.{function} is not known"),
        };
    }

    private Command? OfVault(string name, Address from, JsonElement args) => name switch
    {
        "advanceTime" => new AdvanceClock(from, 0, 0),
        "deposit" => new DepositIntoVault(
            from, setting.Vault, Account(args, "onBehalfOf"), Wei(args, "amount")),
        "withdraw" => new WithdrawFromVault(
            from, setting.Vault, Account(args, "claimer"), Wei(args, "amount")),
        "redeem" => new RedeemFromVault(
            from, setting.Vault, Account(args, "claimer"), Wei(args, "shares")),
        "claim" => new ClaimFromVault(
            from, setting.Vault, Account(args, "recipient"), Wei(args, "epoch")),
        "claimBatch" => new ClaimBatchFromVault(
            from,
            setting.Vault,
            Account(args, "recipient"),
            [.. args.GetProperty("epochs").EnumerateArray().Select(Wei)]),
        "donate" => new Transfer(from, setting.Token, setting.Vault, Wei(args, "amount")),
        "optInVault" => OptIn(OptInKind.Vault, from, setting.Vault),
        "optOutVault" => OptOut(OptInKind.Vault, from, setting.Vault),
        "optInNetwork" => OptIn(OptInKind.Network, from, Account(args, "network")),
        "optOutNetwork" => OptOut(OptInKind.Network, from, Account(args, "network")),
        _ => null,
    };

    private Command? OfCurator(string name, Address from, JsonElement args) => name switch
    {
        "setNetworkLimit" => new SetNetworkLimit(
            from, setting.Vault, OfSubnetwork(args), Wei(args, "amount")),
        "setOperatorNetworkShares" => new SetOperatorNetworkShares(
            from, setting.Vault, OfSubnetwork(args), Account(args, "operator"), Wei(args, "amount")),
        "setOperatorNetworkLimit" => new SetOperatorNetworkLimit(
            from, setting.Vault, OfSubnetwork(args), Account(args, "operator"), Wei(args, "amount")),
        "setIsDepositLimit" => new SetIsDepositLimit(
            from, setting.Vault, args.GetProperty("status").GetBoolean()),
        "setDepositLimit" => new SetDepositLimit(from, setting.Vault, Wei(args, "limit")),
        "setDepositWhitelist" => new SetDepositWhitelist(
            from, setting.Vault, args.GetProperty("status").GetBoolean()),
        "setDepositorWhitelistStatus" => new SetDepositorWhitelistStatus(
            from, setting.Vault, Account(args, "account"), args.GetProperty("status").GetBoolean()),
        _ => null,
    };

    private Command? OfNetwork(string name, Address from, JsonElement args) => name switch
    {
        "setMaxNetworkLimit" => new SetMaxNetworkLimit(
            from, setting.Vault, IdentifierOf(args), Wei(args, "amount")),
        "setResolver" => new SetResolver(
            from, setting.Vault, IdentifierOf(args), Account(args, "resolver")),
        "slash" => new SlashVault(
            from, setting.Vault, OfSubnetwork(args), Account(args, "operator"), Wei(args, "amount"),
            Second(args)),
        "requestSlash" => new RequestVaultSlash(
            from, setting.Vault, OfSubnetwork(args), Account(args, "operator"), Wei(args, "amount"),
            Second(args)),
        "executeSlash" => new ExecuteVaultSlash(from, setting.Vault, Wei(args, "slashIndex")),
        "vetoSlash" => new VetoVaultSlash(from, setting.Vault, Wei(args, "slashIndex")),
        _ => null,
    };

    private static OptInTo OptIn(OptInKind kind, Address from, Address where) =>
        new(from, kind, from, where, null);

    private static OptOutOf OptOut(OptInKind kind, Address from, Address where) =>
        new(from, kind, from, where, null);

    private static ulong Second(JsonElement args) =>
        ulong.Parse(args.GetProperty("captureTimestamp").ToString());

    private Subnetwork OfSubnetwork(JsonElement args) =>
        setting.Subnetworks[args.GetProperty("subnetwork").GetInt32()];

    // A setup names a subnetwork by its id, in full.
    private static Subnetwork InSetup(JsonElement value) => new(Hash32.Parse(value.GetString()!));

    // The sender may not be the network of the subnetwork; then only the number counts.
    private UInt256 IdentifierOf(JsonElement args)
    {
        Span<byte> bytes = stackalloc byte[32];
        OfSubnetwork(args).Id.CopyTo(bytes);
        bytes[..Address.Size].Clear();
        return UInt256.FromBigEndian(bytes);
    }

    private Address Account(JsonElement args, string name) => Account(args.GetProperty(name));

    private Address Account(JsonElement value) => setting.Labels[value.GetString()!];

    private static UInt256 Wei(JsonElement args, string name) => Wei(args.GetProperty(name));

    private static UInt256 Wei(JsonElement value) => UInt256.Parse(value.ToString());
}
