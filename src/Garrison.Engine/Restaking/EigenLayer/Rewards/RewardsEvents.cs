using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>A service pays all who back it.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Avs">The service.</param>
/// <param name="SubmissionNonce">Its number among the payer's.</param>
/// <param name="RewardsSubmissionHash">Of payer, nonce and submission.</param>
/// <param name="RewardsSubmission">What is paid, net of the fee.</param>
public sealed record AvsRewardsSubmissionCreated(
    Address Contract,
    Address Avs,
    ulong SubmissionNonce,
    Hash32 RewardsSubmissionHash,
    Submission RewardsSubmission) : Event(Contract);

/// <summary>Everyone who restakes is paid.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Submitter">Who.</param>
/// <param name="SubmissionNonce">Its number among the payer's.</param>
/// <param name="RewardsSubmissionHash">Of payer, nonce and submission.</param>
/// <param name="RewardsSubmission">What is paid, net of the fee.</param>
public sealed record RewardsSubmissionForAllCreated(
    Address Contract,
    Address Submitter,
    ulong SubmissionNonce,
    Hash32 RewardsSubmissionHash,
    Submission RewardsSubmission) : Event(Contract);

/// <summary>Everyone who restakes with an operator of a service is paid.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="TokenHopper">Who pays.</param>
/// <param name="SubmissionNonce">Its number among the payer's.</param>
/// <param name="RewardsSubmissionHash">Of payer, nonce and submission.</param>
/// <param name="RewardsSubmission">What is paid, net of the fee.</param>
public sealed record RewardsSubmissionForAllEarnersCreated(
    Address Contract,
    Address TokenHopper,
    ulong SubmissionNonce,
    Hash32 RewardsSubmissionHash,
    Submission RewardsSubmission) : Event(Contract);

/// <summary>A service pays operators what it assigns to each.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Avs">The service.</param>
/// <param name="OperatorDirectedRewardsSubmissionHash">Of service, nonce and submission.</param>
/// <param name="SubmissionNonce">Its number among the payer's.</param>
/// <param name="OperatorDirectedRewardsSubmission">What is paid, net of the fee.</param>
public sealed record OperatorDirectedAvsRewardsSubmissionCreated(
    Address Contract,
    Address Caller,
    Address Avs,
    Hash32 OperatorDirectedRewardsSubmissionHash,
    ulong SubmissionNonce,
    DirectedSubmission OperatorDirectedRewardsSubmission) : Event(Contract);

/// <summary>A service pays operators of a set what it assigns to each.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Caller">Who called.</param>
/// <param name="OperatorDirectedRewardsSubmissionHash">Of service, nonce and submission.</param>
/// <param name="OperatorSet">The set.</param>
/// <param name="SubmissionNonce">Its number among the payer's.</param>
/// <param name="OperatorDirectedRewardsSubmission">What is paid, net of the fee.</param>
public sealed record OperatorDirectedOperatorSetRewardsSubmissionCreated(
    Address Contract,
    Address Caller,
    Hash32 OperatorDirectedRewardsSubmissionHash,
    OperatorSet OperatorSet,
    ulong SubmissionNonce,
    DirectedSubmission OperatorDirectedRewardsSubmission) : Event(Contract);

/// <summary>A set is paid by slashable stake.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Caller">Who called.</param>
/// <param name="RewardsSubmissionHash">Of payer, nonce and submission.</param>
/// <param name="OperatorSet">The set.</param>
/// <param name="SubmissionNonce">Its number among the payer's.</param>
/// <param name="RewardsSubmission">What is paid, net of the fee.</param>
public sealed record UniqueStakeRewardsSubmissionCreated(
    Address Contract,
    Address Caller,
    Hash32 RewardsSubmissionHash,
    OperatorSet OperatorSet,
    ulong SubmissionNonce,
    Submission RewardsSubmission) : Event(Contract);

/// <summary>A set is paid by delegated stake.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Caller">Who called.</param>
/// <param name="RewardsSubmissionHash">Of payer, nonce and submission.</param>
/// <param name="OperatorSet">The set.</param>
/// <param name="SubmissionNonce">Its number among the payer's.</param>
/// <param name="RewardsSubmission">What is paid, net of the fee.</param>
public sealed record TotalStakeRewardsSubmissionCreated(
    Address Contract,
    Address Caller,
    Hash32 RewardsSubmissionHash,
    OperatorSet OperatorSet,
    ulong SubmissionNonce,
    Submission RewardsSubmission) : Event(Contract);

/// <summary>Earnings were taken out.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Root">The root.</param>
/// <param name="Earner">Who earned.</param>
/// <param name="Claimer">Who claims; zero for the earner.</param>
/// <param name="Recipient">Who was paid.</param>
/// <param name="Token">In what.</param>
/// <param name="ClaimedAmount">How much, in the token's smallest unit.</param>
public sealed record RewardsClaimed(
    Address Contract,
    Hash32 Root,
    Address Earner,
    Address Claimer,
    Address Recipient,
    Address Token,
    UInt256 ClaimedAmount) : Event(Contract);

/// <summary>Someone claims for an earner.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Earner">Who earned.</param>
/// <param name="OldClaimer">Who claimed before.</param>
/// <param name="Claimer">Who claims; zero for the earner.</param>
public sealed record ClaimerForSet(
    Address Contract,
    Address Earner,
    Address OldClaimer,
    Address Claimer) : Event(Contract);

/// <summary>A root was submitted.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="RootIndex">Its number.</param>
/// <param name="Root">The root.</param>
/// <param name="RewardsCalculationEndTimestamp">Up to when it counts, in seconds since the Unix
/// epoch.</param>
/// <param name="ActivatedAt">From when, in seconds since the Unix epoch.</param>
public sealed record DistributionRootSubmitted(
    Address Contract,
    uint RootIndex,
    Hash32 Root,
    uint RewardsCalculationEndTimestamp,
    uint ActivatedAt) : Event(Contract);

/// <summary>A root was taken back.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="RootIndex">Its number.</param>
public sealed record DistributionRootDisabled(Address Contract, uint RootIndex) : Event(Contract);

/// <summary>An operator keeps another part of a service's rewards.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="Avs">The service.</param>
/// <param name="ActivatedAt">From when, in seconds since the Unix epoch.</param>
/// <param name="OldOperatorAVSSplitBips">Before, in hundredths of a percent.</param>
/// <param name="NewOperatorAVSSplitBips">Now, in hundredths of a percent.</param>
public sealed record OperatorAvsSplitBipsSet(
    Address Contract,
    Address Caller,
    Address Operator,
    Address Avs,
    uint ActivatedAt,
    ushort OldOperatorAVSSplitBips,
    ushort NewOperatorAVSSplitBips) : Event(Contract);

/// <summary>An operator keeps another part of programmatic incentives.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="ActivatedAt">From when, in seconds since the Unix epoch.</param>
/// <param name="OldOperatorPISplitBips">Before, in hundredths of a percent.</param>
/// <param name="NewOperatorPISplitBips">Now, in hundredths of a percent.</param>
public sealed record OperatorPISplitBipsSet(
    Address Contract,
    Address Caller,
    Address Operator,
    uint ActivatedAt,
    ushort OldOperatorPISplitBips,
    ushort NewOperatorPISplitBips) : Event(Contract);

/// <summary>An operator keeps another part of a set's rewards.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="OperatorSet">The set.</param>
/// <param name="ActivatedAt">From when, in seconds since the Unix epoch.</param>
/// <param name="OldOperatorSetSplitBips">Before, in hundredths of a percent.</param>
/// <param name="NewOperatorSetSplitBips">Now, in hundredths of a percent.</param>
public sealed record OperatorSetSplitBipsSet(
    Address Contract,
    Address Caller,
    Address Operator,
    OperatorSet OperatorSet,
    uint ActivatedAt,
    ushort OldOperatorSetSplitBips,
    ushort NewOperatorSetSplitBips) : Event(Contract);

/// <summary>An account pays the protocol fee, or no more.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="Submitter">Who.</param>
/// <param name="OldValue">Whether it did before.</param>
/// <param name="NewValue">Whether it does now.</param>
public sealed record OptInForProtocolFeeSet(
    Address Contract,
    Address Submitter,
    bool OldValue,
    bool NewValue) : Event(Contract);

/// <summary>An account may pay rewards to everyone, or no more.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="RewardsForAllSubmitter">Which account.</param>
/// <param name="OldValue">Whether it did before.</param>
/// <param name="NewValue">Whether it does now.</param>
public sealed record RewardsForAllSubmitterSet(
    Address Contract,
    Address RewardsForAllSubmitter,
    bool OldValue,
    bool NewValue) : Event(Contract);

/// <summary>New roots and splits wait longer or shorter.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="OldActivationDelay">Before, in seconds.</param>
/// <param name="NewActivationDelay">Now, in seconds.</param>
public sealed record ActivationDelaySet(
    Address Contract,
    uint OldActivationDelay,
    uint NewActivationDelay) : Event(Contract);

/// <summary>Operators that have set nothing keep another part.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="OldDefaultOperatorSplitBips">Before, in hundredths of a percent.</param>
/// <param name="NewDefaultOperatorSplitBips">Now, in hundredths of a percent.</param>
public sealed record DefaultOperatorSplitBipsSet(
    Address Contract,
    ushort OldDefaultOperatorSplitBips,
    ushort NewDefaultOperatorSplitBips) : Event(Contract);

/// <summary>Another account gets the protocol fee.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="OldFeeRecipient">Before.</param>
/// <param name="NewFeeRecipient">Now.</param>
public sealed record FeeRecipientSet(
    Address Contract,
    Address OldFeeRecipient,
    Address NewFeeRecipient) : Event(Contract);

/// <summary>Another account submits roots.</summary>
/// <param name="Contract">The RewardsCoordinator.</param>
/// <param name="OldRewardsUpdater">Before.</param>
/// <param name="NewRewardsUpdater">Now.</param>
public sealed record RewardsUpdaterSet(
    Address Contract,
    Address OldRewardsUpdater,
    Address NewRewardsUpdater) : Event(Contract);
