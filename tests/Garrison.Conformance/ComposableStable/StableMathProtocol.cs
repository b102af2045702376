using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;

namespace Garrison.Conformance.ComposableStable;

/// <summary>Plays cases of the library of stable pools alone: arguments, and what they come to.</summary>
internal sealed class StableMathProtocol : Protocol
{
    private static readonly Dictionary<string, string> _nothing = [];

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) =>
        throw new RecordingException("a library has cases, not operations");

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _nothing;

    /// <inheritdoc/>
    public override string Answer(JsonElement line)
    {
        StableMath math = default;
        UInt256 result = Compute(ref math, line.GetProperty("fn").GetString()!, line);
        return math.Refusal?.Name ?? result.ToString();
    }

    private static UInt256 Compute(ref StableMath math, string function, JsonElement line)
    {
        UInt256 amplification = Number(line, "amp");
        UInt256[] balances = Numbers(line, "balances");
        return function switch
        {
            "calculateInvariant" => math.Invariant(amplification, balances),
            "getTokenBalanceGivenInvariantAndAllOtherBalances" => math.BalanceUp(
                amplification, balances, Number(line, "invariant"), Index(line, "tokenIndex")),
            "calcOutGivenIn" => math.OutGivenIn(
                amplification, balances, Index(line, "indexIn"), Index(line, "indexOut"),
                Number(line, "amountIn"), Number(line, "invariant")),
            "calcInGivenOut" => math.InGivenOut(
                amplification, balances, Index(line, "indexIn"), Index(line, "indexOut"),
                Number(line, "amountOut"), Number(line, "invariant")),
            _ => ComputeShares(ref math, function, line, amplification, balances),
        };
    }

    private static UInt256 ComputeShares(
        ref StableMath math, string function, JsonElement line, UInt256 amplification, UInt256[] balances)
    {
        UInt256 supply = Number(line, "bptTotalSupply");
        UInt256 invariant = Number(line, "currentInvariant");
        UInt256 fee = Number(line, "swapFee");
        return function switch
        {
            "calcBptOutGivenExactTokensIn" => math.PoolTokensOutDown(
                amplification, balances, Numbers(line, "amounts"), supply, invariant, fee),
            "calcBptInGivenExactTokensOut" => math.PoolTokensInUp(
                amplification, balances, Numbers(line, "amounts"), supply, invariant, fee),
            "calcTokenInGivenExactBptOut" => math.TokenInUp(
                amplification, balances, Index(line, "tokenIndex"), Number(line, "bptAmount"), supply,
                invariant, fee),
            "calcTokenOutGivenExactBptIn" => math.TokenOutDown(
                amplification, balances, Index(line, "tokenIndex"), Number(line, "bptAmount"), supply,
                invariant, fee),
            _ => throw new RecordingException($"the function {function} is not known"),
        };
    }

    private static int Index(JsonElement line, string name) => line.GetProperty(name).GetInt32();

    private static UInt256 Number(JsonElement line, string name) =>
        UInt256.Parse(line.GetProperty(name).GetString()!);

    private static UInt256[] Numbers(JsonElement line, string name) =>
        [.. line.GetProperty(name).EnumerateArray().Select(static x => UInt256.Parse(x.GetString()!))];
}
