using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>Morpho has another owner. Source of all of these: <c>EventsLib.sol</c>.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="NewOwner">Who.</param>
public sealed record MorphoOwnerSet(Address Contract, Address NewOwner) : Event(Contract);

/// <summary>Markets may use a rate model.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Irm">Which; zero for none.</param>
public sealed record MorphoIrmEnabled(Address Contract, Address Irm) : Event(Contract);

/// <summary>Markets may use a liquidation loan-to-value.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Lltv">Which, times 10¹⁸.</param>
public sealed record MorphoLltvEnabled(Address Contract, UInt256 Lltv) : Event(Contract);

/// <summary>A market has another fee.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="NewFee">The part of the interest, times 10¹⁸.</param>
public sealed record MorphoFeeSet(Address Contract, Hash32 Id, UInt256 NewFee) : Event(Contract);

/// <summary>Fees go to another account.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="NewFeeRecipient">Whose.</param>
public sealed record MorphoFeeRecipientSet(Address Contract, Address NewFeeRecipient) : Event(Contract);

/// <summary>There is a market.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">Its name.</param>
/// <param name="MarketParams">What it is made of.</param>
public sealed record MorphoMarketCreated(
    Address Contract, Hash32 Id, MorphoMarketParameters MarketParams) : Event(Contract);

/// <summary>Assets were lent.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="Caller">Who paid.</param>
/// <param name="OnBehalf">Who got the shares.</param>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">What that minted.</param>
public sealed record MorphoSupplied(
    Address Contract, Hash32 Id, Address Caller, Address OnBehalf, UInt256 Assets, UInt256 Shares)
    : Event(Contract);

/// <summary>Assets that were lent were taken back.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="OnBehalf">Whose shares were burned.</param>
/// <param name="Receiver">Who was paid.</param>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">What that burned.</param>
public sealed record MorphoWithdrawn(
    Address Contract,
    Hash32 Id,
    Address Caller,
    Address OnBehalf,
    Address Receiver,
    UInt256 Assets,
    UInt256 Shares) : Event(Contract);

/// <summary>Assets were borrowed.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="OnBehalf">Who owes.</param>
/// <param name="Receiver">Who was paid.</param>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">What that minted.</param>
public sealed record MorphoBorrowed(
    Address Contract,
    Hash32 Id,
    Address Caller,
    Address OnBehalf,
    Address Receiver,
    UInt256 Assets,
    UInt256 Shares) : Event(Contract);

/// <summary>A loan was paid back.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="Caller">Who paid.</param>
/// <param name="OnBehalf">Whose loan.</param>
/// <param name="Assets">How much, in the loan token's smallest unit; can be one more than was owed.</param>
/// <param name="Shares">What that burned.</param>
public sealed record MorphoRepaid(
    Address Contract, Hash32 Id, Address Caller, Address OnBehalf, UInt256 Assets, UInt256 Shares)
    : Event(Contract);

/// <summary>Collateral was put up.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="Caller">Who paid.</param>
/// <param name="OnBehalf">For whom.</param>
/// <param name="Assets">How much, in the collateral token's smallest unit.</param>
public sealed record MorphoCollateralSupplied(
    Address Contract, Hash32 Id, Address Caller, Address OnBehalf, UInt256 Assets) : Event(Contract);

/// <summary>Collateral was taken back.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="OnBehalf">Whose.</param>
/// <param name="Receiver">Who was paid.</param>
/// <param name="Assets">How much, in the collateral token's smallest unit.</param>
public sealed record MorphoCollateralWithdrawn(
    Address Contract, Hash32 Id, Address Caller, Address OnBehalf, Address Receiver, UInt256 Assets)
    : Event(Contract);

/// <summary>Collateral was seized for a loan that was not healthy.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="Caller">Who repaid and was paid.</param>
/// <param name="Borrower">Whose loan.</param>
/// <param name="RepaidAssets">How much, in the loan token's smallest unit; can be one more than was
/// owed.</param>
/// <param name="RepaidShares">What that burned.</param>
/// <param name="SeizedAssets">In the collateral token's smallest unit.</param>
/// <param name="BadDebtAssets">What lenders lost, in the loan token's smallest unit.</param>
/// <param name="BadDebtShares">What that burned of the loan.</param>
public sealed record MorphoLiquidated(
    Address Contract,
    Hash32 Id,
    Address Caller,
    Address Borrower,
    UInt256 RepaidAssets,
    UInt256 RepaidShares,
    UInt256 SeizedAssets,
    UInt256 BadDebtAssets,
    UInt256 BadDebtShares) : Event(Contract);

/// <summary>Tokens were lent for the time of a command.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Caller">To whom.</param>
/// <param name="Token">Which token.</param>
/// <param name="Assets">How much, in its smallest unit.</param>
public sealed record MorphoFlashLoaned(Address Contract, Address Caller, Address Token, UInt256 Assets)
    : Event(Contract);

/// <summary>Someone may manage the positions of another, or may no more.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Caller">Who sent it.</param>
/// <param name="Authorizer">Whose positions.</param>
/// <param name="Authorized">Who.</param>
/// <param name="NewIsAuthorized">Whether they may.</param>
public sealed record MorphoAuthorizationSet(
    Address Contract, Address Caller, Address Authorizer, Address Authorized, bool NewIsAuthorized)
    : Event(Contract);

/// <summary>A signature was used up.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Caller">Who sent it.</param>
/// <param name="Authorizer">Whose.</param>
/// <param name="UsedNonce">Its number.</param>
public sealed record MorphoNonceIncremented(
    Address Contract, Address Caller, Address Authorizer, UInt256 UsedNonce) : Event(Contract);

/// <summary>Interest was added to a market.</summary>
/// <param name="Contract">Morpho.</param>
/// <param name="Id">The market.</param>
/// <param name="PrevBorrowRate">The average rate per second, times 10¹⁸.</param>
/// <param name="Interest">How much, in the loan token's smallest unit.</param>
/// <param name="FeeShares">What the fee recipient got.</param>
public sealed record MorphoInterestAccrued(
    Address Contract, Hash32 Id, UInt256 PrevBorrowRate, UInt256 Interest, UInt256 FeeShares)
    : Event(Contract);

/// <summary>A rate model was asked. Source: <c>AdaptiveCurveIrm.sol</c>.</summary>
/// <param name="Contract">The model.</param>
/// <param name="Id">The market.</param>
/// <param name="AvgBorrowRate">The average rate per second since it was last asked, times 10¹⁸.</param>
/// <param name="RateAtTarget">The rate at the target utilisation from here on.</param>
public sealed record MorphoBorrowRateUpdated(
    Address Contract, Hash32 Id, UInt256 AvgBorrowRate, UInt256 RateAtTarget) : Event(Contract);
