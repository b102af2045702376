using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Vaults;

/// <summary>How far a duration vault is; it only moves forward.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VaultPhase>))]
public enum VaultPhase : byte
{
    /// <summary>It is not deployed.</summary>
    None,

    /// <summary>It takes deposits, and lets them go.</summary>
    Deposits,

    /// <summary>It is locked, and all of it is behind its set.</summary>
    Allocations,

    /// <summary>It lets deposits go, and takes no more.</summary>
    Withdrawals,
}

/// <summary>A duration vault.</summary>
/// <param name="Admin">Who locks it and sets its limits.</param>
/// <param name="Arbitrator">Who may open it before its time.</param>
/// <param name="Set">The one set that it secures.</param>
/// <param name="DurationSeconds">How long it stays locked.</param>
/// <param name="LockedAt">When it was locked, in seconds since the Unix epoch; 0 until then.</param>
/// <param name="UnlockAt">When anyone may open it; 0 until it is locked.</param>
/// <param name="MaturedAt">When it was opened; 0 until then.</param>
/// <param name="Phase">How far it is.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct DurationVault(
    Address Admin,
    Address Arbitrator,
    OperatorSet Set,
    uint DurationSeconds,
    uint LockedAt,
    uint UnlockAt,
    uint MaturedAt,
    VaultPhase Phase);

/// <summary>What a duration vault is made with.</summary>
/// <param name="Token">What it takes.</param>
/// <param name="TokenDecimals">The decimals that the token states, as a fact from outside.</param>
/// <param name="Admin">Who locks it and sets its limits.</param>
/// <param name="Arbitrator">Who may open it before its time.</param>
/// <param name="DurationSeconds">How long it stays locked; above 0, at most two years of 365 days.</param>
/// <param name="Limits">How much it takes, in the token.</param>
/// <param name="MetadataUri">What its admin says of it.</param>
/// <param name="Set">The one set that it secures.</param>
/// <param name="DelegationApprover">Who must sign for those who delegate to it; zero for nobody.</param>
/// <param name="OperatorMetadataUri">What its admin says of it as an operator.</param>
public sealed record VaultConfiguration(
    Address Token,
    byte TokenDecimals,
    Address Admin,
    Address Arbitrator,
    uint DurationSeconds,
    DepositLimits Limits,
    string MetadataUri,
    OperatorSet Set,
    Address DelegationApprover,
    string OperatorMetadataUri);
