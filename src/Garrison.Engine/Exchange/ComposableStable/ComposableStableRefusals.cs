namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>The errors of Balancer's vault and pools, by the names of their BAL codes.</summary>
internal static class ComposableStableRefusals
{
    public static readonly Refusal AddOverflow = new("ADD_OVERFLOW");
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
    public static readonly Refusal AlreadyExists = new("AlreadyExists");
    public static readonly Refusal AmpEndTimeTooClose = new("AMP_END_TIME_TOO_CLOSE");
    public static readonly Refusal AmpNoOngoingUpdate = new("AMP_NO_ONGOING_UPDATE");
    public static readonly Refusal AmpOngoingUpdate = new("AMP_ONGOING_UPDATE");
    public static readonly Refusal AmpRateTooHigh = new("AMP_RATE_TOO_HIGH");
    public static readonly Refusal BalanceTotalOverflow = new("BALANCE_TOTAL_OVERFLOW");
    public static readonly Refusal BptInMaxAmount = new("BPT_IN_MAX_AMOUNT");
    public static readonly Refusal BptOutMinAmount = new("BPT_OUT_MIN_AMOUNT");
    public static readonly Refusal BufferPeriodExpired = new("BUFFER_PERIOD_EXPIRED");
    public static readonly Refusal CannotSwapSameToken = new("CANNOT_SWAP_SAME_TOKEN");
    public static readonly Refusal CodecOverflow = new("CODEC_OVERFLOW");
    public static readonly Refusal DivInternal = new("DIV_INTERNAL");
    public static readonly Refusal EmptyRevert = Refusal.EmptyRevert;
    public static readonly Refusal ExitBelowMin = new("EXIT_BELOW_MIN");
    public static readonly Refusal InputLengthMismatch = new("INPUT_LENGTH_MISMATCH");
    public static readonly Refusal InRecoveryMode = new("IN_RECOVERY_MODE");
    public static readonly Refusal InvalidFeePercentage = new("Invalid fee percentage");
    public static readonly Refusal InvalidPoolId = new("INVALID_POOL_ID");
    public static readonly Refusal InvalidToken = new("INVALID_TOKEN");
    public static readonly Refusal JoinAboveMax = new("JOIN_ABOVE_MAX");
    public static readonly Refusal MalconstructedMultihopSwap = new("MALCONSTRUCTED_MULTIHOP_SWAP");
    public static readonly Refusal MaxAmp = new("MAX_AMP");
    public static readonly Refusal MaxSwapFeePercentage = new("MAX_SWAP_FEE_PERCENTAGE");
    public static readonly Refusal MaxTokens = new("MAX_TOKENS");
    public static readonly Refusal MinAmp = new("MIN_AMP");
    public static readonly Refusal MinimumBpt = new("MINIMUM_BPT");
    public static readonly Refusal MinSwapFeePercentage = new("MIN_SWAP_FEE_PERCENTAGE");
    public static readonly Refusal MinTokens = new("MIN_TOKENS");
    public static readonly Refusal MulOverflow = new("MUL_OVERFLOW");
    public static readonly Refusal NonExistentFeeType = new("Non-existent fee type");
    public static readonly Refusal NotInRecoveryMode = new("NOT_IN_RECOVERY_MODE");
    public static readonly Refusal OutOfBounds = new("OUT_OF_BOUNDS");
    public static readonly Refusal Paused = new("PAUSED");
    public static readonly Refusal PauseWindowExpired = new("PAUSE_WINDOW_EXPIRED");
    public static readonly Refusal PriceRateOverflow = new("PRICE_RATE_OVERFLOW");
    public static readonly Refusal SenderNotAllowed = new("SENDER_NOT_ALLOWED");
    public static readonly Refusal StableGetBalanceDidntConverge = new("STABLE_GET_BALANCE_DIDNT_CONVERGE");
    public static readonly Refusal StableInvariantDidntConverge = new("STABLE_INVARIANT_DIDNT_CONVERGE");
    public static readonly Refusal SubOverflow = new("SUB_OVERFLOW");
    public static readonly Refusal SwapDeadline = new("SWAP_DEADLINE");
    public static readonly Refusal SwapLimit = new("SWAP_LIMIT");
    public static readonly Refusal TokenHasNoRateProvider = new("TOKEN_DOES_NOT_HAVE_RATE_PROVIDER");
    public static readonly Refusal TokenNotRegistered = new("TOKEN_NOT_REGISTERED");
    public static readonly Refusal UnhandledJoinKind = new("UNHANDLED_JOIN_KIND");
    public static readonly Refusal Uninitialized = new("UNINITIALIZED");
    public static readonly Refusal UnknownAmountInFirstSwap = new("UNKNOWN_AMOUNT_IN_FIRST_SWAP");
    public static readonly Refusal UnsortedArray = new("UNSORTED_ARRAY");
    public static readonly Refusal ZeroDivision = new("ZERO_DIVISION");
}
