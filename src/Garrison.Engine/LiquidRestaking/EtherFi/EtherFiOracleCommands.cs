using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>Votes for a report.</summary>
/// <param name="Sender">A member of the committee.</param>
/// <param name="Report">Which.</param>
public sealed record SubmitEtherFiReport(Address Sender, EtherFiReport Report) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Oracle.Submit(Sender, Report);
}

/// <summary>Executes a published report.</summary>
/// <param name="Sender">Anybody.</param>
/// <param name="Report">Which.</param>
public sealed record ExecuteEtherFiReport(Address Sender, EtherFiReport Report) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Admin.Execute(Sender, Report);
}

/// <summary>Takes a published report back.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Report">Which.</param>
/// <param name="Members">Who may report on its slots again.</param>
public sealed record UnpublishEtherFiReport(
    Address Sender, EtherFiReport Report, IReadOnlyList<Address> Members) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Oracle.Unpublish(Sender, Report, Members);
}

/// <summary>Finalizes requests when no report came for long.</summary>
/// <param name="Sender">Anybody.</param>
public sealed record FinalizeEtherFiWhenStale(Address Sender) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Admin.FinalizeWhenStale();
}

/// <summary>Makes an account a member of the committee.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Member">Who.</param>
/// <param name="Quorum">How many members decide then.</param>
public sealed record AddEtherFiMember(Address Sender, Address Member, uint Quorum) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Oracle.AddMember(Sender, Member, Quorum);
}

/// <summary>Ends a membership.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Member">Who.</param>
/// <param name="Quorum">How many members decide then.</param>
public sealed record RemoveEtherFiMember(Address Sender, Address Member, uint Quorum) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Oracle.RemoveMember(Sender, Member, Quorum);
}

/// <summary>Lets a member report, or does not.</summary>
/// <param name="Sender">The operating multisig.</param>
/// <param name="Member">Who.</param>
/// <param name="IsEnabled">Whether it may.</param>
/// <param name="Quorum">How many members decide then.</param>
public sealed record EnableEtherFiMember(
    Address Sender, Address Member, bool IsEnabled, uint Quorum) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Oracle.EnableMember(Sender, Member, IsEnabled, Quorum);
}

/// <summary>Lets another number of members decide.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Quorum">How many.</param>
public sealed record SetEtherFiQuorum(Address Sender, uint Quorum) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Oracle.SetQuorum(Sender, Quorum);
}

/// <summary>Lets reports span other periods.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Slots">Whole epochs.</param>
public sealed record SetEtherFiReportPeriod(Address Sender, uint Slots) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Oracle.SetReportPeriod(Sender, Slots);
}

/// <summary>Sets how much a report may move the assets, as a yearly rate.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Value">In 10⁻⁴.</param>
public sealed record SetEtherFiRebaseApr(Address Sender, int Value) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Admin.SetRebaseApr(Sender, Value);
}

/// <summary>Sets how far one report may fall.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Value">In 10⁻⁴ of the assets; 0 for 3.</param>
public sealed record SetEtherFiMaxNegativeRebase(Address Sender, UInt256 Value) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Admin.SetMaxNegativeRebase(Sender, Value);
}

/// <summary>Sets how much may be finalized for a day.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Amount">In wei.</param>
public sealed record SetEtherFiMaxFinalizedPerDay(Address Sender, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Admin.SetMaxFinalizedPerDay(Sender, Amount);
}

/// <summary>Sets how many validators may be approved for a day.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Count">How many.</param>
public sealed record SetEtherFiMaxValidatorsPerDay(Address Sender, ulong Count) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Admin.SetMaxValidatorsPerDay(Sender, Count);
}

/// <summary>Sets how long a published report waits.</summary>
/// <param name="Sender">The operating timelock.</param>
/// <param name="Slots">In slots.</param>
public sealed record SetEtherFiPostReportWait(Address Sender, ushort Slots) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Admin.SetPostReportWait(Sender, Slots);
}

/// <summary>Withdraws at the live rate, which only other contracts may.</summary>
/// <param name="Sender">The membership manager.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record WithdrawFromEtherFiPool(
    Address Sender, Address Recipient, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.Withdraw(Sender, Recipient, Amount);
}

/// <summary>Burns shares for nothing, which only other contracts may.</summary>
/// <param name="Sender">Whose shares.</param>
/// <param name="Shares">How many.</param>
public sealed record BurnEtherFiShares(Address Sender, UInt256 Shares) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.BurnShares(Sender, Shares);
}

/// <summary>Moves ether to the escrow of the queue, which only other contracts may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record LockEtherFiEther(Address Sender, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.Lock(Sender, Amount);
}

/// <summary>Moves the value outside the pool, which only the admin contract may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="AccruedRewards">By how much, in wei.</param>
/// <param name="ProtocolFees">The fee, in wei.</param>
public sealed record RebaseEtherFi(
    Address Sender, Int256 AccruedRewards, UInt256 ProtocolFees) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Pool.Rebase(Sender, AccruedRewards, ProtocolFees);
}

/// <summary>Finalizes requests, which only the admin contract may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Id">Up to which.</param>
public sealed record FinalizeEtherFiRequests(Address Sender, UInt256 Id) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Withdrawals.Finalize(Sender, Id);
}
