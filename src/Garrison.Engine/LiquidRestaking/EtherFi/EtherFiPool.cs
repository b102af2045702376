using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>The pool: the ether that is not staked, and the count of all that is.</summary>
/// <remarks>
/// <para>
/// What shares are worth is a live ratio of two counts: ether in the pool, and value out of it. The second
/// moves by what is sent out and comes back, and by reports; the escrow of finalized requests is part of
/// it. Both are 128 bits wide.
/// </para>
/// <para>
/// The contract asks after deposits and burns whether the rate fell. It does not, as everything rounds for
/// the pool, so that is a law here and not a refusal. Source: <c>LiquidityPool.sol</c>.
/// </para>
/// </remarks>
public sealed partial class EtherFiPool
{
    // Deposits are logged with where they come from: 1 is eETH.
    private const byte FromEEth = 1;

    private static readonly UInt256 _maxPositiveRebaseBps = 25UL;

    private readonly EtherFiCore _core;
    private readonly Cell<EtherFiBooks> _books;

    internal EtherFiPool(EtherFiCore core)
    {
        _core = core;
        _books = core.Store.Cell<EtherFiBooks>();
    }

    /// <summary>The counts and the limits of requests.</summary>
    public ref readonly EtherFiBooks Books => ref _books.Value;

    /// <summary>What shares are worth now.</summary>
    /// <exception cref="OverflowException">The two counts together do not fit in 128 bits.</exception>
    public ShareRate Rate => new(Books.Out + Books.In, _core.EEth.TotalShares);

    /// <summary>⌈10¹⁸ · assets / shares⌉, what requests are finalized at, up, for those who wait.</summary>
    public UInt256 RateUp => Rate.ToAssetsUp(Wad.Scale);

    private Address Contract => _core.Contracts.LiquidityPool;

    internal Refusal? Deposit(Address sender, UInt256 value)
    {
        if (_core.Ledger.Transfer(Ledger.Ether, sender, Contract, value) is { } unpaid) return unpaid;
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (_core.Access.RefuseBlacklisted(sender) is { } barred) return barred;

        _core.Store.Emit(new EtherFiDeposited(Contract, sender, value, FromEEth, Address.Zero));
        return Credit(sender, value, UInt256.Zero);
    }

    /// <summary>Credits value that lies outside the pool: tokens that the liquifier took, fees.</summary>
    internal Refusal? DepositToRecipient(Address sender, Address recipient, UInt256 amount)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (sender != _core.Contracts.Liquifier && sender != _core.Contracts.Admin)
        {
            return EtherFiRefusals.IncorrectCaller;
        }

        if (_core.Access.RefuseBlacklisted(recipient) is { } barred) return barred;

        _core.Store.Emit(new EtherFiDeposited(Contract, recipient, amount, FromEEth, Address.Zero));
        return Credit(recipient, UInt256.Zero, amount);
    }

    /// <summary>Pays ether at the live rate, and burns shares for it, rounded up.</summary>
    internal Refusal? Withdraw(Address sender, Address recipient, UInt256 amount)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;

        if (sender != _core.Contracts.MembershipManager && sender != _core.Contracts.RedemptionManager)
        {
            return EtherFiRefusals.IncorrectCaller;
        }

        UInt256 shares = Rate.ToSharesUp(amount);
        if (_core.EEth.BalanceOf(sender) < amount) return EtherFiRefusals.InsufficientLiquidity;
        if (!amount.FitsIn(128) || amount.IsZero || shares.IsZero) return EtherFiRefusals.InvalidAmount;
        if (Books.In < amount) return EtherFiRefusals.InsufficientLiquidity;

        _books.Set(Books with { In = Books.In - amount.ToUInt128() });
        return _core.EEth.Burn(sender, shares)
            ?? Send(recipient, amount)
            ?? RefuseShortfall();
    }

    /// <summary>Counts off what the queue pays, and burns all shares of the request.</summary>
    internal Refusal? Settle(UInt256 amount, UInt256 shares)
    {
        if (!amount.FitsIn(128) || amount.IsZero || shares.IsZero) return EtherFiRefusals.InvalidAmount;

        _books.Set(Books with { Out = Books.Out - amount.ToUInt128() });
        return _core.EEth.Burn(_core.Contracts.WithdrawRequestNft, shares);
    }

    internal Refusal? RequestWithdraw(Address sender, Address recipient, UInt256 amount)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (_core.Access.RefuseBlacklisted(sender) is { } barredSender) return barredSender;
        if (_core.Access.RefuseBlacklisted(recipient) is { } barredRecipient) return barredRecipient;
        if (amount.IsZero || amount < Books.MinWithdraw || amount > Books.MaxWithdraw)
        {
            return EtherFiRefusals.InvalidWithdrawalAmount;
        }

        UInt256 shares = Rate.ToSharesDown(amount);
        if (shares.IsZero) return EtherFiRefusals.InvalidShareAmount;

        Address queue = _core.Contracts.WithdrawRequestNft;
        if (_core.EEth.TransferFrom(Contract, sender, queue, amount) is { } unpaid) return unpaid;
        if (_core.Withdrawals.Create(recipient, amount, shares) is { } refusal) return refusal;

        _core.Store.Emit(new EtherFiWithdrawn(Contract, sender, recipient, amount, FromEEth));
        return null;
    }

    /// <summary>Moves the value out of the pool by what the oracle reports, and mints the fee after it: so
    /// the fee is paid by those who got the rewards.</summary>
    internal Refusal? Rebase(Address sender, Int256 accruedRewards, UInt256 protocolFees)
    {
        if (!accruedRewards.Abs().FitsIn(127) || !protocolFees.FitsIn(128)) return Refusal.EmptyRevert;
        if (sender != _core.Contracts.Admin) return EtherFiRefusals.IncorrectCaller;

        // A fall is not bounded here: the checks of the report bound it.
        if (accruedRewards.Sign > 0 && accruedRewards.ToUInt256() > LargestRise)
        {
            return EtherFiRefusals.RebaseExceedsPositiveCap;
        }

        // The contract casts to and from signed numbers without a check, and adds with one.
        Int128 changed = unchecked((Int128)Books.Out) + Narrow(accruedRewards);
        _books.Set(Books with { Out = unchecked((UInt128)changed) });
        ShareRate rate = Rate;
        _core.Store.Emit(new EtherFiRebased(Contract, rate.Assets, rate.Shares));
        if (protocolFees.IsZero) return null;

        _core.Store.Emit(new EtherFiProtocolFeePaid(Contract, protocolFees));
        return DepositToRecipient(_core.Contracts.Admin, _core.Contracts.FeeRecipient, protocolFees);
    }

    /// <summary>Burns shares of a contract for nothing: a gift to all who hold some.</summary>
    internal Refusal? BurnShares(Address sender, UInt256 shares)
    {
        if (sender != _core.Contracts.RedemptionManager && sender != _core.Contracts.WithdrawRequestNft)
        {
            return EtherFiRefusals.IncorrectCaller;
        }

        return _core.EEth.Burn(sender, shares);
    }

    /// <summary>Burns shares for value that is paid outside the pool.</summary>
    internal Refusal? BurnSharesForOther(Address sender, UInt256 shares, UInt256 value)
    {
        UInt256 due = Rate.ToSharesUp(value);
        if (sender != _core.Contracts.RedemptionManager) return EtherFiRefusals.IncorrectCaller;
        if (shares.IsZero || value.IsZero || due > shares) return EtherFiRefusals.InvalidAmount;

        _books.Set(Books with { Out = Books.Out - value.TruncateToUInt128() });
        if (_core.EEth.Burn(sender, shares) is { } refusal) return refusal;

        _core.Store.Emit(new EtherFiSharesBurnedForOther(Contract, shares, value));
        return null;
    }

    internal Refusal? SetMinWithdraw(Address sender, UInt256 amount)
    {
        if (_core.Access.Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;
        if (amount > Books.MaxWithdraw) return EtherFiRefusals.InvalidAmount;

        _books.Set(Books with { MinWithdraw = amount });
        _core.Store.Emit(new EtherFiMinWithdrawSet(Contract, amount));
        return null;
    }

    internal Refusal? SetMaxWithdraw(Address sender, UInt256 amount)
    {
        if (_core.Access.Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;
        if (amount.IsZero || amount < Books.MinWithdraw) return EtherFiRefusals.InvalidAmount;

        _books.Set(Books with { MaxWithdraw = amount });
        _core.Store.Emit(new EtherFiMaxWithdrawSet(Contract, amount));
        return null;
    }

    private static Int128 Narrow(Int256 value) => unchecked((Int128)value.Bits.TruncateToUInt128());

    private Refusal? Credit(Address recipient, UInt256 inPool, UInt256 outOfPool)
    {
        _books.Set(Books with
        {
            In = Books.In + inPool.TruncateToUInt128(),
            Out = Books.Out + outOfPool.TruncateToUInt128(),
        });
        UInt256 amount = inPool + outOfPool;
        ShareRate others = Rate with { Assets = Rate.Assets - amount };
        UInt256 shares = others.ToMintedDown(amount);
        if (!amount.FitsIn(128) || amount.IsZero || shares.IsZero) return EtherFiRefusals.InvalidAmount;

        return _core.EEth.Mint(recipient, shares) ?? RefuseShortfall();
    }

    private Refusal? RefuseShortfall() =>
        Books.In > _core.Ledger.Balance(Ledger.Ether, Contract)
            ? EtherFiRefusals.InsufficientLiquidity
            : null;
}

/// <summary>What the pool counts.</summary>
/// <param name="In">Ether in the pool, in wei.</param>
/// <param name="Out">Value outside, in wei: with validators, in tokens, in the escrow of the queue.</param>
/// <param name="MinWithdraw">The least that may be requested, in wei.</param>
/// <param name="MaxWithdraw">The most, in wei.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiBooks(
    UInt128 In, UInt128 Out, UInt256 MinWithdraw, UInt256 MaxWithdraw);
