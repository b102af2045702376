using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>The tokens of suppliers and of borrowers: scaled amounts that grow with an index.</summary>
/// <remarks>
/// Source: <c>ScaledBalanceTokenBase.sol</c>, <c>AToken.sol</c>, <c>VariableDebtToken.sol</c>,
/// <c>TokenMath.sol</c>. Rounding is for the pool: supply is minted and read down and burned up, debt is
/// minted and read up and burned down. Events count the interest since the last change of a balance as
/// minted, so a burn may be logged as a mint.
/// </remarks>
public sealed class AaveTokens
{
    private const int BalanceBits = 120;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly AaveReserves _reserves;
    private readonly Table<AavePositionKey, AavePosition> _position;
    private readonly Table<AaveDelegation, UInt256> _allowance;

    internal AaveTokens(Store store, Clock clock, AaveReserves reserves)
    {
        _store = store;
        _clock = clock;
        _reserves = reserves;
        _position = store.Table<AavePositionKey, AavePosition>();
        _allowance = store.Table<AaveDelegation, UInt256>();
    }

    /// <summary>What an account has of a reserve, scaled.</summary>
    public AavePosition Of(Address pool, Address asset, Address account) =>
        _reserves.Find(pool, asset, out AaveKey key) ? _position[new(key, account)] : default;

    /// <summary>What an account has supplied, with interest, in the token's smallest unit, rounded
    /// down.</summary>
    public UInt256 Supplied(Address pool, Address asset, Address account) =>
        _reserves.Of(pool, asset).SupplyIndexAt(_clock.Seconds)
            .MulDown(Of(pool, asset, account).ScaledSupply);

    /// <summary>What an account owes, with interest, in the token's smallest unit, rounded up.</summary>
    public UInt256 Owed(Address pool, Address asset, Address account) =>
        _reserves.Of(pool, asset).BorrowIndexAt(_clock.Seconds).MulUp(Of(pool, asset, account).ScaledDebt);

    /// <summary>How much another may still borrow in the name of an account.</summary>
    public UInt256 BorrowAllowance(Address pool, Address asset, Address account, Address delegatee) =>
        _reserves.Find(pool, asset, out AaveKey key)
            ? _allowance[new(new(key, account), delegatee)]
            : default;

    internal ref readonly AavePosition Position(in AaveKey key, Address account) =>
        ref _position.Read(new(key, account));

    internal Refusal? MintSupply(
        in AaveKey key, ref AaveReserve reserve, Address caller, Address to, UInt256 scaled)
    {
        if (scaled.IsZero) return AaveRefusals.InvalidMintAmount;
        if (!scaled.FitsIn(BalanceBits)) return AaveRefusals.SafeCastOverflowedUintDowncast;

        AavePosition position = Position(key, to);
        Ray index = reserve.SupplyIndex;
        UInt256 before = Ray(position.SupplyIndexRay).MulDown(position.ScaledSupply);
        UInt256 interest = index.MulDown(position.ScaledSupply) - before;
        position.ScaledSupply = Balance(position.ScaledSupply + scaled);
        position.SupplyIndexRay = reserve.SupplyIndexRay;
        reserve.ScaledSupply += scaled.ToUInt128();
        _position[new(key, to)] = position;
        UInt256 minted = index.MulDown(position.ScaledSupply) - before;
        LogMint(_reserves.Terms(key).AToken, caller, to, minted, interest, index.Raw);
        return null;
    }

    internal Refusal? BurnSupply(
        in AaveKey key, ref AaveReserve reserve, Address from, Address target, UInt256 scaled)
    {
        if (scaled.IsZero) return AaveRefusals.InvalidBurnAmount;

        AavePosition position = Position(key, from);
        if (scaled > position.ScaledSupply) return Refusal.ArithmeticOverflow;

        Ray index = reserve.SupplyIndex;
        UInt256 before = Ray(position.SupplyIndexRay).MulDown(position.ScaledSupply);
        UInt256 interest = index.MulDown(position.ScaledSupply) - before;
        position.ScaledSupply = Balance((UInt256)position.ScaledSupply - scaled);
        position.SupplyIndexRay = reserve.SupplyIndexRay;
        reserve.ScaledSupply -= scaled.ToUInt128();
        _position[new(key, from)] = position;
        UInt256 after = index.MulDown(position.ScaledSupply);
        LogBurn(_reserves.Terms(key).AToken, from, target, before, after, interest, index.Raw);
        return null;
    }

    internal Refusal? MintDebt(
        in AaveKey key, ref AaveReserve reserve, Address caller, Address account, UInt256 scaled)
    {
        if (!scaled.FitsIn(BalanceBits)) return AaveRefusals.SafeCastOverflowedUintDowncast;

        AavePosition position = Position(key, account);
        Ray index = reserve.BorrowIndex;
        UInt256 before = Ray(position.BorrowIndexRay).MulUp(position.ScaledDebt);
        UInt256 interest = index.MulUp(position.ScaledDebt) - before;
        position.ScaledDebt = Balance(position.ScaledDebt + scaled);
        position.BorrowIndexRay = reserve.BorrowIndexRay;
        reserve.ScaledDebt += scaled.ToUInt128();
        _position[new(key, account)] = position;
        UInt256 minted = index.MulUp(position.ScaledDebt) - before;
        LogMint(_reserves.Terms(key).DebtToken, caller, account, minted, interest, index.Raw);
        return null;
    }

    internal Refusal? BurnDebt(in AaveKey key, ref AaveReserve reserve, Address account, UInt256 scaled)
    {
        if (scaled.IsZero) return AaveRefusals.InvalidBurnAmount;

        AavePosition position = Position(key, account);
        Ray index = reserve.BorrowIndex;
        UInt256 before = Ray(position.BorrowIndexRay).MulUp(position.ScaledDebt);
        UInt256 interest = index.MulUp(position.ScaledDebt) - before;
        position.ScaledDebt = Balance((UInt256)position.ScaledDebt - scaled);
        position.BorrowIndexRay = reserve.BorrowIndexRay;
        reserve.ScaledDebt -= scaled.ToUInt128();
        _position[new(key, account)] = position;
        UInt256 after = index.MulUp(position.ScaledDebt);
        LogBurn(
            _reserves.Terms(key).DebtToken, account, Address.Zero, before, after, interest, index.Raw);
        return null;
    }

    /// <summary>Moves scaled supply; more than there is, is a panic, which is returned.</summary>
    internal Refusal? Move(
        in AaveKey key, Ray index, Address caller, Address from, Address to, UInt256 amount, UInt256 scaled)
    {
        if (!scaled.FitsIn(BalanceBits)) return AaveRefusals.SafeCastOverflowedUintDowncast;
        if (scaled > Position(key, from).ScaledSupply) return Refusal.ArithmeticOverflow;

        Address token = _reserves.Terms(key).AToken;
        UInt256 interest = Change(key, index, from, static (held, moved) => held - moved, scaled);
        UInt256 interestOfOther = Change(key, index, to, static (held, moved) => held + moved, scaled);
        if (!interest.IsZero)
        {
            LogMint(token, caller, from, interest, interest, index.Raw);
        }

        // Who moves to himself has been brought up to date by the first change.
        if (!interestOfOther.IsZero)
        {
            LogMint(token, caller, to, interestOfOther, interestOfOther, index.Raw);
        }

        _store.Emit(new Transferred(token, from, to, amount));
        _store.Emit(new AaveBalanceTransferred(token, from, to, scaled, index.Raw));
        return null;
    }

    internal Refusal? Delegate(in AaveKey key, Address account, Address delegatee, UInt256 amount)
    {
        AaveTerms terms = _reserves.Terms(key);
        _allowance[new(new(key, account), delegatee)] = amount;
        _store.Emit(new AaveBorrowAllowanceDelegated(
            terms.DebtToken, account, delegatee, terms.Asset, amount));
        return null;
    }

    /// <summary>Uses up the permission to borrow in the name of another: what the debt grows by, if there is
    /// so much of it.</summary>
    internal Refusal? UseAllowance(
        in AaveKey key, Ray index, Address account, Address delegatee, UInt256 amount, UInt256 scaled)
    {
        AaveDelegation delegation = new(new(key, account), delegatee);
        UInt256 allowed = _allowance[delegation];
        if (allowed < amount) return AaveRefusals.InsufficientBorrowAllowance;

        UInt256 owed = Position(key, account).ScaledDebt;
        UInt256 growth = index.MulUp(owed + scaled) - index.MulUp(owed);
        _allowance[delegation] = allowed.SaturatingSub(growth);
        return null;
    }

    private UInt256 Change(
        in AaveKey key, Ray index, Address account, Func<UInt256, UInt256, UInt256> change, UInt256 scaled)
    {
        AavePosition position = Position(key, account);
        UInt256 held = position.ScaledSupply;
        UInt256 interest = index.MulDown(held) - Ray(position.SupplyIndexRay).MulDown(held);
        position.ScaledSupply = Balance(change(held, scaled));
        position.SupplyIndexRay = index.Raw.ToUInt128();
        _position[new(key, account)] = position;
        return interest;
    }

    private void LogMint(
        Address token, Address caller, Address account, UInt256 value, UInt256 interest, UInt256 index)
    {
        _store.Emit(new Transferred(token, Address.Zero, account, value));
        _store.Emit(new AaveTokenMinted(token, caller, account, value, interest, index));
    }

    private void LogBurn(
        Address token,
        Address account,
        Address target,
        UInt256 before,
        UInt256 after,
        UInt256 interest,
        UInt256 index)
    {
        if (after > before)
        {
            LogMint(token, account, account, after - before, interest, index);
            return;
        }

        _store.Emit(new Transferred(token, account, Address.Zero, before - after));
        _store.Emit(new AaveTokenBurned(token, account, target, before - after, interest, index));
    }

    // A balance is a number of 120 bits.
    private static UInt128 Balance(UInt256 scaled) => scaled.FitsIn(BalanceBits)
        ? scaled.ToUInt128()
        : throw new OverflowException("The balance needs more than 120 bits.");

    private static Ray Ray(UInt128 raw) => new(raw);
}

/// <summary>Who may borrow in whose name.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)]
internal readonly record struct AaveDelegation(AavePositionKey Owner, Address Delegatee);
