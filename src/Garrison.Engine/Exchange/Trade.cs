using Garrison.Primitives;

namespace Garrison.Engine.Exchange;

/// <summary>What someone wants of a pool of two tokens.</summary>
/// <param name="ZeroForOne">Whether token 0 goes in and token 1 comes out.</param>
/// <param name="IsExactInput">Whether the amount is what goes in; else it is what comes out.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public readonly record struct Trade(bool ZeroForOne, bool IsExactInput, UInt256 Amount);

/// <summary>What a trade comes to.</summary>
/// <param name="AmountIn">What goes in, fee included, in the token's smallest unit.</param>
/// <param name="AmountOut">What comes out, in the token's smallest unit.</param>
/// <param name="Fee">The part of what goes in that is the fee, rounded up.</param>
/// <param name="PriceAfter">What a unit of token 0 costs in token 1 afterwards, rounded down.</param>
public readonly record struct TradeQuote(
    UInt256 AmountIn, UInt256 AmountOut, UInt256 Fee, Wad PriceAfter);

/// <summary>Amounts of the two tokens of a pool.</summary>
/// <param name="Amount0">Of token 0, in its smallest unit.</param>
/// <param name="Amount1">Of token 1, in its smallest unit.</param>
public readonly record struct TokenAmounts(UInt256 Amount0, UInt256 Amount1);
