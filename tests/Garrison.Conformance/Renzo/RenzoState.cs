using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;

namespace Garrison.Conformance.Renzo;

/// <summary>Reads the state keys of a recording of Renzo from the engine.</summary>
internal sealed class RenzoState(World world, Labels labels, RenzoSetting setting)
{
    private RenzoIssuer Renzo => world.Renzo;

    /// <summary>All keys, as they are now.</summary>
    public SortedDictionary<string, string> Read()
    {
        SortedDictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["ts"] = $"{world.Clock.Seconds}",
            ["rate"] = OrRevert(() => Renzo.Rate(out UInt256 rate) is null ? rate : null),
            ["ezETH.totalSupply"] = $"{Renzo.Supply}",
            ["restakeManager.paused"] = $"{Renzo.Terms.IsPaused}",
            ["withdrawQueue.paused"] = $"{Renzo.Terms.IsQueuePaused}",
            ["coolDownPeriod"] = $"{Renzo.Terms.CoolDownSeconds}",
            ["withdrawRequestNonce"] = $"{Renzo.Terms.LastRequest}",
            ["stETHPending"] = $"{Renzo.Terms.StEthPending}",
            ["feeBasisPoints"] = $"{Renzo.Terms.FeeBps}",
            ["iw.allowedBufferDrawdownBps"] = $"{Renzo.InstantTerms.DrawdownBps}",
            ["iw.minFeeBps"] = $"{Renzo.InstantTerms.MinimumFeeBps}",
            ["iw.maxFeeBps"] = $"{Renzo.InstantTerms.MaximumFeeBps}",
            ["risk.depositPaused"] = $"{IsStopped(RenzoRisk.DepositPaused)}",
            ["risk.withdrawRequestPaused"] = $"{IsStopped(RenzoRisk.WithdrawRequestPaused)}",
            ["risk.withdrawClaimPaused"] = $"{IsStopped(RenzoRisk.ClaimPaused)}",
            ["risk.instantWithdrawPaused"] = $"{IsStopped(RenzoRisk.InstantWithdrawPaused)}",
            ["risk.withdrawCooldownPeriod"] = $"{Renzo.Risk(RenzoRisk.WithdrawCooldownPeriod)}",
        };
        foreach (string holder in (string[])["withdrawQueue", "instantWithdrawer", .. setting.Users])
        {
            keys[$"ezETH.{holder}"] = $"{world.Ledger.Balance(labels["ezETH"], labels[holder])}";
        }

        ReadValue(keys);
        foreach (string delegator in setting.Delegators)
        {
            ReadDelegator(keys, delegator);
        }

        foreach (string asset in setting.Assets)
        {
            ReadAsset(keys, asset);
        }

        foreach (string user in setting.Users)
        {
            ReadRequests(keys, user);
        }

        return keys;
    }

    private void ReadValue(SortedDictionary<string, string> keys)
    {
        if (Renzo.Value(out RenzoValue value) is not null)
        {
            keys["tvl"] = "revert";
            return;
        }

        keys["tvl.total"] = $"{value.Total}";
        for (int index = 0; index < setting.Delegators.Count; index++)
        {
            keys[$"tvl.od{index}"] = $"{value.ByDelegator[index]}";
            keys[$"tvl.od{index}.tokens"] = string.Join(',', value.ByCollateral[index]);
        }
    }

    private void ReadDelegator(SortedDictionary<string, string> keys, string name)
    {
        Address delegator = labels[name];
        keys[$"{name}.alloc"] = $"{Renzo.Delegator(delegator).AllocationBps}";
        keys[$"{name}.eth"] = $"{world.Backings.Amount(delegator, Ledger.Ether)}";
        keys[$"{name}.delegatedTo"] = labels[Renzo.DelegatedTo(delegator)];
        foreach (string token in setting.Tokens)
        {
            keys[$"{name}.{token}"] = $"{world.Backings.Amount(delegator, labels[token])}";
        }
    }

    private void ReadAsset(SortedDictionary<string, string> keys, string name)
    {
        Address asset = labels[name];
        RenzoBuffer buffer = Renzo.Buffer(asset);
        if (name != "ETH")
        {
            keys[$"{name}.price"] = $"{setting.Prices[name].Answer}";
            keys[$"{name}.stale"] = $"{setting.Prices[name].IsStale}";
            keys[$"{name}.tvlLimit"] = $"{Renzo.ValueLimit(asset)}";
        }

        keys[$"{name}.toFill"] = $"{buffer.Counter.ToFill}";
        keys[$"{name}.filled"] = $"{buffer.Counter.Filled}";
        keys[$"{name}.bufferTarget"] = $"{buffer.Target}";
        keys[$"{name}.claimReserve"] = $"{buffer.Reserve}";
        keys[$"{name}.queueDeficit"] = $"{buffer.Counter.Deficit}";
        keys[$"{name}.available"] = OrRevert(() => Renzo.Spare(asset));
        keys[$"{name}.deficit"] = OrRevert(() => Renzo.Deficit(asset));
        keys[$"{name}.availableCollateral"] = OrRevert(
            () => Renzo.AvailableCollateral(asset, out UInt256 amount) is null ? amount : null);
        foreach (string holder in (string[])
            ["withdrawQueue", "depositQueue", "feeDest", "iwFee", .. setting.Users])
        {
            keys[$"{name}.bal.{holder}"] = $"{world.Ledger.Balance(asset, labels[holder])}";
        }
    }

    private void ReadRequests(SortedDictionary<string, string> keys, string user)
    {
        ulong count = Renzo.RequestCount(labels[user]);
        keys[$"reqCount.{user}"] = $"{count}";
        keys[$"whitelisted.{user}"] = $"{Renzo.IsWhitelisted(labels[user])}";
        for (ulong index = 0; index < count; index++)
        {
            RenzoRequest request = Renzo.RequestOf(labels[user], index);
            keys[$"req.{user}.{index}"] = string.Join(
                ',',
                labels[request.Asset],
                request.Id,
                request.Amount,
                request.EzEth,
                request.CreatedAt,
                request.IsQueued ? "queued" : "direct",
                request.FillAt);
        }
    }

    private bool IsStopped(RenzoRisk risk) => Renzo.Risk(risk) == UInt256.One;

    private static string OrRevert(Func<UInt256?> view)
    {
        try
        {
            return view()?.ToString() ?? "revert";
        }
        catch (ArithmeticException)
        {
            return "revert";
        }
    }
}
