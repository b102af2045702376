using System.Text.Json;

using Garrison.Engine;

namespace Garrison.Conformance.Symbiotic;

/// <summary>Plays recordings of one vault of Symbiotic with its delegator and its slasher.</summary>
internal sealed class SymbioticProtocol : Protocol
{
    private readonly SymbioticOperations _operations;
    private readonly SymbioticState _state;

    public SymbioticProtocol(JsonElement header)
    {
        SymbioticSetting setting = new(header, Labels);
        _operations = new SymbioticOperations(setting);
        _state = new SymbioticState(setting, World);
        foreach (Command command in setting.Begin())
        {
            Build(command);
        }

        foreach (JsonElement setup in header.GetProperty("setup").EnumerateArray())
        {
            Advance(block: 0, ulong.Parse(setup.GetProperty("ts").GetString()!));
            Build(_operations.ToSetup(setup));
        }

        JsonElement state = header.GetProperty("state");
        Advance(
            ulong.Parse(state.GetProperty("block").GetString()!),
            ulong.Parse(state.GetProperty("ts").GetString()!));
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation) => _operations.ToCommand(operation);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _state.Read();

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadQuery(JsonElement query) =>
        _state.ReadAt(ulong.Parse(query.GetProperty("timestamp").GetString()!));

    private void Advance(ulong block, ulong second) => Build(new AdvanceClock(
        default, block == 0 ? 0 : block - World.Clock.Block, second - World.Clock.Seconds));
}
