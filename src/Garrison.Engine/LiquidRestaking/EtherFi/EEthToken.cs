using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>eETH: shares of the pool, shown as the ether they are worth.</summary>
/// <remarks>Source: <c>EETH.sol</c>. An allowance counts down even when it is endless.</remarks>
public sealed class EEthToken
{
    private readonly EtherFiCore _core;
    private readonly Cell<UInt256> _totalShares;
    private readonly Table<Address, UInt256> _shares;
    private readonly Table<Spending, UInt256> _allowance;

    internal EEthToken(EtherFiCore core)
    {
        _core = core;
        _totalShares = core.Store.Cell<UInt256>();
        _shares = core.Store.Table<Address, UInt256>();
        _allowance = core.Store.Table<Spending, UInt256>();
    }

    /// <summary>How many shares there are.</summary>
    public UInt256 TotalShares => _totalShares.Value;

    private Address Contract => _core.Contracts.EEth;

    /// <summary>How many shares an account has.</summary>
    public UInt256 SharesOf(Address holder) => _shares[holder];

    /// <summary>What they are worth, in wei, rounded down.</summary>
    public UInt256 BalanceOf(Address holder) => _core.Pool.Rate.ToAssetsDown(_shares[holder]);

    /// <summary>How much a spender may take, in wei.</summary>
    public UInt256 Allowance(Address owner, Address spender) => _allowance[new(owner, spender)];

    /// <summary>Creates shares, when the pool has their ether already.</summary>
    internal Refusal? Mint(Address user, UInt256 shares)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (_core.Access.RefuseBlacklisted(user) is { } barred) return barred;

        _shares[user] += shares;
        _totalShares.Set(TotalShares + shares);
        UInt256 amount = _core.Pool.Rate.ToAssetsDown(shares);
        if (_core.Limiter.Consume(EtherFiLimiter.Mint, amount) is { } limited) return limited;

        _core.Store.Emit(new Transferred(Contract, Address.Zero, user, amount));
        _core.Store.Emit(new EtherFiSharesTransferred(Contract, Address.Zero, user, shares));
        return null;
    }

    /// <summary>Destroys shares, when the pool has counted their ether off already.</summary>
    internal Refusal? Burn(Address user, UInt256 shares)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (_core.Access.RefuseBlacklisted(user) is { } barred) return barred;
        if (_shares[user] < shares) return EtherFiRefusals.BurnAmountExceedsBalance;

        _shares[user] -= shares;
        _totalShares.Set(TotalShares - shares);
        UInt256 amount = _core.Pool.Rate.ToAssetsDown(shares);
        if (_core.Limiter.Consume(EtherFiLimiter.Burn, amount) is { } limited) return limited;

        _core.Store.Emit(new Transferred(Contract, user, Address.Zero, amount));
        _core.Store.Emit(new EtherFiSharesTransferred(Contract, user, Address.Zero, shares));
        return null;
    }

    internal Refusal? Approve(Address owner, Address spender, UInt256 amount)
    {
        if (owner.IsZero || spender.IsZero) return EtherFiRefusals.AddressZero;

        _allowance[new(owner, spender)] = amount;
        _core.Store.Emit(new Approved(Contract, owner, spender, amount));
        return null;
    }

    internal Refusal? TransferFrom(Address spender, Address from, Address to, UInt256 amount)
    {
        UInt256 allowed = _allowance[new(from, spender)];
        if (allowed < amount) return EtherFiRefusals.TransferAmountExceedsAllowance;
        if (Approve(from, spender, allowed - amount) is { } refusal) return refusal;

        return Transfer(spender, from, to, amount);
    }

    /// <summary>Moves the shares of an amount, rounded down, against the one who receives them.</summary>
    internal Refusal? Transfer(Address sender, Address from, Address to, UInt256 amount)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (_core.Access.RefuseBlacklisted(from, to, sender) is { } barred) return barred;
        if (from.IsZero || to.IsZero) return EtherFiRefusals.AddressZero;

        UInt256 shares = _core.Pool.Rate.ToSharesDown(amount);
        if (shares > _shares[from]) return EtherFiRefusals.TransferAmountExceedsBalance;

        _shares[from] -= shares;
        _shares[to] += shares;
        _core.Store.Emit(new EtherFiSharesTransferred(Contract, from, to, shares));
        _core.Store.Emit(new Transferred(Contract, from, to, amount));
        return null;
    }

    private readonly record struct Spending(Address Owner, Address Spender);
}
