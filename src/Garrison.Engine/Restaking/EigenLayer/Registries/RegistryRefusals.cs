namespace Garrison.Engine.Restaking.EigenLayer.Registries;

/// <summary>The errors of the KeyRegistrar and the AVSDirectory, by their names.</summary>
internal static class RegistryRefusals
{
    public static readonly Refusal ConfigurationAlreadySet = new("ConfigurationAlreadySet");
    public static readonly Refusal InvalidCurveType = new("InvalidCurveType");
    public static readonly Refusal InvalidKeyFormat = new("InvalidKeyFormat");
    public static readonly Refusal KeyAlreadyRegistered = new("KeyAlreadyRegistered");
    public static readonly Refusal KeyNotFound = new("KeyNotFound");
    public static readonly Refusal NotRegisteredToAvs = new("OperatorNotRegisteredToAVS");
    public static readonly Refusal NotRegisteredToEigenLayer = new("OperatorNotRegisteredToEigenLayer");
    public static readonly Refusal OperatorAlreadyRegistered = new("OperatorAlreadyRegistered");
    public static readonly Refusal OperatorAlreadyRegisteredToAvs = new("OperatorAlreadyRegisteredToAVS");
    public static readonly Refusal OperatorSetNotConfigured = new("OperatorSetNotConfigured");
    public static readonly Refusal OperatorStillSlashable = new("OperatorStillSlashable");
    public static readonly Refusal ZeroPubkey = new("ZeroPubkey");

    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
}
