namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>The errors of version 2, by the contracts' names.</summary>
internal static class VaultV2Refusals
{
    public static readonly Refusal AccessControlUnauthorizedAccount = new("AccessControlUnauthorizedAccount");
    public static readonly Refusal AccountHasAssets = new("AccountHasAssets");
    public static readonly Refusal AdapterHasAssets = new("AdapterHasAssets");
    public static readonly Refusal AlreadyAdded = new("AlreadyAdded");
    public static readonly Refusal AccountInUse = new("AccountInUse");
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
    public static readonly Refusal Erc20InsufficientBalance = new("ERC20InsufficientBalance");
    public static readonly Refusal Erc20InvalidReceiver = new("ERC20InvalidReceiver");
    public static readonly Refusal Erc4626ExceededMaxDeposit = new("ERC4626ExceededMaxDeposit");
    public static readonly Refusal Erc4626ExceededMaxMint = new("ERC4626ExceededMaxMint");
    public static readonly Refusal Erc4626ExceededMaxRedeem = new("ERC4626ExceededMaxRedeem");
    public static readonly Refusal Erc4626ExceededMaxWithdraw = new("ERC4626ExceededMaxWithdraw");
    public static readonly Refusal Erc721InsufficientApproval = new("ERC721InsufficientApproval");
    public static readonly Refusal Erc721InvalidReceiver = new("ERC721InvalidReceiver");
    public static readonly Refusal Erc721NonexistentToken = new("ERC721NonexistentToken");
    public static readonly Refusal FeeTooHigh = new("FeeTooHigh");
    public static readonly Refusal InsufficientAllocate = new("InsufficientAllocate");
    public static readonly Refusal InsufficientSlash = new("InsufficientSlash");
    public static readonly Refusal InvalidAccount = new("InvalidAccount");
    public static readonly Refusal InvalidAdapter = new("InvalidAdapter");
    public static readonly Refusal InvalidAddress = new("InvalidAddress");
    public static readonly Refusal InvalidCaller = new("InvalidCaller");
    public static readonly Refusal InvalidDiscount = new("InvalidDiscount");
    public static readonly Refusal InvalidDuration = new("InvalidDuration");
    public static readonly Refusal InvalidNetOrOp = new("InvalidNetOrOp");
    public static readonly Refusal InvalidOracle = new("InvalidOracle");
    public static readonly Refusal InvalidReceiver = new("InvalidReceiver");
    public static readonly Refusal InvalidShareLimit = new("InvalidShareLimit");
    public static readonly Refusal InvalidSwapRate = new("InvalidSwapRate");
    public static readonly Refusal InvalidTokenToRedeem = new("InvalidTokenToRedeem");
    public static readonly Refusal InvalidVault = new("InvalidVault");
    public static readonly Refusal LimitExceeded = new("LimitExceeded");
    public static readonly Refusal NoAdapter = new("there is no adapter of this kind at this address");
    public static readonly Refusal NoBurner = new("NoBurner");
    public static readonly Refusal NoVault = new("there is no vault of version 2 at this address");
    public static readonly Refusal NotNetworkOrMiddleware = new("NotNetworkOrMiddleware");
    public static readonly Refusal OutOfBounds = new("Panic(0x32)");
    public static readonly Refusal OwnableUnauthorizedAccount = new("OwnableUnauthorizedAccount");
    public static readonly Refusal PendingWithdrawalQueue = new("PendingWithdrawalQueue");
    public static readonly Refusal TooManyAdapters = new("TooManyAdapters");
    public static readonly Refusal TooManyTokensToRedeem = new("TooManyTokensToRedeem");
    public static readonly Refusal ZeroShares = new("ZeroShares");
}
