using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Pods;

/// <summary>What the shell found when it checked a proof.</summary>
public enum ProofFinding : byte
{
    /// <summary>It proves what it says.</summary>
    Valid,

    /// <summary>It has a wrong number of bytes.</summary>
    WrongLength,

    /// <summary>It proves something else.</summary>
    Wrong,
}

/// <summary>A proof against a beacon block, as far as the contracts look at it.</summary>
/// <param name="BlockRoot">The root that the chain keeps for the time; zero for none.</param>
/// <param name="IsPectra">Whether the state's tree is as high as from Pectra on.</param>
/// <param name="Container">Whether the state, or the balances, are in the block.</param>
public readonly record struct BeaconProof(Hash32 BlockRoot, bool IsPectra, ProofFinding Container);

/// <summary>A validator as a beacon state has it.</summary>
/// <param name="PubkeyHash">SHA-256 of its key and 16 zero bytes.</param>
/// <param name="Index">Its index.</param>
/// <param name="CredentialsPod">The pod that its credentials of kind 0x01 or 0x02 name; else zero.</param>
/// <param name="EffectiveBalanceGwei">Its effective balance.</param>
/// <param name="ActivationEpoch">Its activation epoch.</param>
/// <param name="ExitEpoch">Its exit epoch.</param>
/// <param name="IsSlashed">Whether it was slashed.</param>
/// <param name="Proof">Whether it is in the state.</param>
public sealed record ValidatorFacts(
    Hash32 PubkeyHash,
    ulong Index,
    Address CredentialsPod,
    ulong EffectiveBalanceGwei,
    ulong ActivationEpoch,
    ulong ExitEpoch,
    bool IsSlashed,
    ProofFinding Proof);

/// <summary>A validator's balance as a beacon state has it.</summary>
/// <param name="PubkeyHash">SHA-256 of its key and 16 zero bytes.</param>
/// <param name="BalanceGwei">Its balance.</param>
/// <param name="Proof">Whether it is among the balances.</param>
public readonly record struct BalanceFacts(Hash32 PubkeyHash, ulong BalanceGwei, ProofFinding Proof);
