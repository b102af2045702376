using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>In what way an issuer has an asset.</summary>
public enum HoldingKind : byte
{
    /// <summary>A contract of its own has it, and nobody can slash it.</summary>
    Held,

    /// <summary>It is known by a number that is posted: with validators, say.</summary>
    Posted,

    /// <summary>It is restaked in EigenLayer, or waits to leave it.</summary>
    EigenLayer,

    /// <summary>It is in a vault of Symbiotic, or leaves it.</summary>
    Symbiotic,

    /// <summary>It is on its way between two of these.</summary>
    OnTheWay,
}

/// <summary>A part of what an issuer has.</summary>
/// <param name="Holder">The contract that has it or restakes it.</param>
/// <param name="Asset">The asset; ether is <see cref="Ledger.Ether"/>.</param>
/// <param name="Kind">In what way.</param>
/// <param name="Venue">The strategy or the vault; zero for none.</param>
/// <param name="Amount">In the asset's smallest unit, rounded down; below 0 where penalties are more than the
/// stake.</param>
/// <param name="Ether">What the issuer values it at, in wei, rounded down; null where it cannot
/// say.</param>
public readonly record struct LiquidHolding(
    Address Holder, Address Asset, HoldingKind Kind, Address Venue, Int256 Amount, UInt256? Ether)
{
    /// <summary>What is read from backings, in the way that they say.</summary>
    internal static LiquidHolding Of(Backing backing, Address holder, Address asset, Int256 amount) => new(
        holder,
        asset,
        backing.Kind switch
        {
            BackingKind.EigenLayer => HoldingKind.EigenLayer,
            BackingKind.Symbiotic => HoldingKind.Symbiotic,
            _ => HoldingKind.Posted,
        },
        backing.Venue,
        amount,
        null);

    /// <summary>What a contract of the issuer has itself.</summary>
    internal static LiquidHolding Held(Address holder, Address asset, UInt256 amount) =>
        new(holder, asset, HoldingKind.Held, default, Int256.FromUInt256(amount), null);

    /// <summary>What is on its way.</summary>
    internal static LiquidHolding OnTheWay(Address holder, Address asset, UInt256 amount) =>
        new(holder, asset, HoldingKind.OnTheWay, default, Int256.FromUInt256(amount), null);
}

/// <summary>Who waits to leave with one asset, and what there is for them, in its smallest unit.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Waiting">What requests wait for that nothing is set aside for.</param>
/// <param name="Requests">How many these are; null where the contracts keep no list.</param>
/// <param name="Ready">What is set aside for requests that are not claimed.</param>
/// <param name="Liquid">What can be paid beside that, at once or to those who wait.</param>
/// <param name="Deficit">What those who wait lack beyond it.</param>
public readonly record struct LiquidQueue(
    Address Asset, UInt256 Waiting, ulong? Requests, UInt256 Ready, UInt256 Liquid, UInt256 Deficit);
