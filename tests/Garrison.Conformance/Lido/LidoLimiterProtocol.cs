using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Primitives;

namespace Garrison.Conformance.Lido;

/// <summary>Plays runs of Lido's limiter alone.</summary>
internal sealed class LidoLimiterProtocol : Protocol
{
    private static readonly Dictionary<string, string> _nothing = [];

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) =>
        throw new RecordingException("a library has vectors, not operations");

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _nothing;

    /// <inheritdoc/>
    public override bool IsAnswer(string property) =>
        property is "results" or "currentEther" or "maxTotalPooledEther";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Call(JsonElement call)
    {
        Dictionary<string, string> answers = new(StringComparer.Ordinal);
        string? error = LidoNumbers.Attempt(() => Run(call, answers));
        return error is null ? answers : new Dictionary<string, string> { ["err"] = error };
    }

    private static Refusal? Run(JsonElement call, Dictionary<string, string> answers)
    {
        if (LidoRebaseLimiter.Begin(
            LidoNumbers.Read(call, "limit"),
            LidoNumbers.Read(call, "preEther"),
            LidoNumbers.Read(call, "preShares"),
            out LidoRebaseLimiter limiter) is { } refusal)
        {
            return refusal;
        }

        answers["maxTotalPooledEther"] = limiter.MaxEther.ToString();
        foreach ((int index, JsonElement step) in call.GetProperty("ops").EnumerateArray().Index())
        {
            if (Step(ref limiter, step, out UInt256 result) is { } wrong) return wrong;

            answers[$"results.{index}"] = result.ToString();
            answers[$"currentEther.{index}"] = limiter.Ether.ToString();
        }

        return null;
    }

    private static Refusal? Step(ref LidoRebaseLimiter limiter, JsonElement step, out UInt256 result)
    {
        result = UInt256.Zero;
        var amount = UInt256.Parse(step[1].GetString()!);
        switch (step[0].GetString())
        {
            case "0":
                result = limiter.Increase(amount);
                return null;
            case "1":
                return limiter.Decrease(amount);
            case "2":
                result = limiter.SharesToBurnLimitDown();
                return null;
            case "3":
                result = limiter.IsReached ? UInt256.One : UInt256.Zero;
                return null;
            default:
                throw new RecordingException($"the step {step[0]} is not known");
        }
    }
}

/// <summary>Numbers and outcomes of Lido's recordings.</summary>
internal static class LidoNumbers
{
    /// <summary>A number by its name.</summary>
    public static UInt256 Read(JsonElement line, string name) =>
        UInt256.Parse(line.GetProperty(name).GetString()!);

    /// <summary>The numbers of a list.</summary>
    public static UInt256[] ReadAll(JsonElement list) =>
        [.. list.EnumerateArray().Select(static number => UInt256.Parse(number.GetString()!))];

    /// <summary>The name of the refusal or the panic of a view; null when there is none.</summary>
    public static string? Attempt(Func<Refusal?> view)
    {
        try
        {
            return view()?.Name;
        }
        catch (ArithmeticException panic)
        {
            return Refusal.OfPanic(panic).Name;
        }
    }
}
