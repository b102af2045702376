using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Engine.Restaking.EigenLayer.Vaults;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Plays recordings of duration vaults, each of which is a strategy and an operator.</summary>
internal sealed class VaultsProtocol : Protocol
{
    private static readonly string[] _recipients = ["burn", "r0"];

    private readonly EigenLayerSetting _setting;
    private readonly EigenLayerOperations _core;
    private readonly VaultsOperations _vaults;
    private readonly EigenLayerState _state;
    private readonly JsonElement _header;
    private readonly Address[] _tokens;
    private readonly Address[] _addresses;

    public VaultsProtocol(JsonElement header)
    {
        _header = header;
        _setting = new EigenLayerSetting(header, Labels);
        _tokens = [.. EigenLayerSetting.Names(header, "tokens").Select(Address.Parse)];
        _addresses = [.. Vaults.Select(
            static vault => Address.Parse(vault.GetProperty("address").GetString()!))];
        _vaults = new VaultsOperations(_setting, _tokens);
        foreach (Command command in Begin().Concat(Strategies()).Concat(Stakers()))
        {
            Build(command);
        }

        _core = new EigenLayerOperations(_setting, World);
        _state = new EigenLayerState(_setting, World);
    }

    private IEnumerable<JsonElement> Vaults => _header.GetProperty("vaults").EnumerateArray();

    private JsonElement State => _header.GetProperty("state");

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) =>
        _vaults.ToCommand(operation) ?? _core.ToCommand(operation);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState()
    {
        Dictionary<string, string> keys = _state.Read();
        foreach (string omitted in keys.Keys.Where(IsOmitted).ToArray())
        {
            _ = keys.Remove(omitted);
        }

        for (int i = 0; i < _addresses.Length; i++)
        {
            ReadVault(keys, $"vault.{i}", _addresses[i]);
        }

        for (int t = 0; t < _tokens.Length; t++)
        {
            ReadToken(keys, t);
        }

        for (int k = 0; k < _setting.Strategies.Count; k++)
        {
            keys[$"whitelisted.{k}"] =
                World.EigenLayer.StrategyManager.IsWhitelisted(_setting.Strategies[k]).ToString();
        }

        keys["pausedAm"] = World.EigenLayer.Pausing.Mask(Labels["am"]).ToString();
        return keys;
    }

    private static bool IsOmitted(string key)
    {
        string[] parts = key.Split('.');
        return (parts[0], parts[^1]) switch
        {
            ("recip" or "burnableETH", _) => true,
            (_, "bcsf" or "pod" or "allocSets" or "approver") => true,
            ("op", "strats") => true,
            ("set", "slasher" or "pendingSlasher" or "pendingSlasherBlock") => true,
            _ => parts.Intersect(["bal", "free", "minSlash", "allocStake"]).Any(),
        };
    }

    private IEnumerable<Command> Begin()
    {
        Address admin = Labels["admin"];
        JsonElement config = _header.GetProperty("config");
        uint Blocks(string name) => uint.Parse(config.GetProperty(name).GetString()!);
        yield return new AdvanceClock(
            admin,
            ulong.Parse(State.GetProperty("block").GetString()!),
            ulong.Parse(State.GetProperty("ts").GetString()!));
        yield return new DeployEigenLayer(
            admin,
            EigenLayerHeader.VersionOf(_header),
            new Delays(
                Blocks("withdrawalDelayBlocks"),
                Blocks("deallocationDelay"),
                Blocks("allocationConfigurationDelay"),
                Blocks("allocationConfigurationDelay"),
                Delays.Mainnet.SlashResolutionDelayBlocks),
            _setting.Contracts,
            new Governance(admin, admin, admin, Labels["factory"]));
        yield return new DeployRewards(
            admin,
            Labels["rc"],
            RewardsLimits.Mainnet,
            new RewardsSettings(admin, admin, admin, 0, 1000));
        foreach (Address avs in _setting.Sets.Select(static set => set.Avs).Distinct())
        {
            yield return new SetRegistrarPolicy(avs, avs, RegistrarPolicy.Accept);
            yield return new UpdateAvsMetadata(avs, avs, "");
        }

        foreach ((JsonElement named, OperatorSet set) in
            _header.GetProperty("sets").EnumerateArray().Zip(_setting.Sets))
        {
            string recipient = named.GetProperty("redistributionRecipient").GetString()!;
            NewOperatorSet[] created = [new NewOperatorSet(set.Id, [], null)];
            yield return recipient == "burn"
                ? new CreateOperatorSets(set.Avs, set.Avs, created)
                : new CreateRedistributingOperatorSets(set.Avs, set.Avs, created, [Labels[recipient]]);
        }
    }

    private IEnumerable<Command> Strategies()
    {
        for (int k = 0; k < _setting.Strategies.Count; k++)
        {
            if (!_addresses.Contains(_setting.Strategies[k]))
            {
                yield return new DeployNewStrategy(
                    Labels["admin"], _setting.Tokens[k], _setting.Strategies[k]);
            }
        }

        foreach (JsonElement vault in Vaults)
        {
            yield return new DeployDurationVault(
                Labels["admin"],
                Address.Parse(vault.GetProperty("address").GetString()!),
                _vaults.Configuration(vault, _setting.Sets[vault.GetProperty("set").GetInt32()]));
        }

        for (int j = 0; j < _setting.Sets.Count; j++)
        {
            Address[] listed =
            [
                .. State.GetProperty($"set.{j}.strats").GetString()!
                    .Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(k => _setting.Strategies[int.Parse(k)]),
            ];
            yield return new AddStrategiesToOperatorSet(_setting.Sets[j].Avs, _setting.Sets[j], listed);
        }
    }

    private IEnumerable<Command> Stakers()
    {
        Address admin = Labels["admin"];
        foreach (string name in _setting.Operators.Except(_header.GetProperty("vaults").EnumerateArray()
            .Select(static vault => $"v{vault.GetProperty("index")}")))
        {
            uint delay = uint.Parse(State.GetProperty($"op.{name}.delay").GetString()!);
            yield return new RegisterAsOperator(Labels[name], default, delay, "");
        }

        foreach (string staker in _setting.Stakers)
        {
            string to = State.GetProperty($"staker.{staker}.delegatedTo").GetString()!;
            if (to != "zero") yield return new DelegateTo(Labels[staker], Labels[to], default);
        }

        for (int t = 0; t < _tokens.Length; t++)
        {
            foreach (string staker in _setting.Stakers)
            {
                yield return new Mint(
                    admin,
                    _tokens[t],
                    Labels[staker],
                    UInt256.Parse(State.GetProperty($"staker.{staker}.tok.{t}").GetString()!));
            }

            yield return new Mint(admin, _tokens[t], Labels["x0"], UInt256.Parse(new string('9', 39)));
            yield return new IssuePanicking(admin, _tokens[t]);
        }
    }

    private void ReadVault(Dictionary<string, string> keys, string prefix, Address address)
    {
        EigenLayerCore core = World.EigenLayer;
        DurationVault vault = core.Vaults.At(address);
        DepositLimits limits = core.Strategies.LimitsOf(address);
        keys[$"{prefix}.state"] = vault.Phase.ToString().ToUpperInvariant();
        keys[$"{prefix}.lockedAt"] = vault.LockedAt.ToString();
        keys[$"{prefix}.unlockAt"] = vault.UnlockAt.ToString();
        keys[$"{prefix}.maturedAt"] = vault.MaturedAt.ToString();
        keys[$"{prefix}.maxPerDeposit"] = limits.MaxPerDeposit.ToString();
        keys[$"{prefix}.maxTotalDeposits"] = limits.MaxTotalDeposits.ToString();
        keys[$"{prefix}.operatorSetRegistered"] = core.OperatorSets.IsMember(address, vault.Set).ToString();
        keys[$"{prefix}.allocationsActive"] = (vault.Phase == VaultPhase.Allocations).ToString();
        keys[$"{prefix}.depositsOpen"] = (vault.Phase == VaultPhase.Deposits).ToString();
        keys[$"{prefix}.withdrawalsOpen"] = (vault.Phase != VaultPhase.Allocations).ToString();
        keys[$"{prefix}.paused"] = core.Pausing.Mask(address).ToString();
        keys[$"{prefix}.claimer"] = Labels[core.Rewards.Claims.ClaimerOf(address)];
        keys[$"{prefix}.approver"] = Labels[core.Delegation.ApproverOf(address)];
    }

    private void ReadToken(Dictionary<string, string> keys, int t)
    {
        Address token = _tokens[t];
        keys[$"blacklisted.{t}"] = World.EigenLayer.StrategyFactory.IsBlacklisted(token).ToString();
        keys[$"numVaults.{t}"] =
            World.EigenLayer.StrategyFactory.DurationVaultsOf(token).Count.ToString();
        foreach (string recipient in _recipients)
        {
            keys[$"recip.{recipient}.tok.{t}"] = World.Ledger.Balance(token, Labels[recipient]).ToString();
        }

        foreach (string staker in _setting.Stakers)
        {
            keys[$"staker.{staker}.tok.{t}"] = World.Ledger.Balance(token, Labels[staker]).ToString();
        }
    }
}
