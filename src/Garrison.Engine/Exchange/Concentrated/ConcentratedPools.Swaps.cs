using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <content>Swaps, and what they would come to.</content>
public sealed partial class ConcentratedPools
{
    /// <summary>What a trade comes to, if nothing else happens before; the state stays as it is.</summary>
    /// <returns>Why the swap would be refused, before any token moves; else null.</returns>
    public Refusal? Quote(Address pool, PairTrade trade, out TradeQuote quote) =>
        Quote(pool, trade, FarthestLimit(trade.ZeroForOne), out quote);

    /// <summary>What a trade comes to up to a price, if nothing else happens before.</summary>
    /// <param name="pool">Where.</param>
    /// <param name="trade">What is wanted.</param>
    /// <param name="sqrtPriceLimit">The square root of the price at which it ends, in units of
    /// 2⁻⁹⁶.</param>
    /// <param name="quote">What goes in, comes out, and is left.</param>
    /// <returns>Why the swap would be refused, before any token moves; else null.</returns>
    public Refusal? Quote(Address pool, PairTrade trade, UInt256 sqrtPriceLimit, out TradeQuote quote)
    {
        Refusal? refusal = Walk(pool, in trade, in sqrtPriceLimit, writes: false, out SwapWalk walk);
        quote = refusal is null ? walk.Quote() : default;
        return refusal;
    }

    /// <summary>Swaps what a trade says, as far as there is liquidity.</summary>
    internal Refusal? Swap(
        Address sender, Address pool, Address recipient, PairTrade trade, out TradeQuote quote) =>
        Swap(sender, pool, recipient, trade, FarthestLimit(trade.ZeroForOne), out quote);

    internal Refusal? Swap(
        Address sender, Address pool, Address recipient, bool zeroForOne, Int256 amount, UInt256 limit) =>
        Swap(
            sender,
            pool,
            recipient,
            new PairTrade(zeroForOne, IsExactInput: amount > Int256.Zero, amount.Abs()),
            limit,
            out SwapWalk _);

    internal Refusal? Swap(
        Address sender,
        Address address,
        Address recipient,
        PairTrade trade,
        UInt256 limit,
        out TradeQuote quote)
    {
        Refusal? refusal = Swap(sender, address, recipient, trade, limit, out SwapWalk walk);
        quote = refusal is null ? walk.Quote() : default;
        return refusal;
    }

    private Refusal? Swap(
        Address sender,
        Address address,
        Address recipient,
        in PairTrade trade,
        in UInt256 limit,
        out SwapWalk walk)
    {
        if (Walk(address, in trade, in limit, writes: true, out walk) is { } refusal) return refusal;

        Keep(address, ref walk);
        (UInt256 paid, UInt256 received) = (walk.AmountIn, walk.AmountOut);
        if (Settle(sender, address, recipient, trade.ZeroForOne, paid, received) is { } unpaid) return unpaid;

        (Int256 grown, Int256 shrunk) = (Int256.FromUInt256(paid), -Int256.FromUInt256(received));
        (Int256 amount0, Int256 amount1) = trade.ZeroForOne ? (grown, shrunk) : (shrunk, grown);
        _store.Emit(new ConcentratedSwapped(
            address, sender, recipient, amount0, amount1, walk.SqrtPrice, walk.Liquidity, walk.Tick));
        return null;
    }

    private static UInt256 FarthestLimit(bool zeroForOne) => zeroForOne
        ? TickMath.MinSqrtPrice + UInt256.One
        : TickMath.MaxSqrtPrice - UInt256.One;

    private Refusal? Walk(
        Address address, in PairTrade trade, in UInt256 limit, bool writes, out SwapWalk walk)
    {
        walk = default;
        ref readonly ConcentratedPoolTerms terms = ref _terms.Read(address);
        if (!terms.Exists) return ConcentratedRefusals.EmptyRevert;
        if (trade.Amount.IsZero) return ConcentratedRefusals.AmountZero;

        ref readonly ConcentratedPool pool = ref _pool.Read(address);
        if (!pool.IsInitialized) return ConcentratedRefusals.Locked;

        bool isWithin = trade.ZeroForOne
            ? limit < pool.SqrtPriceX96 && limit > TickMath.MinSqrtPrice
            : limit > pool.SqrtPriceX96 && limit < TickMath.MaxSqrtPrice;
        if (!isWithin) return ConcentratedRefusals.PriceLimit;

        walk = new SwapWalk(in trade, in limit, in pool, in terms);
        try
        {
            return Walk(address, writes, ref walk);
        }
        catch (ArithmeticException)
        {
            return ConcentratedRefusals.EmptyRevert;
        }
    }

    private Refusal? Walk(Address address, bool writes, ref SwapWalk walk)
    {
        while (!walk.IsDone && !walk.TryEndWithinTick())
        {
            (int next, bool isUsed) = _bitmap.Next(address, walk.Tick, walk.TickSpacing, walk.ZeroForOne);
            next = Math.Clamp(next, TickMath.MinTick, TickMath.MaxTick);
            UInt256 nextPrice = TickMath.SqrtPriceAt(next);
            bool isThere = walk.StepTo(nextPrice);
            if (isThere && isUsed)
            {
                if (writes) Cross(new(address, next), ref walk);

                Int128 net = _tick.Read(new(address, next)).LiquidityNet;
                Int128 change = walk.ZeroForOne ? -net : net;
                if (TryAdd(walk.Liquidity, change, out UInt128 liquidity) is { } refusal) return refusal;

                walk.Liquidity = liquidity;
            }

            if (isThere) walk.Tick = walk.ZeroForOne ? next - 1 : next;
        }

        return null;
    }

    // What was outside of the tick is inside now, and the other way round.
    private void Cross(TickKey key, ref SwapWalk walk)
    {
        ConcentratedPool before = _pool[key.Pool];
        ConcentratedObservation sums = _observations.Now(key.Pool, before, Now);
        ConcentratedTick tick = _tick[key];
        (UInt256 growth0, UInt256 growth1) = walk.ZeroForOne
            ? (walk.FeeGrowth, before.FeeGrowthGlobal1X128)
            : (before.FeeGrowthGlobal0X128, walk.FeeGrowth);
        _tick[key] = tick with
        {
            FeeGrowthOutside0X128 = growth0.WrappingSub(tick.FeeGrowthOutside0X128),
            FeeGrowthOutside1X128 = growth1.WrappingSub(tick.FeeGrowthOutside1X128),
            TickCumulativeOutside = ConcentratedObservation.Wrap(
                unchecked(sums.TickCumulative - tick.TickCumulativeOutside)),
            SecondsPerLiquidityOutsideX128 = ConcentratedObservation.Wrap(
                sums.SecondsPerLiquidityX128.WrappingSub(tick.SecondsPerLiquidityOutsideX128)),
            SecondsOutside = unchecked(sums.Second - tick.SecondsOutside),
        };
    }

    private void Keep(Address address, ref SwapWalk walk)
    {
        ConcentratedPool pool = _pool[address];
        if (walk.Tick != pool.Tick)
        {
            pool = _observations.Write(address, pool, Now, pool.Tick, pool.Liquidity);
        }

        bool isToken0 = walk.ZeroForOne;
        (UInt128 protocolFee0, UInt128 protocolFee1) = isToken0
            ? (walk.ProtocolFee, UInt128.Zero)
            : (UInt128.Zero, walk.ProtocolFee);
        _pool[address] = new(
            walk.SqrtPrice,
            walk.Tick,
            pool.ObservationIndex,
            pool.ObservationCardinality,
            pool.ObservationCardinalityNext,
            pool.FeeProtocol0,
            pool.FeeProtocol1,
            walk.Liquidity,
            isToken0 ? walk.FeeGrowth : pool.FeeGrowthGlobal0X128,
            isToken0 ? pool.FeeGrowthGlobal1X128 : walk.FeeGrowth,
            unchecked(pool.ProtocolFees0 + protocolFee0),
            unchecked(pool.ProtocolFees1 + protocolFee1));
    }

    private Refusal? Settle(
        Address sender, Address pool, Address recipient, bool zeroForOne, UInt256 paid, UInt256 received)
    {
        ref readonly ConcentratedPoolTerms terms = ref _terms.Read(pool);
        Address tokenIn = terms.Token(zeroForOne);
        if (!received.IsZero)
        {
            Address tokenOut = terms.Token(!zeroForOne);
            if (Send(pool, recipient, tokenOut, received) is { } failed) return failed;
        }

        return paid.IsZero
            ? null
            : Receive(pool, sender, tokenIn, paid, ConcentratedRefusals.InputShort);
    }
}
