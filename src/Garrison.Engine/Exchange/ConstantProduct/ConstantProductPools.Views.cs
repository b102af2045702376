using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <content>What the pairs tell.</content>
public sealed partial class ConstantProductPools
{
    /// <summary>Whether there is such a pair.</summary>
    public bool Exists(Address pool) => _terms.Read(pool).Exists;

    /// <summary>What a pair was made with.</summary>
    public ConstantProductTerms Terms(Address pair) => _terms[pair];

    /// <summary>The reserves of a pair, and what it counts.</summary>
    public ConstantProductPair Of(Address pair) => _pair[pair];

    /// <summary>A factory.</summary>
    public ConstantProductFactory Factory(Address factory) => _factory[factory];

    /// <summary>The pair of two tokens, in either order; zero for none.</summary>
    public Address PairOf(Address factory, Address tokenA, Address tokenB) =>
        _pairOf[tokenA < tokenB ? new(factory, tokenA, tokenB) : new(factory, tokenB, tokenA)];

    /// <summary>What a trade comes to, if nothing else happens before; the state stays as it is.</summary>
    /// <returns>Why nothing is offered, as the library of the contracts says it; else null.</returns>
    public Refusal? Quote(Address address, PairTrade trade, out TradeQuote quote)
    {
        quote = default;
        if (!Exists(address)) return ConstantProductRefusals.EmptyRevert;
        if (trade.Amount.IsZero)
        {
            return trade.IsExactInput ? ConstantProductRefusals.NoInput : ConstantProductRefusals.NoOutput;
        }

        ConstantProductPair pair = _pair[address];
        if (pair.Reserve0 == 0 || pair.Reserve1 == 0) return ConstantProductRefusals.NoLiquidity;

        (UInt256 reserveIn, UInt256 reserveOut) =
            trade.ZeroForOne ? (pair.Reserve0, pair.Reserve1) : (pair.Reserve1, (UInt256)pair.Reserve0);
        if (!trade.IsExactInput && trade.Amount >= reserveOut) return ConstantProductRefusals.NoLiquidity;
        if (!trade.Amount.FitsIn(ReserveBits)) return ConstantProductRefusals.MulOverflow;

        UInt256 amountIn = trade.IsExactInput
            ? trade.Amount
            : ConstantProductMath.InputUp(trade.Amount, reserveIn, reserveOut);
        UInt256 amountOut = trade.IsExactInput
            ? ConstantProductMath.OutputDown(trade.Amount, reserveIn, reserveOut)
            : trade.Amount;
        UInt256 nextIn = reserveIn + amountIn;
        UInt256 nextOut = reserveOut - amountOut;
        quote = new(
            amountIn,
            amountOut,
            ConstantProductMath.FeeUp(amountIn),
            Wad.RatioDown(nextOut, nextIn));
        return null;
    }
}
