using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What a token is worth in the base currency.</summary>
/// <param name="Price">Of a whole token, in dollars with 8 decimals.</param>
/// <param name="Unit">A whole token in its smallest unit.</param>
internal readonly record struct AaveQuote(UInt256 Price, UInt256 Unit)
{
    public UInt256 WorthDown(UInt256 amount) => (amount * Price).DivDown(Unit);

    public UInt256 WorthUp(UInt256 amount) => UInt256.MulDivUp(amount, Price, Unit);

    public UInt256 AmountDown(UInt256 worth) => (worth * Unit).DivDown(Price);
}

/// <summary>How much of a collateral pays how much of a debt.</summary>
/// <param name="Collateral">What the collateral is worth.</param>
/// <param name="Debt">What the debt is worth.</param>
/// <param name="BonusBps">What a liquidator gets for each unit that is due.</param>
/// <param name="FeeBps">The treasury's part of what is above one unit.</param>
/// <param name="Held">The collateral that there is, in its smallest unit.</param>
/// <param name="Owed">The debt that there is, in its smallest unit.</param>
/// <param name="Repaid">What the liquidator pays.</param>
/// <param name="Seized">What the liquidator gets.</param>
/// <param name="Fee">What the treasury gets.</param>
internal readonly record struct AaveSeizure(
    AaveQuote Collateral,
    AaveQuote Debt,
    uint BonusBps,
    uint FeeBps,
    UInt256 Held,
    UInt256 Owed,
    UInt256 Repaid = default,
    UInt256 Seized = default,
    UInt256 Fee = default)
{
    /// <summary>Pays a debt; less of it when the collateral does not suffice. Rounding is against the
    /// liquidator: the collateral down, what is paid for all of it up, the fee up.</summary>
    public AaveSeizure Of(UInt256 repaid)
    {
        Bps bonus = new(BonusBps);
        UInt256 due = (Debt.Price * repaid * Collateral.Unit).DivDown(Collateral.Price * Debt.Unit);
        UInt256 taken = bonus.MulDown(due);
        if (taken > Held)
        {
            taken = Held;
            UInt256 worth = Collateral.Price * taken * Debt.Unit;
            repaid = bonus.DivUp(worth.DivDown(Debt.Price * Collateral.Unit));
        }

        UInt256 fee = FeeBps == 0 ? default : new Bps(FeeBps).MulUp(taken - bonus.DivDown(taken));
        return this with { Repaid = repaid, Seized = taken - fee, Fee = fee };
    }
}
