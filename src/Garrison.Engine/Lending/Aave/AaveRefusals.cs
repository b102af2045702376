namespace Garrison.Engine.Lending.Aave;

/// <summary>The errors of the pool, of its tokens and of its configurator, by the contracts' names.</summary>
internal static class AaveRefusals
{
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
    public static readonly Refusal AssetNotListed = new("AssetNotListed");
    public static readonly Refusal BorrowCapExceeded = new("BorrowCapExceeded");
    public static readonly Refusal BorrowingNotEnabled = new("BorrowingNotEnabled");
    public static readonly Refusal CallerNotPoolAdmin = new("CallerNotPoolAdmin");
    public static readonly Refusal CallerNotPoolOrEmergencyAdmin = new("CallerNotPoolOrEmergencyAdmin");
    public static readonly Refusal CallerNotRiskOrPoolAdmin = new("CallerNotRiskOrPoolAdmin");
    public static readonly Refusal CallerNotRiskOrPoolOrEmergencyAdmin =
        new("CallerNotRiskOrPoolOrEmergencyAdmin");
    public static readonly Refusal CallerNotAssetListingOrPoolAdmin = new("CallerNotAssetListingOrPoolAdmin");
    public static readonly Refusal CallerNotUmbrella = new("CallerNotUmbrella");
    public static readonly Refusal CollateralCannotBeLiquidated = new("CollateralCannotBeLiquidated");
    public static readonly Refusal CollateralCannotCoverNewBorrow = new("CollateralCannotCoverNewBorrow");
    public static readonly Refusal EModeCategoryReserved = new("EModeCategoryReserved");
    public static readonly Refusal EmptyRevert = Refusal.EmptyRevert;
    public static readonly Refusal FlashloanDisabled = new("FlashloanDisabled");
    public static readonly Refusal FlashloanPremiumInvalid = new("FlashloanPremiumInvalid");
    public static readonly Refusal HealthFactorLowerThanLiquidationThreshold =
        new("HealthFactorLowerThanLiquidationThreshold");
    public static readonly Refusal HealthFactorNotBelowThreshold = new("HealthFactorNotBelowThreshold");
    public static readonly Refusal InconsistentEModeCategory = new("InconsistentEModeCategory");
    public static readonly Refusal InsufficientBorrowAllowance = new("InsufficientBorrowAllowance");
    public static readonly Refusal InvalidAmount = new("InvalidAmount");
    public static readonly Refusal InvalidBorrowCap = new("InvalidBorrowCap");
    public static readonly Refusal InvalidBurnAmount = new("InvalidBurnAmount");
    public static readonly Refusal InvalidCollateralInEmode = new("InvalidCollateralInEmode");
    public static readonly Refusal InvalidDebtInEmode = new("InvalidDebtInEmode");
    public static readonly Refusal InvalidDecimals = new("InvalidDecimals");
    public static readonly Refusal InvalidEmodeCategoryParams = new("InvalidEmodeCategoryParams");
    public static readonly Refusal InvalidFreezeState = new("InvalidFreezeState");
    public static readonly Refusal InvalidGracePeriod = new("InvalidGracePeriod");
    public static readonly Refusal InvalidLiquidationProtocolFee = new("InvalidLiquidationProtocolFee");
    public static readonly Refusal InvalidMaxRate = new("InvalidMaxRate");
    public static readonly Refusal InvalidMintAmount = new("InvalidMintAmount");
    public static readonly Refusal InvalidOptimalUsageRatio = new("InvalidOptimalUsageRatio");
    public static readonly Refusal InvalidReserveFactor = new("InvalidReserveFactor");
    public static readonly Refusal InvalidReserveParams = new("InvalidReserveParams");
    public static readonly Refusal InvalidSupplyCap = new("InvalidSupplyCap");
    public static readonly Refusal LiquidationGraceSentinelCheckFailed =
        new("LiquidationGraceSentinelCheckFailed");
    public static readonly Refusal LtvValidationFailed = new("LtvValidationFailed");
    public static readonly Refusal MustBeEmodeCollateral = new("MustBeEmodeCollateral");
    public static readonly Refusal MustNotLeaveDust = new("MustNotLeaveDust");
    public static readonly Refusal NoDebtOfSelectedType = new("NoDebtOfSelectedType");
    public static readonly Refusal NoExplicitAmountToRepayOnBehalf = new("NoExplicitAmountToRepayOnBehalf");
    public static readonly Refusal NoMoreReservesAllowed = new("NoMoreReservesAllowed");
    public static readonly Refusal NotBorrowableInEMode = new("NotBorrowableInEMode");
    public static readonly Refusal NotEnoughAvailableUserBalance = new("NotEnoughAvailableUserBalance");
    public static readonly Refusal ReserveAlreadyInitialized = new("ReserveAlreadyInitialized");
    public static readonly Refusal ReserveFrozen = new("ReserveFrozen");
    public static readonly Refusal ReserveInactive = new("ReserveInactive");
    public static readonly Refusal ReserveLiquidityNotZero = new("ReserveLiquidityNotZero");
    public static readonly Refusal ReserveNotInDeficit = new("ReserveNotInDeficit");
    public static readonly Refusal ReservePaused = new("ReservePaused");
    public static readonly Refusal SafeCastOverflowedUintDowncast = new("SafeCastOverflowedUintDowncast");
    public static readonly Refusal SelfLiquidation = new("SelfLiquidation");
    public static readonly Refusal Slope2MustBeGteSlope1 = new("Slope2MustBeGteSlope1");
    public static readonly Refusal SpecifiedCurrencyNotBorrowedByUser =
        new("SpecifiedCurrencyNotBorrowedByUser");
    public static readonly Refusal SupplyCapExceeded = new("SupplyCapExceeded");
    public static readonly Refusal SupplyToAToken = new("SupplyToAToken");
    public static readonly Refusal UnderlyingBalanceZero = new("UnderlyingBalanceZero");
    public static readonly Refusal UserCannotHaveDebt = new("UserCannotHaveDebt");
    public static readonly Refusal UserHasAssetWithZeroLtv = new("UserHasAssetWithZeroLtv");
    public static readonly Refusal WithdrawToAToken = new("WithdrawToAToken");
}
