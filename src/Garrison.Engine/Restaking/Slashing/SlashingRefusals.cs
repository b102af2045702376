namespace Garrison.Engine.Restaking.Slashing;

/// <summary>Why the rules refuse: by the name of the system that a rule comes from, where it has
/// one.</summary>
internal static class SlashingRefusals
{
    public static readonly Refusal AlreadyBonded = new("AlreadyBonded");
    public static readonly Refusal AlreadyRegistered = new("DSSAlreadyRegistered");
    public static readonly Refusal AlreadyServes = new("AlreadyServes");
    public static readonly Refusal EscrowNotAgreed = new("EscrowNotAgreed");
    public static readonly Refusal InsufficientEscrow = new("InsufficientEscrow");
    public static readonly Refusal InvalidFraction = new("InvalidFraction");
    public static readonly Refusal InvalidPeriod = new("InvalidPeriod");
    public static readonly Refusal InvalidSlashingParams = new("InvalidSlashingParams");
    public static readonly Refusal MaxSlashPercentageBreached = new("MaxSlashPercentageWadBreached");
    public static readonly Refusal MaxSlashedPerOperatorExceeded = new("VaultMaxSlashedPerOperatorExceeded");
    public static readonly Refusal MinSlashingDelayNotPassed = new("MinSlashingDelayNotPassed");
    public static readonly Refusal NoDestination = new("NoDestination");
    public static readonly Refusal NoEscrow = new("NoEscrow");
    public static readonly Refusal NoSuchLock = new("NoSuchLock");
    public static readonly Refusal NotASlash = new("NotASlash");
    public static readonly Refusal NotBonded = new("NotBonded");
    public static readonly Refusal NothingToSlash = new("NothingToSlash");
    public static readonly Refusal NothingToLock = new("NothingToLock");
    public static readonly Refusal NoUnbondingPeriod = new("NoUnbondingPeriod");
    public static readonly Refusal NoVictims = new("NoVictims");
    public static readonly Refusal OffenceInFuture = new("OffenceInFuture");
    public static readonly Refusal OffenceTooOld = new("OffenceTooOld");
    public static readonly Refusal SlashingCooldownNotPassed = new("SlashingCooldownNotPassed");
    public static readonly Refusal SlashMeterExhausted = new("SlashMeterExhausted");
    public static readonly Refusal SpanAlreadySlashed = new("SpanAlreadySlashed");
    public static readonly Refusal SpansAlreadySet = new("SpansAlreadySet");
    public static readonly Refusal StillUnbonding = new("StillUnbonding");
    public static readonly Refusal Unauthorized = new("Unauthorized");
    public static readonly Refusal VetoPeriodEnded = new("VetoPeriodEnded");
    public static readonly Refusal ZeroSlashPercentage = new("ZeroSlashPercentageWad");
}
