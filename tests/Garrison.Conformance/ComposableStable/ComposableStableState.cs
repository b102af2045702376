using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;

namespace Garrison.Conformance.ComposableStable;

/// <summary>Reads the state keys of a recording from the engine.</summary>
internal sealed class ComposableStableState(ComposableStableSetting setting, World world)
{
    private ComposableStablePools Pools => world.ComposableStablePools;

    private Address Pool => setting.Pool;

    /// <summary>All keys, as they are now.</summary>
    public Dictionary<string, string> Read()
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["ts"] = $"{world.Clock.Seconds}",
            ["lastChangeBlock"] = $"{Pools.LastChangeBlock(Pool)}",
            ["totalSupply"] = $"{world.Ledger.Supply(Pool)}",
            ["virtualSupply"] = $"{Pools.VirtualSupply(Pool)}",
            ["getActualSupply"] = Pools.ActualSupply(Pool)?.ToString() ?? "revert",
            ["getRate"] = Pools.Rate(Pool)?.Raw.ToString() ?? "revert",
            ["getSwapFeePercentage"] = $"{Pools.SwapFee(Pool).Raw}",
            ["scalingFactors"] = string.Join(',', Pools.ScalingFactors(Pool)),
        };
        ReadSetting(keys);
        ReadTokens(keys);
        foreach (string holder in ComposableStableSetting.Users.Append("collector"))
        {
            keys[$"bpt.{holder}"] = Held("pool", holder);
        }

        return keys;
    }

    private void ReadSetting(Dictionary<string, string> keys)
    {
        keys["inRecoveryMode"] = $"{Pools.InRecoveryMode(Pool)}";
        keys["paused"] = $"{Pools.IsPaused(Pool)}";
        keys["amp"] = $"{Pools.Amplification(Pool)}";
        keys["ampIsUpdating"] = $"{Pools.IsAmplificationUpdating(Pool)}";
        keys["lastJoinExitAmp"] = $"{Pools.LastJoinExitAmplification(Pool)}";
        keys["lastPostJoinExitInvariant"] = $"{Pools.LastPostJoinExitInvariant(Pool)}";
        keys["protocolFeeCache.swap"] = FeeOfPool(ComposableStableFeeType.Swap);
        keys["protocolFeeCache.yield"] = FeeOfPool(ComposableStableFeeType.Yield);
        keys["protocolFeeCache.aum"] = FeeOfPool(ComposableStableFeeType.Aum);
        keys["globalFee.swap"] = $"{Pools.ProtocolFee(ComposableStableFeeType.Swap).Raw}";
        keys["globalFee.yield"] = $"{Pools.ProtocolFee(ComposableStableFeeType.Yield).Raw}";
    }

    private void ReadTokens(Dictionary<string, string> keys)
    {
        foreach (string name in setting.Registered)
        {
            keys[$"balance.{name}"] = $"{Pools.Balance(Pool, setting.Labels[name])}";
        }

        foreach (string name in setting.Tokens)
        {
            foreach (string holder in ComposableStableSetting.Users.Append("collector").Append("vault"))
            {
                keys[$"tok.{name}.{holder}"] = Held(name, holder);
            }

            ComposableStableRate? cache = Pools.RateOf(Pool, setting.Labels[name]);
            keys[$"tokenRate.{name}"] = $"{cache?.Current ?? Wad.Scale}";
            if (cache is { } rate)
            {
                keys[$"rateCache.{name}"] = $"{rate.Current},{rate.Old},{rate.Duration},{rate.Expires}";
                Address provider = setting.Labels[ComposableStableSetting.Provider(name)];
                keys[$"providerRate.{name}"] = $"{Pools.ProviderRate(provider).Raw}";
            }
        }
    }

    private string FeeOfPool(ComposableStableFeeType type) => $"{Pools.ProtocolFeeOf(Pool, type).Raw}";

    private string Held(string token, string holder) =>
        $"{world.Ledger.Balance(setting.Labels[token], setting.Labels[holder])}";
}
