using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>What a loop is made of.</summary>
/// <param name="Venue">Where it borrows.</param>
/// <param name="Pool">Where it changes tokens.</param>
/// <param name="Flash">Who lends for the length of a command.</param>
public sealed record LoopRoute(LoopVenue Venue, LoopPool Pool, FlashLender Flash);

/// <summary>How a loop gets to its target.</summary>
public enum LoopWay
{
    /// <summary>At once, by a loan that is paid back in the same command.</summary>
    Flash,

    /// <summary>Step by step, each within what the market allows.</summary>
    Steps,
}

/// <summary>What is wanted of a loop.</summary>
/// <param name="Account">Whose it is.</param>
/// <param name="Target">Where it is to come to.</param>
/// <param name="Way">How.</param>
public sealed record LoopOrder(Address Account, LoopTarget Target, LoopWay Way = LoopWay.Flash)
{
    /// <summary>By how much the exchange may pay less than the oracle says, fees included, in any one
    /// trade.</summary>
    public Wad SlippageMax { get; init; } = Wad.RatioDown(1, 100);

    /// <summary>At most so many steps; a flash loan is one.</summary>
    public int StepsMax { get; init; } = 64;
}

/// <summary>What an account puts into a loop out of what it holds, in smallest units.</summary>
/// <param name="Collateral">Of the collateral.</param>
/// <param name="Loan">Of the loan token; it is changed first.</param>
public readonly record struct LoopEquity(UInt256 Collateral, UInt256 Loan = default);
