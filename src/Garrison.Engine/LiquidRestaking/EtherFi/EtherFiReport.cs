using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>What the committee says of a span of slots.</summary>
/// <param name="ConsensusVersion">Which rules it follows.</param>
/// <param name="RefSlotFrom">The first slot.</param>
/// <param name="RefSlotTo">The last slot.</param>
/// <param name="RefBlockFrom">The first block.</param>
/// <param name="RefBlockTo">The last block.</param>
/// <param name="AccruedRewards">By how much the value outside the pool moved, in wei, without the fee; below
/// 0 for a loss. It fits in 128 bits, as every amount of a report does.</param>
/// <param name="ProtocolFees">The fee, in wei.</param>
/// <param name="ValidatorsToApprove">Which validators may be funded.</param>
/// <param name="LastFinalizedWithdrawalRequestId">Up to which request all are finalized.</param>
/// <param name="FinalizedWithdrawalAmount">What the valid ones of them asked for, in wei.</param>
public sealed record EtherFiReport(
    uint ConsensusVersion,
    uint RefSlotFrom,
    uint RefSlotTo,
    uint RefBlockFrom,
    uint RefBlockTo,
    Int256 AccruedRewards,
    UInt256 ProtocolFees,
    IReadOnlyList<ulong> ValidatorsToApprove,
    uint LastFinalizedWithdrawalRequestId,
    UInt256 FinalizedWithdrawalAmount)
{
    /// <summary>The name that members vote for: a hash of three hashes.</summary>
    public Hash32 Hash()
    {
        AbiWriter all = new();
        Write(all, HashOfSpan());
        Write(all, HashOfValidators());
        Write(all, HashOfWithdrawals());
        return all.Hash();
    }

    /// <summary>Whether a call could carry it.</summary>
    internal bool Fits() =>
        ProtocolFees.FitsIn(128)
            && FinalizedWithdrawalAmount.FitsIn(128)
            && AccruedRewards.Abs().FitsIn(127);

    private Hash32 HashOfSpan()
    {
        AbiWriter span = new();
        span.Write(ConsensusVersion);
        span.Write(RefSlotFrom);
        span.Write(RefSlotTo);
        span.Write(RefBlockFrom);
        span.Write(RefBlockTo);
        span.Write(AccruedRewards.Bits);
        span.Write(ProtocolFees);
        return span.Hash();
    }

    private Hash32 HashOfValidators()
    {
        AbiWriter validators = new();
        validators.Write(AbiWriter.WordBytes);
        validators.Write((uint)ValidatorsToApprove.Count);
        foreach (ulong validator in ValidatorsToApprove)
        {
            validators.Write(validator);
        }

        return validators.Hash();
    }

    private Hash32 HashOfWithdrawals()
    {
        AbiWriter withdrawals = new();
        withdrawals.Write(LastFinalizedWithdrawalRequestId);
        withdrawals.Write(FinalizedWithdrawalAmount);
        return withdrawals.Hash();
    }

    private static void Write(AbiWriter writer, Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[AbiWriter.WordBytes];
        hash.CopyTo(bytes);
        writer.Write(UInt256.FromBigEndian(bytes));
    }
}
