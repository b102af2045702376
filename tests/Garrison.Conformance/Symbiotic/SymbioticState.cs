using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Conformance.Symbiotic;

/// <summary>Reads the state keys of a recording from the engine.</summary>
internal sealed class SymbioticState(SymbioticSetting setting, World world)
{
    private const ulong EpochsBack = 6;

    private SymbioticCore Core => world.Symbiotic;

    private Address Vault => setting.Vault;

    /// <summary>All keys, as they are now.</summary>
    public Dictionary<string, string> Read()
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["block"] = world.Clock.Block.ToString(),
            ["ts"] = world.Clock.Seconds.ToString(),
            ["burner.tokenBalance"] = Balance(setting.Labels["burner"]),
        };
        ReadVault(keys);
        foreach (string user in setting.Users)
        {
            ReadUser(keys, user);
        }

        for (int j = 0; j < setting.Subnetworks.Count; j++)
        {
            ReadSubnetwork(keys, $"sub.{j}", setting.Subnetworks[j]);
        }

        ReadOptIns(keys);
        ReadRequests(keys);
        return keys;
    }

    /// <summary>What the historical views say of a second in the past.</summary>
    public Dictionary<string, string> ReadAt(ulong second)
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["activeStakeAt"] = $"{Core.Vaults.ActiveStakeAt(Vault, second)}",
            ["activeSharesAt"] = $"{Core.Vaults.ActiveSharesAt(Vault, second)}",
        };
        foreach (string user in setting.Users)
        {
            Address account = setting.Labels[user];
            keys[$"users.{user}.activeSharesOfAt"] =
                $"{Core.Vaults.ActiveSharesOfAt(Vault, account, second)}";
            keys[$"users.{user}.activeBalanceOfAt"] =
                $"{Core.Vaults.ActiveBalanceOfAt(Vault, account, second)}";
        }

        for (int j = 0; j < setting.Subnetworks.Count; j++)
        {
            for (int k = 0; k < setting.Operators.Count; k++)
            {
                Address @operator = setting.Labels[setting.Operators[k]];
                Subnetwork subnetwork = setting.Subnetworks[j];
                keys[$"stakeAt.{j}.{k}"] = $"{Core.Delegators.StakeAt(Vault, subnetwork, @operator, second)}";
                keys[$"slashableStakeNow.{j}.{k}"] =
                    $"{Core.Slashers.SlashableStake(Vault, subnetwork, @operator, second)}";
            }
        }

        return keys;
    }

    private void ReadVault(Dictionary<string, string> keys)
    {
        Vault vault = Core.Vaults.Of(Vault);
        ulong current = Core.Vaults.CurrentEpoch(Vault);
        keys["vault.epoch"] = $"{current}";
        keys["vault.epochStart"] = $"{vault.StartOf(current)}";
        keys["vault.activeStake"] = $"{Core.Vaults.ActiveStake(Vault)}";
        keys["vault.activeShares"] = $"{Core.Vaults.ActiveShares(Vault)}";
        keys["vault.totalStake"] = $"{Core.Vaults.TotalStake(Vault)}";
        keys["vault.tokenBalance"] = Balance(Vault);
        keys["vault.depositLimit"] = $"{vault.DepositLimit}";
        keys["vault.isDepositLimit"] = $"{vault.HasDepositLimit}";
        keys["vault.depositWhitelist"] = $"{vault.HasDepositWhitelist}";
        foreach (ulong epoch in Epochs(current))
        {
            SharePool bucket = Core.Vaults.Withdrawals(Vault, epoch);
            keys[$"vault.withdrawals.{epoch}"] = $"{bucket.Assets}";
            keys[$"vault.withdrawalShares.{epoch}"] = $"{bucket.Shares}";
        }
    }

    private void ReadUser(Dictionary<string, string> keys, string user)
    {
        Address account = setting.Labels[user];
        keys[$"user.{user}.activeShares"] = $"{Core.Vaults.ActiveSharesOf(Vault, account)}";
        keys[$"user.{user}.activeBalance"] = $"{Core.Vaults.ActiveBalanceOf(Vault, account)}";
        keys[$"user.{user}.slashable"] = $"{Core.Vaults.SlashableBalanceOf(Vault, account)}";
        keys[$"user.{user}.token"] = Balance(account);
        keys[$"user.{user}.whitelisted"] = $"{Core.Vaults.MayDeposit(Vault, account)}";
        foreach (ulong epoch in Epochs(Core.Vaults.CurrentEpoch(Vault)))
        {
            UInt256 shares = Core.Vaults.WithdrawalSharesOf(Vault, epoch, account);
            bool isClaimed = Core.Vaults.IsClaimed(Vault, epoch, account);
            if (!shares.IsZero || isClaimed)
            {
                keys[$"user.{user}.w.{epoch}"] =
                    $"{shares},{Core.Vaults.WithdrawalsOf(Vault, epoch, account)},{(isClaimed ? 1 : 0)}";
            }
        }
    }

    private void ReadSubnetwork(Dictionary<string, string> keys, string prefix, Subnetwork subnetwork)
    {
        Delegators delegators = Core.Delegators;
        keys[$"{prefix}.maxLimit"] = $"{delegators.MaxNetworkLimit(Vault, subnetwork)}";
        if (setting.Delegator != DelegatorKind.OperatorNetworkSpecific)
        {
            keys[$"{prefix}.limit"] = $"{delegators.NetworkLimit(Vault, subnetwork)}";
        }

        if (setting.Delegator == DelegatorKind.NetworkRestake)
        {
            keys[$"{prefix}.totalShares"] = $"{delegators.TotalOperatorShares(Vault, subnetwork)}";
        }

        if (setting.Slasher == SlasherKind.Veto)
        {
            Address resolver = Core.Slashers.ResolverAt(Vault, subnetwork, world.Clock.Seconds);
            keys[$"{prefix}.resolver"] = setting.Labels[resolver];
        }

        foreach (string name in setting.Operators)
        {
            ReadOperator(keys, $"{prefix}.{name}", subnetwork, setting.Labels[name]);
        }
    }

    private void ReadOperator(
        Dictionary<string, string> keys, string prefix, Subnetwork subnetwork, Address @operator)
    {
        Slashers slashers = Core.Slashers;
        keys[$"{prefix}.stake"] = $"{Core.Delegators.Stake(Vault, subnetwork, @operator)}";
        keys[$"{prefix}.cumSlash"] = $"{slashers.CumulativeSlash(Vault, subnetwork, @operator)}";
        keys[$"{prefix}.latestCapture"] = $"{slashers.LatestCapture(Vault, subnetwork, @operator)}";
        keys[$"{prefix}.slashable"] =
            $"{slashers.SlashableStake(Vault, subnetwork, @operator, world.Clock.Seconds - 1)}";
        if (setting.Delegator == DelegatorKind.NetworkRestake)
        {
            keys[$"{prefix}.shares"] = $"{Core.Delegators.OperatorShares(Vault, subnetwork, @operator)}";
        }

        if (setting.Delegator == DelegatorKind.FullRestake)
        {
            keys[$"{prefix}.limit"] = $"{Core.Delegators.OperatorLimit(Vault, subnetwork, @operator)}";
        }
    }

    private void ReadOptIns(Dictionary<string, string> keys)
    {
        foreach (string name in setting.Operators)
        {
            Address @operator = setting.Labels[name];
            keys[$"opt.vault.{name}"] = $"{Core.VaultOptIns.IsOptedIn(@operator, Vault)}";
            foreach (string network in setting.Networks)
            {
                keys[$"opt.net.{name}.{network}"] =
                    $"{Core.NetworkOptIns.IsOptedIn(@operator, setting.Labels[network])}";
            }
        }
    }

    private void ReadRequests(Dictionary<string, string> keys)
    {
        for (ulong i = 0; i < Core.Slashers.RequestCount(Vault); i++)
        {
            SlashRequest request = Core.Slashers.RequestOf(Vault, i);
            keys[$"req.{i}"] = string.Join(
                ',',
                setting.Labels.Name(request.Subnetwork.ToString()),
                setting.Labels[request.Operator],
                request.Amount,
                request.CaptureTimestamp,
                request.VetoDeadline,
                request.IsCompleted ? 1 : 0);
        }
    }

    private string Balance(Address account) => $"{world.Ledger.Balance(setting.Token, account)}";

    private static IEnumerable<ulong> Epochs(ulong current)
    {
        for (ulong epoch = current < EpochsBack ? 0 : current - EpochsBack; epoch <= current + 1; epoch++)
        {
            yield return epoch;
        }
    }
}
