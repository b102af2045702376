using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>An issuer was made.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Terms">What it is.</param>
public sealed record IssuerCreated(Address Contract, IssuerTerms Terms) : Event(Contract);

/// <summary>Its numbers changed.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Terms">What it is from here on.</param>
public sealed record IssuerTermsChanged(Address Contract, IssuerTerms Terms) : Event(Contract);

/// <summary>It takes another asset.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Asset">Which.</param>
public sealed record IssuerAssetAccepted(Address Contract, Address Asset) : Event(Contract);

/// <summary>It says what is paused.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Paused">All that is.</param>
public sealed record IssuerPaused(Address Contract, IssuerPause Paused) : Event(Contract);

/// <summary>An asset was deposited at the live rate.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Depositor">Who paid.</param>
/// <param name="Owner">Who got the tokens.</param>
/// <param name="Assets">How much arrived.</param>
/// <param name="Shares">How many tokens.</param>
public sealed record IssuerDeposited(
    Address Contract, Address Depositor, Address Owner, UInt256 Assets, UInt256 Shares)
    : Event(Contract);

/// <summary>An asset was deposited at the stored rate.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="From">Who paid.</param>
/// <param name="Amount">How much.</param>
/// <param name="Minted">How many tokens.</param>
/// <param name="NewTotalDeposited">All that was ever deposited.</param>
public sealed record IssuerEtherDeposited(
    Address Contract, Address From, UInt256 Amount, UInt256 Minted, UInt256 NewTotalDeposited)
    : Event(Contract);

/// <summary>Idle assets went into the vault.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Pusher">Who asked.</param>
/// <param name="CollateralWithdrawal">What was unwrapped.</param>
/// <param name="CollateralDeposit">What was wrapped.</param>
/// <param name="VaultDeposit">What went into the vault.</param>
public sealed record IssuerPushed(
    Address Contract,
    Address Pusher,
    UInt256 CollateralWithdrawal,
    UInt256 CollateralDeposit,
    UInt256 VaultDeposit) : Event(Contract);

/// <summary>A request joined a batch.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Number">Its number.</param>
/// <param name="Batch">Which batch.</param>
/// <param name="Tokens">For how many tokens.</param>
/// <param name="Recipient">Who will be paid.</param>
public sealed record IssuerWithdrawalRequested(
    Address Contract, ulong Number, ulong Batch, UInt256 Tokens, Address Recipient)
    : Event(Contract);

/// <summary>A batch is final.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Batch">Its number.</param>
/// <param name="Expected">What its requests were worth when made.</param>
/// <param name="SetAside">What was set aside.</param>
/// <param name="Burned">How many tokens were burned.</param>
public sealed record IssuerBatchFinalized(
    Address Contract, ulong Batch, UInt256 Expected, UInt256 SetAside, UInt256 Burned)
    : Event(Contract);

/// <summary>A request of a batch was paid.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Number">Its number.</param>
/// <param name="Paid">How much.</param>
/// <param name="Rate">The lower rate, times 10¹⁸.</param>
/// <param name="Recipient">Who was paid.</param>
public sealed record IssuerWithdrawalCompleted(
    Address Contract, ulong Number, UInt256 Paid, UInt256 Rate, Address Recipient)
    : Event(Contract);

/// <summary>What a batch did not pay came back.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Batch">Its number.</param>
/// <param name="Amount">How much.</param>
public sealed record IssuerExcessReturned(Address Contract, ulong Batch, UInt256 Amount) : Event(Contract);

/// <summary>Tokens were burned for a request.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Number">Its number.</param>
/// <param name="Amount">How many tokens.</param>
/// <param name="Timestamp">The second.</param>
/// <param name="LastProcessed">The last request that was final then.</param>
/// <param name="RateWhenCreated">The rate, times 10¹⁸.</param>
/// <param name="Owner">Whose.</param>
public sealed record IssuerExitRequested(
    Address Contract,
    ulong Number,
    UInt256 Amount,
    ulong Timestamp,
    ulong LastProcessed,
    UInt256 RateWhenCreated,
    Address Owner) : Event(Contract);

/// <summary>Requests are final.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
/// <param name="Rate">The rate, times 10¹⁸.</param>
/// <param name="Exiting">What they were worth when made.</param>
/// <param name="Exited">What was set aside.</param>
public sealed record IssuerExitsProcessed(
    Address Contract, ulong From, ulong To, UInt256 Rate, UInt256 Exiting, UInt256 Exited)
    : Event(Contract);

/// <summary>A request was paid.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Owner">To whom.</param>
/// <param name="Number">Its number.</param>
/// <param name="Claimed">How much.</param>
public sealed record IssuerExitClaimed(
    Address Contract, Address Owner, ulong Number, UInt256 Claimed)
    : Event(Contract);

/// <summary>Somebody left at once, or with an epoch.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="By">Who asked.</param>
/// <param name="Receiver">Who is paid.</param>
/// <param name="Owner">Whose tokens.</param>
/// <param name="Assets">How much.</param>
/// <param name="Shares">How many tokens were burned.</param>
public sealed record IssuerWithdrawn(
    Address Contract, Address By, Address Receiver, Address Owner, UInt256 Assets, UInt256 Shares)
    : Event(Contract);

/// <summary>A rate was pushed.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Reserves">What it was made of.</param>
/// <param name="Rate">The rate, times 10¹⁸.</param>
/// <param name="OperatorRewards">Tokens for operators.</param>
/// <param name="TreasuryRewards">Tokens for the treasury.</param>
/// <param name="TotalDeposited">All that was ever deposited.</param>
public sealed record IssuerRepriced(
    Address Contract,
    UInt256 Reserves,
    UInt256 Rate,
    UInt256 OperatorRewards,
    UInt256 TreasuryRewards,
    UInt256 TotalDeposited) : Event(Contract);

/// <summary>Rewards began to join the rate.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Amount">How much, after fees.</param>
public sealed record IssuerRevenueDeposited(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>Rewards of validators were booked.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Previous">The sum before.</param>
/// <param name="Next">The sum after.</param>
/// <param name="Deposited">What was paid in.</param>
public sealed record IssuerRewardsUpdated(
    Address Contract, UInt256 Previous, UInt256 Next, UInt256 Deposited)
    : Event(Contract);

/// <summary>Rewards went to curator and farm.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Token">In which token.</param>
/// <param name="ToFarm">What the farm got.</param>
/// <param name="ToCurator">What the curator got.</param>
/// <param name="Timestamp">The second.</param>
public sealed record IssuerRewardsPushed(
    Address Contract, Address Token, UInt256 ToFarm, UInt256 ToCurator, ulong Timestamp)
    : Event(Contract);

/// <summary>A bond was put up.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Number">The validator.</param>
/// <param name="Bond">In tokens.</param>
public sealed record IssuerValidatorRegistered(
    Address Contract, Address Operator, ulong Number, UInt256 Bond)
    : Event(Contract);

/// <summary>A validator got its stake.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Number">Which.</param>
public sealed record IssuerValidatorProvisioned(Address Contract, ulong Number) : Event(Contract);

/// <summary>A validator has left.</summary>
/// <param name="Contract">The issuer.</param>
/// <param name="Number">Which.</param>
/// <param name="Burned">How much of the bond was burned.</param>
public sealed record IssuerValidatorExited(Address Contract, ulong Number, UInt256 Burned) : Event(Contract);
