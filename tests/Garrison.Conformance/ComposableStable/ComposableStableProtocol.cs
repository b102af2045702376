using System.Text.Json;

using Garrison.Engine;

namespace Garrison.Conformance.ComposableStable;

/// <summary>Plays recordings of one composable stable pool in Balancer's vault.</summary>
internal sealed class ComposableStableProtocol : Protocol
{
    private readonly ComposableStableOperations _operations;
    private readonly ComposableStableState _state;

    public ComposableStableProtocol(JsonElement header)
    {
        ComposableStableSetting setting = new(header, Labels);
        _operations = new ComposableStableOperations(setting);
        _state = new ComposableStableState(setting, World);
        foreach (Command command in setting.Begin())
        {
            Build(command);
        }
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) => _operations.ToCommand(operation);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _state.Read();

    /// <inheritdoc/>
    /// <remarks>A BAL code goes by the name of its constant.</remarks>
    public override string ReadError(JsonElement error) =>
        error.TryGetProperty("bal", out JsonElement name) && name.GetString() is { } constant
            ? constant
            : base.ReadError(error);

    /// <inheritdoc/>
    public override bool EmptyRevertIsAnyRefusal => true;
}
