using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>How commands, receipts and events are written as JSON.</summary>
/// <remarks>
/// Numbers of 64 bits and more are decimal strings, since JSON readers lose digits of them; addresses carry
/// their checksum; what has no value is left out.
/// </remarks>
public static class EngineJson
{
    /// <summary>A command as one line of JSON.</summary>
    public static string Write(Command command) => JsonSerializer.Serialize(command, Context.Command);

    /// <summary>A receipt as one line of JSON.</summary>
    public static string Write(Receipt receipt) => JsonSerializer.Serialize(receipt, Context.Receipt);

    /// <summary>An event as one line of JSON.</summary>
    public static string Write(Event fact) => JsonSerializer.Serialize(fact, Context.Event);

    /// <summary>Reads a command.</summary>
    /// <exception cref="JsonException">The text is not a command; the message says what is wrong.</exception>
    public static Command ReadCommand(string json) =>
        JsonSerializer.Deserialize(json, Context.Command)
            ?? throw new JsonException("A command is an object.");

    internal static EngineJsonContext Context { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new TextConverter<UInt256>(UInt256.Parse, static value => value.ToString()),
            new TextConverter<Int256>(Int256.Parse, static value => value.ToString()),
            new TextConverter<Address>(Address.Parse, static value => value.ToString()),
            new TextConverter<byte[]>(
                static text => Convert.FromHexString(text.AsSpan(2)),
                static value => $"0x{Convert.ToHexStringLower(value)}"),
            new TextConverter<Hash32>(Hash32.Parse, static value => value.ToString()),
            new TextConverter<Subnetwork>(
                static text => new Subnetwork(Hash32.Parse(text)), static value => value.ToString()),
            new TextConverter<ulong>(
                static text => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture),
                static value => value.ToString(CultureInfo.InvariantCulture)),
            new TextConverter<Refusal>(static name => new Refusal(name), static value => value.Name),
        },
    });
}

/// <summary>Writes a value as text, and says which text could not be read.</summary>
internal sealed class TextConverter<T>(Func<string, T> parse, Func<T, string> print) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.TokenType == JsonTokenType.String
            ? reader.GetString()!
            : throw new JsonException($"{typeof(T).Name} is written as a string.");
        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new JsonException(
                $"\"{text}\" is not of type {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(print(value));
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Command))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Event))]
internal sealed partial class EngineJsonContext : JsonSerializerContext;
