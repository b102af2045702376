using System.Text.Json.Serialization;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Engine.Restaking.EigenLayer.Vaults;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>A fact about what a command did, as a contract logs it. The list below is every kind.</summary>
/// <remarks>
/// The wire name ends in the name of the contract's event, and the properties follow the order of its
/// arguments.
/// </remarks>
/// <param name="Contract">The contract that logs it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Transferred), "erc20.Transfer")]
[JsonDerivedType(typeof(Approved), "erc20.Approval")]
[JsonDerivedType(typeof(ValidatorsAdded), "staking.ValidatorsAdded")]
[JsonDerivedType(typeof(ValidatorsExiting), "staking.ValidatorsExiting")]
[JsonDerivedType(typeof(ValidatorsSlashed), "staking.ValidatorsSlashed")]
[JsonDerivedType(typeof(CorrelationPenalized), "staking.CorrelationPenalized")]
[JsonDerivedType(typeof(ValidatorsPaid), "staking.ValidatorsPaid")]
[JsonDerivedType(typeof(ValidatorConsolidated), "staking.ValidatorConsolidated")]
[JsonDerivedType(typeof(SyncCommitteeRewarded), "staking.SyncCommitteeRewarded")]
[JsonDerivedType(typeof(SyncCommitteePenalized), "staking.SyncCommitteePenalized")]
[JsonDerivedType(typeof(ProposerRewarded), "staking.ProposerRewarded")]
[JsonDerivedType(typeof(ExchangeRateEmitted), "eigenlayer.ExchangeRateEmitted")]
[JsonDerivedType(typeof(MaxPerDepositUpdated), "eigenlayer.MaxPerDepositUpdated")]
[JsonDerivedType(typeof(MaxTotalDepositsUpdated), "eigenlayer.MaxTotalDepositsUpdated")]
[JsonDerivedType(typeof(StrategySetForToken), "eigenlayer.StrategySetForToken")]
[JsonDerivedType(typeof(TokenBlacklisted), "eigenlayer.TokenBlacklisted")]
[JsonDerivedType(typeof(Deposited), "eigenlayer.Deposit")]
[JsonDerivedType(typeof(StrategyAddedToDepositWhitelist), "eigenlayer.StrategyAddedToDepositWhitelist")]
[JsonDerivedType(
    typeof(StrategyRemovedFromDepositWhitelist),
    "eigenlayer.StrategyRemovedFromDepositWhitelist")]
[JsonDerivedType(typeof(StrategyWhitelisterChanged), "eigenlayer.StrategyWhitelisterChanged")]
[JsonDerivedType(typeof(SlashResolutionBlockSet), "eigenlayer.SlashResolutionBlockSet")]
[JsonDerivedType(
    typeof(BurnOrRedistributableSharesIncreased),
    "eigenlayer.BurnOrRedistributableSharesIncreased")]
[JsonDerivedType(
    typeof(BurnOrRedistributableSharesDecreased),
    "eigenlayer.BurnOrRedistributableSharesDecreased")]
[JsonDerivedType(typeof(BurnableSharesDecreased), "eigenlayer.BurnableSharesDecreased")]
[JsonDerivedType(typeof(PodDeployed), "eigenlayer.PodDeployed")]
[JsonDerivedType(typeof(PodSharesUpdated), "eigenlayer.PodSharesUpdated")]
[JsonDerivedType(typeof(NewTotalShares), "eigenlayer.NewTotalShares")]
[JsonDerivedType(typeof(BeaconChainSlashingFactorDecreased), "eigenlayer.BeaconChainSlashingFactorDecreased")]
[JsonDerivedType(typeof(BurnableEtherSharesIncreased), "eigenlayer.BurnableETHSharesIncreased")]
[JsonDerivedType(typeof(RestakedBeaconChainEtherWithdrawn), "eigenlayer.RestakedBeaconChainETHWithdrawn")]
[JsonDerivedType(typeof(DelegationApproverUpdated), "eigenlayer.DelegationApproverUpdated")]
[JsonDerivedType(typeof(OperatorRegistered), "eigenlayer.OperatorRegistered")]
[JsonDerivedType(typeof(OperatorMetadataUriUpdated), "eigenlayer.OperatorMetadataURIUpdated")]
[JsonDerivedType(typeof(StakerDelegated), "eigenlayer.StakerDelegated")]
[JsonDerivedType(typeof(StakerUndelegated), "eigenlayer.StakerUndelegated")]
[JsonDerivedType(typeof(StakerForceUndelegated), "eigenlayer.StakerForceUndelegated")]
[JsonDerivedType(typeof(DepositScalingFactorUpdated), "eigenlayer.DepositScalingFactorUpdated")]
[JsonDerivedType(typeof(OperatorSharesIncreased), "eigenlayer.OperatorSharesIncreased")]
[JsonDerivedType(typeof(OperatorSharesDecreased), "eigenlayer.OperatorSharesDecreased")]
[JsonDerivedType(typeof(OperatorSharesSlashed), "eigenlayer.OperatorSharesSlashed")]
[JsonDerivedType(typeof(SlashingWithdrawalQueued), "eigenlayer.SlashingWithdrawalQueued")]
[JsonDerivedType(typeof(SlashingWithdrawalCompleted), "eigenlayer.SlashingWithdrawalCompleted")]
[JsonDerivedType(typeof(AllocationDelaySet), "eigenlayer.AllocationDelaySet")]
[JsonDerivedType(typeof(AllocationUpdated), "eigenlayer.AllocationUpdated")]
[JsonDerivedType(typeof(EncumberedMagnitudeUpdated), "eigenlayer.EncumberedMagnitudeUpdated")]
[JsonDerivedType(typeof(MaxMagnitudeUpdated), "eigenlayer.MaxMagnitudeUpdated")]
[JsonDerivedType(typeof(OperatorSlashed), "eigenlayer.OperatorSlashed")]
[JsonDerivedType(typeof(AvsRegistrarSet), "eigenlayer.AVSRegistrarSet")]
[JsonDerivedType(typeof(AvsMetadataUriUpdated), "eigenlayer.AVSMetadataURIUpdated")]
[JsonDerivedType(typeof(OperatorSetCreated), "eigenlayer.OperatorSetCreated")]
[JsonDerivedType(typeof(RedistributionAddressSet), "eigenlayer.RedistributionAddressSet")]
[JsonDerivedType(typeof(StrategyAddedToOperatorSet), "eigenlayer.StrategyAddedToOperatorSet")]
[JsonDerivedType(typeof(StrategyRemovedFromOperatorSet), "eigenlayer.StrategyRemovedFromOperatorSet")]
[JsonDerivedType(typeof(OperatorAddedToOperatorSet), "eigenlayer.OperatorAddedToOperatorSet")]
[JsonDerivedType(typeof(OperatorRemovedFromOperatorSet), "eigenlayer.OperatorRemovedFromOperatorSet")]
[JsonDerivedType(typeof(SlasherUpdated), "eigenlayer.SlasherUpdated")]
[JsonDerivedType(typeof(SlasherMigrated), "eigenlayer.SlasherMigrated")]
[JsonDerivedType(typeof(Paused), "eigenlayer.Paused")]
[JsonDerivedType(typeof(Unpaused), "eigenlayer.Unpaused")]
[JsonDerivedType(typeof(PendingAdminAdded), "eigenlayer.PendingAdminAdded")]
[JsonDerivedType(typeof(PendingAdminRemoved), "eigenlayer.PendingAdminRemoved")]
[JsonDerivedType(typeof(AdminSet), "eigenlayer.AdminSet")]
[JsonDerivedType(typeof(AdminRemoved), "eigenlayer.AdminRemoved")]
[JsonDerivedType(typeof(AppointeeSet), "eigenlayer.AppointeeSet")]
[JsonDerivedType(typeof(AppointeeRemoved), "eigenlayer.AppointeeRemoved")]
[JsonDerivedType(typeof(AvsRewardsSubmissionCreated), "eigenlayer.AVSRewardsSubmissionCreated")]
[JsonDerivedType(typeof(RewardsSubmissionForAllCreated), "eigenlayer.RewardsSubmissionForAllCreated")]
[JsonDerivedType(
    typeof(RewardsSubmissionForAllEarnersCreated),
    "eigenlayer.RewardsSubmissionForAllEarnersCreated")]
[JsonDerivedType(
    typeof(OperatorDirectedAvsRewardsSubmissionCreated),
    "eigenlayer.OperatorDirectedAVSRewardsSubmissionCreated")]
[JsonDerivedType(
    typeof(OperatorDirectedOperatorSetRewardsSubmissionCreated),
    "eigenlayer.OperatorDirectedOperatorSetRewardsSubmissionCreated")]
[JsonDerivedType(
    typeof(UniqueStakeRewardsSubmissionCreated),
    "eigenlayer.UniqueStakeRewardsSubmissionCreated")]
[JsonDerivedType(typeof(TotalStakeRewardsSubmissionCreated), "eigenlayer.TotalStakeRewardsSubmissionCreated")]
[JsonDerivedType(typeof(RewardsClaimed), "eigenlayer.RewardsClaimed")]
[JsonDerivedType(typeof(ClaimerForSet), "eigenlayer.ClaimerForSet")]
[JsonDerivedType(typeof(DistributionRootSubmitted), "eigenlayer.DistributionRootSubmitted")]
[JsonDerivedType(typeof(DistributionRootDisabled), "eigenlayer.DistributionRootDisabled")]
[JsonDerivedType(typeof(OperatorAvsSplitBipsSet), "eigenlayer.OperatorAVSSplitBipsSet")]
[JsonDerivedType(typeof(OperatorPISplitBipsSet), "eigenlayer.OperatorPISplitBipsSet")]
[JsonDerivedType(typeof(OperatorSetSplitBipsSet), "eigenlayer.OperatorSetSplitBipsSet")]
[JsonDerivedType(typeof(OptInForProtocolFeeSet), "eigenlayer.OptInForProtocolFeeSet")]
[JsonDerivedType(typeof(RewardsForAllSubmitterSet), "eigenlayer.RewardsForAllSubmitterSet")]
[JsonDerivedType(typeof(ActivationDelaySet), "eigenlayer.ActivationDelaySet")]
[JsonDerivedType(typeof(DefaultOperatorSplitBipsSet), "eigenlayer.DefaultOperatorSplitBipsSet")]
[JsonDerivedType(typeof(FeeRecipientSet), "eigenlayer.FeeRecipientSet")]
[JsonDerivedType(typeof(RewardsUpdaterSet), "eigenlayer.RewardsUpdaterSet")]
[JsonDerivedType(typeof(Initialized), "eigenlayer.Initialized")]
[JsonDerivedType(typeof(NonBeaconChainEthReceived), "eigenlayer.NonBeaconChainETHReceived")]
[JsonDerivedType(typeof(ProofSubmitterUpdated), "eigenlayer.ProofSubmitterUpdated")]
[JsonDerivedType(typeof(ValidatorRestaked), "eigenlayer.ValidatorRestaked")]
[JsonDerivedType(typeof(ValidatorBalanceUpdated), "eigenlayer.ValidatorBalanceUpdated")]
[JsonDerivedType(typeof(CheckpointCreated), "eigenlayer.CheckpointCreated")]
[JsonDerivedType(typeof(ValidatorCheckpointed), "eigenlayer.ValidatorCheckpointed")]
[JsonDerivedType(typeof(ValidatorWithdrawn), "eigenlayer.ValidatorWithdrawn")]
[JsonDerivedType(typeof(CheckpointFinalized), "eigenlayer.CheckpointFinalized")]
[JsonDerivedType(typeof(EigenPodStaked), "eigenlayer.EigenPodStaked")]
[JsonDerivedType(typeof(ExitRequested), "eigenlayer.ExitRequested")]
[JsonDerivedType(typeof(WithdrawalRequested), "eigenlayer.WithdrawalRequested")]
[JsonDerivedType(typeof(SwitchToCompoundingRequested), "eigenlayer.SwitchToCompoundingRequested")]
[JsonDerivedType(typeof(ConsolidationRequested), "eigenlayer.ConsolidationRequested")]
[JsonDerivedType(typeof(ProofTimestampSetterSet), "eigenlayer.ProofTimestampSetterSet")]
[JsonDerivedType(typeof(PectraForkTimestampSet), "eigenlayer.PectraForkTimestampSet")]
[JsonDerivedType(typeof(StrategyTokenSet), "eigenlayer.StrategyTokenSet")]
[JsonDerivedType(typeof(VaultInitialized), "eigenlayer.VaultInitialized")]
[JsonDerivedType(typeof(DurationVaultDeployed), "eigenlayer.DurationVaultDeployed")]
[JsonDerivedType(typeof(VaultLocked), "eigenlayer.VaultLocked")]
[JsonDerivedType(typeof(VaultMatured), "eigenlayer.VaultMatured")]
[JsonDerivedType(typeof(VaultAdvancedToWithdrawals), "eigenlayer.VaultAdvancedToWithdrawals")]
[JsonDerivedType(typeof(DeallocateAttempted), "eigenlayer.DeallocateAttempted")]
[JsonDerivedType(typeof(DeregisterAttempted), "eigenlayer.DeregisterAttempted")]
[JsonDerivedType(typeof(MetadataUriUpdated), "eigenlayer.MetadataURIUpdated")]
[JsonDerivedType(typeof(OperatorSetConfigured), "eigenlayer.OperatorSetConfigured")]
[JsonDerivedType(typeof(KeyRegistered), "eigenlayer.KeyRegistered")]
[JsonDerivedType(typeof(KeyDeregistered), "eigenlayer.KeyDeregistered")]
[JsonDerivedType(
    typeof(OperatorAvsRegistrationStatusUpdated),
    "eigenlayer.OperatorAVSRegistrationStatusUpdated")]
[JsonDerivedType(typeof(Swept), "eigenlayer.Swept")]
[JsonDerivedType(typeof(DistributionProcessed), "eigenlayer.DistributionProcessed")]
[JsonDerivedType(typeof(DistributionAdded), "eigenlayer.DistributionAdded")]
[JsonDerivedType(typeof(DistributionUpdated), "eigenlayer.DistributionUpdated")]
[JsonDerivedType(typeof(IncentiveCouncilUpdated), "eigenlayer.IncentiveCouncilUpdated")]
[JsonDerivedType(typeof(EntityAdded), "symbiotic.AddEntity")]
[JsonDerivedType(typeof(MiddlewareSet), "symbiotic.SetMiddleware")]
[JsonDerivedType(typeof(SlashMeterLowered), "slashing.SlashMeterLowered")]
[JsonDerivedType(typeof(SlashCut), "slashing.SlashCut")]
[JsonDerivedType(typeof(SlashQueued), "slashing.SlashQueued")]
[JsonDerivedType(typeof(SlashEarmarked), "slashing.SlashEarmarked")]
[JsonDerivedType(typeof(SlashCancelled), "slashing.SlashCancelled")]
[JsonDerivedType(typeof(SlashFinalized), "slashing.SlashFinalized")]
[JsonDerivedType(typeof(SlashLocked), "slashing.SlashLocked")]
[JsonDerivedType(typeof(LockRefunded), "slashing.LockRefunded")]
[JsonDerivedType(typeof(LockReleased), "slashing.LockReleased")]
[JsonDerivedType(typeof(BondBegun), "slashing.BondBegun")]
[JsonDerivedType(typeof(BondEnded), "slashing.BondEnded")]
public abstract record Event(Address Contract);
