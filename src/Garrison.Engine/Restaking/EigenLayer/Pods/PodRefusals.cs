namespace Garrison.Engine.Restaking.EigenLayer.Pods;

/// <summary>The errors of pods, by the contracts' names.</summary>
internal static class PodRefusals
{
    public static readonly Refusal BeforeLatestCheckpoint = new("BeaconTimestampBeforeLatestCheckpoint");
    public static readonly Refusal BeaconTimestampTooFarInPast = new("BeaconTimestampTooFarInPast");
    public static readonly Refusal CannotCheckpointTwice = new("CannotCheckpointTwiceInSingleBlock");
    public static readonly Refusal CheckpointAlreadyActive = new("CheckpointAlreadyActive");
    public static readonly Refusal CredentialsAlreadyVerified = new("CredentialsAlreadyVerified");
    public static readonly Refusal FeeQueryFailed = new("FeeQueryFailed");
    public static readonly Refusal ForkTimestampZero = new("ForkTimestampZero");
    public static readonly Refusal InsufficientFunds = new("InsufficientFunds");
    public static readonly Refusal InvalidEip4788Response = new("InvalidEIP4788Response");
    public static readonly Refusal InvalidProof = new("InvalidProof");
    public static readonly Refusal InvalidProofLength = new("InvalidProofLength");
    public static readonly Refusal InvalidPubKeyLength = new("InvalidPubKeyLength");
    public static readonly Refusal MsgValueNot32Eth = new("MsgValueNot32ETH");
    public static readonly Refusal NoActiveCheckpoint = new("NoActiveCheckpoint");
    public static readonly Refusal NoBalanceToCheckpoint = new("NoBalanceToCheckpoint");
    public static readonly Refusal NotForEigenPod = new("WithdrawalCredentialsNotForEigenPod");
    public static readonly Refusal OnlyEigenPodManager = new("OnlyEigenPodManager");
    public static readonly Refusal OnlyOwner = new("OnlyEigenPodOwner");
    public static readonly Refusal OnlyOwnerOrProofSubmitter = new("OnlyEigenPodOwnerOrProofSubmitter");
    public static readonly Refusal OnlyProofTimestampSetter = new("OnlyProofTimestampSetter");
    public static readonly Refusal PredeployFailed = new("PredeployFailed");
    public static readonly Refusal TimestampOutOfRange = new("TimestampOutOfRange");
    public static readonly Refusal ValidatorInactive = new("ValidatorInactiveOnBeaconChain");
    public static readonly Refusal ValidatorIsExiting = new("ValidatorIsExitingBeaconChain");
    public static readonly Refusal ValidatorNotActiveInPod = new("ValidatorNotActiveInPod");
    public static readonly Refusal ValidatorNotSlashed = new("ValidatorNotSlashedOnBeaconChain");
}
