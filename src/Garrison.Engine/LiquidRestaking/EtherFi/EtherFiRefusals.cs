namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>The refusals of ether.fi's contracts.</summary>
internal static class EtherFiRefusals
{
    public static readonly Refusal EnumerableRolesUnauthorized = new("EnumerableRolesUnauthorized");
    public static readonly Refusal OnlyUpgradeTimelock = new("OnlyUpgradeTimelock");
    public static readonly Refusal OnlyOperatingTimelock = new("OnlyOperatingTimelock");
    public static readonly Refusal OnlyOperatingMultisig = new("OnlyOperatingMultisig");
    public static readonly Refusal OnlySuperGuardian = new("OnlySuperGuardian");
    public static readonly Refusal OnlyGuardian = new("OnlyGuardian");
    public static readonly Refusal OnlyOracleOperations = new("OnlyOracleOperations");
    public static readonly Refusal IncorrectCaller = new("IncorrectCaller");
    public static readonly Refusal AddressZero = new("AddressZero");

    public static readonly Refusal ContractPaused = new("ContractPaused");
    public static readonly Refusal ContractPausedUntil = new("ContractPausedUntil");
    public static readonly Refusal ContractNotPausedUntil = new("ContractNotPausedUntil");
    public static readonly Refusal AlreadyPaused = new("AlreadyPaused");
    public static readonly Refusal NotPaused = new("NotPaused");
    public static readonly Refusal PauserCooldownStillActive = new("PauserCooldownStillActive");
    public static readonly Refusal InvalidPauseUntilDuration = new("InvalidPauseUntilDuration");
    public static readonly Refusal InvalidUser = new("InvalidUser");
    public static readonly Refusal BlacklistedUser = new("BlacklistedUser");
    public static readonly Refusal UserAlreadyBlacklisted = new("UserAlreadyBlacklisted");

    public static readonly Refusal UnknownLimit = new("UnknownLimit");
    public static readonly Refusal LimitAlreadyExists = new("LimitAlreadyExists");
    public static readonly Refusal LimitExceeded = new("LimitExceeded");

    public static readonly Refusal BurnAmountExceedsBalance = new("BurnAmountExceedsBalance");
    public static readonly Refusal TransferAmountExceedsAllowance = new("TransferAmountExceedsAllowance");
    public static readonly Refusal TransferAmountExceedsBalance = new("TransferAmountExceedsBalance");
    public static readonly Refusal ZeroAmount = new("ZeroAmount");
    public static readonly Refusal WeEthUnderbacked = new("WeETHUnderbacked");

    public static readonly Refusal InvalidAmount = new("InvalidAmount");
    public static readonly Refusal InvalidWithdrawalAmount = new("InvalidWithdrawalAmount");
    public static readonly Refusal InvalidShareAmount = new("InvalidShareAmount");
    public static readonly Refusal InsufficientLiquidity = new("InsufficientLiquidity");
    public static readonly Refusal SendFail = new("SendFail");
    public static readonly Refusal InvalidValidatorSize = new("InvalidValidatorSize");
    public static readonly Refusal RebaseExceedsPositiveCap = new("RebaseExceedsPositiveCap");

    public static readonly Refusal RequestValid = new("RequestValid");
    public static readonly Refusal RequestNotValid = new("RequestNotValid");
    public static readonly Refusal RequestNotFound = new("RequestNotFound");
    public static readonly Refusal RequestNotFinalized = new("RequestNotFinalized");
    public static readonly Refusal CannotUndoFinalization = new("CannotUndoFinalization");
    public static readonly Refusal CannotFinalizeFutureRequests = new("CannotFinalizeFutureRequests");
    public static readonly Refusal CannotInvalidateFinalizedRequest = new("CannotInvalidateFinalizedRequest");
    public static readonly Refusal RequestAmountGreaterThanAvailableLiquidity =
        new("RequestAmountGreaterThanAvailableLiquidity");

    public static readonly Refusal InsufficientEscrow = new("InsufficientEscrow");
    public static readonly Refusal EthTransferFailed = new("EthTransferFailed");
    public static readonly Refusal InvalidTokenId = new("ERC721: invalid token ID");
    public static readonly Refusal NotOwnerOrApproved = new("ERC721: caller is not token owner or approved");
    public static readonly Refusal TransferFromIncorrectOwner = new("ERC721: transfer from incorrect owner");
    public static readonly Refusal TransferToZero = new("ERC721: transfer to the zero address");
    public static readonly Refusal MintToZero = new("ERC721: mint to the zero address");

    public static readonly Refusal InsufficientBalance = new("InsufficientBalance");
    public static readonly Refusal ExceededRedeemable = new("ExceededRedeemable");
    public static readonly Refusal AmountTooLarge = new("AmountTooLarge");
    public static readonly Refusal InvalidOutputToken = new("InvalidOutputToken");
    public static readonly Refusal InvalidTotalShares = new("InvalidTotalShares");
    public static readonly Refusal TransferFailed = new("TransferFailed");
    public static readonly Refusal InvalidPriceFeed = new("InvalidPriceFeed");
    public static readonly Refusal StalePriceFeed = new("StalePriceFeed");
    public static readonly Refusal InvalidStEthPrice = new("InvalidStEthPrice");
    public static readonly Refusal ExceedsMaxExitFee = new("ExceedsMaxExitFee");
    public static readonly Refusal ExceedsMaxExitFeeSplit = new("ExceedsMaxExitFeeSplit");
    public static readonly Refusal ExceedsMaxLowWatermark = new("ExceedsMaxLowWatermark");
    public static readonly Refusal InvalidRecipient = new("InvalidRecipient");

    public static readonly Refusal ConsensusAlreadyReached = new("ConsensusAlreadyReached");
    public static readonly Refusal ConsensusNotReached = new("ConsensusNotReached");
    public static readonly Refusal ReportExecuted = new("ReportExecuted");
    public static readonly Refusal NotRegistered = new("NotRegistered");
    public static readonly Refusal AlreadyRegistered = new("AlreadyRegistered");
    public static readonly Refusal AlreadyInTargetState = new("AlreadyInTargetState");
    public static readonly Refusal MemberDisabled = new("MemberDisabled");
    public static readonly Refusal InvalidQuorum = new("InvalidQuorum");
    public static readonly Refusal InvalidReportPeriod = new("InvalidReportPeriod");
    public static readonly Refusal EpochNotFinalized = new("EpochNotFinalized");
    public static readonly Refusal LastReportNotHandled = new("LastReportNotHandled");
    public static readonly Refusal ReportNotNeeded = new("ReportNotNeeded");
    public static readonly Refusal WrongConsensusVersion = new("WrongConsensusVersion");
    public static readonly Refusal WrongSlotFrom = new("WrongSlotFrom");
    public static readonly Refusal WrongSlotTo = new("WrongSlotTo");
    public static readonly Refusal WrongBlockFrom = new("WrongBlockFrom");
    public static readonly Refusal WrongBlockTo = new("WrongBlockTo");
    public static readonly Refusal ReportBlockTooOld = new("ReportBlockTooOld");

    public static readonly Refusal NoConsensus = new("EtherFiAdmin: report didn't reach consensus");
    public static readonly Refusal WrongRefSlotFrom = new("EtherFiAdmin: report has wrong `refSlotFrom`");
    public static readonly Refusal TooFresh = new("EtherFiAdmin: report is too fresh");
    public static readonly Refusal AssetsChangedTooMuch = new("EtherFiAdmin: TVL changed too much");
    public static readonly Refusal NegativeRebaseExceedsCap =
        new("EtherFiAdmin: negative rebase exceeds cap");

    public static readonly Refusal FeesExceedRewards =
        new("EtherFiAdmin: protocol fees exceed 20% total rewards");

    public static readonly Refusal TooManyValidators =
        new("EtherFiAdmin: number of validators to approve exceeds max");

    public static readonly Refusal TooMuchFinalized =
        new("EtherFiAdmin: finalized withdrawal amount exceeds max");

    public static readonly Refusal FinalizedExceedsLiquidity =
        new("EtherFiAdmin: finalized withdrawal exceeds LP liquidity");

    public static readonly Refusal FinalizedBehind =
        new("EtherFiAdmin: finalized withdrawal request id is less than last finalized request id");

    public static readonly Refusal TooManyFinalized =
        new("EtherFiAdmin: number of requests to finalize exceeds max");

    public static readonly Refusal SumDoesNotMatch =
        new("EtherFiAdmin: sum of requests does not match finalized withdrawal amount");

    public static readonly Refusal OracleReportNotStale = new("OracleReportNotStale");
    public static readonly Refusal StaleReportFinalizationCooldown = new("StaleReportFinalizationCooldown");
    public static readonly Refusal NoWithdrawalsToFinalize = new("NoWithdrawalsToFinalize");
    public static readonly Refusal InvalidAcceptableRebaseApr = new("InvalidAcceptableRebaseApr");
    public static readonly Refusal InvalidMaxAcceptableRebaseApr = new("InvalidMaxAcceptableRebaseApr");
    public static readonly Refusal InvalidMaxNegativeRebaseBps = new("InvalidMaxNegativeRebaseBps");
    public static readonly Refusal InvalidStaleOracleReportBlockWindow =
        new("InvalidStaleOracleReportBlockWindow");

    public static readonly Refusal InvalidMaxAcceptableFinalizedWithdrawalAmount =
        new("InvalidMaxAcceptableFinalizedWithdrawalAmount");

    public static readonly Refusal InvalidMaxNumberOfRequestsToFinalizePerReport =
        new("InvalidMaxNumberOfRequestsToFinalizePerReport");

    public static readonly Refusal InvalidMaxFinalizedWithdrawalAmountPerDay =
        new("InvalidMaxFinalizedWithdrawalAmountPerDay");

    public static readonly Refusal InvalidMaxNumValidatorsToApprovePerDay =
        new("InvalidMaxNumValidatorsToApprovePerDay");

    /// <summary>Ours: there is one ether.fi in a world.</summary>
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
}
