using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>The committee: a report is published when enough members sent the same.</summary>
/// <remarks>Slots and blocks are counted in 32 bits. Source: <c>EtherFiOracle.sol</c>.</remarks>
public sealed partial class EtherFiOracle
{
    private readonly EtherFiCore _core;
    private readonly Cell<EtherFiSlots> _slots;
    private readonly Cell<EtherFiCommittee> _committee;
    private readonly Table<Address, EtherFiMember> _member;
    private readonly Table<Hash32, EtherFiConsensus> _consensus;

    internal EtherFiOracle(EtherFiCore core)
    {
        _core = core;
        _slots = core.Store.Cell<EtherFiSlots>();
        _committee = core.Store.Cell<EtherFiCommittee>();
        _member = core.Store.Table<Address, EtherFiMember>();
        _consensus = core.Store.Table<Hash32, EtherFiConsensus>();
    }

    /// <summary>How slots are counted.</summary>
    public ref readonly EtherFiSlots Slots => ref _slots.Value;

    /// <summary>How many decide, and what they published last.</summary>
    public ref readonly EtherFiCommittee Committee => ref _committee.Value;

    /// <summary>The slot of now.</summary>
    public uint CurrentSlot => SlotAt(_core.Clock.Seconds);

    /// <summary>The last slot of the next report: whole periods from the last one on, as many as are over,
    /// one at least.</summary>
    public uint NextSlotTo
    {
        get
        {
            EtherFiSlots slots = Slots;
            uint last = Committee.LastPublishedSlot;
            uint from = slots.ReportStartSlot < last ? last + 1 : slots.ReportStartSlot;
            uint passed = CurrentSlot > from ? CurrentSlot - from : 0;
            uint periods = Math.Max(passed / slots.ReportPeriodSlots, 1);
            return from + (periods * slots.ReportPeriodSlots) - 1;
        }
    }

    /// <summary>The first slot of the next report.</summary>
    public uint NextSlotFrom =>
        Committee.LastPublishedSlot == 0 ? Slots.ReportStartSlot : Committee.LastPublishedSlot + 1;

    /// <summary>The first block of the next report.</summary>
    public uint NextBlockFrom =>
        Committee.LastPublishedBlock == 0 ? Slots.ReportStartSlot : Committee.LastPublishedBlock + 1;

    private Address Contract => _core.Contracts.Oracle;

    /// <summary>What a member is.</summary>
    public EtherFiMember Member(Address member) => _member[member];

    /// <summary>How far a report is.</summary>
    public EtherFiConsensus Consensus(Hash32 report) => _consensus[report];

    internal uint SlotAt(ulong second) =>
        unchecked((uint)((second - Slots.GenesisSeconds) / Slots.SecondsPerSlot));

    internal void Begin(EtherFiSlots slots)
    {
        _slots.Set(slots);
        _committee.Set(new EtherFiCommittee(1, 0, 0, 0, 0, 0));
    }

    internal Refusal? Submit(Address sender, EtherFiReport report)
    {
        if (!report.Fits()) return Refusal.EmptyRevert;
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;

        Hash32 hash = report.Hash();
        EtherFiConsensus consensus = _consensus[hash];
        if (consensus.IsReached) return EtherFiRefusals.ConsensusAlreadyReached;
        if (RefuseMember(sender) is { } unwanted) return unwanted;
        if (RefuseSpan(report) is { } wrong) return wrong;

        _member[sender] = _member[sender] with { LastReportSlot = report.RefSlotTo };
        consensus = consensus with { Support = consensus.Support + 1 };
        bool isReached = consensus.Support >= Committee.Quorum;
        _consensus[hash] = isReached
            ? consensus with { IsReached = true, ReachedAt = _core.Clock.Seconds }
            : consensus;
        Log(report, hash, sender);
        if (isReached) Publish(report, hash);

        return null;
    }

    /// <summary>Takes a published report back; some members may report on its last slot again.</summary>
    /// <remarks>The first report cannot be taken back: what is before its first slot is below 0.</remarks>
    internal Refusal? Unpublish(Address sender, EtherFiReport report, IReadOnlyList<Address> members)
    {
        if (!report.Fits()) return Refusal.EmptyRevert;
        if (_core.Access.Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;

        Hash32 hash = report.Hash();
        if (!_consensus[hash].IsReached) return EtherFiRefusals.ConsensusNotReached;
        if (report.RefSlotTo <= _core.Admin.Handled.LastSlot) return EtherFiRefusals.ReportExecuted;

        _consensus[hash] = _consensus[hash] with { Support = 0, IsReached = false };
        _committee.Set(Committee with
        {
            LastPublishedSlot = report.RefSlotFrom - 1,
            LastPublishedBlock = report.RefBlockFrom - 1,
        });
        foreach (Address member in members)
        {
            _member[member] = _member[member] with { LastReportSlot = report.RefSlotFrom - 1 };
        }

        _core.Store.Emit(new EtherFiReportUnpublished(Contract, hash));
        return null;
    }

    private Refusal? RefuseMember(Address sender)
    {
        EtherFiMember member = _member[sender];
        if (!member.IsRegistered) return EtherFiRefusals.NotRegistered;
        if (!member.IsEnabled) return EtherFiRefusals.MemberDisabled;

        uint slot = NextSlotTo;
        if (!IsFinal(slot)) return EtherFiRefusals.EpochNotFinalized;
        if (Committee.LastPublishedSlot != _core.Admin.Handled.LastSlot)
        {
            return EtherFiRefusals.LastReportNotHandled;
        }

        return slot > member.LastReportSlot ? null : EtherFiRefusals.ReportNotNeeded;
    }

    // That the last slot is final was asked of the one that is due.
    private Refusal? RefuseSpan(EtherFiReport report)
    {
        if (report.ConsensusVersion != Committee.ConsensusVersion)
        {
            return EtherFiRefusals.WrongConsensusVersion;
        }

        if (report.RefSlotFrom != NextSlotFrom) return EtherFiRefusals.WrongSlotFrom;
        if (report.RefSlotTo != NextSlotTo) return EtherFiRefusals.WrongSlotTo;
        if (report.RefBlockFrom != NextBlockFrom) return EtherFiRefusals.WrongBlockFrom;
        if (report.RefBlockTo >= _core.Clock.Block) return EtherFiRefusals.WrongBlockTo;

        return report.RefBlockTo <= _core.Admin.Handled.LastExecutionBlock
            ? EtherFiRefusals.ReportBlockTooOld
            : null;
    }

    // Two epochs in a row make one final; one more is waited for.
    private bool IsFinal(uint slot) =>
        (slot / Slots.SlotsPerEpoch) + 2 < CurrentSlot / Slots.SlotsPerEpoch;

    private void Publish(EtherFiReport report, Hash32 hash)
    {
        _committee.Set(Committee with
        {
            LastPublishedSlot = report.RefSlotTo,
            LastPublishedBlock = report.RefBlockTo,
        });
        _core.Store.Emit(new EtherFiReportPublished(
            Contract,
            report.ConsensusVersion,
            report.RefSlotFrom,
            report.RefSlotTo,
            report.RefBlockFrom,
            report.RefBlockTo,
            hash));
    }

    private void Log(EtherFiReport report, Hash32 hash, Address member) =>
        _core.Store.Emit(new EtherFiReportSubmitted(
            Contract,
            report.ConsensusVersion,
            report.RefSlotFrom,
            report.RefSlotTo,
            report.RefBlockFrom,
            report.RefBlockTo,
            hash,
            member));
}

/// <summary>How many decide, and what they published last.</summary>
/// <param name="ConsensusVersion">Which rules a report has to follow.</param>
/// <param name="Quorum">How many members make a report.</param>
/// <param name="Members">How many there are.</param>
/// <param name="ActiveMembers">How many of them may report.</param>
/// <param name="LastPublishedSlot">The last slot that was reported; 0 for none.</param>
/// <param name="LastPublishedBlock">The last block.</param>
public readonly record struct EtherFiCommittee(
    uint ConsensusVersion,
    uint Quorum,
    uint Members,
    uint ActiveMembers,
    uint LastPublishedSlot,
    uint LastPublishedBlock);

/// <summary>A member of the committee.</summary>
/// <param name="IsRegistered">Whether it is one.</param>
/// <param name="IsEnabled">Whether it may report.</param>
/// <param name="LastReportSlot">The last slot of its last report.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiMember(bool IsRegistered, bool IsEnabled, uint LastReportSlot);

/// <summary>How far a report is.</summary>
/// <param name="Support">How many members sent it.</param>
/// <param name="IsReached">Whether they were enough.</param>
/// <param name="ReachedAt">When, in seconds since the Unix epoch.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiConsensus(uint Support, bool IsReached, ulong ReachedAt);
