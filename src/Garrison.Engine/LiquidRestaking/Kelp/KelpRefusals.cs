using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>The refusals of Kelp, as the contracts name them.</summary>
internal static class KelpRefusals
{
    public static readonly Refusal CallerIsNotAdmin = new("CallerNotLRTConfigAdmin");
    public static readonly Refusal CallerIsNotManager = new("CallerNotLRTConfigManager");
    public static readonly Refusal CallerIsNotOperator = new("CallerNotLRTConfigOperator");
    public static readonly Refusal CallerHasNotTheRole = new("CallerNotLRTConfigAllowedRole");
    public static readonly Refusal CallerIsNotNodeDelegator = new("CallerNotLRTNodeDelegator");
    public static readonly Refusal CallerIsNotWithdrawalManager = new("CallerNotLRTWithdrawalManager");
    public static readonly Refusal ZeroAddressNotAllowed = new("ZeroAddressNotAllowed");
    public static readonly Refusal ValueAlreadyInUse = new("ValueAlreadyInUse");
    public static readonly Refusal AssetAlreadySupported = new("AssetAlreadySupported");
    public static readonly Refusal AssetNotSupported = new("AssetNotSupported");
    public static readonly Refusal StrategyNotSupported = new("StrategyNotSupported");
    public static readonly Refusal AssetOracleNotSupported = new("AssetOracleNotSupported");
    public static readonly Refusal InvalidPriceOracle = new("InvalidPriceOracle");
    public static readonly Refusal RsEthPriceExceedsLimit = new("RSETHPriceExceedsLimit");
    public static readonly Refusal Paused = new("Pausable: paused");
    public static readonly Refusal NotPaused = new("Pausable: not paused");
    public static readonly Refusal InvalidAmountToDeposit = new("InvalidAmountToDeposit");
    public static readonly Refusal MaximumDepositLimitReached = new("MaximumDepositLimitReached");
    public static readonly Refusal MinimumAmountToReceiveNotMet = new("MinimumAmountToReceiveNotMet");
    public static readonly Refusal NotEnoughAssetToTransfer = new("NotEnoughAssetToTransfer");
    public static readonly Refusal MaximumNodeDelegatorLimitReached = new("MaximumNodeDelegatorLimitReached");
    public static readonly Refusal NodeDelegatorHasUnaccountedWithdrawals =
        new("NodeDelegatorHasUnaccountedWithdrawals");

    public static readonly Refusal InvalidAmountToWithdraw = new("InvalidAmountToWithdraw");
    public static readonly Refusal ExceedAmountToWithdraw = new("ExceedAmountToWithdraw");
    public static readonly Refusal AmountMustBeGreaterThanZero = new("AmountMustBeGreaterThanZero");
    public static readonly Refusal RsEthPriceOutOfPriceRange = new("RsETHPriceOutOfPriceRange");
    public static readonly Refusal AssetPriceOutOfPriceRange = new("AssetPriceOutOfPriceRange");
    public static readonly Refusal NoPendingWithdrawals = new("NoPendingWithdrawals");
    public static readonly Refusal QueueEmpty = new("QueueEmpty");
    public static readonly Refusal WithdrawalLocked = new("WithdrawalLocked");
    public static readonly Refusal WithdrawalDelayNotPassed = new("WithdrawalDelayNotPassed");
    public static readonly Refusal EthTransferFailed = new("EthTransferFailed");
    public static readonly Refusal ExceedWithdrawalDelay = new("ExceedWithdrawalDelay");

    /// <summary>Penalties are more than all stake: OpenZeppelin's cast of a number below 0.</summary>
    public static readonly Refusal MustBePositive = new("SafeCast: value must be positive");

    /// <summary>Ether where a token is meant: OpenZeppelin's call of an address without code.</summary>
    public static readonly Refusal CallToNonContract = new("Address: call to non-contract");

    /// <summary>An index beyond the end of an array.</summary>
    public static readonly Refusal OutOfBounds = new("Panic(0x32)");

    /// <summary>Ours: there is one Kelp in a world, and it has to be there.</summary>
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");

    private static readonly string _managerRole = Keccak.HashText("MANAGER").ToString();
    private static readonly string _adminRole = default(Hash32).ToString();

    /// <summary>What the config says to others than its admin.</summary>
    public static Refusal LacksAdminRole(Address account) => Lacks(account, _adminRole);

    /// <summary>What the config says to others than its manager.</summary>
    public static Refusal LacksManagerRole(Address account) => Lacks(account, _managerRole);

    private static Refusal Lacks(Address account, string role) =>
        new($"AccessControl: account {account.ToLowerHex()} is missing role {role}");
}
