using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>A slash passed the meter, which fell.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Operator">Who is slashed.</param>
/// <param name="Power">How much power that is.</param>
/// <param name="Meter">What is left; below 0 when the next slash has to wait.</param>
public sealed record SlashMeterLowered(Address Contract, Address Operator, UInt256 Power, Int256 Meter)
    : Event(Contract);

/// <summary>A slash takes less in a place than it asked for.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Operator">Who is slashed.</param>
/// <param name="Place">The strategy or vault.</param>
/// <param name="Asked">What it asked for, in the unit of the place.</param>
/// <param name="Amount">What the rules left.</param>
public sealed record SlashCut(
    Address Contract, Address Operator, Address Place, UInt256 Asked, UInt256 Amount) : Event(Contract);

/// <summary>A slash waits.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Id">The number it waits under.</param>
/// <param name="Operator">Who is slashed.</param>
/// <param name="Deadline">Until when it can be called off, in seconds.</param>
public sealed record SlashQueued(Address Contract, ulong Id, Address Operator, ulong Deadline)
    : Event(Contract);

/// <summary>A slash that waits has set something aside.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Id">The number it waits under.</param>
/// <param name="Place">The strategy or vault.</param>
/// <param name="Amount">How much, in the unit of the place.</param>
public sealed record SlashEarmarked(Address Contract, ulong Id, Address Place, UInt256 Amount)
    : Event(Contract);

/// <summary>A slash was called off.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Id">The number it waited under.</param>
public sealed record SlashCancelled(Address Contract, ulong Id) : Event(Contract);

/// <summary>A slash has waited long enough, and goes to its protocol.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Id">The number it waited under.</param>
public sealed record SlashFinalized(Address Contract, ulong Id) : Event(Contract);

/// <summary>Slashed tokens lie in escrow.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Id">The number of the lock.</param>
/// <param name="Token">Which token.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
/// <param name="Until">Until when they can be given back, in seconds.</param>
public sealed record SlashLocked(Address Contract, ulong Id, Address Token, UInt256 Amount, ulong Until)
    : Event(Contract);

/// <summary>Someone got back what a slash took.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Id">The number of the lock.</param>
/// <param name="Victim">Who.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public sealed record LockRefunded(Address Contract, ulong Id, Address Victim, UInt256 Amount)
    : Event(Contract);

/// <summary>Locked tokens went where slashed tokens go.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Id">The number of the lock.</param>
/// <param name="Destination">Where.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
public sealed record LockReleased(Address Contract, ulong Id, Address Destination, UInt256 Amount)
    : Event(Contract);

/// <summary>Someone is bonded to a service.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Staker">Who.</param>
/// <param name="UnbondingSeconds">How long the bond takes to end.</param>
public sealed record BondBegun(Address Contract, Address Staker, ulong UnbondingSeconds) : Event(Contract);

/// <summary>Someone's bond to a service runs out.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Staker">Who.</param>
/// <param name="UnbondedAt">When it is over, in seconds.</param>
public sealed record BondEnded(Address Contract, Address Staker, ulong UnbondedAt) : Event(Contract);
