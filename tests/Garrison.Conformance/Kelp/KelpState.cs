using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Primitives;

namespace Garrison.Conformance.Kelp;

/// <summary>Reads the state keys of a recording of Kelp from the engine.</summary>
internal sealed class KelpState(World world, Labels labels, KelpSetting setting)
{
    private KelpIssuer Kelp => world.Kelp;

    /// <summary>All keys, as they are now.</summary>
    public SortedDictionary<string, string> Read()
    {
        SortedDictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["ts"] = $"{world.Clock.Seconds}",
            ["rsETHPrice"] = $"{Kelp.Price}",
            ["pricePercentageLimit"] = $"{Kelp.Terms.LimitPercent}",
            ["rsETH.totalSupply"] = $"{Kelp.Supply}",
            ["protocolFeeInBPS"] = $"{Kelp.Terms.FeeBps}",
            ["minAmountToDeposit"] = $"{Kelp.Terms.MinimumDeposit}",
            ["withdrawalDelayBlocks"] = $"{Kelp.Terms.DelayBlocks}",
            ["converter.ethValueInWithdrawal"] = $"{Kelp.Terms.ConverterValue}",
        };
        foreach (string contract in (string[])["depositPool", "withdrawalManager", "rsETH"])
        {
            keys[$"{contract}.paused"] = $"{Kelp.IsPaused(labels[contract])}";
        }

        foreach (string holder in (string[])["treasury", "withdrawalManager", .. setting.Users])
        {
            keys[$"rsETH.{holder}"] = $"{world.Ledger.Balance(labels["rsETH"], labels[holder])}";
        }

        foreach (string delegator in setting.Delegators)
        {
            keys[$"{delegator}.accounted"] = $"{Kelp.IsAccounted(labels[delegator])}";
        }

        foreach (string asset in setting.Assets)
        {
            ReadAsset(keys, asset);
            ReadHoldings(keys, asset);
            ReadQueue(keys, asset);
        }

        return keys;
    }

    private void ReadAsset(SortedDictionary<string, string> keys, string name)
    {
        Address asset = labels[name];
        KelpAsset terms = Kelp.Asset(asset);
        keys[$"{name}.price"] = $"{world.AssetPrices.Of(labels["priceMock"], asset).Answer}";
        keys[$"{name}.total"] = Kelp.TotalAssets(asset, out UInt256 total) is null ? $"{total}" : "revert";
        keys[$"{name}.currentLimit"] =
            Kelp.DepositRoom(asset, out UInt256 room) is null ? $"{room}" : "revert";
        keys[$"{name}.available"] = Kelp.Available(asset, out UInt256 free) is null ? $"{free}" : "revert";
        keys[$"{name}.depositLimit"] = $"{terms.DepositLimit}";
        keys[$"{name}.committed"] = $"{terms.Committed}";
        keys[$"{name}.nextUnused"] = $"{terms.NextUnused}";
        keys[$"{name}.nextLocked"] = $"{terms.NextLocked}";
        keys[$"{name}.minWithdraw"] = $"{terms.MinimumWithdrawal}";
        keys[$"{name}.sharesUnstaking"] = $"{terms.SharesUnstaking}";
        if (name != "ETH")
        {
            keys[$"{name}.strategyRate"] = $"{world.AssetPrices.Of(terms.Strategy, asset).Answer}";
        }
    }

    private void ReadHoldings(SortedDictionary<string, string> keys, string name)
    {
        Address asset = labels[name];
        foreach (string holder in (string[])
            ["depositPool", "unstakingVault", "withdrawalManager", .. setting.Delegators, .. setting.Users])
        {
            keys[$"{name}.bal.{holder}"] = $"{world.Ledger.Balance(asset, labels[holder])}";
        }

        foreach (string delegator in setting.Delegators)
        {
            keys[$"{name}.staked.{delegator}"] = $"{world.Backings.Amount(labels[delegator], asset)}";
        }
    }

    private void ReadQueue(SortedDictionary<string, string> keys, string name)
    {
        Address asset = labels[name];
        for (ulong nonce = 0; nonce < Kelp.Asset(asset).NextUnused; nonce++)
        {
            KelpRequest request = Kelp.RequestOf(asset, nonce);
            if (request == default) continue;

            keys[$"{name}.req.{nonce}"] =
                $"{labels[request.Owner]},{request.RsEth},{request.Amount},{request.StartBlock}";
        }

        foreach (string user in setting.Users)
        {
            KelpNonces nonces = Kelp.NoncesOf(asset, labels[user]);
            keys[$"{name}.deque.{user}"] = $"{nonces.Begin},{nonces.End}";
        }
    }
}
