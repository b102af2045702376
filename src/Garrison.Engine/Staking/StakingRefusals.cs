namespace Garrison.Engine.Staking;

/// <summary>Why the consensus layer would ignore a request; the names are ours, it has none.</summary>
internal static class StakingRefusals
{
    public static readonly Refusal AlreadyCompounding = new("AlreadyCompounding");
    public static readonly Refusal AlreadyExiting = new("AlreadyExiting");
    public static readonly Refusal DepositTooSmall = new("DepositTooSmall");
    public static readonly Refusal EmptyRange = new("EmptyRange");
    public static readonly Refusal NoConsolidationChurn = new("NoConsolidationChurn");
    public static readonly Refusal NoExecutionCredentials = new("NoExecutionCredentials");
    public static readonly Refusal NoSuchValidator = new("NoSuchValidator");
    public static readonly Refusal NotActive = new("NotActive");
    public static readonly Refusal NotAscending = new("NotAscending");
    public static readonly Refusal NotCompounding = new("NotCompounding");
    public static readonly Refusal NothingToWithdraw = new("NothingToWithdraw");
    public static readonly Refusal NotSlashable = new("NotSlashable");
    public static readonly Refusal NotStarted = new("NotStarted");
    public static readonly Refusal PartialPending = new("PartialPending");
    public static readonly Refusal ProposerSlashed = new("ProposerSlashed");
    public static readonly Refusal QueueFull = new("QueueFull");
    public static readonly Refusal SameValidator = new("SameValidator");
    public static readonly Refusal TooManyAttestations = new("TooManyAttestations");
    public static readonly Refusal TooManySeats = new("TooManySeats");
    public static readonly Refusal TooManySlots = new("TooManySlots");
    public static readonly Refusal TooYoung = new("TooYoung");
    public static readonly Refusal WrongTargetEpoch = new("WrongTargetEpoch");
}
