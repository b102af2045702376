using System.Text.Json;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>The fixed names of a recording: strategies and sets by index, accounts by label.</summary>
internal sealed class EigenLayerSetting
{
    public EigenLayerSetting(JsonElement header, Labels labels)
    {
        Labels = labels;
        labels.Add("zero", Address.Zero);
        foreach (JsonProperty property in header.GetProperty("addresses").EnumerateObject())
        {
            labels.Add(property.Name, Address.Parse(property.Value.GetString()!));
        }

        AddMissing(header, "pc", "epm", "factory", "rc", "r0", "r1");
        foreach (JsonElement strategy in header.GetProperty("strategies").EnumerateArray())
        {
            int index = strategy.GetProperty("index").GetInt32();
            var address = Address.Parse(strategy.GetProperty("address").GetString()!);
            Strategies.Add(address);
            labels.Add($"S{index}", address);
            AddToken(header, strategy.GetProperty("token"), index);
        }

        foreach (JsonElement set in header.GetProperty("sets").EnumerateArray())
        {
            Sets.Add(new OperatorSet(
                labels[set.GetProperty("avs").GetString()!], set.GetProperty("id").GetUInt32()));
        }

        Stakers = Names(header, "stakers");
        Operators = Names(header, "operators");
    }

    public Labels Labels { get; }

    /// <summary>Strategies by index.</summary>
    public List<Address> Strategies { get; } = [];

    /// <summary>The token of each strategy; zero for beacon chain ether.</summary>
    public List<Address> Tokens { get; } = [];

    /// <summary>Operator sets by index.</summary>
    public List<OperatorSet> Sets { get; } = [];

    /// <summary>The labels of the stakers.</summary>
    public IReadOnlyList<string> Stakers { get; }

    /// <summary>The labels of the operators, those included that register later.</summary>
    public IReadOnlyList<string> Operators { get; }

    public Contracts Contracts => new(
        Labels["sm"], Labels["dm"], Labels["am"], Labels["epm"], Labels["pc"], Labels["factory"],
        Address.Zero);

    /// <summary>Strategy indices as recordings list them.</summary>
    public string Indices(IEnumerable<Address> strategies) => string.Join(',', strategies.Select(strategy =>
        Strategies.IndexOf(strategy)));

    public static IReadOnlyList<string> Names(JsonElement header, string property) =>
        header.TryGetProperty(property, out JsonElement names)
            ? [.. names.EnumerateArray().Select(static name => name.GetString()!)]
            : [];

    // A token is an address of its own, an index into the header's tokens, or none for beacon chain ether.
    private void AddToken(JsonElement header, JsonElement token, int index)
    {
        if (token.ValueKind == JsonValueKind.Null)
        {
            Tokens.Add(Address.Zero);
            return;
        }

        bool isIndex = token.ValueKind == JsonValueKind.Number;
        int number = isIndex ? token.GetInt32() : index;
        Tokens.Add(Address.Parse(
            isIndex ? header.GetProperty("tokens")[number].GetString()! : token.GetString()!));
        Labels.Add($"T{number}", Tokens[^1]);
    }

    // What a recording has no address for plays no part in it.
    private void AddMissing(JsonElement header, params string[] names)
    {
        foreach ((int i, string name) in names.Index())
        {
            if (!header.GetProperty("addresses").TryGetProperty(name, out _))
            {
                Labels.Add(name, Address.FromNumber((ulong)(1_000_000 + i)));
            }
        }
    }
}
