using Garrison.Engine;

namespace Garrison.Risk;

/// <summary>A command of a what-if was refused.</summary>
/// <param name="message">By which rule, and which command.</param>
public sealed class WhatIfRefusedException(string message) : Exception(message);

/// <summary>What all what-ifs share.</summary>
internal static class WhatIf
{
    /// <summary>Executes a command that has to be accepted.</summary>
    /// <exception cref="WhatIfRefusedException">A rule of the protocol forbids it.</exception>
    public static Accepted Do(World world, Command command) => world.Execute(command) switch
    {
        Accepted accepted => accepted,
        Refused refused => throw new WhatIfRefusedException(
            $"the rules say {refused.Reason} to {EngineJson.Write(command)}"),
        _ => throw new InvalidOperationException("A receipt is accepted or refused."),
    };
}
