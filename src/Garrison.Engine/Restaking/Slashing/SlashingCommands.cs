using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>What is known of an offender, as a fact from outside.</summary>
/// <param name="Power">Its voting power; 0 if it was jailed before. Read by the meter.</param>
/// <param name="TotalPower">The power of all. Read by the meter.</param>
/// <param name="OffenceSeconds">When it was done. Read by the spans.</param>
public readonly record struct Evidence(UInt256 Power, UInt256 TotalPower, ulong OffenceSeconds);

/// <summary>Sends a slash through the rules that its service has on.</summary>
/// <param name="Sender">Who slashes.</param>
/// <param name="Slash">The slash itself, of the same sender: <c>eigenlayer.slashOperator</c>,
/// <c>symbiotic.slash</c> or <c>symbiotic.requestSlash</c>.</param>
/// <param name="Evidence">What is known of the offender.</param>
public sealed record ProposeSlash(Address Sender, Command Slash, Evidence Evidence) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Propose(world, this);
}

/// <summary>Executes a slash that nobody has called off.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Id">The number it waits under.</param>
/// <param name="Slash">The slash as it was proposed.</param>
public sealed record FinalizeSlash(Address Sender, ulong Id, Command Slash) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Finalize(world, this);
}

/// <summary>Calls a slash off. What it used up of the rules stays used.</summary>
/// <param name="Sender">The committee.</param>
/// <param name="Id">The number it waits under.</param>
/// <param name="Slash">The slash as it was proposed.</param>
public sealed record CancelSlash(Address Sender, ulong Id, Command Slash) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Cancel(world, this);
}

/// <summary>Has slashes of the sender wait while too much power was slashed; the meter begins
/// full.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Fraction">What a period allows of the whole power, in units of 10⁻¹⁸, at most 1.</param>
/// <param name="PeriodSeconds">How long a period is; 0 to switch the rule off.</param>
public sealed record SetSlashMeter(Address Sender, UInt256 Fraction, ulong PeriodSeconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.SlashPipeline.Meters.Set(Sender, Fraction, PeriodSeconds);
}

/// <summary>Limits what the sender takes from one operator in a place in one epoch.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Place">The strategy or vault.</param>
/// <param name="Cap">The limit.</param>
public sealed record SetEpochCap(Address Sender, Address Place, EpochCap Cap) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.EpochCaps.Set(Sender, Place, Cap);
}

/// <summary>Has several offences of one span cost the most of them, and not the sum. Once, for
/// good.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Settings">How spans are counted.</param>
public sealed record SetSpans(Address Sender, SpanSettings Settings) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Spans.Set(Sender, Settings);
}

/// <summary>Says how much slashes of the sender take at most, and that they wait. Once, for good.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Maximum">What holds.</param>
public sealed record RegisterMaximum(Address Sender, RegisteredMaximum Maximum) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Maximums.Register(Sender, Maximum);
}

/// <summary>Says where what the sender slashes lies, so that it can be locked.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Terms">What holds for what is locked from now on.</param>
public sealed record SetSlashEscrow(Address Sender, EscrowTerms Terms) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Locked.Set(Sender, Terms);
}

/// <summary>Has the sender keep slashed tokens for a service, for good.</summary>
/// <param name="Sender">The escrow.</param>
/// <param name="Service">For which service.</param>
public sealed record ServeAsEscrow(Address Sender, Address Service) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Locked.Serve(Sender, Service);
}

/// <summary>Locks tokens that a slash has brought to the escrow.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Token">Which token.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
/// <param name="Victims">Whose they were.</param>
public sealed record LockSlashed(
    Address Sender, Address Token, UInt256 Amount, IReadOnlyList<VictimWeight> Victims) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.SlashPipeline.Locked.Lock(Sender, Token, Amount, Victims);
}

/// <summary>Gives locked tokens back to those they were taken from.</summary>
/// <param name="Sender">The vetoer.</param>
/// <param name="Id">The number of the lock.</param>
public sealed record RefundSlashed(Address Sender, ulong Id) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Locked.Refund(Sender, Id);
}

/// <summary>Sends locked tokens that nobody had given back to their destination.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Id">The number of the lock.</param>
public sealed record ReleaseSlashed(Address Sender, ulong Id) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Locked.Release(Id);
}

/// <summary>Says how long bonds to the sender take to end, for bonds that begin from now on.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Seconds">How long; 0 to take no bonds.</param>
public sealed record SetUnbonding(Address Sender, ulong Seconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Bonds.SetUnbonding(Sender, Seconds);
}

/// <summary>Bonds the sender to a service.</summary>
/// <param name="Sender">The staker or operator.</param>
/// <param name="Service">The service.</param>
public sealed record BeginBond(Address Sender, Address Service) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Bonds.Begin(Sender, Service);
}

/// <summary>Ends a bond of the sender, which counts until its time is over.</summary>
/// <param name="Sender">The staker or operator.</param>
/// <param name="Service">The service.</param>
public sealed record EndBond(Address Sender, Address Service) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.SlashPipeline.Bonds.End(Sender, Service);
}
