using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>Puts Renzo into a world, with its queue paused; the admin has every right.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Contracts">The addresses.</param>
/// <param name="Admin">Who.</param>
/// <param name="CoolDownSeconds">How old a request has to be; not 0.</param>
public sealed record DeployRenzo(
    Address Sender, RenzoContracts Contracts, Address Admin, UInt256 CoolDownSeconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.Deploy(Contracts, Admin, CoolDownSeconds);
}

/// <summary>Says what an account may do.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Account">Who.</param>
/// <param name="Roles">All that it may.</param>
public sealed record GrantRenzoRoles(Address Sender, Address Account, RenzoRoles Roles) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.GrantRoles(Sender, Account, Roles);
}

/// <summary>Accepts a token.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">Which token.</param>
public sealed record AddRenzoCollateral(Address Sender, Address Token) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.AddCollateral(Sender, Token);
}

/// <summary>Says which feed values a token.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">Which token.</param>
/// <param name="Feed">The feed; zero for none.</param>
public sealed record SetRenzoFeed(Address Sender, Address Token, Address Feed) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetFeed(Sender, Token, Feed);
}

/// <summary>Sets how much delegators may have of a token.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">Which token.</param>
/// <param name="Limit">In wei of its value; 0 for any.</param>
public sealed record SetRenzoValueLimit(Address Sender, Address Token, UInt256 Limit) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetValueLimit(Sender, Token, Limit);
}

/// <summary>Sets the fee on rewards.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Recipient">Who earns it.</param>
/// <param name="FeeBps">In 10⁻⁴.</param>
public sealed record SetRenzoRewardsFee(Address Sender, Address Recipient, UInt256 FeeBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetRewardsFee(Sender, Recipient, FeeBps);
}

/// <summary>Pauses deposits, or lifts that.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="IsPaused">Which of the two.</param>
public sealed record SetRenzoPaused(Address Sender, bool IsPaused) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetPaused(Sender, IsPaused);
}

/// <summary>Pauses requests and claims, or lifts that.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="IsPaused">Which of the two.</param>
public sealed record SetRenzoQueuePaused(Address Sender, bool IsPaused) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetQueuePaused(Sender, IsPaused);
}

/// <summary>Sets how much of assets there should be to spare.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Targets">Of which how much.</param>
public sealed record SetRenzoBufferTargets(
    Address Sender, IReadOnlyList<RenzoBufferTarget> Targets) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetBufferTargets(Sender, Targets);
}

/// <summary>Sets how old a request has to be.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Seconds">Not 0.</param>
public sealed record SetRenzoCoolDown(Address Sender, UInt256 Seconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetCoolDown(Sender, Seconds);
}

/// <summary>Says who need not wait for the cool-down.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Accounts">Who.</param>
/// <param name="Statuses">Whether each need not.</param>
public sealed record SetRenzoWhitelisted(
    Address Sender, IReadOnlyList<Address> Accounts, IReadOnlyList<bool> Statuses) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetWhitelisted(Sender, Accounts, Statuses);
}

/// <summary>Sets how much of a buffer the instant withdrawer leaves.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="DrawdownBps">In 10⁻⁴ of its target; not 0.</param>
public sealed record SetRenzoDrawdown(Address Sender, UInt256 DrawdownBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.SetDrawdown(Sender, DrawdownBps);
}

/// <summary>Sets what leaving at once costs.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Recipient">Who earns it.</param>
/// <param name="MinimumBps">At a full buffer, in 10⁻⁴.</param>
/// <param name="MaximumBps">At the limit, in 10⁻⁴.</param>
public sealed record SetRenzoInstantFee(
    Address Sender, Address Recipient, UInt256 MinimumBps, UInt256 MaximumBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Renzo.SetInstantFee(Sender, Recipient, MinimumBps, MaximumBps);
}

/// <summary>Says what the risk oracle says, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Risk">Of what.</param>
/// <param name="Value">1 to stop something; or seconds.</param>
public sealed record PostRenzoRisk(Address Sender, RenzoRisk Risk, UInt256 Value) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.PostRisk(Risk, Value);
}
