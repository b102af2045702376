using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>Brings a report: what the committee agreed that there was at a time.</summary>
/// <param name="Sender">Who may report.</param>
/// <param name="Timestamp">Of which time, in seconds.</param>
/// <param name="Validators">How many validators there were, those that left included.</param>
/// <param name="Balance">What they were worth, in wei.</param>
/// <param name="Exited">How many had left.</param>
/// <param name="WithdrawalVault">What was in the withdrawal vault, in wei.</param>
/// <param name="RewardsVault">What was in the rewards vault, in wei.</param>
/// <param name="SharesRequestedToBurn">How many shares waited to be burnt.</param>
/// <param name="Batches">The last request of each batch to be finalised; none for no finalisation.</param>
/// <param name="SimulatedShareRate">The rate they are paid at most, times 10²⁷.</param>
/// <param name="IsBunker">Whether something is badly wrong; bunker mode counts from the report
/// before.</param>
public sealed record ReportToLido(
    Address Sender,
    ulong Timestamp,
    ulong Validators,
    UInt256 Balance,
    ulong Exited,
    UInt256 WithdrawalVault,
    UInt256 RewardsVault,
    UInt256 SharesRequestedToBurn,
    IReadOnlyList<UInt256> Batches,
    UInt256 SimulatedShareRate,
    bool IsBunker) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Reports.Report(this);
}

/// <summary>Finalises requests with the sender's ether: a part of a report.</summary>
/// <param name="Sender">Who may finalise.</param>
/// <param name="LastRequestId">The last request.</param>
/// <param name="MaxShareRate">At most this much ether per share, times 10²⁷.</param>
/// <param name="Value">What is set aside for them, in wei. Nobody checks that it is enough.</param>
public sealed record FinalizeLidoWithdrawals(
    Address Sender, UInt256 LastRequestId, UInt256 MaxShareRate, UInt256 Value) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) =>
        lido.Queue.Finalize(Sender, LastRequestId, MaxShareRate, Value);
}

/// <summary>Tells the queue of a report: a part of it.</summary>
/// <param name="Sender">Who may tell.</param>
/// <param name="IsBunkerModeNow">Whether something is badly wrong.</param>
/// <param name="BunkerStartTimestamp">Since when, in seconds.</param>
/// <param name="CurrentReportTimestamp">The time of the report, in seconds.</param>
public sealed record ReportToLidoQueue(
    Address Sender, bool IsBunkerModeNow, UInt256 BunkerStartTimestamp, UInt256 CurrentReportTimestamp)
    : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.OnReportOf(
        Sender, IsBunkerModeNow, BunkerStartTimestamp, CurrentReportTimestamp);
}

/// <summary>Sets what the pool is worth, as an outside fact: in place of a report.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="Pooled">The worth, in wei.</param>
public sealed record RebaseLido(Address Sender, UInt256 Pooled) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Pool.Rebase(Pooled);
}

/// <summary>Mints shares that all others pay for, as an outside fact: in place of a report's fee.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="To">Who gets them.</param>
/// <param name="Shares">How many.</param>
public sealed record MintLidoShares(Address Sender, Address To, UInt256 Shares) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Pool.MintShares(To, Shares);
}

/// <summary>Burns shares and takes ether off the pool, as an outside fact: in place of a report's
/// end.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="From">Whose shares.</param>
/// <param name="Shares">How many.</param>
/// <param name="EtherAmount">How much less the pool is worth, in wei.</param>
public sealed record BurnLidoShares(Address Sender, Address From, UInt256 Shares, UInt256 EtherAmount)
    : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Pool.BurnOf(From, Shares, EtherAmount);
}
