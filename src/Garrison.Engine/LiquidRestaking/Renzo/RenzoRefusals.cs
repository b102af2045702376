namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>The refusals of Renzo, as <c>Errors.sol</c> names them.</summary>
internal static class RenzoRefusals
{
    public static readonly Refusal NotRestakeManagerAdmin = new("NotRestakeManagerAdmin");
    public static readonly Refusal NotDepositWithdrawPauser = new("NotDepositWithdrawPauser");
    public static readonly Refusal NotWithdrawQueueAdmin = new("NotWithdrawQueueAdmin");
    public static readonly Refusal NotNativeEthRestakeAdmin = new("NotNativeEthRestakeAdmin");
    public static readonly Refusal NotErc20RewardsAdmin = new("NotERC20RewardsAdmin");
    public static readonly Refusal NotOracleAdmin = new("NotOracleAdmin");
    public static readonly Refusal NotDepositQueue = new("NotDepositQueue");
    public static readonly Refusal NotEzEthMinterBurner = new("NotEzETHMinterBurner");
    public static readonly Refusal NotOwner = new("Ownable: caller is not the owner");
    public static readonly Refusal InvalidZeroInput = new("InvalidZeroInput");
    public static readonly Refusal AlreadyAdded = new("AlreadyAdded");
    public static readonly Refusal NotFound = new("NotFound");
    public static readonly Refusal OverMaxBasisPoints = new("OverMaxBasisPoints");
    public static readonly Refusal MismatchedArrayLengths = new("MismatchedArrayLengths");
    public static readonly Refusal OracleNotFound = new("OracleNotFound");
    public static readonly Refusal OraclePriceExpired = new("OraclePriceExpired");
    public static readonly Refusal InvalidOraclePrice = new("InvalidOraclePrice");

    /// <summary>The contract's own spelling.</summary>
    public static readonly Refusal OperatorDelegatorNotDelegated = new("OperatoDelegatorNotDelegated");

    public static readonly Refusal ContractPaused = new("ContractPaused");
    public static readonly Refusal MaxTokenTvlReached = new("MaxTokenTVLReached");
    public static readonly Refusal InvalidTokenAmount = new("InvalidTokenAmount");
    public static readonly Refusal Paused = new("Pausable: paused");
    public static readonly Refusal NotPaused = new("Pausable: not paused");
    public static readonly Refusal WithdrawRequestPaused = new("WithdrawRequestPaused");
    public static readonly Refusal ClaimPaused = new("ClaimPaused");
    public static readonly Refusal UnsupportedWithdrawAsset = new("UnsupportedWithdrawAsset");
    public static readonly Refusal NotEnoughCollateralValue = new("NotEnoughCollateralValue");
    public static readonly Refusal InvalidWithdrawIndex = new("InvalidWithdrawIndex");
    public static readonly Refusal EarlyClaim = new("EarlyClaim");
    public static readonly Refusal QueuedWithdrawalNotFilled = new("QueuedWithdrawalNotFilled");
    public static readonly Refusal NotEnoughWithdrawBuffer = new("NotEnoughWithdrawBuffer");
    public static readonly Refusal BelowAllowedLimit = new("BelowAllowedLimit");
    public static readonly Refusal InsufficientOutputAmount = new("InsufficientOutputAmount");
    public static readonly Refusal TransferFailed = new("TransferFailed");

    /// <summary>Lido's: a request that does not exist, or was paid.</summary>
    public static readonly Refusal InvalidRequestId = new("InvalidRequestId");

    /// <summary>Ours: there is one Renzo in a world.</summary>
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
}
