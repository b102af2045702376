using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>Aave's pools of version 3.7: the contracts of each call one another as on chain.</summary>
/// <remarks>
/// Source: aave-dao/aave-v3-origin, pool revision 11. The equations are in <c>docs/protocols/aave.md</c>.
/// </remarks>
public sealed class AaveCore
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;

    internal AaveCore(Store store, Clock clock, Ledger ledger, Feeds oracle)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        Reserves = new AaveReserves(store, clock);
        Prices = new AavePrices(store, clock, oracle);
        Tokens = new AaveTokens(store, clock, Reserves);
        Users = new AaveUsers(store, clock, Reserves, Tokens, Prices);
        Supplies = new AaveSupplies(store, ledger, this);
        Loans = new AaveLoans(store, ledger, this);
        Liquidations = new AaveLiquidations(store, clock, ledger, this);
        Configurator = new AaveConfigurator(store, clock, this);
    }

    /// <summary>What is lent, and at which rates.</summary>
    public AaveReserves Reserves { get; }

    /// <summary>What it is worth.</summary>
    public AavePrices Prices { get; }

    /// <summary>Who supplied and who owes how much.</summary>
    public AaveTokens Tokens { get; }

    /// <summary>What accounts are in, and what they are worth.</summary>
    public AaveUsers Users { get; }

    internal AaveSupplies Supplies { get; }

    internal AaveLoans Loans { get; }

    internal AaveLiquidations Liquidations { get; }

    internal AaveConfigurator Configurator { get; }

    internal Refusal? Deploy(Address pool, in AavePool setting)
    {
        if (!Reserves.Pool(pool).Admin.IsZero) return AaveRefusals.AlreadyDeployed;

        Reserves.Set(pool, setting);
        return null;
    }

    /// <summary>Gives the treasuries what they have earned, of reserves that are in use.</summary>
    internal Refusal? MintToTreasury(Address pool, IReadOnlyList<Address> assets)
    {
        foreach (Address asset in assets)
        {
            if (!Reserves.Find(pool, asset, out AaveKey key)) continue;

            AaveReserve reserve = Reserves.Stored(key);
            UInt256 scaled = reserve.ScaledTreasury;
            if (!Reserves.Terms(key).Has(AaveFlags.Active) || scaled.IsZero) continue;

            // The tokens are minted at this second's index, but the reserve is not brought up to date.
            Ray index = reserve.SupplyIndexAt(_clock.Seconds);
            reserve.ScaledTreasury = 0;
            AaveReserve minted = reserve with { SupplyIndexRay = index.Raw.ToUInt128() };
            Address treasury = Reserves.Pool(pool).Treasury;
            if (Tokens.MintSupply(key, ref minted, pool, treasury, scaled) is { } refusal) return refusal;

            reserve.ScaledSupply = minted.ScaledSupply;
            Reserves.Set(key, reserve);
            _store.Emit(new AaveMintedToTreasury(pool, asset, index.MulDown(scaled)));
        }

        return null;
    }

    /// <summary>Lends tokens for the length of a command, without updating rates in between.</summary>
    internal Refusal? FlashLoan(
        Address receiver, Address pool, Address asset, UInt256 amount, Func<Refusal?> use)
    {
        if (CheckFlashLoan(pool, asset, amount, out AaveKey key) is { } refusal) return refusal;

        AaveTerms terms = Reserves.Terms(key);
        AaveReserve reserve = Reserves.Stored(key);
        UInt256 premium = new Bps(Reserves.Pool(pool).FlashPremiumBps).MulUp(amount);
        reserve.Available = ((UInt256)reserve.Available - amount).ToUInt128();
        Reserves.Set(key, reserve);
        if (_ledger.Transfer(asset, terms.AToken, receiver, amount) is { } unpaid) return unpaid;
        if (use() is { } misuse) return misuse;

        terms = Reserves.Terms(key);
        reserve = Reserves.Accrued(key, terms);
        reserve.ScaledTreasury += reserve.SupplyIndex.DivDown(premium).ToUInt128();
        if (Reserves.UpdateRates(key, terms, ref reserve, added: amount + premium) is { } panic) return panic;
        Reserves.Set(key, reserve);
        if (_ledger.Transfer(asset, receiver, terms.AToken, amount + premium) is { } owed) return owed;

        _store.Emit(new AaveFlashLoaned(pool, receiver, receiver, asset, amount, 0, premium, 0));
        return null;
    }

    private Refusal? CheckFlashLoan(Address pool, Address asset, UInt256 amount, out AaveKey key)
    {
        if (!Reserves.Find(pool, asset, out key)) return AaveRefusals.ReserveInactive;

        ref readonly AaveTerms terms = ref Reserves.Terms(key);
        if (terms.Has(AaveFlags.Paused)) return AaveRefusals.ReservePaused;
        if (!terms.Has(AaveFlags.Active)) return AaveRefusals.ReserveInactive;
        if (!terms.Has(AaveFlags.FlashLoans)) return AaveRefusals.FlashloanDisabled;
        if (Reserves.TotalSupply(pool, asset) < amount) return AaveRefusals.InvalidAmount;

        return null;
    }
}
