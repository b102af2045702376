using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Restaking;

/// <summary>A part of what holders have: what would leave if it were asked for at once, or what waits to
/// leave.</summary>
/// <param name="Operator">Whose holders.</param>
/// <param name="Asset">Of what; a strategy of the book.</param>
/// <param name="Amount">How much, as slashing stands, in the asset's smallest unit, rounded down.</param>
/// <param name="IsLeaving">Whether it waits; else it would have to be asked for now.</param>
/// <param name="SlashableUntil">The last moment at which it can be slashed; null when it no longer
/// can.</param>
/// <param name="FreeFrom">The first moment at which it can be taken out.</param>
public sealed record Position(
    BookOperator Operator,
    Address Asset,
    UInt256 Amount,
    bool IsLeaving,
    BlockTime? SlashableUntil,
    BlockTime FreeFrom);

/// <summary>What one service can take from an operator's stake in one asset.</summary>
/// <param name="Service">Which service.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Terms">What ties the one to the other.</param>
/// <param name="SlashableNow">What one slash could take now, in the asset's smallest unit, rounded
/// down.</param>
/// <param name="SlashableThen">What one could take at a later moment if nobody does anything.</param>
public sealed record Binding(
    BookService Service, Address Asset, BindingTerms Terms, UInt256 SlashableNow, UInt256 SlashableThen);

/// <summary>What ties stake to a service.</summary>
public abstract record BindingTerms;

/// <summary>A part of an operator's magnitude: it follows the stake up and down, and belongs to one set
/// alone.</summary>
/// <param name="Magnitude">How much counts now, in 10⁻¹⁸ of what there was before any slash.</param>
/// <param name="PendingDifference">What a pending change adds.</param>
/// <param name="EffectBlock">When; 0 when nothing is pending.</param>
public sealed record AllocationTerms(ulong Magnitude, Int128 PendingDifference, uint EffectBlock)
    : BindingTerms;

/// <summary>A limit: an amount that stays as it is when stake comes or goes, and that others may be given
/// too.</summary>
/// <param name="Limit">What the service is given at most, in the asset's smallest unit.</param>
/// <param name="Stake">What the operator has for it now: never more than the limit, nor than the
/// vault.</param>
public sealed record LimitTerms(UInt256 Limit, UInt256 Stake) : BindingTerms;

/// <summary>What is at stake with an operator in one asset, in its smallest unit.</summary>
/// <param name="Asset">Which asset.</param>
/// <param name="Active">What gives voting power, after slashing.</param>
/// <param name="LeavingSlashable">What waits to leave and could still be slashed.</param>
/// <param name="Bound">What all services together could take, each by itself; more than there is when they
/// share.</param>
/// <param name="Rewarded">What rewards are shared out by.</param>
/// <param name="Intact">What slashing left of it, in 10⁻¹⁸; the whole where no factor is kept.</param>
public sealed record Stake(
    Address Asset,
    UInt256 Active,
    UInt256 LeavingSlashable,
    UInt256 Bound,
    UInt256 Rewarded,
    UInt256 Intact)
{
    /// <summary>What services lay claim to as a part of what there is, rounded up; nothing of
    /// nothing.</summary>
    public Wad Claimed => Active.IsZero ? default : Wad.RatioUp(Bound, Active);
}

/// <summary>Where slashed capital goes.</summary>
/// <param name="From">The first moment at which it can.</param>
/// <param name="To">Who is paid.</param>
public sealed record SlashedTo(BlockTime From, Address To);
