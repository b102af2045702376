using System.Globalization;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Reads the state keys of a recording from the engine's views.</summary>
internal sealed class EigenLayerState(EigenLayerSetting setting, World world)
{
    private const uint FutureBlocks = 1000;

    private readonly EigenLayerCore _core = world.EigenLayer;
    private Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    public Dictionary<string, string> Read()
    {
        _keys = new Dictionary<string, string>(_keys.Count, StringComparer.Ordinal)
        {
            ["block"] = Text(world.Clock.Block),
            ["ts"] = Text(world.Clock.Seconds),
            ["burnableETH"] = _core.Pods.BurnableEtherShares.ToString(),
        };
        for (int k = 0; k < setting.Strategies.Count; k++)
        {
            ReadStrategy(k);
        }

        foreach (string staker in setting.Stakers)
        {
            ReadStaker(staker);
        }

        foreach (string @operator in setting.Operators)
        {
            ReadOperator(@operator);
        }

        for (int j = 0; j < setting.Sets.Count; j++)
        {
            ReadSet(j);
        }

        return _keys;
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private void ReadStrategy(int k)
    {
        if (setting.Tokens[k].IsZero) return;

        Address strategy = setting.Strategies[k];
        _keys[$"strat.{k}.totalShares"] = _core.Strategies.TotalShares(strategy).ToString();
        _keys[$"strat.{k}.tokenBalance"] = world.Ledger.Balance(setting.Tokens[k], strategy).ToString();
        _keys[$"strat.{k}.rate1e18"] = _core.Strategies.ToUnderlyingDown(strategy, Constants.Wad).ToString();
        foreach (string recipient in (string[])["burn", "r0", "r1"])
        {
            _keys[$"recip.{recipient}.{k}"] =
                world.Ledger.Balance(setting.Tokens[k], setting.Labels[recipient]).ToString();
        }
    }

    private void ReadStaker(string label)
    {
        Address staker = setting.Labels[label];
        string prefix = $"staker.{label}";
        _keys[$"{prefix}.delegatedTo"] = setting.Labels[_core.Delegation.DelegatedTo(staker)];
        _keys[$"{prefix}.nonce"] = Text(_core.Withdrawals.Nonce(staker));
        _keys[$"{prefix}.list"] = setting.Indices(_core.StrategyManager.StrategiesOf(staker));
        _keys[$"{prefix}.bcsf"] = Text(_core.Pods.BeaconChainSlashingFactor(staker));
        _keys[$"{prefix}.pod"] = _core.Pods.PodOwnerShares(staker).ToString();
        for (int k = 0; k < setting.Strategies.Count; k++)
        {
            Address strategy = setting.Strategies[k];
            Address token = setting.Tokens[k].IsZero ? Ledger.Ether : setting.Tokens[k];
            _keys[$"{prefix}.dep.{k}"] = _core.Delegation.DepositShares(staker, strategy).ToString();
            _keys[$"{prefix}.wd.{k}"] = _core.Delegation.WithdrawableShares(staker, strategy).ToString();
            _keys[$"{prefix}.dsf.{k}"] = _core.Delegation.DepositScalingFactor(staker, strategy).ToString();
            _keys[$"{prefix}.bal.{k}"] = world.Ledger.Balance(token, staker).ToString();
        }

        IReadOnlyList<ulong> nonces = _core.Withdrawals.NoncesOf(staker);
        _keys[$"{prefix}.q"] = string.Join(',', nonces);
        foreach (ulong nonce in nonces)
        {
            ReadWithdrawal($"{prefix}.q.{nonce}", _core.Withdrawals.Get(staker, nonce));
        }
    }

    private void ReadWithdrawal(string prefix, Withdrawal withdrawal)
    {
        _keys[$"{prefix}.root"] = withdrawal.Root().ToString();
        _keys[$"{prefix}.start"] = Text(withdrawal.StartBlock);
        _keys[$"{prefix}.to"] = setting.Labels[withdrawal.DelegatedTo];
        _keys[$"{prefix}.strats"] = setting.Indices(withdrawal.Strategies);
        _keys[$"{prefix}.scaled"] = string.Join(',', withdrawal.ScaledShares);
        _keys[$"{prefix}.shares"] = string.Join(',', _core.Withdrawals.WithdrawableShares(withdrawal));
    }

    private void ReadOperator(string label)
    {
        Address @operator = setting.Labels[label];
        string prefix = $"op.{label}";
        _keys[$"{prefix}.delay"] = _core.Magnitudes.DelayOf(@operator) is { } delay ? Text(delay) : "unset";
        _keys[$"{prefix}.allocSets"] = string.Join(
            ',', _core.Magnitudes.AllocatedSets(@operator).Select(set => setting.Sets.IndexOf(set)));
        _keys[$"{prefix}.approver"] = setting.Labels[_core.Delegation.ApproverOf(@operator)];
        for (int k = 0; k < setting.Strategies.Count; k++)
        {
            Address strategy = setting.Strategies[k];
            _keys[$"{prefix}.shares.{k}"] = _core.Delegation.OperatorShares(@operator, strategy).ToString();
            _keys[$"{prefix}.maxMag.{k}"] = Text(_core.Magnitudes.Max(@operator, strategy));
            _keys[$"{prefix}.enc.{k}"] = Text(_core.Magnitudes.Encumbered(@operator, strategy));
            _keys[$"{prefix}.free.{k}"] = Text(_core.Magnitudes.Allocatable(@operator, strategy));
            _keys[$"{prefix}.slashableQ.{k}"] = _core.Withdrawals.SlashableShares(
                @operator, strategy).ToString();
        }

        for (int j = 0; j < setting.Sets.Count; j++)
        {
            ReadMember($"{prefix}.set.{j}", @operator, setting.Sets[j]);
        }
    }

    private void ReadMember(string prefix, Address @operator, OperatorSet set)
    {
        _keys[$"{prefix}.member"] = _core.OperatorSets.IsMember(@operator, set).ToString();
        _keys[$"{prefix}.slashable"] = _core.OperatorSets.IsSlashable(@operator, set).ToString();
        _keys[$"{prefix}.strats"] = setting.Indices(_core.Magnitudes.AllocatedStrategies(@operator, set));
        uint block = (uint)world.Clock.Block;
        for (int k = 0; k < setting.Strategies.Count; k++)
        {
            Address strategy = setting.Strategies[k];
            Allocation allocation = _core.Magnitudes.AllocationOf(@operator, set, strategy);
            _keys[$"{prefix}.alloc.{k}"] =
                $"{allocation.Current},{allocation.PendingDifference},{allocation.EffectBlock}";
            _keys[$"{prefix}.minSlash.{k}"] =
                _core.Slashing.MinimumSlashableShares(
                    @operator, set, strategy, block + FutureBlocks).ToString();
            _keys[$"{prefix}.allocStake.{k}"] =
                _core.Slashing.AllocatedShares(@operator, set, strategy, block).ToString();
        }
    }

    private void ReadSet(int j)
    {
        OperatorSet set = setting.Sets[j];
        string prefix = $"set.{j}";
        (Address pending, uint pendingBlock) = _core.OperatorSets.PendingSlasherOf(set);
        _keys[$"{prefix}.slasher"] = setting.Labels[_core.OperatorSets.SlasherOf(set)];
        _keys[$"{prefix}.pendingSlasher"] = setting.Labels[pending];
        _keys[$"{prefix}.pendingSlasherBlock"] = Text(pendingBlock);
        _keys[$"{prefix}.slashCount"] = Text(_core.Slashing.CountOf(set));
        _keys[$"{prefix}.strats"] = setting.Indices(_core.OperatorSets.StrategiesOf(set));
        _keys[$"{prefix}.members"] = Text(_core.OperatorSets.MembersOf(set).Count);
        IReadOnlyList<ulong> ids = _core.SlashedShares.PendingSlashes(set);
        _keys[$"{prefix}.pendingSlashIds"] = string.Join(',', ids);
        foreach (ulong id in ids)
        {
            _keys[$"{prefix}.slash.{id}"] = string.Join(',', _core.SlashedShares.PendingStrategies(set, id)
                .Select(strategy =>
                    $"{setting.Strategies.IndexOf(
                        strategy)}:{_core.SlashedShares.PendingShares(set, id, strategy)}"));
        }
    }
}
