using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>What Lido knows of its ether.</summary>
/// <param name="Buffered">Ether in hand, in wei.</param>
/// <param name="Balance">What the validators were worth at the last report, in wei.</param>
/// <param name="Validators">How many validators that report saw.</param>
/// <param name="Deposited">How many have been deposited for.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LidoAccounts(
    UInt256 Buffered, UInt256 Balance, ulong Validators, ulong Deposited);

/// <summary>stETH and what stands behind it: ether in hand, validators, and deposits on their
/// way.</summary>
/// <remarks>
/// <para>
/// With the ether E and the shares S, an amount of ether is ⌊amount · S / E⌋ shares, and shares are
/// ⌊shares · E / S⌋ ether; both round down for the pool. E and S stand in the ledger, so stETH can be
/// held, lent and staked like any token. E is the sum of ether in hand, the validators' balance of the
/// last report, and 32 ether for each deposit that it did not see, as long as only reports move it.
/// </para>
/// <para>
/// Shares that vaults mint against their own ether are left out. Source: <c>StETH.sol</c>,
/// <c>Lido.sol</c>.
/// </para>
/// </remarks>
public sealed partial class LidoPool
{
    internal static readonly UInt256 DepositSize = Wad.Scale * 32UL;

    private readonly LidoCore _lido;
    private readonly Cell<LidoAccounts> _accounts;

    internal LidoPool(LidoCore lido)
    {
        _lido = lido;
        _accounts = lido.Store.Cell<LidoAccounts>();
    }

    private Address Token => _lido.Deployment.Token;

    internal Refusal? Submit(Address sender, UInt256 value)
    {
        if (_lido.Ledger.Transfer(Ledger.Ether, sender, Token, value) is { } unpaid) return unpaid;
        if (value.IsZero) return LidoRefusals.ZeroDeposit;
        if (_lido.Ledger.ConvertToSharesDown(Token, value, out UInt256 shares) is { } large) return large;
        if (_lido.Ledger.MintShares(Token, sender, shares) is { } refusal) return refusal;

        _accounts.Set(Accounts with { Buffered = Accounts.Buffered + value });
        SetTotal(TotalEther + value);
        _lido.Store.Emit(new LidoSubmitted(Token, sender, value, shares));
        _lido.Ledger.LogMintedShares(Token, sender, shares);
        return null;
    }

    /// <summary>The ether that shares are worth, in wei, rounded down against the holder.</summary>
    internal Refusal? ConvertToEtherDown(UInt256 shares, out UInt256 amount)
    {
        amount = UInt256.Zero;
        if (shares >= new UInt256(UInt128.Zero, UInt128.MaxValue)) return LidoRefusals.SharesTooLarge;

        amount = _lido.Ledger.ToAmountOfSharesDown(Token, shares);
        return null;
    }

    /// <summary>Sends ether to new validators, 32 at a time, as far as no request waits for it.</summary>
    internal Refusal? Deposit(Address sender, ulong most)
    {
        if (_lido.RefuseWithout(LidoRole.Deposit, sender) is { } stranger) return stranger;
        if (_lido.Queue.IsBunkerModeActive) return LidoRefusals.CanNotDeposit;

        UInt256 possible = DepositableEther.DivDown(DepositSize);
        ulong count = possible < most ? possible.ToUInt64() : most;
        if (count == 0) return null;

        UInt256 amount = DepositSize * count;
        LidoAccounts accounts = Accounts;
        _accounts.Set(accounts with
        {
            Buffered = accounts.Buffered - amount,
            Deposited = accounts.Deposited + count,
        });
        _lido.Store.Emit(new LidoUnbuffered(Token, amount));
        _lido.Store.Emit(new LidoDepositedValidatorsChanged(Token, accounts.Deposited + count));

        // The deposit contract keeps it for good; what validators pay out is new ether.
        return _lido.Ledger.Burn(Ledger.Ether, Token, amount);
    }

    /// <summary>Takes the validators as a report has them: what it saw is no longer on its way.</summary>
    internal void TakeReport(ulong timestamp, ulong validators, UInt256 balance)
    {
        LidoAccounts before = Accounts;
        UInt256 principal = before.Balance + (DepositSize * (validators - before.Validators));
        SetTotal(TotalEther + balance - principal);
        _accounts.Set(before with { Validators = validators, Balance = balance });
        _lido.Store.Emit(new LidoValidatorsUpdated(Token, timestamp, before.Validators, validators));
    }

    /// <summary>Takes ether out of the vaults.</summary>
    internal Refusal? Collect(UInt256 rewards, UInt256 withdrawals) =>
        Collect(_lido.Deployment.RewardsVault, rewards, new LidoRewardsReceived(Token, rewards))
            ?? Collect(
                _lido.Deployment.WithdrawalVault,
                withdrawals,
                new LidoWithdrawalsReceived(Token, withdrawals));

    /// <summary>Hands ether to the queue.</summary>
    internal Refusal? PayQueue(UInt256 amount)
    {
        if (_lido.Ledger.Transfer(Ledger.Ether, Token, _lido.Deployment.Queue, amount) is not null)
        {
            return Refusal.EmptyRevert;
        }

        _accounts.Set(Accounts with { Buffered = Accounts.Buffered - amount });
        SetTotal(TotalEther - amount);
        return null;
    }

    /// <summary>Mints shares that all others pay for.</summary>
    internal Refusal? MintShares(Address to, UInt256 shares)
    {
        if (_lido.Ledger.MintShares(Token, to, shares) is { } refusal) return refusal;

        _lido.Ledger.LogMintedShares(Token, to, shares);
        return null;
    }

    /// <summary>What stands in for a report in recordings: the pool is worth so much.</summary>
    internal Refusal? Rebase(UInt256 pooled)
    {
        UInt256 before = TotalEther;
        SetTotal(pooled);
        _lido.Store.Emit(new LidoRebased(Token, before, pooled, TotalShares));
        return null;
    }

    /// <summary>What stands in for the end of a report in recordings: shares of the queue and the ether
    /// locked for them leave the pool.</summary>
    internal Refusal? BurnOf(Address holder, UInt256 shares, UInt256 etherAmount)
    {
        if (_lido.Ledger.BurnShares(Token, holder, shares) is { } refusal) return refusal;

        SetTotal(TotalEther - etherAmount);
        _lido.Store.Emit(new LidoWithdrawalsBurnt(Token, holder, shares, etherAmount));
        return null;
    }

    private Refusal? Collect(Address vault, UInt256 amount, Event received)
    {
        if (amount.IsZero) return null;
        if (_lido.Ledger.Transfer(Ledger.Ether, vault, Token, amount) is { } refusal) return refusal;

        _accounts.Set(Accounts with { Buffered = Accounts.Buffered + amount });
        SetTotal(TotalEther + amount);
        _lido.Store.Emit(received);
        return null;
    }

    // Only a token that was never issued can refuse this.
    private void SetTotal(UInt256 ether) => Invariant.Assert(_lido.Ledger.Rebase(Token, ether) is null);
}

