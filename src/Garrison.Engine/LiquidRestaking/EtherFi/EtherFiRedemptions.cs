using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>The way out at once, for ether or stETH and a fee.</summary>
/// <remarks>
/// What may leave is bounded by what is there above a low watermark, and by a bucket in units of 10¹²
/// wei. Source: <c>EtherFiRedemptionManager.sol</c>.
/// </remarks>
public sealed partial class EtherFiRedemptions
{
    private static readonly UInt256 _bucketUnit = 1_000_000_000_000UL;
    private static readonly UInt256 _fewestShares = 1_000_000_000UL;

    private readonly EtherFiCore _core;
    private readonly Table<Address, EtherFiRedemption> _terms;
    private readonly Cell<EtherFiPrice> _stEthPrice;

    internal EtherFiRedemptions(EtherFiCore core)
    {
        _core = core;
        _terms = core.Store.Table<Address, EtherFiRedemption>();
        _stEthPrice = core.Store.Cell<EtherFiPrice>();
    }

    /// <summary>What a stETH is worth in ether, as its feed was last posted.</summary>
    public ref readonly EtherFiPrice StEthPrice => ref _stEthPrice.Value;

    private Address Contract => _core.Contracts.RedemptionManager;

    /// <summary>On what terms a token is paid.</summary>
    public EtherFiRedemption Terms(Address token) => _terms[token];

    /// <summary>How much of a token could be paid at once, without the bucket and the watermark.</summary>
    public UInt256 Liquidity(Address token) =>
        token == Ledger.Ether ? _core.Pool.Books.In
        : token == _core.Contracts.StEth ? _core.Ledger.Balance(token, _core.Contracts.Restaker)
        : UInt256.Zero;

    /// <summary>How much of a token is kept: ⌊assets · bps / 10⁴⌋.</summary>
    public UInt256 LowWatermark(Address token) =>
        UInt256.MulDivDown(_core.Pool.Rate.Assets, _terms[token].LowWatermarkBps, Bps.Scale);

    /// <summary>How much may be redeemed for a token now, in wei.</summary>
    public UInt256 Redeemable(Address token) => UInt256.Min(
        _terms[token].Bucket.At(_core.Clock.Seconds).Remaining * _bucketUnit,
        Liquidity(token).SaturatingSub(LowWatermark(token)));

    /// <summary>What becomes of eETH that is redeemed for a token.</summary>
    public EtherFiRedemptionQuote Quote(UInt256 amount, Address token)
    {
        ShareRate rate = _core.Pool.Rate;
        EtherFiRedemption terms = _terms[token];
        UInt256 shares = rate.ToSharesDown(amount);
        UInt256 paid = rate.ToAssetsDown(
            UInt256.MulDivDown(shares, Bps.Scale - terms.ExitFeeBps, Bps.Scale));
        UInt256 burned = rate.ToSharesUp(paid);
        UInt256 fee = shares - burned;
        UInt256 toTreasury = UInt256.MulDivDown(fee, terms.ExitFeeSplitBps, Bps.Scale);
        return new EtherFiRedemptionQuote(
            amount, paid, burned, rate.ToAssetsDown(toTreasury), fee - toTreasury);
    }

    internal Refusal? RedeemEEth(Address sender, UInt256 amount, Address receiver, Address token)
    {
        if (RefuseRedeeming(sender, receiver) is { } refusal) return refusal;
        if (amount > _core.EEth.BalanceOf(sender)) return EtherFiRefusals.InsufficientBalance;
        if (RefuseExcess(amount, token) is { } excess) return excess;

        EtherFiRedemptionQuote quote = Quote(amount, token);
        return _core.EEth.TransferFrom(Contract, sender, Contract, amount) ?? Redeem(quote, receiver, token);
    }

    internal Refusal? RedeemWeEth(Address sender, UInt256 amount, Address receiver, Address token)
    {
        if (RefuseRedeeming(sender, receiver) is { } refusal) return refusal;

        UInt256 worth = _core.Pool.Rate.ToAssetsDown(amount);
        if (amount > _core.WeEth.BalanceOf(sender)) return EtherFiRefusals.InsufficientBalance;
        if (RefuseExcess(worth, token) is { } excess) return excess;

        EtherFiRedemptionQuote quote = Quote(worth, token);
        return _core.WeEth.TransferFrom(Contract, sender, Contract, amount)
            ?? _core.WeEth.Unwrap(Contract, amount)
            ?? Redeem(quote, receiver, token);
    }

    internal Refusal? PostStEthPrice(Int256 price, ulong updatedAt)
    {
        _stEthPrice.Set(new EtherFiPrice(price, updatedAt));
        return null;
    }

    private Refusal? RefuseRedeeming(Address sender, Address receiver) =>
        _core.Access.RefusePaused(Contract)
            ?? _core.Access.RefuseBlacklisted(sender)
            ?? _core.Access.RefuseBlacklisted(receiver);

    private Refusal? RefuseExcess(UInt256 amount, Address token)
    {
        UInt256 liquidity = Liquidity(token);
        UInt256 kept = LowWatermark(token);
        if (liquidity < kept || liquidity - kept < amount) return EtherFiRefusals.ExceededRedeemable;
        if (ToUnits(amount, isUp: true, out ulong units) is { } tooLarge) return tooLarge;

        return _terms[token].Bucket.At(_core.Clock.Seconds).Remaining < units
            ? EtherFiRefusals.ExceededRedeemable
            : null;
    }

    private Refusal? Redeem(EtherFiRedemptionQuote quote, Address receiver, Address token)
    {
        // That there is as much was asked before.
        EtherFiRedemption terms = _terms[token];
        ulong units = quote.Amount.DivUp(_bucketUnit).ToUInt64();
        Invariant.Assert(terms.Bucket.TryTake(units, _core.Clock.Seconds, out TokenBucket left));
        _terms[token] = terms with { Bucket = left };
        UInt256 toStakers = _core.Pool.Rate.ToAssetsDown(quote.SharesToStakers);
        if (_core.EEth.Transfer(Contract, Contract, _core.Contracts.Treasury, quote.FeeToTreasury)
            is { } unpaid)
        {
            return unpaid;
        }

        Refusal? refusal =
            token == Ledger.Ether ? PayEther(quote, receiver)
            : token == _core.Contracts.StEth ? PayStEth(quote, receiver)
            : EtherFiRefusals.InvalidOutputToken;
        if (refusal is not null) return refusal;

        _core.Store.Emit(new EtherFiRedeemed(
            Contract, receiver, quote.Amount, quote.FeeToTreasury, toStakers, token));
        return null;
    }

    private Refusal? PayEther(EtherFiRedemptionQuote quote, Address receiver)
    {
        if (_core.Pool.Withdraw(Contract, Contract, quote.Paid) is { } unpaid) return unpaid;
        if (_core.Pool.BurnShares(Contract, quote.SharesToStakers) is { } unburned) return unburned;
        if (_core.EEth.TotalShares < _fewestShares) return EtherFiRefusals.InvalidTotalShares;

        return _core.Ledger.Send(Ledger.Ether, Contract, receiver, quote.Paid) is null
            ? null
            : EtherFiRefusals.TransferFailed;
    }

    // One stETH for one ether of eETH, as long as it is not worth much more.
    private Refusal? PayStEth(EtherFiRedemptionQuote quote, Address receiver)
    {
        if (RefusePrice() is { } refusal) return refusal;
        if (quote.Paid.IsZero) return EtherFiRefusals.InvalidAmount;
        if (_core.Pool.BurnSharesForOther(Contract, quote.SharesBurned, quote.Paid) is { } kept) return kept;
        if (_core.Pool.BurnShares(Contract, quote.SharesToStakers) is { } unburned) return unburned;
        if (_core.EEth.TotalShares < _fewestShares) return EtherFiRefusals.InvalidTotalShares;

        ref readonly EtherFiContracts contracts = ref _core.Contracts;
        return _core.Ledger.Transfer(contracts.StEth, contracts.Restaker, receiver, quote.Paid);
    }

    private Refusal? RefusePrice()
    {
        EtherFiPrice price = StEthPrice;
        if (price.Answer.Sign <= 0) return EtherFiRefusals.InvalidPriceFeed;
        if (price.UpdatedAt + _core.Limits.StalePriceSeconds < _core.Clock.Seconds)
        {
            return EtherFiRefusals.StalePriceFeed;
        }

        return price.Answer.ToUInt256() > Wad.Scale + _core.Limits.MaxPricePremium
            ? EtherFiRefusals.InvalidStEthPrice
            : null;
    }

    private static Refusal? ToUnits(UInt256 wei, bool isUp, out ulong units)
    {
        units = 0;
        if (wei >= ulong.MaxValue * _bucketUnit) return EtherFiRefusals.AmountTooLarge;

        units = (isUp ? wei.DivUp(_bucketUnit) : wei.DivDown(_bucketUnit)).ToUInt64();
        return null;
    }
}

/// <summary>On what terms a token is paid.</summary>
/// <param name="Bucket">How much may leave in a time, in units of 10¹² wei.</param>
/// <param name="ExitFeeSplitBps">Which part of the fee the treasury gets, in 10⁻⁴; the rest is burned, so
/// all others have it.</param>
/// <param name="ExitFeeBps">The fee, in 10⁻⁴ of the shares.</param>
/// <param name="LowWatermarkBps">How much has to stay, in 10⁻⁴ of all assets.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiRedemption(
    TokenBucket Bucket, ushort ExitFeeSplitBps, ushort ExitFeeBps, ushort LowWatermarkBps);

/// <summary>What becomes of eETH that is redeemed.</summary>
/// <param name="Amount">How much eETH, in wei.</param>
/// <param name="Paid">What the receiver gets, in wei: ⌊⌊shares · (10⁴ − fee) / 10⁴⌋ in assets⌋.</param>
/// <param name="SharesBurned">⌈paid in shares⌉.</param>
/// <param name="FeeToTreasury">What the treasury gets, in wei of eETH, rounded down.</param>
/// <param name="SharesToStakers">What is burned for nothing.</param>
public readonly record struct EtherFiRedemptionQuote(
    UInt256 Amount, UInt256 Paid, UInt256 SharesBurned, UInt256 FeeToTreasury, UInt256 SharesToStakers);

/// <summary>A price of stETH.</summary>
/// <param name="Answer">Ether for one, times 10¹⁸; not above 0 when the feed is broken.</param>
/// <param name="UpdatedAt">Of when, in seconds since the Unix epoch.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiPrice(Int256 Answer, ulong UpdatedAt);
