using System.Text.Json;

using Garrison.Conformance.Aave;
using Garrison.Conformance.ComposableStable;
using Garrison.Conformance.Curve;
using Garrison.Conformance.EigenLayer;
using Garrison.Conformance.EtherFi;
using Garrison.Conformance.Exchange;
using Garrison.Conformance.Kelp;
using Garrison.Conformance.Lido;
using Garrison.Conformance.Morpho;
using Garrison.Conformance.Renzo;
using Garrison.Conformance.Symbiotic;
using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Conformance;

/// <summary>How the recordings of one protocol are played on the engine.</summary>
/// <remarks>To add a protocol: derive from this, and name it in <see cref="Open"/>.</remarks>
public abstract class Protocol
{
    private static readonly Dictionary<string, Func<JsonElement, Protocol>> _known =
        new(StringComparer.Ordinal)
        {
            ["aave-v3"] = static header => new AaveProtocol(header),
            ["balancer-v2-composable-stable"] = static header => new ComposableStableProtocol(header),
            ["balancer-v2-stablemath"] = static _ => new StableMathProtocol(),
            ["curve-stableswap-ng"] = static header => new CurveProtocol(header),
            ["eigenlayer"] = static header => new EigenLayerProtocol(header),
            ["eigenlayer-pods"] = static header => new PodsProtocol(header),
            ["eigenlayer-rewards"] = static header => new RewardsProtocol(header),
            ["eigenlayer-submissions"] = static header => new RewardsProtocol(header),
            ["eigenlayer-vaults"] = static header => new VaultsProtocol(header),
            ["etherfi"] = static header => new EtherFiProtocol(header),
            ["kelp-rseth"] = static header => new KelpProtocol(header),
            ["lido-rebase-limiter"] = static _ => new LidoLimiterProtocol(),
            ["lido-sanity-checker"] = static header => new LidoSanityProtocol(header),
            ["lido-withdrawal-queue"] = static header => new LidoProtocol(header),
            ["morpho-blue"] = static header => new MorphoProtocol(header),
            ["renzo-ezeth"] = static header => new RenzoProtocol(header),
            ["symbiotic"] = static header => new SymbioticProtocol(header),
            ["uniswap-v2"] = static header => new ConstantProductProtocol(header),
            ["uniswap-v3"] = static header => new ConcentratedProtocol(header),
        };

    /// <summary>The world that the recording is played on.</summary>
    public World World { get; } = new();

    /// <summary>The names by which the recording calls addresses.</summary>
    public Labels Labels { get; protected init; } = new();

    /// <summary>Builds the world that a header describes.</summary>
    /// <exception cref="RecordingException">The protocol is not known.</exception>
    public static Protocol Open(JsonElement header)
    {
        string name = header.TryGetProperty(
            "protocol", out JsonElement value) ? value.GetString()! : "(none)";
        return _known.TryGetValue(name, out Func<JsonElement, Protocol>? open)
            ? open(header)
            : throw new RecordingException(
                $"the protocol {name} is not known; known are {string.Join(", ", _known.Keys)}");
    }

    /// <summary>Whether any refusal answers a revert that says nothing.</summary>
    public virtual bool EmptyRevertIsAnyRefusal => false;

    /// <summary>Whether an operation ended because its gas did. The engine has none, so it is not executed,
    /// and only the state is compared.</summary>
    public virtual bool RanOutOfGas(JsonElement operation) => false;

    /// <summary>Commands that an operation begins with and that stay done when it is refused.</summary>
    public virtual IEnumerable<Command> Preparation(JsonElement operation) => [];

    /// <summary>Whether the recording keeps events of this kind.</summary>
    public virtual bool Keeps(Event fact) => true;

    /// <summary>The commands that an operation stands for; all of them succeed, or the last is
    /// refused.</summary>
    public abstract Command ToCommand(JsonElement operation);

    /// <summary>Every state key of the recording, as the engine has it now.</summary>
    public abstract IReadOnlyDictionary<string, string> ReadState();

    /// <summary>What the engine answers to a question of the recording, by the path of each answer.</summary>
    /// <exception cref="RecordingException">The protocol has no such questions.</exception>
    public virtual IReadOnlyDictionary<string, string> ReadQuery(JsonElement query) =>
        throw new RecordingException("a line of type query is not known for this protocol");

    /// <summary>Whether a property of a call is something that it came to, and no argument.</summary>
    public virtual bool IsAnswer(string property) => property == "result";

    /// <summary>What the engine comes to in a call of a view or a library: answers by their paths, or an
    /// error by its name under <c>err</c>.</summary>
    /// <exception cref="RecordingException">The protocol has no such calls.</exception>
    public virtual IReadOnlyDictionary<string, string> Call(JsonElement call) =>
        throw new RecordingException("calls are not known for this protocol");

    /// <summary>What the engine answers to the quotes that stand with an operation, before it.</summary>
    /// <exception cref="RecordingException">The protocol has no quotes.</exception>
    public virtual IReadOnlyDictionary<string, string> ReadQuotes(JsonElement operation) =>
        throw new RecordingException("quotes are not known for this protocol");

    /// <summary>What the engine comes to in a case of a library: a number, or the name of an error.</summary>
    /// <exception cref="RecordingException">The protocol has no such cases.</exception>
    public virtual string Answer(JsonElement line) =>
        throw new RecordingException("a line of type case is not known for this protocol");

    /// <summary>The name that a recorded error has in the engine.</summary>
    public virtual string ReadError(JsonElement error)
    {
        string name = error.GetProperty("name").GetString()!;
        return name switch
        {
            "Panic(uint256)" => $"Panic({error.GetProperty("args")[0].GetString()})",
            "Error(string)" => error.GetProperty("args")[0].GetString()!,
            _ => name,
        };
    }

    /// <summary>Whether a recorded error stands for a refusal of the engine.</summary>
    public bool IsSaidBy(string error, string refusal) =>
        error == refusal || (EmptyRevertIsAnyRefusal && error == Refusal.EmptyRevert.Name);

    /// <summary>Executes commands that build the world; a refusal is an error of the recording or of
    /// ours.</summary>
    protected void Build(Command command)
    {
        if (World.Execute(command) is Refused refused)
        {
            throw new RecordingException($"the header cannot be built: {refused.Reason} for {command}");
        }
    }
}

/// <summary>The short names that a recording uses for addresses.</summary>
public sealed class Labels
{
    private readonly Dictionary<string, Address> _address = new(StringComparer.Ordinal);
    private readonly Dictionary<Address, string> _label = [];
    private readonly Dictionary<string, string> _hash = new(StringComparer.Ordinal);

    /// <summary>What logs the events of which a recording does not say what logs them.</summary>
    public string OnlyContract { get; init; } = "";

    /// <summary>Names an address; the first name is the one that events carry.</summary>
    public void Add(string label, Address address)
    {
        _address[label] = address;
        _ = _label.TryAdd(address, label);
    }

    /// <summary>The address of a label, or of an address in full.</summary>
    public Address this[string label] =>
        _address.TryGetValue(label, out Address address)
            ? address
            : label.StartsWith("0x", StringComparison.Ordinal)
                ? Address.Parse(label)
                : throw new RecordingException($"the label {label} is not known");

    /// <summary>The label of an address, or the address in full.</summary>
    public string this[Address address] =>
        _label.TryGetValue(address, out string? label) ? label : address.ToString();

    /// <summary>Names a hash that events carry.</summary>
    public void Add(string label, Hash32 hash) => _hash[hash.ToString()] = label;

    /// <summary>The label of an address or a hash in a text, or the text.</summary>
    public string Name(string text) => text.Length switch
    {
        42 when text.StartsWith("0x", StringComparison.Ordinal) => this[Address.Parse(text)],
        66 => _hash.GetValueOrDefault(text, text),
        _ => text,
    };
}
