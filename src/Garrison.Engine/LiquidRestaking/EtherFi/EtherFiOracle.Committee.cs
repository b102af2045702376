using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

public sealed partial class EtherFiOracle
{
    internal Refusal? AddMember(Address sender, Address member, uint quorum)
    {
        if (_core.Access.Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;
        if (_member[member].IsRegistered) return EtherFiRefusals.AlreadyRegistered;

        _member[member] = new EtherFiMember(true, true, 0);
        if (Count(Committee.Members + 1, Committee.ActiveMembers + 1, quorum) is { } invalid) return invalid;

        _core.Store.Emit(new EtherFiMemberAdded(Contract, member));
        return null;
    }

    internal Refusal? RemoveMember(Address sender, Address member, uint quorum)
    {
        if (_core.Access.Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;

        EtherFiMember removed = _member[member];
        if (!removed.IsRegistered) return EtherFiRefusals.NotRegistered;

        _member[member] = default;
        uint active = Committee.ActiveMembers - (removed.IsEnabled ? 1u : 0);
        if (Count(Committee.Members - 1, active, quorum) is { } invalid) return invalid;

        _core.Store.Emit(new EtherFiMemberRemoved(Contract, member));
        return null;
    }

    internal Refusal? EnableMember(Address sender, Address member, bool isEnabled, uint quorum)
    {
        if (_core.Access.Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;
        if (!_member[member].IsRegistered) return EtherFiRefusals.NotRegistered;
        if (_member[member].IsEnabled == isEnabled) return EtherFiRefusals.AlreadyInTargetState;

        _member[member] = _member[member] with { IsEnabled = isEnabled };
        uint active = isEnabled ? Committee.ActiveMembers + 1 : Committee.ActiveMembers - 1;
        if (Count(Committee.Members, active, quorum) is { } invalid) return invalid;

        _core.Store.Emit(new EtherFiMemberUpdated(Contract, member, isEnabled));
        return null;
    }

    internal Refusal? SetQuorum(Address sender, uint quorum)
    {
        if (_core.Access.Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;
        if (Count(Committee.Members, Committee.ActiveMembers, quorum) is { } invalid) return invalid;

        _core.Store.Emit(new EtherFiQuorumUpdated(Contract, quorum));
        return null;
    }

    internal Refusal? SetReportPeriod(Address sender, uint slots)
    {
        if (_core.Access.Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;
        if (slots == 0 || slots % Slots.SlotsPerEpoch != 0) return EtherFiRefusals.InvalidReportPeriod;

        _slots.Set(Slots with { ReportPeriodSlots = slots });
        _core.Store.Emit(new EtherFiReportPeriodUpdated(Contract, slots));
        return null;
    }

    // More than half of those who may report have to agree.
    private Refusal? Count(uint members, uint active, uint quorum)
    {
        _committee.Set(Committee with { Members = members, ActiveMembers = active, Quorum = quorum });
        return quorum < _core.Limits.MinQuorum || active < quorum || active >= 2 * quorum
            ? EtherFiRefusals.InvalidQuorum
            : null;
    }
}
