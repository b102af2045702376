using System.Text.Json.Serialization;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Engine.Restaking.EigenLayer.Vaults;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.Burners;
using Garrison.Engine.Restaking.Symbiotic.Hooks;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>A request to change the world. The list below is every command there is.</summary>
/// <remarks>The wire names never change once shipped: journals carry them.</remarks>
/// <param name="Sender">Who asks.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Batch), "batch")]
[JsonDerivedType(typeof(AdvanceClock), "clock.advance")]
[JsonDerivedType(typeof(Mint), "ledger.mint")]
[JsonDerivedType(typeof(Transfer), "ledger.transfer")]
[JsonDerivedType(typeof(IssueRebasing), "ledger.issueRebasing")]
[JsonDerivedType(typeof(Rebase), "ledger.rebase")]
[JsonDerivedType(typeof(Approve), "ledger.approve")]
[JsonDerivedType(typeof(IssuePanicking), "ledger.issuePanicking")]
[JsonDerivedType(typeof(StartStaking), "staking.start")]
[JsonDerivedType(typeof(AdvanceEpochs), "staking.advance")]
[JsonDerivedType(typeof(SetDuties), "staking.setDuties")]
[JsonDerivedType(typeof(DepositValidators), "staking.deposit")]
[JsonDerivedType(typeof(TopUpValidator), "staking.topUp")]
[JsonDerivedType(typeof(ExitValidators), "staking.exit")]
[JsonDerivedType(typeof(WithdrawFromValidator), "staking.withdraw")]
[JsonDerivedType(typeof(ConsolidateValidators), "staking.consolidate")]
[JsonDerivedType(typeof(CompoundValidators), "staking.compound")]
[JsonDerivedType(typeof(SlashValidators), "staking.slash")]
[JsonDerivedType(typeof(RecordSyncAggregates), "staking.recordSyncAggregates")]
[JsonDerivedType(typeof(RecordAttestations), "staking.recordAttestations")]
[JsonDerivedType(typeof(DeployEigenLayer), "eigenlayer.deploy")]
[JsonDerivedType(typeof(UpgradeEigenLayer), "eigenlayer.upgrade")]
[JsonDerivedType(typeof(ImportEigenLayer), "eigenlayer.import")]
[JsonDerivedType(typeof(DeployStrategy), "eigenlayer.deployStrategy")]
[JsonDerivedType(typeof(SetDepositLimits), "eigenlayer.setTVLLimits")]
[JsonDerivedType(typeof(DeployNewStrategy), "eigenlayer.deployNewStrategy")]
[JsonDerivedType(typeof(BlacklistTokens), "eigenlayer.blacklistTokens")]
[JsonDerivedType(typeof(WhitelistStrategies), "eigenlayer.whitelistStrategies")]
[JsonDerivedType(typeof(RemoveStrategiesFromWhitelist), "eigenlayer.removeStrategiesFromWhitelist")]
[JsonDerivedType(typeof(DepositIntoStrategy), "eigenlayer.depositIntoStrategy")]
[JsonDerivedType(typeof(DepositIntoStrategyWithSignature), "eigenlayer.depositIntoStrategyWithSignature")]
[JsonDerivedType(typeof(AddStrategiesToDepositWhitelist), "eigenlayer.addStrategiesToDepositWhitelist")]
[JsonDerivedType(
    typeof(RemoveStrategiesFromDepositWhitelist),
    "eigenlayer.removeStrategiesFromDepositWhitelist")]
[JsonDerivedType(typeof(SetStrategyWhitelister), "eigenlayer.setStrategyWhitelister")]
[JsonDerivedType(typeof(ClearBurnOrRedistributableShares), "eigenlayer.clearBurnOrRedistributableShares")]
[JsonDerivedType(
    typeof(ClearBurnOrRedistributableSharesByStrategy),
    "eigenlayer.clearBurnOrRedistributableSharesByStrategy")]
[JsonDerivedType(typeof(BurnShares), "eigenlayer.burnShares")]
[JsonDerivedType(typeof(CreatePod), "eigenlayer.createPod")]
[JsonDerivedType(typeof(RecordBeaconChainBalanceUpdate), "eigenlayer.recordBeaconChainETHBalanceUpdate")]
[JsonDerivedType(typeof(RegisterAsOperator), "eigenlayer.registerAsOperator")]
[JsonDerivedType(typeof(ModifyOperatorDetails), "eigenlayer.modifyOperatorDetails")]
[JsonDerivedType(typeof(UpdateOperatorMetadata), "eigenlayer.updateOperatorMetadataURI")]
[JsonDerivedType(typeof(DelegateTo), "eigenlayer.delegateTo")]
[JsonDerivedType(typeof(Undelegate), "eigenlayer.undelegate")]
[JsonDerivedType(typeof(Redelegate), "eigenlayer.redelegate")]
[JsonDerivedType(typeof(QueueWithdrawals), "eigenlayer.queueWithdrawals")]
[JsonDerivedType(typeof(CompleteQueuedWithdrawal), "eigenlayer.completeQueuedWithdrawal")]
[JsonDerivedType(typeof(CompleteQueuedWithdrawals), "eigenlayer.completeQueuedWithdrawals")]
[JsonDerivedType(typeof(ModifyAllocations), "eigenlayer.modifyAllocations")]
[JsonDerivedType(typeof(ClearDeallocationQueue), "eigenlayer.clearDeallocationQueue")]
[JsonDerivedType(typeof(SetAllocationDelay), "eigenlayer.setAllocationDelay")]
[JsonDerivedType(typeof(SlashOperator), "eigenlayer.slashOperator")]
[JsonDerivedType(typeof(SetRegistrarPolicy), "eigenlayer.setRegistrarPolicy")]
[JsonDerivedType(typeof(SetAvsRegistrar), "eigenlayer.setAVSRegistrar")]
[JsonDerivedType(typeof(UpdateAvsMetadata), "eigenlayer.updateAVSMetadataURI")]
[JsonDerivedType(typeof(CreateOperatorSets), "eigenlayer.createOperatorSets")]
[JsonDerivedType(typeof(CreateRedistributingOperatorSets), "eigenlayer.createRedistributingOperatorSets")]
[JsonDerivedType(typeof(AddStrategiesToOperatorSet), "eigenlayer.addStrategiesToOperatorSet")]
[JsonDerivedType(typeof(RemoveStrategiesFromOperatorSet), "eigenlayer.removeStrategiesFromOperatorSet")]
[JsonDerivedType(typeof(RegisterForOperatorSets), "eigenlayer.registerForOperatorSets")]
[JsonDerivedType(typeof(DeregisterFromOperatorSets), "eigenlayer.deregisterFromOperatorSets")]
[JsonDerivedType(typeof(UpdateSlasher), "eigenlayer.updateSlasher")]
[JsonDerivedType(typeof(MigrateSlashers), "eigenlayer.migrateSlashers")]
[JsonDerivedType(typeof(Pause), "eigenlayer.pause")]
[JsonDerivedType(typeof(PauseAll), "eigenlayer.pauseAll")]
[JsonDerivedType(typeof(Unpause), "eigenlayer.unpause")]
[JsonDerivedType(typeof(AddPendingAdmin), "eigenlayer.addPendingAdmin")]
[JsonDerivedType(typeof(RemovePendingAdmin), "eigenlayer.removePendingAdmin")]
[JsonDerivedType(typeof(AcceptAdmin), "eigenlayer.acceptAdmin")]
[JsonDerivedType(typeof(RemoveAdmin), "eigenlayer.removeAdmin")]
[JsonDerivedType(typeof(SetAppointee), "eigenlayer.setAppointee")]
[JsonDerivedType(typeof(RemoveAppointee), "eigenlayer.removeAppointee")]
[JsonDerivedType(typeof(DeployRewards), "eigenlayer.deployRewards")]
[JsonDerivedType(typeof(CreateAvsRewardsSubmission), "eigenlayer.createAVSRewardsSubmission")]
[JsonDerivedType(typeof(CreateEigenDARewardsSubmission), "eigenlayer.createEigenDARewardsSubmission")]
[JsonDerivedType(typeof(CreateRewardsForAllSubmission), "eigenlayer.createRewardsForAllSubmission")]
[JsonDerivedType(typeof(CreateRewardsForAllEarners), "eigenlayer.createRewardsForAllEarners")]
[JsonDerivedType(
    typeof(CreateOperatorDirectedAvsRewardsSubmission),
    "eigenlayer.createOperatorDirectedAVSRewardsSubmission")]
[JsonDerivedType(
    typeof(CreateOperatorDirectedSetRewardsSubmission),
    "eigenlayer.createOperatorDirectedOperatorSetRewardsSubmission")]
[JsonDerivedType(typeof(CreateUniqueStakeRewardsSubmission), "eigenlayer.createUniqueStakeRewardsSubmission")]
[JsonDerivedType(typeof(CreateTotalStakeRewardsSubmission), "eigenlayer.createTotalStakeRewardsSubmission")]
[JsonDerivedType(typeof(ProcessClaims), "eigenlayer.processClaims")]
[JsonDerivedType(typeof(SetClaimer), "eigenlayer.setClaimer")]
[JsonDerivedType(typeof(SetClaimerFor), "eigenlayer.setClaimerFor")]
[JsonDerivedType(typeof(SubmitRoot), "eigenlayer.submitRoot")]
[JsonDerivedType(typeof(DisableRoot), "eigenlayer.disableRoot")]
[JsonDerivedType(typeof(SetOperatorAvsSplit), "eigenlayer.setOperatorAVSSplit")]
[JsonDerivedType(typeof(SetOperatorPISplit), "eigenlayer.setOperatorPISplit")]
[JsonDerivedType(typeof(SetOperatorSetSplit), "eigenlayer.setOperatorSetSplit")]
[JsonDerivedType(typeof(SetOptInForProtocolFee), "eigenlayer.setOptInForProtocolFee")]
[JsonDerivedType(typeof(SetRewardsForAllSubmitter), "eigenlayer.setRewardsForAllSubmitter")]
[JsonDerivedType(typeof(SetActivationDelay), "eigenlayer.setActivationDelay")]
[JsonDerivedType(typeof(SetDefaultOperatorSplit), "eigenlayer.setDefaultOperatorSplit")]
[JsonDerivedType(typeof(SetFeeRecipient), "eigenlayer.setFeeRecipient")]
[JsonDerivedType(typeof(SetRewardsUpdater), "eigenlayer.setRewardsUpdater")]
[JsonDerivedType(typeof(VerifyWithdrawalCredentials), "eigenlayer.verifyWithdrawalCredentials")]
[JsonDerivedType(typeof(StartCheckpoint), "eigenlayer.startCheckpoint")]
[JsonDerivedType(typeof(VerifyCheckpointProofs), "eigenlayer.verifyCheckpointProofs")]
[JsonDerivedType(typeof(VerifyStaleBalance), "eigenlayer.verifyStaleBalance")]
[JsonDerivedType(typeof(SetProofSubmitter), "eigenlayer.setProofSubmitter")]
[JsonDerivedType(typeof(SendEtherToPod), "eigenlayer.sendEtherToPod")]
[JsonDerivedType(typeof(StakeThroughManager), "eigenlayer.stakePod")]
[JsonDerivedType(typeof(RequestWithdrawals), "eigenlayer.requestWithdrawal")]
[JsonDerivedType(typeof(RequestConsolidations), "eigenlayer.requestConsolidation")]
[JsonDerivedType(typeof(SetPredeploy), "eigenlayer.setPredeploy")]
[JsonDerivedType(typeof(RecoverTokens), "eigenlayer.recoverTokens")]
[JsonDerivedType(typeof(SetProofTimestampSetter), "eigenlayer.setProofTimestampSetter")]
[JsonDerivedType(typeof(SetPectraForkTimestamp), "eigenlayer.setPectraForkTimestamp")]
[JsonDerivedType(typeof(SetLegacyPodShares), "eigenlayer.setLegacyPodShares")]
[JsonDerivedType(typeof(WithdrawRestakedEther), "eigenlayer.withdrawRestakedBeaconChainETH")]
[JsonDerivedType(typeof(DeployDurationVault), "eigenlayer.vault.deployDurationVaultStrategy")]
[JsonDerivedType(typeof(LockVault), "eigenlayer.vault.lock")]
[JsonDerivedType(typeof(MarkMatured), "eigenlayer.vault.markMatured")]
[JsonDerivedType(typeof(AdvanceToWithdrawals), "eigenlayer.vault.advanceToWithdrawals")]
[JsonDerivedType(typeof(UpdateTvlLimits), "eigenlayer.vault.updateTVLLimits")]
[JsonDerivedType(typeof(UpdateVaultMetadata), "eigenlayer.vault.updateMetadataURI")]
[JsonDerivedType(typeof(UpdateVaultApprover), "eigenlayer.vault.updateDelegationApprover")]
[JsonDerivedType(typeof(UpdateVaultOperatorMetadata), "eigenlayer.vault.updateOperatorMetadataURI")]
[JsonDerivedType(typeof(SetVaultRewardsClaimer), "eigenlayer.vault.setRewardsClaimer")]
[JsonDerivedType(typeof(BeforeAddShares), "eigenlayer.vault.beforeAddShares")]
[JsonDerivedType(typeof(BeforeRemoveShares), "eigenlayer.vault.beforeRemoveShares")]
[JsonDerivedType(typeof(DeployKeyRegistrar), "eigenlayer.deployKeyRegistrar")]
[JsonDerivedType(typeof(ConfigureOperatorSet), "eigenlayer.configureOperatorSet")]
[JsonDerivedType(typeof(RegisterKey), "eigenlayer.registerKey")]
[JsonDerivedType(typeof(DeregisterKey), "eigenlayer.deregisterKey")]
[JsonDerivedType(typeof(DeployAvsDirectory), "eigenlayer.deployAVSDirectory")]
[JsonDerivedType(typeof(RegisterOperatorToAvs), "eigenlayer.registerOperatorToAVS")]
[JsonDerivedType(typeof(DeregisterOperatorFromAvs), "eigenlayer.deregisterOperatorFromAVS")]
[JsonDerivedType(typeof(CancelSalt), "eigenlayer.cancelSalt")]
[JsonDerivedType(typeof(UpdateDirectoryMetadata), "eigenlayer.directory.updateAVSMetadataURI")]
[JsonDerivedType(typeof(DeployEmissions), "eigenlayer.deployEmissions")]
[JsonDerivedType(typeof(PressButton), "eigenlayer.pressButton")]
[JsonDerivedType(typeof(SweepEmissions), "eigenlayer.sweep")]
[JsonDerivedType(typeof(AddDistribution), "eigenlayer.addDistribution")]
[JsonDerivedType(typeof(UpdateDistribution), "eigenlayer.updateDistribution")]
[JsonDerivedType(typeof(SetIncentiveCouncil), "eigenlayer.setIncentiveCouncil")]
[JsonDerivedType(typeof(DeploySymbiotic), "symbiotic.deploy")]
[JsonDerivedType(typeof(RegisterSymbioticOperator), "symbiotic.registerOperator")]
[JsonDerivedType(typeof(RegisterNetwork), "symbiotic.registerNetwork")]
[JsonDerivedType(typeof(SetMiddleware), "symbiotic.setMiddleware")]
[JsonDerivedType(typeof(OptInTo), "symbiotic.optIn")]
[JsonDerivedType(typeof(OptOutOf), "symbiotic.optOut")]
[JsonDerivedType(typeof(IncreaseOptInNonce), "symbiotic.increaseNonce")]
[JsonDerivedType(typeof(GrantRole), "symbiotic.grantRole")]
[JsonDerivedType(typeof(RevokeRole), "symbiotic.revokeRole")]
[JsonDerivedType(typeof(RenounceRole), "symbiotic.renounceRole")]
[JsonDerivedType(typeof(CreateVault), "symbiotic.createVault")]
[JsonDerivedType(typeof(DepositIntoVault), "symbiotic.deposit")]
[JsonDerivedType(typeof(WithdrawFromVault), "symbiotic.withdraw")]
[JsonDerivedType(typeof(RedeemFromVault), "symbiotic.redeem")]
[JsonDerivedType(typeof(ClaimFromVault), "symbiotic.claim")]
[JsonDerivedType(typeof(ClaimBatchFromVault), "symbiotic.claimBatch")]
[JsonDerivedType(typeof(TransferVaultShares), "symbiotic.transferShares")]
[JsonDerivedType(typeof(SetDepositWhitelist), "symbiotic.setDepositWhitelist")]
[JsonDerivedType(typeof(SetDepositorWhitelistStatus), "symbiotic.setDepositorWhitelistStatus")]
[JsonDerivedType(typeof(SetIsDepositLimit), "symbiotic.setIsDepositLimit")]
[JsonDerivedType(typeof(SetDepositLimit), "symbiotic.setDepositLimit")]
[JsonDerivedType(typeof(SetMaxNetworkLimit), "symbiotic.setMaxNetworkLimit")]
[JsonDerivedType(typeof(SetNetworkLimit), "symbiotic.setNetworkLimit")]
[JsonDerivedType(typeof(SetOperatorNetworkShares), "symbiotic.setOperatorNetworkShares")]
[JsonDerivedType(typeof(SetOperatorNetworkLimit), "symbiotic.setOperatorNetworkLimit")]
[JsonDerivedType(typeof(SetHook), "symbiotic.setHook")]
[JsonDerivedType(typeof(DeployHook), "symbiotic.deployHook")]
[JsonDerivedType(typeof(DeployBurnerRouter), "symbiotic.router.deploy")]
[JsonDerivedType(typeof(TellRouter), "symbiotic.router.onSlash")]
[JsonDerivedType(typeof(TriggerRouterTransfer), "symbiotic.router.triggerTransfer")]
[JsonDerivedType(typeof(SetRouterReceiver), "symbiotic.router.setReceiver")]
[JsonDerivedType(typeof(AcceptRouterReceiver), "symbiotic.router.acceptReceiver")]
[JsonDerivedType(typeof(SetRouterDelay), "symbiotic.router.setDelay")]
[JsonDerivedType(typeof(AcceptRouterDelay), "symbiotic.router.acceptDelay")]
[JsonDerivedType(typeof(TransferRouterOwnership), "symbiotic.router.transferOwnership")]
[JsonDerivedType(typeof(RenounceRouterOwnership), "symbiotic.router.renounceOwnership")]
[JsonDerivedType(typeof(DeployStakerRewards), "symbiotic.stakerRewards.deploy")]
[JsonDerivedType(typeof(DistributeStakerRewards), "symbiotic.stakerRewards.distributeRewards")]
[JsonDerivedType(typeof(ClaimStakerRewards), "symbiotic.stakerRewards.claimRewards")]
[JsonDerivedType(typeof(ClaimAdminFee), "symbiotic.stakerRewards.claimAdminFee")]
[JsonDerivedType(typeof(SetAdminFee), "symbiotic.stakerRewards.setAdminFee")]
[JsonDerivedType(typeof(DeployOperatorRewards), "symbiotic.operatorRewards.deploy")]
[JsonDerivedType(typeof(DistributeOperatorRewards), "symbiotic.operatorRewards.distributeRewards")]
[JsonDerivedType(typeof(ClaimOperatorRewards), "symbiotic.operatorRewards.claimRewards")]
[JsonDerivedType(typeof(SlashVault), "symbiotic.slash")]
[JsonDerivedType(typeof(RequestVaultSlash), "symbiotic.requestSlash")]
[JsonDerivedType(typeof(ExecuteVaultSlash), "symbiotic.executeSlash")]
[JsonDerivedType(typeof(VetoVaultSlash), "symbiotic.vetoSlash")]
[JsonDerivedType(typeof(SetResolver), "symbiotic.setResolver")]
public abstract record Command(Address Sender)
{
    /// <summary>Changes the world, or says which rule forbids it.</summary>
    internal abstract Refusal? Apply(World world);
}

/// <summary>Commands that are accepted or refused as one.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Commands">The commands, in order; each has its own sender.</param>
public sealed record Batch(Address Sender, IReadOnlyList<Command> Commands) : Command(Sender)
{
    internal override Refusal? Apply(World world)
    {
        foreach (Command command in Commands)
        {
            if (command.Apply(world) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
