using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

namespace Garrison.Conformance.Curve;

/// <summary>Reads the state keys and the quotes of a recording from the engine.</summary>
internal sealed class CurveState(World world, Labels labels, IReadOnlyList<string> users, int coinCount)
{
    private StableSwapPools Pools => world.StableSwapPools;

    private Address Pool => labels["pool"];

    /// <summary>All keys, as they are now.</summary>
    public Dictionary<string, string> Read()
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["ts"] = $"{world.Clock.Seconds}",
            ["A_precise"] = $"{Pools.PreciseA(Pool)}",
            ["fee"] = $"{Pools.Fee(Pool)}",
            ["offpeg_fee_multiplier"] = $"{Pools.OffpegFeeMultiplier(Pool)}",
            ["totalSupply"] = $"{world.Ledger.Supply(Pool)}",
            ["D_oracle"] = $"{Pools.InvariantOracle(Pool)}",
            ["get_virtual_price"] = OrRevert(() => Pools.VirtualPrice(Pool)),
            ["stored_rates"] = string.Join(
                ',', Enumerable.Range(0, coinCount).Select(coin => Pools.StoredRate(Pool, coin))),
        };
        for (int i = 0; i < coinCount; i++)
        {
            keys[$"balances.{i}"] = $"{Pools.Balance(Pool, i)}";
            keys[$"admin_balances.{i}"] = $"{Pools.AdminBalance(Pool, i)}";
            keys[$"coin.{i}"] = $"{world.Ledger.Balance(labels[$"C{i}"], Pool)}";
        }

        for (int i = 0; i < coinCount - 1; i++)
        {
            int index = i;
            keys[$"last_price.{i}"] = $"{Pools.LastPrice(Pool, i)}";
            keys[$"ema_price.{i}"] = $"{Pools.AveragePrice(Pool, i)}";
            keys[$"get_p.{i}"] = OrRevert(() => Pools.SpotPrice(Pool, index));
            keys[$"price_oracle.{i}"] = $"{Pools.PriceOracle(Pool, i)}";
        }

        foreach (string user in users)
        {
            keys[$"lp.{user}"] = $"{world.Ledger.Balance(Pool, labels[user])}";
        }

        return keys;
    }

    /// <summary>What the pool quotes for the arguments of an operation: a swap, or liquidity for one
    /// coin.</summary>
    public Dictionary<string, string> ReadQuotes(JsonElement args)
    {
        Dictionary<string, string> quotes = new(StringComparer.Ordinal);
        int i = int.Parse(args.GetProperty("i").GetString()!);
        if (args.TryGetProperty("dx", out JsonElement dx))
        {
            int j = int.Parse(args.GetProperty("j").GetString()!);
            TradeQuote? quote = Pools.QuoteOfView(Pool, i, j, UInt256.Parse(dx.GetString()!));
            quotes["get_dy"] = quote is { } known ? $"{known.AmountOut}" : "revert";
            quotes["dynamic_fee"] = OrRevert(() => Pools.DynamicFee(Pool, i, j));
        }
        else
        {
            var amount = UInt256.Parse(args.GetProperty("amount").GetString()!);
            quotes["calc_withdraw_one_coin"] = OrRevert(() => Pools.QuoteOneCoin(Pool, amount, i));
        }

        return quotes;
    }

    private static string OrRevert(Func<UInt256> view)
    {
        try
        {
            return view().ToString();
        }
        catch (ArithmeticException)
        {
            return "revert";
        }
    }
}
