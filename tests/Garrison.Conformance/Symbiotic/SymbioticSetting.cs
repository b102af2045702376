using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Conformance.Symbiotic;

/// <summary>Who and what is in a recording of one vault.</summary>
internal sealed class SymbioticSetting
{
    public SymbioticSetting(JsonElement header, Labels labels)
    {
        Labels = labels;
        Config = header.GetProperty("config");
        foreach (JsonProperty named in header.GetProperty("addresses").EnumerateObject())
        {
            labels.Add(named.Name, Address.Parse(named.Value.GetString()!));
        }

        // The recording has no addresses for these, but its events name them.
        labels.Add("netOpt", Address.FromNumber(1));
        labels.Add("vaultOpt", Address.FromNumber(2));
        Users = Names(header, "users");
        Operators = Names(header, "operators");
        Networks = Names(header, "networks");
        Subnetworks = [.. header.GetProperty("subnetworks").EnumerateArray().Select(ReadSubnetwork)];
        Middleware = header.GetProperty("middleware");
    }

    public Labels Labels { get; }

    public JsonElement Config { get; }

    public JsonElement Middleware { get; }

    public IReadOnlyList<string> Users { get; }

    public IReadOnlyList<string> Operators { get; }

    public IReadOnlyList<string> Networks { get; }

    public IReadOnlyList<Subnetwork> Subnetworks { get; }

    public Address Vault => Labels["vault"];

    public Address Token => Labels["token"];

    public DelegatorKind Delegator => Enum.Parse<DelegatorKind>(Text("delegator"));

    public SlasherKind Slasher => Text("slasher") == "VetoSlasher" ? SlasherKind.Veto : SlasherKind.Instant;

    public ulong Number(string name) => Config.GetProperty(name) is { ValueKind: JsonValueKind.String } value
        ? ulong.Parse(value.GetString()!)
        : 0;

    /// <summary>The commands that make the vault, before the setup of the recording.</summary>
    public IEnumerable<Command> Begin()
    {
        Address admin = Labels["admin"];
        yield return new AdvanceClock(admin, 1, Number("epochDurationInit"));
        yield return new DeploySymbiotic(admin, new SymbioticContracts(
            Address.FromNumber(3), Address.FromNumber(4), Address.FromNumber(5),
            Labels["vaultOpt"], Labels["netOpt"]));
        foreach (string name in Operators)
        {
            yield return new RegisterSymbioticOperator(Labels[name]);
        }

        foreach (string name in Networks)
        {
            yield return new RegisterNetwork(Labels[name]);
            yield return new SetMiddleware(
                Labels[name], Labels[Middleware.GetProperty(name).GetString()!]);
        }

        yield return new CreateVault(admin, Vault, VaultParameters(admin), DelegatorParameters(admin),
            new SlasherParameters(Labels["slasher"], new Slasher(
                Slasher, TellsBurner: false, Number("vetoDuration"), Number("resolverSetEpochsDelay"))));
    }

    private VaultParameters VaultParameters(Address admin) => new(
        Token,
        Labels["burner"],
        Number("epochDuration"),
        Text("vault") == "VaultTokenized" ? VaultKind.Tokenized : VaultKind.Plain,
        HasDepositWhitelist: false,
        HasDepositLimit: false,
        UInt256.Zero,
        VaultRoleHolders.All(admin));

    private DelegatorParameters DelegatorParameters(Address admin) => Engine.Restaking.Symbiotic
        .DelegatorParameters.Of(
            Labels["delegator"],
            Delegator,
            admin,
            Named("operatorSpecificOperator"),
            Named("operatorSpecificNetwork"));

    private Address Named(string name) =>
        Config.GetProperty(name) is { ValueKind: JsonValueKind.String } value
            ? Labels[value.GetString()!]
            : Address.Zero;

    private Subnetwork ReadSubnetwork(JsonElement entry)
    {
        var subnetwork = Subnetwork.Of(
            Labels[entry.GetProperty("network").GetString()!], entry.GetProperty("identifier").GetUInt64());
        Labels.Add(entry.GetProperty("index").ToString(), subnetwork.Id);
        return subnetwork;
    }

    private string Text(string name) => Config.GetProperty(name).GetString()!;

    private static string[] Names(JsonElement header, string property) =>
        [.. header.GetProperty(property).EnumerateArray().Select(static name => name.GetString()!)];
}
