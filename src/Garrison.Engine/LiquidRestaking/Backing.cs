using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>How an issuer knows what it has with others.</summary>
public enum BackingKind : byte
{
    /// <summary>A number that somebody posts: what a report says of validators, say.</summary>
    Posted,

    /// <summary>Shares of a strategy of EigenLayer, those that wait in its queue too.</summary>
    EigenLayer,

    /// <summary>Stake in a vault of Symbiotic, what leaves it too.</summary>
    Symbiotic,
}

/// <summary>Where an issuer's asset is that its own contracts do not hold.</summary>
/// <param name="Kind">How it is known.</param>
/// <param name="Venue">The strategy or the vault; zero for a posted number.</param>
/// <param name="Posted">The number, in the asset's smallest unit; below 0 where penalties are more than the
/// stake, as pods have it.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Backing(BackingKind Kind, Address Venue, Int256 Posted);

/// <summary>Says where an asset of a holder is known from.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Holder">The issuer's contract that restakes: an operator or node delegator.</param>
/// <param name="Asset">The asset.</param>
/// <param name="Kind">How it is known.</param>
/// <param name="Venue">The strategy or the vault; zero for a posted number.</param>
public sealed record SetBacking(
    Address Sender, Address Holder, Address Asset, BackingKind Kind, Address Venue) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Backings.Set(Holder, Asset, Kind, Venue);
}

/// <summary>Says how much of an asset a holder has with others, as an outside fact.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="Holder">The issuer's contract that restakes.</param>
/// <param name="Asset">The asset.</param>
/// <param name="Amount">In its smallest unit.</param>
public sealed record PostBacking(Address Sender, Address Holder, Address Asset, Int256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Backings.Post(Holder, Asset, Amount);
}
