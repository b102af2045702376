using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>What a keeper read of an issuer at one block.</summary>
/// <remarks>Source: <c>Repricing.sol</c>, <c>RepricingOracle.sol</c>.</remarks>
/// <param name="BlockOfLast">The block of the snapshot before; 0 for the first.</param>
/// <param name="Block">The block it was read at.</param>
/// <param name="Slot">The slot of the beacon chain.</param>
/// <param name="Timestamp">The second.</param>
/// <param name="Staked">What is staked, which a reference is compared with.</param>
/// <param name="Elsewhere">What is held, or on its way.</param>
/// <param name="Rewards">The part of both that a fee is taken of.</param>
/// <param name="Supply">How many tokens there were.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ReserveSnapshot(
    ulong BlockOfLast,
    ulong Block,
    ulong Slot,
    ulong Timestamp,
    UInt256 Staked,
    UInt256 Elsewhere,
    UInt256 Rewards,
    UInt256 Supply)
{
    /// <summary>All reserves.</summary>
    public UInt256 Reserves => Staked + Elsewhere;

    /// <summary>Why it does not follow the last one, in the contract's order; null if it does.</summary>
    internal Refusal? RefuseAfter(in ReserveSnapshot last, ulong block, ulong maximumAgeBlocks)
    {
        if (BlockOfLast != last.Block) return IssuerRefusals.RepriceBlockOfLastSnapshotMismatch;
        if (BlockOfLast >= Block) return IssuerRefusals.RepriceBlockAtSnapshotDidNotIncrease;
        if (Slot <= last.Slot) return IssuerRefusals.RepriceSlotDidNotIncrease;
        if (Timestamp <= last.Timestamp) return IssuerRefusals.RepriceTimestampDidNotIncrease;
        if (Block >= block) return IssuerRefusals.RepriceBlockAtSnapshotTooHigh;

        return block - Block > maximumAgeBlocks ? IssuerRefusals.RepriceBlockAtSnapshotIsStale : null;
    }
}
