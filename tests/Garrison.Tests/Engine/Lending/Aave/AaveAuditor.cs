using System.Collections.Immutable;

using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>Checks a pool after every command, by its events and from outside.</summary>
internal sealed class AaveAuditor(World world, string[] tokens, string[] holders)
{
    private readonly Dictionary<Address, UInt256> _deficit = [];
    private ulong _commands;
    private string? _fault;

    private static Address Pool => AaveScript.Pool;

    /// <summary>Notes what an accepted command logged.</summary>
    public void Book(ImmutableArray<Event> events)
    {
        _commands++;
        foreach (Event fact in events)
        {
            switch (fact)
            {
                case AaveDeficitCreated created:
                    _deficit[created.DebtAsset] = Deficit(created.DebtAsset) + created.AmountCreated;
                    break;
                case AaveDeficitCovered covered:
                    _deficit[covered.Reserve] = Deficit(covered.Reserve) - covered.AmountCovered;
                    break;
                case AaveLiquidated liquidated:
                    _fault ??= Overpaid(liquidated);
                    break;
            }
        }
    }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Fault() => _fault ?? tokens.Select(token => Fault(Of(token))).FirstOrDefault(
        static fault => fault is not null);

    private string? Fault(Address token)
    {
        AaveReserve reserve = world.Aave.Reserves.Of(Pool, token);
        AavePosition[] positions =
            [.. holders.Select(holder => world.Aave.Tokens.Of(Pool, token, Of(holder)))];
        if (positions.Sum(static position => position.ScaledSupply) != reserve.ScaledSupply)
        {
            return "scaled supply is not the sum of its parts";
        }

        if (positions.Sum(static position => position.ScaledDebt) != reserve.ScaledDebt)
        {
            return "scaled debt is not the sum of its parts";
        }

        if (reserve.Deficit != Deficit(token)) return "the deficit is not what was burned unpaid";
        if (world.Ledger.Balance(token, world.Aave.Reserves.TermsOf(Pool, token).AToken) != reserve.Available)
        {
            return "what can be paid out is not there";
        }

        return Uncovered(token) ?? TwoReadings(token);
    }

    // What suppliers and the treasury own is there, is owed, or is in the deficit. Each command may round a
    // unit or two away, since the index of supply is rounded to the nearest.
    private string? Uncovered(Address token)
    {
        AaveReserve now = world.Aave.Reserves.Accrued(Pool, token);
        UInt256 owned = now.SupplyIndex.MulDown((UInt256)now.ScaledSupply + now.ScaledTreasury);
        UInt256 backing = (UInt256)now.Available + now.BorrowIndex.MulUp(now.ScaledDebt) + now.Deficit;
        return owned > backing + (2 * _commands) ? "suppliers own more than the pool has and is owed" : null;
    }

    // Interest is a matter of time alone: a view reads what an update in this second would write.
    private string? TwoReadings(Address token)
    {
        UInt256 supply = world.Aave.Reserves.TotalSupply(Pool, token);
        World trial = world.Fork();
        Assert.IsType<Accepted>(trial.Execute(new SetAaveReserveFactor(Of("admin"), Pool, token, 1000)));
        return trial.Aave.Reserves.TotalSupply(Pool, token) == supply
            && trial.Aave.Reserves.Of(Pool, token).SupplyIndex
                == world.Aave.Reserves.Accrued(Pool, token).SupplyIndex
            ? null
            : "an update changes what was read before it";
    }

    // A liquidator never gets more than his bonus.
    private string? Overpaid(AaveLiquidated fact)
    {
        AaveTerms collateral = world.Aave.Reserves.TermsOf(Pool, fact.CollateralAsset);
        AaveTerms debt = world.Aave.Reserves.TermsOf(Pool, fact.DebtAsset);
        UInt256 paid = fact.DebtToCover * world.Aave.Prices.Of(Pool, fact.DebtAsset) * collateral.Unit;
        UInt256 got = fact.LiquidatedCollateralAmount
            * world.Aave.Prices.Of(Pool, fact.CollateralAsset) * debt.Unit;
        return got > new Bps(collateral.BonusBps).MulUp(paid) ? "a liquidator got more than his bonus" : null;
    }

    private UInt256 Deficit(Address token) => _deficit.GetValueOrDefault(token);
}
