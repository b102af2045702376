using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>The fixed names of a recording of rewards, and the commands that build its world.</summary>
internal sealed class RewardsSetting
{
    private readonly JsonElement _header;
    private readonly JsonElement _state;

    public RewardsSetting(JsonElement header, Labels labels)
    {
        _header = header;
        _state = header.GetProperty("state");
        Labels = labels;
        labels.Add("zero", Address.Zero);
        foreach (JsonProperty property in header.GetProperty("addresses").EnumerateObject())
        {
            labels.Add(property.Name, Address.Parse(property.Value.GetString()!));
        }

        AddMissing("rc", "pc", "am", "sm", "dm", "factory");
        Tokens = [.. Items("tokens").Select(static token => Address.Parse(token.GetString()!))];
        Strategies = [.. Items("strategies").Select(static one =>
            Address.Parse(one.GetProperty("address").GetString()!))];
        Sets = [.. Items("sets").Select(set => new OperatorSet(
            labels[set.GetProperty("avs").GetString()!], set.GetProperty("id").GetUInt32()))];
        Name("T", Tokens);
        Name("S", Strategies);
    }

    public Labels Labels { get; }

    public Address[] Tokens { get; }

    public Address[] Strategies { get; }

    public OperatorSet[] Sets { get; }

    /// <summary>The keys of the state that the recording names.</summary>
    public IEnumerable<string> Keys => _state.EnumerateObject().Select(static property => property.Name);

    public IEnumerable<Command> Commands() =>
        Deployment().Concat(Balances()).Concat(Services()).Concat(Operators());

    private IEnumerable<Command> Deployment()
    {
        Address admin = Labels["admin"];
        Contracts contracts = Contracts.Mainnet with
        {
            StrategyManager = Labels["sm"],
            DelegationManager = Labels["dm"],
            AllocationManager = Labels["am"],
            PermissionController = Labels["pc"],
            StrategyFactory = Labels["factory"],
        };
        yield return new AdvanceClock(admin, 0, ulong.Parse(Text("ts")));
        yield return new DeployEigenLayer(
            admin,
            EigenLayerHeader.VersionOf(_header),
            Delays.Mainnet,
            contracts,
            new Governance(admin, admin, admin, Labels["factory"]));
        yield return new DeployRewards(admin, Labels["rc"], Limits(), Settings());
        foreach ((int k, Address strategy) in Strategies.Index())
        {
            if (strategy == Constants.BeaconChainEtherStrategy) continue;

            yield return new DeployStrategy(
                admin, strategy, Address.FromNumber((ulong)(k + 1)), StrategyKind.Base, Address.Zero);
            if (Text($"whitelisted.{k}") == "True") yield return new WhitelistStrategies(admin, [strategy]);
        }
    }

    private RewardsLimits Limits()
    {
        if (!_header.TryGetProperty("config", out JsonElement config)) return RewardsLimits.Mainnet;

        uint Seconds(string name) => uint.Parse(config.GetProperty(name).GetString()!);
        return new RewardsLimits(
            Seconds("CALCULATION_INTERVAL_SECONDS"),
            Seconds("MAX_REWARDS_DURATION"),
            Seconds("MAX_RETROACTIVE_LENGTH"),
            Seconds("MAX_FUTURE_LENGTH"),
            Seconds("GENESIS_REWARDS_TIMESTAMP"));
    }

    private RewardsSettings Settings()
    {
        Address admin = Labels["admin"];
        if (!_header.TryGetProperty("config", out JsonElement config))
        {
            uint delay = uint.Parse(_header.GetProperty("activationDelay").GetString()!);
            return new RewardsSettings(admin, admin, admin, delay, 1000);
        }

        return new RewardsSettings(
            Labels[Text("rewardsUpdater")],
            Labels[config.GetProperty("emissionsController").GetString()!],
            Labels[Text("feeRecipient")],
            uint.Parse(Text("activationDelay")),
            ushort.Parse(Text("defaultSplit")));
    }

    private IEnumerable<Command> Balances()
    {
        Address admin = Labels["admin"];
        foreach (Address token in Tokens)
        {
            yield return new IssuePanicking(admin, token);
        }

        // Recordings that do not name what the coordinator holds have it hold enough.
        if (!_state.TryGetProperty("bal.rc.0", out _))
        {
            foreach (Address token in Tokens)
            {
                yield return new Mint(admin, token, Labels["rc"], UInt256.One << 200);
            }
        }

        foreach (string[] key in Keys.Select(static key => key.Split('.')))
        {
            if (key[0] is not ("bal" or "allow")) continue;

            UInt256 amount = UInt256.Parse(Text(string.Join('.', key)));
            Address token = Tokens[int.Parse(key[2])];
            yield return key[0] == "bal"
                ? new Mint(admin, token, Labels[key[1]], amount)
                : new Approve(Labels[key[1]], token, Labels["rc"], amount);
        }
    }

    private IEnumerable<Command> Services()
    {
        foreach (Address avs in Sets.Select(static set => set.Avs).Distinct())
        {
            yield return new UpdateAvsMetadata(avs, avs, "");
        }

        foreach ((int i, JsonElement set) in Items("sets").Index())
        {
            if (!set.GetProperty("exists").GetBoolean()) continue;

            yield return new CreateOperatorSets(
                Sets[i].Avs, Sets[i].Avs, [new NewOperatorSet(Sets[i].Id, [], null)]);
        }
    }

    private IEnumerable<Command> Operators() => Items("operatorsRegistered").Select(name =>
        new RegisterAsOperator(Labels[name.GetString()!], Address.Zero, 0, ""));

    private string Text(string key) => _state.GetProperty(key).ToString();

    private JsonElement.ArrayEnumerator Items(string name) =>
        _header.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : default;

    private void Name(string letter, Address[] addresses)
    {
        foreach ((int i, Address address) in addresses.Index())
        {
            Labels.Add($"{letter}{i}", address);
        }
    }

    // What a recording has no address for is only ever named by its label.
    private void AddMissing(params string[] names)
    {
        foreach ((int i, string name) in names.Index())
        {
            if (!_header.GetProperty("addresses").TryGetProperty(name, out _))
            {
                Labels.Add(name, Address.FromNumber((ulong)(1_000_000 + i)));
            }
        }
    }
}
