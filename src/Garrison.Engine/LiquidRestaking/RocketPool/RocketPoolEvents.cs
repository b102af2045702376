using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.RocketPool;

/// <summary>A member voted.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="From">Who.</param>
/// <param name="Block">At which block.</param>
/// <param name="TotalEth">All ether, in wei.</param>
/// <param name="StakingEth">How much is staked, in wei.</param>
/// <param name="RethSupply">The supply.</param>
public sealed record RocketBalancesSubmitted(
    Address Contract, Address From, UInt256 Block, UInt256 TotalEth, UInt256 StakingEth, UInt256 RethSupply)
    : Event(Contract);

/// <summary>The rate was taken.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Block">At which block.</param>
/// <param name="TotalEth">All ether, in wei.</param>
/// <param name="StakingEth">How much is staked, in wei.</param>
/// <param name="RethSupply">The supply.</param>
/// <param name="BlockTimestamp">When, in seconds.</param>
public sealed record RocketBalancesUpdated(
    Address Contract,
    UInt256 Block,
    UInt256 TotalEth,
    UInt256 StakingEth,
    UInt256 RethSupply,
    UInt256 BlockTimestamp)
    : Event(Contract);

/// <summary>rETH was bought.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="To">By whom.</param>
/// <param name="Amount">How much.</param>
/// <param name="EthAmount">For how much, in wei.</param>
/// <param name="Time">When, in seconds.</param>
public sealed record RocketTokensMinted(
    Address Contract, Address To, UInt256 Amount, UInt256 EthAmount, UInt256 Time)
    : Event(Contract);

/// <summary>rETH was turned into ether.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="From">Whose.</param>
/// <param name="Amount">How much.</param>
/// <param name="EthAmount">Into how much, in wei.</param>
/// <param name="Time">When, in seconds.</param>
public sealed record RocketTokensBurned(
    Address Contract, Address From, UInt256 Amount, UInt256 EthAmount, UInt256 Time)
    : Event(Contract);

/// <summary>rETH got ether.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="From">From whom.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Time">When, in seconds.</param>
public sealed record RocketEtherDeposited(
    Address Contract, Address From, UInt256 Amount, UInt256 Time)
    : Event(Contract);

/// <summary>The pool got ether.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="From">From whom.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Time">When, in seconds.</param>
public sealed record RocketDepositReceived(
    Address Contract, Address From, UInt256 Amount, UInt256 Time)
    : Event(Contract);

/// <summary>The pool paid what it had to spare.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="To">To whom.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Time">When, in seconds.</param>
public sealed record RocketExcessWithdrawn(
    Address Contract, Address To, UInt256 Amount, UInt256 Time)
    : Event(Contract);

/// <summary>A validator got its ether.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Receiver">Whose.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Time">When, in seconds.</param>
public sealed record RocketFundsAssigned(
    Address Contract, Address Receiver, UInt256 Amount, UInt256 Time)
    : Event(Contract);
