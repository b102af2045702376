using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>The refusals of Lido's contracts, by the names of their errors or by their texts.</summary>
internal static class LidoRefusals
{
    public static readonly Refusal ZeroDeposit = new("ZERO_DEPOSIT");
    public static readonly Refusal SharesTooLarge = new("SHARES_TOO_LARGE");
    public static readonly Refusal AppAuthDsmFailed = new("APP_AUTH_DSM_FAILED");
    public static readonly Refusal CanNotDeposit = new("CAN_NOT_DEPOSIT");
    public static readonly Refusal WrapZero = new("wstETH: can't wrap zero stETH");
    public static readonly Refusal UnwrapZero = new("wstETH: zero amount unwrap not allowed");

    public static readonly Refusal ResumedExpected = new("ResumedExpected");
    public static readonly Refusal PausedExpected = new("PausedExpected");
    public static readonly Refusal ZeroPauseDuration = new("ZeroPauseDuration");
    public static readonly Refusal PauseUntilMustBeInFuture = new("PauseUntilMustBeInFuture");

    public static readonly Refusal RequestAmountTooSmall = new("RequestAmountTooSmall");
    public static readonly Refusal RequestAmountTooLarge = new("RequestAmountTooLarge");
    public static readonly Refusal InvalidRequestId = new("InvalidRequestId");
    public static readonly Refusal InvalidRequestIdRange = new("InvalidRequestIdRange");
    public static readonly Refusal RequestIdsNotSorted = new("RequestIdsNotSorted");
    public static readonly Refusal RequestNotFoundOrNotFinalized = new("RequestNotFoundOrNotFinalized");
    public static readonly Refusal RequestAlreadyClaimed = new("RequestAlreadyClaimed");
    public static readonly Refusal NotOwner = new("NotOwner");
    public static readonly Refusal InvalidHint = new("InvalidHint");
    public static readonly Refusal ZeroRecipient = new("ZeroRecipient");
    public static readonly Refusal ArraysLengthMismatch = new("ArraysLengthMismatch");
    public static readonly Refusal NotEnoughEther = new("NotEnoughEther");
    public static readonly Refusal CantSendValue = new("CantSendValueRecipientMayHaveReverted");

    public static readonly Refusal InvalidState = new("InvalidState");
    public static readonly Refusal ZeroShareRate = new("ZeroShareRate");
    public static readonly Refusal EmptyBatches = new("EmptyBatches");
    public static readonly Refusal BatchesAreNotSorted = new("BatchesAreNotSorted");
    public static readonly Refusal TooMuchEtherToFinalize = new("TooMuchEtherToFinalize");
    public static readonly Refusal InvalidReportTimestamp = new("InvalidReportTimestamp");

    public static readonly Refusal ApprovalToOwner = new("ApprovalToOwner");
    public static readonly Refusal ApproveToCaller = new("ApproveToCaller");
    public static readonly Refusal NotOwnerOrApprovedForAll = new("NotOwnerOrApprovedForAll");
    public static readonly Refusal NotOwnerOrApproved = new("NotOwnerOrApproved");
    public static readonly Refusal TransferFromIncorrectOwner = new("TransferFromIncorrectOwner");
    public static readonly Refusal TransferToZeroAddress = new("TransferToZeroAddress");
    public static readonly Refusal TransferToThemselves = new("TransferToThemselves");

    public static readonly Refusal TooLowTokenRebaseLimit = new("TooLowTokenRebaseLimit");
    public static readonly Refusal TooHighTokenRebaseLimit = new("TooHighTokenRebaseLimit");
    public static readonly Refusal NegativeTotalPooledEther = new("NegativeTotalPooledEther");

    public static readonly Refusal NotAuthorized = new("NotAuthorized");
    public static readonly Refusal RefSlotMustBeGreater = new("RefSlotMustBeGreaterThanProcessingOne");
    public static readonly Refusal IncorrectReportTimestamp = new("IncorrectReportTimestamp");
    public static readonly Refusal IncorrectReportValidators = new("IncorrectReportValidators");
    public static readonly Refusal InternalSharesCantBeZero = new("InternalSharesCantBeZero");
    public static readonly Refusal IncorrectWithdrawalsVaultBalance = new("IncorrectWithdrawalsVaultBalance");
    public static readonly Refusal IncorrectElRewardsVaultBalance = new("IncorrectELRewardsVaultBalance");
    public static readonly Refusal IncorrectSharesRequestedToBurn = new("IncorrectSharesRequestedToBurn");
    public static readonly Refusal IncorrectClBalanceDecrease = new("IncorrectCLBalanceDecrease");
    public static readonly Refusal IncorrectClBalanceIncrease = new("IncorrectCLBalanceIncrease");
    public static readonly Refusal IncorrectAppearedValidators = new("IncorrectAppearedValidators");
    public static readonly Refusal IncorrectRequestFinalization = new("IncorrectRequestFinalization");
    public static readonly Refusal ActualShareRateIsZero = new("ActualShareRateIsZero");
    public static readonly Refusal IncorrectSimulatedShareRate = new("IncorrectSimulatedShareRate");
    public static readonly Refusal SecondOpinionBalanceMismatch =
        new("NegativeRebaseFailedCLBalanceMismatch");

    public static readonly Refusal SecondOpinionVaultMismatch =
        new("NegativeRebaseFailedWithdrawalVaultBalanceMismatch");

    public static readonly Refusal SecondOpinionIsNotReady =
        new("NegativeRebaseFailedSecondOpinionReportIsNotReady");

    public static readonly Refusal IncorrectLimitValue = new("IncorrectLimitValue");
    public static readonly Refusal ZeroBurnAmount = new("ZeroBurnAmount");
    public static readonly Refusal BurnAmountExceedsActual = new("BurnAmountExceedsActual");

    /// <summary>Ours: there is one Lido in a world.</summary>
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");

    /// <summary>Ours: parts of a fee come to more than the fee.</summary>
    public static readonly Refusal IncorrectFees = new("IncorrectFees");

    /// <summary>What OpenZeppelin's access control says to a stranger.</summary>
    public static Refusal MissingRole(Address sender, Hash32 role) =>
        new($"AccessControl: account {sender.ToLowerHex()} is missing role {role}");
}
