using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What accounts are in, what they are worth, and what they may not fall below.</summary>
/// <remarks>Source: <c>GenericLogic.sol</c>, <c>ValidationLogic.sol</c>,
/// <c>UserConfiguration.sol</c>.</remarks>
public sealed class AaveUsers
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly AaveReserves _reserves;
    private readonly AaveTokens _tokens;
    private readonly AavePrices _prices;
    private readonly Table<AaveUserKey, AaveUser> _user;
    private readonly Table<AaveCategoryKey, AaveCategory> _category;

    internal AaveUsers(
        Store store, Clock clock, AaveReserves reserves, AaveTokens tokens, AavePrices prices)
    {
        _store = store;
        _clock = clock;
        _reserves = reserves;
        _tokens = tokens;
        _prices = prices;
        _user = store.Table<AaveUserKey, AaveUser>();
        _category = store.Table<AaveCategoryKey, AaveCategory>();
    }

    /// <summary>What an account is in.</summary>
    public AaveUser Of(Address pool, Address account) => _user[new(pool, account)];

    /// <summary>A category of correlated assets; all zero when there is none of that number.</summary>
    public AaveCategory Category(Address pool, byte number) =>
        number == 0 ? default : _category[new(pool, number)];

    /// <summary>What an account is worth.</summary>
    public AaveAccount Account(Address pool, Address account)
    {
        AaveUser user = Of(pool, account);
        if (user.IsEmpty) return new AaveAccount(default, default, 0, 0, UInt256.MaxValue, false);

        Worth worth = default;
        AaveCategory category = Category(pool, user.Category);
        for (UInt128 left = user.Collateral | user.Borrowing; left != 0; left &= left - 1)
        {
            int number = (int)UInt128.TrailingZeroCount(left);
            Add(ref worth, new AaveKey(pool, (ushort)number), account, in user, in category);
        }

        return worth.Sum();
    }

    internal void Set(Address pool, byte number, in AaveCategory category) =>
        _category[new(pool, number)] = category;

    internal void SetCategory(Address pool, Address account, byte number) =>
        _user[new(pool, account)] = Of(pool, account) with { Category = number };

    internal void SetBorrowing(in AaveKey key, Address account, bool isOn) =>
        _user[new(key.Pool, account)] = Of(key.Pool, account).WithBorrowing(key.Number, isOn);

    internal void SetCollateral(in AaveKey key, Address account, bool isOn)
    {
        _user[new(key.Pool, account)] = Of(key.Pool, account).WithCollateral(key.Number, isOn);
        Address asset = _reserves.Terms(key).Asset;
        _store.Emit(isOn
            ? new AaveCollateralEnabled(key.Pool, asset, account)
            : new AaveCollateralDisabled(key.Pool, asset, account));
    }

    /// <summary>How much can be borrowed against a reserve by who is in a category, in basis
    /// points.</summary>
    internal uint LtvOf(in AaveKey key, byte number)
    {
        AaveCategory category = Category(key.Pool, number);
        return LtvOf(key.Number, _reserves.Terms(key).LtvBps, number, in category);
    }

    internal Refusal? CheckHealth(Address pool, Address account) =>
        Account(pool, account).IsHealthy
            ? null
            : AaveRefusals.HealthFactorLowerThanLiquidationThreshold;

    /// <summary>What holds after a withdrawal: collateral that gives nothing to borrow against leaves
    /// first.</summary>
    internal Refusal? CheckWithdrawal(in AaveKey key, Address account)
    {
        AaveAccount worth = Account(key.Pool, account);
        if (!worth.IsHealthy) return AaveRefusals.HealthFactorLowerThanLiquidationThreshold;
        if (worth.HasZeroLtv && LtvOf(key, Of(key.Pool, account).Category) != 0)
        {
            return AaveRefusals.LtvValidationFailed;
        }

        return null;
    }

    /// <summary>What holds after a loan; what the debt needs is rounded up.</summary>
    internal Refusal? CheckLoan(Address pool, Address account)
    {
        AaveAccount worth = Account(pool, account);
        if (worth.LtvBps == 0) return AaveRefusals.LtvValidationFailed;
        if (!worth.IsHealthy) return AaveRefusals.HealthFactorLowerThanLiquidationThreshold;
        if (worth.Collateral < new Bps(worth.LtvBps).DivUp(worth.Debt))
        {
            return AaveRefusals.CollateralCannotCoverNewBorrow;
        }

        return null;
    }

    private void Add(
        ref Worth worth, in AaveKey key, Address account, in AaveUser user, in AaveCategory category)
    {
        ref readonly AaveTerms terms = ref _reserves.Terms(key);
        ref readonly AaveReserve reserve = ref _reserves.Stored(key);
        ref readonly AavePosition position = ref _tokens.Position(key, account);
        UInt256 price = _prices.Of(key.Pool, terms.Asset);
        if (user.Backs(key.Number))
        {
            UInt256 held = reserve.SupplyIndexAt(_clock.Seconds).MulDown(position.ScaledSupply);
            UInt256 collateral = (held * price).DivDown(terms.Unit);
            bool isInCategory = user.Category != 0 && AaveCategory.IsIn(category.Collateral, key.Number);
            uint ltv = LtvOf(key.Number, terms.LtvBps, user.Category, in category);
            uint threshold = isInCategory ? category.ThresholdBps : terms.ThresholdBps;
            worth.Collateral += collateral;
            worth.Borrowable += collateral * ltv;
            worth.Carried += collateral * threshold;
            worth.HasZeroLtv |= ltv == 0;
        }

        if (user.Owes(key.Number))
        {
            UInt256 owed = reserve.BorrowIndexAt(_clock.Seconds).MulUp(position.ScaledDebt);
            worth.Debt += UInt256.MulDivUp(owed, price, terms.Unit);
        }
    }

    private static uint LtvOf(int reserve, uint ownLtv, byte number, in AaveCategory category)
    {
        if (number == 0) return ownLtv;
        if (!AaveCategory.IsIn(category.Collateral, reserve)) return category.IsIsolated ? 0U : ownLtv;

        return AaveCategory.IsIn(category.LtvZero, reserve) ? 0U : category.LtvBps;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Worth
    {
        public UInt256 Collateral;
        public UInt256 Debt;
        public UInt256 Borrowable;
        public UInt256 Carried;
        public bool HasZeroLtv;

        public readonly AaveAccount Sum() => new(
            Collateral,
            Debt,
            Average(Borrowable),
            Average(Carried),
            Debt.IsZero
                ? UInt256.MaxValue
                : Wad.RatioHalfUp(Carried, Debt).Raw.DivDown(Bps.Scale),
            HasZeroLtv);

        private readonly ulong Average(UInt256 weighted) =>
            Collateral.IsZero ? 0 : weighted.DivDown(Collateral).ToUInt64();
    }
}
