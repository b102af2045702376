using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>The name by which a contract's function is called and permitted: 4 bytes.</summary>
/// <param name="Value">The bytes as a number, the first one highest.</param>
[JsonConverter(typeof(SelectorConverter))]
public readonly record struct Selector(uint Value)
{
    /// <summary>The selector of a signature such as <c>transfer(address,uint256)</c>.</summary>
    public static Selector Of(string signature) => new(Keccak.Selector(signature));

    /// <summary>0x and eight hexadecimal digits.</summary>
    public override string ToString() => "0x" + Value.ToString("x8", CultureInfo.InvariantCulture);
}

/// <summary>The functions that an account can appoint others to.</summary>
internal static class Selectors
{
    private static readonly List<string> _signatures = [];

    public static readonly uint ModifyAllocations =
        Known("modifyAllocations(address,((address,uint32),address[],uint64[])[])");

    public static readonly uint RegisterForOperatorSets =
        Known("registerForOperatorSets(address,(address,uint32[],bytes))");

    public static readonly uint DeregisterFromOperatorSets =
        Known("deregisterFromOperatorSets((address,address,uint32[]))");

    public static readonly uint SetAllocationDelay = Known("setAllocationDelay(address,uint32)");

    public static readonly uint SetAvsRegistrar = Known("setAVSRegistrar(address,address)");

    public static readonly uint UpdateAvsMetadataUri =
        Known("updateAVSMetadataURI(address,string)");

    public static readonly uint CreateOperatorSets =
        Known("createOperatorSets(address,(uint32,address[],address)[])");

    public static readonly uint CreateOperatorSetsV1 =
        Known("createOperatorSets(address,(uint32,address[])[])");

    public static readonly uint CreateRedistributingOperatorSets =
        Known("createRedistributingOperatorSets(address,(uint32,address[],address)[],address[])");

    public static readonly uint CreateRedistributingOperatorSetsV1 =
        Known("createRedistributingOperatorSets(address,(uint32,address[])[],address[])");

    public static readonly uint AddStrategiesToOperatorSet =
        Known("addStrategiesToOperatorSet(address,uint32,address[])");

    public static readonly uint RemoveStrategiesFromOperatorSet =
        Known("removeStrategiesFromOperatorSet(address,uint32,address[])");

    public static readonly uint UpdateSlasher = Known("updateSlasher((address,uint32),address)");

    public static readonly uint SlashOperator =
        Known("slashOperator(address,(address,uint32,address[],uint256[],string))");

    public static readonly uint ModifyOperatorDetails =
        Known("modifyOperatorDetails(address,address)");

    public static readonly uint UpdateOperatorMetadataUri =
        Known("updateOperatorMetadataURI(address,string)");

    public static readonly uint Undelegate = Known("undelegate(address)");

    /// <summary>The signature of a function by its name alone; the newest form of an overloaded
    /// one.</summary>
    public static string? SignatureOf(string name) =>
        _signatures.Find(signature => signature.StartsWith(name + "(", StringComparison.Ordinal));

    private static uint Known(string signature)
    {
        _signatures.Add(signature);
        return Keccak.Selector(signature);
    }
}

internal sealed class SelectorConverter : JsonConverter<Selector>
{
    public override Selector Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.GetString() is { Length: 10 } text
            && text.StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(
                text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint value)
            ? new Selector(value)
            : throw new JsonException("A selector is 0x and eight hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, Selector value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
