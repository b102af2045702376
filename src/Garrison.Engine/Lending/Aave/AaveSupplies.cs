using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>Supplying and withdrawing, and what supply is used for.</summary>
/// <remarks>Source: <c>SupplyLogic.sol</c>, <c>ValidationLogic.sol</c>, <c>AToken.sol</c>.</remarks>
internal sealed class AaveSupplies(Store store, Ledger ledger, AaveCore core)
{
    // The largest amount that can be multiplied by 10²⁷ in 256 bits, as the contracts do.
    private static readonly UInt256 _scalableMax = UInt256.MaxValue.DivDown(Ray.Scale);

    public Refusal? Supply(Address sender, Address pool, Address asset, UInt256 amount, Address onBehalfOf)
    {
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;
        if (!CanScale(amount)) return AaveRefusals.EmptyRevert;

        AaveTerms terms = core.Reserves.Terms(key);
        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        UInt256 scaled = reserve.SupplyIndex.DivDown(amount);
        if (CheckSupply(terms, reserve, scaled, onBehalfOf) is { } refusal) return refusal;
        if (!amount.FitsIn(128)) return AaveRefusals.SafeCastOverflowedUintDowncast;

        if (core.Reserves.UpdateRates(key, terms, ref reserve, added: amount) is { } panic) return panic;
        if (ledger.Transfer(asset, sender, terms.AToken, amount) is { } unpaid) return unpaid;

        bool isFirst = core.Tokens.Position(key, onBehalfOf).ScaledSupply == 0;
        if (core.Tokens.MintSupply(key, ref reserve, sender, onBehalfOf, scaled) is { } unminted)
        {
            return unminted;
        }

        core.Reserves.Set(key, reserve);
        if (isFirst && core.Users.LtvOf(key, core.Users.Of(pool, onBehalfOf).Category) != 0)
        {
            core.Users.SetCollateral(key, onBehalfOf, isOn: true);
        }

        store.Emit(new AaveSupplied(pool, asset, sender, onBehalfOf, amount, 0));
        return null;
    }

    /// <summary>Withdraws; the greatest amount stands for all.</summary>
    public Refusal? Withdraw(Address sender, Address pool, Address asset, UInt256 amount, Address to)
    {
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;

        AaveTerms terms = core.Reserves.Terms(key);
        if (to == terms.AToken) return AaveRefusals.WithdrawToAToken;

        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        UInt256 held = core.Tokens.Position(key, sender).ScaledSupply;
        bool isAll = amount == UInt256.MaxValue;
        if (!isAll && !CanScale(amount)) return AaveRefusals.EmptyRevert;

        UInt256 scaled = isAll ? held : reserve.SupplyIndex.DivUp(amount);
        UInt256 withdrawn = isAll ? reserve.SupplyIndex.MulDown(held) : amount;
        if (CheckWithdrawal(terms, scaled, held) is { } refusal) return refusal;

        if (core.Reserves.UpdateRates(key, terms, ref reserve, taken: withdrawn) is { } panic) return panic;
        if (core.Tokens.BurnSupply(key, ref reserve, sender, to, scaled) is { } unburned) return unburned;

        core.Reserves.Set(key, reserve);
        if (ledger.Transfer(asset, terms.AToken, to, withdrawn) is { } unpaid) return unpaid;
        if (LeaveCollateral(key, sender, scaled == held) is { } unhealthy) return unhealthy;

        store.Emit(new AaveWithdrawn(pool, asset, sender, to, withdrawn));
        return null;
    }

    /// <summary>Moves tokens of a supplier, who may not fall below what his debts need.</summary>
    public Refusal? Transfer(Address sender, Address pool, Address asset, UInt256 amount, Address to)
    {
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;
        if (!amount.FitsIn(128)) return AaveRefusals.SafeCastOverflowedUintDowncast;

        // The reserve is not brought up to date; only the index of this second is read.
        Ray index = core.Reserves.Accrued(key, core.Reserves.Terms(key)).SupplyIndex;
        UInt256 scaled = index.DivUp(amount);
        UInt256 held = core.Tokens.Position(key, sender).ScaledSupply;
        if (core.Tokens.Move(key, index, sender, sender, to, amount, scaled) is { } refusal) return refusal;
        if (core.Reserves.Terms(key).Has(AaveFlags.Paused)) return AaveRefusals.ReservePaused;
        if (sender == to || scaled.IsZero) return null;

        return LeaveCollateral(key, sender, scaled == held);
    }

    public Refusal? UseAsCollateral(Address sender, Address pool, Address asset, bool isUsed)
    {
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.ReserveInactive;
        if (CheckIsUsable(core.Reserves.Terms(key)) is { } refusal) return refusal;

        AaveUser user = core.Users.Of(pool, sender);
        if (user.Backs(key.Number) == isUsed) return null;

        if (!isUsed)
        {
            core.Users.SetCollateral(key, sender, isOn: false);
            return core.Users.CheckWithdrawal(key, sender);
        }

        if (core.Tokens.Position(key, sender).ScaledSupply == 0) return AaveRefusals.UnderlyingBalanceZero;
        if (core.Users.LtvOf(key, user.Category) == 0) return AaveRefusals.UserHasAssetWithZeroLtv;

        core.Users.SetCollateral(key, sender, isOn: true);
        return null;
    }

    /// <summary>Puts an account in a category, in which all its debts and its collateral must be
    /// allowed.</summary>
    public Refusal? SetCategory(Address sender, Address pool, byte number)
    {
        AaveUser user = core.Users.Of(pool, sender);
        if (user.Category == number) return null;

        AaveCategory category = core.Users.Category(pool, number);
        if (number != 0 && category.ThresholdBps == 0) return AaveRefusals.InconsistentEModeCategory;
        for (UInt128 left = user.Collateral | user.Borrowing; left != 0; left &= left - 1)
        {
            AaveKey key = new(pool, (ushort)UInt128.TrailingZeroCount(left));
            bool isBorrowable = number != 0
                ? AaveCategory.IsIn(category.Borrowable, key.Number)
                : core.Reserves.Terms(key).Has(AaveFlags.Borrowing);
            if (user.Owes(key.Number) && !isBorrowable) return AaveRefusals.InvalidDebtInEmode;
            if (user.Backs(key.Number) && core.Users.LtvOf(key, number) == 0)
            {
                return AaveRefusals.InvalidCollateralInEmode;
            }
        }

        core.Users.SetCategory(pool, sender, number);
        if (core.Users.CheckHealth(pool, sender) is { } unhealthy) return unhealthy;

        store.Emit(new AaveUserEModeSet(pool, sender, number));
        return null;
    }

    internal static bool CanScale(UInt256 amount) => amount <= _scalableMax;

    internal static Refusal? CheckIsUsable(in AaveTerms terms)
    {
        if (!terms.Has(AaveFlags.Active)) return AaveRefusals.ReserveInactive;
        if (terms.Has(AaveFlags.Paused)) return AaveRefusals.ReservePaused;

        return null;
    }

    private Refusal? LeaveCollateral(in AaveKey key, Address account, bool isEmptied)
    {
        AaveUser user = core.Users.Of(key.Pool, account);
        if (!user.Backs(key.Number)) return null;

        if (isEmptied)
        {
            core.Users.SetCollateral(key, account, isOn: false);
        }

        return user.Borrowing == 0 ? null : core.Users.CheckWithdrawal(key, account);
    }

    // What the treasury has earned counts against the cap.
    private static Refusal? CheckSupply(
        in AaveTerms terms, AaveReserve reserve, UInt256 scaled, Address onBehalfOf)
    {
        if (scaled.IsZero) return AaveRefusals.InvalidAmount;
        if (CheckIsUsable(terms) is { } refusal) return refusal;
        if (terms.Has(AaveFlags.Frozen)) return AaveRefusals.ReserveFrozen;
        if (onBehalfOf == terms.AToken) return AaveRefusals.SupplyToAToken;
        if (terms.SupplyCap == 0) return null;

        UInt256 supply = reserve.SupplyIndex.MulDown(scaled + reserve.ScaledSupply + reserve.ScaledTreasury);
        return supply > terms.Unit * terms.SupplyCap ? AaveRefusals.SupplyCapExceeded : null;
    }

    private static Refusal? CheckWithdrawal(in AaveTerms terms, UInt256 scaled, UInt256 held)
    {
        if (scaled.IsZero) return AaveRefusals.InvalidAmount;
        if (scaled > held) return AaveRefusals.NotEnoughAvailableUserBalance;

        return CheckIsUsable(terms);
    }
}
