using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <content>Liquidity that comes and goes, swaps, and what was paid by mistake.</content>
public sealed partial class ConstantProductPools
{
    internal Refusal? Add(Address sender, Address address, Address to, TokenAmounts amounts) =>
        Add(sender, address, to, amounts, out _);

    /// <summary>Pays tokens in, and mints shares for them and for what the pair held beyond its
    /// reserves.</summary>
    internal Refusal? Add(
        Address sender, Address address, Address to, TokenAmounts amounts, out UInt256 shares)
    {
        shares = UInt256.Zero;
        if (!Exists(address)) return ConstantProductRefusals.EmptyRevert;

        ConstantProductTerms terms = _terms[address];
        if (Pay(sender, address, terms.Token0, amounts.Amount0) is { } unpaid0) return unpaid0;
        if (Pay(sender, address, terms.Token1, amounts.Amount1) is { } unpaid1) return unpaid1;

        ConstantProductPair pair = _pair[address];
        (UInt256 balance0, UInt256 balance1) = (Balance0(address), Balance1(address));
        if (balance0 < pair.Reserve0 || balance1 < pair.Reserve1) return ConstantProductRefusals.SubUnderflow;

        TokenAmounts paid = new(balance0 - pair.Reserve0, balance1 - pair.Reserve1);
        if (MintFee(address, pair, out bool hasFee) is { } refusal) return refusal;
        if (SharesFor(address, pair, paid, out shares) is { } worthless) return worthless;

        bool isFirst = _ledger.Supply(address).IsZero;
        if (isFirst && _ledger.MintToNobody(address, _minimumLiquidity) is { } unlocked) return unlocked;
        if (MintShares(address, to, shares) is { } unminted) return unminted;
        if (Update(address, _pair[address]) is { } overflow) return overflow;

        KeepK(address, hasFee);
        _store.Emit(new ConstantProductMinted(address, sender, paid.Amount0, paid.Amount1));
        return null;
    }

    internal Refusal? Remove(Address sender, Address address, Address to, UInt256 shares) =>
        Remove(sender, address, to, shares, out _);

    /// <summary>Burns shares of the sender and those that the pair holds, for their part of what it
    /// holds.</summary>
    internal Refusal? Remove(
        Address sender, Address address, Address to, UInt256 shares, out TokenAmounts paid)
    {
        paid = default;
        if (!Exists(address)) return ConstantProductRefusals.EmptyRevert;
        if (_ledger.Balance(address, sender) < shares) return ConstantProductRefusals.SubUnderflow;
        if (Pay(sender, address, address, shares) is { } unpaid) return unpaid;

        (UInt256 balance0, UInt256 balance1) = (Balance0(address), Balance1(address));
        UInt256 burned = _ledger.Balance(address, address);
        if (MintFee(address, _pair[address], out bool hasFee) is { } refusal) return refusal;

        UInt256 supply = _ledger.Supply(address);
        if (!UInt256.MulHigh(burned, balance0).IsZero || !UInt256.MulHigh(burned, balance1).IsZero)
        {
            return ConstantProductRefusals.MulOverflow;
        }

        // A pair without shares divides by zero, which its Solidity reverts without a word.
        if (supply.IsZero) return ConstantProductRefusals.EmptyRevert;

        paid = new(
            UInt256.MulDivDown(burned, balance0, supply), UInt256.MulDivDown(burned, balance1, supply));
        if (paid.Amount0.IsZero || paid.Amount1.IsZero)
        {
            return ConstantProductRefusals.InsufficientLiquidityBurned;
        }

        ConstantProductTerms terms = _terms[address];
        if (_ledger.Burn(address, address, burned) is { } unburned) return unburned;
        if (Send(address, to, terms.Token0, paid.Amount0) is { } failed0) return failed0;
        if (Send(address, to, terms.Token1, paid.Amount1) is { } failed1) return failed1;
        if (Update(address, _pair[address]) is { } overflow) return overflow;

        KeepK(address, hasFee);
        _store.Emit(new ConstantProductBurned(address, sender, paid.Amount0, paid.Amount1, to));
        return null;
    }

    /// <summary>Swaps what a trade says at the pair's own price.</summary>
    internal Refusal? Swap(
        Address sender, Address address, Address recipient, PairTrade trade, out TradeQuote quote)
    {
        if (Quote(address, trade, out quote) is { } refusal) return refusal;

        (TokenAmounts paid, TokenAmounts asked) = trade.ZeroForOne
            ? (new TokenAmounts(quote.AmountIn, 0UL), new TokenAmounts(0UL, quote.AmountOut))
            : (new TokenAmounts(0UL, quote.AmountIn), new TokenAmounts(quote.AmountOut, 0UL));
        return Swap(sender, address, recipient, paid, asked);
    }

    /// <summary>Pays tokens in and takes tokens out, if the product of reserves net of the fee does not
    /// fall.</summary>
    internal Refusal? Swap(
        Address sender, Address address, Address to, TokenAmounts paid, TokenAmounts asked)
    {
        if (!Exists(address)) return ConstantProductRefusals.EmptyRevert;

        ConstantProductTerms terms = _terms[address];
        if (Pay(sender, address, terms.Token0, paid.Amount0) is { } unpaid0) return unpaid0;
        if (Pay(sender, address, terms.Token1, paid.Amount1) is { } unpaid1) return unpaid1;

        if (asked.Amount0.IsZero && asked.Amount1.IsZero)
        {
            return ConstantProductRefusals.InsufficientOutputAmount;
        }

        ConstantProductPair pair = _pair[address];
        if (asked.Amount0 >= pair.Reserve0 || asked.Amount1 >= pair.Reserve1)
        {
            return ConstantProductRefusals.InsufficientLiquidity;
        }

        if (to == terms.Token0 || to == terms.Token1) return ConstantProductRefusals.InvalidTo;
        if (Take(address, to, terms, asked) is { } failed) return failed;

        TokenAmounts received = Received(address, pair, asked);
        if (CheckK(address, pair, received) is { } refusal) return refusal;
        if (Update(address, pair) is { } overflow) return overflow;

        _store.Emit(new ConstantProductSwapped(
            address, sender, received.Amount0, received.Amount1, asked.Amount0, asked.Amount1, to));
        return null;
    }

    internal Refusal? Skim(Address address, Address to)
    {
        if (!Exists(address)) return ConstantProductRefusals.EmptyRevert;

        ConstantProductTerms terms = _terms[address];
        ConstantProductPair pair = _pair[address];
        return SkimToken(address, to, terms.Token0, pair.Reserve0)
            ?? SkimToken(address, to, terms.Token1, pair.Reserve1);
    }

    internal Refusal? Sync(Address address) =>
        Exists(address) ? Update(address, _pair[address]) : ConstantProductRefusals.EmptyRevert;

    private Refusal? SkimToken(Address pair, Address to, Address token, UInt256 reserve)
    {
        UInt256 balance = _ledger.Balance(token, pair);
        return balance < reserve
            ? ConstantProductRefusals.SubUnderflow
            : Send(pair, to, token, balance - reserve);
    }

    // Shares of 1/6 of what fees made the root of the product grow: S·(√k − √k₀) / (5·√k + √k₀).
    private Refusal? MintFee(Address address, in ConstantProductPair pair, out bool hasFee)
    {
        Address feeTo = _factory[_terms.Read(address).Factory].FeeTo;
        hasFee = !feeTo.IsZero;
        if (pair.KLast.IsZero) return null;

        if (!hasFee)
        {
            _pair[address] = pair with { KLast = UInt256.Zero };
            return null;
        }

        (UInt256 root, UInt256 rootLast) = (pair.K.SqrtDown(), pair.KLast.SqrtDown());
        if (root <= rootLast) return null;

        UInt256 supply = _ledger.Supply(address);
        if (!UInt256.MulHigh(supply, root - rootLast).IsZero) return ConstantProductRefusals.MulOverflow;

        UInt256 shares = UInt256.MulDivDown(supply, root - rootLast, (root * 5UL) + rootLast);
        return shares.IsZero ? null : MintShares(address, feeTo, shares);
    }

    // The shares' token bars no receiver.
    private Refusal? MintShares(Address pair, Address to, UInt256 shares) =>
        to.IsZero ? _ledger.MintToNobody(pair, shares) : _ledger.Mint(pair, to, shares);

    // √(x·y) less the first 1,000, or the smaller part of what there is; down, for those who are there.
    private Refusal? SharesFor(
        Address address, in ConstantProductPair pair, TokenAmounts paid, out UInt256 shares)
    {
        shares = UInt256.Zero;
        UInt256 supply = _ledger.Supply(address);
        (UInt256 by0, UInt256 by1) = supply.IsZero ? (paid.Amount1, UInt256.One) : (supply, supply);
        if (!UInt256.MulHigh(paid.Amount0, by0).IsZero || !UInt256.MulHigh(paid.Amount1, by1).IsZero)
        {
            return ConstantProductRefusals.MulOverflow;
        }

        if (supply.IsZero)
        {
            UInt256 root = (paid.Amount0 * paid.Amount1).SqrtDown();
            if (root < _minimumLiquidity) return ConstantProductRefusals.SubUnderflow;

            shares = root - _minimumLiquidity;
        }
        else
        {
            // Reserves that are gone divide by zero, which the contract's Solidity reverts without a word.
            if (pair.Reserve0 == 0 || pair.Reserve1 == 0) return ConstantProductRefusals.EmptyRevert;

            shares = UInt256.Min(
                UInt256.MulDivDown(paid.Amount0, supply, pair.Reserve0),
                UInt256.MulDivDown(paid.Amount1, supply, pair.Reserve1));
        }

        return shares.IsZero ? ConstantProductRefusals.InsufficientLiquidityMinted : null;
    }

    private Refusal? Take(Address pair, Address to, in ConstantProductTerms terms, TokenAmounts asked)
    {
        (Address token0, Address token1) = (terms.Token0, terms.Token1);
        return !asked.Amount0.IsZero && Send(pair, to, token0, asked.Amount0) is { } failed0
            ? failed0
            : asked.Amount1.IsZero ? null : Send(pair, to, token1, asked.Amount1);
    }

    // What came in is what is there beyond the reserves less what went out.
    private TokenAmounts Received(Address address, in ConstantProductPair pair, TokenAmounts asked) => new(
        Balance0(address).SaturatingSub(pair.Reserve0 - asked.Amount0),
        Balance1(address).SaturatingSub(pair.Reserve1 - asked.Amount1));

    private Refusal? CheckK(Address address, in ConstantProductPair pair, TokenAmounts received)
    {
        if (received.Amount0.IsZero && received.Amount1.IsZero)
        {
            return ConstantProductRefusals.InsufficientInputAmount;
        }

        UInt256 scale = ConstantProductMath.FeeScale;
        (UInt256 balance0, UInt256 balance1) = (Balance0(address), Balance1(address));
        if (!UInt256.MulHigh(balance0, scale).IsZero || !UInt256.MulHigh(balance1, scale).IsZero)
        {
            return ConstantProductRefusals.MulOverflow;
        }

        UInt256 net0 = (balance0 * scale) - (received.Amount0 * FeeOfInput);
        UInt256 net1 = (balance1 * scale) - (received.Amount1 * FeeOfInput);
        return !UInt256.MulHigh(net0, net1).IsZero ? ConstantProductRefusals.MulOverflow
            : net0 * net1 < pair.K * scale * scale ? ConstantProductRefusals.InvariantFalls
            : null;
    }

    private void KeepK(Address address, bool hasFee)
    {
        if (!hasFee) return;

        ConstantProductPair pair = _pair[address];
        _pair[address] = pair with { KLast = pair.K };
    }
}
