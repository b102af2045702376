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
    public static readonly uint ModifyAllocations =
        Keccak.Selector("modifyAllocations(address,((address,uint32),address[],uint64[])[])");

    public static readonly uint RegisterForOperatorSets =
        Keccak.Selector("registerForOperatorSets(address,(address,uint32[],bytes))");

    public static readonly uint DeregisterFromOperatorSets =
        Keccak.Selector("deregisterFromOperatorSets((address,address,uint32[]))");

    public static readonly uint SetAllocationDelay = Keccak.Selector("setAllocationDelay(address,uint32)");

    public static readonly uint SetAvsRegistrar = Keccak.Selector("setAVSRegistrar(address,address)");

    public static readonly uint UpdateAvsMetadataUri =
        Keccak.Selector("updateAVSMetadataURI(address,string)");

    public static readonly uint CreateOperatorSets =
        Keccak.Selector("createOperatorSets(address,(uint32,address[],address)[])");

    public static readonly uint CreateOperatorSetsV1 =
        Keccak.Selector("createOperatorSets(address,(uint32,address[])[])");

    public static readonly uint CreateRedistributingOperatorSets =
        Keccak.Selector("createRedistributingOperatorSets(address,(uint32,address[],address)[],address[])");

    public static readonly uint CreateRedistributingOperatorSetsV1 =
        Keccak.Selector("createRedistributingOperatorSets(address,(uint32,address[])[],address[])");

    public static readonly uint AddStrategiesToOperatorSet =
        Keccak.Selector("addStrategiesToOperatorSet(address,uint32,address[])");

    public static readonly uint RemoveStrategiesFromOperatorSet =
        Keccak.Selector("removeStrategiesFromOperatorSet(address,uint32,address[])");

    public static readonly uint UpdateSlasher = Keccak.Selector("updateSlasher((address,uint32),address)");

    public static readonly uint SlashOperator =
        Keccak.Selector("slashOperator(address,(address,uint32,address[],uint256[],string))");

    public static readonly uint ModifyOperatorDetails =
        Keccak.Selector("modifyOperatorDetails(address,address)");

    public static readonly uint UpdateOperatorMetadataUri =
        Keccak.Selector("updateOperatorMetadataURI(address,string)");

    public static readonly uint Undelegate = Keccak.Selector("undelegate(address)");
}

internal sealed class SelectorConverter : JsonConverter<Selector>
{
    public override Selector Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.GetString() is { Length: 10 } text
            && text.StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint value)
            ? new Selector(value)
            : throw new JsonException("A selector is 0x and eight hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, Selector value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
