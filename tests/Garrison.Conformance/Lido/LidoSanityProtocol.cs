using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Primitives;

namespace Garrison.Conformance.Lido;

/// <summary>Plays calls of the views of Lido's sanity checker.</summary>
/// <param name="header">The header, with the limits.</param>
internal sealed class LidoSanityProtocol(JsonElement header) : Protocol
{
    private static readonly Dictionary<string, string> _nothing = [];

    private readonly UInt256 _deviation =
        header.GetProperty("limits").GetProperty("simulatedShareRateDeviationBP").GetUInt64();

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) =>
        throw new RecordingException("a library has vectors, not operations");

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _nothing;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Call(JsonElement call)
    {
        Dictionary<string, string> answers = new(StringComparer.Ordinal);

        // The arguments stand in the contract's order.
        UInt256[] args = [.. call.GetProperty("args").EnumerateObject().Select(
            static argument => UInt256.Parse(argument.Value.GetString()!))];
        string function = call.GetProperty("fn").GetString()!;
        string? error = LidoNumbers.Attempt(() => function switch
        {
            "smoothenTokenRebase" => Smoothen(
                LidoNumbers.Read(call, "maxPositiveTokenRebase"), args, answers),
            "checkSimulatedShareRate" => LidoSanity.CheckRate(
                args[0], args[1], args[2], args[3], args[4], _deviation),
            _ => throw new RecordingException($"the function {function} is not known"),
        });
        if (error is not null) return new Dictionary<string, string> { ["err"] = error };

        // A check has no answer but that it passed.
        if (answers.Count == 0 && call.TryGetProperty("result", out _)) answers["result"] = "ok";

        return answers;
    }

    private static Refusal? Smoothen(UInt256 limit, UInt256[] args, Dictionary<string, string> answers)
    {
        LidoRebaseFacts facts = new(
            args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8]);
        if (LidoSmoothing.Compute(limit, facts, out LidoSmoothing smoothing) is { } refusal) return refusal;

        answers["result.withdrawals"] = smoothing.Withdrawals.ToString();
        answers["result.elRewards"] = smoothing.Rewards.ToString();
        answers["result.sharesFromWQToBurn"] = smoothing.SharesOfQueueToBurn.ToString();
        answers["result.sharesToBurn"] = smoothing.SharesToBurn.ToString();
        return null;
    }
}
