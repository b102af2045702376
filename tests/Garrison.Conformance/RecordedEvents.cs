using System.Text.Json;

using Garrison.Engine;

namespace Garrison.Conformance;

/// <summary>Brings the events of a recording and those of the engine to one form of text.</summary>
/// <remarks>The form is <c>contract.Name(argument=value, …)</c>, with tuples and lists in brackets.</remarks>
internal static class RecordedEvents
{
    // The tokens of some recordings call the arguments of their approvals so.
    private static readonly Dictionary<string, string> _approval = new(StringComparer.Ordinal)
    {
        ["o"] = "owner",
        ["s"] = "spender",
        ["v"] = "value",
    };

    // Vyper's ERC-20 calls the two sides of a transfer so.
    private static readonly Dictionary<string, string> _transfer = new(StringComparer.Ordinal)
    {
        ["sender"] = "from",
        ["receiver"] = "to",
    };

    /// <summary>An event as a recording has it.</summary>
    public static string FromRecording(JsonElement recorded, Labels labels)
    {
        Dictionary<string, string> renamed =
            recorded.GetProperty("e").GetString() == "Transfer" ? _transfer : _approval;
        string arguments = string.Join(", ", recorded.GetProperty("a").EnumerateObject().Select(
            argument => $"{renamed.GetValueOrDefault(argument.Name, CamelCase(argument.Name))}="
                + Value(argument.Value, static text => text)));
        string contract = recorded.TryGetProperty("c", out JsonElement logger)
            ? labels.Name(logger.GetString()!)
            : labels.OnlyContract;
        return $"{contract}.{recorded.GetProperty("e")}({arguments})";
    }

    /// <summary>An event as the engine logs it.</summary>
    public static string FromEngine(Event fact, Labels labels)
    {
        var json = JsonElement.Parse(EngineJson.Write(fact));
        string name = json.GetProperty("type").GetString()!.Split('.')[^1];
        string arguments = string.Join(", ", json.EnumerateObject()
            .Where(static property => property.Name is not ("type" or "contract" or "poolId"))
            .Select(argument => $"{argument.Name}={Value(argument.Value, labels.Name)}"));
        return $"{labels[fact.Contract]}.{name}({arguments})";
    }

    // Vyper writes token_amounts where Solidity writes tokenAmounts.
    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(
            static (part, index) => index == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..])));

    private static string Value(JsonElement value, Func<string, string> label) => value.ValueKind switch
    {
        JsonValueKind.Array => List(value.EnumerateArray(), label),
        JsonValueKind.Object => List(
            value.EnumerateObject().Select(static property => property.Value), label),
        JsonValueKind.String => label(value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string List(IEnumerable<JsonElement> values, Func<string, string> label) =>
        $"[{string.Join(", ", values.Select(value => Value(value, label)))}]";
}
