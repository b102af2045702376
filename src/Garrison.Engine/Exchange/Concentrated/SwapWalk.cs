using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>A swap on its way from step to step.</summary>
internal struct SwapWalk
{
    private readonly UInt256 _limit;
    private readonly UInt256 _amount;
    private readonly uint _fee;
    private readonly byte _feeProtocol;
    private readonly bool _isExactInput;
    private UInt256 _remaining;
    private UInt256 _other;
    private UInt256 _feePaid;

    public SwapWalk(
        in PairTrade trade, in UInt256 limit, in ConcentratedPool pool, in ConcentratedPoolTerms terms)
    {
        _limit = limit;
        _amount = trade.Amount;
        _fee = terms.Fee;
        _feeProtocol = trade.ZeroForOne ? pool.FeeProtocol0 : pool.FeeProtocol1;
        _isExactInput = trade.IsExactInput;
        _remaining = trade.Amount;
        ZeroForOne = trade.ZeroForOne;
        TickSpacing = terms.TickSpacing;
        SqrtPrice = pool.SqrtPriceX96;
        Tick = pool.Tick;
        Liquidity = pool.Liquidity;
        FeeGrowth = trade.ZeroForOne ? pool.FeeGrowthGlobal0X128 : pool.FeeGrowthGlobal1X128;
    }

    /// <summary>Whether token 0 goes in.</summary>
    public bool ZeroForOne { get; }

    /// <summary>The spacing of the pool's ticks.</summary>
    public int TickSpacing { get; }

    /// <summary>Where the price is.</summary>
    public UInt256 SqrtPrice { get; private set; }

    /// <summary>The tick of the price.</summary>
    public int Tick { get; set; }

    /// <summary>The liquidity in range.</summary>
    public UInt128 Liquidity { get; set; }

    /// <summary>Fees of the token that goes in, per unit of liquidity.</summary>
    public UInt256 FeeGrowth { get; private set; }

    /// <summary>What the protocol gets of the fees; wraps around, as the contract's count does.</summary>
    public UInt128 ProtocolFee { get; private set; }

    /// <summary>Whether the amount or the way has ended.</summary>
    public readonly bool IsDone => _remaining.IsZero || SqrtPrice == _limit;

    /// <summary>What goes in, fee included.</summary>
    public readonly UInt256 AmountIn => _isExactInput ? _amount - _remaining : _other;

    /// <summary>What comes out.</summary>
    public readonly UInt256 AmountOut => _isExactInput ? _other : _amount - _remaining;

    /// <summary>Swaps the rest of what goes in, if that ends within the tick and before the limit: then
    /// neither the next tick nor its price matters.</summary>
    /// <returns>Whether it did; else nothing has changed.</returns>
    /// <exception cref="ArithmeticException">A number leaves the range of its type.</exception>
    public bool TryEndWithinTick()
    {
        if (!_isExactInput
            || !SwapStep.TryEndOfInput(SqrtPrice, Liquidity, _remaining, _fee, ZeroForOne, out UInt256 end)
            || !(ZeroForOne ? end > _limit : end < _limit)
            || !TickMath.IsWithin(end, Tick, fell: ZeroForOne))
        {
            return false;
        }

        Take(SwapStep.OfInputTo(end, SqrtPrice, Liquidity, _remaining, ZeroForOne));
        return true;
    }

    /// <summary>Swaps up to a price, the limit or the end of the amount.</summary>
    /// <returns>Whether it came to that price; else <see cref="Tick"/> is where it came to.</returns>
    /// <exception cref="ArithmeticException">A number leaves the range of its type.</exception>
    public bool StepTo(UInt256 price)
    {
        bool isLimited = ZeroForOne ? price < _limit : price > _limit;
        UInt256 target = isLimited ? _limit : price;
        SwapStep step = _isExactInput
            ? SwapStep.OfInput(SqrtPrice, target, Liquidity, _remaining, _fee, ZeroForOne)
            : SwapStep.OfOutput(SqrtPrice, target, Liquidity, _remaining, _fee, ZeroForOne);
        bool isThere = step.SqrtPrice == price;
        if (!isThere && step.SqrtPrice != SqrtPrice)
        {
            Tick = TickMath.TickAt(step.SqrtPrice, Tick, fell: ZeroForOne);
        }

        Take(in step);
        return isThere;
    }

    /// <summary>What the swap has come to.</summary>
    public readonly TradeQuote Quote() => new(
        AmountIn, AmountOut, _feePaid, SqrtPriceMath.PriceDown(SqrtPrice, ZeroForOne));

    private void Take(in SwapStep step)
    {
        UInt256 paid = step.AmountIn + step.Fee;
        _remaining -= _isExactInput ? paid : step.AmountOut;
        _other += _isExactInput ? step.AmountOut : paid;
        Share(step.Fee);
        SqrtPrice = step.SqrtPrice;
    }

    // A fee is divided between the protocol, rounded down, and the liquidity in range; what liquidity does
    // not divide stays in the pool.
    private void Share(UInt256 fee)
    {
        _feePaid += fee;
        UInt256 protocolFee = _feeProtocol == 0 ? UInt256.Zero : fee.DivDown((ulong)_feeProtocol);
        ProtocolFee = unchecked(ProtocolFee + protocolFee.TruncateToUInt128());
        if (Liquidity == 0) return;

        UInt256 rest = fee - protocolFee;
        UInt256 growth = rest.FitsIn(128)
            ? (rest << 128).DivDown(Liquidity)
            : UInt256.MulDivDown(rest, UInt256.One << 128, Liquidity);
        FeeGrowth = FeeGrowth.WrappingAdd(growth);
    }
}
