using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Primitives;

namespace Garrison.Simulation.Routing;

/// <summary>A trade split over pools.</summary>
/// <param name="Trade">What is wanted in all.</param>
/// <param name="Legs">The pools that have a part in it, in the order they were offered.</param>
public sealed record Route(Trade Trade, IReadOnlyList<RouteLeg> Legs)
{
    /// <summary>What goes in, in the smallest unit of the token in; less than was offered where no pool has
    /// more liquidity.</summary>
    public UInt256 AmountIn => Sum(static leg => leg.Quote.AmountIn);

    /// <summary>What comes out, in the smallest unit of the token out.</summary>
    public UInt256 AmountOut => Sum(static leg => leg.Quote.AmountOut);

    /// <summary>The route as one command: every leg at least as good as quoted, or none.</summary>
    /// <param name="sender">Who pays, and is paid.</param>
    public Batch ToCommand(Address sender) => new(sender,
    [
        .. Legs.Select(leg => new SwapInPool(
            sender,
            leg.Pool,
            sender,
            Trade.TokenIn,
            Trade.TokenOut,
            Trade.IsExactInput,
            leg.Amount,
            Trade.IsExactInput ? leg.Quote.AmountOut : leg.Quote.AmountIn)),
    ]);

    private UInt256 Sum(Func<RouteLeg, UInt256> amount) =>
        Legs.Aggregate(UInt256.Zero, (sum, leg) => sum + amount(leg));
}

/// <summary>The part of one pool.</summary>
/// <param name="Pool">Which.</param>
/// <param name="Amount">Its part of what is given: of what goes in, or of what comes out.</param>
/// <param name="Quote">What it comes to.</param>
public sealed record RouteLeg(Address Pool, UInt256 Amount, TradeQuote Quote);
