using System.Text.Json.Serialization;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Engine.Restaking.EigenLayer.Vaults;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.V2;
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
[JsonDerivedType(typeof(DeployVaultV2), "symbiotic.v2.deployVault")]
[JsonDerivedType(typeof(DepositIntoVaultV2), "symbiotic.v2.deposit")]
[JsonDerivedType(typeof(MintVaultV2Shares), "symbiotic.v2.mint")]
[JsonDerivedType(typeof(WithdrawFromVaultV2), "symbiotic.v2.withdraw")]
[JsonDerivedType(typeof(RedeemVaultV2Shares), "symbiotic.v2.redeem")]
[JsonDerivedType(typeof(TransferVaultV2Shares), "symbiotic.v2.transfer")]
[JsonDerivedType(typeof(AccrueVaultV2Interest), "symbiotic.v2.accrueInterest")]
[JsonDerivedType(typeof(SetVaultV2DepositWhitelist), "symbiotic.v2.setDepositWhitelist")]
[JsonDerivedType(typeof(SetVaultV2DepositorStatus), "symbiotic.v2.setDepositorWhitelistStatus")]
[JsonDerivedType(typeof(SetVaultV2IsDepositLimit), "symbiotic.v2.setIsDepositLimit")]
[JsonDerivedType(typeof(SetVaultV2DepositLimit), "symbiotic.v2.setDepositLimit")]
[JsonDerivedType(typeof(SetVaultV2ManagementFee), "symbiotic.v2.setManagementFee")]
[JsonDerivedType(typeof(SetVaultV2PerformanceFee), "symbiotic.v2.setPerformanceFee")]
[JsonDerivedType(typeof(SetVaultV2ProtocolFee), "symbiotic.v2.setProtocolFee")]
[JsonDerivedType(typeof(RequestRedeem), "symbiotic.v2.requestRedeem")]
[JsonDerivedType(typeof(TransferRedemptionRequest), "symbiotic.v2.transferRequest")]
[JsonDerivedType(typeof(FillQueue), "symbiotic.v2.fill")]
[JsonDerivedType(typeof(ClaimRedemption), "symbiotic.v2.claim")]
[JsonDerivedType(typeof(SweepPending), "symbiotic.v2.sweepPending")]
[JsonDerivedType(typeof(WhitelistAdapter), "symbiotic.v2.setWhitelistedStatus")]
[JsonDerivedType(typeof(AddAdapter), "symbiotic.v2.addAdapter")]
[JsonDerivedType(typeof(RemoveAdapter), "symbiotic.v2.removeAdapter")]
[JsonDerivedType(typeof(SetAdapterLimits), "symbiotic.v2.setLimits")]
[JsonDerivedType(typeof(SwapAdapters), "symbiotic.v2.swapAdapters")]
[JsonDerivedType(typeof(SetAutoAllocateAdapters), "symbiotic.v2.setAutoAllocateAdapters")]
[JsonDerivedType(typeof(AllocateAssets), "symbiotic.v2.allocate")]
[JsonDerivedType(typeof(AllocateAllAssets), "symbiotic.v2.allocateAll")]
[JsonDerivedType(typeof(AllocateExactAssets), "symbiotic.v2.allocateExact")]
[JsonDerivedType(typeof(DeallocateAssets), "symbiotic.v2.deallocate")]
[JsonDerivedType(typeof(DeallocateAllAssets), "symbiotic.v2.deallocateAll")]
[JsonDerivedType(typeof(DeallocateExactAssets), "symbiotic.v2.deallocateExact")]
[JsonDerivedType(typeof(ForceDeallocateAssets), "symbiotic.v2.forceDeallocate")]
[JsonDerivedType(typeof(DeployAppAdapter), "symbiotic.v2.deployAppAdapter")]
[JsonDerivedType(typeof(SlashAppAdapter), "symbiotic.v2.slash")]
[JsonDerivedType(typeof(ReleaseAppAdapter), "symbiotic.v2.release")]
[JsonDerivedType(typeof(RewardAppAdapter), "symbiotic.v2.reward")]
[JsonDerivedType(typeof(DeployYieldAdapter), "symbiotic.v2.deployYieldAdapter")]
[JsonDerivedType(typeof(AccrueYield), "symbiotic.v2.accrueYield")]
[JsonDerivedType(typeof(WriteOffYield), "symbiotic.v2.writeOffYield")]
[JsonDerivedType(typeof(SetYieldLent), "symbiotic.v2.setYieldLent")]
[JsonDerivedType(typeof(DeployLiquidLane), "symbiotic.v2.deployLiquidLane")]
[JsonDerivedType(typeof(AddLaneToken), "symbiotic.v2.addTokenToRedeem")]
[JsonDerivedType(typeof(RemoveLaneToken), "symbiotic.v2.removeTokenToRedeem")]
[JsonDerivedType(typeof(SetLaneLimit), "symbiotic.v2.setLimit")]
[JsonDerivedType(typeof(SetLaneMinDiscount), "symbiotic.v2.setMinDiscount")]
[JsonDerivedType(typeof(SetLaneMarketMaker), "symbiotic.v2.setMarketMaker")]
[JsonDerivedType(typeof(SetLaneFiller), "symbiotic.v2.setFiller")]
[JsonDerivedType(typeof(PostLanePrice), "symbiotic.v2.postPrice")]
[JsonDerivedType(typeof(SwapInLane), "symbiotic.v2.swap")]
[JsonDerivedType(typeof(RedeemLaneTokens), "symbiotic.v2.redeemTokens")]
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
