namespace Garrison.Engine.Restaking.Symbiotic.Burners;

/// <summary>The errors of routers, by the contract's names.</summary>
internal static class RouterRefusals
{
    public static readonly Refusal DuplicateNetworkReceiver = new("DuplicateNetworkReceiver");
    public static readonly Refusal DuplicateOperatorNetworkReceiver = new("DuplicateOperatorNetworkReceiver");
    public static readonly Refusal InsufficientBalance = new("InsufficientBalance");
    public static readonly Refusal InvalidReceiver = new("InvalidReceiver");
    public static readonly Refusal NotReady = new("NotReady");
    public static readonly Refusal OwnableInvalidOwner = new("OwnableInvalidOwner");
    public static readonly Refusal OwnableUnauthorizedAccount = new("OwnableUnauthorizedAccount");
}
