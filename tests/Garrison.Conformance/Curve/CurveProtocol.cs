using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

namespace Garrison.Conformance.Curve;

/// <summary>Plays recordings of one StableSwap-NG pool.</summary>
internal sealed class CurveProtocol : Protocol
{
    private static readonly string[] _users = ["u0", "u1", "u2"];
    private static readonly UInt256 _plenty = ((UInt256)10UL).Pow(40);

    private readonly CurveState _state;
    private readonly int _coinCount;

    public CurveProtocol(JsonElement header)
    {
        Labels.Add("zero", Address.Zero);
        foreach (string name in (string[])["pool", "admin", "feeReceiver", .. _users])
        {
            Labels.Add(name, Hashed(name));
        }

        StableSwapCoin[] coins = [.. Coins(header)];
        _coinCount = coins.Length;
        _state = new CurveState(World, Labels, _users, _coinCount);
        Build(new AdvanceClock(default, 1, Wei(header.GetProperty("state"), "ts").ToUInt64()));
        Build(new DeployStableSwap(default, Labels["pool"], new StableSwapParameters(
            coins,
            ulong.Parse(header.GetProperty("A").GetString()!),
            Wei(header, "fee"),
            Wei(header, "offpegFeeMultiplier"),
            Wei(header, "maExpTime"),
            Labels["admin"],
            Labels["feeReceiver"])));
        foreach (string user in _users)
        {
            foreach (StableSwapCoin coin in coins)
            {
                Build(new Mint(default, coin.Token, Labels[user], _plenty));
            }
        }
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        Address from = Labels[operation.GetProperty("from").GetString()!];
        JsonElement args = operation.GetProperty("args");
        return OfTrader(name, from, args)
            ?? OfAdmin(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _state.Read();

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadQuotes(JsonElement operation) =>
        _state.ReadQuotes(operation.GetProperty("args"));

    /// <inheritdoc/>
    public override bool EmptyRevertIsAnyRefusal => true;

    private Command? OfTrader(string name, Address from, JsonElement args)
    {
        Address pool = Labels["pool"];
        return name switch
        {
            "exchange" => new SwapStable(
                from, pool, Number(args, "i"), Number(args, "j"), Wei(args, "dx"), Wei(args, "min")),
            "add_liquidity" => new AddStableLiquidity(
                from, pool, Amounts(args), Wei(args, "min")),
            "remove_liquidity" => new RemoveStableLiquidity(
                from, pool, Wei(args, "amount"), new UInt256[_coinCount]),
            "remove_liquidity_one_coin" => new RemoveStableLiquidityOneCoin(
                from, pool, Wei(args, "amount"), Number(args, "i"), UInt256.Zero),
            "remove_liquidity_imbalance" => new RemoveStableLiquidityImbalance(
                from, pool, Amounts(args), Wei(args, "max")),
            _ => null,
        };
    }

    private Command? OfAdmin(string name, Address from, JsonElement args)
    {
        Address pool = Labels["pool"];
        return name switch
        {
            "ramp_A" => new RampStableA(
                from, pool, Wei(args, "futureA").ToUInt64(), Wei(args, "futureTime").ToUInt64()),
            "stop_ramp_A" => new StopRampStableA(from, pool),
            "set_new_fee" => new SetStableFee(from, pool, Wei(args, "fee"), Wei(args, "offpeg")),
            "set_ma_exp_time" => new SetStableWindows(from, pool, Wei(args, "ma"), Wei(args, "D_ma")),
            "withdraw_admin_fees" => new WithdrawStableAdminFees(from, pool),
            "setRate" => new SetStableRate(from, pool, Number(args, "coin"), Wei(args, "rate")),
            _ => null,
        };
    }

    private IEnumerable<StableSwapCoin> Coins(JsonElement header)
    {
        JsonElement decimals = header.GetProperty("decimals");
        JsonElement kinds = header.GetProperty("assetTypes");
        JsonElement rates = header.GetProperty("rates");
        for (int i = 0; i < decimals.GetArrayLength(); i++)
        {
            Labels.Add($"C{i}", Hashed($"C{i}"));
            yield return new StableSwapCoin(
                Labels[$"C{i}"],
                Enum.Parse<StableSwapAsset>(kinds[i].GetString()!),
                int.Parse(decimals[i].GetString()!),
                rates[i].ValueKind == JsonValueKind.Null ? null : UInt256.Parse(rates[i].GetString()!));
        }
    }

    private static UInt256[] Amounts(JsonElement args) =>
    [
        .. args.GetProperty("amounts").EnumerateArray().Select(
            static amount => UInt256.Parse(amount.GetString()!)),
    ];

    private static UInt256 Wei(JsonElement args, string name) =>
        UInt256.Parse(args.GetProperty(name).GetString()!);

    private static int Number(JsonElement args, string name) =>
        int.Parse(args.GetProperty(name).GetString()!);

    // The recordings have no addresses, only names.
    private static Address Hashed(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        Keccak.HashText(name).CopyTo(hash);
        return Address.FromBytes(hash[12..]);
    }
}
