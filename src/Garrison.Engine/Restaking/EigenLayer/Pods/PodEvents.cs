using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Pods;

/// <summary>A pod was sent ether.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="AmountReceived">How much, in wei.</param>
public sealed record NonBeaconChainEthReceived(Address Contract, UInt256 AmountReceived) : Event(Contract);

/// <summary>Someone else may prove.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="PrevProofSubmitter">Who could before.</param>
/// <param name="NewProofSubmitter">Who can now.</param>
public sealed record ProofSubmitterUpdated(
    Address Contract, Address PrevProofSubmitter, Address NewProofSubmitter)
    : Event(Contract);

/// <summary>A validator counts from now on.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="PubkeyHash">Which one.</param>
public sealed record ValidatorRestaked(Address Contract, Hash32 PubkeyHash) : Event(Contract);

/// <summary>A validator's balance was proved.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="PubkeyHash">Which one.</param>
/// <param name="BalanceTimestamp">The checkpoint, in seconds since the Unix epoch.</param>
/// <param name="NewValidatorBalanceGwei">What it has.</param>
public sealed record ValidatorBalanceUpdated(
    Address Contract, Hash32 PubkeyHash, ulong BalanceTimestamp, ulong NewValidatorBalanceGwei)
    : Event(Contract);

/// <summary>A checkpoint was opened.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="CheckpointTimestamp">When, in seconds since the Unix epoch.</param>
/// <param name="BeaconBlockRoot">The block it counts by.</param>
/// <param name="ValidatorCount">How many validators are to be proved.</param>
public sealed record CheckpointCreated(
    Address Contract, ulong CheckpointTimestamp, Hash32 BeaconBlockRoot, uint ValidatorCount)
    : Event(Contract);

/// <summary>A validator was proved in a checkpoint.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="CheckpointTimestamp">Which one, in seconds since the Unix epoch.</param>
/// <param name="PubkeyHash">Which validator.</param>
public sealed record ValidatorCheckpointed(
    Address Contract, ulong CheckpointTimestamp, Hash32 PubkeyHash)
    : Event(Contract);

/// <summary>A validator has nothing left.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="CheckpointTimestamp">The checkpoint, in seconds since the Unix epoch.</param>
/// <param name="PubkeyHash">Which validator.</param>
public sealed record ValidatorWithdrawn(
    Address Contract, ulong CheckpointTimestamp, Hash32 PubkeyHash)
    : Event(Contract);

/// <summary>A checkpoint was finished.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="CheckpointTimestamp">Which one, in seconds since the Unix epoch.</param>
/// <param name="TotalShareDeltaWei">What the pod gained or lost.</param>
public sealed record CheckpointFinalized(
    Address Contract, ulong CheckpointTimestamp, Int256 TotalShareDeltaWei)
    : Event(Contract);

/// <summary>A validator was made.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="PubkeyHash">Which one.</param>
public sealed record EigenPodStaked(Address Contract, Hash32 PubkeyHash) : Event(Contract);

/// <summary>A validator was asked to leave.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="ValidatorPubkeyHash">Which one.</param>
public sealed record ExitRequested(Address Contract, Hash32 ValidatorPubkeyHash) : Event(Contract);

/// <summary>A part of a validator's balance was asked for.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="ValidatorPubkeyHash">Which one.</param>
/// <param name="WithdrawalAmountGwei">How much.</param>
public sealed record WithdrawalRequested(
    Address Contract, Hash32 ValidatorPubkeyHash, ulong WithdrawalAmountGwei)
    : Event(Contract);

/// <summary>A validator was asked to compound.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="ValidatorPubkeyHash">Which one.</param>
public sealed record SwitchToCompoundingRequested(
    Address Contract, Hash32 ValidatorPubkeyHash)
    : Event(Contract);

/// <summary>A validator was asked to move into another.</summary>
/// <param name="Contract">The pod.</param>
/// <param name="SourcePubkeyHash">Which one.</param>
/// <param name="TargetPubkeyHash">Into which.</param>
public sealed record ConsolidationRequested(
    Address Contract, Hash32 SourcePubkeyHash, Hash32 TargetPubkeyHash)
    : Event(Contract);

/// <summary>Someone else says when Pectra came.</summary>
/// <param name="Contract">The EigenPodManager.</param>
/// <param name="NewProofTimestampSetter">Who.</param>
public sealed record ProofTimestampSetterSet(
    Address Contract, Address NewProofTimestampSetter)
    : Event(Contract);

/// <summary>It was said when Pectra came.</summary>
/// <param name="Contract">The EigenPodManager.</param>
/// <param name="NewPectraForkTimestamp">The last time before, in seconds since the Unix epoch.</param>
public sealed record PectraForkTimestampSet(
    Address Contract, ulong NewPectraForkTimestamp)
    : Event(Contract);
