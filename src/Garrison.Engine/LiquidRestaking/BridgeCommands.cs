using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>Opens a rail to another chain.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Lockbox">The account that will hold what is locked; it names the rail.</param>
/// <param name="Token">The token.</param>
public sealed record OpenBridgeRail(Address Sender, Address Lockbox, Address Token) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Bridges.Open(Lockbox, Token);
}

/// <summary>Locks tokens, and creates as many on the other side.</summary>
/// <param name="Sender">Who pays here.</param>
/// <param name="Lockbox">The rail.</param>
/// <param name="To">Who has them there.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
public sealed record SendOverBridge(Address Sender, Address Lockbox, Address To, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Bridges.Send(Sender, Lockbox, To, Amount);
}

/// <summary>Burns tokens on the other side, and releases as many here: as long as there are any.</summary>
/// <param name="Sender">Who pays there.</param>
/// <param name="Lockbox">The rail.</param>
/// <param name="To">Who has them here.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
public sealed record ReturnOverBridge(Address Sender, Address Lockbox, Address To, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Bridges.Return(Sender, Lockbox, To, Amount);
}

/// <summary>Moves tokens on the other side.</summary>
/// <param name="Sender">Who pays there.</param>
/// <param name="Lockbox">The rail.</param>
/// <param name="To">Who receives there.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
public sealed record MoveBeyondBridge(Address Sender, Address Lockbox, Address To, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Bridges.Move(Sender, Lockbox, To, Amount);
}

/// <summary>Releases tokens for a message that nobody sent, as an outside fact.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="Lockbox">The rail.</param>
/// <param name="To">Who gets them.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
public sealed record ForgeBridgeRelease(Address Sender, Address Lockbox, Address To, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Bridges.Forge(Lockbox, To, Amount);
}

/// <summary>Tokens were locked, and created on the other side.</summary>
/// <param name="Contract">The lockbox.</param>
/// <param name="From">Who paid here.</param>
/// <param name="To">Who has them there.</param>
/// <param name="Amount">How many.</param>
public sealed record BridgeSent(Address Contract, Address From, Address To, UInt256 Amount) : Event(Contract);

/// <summary>Tokens were burned on the other side, and released.</summary>
/// <param name="Contract">The lockbox.</param>
/// <param name="From">Who paid there.</param>
/// <param name="To">Who has them here.</param>
/// <param name="Amount">How many.</param>
public sealed record BridgeReturned(Address Contract, Address From, Address To, UInt256 Amount)
    : Event(Contract);

/// <summary>Tokens were released for nothing.</summary>
/// <param name="Contract">The lockbox.</param>
/// <param name="To">Who has them.</param>
/// <param name="Amount">How many.</param>
public sealed record BridgeReleaseForged(Address Contract, Address To, UInt256 Amount) : Event(Contract);

/// <summary>The refusals of bridges; those of the token besides.</summary>
internal static class BridgeRefusals
{
    public static readonly Refusal ZeroAddress = new("ZeroAddress");
    public static readonly Refusal RailExists = new("RailExists");
    public static readonly Refusal NoSuchRail = new("NoSuchRail");
    public static readonly Refusal ExceedsRemoteBalance = new("ERC20: burn amount exceeds balance");
}
