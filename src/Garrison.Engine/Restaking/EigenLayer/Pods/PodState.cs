using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Pods;

/// <summary>What a pod knows of a validator.</summary>
public enum ValidatorStatus : byte
{
    /// <summary>It was never proved.</summary>
    Inactive,

    /// <summary>Its credentials point to the pod, and its balance counts.</summary>
    Active,

    /// <summary>Its balance was proved to be 0.</summary>
    Withdrawn,
}

/// <summary>A validator of a pod.</summary>
/// <param name="Index">Its index on the beacon chain.</param>
/// <param name="RestakedGwei">The balance that was proved last, in gwei.</param>
/// <param name="CheckpointedAt">The checkpoint in which it was, in seconds since the Unix epoch.</param>
/// <param name="Status">Whether it counts.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PodValidator(
    ulong Index, ulong RestakedGwei, ulong CheckpointedAt, ValidatorStatus Status);

/// <summary>A count of all that a pod has: its own ether, and the balance of each validator as it is
/// proved.</summary>
/// <param name="BlockRoot">The beacon block it counts by.</param>
/// <param name="ProofsRemaining">How many validators are still to be proved.</param>
/// <param name="PodBalanceGwei">Ether in the pod that was not counted before.</param>
/// <param name="BalanceDeltasGwei">By how much the validators' balances changed.</param>
/// <param name="PreviousBeaconGwei">What the validators had before, as far as they are proved.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PodCheckpoint(
    Hash32 BlockRoot,
    uint ProofsRemaining,
    ulong PodBalanceGwei,
    long BalanceDeltasGwei,
    ulong PreviousBeaconGwei);

/// <summary>A pod.</summary>
/// <param name="ProofSubmitter">Who may prove besides the owner; zero for none.</param>
/// <param name="ActiveCount">How many validators count.</param>
/// <param name="LastCheckpoint">When the last finished one was started; 0 for none.</param>
/// <param name="CurrentCheckpoint">When the open one was started; 0 for none.</param>
/// <param name="Checkpoint">The open one, or what is left of the last.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PodState(
    Address ProofSubmitter,
    ulong ActiveCount,
    ulong LastCheckpoint,
    ulong CurrentCheckpoint,
    PodCheckpoint Checkpoint);
