using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Restaking;

/// <summary>What one shock cost the holders of an operator in one asset on either protocol, in its smallest
/// unit.</summary>
/// <param name="Operator">Whose holders.</param>
/// <param name="Asset">In what.</param>
/// <param name="EigenLayer">What they lost on EigenLayer.</param>
/// <param name="Symbiotic">What they lost on Symbiotic.</param>
/// <param name="Why">What makes the difference; empty when there is none.</param>
public sealed record LossDifference(
    BookOperator Operator,
    Address Asset,
    UInt256 EigenLayer,
    UInt256 Symbiotic,
    IReadOnlyList<DifferenceRule> Why);

/// <summary>What a new offence could cost an operator after the shock, in the asset's smallest
/// unit.</summary>
/// <param name="EigenLayer">Before and after on EigenLayer.</param>
/// <param name="Symbiotic">Before and after on Symbiotic.</param>
/// <param name="Why">What makes the difference after; empty when there is none.</param>
public sealed record SlashableDifference(
    StaysSlashable EigenLayer, StaysSlashable Symbiotic, IReadOnlyList<DifferenceRule> Why);

/// <summary>When the holders of an operator are out on either protocol.</summary>
/// <param name="Operator">Whose holders.</param>
/// <param name="IsLeaving">Of what waits already; else of what would be asked for now.</param>
/// <param name="EigenLayer">When the last of it is out on EigenLayer.</param>
/// <param name="Symbiotic">When the last of it is out on Symbiotic.</param>
public sealed record ExitDifference(
    BookOperator Operator, bool IsLeaving, BlockTime EigenLayer, BlockTime Symbiotic);

/// <summary>What is at stake with an operator in one asset after the shock, and what all services lay claim
/// to.</summary>
/// <param name="Operator">With whom.</param>
/// <param name="EigenLayer">On EigenLayer.</param>
/// <param name="Symbiotic">On Symbiotic.</param>
public sealed record ClaimsDifference(BookOperator Operator, Stake EigenLayer, Stake Symbiotic);

/// <summary>One shock on a book of EigenLayer and on the same capital as vaults of Symbiotic.</summary>
/// <param name="EigenLayer">What came of it on EigenLayer.</param>
/// <param name="Symbiotic">What came of it on Symbiotic.</param>
/// <param name="Losses">Who lost what.</param>
/// <param name="Slashable">What a new offence could take.</param>
/// <param name="Claims">How much of the stake the services lay claim to.</param>
/// <param name="Exits">When capital is out.</param>
public sealed record ProtocolComparison(
    SlashOutcome EigenLayer,
    SlashOutcome Symbiotic,
    IReadOnlyList<LossDifference> Losses,
    IReadOnlyList<SlashableDifference> Slashable,
    IReadOnlyList<ClaimsDifference> Claims,
    IReadOnlyList<ExitDifference> Exits)
{
    /// <summary>Plays a shock on both; the books stay as they are.</summary>
    /// <param name="book">A book of EigenLayer.</param>
    /// <param name="vaults">The same book, rebuilt as vaults.</param>
    /// <param name="shock">What to try.</param>
    /// <exception cref="WhatIfRefusedException">A rule of a protocol forbids a step.</exception>
    public static ProtocolComparison Run(Book book, Book vaults, SlashShock shock)
    {
        SlashOutcome other = SlashWhatIf.Run(vaults, shock);

        // Where one waits for a veto the other waits too, so that what follows happens at one time.
        ulong waited = other.SlashBlock - book.World.Clock.Block - 1;
        SlashOutcome one = SlashWhatIf.Run(book, shock with { BlocksBetween = waited });
        return new ProtocolComparison(
            one, other, Differ.Losses(shock, one, other), Differ.Slashable(shock, one, other),
            Differ.Claims(shock, one, other), Differ.Exits(shock, one, other));
    }
}
