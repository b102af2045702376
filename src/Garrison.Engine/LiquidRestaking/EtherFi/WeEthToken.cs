using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>weETH: one token for one share of eETH that it holds. The tokens themselves are in the
/// ledger.</summary>
/// <remarks>Source: <c>WeETH.sol</c>.</remarks>
public sealed class WeEthToken
{
    private readonly EtherFiCore _core;

    internal WeEthToken(EtherFiCore core) => _core = core;

    /// <summary>How many there are, which is at most the shares that the contract holds.</summary>
    public UInt256 Supply => _core.Ledger.Supply(Contract);

    private Address Contract => _core.Contracts.WeEth;

    /// <summary>How many an account has.</summary>
    public UInt256 BalanceOf(Address holder) => _core.Ledger.Balance(Contract, holder);

    /// <summary>Takes eETH for as many tokens as it has shares, rounded down, against the one who
    /// pays.</summary>
    internal Refusal? Wrap(Address sender, UInt256 amount)
    {
        if (amount.IsZero) return EtherFiRefusals.ZeroAmount;

        UInt256 minted = _core.Pool.Rate.ToSharesDown(amount);
        if (_core.EEth.TransferFrom(Contract, sender, Contract, amount) is { } refusal) return refusal;
        if (RefuseMoving(sender, Address.Zero, sender) is { } barred) return barred;
        if (_core.Ledger.Mint(Contract, sender, minted) is { } failed) return failed;

        return RefuseUnderbacked();
    }

    /// <summary>Burns tokens for the eETH of as many shares, rounded down twice, against the one who is
    /// paid.</summary>
    internal Refusal? Unwrap(Address sender, UInt256 amount)
    {
        if (amount.IsZero) return EtherFiRefusals.ZeroAmount;

        UInt256 paid = _core.Pool.Rate.ToAssetsDown(amount);
        if (RefuseMoving(sender, sender, Address.Zero) is { } barred) return barred;
        if (_core.Ledger.Burn(Contract, sender, amount) is { } failed) return failed;
        if (RefuseUnderbacked() is { } underbacked) return underbacked;

        return _core.EEth.Transfer(Contract, Contract, sender, paid);
    }

    internal Refusal? Transfer(Address from, Address to, UInt256 amount) =>
        (to.IsZero ? null : RefuseMoving(from, from, to))
            ?? _core.Ledger.Transfer(Contract, from, to, amount);

    internal Refusal? TransferFrom(Address spender, Address from, Address to, UInt256 amount)
    {
        // What the ledger asks first, it is asked first.
        bool isSaidByLedger = to.IsZero || _core.Ledger.Allowance(Contract, from, spender) < amount;
        return (isSaidByLedger ? null : RefuseMoving(spender, from, to))
            ?? _core.Ledger.TransferFrom(Contract, spender, from, to, amount);
    }

    private Refusal? RefuseMoving(Address sender, Address from, Address to) =>
        _core.Access.RefusePaused(Contract) ?? _core.Access.RefuseBlacklisted(from, to, sender);

    private Refusal? RefuseUnderbacked() =>
        Supply > _core.EEth.SharesOf(Contract) ? EtherFiRefusals.WeEthUnderbacked : null;
}
