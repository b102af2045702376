using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic.Hooks;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The line that deploys a hook.</summary>
/// <remarks>
/// <code>
/// deployHook hook NetworkRestakeReset 2 50      ok
/// </code>
/// resets after two slashes within 50 seconds.
/// </remarks>
internal static class HookVerbs
{
    /// <summary>The command of a line; null when it does not deploy a hook.</summary>
    public static Command? Command(string[] words) => words switch
    {
        ["deployHook", var name, var kind] => new DeployHook(
            default, Of(name), new Hook(Enum.Parse<HookKind>(kind), 0, 0)),
        ["deployHook", var name, var kind, var count, var seconds] => new DeployHook(
            default,
            Of(name),
            new Hook(Enum.Parse<HookKind>(kind), ulong.Parse(seconds), ulong.Parse(count))),
        _ => null,
    };
}
