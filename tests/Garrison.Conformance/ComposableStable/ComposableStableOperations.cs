using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;

namespace Garrison.Conformance.ComposableStable;

/// <summary>Turns the operations of a recording into commands.</summary>
internal sealed class ComposableStableOperations(ComposableStableSetting setting)
{
    // A kind that the contract does not have; its number in the recording's name is not told apart.
    private const int NoSuchKind = 9;

    private static readonly UInt256 _whenever = 99_999_999_999;

    private Address Pool => setting.Pool;

    /// <summary>The command of an operation.</summary>
    public Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        JsonElement args = operation.GetProperty("args");
        Address from = setting.Labels[operation.GetProperty("from").GetString()!];
        return OfUser(name, from, args)
            ?? OfSetting(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    private Command? OfUser(string name, Address from, JsonElement args) => name switch
    {
        "swap" => new SwapComposableStable(
            from, Pool, from, Kind(args), Account(args, "in"), Account(args, "out"),
            Wei(args, "amount"), Wei(args, "limit"), Wei(args, "deadline")),
        "batchSwap" => new BatchSwapComposableStable(
            from, from, Kind(args),
            [.. args.GetProperty("steps").EnumerateArray().Select(ToStep)],
            [.. setting.Registered.Select(token => setting.Labels[token])],
            [.. args.GetProperty("limits").EnumerateArray().Select(
                static limit => Int256.Parse(limit.GetString()!))],
            args.TryGetProperty("deadline", out _) ? Wei(args, "deadline") : _whenever),
        "join" => ToJoin(from, args),
        "exit" => ToExit(from, args),
        "donateToVault" => new Transfer(
            from, Account(args, "token"), setting.Labels["vault"], Wei(args, "amount")),
        "transferBpt" => new Transfer(from, Pool, Account(args, "to"), Wei(args, "amount")),
        "setProviderRate" => new SetComposableProviderRate(
            from, setting.Labels[ComposableStableSetting.Provider(args.GetProperty("token").GetString()!)],
            Wei(args, "rate")),
        "updateTokenRateCache" => new UpdateComposableTokenRate(from, Pool, Account(args, "token")),
        "updateProtocolFeePercentageCache" => new UpdateComposableProtocolFees(from, Pool),
        _ => null,
    };

    private Command? OfSetting(string name, Address from, JsonElement args) => name switch
    {
        "setTokenRateCacheDuration" => new SetComposableRateDuration(
            from, Pool, setting.Labels[Argument(args, "token", 0)], WeiOf(args, "duration", 1)),
        "startAmplificationParameterUpdate" => new StartComposableAmplification(
            from, Pool, WeiOf(args, "rawEndValue", 0), WeiOf(args, "endTime", 1)),
        "stopAmplificationParameterUpdate" => new StopComposableAmplification(from, Pool),
        "setSwapFeePercentage" => new SetComposableSwapFee(from, Pool, WeiOf(args, "fee", 0)),
        "setFeeTypePercentage" => new SetComposableProtocolFee(
            from, ToFeeType(Argument(args, "type", 0)), WeiOf(args, "value", 1)),
        "enableRecoveryMode" => new EnableComposableRecovery(from, Pool),
        "disableRecoveryMode" => new DisableComposableRecovery(from, Pool),
        "pause" => new PauseComposablePool(from, Pool),
        "unpause" => new UnpauseComposablePool(from, Pool),
        _ => null,
    };

    private JoinComposableStable ToJoin(Address from, JsonElement args)
    {
        ComposableStableJoin kind = args.GetProperty("kind").GetString() switch
        {
            "INIT" => ComposableStableJoin.Init,
            "EXACT_TOKENS_IN_FOR_BPT_OUT" => ComposableStableJoin.ExactTokensInForBptOut,
            "TOKEN_IN_FOR_EXACT_BPT_OUT" => ComposableStableJoin.TokenInForExactBptOut,
            "ALL_TOKENS_IN_FOR_EXACT_BPT_OUT" => ComposableStableJoin.AllTokensInForExactBptOut,
            _ => (ComposableStableJoin)NoSuchKind,
        };
        return new JoinComposableStable(
            from, Pool, from, kind, Amounts(args, "amountsIn"), FirstOf(args, "bptOut", "minBptOut"),
            FirstOf(args, "tokenIndex"), Limits(args, "maxAmountsIn"));
    }

    private ExitComposableStable ToExit(Address from, JsonElement args)
    {
        ComposableStableExit kind = args.GetProperty("kind").GetString() switch
        {
            "EXACT_BPT_IN_FOR_ONE_TOKEN_OUT" => ComposableStableExit.ExactBptInForOneTokenOut,
            "BPT_IN_FOR_EXACT_TOKENS_OUT" => ComposableStableExit.BptInForExactTokensOut,
            "EXACT_BPT_IN_FOR_ALL_TOKENS_OUT" => ComposableStableExit.ExactBptInForAllTokensOut,
            "RECOVERY" => ComposableStableExit.Recovery,
            _ => (ComposableStableExit)NoSuchKind,
        };
        return new ExitComposableStable(
            from, Pool, from, kind, Amounts(args, "amountsOut"), FirstOf(args, "bptIn", "maxBptIn"),
            FirstOf(args, "tokenIndex"), Limits(args, "minAmountsOut"));
    }

    private ComposableStableStep ToStep(JsonElement step) => new(
        Pool, PlaceOf(step, "in"), PlaceOf(step, "out"), Wei(step, "amount"));

    private ulong PlaceOf(JsonElement step, string name) =>
        (ulong)setting.Registered.Index().Single(
            token => token.Item == step.GetProperty(name).GetString()).Index;

    // "all x" is the same limit for every token; x may be a power of 2.
    private IReadOnlyList<UInt256>? Limits(JsonElement args, string name)
    {
        if (!args.TryGetProperty(name, out JsonElement limits)) return null;
        if (limits.ValueKind == JsonValueKind.Array) return [.. limits.EnumerateArray().Select(Number)];

        string[] words = limits.GetString()!.Split(' ');
        if (words is not ["all", string text])
        {
            throw new RecordingException($"the limits {limits} are not known");
        }

        UInt256 limit = text.StartsWith("2^", StringComparison.Ordinal)
            ? UInt256.One << int.Parse(text[2..])
            : UInt256.Parse(text);
        return [.. setting.Registered.Select(_ => limit)];
    }

    private static UInt256[] Amounts(JsonElement args, string name) =>
        args.TryGetProperty(name, out JsonElement amounts)
            ? [.. amounts.EnumerateArray().Select(Number)]
            : [];

    private static UInt256 FirstOf(JsonElement args, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (args.TryGetProperty(name, out JsonElement value)) return Number(value);
        }

        return UInt256.Zero;
    }

    private static ComposableStableSwap Kind(JsonElement args) =>
        args.GetProperty("kind").GetString() == "GIVEN_IN"
            ? ComposableStableSwap.GivenIn
            : ComposableStableSwap.GivenOut;

    private static ComposableStableFeeType ToFeeType(string name) => name switch
    {
        "swap" or "0" => ComposableStableFeeType.Swap,
        "yield" or "2" => ComposableStableFeeType.Yield,
        "aum" or "3" => ComposableStableFeeType.Aum,
        _ => throw new RecordingException($"the fee type {name} is not known"),
    };

    // A call of a stranger has its arguments in order, without names.
    private static string Argument(JsonElement args, string name, int place) =>
        args.TryGetProperty(name, out JsonElement named)
            ? named.ToString()
            : args.GetProperty("args")[place].ToString();

    private static UInt256 WeiOf(JsonElement args, string name, int place) =>
        UInt256.Parse(Argument(args, name, place));

    private Address Account(JsonElement args, string name) =>
        setting.Labels[args.GetProperty(name).GetString()!];

    private static UInt256 Wei(JsonElement args, string name) => Number(args.GetProperty(name));

    private static UInt256 Number(JsonElement value) => UInt256.Parse(value.ToString());
}
