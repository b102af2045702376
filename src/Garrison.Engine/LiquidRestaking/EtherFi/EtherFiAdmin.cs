using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>Executes published reports, and checks them first.</summary>
/// <remarks>
/// A report that a check refuses stays published, and the token at its rate, until the report is taken back
/// or a limit is raised. Source: <c>EtherFiAdmin.sol</c>.
/// </remarks>
public sealed partial class EtherFiAdmin
{
    private const ulong StaleCooldownBlocks = 7200;

    private readonly EtherFiCore _core;
    private readonly Cell<EtherFiHandled> _handled;
    private readonly Cell<EtherFiGuards> _guards;

    internal EtherFiAdmin(EtherFiCore core)
    {
        _core = core;
        _handled = core.Store.Cell<EtherFiHandled>();
        _guards = core.Store.Cell<EtherFiGuards>();
    }

    /// <summary>What was executed last.</summary>
    public ref readonly EtherFiHandled Handled => ref _handled.Value;

    /// <summary>What reports are checked by.</summary>
    public ref readonly EtherFiGuards Guards => ref _guards.Value;

    private Address Contract => _core.Contracts.Admin;

    internal void Begin(int rebaseAprBps, ushort postReportWaitSlots) =>
        _guards.Set(new EtherFiGuards(rebaseAprBps, postReportWaitSlots, 0, UInt256.Zero, 0));

    /// <summary>Executes a published report, for anybody.</summary>
    internal Refusal? Execute(Address sender, EtherFiReport report)
    {
        if (!report.Fits()) return Refusal.EmptyRevert;

        Hash32 hash = report.Hash();
        if (Check(report, hash) is { } invalid) return invalid;

        bool isEmpty = report.AccruedRewards.IsZero && report.ProtocolFees.IsZero;
        if (!isEmpty && _core.Pool.Rebase(Contract, report.AccruedRewards, report.ProtocolFees)
            is { } unchanged)
        {
            return unchanged;
        }

        if (Finalize(report.LastFinalizedWithdrawalRequestId, report.FinalizedWithdrawalAmount)
            is { } unpaid)
        {
            return unpaid;
        }

        _handled.Set(Handled with
        {
            LastSlot = report.RefSlotTo,
            LastBlock = report.RefBlockTo,
            LastExecutionBlock = (uint)_core.Clock.Block,
        });
        _core.Store.Emit(new EtherFiOperationsExecuted(Contract, sender, hash));
        return null;
    }

    /// <summary>Finalizes what the pool's ether covers, for anybody, when no report came for long.</summary>
    internal Refusal? FinalizeWhenStale()
    {
        ulong block = _core.Clock.Block;
        if (block < _core.Oracle.Committee.LastPublishedBlock + _core.Limits.StaleReportBlocks)
        {
            return EtherFiRefusals.OracleReportNotStale;
        }

        if (block < Handled.LastStaleBlock + StaleCooldownBlocks)
        {
            return EtherFiRefusals.StaleReportFinalizationCooldown;
        }

        (uint last, UInt128 amount) = Coverable();
        if (amount == 0) return EtherFiRefusals.NoWithdrawalsToFinalize;
        if (Finalize(last, amount) is { } unpaid) return unpaid;

        _handled.Set(Handled with { LastStaleBlock = block });
        return null;
    }

    internal Refusal? SetRebaseApr(Address sender, int bps)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (bps < 0 || bps > _core.Limits.MaxRebaseAprBps) return EtherFiRefusals.InvalidAcceptableRebaseApr;

        _guards.Set(Guards with { RebaseAprBps = bps });
        return null;
    }

    internal Refusal? SetPostReportWait(Address sender, ushort slots)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;

        _guards.Set(Guards with { PostReportWaitSlots = slots });
        return null;
    }

    internal Refusal? SetMaxNegativeRebase(Address sender, UInt256 bps)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (bps > Bps.Scale) return EtherFiRefusals.InvalidMaxNegativeRebaseBps;

        _guards.Set(Guards with { MaxNegativeRebaseBps = (ushort)bps.ToUInt64() });
        _core.Store.Emit(new EtherFiMaxNegativeRebaseUpdated(Contract, bps));
        return null;
    }

    internal Refusal? SetMaxFinalizedPerDay(Address sender, UInt256 amount)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (amount.IsZero || amount > _core.Limits.MaxFinalizedPerDay)
        {
            return EtherFiRefusals.InvalidMaxFinalizedWithdrawalAmountPerDay;
        }

        _guards.Set(Guards with { MaxFinalizedPerDay = amount });
        return null;
    }

    internal Refusal? SetMaxValidatorsPerDay(Address sender, ulong count)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (count > _core.Limits.MaxValidatorsPerDay)
        {
            return EtherFiRefusals.InvalidMaxNumValidatorsToApprovePerDay;
        }

        _guards.Set(Guards with { MaxValidatorsPerDay = count });
        return null;
    }

    // The first requests, in their order, that the pool's ether covers; one that it does not ends it.
    private (uint Last, UInt128 Amount) Coverable()
    {
        EtherFiQueue queue = _core.Withdrawals.Queue;
        UInt128 liquidity = _core.Pool.Books.In;
        UInt128 amount = 0;
        uint last = queue.LastFinalized;
        while (last + 1 < queue.Next && last + 1 - queue.LastFinalized <= _core.Limits.MaxRequestsPerReport)
        {
            EtherFiRequest request = _core.Withdrawals.Request(last + 1);
            if (request.IsValid)
            {
                if (liquidity < amount + request.Amount) break;

                amount += request.Amount;
            }

            last++;
        }

        return (last, amount);
    }

    private Refusal? Finalize(uint last, UInt256 amount) =>
        _core.Withdrawals.Finalize(Contract, last) ?? _core.Pool.Lock(Contract, amount);

    private Refusal? RefuseSetting(Address sender) =>
        _core.Access.Require(EtherFiRole.OperatingTimelock, sender);
}

/// <summary>What was executed last.</summary>
/// <param name="LastSlot">The last slot that was handled; 0 for none.</param>
/// <param name="LastBlock">The last block.</param>
/// <param name="LastExecutionBlock">The block of the execution.</param>
/// <param name="LastStaleBlock">The block in which requests were last finalized without a report.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiHandled(
    uint LastSlot, uint LastBlock, uint LastExecutionBlock, ulong LastStaleBlock);

/// <summary>What reports are checked by.</summary>
/// <param name="RebaseAprBps">How much a report may move the assets either way, as a yearly rate in
/// 10⁻⁴.</param>
/// <param name="PostReportWaitSlots">How many slots a published report waits.</param>
/// <param name="MaxNegativeRebaseBps">How far one report may fall, in 10⁻⁴ of the assets; 0 for 3.</param>
/// <param name="MaxFinalizedPerDay">How much may be finalized for a day, in wei.</param>
/// <param name="MaxValidatorsPerDay">How many validators may be approved for a day.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiGuards(
    int RebaseAprBps,
    ushort PostReportWaitSlots,
    ushort MaxNegativeRebaseBps,
    UInt256 MaxFinalizedPerDay,
    ulong MaxValidatorsPerDay);
