using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Folds receipts into the facts of the calculation, as the indexer folds logs.</summary>
/// <remarks>
/// Receipts are read in the order of their execution. What services list for their operators is asked of
/// them and not logged, so it is observed apart. Source: reference sections 3.2 and 3.3.
/// </remarks>
public sealed class ReceiptReader
{
    private readonly List<(AllocationUpdated Fact, Moment At)> _pending = [];
    private Moment _next;

    /// <summary>The facts so far.</summary>
    public RewardsHistory History { get; } = new();

    /// <summary>Shares as the indexer keeps them, which drift from the chain's.</summary>
    public IndexedShares Shares { get; } = new();

    /// <summary>Reads what a command did.</summary>
    /// <param name="block">The block it was executed in; not below that of the receipt before.</param>
    /// <param name="seconds">The time of the block, since the Unix epoch.</param>
    /// <param name="receipt">Its receipt.</param>
    public void Read(ulong block, long seconds, Accepted receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        MoveTo(block, seconds);
        RewardSource source = receipt.Events.Any(static fact => fact is DistributionProcessed)
            ? RewardSource.Emission
            : RewardSource.Organic;
        foreach (Event fact in receipt.Events)
        {
            if (!ReadStake(fact) && !ReadMembership(fact) && !ReadSplit(fact)) ReadReward(fact, source);

            _next = _next with { LogIndex = _next.LogIndex + 1 };
        }
    }

    /// <summary>Notes that a service, asked at some time, listed a strategy of an operator.</summary>
    /// <param name="seconds">When it was asked, since the Unix epoch; once a day is what counts.</param>
    /// <param name="operator">The operator.</param>
    /// <param name="avs">The service.</param>
    /// <param name="strategy">The strategy.</param>
    public void Observe(long seconds, Address @operator, Address avs, Address strategy) =>
        History.RestakedStrategies.Add(
            new RestakedStrategy(new Moment(seconds, _next.Block, 0), @operator, avs, strategy));

    // An allocation is dated by the block it takes effect in, so it waits until the time of that is known.
    private void MoveTo(ulong block, long seconds)
    {
        if (block == _next.Block)
        {
            _next = _next with { Seconds = seconds };
            return;
        }

        Moment before = _next;
        _next = new Moment(seconds, block, 0);
        foreach ((AllocationUpdated fact, Moment at) in _pending)
        {
            if (fact.EffectBlock <= block) AddAllocation(fact, at, Between(before, fact.EffectBlock));
        }

        _ = _pending.RemoveAll(one => one.Fact.EffectBlock <= block);
    }

    // Blocks that nothing was read of are dated in proportion, rounded down.
    private long Between(Moment before, ulong block) => before.Seconds
        + (long)((UInt128)(_next.Seconds - before.Seconds) * (block - before.Block)
            / (_next.Block - before.Block));

    private bool ReadStake(Event fact)
    {
        switch (fact)
        {
            case Deposited deposit:
                AddShares(deposit.Staker, deposit.Strategy, Int256.FromUInt256(deposit.Shares));
                return true;
            case PodSharesUpdated pod:
                AddShares(pod.PodOwner, Constants.BeaconChainEtherStrategy, pod.SharesDelta);
                return true;
            case SlashingWithdrawalQueued queued:
                foreach ((int i, Address strategy) in queued.Withdrawal.Strategies.Index())
                {
                    Int256 shares = Int256.FromUInt256(queued.SharesToWithdraw[i]);
                    AddShares(queued.Withdrawal.Staker, strategy, -shares);
                }

                return true;
            case OperatorSlashed slashed:
                Slash(slashed);
                return true;
            case BeaconChainSlashingFactorDecreased decreased:
                Slash(decreased);
                return true;
            default:
                return ReadDelegation(fact);
        }
    }

    private bool ReadDelegation(Event fact)
    {
        switch (fact)
        {
            case StakerDelegated one:
                Shares.Delegate(one.Staker, one.Operator);
                History.Delegations.Add(new DelegationChange(_next, one.Staker, one.Operator, true));
                return true;
            case StakerUndelegated one:
                Shares.Undelegate(one.Staker, one.Operator);
                History.Delegations.Add(new DelegationChange(_next, one.Staker, one.Operator, false));
                return true;
            case OperatorSharesIncreased one:
                Int256 more = Int256.FromUInt256(one.Shares);
                History.OperatorShares.Add(new ShareDelta(_next, one.Operator, one.Strategy, more));
                return true;
            case OperatorSharesDecreased one:
                Int256 less = -Int256.FromUInt256(one.Shares);
                History.OperatorShares.Add(new ShareDelta(_next, one.Operator, one.Strategy, less));
                return true;
            default:
                return false;
        }
    }

    private void Slash(OperatorSlashed slashed)
    {
        foreach ((int i, Address strategy) in slashed.Strategies.Index())
        {
            foreach (Address staker in Shares.StakersOf(slashed.Operator))
            {
                AddShares(staker, strategy, Shares.Loss(staker, strategy, slashed.WadSlashed[i]));
            }
        }
    }

    private void Slash(BeaconChainSlashingFactorDecreased decreased)
    {
        UInt256 kept = UInt256.MulDivDown(
            Constants.Wad, decreased.NewBeaconChainSlashingFactor, decreased.PrevBeaconChainSlashingFactor);
        Address strategy = Constants.BeaconChainEtherStrategy;
        AddShares(
            decreased.Staker, strategy, Shares.Loss(decreased.Staker, strategy, Constants.Wad - kept));
    }

    private void AddShares(Address staker, Address strategy, Int256 shares)
    {
        if (shares.IsZero) return;

        Shares.Add(staker, strategy, shares);
        History.StakerShares.Add(new ShareDelta(_next, staker, strategy, shares));
    }

    private bool ReadMembership(Event fact)
    {
        switch (fact)
        {
            case OperatorAvsRegistrationStatusUpdated one:
                bool isRegistered = one.Status == AvsRegistrationStatus.Registered;
                OperatorSet all = new(one.Avs, 0);
                History.AvsOperators.Add(new MembershipChange(_next, one.Operator, all, isRegistered));
                return true;
            case OperatorAddedToOperatorSet one:
                History.SetOperators.Add(new MembershipChange(_next, one.Operator, one.OperatorSet, true));
                return true;
            case OperatorRemovedFromOperatorSet one:
                History.SetOperators.Add(new MembershipChange(_next, one.Operator, one.OperatorSet, false));
                return true;
            case StrategyAddedToOperatorSet one:
                History.SetStrategies.Add(new MembershipChange(_next, one.Strategy, one.OperatorSet, true));
                return true;
            case StrategyRemovedFromOperatorSet one:
                History.SetStrategies.Add(new MembershipChange(_next, one.Strategy, one.OperatorSet, false));
                return true;
            case AllocationUpdated one:
                if (one.EffectBlock > _next.Block) _pending.Add((one, _next));
                else AddAllocation(one, _next, _next.Seconds);
                return true;
            case MaxMagnitudeUpdated one:
                History.MaxMagnitudes.Add(
                    new MaxMagnitudeChange(_next, one.Operator, one.Strategy, one.MaxMagnitude));
                return true;
            default:
                return false;
        }
    }

    private void AddAllocation(AllocationUpdated fact, Moment at, long effectSeconds) =>
        History.Allocations.Add(new AllocationChange(
            at with { Seconds = effectSeconds },
            fact.Operator,
            fact.OperatorSet,
            fact.Strategy,
            fact.Magnitude));

    private bool ReadSplit(Event fact)
    {
        switch (fact)
        {
            case OperatorAvsSplitBipsSet one:
                History.AvsSplits.Add(new SplitChange(
                    _next, one.Operator, new(one.Avs, 0), one.ActivatedAt, one.NewOperatorAVSSplitBips));
                return true;
            case OperatorPISplitBipsSet one:
                History.ProgrammaticSplits.Add(new SplitChange(
                    _next, one.Operator, default, one.ActivatedAt, one.NewOperatorPISplitBips));
                return true;
            case OperatorSetSplitBipsSet one:
                History.SetSplits.Add(new SplitChange(
                    _next, one.Operator, one.OperatorSet, one.ActivatedAt, one.NewOperatorSetSplitBips));
                return true;
            case DefaultOperatorSplitBipsSet one:
                History.DefaultSplits.Add(new SplitChange(
                    _next, default, default, _next.Seconds, one.NewDefaultOperatorSplitBips));
                return true;
            default:
                return false;
        }
    }

    private void ReadReward(Event fact, RewardSource source)
    {
        switch (fact)
        {
            case AvsRewardsSubmissionCreated one:
                OperatorSet avs = new(one.Avs, 0);
                Add(RewardKind.Avs, one.RewardsSubmissionHash, avs, one.RewardsSubmission, source);
                break;
            case RewardsSubmissionForAllCreated one:
                OperatorSet submitter = new(one.Submitter, 0);
                AddEmission(
                    RewardKind.AllStakers, one.RewardsSubmissionHash, submitter, one.RewardsSubmission);
                break;
            case RewardsSubmissionForAllEarnersCreated one:
                OperatorSet hopper = new(one.TokenHopper, 0);
                AddEmission(RewardKind.AllEarners, one.RewardsSubmissionHash, hopper, one.RewardsSubmission);
                break;
            case UniqueStakeRewardsSubmissionCreated one:
                Hash32 unique = one.RewardsSubmissionHash;
                Add(RewardKind.UniqueStake, unique, one.OperatorSet, one.RewardsSubmission, source);
                break;
            case TotalStakeRewardsSubmissionCreated one:
                Hash32 total = one.RewardsSubmissionHash;
                Add(RewardKind.TotalStake, total, one.OperatorSet, one.RewardsSubmission, source);
                break;
            default:
                ReadDirected(fact, source);
                break;
        }
    }

    private void ReadDirected(Event fact, RewardSource source)
    {
        PaidReward? reward = fact switch
        {
            OperatorDirectedAvsRewardsSubmissionCreated one => PaidReward.Of(
                _next,
                RewardKind.DirectedAvs,
                one.OperatorDirectedRewardsSubmissionHash,
                new(one.Avs, 0),
                one.OperatorDirectedRewardsSubmission,
                source),
            OperatorDirectedOperatorSetRewardsSubmissionCreated one => PaidReward.Of(
                _next,
                RewardKind.DirectedSet,
                one.OperatorDirectedRewardsSubmissionHash,
                one.OperatorSet,
                one.OperatorDirectedRewardsSubmission,
                source),
            _ => null,
        };
        if (reward is not null) History.Rewards.Add(reward);
    }

    // What is paid to everyone is nobody's fee.
    private void AddEmission(RewardKind kind, Hash32 hash, OperatorSet set, Submission submission) =>
        Add(kind, hash, set, submission, RewardSource.Emission);

    private void Add(
        RewardKind kind, Hash32 hash, OperatorSet set, Submission submission, RewardSource source) =>
        History.Rewards.Add(PaidReward.Of(_next, kind, hash, set, submission, source));
}
