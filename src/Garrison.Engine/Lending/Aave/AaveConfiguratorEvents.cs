using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>A token's price is read from a feed. Source: <c>AaveOracle.sol</c>.</summary>
/// <param name="Contract">The pool whose oracle it is.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Source">The feed; zero when its price is posted.</param>
public sealed record AavePriceSourceUpdated(Address Contract, Address Asset, Address Source)
    : Event(Contract);

/// <summary>A token was listed.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="AToken">The token of its suppliers.</param>
/// <param name="StableDebtToken">Always zero.</param>
/// <param name="VariableDebtToken">The token of its borrowers.</param>
/// <param name="InterestRateStrategyAddress">What computes its rates.</param>
public sealed record AaveReserveInitialized(
    Address Contract,
    Address Asset,
    Address AToken,
    Address StableDebtToken,
    Address VariableDebtToken,
    Address InterestRateStrategyAddress) : Event(Contract);

/// <summary>What a reserve counts as collateral was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Ltv">In basis points.</param>
/// <param name="LiquidationThreshold">In basis points.</param>
/// <param name="LiquidationBonus">In basis points.</param>
public sealed record AaveCollateralConfigurationChanged(
    Address Contract,
    Address Asset,
    ulong Ltv,
    ulong LiquidationThreshold,
    ulong LiquidationBonus) : Event(Contract);

/// <summary>A loan-to-value was put aside, or came back.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Ltv">What is put aside, in basis points.</param>
public sealed record AavePendingLtvChanged(Address Contract, Address Asset, ulong Ltv) : Event(Contract);

/// <summary>It was said whether a token can be borrowed.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Enabled">Whether it can.</param>
public sealed record AaveBorrowingChanged(Address Contract, Address Asset, bool Enabled) : Event(Contract);

/// <summary>It was said whether a token is lent for the length of a transaction.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Enabled">Whether it is.</param>
public sealed record AaveFlashLoaningChanged(Address Contract, Address Asset, bool Enabled)
    : Event(Contract);

/// <summary>A reserve was put into use, or out of it.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Active">Whether it is in use.</param>
public sealed record AaveActiveChanged(Address Contract, Address Asset, bool Active) : Event(Contract);

/// <summary>A reserve was frozen, or thawed.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Frozen">Whether it is frozen.</param>
public sealed record AaveFrozenChanged(Address Contract, Address Asset, bool Frozen) : Event(Contract);

/// <summary>A reserve was stopped, or started.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Paused">Whether it is stopped.</param>
public sealed record AavePausedChanged(Address Contract, Address Asset, bool Paused) : Event(Contract);

/// <summary>Nothing is liquidated until then.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="GracePeriodUntil">The last such second.</param>
public sealed record AaveGracePeriodChanged(Address Contract, Address Asset, ulong GracePeriodUntil)
    : Event(Contract);

/// <summary>Liquidations are allowed again.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
public sealed record AaveGracePeriodDisabled(Address Contract, Address Asset) : Event(Contract);

/// <summary>The treasury's part of the interest was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="OldReserveFactor">In basis points.</param>
/// <param name="NewReserveFactor">In basis points.</param>
public sealed record AaveReserveFactorChanged(
    Address Contract,
    Address Asset,
    ulong OldReserveFactor,
    ulong NewReserveFactor) : Event(Contract);

/// <summary>How much may be borrowed was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="OldBorrowCap">In whole tokens.</param>
/// <param name="NewBorrowCap">In whole tokens.</param>
public sealed record AaveBorrowCapChanged(
    Address Contract,
    Address Asset,
    ulong OldBorrowCap,
    ulong NewBorrowCap) : Event(Contract);

/// <summary>How much may be supplied was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="OldSupplyCap">In whole tokens.</param>
/// <param name="NewSupplyCap">In whole tokens.</param>
public sealed record AaveSupplyCapChanged(
    Address Contract,
    Address Asset,
    ulong OldSupplyCap,
    ulong NewSupplyCap) : Event(Contract);

/// <summary>The treasury's part of the bonus was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="OldFee">In basis points.</param>
/// <param name="NewFee">In basis points.</param>
public sealed record AaveLiquidationFeeChanged(Address Contract, Address Asset, ulong OldFee, ulong NewFee)
    : Event(Contract);

/// <summary>What a loan for the length of a transaction costs was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="OldFlashloanPremiumTotal">In basis points.</param>
/// <param name="NewFlashloanPremiumTotal">In basis points.</param>
public sealed record AaveFlashPremiumUpdated(
    Address Contract,
    ulong OldFlashloanPremiumTotal,
    ulong NewFlashloanPremiumTotal) : Event(Contract);

/// <summary>How rates follow from utilisation was set.</summary>
/// <param name="Contract">What computes rates.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="OptimalUsageRatio">In basis points.</param>
/// <param name="BaseVariableBorrowRate">In basis points.</param>
/// <param name="VariableRateSlope1">In basis points.</param>
/// <param name="VariableRateSlope2">In basis points.</param>
public sealed record AaveRateDataUpdated(
    Address Contract,
    Address Reserve,
    ulong OptimalUsageRatio,
    ulong BaseVariableBorrowRate,
    ulong VariableRateSlope1,
    ulong VariableRateSlope2) : Event(Contract);

/// <summary>How rates follow from utilisation was changed.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Strategy">What computes rates.</param>
/// <param name="Data">The four numbers as words.</param>
public sealed record AaveInterestRateDataChanged(
    Address Contract,
    Address Asset,
    Address Strategy,
    byte[] Data) : Event(Contract);

/// <summary>A category was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="CategoryId">Which.</param>
/// <param name="Ltv">In basis points.</param>
/// <param name="LiquidationThreshold">In basis points.</param>
/// <param name="LiquidationBonus">In basis points.</param>
/// <param name="Oracle">Always zero.</param>
/// <param name="Label">What it is called.</param>
public sealed record AaveCategoryAdded(
    Address Contract,
    byte CategoryId,
    ulong Ltv,
    ulong LiquidationThreshold,
    ulong LiquidationBonus,
    Address Oracle,
    string Label) : Event(Contract);

/// <summary>Whether other collateral counts in a category was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="CategoryId">Which.</param>
/// <param name="Isolated">Whether it does not.</param>
public sealed record AaveCategoryIsolationChanged(Address Contract, byte CategoryId, bool Isolated)
    : Event(Contract);

/// <summary>Whether a token is collateral in a category was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="CategoryId">Which.</param>
/// <param name="Collateral">Whether it is.</param>
public sealed record AaveAssetCollateralChanged(
    Address Contract,
    Address Asset,
    byte CategoryId,
    bool Collateral) : Event(Contract);

/// <summary>Whether a token can be borrowed in a category was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="CategoryId">Which.</param>
/// <param name="Borrowable">Whether it can.</param>
public sealed record AaveAssetBorrowableChanged(
    Address Contract,
    Address Asset,
    byte CategoryId,
    bool Borrowable) : Event(Contract);

/// <summary>Whether collateral in a category gives nothing to borrow against was set.</summary>
/// <param name="Contract">The configurator.</param>
/// <param name="Asset">Which token.</param>
/// <param name="CategoryId">Which.</param>
/// <param name="Ltvzero">Whether it gives nothing.</param>
public sealed record AaveAssetLtvZeroChanged(Address Contract, Address Asset, byte CategoryId, bool Ltvzero)
    : Event(Contract);
