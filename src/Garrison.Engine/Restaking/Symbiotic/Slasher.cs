using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>How a vault is slashed; the numbers are the contracts' entity types.</summary>
public enum SlasherKind : byte
{
    /// <summary>At once.</summary>
    Instant = 0,

    /// <summary>On request, which a resolver may veto for a while.</summary>
    Veto = 1,
}

/// <summary>The contract that may slash a vault.</summary>
/// <param name="Kind">How.</param>
/// <param name="TellsBurner">Whether the burner is told of every slash.</param>
/// <param name="VetoSeconds">How long a request can be vetoed.</param>
/// <param name="ResolverSetEpochsDelay">How many epochs it takes to change a resolver, at least 3.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Slasher(
    SlasherKind Kind, bool TellsBurner, ulong VetoSeconds, ulong ResolverSetEpochsDelay);

/// <summary>What a slasher is made with.</summary>
/// <param name="Address">Where the chain puts it.</param>
/// <param name="Slasher">How it slashes.</param>
public sealed record SlasherParameters(Address Address, Slasher Slasher);

/// <summary>What a network asked to slash, with a veto pending or past.</summary>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Of which operator.</param>
/// <param name="Amount">How much at most, in the collateral's smallest unit.</param>
/// <param name="CaptureTimestamp">The second whose stake is slashed.</param>
/// <param name="VetoDeadline">The first second at which it can be vetoed no more.</param>
/// <param name="IsCompleted">Whether it was executed or vetoed.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct SlashRequest(
    Subnetwork Subnetwork,
    Address Operator,
    UInt256 Amount,
    ulong CaptureTimestamp,
    ulong VetoDeadline,
    bool IsCompleted);

/// <summary>What a slash did, as hooks are told.</summary>
/// <param name="Vault">Of which vault.</param>
/// <param name="Subnetwork">By which subnetwork.</param>
/// <param name="Operator">Of which operator.</param>
/// <param name="Amount">How much.</param>
/// <param name="CaptureTimestamp">The second whose stake is slashed.</param>
/// <param name="SlashableStake">What could be slashed just before.</param>
/// <param name="StakeAt">What the operator had at the capture.</param>
internal readonly record struct SlashFacts(
    Address Vault,
    Subnetwork Subnetwork,
    Address Operator,
    UInt256 Amount,
    ulong CaptureTimestamp,
    UInt256 SlashableStake,
    UInt256 StakeAt);

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct RequestKey(Address Vault, ulong Index);
