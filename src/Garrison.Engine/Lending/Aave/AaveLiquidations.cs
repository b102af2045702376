using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>Paying the debt of an account that is no longer healthy, for its collateral and a
/// bonus.</summary>
/// <remarks>Source: <c>LiquidationLogic.sol</c>, <c>ValidationLogic.sol</c>.</remarks>
internal sealed class AaveLiquidations(Store store, Clock clock, Ledger ledger, AaveCore core)
{
    private const uint CloseFactorBps = 5_000;

    // In dollars with 8 decimals: from here on a part of a debt is left, and this much must be left.
    private const ulong PartialFrom = 2_000_00000000;
    private const ulong LeftoverMin = PartialFrom / 2;

    // 0.95: at or below it all of a debt can be paid.
    private static readonly UInt256 _partialAbove = UInt256.Parse("950000000000000000");

    public Refusal? Liquidate(LiquidateInAave command)
    {
        Address pool = command.Pool;
        if (!core.Reserves.Find(pool, command.DebtAsset, out AaveKey debt)
            || !core.Reserves.Find(pool, command.CollateralAsset, out AaveKey collateral))
        {
            return AaveRefusals.EmptyRevert;
        }

        // Accounts are read at this second's indices whether they are stored or not.
        AaveReserve debtNow = core.Reserves.Accrued(debt, core.Reserves.Terms(debt));
        AaveReserve collateralNow = core.Reserves.Accrued(collateral, core.Reserves.Terms(collateral));
        AaveAccount account = core.Users.Account(pool, command.User);
        AaveSeizure seizure = Measure(
            collateral, debt, collateralNow.SupplyIndex, debtNow.BorrowIndex, command.User);
        if (Check(command, collateral, debt, account, seizure) is { } refusal) return refusal;

        core.Reserves.Set(debt, debtNow);
        core.Reserves.Set(collateral, collateralNow);
        seizure = seizure.Of(UInt256.Min(command.DebtToCover, Closable(seizure, account)));
        if (LeavesDust(seizure)) return AaveRefusals.MustNotLeaveDust;

        bool isBroke = TakeCollateralFlag(collateral, command.User, seizure, account.Collateral);
        if (BurnDebt(debt, command.User, seizure.Owed, seizure.Repaid, isBroke) is { } unburned)
        {
            return unburned;
        }

        if (PayLiquidator(command, collateral, seizure) is { } unpaid) return unpaid;
        if (PayTreasury(command, collateral, seizure) is { } unpaidFee) return unpaidFee;
        if (isBroke && WriteOff(pool, command.User) is { } unwritten) return unwritten;

        Address vault = core.Reserves.Terms(debt).AToken;
        if (ledger.Transfer(command.DebtAsset, command.Sender, vault, seizure.Repaid) is { } shortfall)
        {
            return shortfall;
        }

        store.Emit(new AaveLiquidated(
            pool,
            command.CollateralAsset,
            command.DebtAsset,
            command.User,
            seizure.Repaid,
            seizure.Seized,
            command.Sender,
            command.ReceiveAToken));
        return null;
    }

    /// <summary>Covers debt that was burned unpaid with supply of the sender; what is more than the deficit
    /// is left to him.</summary>
    public Refusal? EliminateDeficit(Address sender, Address pool, Address asset, UInt256 amount)
    {
        if (core.Reserves.Pool(pool).Umbrella != sender) return AaveRefusals.CallerNotUmbrella;
        if (amount.IsZero) return AaveRefusals.InvalidAmount;
        if (core.Reserves.Of(pool, asset).Deficit == 0) return AaveRefusals.ReserveNotInDeficit;
        if (core.Users.Of(pool, sender).Borrowing != 0) return AaveRefusals.UserCannotHaveDebt;

        _ = core.Reserves.Find(pool, asset, out AaveKey key);
        AaveTerms terms = core.Reserves.Terms(key);
        if (!terms.Has(AaveFlags.Active)) return AaveRefusals.ReserveInactive;

        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        UInt256 covered = UInt256.Min(amount, reserve.Deficit);
        UInt256 held = core.Tokens.Position(key, sender).ScaledSupply;
        UInt256 scaled = reserve.SupplyIndex.DivUp(covered);
        if (scaled > held) return AaveRefusals.NotEnoughAvailableUserBalance;

        if (scaled == held && core.Users.Of(pool, sender).Backs(key.Number))
        {
            core.Users.SetCollateral(key, sender, isOn: false);
        }

        if (core.Tokens.BurnSupply(key, ref reserve, sender, terms.AToken, scaled) is { } left) return left;

        reserve.Deficit -= covered.ToUInt128();
        if (core.Reserves.UpdateRates(key, terms, ref reserve) is { } panic) return panic;
        core.Reserves.Set(key, reserve);
        store.Emit(new AaveDeficitCovered(pool, asset, sender, covered));
        return null;
    }

    private AaveSeizure Measure(
        in AaveKey collateral, in AaveKey debt, Ray supplyIndex, Ray borrowIndex, Address account)
    {
        ref readonly AaveTerms collateralTerms = ref core.Reserves.Terms(collateral);
        ref readonly AaveTerms debtTerms = ref core.Reserves.Terms(debt);
        UInt256 scaled = core.Tokens.Position(collateral, account).ScaledSupply;
        UInt256 scaledDebt = core.Tokens.Position(debt, account).ScaledDebt;
        byte number = core.Users.Of(collateral.Pool, account).Category;
        AaveCategory category = core.Users.Category(collateral.Pool, number);
        bool isInCategory = number != 0 && AaveCategory.IsIn(category.Collateral, collateral.Number);
        return new AaveSeizure(
            new AaveQuote(core.Prices.Of(collateral.Pool, collateralTerms.Asset), collateralTerms.Unit),
            new AaveQuote(core.Prices.Of(debt.Pool, debtTerms.Asset), debtTerms.Unit),
            isInCategory ? category.BonusBps : collateralTerms.BonusBps,
            collateralTerms.LiquidationFeeBps,
            supplyIndex.MulDown(scaled),
            borrowIndex.MulUp(scaledDebt));
    }

    private Refusal? Check(
        LiquidateInAave command,
        in AaveKey collateral,
        in AaveKey debt,
        in AaveAccount account,
        in AaveSeizure seizure)
    {
        if (command.User == command.Sender) return AaveRefusals.SelfLiquidation;

        AaveTerms terms = core.Reserves.Terms(collateral);
        AaveTerms debtTerms = core.Reserves.Terms(debt);
        AaveFlags both = terms.Flags & debtTerms.Flags;
        AaveFlags either = terms.Flags | debtTerms.Flags;
        if ((both & AaveFlags.Active) == AaveFlags.None) return AaveRefusals.ReserveInactive;
        if ((either & AaveFlags.Paused) != AaveFlags.None) return AaveRefusals.ReservePaused;
        if (Math.Max(terms.GraceUntil, debtTerms.GraceUntil) >= clock.Seconds)
        {
            return AaveRefusals.LiquidationGraceSentinelCheckFailed;
        }

        if (account.IsHealthy) return AaveRefusals.HealthFactorNotBelowThreshold;
        if (!core.Users.Of(command.Pool, command.User).Backs(collateral.Number))
        {
            return AaveRefusals.CollateralCannotBeLiquidated;
        }

        return seizure.Owed.IsZero ? AaveRefusals.SpecifiedCurrencyNotBorrowedByUser : null;
    }

    // All of a debt that is small, or of an account that is far gone or has little of the collateral; else
    // what is half of all its debts.
    private static UInt256 Closable(in AaveSeizure seizure, in AaveAccount account)
    {
        UInt256 owed = seizure.Debt.WorthUp(seizure.Owed);
        bool isLarge = seizure.Collateral.WorthDown(seizure.Held) >= PartialFrom && owed >= PartialFrom;
        if (!isLarge || account.HealthFactor <= _partialAbove) return seizure.Owed;

        UInt256 part = new Bps(CloseFactorBps).MulHalfUp(account.Debt);
        return owed > part ? seizure.Debt.AmountDown(part) : seizure.Owed;
    }

    private static bool LeavesDust(in AaveSeizure seizure)
    {
        UInt256 taken = seizure.Seized + seizure.Fee;
        if (seizure.Repaid >= seizure.Owed || taken >= seizure.Held) return false;

        return seizure.Debt.WorthUp(seizure.Owed - seizure.Repaid) < LeftoverMin
            || seizure.Collateral.WorthDown(seizure.Held - taken) < LeftoverMin;
    }

    // What the two payments will take is counted as they round it, so that no debt is left without
    // collateral.
    private bool TakeCollateralFlag(
        in AaveKey key, Address account, in AaveSeizure seizure, UInt256 collateral)
    {
        Ray index = core.Reserves.Stored(key).SupplyIndex;
        UInt256 held = core.Tokens.Position(key, account).ScaledSupply;
        UInt256 taken = UInt256.Min(index.DivUp(seizure.Seized) + index.DivUp(seizure.Fee), held);
        bool isBroke = seizure.Collateral.WorthDown(index.MulDown(taken)) == collateral;
        if (taken == held || isBroke)
        {
            core.Users.SetCollateral(key, account, isOn: false);
        }

        return isBroke;
    }

    private Refusal? BurnDebt(
        in AaveKey key, Address account, UInt256 owed, UInt256 repaid, bool isBroke)
    {
        AaveTerms terms = core.Reserves.Terms(key);
        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        UInt256 scaled = reserve.BorrowIndex.DivDown(isBroke ? owed : repaid);
        if (!owed.IsZero && core.Tokens.BurnDebt(key, ref reserve, account, scaled) is { } refusal)
        {
            return refusal;
        }

        UInt256 unpaid = owed - repaid;
        if (isBroke && !unpaid.IsZero)
        {
            reserve.Deficit += unpaid.ToUInt128();
            store.Emit(new AaveDeficitCreated(key.Pool, account, terms.Asset, unpaid));
        }

        core.Loans.EndIfPaid(key, account);
        if (core.Reserves.UpdateRates(key, terms, ref reserve, added: repaid) is { } panic) return panic;
        core.Reserves.Set(key, reserve);
        return null;
    }

    private Refusal? PayLiquidator(LiquidateInAave command, in AaveKey key, in AaveSeizure seizure)
    {
        AaveReserve reserve = core.Reserves.Stored(key);
        Ray index = reserve.SupplyIndex;
        UInt256 scaled = index.DivUp(seizure.Seized);
        if (command.ReceiveAToken)
        {
            return core.Tokens.Move(
                key, index, key.Pool, command.User, command.Sender, seizure.Seized, scaled);
        }

        AaveTerms terms = core.Reserves.Terms(key);
        if (core.Reserves.UpdateRates(key, terms, ref reserve, taken: seizure.Seized) is { } panic)
        {
            return panic;
        }

        if (core.Tokens.BurnSupply(key, ref reserve, command.User, command.Sender, scaled) is { } refusal)
        {
            return refusal;
        }

        core.Reserves.Set(key, reserve);
        return ledger.Transfer(terms.Asset, terms.AToken, command.Sender, seizure.Seized);
    }

    // The first payment may have taken a unit more than was foreseen; the treasury gets what is left.
    private Refusal? PayTreasury(LiquidateInAave command, in AaveKey key, in AaveSeizure seizure)
    {
        if (seizure.Fee.IsZero) return null;

        Ray index = core.Reserves.Stored(key).SupplyIndex;
        UInt256 held = core.Tokens.Position(key, command.User).ScaledSupply;
        UInt256 scaled = index.DivUp(seizure.Fee);
        bool isShort = scaled > held;
        return core.Tokens.Move(
            key,
            index,
            key.Pool,
            command.User,
            core.Reserves.Pool(key.Pool).Treasury,
            isShort ? index.MulDown(held) : seizure.Fee,
            isShort ? held : scaled);
    }

    // Debt in reserves that are out of use stays.
    private Refusal? WriteOff(Address pool, Address account)
    {
        for (UInt128 left = core.Users.Of(pool, account).Borrowing; left != 0; left &= left - 1)
        {
            AaveKey key = new(pool, (ushort)UInt128.TrailingZeroCount(left));
            AaveTerms terms = core.Reserves.Terms(key);
            if (!terms.Has(AaveFlags.Active)) continue;

            UInt256 owed = core.Reserves.Accrued(key, terms).BorrowIndex
                .MulUp(core.Tokens.Position(key, account).ScaledDebt);
            if (BurnDebt(key, account, owed, UInt256.Zero, isBroke: true) is { } refusal) return refusal;
        }

        return null;
    }
}
