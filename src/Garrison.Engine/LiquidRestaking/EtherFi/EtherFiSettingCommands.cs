using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>Makes ether.fi. Who asks owns the roles.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Contracts">The addresses.</param>
/// <param name="Limits">What the contracts are built with.</param>
/// <param name="Slots">How slots are counted.</param>
/// <param name="RebaseAprBps">How much a report may move the assets, as a yearly rate in 10⁻⁴.</param>
/// <param name="PostReportWaitSlots">How many slots a published report waits.</param>
public sealed record DeployEtherFi(
    Address Sender,
    EtherFiContracts Contracts,
    EtherFiLimits Limits,
    EtherFiSlots Slots,
    int RebaseAprBps,
    ushort PostReportWaitSlots) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EtherFi.Deploy(this);
}

/// <summary>Gives an account a role, or takes it.</summary>
/// <param name="Sender">Who deployed.</param>
/// <param name="Role">Which.</param>
/// <param name="Account">Whose.</param>
/// <param name="IsHeld">Whether it has it then.</param>
public sealed record SetEtherFiRole(
    Address Sender, EtherFiRole Role, Address Account, bool IsHeld) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Access.SetRole(Sender, Role, Account, IsHeld);
}

/// <summary>Says that an account holds or restakes something for ether.fi, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Holder">Which account.</param>
/// <param name="Asset">What, worth an ether a unit of 10¹⁸.</param>
public sealed record AddEtherFiHolding(Address Sender, Address Holder, Address Asset) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.AddHolding(Holder, Asset);
}

/// <summary>Says what the feed of stETH answers, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Price">Ether for one, times 10¹⁸.</param>
/// <param name="UpdatedAt">Of when, in seconds since the Unix epoch.</param>
public sealed record PostEtherFiStEthPrice(
    Address Sender, Int256 Price, ulong UpdatedAt) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.PostStEthPrice(Price, UpdatedAt);
}

/// <summary>Lets the protocol fees go to another account.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Recipient">Whose.</param>
public sealed record SetEtherFiFeeRecipient(Address Sender, Address Recipient) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.SetFeeRecipient(Sender, Recipient);
}

/// <summary>Sets the least that may be requested.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Amount">In wei.</param>
public sealed record SetEtherFiMinWithdraw(Address Sender, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.SetMinWithdraw(Sender, Amount);
}

/// <summary>Sets the most that may be requested.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Amount">In wei.</param>
public sealed record SetEtherFiMaxWithdraw(Address Sender, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.SetMaxWithdraw(Sender, Amount);
}

/// <summary>Makes a request not count.</summary>
/// <param name="Sender">A guardian.</param>
/// <param name="Id">Which.</param>
public sealed record InvalidateEtherFiRequest(Address Sender, uint Id) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Withdrawals.Invalidate(Sender, Id);
}

/// <summary>Makes a request count again.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Id">Which.</param>
public sealed record ValidateEtherFiRequest(Address Sender, uint Id) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Withdrawals.Validate(Sender, Id);
}

/// <summary>Gives a request that does not count to another.</summary>
/// <param name="Sender">The upgrade timelock.</param>
/// <param name="Id">Which.</param>
/// <param name="Recipient">Who gets it.</param>
public sealed record SeizeEtherFiRequest(Address Sender, uint Id, Address Recipient) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Withdrawals.Seize(Sender, Id, Recipient);
}

/// <summary>Pauses a contract until somebody ends it.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Contract">Which.</param>
public sealed record PauseEtherFi(Address Sender, Address Contract) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Access.SetPaused(Sender, Contract, isPaused: true);
}

/// <summary>Ends a pause.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Contract">Which.</param>
public sealed record UnpauseEtherFi(Address Sender, Address Contract) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Access.SetPaused(Sender, Contract, isPaused: false);
}

/// <summary>Pauses a contract for a time.</summary>
/// <param name="Sender">A guardian; of a token, the super guardian.</param>
/// <param name="Contract">Which.</param>
public sealed record PauseEtherFiUntil(Address Sender, Address Contract) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Access.PauseUntil(Sender, Contract);
}

/// <summary>Ends a pause for a time early.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Contract">Which.</param>
public sealed record UnpauseEtherFiUntil(Address Sender, Address Contract) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Access.UnpauseUntil(Sender, Contract);
}

/// <summary>Sets how long pauses for a time are.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Contract">Which.</param>
/// <param name="Seconds">From 8 hours to 30 days.</param>
public sealed record SetEtherFiPauseDuration(
    Address Sender, Address Contract, ulong Seconds) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Access.SetPauseDuration(Sender, Contract, Seconds);
}

/// <summary>Bars an account for three days.</summary>
/// <param name="Sender">A guardian.</param>
/// <param name="User">Who.</param>
public sealed record BlacklistFromEtherFi(Address Sender, Address User) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Access.BlacklistForDays(Sender, User);
}

/// <summary>Bars an account for a time.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="User">Who.</param>
/// <param name="Seconds">How long.</param>
public sealed record BlacklistFromEtherFiFor(
    Address Sender, Address User, UInt256 Seconds) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Access.SetBlacklisted(Sender, User, Seconds);
}

/// <summary>Bars an account for good.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="User">Who.</param>
public sealed record BlacklistFromEtherFiForGood(Address Sender, Address User) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Access.BlacklistForGood(Sender, User);
}

/// <summary>Bars an account no more.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="User">Who.</param>
public sealed record UnblacklistFromEtherFi(Address Sender, Address User) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Access.Unblacklist(Sender, User);
}

/// <summary>Makes a bucket, which is full.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Id">The Keccak hash of its name.</param>
/// <param name="Capacity">The most that it holds, in gwei.</param>
/// <param name="RefillRate">What comes in each second, in gwei.</param>
public sealed record CreateEtherFiLimiter(
    Address Sender, Hash32 Id, ulong Capacity, ulong RefillRate) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Limiter.Create(Sender, Id, Capacity, RefillRate);
}

/// <summary>Sets what a bucket holds at most.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Id">The Keccak hash of its name.</param>
/// <param name="Capacity">In gwei.</param>
public sealed record SetEtherFiLimiterCapacity(
    Address Sender, Hash32 Id, ulong Capacity) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Limiter.SetCapacity(Sender, Id, Capacity);
}

/// <summary>Sets how fast a bucket fills.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Id">The Keccak hash of its name.</param>
/// <param name="RefillRate">In gwei a second.</param>
public sealed record SetEtherFiLimiterRefillRate(
    Address Sender, Hash32 Id, ulong RefillRate) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Limiter.SetRefillRate(Sender, Id, RefillRate);
}

/// <summary>Sets what is in a bucket.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Id">The Keccak hash of its name.</param>
/// <param name="Remaining">In gwei.</param>
public sealed record SetEtherFiLimiterRemaining(
    Address Sender, Hash32 Id, ulong Remaining) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Limiter.SetRemaining(Sender, Id, Remaining);
}

/// <summary>Sets on what terms a token is paid, with a full bucket.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Token">Ether or stETH.</param>
/// <param name="ExitFeeSplitBps">Which part of the fee the treasury gets, in 10⁻⁴.</param>
/// <param name="ExitFeeBps">The fee, in 10⁻⁴.</param>
/// <param name="LowWatermarkBps">How much has to stay, in 10⁻⁴ of all assets.</param>
/// <param name="Capacity">How much may leave at once, in wei.</param>
/// <param name="RefillPerSecond">How much more each second, in wei.</param>
public sealed record SetEtherFiRedemption(
    Address Sender,
    Address Token,
    ushort ExitFeeSplitBps,
    ushort ExitFeeBps,
    ushort LowWatermarkBps,
    UInt256 Capacity,
    UInt256 RefillPerSecond) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Redemptions.SetTerms(this);
}

/// <summary>Sets the fee of redeeming for a token.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Value">In 10⁻⁴.</param>
/// <param name="Token">Ether or stETH.</param>
public sealed record SetEtherFiExitFee(Address Sender, ushort Value, Address Token) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.SetExitFee(Sender, Value, Token);
}

/// <summary>Sets which part of the fee the treasury gets.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Value">In 10⁻⁴.</param>
/// <param name="Token">Ether or stETH.</param>
public sealed record SetEtherFiExitFeeSplit(
    Address Sender, ushort Value, Address Token) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.SetExitFeeSplit(Sender, Value, Token);
}

/// <summary>Sets how much has to stay.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Value">In 10⁻⁴ of all assets.</param>
/// <param name="Token">Ether or stETH.</param>
public sealed record SetEtherFiLowWatermark(
    Address Sender, ushort Value, Address Token) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.SetLowWatermark(Sender, Value, Token);
}

/// <summary>Sets how much may leave at once.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Amount">In wei.</param>
/// <param name="Token">Ether or stETH.</param>
public sealed record SetEtherFiRedemptionCapacity(
    Address Sender, UInt256 Amount, Address Token) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.SetCapacity(Sender, Amount, Token);
}

/// <summary>Sets how much more may leave each second.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Amount">In wei.</param>
/// <param name="Token">Ether or stETH.</param>
public sealed record SetEtherFiRedemptionRefill(
    Address Sender, UInt256 Amount, Address Token) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.SetRefillRate(Sender, Amount, Token);
}

/// <summary>Moves what rounding left with the redemption manager.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Token">Which token.</param>
/// <param name="To">Who gets it.</param>
public sealed record SweepEtherFiDust(Address Sender, Address Token, Address To) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Redemptions.SweepDust(Sender, Token, To);
}
