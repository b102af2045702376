using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>Rebasing tokens whose shares show, with the errors of Lido's <c>StETH.sol</c>.</summary>
/// <remarks>
/// Their shares can be moved, minted and burned as such. The conversions take less than 2¹²⁸ - 1 of either.
/// </remarks>
public sealed partial class Ledger
{
    private static readonly UInt256 _uint128Max = new(UInt128.Zero, UInt128.MaxValue);

    private static readonly Refusal _etherTooLarge = new("ETH_TOO_LARGE");
    private static readonly Refusal _fromZeroAddress = new("TRANSFER_FROM_ZERO_ADDR");
    private static readonly Refusal _toZeroAddress = new("TRANSFER_TO_ZERO_ADDR");
    private static readonly Refusal _toTokenContract = new("TRANSFER_TO_STETH_CONTRACT");
    private static readonly Refusal _balanceExceeded = new("BALANCE_EXCEEDED");
    private static readonly Refusal _mintToZeroAddress = new("MINT_TO_ZERO_ADDR");
    private static readonly Refusal _mintToTokenContract = new("MINT_TO_STETH_CONTRACT");
    private static readonly Refusal _sharesOverflow = new("SHARES_OVERFLOW");
    private static readonly Refusal _allowanceExceeded = new("ERC20: transfer amount exceeds allowance");

    /// <summary>How many shares of a rebasing token an account holds.</summary>
    public UInt256 SharesOf(Address token, Address holder) => _held[new(token, holder)];

    /// <summary>How many shares of a rebasing token there are.</summary>
    public UInt256 TotalShares(Address token) => _total[token];

    internal Refusal? IssueShares(Address token)
    {
        if (IssueRebasing(token) is { } refusal) return refusal;

        _pool[token] = _pool[token] with { ShowsShares = true };
        return null;
    }

    /// <summary>The shares that an amount is worth, rounded down: against the one who pays with
    /// them.</summary>
    internal Refusal? ConvertToSharesDown(Address token, UInt256 amount, out UInt256 shares)
    {
        shares = UInt256.Zero;
        if (amount >= _uint128Max) return _etherTooLarge;

        shares = ToHeldDown(token, amount);
        return null;
    }

    /// <summary>The amount that shares are worth, rounded down.</summary>
    internal UInt256 ToAmountOfSharesDown(Address token, UInt256 shares) => ToAmountDown(token, shares);

    internal Refusal? TransferShares(Address token, Address from, Address to, UInt256 shares)
    {
        if (MoveShares(token, from, to, shares) is { } refusal) return refusal;

        LogShares(token, from, to, ToAmountDown(token, shares), shares);
        return null;
    }

    /// <summary>Creates shares; what the pool is worth stays, so all others pay for them.</summary>
    internal Refusal? MintShares(Address token, Address to, UInt256 shares)
    {
        if (to.IsZero) return _mintToZeroAddress;
        if (to == token) return _mintToTokenContract;

        UInt256 total = _total[token] + shares;
        if (!total.FitsIn(128)) return _sharesOverflow;

        _total[token] = total;
        _held[new(token, to)] += shares;
        return null;
    }

    /// <summary>Destroys shares; what the pool is worth stays, so all others gain by it.</summary>
    internal Refusal? BurnShares(Address token, Address from, UInt256 shares)
    {
        UInt256 held = _held[new(token, from)];
        if (shares > held) return _balanceExceeded;

        _total[token] -= shares;
        _held[new(token, from)] = held - shares;
        return null;
    }

    /// <summary>Logs the creation of shares, at what they are worth.</summary>
    internal void LogMintedShares(Address token, Address to, UInt256 shares) =>
        LogShares(token, Address.Zero, to, ToAmountDown(token, shares), shares);

    /// <summary>Moves tokens of an owner whose allowance counts down even when it is endless, as that of
    /// OpenZeppelin's older ERC-20 does, and logs what is left of it.</summary>
    internal Refusal? TransferFromCounting(
        Address token, Address spender, Address owner, Address to, UInt256 amount)
    {
        if (Transfer(token, owner, to, amount) is { } refusal) return refusal;

        UInt256 allowed = Allowance(token, owner, spender);
        return allowed < amount ? _allowanceExceeded : Approve(token, owner, spender, allowed - amount);
    }

    private Refusal? TransferAmountAsShares(Address token, Address from, Address to, UInt256 amount)
    {
        if (ConvertToSharesDown(token, amount, out UInt256 shares) is { } tooLarge) return tooLarge;
        if (MoveShares(token, from, to, shares) is { } refusal) return refusal;

        LogShares(token, from, to, amount, shares);
        return null;
    }

    private Refusal? MoveShares(Address token, Address from, Address to, UInt256 shares)
    {
        if (from.IsZero) return _fromZeroAddress;
        if (to.IsZero) return _toZeroAddress;
        if (to == token) return _toTokenContract;

        UInt256 held = _held[new(token, from)];
        if (shares > held) return _balanceExceeded;

        _held[new(token, from)] = held - shares;
        _held[new(token, to)] += shares;
        return null;
    }

    private void LogShares(Address token, Address from, Address to, UInt256 amount, UInt256 shares)
    {
        _store.Emit(new Transferred(token, from, to, amount));
        _store.Emit(new SharesTransferred(token, from, to, shares));
    }
}

/// <summary>Shares of a rebasing token moved; from the zero address when they were created.</summary>
/// <param name="Contract">The token.</param>
/// <param name="From">Who paid.</param>
/// <param name="To">Who received.</param>
/// <param name="SharesValue">How many shares.</param>
public sealed record SharesTransferred(Address Contract, Address From, Address To, UInt256 SharesValue)
    : Event(Contract);
