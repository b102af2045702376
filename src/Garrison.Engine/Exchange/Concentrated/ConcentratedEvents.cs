using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>A factory has another owner.</summary>
/// <param name="Contract">The factory.</param>
/// <param name="OldOwner">Who it was; zero at first.</param>
/// <param name="NewOwner">Who it is.</param>
public sealed record ConcentratedOwnerChanged(Address Contract, Address OldOwner, Address NewOwner)
    : Event(Contract);

/// <summary>A factory allows pools of a fee.</summary>
/// <param name="Contract">The factory.</param>
/// <param name="Fee">The fee, in millionths.</param>
/// <param name="TickSpacing">The spacing of such pools.</param>
public sealed record ConcentratedFeeEnabled(Address Contract, uint Fee, int TickSpacing) : Event(Contract);

/// <summary>There is another pool.</summary>
/// <param name="Contract">The factory.</param>
/// <param name="Token0">The token with the lower address.</param>
/// <param name="Token1">The token with the higher address.</param>
/// <param name="Fee">The fee, in millionths.</param>
/// <param name="TickSpacing">The spacing of ticks.</param>
/// <param name="Pool">The pool.</param>
public sealed record ConcentratedPoolCreated(
    Address Contract, Address Token0, Address Token1, uint Fee, int TickSpacing, Address Pool)
    : Event(Contract);

/// <summary>A pool has its first price.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="SqrtPriceX96">The square root of the price, in units of 2⁻⁹⁶.</param>
/// <param name="Tick">The tick of the price.</param>
public sealed record ConcentratedInitialized(Address Contract, UInt256 SqrtPriceX96, int Tick)
    : Event(Contract);

/// <summary>Liquidity was added.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Sender">Who paid.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="TickLower">Where it begins.</param>
/// <param name="TickUpper">Where it ends.</param>
/// <param name="Amount">How much liquidity.</param>
/// <param name="Amount0">What was paid of token 0.</param>
/// <param name="Amount1">What was paid of token 1.</param>
public sealed record ConcentratedMinted(
    Address Contract,
    Address Sender,
    Address Owner,
    int TickLower,
    int TickUpper,
    UInt256 Amount,
    UInt256 Amount0,
    UInt256 Amount1) : Event(Contract);

/// <summary>Liquidity was taken out, and what it is made of is owed.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Owner">Whose it was.</param>
/// <param name="TickLower">Where it began.</param>
/// <param name="TickUpper">Where it ended.</param>
/// <param name="Amount">How much liquidity.</param>
/// <param name="Amount0">What is owed for it of token 0.</param>
/// <param name="Amount1">What is owed for it of token 1.</param>
public sealed record ConcentratedBurned(
    Address Contract,
    Address Owner,
    int TickLower,
    int TickUpper,
    UInt256 Amount,
    UInt256 Amount0,
    UInt256 Amount1) : Event(Contract);

/// <summary>What was owed was paid.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Owner">To whom it was owed.</param>
/// <param name="Recipient">Who was paid.</param>
/// <param name="TickLower">Where the position begins.</param>
/// <param name="TickUpper">Where it ends.</param>
/// <param name="Amount0">How much of token 0.</param>
/// <param name="Amount1">How much of token 1.</param>
public sealed record ConcentratedCollected(
    Address Contract,
    Address Owner,
    Address Recipient,
    int TickLower,
    int TickUpper,
    UInt256 Amount0,
    UInt256 Amount1) : Event(Contract);

/// <summary>Tokens were swapped.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Sender">Who paid.</param>
/// <param name="Recipient">Who received.</param>
/// <param name="Amount0">By how much the pool's token 0 grew.</param>
/// <param name="Amount1">By how much the pool's token 1 grew.</param>
/// <param name="SqrtPriceX96">The square root of the price afterwards, in units of 2⁻⁹⁶.</param>
/// <param name="Liquidity">The liquidity in range afterwards.</param>
/// <param name="Tick">The tick of the price afterwards.</param>
public sealed record ConcentratedSwapped(
    Address Contract,
    Address Sender,
    Address Recipient,
    Int256 Amount0,
    Int256 Amount1,
    UInt256 SqrtPriceX96,
    UInt256 Liquidity,
    int Tick) : Event(Contract);

/// <summary>Tokens were lent and paid back.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Sender">Who paid.</param>
/// <param name="Recipient">Who was lent them.</param>
/// <param name="Amount0">How much of token 0.</param>
/// <param name="Amount1">How much of token 1.</param>
/// <param name="Paid0">What came back beyond that of token 0.</param>
/// <param name="Paid1">What came back beyond that of token 1.</param>
public sealed record ConcentratedFlashed(
    Address Contract,
    Address Sender,
    Address Recipient,
    UInt256 Amount0,
    UInt256 Amount1,
    UInt256 Paid0,
    UInt256 Paid1) : Event(Contract);

/// <summary>Another part of fees is the protocol's.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="FeeProtocol0Old">One part in so many it was, of token 0; 0 for none.</param>
/// <param name="FeeProtocol1Old">The same of token 1.</param>
/// <param name="FeeProtocol0New">What it is, of token 0.</param>
/// <param name="FeeProtocol1New">The same of token 1.</param>
public sealed record ConcentratedFeeProtocolSet(
    Address Contract, byte FeeProtocol0Old, byte FeeProtocol1Old, byte FeeProtocol0New, byte FeeProtocol1New)
    : Event(Contract);

/// <summary>The protocol's part of fees was paid.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Sender">Who asked.</param>
/// <param name="Recipient">Who was paid.</param>
/// <param name="Amount0">How much of token 0.</param>
/// <param name="Amount1">How much of token 1.</param>
public sealed record ConcentratedProtocolCollected(
    Address Contract, Address Sender, Address Recipient, UInt256 Amount0, UInt256 Amount1)
    : Event(Contract);

/// <summary>A pool will keep more observations.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="ObservationCardinalityNextOld">How many it would have kept.</param>
/// <param name="ObservationCardinalityNextNew">How many it will.</param>
public sealed record ConcentratedObservationsIncreased(
    Address Contract, ushort ObservationCardinalityNextOld, ushort ObservationCardinalityNextNew)
    : Event(Contract);
