namespace Garrison.Engine.Restaking.EigenLayer.Emissions;

/// <summary>The errors of the EmissionsController, by their names.</summary>
internal static class EmissionsRefusals
{
    public static readonly Refusal AllDistributionsProcessed = new("AllDistributionsProcessed");
    public static readonly Refusal CallerIsNotIncentiveCouncil = new("CallerIsNotIncentiveCouncil");
    public static readonly Refusal CannotAddDisabledDistribution = new("CannotAddDisabledDistribution");
    public static readonly Refusal EmissionsNotStarted = new("EmissionsNotStarted");
    public static readonly Refusal MaliciousCallDetected = new("MaliciousCallDetected");
    public static readonly Refusal MustBeProcessed = new("AllDistributionsMustBeProcessed");
    public static readonly Refusal OperatorSetNotRegistered = new("OperatorSetNotRegistered");
    public static readonly Refusal StartEpochMustBeInTheFuture = new("StartEpochMustBeInTheFuture");
    public static readonly Refusal SubmissionsCannotBeEmpty = new("RewardsSubmissionsCannotBeEmpty");
    public static readonly Refusal TotalWeightExceedsMax = new("TotalWeightExceedsMax");

    public static readonly Refusal EpochNotAligned = new("EpochLengthNotAlignedWithCalculationInterval");
    public static readonly Refusal StartNotAligned = new("StartTimeNotAlignedWithCalculationInterval");

    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
}
