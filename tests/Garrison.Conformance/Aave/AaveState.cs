using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

namespace Garrison.Conformance.Aave;

/// <summary>Reads the state keys of a recording from the engine.</summary>
internal sealed class AaveState(AaveSetting setting, World world)
{
    private AaveCore Aave => world.Aave;

    private Address Pool => setting.Pool;

    /// <summary>All keys, as they are now.</summary>
    public Dictionary<string, string> Read()
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["block"] = world.Clock.Block.ToString(),
            ["ts"] = world.Clock.Seconds.ToString(),
        };
        for (int i = 0; i < setting.Reserves; i++)
        {
            ReadReserve(keys, $"res.{i}", i);
        }

        foreach (string user in setting.Users)
        {
            ReadUser(keys, $"user.{user}", setting.Labels[user]);
        }

        return keys;
    }

    private void ReadReserve(Dictionary<string, string> keys, string prefix, int number)
    {
        Address token = setting.Token(number);
        AaveReserve reserve = Aave.Reserves.Of(Pool, token);
        AaveTerms terms = Aave.Reserves.TermsOf(Pool, token);
        keys[$"{prefix}.configuration"] = $"{terms.Configuration}";
        keys[$"{prefix}.liquidityIndex"] = $"{reserve.SupplyIndexRay}";
        keys[$"{prefix}.liquidityRate"] = $"{reserve.SupplyRateRay}";
        keys[$"{prefix}.variableBorrowIndex"] = $"{reserve.BorrowIndexRay}";
        keys[$"{prefix}.variableBorrowRate"] = $"{reserve.BorrowRateRay}";
        keys[$"{prefix}.lastUpdate"] = $"{reserve.LastUpdate}";
        keys[$"{prefix}.accruedToTreasury"] = $"{reserve.ScaledTreasury}";
        keys[$"{prefix}.virtualUnderlying"] = $"{reserve.Available}";
        keys[$"{prefix}.deficit"] = $"{reserve.Deficit}";
        keys[$"{prefix}.normalizedIncome"] = $"{reserve.SupplyIndexAt(world.Clock.Seconds).Raw}";
        keys[$"{prefix}.normalizedDebt"] = $"{reserve.BorrowIndexAt(world.Clock.Seconds).Raw}";
        keys[$"{prefix}.aScaledTotal"] = $"{reserve.ScaledSupply}";
        keys[$"{prefix}.aTotal"] = $"{Aave.Reserves.TotalSupply(Pool, token)}";
        keys[$"{prefix}.dScaledTotal"] = $"{reserve.ScaledDebt}";
        keys[$"{prefix}.dTotal"] = $"{Aave.Reserves.TotalDebt(Pool, token)}";
        keys[$"{prefix}.price"] = $"{Aave.Prices.Of(Pool, token)}";
        keys[$"{prefix}.underlyingBalance"] = $"{world.Ledger.Balance(token, terms.AToken)}";
    }

    private void ReadUser(Dictionary<string, string> keys, string prefix, Address account)
    {
        AaveUser user = Aave.Users.Of(Pool, account);
        AaveAccount worth = Aave.Users.Account(Pool, account);
        keys[$"{prefix}.config"] = $"{user.Configuration}";
        keys[$"{prefix}.emode"] = $"{user.Category}";
        keys[$"{prefix}.collBase"] = $"{worth.Collateral}";
        keys[$"{prefix}.debtBase"] = $"{worth.Debt}";
        keys[$"{prefix}.availBase"] = $"{worth.Available}";
        keys[$"{prefix}.liqThreshold"] = $"{worth.ThresholdBps}";
        keys[$"{prefix}.ltv"] = $"{worth.LtvBps}";
        keys[$"{prefix}.hf"] = $"{worth.HealthFactor}";
        for (int i = 0; i < setting.Reserves; i++)
        {
            Address token = setting.Token(i);
            AavePosition position = Aave.Tokens.Of(Pool, token, account);
            keys[$"{prefix}.{i}"] = string.Join(
                ',',
                position.ScaledSupply,
                Aave.Tokens.Supplied(Pool, token, account),
                position.ScaledDebt,
                Aave.Tokens.Owed(Pool, token, account),
                world.Ledger.Balance(token, account));
        }
    }
}
