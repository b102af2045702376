using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>The limits of rewards submissions, in seconds.</summary>
/// <remarks>Source: constructor of <c>RewardsCoordinator.sol</c>; reference section 4.2.</remarks>
/// <param name="IntervalSeconds">Starts and durations are whole multiples of this.</param>
/// <param name="DurationMaxSeconds">A submission covers at most this.</param>
/// <param name="RetroactiveMaxSeconds">It starts at most this long ago.</param>
/// <param name="FutureMaxSeconds">It starts at most this far ahead.</param>
/// <param name="GenesisSeconds">It starts at this time or later.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RewardsLimits(
    uint IntervalSeconds,
    uint DurationMaxSeconds,
    uint RetroactiveMaxSeconds,
    uint FutureMaxSeconds,
    uint GenesisSeconds)
{
    /// <summary>Ethereum mainnet's from 1.12.0 on: days, up to 730, from 168 ago to 30 ahead, from 21 March
    /// 2024.</summary>
    public static RewardsLimits Mainnet => new(86_400, 63_072_000, 14_515_200, 2_592_000, 1_710_979_200);
}

/// <summary>What the owner of the rewards can change.</summary>
/// <param name="Updater">Who submits and disables roots.</param>
/// <param name="EmissionsController">Who submits rewards for EigenDA.</param>
/// <param name="FeeRecipient">Who gets the protocol fee.</param>
/// <param name="ActivationDelaySeconds">How long new roots and splits wait.</param>
/// <param name="DefaultSplitBps">What operators keep that have set nothing.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RewardsSettings(
    Address Updater,
    Address EmissionsController,
    Address FeeRecipient,
    uint ActivationDelaySeconds,
    ushort DefaultSplitBps);

/// <summary>Puts the RewardsCoordinator beside EigenLayer's core.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Coordinator">Its address.</param>
/// <param name="Limits">The limits of submissions.</param>
/// <param name="Settings">What the owner can change.</param>
public sealed record DeployRewards(
    Address Sender, Address Coordinator, RewardsLimits Limits, RewardsSettings Settings) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Deploy(Coordinator, Limits, Settings);
}
