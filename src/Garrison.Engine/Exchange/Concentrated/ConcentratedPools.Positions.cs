using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <content>Liquidity that comes and goes, and what it earned.</content>
public sealed partial class ConcentratedPools
{
    internal Refusal? Mint(
        Address sender, Address address, Address owner, TickRange range, UInt256 liquidity) =>
        Add(sender, address, owner, range, liquidity, out _);

    /// <summary>Adds liquidity between two ticks, which the sender pays for.</summary>
    internal Refusal? Add(
        Address sender,
        Address address,
        Address owner,
        TickRange range,
        UInt256 liquidity,
        out TokenAmounts paid)
    {
        paid = default;
        if (Unusable(address) is { } unusable) return unusable;
        if (liquidity.IsZero || !liquidity.FitsIn(LiquidityBits - 1)) return ConcentratedRefusals.EmptyRevert;

        var change = (Int128)liquidity.ToUInt128();
        if (Change(address, owner, range, change, out paid) is { } refusal) return refusal;

        ref readonly ConcentratedPoolTerms terms = ref _terms.Read(address);
        (Address token0, Address token1) = (terms.Token0, terms.Token1);
        if (!paid.Amount0.IsZero
            && Receive(address, sender, token0, paid.Amount0, ConcentratedRefusals.Amount0Short)
                is { } short0)
        {
            return short0;
        }

        if (!paid.Amount1.IsZero
            && Receive(address, sender, token1, paid.Amount1, ConcentratedRefusals.Amount1Short)
                is { } short1)
        {
            return short1;
        }

        _store.Emit(new ConcentratedMinted(
            address, sender, owner, range.Lower, range.Upper, liquidity, paid.Amount0, paid.Amount1));
        return null;
    }

    internal Refusal? Burn(Address owner, Address address, TickRange range, UInt256 liquidity) =>
        Burn(owner, address, range, liquidity, out _);

    /// <summary>Takes liquidity out, and owes the tokens to the owner; with 0 only counts fees.</summary>
    internal Refusal? Burn(
        Address owner, Address address, TickRange range, UInt256 liquidity, out TokenAmounts owed)
    {
        owed = default;
        if (Unusable(address) is { } unusable) return unusable;
        if (!liquidity.FitsIn(LiquidityBits - 1)) return ConcentratedRefusals.EmptyRevert;

        Int128 change = -(Int128)liquidity.ToUInt128();
        if (Change(address, owner, range, change, out owed) is { } refusal) return refusal;

        if (!owed.Amount0.IsZero || !owed.Amount1.IsZero)
        {
            PositionKey key = new(address, owner, range);
            ConcentratedPosition position = _position[key];
            _position[key] = position with
            {
                TokensOwed0 = Plus(position.TokensOwed0, owed.Amount0),
                TokensOwed1 = Plus(position.TokensOwed1, owed.Amount1),
            };
        }

        _store.Emit(new ConcentratedBurned(
            address, owner, range.Lower, range.Upper, liquidity, owed.Amount0, owed.Amount1));
        return null;
    }

    internal Refusal? Collect(
        Address owner, Address address, Address recipient, TickRange range, UInt256 most0, UInt256 most1)
    {
        if (Unusable(address) is { } unusable) return unusable;
        if (!most0.FitsIn(LiquidityBits) || !most1.FitsIn(LiquidityBits))
        {
            return ConcentratedRefusals.EmptyRevert;
        }

        PositionKey key = new(address, owner, range);
        ConcentratedPosition position = _position[key];
        var amount0 = UInt128.Min(most0.ToUInt128(), position.TokensOwed0);
        var amount1 = UInt128.Min(most1.ToUInt128(), position.TokensOwed1);
        _position[key] = position with
        {
            TokensOwed0 = position.TokensOwed0 - amount0,
            TokensOwed1 = position.TokensOwed1 - amount1,
        };
        ConcentratedPoolTerms terms = _terms[address];
        if (amount0 != 0 && Send(address, recipient, terms.Token0, amount0) is { } failed0) return failed0;
        if (amount1 != 0 && Send(address, recipient, terms.Token1, amount1) is { } failed1) return failed1;

        _store.Emit(new ConcentratedCollected(
            address, owner, recipient, range.Lower, range.Upper, amount0, amount1));
        return null;
    }

    /// <summary>Takes liquidity out and pays its tokens, but not the fees it earned.</summary>
    internal Refusal? Remove(
        Address owner,
        Address address,
        Address recipient,
        TickRange range,
        UInt256 liquidity,
        out TokenAmounts paid) =>
        Burn(owner, address, range, liquidity, out paid)
            ?? Collect(owner, address, recipient, range, paid.Amount0, paid.Amount1);

    private Refusal? Change(
        Address address, Address owner, TickRange range, Int128 change, out TokenAmounts amounts)
    {
        amounts = default;
        if (range.Check() is { } outside) return outside;

        ConcentratedPool pool = _pool[address];
        if (ChangePosition(address, owner, range, change, pool) is { } refusal) return refusal;
        if (change == 0) return null;

        amounts = AmountsOf(pool, range, change);
        if (pool.Tick < range.Lower || pool.Tick >= range.Upper) return null;

        ConcentratedPool observed = _observations.Write(address, pool, Now, pool.Tick, pool.Liquidity);
        if (TryAdd(pool.Liquidity, change, out UInt128 inRange) is { } leaves) return leaves;

        _pool[address] = observed with { Liquidity = inRange };
        return null;
    }

    private Refusal? ChangePosition(
        Address address, Address owner, TickRange range, Int128 change, in ConcentratedPool pool)
    {
        (bool flipsLower, bool flipsUpper) = (false, false);
        if (change != 0)
        {
            UInt128 most = _terms.Read(address).MaxLiquidityPerTick;
            ConcentratedObservation sums = _observations.Now(address, pool, Now);
            if (ChangeTick(new(address, range.Lower), change, change, most, pool, sums, out flipsLower)
                is { } lower)
            {
                return lower;
            }

            if (ChangeTick(new(address, range.Upper), change, -change, most, pool, sums, out flipsUpper)
                is { } upper)
            {
                return upper;
            }

            int spacing = _terms.Read(address).TickSpacing;
            if ((flipsLower && !_bitmap.Flip(address, range.Lower, spacing))
                || (flipsUpper && !_bitmap.Flip(address, range.Upper, spacing)))
            {
                return ConcentratedRefusals.EmptyRevert;
            }
        }

        FeeGrowth inside = FeeGrowthInside(address, range, pool);
        if (Accrue(new(address, owner, range), change, inside) is { } refusal) return refusal;

        if (change < 0 && flipsLower) _tick[new(address, range.Lower)] = default;
        if (change < 0 && flipsUpper) _tick[new(address, range.Upper)] = default;

        return null;
    }

    private Refusal? ChangeTick(
        TickKey key,
        Int128 change,
        Int128 netChange,
        UInt128 most,
        in ConcentratedPool pool,
        in ConcentratedObservation sums,
        out bool flips)
    {
        ConcentratedTick tick = _tick[key];
        flips = false;
        if (TryAdd(tick.LiquidityGross, change, out UInt128 gross) is { } refusal) return refusal;
        if (gross > most) return ConcentratedRefusals.TickOverflows;

        flips = (gross == 0) != (tick.LiquidityGross == 0);
        if (tick.LiquidityGross == 0)
        {
            // By convention all that was counted before a tick was used was counted below it.
            if (key.Tick <= pool.Tick)
            {
                tick = tick with
                {
                    FeeGrowthOutside0X128 = pool.FeeGrowthGlobal0X128,
                    FeeGrowthOutside1X128 = pool.FeeGrowthGlobal1X128,
                    TickCumulativeOutside = sums.TickCumulative,
                    SecondsPerLiquidityOutsideX128 = sums.SecondsPerLiquidityX128,
                    SecondsOutside = sums.Second,
                };
            }

            tick = tick with { IsInitialized = true };
        }

        _tick[key] = tick with { LiquidityGross = gross, LiquidityNet = tick.LiquidityNet + netChange };
        return null;
    }

    // Owes the fees since the last time: ⌊growth · L / 2¹²⁸⌋, the rest to the pool.
    private Refusal? Accrue(PositionKey key, Int128 change, FeeGrowth inside)
    {
        ConcentratedPosition position = _position[key];
        UInt128 liquidity = position.Liquidity;
        if (change == 0 && liquidity == 0) return ConcentratedRefusals.NoPosition;
        if (TryAdd(liquidity, change, out UInt128 sum) is { } refusal) return refusal;

        _position[key] = new(
            sum,
            inside.Growth0X128,
            inside.Growth1X128,
            Plus(position.TokensOwed0, inside.Earned0(position)),
            Plus(position.TokensOwed1, inside.Earned1(position)));
        return null;
    }

    private FeeGrowth FeeGrowthInside(Address address, TickRange range, in ConcentratedPool pool)
    {
        ConcentratedTick lower = _tick[new(address, range.Lower)];
        ConcentratedTick upper = _tick[new(address, range.Upper)];
        FeeGrowth global = new(pool.FeeGrowthGlobal0X128, pool.FeeGrowthGlobal1X128);
        FeeGrowth atLower = new(lower.FeeGrowthOutside0X128, lower.FeeGrowthOutside1X128);
        FeeGrowth atUpper = new(upper.FeeGrowthOutside0X128, upper.FeeGrowthOutside1X128);
        FeeGrowth below = pool.Tick >= range.Lower ? atLower : global.Minus(atLower);
        FeeGrowth above = pool.Tick < range.Upper ? atUpper : global.Minus(atUpper);
        return global.Minus(below).Minus(above);
    }

    /// <summary>What liquidity between two ticks is made of at the pool's price: what is paid for it rounded
    /// up, and what is paid out for it down.</summary>
    private static TokenAmounts AmountsOf(in ConcentratedPool pool, TickRange range, Int128 change)
    {
        bool isUp = change > 0;
        UInt128 liquidity = isUp ? (UInt128)change : (UInt128)(-change);
        UInt256 low = TickMath.SqrtPriceAt(range.Lower);
        UInt256 high = TickMath.SqrtPriceAt(range.Upper);
        UInt256 price =
            pool.Tick < range.Lower ? low : pool.Tick >= range.Upper ? high : pool.SqrtPriceX96;
        return isUp
            ? new(
                SqrtPriceMath.Amount0Up(price, high, liquidity),
                SqrtPriceMath.Amount1Up(low, price, liquidity))
            : new(
                SqrtPriceMath.Amount0Down(price, high, liquidity),
                SqrtPriceMath.Amount1Down(low, price, liquidity));
    }

    // What is owed is counted in 128 bits, and wraps around.
    private static UInt128 Plus(UInt128 owed, UInt256 more) => unchecked(owed + more.TruncateToUInt128());

    private readonly record struct FeeGrowth(UInt256 Growth0X128, UInt256 Growth1X128)
    {
        public FeeGrowth Minus(FeeGrowth other) => new(
            Growth0X128.WrappingSub(other.Growth0X128), Growth1X128.WrappingSub(other.Growth1X128));

        public UInt256 Earned0(in ConcentratedPosition position) => UInt256.MulShiftDown(
            Growth0X128.WrappingSub(position.FeeGrowthInside0LastX128), position.Liquidity, LiquidityBits);

        public UInt256 Earned1(in ConcentratedPosition position) => UInt256.MulShiftDown(
            Growth1X128.WrappingSub(position.FeeGrowthInside1LastX128), position.Liquidity, LiquidityBits);
    }
}
