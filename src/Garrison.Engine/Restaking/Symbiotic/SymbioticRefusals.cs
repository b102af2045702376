namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>The errors of version 1 of the core, by the contracts' names.</summary>
internal static class SymbioticRefusals
{
    public static readonly Refusal AccessControlUnauthorizedAccount = new("AccessControlUnauthorizedAccount");
    public static readonly Refusal AlreadySet = new("AlreadySet");
    public static readonly Refusal NetworkAlreadyRegistered = new("NetworkAlreadyRegistered");
    public static readonly Refusal NotNetwork = new("NotNetwork");
    public static readonly Refusal NotNetworkMiddleware = new("NotNetworkMiddleware");
    public static readonly Refusal OperatorAlreadyRegistered = new("OperatorAlreadyRegistered");
}
