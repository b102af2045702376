namespace Garrison.Engine.Restaking.EigenLayer.Vaults;

/// <summary>The errors of duration vaults, by the contracts' names.</summary>
internal static class VaultRefusals
{
    public static readonly Refusal DepositExceedsMaxPerDeposit = new("DepositExceedsMaxPerDeposit");
    public static readonly Refusal DepositsLocked = new("DepositsLocked");
    public static readonly Refusal DurationAlreadyElapsed = new("DurationAlreadyElapsed");
    public static readonly Refusal DurationNotElapsed = new("DurationNotElapsed");
    public static readonly Refusal InvalidArbitrator = new("InvalidArbitrator");
    public static readonly Refusal InvalidDuration = new("InvalidDuration");
    public static readonly Refusal InvalidVaultAdmin = new("InvalidVaultAdmin");
    public static readonly Refusal MustBeDelegated = new("MustBeDelegatedToVaultOperator");
    public static readonly Refusal NoVault = new("there is no duration vault at this address");
    public static readonly Refusal OnlyArbitrator = new("OnlyArbitrator");
    public static readonly Refusal OnlyStrategyManager = new("OnlyStrategyManager");
    public static readonly Refusal OnlyVaultAdmin = new("OnlyVaultAdmin");
    public static readonly Refusal OperatorIntegrationInvalid = new("OperatorIntegrationInvalid");
    public static readonly Refusal PendingAllocation = new("PendingAllocation");
    public static readonly Refusal ProhibitedToken = new("ProhibitedDurationVaultToken");
    public static readonly Refusal StrategyNotSupported = new("StrategyNotSupportedByOperatorSet");
    public static readonly Refusal TokenBlacklisted = new("UnderlyingTokenBlacklisted");
    public static readonly Refusal VaultAlreadyLocked = new("VaultAlreadyLocked");
    public static readonly Refusal VaultNotLocked = new("VaultNotLocked");
    public static readonly Refusal WithdrawalsLocked = new("WithdrawalsLockedDuringAllocations");
}
