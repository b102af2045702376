using System.Text.Json;

using Garrison.Engine;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Plays recordings of EigenLayer's core.</summary>
internal sealed class EigenLayerProtocol : Protocol
{
    private readonly EigenLayerSetting _setting;
    private readonly EigenLayerOperations _operations;
    private readonly EigenLayerState _state;

    public EigenLayerProtocol(JsonElement header)
    {
        _setting = new EigenLayerSetting(header, Labels);
        foreach (Command command in new EigenLayerHeader(_setting, header).Commands())
        {
            Build(command);
        }

        _operations = new EigenLayerOperations(_setting, World);
        _state = new EigenLayerState(_setting, World);
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) => _operations.ToCommand(operation);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _state.Read();
}
