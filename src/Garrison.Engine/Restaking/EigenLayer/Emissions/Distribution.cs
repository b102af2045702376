using System.Text.Json.Serialization;

using Garrison.Engine.Restaking.EigenLayer.Rewards;

namespace Garrison.Engine.Restaking.EigenLayer.Emissions;

/// <summary>Where a part of each epoch's emissions goes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DistributionType>))]
public enum DistributionType : byte
{
    /// <summary>Nowhere; its weight stays taken.</summary>
    Disabled,

    /// <summary>To everyone who restakes with an operator of a service.</summary>
    RewardsForAllEarners,

    /// <summary>To an operator set, by delegated stake.</summary>
    OperatorSetTotalStake,

    /// <summary>To an operator set, by slashable stake.</summary>
    OperatorSetUniqueStake,

    /// <summary>To all who back a service: the one of the set that the distribution names.</summary>
    EigenDA,

    /// <summary>To the incentive council itself.</summary>
    Manual,
}

/// <summary>A part of each epoch's emissions, and for whom.</summary>
/// <param name="WeightBps">Which part, in hundredths of a percent.</param>
/// <param name="StartEpoch">The first epoch it counts in.</param>
/// <param name="TotalEpochs">In how many; 0 for all that come.</param>
/// <param name="Type">Where it goes.</param>
/// <param name="Set">To which set, or to the service of which set; where there is none, anything.</param>
/// <param name="Submissions">One submission each, in equal parts: its strategies, in ascending order.</param>
public sealed record Distribution(
    ulong WeightBps,
    ulong StartEpoch,
    ulong TotalEpochs,
    DistributionType Type,
    OperatorSet Set,
    IReadOnlyList<IReadOnlyList<StrategyMultiplier>> Submissions)
{
    internal bool IsForSet =>
        Type is DistributionType.OperatorSetTotalStake or DistributionType.OperatorSetUniqueStake;

    /// <summary>Whether it counts in an epoch.</summary>
    /// <exception cref="OverflowException">The sum of its epochs leaves 64 bits.</exception>
    internal bool IsOn(Primitives.UInt256 epoch)
    {
        if (Type == DistributionType.Disabled || StartEpoch > epoch) return false;

        return TotalEpochs == 0 || epoch < StartEpoch + TotalEpochs;
    }
}
