using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>Tokens were supplied.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="User">Who paid.</param>
/// <param name="OnBehalfOf">Who holds the supply.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="ReferralCode">Always 0.</param>
public sealed record AaveSupplied(
    Address Contract,
    Address Reserve,
    Address User,
    Address OnBehalfOf,
    UInt256 Amount,
    ushort ReferralCode) : Event(Contract);

/// <summary>Supply was withdrawn.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="User">Whose.</param>
/// <param name="To">Who was paid.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public sealed record AaveWithdrawn(
    Address Contract,
    Address Reserve,
    Address User,
    Address To,
    UInt256 Amount) : Event(Contract);

/// <summary>Tokens were borrowed.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="User">Who was paid.</param>
/// <param name="OnBehalfOf">Who owes it.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="InterestRateMode">Always 2, a variable rate.</param>
/// <param name="BorrowRate">The rate a year from then on, times 10²⁷.</param>
/// <param name="ReferralCode">Always 0.</param>
public sealed record AaveBorrowed(
    Address Contract,
    Address Reserve,
    Address User,
    Address OnBehalfOf,
    UInt256 Amount,
    ulong InterestRateMode,
    UInt256 BorrowRate,
    ushort ReferralCode) : Event(Contract);

/// <summary>A debt was repaid.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="User">Whose debt.</param>
/// <param name="Repayer">Who paid.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="UseATokens">Whether with supply.</param>
public sealed record AaveRepaid(
    Address Contract,
    Address Reserve,
    Address User,
    Address Repayer,
    UInt256 Amount,
    bool UseATokens) : Event(Contract);

/// <summary>The indices and rates of a reserve are now these, times 10²⁷.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="LiquidityRate">What suppliers earn a year.</param>
/// <param name="StableBorrowRate">Always 0.</param>
/// <param name="VariableBorrowRate">What borrowers pay a year.</param>
/// <param name="LiquidityIndex">The index of supply.</param>
/// <param name="VariableBorrowIndex">The index of debt.</param>
public sealed record AaveReserveDataUpdated(
    Address Contract,
    Address Reserve,
    UInt256 LiquidityRate,
    UInt256 StableBorrowRate,
    UInt256 VariableBorrowRate,
    UInt256 LiquidityIndex,
    UInt256 VariableBorrowIndex) : Event(Contract);

/// <summary>Supply backs debts from then on.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="User">Whose supply.</param>
public sealed record AaveCollateralEnabled(Address Contract, Address Reserve, Address User)
    : Event(Contract);

/// <summary>Supply no longer backs debts.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="User">Whose supply.</param>
public sealed record AaveCollateralDisabled(Address Contract, Address Reserve, Address User)
    : Event(Contract);

/// <summary>An account chose a category.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="User">Which account.</param>
/// <param name="CategoryId">Which category; 0 for none.</param>
public sealed record AaveUserEModeSet(Address Contract, Address User, byte CategoryId) : Event(Contract);

/// <summary>A debt was paid for collateral.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="CollateralAsset">The token that was taken.</param>
/// <param name="DebtAsset">The token that was paid.</param>
/// <param name="User">Whose account.</param>
/// <param name="DebtToCover">How much was paid.</param>
/// <param name="LiquidatedCollateralAmount">How much the liquidator got.</param>
/// <param name="Liquidator">Who.</param>
/// <param name="ReceiveAToken">Whether as supply of the pool.</param>
public sealed record AaveLiquidated(
    Address Contract,
    Address CollateralAsset,
    Address DebtAsset,
    Address User,
    UInt256 DebtToCover,
    UInt256 LiquidatedCollateralAmount,
    Address Liquidator,
    bool ReceiveAToken) : Event(Contract);

/// <summary>Debt was burned that nobody pays.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="User">Whose debt.</param>
/// <param name="DebtAsset">Which token.</param>
/// <param name="AmountCreated">How much, in the token's smallest unit.</param>
public sealed record AaveDeficitCreated(
    Address Contract,
    Address User,
    Address DebtAsset,
    UInt256 AmountCreated) : Event(Contract);

/// <summary>Supply was burned for debt that nobody paid.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="Caller">Whose supply.</param>
/// <param name="AmountCovered">How much, in the token's smallest unit.</param>
public sealed record AaveDeficitCovered(
    Address Contract,
    Address Reserve,
    Address Caller,
    UInt256 AmountCovered) : Event(Contract);

/// <summary>The treasury got what it had earned.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Reserve">Which token.</param>
/// <param name="AmountMinted">How much, in the token's smallest unit, rounded down.</param>
public sealed record AaveMintedToTreasury(Address Contract, Address Reserve, UInt256 AmountMinted)
    : Event(Contract);

/// <summary>Tokens were lent for the length of a transaction.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Target">Who was paid.</param>
/// <param name="Initiator">Who asked.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="InterestRateMode">0, for what was paid back.</param>
/// <param name="Premium">What it cost, rounded up.</param>
/// <param name="ReferralCode">Always 0.</param>
public sealed record AaveFlashLoaned(
    Address Contract,
    Address Target,
    Address Initiator,
    Address Asset,
    UInt256 Amount,
    ulong InterestRateMode,
    UInt256 Premium,
    ushort ReferralCode) : Event(Contract);

/// <summary>A balance grew, by interest too.</summary>
/// <param name="Contract">The token of suppliers or of borrowers.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="OnBehalfOf">Whose balance.</param>
/// <param name="Value">By how much, with interest.</param>
/// <param name="BalanceIncrease">How much of it is interest.</param>
/// <param name="Index">The index, times 10²⁷.</param>
public sealed record AaveTokenMinted(
    Address Contract,
    Address Caller,
    Address OnBehalfOf,
    UInt256 Value,
    UInt256 BalanceIncrease,
    UInt256 Index) : Event(Contract);

/// <summary>A balance shrank.</summary>
/// <param name="Contract">The token of suppliers or of borrowers.</param>
/// <param name="From">Whose balance.</param>
/// <param name="Target">Who was paid, if anyone.</param>
/// <param name="Value">By how much, less interest.</param>
/// <param name="BalanceIncrease">The interest.</param>
/// <param name="Index">The index, times 10²⁷.</param>
public sealed record AaveTokenBurned(
    Address Contract,
    Address From,
    Address Target,
    UInt256 Value,
    UInt256 BalanceIncrease,
    UInt256 Index) : Event(Contract);

/// <summary>Scaled supply moved.</summary>
/// <param name="Contract">The token of suppliers or of borrowers.</param>
/// <param name="From">From whom.</param>
/// <param name="To">To whom.</param>
/// <param name="Value">How much, scaled.</param>
/// <param name="Index">The index, times 10²⁷.</param>
public sealed record AaveBalanceTransferred(
    Address Contract,
    Address From,
    Address To,
    UInt256 Value,
    UInt256 Index) : Event(Contract);

/// <summary>Another may borrow in the name of an account.</summary>
/// <param name="Contract">The token of suppliers or of borrowers.</param>
/// <param name="FromUser">Who will owe it.</param>
/// <param name="ToUser">Who may borrow.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">At most this.</param>
public sealed record AaveBorrowAllowanceDelegated(
    Address Contract,
    Address FromUser,
    Address ToUser,
    Address Asset,
    UInt256 Amount) : Event(Contract);
