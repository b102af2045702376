using System.Text.Json;

using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Conformance.EtherFi;

/// <summary>Plays recordings of ether.fi.</summary>
internal sealed class EtherFiProtocol : Protocol
{
    private readonly EtherFiSetting _setting;
    private readonly EtherFiOperations _operations;

    public EtherFiProtocol(JsonElement header)
    {
        _setting = new EtherFiSetting(header, Labels);
        _operations = new EtherFiOperations(Labels);
        foreach (Command command in _setting.Begin(World.Clock))
        {
            Build(command);
        }
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        Address from = Labels[operation.GetProperty("from").GetString()!];
        return _operations.ToCommand(name, from, operation.GetProperty("args"))
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() =>
        new EtherFiState(World, Labels, _setting.Users).Read();

    /// <summary>A report that is refused says by which check.</summary>
    public override string ReadError(JsonElement error) =>
        error.GetProperty("name").GetString() == "ReportValidationFailed"
            ? error.GetProperty("args")[0].GetString()!
            : base.ReadError(error);
}
