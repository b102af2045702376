namespace Garrison.Engine.Restaking.Symbiotic.Hooks;

/// <summary>The errors of the hooks, by the contracts' names.</summary>
internal static class HookRefusals
{
    public static readonly Refusal InvalidSlashCount = new("InvalidSlashCount");
    public static readonly Refusal NotFullRestakeDelegator = new("NotFullRestakeDelegator");
    public static readonly Refusal NotNetworkRestakeDelegator = new("NotNetworkRestakeDelegator");
    public static readonly Refusal NotOperatorSpecificDelegator = new("NotOperatorSpecificDelegator");
}
