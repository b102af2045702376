using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Primitives;

namespace Garrison.Conformance.Kelp;

/// <summary>Who and what is in a recording of Kelp, and the commands that make it.</summary>
internal sealed class KelpSetting
{
    // What the manager swaps with, which no key tells.
    private static readonly UInt256 _plenty = ((UInt256)10UL).Pow(30);

    private readonly JsonElement _state;
    private readonly Labels _labels;
    private ulong _addresses = 1_000_000;

    public KelpSetting(JsonElement header, Labels labels)
    {
        _state = header.GetProperty("state");
        _labels = labels;
        Block = ulong.Parse(header.GetProperty("block").GetString()!);
        Users = [.. Texts(header, "users")];
        Assets = [.. Texts(header, "assets")];
        labels.Add("zero", Address.Zero);
        labels.Add("ETH", Ledger.Ether);
        Delegators = [.. Enumerable.Range(0, CountDelegators()).Select(static index => $"ndc{index}")];
        foreach (string name in (string[])
            ["admin", "manager", "operator", "config", "rsETH", "oracle", "depositPool", "withdrawalManager",
                "unstakingVault", "treasury", "priceMock", .. Users, .. Delegators,
                .. Assets.Where(static asset => asset != "ETH"),
                .. Assets.Where(static asset => asset != "ETH").Select(static asset => $"strategy.{asset}")])
        {
            labels.Add(name, Address.FromNumber(_addresses++));
        }
    }

    public ulong Block { get; }

    public IReadOnlyList<string> Users { get; }

    public IReadOnlyList<string> Assets { get; }

    public IReadOnlyList<string> Delegators { get; }

    /// <summary>The commands that bring a world to the state of the header.</summary>
    public IEnumerable<Command> Begin()
    {
        Address admin = _labels["admin"];
        yield return new AdvanceClock(admin, Block, ulong.Parse(Text("ts")));
        yield return new DeployKelp(
            admin,
            new KelpContracts(
                _labels["config"],
                _labels["rsETH"],
                _labels["oracle"],
                _labels["depositPool"],
                _labels["withdrawalManager"],
                _labels["unstakingVault"],
                _labels["treasury"]),
            admin);
        yield return new GrantKelpRoles(admin, _labels["manager"], KelpRoles.Manager | KelpRoles.Pauser);
        yield return new GrantKelpRoles(admin, _labels["operator"], KelpRoles.Operator);
        yield return new AddKelpNodeDelegators(
            admin, [.. Delegators.Select(delegator => _labels[delegator])]);
        yield return new SetKelpPriceLimit(admin, Wei("pricePercentageLimit"));
        yield return new SetKelpProtocolFee(admin, Wei("protocolFeeInBPS"));
        yield return new SetKelpMinimumDeposit(admin, Wei("minAmountToDeposit"));
        yield return new SetKelpWithdrawalDelay(_labels["manager"], Wei("withdrawalDelayBlocks"));
        yield return new Mint(admin, Ledger.Ether, _labels["manager"], _plenty);
        yield return new SetKelpConverterValue(admin, Wei("converter.ethValueInWithdrawal"));
        foreach (Command command in Assets.SelectMany(BeginAsset))
        {
            yield return command;
        }
    }

    private IEnumerable<Command> BeginAsset(string name)
    {
        Address admin = _labels["admin"];
        Address asset = _labels[name];
        if (name != "ETH")
        {
            Address strategy = _labels[$"strategy.{name}"];
            yield return new IssuePanicking(admin, asset);
            yield return new PostAssetPrice(
                admin, strategy, asset, Int256.Parse(Text($"{name}.strategyRate")), 0);
            yield return new SupportKelpAsset(admin, asset, Wei($"{name}.depositLimit"));
            yield return new SetKelpStrategy(admin, asset, strategy);
        }
        else
        {
            yield return new SupportKelpAsset(admin, asset, Wei($"{name}.depositLimit"));
        }

        yield return new PostAssetPrice(
            admin, _labels["priceMock"], asset, Int256.Parse(Text($"{name}.price")), 0);
        yield return new SetKelpPriceOracle(admin, asset, _labels["priceMock"], false);
        yield return new SetKelpMinimumWithdrawal(admin, asset, Wei($"{name}.minWithdraw"));
        foreach (string holder in (string[])
            ["depositPool", "unstakingVault", "withdrawalManager", .. Delegators, .. Users])
        {
            yield return new Mint(admin, asset, _labels[holder], Wei($"{name}.bal.{holder}"));
        }

        foreach (string delegator in Delegators)
        {
            yield return new PostBacking(
                admin, _labels[delegator], asset, Int256.Parse(Text($"{name}.staked.{delegator}")));
        }
    }

    private int CountDelegators() => Enumerable.Range(0, int.MaxValue)
        .First(index => !_state.TryGetProperty($"ndc{index}.accounted", out _));

    private static IEnumerable<string> Texts(JsonElement header, string name) =>
        header.GetProperty(name).EnumerateArray().Select(static text => text.GetString()!);

    private string Text(string key) => _state.GetProperty(key).GetString()!;

    private UInt256 Wei(string key) => UInt256.Parse(Text(key));
}
