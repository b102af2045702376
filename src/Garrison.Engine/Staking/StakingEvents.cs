using Garrison.Primitives;

namespace Garrison.Engine.Staking;

/// <summary>Validators joined the set; they wait for activation.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="AmountGwei">What each brought.</param>
public sealed record ValidatorsAdded(ulong First, ulong Count, ulong AmountGwei) : Event(Address.Zero);

/// <summary>Validators have a date to leave.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="ExitEpoch">From when each is active no more.</param>
/// <param name="WithdrawableEpoch">From when each can be paid out, unless a slashing delays it.</param>
public sealed record ValidatorsExiting(ulong First, ulong Count, ulong ExitEpoch, ulong WithdrawableEpoch)
    : Event(Address.Zero);

/// <summary>Validators were slashed.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="PenaltyGwei">What each lost at once.</param>
/// <param name="WithdrawableEpoch">From when each can be paid out.</param>
public sealed record ValidatorsSlashed(ulong First, ulong Count, ulong PenaltyGwei, ulong WithdrawableEpoch)
    : Event(Address.Zero);

/// <summary>Slashed validators paid for what was slashed around them.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="PenaltyGwei">What each lost: the penalty, or all it had if that was less.</param>
public sealed record CorrelationPenalized(ulong First, ulong Count, ulong PenaltyGwei) : Event(Address.Zero);

/// <summary>Validators were paid from their balances.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="AmountGwei">What each was paid.</param>
public sealed record ValidatorsPaid(ulong First, ulong Count, ulong AmountGwei) : Event(Address.Zero);

/// <summary>A validator's balance moved into another.</summary>
/// <param name="Source">Which one left.</param>
/// <param name="Target">Which one got its balance.</param>
/// <param name="AmountGwei">How much.</param>
public sealed record ValidatorConsolidated(ulong Source, ulong Target, ulong AmountGwei)
    : Event(Address.Zero);

/// <summary>Members of the sync committee were paid for the slots in which they took part.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="AmountGwei">What each was paid, for all its seats and slots.</param>
public sealed record SyncCommitteeRewarded(ulong First, ulong Count, ulong AmountGwei)
    : Event(Address.Zero);

/// <summary>Members of the sync committee were charged for the slots in which they were absent.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="PenaltyGwei">What each lost, for all its seats and slots; less when it had less.</param>
public sealed record SyncCommitteePenalized(ulong First, ulong Count, ulong PenaltyGwei)
    : Event(Address.Zero);

/// <summary>A proposer was paid for what its blocks include.</summary>
/// <param name="Proposer">The index.</param>
/// <param name="AmountGwei">How much.</param>
public sealed record ProposerRewarded(ulong Proposer, ulong AmountGwei) : Event(Address.Zero);
