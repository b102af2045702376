using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

public sealed partial class MorphoMarkets
{
    internal Refusal? AccrueInterest(Hash32 id)
    {
        MorphoMarket market = _market[id];
        if (!market.Exists) return MorphoRefusals.MarketNotCreated;
        if (Accrue(id, in _terms.Read(id), ref market) is { } tooMuch) return tooMuch;

        _market[id] = market;
        return null;
    }

    internal Refusal? Supply(Address sender, Hash32 id, UInt256 assets, UInt256 shares, Address onBehalf)
    {
        if (Begin(
            id, assets, shares, onBehalf, isAllowed: true, out MorphoTerms terms, out MorphoMarket market)
            is { } refusal)
        {
            return refusal;
        }

        MorphoPool pool = market.Supply;
        if (shares.IsZero) shares = pool.ToSharesDown(assets);
        else assets = pool.ToAssetsUp(shares);

        if (MorphoMath.Narrow(shares, out UInt128 minted) is { } tooMany) return tooMany;

        UInt128 allShares = pool.Shares + minted;
        if (MorphoMath.Narrow(assets, out UInt128 paid) is { } tooLarge) return tooLarge;

        MorphoAccount account = new(id, onBehalf);
        MorphoPosition position = _position[account];
        _position[account] = position with { SupplyShares = position.SupplyShares + minted };
        _market[id] = market with { Supply = new MorphoPool(pool.Assets + paid, allShares) };
        _store.Emit(new MorphoSupplied(Contract, id, sender, onBehalf, assets, shares));
        return Collect(terms.LoanToken, sender, assets);
    }

    internal Refusal? Withdraw(
        Address sender, Hash32 id, UInt256 assets, UInt256 shares, Address onBehalf, Address receiver)
    {
        bool isAllowed = MayManage(sender, onBehalf);
        if (Begin(id, assets, shares, receiver, isAllowed, out MorphoTerms terms, out MorphoMarket market)
            is { } refusal)
        {
            return refusal;
        }

        MorphoPool pool = market.Supply;
        if (shares.IsZero) shares = pool.ToSharesUp(assets);
        else assets = pool.ToAssetsDown(shares);

        MorphoAccount account = new(id, onBehalf);
        MorphoPosition position = _position[account];
        var left = (UInt128)(position.SupplyShares - shares);
        UInt128 allShares = pool.Shares - (UInt128)shares;
        if (MorphoMath.Narrow(assets, out UInt128 paid) is { } tooLarge) return tooLarge;

        market = market with { Supply = new MorphoPool(pool.Assets - paid, allShares) };
        if (market.IsShort) return MorphoRefusals.InsufficientLiquidity;

        _position[account] = position with { SupplyShares = left };
        _market[id] = market;
        _store.Emit(new MorphoWithdrawn(Contract, id, sender, onBehalf, receiver, assets, shares));
        return Pay(terms.LoanToken, receiver, assets);
    }

    internal Refusal? Borrow(
        Address sender, Hash32 id, UInt256 assets, UInt256 shares, Address onBehalf, Address receiver)
    {
        bool isAllowed = MayManage(sender, onBehalf);
        if (Begin(id, assets, shares, receiver, isAllowed, out MorphoTerms terms, out MorphoMarket market)
            is { } refusal)
        {
            return refusal;
        }

        MorphoPool pool = market.Borrow;
        if (shares.IsZero) shares = pool.ToSharesUp(assets);
        else assets = pool.ToAssetsDown(shares);

        if (MorphoMath.Narrow(shares, out UInt128 minted) is { } tooMany) return tooMany;

        MorphoAccount account = new(id, onBehalf);
        MorphoPosition position = _position[account];
        position = position with { BorrowShares = position.BorrowShares + minted };
        UInt128 allShares = pool.Shares + minted;
        if (MorphoMath.Narrow(assets, out UInt128 paid) is { } tooLarge) return tooLarge;

        market = market with { Borrow = new MorphoPool(pool.Assets + paid, allShares) };
        if (RefuseUnhealthy(in terms, in market, in position) is { } unhealthy) return unhealthy;
        if (market.IsShort) return MorphoRefusals.InsufficientLiquidity;

        _position[account] = position;
        _market[id] = market;
        _store.Emit(new MorphoBorrowed(Contract, id, sender, onBehalf, receiver, assets, shares));
        return Pay(terms.LoanToken, receiver, assets);
    }

    internal Refusal? Repay(Address sender, Hash32 id, UInt256 assets, UInt256 shares, Address onBehalf)
    {
        if (Begin(
            id, assets, shares, onBehalf, isAllowed: true, out MorphoTerms terms, out MorphoMarket market)
            is { } refusal)
        {
            return refusal;
        }

        MorphoPool pool = market.Borrow;
        if (shares.IsZero) shares = pool.ToSharesDown(assets);
        else assets = pool.ToAssetsUp(shares);

        if (MorphoMath.Narrow(shares, out UInt128 burned) is { } tooMany) return tooMany;

        MorphoAccount account = new(id, onBehalf);
        MorphoPosition position = _position[account];
        _position[account] = position with { BorrowShares = position.BorrowShares - burned };

        // What is paid can be one more than all that is owed.
        _market[id] = market with
        {
            Borrow = new MorphoPool(MorphoMath.ZeroFloorSub(pool.Assets, assets), pool.Shares - burned),
        };
        _store.Emit(new MorphoRepaid(Contract, id, sender, onBehalf, assets, shares));
        return Collect(terms.LoanToken, sender, assets);
    }

    internal Refusal? SupplyCollateral(Address sender, Hash32 id, UInt256 assets, Address onBehalf)
    {
        if (!_market.Read(id).Exists) return MorphoRefusals.MarketNotCreated;
        if (assets.IsZero) return MorphoRefusals.ZeroAssets;
        if (onBehalf.IsZero) return MorphoRefusals.ZeroAddress;
        if (MorphoMath.Narrow(assets, out UInt128 paid) is { } tooLarge) return tooLarge;

        // No interest is added: collateral earns none.
        MorphoAccount account = new(id, onBehalf);
        MorphoPosition position = _position[account];
        _position[account] = position with { Collateral = position.Collateral + paid };
        _store.Emit(new MorphoCollateralSupplied(Contract, id, sender, onBehalf, assets));
        return Collect(_terms.Read(id).CollateralToken, sender, assets);
    }

    internal Refusal? WithdrawCollateral(
        Address sender, Hash32 id, UInt256 assets, Address onBehalf, Address receiver)
    {
        MorphoMarket market = _market[id];
        if (!market.Exists) return MorphoRefusals.MarketNotCreated;
        if (assets.IsZero) return MorphoRefusals.ZeroAssets;
        if (receiver.IsZero) return MorphoRefusals.ZeroAddress;
        if (!MayManage(sender, onBehalf)) return MorphoRefusals.Unauthorized;

        MorphoTerms terms = _terms[id];
        if (Accrue(id, in terms, ref market) is { } tooMuch) return tooMuch;
        if (MorphoMath.Narrow(assets, out UInt128 paid) is { } tooLarge) return tooLarge;

        MorphoAccount account = new(id, onBehalf);
        MorphoPosition position = _position[account];
        position = position with { Collateral = position.Collateral - paid };
        if (RefuseUnhealthy(in terms, in market, in position) is { } unhealthy) return unhealthy;

        _position[account] = position;
        _market[id] = market;
        _store.Emit(new MorphoCollateralWithdrawn(Contract, id, sender, onBehalf, receiver, assets));
        return Pay(terms.CollateralToken, receiver, assets);
    }

    internal Refusal? LendFlash(Address sender, Address token, UInt256 assets)
    {
        if (!IsDeployed) return Refusal.EmptyRevert;
        if (assets.IsZero) return MorphoRefusals.ZeroAssets;

        _store.Emit(new MorphoFlashLoaned(Contract, sender, token, assets));
        return Pay(token, sender, assets);
    }

    internal Refusal? Collect(Address token, Address from, UInt256 assets) =>
        _ledger.Transfer(token, from, Contract, assets) is null ? null : MorphoRefusals.TransferFromReverted;

    private Refusal? Pay(Address token, Address to, UInt256 assets) =>
        _ledger.Transfer(token, Contract, to, assets) is null ? null : MorphoRefusals.TransferReverted;

    // The rules that everyone meets who lends, borrows or ends it; then the interest up to this second. The
    // party is the owner of what is paid in, or who is paid out.
    private Refusal? Begin(
        Hash32 id,
        UInt256 assets,
        UInt256 shares,
        Address party,
        bool isAllowed,
        out MorphoTerms terms,
        out MorphoMarket market)
    {
        terms = _terms[id];
        market = _market[id];
        if (!market.Exists) return MorphoRefusals.MarketNotCreated;
        if (assets.IsZero == shares.IsZero) return MorphoRefusals.InconsistentInput;
        if (party.IsZero) return MorphoRefusals.ZeroAddress;

        return isAllowed ? Accrue(id, in terms, ref market) : MorphoRefusals.Unauthorized;
    }

    private bool MayManage(Address sender, Address onBehalf) =>
        sender == onBehalf || _isAuthorized[new(onBehalf, sender)];

    // Brings a market to this second. The caller writes it.
    private Refusal? Accrue(Hash32 id, in MorphoTerms terms, ref MorphoMarket market)
    {
        ulong second = _clock.Seconds;
        if (second == market.LastUpdate) return null;

        if (terms.Irm.IsZero)
        {
            market = market with { LastUpdate = second };
            return null;
        }

        if (MorphoAccrual.At(in market, second, out MorphoAccrual accrual) is { } tooMuch) return tooMuch;

        market = accrual.Market;
        _store.Emit(new MorphoBorrowRateUpdated(terms.Irm, id, accrual.Rate, market.RateAtTarget));
        _store.Emit(new MorphoInterestAccrued(
            Contract, id, accrual.Rate, accrual.Interest, accrual.FeeShares));
        if (!accrual.FeeShares.IsZero)
        {
            MorphoAccount recipient = new(id, Deployment.FeeRecipient);
            MorphoPosition position = _position[recipient];
            _position[recipient] = position with
            {
                SupplyShares = position.SupplyShares + (UInt128)accrual.FeeShares,
            };
        }

        return null;
    }

    // A position without debt is healthy whatever the oracle says, even if it says nothing.
    private Refusal? RefuseUnhealthy(in MorphoTerms terms, in MorphoMarket market, in MorphoPosition position)
    {
        if (position.BorrowShares == 0) return null;

        FeedReading price = _oracle.Price(terms.Oracle, _clock.Seconds);
        if (!price.Exists) return Refusal.EmptyRevert;

        return IsHealthy(in terms, in market, in position, price.Price)
            ? null
            : MorphoRefusals.InsufficientCollateral;
    }

    private static bool IsHealthy(
        in MorphoTerms terms, in MorphoMarket market, in MorphoPosition position, UInt256 price) =>
        MaxBorrowDown(in terms, in position, price) >= market.Borrow.ToAssetsUp(position.BorrowShares);

    private static UInt256 MaxBorrowDown(
        in MorphoTerms terms, in MorphoPosition position, UInt256 price) => MorphoMath.WadMulDown(
            MorphoMath.MulDivDown(position.Collateral, price, MorphoMath.PriceScale), terms.Lltv);
}
