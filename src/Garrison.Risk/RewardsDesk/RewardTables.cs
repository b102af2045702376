using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>To whom the rows of a table pay.</summary>
internal static class RewardTables
{
    /// <summary>Whether they give back to the service.</summary>
    public static bool IsRefund(this RewardTable table) => table is RewardTable.DirectedRefund
        or RewardTable.DirectedSetRefund or RewardTable.UniqueRefund or RewardTable.TotalRefund;

    /// <summary>Whether they pay operators.</summary>
    public static bool IsOperator(this RewardTable table) => table is RewardTable.AvsOperator
        or RewardTable.AllEarnersOperator or RewardTable.DirectedOperator or RewardTable.DirectedSetOperator
        or RewardTable.UniqueOperator or RewardTable.TotalOperator;
}
