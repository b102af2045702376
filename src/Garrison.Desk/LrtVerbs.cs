using System.CommandLine;

namespace Garrison.Desk;

/// <summary>What issuers of liquid restaking tokens decide.</summary>
internal static class LrtVerbs
{
    public static Command Create() => new("lrt", "What issuers of liquid restaking tokens decide.")
    {
        AllocateVerb.Create(),
    };
}
