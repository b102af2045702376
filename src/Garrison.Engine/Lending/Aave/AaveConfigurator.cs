using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>Changes what is set about reserves and categories.</summary>
/// <remarks>Source: <c>PoolConfigurator.sol</c>, <c>ConfiguratorLogic.sol</c>. The pool's admin has every
/// role; who else has which is not modelled.</remarks>
internal sealed partial class AaveConfigurator(Store store, Clock clock, AaveCore core)
{
    private const uint BpsMax = 10_000;
    private const ulong CapMax = 68_719_476_735;
    private const ulong GraceSecondsMax = 4 * 60 * 60;
    private const byte DecimalsMin = 6;

    public Refusal? List(ListAaveReserve command)
    {
        if (!IsAdmin(command.Pool, command.Sender)) return AaveRefusals.CallerNotAssetListingOrPoolAdmin;
        if (command.Decimals < DecimalsMin) return AaveRefusals.InvalidDecimals;
        if (core.Reserves.List(command) is { } refusal) return refusal;
        if (command.Curve.Validate() is { } invalid) return invalid;

        AavePool pool = core.Reserves.Pool(command.Pool);
        EmitCurve(pool, command.Asset, command.Curve);
        store.Emit(new AaveReserveInitialized(
            pool.Configurator,
            command.Asset,
            command.AToken,
            Address.Zero,
            command.DebtToken,
            pool.RateStrategy));
        return null;
    }

    public Refusal? SetCollateral(ConfigureAaveCollateral command)
    {
        if (!IsAdmin(command.Pool, command.Sender)) return AaveRefusals.CallerNotRiskOrPoolAdmin;
        if (!IsSound(command.LtvBps, command.ThresholdBps, command.BonusBps, mayBeNone: true))
        {
            return AaveRefusals.InvalidReserveParams;
        }

        if (!core.Reserves.Find(command.Pool, command.Asset, out AaveKey key))
        {
            return AaveRefusals.AssetNotListed;
        }

        if (command.ThresholdBps == 0 && HasSuppliers(key)) return AaveRefusals.ReserveLiquidityNotZero;

        AaveTerms terms = core.Reserves.Terms(key);
        bool isFrozen = terms.Has(AaveFlags.Frozen);
        ushort pending = isFrozen ? command.LtvBps : (ushort)0;
        ushort ltv = isFrozen ? (ushort)0 : command.LtvBps;
        if (isFrozen || terms.PendingLtvBps != 0)
        {
            store.Emit(new AavePendingLtvChanged(Contract(key), command.Asset, pending));
        }

        core.Reserves.Set(key, terms with
        {
            LtvBps = ltv,
            PendingLtvBps = pending,
            ThresholdBps = command.ThresholdBps,
            BonusBps = command.BonusBps,
        });
        store.Emit(new AaveCollateralConfigurationChanged(
            Contract(key), command.Asset, ltv, command.ThresholdBps, command.BonusBps));
        return null;
    }

    public Refusal? SetReserveFactor(Address sender, Address pool, Address asset, ushort bps)
    {
        if (!IsAdmin(pool, sender)) return AaveRefusals.CallerNotRiskOrPoolAdmin;
        if (bps > BpsMax) return AaveRefusals.InvalidReserveFactor;
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;

        AaveTerms terms = core.Reserves.Terms(key);
        AaveTerms changed = terms with { ReserveFactorBps = bps };
        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        core.Reserves.Set(key, changed);
        store.Emit(new AaveReserveFactorChanged(Contract(key), asset, terms.ReserveFactorBps, bps));
        if (core.Reserves.UpdateRates(key, changed, ref reserve) is { } panic) return panic;
        core.Reserves.Set(key, reserve);
        return null;
    }

    /// <summary>Sets how rates follow from utilisation; interest up to this second is at the old
    /// rates.</summary>
    public Refusal? SetCurve(Address sender, Address pool, Address asset, AaveCurve curve)
    {
        if (!IsAdmin(pool, sender)) return AaveRefusals.CallerNotRiskOrPoolAdmin;
        if (!core.Reserves.Find(pool, asset, out AaveKey key)) return AaveRefusals.EmptyRevert;
        if (curve.Validate() is { } refusal) return refusal;

        AaveTerms terms = core.Reserves.Terms(key);
        AaveTerms changed = terms with { Curve = curve };
        AaveReserve reserve = core.Reserves.Accrued(key, terms);
        core.Reserves.Set(key, changed);
        AavePool setting = core.Reserves.Pool(pool);
        EmitCurve(setting, asset, curve);
        store.Emit(new AaveInterestRateDataChanged(
            setting.Configurator, asset, setting.RateStrategy, Encode(curve)));
        if (core.Reserves.UpdateRates(key, changed, ref reserve) is { } panic) return panic;
        core.Reserves.Set(key, reserve);
        return null;
    }

    public Refusal? SetSupplyCap(Address sender, Address pool, Address asset, ulong cap)
    {
        Refusal? unsound = cap > CapMax ? AaveRefusals.InvalidSupplyCap : null;
        if (Begin(sender, pool, asset, unsound, out AaveKey key, out AaveTerms terms) is { } refusal)
        {
            return refusal;
        }

        core.Reserves.Set(key, terms with { SupplyCap = cap });
        store.Emit(new AaveSupplyCapChanged(Contract(key), asset, terms.SupplyCap, cap));
        return null;
    }

    public Refusal? SetBorrowCap(Address sender, Address pool, Address asset, ulong cap)
    {
        Refusal? unsound = cap > CapMax ? AaveRefusals.InvalidBorrowCap : null;
        if (Begin(sender, pool, asset, unsound, out AaveKey key, out AaveTerms terms) is { } refusal)
        {
            return refusal;
        }

        core.Reserves.Set(key, terms with { BorrowCap = cap });
        store.Emit(new AaveBorrowCapChanged(Contract(key), asset, terms.BorrowCap, cap));
        return null;
    }

    public Refusal? SetLiquidationFee(Address sender, Address pool, Address asset, ushort bps)
    {
        Refusal? unsound = bps > BpsMax ? AaveRefusals.InvalidLiquidationProtocolFee : null;
        if (Begin(sender, pool, asset, unsound, out AaveKey key, out AaveTerms terms) is { } refusal)
        {
            return refusal;
        }

        core.Reserves.Set(key, terms with { LiquidationFeeBps = bps });
        store.Emit(new AaveLiquidationFeeChanged(Contract(key), asset, terms.LiquidationFeeBps, bps));
        return null;
    }

    public Refusal? SetFlashPremium(Address sender, Address pool, ushort bps)
    {
        if (!IsAdmin(pool, sender)) return AaveRefusals.CallerNotPoolAdmin;
        if (bps > BpsMax) return AaveRefusals.FlashloanPremiumInvalid;

        AavePool setting = core.Reserves.Pool(pool);
        core.Reserves.Set(pool, setting with { FlashPremiumBps = bps });
        store.Emit(new AaveFlashPremiumUpdated(setting.Configurator, setting.FlashPremiumBps, bps));
        return null;
    }

    // Who may set a number of a reserve, whether the number is sound, and whether there is such a reserve.
    private Refusal? Begin(
        Address sender,
        Address pool,
        Address asset,
        Refusal? unsound,
        out AaveKey key,
        out AaveTerms terms)
    {
        (key, terms) = (default, default);
        if (!IsAdmin(pool, sender)) return AaveRefusals.CallerNotRiskOrPoolAdmin;
        if (unsound is not null) return unsound;
        if (!core.Reserves.Find(pool, asset, out key)) return AaveRefusals.AssetNotListed;

        terms = core.Reserves.Terms(key);
        return null;
    }

    // At the limit a position must still hold what its liquidator gets.
    private static bool IsSound(uint ltv, uint threshold, uint bonus, bool mayBeNone)
    {
        if (ltv > threshold) return false;
        if (mayBeNone && threshold == 0) return bonus == 0;

        return threshold != 0
            && bonus > BpsMax
            && new Bps(bonus).MulHalfUp(threshold) <= BpsMax;
    }

    private bool HasSuppliers(in AaveKey key)
    {
        AaveReserve reserve = core.Reserves.Stored(key);
        return reserve.ScaledSupply != 0 || reserve.ScaledTreasury != 0;
    }

    private bool IsAdmin(Address pool, Address sender) =>
        !sender.IsZero && core.Reserves.Pool(pool).Admin == sender;

    private Address Contract(in AaveKey key) => core.Reserves.Pool(key.Pool).Configurator;

    private void EmitCurve(in AavePool pool, Address asset, in AaveCurve curve) => store.Emit(
        new AaveRateDataUpdated(
            pool.RateStrategy,
            asset,
            curve.OptimalUsageBps,
            curve.BaseBps,
            curve.Slope1Bps,
            curve.Slope2Bps));

    private static byte[] Encode(in AaveCurve curve)
    {
        byte[] words = new byte[4 * 32];
        ((UInt256)curve.OptimalUsageBps).WriteBigEndian(words.AsSpan(0, 32));
        ((UInt256)curve.BaseBps).WriteBigEndian(words.AsSpan(32, 32));
        ((UInt256)curve.Slope1Bps).WriteBigEndian(words.AsSpan(64, 32));
        ((UInt256)curve.Slope2Bps).WriteBigEndian(words.AsSpan(96, 32));
        return words;
    }
}
