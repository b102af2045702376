using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;

namespace Garrison.Conformance.EtherFi;

/// <summary>Who and what is in a recording, and the commands that make it.</summary>
internal sealed class EtherFiSetting
{
    // Buckets of redemptions are recorded in units of 10¹² wei.
    private const ulong BucketUnit = 1_000_000_000_000;

    private static readonly UInt256 _ether = 1_000_000_000_000_000_000UL;

    // The recordings call some contracts otherwise in their lists of addresses than in their events.
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["ee"] = "eeth",
        ["we"] = "weeth",
        ["ad"] = "efadmin",
        ["orc"] = "oracle",
    };

    private static readonly string[] _buckets = ["rl.mint", "rl.burn", "rm.ETH.limit", "rm.stETH.limit"];

    private static readonly string[] _others = ["feeR", "treasury", "liquifier"];

    private readonly JsonElement _header;
    private readonly JsonElement _config;
    private readonly JsonElement _state;
    private readonly Labels _labels;

    public EtherFiSetting(JsonElement header, Labels labels)
    {
        _header = header;
        _config = header.GetProperty("config");
        _state = header.GetProperty("state");
        _labels = labels;
        foreach (JsonProperty named in header.GetProperty("addresses").EnumerateObject())
        {
            labels.Add(
                _names.GetValueOrDefault(named.Name, named.Name), Address.Parse(named.Value.GetString()!));
        }

        labels.Add("ETH", Ledger.Ether);
        Users =
        [
            .. header.GetProperty("users").EnumerateArray().Select(static user => user.GetString()!),
            .. _others,
        ];
    }

    /// <summary>Whose balances are in the state.</summary>
    public IReadOnlyList<string> Users { get; }

    private Address Admin => _labels["admin"];

    private Address Timelock => _labels["opTL"];

    /// <summary>The commands that bring a world to the state of the header.</summary>
    public IEnumerable<Command> Begin(Clock clock)
    {
        yield return new AdvanceClock(Admin, 0, _buckets.Min(LastRefill));
        foreach (Command command in Deploy().Concat(Settings()).Concat(Deposits()))
        {
            yield return command;
        }

        // Buckets were last touched at different times, the earliest first.
        foreach (string bucket in _buckets.OrderBy(LastRefill))
        {
            yield return new AdvanceClock(Admin, 0, LastRefill(bucket) - clock.Seconds);
            foreach (Command command in Fill(bucket))
            {
                yield return command;
            }
        }

        yield return new AdvanceClock(Admin, Number("block") - clock.Block, Number("ts") - clock.Seconds);
    }

    private IEnumerable<Command> Deploy()
    {
        yield return new DeployEtherFi(
            Admin,
            new EtherFiContracts(
                _labels["lp"],
                _labels["eeth"],
                _labels["weeth"],
                _labels["wrn"],
                _labels["rm"],
                _labels["efadmin"],
                _labels["oracle"],
                _labels["rl"],
                _labels["bl"],
                _labels["stakingManager"],
                _labels["restaker"],
                _labels["stETH"],
                _labels["liquifier"],
                _labels["mm"],
                _labels["treasury"],
                _labels["feeR"]),
            new EtherFiLimits(
                _config.GetProperty("maxAcceptableApr").GetInt32(),
                _config.GetProperty("maxReqPerReport").GetUInt32(),
                UInt256.MaxValue,
                0,
                _config.GetProperty("staleWindow").GetUInt64(),
                1,
                10_000,
                _config.GetProperty("rmMaxFeeBps").GetUInt16(),
                10_000,
                _config.GetProperty("rmStalePriceWindow").GetUInt64(),
                UInt256.Parse(_config.GetProperty("rmMaxPriceThreshold").GetString()!),
                _ether,
                32UL * _ether,
                2048UL * _ether),
            new EtherFiSlots(
                _config.GetProperty("period").GetUInt32(),
                _config.GetProperty("reportStartSlot").GetUInt32(),
                _config.GetProperty("slotsPerEpoch").GetUInt32(),
                _config.GetProperty("secondsPerSlot").GetUInt32(),
                _config.GetProperty("oracleGenesis").GetUInt64()),
            _config.GetProperty("aprCap").GetInt32(),
            _config.GetProperty("wait").GetUInt16());
        foreach (JsonProperty role in _header.GetProperty("roles").EnumerateObject())
        {
            yield return new SetEtherFiRole(
                Admin, ToRole(role.Name), _labels[role.Value.GetString()!], IsHeld: true);
        }
    }

    private static EtherFiRole ToRole(string name) => Enum.Parse<EtherFiRole>(name, ignoreCase: true);

    private IEnumerable<Command> Settings()
    {
        uint members = 0;
        foreach (JsonElement member in _config.GetProperty("committee").EnumerateArray())
        {
            members++;
            yield return new AddEtherFiMember(
                Timelock, _labels[member.GetString()!], Math.Min(members, Number32("oracle.quorum")));
        }

        yield return new SetEtherFiMaxFinalizedPerDay(Timelock, Wei("efadmin.maxFinPerDay"));
        yield return new SetEtherFiMaxWithdraw(_labels["opMS"], Wei("lp.max"));
        yield return new SetEtherFiMinWithdraw(_labels["opMS"], Wei("lp.min"));
        yield return new PostEtherFiStEthPrice(Admin, Int256.FromUInt256(_ether), 1_700_010_012);
        yield return new Mint(Admin, _labels["stETH"], _labels["restaker"], Wei("restaker.stETH"));
        yield return new Mint(Admin, Ledger.Ether, _labels["stakingManager"], _ether * _ether);
        yield return new RefuseEther(_labels["u4"], Refuses: true);
        yield return new CreateEtherFiLimiter(Timelock, EtherFiLimiter.Mint, ulong.MaxValue, 0);
        yield return new CreateEtherFiLimiter(Timelock, EtherFiLimiter.Burn, ulong.MaxValue, 0);
    }

    private IEnumerable<Command> Deposits()
    {
        foreach (string user in Users)
        {
            Address account = _labels[user];
            UInt256 shares = Wei($"user.{user}.shares");
            yield return new Mint(Admin, Ledger.Ether, account, Wei($"user.{user}.eth") + shares);
            if (!shares.IsZero) yield return new DepositToEtherFi(account, shares);
            foreach (string spender in new[] { "lp", "weeth", "rm" })
            {
                yield return new ApproveEEth(account, _labels[spender], UInt256.MaxValue);
            }

            yield return new Approve(account, _labels["weeth"], _labels["rm"], UInt256.MaxValue);
        }
    }

    private IEnumerable<Command> Fill(string bucket)
    {
        ulong[] parts = Parts(bucket);
        if (bucket.StartsWith("rl.", StringComparison.Ordinal))
        {
            Hash32 id = bucket == "rl.mint" ? EtherFiLimiter.Mint : EtherFiLimiter.Burn;
            yield return new SetEtherFiLimiterCapacity(Timelock, id, parts[0]);
            yield return new SetEtherFiLimiterRefillRate(Timelock, id, parts[3]);
            yield return new SetEtherFiLimiterRemaining(Timelock, id, parts[1]);
        }
        else
        {
            string token = bucket.Split('.')[1];
            ulong[] terms = Parts($"rm.{token}.params");
            yield return new SetEtherFiRedemption(
                Timelock,
                _labels[token],
                (ushort)terms[0],
                (ushort)terms[1],
                (ushort)terms[2],
                (UInt256)parts[0] * BucketUnit,
                (UInt256)parts[3] * BucketUnit);
        }
    }

    private ulong LastRefill(string bucket) => Parts(bucket)[2];

    private ulong[] Parts(string key) =>
        [.. _state.GetProperty(key).GetString()!.Split(',').Select(ulong.Parse)];

    private ulong Number(string key) => ulong.Parse(_state.GetProperty(key).GetString()!);

    private uint Number32(string key) => uint.Parse(_state.GetProperty(key).GetString()!);

    private UInt256 Wei(string key) => UInt256.Parse(_state.GetProperty(key).GetString()!);
}
