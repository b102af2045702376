using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Emissions;

/// <summary>What an EmissionsController mints, and when; fixed for good.</summary>
/// <param name="Eigen">What is paid: it wraps the backing token one to one.</param>
/// <param name="BackingEigen">What is minted.</param>
/// <param name="InflationPerEpoch">How much an epoch, in the token's smallest unit.</param>
/// <param name="StartSeconds">When the first epoch begins, in seconds since the Unix epoch.</param>
/// <param name="EpochSeconds">How long an epoch is.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct EmissionsTerms(
    Address Eigen, Address BackingEigen, UInt256 InflationPerEpoch, ulong StartSeconds, ulong EpochSeconds);

/// <summary>Puts the EmissionsController beside EigenLayer's core; the rewards come before it.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Controller">Its address.</param>
/// <param name="Terms">What it mints, and when.</param>
/// <param name="IncentiveCouncil">Who decides on distributions.</param>
public sealed record DeployEmissions(
    Address Sender, Address Controller, EmissionsTerms Terms, Address IncentiveCouncil) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Emissions.Deploy(Controller, Terms, IncentiveCouncil);
}

/// <summary>Mints the emissions of this epoch, unless that was done, and processes the next
/// distributions.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Length">How many distributions, at most.</param>
/// <param name="IsStarved">A fact from outside: whether calls to the RewardsCoordinator fail without a
/// word, for want of gas, or because this is called from inside of it.</param>
public sealed record PressButton(Address Sender, UInt256 Length, bool IsStarved) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Emissions.PressButton(Length, IsStarved);
}

/// <summary>Sends what is left to the incentive council, once all distributions are processed; does
/// nothing before.</summary>
/// <param name="Sender">Anyone.</param>
public sealed record SweepEmissions(Address Sender) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Emissions.Sweep();
}

/// <summary>Adds a distribution; it counts from the next epoch at the earliest.</summary>
/// <param name="Sender">The incentive council.</param>
/// <param name="Distribution">What is added.</param>
public sealed record AddDistribution(Address Sender, Distribution Distribution) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Emissions.Add(Sender, Distribution);
}

/// <summary>Replaces a distribution.</summary>
/// <param name="Sender">The incentive council.</param>
/// <param name="Id">Which one.</param>
/// <param name="Distribution">What it is from now on.</param>
public sealed record UpdateDistribution(Address Sender, ulong Id, Distribution Distribution)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Emissions.Update(Sender, Id, Distribution);
}

/// <summary>Appoints the incentive council.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="IncentiveCouncil">Who decides on distributions from now on.</param>
public sealed record SetIncentiveCouncil(Address Sender, Address IncentiveCouncil) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Emissions.SetIncentiveCouncil(Sender, IncentiveCouncil);
}
