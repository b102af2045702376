using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>Says what a rate provider answers, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Provider">Which.</param>
/// <param name="Rate">In 10⁻¹⁸.</param>
public sealed record SetComposableProviderRate(Address Sender, Address Provider, UInt256 Rate)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetProviderRate(Provider, Rate);
}

/// <summary>Has a pool look the rate of a token up.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Pool">Which.</param>
/// <param name="Token">Of which.</param>
public sealed record UpdateComposableTokenRate(Address Sender, Address Pool, Address Token) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.UpdateRate(Pool, Token);
}

/// <summary>Says for how long the rate of a token is kept, and looks it up.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Of which pool.</param>
/// <param name="Token">Of which.</param>
/// <param name="Duration">In seconds.</param>
public sealed record SetComposableRateDuration(Address Sender, Address Pool, Address Token, UInt256 Duration)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetRateDuration(Sender, Pool, Token, Duration);
}

/// <summary>Lets the amplification move, at most twofold a day.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Of which pool.</param>
/// <param name="RawEndValue">From 1 to 5,000.</param>
/// <param name="EndTime">When it is there, in seconds; a day from now or later.</param>
public sealed record StartComposableAmplification(
    Address Sender, Address Pool, UInt256 RawEndValue, UInt256 EndTime) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.StartAmplificationUpdate(Sender, Pool, RawEndValue, EndTime);
}

/// <summary>Keeps the amplification where it is.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Of which pool.</param>
public sealed record StopComposableAmplification(Address Sender, Address Pool) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.StopAmplificationUpdate(Sender, Pool);
}

/// <summary>Sets the swap fee of a pool.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Of which pool.</param>
/// <param name="Fee">From 0.0001% to 10%, in 10⁻¹⁸.</param>
public sealed record SetComposableSwapFee(Address Sender, Address Pool, UInt256 Fee) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetSwapFee(Sender, Pool, Fee);
}

/// <summary>Sets a part of the protocol for all pools, which each charges once it looks it up.</summary>
/// <param name="Sender">The governor.</param>
/// <param name="FeeType">Of what.</param>
/// <param name="Fee">At most 50%, in 10⁻¹⁸.</param>
public sealed record SetComposableProtocolFee(Address Sender, ComposableStableFeeType FeeType, UInt256 Fee)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetProtocolFee(Sender, FeeType, Fee);
}

/// <summary>Has a pool pay what it owes the protocol, and look the protocol's parts up.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Pool">Which.</param>
public sealed record UpdateComposableProtocolFees(Address Sender, Address Pool) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.UpdateProtocolFees(Pool);
}

/// <summary>Lets a pool be left without any calculation.</summary>
/// <param name="Sender">The governor.</param>
/// <param name="Pool">Which.</param>
public sealed record EnableComposableRecovery(Address Sender, Address Pool) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetRecoveryMode(Sender, Pool, isEnabled: true);
}

/// <summary>Ends the recovery of a pool.</summary>
/// <param name="Sender">The governor.</param>
/// <param name="Pool">Which.</param>
public sealed record DisableComposableRecovery(Address Sender, Address Pool) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetRecoveryMode(Sender, Pool, isEnabled: false);
}

/// <summary>Stops the swaps, joins and exits of a pool.</summary>
/// <param name="Sender">The governor.</param>
/// <param name="Pool">Which.</param>
public sealed record PauseComposablePool(Address Sender, Address Pool) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetPaused(Sender, Pool, isPaused: true);
}

/// <summary>Lets a pool go on.</summary>
/// <param name="Sender">The governor.</param>
/// <param name="Pool">Which.</param>
public sealed record UnpauseComposablePool(Address Sender, Address Pool) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ComposableStablePools.SetPaused(Sender, Pool, isPaused: false);
}
