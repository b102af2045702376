using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>What a strategy holds.</summary>
/// <param name="Strategy">Which one.</param>
/// <param name="Token">Its token.</param>
/// <param name="TotalShares">Its shares.</param>
/// <param name="IsWhitelisted">Whether it takes deposits.</param>
public sealed record ImportedStrategy(
    Address Strategy, Address Token, UInt256 TotalShares, bool IsWhitelisted);

/// <summary>What a staker put into a strategy.</summary>
/// <param name="Strategy">Which one.</param>
/// <param name="Shares">Deposit shares.</param>
/// <param name="ScalingFactor">Deposit scaling factor, in 10⁻¹⁸.</param>
public sealed record ImportedDeposit(Address Strategy, UInt256 Shares, UInt256 ScalingFactor);

/// <summary>A staker.</summary>
/// <param name="Staker">Who.</param>
/// <param name="DelegatedTo">Its operator; zero for none.</param>
/// <param name="WithdrawalNonce">How many withdrawals it has queued.</param>
/// <param name="DepositNonce">How many signed deposits it has made.</param>
/// <param name="Deposits">What it put in, in the contract's order.</param>
public sealed record ImportedStaker(
    Address Staker,
    Address DelegatedTo,
    ulong WithdrawalNonce,
    UInt256 DepositNonce,
    IReadOnlyList<ImportedDeposit> Deposits);

/// <summary>A pod and what is in it.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Pod">Where.</param>
/// <param name="Shares">Deposit shares in wei, negative for a legacy deficit.</param>
/// <param name="SlashingFactor">What the beacon chain left, in 10⁻¹⁸.</param>
/// <param name="ExecutionGwei">What it can pay out, in gwei.</param>
public sealed record ImportedPod(
    Address Owner, Address Pod, Int256 Shares, ulong SlashingFactor, ulong ExecutionGwei);

/// <summary>What an operator stands for in a strategy.</summary>
/// <param name="Strategy">Which one.</param>
/// <param name="Shares">Operator shares.</param>
/// <param name="MaxMagnitude">What slashing left, in 10⁻¹⁸.</param>
/// <param name="EncumberedMagnitude">What is put behind sets, in 10⁻¹⁸.</param>
public sealed record ImportedOperatorShares(
    Address Strategy, UInt256 Shares, ulong MaxMagnitude, ulong EncumberedMagnitude);

/// <summary>What an operator puts behind a set.</summary>
/// <param name="Set">Which set.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="CurrentMagnitude">Now, in 10⁻¹⁸.</param>
/// <param name="TargetMagnitude">From the effect block on, in 10⁻¹⁸.</param>
/// <param name="EffectBlock">0 when nothing is pending.</param>
public sealed record ImportedAllocation(
    OperatorSet Set, Address Strategy, ulong CurrentMagnitude, ulong TargetMagnitude, uint EffectBlock);

/// <summary>An operator.</summary>
/// <param name="Operator">Who.</param>
/// <param name="Approver">Who signs delegations to it; zero for nobody.</param>
/// <param name="AllocationDelayBlocks">How long its increases wait; null when it was never set.</param>
/// <param name="Shares">What it stands for.</param>
/// <param name="AllocatedSets">The sets it puts something behind, in the contract's order.</param>
/// <param name="Allocations">What it puts behind them, each set's in the contract's order, and deallocations
/// of one strategy in the order in which they were made.</param>
public sealed record ImportedOperator(
    Address Operator,
    Address Approver,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] uint? AllocationDelayBlocks,
    IReadOnlyList<ImportedOperatorShares> Shares,
    IReadOnlyList<OperatorSet> AllocatedSets,
    IReadOnlyList<ImportedAllocation> Allocations);

/// <summary>An operator set.</summary>
/// <param name="Set">Which one.</param>
/// <param name="Slasher">Who may slash.</param>
/// <param name="PendingSlasher">Who may from the pending block on; zero for no change.</param>
/// <param name="PendingSlasherBlock">From when on.</param>
/// <param name="Recipient">Who is paid what is slashed; zero or the burn address for nobody.</param>
/// <param name="SlashCount">How many slashes it has made.</param>
/// <param name="Strategies">What counts in it, in the contract's order.</param>
/// <param name="Members">Who is in it, in the contract's order.</param>
public sealed record ImportedOperatorSet(
    OperatorSet Set,
    Address Slasher,
    Address PendingSlasher,
    uint PendingSlasherBlock,
    Address Recipient,
    ulong SlashCount,
    IReadOnlyList<Address> Strategies,
    IReadOnlyList<Address> Members);

/// <summary>Slashed shares that were not cleared.</summary>
/// <param name="Set">The set that slashed.</param>
/// <param name="SlashId">Which slash of the set.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="Shares">How many.</param>
public sealed record ImportedSlash(OperatorSet Set, ulong SlashId, Address Strategy, UInt256 Shares);

/// <summary>Puts a state that was read elsewhere into a world that has EigenLayer but nobody in it.</summary>
/// <remarks>
/// An outside fact: nothing is checked, and no events are logged. Histories begin at the current block.
/// </remarks>
/// <param name="Sender">Who asks.</param>
/// <param name="Strategies">The strategies.</param>
/// <param name="Pods">The pods.</param>
/// <param name="Stakers">The stakers.</param>
/// <param name="Operators">The operators.</param>
/// <param name="Services">The services that described themselves, and may create sets.</param>
/// <param name="Sets">The operator sets.</param>
/// <param name="Withdrawals">The withdrawals that wait, in order of queueing.</param>
/// <param name="Slashes">The slashes that were not cleared.</param>
/// <param name="BurnableEtherShares">Ether that services slashed from pods, in wei.</param>
public sealed record ImportEigenLayer(
    Address Sender,
    IReadOnlyList<ImportedStrategy> Strategies,
    IReadOnlyList<ImportedPod> Pods,
    IReadOnlyList<ImportedStaker> Stakers,
    IReadOnlyList<ImportedOperator> Operators,
    IReadOnlyList<Address> Services,
    IReadOnlyList<ImportedOperatorSet> Sets,
    IReadOnlyList<Withdrawal> Withdrawals,
    IReadOnlyList<ImportedSlash> Slashes,
    UInt256 BurnableEtherShares) : Command(Sender)
{
    private static readonly Refusal _alreadyInUse = new("AlreadyInUse");

    internal override Refusal? Apply(World world)
    {
        EigenLayerCore core = world.EigenLayer;
        if (core.Delegation.Operators().Count > 0) return _alreadyInUse;

        ApplyStakes(core);
        ApplySets(core);
        foreach (Withdrawal withdrawal in Withdrawals)
        {
            core.Withdrawals.Import(withdrawal);
        }

        foreach (ImportedSlash slash in Slashes)
        {
            core.SlashedShares.Import(slash.Set, slash.SlashId, slash.Strategy, slash.Shares);
        }

        core.Pods.ImportBurnable(BurnableEtherShares);
        return null;
    }

    private void ApplyStakes(EigenLayerCore core)
    {
        foreach (ImportedStrategy strategy in Strategies)
        {
            core.Strategies.Import(strategy.Strategy, strategy.Token, strategy.TotalShares);
            core.StrategyManager.ImportWhitelisted(strategy.Strategy, strategy.IsWhitelisted);
        }

        foreach (ImportedPod pod in Pods)
        {
            core.Pods.Import(pod);
        }

        foreach (ImportedOperator @operator in Operators)
        {
            core.Delegation.Import(@operator);
            core.Magnitudes.Import(@operator);
        }

        foreach (ImportedStaker staker in Stakers)
        {
            core.Delegation.Import(staker);
            core.StrategyManager.Import(staker);
            core.Withdrawals.ImportNonce(staker.Staker, staker.WithdrawalNonce);
        }
    }

    private void ApplySets(EigenLayerCore core)
    {
        foreach (Address service in Services)
        {
            core.OperatorSets.ImportMetadata(service);
        }

        foreach (ImportedOperatorSet set in Sets)
        {
            core.OperatorSets.Import(set);
            core.Slashing.Import(set.Set, set.SlashCount);
        }
    }
}
