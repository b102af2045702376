using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

public sealed partial class EtherFiAdmin
{
    private const ulong DaySeconds = 24 * 60 * 60;
    private const ulong YearSeconds = 365 * DaySeconds;
    private const ulong SlotSeconds = 12;
    private const ushort DefaultMaxNegativeRebaseBps = 3;
    private const ulong FeeInverse = 5;

    /// <summary>How far one report may fall, in 10⁻⁴ of the assets.</summary>
    public ushort NegativeRebaseBps =>
        Guards.MaxNegativeRebaseBps == 0 ? DefaultMaxNegativeRebaseBps : Guards.MaxNegativeRebaseBps;

    /// <summary>The most that one report may take, in wei, whatever time it spans:
    /// ⌊assets · bps / 10⁴⌋.</summary>
    public UInt256 LargestFall => (_core.Pool.Rate.Assets * NegativeRebaseBps).DivDown(Bps.Scale);

    /// <summary>Why a report would not be executed now, or null.</summary>
    public Refusal? Check(EtherFiReport report) =>
        report.Fits() ? Check(report, report.Hash()) : Refusal.EmptyRevert;

    private Refusal? Check(EtherFiReport report, Hash32 hash)
    {
        if (RefuseFreshness(report, hash) is { } fresh) return fresh;

        // A published report spans a period at least.
        UInt256 elapsed = (UInt256)(report.RefSlotTo - Handled.LastSlot) * SlotSeconds;
        return RefuseRebase(report.AccruedRewards, elapsed)
            ?? RefuseFees(report)
            ?? RefuseApprovals(report, elapsed)
            ?? RefuseWithdrawals(report, elapsed);
    }

    private Refusal? RefuseFreshness(EtherFiReport report, Hash32 hash)
    {
        EtherFiConsensus consensus = _core.Oracle.Consensus(hash);
        if (!consensus.IsReached) return EtherFiRefusals.NoConsensus;

        uint slotFrom = Handled.LastSlot == 0 ? 0 : Handled.LastSlot + 1;
        if (slotFrom != report.RefSlotFrom) return EtherFiRefusals.WrongRefSlotFrom;

        uint executable = Guards.PostReportWaitSlots + _core.Oracle.SlotAt(consensus.ReachedAt);
        return _core.Oracle.CurrentSlot < executable ? EtherFiRefusals.TooFresh : null;
    }

    // A yearly rate alone would let a report of a long span fall far, so a fall is bounded by itself too.
    private Refusal? RefuseRebase(Int256 rewards, UInt256 elapsed)
    {
        UInt256 assets = _core.Pool.Rate.Assets;
        if (assets.IsZero) return null;

        var yearly = Int256.MulDivTowardZero(
            Int256.FromUInt256(Bps.Scale), rewards * Int256.FromUInt256(YearSeconds), assets * elapsed);
        if (yearly.Abs() > (ulong)Guards.RebaseAprBps) return EtherFiRefusals.AssetsChangedTooMuch;

        bool isFall = rewards.IsNegative;
        return isFall && rewards.Abs() * Bps.Scale > assets * NegativeRebaseBps
            ? EtherFiRefusals.NegativeRebaseExceedsCap
            : null;
    }

    private static Refusal? RefuseFees(EtherFiReport report)
    {
        var fees = Int256.FromUInt256(report.ProtocolFees);
        Int256 most = fees + report.AccruedRewards;
        return !fees.IsZero && fees * Int256.FromUInt256(FeeInverse) > most
            ? EtherFiRefusals.FeesExceedRewards
            : null;
    }

    private Refusal? RefuseApprovals(EtherFiReport report, UInt256 elapsed) =>
        UInt256.MulDivDown((uint)report.ValidatorsToApprove.Count, DaySeconds, elapsed)
            > Guards.MaxValidatorsPerDay
            ? EtherFiRefusals.TooManyValidators
            : null;

    private Refusal? RefuseWithdrawals(EtherFiReport report, UInt256 elapsed)
    {
        UInt256 amount = report.FinalizedWithdrawalAmount;
        if (UInt256.MulDivDown(amount, DaySeconds, elapsed) > Guards.MaxFinalizedPerDay)
        {
            return EtherFiRefusals.TooMuchFinalized;
        }

        if (amount > _core.Pool.Books.In) return EtherFiRefusals.FinalizedExceedsLiquidity;

        uint last = report.LastFinalizedWithdrawalRequestId;
        uint finalized = _core.Withdrawals.Queue.LastFinalized;
        if (last < finalized) return EtherFiRefusals.FinalizedBehind;
        if (last - finalized > _core.Limits.MaxRequestsPerReport) return EtherFiRefusals.TooManyFinalized;

        UInt256 sum = UInt256.Zero;
        for (uint id = finalized + 1; id <= last; id++)
        {
            EtherFiRequest request = _core.Withdrawals.Request(id);
            if (request.IsValid) sum += request.Amount;
        }

        return sum == amount ? null : EtherFiRefusals.SumDoesNotMatch;
    }
}
