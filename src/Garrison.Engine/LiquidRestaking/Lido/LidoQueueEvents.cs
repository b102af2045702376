using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>A withdrawal was asked for.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Requestor">Whose stETH.</param>
/// <param name="Owner">Whose request.</param>
/// <param name="AmountOfStETH">How much, in wei.</param>
/// <param name="AmountOfShares">How many shares that was.</param>
public sealed record LidoWithdrawalRequested(
    Address Contract,
    UInt256 RequestId,
    Address Requestor,
    Address Owner,
    UInt256 AmountOfStETH,
    UInt256 AmountOfShares) : Event(Contract);

/// <summary>Requests can be claimed.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
/// <param name="AmountOfETHLocked">What is set aside for them, in wei.</param>
/// <param name="SharesToBurn">Their shares.</param>
/// <param name="Timestamp">When, in seconds.</param>
public sealed record LidoWithdrawalsFinalized(
    Address Contract,
    UInt256 From,
    UInt256 To,
    UInt256 AmountOfETHLocked,
    UInt256 SharesToBurn,
    UInt256 Timestamp) : Event(Contract);

/// <summary>What wallets show of requests has changed.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="FromTokenId">The first.</param>
/// <param name="ToTokenId">The last.</param>
public sealed record LidoRequestsUpdated(Address Contract, UInt256 FromTokenId, UInt256 ToTokenId)
    : Event(Contract);

/// <summary>A request was paid.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Owner">Whose it was.</param>
/// <param name="Receiver">Who got the ether.</param>
/// <param name="AmountOfETH">How much, in wei.</param>
public sealed record LidoWithdrawalClaimed(
    Address Contract, UInt256 RequestId, Address Owner, Address Receiver, UInt256 AmountOfETH)
    : Event(Contract);

/// <summary>A request moved; from the zero address when it was made, to it when it was paid.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it is.</param>
/// <param name="TokenId">The request.</param>
public sealed record LidoRequestTransferred(Address Contract, Address From, Address To, UInt256 TokenId)
    : Event(Contract);

/// <summary>An account may move a request.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Approved">Who may.</param>
/// <param name="TokenId">The request.</param>
public sealed record LidoRequestApproved(Address Contract, Address Owner, Address Approved, UInt256 TokenId)
    : Event(Contract);

/// <summary>An account may move all requests of an owner, or no longer.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="Owner">Whose they are.</param>
/// <param name="Operator">Who may.</param>
/// <param name="Approved">Whether.</param>
public sealed record LidoRequestApprovalForAll(
    Address Contract, Address Owner, Address Operator, bool Approved) : Event(Contract);

/// <summary>Bunker mode is on.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="SinceTimestamp">Since when, in seconds.</param>
public sealed record LidoBunkerModeEnabled(Address Contract, UInt256 SinceTimestamp) : Event(Contract);

/// <summary>Bunker mode is off.</summary>
/// <param name="Contract">The queue.</param>
public sealed record LidoBunkerModeDisabled(Address Contract) : Event(Contract);

/// <summary>Requests and finalisations are stopped.</summary>
/// <param name="Contract">The queue.</param>
/// <param name="Duration">For how long, in seconds; the greatest number is without end.</param>
public sealed record LidoPaused(Address Contract, UInt256 Duration) : Event(Contract);

/// <summary>Requests and finalisations go on.</summary>
/// <param name="Contract">The queue.</param>
public sealed record LidoResumed(Address Contract) : Event(Contract);
