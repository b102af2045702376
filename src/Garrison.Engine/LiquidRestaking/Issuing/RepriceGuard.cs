using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>When a keeper's rate is refused, so that the old one stays.</summary>
/// <remarks>Source: <c>RswETH.sol</c>, <c>RepricingOracle.sol</c>.</remarks>
/// <param name="MinimumSeconds">The least time between two.</param>
/// <param name="MaximumChange">By which part the rate may move at a time, either way.</param>
/// <param name="MaximumSupplyDifference">By which part of the supply the keeper's number of it may be
/// off.</param>
/// <param name="MaximumAgeBlocks">How old a snapshot may be.</param>
/// <param name="HasReference">Whether the stake it names is compared with what the layer below says.</param>
/// <param name="MaximumReferenceDifference">By which part of that it may be off.</param>
/// <param name="LocksDownOnFall">Whether everything stops when the rate fell.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RepriceGuard(
    ulong MinimumSeconds,
    UInt256 MaximumChange,
    UInt256 MaximumSupplyDifference,
    ulong MaximumAgeBlocks,
    bool HasReference,
    UInt256 MaximumReferenceDifference,
    bool LocksDownOnFall)
{
    /// <summary>Whether a rate is farther from the last than ⌊last · maximum⌋.</summary>
    public bool MovesTooFar(Wad last, Wad next) =>
        last.Raw.AbsoluteDifference(next.Raw) > new Wad(MaximumChange).MulDown(last.Raw);

    /// <summary>Whether a number of the supply is farther from the supply than ⌊supply · maximum⌋.</summary>
    public bool MissesSupply(UInt256 supply, UInt256 said) =>
        supply.AbsoluteDifference(said) > new Wad(MaximumSupplyDifference).MulDown(supply);

    /// <summary>Whether a stake is farther from the reference than ⌊reference · maximum⌋.</summary>
    public bool MissesReference(UInt256 reference, UInt256 said) =>
        reference.AbsoluteDifference(said) > new Wad(MaximumReferenceDifference).MulDown(reference);
}
