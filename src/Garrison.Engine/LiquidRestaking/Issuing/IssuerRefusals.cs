namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>The refusals of issuers: each policy's by the names of the contract it follows.</summary>
internal static class IssuerRefusals
{
    // Puffer
    public static readonly Refusal AccessManagedUnauthorized = new("AccessManagedUnauthorized");
    public static readonly Refusal ExceededMaxWithdraw = new("ERC4626ExceededMaxWithdraw");
    public static readonly Refusal ExceededMaxRedeem = new("ERC4626ExceededMaxRedeem");
    public static readonly Refusal ExceededMaxDeposit = new("ERC4626ExceededMaxDeposit");
    public static readonly Refusal InvalidExitFeeBasisPoints = new("InvalidExitFeeBasisPoints");
    public static readonly Refusal WithdrawalAmountTooLow = new("WithdrawalAmountTooLow");
    public static readonly Refusal WithdrawalAmountTooHigh = new("WithdrawalAmountTooHigh");
    public static readonly Refusal WithdrawalToZeroAddress = new("WithdrawalToZeroAddress");
    public static readonly Refusal BatchesAreNotFull = new("BatchesAreNotFull");
    public static readonly Refusal BatchAlreadyFinalized = new("BatchAlreadyFinalized");
    public static readonly Refusal NotFinalized = new("NotFinalized");
    public static readonly Refusal WithdrawalAlreadyCompleted = new("WithdrawalAlreadyCompleted");
    public static readonly Refusal NotAllWithdrawalsClaimed = new("NotAllWithdrawalsClaimed");
    public static readonly Refusal AlreadyReturned = new("AlreadyReturned");
    public static readonly Refusal VaultHasUndepositedRewards = new("VaultHasUndepositedRewards");
    public static readonly Refusal NothingToDistribute = new("NothingToDistribute");
    public static readonly Refusal CannotChangeDistributionWindow = new("CannotChangeDistributionWindow");
    public static readonly Refusal InvalidValidatorState = new("InvalidValidatorState");

    // Swell
    public static readonly Refusal CoreMethodsPaused = new("CoreMethodsPaused");
    public static readonly Refusal BotMethodsPaused = new("BotMethodsPaused");
    public static readonly Refusal WithdrawalsPaused = new("WithdrawalsPaused");
    public static readonly Refusal InvalidEthDeposit = new("InvalidETHDeposit");
    public static readonly Refusal InsufficientEthBalance = new("Address: insufficient balance");
    public static readonly Refusal WithdrawRequestTooSmall = new("WithdrawRequestTooSmall");
    public static readonly Refusal WithdrawRequestTooLarge = new("WithdrawRequestTooLarge");

    public static readonly Refusal LastTokenIdMustBeGreaterOrEqual =
        new("LastTokenIdToProcessMustBeGreaterOrEqualThanPrevious");

    public static readonly Refusal CannotProcessNonExistentToken =
        new("CannotProcessWithdrawalsForNonExistentToken");

    public static readonly Refusal WithdrawalRequestDoesNotExist = new("WithdrawalRequestDoesNotExist");

    public static readonly Refusal OnlyNftOwner =
        new("WithdrawalRequestFinalizationOnlyAllowedForNFTOwner");

    public static readonly Refusal WithdrawalRequestNotProcessed = new("WithdrawalRequestNotProcessed");
    public static readonly Refusal CannotRepriceWithZeroSupply = new("CannotRepriceWithZeroRswETHSupply");
    public static readonly Refusal InvalidPreRewardEthReserves = new("InvalidPreRewardETHReserves");
    public static readonly Refusal NotEnoughTimeElapsed = new("NotEnoughTimeElapsedForReprice");
    public static readonly Refusal RepriceDifferenceTooLarge = new("RepriceDifferenceTooLarge");
    public static readonly Refusal RepriceSupplyDifferenceTooLarge = new("RepricerswETHDifferenceTooLarge");

    public static readonly Refusal RepriceBlockOfLastSnapshotMismatch =
        new("RepriceBlockOfLastSnapshotMismatch");

    public static readonly Refusal RepriceBlockAtSnapshotDidNotIncrease =
        new("RepriceBlockAtSnapshotDidNotIncrease");

    public static readonly Refusal RepriceSlotDidNotIncrease = new("RepriceSlotDidNotIncrease");
    public static readonly Refusal RepriceTimestampDidNotIncrease = new("RepriceTimestampDidNotIncrease");
    public static readonly Refusal RepriceBlockAtSnapshotTooHigh = new("RepriceBlockAtSnapshotTooHigh");
    public static readonly Refusal RepriceBlockAtSnapshotIsStale = new("RepriceBlockAtSnapshotIsStale");

    public static readonly Refusal ReferenceDifferenceTooHigh =
        new("RepriceV3ReservesExternalPoRDifferentialTooHigh");

    // Mellow
    public static readonly Refusal ForbiddenRewardToken = new("Vault: forbidden reward token");

    // Ours: what the contracts settle when they are deployed, or by roles.
    public static readonly Refusal NoSuchIssuer = new("NoSuchIssuer");
    public static readonly Refusal AlreadyCreated = new("AlreadyCreated");
    public static readonly Refusal InvalidTerms = new("InvalidTerms");
    public static readonly Refusal NotOwner = new("NotOwner");
    public static readonly Refusal NotKeeper = new("NotKeeper");
    public static readonly Refusal AssetNotAccepted = new("AssetNotAccepted");
    public static readonly Refusal NotOfThisIssuer = new("NotOfThisIssuer");

    /// <summary>How an issuer says that deposits are paused.</summary>
    public static Refusal DepositsPaused(RateSource rate) => rate switch
    {
        RateSource.Live => AccessManagedUnauthorized,
        RateSource.Stored => CoreMethodsPaused,
        _ => ExceededMaxDeposit,
    };

    /// <summary>How an issuer says that requests and claims are paused.</summary>
    public static Refusal ExitsPaused(ExitQueue exits) =>
        exits == ExitQueue.Batches ? AccessManagedUnauthorized : WithdrawalsPaused;
}
