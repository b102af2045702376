using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>Shares that wait to be burnt, which gives what they are worth to all others.</summary>
/// <param name="Cover">Given to cover a loss.</param>
/// <param name="Other">All others: those of finalised requests, for one.</param>
public readonly record struct LidoBurnRequests(UInt256 Cover, UInt256 Other);

/// <summary>Holds shares until a report has room to burn them.</summary>
/// <remarks>Source: <c>Burner.sol</c>.</remarks>
public sealed class LidoBurner
{
    private readonly LidoCore _lido;
    private readonly Cell<LidoBurnRequests> _requested;

    internal LidoBurner(LidoCore lido)
    {
        _lido = lido;
        _requested = lido.Store.Cell<LidoBurnRequests>();
    }

    /// <summary>The shares that wait.</summary>
    public LidoBurnRequests Requested => _requested.Value;

    /// <summary>All shares that wait.</summary>
    public UInt256 RequestedShares => Requested.Cover + Requested.Other;

    private Address Contract => _lido.Deployment.Burner;

    private Address Token => _lido.Deployment.Token;

    /// <summary>Takes stETH of the sender to burn: so operators and funds cover a loss.</summary>
    internal Refusal? RequestMine(Address sender, UInt256 amount, bool isCover)
    {
        if (_lido.RefuseWithout(LidoRole.Burn, sender) is { } stranger) return stranger;
        if (_lido.Ledger.Transfer(Token, sender, Contract, amount) is { } unpaid) return unpaid;
        if (_lido.Ledger.ConvertToSharesDown(Token, amount, out UInt256 shares) is { } large) return large;

        return Request(sender, amount, shares, isCover);
    }

    /// <summary>Takes shares of a holder to burn.</summary>
    internal Refusal? RequestShares(Address by, Address holder, UInt256 shares)
    {
        UInt256 amount = _lido.Ledger.ToAmountOfSharesDown(Token, shares);
        return _lido.Ledger.TransferShares(Token, holder, Contract, shares)
            ?? Request(by, amount, shares, isCover: false);
    }

    /// <summary>Burns shares, those for cover first.</summary>
    internal Refusal? Burn(UInt256 shares)
    {
        if (shares > RequestedShares) return LidoRefusals.BurnAmountExceedsActual;

        LidoBurnRequests before = Requested;
        UInt256 cover = UInt256.Min(shares, before.Cover);
        UInt256 other = shares - cover;
        _requested.Set(new LidoBurnRequests(before.Cover - cover, before.Other - other));
        Log(isCover: true, cover);
        Log(isCover: false, other);

        UInt256 worthBefore = _lido.Ledger.ToAmountOfSharesDown(Token, shares);
        if (_lido.Ledger.BurnShares(Token, Contract, shares) is { } refusal) return refusal;

        UInt256 worthAfter = _lido.Ledger.ToAmountOfSharesDown(Token, shares);
        _lido.Store.Emit(new LidoSharesBurnt(Token, Contract, worthBefore, worthAfter, shares));
        return null;
    }

    private Refusal? Request(Address by, UInt256 amount, UInt256 shares, bool isCover)
    {
        if (shares.IsZero) return LidoRefusals.ZeroBurnAmount;

        LidoBurnRequests before = Requested;
        _requested.Set(isCover
            ? before with { Cover = before.Cover + shares }
            : before with { Other = before.Other + shares });
        _lido.Store.Emit(new LidoBurnRequested(Contract, isCover, by, amount, shares));
        return null;
    }

    private void Log(bool isCover, UInt256 shares)
    {
        if (shares.IsZero) return;

        UInt256 amount = _lido.Ledger.ToAmountOfSharesDown(Token, shares);
        _lido.Store.Emit(new LidoBurnt(Contract, isCover, amount, shares));
    }
}
