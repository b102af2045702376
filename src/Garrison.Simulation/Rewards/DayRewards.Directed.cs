using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

// Rewards that a service assigns to operators, and that each shares with its stakers.
internal sealed partial class DayRewards
{
    private void PayDirected(RewardWindow window)
    {
        bool isOfSet = _reward.Kind == RewardKind.DirectedSet;
        Count(strategy => !isOfSet || IsInSet(strategy));
        bool hasNoStrategy = isOfSet
            && _reward.At.Day >= _input.Forks.Colorado
            && !_reward.Strategies.Any(one => IsInSet(one.Strategy));
        Refunds neverRegistered = new();
        Refunds withoutStrategies = new();
        foreach (AssignedReward assigned in window.Operators)
        {
            int @operator = _index.OperatorOf(assigned.Operator);
            if (assigned.RegisteredDays == 0)
            {
                _tally.Assigned += assigned.PerDay;
                neverRegistered.Add(@operator, assigned.PerDay);
            }
            else if (assigned.Registrations.Holds(Day))
            {
                _tally.Assigned += assigned.PerDay;
                UInt256 rest = PayAssigned(@operator, assigned.PerDay);
                if (_weighed.Count > 0) continue;
                if (hasNoStrategy) withoutStrategies.Add(@operator, rest);
                else _tally.Stuck += rest;
            }
        }

        // Two refunds of the same amount are one row to the merge, which drops the second.
        RewardTable table = isOfSet ? RewardTable.DirectedSetRefund : RewardTable.DirectedRefund;
        if (neverRegistered.Any)
        {
            Refund(table, neverRegistered.Operators, neverRegistered.Amount, isCounted: true);
        }

        if (withoutStrategies.Any)
        {
            bool isDropped = neverRegistered.Any && neverRegistered.Amount == withoutStrategies.Amount;
            Refund(table, withoutStrategies.Operators, withoutStrategies.Amount, !isDropped);
        }
    }

    private bool IsInSet(Address strategy) =>
        Snapshots.SetStrategies[(strategy, _reward.Set)].Holds(Day);

    // Leaves the operator's stakers weighed; what is for them is returned.
    private UInt256 PayAssigned(int @operator, UInt256 gross)
    {
        bool isOfSet = _reward.Kind == RewardKind.DirectedSet;
        Address address = _index.Operator(@operator);
        uint splitBps = isOfSet
            ? Snapshots.SetSplitBps(address, _reward.Set, Day)
            : Snapshots.AvsSplitBps(address, _reward.Set.Avs, Day, !IsBefore(_input.Forks.Trinity));
        UInt256 kept = Split(gross, splitBps);
        if (Pay(_index.EarnerOfOperator(@operator), kept))
        {
            StrategyMultiplier first = _reward.Strategies[0];
            RewardTable table = isOfSet ? RewardTable.DirectedSetOperator : RewardTable.DirectedOperator;
            Note(table, _index.EarnerOfOperator(@operator), @operator, kept, new RewardFactors
            {
                Strategy = first.Strategy,
                Multiplier = first.Multiplier,
                Payout = gross,
                OperatorTokens = kept,
                SplitBps = splitBps,
            });
        }

        BeginWeighing();
        WeighStakersOf(@operator);
        if (_weighed.Count > 0)
        {
            RewardTable table = isOfSet ? RewardTable.DirectedSetStaker : RewardTable.DirectedStaker;
            DivideAmongStakers(table, gross, kept, splitBps);
        }

        return gross - kept;
    }

    // Every operator's row of a refund carries the sum of all.
    private sealed class Refunds
    {
        public List<int> Operators { get; } = [];

        public UInt256 Amount { get; private set; }

        public bool Any => Operators.Count > 0;

        public void Add(int @operator, UInt256 amount)
        {
            Operators.Add(@operator);
            Amount += amount;
        }
    }
}
