using System.Reflection;
using System.Text.Json.Serialization;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine;

/// <summary>What is written of a command can be read again.</summary>
public sealed class EngineJsonTests
{
    private static readonly Address _alice = Address.FromNumber(1);

    public static TheoryData<Command> Incomplete =>
    [
        new OptInTo(_alice, OptInKind.Network, _alice, _alice, null),
        new OptOutOf(_alice, OptInKind.Vault, _alice, _alice, null),
        new CreateVault(
            _alice,
            _alice,
            new VaultParameters(
                _alice, _alice, 1, VaultKind.Plain, false, false, 0UL, VaultRoleHolders.All(_alice)),
            DelegatorParameters.Of(_alice, DelegatorKind.FullRestake, _alice, _alice, _alice),
            null),
        new CreateOperatorSets(_alice, _alice, [new NewOperatorSet(1, [], null)]),
        new ImportEigenLayer(
            _alice, [], [], [], [new(_alice, _alice, null, [], [], [])], [], [], [], [], 0UL),
    ];

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Commands_without_a_value_are_read_again(Command command)
    {
        string written = EngineJson.Write(command);
        Assert.Equal(written, EngineJson.Write(EngineJson.ReadCommand(written)));
    }

    // A value that may be null is left out, so its parameter has to be optional, unless null is written.
    [Fact]
    public void What_may_be_left_out_is_optional()
    {
        NullabilityInfoContext nullability = new();
        Assert.Empty(
            from type in typeof(Command).Assembly.ExportedTypes
            where type.GetMethod("<Clone>$") is not null
            from constructor in type.GetConstructors()
            from parameter in constructor.GetParameters()
            where nullability.Create(parameter).WriteState == NullabilityState.Nullable
                && !parameter.HasDefaultValue
                && type.GetProperty(parameter.Name!)?.GetCustomAttribute<JsonIgnoreAttribute>() is null
            select $"{type.Name}.{parameter.Name}");
    }
}
