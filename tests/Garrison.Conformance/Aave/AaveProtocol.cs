using System.Text.Json;

using Garrison.Engine;

namespace Garrison.Conformance.Aave;

/// <summary>Plays recordings of one pool of Aave.</summary>
internal sealed class AaveProtocol : Protocol
{
    private readonly AaveOperations _operations;
    private readonly AaveState _state;

    public AaveProtocol(JsonElement header)
    {
        AaveSetting setting = new(header, Labels);
        _operations = new AaveOperations(setting);
        _state = new AaveState(setting, World);
        foreach (Command command in setting.Begin())
        {
            Build(command);
        }
    }

    /// <inheritdoc/>
    public override bool EmptyRevertIsAnyRefusal => true;

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) => _operations.ToCommand(operation);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _state.Read();
}
