using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>Borrowing and repaying.</summary>
/// <remarks>Source: <c>BorrowLogic.sol</c>, <c>ValidationLogic.sol</c>.</remarks>
internal sealed class AaveLoans(Store store, Ledger ledger, AaveCore core)
{
    // The one way to borrow that is left: at a variable rate.
    private const ulong Variable = 2;

    public Refusal? Borrow(Address sender, Address pool, Address asset, UInt256 amount, Address onBehalfOf)
    {
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;
        if (!AaveSupplies.CanScale(amount)) return AaveRefusals.EmptyRevert;

        AaveTerms terms = core.Reserves.Terms(key);
        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        UInt256 scaled = reserve.BorrowIndex.DivUp(amount);
        if (CheckBorrow(key, terms, reserve, scaled, onBehalfOf) is { } refusal) return refusal;
        if (sender != onBehalfOf && core.Tokens.UseAllowance(
            key, reserve.BorrowIndex, onBehalfOf, sender, amount, scaled) is { } forbidden)
        {
            return forbidden;
        }

        if (core.Tokens.MintDebt(key, ref reserve, sender, onBehalfOf, scaled) is { } unminted)
        {
            return unminted;
        }

        if (!core.Users.Of(pool, onBehalfOf).Owes(key.Number))
        {
            core.Users.SetBorrowing(key, onBehalfOf, isOn: true);
        }

        if (core.Reserves.UpdateRates(key, terms, ref reserve, taken: amount) is { } panic) return panic;
        core.Reserves.Set(key, reserve);
        if (ledger.Transfer(asset, terms.AToken, sender, amount) is { } unpaid) return unpaid;
        if (core.Users.CheckLoan(pool, onBehalfOf) is { } uncovered) return uncovered;

        store.Emit(new AaveBorrowed(
            pool, asset, sender, onBehalfOf, amount, Variable, reserve.BorrowRateRay, 0));
        return null;
    }

    /// <summary>Pays tokens back for an account, at most what it owes; the greatest amount stands for all
    /// that the sender owes.</summary>
    public Refusal? Repay(Address sender, Address pool, Address asset, UInt256 amount, Address onBehalfOf)
    {
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;

        AaveTerms terms = core.Reserves.Terms(key);
        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        if (CheckRepay(key, terms, sender, amount, onBehalfOf) is { } refusal) return refusal;

        UInt256 paid = UInt256.Min(amount, Owed(key, reserve, onBehalfOf));
        if (Burn(key, ref reserve, onBehalfOf, paid) is { } unburned) return unburned;

        if (core.Reserves.UpdateRates(key, terms, ref reserve, added: paid) is { } panic) return panic;
        core.Reserves.Set(key, reserve);
        EndIfPaid(key, onBehalfOf);
        if (ledger.Transfer(asset, sender, terms.AToken, paid) is { } unpaid) return unpaid;

        store.Emit(new AaveRepaid(pool, asset, onBehalfOf, sender, paid, UseATokens: false));
        return null;
    }

    /// <summary>Pays back with the sender's supply, at most what he owes; the greatest amount stands for all
    /// of it.</summary>
    public Refusal? RepayWithATokens(Address sender, Address pool, Address asset, UInt256 amount)
    {
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;

        AaveTerms terms = core.Reserves.Terms(key);
        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        if (CheckRepay(key, terms, sender, amount, sender) is { } refusal) return refusal;

        UInt256 held = core.Tokens.Position(key, sender).ScaledSupply;
        UInt256 offered = amount == UInt256.MaxValue ? reserve.SupplyIndex.MulDown(held) : amount;
        UInt256 paid = UInt256.Min(offered, Owed(key, reserve, sender));
        if (Burn(key, ref reserve, sender, paid) is { } unburned) return unburned;

        if (core.Reserves.UpdateRates(key, terms, ref reserve) is { } panic) return panic;
        UInt256 scaled = reserve.SupplyIndex.DivUp(paid);
        if (core.Tokens.BurnSupply(key, ref reserve, sender, terms.AToken, scaled) is { } left) return left;

        core.Reserves.Set(key, reserve);
        EndIfPaid(key, sender);
        if (UseUpCollateral(key, sender, scaled == held) is { } unhealthy) return unhealthy;

        store.Emit(new AaveRepaid(pool, asset, sender, sender, paid, UseATokens: true));
        return null;
    }

    public Refusal? Delegate(
        Address sender, Address pool, Address asset, Address delegatee, UInt256 amount) =>
        core.Reserves.Find(pool, asset, out AaveKey key)
            ? core.Tokens.Delegate(key, sender, delegatee, amount)
            : AaveRefusals.EmptyRevert;

    /// <summary>Takes an account off the borrowers when it owes nothing more.</summary>
    internal void EndIfPaid(in AaveKey key, Address account)
    {
        if (core.Tokens.Position(key, account).ScaledDebt == 0)
        {
            core.Users.SetBorrowing(key, account, isOn: false);
        }
    }

    private Refusal? UseUpCollateral(in AaveKey key, Address account, bool isEmptied)
    {
        if (!core.Users.Of(key.Pool, account).Backs(key.Number)) return null;

        if (isEmptied)
        {
            core.Users.SetCollateral(key, account, isOn: false);
        }

        return core.Users.Of(key.Pool, account).Borrowing == 0
            ? null
            : core.Users.CheckHealth(key.Pool, account);
    }

    private Refusal? CheckBorrow(
        in AaveKey key, in AaveTerms terms, AaveReserve reserve, UInt256 scaled, Address onBehalfOf)
    {
        if (scaled.IsZero) return AaveRefusals.InvalidAmount;
        if (AaveSupplies.CheckIsUsable(terms) is { } refusal) return refusal;
        if (terms.Has(AaveFlags.Frozen)) return AaveRefusals.ReserveFrozen;

        byte number = core.Users.Of(key.Pool, onBehalfOf).Category;
        if (number == 0 && !terms.Has(AaveFlags.Borrowing)) return AaveRefusals.BorrowingNotEnabled;
        if (number != 0
            && !AaveCategory.IsIn(core.Users.Category(key.Pool, number).Borrowable, key.Number))
        {
            return AaveRefusals.NotBorrowableInEMode;
        }

        UInt256 owed = reserve.BorrowIndex.MulUp(scaled);
        if (reserve.SupplyIndex.MulDown(reserve.ScaledSupply) < owed) return AaveRefusals.InvalidAmount;
        if (terms.BorrowCap == 0) return null;

        UInt256 debt = reserve.BorrowIndex.MulUp(scaled + reserve.ScaledDebt);
        return debt > terms.Unit * terms.BorrowCap ? AaveRefusals.BorrowCapExceeded : null;
    }

    private Refusal? CheckRepay(
        in AaveKey key, in AaveTerms terms, Address sender, UInt256 amount, Address onBehalfOf)
    {
        if (amount.IsZero) return AaveRefusals.InvalidAmount;
        if (amount == UInt256.MaxValue && sender != onBehalfOf)
        {
            return AaveRefusals.NoExplicitAmountToRepayOnBehalf;
        }

        if (AaveSupplies.CheckIsUsable(terms) is { } refusal) return refusal;
        if (core.Tokens.Position(key, onBehalfOf).ScaledDebt == 0) return AaveRefusals.NoDebtOfSelectedType;

        return null;
    }

    private UInt256 Owed(in AaveKey key, AaveReserve reserve, Address account) =>
        reserve.BorrowIndex.MulUp(core.Tokens.Position(key, account).ScaledDebt);

    private Refusal? Burn(in AaveKey key, ref AaveReserve reserve, Address account, UInt256 amount) =>
        core.Tokens.BurnDebt(key, ref reserve, account, reserve.BorrowIndex.DivDown(amount));
}
