using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Emissions;

/// <summary>What was left went to the incentive council.</summary>
/// <param name="Contract">The EmissionsController.</param>
/// <param name="IncentiveCouncil">The council.</param>
/// <param name="Amount">How much, in EIGEN's smallest unit.</param>
public sealed record Swept(Address Contract, Address IncentiveCouncil, UInt256 Amount) : Event(Contract);

/// <summary>A distribution had its turn in an epoch.</summary>
/// <param name="Contract">The EmissionsController.</param>
/// <param name="DistributionId">Which one.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Distribution">What it is.</param>
/// <param name="Success">Whether its part was paid in.</param>
public sealed record DistributionProcessed(
    Address Contract, ulong DistributionId, UInt256 Epoch, Distribution Distribution, bool Success)
    : Event(Contract);

/// <summary>A distribution was added.</summary>
/// <param name="Contract">The EmissionsController.</param>
/// <param name="DistributionId">Its id.</param>
/// <param name="Epoch">The epoch; the greatest number before the first.</param>
/// <param name="Distribution">What it is.</param>
public sealed record DistributionAdded(
    Address Contract, ulong DistributionId, UInt256 Epoch, Distribution Distribution) : Event(Contract);

/// <summary>A distribution was replaced.</summary>
/// <param name="Contract">The EmissionsController.</param>
/// <param name="DistributionId">Its id.</param>
/// <param name="Epoch">The epoch; the greatest number before the first.</param>
/// <param name="Distribution">What it is now.</param>
public sealed record DistributionUpdated(
    Address Contract, ulong DistributionId, UInt256 Epoch, Distribution Distribution) : Event(Contract);

/// <summary>Another account is the incentive council.</summary>
/// <param name="Contract">The EmissionsController.</param>
/// <param name="IncentiveCouncil">Which one.</param>
public sealed record IncentiveCouncilUpdated(Address Contract, Address IncentiveCouncil) : Event(Contract);
