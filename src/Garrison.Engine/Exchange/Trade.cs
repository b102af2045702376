using Garrison.Primitives;

namespace Garrison.Engine.Exchange;

/// <summary>What someone wants of a pool.</summary>
/// <param name="TokenIn">What goes in.</param>
/// <param name="TokenOut">What comes out.</param>
/// <param name="IsExactInput">Whether the amount is what goes in; else it is what comes out.</param>
/// <param name="Amount">How much, in that token's smallest unit.</param>
public readonly record struct Trade(Address TokenIn, Address TokenOut, bool IsExactInput, UInt256 Amount);

/// <summary>What someone wants of a pool of two tokens, by which way it goes.</summary>
/// <param name="ZeroForOne">Whether token 0 goes in and token 1 comes out.</param>
/// <param name="IsExactInput">Whether the amount is what goes in; else it is what comes out.</param>
/// <param name="Amount">How much, in that token's smallest unit.</param>
public readonly record struct PairTrade(bool ZeroForOne, bool IsExactInput, UInt256 Amount);

/// <summary>What a trade comes to.</summary>
/// <param name="AmountIn">What goes in, fee included, in the token's smallest unit; less than was offered
/// where a pool of concentrated liquidity has no more.</param>
/// <param name="AmountOut">What comes out, in the token's smallest unit.</param>
/// <param name="Fee">The fee: part of what goes in, rounded up; of what would come out, rounded down, in a
/// StableSwap pool; 0 for a trade with a pool's own token, whose fee is in the amounts.</param>
/// <param name="PriceAfter">What a smallest unit of the token in is worth in the token out afterwards,
/// before the fee; rounded down, and 0 for a pool with nothing of a token.</param>
public readonly record struct TradeQuote(
    UInt256 AmountIn, UInt256 AmountOut, UInt256 Fee, Wad PriceAfter);

/// <summary>Amounts of the two tokens of a pool.</summary>
/// <param name="Amount0">Of token 0, in its smallest unit.</param>
/// <param name="Amount1">Of token 1, in its smallest unit.</param>
public readonly record struct TokenAmounts(UInt256 Amount0, UInt256 Amount1);
