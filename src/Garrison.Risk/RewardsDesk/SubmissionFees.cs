using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>The protocol fee of each submission, out of the transfers that its receipt shows.</summary>
/// <remarks>A fee leaves the coordinator just before the event of its submission. Source: reference section
/// 2.12.</remarks>
internal sealed class SubmissionFees
{
    private readonly Dictionary<Hash32, UInt256> _fees = [];

    /// <summary>The fee, in the token's smallest unit; 0 for none.</summary>
    public UInt256 this[Hash32 reward] => _fees.GetValueOrDefault(reward);

    /// <summary>Reads what a command did.</summary>
    /// <param name="world">Where it did it.</param>
    /// <param name="receipt">Its receipt.</param>
    /// <param name="rewards">What it paid in, in the order of the events.</param>
    public void Read(World world, Accepted receipt, IReadOnlyList<PaidReward> rewards)
    {
        if (rewards.Count == 0) return;

        RewardsCoordinator coordinator = world.EigenLayer.Rewards;
        UInt256 fee = UInt256.Zero;
        int next = 0;
        foreach (Event fact in receipt.Events)
        {
            if (fact is Transferred moved)
            {
                bool isFee = moved.From == coordinator.Self && moved.To == coordinator.Settings.FeeRecipient;
                fee = isFee ? moved.Value : UInt256.Zero;
            }
            else if (IsSubmission(fact))
            {
                _fees[rewards[next].Hash] = fee;
                next++;
                fee = UInt256.Zero;
            }
        }
    }

    private static bool IsSubmission(Event fact) => fact
        is AvsRewardsSubmissionCreated
        or RewardsSubmissionForAllCreated
        or RewardsSubmissionForAllEarnersCreated
        or OperatorDirectedAvsRewardsSubmissionCreated
        or OperatorDirectedOperatorSetRewardsSubmissionCreated
        or UniqueStakeRewardsSubmissionCreated
        or TotalStakeRewardsSubmissionCreated;
}
