using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What is allowed in reserves, and categories of correlated assets.</summary>
internal sealed partial class AaveConfigurator
{
    public Refusal? Switch(SwitchAaveReserve command)
    {
        if (!IsAdmin(command.Pool, command.Sender)) return RoleOf(command.Switch);

        bool isListed = core.Reserves.Find(command.Pool, command.Asset, out AaveKey key);
        if (!isListed) return AaveRefusals.AssetNotListed;

        return command.Switch switch
        {
            AaveSwitch.Active => SetActive(key, command.IsOn),
            AaveSwitch.Frozen => SetFrozen(key, command.IsOn),
            AaveSwitch.Borrowing => SetFlag(
                key,
                AaveFlags.Borrowing,
                new AaveBorrowingChanged(Contract(key), command.Asset, command.IsOn),
                command.IsOn),
            AaveSwitch.FlashLoans => SetFlag(
                key,
                AaveFlags.FlashLoans,
                new AaveFlashLoaningChanged(Contract(key), command.Asset, command.IsOn),
                command.IsOn),
            _ => SetLtvZero(key, command.IsOn),
        };
    }

    /// <summary>Stops a reserve, or starts it again with a time in which nothing is liquidated.</summary>
    public Refusal? Pause(PauseAaveReserve command)
    {
        if (!IsAdmin(command.Pool, command.Sender)) return AaveRefusals.CallerNotPoolOrEmergencyAdmin;

        bool hasGrace = !command.IsPaused && command.GraceSeconds != 0;
        if (hasGrace && command.GraceSeconds > GraceSecondsMax) return AaveRefusals.InvalidGracePeriod;
        if (!core.Reserves.Find(command.Pool, command.Asset, out AaveKey key))
        {
            return AaveRefusals.AssetNotListed;
        }

        if (hasGrace)
        {
            SetGrace(key, clock.Seconds + command.GraceSeconds);
        }

        AaveTerms terms = core.Reserves.Terms(key);
        core.Reserves.Set(key, terms with { Flags = With(terms.Flags, AaveFlags.Paused, command.IsPaused) });
        store.Emit(new AavePausedChanged(Contract(key), command.Asset, command.IsPaused));
        return null;
    }

    /// <summary>Ends the time in which nothing is liquidated.</summary>
    public Refusal? EndGrace(Address sender, Address pool, Address asset)
    {
        if (!IsAdmin(pool, sender)) return AaveRefusals.CallerNotPoolOrEmergencyAdmin;
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.AssetNotListed;

        AaveTerms terms = core.Reserves.Terms(key);
        core.Reserves.Set(key, terms with { GraceUntil = 0 });
        store.Emit(new AaveGracePeriodDisabled(Contract(key), asset));
        return null;
    }

    public Refusal? SetCategory(SetAaveCategory command)
    {
        if (!IsAdmin(command.Pool, command.Sender)) return AaveRefusals.CallerNotRiskOrPoolAdmin;
        if (command.LtvBps == 0
            || !IsSound(command.LtvBps, command.ThresholdBps, command.BonusBps, mayBeNone: false))
        {
            return AaveRefusals.InvalidEmodeCategoryParams;
        }

        if (command.Number == 0) return AaveRefusals.EModeCategoryReserved;

        core.Users.Set(command.Pool, command.Number, core.Users.Category(command.Pool, command.Number) with
        {
            LtvBps = command.LtvBps,
            ThresholdBps = command.ThresholdBps,
            BonusBps = command.BonusBps,
            IsIsolated = command.IsIsolated,
        });
        Address contract = core.Reserves.Pool(command.Pool).Configurator;
        store.Emit(new AaveCategoryAdded(
            contract,
            command.Number,
            command.LtvBps,
            command.ThresholdBps,
            command.BonusBps,
            Address.Zero,
            command.Label));
        store.Emit(new AaveCategoryIsolationChanged(contract, command.Number, command.IsIsolated));
        return null;
    }

    public Refusal? Isolate(Address sender, Address pool, byte number, bool isIsolated)
    {
        if (!IsAdmin(pool, sender)) return AaveRefusals.CallerNotRiskOrPoolOrEmergencyAdmin;
        if (number == 0) return AaveRefusals.EModeCategoryReserved;

        core.Users.Set(pool, number, core.Users.Category(pool, number) with { IsIsolated = isIsolated });
        store.Emit(new AaveCategoryIsolationChanged(
            core.Reserves.Pool(pool).Configurator, number, isIsolated));
        return null;
    }

    /// <summary>Says what a reserve is in a category: collateral, borrowable, or collateral that gives
    /// nothing to borrow against.</summary>
    public Refusal? SetInCategory(SetAaveAssetInCategory command)
    {
        bool isLtvZero = command.Role == AaveCategoryRole.LtvZero;
        if (!IsAdmin(command.Pool, command.Sender))
        {
            return isLtvZero
                ? AaveRefusals.CallerNotRiskOrPoolOrEmergencyAdmin
                : AaveRefusals.CallerNotRiskOrPoolAdmin;
        }

        if (!core.Reserves.Find(command.Pool, command.Asset, out AaveKey key))
        {
            return AaveRefusals.AssetNotListed;
        }

        AaveCategory category = core.Users.Category(command.Pool, command.Number);
        bool isFrozen = core.Reserves.Terms(key).Has(AaveFlags.Frozen);
        if (isLtvZero && !AaveCategory.IsIn(category.Collateral, key.Number))
        {
            return AaveRefusals.MustBeEmodeCollateral;
        }

        bool thaws = command.Role == AaveCategoryRole.Collateral ? command.IsIn : isLtvZero && !command.IsIn;
        if (isFrozen && thaws) return AaveRefusals.ReserveFrozen;
        if (command.Number == 0) return AaveRefusals.EModeCategoryReserved;

        Put(key, command.Number, command.Role, command.IsIn);
        return null;
    }

    private void Put(in AaveKey key, byte number, AaveCategoryRole role, bool isIn)
    {
        AaveCategory category = core.Users.Category(key.Pool, number);
        Address asset = core.Reserves.Terms(key).Asset;
        Address contract = Contract(key);
        (AaveCategory changed, Event fact) = role switch
        {
            AaveCategoryRole.Collateral => (
                category with { Collateral = AaveUser.Set(category.Collateral, key.Number, isIn) },
                (Event)new AaveAssetCollateralChanged(contract, asset, number, isIn)),
            AaveCategoryRole.Borrowable => (
                category with { Borrowable = AaveUser.Set(category.Borrowable, key.Number, isIn) },
                new AaveAssetBorrowableChanged(contract, asset, number, isIn)),
            _ => (
                category with { LtvZero = AaveUser.Set(category.LtvZero, key.Number, isIn) },
                new AaveAssetLtvZeroChanged(contract, asset, number, isIn)),
        };
        core.Users.Set(key.Pool, number, changed);
        store.Emit(fact);
    }

    private Refusal? SetActive(in AaveKey key, bool isOn)
    {
        if (!isOn && HasSuppliers(key)) return AaveRefusals.ReserveLiquidityNotZero;

        Address asset = core.Reserves.Terms(key).Asset;
        return SetFlag(key, AaveFlags.Active, new AaveActiveChanged(Contract(key), asset, isOn), isOn);
    }

    // A frozen reserve gives nothing to borrow against, in no category; thawing does not bring that back.
    private Refusal? SetFrozen(in AaveKey key, bool isOn)
    {
        AaveTerms terms = core.Reserves.Terms(key);
        if (terms.Has(AaveFlags.Frozen) == isOn) return AaveRefusals.InvalidFreezeState;

        core.Reserves.Set(key, terms with { Flags = With(terms.Flags, AaveFlags.Frozen, isOn) });
        if (isOn)
        {
            if (SetLtvZero(key, isOn: true) is { } refusal) return refusal;

            for (int number = 1; number <= byte.MaxValue; number++)
            {
                AaveCategory category = core.Users.Category(key.Pool, (byte)number);
                if (AaveCategory.IsIn(category.Collateral, key.Number))
                {
                    Put(key, (byte)number, AaveCategoryRole.LtvZero, isIn: true);
                }
            }
        }

        store.Emit(new AaveFrozenChanged(Contract(key), terms.Asset, isOn));
        return null;
    }

    // The loan-to-value is put aside, and comes back.
    private Refusal? SetLtvZero(in AaveKey key, bool isOn)
    {
        AaveTerms terms = core.Reserves.Terms(key);
        if (!isOn && terms.Has(AaveFlags.Frozen)) return AaveRefusals.ReserveFrozen;
        if (isOn ? terms.LtvBps == 0 : terms.PendingLtvBps == 0 || terms.LtvBps != 0) return null;

        AaveTerms changed = terms with { LtvBps = terms.PendingLtvBps, PendingLtvBps = terms.LtvBps };
        if (isOn)
        {
            changed = changed with { LtvBps = 0 };
        }

        core.Reserves.Set(key, changed);
        store.Emit(new AavePendingLtvChanged(Contract(key), terms.Asset, changed.PendingLtvBps));
        store.Emit(new AaveCollateralConfigurationChanged(
            Contract(key), terms.Asset, changed.LtvBps, terms.ThresholdBps, terms.BonusBps));
        return null;
    }

    private void SetGrace(in AaveKey key, ulong until)
    {
        AaveTerms terms = core.Reserves.Terms(key);
        core.Reserves.Set(key, terms with { GraceUntil = until });
        store.Emit(new AaveGracePeriodChanged(Contract(key), terms.Asset, until));
    }

    private Refusal? SetFlag(in AaveKey key, AaveFlags flag, Event fact, bool isOn)
    {
        AaveTerms terms = core.Reserves.Terms(key);
        core.Reserves.Set(key, terms with { Flags = With(terms.Flags, flag, isOn) });
        store.Emit(fact);
        return null;
    }

    private static Refusal RoleOf(AaveSwitch what) => what switch
    {
        AaveSwitch.Active => AaveRefusals.CallerNotPoolAdmin,
        AaveSwitch.Frozen or AaveSwitch.LtvZero => AaveRefusals.CallerNotRiskOrPoolOrEmergencyAdmin,
        _ => AaveRefusals.CallerNotRiskOrPoolAdmin,
    };

    private static AaveFlags With(AaveFlags flags, AaveFlags flag, bool isOn) =>
        isOn ? flags | flag : flags & ~flag;

    internal Refusal? SetPriceSource(Address sender, Address pool, Address asset, Address feed) =>
        IsAdmin(pool, sender)
            ? core.Prices.SetSource(pool, asset, feed)
            : AaveRefusals.CallerNotAssetListingOrPoolAdmin;
}
