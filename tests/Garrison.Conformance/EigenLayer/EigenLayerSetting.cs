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

        AddMissing(header, "pc", "factory", "rc", "r0", "r1");
        foreach (JsonElement strategy in header.GetProperty("strategies").EnumerateArray())
        {
            int index = strategy.GetProperty("index").GetInt32();
            var address = Address.Parse(strategy.GetProperty("address").GetString()!);
            string? token = strategy.GetProperty("token").GetString();
            Strategies.Add(address);
            Tokens.Add(token is null ? Address.Zero : Address.Parse(token));
            labels.Add($"S{index}", address);
            if (token is not null) labels.Add($"T{index}", Tokens[index]);
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
