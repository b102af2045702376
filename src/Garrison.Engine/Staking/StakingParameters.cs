using System.Runtime.InteropServices;

namespace Garrison.Engine.Staking;

/// <summary>How many gwei may enter and leave the validator set in an epoch.</summary>
public enum ChurnSchedule : byte
{
    /// <summary>One limit for both, capped; consolidations get what is above the cap. EIP-7251.</summary>
    Capped,

    /// <summary>Exits have an uncapped limit, consolidations one of their own. EIP-8061, a draft.</summary>
    UncappedExits,
}

/// <summary>The numbers of a fork of the consensus layer.</summary>
/// <remarks>
/// Amounts are in gwei and times in epochs unless a name says otherwise. Source: ethereum/consensus-specs,
/// <c>presets/mainnet</c> and <c>configs/mainnet.yaml</c>.
/// </remarks>
/// <param name="Schedule">How churn limits follow from the stake.</param>
/// <param name="ChurnLimitQuotient">The stake is divided by this for the limit of an epoch.</param>
/// <param name="ConsolidationChurnQuotient">The same for consolidations; uncapped schedule only.</param>
/// <param name="ChurnMinGwei">The limit of an epoch is at least this.</param>
/// <param name="ActivationChurnMaxGwei">Activations, and capped exits, take at most this.</param>
/// <param name="PayloadsPerEpoch">How many blocks carry withdrawals in an epoch; 32 when none is
/// missed.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct StakingParameters(
    ChurnSchedule Schedule,
    ulong ChurnLimitQuotient,
    ulong ConsolidationChurnQuotient,
    ulong ChurnMinGwei,
    ulong ActivationChurnMaxGwei,
    ulong PayloadsPerEpoch)
{
    /// <summary>Electra, mainnet from epoch 364,032 (7 May 2025).</summary>
    public static StakingParameters Electra => new(
        ChurnSchedule.Capped, 65_536, 65_536, 128 * Spec.Increment, 256 * Spec.Increment, 32);

    /// <summary>Fulu, mainnet from epoch 411,392 (3 December 2025): Electra's numbers.</summary>
    public static StakingParameters Fulu => Electra;

    /// <summary>The draft of Gloas with EIP-8061.</summary>
    public static StakingParameters GloasDraft => new(
        ChurnSchedule.UncappedExits, 32_768, 65_536, 128 * Spec.Increment, 256 * Spec.Increment, 32);
}

/// <summary>Numbers that are the same in every fork here. Source: as above.</summary>
public static class Spec
{
    /// <summary>An epoch that never comes.</summary>
    public const ulong FarFuture = ulong.MaxValue;

    /// <summary>Effective balances are whole multiples of this: 1 ether in gwei.</summary>
    public const ulong Increment = 1_000_000_000;

    /// <summary>What a validator needs to be activated, and keeps in a partial withdrawal.</summary>
    public const ulong ActivationBalanceMin = 32 * Increment;

    /// <summary>The highest effective balance of a compounding validator.</summary>
    public const ulong EffectiveBalanceMax = 2048 * Increment;

    /// <summary>At this effective balance or below a validator is ejected.</summary>
    public const ulong EjectionBalance = 16 * Increment;

    /// <summary>Epochs in a day.</summary>
    public const ulong EpochsPerDay = 225;

    /// <summary>The seconds of a slot, and so of a block that is not missed.</summary>
    public const ulong SecondsPerSlot = 12;

    /// <summary>Seconds in an epoch: 32 slots of 12.</summary>
    public const ulong SecondsPerEpoch = SlotsPerEpoch * SecondsPerSlot;

    /// <summary>Slots in an epoch.</summary>
    public const ulong SlotsPerEpoch = 32;

    /// <summary>The source vote's part of a base reward, in 64ths.</summary>
    public const ulong SourceWeight = 14;

    /// <summary>The target vote's part of a base reward, in 64ths.</summary>
    public const ulong TargetWeight = 26;

    /// <summary>The head vote's part of a base reward, in 64ths.</summary>
    public const ulong HeadWeight = 14;

    /// <summary>Members of the sync committee.</summary>
    public const ulong SyncCommitteeSize = 512;

    /// <summary>Epochs for which a sync committee sits.</summary>
    public const ulong EpochsPerSyncPeriod = 256;

    /// <summary>Attestations that a block can include, from Electra on.</summary>
    public const int AttestationsPerBlock = 8;

    /// <summary>Epochs for which slashings are remembered, and the least that a slashed validator
    /// waits.</summary>
    public const ulong EpochsPerSlashingsVector = 8192;

    /// <summary>Epochs from a decision to the first in which it can hold.</summary>
    public const ulong EpochsToExit = 1 + SeedLookahead;

    /// <summary>Epochs from a validator's exit until it can be paid out.</summary>
    public const ulong WithdrawabilityDelay = 256;

    /// <summary>Validators that a block can pay.</summary>
    public const int WithdrawalsPerPayload = 16;

    internal const ulong BaseRewardFactor = 64;
    internal const ulong SyncWeight = 2;
    internal const ulong ProposerWeight = 8;
    internal const ulong WeightDenominator = 64;
    internal const ulong InactivityScoreBias = 4;
    internal const ulong InactivityScoreRecovery = 16;
    internal const ulong InactivityPenaltyQuotient = 1UL << 24;
    internal const ulong EpochsToInactivity = 4;
    internal const ulong ProportionalSlashingMultiplier = 3;
    internal const ulong SlashingPenaltyQuotient = 4096;
    internal const ulong WhistleblowerQuotient = 4096;
    internal const ulong ShardCommitteePeriod = 256;
    internal const ulong SeedLookahead = 4;
    internal const ulong HysteresisDown = Increment / 4;
    internal const ulong HysteresisUp = Increment / 4 * 5;
    internal const int PartialsPerSweep = 8;
    internal const ulong ValidatorsPerSweep = 16_384;
    internal const int PendingDepositsPerEpoch = 16;
    internal const int PendingPartialsMax = 1 << 27;
    internal const int PendingConsolidationsMax = 1 << 18;
}
