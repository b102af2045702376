using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <content>Flash loans and the protocol's part of fees.</content>
public sealed partial class ConcentratedPools
{
    private const int FeeProtocolMin = 4;
    private const int FeeProtocolMax = 10;

    /// <summary>Lends the recipient tokens, which the sender pays back at once, and something more.</summary>
    internal Refusal? Flash(
        Address sender, Address address, Address recipient, TokenAmounts lent, TokenAmounts paid)
    {
        try
        {
            return LendAndShare(sender, address, recipient, lent, paid);
        }
        catch (ArithmeticException)
        {
            return ConcentratedRefusals.EmptyRevert;
        }
    }

    private Refusal? LendAndShare(
        Address sender, Address address, Address recipient, TokenAmounts lent, TokenAmounts paid)
    {
        if (Unusable(address) is { } unusable) return unusable;

        ConcentratedPool pool = _pool[address];
        if (pool.Liquidity == 0) return ConcentratedRefusals.NoLiquidity;

        ConcentratedPoolTerms terms = _terms[address];
        TokenAmounts before = Balances(address, terms);
        TokenAmounts fees = new(FlashFeeUp(lent.Amount0, terms.Fee), FlashFeeUp(lent.Amount1, terms.Fee));
        if (Lend(sender, address, recipient, terms, lent, paid) is { } refusal) return refusal;

        TokenAmounts after = Balances(address, terms);
        if (before.Amount0 + fees.Amount0 > after.Amount0) return ConcentratedRefusals.Flash0Short;
        if (before.Amount1 + fees.Amount1 > after.Amount1) return ConcentratedRefusals.Flash1Short;

        (UInt256 gained0, UInt256 gained1) =
            (after.Amount0 - before.Amount0, after.Amount1 - before.Amount1);
        UInt256 fees0 = Part(gained0, pool.FeeProtocol0);
        UInt256 fees1 = Part(gained1, pool.FeeProtocol1);
        _pool[address] = pool with
        {
            ProtocolFees0 = Plus(pool.ProtocolFees0, fees0),
            ProtocolFees1 = Plus(pool.ProtocolFees1, fees1),
            FeeGrowthGlobal0X128 = pool.FeeGrowthGlobal0X128.WrappingAdd(
                UInt256.MulDivDown(gained0 - fees0, UInt256.One << 128, pool.Liquidity)),
            FeeGrowthGlobal1X128 = pool.FeeGrowthGlobal1X128.WrappingAdd(
                UInt256.MulDivDown(gained1 - fees1, UInt256.One << 128, pool.Liquidity)),
        };
        _store.Emit(new ConcentratedFlashed(
            address, sender, recipient, lent.Amount0, lent.Amount1, gained0, gained1));
        return null;
    }

    internal Refusal? SetFeeProtocol(Address sender, Address address, byte feeProtocol0, byte feeProtocol1)
    {
        if (Unusable(address) is { } unusable) return unusable;

        bool isAllowed = IsOwner(sender, _terms.Read(address).Factory)
            && IsFeeProtocol(feeProtocol0)
            && IsFeeProtocol(feeProtocol1);
        if (!isAllowed) return ConcentratedRefusals.EmptyRevert;

        ConcentratedPool pool = _pool[address];
        _pool[address] = pool with { FeeProtocol0 = feeProtocol0, FeeProtocol1 = feeProtocol1 };
        _store.Emit(new ConcentratedFeeProtocolSet(
            address, pool.FeeProtocol0, pool.FeeProtocol1, feeProtocol0, feeProtocol1));
        return null;
    }

    internal Refusal? CollectProtocol(
        Address sender, Address address, Address recipient, UInt256 most0, UInt256 most1)
    {
        if (Unusable(address) is { } unusable) return unusable;
        ConcentratedPoolTerms terms = _terms[address];
        bool isAllowed = IsOwner(sender, terms.Factory)
            && most0.FitsIn(LiquidityBits)
            && most1.FitsIn(LiquidityBits);
        if (!isAllowed) return ConcentratedRefusals.EmptyRevert;

        ConcentratedPool pool = _pool[address];
        UInt128 amount0 = Collectable(pool.ProtocolFees0, most0.ToUInt128());
        UInt128 amount1 = Collectable(pool.ProtocolFees1, most1.ToUInt128());
        _pool[address] = pool with
        {
            ProtocolFees0 = pool.ProtocolFees0 - amount0,
            ProtocolFees1 = pool.ProtocolFees1 - amount1,
        };
        if (IsAsked(pool.ProtocolFees0, most0)
            && Send(address, recipient, terms.Token0, amount0) is { } failed0)
        {
            return failed0;
        }

        if (IsAsked(pool.ProtocolFees1, most1)
            && Send(address, recipient, terms.Token1, amount1) is { } failed1)
        {
            return failed1;
        }

        _store.Emit(new ConcentratedProtocolCollected(address, sender, recipient, amount0, amount1));
        return null;
    }

    // The contract leaves a unit behind, so that its slot is never cleared; it sends what is left then,
    // even if that is nothing.
    private static UInt128 Collectable(UInt128 fees, UInt128 most) =>
        fees != 0 && most >= fees ? fees - 1 : UInt128.Min(fees, most);

    private static bool IsAsked(UInt128 fees, UInt256 most) => fees != 0 && !most.IsZero;

    private static bool IsFeeProtocol(byte part) => part is 0 or (>= FeeProtocolMin and <= FeeProtocolMax);

    private static UInt256 Part(UInt256 fees, byte feeProtocol) =>
        feeProtocol == 0 ? UInt256.Zero : fees.DivDown((ulong)feeProtocol);

    private static UInt256 FlashFeeUp(UInt256 amount, uint fee) =>
        UInt256.MulDivUp(amount, (ulong)fee, (ulong)SwapStep.FeeScale);

    private TokenAmounts Balances(Address pool, in ConcentratedPoolTerms terms) =>
        new(_ledger.Balance(terms.Token0, pool), _ledger.Balance(terms.Token1, pool));

    private Refusal? Lend(
        Address sender,
        Address pool,
        Address recipient,
        in ConcentratedPoolTerms terms,
        TokenAmounts lent,
        TokenAmounts paid)
    {
        if (!lent.Amount0.IsZero && Send(pool, recipient, terms.Token0, lent.Amount0) is { } failed0)
        {
            return failed0;
        }

        if (!lent.Amount1.IsZero && Send(pool, recipient, terms.Token1, lent.Amount1) is { } failed1)
        {
            return failed1;
        }

        return Repay(sender, pool, terms.Token0, lent.Amount0 + paid.Amount0)
            ?? Repay(sender, pool, terms.Token1, lent.Amount1 + paid.Amount1);
    }

    private Refusal? Repay(Address sender, Address pool, Address token, UInt256 amount) =>
        amount.IsZero ? null : _ledger.Transfer(token, sender, pool, amount);
}
