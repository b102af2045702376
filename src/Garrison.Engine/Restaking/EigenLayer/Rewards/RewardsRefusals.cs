namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>The errors of the RewardsCoordinator, by their names.</summary>
internal static class RewardsRefusals
{
    public static readonly Refusal AmountExceedsMax = new("AmountExceedsMax");
    public static readonly Refusal AmountIsZero = new("AmountIsZero");
    public static readonly Refusal DurationExceedsMax = new("DurationExceedsMax");
    public static readonly Refusal DurationIsZero = new("DurationIsZero");
    public static readonly Refusal EarningsNotGreaterThanClaimed = new("EarningsNotGreaterThanClaimed");
    public static readonly Refusal EmptyRoot = new("EmptyRoot");
    public static readonly Refusal InvalidAddressZero = new("InvalidAddressZero");
    public static readonly Refusal InvalidClaimProof = new("InvalidClaimProof");
    public static readonly Refusal InvalidDurationRemainder = new("InvalidDurationRemainder");
    public static readonly Refusal InvalidEarner = new("InvalidEarner");
    public static readonly Refusal InvalidEarnerLeafIndex = new("InvalidEarnerLeafIndex");
    public static readonly Refusal InvalidIndex = new("InvalidIndex");
    public static readonly Refusal InvalidProofLength = new("InvalidProofLength");
    public static readonly Refusal InvalidRootIndex = new("InvalidRootIndex");
    public static readonly Refusal InvalidStartTimestampRemainder = new("InvalidStartTimestampRemainder");
    public static readonly Refusal InvalidTokenLeafIndex = new("InvalidTokenLeafIndex");
    public static readonly Refusal OperatorsNotInAscendingOrder = new("OperatorsNotInAscendingOrder");
    public static readonly Refusal OutOfRange = new("Panic(0x32)");
    public static readonly Refusal PreviousSplitPending = new("PreviousSplitPending");
    public static readonly Refusal RootAlreadyActivated = new("RootAlreadyActivated");
    public static readonly Refusal RootDisabled = new("RootDisabled");
    public static readonly Refusal RootNotActivated = new("RootNotActivated");
    public static readonly Refusal SplitExceedsMax = new("SplitExceedsMax");
    public static readonly Refusal StartTimestampTooFarInFuture = new("StartTimestampTooFarInFuture");
    public static readonly Refusal StartTimestampTooFarInPast = new("StartTimestampTooFarInPast");
    public static readonly Refusal StrategiesNotInAscendingOrder = new("StrategiesNotInAscendingOrder");
    public static readonly Refusal SubmissionNotRetroactive = new("SubmissionNotRetroactive");
    public static readonly Refusal UnauthorizedCaller = new("UnauthorizedCaller");

    public static readonly Refusal RewardsEndNotElapsed = new("RewardsEndTimestampNotElapsed");
    public static readonly Refusal NotANewPeriod = new("NewRootMustBeForNewCalculatedPeriod");
}
