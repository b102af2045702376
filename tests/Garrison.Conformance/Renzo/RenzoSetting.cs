using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;

namespace Garrison.Conformance.Renzo;

/// <summary>Who and what is in a recording of Renzo, and the commands that make it.</summary>
internal sealed class RenzoSetting
{
    private readonly JsonElement _state;
    private readonly Labels _labels;
    private ulong _addresses = 1_000_000;

    public RenzoSetting(JsonElement header, Labels labels)
    {
        _state = header.GetProperty("state");
        _labels = labels;
        Block = ulong.Parse(header.GetProperty("block").GetString()!);
        Users = [.. Texts(header, "users")];
        Assets = [.. Texts(header, "assets")];
        Delegators = [.. Enumerable.Range(0, header.GetProperty("operatorDelegators").GetInt32())
            .Select(static index => $"od{index}")];
        labels.Add("zero", Address.Zero);
        labels.Add("ETH", Ledger.Ether);
        foreach (string name in (string[])
            ["admin", "ezETH", "restakeManager", "depositQueue", "withdrawQueue", "instantWithdrawer",
                "stEthQueueMock", "sink", "feeDest", "iwFee", "feed", .. Users, .. Delegators, .. Tokens])
        {
            labels.Add(name, Address.FromNumber(_addresses++));
        }

        foreach (string token in Tokens)
        {
            Prices[token] = (Int256.Parse(Text($"{token}.price")), Flag($"{token}.stale"));
        }
    }

    public ulong Block { get; }

    public IReadOnlyList<string> Users { get; }

    public IReadOnlyList<string> Assets { get; }

    public IEnumerable<string> Tokens => Assets.Where(static asset => asset != "ETH");

    public IReadOnlyList<string> Delegators { get; }

    /// <summary>What each feed answers, and whether it says so a second too late.</summary>
    public Dictionary<string, (Int256 Answer, bool IsStale)> Prices { get; } = new(StringComparer.Ordinal);

    /// <summary>The recorded feeds always answer as of the same age, so they answer anew at each
    /// operation.</summary>
    public IEnumerable<Command> Answers(ulong second) => Tokens.Select(token => new PostAssetPrice(
        default,
        _labels["feed"],
        _labels[token],
        Prices[token].Answer,
        second - (Prices[token].IsStale ? 86_461UL : 86_460UL)));

    /// <summary>The commands that bring a world to the state of the header.</summary>
    public IEnumerable<Command> Begin()
    {
        Address admin = _labels["admin"];
        yield return new AdvanceClock(admin, Block, ulong.Parse(Text("ts")));
        yield return new DeployRenzo(
            admin,
            new RenzoContracts(
                _labels["ezETH"],
                _labels["restakeManager"],
                _labels["depositQueue"],
                _labels["withdrawQueue"],
                _labels["instantWithdrawer"],
                _labels["stETH"],
                _labels["stEthQueueMock"],
                _labels["sink"]),
            admin,
            Wei("coolDownPeriod"));
        foreach (Command command in Tokens.SelectMany(BeginToken).Concat(Answers(ulong.Parse(Text("ts"))))
            .Concat(Delegators.SelectMany(BeginDelegator)).Concat(BeginTerms(admin)))
        {
            yield return command;
        }

        foreach (string asset in Assets)
        {
            foreach (string holder in (string[])
                ["withdrawQueue", "depositQueue", "feeDest", "iwFee", .. Users])
            {
                yield return new Mint(admin, _labels[asset], _labels[holder], Wei($"{asset}.bal.{holder}"));
            }
        }
    }

    private IEnumerable<Command> BeginToken(string name)
    {
        Address admin = _labels["admin"];
        Address token = _labels[name];
        yield return new IssuePanicking(admin, token);
        yield return new AddRenzoCollateral(admin, token);
        yield return new SetRenzoFeed(admin, token, _labels["feed"]);
        yield return new SetRenzoValueLimit(admin, token, Wei($"{name}.tvlLimit"));
    }

    private IEnumerable<Command> BeginDelegator(string name)
    {
        Address admin = _labels["admin"];
        Address delegator = _labels[name];
        Address @operator = _labels[Text($"{name}.delegatedTo")];
        yield return new SetRenzoOperator(admin, delegator, @operator, false);
        yield return new PostRenzoDelegation(admin, delegator, @operator);
        yield return new AddRenzoDelegator(admin, delegator, Wei($"{name}.alloc"));
        yield return new PostBacking(admin, delegator, Ledger.Ether, Int256.Parse(Text($"{name}.eth")));
        foreach (string token in Tokens)
        {
            yield return new PostBacking(
                admin, delegator, _labels[token], Int256.Parse(Text($"{name}.{token}")));
        }
    }

    private IEnumerable<Command> BeginTerms(Address admin)
    {
        yield return new SetRenzoBufferTargets(admin,
        [
            .. Assets.Select(asset => new RenzoBufferTarget(_labels[asset], Wei($"{asset}.bufferTarget"))),
        ]);
        yield return new SetRenzoDrawdown(admin, Wei("iw.allowedBufferDrawdownBps"));
        yield return new SetRenzoInstantFee(
            admin, _labels["iwFee"], Wei("iw.minFeeBps"), Wei("iw.maxFeeBps"));
        yield return new SetRenzoRewardsFee(admin, _labels["feeDest"], Wei("feeBasisPoints"));
        yield return new SetRenzoWhitelisted(admin, [_labels["instantWithdrawer"]], [true]);
        if (!Flag("withdrawQueue.paused")) yield return new SetRenzoQueuePaused(admin, false);
    }

    private static IEnumerable<string> Texts(JsonElement header, string name) =>
        header.GetProperty(name).EnumerateArray().Select(static text => text.GetString()!);

    private string Text(string key) => _state.GetProperty(key).GetString()!;

    private bool Flag(string key) => _state.GetProperty(key).GetBoolean();

    private UInt256 Wei(string key) => UInt256.Parse(Text(key));
}
